"""What the author says to the tool in a file: after a '#' beside YAML, or between '{#' and '#}' in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.input.loading.nodes import Node, Scalar
from rapportage.input.loading.walk import scalars


class Remark(Struct, frozen=True):
    """`start` is where it begins in its file, `words` what it says; `is_alone`: nothing else is on its line."""

    start: int
    words: str
    span: Span
    is_alone: bool
    text: Scalar | None
    """The text in which it is; None for a comment of the file."""


def remarks(root: Node, begins: str) -> Iterator[Remark]:
    """All of the file whose words begin as this pattern says, in its order; a '#' that the reader sees is none."""
    file = root.span.file
    texts: list[tuple[int, int, Scalar]] | None = None
    for found in re.finditer(rf"(?P<mark>\{{#|#)[ \t]*(?P<first>(?i:{begins}))", file.text):
        texts = _stretches(root) if texts is None else texts
        start, inside, in_text = found.start("first"), _around(found.start(), texts), found["mark"] == "{#"
        if in_text == (inside is None):
            continue
        end = _end(file.text, "\n", start)
        if inside is not None and (end := file.text.find("#}", start, inside[1])) < 0:
            continue
        words = file.text[start:end].rstrip()
        before = file.text[file.text.rfind("\n", 0, start) + 1 : found.start()].strip()
        after = file.text[end + 2 : _end(file.text, "\n", end)].strip() if in_text else ""
        span = file.place(start, max(1, len(words)))
        yield Remark(start, words, span, not (before or after), inside[2] if inside else None)


def _end(text: str, sign: str, start: int) -> int:
    """Where a sign is, or the end of the text."""
    found = text.find(sign, start)
    return len(text) if found < 0 else found


def _stretches(root: Node) -> list[tuple[int, int, Scalar]]:
    """From where to where each scalar is in its file, in that order."""
    starts = [(each.span.file.offset(each.span.line, each.span.column), each) for each in scalars(root)]
    return sorted(((start, start + len(each.raw), each) for start, each in starts), key=lambda stretch: stretch[:2])


def _around(place: int, texts: Sequence[tuple[int, int, Scalar]]) -> tuple[int, int, Scalar] | None:
    """The stretch of the scalar that is at `place`."""
    index = bisect_right(texts, place, key=lambda stretch: stretch[0]) - 1
    return texts[index] if index >= 0 and place < texts[index][1] else None
