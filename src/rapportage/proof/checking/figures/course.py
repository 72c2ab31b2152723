"""Does a figure fit the past of its own series? Jumps, and figures that were copied from the period before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation
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
COPIED = 100
"""From this count on, twice the same figure in a row is hardly chance."""


def check_course(cube: Cube, findings: Findings) -> None:
    """Reports what does not fit the past of its series."""
    for figures in _courses(cube):
        for place, figure in enumerate(figures):
            past = [each.value for each in figures[max(0, place - 4 * PAST) : place] if each.value is not None]
            if len(past) >= PAST:
                _check_jump(figure, past, findings)
            if place:
                _check_copied(figures[place - 1], figure, findings)
    for vintages in cube.observations.values():
        for before, after in pairwise(vintages):
            _check_revision(before, after, findings)


def _courses(cube: Cube) -> Iterator[list[Observation]]:
    """The figures of each series and category as first published, by kind of period, in the order of time."""
    found: dict[tuple[str, str | None, str | None, str], list[Observation]] = {}
    for key, vintages in cube.observations.items():
        if key.period.kind != "venster":
            course = key.series, key.breakdown, key.category, key.period.kind
            found.setdefault(course, []).append(vintages[0])
    for figures in found.values():
        yield sorted(figures, key=lambda figure: figure.period)


def _check_jump(figure: Observation, past: Sequence[Decimal], findings: Findings) -> None:
    value = figure.value
    if value is None or ((figure.high or value) < SMALL and max(past) < SMALL):
        return
    low, high, middle = min(past), max(past), median(past)
    usual = median([abs(each - middle) for each in past])
    if abs(value - middle) <= UNUSUAL * usual and low <= value * FAR and value <= high * FAR:
        return
    if value > high * BEYOND:
        compared = f"{_times(value, high)} keer het hoogste van de {len(past)} perioden ervoor, {number(high)}"
    elif value * BEYOND < low:
        compared = f"veel minder dan het laagste van de {len(past)} perioden ervoor, {number(low)}"
    else:
        return
    message = f"{named(figure)} is {typed(figure)}: {compared}"
    hint = "verbeter het cijfer, of zet erachter waarom het klopt: # erkend C305: …"
    findings.warning("C305", message, place_of(figure), hint)


def _times(value: Decimal, high: Decimal) -> str:
    return number(CONTEXT.divide(value, high), 1) if high else "vele"


def _check_revision(before: Observation, after: Observation, findings: Findings) -> None:
    """A revision is seldom larger than a quarter."""
    old, new = before.value, after.value
    if old is None or new is None or max(old, new) < SMALL:
        return
    if max(old, new) > LARGE_REVISION * min(old, new):
        message = f"{named(after)} gaat van {typed(before)} naar {typed(after)}"
        hint = "klopt zo'n grote bijstelling? Zet erachter waarom: # erkend C305: …"
        findings.warning("C305", message, place_of(after), hint)


def _check_copied(before: Observation, figure: Observation, findings: Findings) -> None:
    """The same exact count in two files in a row: perhaps the old figure was left."""
    if figure.value is None or figure.value < COPIED or figure.value != before.value or figure.low != figure.high:
        return
    if place_of(figure).path != place_of(before).path and figure.period.previous() == before.period:
        message = f"{named(figure)} is precies als de periode ervoor: {typed(before)}"
        findings.warning("C306", message, place_of(figure), "is het oude cijfer blijven staan?")
