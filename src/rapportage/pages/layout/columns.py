"""The widths of a table's columns, from what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from msgspec import Struct

MOST_ADDED = 60.0
"""So much wider than its content a column may become: a figure should stay near the name that it belongs to."""


class Need(Struct, frozen=True):
    """What cells need: `least` is their longest word, `natural` their longest line, over `count` columns."""

    start: int
    count: int
    least: float
    natural: float
    body: float = 0.0
    """What it needs before the others may have their natural width: heads can take some lines, as they are there once,
    where the words before a row come in every row."""


def column_widths(needs: Sequence[Need], columns: int, wanted: float, limit: float) -> list[float] | None:
    """Widths of `columns` columns, together about `wanted` and at most `limit` points; None when they can't fit.

    Each column gets its natural width when there is room, and what is over is shared out evenly. What is short is taken
    from the heads of columns first, which then take more lines, and from what is in the rows only after that.
    """
    least, natural, body = [0.0] * columns, [0.0] * columns, [0.0] * columns
    for need in sorted(needs, key=lambda need: need.count):
        span = slice(need.start, need.start + need.count)
        for widths, width in ((least, need.least), (natural, need.natural), (body, need.body)):
            short = width - fsum(widths[span])
            if short > 0:
                for column in range(need.start, need.start + need.count):
                    widths[column] += short / need.count
    if fsum(least) > limit:
        return None
    natural = [max(pair) for pair in zip(least, natural, strict=True)]
    total = fsum(natural)
    if total <= limit:
        share = min(max(wanted - total, 0.0) / columns, MOST_ADDED)
        return [width + share for width in natural]
    body = [max(pair) for pair in zip(least, body, strict=True)]
    if fsum(body) > limit:
        return _between(least, body, limit)
    return _between(body, [max(pair) for pair in zip(body, natural, strict=True)], limit)


def _between(low: Sequence[float], high: Sequence[float], total: float) -> list[float]:
    """Widths of that total, each as far between its least and its most as the others."""
    scale = (total - fsum(low)) / (fsum(high) - fsum(low))
    return [one + (other - one) * scale for one, other in zip(low, high, strict=True)]
