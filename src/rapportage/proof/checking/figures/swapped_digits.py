"""Two digits the wrong way round: 61.114 between 21.358 and 14.604, where 16.114 was meant."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.intervals import cell_of, named, place_of, typed
from rapportage.proof.checking.figures.rows import courses

DIGITS = 3
"""A figure of fewer digits is anything the next period."""
KNOWN = 4
"""So many figures tell how far a series usually goes in one step."""
FAR = math.log(1.35)
"""At least so far above or below both of those beside it a figure must be …"""
UNUSUAL = 4
"""… and so many times further than usual …"""
NEAR, SELDOM = math.log(1.03), 10
"""Or, of what hardly changes, not so far but many more times further: then it has to be truly between those."""
BETWEEN = math.log(1.05)
"""… and with two digits changed between those, or hardly outside."""


def check_swapped_digits(cube: Cube, findings: Findings) -> set[Observation]:
    """Reports figures far outside those beside them that are between them when two of their digits change places.

    Gives those of which it says so: of them nothing else need be said.
    """
    told: set[Observation] = set()
    for _, by_length in courses(cube):
        for figures in by_length.values():
            known = [figure for figure in figures if figure.value is not None and figure.value > 0]
            if len(known) >= KNOWN and not known[0].measure.negative:
                told |= {known[place] for place in _check(known, findings)}
    return told


def _check(known: Sequence[Observation], findings: Findings) -> Iterator[int]:
    """The places of which it says so."""
    sizes = [math.log(figure.value or 1) for figure in known]
    steps = [abs(two - one) for one, two in pairwise(sizes)]
    for place in range(1, len(known) - 1):
        before, own, after = sizes[place - 1 : place + 2]
        distance = max(own - max(before, after), min(before, after) - own)
        usual = median(steps[: place - 1] + steps[place + 1 :])
        slack = BETWEEN
        if distance >= max(NEAR, SELDOM * usual):
            slack = max(usual, NEAR / SELDOM)
        elif distance < max(FAR, UNUSUAL * usual):
            continue
        low, high = min(before, after) - slack, max(before, after) + slack
        meant = next((each for each in swapped(known[place]) if low <= math.log(each) <= high), None)
        if meant is not None:
            beside = " en ".join(
                f"{typed(each)} in {period_name(each.period).replace(HARD_SPACE, ' ')}"
                for each in (known[place - 1], known[place + 1])
            )
            message = (
                f"{named(known[place])} is {typed(known[place])}, naast {beside}: {number(Decimal(meant))} zou passen"
            )
            hint = "zijn er twee cijfers verwisseld? Klopt het: zet erachter waarom, # erkend C305: …"
            findings.warning("C305", message, place_of(known[place]), hint)
            yield place


def swapped(figure: Observation) -> Iterator[int]:
    """What it is with two neighbouring digits the other way round."""
    text = cell_of(figure).text.removesuffix("*")
    if not text.isdigit() or len(text) < DIGITS:
        return
    for place in range(len(text) - 1):
        one, two = text[place], text[place + 1]
        if one != two and (place or two != "0"):
            yield int(text[:place] + two + one + text[place + 2 :])
