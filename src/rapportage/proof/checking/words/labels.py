"""The names beside a figure: year, month, category, series and unit, against what the figure itself is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.document import FigureInput
from rapportage.figures.languages.names import part_name
from rapportage.figures.observation import Operation
from rapportage.figures.unit_text import PERCENT, is_percent, unit_of
from rapportage.figures.words.units import unit_name
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.namesakes import Namesakes
from rapportage.proof.checking.words.times import judged_times
from rapportage.proof.checking.words.unit_words import is_own_unit, is_unit_word
from rapportage.proof.claims.known_names import Names
from rapportage.proof.claims.stretches import FigureInText, Stretch, before, inputs_of, nearest
from rapportage.proof.vocabulary.spoken import patterns

_NAME = 60
"""A name comes within so many characters before 'en'."""
_NEXT_WORD = re.compile(r"\s*([%\w]+)")
_SPACES = re.compile(r"\s*")
LISTED = 12
"""So many names are given in a message."""


class Vocabulary(Struct, frozen=True):
    """What the data know of names: categories (but for common words), units, and how series are called."""

    categories: frozenset[str]
    units: frozenset[str]
    series: Mapping[str, frozenset[str]]
    """By name (title, or id with spaces) in small letters, the series that are called so."""
    percentages: frozenset[str]
    """The series of percentages: they may be called after what they are a part of."""
    members: Mapping[str, frozenset[str]]
    """By group of a list ('Noord-Holland') the parts that are in it."""


def vocabulary(cube: Cube) -> Vocabulary:
    names = {part_name(name) for key in cube.observations for name in key.part.names}
    names = {name for name in names if name[:1].isupper()}
    units = {edition.unit for id in cube.ids() if (edition := cube.series(id))}
    called: dict[str, set[str]] = {}
    known = Namesakes(cube)
    for id in cube.ids():
        for twin in known.of(id):
            edition = cube.series(twin)
            for name in (twin.replace("_", " "), edition.title if edition else twin):
                called.setdefault(name.casefold(), set()).add(id)
    series = {name: frozenset(ids) for name, ids in called.items()}
    percentages = frozenset(id for id in cube.ids() if (edition := cube.series(id)) and is_percent(edition.unit))
    things = {unit_of(unit).thing for unit in units}
    said = frozenset(map(unit_name, (units | things) - {PERCENT, ""}))
    return Vocabulary(frozenset(names), said, series, percentages, _members(cube))


def _members(cube: Cube) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for listed in cube.lists.values():
        for name, part in listed.parts.items():
            for group in part.groups.values():
                found.setdefault(group.text, set()).add(name)
    return {group: frozenset(names) for group, names in found.items()}


class _Sentence:
    """A sentence with what is asked of it for each of its clauses."""

    def __init__(self, stretch: Stretch, categories: Names) -> None:
        self.stretch = stretch
        first = inputs_of(nearest(stretch.figures, 0))
        self.tells_time = any(is_right for _, is_right in judged_times(stretch.text, first))
        own = {part_name(name) for each in inputs_of(stretch.figures) for name in each.part.names}
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
        self._units = known.units
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
        if not clause.figures and patterns().labels.aside.match(clause.text):
            return
        strict = patterns().labels.from_to.search(clause.text)
        for named, is_right in times:
            within = strict is not None and strict.start() <= named.place < strict.end()
            elsewhere = is_told or before(patterns().labels.elsewhere, clause.text, named.place)
            if not is_right and (within or not elsewhere):
                message = f"'{named.word}' is niet de tijd van het cijfer ernaast ({_listed_times(inputs)})"
                self._report("T504", message, clause, named.place, named.word)

    def _check_categories(self, clause: Stretch, sentence: _Sentence, inputs: Sequence[FigureInput]) -> None:
        near = {part_name(name) for each in inputs for name in each.part.names}
        named = list(self._categories.within(clause.text)) if near else []
        is_right = any(found.name in near for found in named) if clause.figures else sentence.names_its_own
        if not named or is_right:
            return
        beside = patterns().labels.beside.search(clause.composed.text[max(0, clause.start - _NAME) : clause.start])
        if beside and beside[1] in near:
            return
        for found in named:
            if not before(patterns().labels.elsewhere, clause.text, found.start):
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
        if not self._is_unit(word) or is_own_unit(word, unit, figure.value.text):
            return
        message = f"'{word}' staat achter een cijfer met de eenheid {unit}"
        self._findings.warning(
            "T506", message, sentence.span(after.start(1), len(word)), f"schrijf {unit}, of kies een ander cijfer"
        )

    def _is_unit(self, word: str) -> bool:
        return is_unit_word(word) or word in self._units

    def _check_series(self, sentence: Stretch, figure: FigureInText) -> None:
        """The name of a series right after a figure is that of its own."""
        spaces = _SPACES.match(sentence.text, figure.place + 1)
        start = spaces.end() if spaces else figure.place + 1
        whole = patterns().labels.of_all.match(sentence.text, start) if figure.operation is Operation.SHARE else None
        if not (figure.subject or whole):
            return
        found = self._names.at(sentence.text, whole.end() if whole else start)
        own = {each.series for each in figure.trace.inputs}
        if found is None or own & self._known.series[found.name] or found.name == figure.trace.unit.casefold():
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
