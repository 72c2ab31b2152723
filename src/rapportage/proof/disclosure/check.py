"""The disclosure check of a document: which suppressed counts a reader can compute, and what would prevent it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import ceil, floor

from msgspec import Struct

from rapportage.diagnostics import Findings, Span
from rapportage.document import Document
from rapportage.input.cube.cube import Cube
from rapportage.proof.disclosure.additions import adds_to_sources
from rapportage.proof.disclosure.explain import explained, reasons
from rapportage.proof.disclosure.facts import Fact
from rapportage.proof.disclosure.limits import unsafe
from rapportage.proof.disclosure.problem import Component, IntegerCell, Problem, components
from rapportage.proof.disclosure.proposal import proposal
from rapportage.proof.disclosure.reader import Reader
from rapportage.proof.disclosure.register import Register
from rapportage.proof.disclosure.relations import relations
from rapportage.proof.disclosure.solver import Bounds, Contradiction, Undecided
from rapportage.proof.disclosure.totals import table_totals

LEAST_WIDTH = 2
"""Below it there is one value left."""


def check(document: Document, given: Cube, shown: Cube, as_of: str | None, width: int, findings: Findings) -> bool:
    """Whether no reader of the document can compute a suppressed count; each that can be, or nearly so, is reported.

    `given` is the cube as the files have it, `shown` the one that the document was made of. `width` is between how many
    values a reader must at least be left to choose.
    """
    register = Register(given, shown, as_of)
    if not register.withheld and not adds_to_sources(document, register):
        return True
    reader = Reader(document, register)
    checker = _Checker(document, register, reader, max(width, LEAST_WIDTH), findings)
    try:
        checker.check_ours()
        checker.check_sources()
        return checker.is_safe
    except Undecided as stopped:
        message = "het is te veel werk om na te gaan of onderdrukte cijfers te berekenen zijn"
        span = register.cell(stopped.cell).span
        findings.error("G103", message, span, "toon minder onderdrukte cijfers die van elkaar afhangen")
        return False


class _Found(Struct, frozen=True):
    """What was found, and what from."""

    problem: Problem
    facts: Sequence[Fact]
    unsafe: dict[int, Bounds]


class _Checker:
    def __init__(self, document: Document, register: Register, reader: Reader, width: int, findings: Findings) -> None:
        self._document = document
        self._register = register
        self._reader = reader
        self._width = width
        self._findings = findings
        self.is_safe = True

    @cached_property
    def _sums(self) -> Sequence[Fact]:
        """Which figures add up to others, as the data have it and as the tables say it."""
        return [*relations(self._register), *table_totals(self._document, self._register)]

    def check_ours(self) -> None:
        """What we suppressed must not follow from all that the document says."""
        protected = self._register.withheld
        if not protected:
            return
        found = self._find(self._reader.published, [*self._sums, *self._reader.facts], protected)
        hints = self._proposals(found, protected, list(self._reader.published))
        for cell, left in found.unsafe.items():
            self._report(found, cell, left, "is onderdrukt", hints.get(cell))

    def check_sources(self) -> None:
        """What a source suppressed must not follow from what we set beside the source's own figures.

        What follows from what the source itself gives, in all its publications, is up to the source.
        """
        publishers: dict[str, list[int]] = {}
        for cell in self._register.source_suppressed:
            publishers.setdefault(self._register.publisher(cell), []).append(cell)
        for publisher, cells in publishers.items():
            own = self._published_by(publisher)
            added = {number for number in self._reader.published if number not in own}
            facts = [fact for fact in self._reader.facts if not own.keys() >= set(fact.constraint.rests_on)]
            if added or facts:
                self._check_source(cells, own, added, facts)

    def _check_source(
        self, cells: Sequence[int], own: dict[int, IntegerCell], added: set[int], facts: Sequence[Fact]
    ) -> None:
        published = {**own, **{number: self._reader.published[number] for number in sorted(added)}}
        problem = self._problem(published, [*self._sums, *facts])
        touched = {number for fact in facts for number in fact.constraint.rests_on} | added
        near = {
            cell
            for component in components(problem, cells)
            if _touches(problem, component, touched)
            for cell in component.cells
        }
        protected = [cell for cell in cells if cell in near]
        if not protected:
            return
        found = self._find(published, [*self._sums, *facts], protected)
        before = self._find(own, self._sums, list(found.unsafe)).unsafe if found.unsafe else {}
        ours = {
            cell: left
            for cell, left in found.unsafe.items()
            if cell not in before or (left.count == 1 and before[cell].count != 1)
        }
        made = _Found(found.problem, found.facts, ours)
        hints = self._proposals(made, list(ours), sorted(added))
        for cell, left in ours.items():
            self._report(made, cell, left, "is door de bron onderdrukt", hints.get(cell))

    def _published_by(self, publisher: str) -> dict[int, IntegerCell]:
        """Every figure that the publisher gives in our files, whether the document shows it or not."""
        found = {}
        for number in self._register:
            one = self._register.true[number]
            if one is not None and one.value is not None and self._register.publisher(number) == publisher:
                low, high = self._register.truth(number)
                found[number] = IntegerCell(ceil(low), None if high is None else floor(high))
        return found

    def _problem(self, published: dict[int, IntegerCell], facts: Sequence[Fact]) -> Problem:
        cells = []
        for number in self._register:
            low, high = self._register.bounds(number)
            cells.append(published.get(number, IntegerCell(low, high)))
        return Problem(tuple(cells), tuple(fact.constraint for fact in facts))

    def _find(self, published: dict[int, IntegerCell], facts: Sequence[Fact], protected: Sequence[int]) -> _Found:
        """The unsafe cells. Figures that contradict one another are left out, and that is reported."""
        problem = self._problem(published, facts)
        try:
            return _Found(problem, facts, unsafe(problem, protected, self._width))
        except Contradiction as stopped:
            kept = [fact for fact in facts if fact.words or self._is_exact(fact)]
            message = (
                "de cijfers spreken elkaar tegen; optellingen met onbekende of afgeronde cijfers zijn niet meegeteld"
            )
            self._findings.warning(
                "G103", message, self._span(stopped.cell), "controleer de onderdrukte cijfers en hun totalen"
            )
            problem = self._problem(published, kept)
            return _Found(problem, kept, unsafe(problem, protected, self._width))

    def _is_exact(self, fact: Fact) -> bool:
        return all(self._register.exact(place) is not None for place, _ in fact.constraint.terms)

    def _proposals(self, found: _Found, protected: Sequence[int], published: Iterable[int]) -> dict[int, str]:
        """For each unsafe cell, what else could be suppressed; connected cells have one proposal."""
        candidates = sorted(
            (number for number in published if self._register.exact(number) is not None),
            key=lambda number: (not self._register.exact(number), self._register.exact(number), number),
        )
        groups = [
            [number for number in candidates if self._register.is_total(number) == is_total]
            for is_total in (False, True)
        ]
        hints = {}
        for component in list(components(found.problem, found.unsafe)):
            members = [cell for cell in protected if cell in component.cells]
            chosen = proposal(found.problem, members, groups, self._width)
            hint = (
                self._hint(chosen)
                if chosen
                else "laat het totaal of de verdeling weg: er is te weinig om te onderdrukken"
            )
            hints.update(dict.fromkeys((cell for cell in members if cell in found.unsafe), hint))
        return hints

    def _hint(self, chosen: Sequence[int]) -> str:
        return f"zet bij geheimhouding: ook: [{', '.join(map(self._register.written, chosen))}]"

    def _report(self, found: _Found, cell: int, left: Bounds, what: str, hint: str | None) -> None:
        why = explained(found.problem, reasons(found.problem, found.facts, cell, left), cell, self._register)
        name, span = self._register.name(cell), self._span(cell)
        if left.count == 1:
            message = (
                f"{name} {what}, maar is te berekenen: {why} = {left.lower}"
                if why
                else f"{name} {what}, maar is bekend"
            )
            self.is_safe = False
            self._findings.error("G101", message, span, hint)
        else:
            message = f"{name} {what}, maar is {left.lower} tot en met {left.upper}: {why}"
            self._findings.warning("G102", message, span, hint)

    def _span(self, cell: int) -> Span:
        return self._register.cell(cell).span


def _touches(problem: Problem, component: Component, cells: set[int]) -> bool:
    return any(
        place in cells
        for number in component.constraints
        for place in (
            *(place for place, _ in problem.constraints[number].terms),
            *problem.constraints[number].rests_on,
        )
    )
