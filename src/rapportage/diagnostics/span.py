"""Where something stands in a user's file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A user's file as it was read: the path as shown to the user, and its text for quoting lines."""

    path: str
    text: str = field(repr=False, compare=False)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end; empty past the end of the file."""
        lines = self.text.splitlines()
        return lines[number - 1] if 1 <= number <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Span:
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
