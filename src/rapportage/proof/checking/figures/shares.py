"""Shares of one whole, and what is measured of each group by itself: percentages that add up, and that do not.

A percentage by group (of the women, of the men) is no share of one whole. That it is one is said by the total of its
series, which is then between those of the groups; or by most periods, in which they are together more than 100.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.intervals import cell_of, interval, named, place_of, shown, total, typed
from rapportage.proof.checking.figures.partitions import is_all
from rapportage.proof.checking.figures.rows import Row, Rows

ALL = Decimal(100)
ENOUGH = 2
"""So many rows tell what is usual."""


def check_shares(cube: Cube, rows: Rows, findings: Findings) -> None:
    """Reports shares that are together not the 100 that they ought to be, and means outside their groups."""
    whole = _made_of(rows)
    for several in rows.values():
        is_share = several[0].parts[0].measure.most is not None
        if is_share and not _is_by_group(several, cube):
            for row in several:
                _check_sum(row, whole, findings)
        elif not several[0].parts[0].measure.adds_up or is_share:
            _check_between(several, cube, findings)


def _is_by_group(several: Sequence[Row], cube: Cube) -> bool:
    """Whether they are percentages of each group by itself."""
    judged = [row for row in several if len(row.parts) > 1]
    over = [row for row in judged if _least(row) > ALL]
    return any(_is_between(row, cube) for row in judged) or (len(over) >= ENOUGH and len(over) * 2 > len(judged))


def _least(row: Row) -> Decimal:
    parts = total(row.parts)
    return parts[0] if parts else Decimal(0)


# --- Together 100 ---------------------------------------------------------------------------------

Names = frozenset[str]


def _made_of(rows: Rows) -> dict[Names, list[Row]]:
    """By the names of their parts the rows of shares that are together 100, in any series."""
    made: dict[Names, list[Row]] = {}
    for several in rows.values():
        for row in several if several[0].parts[0].measure.most is not None else ():
            if len(row.parts) > 1 and _makes_all(row):
                made.setdefault(frozenset(row.by_name()), []).append(row)
    return made


def _makes_all(row: Row) -> bool:
    parts = total(row.parts)
    return parts is not None and parts[0] <= ALL <= parts[1]


def _check_sum(row: Row, whole: Mapping[Names, Sequence[Row]], findings: Findings) -> None:
    parts, first = total(row.parts), row.parts[0]
    if parts is None:
        return
    if parts[0] > ALL:
        message = f"de aandelen over {named(first)} en verder zijn samen minstens {shown((parts[0],) * 2)}%"
        hint = "delen van één geheel zijn samen hoogstens 100%; een percentage per groep is 'maat: verhouding'"
        findings.warning("C304", message, place_of(first), hint)
    elif parts[1] < ALL and (others := whole.get(frozenset(row.by_name()))):
        other = others[0].parts[0]
        message = (
            f"de aandelen over {named(first)} en verder zijn samen {shown(parts)}%, en dezelfde delen zijn bij "
            f"{named(other)} ({place_of(other).path}:{place_of(other).line}) samen 100%"
        )
        findings.warning("C304", message, place_of(first), "verbeter een van de aandelen")


# --- A mean and its groups ------------------------------------------------------------------------


def _check_between(several: Sequence[Row], cube: Cube, findings: Findings) -> None:
    """Reports a total that is less or more than each of its groups, where it is between them in other periods.

    Where the groups are all there are by their names, it has to be.
    """
    judged = [(row, is_between) for row in several if (is_between := _is_between(row, cube)) is not None]
    right = [row for row, is_between in judged if is_between]
    for row, is_between in judged:
        whole = _whole(row, cube)
        is_usual = len(right) >= ENOUGH and len(row.parts) >= len(right[0].parts)
        if is_between or whole is None or not (is_usual or is_all(list(row.by_name()))):
            continue
        low, high = min(row.parts, key=_value), max(row.parts, key=_value)
        message = f"{named(whole)} is {typed(whole)}, buiten de delen: van {typed(low)} tot {typed(high)}"
        findings.warning("C301", message, place_of(whole), "een gemiddelde ligt tussen dat van de delen")


def _is_between(row: Row, cube: Cube) -> bool | None:
    """Whether the total is between its parts; None where there is none, or no parts to be between."""
    whole = _whole(row, cube)
    own = interval(whole) if whole else None
    bounds = [found for part in row.parts if (found := interval(part))]
    if own is None or len(bounds) < max(2, len(row.parts)):
        return None
    return min(low for low, _ in bounds) <= own[1] and own[0] <= max(high for _, high in bounds)


def _whole(row: Row, cube: Cube) -> Observation | None:
    return cube.whole_of(row.parts[0], cell_of(row.parts[0]).part.over(row.dimensions[:-1]))


def _value(figure: Observation) -> Decimal:
    return figure.value if figure.value is not None else Decimal(0)
