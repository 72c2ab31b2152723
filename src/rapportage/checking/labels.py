"""The names beside a figure: year, month, category, series and unit, against what the figure itself is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from rapportage.checking.namesakes import Namesakes
from rapportage.checking.sentences import Figure, Stretch, inputs_of
from rapportage.checking.times import judged_times
from rapportage.cube.arithmetic import PERCENT
from rapportage.cube.cube import Cube
from rapportage.diagnostics import Findings
from rapportage.document import FigureInput
from rapportage.words.numbers import PERCENTAGE_POINT
from rapportage.words.periods import MONTHS

_ELSEWHERE = re.compile(
    r"(?:\bdan(?:\s+in|\s+uit|\s+van)?|\bvergeleken\s+met|\bvergelijking\s+met|\bten\s+opzichte\s+van|\bt\.o\.v\.|\btegenover|"
    r"\bniveau\s+van|\bgelijk\s+aan(?:\s+dat\s+van)?|\bvoor|\bvóór|\bna|\btoen|\bsinds|\bvanaf|\bsluiting\s+(?:\w+\s+)*in|"
    r"\b\d{1,2}|\b(?:na|door|dankzij|vanwege)\s+(?:\w+\s+){0,4}\w+)\s+(?:de\s+maand\s+|de\s+|het\s+|eind\s+|begin\s+)?$"
    r"|(?:wet|verdrag|besluit|regeling|verordening|protocol)\w*\s+$",
    re.IGNORECASE,
)
"""What comes before a time or category that is not the figure's own: what it is compared with, a date, a law."""
_ASIDE = re.compile(r"\s*(?:sinds|nadat|toen|omdat|doordat|voordat|tot en met)\b", re.IGNORECASE)
"""With which a clause begins that tells what happened besides."""
_FROM_TO = re.compile(rf"\bvan\s+(?:{'|'.join(MONTHS)})\s+(?:op|naar)\s+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_NAME = 60
"""Within so many characters a name stands before 'en'."""
_PERCENT_WORDS = (PERCENT, "procent")


class Vocabulary(Struct, frozen=True):
    """What the data know of names: categories (but for common words), units, and how series are called."""

    categories: frozenset[str]
    units: frozenset[str]
    series: Mapping[str, frozenset[str]]
    """By name (title, or id with spaces) in small letters, the series that are called so."""
    percentages: frozenset[str]
    """The series of percentages: they may be called after what they are a part of."""

    @property
    def category(self) -> re.Pattern[str] | None:
        """Any of the categories as a word of a text; None where there are none."""
        return _any_of(self.categories)

    @property
    def name(self) -> re.Pattern[str] | None:
        """Any of the names of series, at the place where it is looked for."""
        return _any_of(self.series, re.IGNORECASE)


def _any_of(words: Collection[str], flags: int = 0) -> re.Pattern[str] | None:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", flags) if ordered else None


def vocabulary(cube: Cube) -> Vocabulary:
    names = {key.category for key in cube.observations if key.category and key.category[:1].isupper()}
    units = {edition.unit for id in cube.ids() if (edition := cube.series(id))}
    called: dict[str, set[str]] = {}
    known = Namesakes(cube)
    for id in cube.ids():
        for twin in known.of(id):
            edition = cube.series(twin)
            for name in (twin.replace("_", " "), edition.title if edition else twin):
                called.setdefault(name.casefold(), set()).add(id)
    series = {name: frozenset(ids) for name, ids in called.items()}
    percentages = frozenset(id for id in cube.ids() if (edition := cube.series(id)) and edition.unit == PERCENT)
    return Vocabulary(frozenset(names), frozenset(units - {PERCENT, ""}), series, percentages)


class LabelChecker:
    """Judges the names in sentences by the vocabulary of the data."""

    def __init__(self, known: Vocabulary, findings: Findings) -> None:
        self._known = known
        self._category = known.category
        self._name = known.name
        self._findings = findings

    def check(self, sentence: Stretch) -> None:
        """Reports a year, month or category that is that of no figure beside it, and a unit or series that is not its.

        A clause is judged by its own figures, or else by those of the sentence. Where the clause (or, if it has no
        figures, the sentence) also names what is right, a further name is left alone: it tells of something else.
        """
        if not sentence.figures:
            return
        told = any(is_right for _, is_right in judged_times(sentence.text, inputs_of(sentence.figures)))
        for clause in sentence.clauses():
            inputs = inputs_of(clause.figures or sentence.figures)
            times = list(judged_times(clause.text, inputs))
            is_told = any(is_right for _, is_right in times) or (not clause.figures and told)
            if not clause.figures and _ASIDE.match(clause.text):
                times = []
            strict = _FROM_TO.search(clause.text)
            for named, is_right in times:
                within = strict is not None and strict.start() <= named.place < strict.end()
                elsewhere = is_told or _ELSEWHERE.search(clause.text[: named.place])
                if not is_right and (within or not elsewhere):
                    message = f"'{named.word}' is niet de tijd van het cijfer ernaast ({_listed_times(inputs)})"
                    self._report("T504", message, clause, named.place, named.word)
            self._check_categories(clause, sentence, inputs)
        for figure in sentence.figures:
            self._check_unit(sentence, figure)
            self._check_series(sentence, figure)

    def _check_categories(self, clause: Stretch, sentence: Stretch, inputs: Sequence[FigureInput]) -> None:
        near = {each.category for each in inputs if each.category}
        if self._category is None or not near:
            return
        everywhere = {each.category for each in inputs_of(sentence.figures)}
        named = [found[0] for found in self._category.finditer(clause.text if clause.figures else sentence.text)]
        if any(name in (near if clause.figures else everywhere) for name in named):
            return
        before = re.search(r"(\S+)\s+(?:en|of)\s+$", clause.composed.text[max(0, clause.start - _NAME) : clause.start])
        if before and before[1] in near:
            return
        for found in self._category.finditer(clause.text):
            if not _ELSEWHERE.search(clause.text[: found.start()]):
                message = f"'{found[0]}' staat bij een cijfer over {', '.join(sorted(near))}"
                self._report("T505", message, clause, found.start(), found[0])

    def _report(self, code: str, message: str, clause: Stretch, place: int, word: str) -> None:
        hint = f"verbeter het woord of de uitdrukking, of zet erachter: {{# erkend {code}: … #}}"
        self._findings.warning(code, message, clause.span(place, len(word)), hint)

    def _check_unit(self, sentence: Stretch, figure: Figure) -> None:
        """The word right after a figure, when it is a unit, is its own."""
        after = re.match(r"\s*([%\w]+)", sentence.text[figure.place + 1 :])
        if after is None or not figure.trace.unit:
            return
        word, unit = after[1], figure.trace.unit
        is_percent = word.casefold() in _PERCENT_WORDS
        if is_percent and unit == PERCENT and PERCENT not in figure.value.text:
            return
        is_point = word.casefold().startswith(PERCENTAGE_POINT)
        is_unit = is_percent or is_point or word in (*self._known.units, "duizend", "miljoen")
        if is_unit and word != unit and not (is_point and unit == PERCENTAGE_POINT):
            message = f"'{word}' staat achter een cijfer met de eenheid {unit}"
            place = figure.place + 1 + after.start(1)
            hint = f"schrijf {unit}, of kies een ander cijfer"
            self._findings.warning("T506", message, sentence.span(place, len(word)), hint)

    def _check_series(self, sentence: Stretch, figure: Figure) -> None:
        """The name of a series right after a figure is that of its own."""
        after = sentence.text[figure.place + 1 :]
        start = len(sentence.text) - len(after.lstrip())
        whole = (
            re.match(r"van\s+(?:de|het|alle)\s+(?:totale\s+)?", after.lstrip())
            if figure.operation == "aandeel"
            else None
        )
        if self._name is None or not (figure.subject or whole):
            return
        found = self._name.match(sentence.text, start + (whole.end() if whole else 0))
        own = {each.series for each in figure.trace.inputs}
        if found is None or own & self._known.series[found[0].casefold()]:
            return
        message = f"'{found[0]}' staat achter een cijfer van de reeks {', '.join(sorted(own))}"
        hint = "kies het andere cijfer, of de andere woorden"
        self._findings.warning("T510", message, sentence.span(found.start(), len(found[0])), hint)


def _listed_times(inputs: Iterable[FigureInput]) -> str:
    return ", ".join(dict.fromkeys(each.period for each in inputs))
