"""How far back a layout looks: only the period files that it reaches are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import get_args

from rapportage.document.chart_kinds import KINDS, Reach
from rapportage.figures.period import BeforeTheCalendar, TimePeriod
from rapportage.figures.words.comparing import row_of_periods
from rapportage.figures.words.windows import window
from rapportage.input.loading.nodes import Node
from rapportage.input.loading.walk import scalars
from rapportage.input.specs.blocks.table import ChangeKind

YEAR_BEFORE = frozenset(kind.word for kind in KINDS if kind.reach is Reach.YEAR)
"""The kinds of chart that show the year before as well."""
CHANGES = frozenset(get_args(ChangeKind))
"""What a comparison may be of: with the year before, where it names no other period."""
_QUOTED = (re.compile(r"'([^'\n]*)(?=')"), re.compile(r"\"([^\"\n]*)(?=\")"))
"""Between two quotes of one kind, whichever of them opens: a text has quotes and apostrophes of its own."""
_CHAIN = re.compile(r"(?:\.\w+|\[[^\]]*\])+")
_STEPS = "vorige|vorig_jaar|twaalf_maanden|jaar_tot_nu|kalenderjaar_ervoor"
_STEP = re.compile(rf"\.({_STEPS})\b")
_STEPPED = re.compile(rf"(?<![\w.])(\w+)(?:\.\w+|\[[^\]]*\])*?\.(?:{_STEPS})\b")
_FOR = re.compile(r"\{%\s*for\s+(\w+)\s+in\b")
_MOVED = re.compile(r"\|\s*(?:gestegen|gedaald)\b(?!\s*\()")
"""What compares with the period before without naming it."""
_WHOLE = re.compile(r"\|\s*(?:record|op_rij)\b")
"""What compares with all periods that there are."""
_MOST_ROUNDS = 4
"""Of rows within rows."""


def earliest_day(nodes: Sequence[Node], edition: TimePeriod) -> date:
    """The first day of the earliest period that the texts in `nodes` may ask for.

    Periods are named whole (`vanaf: 2018-01`) or in quotes in an expression; a year in a sentence is none. Steps back
    ('.vorige') are walked from the earliest of them as well as from the edition: it may look too far, never too near.
    """
    texts = [scalar.text for node in nodes for scalar in scalars(node)]
    if any(_WHOLE.search(text) for text in texts):
        return date.min
    named = [period for text in texts for period in _named(text, edition)]
    starts = [edition, min(named, default=edition)]
    if not YEAR_BEFORE.isdisjoint(texts):
        starts += [earlier for start in starts if (earlier := start.year_to_date().year_before())]
    if not CHANGES.isdisjoint(texts):
        starts += [earlier for start in starts if (earlier := start.year_before())]
    chains = {chain for text in texts for chain in _CHAIN.findall(text) if _STEP.search(chain)}
    for _ in range(_rounds(texts)):
        starts = _earliest([*starts, *(_walk(chain, start) for chain in chains for start in starts)])
    if any(_MOVED.search(text) for text in texts):
        starts += [_walk(".vorige", start) for start in starts]
    return min(period.start for period in starts)


def _rounds(texts: Sequence[str]) -> int:
    """How often steps may follow on each other: what the name of a row means may itself be of an earlier period."""
    rows = {"rij", *(name for text in texts for name in _FOR.findall(text))}
    rows |= {name for key, name in pairwise(texts) if key == "per"}
    stepped = {name for text in texts for name in _STEPPED.findall(text)}
    return min(max(1, len(stepped & rows) + bool(stepped - rows)), _MOST_ROUNDS)


def _earliest(periods: Iterable[TimePeriod]) -> list[TimePeriod]:
    """The earliest of each length: a step back from a year is another than one from a month."""
    found: dict[str, TimePeriod] = {}
    for period in periods:
        if period.unit not in found or period.start < found[period.unit].start:
            found[period.unit] = period
    return [*found.values()]


def _named(text: str, edition: TimePeriod) -> Iterator[TimePeriod]:
    for name in (text, *(name for quotes in _QUOTED for name in quotes.findall(text))):
        period = window(name, edition)
        if period is not None:
            yield period
        yield from (row_of_periods(name, edition) or ())[:1]


def _walk(chain: str, period: TimePeriod) -> TimePeriod:
    for step in _STEP.findall(chain):
        steps = {
            "vorige": period.previous,
            "vorig_jaar": period.year_before,
            "twaalf_maanden": period.last_twelve_months,
            "jaar_tot_nu": period.year_to_date,
            "kalenderjaar_ervoor": period.calendar_year_before,
        }
        try:
            period = steps[step]() or period
        except BeforeTheCalendar:  # which is reported where the text is resolved
            return period
    return period
