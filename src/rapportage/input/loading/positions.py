"""Where a character of a scalar's text is in the file, for every way in which YAML writes one."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise

from rapportage.diagnostics import Span

_QUOTED = {
    "'": re.compile(r"[ \t\n]+|('')|[^ \t\n']+"),
    '"': re.compile(r"[ \t\n]+|\\\n[ \t\n]*|(\\(?:x.{2}|u.{4}|U.{8}|.))|[^ \t\n\\]+"),
}
"""White space, words, and as a group what is written as several characters and read as one."""
_PLAIN = re.compile(r"[ \t\n]+|[^ \t\n]+")
_SOLID = re.compile(r"[^ \t\n]")
_SOLIDS_AND_RUNS = re.compile(r"[^ \t\n]|[ \t\n]+")


def locate(start: Span, raw: str, text: str, offset: int, length: int = 1) -> Span:
    """The place of `length` characters from `offset` in `text`, the value of what is written as `raw` from `start` on.

    A stretch that goes on over a line end is cut there; an offset past the end gives the place just after the text.
    """
    if raw == text or raw[1:-1] == text:  # plain or quoted on one line, without escapes: each character is itself
        lead = 0 if raw == text else 1
        begin = min(offset, len(text))
        return within(start, raw, lead + begin, max(1, min(length, len(text) - begin)))
    places = _places(raw, text)
    if offset >= len(places):
        return within(start, raw, places[-1][1] if places else len(raw) // 2)
    begin, end = places[offset][0], places[min(offset + max(length, 1), len(places)) - 1][1]
    return within(start, raw, begin, end - begin)


def within(start: Span, raw: str, offset: int, length: int = 1) -> Span:
    """The place of `length` characters from `offset` in `raw`, which begins at `start`, as far as on one line."""
    ends = _line_ends(raw)
    line = bisect_left(ends, offset)
    room = (ends[line] if line < len(ends) else len(raw)) - offset
    column = offset - ends[line - 1] if line else start.column + offset
    return Span(start.file, start.line + line, column, max(1, min(length, room)))


@lru_cache(maxsize=64)
def _line_ends(raw: str) -> list[int]:
    return [found.start() for found in re.finditer("\n", raw)]


@lru_cache(maxsize=64)
def _places(raw: str, text: str) -> list[tuple[int, int]]:
    """For each character of `text`, from where to where in `raw` it is written."""
    return _block_places(raw, text) if raw[:1] in ("|", ">") else _flow_places(raw)


def _flow_places(raw: str) -> list[tuple[int, int]]:
    """Plain and quoted (YAML 1.2, 7.3): one line end with the white space around it is a space; of more, all but the
    first stay.
    """
    pattern, first, last = (_QUOTED[raw[0]], 1, len(raw) - 1) if raw[:1] in _QUOTED else (_PLAIN, 0, len(raw))
    places: list[tuple[int, int]] = []
    for unit in pattern.finditer(raw, first, last):
        start, end = unit.span()
        if unit.lastindex:
            places.append((start, end))
        elif "\n" in unit[0]:
            line_ends = [(index, index + 1) for index in range(start, end) if raw[index] == "\n"]
            places += line_ends[1:] if unit[0][0] == "\\" else line_ends[1:] or line_ends
        else:
            places += pairwise(range(start, end + 1))
    return places


def _block_places(raw: str, text: str) -> list[tuple[int, int]]:
    """Literal and folded (YAML 1.2, 8.1): all but white space is in both in the same order, so that indentation,
    folding and chomping need not be known.
    """
    header = raw.find("\n") + 1 or len(raw)
    solids = [found.start() for found in _SOLID.finditer(raw, header)]
    places: list[tuple[int, int]] = []
    seen = 0
    for found in _SOLIDS_AND_RUNS.finditer(text):
        if found[0][0] in " \t\n":
            start = solids[seen - 1] + 1 if seen else None
            stop = solids[seen] if seen < len(solids) else None
            places += _run_places(found[0], raw, header, start, stop)
        else:
            places.append((solids[seen], solids[seen] + 1))
            seen += 1
    return places


def _run_places(run: str, raw: str, header: int, start: int | None, stop: int | None) -> list[tuple[int, int]]:
    """Places for a run of white space between `start` and `stop`, None at the two ends of the block.

    What follows a word goes on from there; all else on a line ends where that line ends, as indentation comes first.
    """
    end = len(raw) if stop is None else stop
    line_ends = [index for index in range(header if start is None else start, end) if raw[index] == "\n"]
    lines = run.split("\n")
    folded = 0 if stop is None else len(line_ends) - (len(lines) - 1)
    places: list[tuple[int, int]] = []
    for number, (line, line_end) in enumerate(zip(lines, [*line_ends[folded:], end], strict=False)):
        first = line_end - len(line) if start is None or number else start
        places += pairwise(range(first, first + len(line) + 1))
        if number < len(lines) - 1:
            places.append((line_end, line_end + 1))
    return places
