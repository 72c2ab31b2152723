"""Where something is in a user's file."""

from __future__ import annotations

import re
from bisect import bisect_right
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
        """The place of `length` characters from `offset` (from 0) in `text`, as far as they are on that line."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        line_end = self.text.find("\n", offset)
        room = (len(self.text) if line_end < 0 else line_end) - offset
        return Span(self, line, offset - starts[line - 1] + 1, max(1, min(length, room)))

    def offset(self, line: int, column: int) -> int:
        """Where in `text` (from 0) the place at `line` and `column` (from 1) is."""
        return _line_starts(self.text)[line - 1] + column - 1


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


@lru_cache(maxsize=64)
def _lines(text: str) -> list[str]:
    return text.split("\n")


@lru_cache(maxsize=64)
def _line_starts(text: str) -> list[int]:
    """The offset at which each line begins."""
    return [0, *(found.end() for found in re.finditer("\n", text))]
