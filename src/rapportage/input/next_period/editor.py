"""Changes to the text of a YAML file at the places of its nodes, so that all else stays as it is."""

from __future__ import annotations

import re
from itertools import accumulate

from msgspec import Struct, field

from rapportage.input.loading.nodes import Scalar

_HEAD = re.compile(r"(?:[ \t]*(?:#.*)?\n|---[ \t]*\n)*")


Change = tuple[int, int, str]
"""From where to where the text is replaced, and by what."""


class Editor(Struct):
    """Changes to a text, each at its own place."""

    text: str
    changes: list[Change] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where each line begins."""
    head: int = 0
    """Where the comments and empty lines before the first key end: they speak of the old file."""

    def __post_init__(self) -> None:
        found = _HEAD.match(self.text)
        self.head = found.end() if found else 0
        self.starts = list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))

    def offset(self, scalar: Scalar) -> int:
        return self.starts[scalar.span.line - 1] + scalar.span.column - 1

    def replace(self, scalar: Scalar, words: str) -> None:
        start = self.offset(scalar)
        self.changes.append((start, start + len(scalar.raw), words))

    def block(self, key: Scalar) -> tuple[int, int]:
        """From the line of a key to the end of all that is under it, and its comment above."""
        start = self.text.rfind("\n", 0, self.offset(key)) + 1
        end = self._line_end(start)
        while end < len(self.text):
            line = self.text[end : self._line_end(end)]
            if line.strip() and len(line) - len(line.lstrip()) < key.span.column:
                break
            end = self._line_end(end)
        while start > self.head:
            above = self.text.rfind("\n", 0, start - 1) + 1
            line = self.text[above:start]
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) != key.span.column - 1:
                break
            start = above
        return start, end

    def note_above(self, key: Scalar, comment: str) -> None:
        """A comment above the line of a key, if nothing else begins that line and the comment is not yet there."""
        start = self.text.rfind("\n", 0, self.offset(key)) + 1
        above = self.text[self.text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
        if self.is_whole_line(key) and above.strip() != comment:
            self.changes.append((start, start, f"{' ' * (key.span.column - 1)}{comment}\n"))

    def key_before(self, key: Scalar, words: str) -> None:
        """Another key with its value, just before a key."""
        start = self.offset(key)
        between = "\n" + " " * (key.span.column - 1) if self.is_whole_line(key) else ", "
        self.changes.append((start, start, f"{words}{between}"))

    def is_whole_line(self, key: Scalar) -> bool:
        """Whether nothing is before the key on its line, as in a mapping over several lines."""
        start = self.offset(key)
        return not self.text[self.text.rfind("\n", 0, start) + 1 : start].strip()

    def _line_end(self, start: int) -> int:
        found = self.text.find("\n", start)
        return len(self.text) if found < 0 else found + 1

    def result(self) -> str:
        text, position = "", 0
        for start, end, words in sorted(self.changes, key=lambda change: (change[0], -change[1])):
            if start < position:
                continue  # it is in what was taken out
            text += self.text[position:start] + words
            position = end
        return text + self.text[position:]
