"""Do the figures of a row stand at their own names? Parts that were shifted by one, or two that were swapped.

A row is held against what its parts were the period before and after: when its figures fit those far better one line
further on, they were typed at the wrong name. And where rows are listed from large to small, whoever is also the list,
one that is not tells that a figure is at another's place or was mistyped.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation
from rapportage.figures.parts import Dimensions, breakdown_name
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.intervals import cell_of, named, place_of, typed
from rapportage.proof.checking.figures.rows import Row, Rows, is_rest

CODE = "C316"
FEWEST = 3
"""Of fewer parts a row has no order, and no profile."""
SMALL = 10
"""Smaller counts are anything the next period."""
FAR = {1: math.log(2), 2: math.log(1.4)}
"""So far apart two figures must be for their swap to show against one period beside them (a factor 2), or two, …"""
NEARER = {1: 4, 2: 3}
"""… and so many times nearer they must be to where the others were."""
SHIFTED = math.log(1.35)
"""How far the parts of a shifted row are from where they were, at least, on average."""
LISTED = 3
"""In so many other rows of a dimension the parts must be listed from large to small."""
_HINT = "staat elk cijfer bij zijn eigen naam? Klopt het: zet erachter waarom, # erkend C316: …"


def check_profiles(cube: Cube, rows: Rows, findings: Findings) -> None:
    """Reports rows of which figures stand at the names of others."""
    told: set[Row] = set()
    for several in rows.values():
        latest = {row.period: row for row in several}.values()
        profiles = [_Profile(row, _sizes(row)) for row in latest]
        for profile, beside in _beside(profiles):
            is_told_beside = not told.isdisjoint(each.row for each in beside)
            if is_told_beside or any(_is_listed_anew(profile.sizes, other.sizes) for other in beside):
                continue
            if _check_shift(profile, beside, findings) or _check_swap(profile, beside, profiles, findings):
                told.add(profile.row)
    _check_order(rows, told, cube, findings)


# --- Against the periods beside it ----------------------------------------------------------------


Sizes = Mapping[str, float]


class _Profile(Struct, frozen=True):
    row: Row
    sizes: Sizes


def _beside(several: Sequence[_Profile]) -> Iterator[tuple[_Profile, Sequence[_Profile]]]:
    """Each row with those beside it: first those that have two, then the last and the first, of two rows the last."""
    for before, row, after in zip(several, several[1:], several[2:], strict=False):
        yield row, (before, after)
    if len(several) > 1:
        yield several[-1], several[-2:-1]
    if len(several) > 2:
        yield several[0], several[1:2]


def _sizes(row: Row) -> dict[str, float]:
    """The logarithm of each part that is large enough, in the order of the file."""
    if any(part.measure.negative for part in row.parts):
        return {}
    least = SMALL if row.parts[0].measure.is_exact else 0
    known = {name: float((part.value or 0) * part.scale) for name, part in row.by_name().items()}
    return {name: math.log(size) for name, size in known.items() if size > least}


def _check_shift(profile: _Profile, beside: Sequence[_Profile], findings: Findings) -> bool:
    """Reports a row whose figures are those of the part before or after them in the list."""
    row, own = profile.row, profile.sizes
    if not any(all(_is_shifted(own, other.sizes, step, NEARER[len(beside)]) for other in beside) for step in (1, -1)):
        return False
    one, two = list(own)[:2]
    message = f"de delen van {_called(row)} lijken een plaats verschoven: {_compared(row, beside[0].row, one, two)}"
    findings.warning(CODE, message, place_of(row.parts[0]), _HINT)
    return True


def _is_shifted(own: Sizes, other: Sizes, step: int, nearer: int) -> bool:
    names = list(own)
    if own.keys() == other.keys():
        names += names[:1]  # the last came first, or the first last
    beside = [(one, two) if step < 0 else (two, one) for one, two in pairwise(names)]
    pairs = [(own[name], other[name], other[further]) for name, further in beside if name in other and further in other]
    if len(pairs) < FEWEST:
        return False
    here = _distance([mine - at_own for mine, at_own, _ in pairs])
    there = _distance([mine - at_other for mine, _, at_other in pairs])
    return here >= SHIFTED and here >= nearer * there


def _distance(differences: Sequence[float]) -> float:
    """How far they are apart on average, whatever they have in common: all may have grown."""
    middle = median(differences)
    return sum(abs(each - middle) for each in differences) / len(differences)


def _check_swap(profile: _Profile, beside: Sequence[_Profile], every: Sequence[_Profile], findings: Findings) -> bool:
    """Reports two parts beside each other in the list that each fit the past of the other."""
    row, own = profile.row, profile.sizes
    others = [each.sizes for each in every if each is not profile]
    for one, two in pairwise(own):
        is_far = abs(own[one] - own[two]) >= FAR[len(beside)]
        if is_far and any(_is_ordered_so(own, each, (one, two)) for each in others):
            continue
        if is_far and all(_is_swapped(own, other.sizes, (one, two), NEARER[len(beside)]) for other in beside):
            message = f"twee delen van {_called(row)} lijken verwisseld: {_compared(row, beside[0].row, one, two)}"
            findings.warning(CODE, message, place_of(row.by_name()[one]), _HINT)
            return True
    return False


def _is_ordered_so(own: Sizes, other: Sizes, pair: tuple[str, str]) -> bool:
    """Whether the larger of two was plainly so in another period as well: gulls outnumber geese in every summer."""
    one, two = pair
    if one not in other or two not in other:
        return False
    apart = other[one] - other[two]
    return abs(apart) >= FAR[max(FAR)] and apart * (own[one] - own[two]) > 0


def _is_listed_anew(own: Sizes, other: Sizes) -> bool:
    """Whether it is in the order of its figures, and that is not the order of the other: the list knows of the swap."""
    names = [name for name in other if name in own]
    is_in_order = all(large >= small for large, small in pairwise(own.values()))
    return is_in_order and names != [name for name in own if name in other]


def _is_swapped(own: Sizes, other: Sizes, pair: tuple[str, str], nearer: int) -> bool:
    one, two = pair
    rest = [own[name] - other[name] for name in own if name in other and name not in pair]
    if one not in other or two not in other:
        return False
    middle = median(rest) if len(rest) > 1 else 0.0
    usual = median([abs(each - middle) for each in rest]) if rest else 0.0
    here = abs(own[one] - other[one] - middle) + abs(own[two] - other[two] - middle)
    there = abs(own[two] - other[one] - middle) + abs(own[one] - other[two] - middle)
    return here >= nearer * max(there, usual)


def _called(row: Row) -> str:
    """'eerste_aanvragen naar nationaliteit, mei 2020'."""
    return f"{row.series} naar {breakdown_name(row.dimensions)}, {_when(row)}"


def _when(row: Row) -> str:
    return period_name(row.period).replace(HARD_SPACE, " ")


def _compared(row: Row, other: Row, one: str, two: str) -> str:
    """Two parts now, and what they were in the row beside it."""
    now, then = row.by_name(), other.by_name()
    figures = [f"{name} is {typed(now[name])}" for name in (one, two)]
    others = [f"{name} {typed(then[name])}" for name in (one, two) if name in then]
    return f"{enumeration(figures)}, en in {_when(other)} was {enumeration(others)}"


# --- Listed from large to small -------------------------------------------------------------------


def _check_order(rows: Rows, told: Collection[Row], cube: Cube, findings: Findings) -> None:
    """Reports the rows of which one figure stands below a smaller one, where all others of that kind are in order."""
    by_dimensions: dict[Dimensions, list[_List]] = {}
    for several in rows.values():
        for row in several:
            listed = _listed(row, cube)
            if len(listed) >= FEWEST:
                by_dimensions.setdefault(row.dimensions, []).append(_List(row, listed, tuple(_rises(listed))))
    for lists in by_dimensions.values():
        wrong = [each for each in lists if each.rises]
        right = [each for each in lists if not each.rises]
        if len(right) < LISTED or len(wrong) * 9 > len(right) or not _differ(right):
            continue
        for each in wrong:
            if len(each.rises) == 1 and each.row not in told:
                before, after = each.rises[0]
                message = (
                    f"{named(after)} is {typed(after)}, en staat onder {before.label} met {typed(before)}; "
                    f"de andere {len(right)} rijen lopen van groot naar klein"
                )
                findings.warning(CODE, message, place_of(after), _HINT)


class _List(Struct, frozen=True):
    """A row without what is left, which comes last whatever it is; `rises` are each two of which the second is more."""

    row: Row
    parts: Sequence[Observation]
    rises: Sequence[tuple[Observation, Observation]]


def _listed(row: Row, cube: Cube) -> list[Observation]:
    edition = cube.series(row.series)
    return [part for part in row.parts if part.high is not None and not is_rest(edition, cell_of(part).part)]


def _rises(parts: Sequence[Observation]) -> Iterator[tuple[Observation, Observation]]:
    for before, after in pairwise(parts):
        if after.low is not None and before.high is not None and after.low > before.high:
            yield before, after


def _differ(lists: Sequence[_List]) -> bool:
    """Whether they list the same parts in another order: so that the size gives the order, and not the name."""
    seen: set[tuple[str, str]] = set()
    for each in lists:
        for one, two in pairwise(part.label for part in each.parts):
            if (two, one) in seen:
                return True
            seen.add((one, two))
    return False
