"""Does a figure fit the past of its own series? Jumps, and large revisions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from rapportage.diagnostics import Findings
from rapportage.figures.measure_kinds import COUNT, SHARE
from rapportage.figures.observation import Observation
from rapportage.figures.parts import Part
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.words.numbers import number
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.intervals import named, place_of, typed

PAST = 6
"""A figure is judged when so many earlier ones are known, and by at most four times as many."""
BEYOND = Decimal("1.5")
"""How many times the highest or the lowest of the past it has to pass …"""
UNUSUAL = 5
"""… and how many times the usual distance (median absolute deviation) from the middle of the past."""
FAR = 3
"""Or else how many times the highest or the lowest, whatever is usual."""
SMALL = 20
"""Smaller counts jump by chance."""
LARGE_REVISION = Decimal("1.25")

FAR_BALANCE = 5
"""So many times what it ever was is doubtful of a balance, which is between two figures that are much larger."""


def check_course(cube: Cube, findings: Findings, told: Collection[Observation] = ()) -> None:
    """Reports what does not fit the past of its series, less what was `told` already."""
    for figures in _courses(cube):
        for place, figure in enumerate(figures):
            past = [each.value for each in figures[max(0, place - 4 * PAST) : place] if each.value is not None]
            if len(past) >= PAST and not (told and figure in told):
                _check_jump(figure, past, findings)
    for vintages in cube.observations.values():
        for before, after in pairwise(vintages):
            _check_revision(before, after, findings)


def _courses(cube: Cube) -> Iterator[list[Observation]]:
    """The figures of each series and category as first published, by kind of period, in the order of time.

    Not of so few that none has a past.
    """
    found: dict[tuple[str, Part, str], list[Observation]] = {}
    for key, vintages in cube.observations.items():
        if key.period.kind != "venster":
            course = key.series, key.part, key.period.kind
            found.setdefault(course, []).append(vintages[0])
    for figures in found.values():
        if len(figures) > PAST:
            yield sorted(figures, key=lambda figure: figure.period)


def _check_jump(figure: Observation, past: Sequence[Decimal], findings: Findings) -> None:
    value = figure.value
    if value is None or (_is_by_chance(figure) and (figure.high or value) < SMALL and max(past) < SMALL):
        return
    if figure.measure.negative:  # what goes from below 0 to above it is so many times nothing: its size says enough
        value, past = abs(value), [abs(each) for each in past]
    low, high = min(past), max(past)
    if figure.measure.negative and value < FAR_BALANCE * high:
        return  # what is left between two large figures is often some times what it was
    if is_far_above(value, past):
        compared = f"{_times(value, high)} keer het hoogste van de {len(past)} perioden ervoor, {number(high)}"
    elif is_far_below(value, past) and not figure.measure.negative:
        compared = f"veel minder dan het laagste van de {len(past)} perioden ervoor, {number(low)}"
    else:
        return
    message = f"{named(figure)} is {typed(figure)}: {compared}"
    hint = "verbeter het cijfer, of zet erachter waarom het klopt: # erkend C305: …"
    findings.warning("C305", message, place_of(figure), hint)


def is_far_above(value: Decimal, past: Sequence[Decimal]) -> bool:
    """Whether a value is far above all of the past, and further from its middle than is usual."""
    high = max(past)
    return value > high * BEYOND and (value > high * FAR or _is_unusual(value, past))


def is_far_below(value: Decimal, past: Sequence[Decimal]) -> bool:
    """Whether a value is far below all of the past, and further from its middle than is usual."""
    low = min(past)
    return value * BEYOND < low and (value * FAR < low or _is_unusual(value, past))


def _is_unusual(value: Decimal, past: Sequence[Decimal]) -> bool:
    middle = median(past)
    return abs(value - middle) > UNUSUAL * median([abs(each - middle) for each in past])


def _is_by_chance(figure: Observation) -> bool:
    """Whether a small figure of this kind jumps by chance; a rate of 4,3 does not."""
    return figure.measure in (COUNT, SHARE)


def _times(value: Decimal, high: Decimal) -> str:
    return number(CONTEXT.divide(value, high), 1) if high else "vele"


def _check_revision(before: Observation, after: Observation, findings: Findings) -> None:
    """A revision is seldom larger than a quarter."""
    old, new = before.value, after.value
    if old is None or new is None or after.measure.negative or (_is_by_chance(after) and max(old, new) < SMALL):
        return
    if max(old, new) > LARGE_REVISION * min(old, new):
        message = f"{named(after)} gaat van {typed(before)} naar {typed(after)}"
        hint = "klopt zo'n grote bijstelling? Zet erachter waarom: # erkend C305: …"
        findings.warning("C305", message, place_of(after), hint)
