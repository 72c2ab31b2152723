"""Where a character of a scalar's text stands in the file, also when the text was folded, escaped or indented."""

from __future__ import annotations

from rapportage.diagnostics import SourceFile, Span
from rapportage.loading.nodes import Scalar

_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_WIDTHS = {"x": 2, "u": 4, "U": 8}


def locate(scalar: Scalar, offset: int, length: int = 1) -> Span:
    """The span in the file of `length` characters from `offset` in `scalar.text`, as far as they stand on one line."""
    source = scalar.span.file.text
    start = _offset_of(scalar.span)
    place = _walk(source, start, scalar.end, scalar.text, offset)
    return span_of(scalar.span.file, place, min(length, max(1, len(_rest_of_line(source, place)))))


def span_of(file: SourceFile, offset: int, length: int = 1) -> Span:
    """The span of `length` characters from `offset` in the file's text."""
    before = file.text[:offset]
    return Span(file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1, length)


def _offset_of(span: Span) -> int:
    """The offset in the file's text at which a span begins."""
    place = 0
    for _ in range(span.line - 1):
        place = span.file.text.index("\n", place) + 1
    return place + span.column - 1


def _rest_of_line(source: str, place: int) -> str:
    end = source.find("\n", place)
    return source[place : len(source) if end < 0 else end]


def _walk(source: str, start: int, end: int, text: str, offset: int) -> int:
    """The offset in `source` of the character at `offset` in `text`, walking both side by side.

    A character of the text stands for itself, for an escape, or (a space or line end) for the white space of a fold.
    """
    quote = source[start : start + 1]
    position = start + (quote in ("'", '"'))
    if quote in ("|", ">"):
        position = source.index("\n", start) + 1
    for index, char in enumerate(text):
        if char not in " \n":
            position = _skip_white(source, position, end)
        if index == offset:
            return min(position, max(start, end - 1))
        position += _length(source, position, end, char, quote)
    return min(position, max(start, end - 1))


def _skip_white(source: str, position: int, end: int) -> int:
    """Past indentation, folds and escaped line ends, to the next character that is shown."""
    while position < end:
        if source[position] in " \t\n":
            position += 1
        elif source.startswith("\\\n", position):
            position += 2
        else:
            break
    return position


def _length(source: str, position: int, end: int, char: str, quote: str) -> int:
    """How many characters of the source stand for `char` of the text."""
    if position >= end:
        return 0
    if quote == '"' and source[position] == "\\" and position + 1 < end:
        kind = source[position + 1]
        if kind in _WIDTHS:
            return 2 + _WIDTHS[kind]
        return 2 if _ESCAPES.get(kind) == char else 1
    if quote == "'" and source.startswith("''", position) and char == "'":
        return 2
    if char in " \n" and source[position] in " \t\n":
        return 1
    return 1 if source[position] == char else 0
