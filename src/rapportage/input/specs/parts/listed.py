"""A period file in which parts are called as their list calls them, whether names or codes were typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from collections.abc import Mapping as ReadOnly

from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.figures.parts import Dimensions, dimensions_of
from rapportage.figures.words.lists import names_nothing
from rapportage.input.loading.nodes import Mapping, Node, Scalar, Sequence
from rapportage.input.specs.parts.part_list import PartListSpec


def dimensions_in(node: Mapping) -> frozenset[str]:
    """Every dimension by which a period file breaks figures down."""
    found: set[str] = set()

    def gather(naar: Mapping, rest: frozenset[str]) -> Node:
        found.update(dimension for key, _ in naar.entries for dimension in dimensions_of(key.text))
        return naar

    _changed(node, gather)
    return frozenset(found)


def with_listed_names(node: Mapping, lists: ReadOnly[str, PartListSpec], findings: Findings) -> tuple[Mapping, bool]:
    """The file with the name of each part for what was typed, and whether the lists have them all.

    What is in no list is reported, but for what takes together what is not named ('onbekend', `restposten`).
    """
    namer = _Namer(lists, findings)
    return _changed(node, namer.named), namer.has_all


class _Namer:
    def __init__(self, lists: ReadOnly[str, PartListSpec], findings: Findings) -> None:
        self._lists = lists
        self._findings = findings
        self.has_all = True

    def named(self, naar: Mapping, rest: frozenset[str]) -> Node:
        entries = ((key, self._parts(value, dimensions_of(key.text), rest)) for key, value in naar.entries)
        return replace(naar, entries=tuple(entries))

    def _parts(self, node: Node, dimensions: Dimensions, rest: frozenset[str]) -> Node:
        if not isinstance(node, Mapping) or not dimensions:
            return node
        listed = self._lists.get(dimensions[0])
        entries: dict[str, tuple[Scalar, Node]] = {}
        known = {listed.name_of(key.text) for key, _ in node.entries} if listed else set()
        for key, value in node.entries:
            name = self._name(key, listed, dimensions[0], rest, known)
            if name in entries:
                message = f"'{key.text[:60]}' is hetzelfde onderdeel als '{entries[name][0].raw[:60]}': {name[:60]}"
                self._report(message, key, "schrijf elk onderdeel één keer, met zijn naam of met zijn code")
            entries[name] = replace(key, text=name), self._parts(value, dimensions[1:], rest)
        return replace(node, entries=tuple(entries.values()))

    def _name(
        self, key: Scalar, listed: PartListSpec | None, dimension: str, rest: frozenset[str], known: Set[str | None]
    ) -> str:
        """The name in the list. Of a slip that is the nearest which is not there yet, so that nothing else lacks it."""
        name = key.text if listed is None else listed.name_of(key.text)
        if name is None and not (key.text in rest or names_nothing(key.text)):
            where = listed.node.span.path if listed else ""
            hint = f"{listed.suggest(key.text)}; is het er een bij, zet het dan in {where}" if listed else None
            self._report(f"'{key.text[:60]}' staat niet in de lijst van {dimension[:60]}, {where}", key, hint)
            near = listed.near(key.text) if listed else None
            return near if near is not None and near not in known else key.text
        return name or key.text

    def _report(self, message: str, key: Scalar, hint: str | None) -> None:
        self.has_all = False
        self._findings.error("C223", message, key.span, hint)


def _changed(node: Mapping, change: Callable[[Mapping, frozenset[str]], Node]) -> Mapping:
    """The file with each `naar` changed; `change` is given the parts of its series that take the rest together."""
    series = node.get("cijfers")
    rest = {key.text: frozenset(_rest_parts(value)) for key, value in _entries(series)}

    def counts(node: Node, own: frozenset[str]) -> Node:
        """The figures of a series, or of a window of it."""
        return _each(
            node,
            lambda key, value: (
                change(value, own)
                if key == "naar" and isinstance(value, Mapping)
                else _each(value, lambda _, window: counts(window, own))
                if key == "vensters"
                else value
            ),
        )

    def all_series(node: Node) -> Node:
        return _each(node, lambda key, value: counts(value, rest.get(key, frozenset())))

    changes: ReadOnly[str, Callable[[Node], Node]] = {
        "cijfers": all_series,
        "herzien": lambda periods: _each(periods, lambda _, value: all_series(value)),
    }
    entries = ((key, changes[key.text](value) if key.text in changes else value) for key, value in node.entries)
    return replace(node, entries=tuple(entries))


def _each(node: Node, change: Callable[[str, Node], Node]) -> Node:
    if not isinstance(node, Mapping):
        return node
    return replace(node, entries=tuple((key, change(key.text, value)) for key, value in node.entries))


def _entries(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    return node.entries if isinstance(node, Mapping) else ()


def _rest_parts(series: Node) -> Iterator[str]:
    named = series.get("restposten") if isinstance(series, Mapping) else None
    for each in named.items if isinstance(named, Sequence) else (named,):
        if isinstance(each, Scalar):
            yield each.named().text
