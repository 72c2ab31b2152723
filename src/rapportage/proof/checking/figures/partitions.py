"""Parts that by their names are all there are, as men and women, and one of which was mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rapportage.figures.observation import Observation
from rapportage.proof.checking.figures.intervals import agree, cell_of, interval, total
from rapportage.proof.checking.figures.swapped_digits import swapped
from rapportage.proof.vocabulary.partitions import PAIRS, TO_THE_LAST

_NUMBER = re.compile(r"\d+(?:\.\d{3})*")


def has_slip(whole: Observation | None, parts: Sequence[Observation]) -> bool:
    """Whether all parts are named, do not make the whole, and would with two digits of one of them the other way round.

    That they do not is no slip by itself: of some it may not be known which part they are.
    """
    if whole is None or not is_all([cell_of(part).part.names[-1] for part in parts]):
        return False
    made, given = total(parts), interval(whole)
    if made is None or given is None or agree(made, given):
        return False
    moves = [(-1, _changes(whole)), *((1, _changes(part)) for part in parts)]
    return any(
        agree((made[0] + sign * change, made[1] + sign * change), given) for sign, of_one in moves for change in of_one
    )


def _changes(figure: Observation) -> Iterator[Decimal]:
    """How much more it would be with two of its digits swapped, in ones."""
    return ((meant - (figure.value or 0)) * figure.scale for meant in swapped(figure))


def is_all(names: Sequence[str]) -> bool:
    """Whether they are both sexes, or ages or sizes of which each begins where the one before ends."""
    if frozenset(name.casefold() for name in names) in PAIRS:
        return True
    if len(names) < 2 or not TO_THE_LAST.search(names[-1]):
        return False
    bounds = [[int(each.replace(".", "")) for each in _NUMBER.findall(name)] for name in names]
    return all(one and two and two[0] - one[-1] in (0, 1) for one, two in pairwise(bounds))
