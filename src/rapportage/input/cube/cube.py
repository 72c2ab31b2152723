"""The figures of all periods, each in every vintage in which it was published; asked as of a date.

Dates are ISO 8601 ('2020-06-24'); `as_of` None means the newest. A later vintage never hides what was known before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.figures.arithmetic import sum_of
from rapportage.figures.observation import Cell, DataSource, Observation
from rapportage.figures.period import TimePeriod


class Series(Struct, frozen=True):
    """What the figures of a series are, in the words of one edition."""

    id: str
    title: str
    unit: str
    kind: Literal["stroom", "stand"]
    additive: bool
    """Whether its figures of several periods may be added up: a flow of counts."""
    sources: tuple[DataSource, ...]
    definition: str | None
    remark: str | None
    vintage: str
    span: Span
    sum_of: tuple[str, ...] = ()
    """The series of which its totals are the sum."""
    part_of: str | None = None
    """The series that counts it already."""


class Key(NamedTuple):
    """Where a figure belongs; a total has neither breakdown nor category."""

    series: str
    period: TimePeriod
    breakdown: str | None = None
    category: str | None = None


class Cube(Struct, frozen=True, dict=True):
    """Made by `build_cube`. Every sequence of vintages begins with the oldest."""

    editions: Mapping[str, Sequence[Series]]
    """By id of the series."""
    observations: Mapping[Key, Sequence[Observation]]
    outlines: Mapping[str, Mapping[TimePeriod, Mapping[str, Sequence[str]]]]
    """By series, then by period: the categories of each breakdown, in the order of the files."""
    is_sound: bool = True
    """False when what it was made of contradicts itself, which was reported: no report can be made of it."""

    def ids(self) -> tuple[str, ...]:
        return tuple(self.editions)

    @cached_property
    def _by_series(self) -> Mapping[str, Mapping[Key, Sequence[Observation]]]:
        found: dict[str, dict[Key, Sequence[Observation]]] = {}
        for key, vintages in self.observations.items():
            found.setdefault(key.series, {})[key] = vintages
        return found

    def observations_of(self, series: str) -> Mapping[Key, Sequence[Observation]]:
        """What the cube holds of one series, in the order of the files."""
        return self._by_series.get(series, {})

    def series(self, series: str, as_of: str | None = None) -> Series | None:
        known = [edition for edition in self.editions.get(series, ()) if _visible(edition.vintage, as_of)]
        return known[-1] if known else None

    def observe(
        self,
        series: str,
        period: TimePeriod,
        category: str | None = None,
        as_of: str | None = None,
        breakdown: str | None = None,
    ) -> Observation | None:
        """The total, or the figure of a category, as it was known on `as_of`; None where there is none.

        Without a `breakdown` a category is looked for in each, in the order of the file.
        """
        known = [
            observation
            for observation in self.vintages(series, period, category, breakdown)
            if _visible(_vintage(observation), as_of)
        ]
        return known[-1] if known else None

    def first_published(
        self, series: str, period: TimePeriod, category: str | None = None, breakdown: str | None = None
    ) -> Observation | None:
        """What the figure was before any revision."""
        return next(iter(self.vintages(series, period, category, breakdown)), None)

    def vintages(
        self, series: str, period: TimePeriod, category: str | None = None, breakdown: str | None = None
    ) -> Sequence[Observation]:
        """Every published value of a figure, oldest first."""
        if category is None:
            return self.observations.get(Key(series, period), ())
        names = self._outline(series, period) if breakdown is None else (breakdown,)
        found = (self.observations.get(Key(series, period, name, category)) for name in names)
        return next((vintages for vintages in found if vintages), ())

    def breakdown(
        self, series: str, period: TimePeriod, as_of: str | None = None, name: str | None = None
    ) -> tuple[Observation, ...]:
        """The figures of all categories in the order of the file; without a `name` those of the first breakdown."""
        outline = self._outline(series, period)
        names = [name] if name is not None else list(outline)[:1]
        found = (
            self.observe(series, period, category, as_of, each) for each in names for category in outline.get(each, ())
        )
        return tuple(observation for observation in found if observation)

    def breakdowns(self, series: str) -> dict[str, tuple[str, ...]]:
        """The names of the breakdowns that the series has in any period, with all their categories."""
        merged: dict[str, dict[str, None]] = {}
        for outline in self.outlines.get(series, {}).values():
            for name, categories in outline.items():
                merged.setdefault(name, {}).update(dict.fromkeys(categories))
        return {name: tuple(categories) for name, categories in merged.items()}

    def _outline(self, series: str, period: TimePeriod) -> Mapping[str, Sequence[str]]:
        return self.outlines.get(series, {}).get(period, {})

    def periods(self, series: str) -> tuple[TimePeriod, ...]:
        """The periods over which the series has any figure."""
        return tuple(sorted({key.period for key in self.observations_of(series)}))

    def whole_of(self, part: Observation) -> Observation | None:
        """The total to which a part belongs: of the same period, vintage and source; None where that was not given.

        April 2020's first figures by country belong to the 273 that was published with them, not to the restated 270.
        """
        cell = part.provenance
        if not isinstance(cell, Cell):
            return None
        for total in self.vintages(cell.series, cell.period):
            whole = total.provenance
            if isinstance(whole, Cell) and (whole.vintage, whole.source) == (cell.vintage, cell.source):
                return total
        return None

    def total_over(
        self, series: str, period: TimePeriod, category: str | None = None, as_of: str | None = None
    ) -> Observation | None:
        """The published figure over a period, or else the sum of its months (weeks) where all of them are known."""
        published = self.observe(series, period, category, as_of)
        edition = self.series(series, as_of)
        if published or edition is None or not edition.additive:
            return published
        units = period.months() or period.parts()
        parts = [part for unit in units if (part := self.observe(series, unit, category, as_of))]
        return sum_of(parts, parts[0].label) if len(parts) == len(units) else None


def _visible(vintage: str, as_of: str | None) -> bool:
    return as_of is None or vintage <= as_of


def _vintage(observation: Observation) -> str:
    """Everything in a cube comes from a cell."""
    return observation.cells()[0].vintage
