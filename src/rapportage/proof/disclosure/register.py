"""Every figure of the cube by number, with what is true of it and what may be known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from rapportage.document import FigureInput
from rapportage.figures.languages.spoken import in_dutch
from rapportage.figures.observation import Cell, Observation, ObservationStatus
from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.cube.cube import Cube, Key
from rapportage.proof.disclosure.primary import is_count, is_withheld

_PLAIN = re.compile(r"[^\W\d_][\w -]*\w")
"""What YAML reads as written, also between braces."""

Identity = tuple[str, int, int, str, str, Part]


class Register:
    """The counts that were known on `as_of`, numbered; also those of months that no file has, as they are asked for."""

    def __init__(self, given: Cube, suppressed: Cube, as_of: str | None) -> None:
        self.cube = suppressed
        self.true: list[Observation | None] = []
        """As the files have them; None for a figure that no file has."""
        self.keys: list[Key] = []
        self.vintages: dict[Key, list[int]] = {}
        self.withheld: list[int] = []
        """Those that we suppressed ourselves."""
        self.source_suppressed: list[int] = []
        self._bounds: list[tuple[int, int | None]] = []
        self._at: dict[Identity, int] = {}
        for key, observations in given.observations.items():
            for observation, now in zip(observations, suppressed.observations[key], strict=True):
                if is_count(observation) and (as_of is None or _cell(observation).vintage <= as_of):
                    self._add(key, observation, now)

    def _add(self, key: Key, observation: Observation, now: Observation) -> None:
        number = self._new(key, observation)
        self.vintages.setdefault(key, []).append(number)
        cell = _cell(observation)
        self._at.setdefault(_identity(FigureInput(cell.series, cell.period.code, cell.part, "", "", cell.span)), number)
        if now.status is ObservationStatus.SUPPRESSED or is_withheld(now):
            (self.withheld if is_withheld(now) else self.source_suppressed).append(number)
            self._bounds[number] = int(now.low or 0), None if now.high is None else int(now.high)

    def _new(self, key: Key, observation: Observation | None) -> int:
        self.true.append(observation)
        self.keys.append(key)
        self._bounds.append((0, None))
        return len(self.true) - 1

    def absent(self, key: Key) -> int:
        """The number of a figure that no file has."""
        if key not in self.vintages:
            self.vintages[key] = [self._new(key, None)]
        return self.vintages[key][0]

    def number(self, figure: FigureInput) -> int | None:
        """The number of a count; None for anything else."""
        return self._at.get(_identity(figure))

    def __len__(self) -> int:
        return len(self.true)

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self.true)))

    def bounds(self, number: int) -> tuple[int, int | None]:
        """What it may be for a reader who is not told: 1 to 4 for '<5', from 0 for any other count."""
        return self._bounds[number]

    def truth(self, number: int) -> tuple[Fraction, Fraction | None]:
        """The bounds that we know."""
        one = self.true[number]
        if one is None or one.low is None or one.high is None:
            return Fraction(0), None
        return Fraction(one.low), Fraction(one.high)

    def exact(self, number: int) -> int | None:
        """The count, where it is known exactly."""
        low, high = self.truth(number)
        return int(low) if low == high and self.is_known(number) else None

    def is_known(self, number: int) -> bool:
        one = self.true[number]
        return one is not None and one.value is not None

    def cell(self, number: int) -> Cell:
        """Where it is in the files."""
        one = self.true[number]
        if one is None:
            raise LookupError("a figure that no file has stands nowhere")
        return _cell(one)

    def publisher(self, number: int) -> str:
        return self.cell(number).source.publisher

    def is_total(self, number: int) -> bool:
        return self.keys[number].part == WHOLE

    def name(self, number: int, beside: int | None = None) -> str:
        """'aanvragen, Syrië, mei 2020'; beside another figure only in what it differs from that."""
        key = self.keys[number]
        if beside is None:
            part = f", {key.part.label}" if key.part.names else ""
            return f"{key.series}{part}, {named(key.period)}"
        other = self.keys[beside]
        own = key.part.label or key.series
        if key.period == other.period:
            return own
        is_same = (key.series, key.part) == (other.series, other.part)
        return named(key.period) if is_same else f"{own}, {named(key.period)}"

    def written(self, number: int) -> str:
        """The figure as a layout names it: '{reeks: aanvragen, onderdeel: Syrië, periode: 2020-05}'."""
        key = self.keys[number]
        names = ", ".join(map(_quoted, key.part.names))
        part = f", onderdeel: {f'[{names}]' if len(key.part.names) > 1 else names}" if names else ""
        return f"{{reeks: {key.series}{part}, periode: {key.period.code}}}"


def named(period: TimePeriod) -> str:
    return in_dutch(period_name, period).replace(HARD_SPACE, " ")


def _quoted(words: str) -> str:
    return words if _PLAIN.fullmatch(words) else "'" + words.replace("'", "''") + "'"


def _identity(figure: FigureInput) -> Identity:
    span = figure.span
    place = (span.file.path, span.line, span.column) if span else ("", 0, 0)
    return (*place, figure.series, figure.period, figure.part)


def _cell(observation: Observation) -> Cell:
    """Everything in a cube comes from one cell."""
    return observation.cells()[0]
