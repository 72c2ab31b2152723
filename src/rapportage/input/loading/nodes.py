"""YAML nodes that know where they are."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import normal
from rapportage.input.loading.positions import locate


class Kind(Enum):
    """What a plain scalar means in the YAML 1.2 core schema; quoted and block scalars are always text."""

    TEXT = "tekst"
    INTEGER = "geheel getal"
    DECIMAL = "decimaal getal"
    BOOLEAN = "waar/onwaar"
    EMPTY = "leeg"


class Scalar(Struct, frozen=True):
    """One value. `text` is what the user typed (escapes and folding done), never converted: numbers stay text.
    Text is composed, and what is compared is a name: see `normal`.

    `plain` is false for what is quoted, a block, or made text by the label `!!str`. `span` covers the first line.
    """

    text: str
    kind: Kind
    plain: bool
    span: Span
    raw: str
    """As it is written in the file from where `span` begins: quotes, escapes and indentation included."""
    written: str | None = None
    """The text before it was composed or made a name, where that is another."""

    def span_at(self, offset: int, length: int = 1) -> Span:
        """The place in the file of the character at `offset` in `text`: also in folded, literal and quoted scalars."""
        if self.written is None:
            return locate(self.span, self.raw, self.text, offset, length)
        start, end = normal.stretch(self.written, self.text, offset, length)
        return locate(self.span, self.raw, self.written, start, end - start)

    def named(self) -> Scalar:
        """The same as a name: a key, or what refers to one."""
        name = normal.name(self.text)
        return self if name == self.text else replace(self, text=name, written=self.written or self.text)


class Mapping(Struct, frozen=True):
    """Keys in the order of the file, each once."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    is_whole: bool = True
    """Of the root: False when there is a fault in the file, which was reported, and what follows is only for more."""

    def get(self, key: str) -> Node | None:
        return next((value for name, value in self.entries if name.text == key), None)


class Sequence(Struct, frozen=True):
    items: tuple[Node, ...]
    span: Span


Node = Scalar | Mapping | Sequence
