"""The names of a project with which its user is given examples."""

from __future__ import annotations

from rapportage.diagnostics.own_names import PLAIN, OwnNames
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.names import wrong_name


def own_names(cube: Cube) -> OwnNames:
    """The first series, and the first that is broken down; plain names for what the project does not have."""
    series = [id for id in cube.ids() if wrong_name(id) is None] or [PLAIN.series]
    for parted in series:
        parts = _parts(cube, parted)
        if parts:
            other = next((id for id in series if id != parted), PLAIN.other)
            return OwnNames(parted, other, parted, parts[0], parts[1] if len(parts) > 1 else PLAIN.other_part)
    return OwnNames(series[0], series[1] if len(series) > 1 else PLAIN.other, series[0])


def _parts(cube: Cube, series: str) -> list[str]:
    """The parts of its first breakdown by one dimension that can be typed between quotes."""
    for dimensions, parts in cube.breakdowns(series).items():
        names = [part.names[0] for part in parts if "'" not in part.names[0]]
        if len(dimensions) == 1 and names:
            return names
    return []
