"""Breaking runs of text into lines: first fit, left-aligned, with hyphenation where a word does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rapportage.fonts import SOFT_HYPHEN, Family
from rapportage.layout.boxes import Anchor, Glyphs, LinkArea, Piece, Rectangle
from rapportage.layout.hyphenation import break_points
from rapportage.layout.inline import NEWLINE, Run

NBSP = "\u00a0"
MAX_HYPHENS = 2
"""So many lines in a row may end in a hyphen."""
_EPSILON = 0.01

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_UNITS = "km kg ha m² % procent procentpunt procentpunten promille miljoen miljard euro jaar uur".split()
_LABELS = r"art\. nr\. week tabel figuur paragraaf pagina".split()


def _after(words: list[str]) -> str:
    """A look-behind for each of `words`: Python wants them of fixed width."""
    return "|".join(rf"(?<=\b{word})" for word in words)


_BOUND_SPACES = re.compile(
    rf"(?<=\d) (?=(?:{'|'.join(_UNITS + _MONTHS)})\b)"
    rf"|(?:{_after(_MONTHS)}) (?=\d{{4}}\b)"
    rf"|(?i:{_after(_LABELS)}) (?=\d)"
    r"|(?<=€) (?=\d)"
)
"""Spaces at which a line may not break: '5 km', 'mei 2020', '24 juni', 'art. 8', 'tabel 3'."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a line in one run; `width` in points."""

    run: Run
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """Fragments from left to right. `width` is that of what is seen: without the space that ends the line."""

    fragments: tuple[Fragment, ...]
    width: float

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(fragment.run.note for fragment in self.fragments if fragment.run.note is not None)


@dataclass(frozen=True, slots=True)
class _Word:
    fragments: tuple[Fragment, ...]
    space: Fragment | None
    """The space after the word, if any."""
    width: float
    ends_line: bool
    breakable: bool = True

    @property
    def text(self) -> str:
        return "".join(fragment.text for fragment in self.fragments)


class LineBreaker:
    """Breaks runs into lines with the faces of one family."""

    def __init__(self, family: Family) -> None:
        self._family = family

    def width(self, run: Run, text: str) -> float:
        return self._family.face(run.role).width(text, run.size)

    def natural_width(self, runs: Sequence[Run]) -> float:
        """The width of the longest line when nothing but a line break in the text breaks it."""
        return max((line.width for line in self.lines(runs, float("inf"))), default=0.0)

    def longest_word(self, runs: Sequence[Run]) -> float:
        """The width of the widest word: a column can't be narrower without breaking words."""
        return max((word.width for word in self._words(runs)), default=0.0)

    def lines(self, runs: Sequence[Run], width: float) -> tuple[Line, ...]:
        """The lines of `runs`, each at most `width` points wide. A word that is wider is cut where it must be."""
        lines: list[Line] = []
        current: list[_Word] = []
        used = 0.0
        hyphens = 0
        queue = list(self._words(runs))[::-1]
        while queue:
            word = queue.pop()
            room = width - used
            if word.width <= room + _EPSILON:
                current.append(word)
                used += word.width + (word.space.width if word.space else 0.0)
                if word.ends_line:
                    lines.append(_close(current))
                    current, used, hyphens = [], 0.0, 0
                continue
            head, tail = self._split(word, room, may_hyphenate=hyphens < MAX_HYPHENS)
            if head is None and not current:
                head, tail = self._cut(word, room)
            if head is not None:
                hyphens = hyphens + 1 if head.text.endswith(SOFT_HYPHEN) else 0
                lines.append(_close([*current, head]))
                queue.append(tail)
            else:
                hyphens = 0
                lines.append(_close(current))
                queue.append(word)
            current, used = [], 0.0
        if current:
            lines.append(_close(current))
        return tuple(lines)

    def _words(self, runs: Sequence[Run]) -> Iterator[_Word]:
        """Words from the joined text of the runs: what stands between two spaces, of however many runs."""
        text = "".join(run.text for run in runs)
        bound = _BOUND_SPACES.sub(NBSP, text)
        fragments: list[Fragment] = []
        offset = 0
        words: list[_Word] = []
        for run in runs:
            part = bound[offset : offset + len(run.text)]
            offset += len(run.text)
            for piece in re.findall(r" +|\n|[^ \n]+", part):
                if piece == NEWLINE:
                    words.append(_word(fragments, None, ends_line=True))
                    fragments = []
                elif piece[0] == " ":
                    space = Fragment(run, " ", self.width(run, " "))
                    if fragments:
                        words.append(_word(fragments, space))
                        fragments = []
                else:
                    fragments.append(Fragment(run, piece, self.width(run, piece)))
        if fragments:
            words.append(_word(fragments, None))
        if words and len(words) > 1:
            last = words[-1]
            words[-1] = _Word(last.fragments, last.space, last.width, last.ends_line, breakable=False)
        return iter(words)

    def _split(self, word: _Word, room: float, *, may_hyphenate: bool) -> tuple[_Word | None, _Word]:
        """The longest allowed head of `word` that fits in `room`, and the rest; no head when none fits."""
        hyphenate = may_hyphenate and word.breakable and all(
            fragment.run.hyphenate or fragment.run.note for fragment in word.fragments
        )
        best: tuple[_Word, _Word] | None = None
        for offset, with_hyphen in break_points(word.text, hyphenate):
            head, tail = self._halves(word, offset, SOFT_HYPHEN if with_hyphen else "")
            if head.width > room + _EPSILON:
                break
            best = head, tail
        return best or (None, word)

    def _cut(self, word: _Word, room: float) -> tuple[_Word | None, _Word]:
        """A word wider than a whole line, cut after the last character that fits (at least one)."""
        if len(word.text) < 2:
            return None, word
        fitting = 1
        while fitting < len(word.text) - 1 and self._halves(word, fitting + 1, "")[0].width <= room + _EPSILON:
            fitting += 1
        return self._halves(word, fitting, "")

    def _halves(self, word: _Word, offset: int, hyphen: str) -> tuple[_Word, _Word]:
        head: list[Fragment] = []
        tail: list[Fragment] = []
        start = 0
        for fragment in word.fragments:
            cut = min(max(offset - start, 0), len(fragment.text))
            start += len(fragment.text)
            if cut:
                text = fragment.text[:cut] + (hyphen if start >= offset else "")
                head.append(Fragment(fragment.run, text, self.width(fragment.run, text)))
            if cut < len(fragment.text):
                text = fragment.text[cut:]
                tail.append(Fragment(fragment.run, text, self.width(fragment.run, text)))
        return _word(head, None), _Word(
            tuple(tail), word.space, sum(fragment.width for fragment in tail), word.ends_line, word.breakable
        )


def _word(fragments: list[Fragment], space: Fragment | None, *, ends_line: bool = False) -> _Word:
    return _Word(tuple(fragments), space, sum(fragment.width for fragment in fragments), ends_line)


def _close(words: list[_Word]) -> Line:
    """One line of `words`; the space after the last word stays, unseen, so that read-out words do not run together."""
    fragments: list[Fragment] = []
    for word in words:
        fragments.extend(word.fragments)
        if word.space is not None:
            fragments.append(word.space)
    unseen = words[-1].space
    width = sum(fragment.width for fragment in fragments) - (unseen.width if unseen else 0.0)
    return Line(tuple(_joined(fragments)), width)


def _joined(fragments: list[Fragment]) -> Iterator[Fragment]:
    for run, group in groupby(fragments, key=lambda fragment: fragment.run):
        parts = list(group)
        yield Fragment(run, "".join(part.text for part in parts), sum(part.width for part in parts))


def line_pieces(line: Line, x: float, baseline: float) -> list[Piece]:
    """The pieces of `line`, from `x` to the right: text, underlines, places to click and anchors."""
    pieces: list[Piece] = []
    for fragment in line.fragments:
        run = fragment.run
        pieces.append(
            Glyphs(x, baseline - run.rise, fragment.text, run.role, run.size, run.colour, fragment.width, run.leaf)
        )
        if run.link is not None:
            link = run.link
            top, height = baseline - run.rise - run.size * 0.8, run.size * 1.1
            pieces.append(
                LinkArea(x, top, fragment.width, height, link.element, link.url, link.target, link.description)
            )
            if link.underlined:
                pieces.append(Rectangle(x, baseline + run.size * 0.14, fragment.width, 0.4, run.colour))
        if run.anchor is not None:
            pieces.append(Anchor(x, baseline - run.size * 1.6, run.anchor))
        x += fragment.width
    return pieces


@lru_cache(maxsize=64)
def baseline_offset(ascent: float, descent: float, size: float, leading: float) -> float:
    """The distance from the top of a line to its baseline, the type centred in the leading."""
    return (leading - (ascent + descent) * size) / 2 + ascent * size
