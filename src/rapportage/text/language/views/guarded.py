"""A cube of files with faults: whoever asks it what could not be read is told so, and not that there is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rapportage.figures.observation import Observation
from rapportage.figures.parts import WHOLE, Dimensions, Part
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Cube, Key
from rapportage.input.specs.names import wrong_name
from rapportage.text.language.faults import RestsOnFault, Unsound

_KEY = re.compile(r"(?:^|[{,])[ \t]*([^\W\d]\w*)[ \t]*:(?=\s|$)", re.MULTILINE)


def guarded(cube: Cube) -> Cube:
    """The cube, in which a figure that could not be read raises RestsOnFault; as it is where all could be read."""
    if not (cube.unsound or cube.lost):
        return cube
    return GuardedCube(**{name: getattr(cube, name) for name in cube.__struct_fields__})


def unsound_names(cube: Cube) -> dict[str, Unsound]:
    """The series that are in files, and could not be read."""
    return {name: Unsound(lost.cause) for _, lost in cube.lost for name in _names(lost.series, lost.written)}


def _names(series: str | None, written: str) -> Iterator[str]:
    names = [series] if series is not None else _KEY.findall(written)
    return (name for name in names if wrong_name(name) is None)


class GuardedCube(Cube, frozen=True, dict=True):
    """Made by `guarded`."""

    def vintages(self, series: str, period: TimePeriod, part: Part = WHOLE) -> Sequence[Observation]:
        found = super().vintages(series, period, part)
        if not found:
            self._refuse(series, period, part)
        return found

    def parts(
        self, series: str, period: TimePeriod, dimensions: Dimensions, as_of: str | None = None, within: Part = WHOLE
    ) -> tuple[Part, ...]:
        found = super().parts(series, period, dimensions, as_of, within)
        if not found:
            self._refuse(series, period, WHOLE)
        return found

    def outline(self, series: str, period: TimePeriod) -> Mapping[Dimensions, Sequence[Part]]:
        if not self.breakdowns(series):
            self._refuse(series, period, WHOLE)
        return super().outline(series, period)

    def refuse_lost(self, series: str, names: Sequence[str]) -> None:
        for _, lost in self.lost:
            if lost.series in (None, series) and any(name in lost.written for name in names):
                raise RestsOnFault(lost.cause)

    def _refuse(self, series: str, period: TimePeriod, part: Part) -> None:
        """Raises RestsOnFault where the figure that there is none of is one that could not be read."""
        cause = self.unsound.get(Key(series, period, part))
        if cause is not None:
            raise RestsOnFault(cause)
        for own, lost in self.lost:
            is_named = lost.series == series or (lost.series is None and series in lost.written)
            if is_named and period.end <= own.end and (period.end == own.end or period.kind != own.kind or lost.series):
                raise RestsOnFault(lost.cause)
