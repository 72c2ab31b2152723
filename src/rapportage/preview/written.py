"""Where the words of a paragraph were typed, of which only the begin is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from msgspec.structs import replace

from rapportage.diagnostics import Span

MOST_LINES = 60
"""Of a longer paragraph what is after them has the place of the last."""
_WORD = re.compile(r"\S+")
_NOT_SAID = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\[\^[^\]]*\]")
"""What is typed and not shown as it is: expressions, conditions, marks of notes."""
_MARKER = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_KEY = re.compile(r"\s*(?:[-*+]\s+)*")


def written_at(words: Sequence[str], origin: Span) -> list[Span]:
    """The place of each of these words, which are shown in this order and were typed from `origin` on.

    A word that was not typed there, such as a figure, has the place of the one before it.
    """
    typed = list(_typed(origin))
    if not typed or typed[0][1].line == typed[-1][1].line:
        return [origin] * len(words)
    same = SequenceMatcher(None, [word for word, _ in typed], [_letters(word) for word in words], autojunk=False)
    own = {
        shown + index: typed[start + index][1]
        for start, shown, length in same.get_matching_blocks()
        for index in range(length)
    }
    return list(accumulate(range(len(words)), lambda before, index: own.get(index, before), initial=origin))[1:]


def _typed(origin: Span) -> Iterator[tuple[str, Span]]:
    """The words of the paragraph in the file, each with its place."""
    first = origin.file.line(origin.line)
    least = _indent_of(first, origin.column)
    for number in range(origin.line, origin.line + MOST_LINES):
        line = origin.file.line(number)
        start = 0
        if number == origin.line:
            start = origin.column - 1
        elif not line.strip() or len(line) - len(line.lstrip()) < least or _MARKER.match(line):
            return
        said = _NOT_SAID.sub(lambda found: " " * len(found[0]), line)
        for found in _WORD.finditer(said, start):
            if letters := _letters(found[0]):
                yield letters, replace(origin, line=number, column=found.start() + 1, length=len(found[0]))


def _indent_of(line: str, column: int) -> int:
    """How far its next lines are indented at least: as it begins, or deeper than the key that it is behind."""
    begin = _KEY.match(line)
    margin = begin.end() if begin else 0
    return column - 1 if margin >= column - 1 else margin + 1


def _letters(word: str) -> str:
    return "".join(char for char in word if char.isalnum()).casefold()
