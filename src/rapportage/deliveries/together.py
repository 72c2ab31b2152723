"""Faults with one cause are told once: with the other cells of a file, or the other lines of a levering, behind it."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.figures.words.lists import listed
from rapportage.input.specs.faults import SpecFault

_CELL = ", cel "
"""As `place` writes it."""
_ONE_ANSWER = ("I401", "I406", "I407", "I410")
"""Whatever such cells hold, one key of the levering says what is to be done with all of them."""
_MOST = 6


def together(faults: Sequence[SpecFault]) -> list[SpecFault]:
    """The faults in their order, each that is of another cause."""
    groups: dict[tuple[str, ...], list[SpecFault]] = {}
    for fault in faults:
        where, what = _where(fault)
        same = () if fault.code in _ONE_ANSWER else (what,)
        groups.setdefault((fault.code, where.partition(_CELL)[0], fault.hint or "", *same), []).append(fault)
    return [_one(group) for group in groups.values()]


def _one(group: Sequence[SpecFault]) -> SpecFault:
    """The first of faults with one cause, with where the others are."""
    first, *others = group
    own = _cell(first)
    cells = [cell for cell in dict.fromkeys(map(_cell, others)) if cell != own]
    lines = [str(line) for line in dict.fromkeys(each.span.line for each in others) if line != first.span.line]
    if cells:
        more = f"; zo ook in {listed(cells, _MOST)}"
    elif lines:
        more = f"; ook gevraagd op regel {listed(lines, _MOST)}"
    else:
        return first
    return SpecFault(first.code, first.message + more, first.span, first.hint)


def _where(fault: SpecFault) -> tuple[str, str]:
    """The place with which a message begins, and what is wrong there."""
    where, colon, what = fault.message.partition(": ")
    return (where, what) if colon else ("", where)


def _cell(fault: SpecFault) -> str:
    return _where(fault)[0].partition(_CELL)[2]
