"""Values with {{ … }} or {% … %} that lack their quotes: YAML takes the braces for keys within keys.

They are looked for only in a file that YAML could not read: what it can read is never judged by this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.diagnostics import Findings, SourceFile

_BLOCK = re.compile(r"(?:^|[:\-?]\s+)[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_DASHES = re.compile(r"\s*(?:-\s+)*")
_OPENING = re.compile(r"\{\{|\{%")
_CLOSING = {"{{": "}}", "{%": "%}"}
_KEY_OR_ITEM = re.compile(r"\s*(?:-\s|[^\s#:][^:#\n]*:(?:\s|$))")


def without_quotes(text: str) -> list[tuple[int, int]]:
    """From where to where each such value is."""
    return list(_Scanner(text).values())


def with_quotes(text: str, values: list[tuple[int, int]]) -> str:
    """A text as long as `text`, in which something in quotes is in the place of each of the values."""
    parts, last = [], 0
    for start, end in values:
        parts += [text[last:start], '"', re.sub(r"[^\n]", "x", text[start + 1 : end - 1]), '"']
        last = end
    return "".join((*parts, text[last:]))


def report_without_quotes(file: SourceFile, values: list[tuple[int, int]], findings: Findings) -> None:
    for start, end in values:
        value = file.text[start:end].split("\n")[0]
        begins = _OPENING.match(value)
        message = "een waarde met {{ hoort binnen { … } en [ … ] tussen aanhalingstekens"
        if begins is not None:
            message = f"een waarde die met {begins[0]} begint, hoort tussen aanhalingstekens"
        quote = next((each for each in ('"', "'") if each not in value), None)
        hint = f"schrijf: {quote}{value}{quote}" if quote else "zet haar achter | op een eigen regel, ingesprongen"
        findings.error("L201", message, file.place(start, len(value)), hint)


class _Scanner:
    """Goes through the lines of a file as YAML does, as far as quotes, brackets, comments and blocks of text go."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._depth = 0
        """In how many brackets."""
        self._quote = ""
        """The quotes that are open."""

    def values(self) -> Iterator[tuple[int, int]]:
        block: int | None = None
        start = 0
        before = ""
        while start < len(self._text):
            end = self._end_of_line(start)
            line = self._text[start:end]
            indent = len(line) - len(line.lstrip(" "))
            if block is not None and line.strip() and indent <= block:
                block = None
            if block is None:
                for found in self._in_line(start, end, before):
                    yield found
                    end = max(end, self._end_of_line(found[1]))
                dashes = _DASHES.match(line)
                if not (self._quote or self._depth) and _BLOCK.search(line) and dashes is not None:
                    block = dashes.end() if line[dashes.end() :].split(":")[0] != line[dashes.end() :] else indent
                before = line.strip() or before
            start = end + 1

    def _end_of_line(self, place: int) -> int:
        end = self._text.find("\n", place)
        return len(self._text) if end < 0 else end

    def _in_line(self, start: int, end: int, before: str) -> Iterator[tuple[int, int]]:
        text, place = self._text, start
        token: int | None = None
        """Where the value or key begins that is being read; None between two of them."""
        while place < end:
            char = text[place]
            if self._quote:
                place += 2 if self._quote == '"' and char == "\\" else 1
                self._quote = "" if char == self._quote else self._quote
                continue
            if char == "#" and (place == start or text[place - 1] in " \t"):
                return
            opening = _OPENING.match(text, place, end)
            is_value = token is None and (place > start + self._lead(start, end) or before.endswith(":") or self._depth)
            if opening and (self._depth or is_value or (token is None and text[start:place].rstrip().endswith("-"))):
                first = place if token is None else token
                last = self._last(place, opening[0], end)
                yield first, last
                place, token = last, None
                continue
            if char in "'\"" and token is None:
                self._quote = char
            elif char in "{[" and (token is None or self._depth):
                self._depth += 1
                token = None
            elif char in "}]" and self._depth:
                self._depth -= 1
                token = None
            elif (char == "," and self._depth) or (char in ":-?" and text[place + 1 : place + 2] in ("", " ", "\n")):
                token = None
            elif char not in " \t" and token is None:
                token = place
            place += 1

    def _lead(self, start: int, end: int) -> int:
        """How long the white space before a line is."""
        return end - start - len(self._text[start:end].lstrip(" \t"))

    def _last(self, place: int, sign: str, end: int) -> int:
        """Where the value ends whose first braces are at `place`."""
        text = self._text
        if not self._depth:  # all of the line, and of those that go on with it
            last = self._without_comment(place, end)
            indent = self._lead(text.rfind("\n", 0, place) + 1, end)
            while end < len(text):
                following = self._end_of_line(end + 1)
                line = text[end + 1 : following]
                if not line.strip() or self._lead(end + 1, following) <= indent or _KEY_OR_ITEM.match(line):
                    break
                last = end = following
            return last
        while True:
            closed = text.find(_CLOSING[sign], place, end)
            last = end if closed < 0 else closed + 2
            while last < end and text[last] not in ",}]":
                if _OPENING.match(text, last, end):
                    break
                last += 1
            again = _OPENING.match(text, last, end)
            if closed < 0 or again is None:
                return self._stripped(place, last)
            place, sign = last, again[0]

    def _without_comment(self, place: int, end: int) -> int:
        comment = re.search(r"[ \t]+#(?!\})", self._text[place:end])
        return self._stripped(place, place + comment.start() if comment else end)

    def _stripped(self, place: int, end: int) -> int:
        """Where what ends at `end` does without white space behind it."""
        return place + len(self._text[place:end].rstrip())
