"""Rows of figures, as other checks look at them: the parts of one breakdown in one file, and a course through time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rapportage.figures.observation import Observation
from rapportage.figures.parts import WHOLE, Dimensions, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.units import Unit
from rapportage.input.cube.cube import Cube, Key, Series
from rapportage.proof.checking.figures.intervals import cell_of

REST = "overig"
"""A breakdown with a category that begins so has all parts of its total."""


class Row(Struct, frozen=True):
    """The parts of one breakdown over one period that were published together, in the order of their file."""

    series: str
    period: TimePeriod
    dimensions: Dimensions
    vintage: str
    parts: tuple[Observation, ...]

    def by_name(self) -> Mapping[str, Observation]:
        """By what each is in the last dimension, in which they differ."""
        return {cell_of(part).part.names[-1]: part for part in self.parts}


RowKey = tuple[str, Part, Dimensions]
"""The series, what in the dimensions before the last the parts have in common, and the dimensions."""


Rows = Mapping[RowKey, Sequence[Row]]


def rows(cube: Cube) -> Rows:
    """The rows of each breakdown, in the order of time; of one period in that of publication."""
    gathered: dict[tuple[RowKey, TimePeriod, str], list[Observation]] = {}
    for key, vintages in cube.observations.items():
        if key.part == WHOLE:
            continue
        place = key.series, key.part.over(key.part.dimensions[:-1]), key.part.dimensions
        for figure in vintages:
            gathered.setdefault((place, key.period, cell_of(figure).vintage), []).append(figure)
    found: dict[RowKey, list[Row]] = {}
    for (place, period, vintage), parts in gathered.items():
        parts.sort(key=lambda part: (cell_of(part).span.line, cell_of(part).span.column))
        found.setdefault(place, []).append(Row(place[0], period, place[2], vintage, tuple(parts)))
    for several in found.values():
        several.sort(key=lambda row: (row.period, row.vintage))
    return found


def is_rest(series: Series | None, part: Part) -> bool:
    """Whether a part takes together what is not named, or what is not known."""
    return (series is not None and series.is_rest(part)) or part.names[-1].casefold().startswith(REST)


Length = tuple[Unit, int]
Course = Mapping[Length, Sequence[Observation]]


def courses(cube: Cube) -> Iterator[tuple[Key, Course]]:
    """The figures of each series and part as first published: by length of their period, in the order of time.

    The key is that of one of them. What has only one figure has no course.
    """
    found: dict[tuple[str, Part], list[Observation]] = {}
    for key, vintages in cube.observations.items():
        found.setdefault((key.series, key.part), []).append(vintages[0])
    for (series, part), several in found.items():
        if len(several) > 1:
            by_length: dict[Length, list[Observation]] = {}
            for figure in several:
                by_length.setdefault(figure.period.length, []).append(figure)
            for figures in by_length.values():
                figures.sort(key=lambda figure: figure.period)
            yield Key(series, several[0].period, part), by_length
