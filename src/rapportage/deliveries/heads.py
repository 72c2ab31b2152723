"""Heads that go on: one that is written above the first column of its group only, as a merged cell saved as csv is."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.deliveries.grid import CellKind, Sheet


def going_on(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether blank heads can only be as the one to their left: more groups, with the same heads below each.

    `columns` are those of figures, from the left; `rows` those of heads, from above.
    """
    found = [_is_regular(sheet, row, rows[-1], columns) for row in rows[:-1] if _is_broken(sheet, row, columns)]
    return bool(found) and all(found)


def begins_a_group(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> int | None:
    """The first row with heads above some columns that may hold for those to their right, which have none there."""
    return next((row for row in rows[:-1] if _is_broken(sheet, row, columns)), None)


def continued(sheet: Sheet, row: int, columns: Sequence[int]) -> tuple[int, ...]:
    """For each column of the sheet, in order, the one of which the head in that row goes on over it."""
    own = set(columns)
    found, last = [], None
    for column in range(len(sheet.rows[row])):
        last = column if column in own and _is_text(sheet, row, column) else last
        found.append(column if last is None else last)
    return tuple(found)


def _is_broken(sheet: Sheet, row: int, columns: Sequence[int]) -> bool:
    """Whether a row has a head above some of the columns, and not above others after the first of these."""
    said = [_is_text(sheet, row, column) for column in columns]
    return True in said and not all(said[said.index(True) :])


def _is_regular(sheet: Sheet, row: int, lowest: int, columns: Sequence[int]) -> bool:
    groups: list[list[str]] = []
    for column in columns:
        if _is_text(sheet, row, column):
            groups.append([])
        if groups:  # before the first group are the heads of rows, or a total
            groups[-1].append(sheet.cell(lowest, column).text)
    first, *others = [_without_end(group) for group in groups]
    return bool(others) and len(first) > 1 and "" not in first and all(group == first for group in others)


def _without_end(texts: Sequence[str]) -> list[str]:
    """Without the blank column between this group and the next."""
    return list(texts[: max((place for place, text in enumerate(texts, 1) if text), default=0)])


def _is_text(sheet: Sheet, row: int, column: int) -> bool:
    return sheet.cell(row, column).kind is not CellKind.BLANK
