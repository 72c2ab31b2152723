"""Reads YAML 1.2 (core schema) with libyaml's parser into nodes that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.loading.characters import decode
from rapportage.loading.nodes import Kind, Mapping, Node, Scalar, Sequence
from rapportage.loading.positions import span_of
from rapportage.loading.syntax import report_syntax

MAX_BYTES = 5_000_000
MAX_DEPTH = 50
MAX_NODES = 100_000
"""Nodes that a file may stand for, with every repeated anchor counted again."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_EMPTY = re.compile(r"|~|null|Null|NULL")
_STANDARD_TAGS = ("!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


def load(path: Path, shown: str, findings: Findings) -> Node | None:
    """The root of the file at `path`, which messages call `shown`; None when it can't be read, which is reported."""
    file = SourceFile(shown, "")
    place = Span(file, 1, 1)
    try:
        if path.is_dir():
            findings.error("L102", f"{shown} is een map", place, "noem een bestand in die map")
            return None
        if path.stat().st_size > MAX_BYTES:
            size = f"{path.stat().st_size / 1_000_000:.1f}".replace(".", ",")
            message = f"dit bestand is {size} MB; het mag {MAX_BYTES // 1_000_000} MB zijn"
            findings.error("L104", message, place, "verdeel het over meer bestanden")
            return None
        data = path.read_bytes()
    except FileNotFoundError:
        names = [found.name for found in path.parent.glob("*.yaml")] if path.parent.is_dir() else []
        findings.error("L101", f"{shown} bestaat niet", place, suggest(path.name, names) if names else None)
        return None
    except OSError as error:
        findings.error("L103", f"{shown} is niet te lezen: {error.strerror}", place, "kijk of u het mag lezen")
        return None
    return load_bytes(data, shown, findings)


def load_bytes(data: bytes, shown: str, findings: Findings) -> Node | None:
    """The root of a file with these bytes: always a mapping. Every fault that can be found is reported."""
    before = len(findings)
    if b"\x00" in data[:1000]:
        findings.error("L105", f"{shown} is geen tekstbestand", Span(SourceFile(shown, ""), 1, 1))
        return None
    file = decode(data, shown, findings)
    if file is None or len(findings) > before:
        return None
    try:
        root = _Composer(file, findings).compose()
    except yaml.YAMLError as error:
        report_syntax(error, file, findings)
        return None
    if len(findings) > before:
        return None
    if root is None:
        findings.error("L204", "dit bestand is leeg", Span(file, 1, 1))
    elif not isinstance(root, Mapping):
        findings.error("L205", "een bestand begint met sleutels ('titel: …')", root.span)
        return None
    return root


class _TooMuch(Exception):
    """Reading has to stop here: it was reported."""


@dataclass(slots=True)
class _Composer:
    file: SourceFile
    findings: Findings
    anchors: dict[str, tuple[Node | None, int]] = field(default_factory=dict)
    """By name: the node (None while it is being read), and for how many nodes it stands."""
    count: int = 0

    def compose(self) -> Node | None:
        events = yaml.parse(self.file.text, Loader=_LOADER)
        root: Node | None = None
        documents = 0
        try:
            for event in events:
                if isinstance(event, DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._error("L203", "een tweede document ('---') in hetzelfde bestand", event, "splits het")
                        break
                elif isinstance(event, AliasEvent | ScalarEvent | MappingStartEvent | SequenceStartEvent):
                    root = self._node(event, events, 1)
        except _TooMuch:
            return None
        return root

    def _node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        if depth > MAX_DEPTH:
            self._error("L306", f"dieper genest dan {MAX_DEPTH} niveaus", event)
            raise _TooMuch
        if isinstance(event, AliasEvent):
            return self._alias(event)
        before = self.count
        self._grow(1, event)
        if not isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
            raise TypeError(f"no node begins with {event!r}")
        anchor = event.anchor
        if anchor is not None:
            self.anchors[anchor] = (None, 0)
        if event.tag is not None and event.tag not in _STANDARD_TAGS:
            hint = "laat het label weg; waarden worden nooit omgezet"
            self._error("L307", f"het label '{event.tag}' bestaat hier niet", event, hint)
        node: Node
        match event:
            case ScalarEvent():
                node = self._scalar(event)
            case SequenceStartEvent():
                items = []
                while not isinstance(inner := next(events), SequenceEndEvent):
                    items.append(self._node(inner, events, depth + 1))
                node = Sequence(tuple(items), self._span(event))
            case _:
                node = self._mapping(event, events, depth)
        if anchor is not None:
            self.anchors[anchor] = (node, self.count - before)
        return node

    def _alias(self, event: AliasEvent) -> Node:
        name = event.anchor or ""
        if name not in self.anchors:
            self._error(
                "L308", f"er is geen anker '{name}'", event, suggest(name, self.anchors) if self.anchors else None
            )
            return Scalar("", Kind.EMPTY, True, self._span(event), _marks(event)[1].index)
        node, size = self.anchors[name]
        if node is None:
            self._error("L304", f"het anker '{name}' bevat zichzelf", event)
            return Scalar("", Kind.EMPTY, True, self._span(event), _marks(event)[1].index)
        self._grow(size, event)
        return node

    def _grow(self, nodes: int, event: Event) -> None:
        self.count += nodes
        if self.count > MAX_NODES:
            self._error("L305", f"dit bestand staat voor meer dan {MAX_NODES:,} waarden".replace(",", "."), event)
            raise _TooMuch

    def _mapping(self, event: Event, events: Iterator[Event], depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        merged: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(events), MappingEndEvent):
            key = self._node(inner, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.findings.error("L303", "een lijst of sleutels als sleutel kan niet", key.span)
            elif key.plain and key.text == "<<":
                self._merge(value, merged)
            elif key.kind is Kind.EMPTY and not key.text:
                self.findings.error("L302", "een sleutel zonder naam", key.span)
            elif key.text in entries:
                first = entries[key.text][0].span
                hint = f"de eerste staat op regel {first.line}; laat er één staan"
                self.findings.error("L301", f"de sleutel '{key.text}' staat er twee keer", key.span, hint)
            else:
                entries[key.text] = key, value
        inherited = (entry for name, entry in merged.items() if name not in entries)
        return Mapping((*entries.values(), *inherited), self._span(event))

    def _merge(self, value: Node, merged: dict[str, tuple[Scalar, Node]]) -> None:
        """`<<`: keys of another mapping, or of several of which the first wins."""
        for each in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(each, Mapping):
                for key, inner in each.entries:
                    merged.setdefault(key.text, (key, inner))
            else:
                self.findings.error("L309", "na << horen sleutels, meestal *anker", each.span)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        plain = event.style is None or event.style == ""
        return Scalar(
            event.value, _kind(event.value) if plain else Kind.TEXT, plain, self._span(event), _marks(event)[1].index
        )

    def _span(self, event: Event) -> Span:
        """Where the event begins; it is as long as what stands on its first line."""
        start, end = _marks(event)
        length = end.index - start.index if start.line == end.line else 1
        if start.line != end.line:
            length = len(self.file.line(start.line + 1)) - start.column
        return Span(self.file, start.line + 1, start.column + 1, max(1, length))

    def _error(self, code: str, message: str, event: Event, hint: str | None = None) -> None:
        self.findings.error(code, message, span_of(self.file, _marks(event)[0].index), hint)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place in the file, counted from 0; `index` counts characters."""

    index: int
    line: int
    column: int


def _marks(event: Event) -> tuple[_Mark, _Mark]:
    """Where an event begins and ends; libyaml always tells."""
    if event.start_mark is None or event.end_mark is None:
        raise TypeError("a YAML event without a place")
    start, end = event.start_mark, event.end_mark
    return _Mark(start.index, start.line, start.column), _Mark(end.index, end.line, end.column)


def _kind(text: str) -> Kind:
    for pattern, kind in (
        (_EMPTY, Kind.EMPTY),
        (_BOOLEAN, Kind.BOOLEAN),
        (_INTEGER, Kind.INTEGER),
        (_DECIMAL, Kind.DECIMAL),
    ):
        if pattern.fullmatch(text):
            return kind
    return Kind.TEXT
