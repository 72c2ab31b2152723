"""Series of one name: they count the same, from several publications."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapportage.figures.observation import Observation
from rapportage.figures.unit_text import ONES, unit_of
from rapportage.input.cube.cube import Cube, Series
from rapportage.proof.checking.figures.intervals import Interval, interval

FEW = 8
"""So many series may share a title and unit and count the same; of more the title says too little."""

Vintages = Sequence[Observation]


class Namesakes:
    """The series of a cube by their title, kind and unit."""

    def __init__(self, cube: Cube) -> None:
        self._series = {id: edition for id in cube.ids() if (edition := cube.series(id))}
        self._of_unit: dict[tuple[str, str, str], list[str]] = {}
        self._flows: dict[tuple[str, str], list[str]] = {}
        self._scaled: dict[tuple[str, str], list[str]] = {}
        for id, each in self._series.items():
            name = _name(each)
            self._of_unit.setdefault((*name, each.unit), []).append(id)
            if each.additive:
                self._flows.setdefault(name, []).append(id)
            if each.additive and unit_of(each.unit).scale is not ONES:
                self._scaled.setdefault(name, []).append(id)

    def of(self, series: str) -> tuple[str, ...]:
        """The series that count the same as this one, one of them: only itself where they would be too many."""
        own = self._series.get(series)
        if own is None:
            return ()
        name = _name(own)
        same = self._of_unit[*name, own.unit]
        if own.additive:
            scaled = self._flows if unit_of(own.unit).scale is not ONES else self._scaled
            same = [*dict.fromkeys((*same, *scaled.get(name, ())))]
        return tuple(same) if len(same) <= FEW else (series,)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every two series that count the same."""
        for one in self._series:
            yield from ((one, other) for other in self.of(one) if one < other)

    def groups(self) -> Iterator[tuple[str, ...]]:
        """The series of one title and unit, where there are several."""
        return (tuple(ids) for ids in self._of_unit.values() if len(ids) > 1)


def _name(series: Series) -> tuple[str, str]:
    return series.title.casefold(), series.kind


def furthest_apart(many: Sequence[Vintages]) -> tuple[Vintages, Vintages] | None:
    """Of several answers to one question the lowest and the highest, where those can't both be true."""
    bounds = {place: found for place, vintages in enumerate(many) if (found := bounds_of(vintages))}
    if not bounds:
        return None
    low = min(bounds, key=lambda place: bounds[place][1])
    high = max(bounds, key=lambda place: bounds[place][0])
    return (many[low], many[high]) if bounds[low][1] < bounds[high][0] else None


def bounds_of(vintages: Vintages) -> Interval | None:
    """Between which values all vintages are; None where one of them may be anything."""
    found = [interval(figure) for figure in vintages]
    known = [each for each in found if each is not None]
    return (min(low for low, _ in known), max(high for _, high in known)) if len(known) == len(found) else None


def by_fact(cube: Cube, ids: Sequence[str]) -> Mapping[object, list[Vintages]]:
    """What each of these series says of each period and category."""
    found: dict[object, list[Vintages]] = {}
    for id in ids:
        for key, vintages in cube.observations_of(id).items():
            found.setdefault((key.period, key.part), []).append(vintages)
    return found
