"""Which findings are shown where there are very many: the first of each kind, and how many more there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from rapportage.diagnostics.finding import Finding, Severity

IN_ALL = 500
"""So many findings are shown of all, faults before warnings."""

Kind = tuple[str, Severity]


class More(Struct, frozen=True):
    """So many findings that are not shown: of one kind, or (None) of kinds of which none is."""

    count: int
    kind: Kind | None


def chosen(ordered: Sequence[Finding], of_kind: int) -> list[Finding | More]:
    """What is shown of `ordered`, in its order: so many of a kind; the rest is counted after the last that is shown."""
    counts = Counter(map(_kind, ordered))
    first = _first(ordered, of_kind)
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


def _first(ordered: Sequence[Finding], of_kind: int) -> list[Finding]:
    """The first few of each kind: of many files the first of each, then the second of each, and so on."""
    seen: Counter[tuple[Kind, str | None]] = Counter()
    turns: dict[Kind, list[tuple[int, int]]] = {}
    for place, item in enumerate(ordered):
        in_file = _kind(item), item.span.path if item.span else None
        seen[in_file] += 1
        turns.setdefault(_kind(item), []).append((seen[in_file], place))
    places = sorted(place for each in turns.values() for _, place in sorted(each)[:of_kind])
    return [ordered[place] for place in places]


def _kind(item: Finding) -> Kind:
    return item.code, item.severity
