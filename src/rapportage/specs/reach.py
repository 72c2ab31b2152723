"""How far back a layout looks: only the period files that it reaches are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rapportage.cube.period import TimePeriod
from rapportage.loading.glyphs import scalars
from rapportage.loading.nodes import Node

_STEP = re.compile(r"\.(vorige|vorig_jaar|twaalf_maanden|jaar_tot_nu)\b")
_PERIOD = re.compile(r"\b\d{4}(?:-(?:\d\d|[WQH]\d{1,2}))?(?:/\d{4}(?:-(?:\d\d|[WQH]\d{1,2}))?)?\b")


def earliest_day(nodes: list[Node], edition: TimePeriod) -> date:
    """The first day of the earliest period that the texts in `nodes` may ask for: by name, or in steps back.

    It may look too far (a year in a sentence), never not far enough: each chain of steps is walked from the edition.
    """
    return min(_days(nodes, edition), default=edition.start)


def _days(nodes: list[Node], edition: TimePeriod) -> Iterator[date]:
    yield edition.start
    for node in nodes:
        for scalar in scalars(node):
            yield from (period.start for code in _PERIOD.findall(scalar.text) if (period := TimePeriod.parse(code)))
            for chain in re.findall(r"(?:\.\w+|\[[^\]]*\])+", scalar.text):
                yield _walk(_STEP.findall(chain), edition).start


def _walk(steps: list[str], period: TimePeriod) -> TimePeriod:
    for step in steps:
        moved = {
            "vorige": period.previous,
            "vorig_jaar": period.year_before,
            "twaalf_maanden": period.last_twelve_months,
            "jaar_tot_nu": period.year_to_date,
        }[step]()
        period = moved or period
    return period
