"""Composes the events of libyaml's parser into nodes that know where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

import yaml
from msgspec import Struct, field
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.document import normal
from rapportage.input.loading.bare_keys import is_bare, report_bare_key
from rapportage.input.loading.characters import replace_forbidden, report_forbidden
from rapportage.input.loading.nodes import Kind, Mapping, Node, Scalar, Sequence
from rapportage.input.loading.positions import within
from rapportage.input.loading.schema import kind_of

MAX_DEPTH = 50
MAX_NODES = 400_000
"""Nodes that a file may stand for, with every repeated anchor counted again."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT_TAG = "tag:yaml.org,2002:str"
_KNOWN_TAGS = ("!", _TEXT_TAG, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_PROPERTIES = re.compile(r"(?:[&!][^ \t\n]*(?:[ \t\n]+(?:#[^\n]*)?)*)*")
"""The anchor and label before a value, and comments after them (YAML 1.2, 6.9)."""


class _GiveUp(Exception):
    """Reading has to stop here: it was reported."""


class _Anchored(Struct, frozen=True):
    """What an anchor stands for; `node` is None while it is being read."""

    node: Node | None
    nodes: int = 0
    height: int = 0


class Composer(Struct):
    """Reads one document."""

    file: SourceFile
    findings: Findings
    is_faulty: bool = False
    """Whether there was any fault; all are reported."""
    has_complex_keys: bool = False
    """Whether there are keys that are keys or lists themselves, as YAML makes of {{ … }}."""
    parsed: str = ""
    """What is parsed instead of the text of the file: as long as that, with quotes where values lack them."""
    has_holes: bool = False
    """Whether something is missing from the tree, so that its later checks would blame the wrong thing."""
    _anchors: dict[str, _Anchored] = field(default_factory=dict)
    _count: int = 0
    _deepest: int = 0
    """The depth that was reached since the last anchor began."""

    def compose(self) -> Node | None:
        """The root, or None when there is none; what libyaml can't parse raises its MarkedYAMLError."""
        events = yaml.parse(self.parsed or self.file.text, Loader=_LOADER)
        root: Node | None = None
        try:
            for event in events:
                if isinstance(event, NodeEvent):
                    root = self._node(event, events, 1)
                elif isinstance(event, DocumentStartEvent) and root is not None:
                    self._error("L203", "een tweede document ('---') in hetzelfde bestand", event, "splits het")
                    break
        except _GiveUp:
            self.has_holes = True
        return root

    def _node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        self._count_in(1, depth, event)
        if isinstance(event, AliasEvent):
            return self._alias(event, depth)
        if not isinstance(event, ScalarEvent | CollectionStartEvent):
            raise TypeError(f"no node begins with {event!r}")
        if event.tag is not None and event.tag not in _KNOWN_TAGS:
            hint = "laat het label weg; waarden worden nooit omgezet"
            self._error("L307", f"het label '{event.tag}' bestaat hier niet", event, hint)
        if event.anchor is None:
            return self._content(event, events, depth)
        self._anchors[event.anchor] = _Anchored(None)
        count, deepest = self._count, self._deepest
        self._deepest = depth
        node = self._content(event, events, depth)
        self._anchors[event.anchor] = _Anchored(node, self._count - count, self._deepest - depth)
        self._deepest = max(deepest, self._deepest)
        return node

    def _content(self, event: ScalarEvent | CollectionStartEvent, events: Iterator[Event], depth: int) -> Node:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, events, depth)
        return self._mapping(event, events, depth)

    def _alias(self, event: AliasEvent, depth: int) -> Node:
        name = event.anchor or ""
        anchored = self._anchors.get(name)
        if anchored is None:
            hint = suggest(name, self._anchors) if self._anchors else "een waarde met * vooraan hoort tussen quotes"
            self._error("L308", f"er is geen anker '{name}'", event, hint)
        elif anchored.node is None:
            self._error("L304", f"het anker '{name}' bevat zichzelf", event)
        else:
            self._count_in(anchored.nodes, depth + anchored.height, event)
            return anchored.node
        self.has_holes = True
        return Scalar("", Kind.EMPTY, True, self._span(event), "")

    def _count_in(self, nodes: int, depth: int, event: Event) -> None:
        """Counts nodes that the file stands for, down to `depth`; reading stops where it becomes too much."""
        self._count += nodes
        self._deepest = max(self._deepest, depth)
        if depth > MAX_DEPTH:
            self._error("L306", f"dieper genest dan {MAX_DEPTH} niveaus", event)
            raise _GiveUp
        if self._count > MAX_NODES:
            self._error("L305", f"dit bestand staat voor meer dan {MAX_NODES:,} waarden".replace(",", "."), event)
            raise _GiveUp

    def _sequence(self, event: SequenceStartEvent, events: Iterator[Event], depth: int) -> Sequence:
        items = []
        while not isinstance(inner := next(events), SequenceEndEvent):
            items.append(self._node(inner, events, depth + 1))
        return Sequence(tuple(items), self._span(event))

    def _mapping(self, event: Event, events: Iterator[Event], depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        merged: dict[str, tuple[Scalar, Node]] = {}
        seen: dict[str, Scalar] = {}
        while not isinstance(inner := next(events), MappingEndEvent):
            key = self._node(inner, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if isinstance(key, Scalar) and is_bare(key, value, self.file, _marks(inner)[1].index):
                before = next(reversed(entries.values()), (None, None))[1]
                if report_bare_key(key, before, self.findings):
                    self.is_faulty = True
                    continue
            if not isinstance(key, Scalar):
                self._complex_key(key)
                continue
            key = key.named()
            if not key.text:
                self._fault("L302", "een sleutel zonder naam", key.span, "schrijf een naam voor de dubbelepunt")
            elif key.text in seen:
                self._double_key(key, seen[key.text])
            else:
                seen[key.text] = key
                if key.plain and key.text == "<<":
                    self._merge(value, merged)
                else:
                    entries[key.text] = key, value
        inherited = (entry for name, entry in merged.items() if name not in entries)
        return Mapping((*entries.values(), *inherited), self._span(event))

    def _double_key(self, key: Scalar, first: Scalar) -> None:
        """Two keys may look the same and be written in different ways."""
        same = (key.written or key.text) == (first.written or first.text)
        typed = "" if same else ", met andere tekens maar dezelfde naam"
        hint = f"de eerste staat op regel {first.span.line}{typed}; laat er één staan"
        self._fault("L301", f"de sleutel '{key.text[:60]}' staat er twee keer", key.span, hint)

    def _complex_key(self, key: Node) -> None:
        self.is_faulty = self.has_complex_keys = True
        self._fault("L303", "een lijst of sleutels als sleutel kan niet", key.span)

    def _merge(self, value: Node, merged: dict[str, tuple[Scalar, Node]]) -> None:
        """`<<`: keys of another mapping, or of several of which the first wins."""
        for each in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(each, Mapping):
                for key, inner in each.entries:
                    merged.setdefault(key.text, (key, inner))
            else:
                self._fault("L309", "na << horen sleutels, meestal *anker", each.span)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        span, raw = self._place(event)
        skipped = _PROPERTIES.match(raw) if event.anchor is not None or event.tag is not None else None
        if skipped is not None:
            span, raw = within(span, raw, skipped.end(), len(raw)), raw[skipped.end() :]
        if self.parsed and event.style == '"' and not raw.startswith('"'):  # it was given the quotes that it lacks
            return Scalar(normal.text(raw), Kind.TEXT, False, span, raw)
        plain = not event.style and event.tag != _TEXT_TAG
        kind = kind_of(event.value) if plain else Kind.TEXT
        written = replace_forbidden(event.value)
        text = normal.text(written)
        scalar = Scalar(text, kind, plain, span, raw, None if text == written else written)
        if written != event.value:
            place = Scalar(event.value, kind, plain, span, raw).span_at
            self.has_holes = report_forbidden(event.value, place, self.findings) or self.has_holes
        return scalar

    def _place(self, event: Event) -> tuple[Span, str]:
        """Where the event begins, and what is written there; the span is as long as what is on its first line."""
        start, end = _marks(event)
        line, column = start.line, start.column
        length = (end.column if end.line == line else len(self.file.line(line + 1))) - column
        written = self.file.text[start.index : end.index]
        return Span(self.file, line + 1, column + 1, length if length > 1 else 1), written

    def _span(self, event: Event) -> Span:
        return self._place(event)[0]

    def _error(self, code: str, message: str, event: Event, hint: str | None = None) -> None:
        self._fault(code, message, self._span(event), hint)

    def _fault(self, code: str, message: str, span: Span, hint: str | None = None) -> None:
        self.is_faulty = True
        self.findings.error(code, message, span, hint)


class _Mark(Protocol):
    """A place in the file, counted from 0; `index` counts characters."""

    index: int
    line: int
    column: int


def _marks(event: Event) -> tuple[_Mark, _Mark]:
    """Where an event begins and ends; libyaml always says."""
    if event.start_mark is None or event.end_mark is None:
        raise TypeError("a YAML event without a place")
    return event.start_mark, event.end_mark
