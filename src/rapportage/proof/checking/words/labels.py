"""The names beside a figure: year, month, category, series and unit, against what the figure itself is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.document import FigureInput
from rapportage.figures.arithmetic import PERCENT
from rapportage.figures.observation import Operation
from rapportage.figures.words.numbers import PERCENTAGE_POINT
from rapportage.figures.words.periods import MONTHS
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.namesakes import Namesakes
from rapportage.proof.checking.words.known_names import Names
from rapportage.proof.checking.words.sentences import FigureInText, Stretch, before, inputs_of, nearest
from rapportage.proof.checking.words.times import judged_times

_ELSEWHERE = re.compile(
    r"(?:\bdan(?:\s+in|\s+uit|\s+van)?|\bvergeleken\s+met|\bvergelijking\s+met|\bten\s+opzichte\s+van|\bt\.o\.v\.|\btegenover|"
    r"\bniveau\s+van|\bgelijk\s+aan(?:\s+dat\s+van)?|\bvoor|\bvóór|\bna|\btoen|\bsinds|\bvanaf|\bsluiting\s+(?:\w+\s+)*in|"
    r"\b\d{1,2}|\b(?:na|door|dankzij|vanwege)\s+(?:\w+\s+){0,4}\w+)\s+(?:de\s+maand\s+|de\s+|het\s+|eind\s+|begin\s+)?$"
    r"|(?:wet|verdrag|besluit|regeling|verordening|protocol)\w*\s+$",
    re.IGNORECASE,
)
"""What comes before a time or category that is not the figure's own: what it is compared with, a date, a law."""
_ASIDE = re.compile(r"\s*(?:sinds|nadat|toen|omdat|doordat|voordat|tot en met)\b", re.IGNORECASE)
"""With which a clause begins that says what else happened."""
_FROM_TO = re.compile(rf"\bvan\s+(?:{'|'.join(MONTHS)})\s+(?:op|naar)\s+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_NAME = 60
"""A name comes within so many characters before 'en'."""
_NEXT_WORD = re.compile(r"\s*([%\w]+)")
_SPACES = re.compile(r"\s*")
_OF_ALL = re.compile(r"van\s+(?:de|het|alle)\s+(?:totale\s+)?")
LISTED = 12
"""So many names are given in a message."""
_PERCENT_WORDS = (PERCENT, "procent")


class Vocabulary(Struct, frozen=True):
    """What the data know of names: categories (but for common words), units, and how series are called."""

    categories: frozenset[str]
    units: frozenset[str]
    series: Mapping[str, frozenset[str]]
    """By name (title, or id with spaces) in small letters, the series that are called so."""
    percentages: frozenset[str]
    """The series of percentages: they may be called after what they are a part of."""


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


class _Sentence:
    """A sentence with what is asked of it for each of its clauses."""

    def __init__(self, stretch: Stretch, categories: Names) -> None:
        self.stretch = stretch
        first = inputs_of(nearest(stretch.figures, 0))
        self.tells_time = any(is_right for _, is_right in judged_times(stretch.text, first))
        own = {each.category for each in inputs_of(stretch.figures)}
        self.names_its_own = any(found.name in own for found in categories.within(stretch.text))

    def inputs(self, clause: Stretch) -> list[FigureInput]:
        """The cells of a clause, or else those of the figures around it."""
        place = clause.start - self.stretch.start
        return inputs_of(clause.figures or nearest(self.stretch.figures, place))


class LabelChecker:
    """Judges the names in sentences by the vocabulary of the data."""

    def __init__(self, known: Vocabulary, findings: Findings) -> None:
        self._known = known
        self._categories = Names(known.categories)
        self._names = Names(known.series, fold=True)
        self._units = {*known.units, "duizend", "miljoen"}
        self._findings = findings

    def check(self, stretch: Stretch) -> None:
        """Reports a year, month or category that is that of no figure beside it, and a unit or series that is not its.

        A clause is judged by its own figures, or else by those of the sentence. Where the clause (or, if it has no
        figures, the sentence) also names what is right, a further name is left alone: it is about something else.
        """
        if not stretch.figures:
            return
        sentence = _Sentence(stretch, self._categories)
        for clause in stretch.clauses():
            inputs = sentence.inputs(clause)
            self._check_times(clause, sentence, inputs)
            self._check_categories(clause, sentence, inputs)
        for figure in stretch.figures:
            self._check_unit(stretch, figure)
            self._check_series(stretch, figure)

    def _check_times(self, clause: Stretch, sentence: _Sentence, inputs: Sequence[FigureInput]) -> None:
        times = list(judged_times(clause.text, inputs))
        is_told = any(is_right for _, is_right in times) or (not clause.figures and sentence.tells_time)
        if not clause.figures and _ASIDE.match(clause.text):
            return
        strict = _FROM_TO.search(clause.text)
        for named, is_right in times:
            within = strict is not None and strict.start() <= named.place < strict.end()
            elsewhere = is_told or before(_ELSEWHERE, clause.text, named.place)
            if not is_right and (within or not elsewhere):
                message = f"'{named.word}' is niet de tijd van het cijfer ernaast ({_listed_times(inputs)})"
                self._report("T504", message, clause, named.place, named.word)

    def _check_categories(self, clause: Stretch, sentence: _Sentence, inputs: Sequence[FigureInput]) -> None:
        near = {each.category for each in inputs if each.category}
        named = list(self._categories.within(clause.text)) if near else []
        is_right = any(found.name in near for found in named) if clause.figures else sentence.names_its_own
        if not named or is_right:
            return
        beside = re.search(r"(\S+)\s+(?:en|of)\s+$", clause.composed.text[max(0, clause.start - _NAME) : clause.start])
        if beside and beside[1] in near:
            return
        for found in named:
            if not before(_ELSEWHERE, clause.text, found.start):
                message = f"'{found.name}' staat bij een cijfer over {_listed(sorted(near))}"
                self._report("T505", message, clause, found.start, found.name)

    def _report(self, code: str, message: str, clause: Stretch, place: int, word: str) -> None:
        hint = f"verbeter het woord of de uitdrukking, of zet erachter: {{# erkend {code}: … #}}"
        self._findings.warning(code, message, clause.span(place, len(word)), hint)

    def _check_unit(self, sentence: Stretch, figure: FigureInText) -> None:
        """The word right after a figure, when it is a unit, is its own."""
        after = _NEXT_WORD.match(sentence.text, figure.place + 1)
        if after is None or not figure.trace.unit:
            return
        word, unit = after[1], figure.trace.unit
        is_percent = word.casefold() in _PERCENT_WORDS
        if is_percent and unit == PERCENT and PERCENT not in figure.value.text:
            return
        is_point = word.casefold().startswith(PERCENTAGE_POINT)
        is_unit = is_percent or is_point or word in self._units
        if is_unit and word != unit and not (is_point and unit == PERCENTAGE_POINT):
            message = f"'{word}' staat achter een cijfer met de eenheid {unit}"
            hint = f"schrijf {unit}, of kies een ander cijfer"
            self._findings.warning("T506", message, sentence.span(after.start(1), len(word)), hint)

    def _check_series(self, sentence: Stretch, figure: FigureInText) -> None:
        """The name of a series right after a figure is that of its own."""
        spaces = _SPACES.match(sentence.text, figure.place + 1)
        start = spaces.end() if spaces else figure.place + 1
        whole = _OF_ALL.match(sentence.text, start) if figure.operation is Operation.SHARE else None
        if not (figure.subject or whole):
            return
        found = self._names.at(sentence.text, whole.end() if whole else start)
        own = {each.series for each in figure.trace.inputs}
        if found is None or own & self._known.series[found.name]:
            return
        said = sentence.text[found.start : found.end]
        message = f"'{said}' staat achter een cijfer van de reeks {_listed(sorted(own))}"
        hint = "kies het andere cijfer, of de andere woorden"
        self._findings.warning("T510", message, sentence.span(found.start, len(said)), hint)


def _listed_times(inputs: Iterable[FigureInput]) -> str:
    return _listed(list(dict.fromkeys(each.period for each in inputs)))


def _listed(names: Sequence[str]) -> str:
    """The first few."""
    more = f" en nog {len(names) - LISTED}" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more
