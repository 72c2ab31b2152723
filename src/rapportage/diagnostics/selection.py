"""Which findings are shown where there are very many: the first of each kind, and how many more there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from rapportage.diagnostics.finding import Finding, Severity

OF_KIND = 20
"""So many findings of one code are shown of a file …"""
IN_ALL = 500
"""… and so many of all, faults before warnings."""

Kind = tuple[str, Severity, str | None]


class More(Struct, frozen=True):
    """So many findings that are not shown: of one kind, or (None) of kinds of which none is."""

    count: int
    kind: Kind | None


def chosen(ordered: Sequence[Finding]) -> list[Finding | More]:
    """What is shown of `ordered`, in its order; the rest of a kind is counted after the last that is shown of it."""
    counts = Counter(map(_kind, ordered))
    first = _first(ordered)
    faults = [item for item in first if item.severity is Severity.ERROR]
    warnings = [item for item in first if item.severity is Severity.WARNING]
    shown = {*faults[:IN_ALL], *warnings[: max(0, IN_ALL - len(faults))]}
    left = Counter(_kind(item) for item in shown)
    rest = sum(count for kind, count in counts.items() if kind not in left)
    hidden = {kind: counts[kind] - left[kind] for kind in left}
    result: list[Finding | More] = []
    for item in first:
        if item not in shown:
            continue
        result.append(item)
        kind = _kind(item)
        left[kind] -= 1
        if not left[kind] and hidden[kind]:
            result.append(More(hidden[kind], kind))
    return [*result, More(rest, None)] if rest else result


def _first(ordered: Iterable[Finding]) -> list[Finding]:
    """The first few of each kind."""
    seen: Counter[Kind] = Counter()
    found = []
    for item in ordered:
        seen[_kind(item)] += 1
        if seen[_kind(item)] <= OF_KIND:
            found.append(item)
    return found


def _kind(item: Finding) -> Kind:
    return item.code, item.severity, item.span.path if item.span else None
