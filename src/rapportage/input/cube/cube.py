"""The figures of all periods, each in every vintage in which it was published; asked as of a date.

Dates are ISO 8601 ('2020-06-24'); `as_of` None means the newest. A later vintage never hides what was known before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.figures.arithmetic import sum_of
from rapportage.figures.measure_kinds import MeasureKind
from rapportage.figures.observation import Cell, DataSource, Observation
from rapportage.figures.parts import WHOLE, Dimensions, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.units import SUMMED, Unit
from rapportage.figures.words.lists import names_nothing
from rapportage.input.specs.parts.part_list import PartListSpec
from rapportage.input.specs.period import Lost
from rapportage.input.specs.words import NO_WORDS, OwnWords

NO_LISTS: Mapping[str, PartListSpec] = {}


class Series(Struct, frozen=True):
    """What the figures of a series are, in the words of one edition."""

    id: str
    title: str
    unit: str
    kind: Literal["stroom", "stand"]
    measure: MeasureKind
    """What its figures are: whether those of parts add up, have a share, can be negative."""
    additive: bool
    """Whether its figures of several periods may be added up: a flow of counts or amounts."""
    sources: tuple[DataSource, ...]
    definition: str | None
    remark: str | None
    vintage: str
    span: Span
    sum_of: tuple[str, ...] = ()
    """The series of which its totals are the sum."""
    part_of: str | None = None
    """The series that counts it already."""
    rest_parts: frozenset[str] = frozenset()
    """The parts that take together what is not named: 'overige landen'."""

    def is_rest(self, part: Part) -> bool:
        """Whether a part is no one thing to name among others: what is left, or all of which it is not known."""
        return any(name in self.rest_parts or names_nothing(name) for name in part.names)


class Key(NamedTuple):
    """Where a figure belongs: to the whole, or to a part of it."""

    series: str
    period: TimePeriod
    part: Part = WHOLE


class Asked(NamedTuple):
    """A figure that was asked in vain: there is none of that series over that period."""

    series: str
    period: TimePeriod


class Cube(Struct, frozen=True, dict=True):
    """Made by `build_cube`. Every sequence of vintages begins with the oldest."""

    editions: Mapping[str, Sequence[Series]]
    """By id of the series."""
    observations: Mapping[Key, Sequence[Observation]]
    outlines: Mapping[str, Mapping[TimePeriod, Mapping[Dimensions, Sequence[Part]]]]
    """By series, then by period: the parts of each breakdown, in the order of the files."""
    is_sound: bool = True
    """False when what it was made of is faulty or contradicts itself, which was reported: no report is made of it."""
    unsound: Mapping[Key, Span] = field(default_factory=dict)
    """The figures that could not be read, with where that was reported."""
    lost: Sequence[tuple[TimePeriod, Lost]] = ()
    """The series that could not be read, each with the period of its file."""
    lists: Mapping[str, PartListSpec] = NO_LISTS
    """By dimension what is known of its parts besides figures: order, codes, groups, words."""
    words: OwnWords = NO_WORDS
    """What texts call series and parts besides their names."""
    in_vain: list[Asked] = field(default_factory=list)
    """What was asked in vain, until somebody empties it: who reports a fault wants to know what it comes of."""

    def ids(self) -> tuple[str, ...]:
        return tuple(self.editions)

    @cached_property
    def remembered(self) -> dict[object, object]:
        """What was worked out of it, by a key of who asks: the cube never changes."""
        return {}

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
        editions = reversed(self.editions.get(series, ()))
        return next((edition for edition in editions if _visible(edition.vintage, as_of)), None)

    def observe(
        self,
        series: str,
        period: TimePeriod,
        part: Part = WHOLE,
        as_of: str | None = None,
    ) -> Observation | None:
        """The figure of the whole or of a part, as it was known on `as_of`; None where there is none."""
        vintages = self.vintages(series, period, part)
        return next((each for each in reversed(vintages) if _visible(_vintage(each), as_of)), None)

    def first_published(self, series: str, period: TimePeriod, part: Part = WHOLE) -> Observation | None:
        """What the figure was before any revision."""
        return next(iter(self.vintages(series, period, part)), None)

    def vintages(self, series: str, period: TimePeriod, part: Part = WHOLE) -> Sequence[Observation]:
        """Every published value of a figure, oldest first."""
        return self.observations.get(Key(series, period, part), ())

    def parts(
        self, series: str, period: TimePeriod, dimensions: Dimensions, as_of: str | None = None, within: Part = WHOLE
    ) -> tuple[Part, ...]:
        """The parts by those dimensions that have a figure, in the order of the file: all, or those within a part.

        Over a period that is added up they are those of its months, quarters or days.
        """
        outline = self.outline(series, period).get(dimensions, ())
        found = self._with_figure(outline, series, period, as_of, within)
        edition = self.series(series, as_of)
        if found or edition is None or not edition.additive or self.observe(series, period, within, as_of):
            return found
        for window in (window for unit in self.units_of(series) if (window := period.divided(unit))):
            every = dict.fromkeys(
                part
                for unit in window.parts()
                for part in self._with_figure(
                    self.outline(series, unit).get(dimensions, ()), series, unit, as_of, within
                )
            )
            if every:
                return tuple(every)
        return ()

    def _with_figure(
        self, parts: Sequence[Part], series: str, period: TimePeriod, as_of: str | None, within: Part
    ) -> tuple[Part, ...]:
        return tuple(part for part in parts if part.within(within) and self.observe(series, period, part, as_of))

    def breakdowns(self, series: str) -> Mapping[Dimensions, tuple[Part, ...]]:
        """The dimensions of the breakdowns that the series has in any period, with all their parts."""
        return self._breakdowns.get(series, {})

    @cached_property
    def _breakdowns(self) -> Mapping[str, Mapping[Dimensions, tuple[Part, ...]]]:
        found = {}
        for series, outlines in self.outlines.items():
            merged: dict[Dimensions, dict[Part, None]] = {}
            for outline in outlines.values():
                for dimensions, parts in outline.items():
                    merged.setdefault(dimensions, {}).update(dict.fromkeys(parts))
            found[series] = {dimensions: tuple(parts) for dimensions, parts in merged.items()}
        return found

    def refuse_lost(self, series: str, names: Sequence[str]) -> None:
        """Refuses what could not be read, where somebody has to know the difference (`views/guarded.py`)."""

    def outline(self, series: str, period: TimePeriod) -> Mapping[Dimensions, Sequence[Part]]:
        """The parts of each breakdown that the series has over a period, in the order of the files."""
        return self.outlines.get(series, {}).get(period, {})

    def periods(self, series: str) -> tuple[TimePeriod, ...]:
        """The periods over which the series has any figure."""
        return tuple(sorted({key.period for key in self.observations_of(series)}))

    def units_of(self, series: str) -> tuple[Unit, ...]:
        """The units of time in which the series has figures: months first, since most are given by month."""
        return self._units.get(series, ())

    @cached_property
    def _units(self) -> Mapping[str, tuple[Unit, ...]]:
        found = {
            series: {key.period.unit for key in keys if key.period.kind != "venster"}
            for series, keys in self._by_series.items()
        }
        return {series: tuple(unit for unit in SUMMED if unit in units) for series, units in found.items()}

    def whole_of(self, part: Observation, within: Part = WHOLE) -> Observation | None:
        """The total to which a part belongs: of the same period, vintage and source; None where that was not given.

        April 2020's first figures by country belong to the 273 that was published with them, not to the restated 270.
        Of a crossed part it may be asked `within` another: of 'Utrecht, koop' that of 'Utrecht'.
        """
        return self.whole_of_cell(part.provenance, within) if isinstance(part.provenance, Cell) else None

    def whole_of_cell(self, cell: Cell, within: Part = WHOLE) -> Observation | None:
        """The total to which a cell of data belongs."""
        for total in self.vintages(cell.series, cell.period, within):
            whole = total.provenance
            if isinstance(whole, Cell) and (whole.vintage, whole.source) == (cell.vintage, cell.source):
                return total
        return None

    def total_over(
        self, series: str, period: TimePeriod, part: Part = WHOLE, as_of: str | None = None
    ) -> Observation | None:
        """The published figure over a period, or else the sum of its months, quarters or days where all are known."""
        if published := self.observe(series, period, part, as_of):
            return published
        edition = self.series(series, as_of)
        if edition is None or not edition.additive:
            return None
        parts = self.shorter(series, period, part, as_of)
        return sum_of(parts, parts[0].label) if parts else None

    def shorter(
        self, series: str, period: TimePeriod, part: Part = WHOLE, as_of: str | None = None
    ) -> tuple[Observation, ...] | None:
        """The figures of the months, quarters or days that make up the period; None where one has none."""
        for unit in self.units_of(series):
            window = period.divided(unit)
            found = self._all(series, window, part, as_of) if window else None
            if found:
                return found
        return None

    def _all(self, series: str, window: TimePeriod, part: Part, as_of: str | None) -> tuple[Observation, ...] | None:
        """The figures of all units of the window; None where one has none."""
        found = []
        for unit in window.parts():
            one = self.observe(series, unit, part, as_of)
            if one is None:
                return None
            found.append(one)
        return tuple(found)


def _visible(vintage: str, as_of: str | None) -> bool:
    return as_of is None or vintage <= as_of


def _vintage(observation: Observation) -> str:
    """Everything in a cube comes from a cell."""
    return observation.cells()[0].vintage
