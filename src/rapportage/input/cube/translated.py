"""The same figures under the names that a report gives them; what they are asked by stays as the data have it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rapportage.figures.languages.names import Translation
from rapportage.figures.observation import Observation
from rapportage.input.cube.cube import Cube, Key, Series


def translated(cube: Cube, names: Translation) -> Cube:
    """Series and parts; a unit keeps its name, since that says what may be done with a figure."""
    editions = {id: tuple(_series(each, names) for each in series) for id, series in cube.editions.items()}
    observations = {key: _figures(key, vintages, names) for key, vintages in cube.observations.items()}
    return replace(cube, editions=editions, observations=observations)


def _series(series: Series, names: Translation) -> Series:
    return replace(series, title=names.series.get(series.id, series.title))


def _figures(key: Key, vintages: Sequence[Observation], names: Translation) -> tuple[Observation, ...]:
    said = key.part.said
    return tuple(replace(each, label=said or names.series.get(key.series, each.label)) for each in vintages)
