"""What is wrong in every turn of a loop, or in every row, is said once: at its place, with how often it is so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rapportage.diagnostics.finding import Finding

_OF_THE_TURN = re.compile(r"'.*'|\d+", re.DOTALL)
"""What in a message may differ from turn to turn: names, periods and figures."""


def once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Of findings of one kind at one place the first, which says how many more there are."""
    alike: dict[object, list[Finding]] = {}
    for each in findings:
        key = (each.code, each.severity, each.span, _OF_THE_TURN.sub("", each.message)) if each.span else id(each)
        alike.setdefault(key, []).append(each)
    for first, *more in alike.values():
        times = f" (en hier nog {len(more)} keer zo)" if more else ""
        yield replace(first, message=first.message + times)
