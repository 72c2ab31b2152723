"""What rests on a fault is not reported itself: it is counted at its cause, which is where to mend it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from rapportage.diagnostics.finding import Finding
from rapportage.diagnostics.span import Span


def told(items: Sequence[Finding], resting: Mapping[Span, Collection[Span]]) -> list[Finding]:
    """The findings, each error with how many places rest on it."""
    counts: dict[int, int] = {}
    for cause, places in resting.items():
        number = _nearest(items, cause)
        if number is not None:
            counts[number] = counts.get(number, 0) + len(places)
    if not counts:
        return list(items)
    return [replace(item, resting=counts.get(number, 0)) for number, item in enumerate(items)]


def _nearest(items: Sequence[Finding], cause: Span) -> int | None:
    """The number of the error at that place; or else on that line, or the first of that file."""
    best: tuple[int, int] | None = None
    for number, item in enumerate(items):
        if not item.is_error or item.span is None or item.span.path != cause.path:
            continue
        distance = 0 if item.span == cause or cause in item.also else 1 if item.span.line == cause.line else 2
        if best is None or distance < best[0]:
            best = distance, number
    return best[1] if best else None


def rest_words(count: int) -> str:
    """How many places rest on a fault, as is said of it."""
    if count == 1:
        return "hierop rust nog 1 plaats: die is niet nagekeken"
    return f"hierop rusten nog {count} plaatsen: die zijn niet nagekeken"
