"""Where something stands in a user's file."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from msgspec import Struct


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A user's file as it was read: the path as shown to the user, and its text for quoting lines.

    Lines in `text` end in a line feed only; nothing else ends a line.
    """

    path: str
    text: str = field(repr=False, compare=False)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end; empty past the end of the file."""
        lines = _lines(self.text)
        return lines[number - 1] if 1 <= number <= len(lines) else ""

    def place(self, offset: int, length: int = 1) -> Span:
        """The place of `length` characters from `offset` (from 0) in `text`, as far as they stand on that line."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        line_end = self.text.find("\n", offset)
        room = (len(self.text) if line_end < 0 else line_end) - offset
        return Span(self, self.text.count("\n", 0, offset) + 1, offset - line_start + 1, max(1, min(length, room)))


class Span(Struct, frozen=True):
    """A stretch of characters on one line: line and column count from 1, as editors do."""

    file: SourceFile
    line: int
    column: int
    length: int = 1

    @property
    def path(self) -> str:
        return self.file.path

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@lru_cache(maxsize=8)
def _lines(text: str) -> list[str]:
    return text.split("\n")
