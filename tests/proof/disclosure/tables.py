"""Random small tables, and what a reader can find out about them by trying everything: no code of the tool is used."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import floor
from typing import NamedTuple

THRESHOLD = 5
MOST = 9
"""What a count is at most, as the reader knows."""
TRIES = 2_500

Place = tuple[int, ...]
"""The place of a cell in the table; a sum over an axis has ALL there."""
ALL = -1


class Table(NamedTuple):
    shape: tuple[int, ...]
    counts: dict[Place, int]
    hidden: dict[Place, tuple[int, int]]
    """By suppressed cell, what it may be for all that is said."""
    sums: dict[Place, int | None]
    """By published sum, the base to which it was rounded; None for one that is exact."""
    shares: dict[tuple[Place, Place], int]
    """By part and whole, the percentage as it is shown."""
    subtotals: dict[tuple[Place, ...], int]


def rounded(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


def total(counts: dict[Place, int], place: Place) -> int:
    """A cell, or the sum of all cells that lie in a sum."""
    if ALL not in place:
        return counts[place]
    return sum(
        count
        for each, count in counts.items()
        if all(wanted in (ALL, one) for wanted, one in zip(place, each, strict=True))
    )


def random_table(chance: random.Random) -> Table:
    """A table of two or three dimensions with totals, subtotals, shares, rounded sums and suppressed cells."""
    shape = tuple(chance.randint(2, 3) for _ in range(2)) + ((2,) if chance.random() < 0.4 else ())
    places = list(product(*(range(size) for size in shape)))
    counts = {place: chance.choice((0, 1, 2, 3, 4, 5, 6, 7, 8, 9)) for place in places}
    hidden: dict[Place, tuple[int, int]] = {}
    size = 1
    for place in chance.sample(places, len(places)):
        is_small = 0 < counts[place] < THRESHOLD
        if is_small or chance.random() < 0.2:
            bounds = (1, THRESHOLD - 1) if is_small else (0, MOST)
            if size * (bounds[1] - bounds[0] + 1) > TRIES:
                continue  # more would take too long to try; it is published
            hidden[place] = bounds
            size *= bounds[1] - bounds[0] + 1
    sums: dict[Place, int | None] = {}
    often = chance.choice((0.15, 0.3, 0.5, 0.7))
    for place in product(*((ALL, *range(size)) for size in shape)):
        if ALL in place and chance.random() < often:
            sums[place] = chance.choice((None, None, None, 2, 5))
    shares = {}
    for _ in range(chance.randint(0, 3)):
        part = chance.choice(places)
        whole = tuple(ALL if chance.random() < 0.6 else each for each in part)
        if whole != part and total(counts, whole):
            shares[part, whole] = rounded(Fraction(100 * counts[part], total(counts, whole)))
    subtotals = {}
    for _ in range(chance.randint(0, 2)):
        group = tuple(sorted(chance.sample(places, 2)))
        subtotals[group] = sum(counts[place] for place in group)
    return Table(shape, counts, hidden, sums, shares, subtotals)


def possible(table: Table) -> Iterator[dict[Place, int]]:
    """Every table that the reader can't tell from the real one."""
    shown = {place: said(table.counts, place, base) for place, base in table.sums.items()}
    for values in product(*(range(low, high + 1) for low, high in table.hidden.values())):
        counts = {**table.counts, **dict(zip(table.hidden, values, strict=True))}
        if any(said(counts, place, table.sums[place]) != one for place, one in shown.items()):
            continue
        if any(sum(counts[place] for place in group) != one for group, one in table.subtotals.items()):
            continue
        if all(same_share(counts, part, whole, one) for (part, whole), one in table.shares.items()):
            yield counts


def said(counts: dict[Place, int], place: Place, base: int | None) -> int:
    exact = total(counts, place)
    return exact if base is None else rounded(Fraction(exact, base)) * base


def same_share(counts: dict[Place, int], part: Place, whole: Place, shown: int) -> bool:
    among = total(counts, whole)
    return among > 0 and rounded(Fraction(100 * counts[part], among)) == shown


def ranges(table: Table) -> dict[Place, tuple[int, int]]:
    """By suppressed cell the least and the most that it can be."""
    found: dict[Place, tuple[int, int]] = {}
    for counts in possible(table):
        for place in table.hidden:
            low, high = found.get(place, (counts[place], counts[place]))
            found[place] = (min(low, counts[place]), max(high, counts[place]))
    return found
