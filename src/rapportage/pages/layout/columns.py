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


def column_widths(needs: Sequence[Need], columns: int, wanted: float, limit: float) -> list[float] | None:
    """Widths of `columns` columns, together about `wanted` and at most `limit` points; None when they can't fit.

    Each column gets its natural width when there is room; what is over is shared out evenly, what is short is taken
    from the columns that can give.
    """
    least, natural = [0.0] * columns, [0.0] * columns
    for need in sorted(needs, key=lambda need: need.count):
        span = slice(need.start, need.start + need.count)
        for widths, width in ((least, need.least), (natural, need.natural)):
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
    scale = (limit - fsum(least)) / (total - fsum(least))
    return [low + (high - low) * scale for low, high in zip(least, natural, strict=True)]
