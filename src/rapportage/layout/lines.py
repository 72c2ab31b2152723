"""Breaking runs of text into lines: first fit, left-aligned, with hyphenation where a word does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import fsum

from msgspec import Struct
from msgspec.structs import replace

from rapportage.fonts import SOFT_HYPHEN, Family
from rapportage.layout.boxes import Anchor, Glyphs, LinkArea, Piece, Rectangle
from rapportage.layout.hyphenation import break_points
from rapportage.layout.inline import NEWLINE, Run

NBSP = "\u00a0"
_SPACE = re.compile(r"[ \n]")
MAX_HYPHENS = 2
"""So many lines in a row may end in a hyphen."""
RUNT, LONG_TEXT = 4, 100
_EPSILON = 0.01

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_UNITS = (
    *(
        "km",
        "kg",
        "ha",
        "m²",
        "%",
        "procent",
        "procentpunt",
        "procentpunten",
        "promille",
    ),
    *("miljoen", "miljard", "euro", "jaar", "uur"),
)
_LABELS = (r"art\.", r"nr\.", "week", "tabel", "figuur", "paragraaf", "pagina")


def _after(words: Iterable[str]) -> str:
    """A look-behind for each of `words` and the space: Python wants them of fixed width."""
    return "|".join(rf"(?<=\b{word} )" for word in words)


_BOUND_SPACES = re.compile(
    rf" (?:(?<=\d )(?=(?:{'|'.join(_UNITS + _MONTHS)})\b)"
    rf"|(?:{_after(_MONTHS)})(?=\d{{4}}\b)"
    rf"|(?i:{_after(_LABELS)})(?=\d)"
    r"|(?<=€ )(?=\d))"
)
"""Spaces at which a line may not break: '5 km', 'mei 2020', '24 juni', 'art. 8', 'tabel 3'."""


class Fragment(Struct, frozen=True):
    """A part of a line in one run; `width` in points."""

    run: Run
    text: str
    width: float


class Line(Struct, frozen=True):
    """Fragments from left to right. `width` is that of what is seen: without the space that ends the line."""

    fragments: tuple[Fragment, ...]
    width: float

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(fragment.run.note for fragment in self.fragments if fragment.run.note is not None)


class Word(Struct, frozen=True):
    """What a line does not break, but for hyphenation: fragments of one or more runs without a space."""

    fragments: tuple[Fragment, ...]
    space: Fragment | None
    """The space after the word, if any."""
    width: float
    ends_line: bool
    is_last: bool = False

    @property
    def text(self) -> str:
        return "".join([fragment.text for fragment in self.fragments])

    @property
    def hyphenate(self) -> bool:
        """Whether the word may be broken to fill a line: never the last of a paragraph, a name or a figure."""
        return not self.is_last and all(fragment.run.hyphenate or fragment.run.note for fragment in self.fragments)


class LineBreaker:
    """Breaks runs into lines with the faces of one family."""

    def __init__(self, family: Family) -> None:
        self._family = family
        self._widths: dict[tuple[str, float, str], float] = {}

    def width(self, run: Run, text: str) -> float:
        key = run.role, run.size, text
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = self._family.face(run.role).width(text, run.size)
        return known

    @staticmethod
    def extent(words: Sequence[Word]) -> tuple[float, float]:
        """The width of the widest word, and that of the longest line when only line breaks in the text break it."""
        widest = longest = used = 0.0
        for word in words:
            widest = max(widest, word.width)
            longest = max(longest, used + word.width)
            used = 0.0 if word.ends_line else used + word.width + (word.space.width if word.space else 0.0)
        return widest, longest

    def least_width(self, words: Sequence[Word]) -> float:
        """The width of the widest part that remains when every word is broken wherever it may be."""
        return max((self._widest_part(word) for word in words), default=0.0)

    def _widest_part(self, word: Word) -> float:
        widest, rest, start = 0.0, word, 0
        for offset, with_hyphen in break_points(word.text, hyphenate=True):
            head, rest = self._halves(rest, offset - start, SOFT_HYPHEN if with_hyphen else "")
            widest, start = max(widest, head.width), offset
        return max(widest, rest.width)

    def lines(self, words: Sequence[Word], width: float) -> tuple[Line, ...]:
        """The lines of `words`, each at most `width` points wide. A word that is wider is cut where it must be."""
        lines: list[Line] = []
        current: list[Word] = []
        used = 0.0
        hyphens = 0
        queue = list(words[::-1])
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
            head, tail = self._split(word, room, hyphenate=word.hyphenate and hyphens < MAX_HYPHENS)
            if head is None and not current:
                head, tail = self._split(word, room, hyphenate=True)
                if head is None:
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

    def words(self, runs: Sequence[Run]) -> list[Word]:
        """Words from the joined text of the runs: what stands between two spaces, of however many runs."""
        runs = [self._able(run) for run in runs]
        text = "".join([run.text for run in runs])
        if len(runs) == 1 and not _SPACE.search(text):
            return [_word([Fragment(runs[0], text, self.width(runs[0], text))], None)]
        bound = _without_runt(_BOUND_SPACES.sub(NBSP, text))
        fragments: list[Fragment] = []
        offset = 0
        words: list[Word] = []
        for run in runs:
            part = bound[offset : offset + len(run.text)]
            offset += len(run.text)
            for piece in re.findall(r" +|\n|[^ \n]+", part):
                if piece[0] not in " \n":
                    fragments.append(Fragment(run, piece, self.width(run, piece)))
                    continue
                ends_line = piece == NEWLINE
                if fragments or ends_line:
                    space = Fragment(run, " ", self.width(run, " ")) if fragments else None
                    words.append(_word(fragments, space, ends_line=ends_line))
                    fragments = []
        if fragments:
            words.append(_word(fragments, None))
        if len(words) > 1:
            words[-1] = replace(words[-1], is_last=True)
        return words

    def _able(self, run: Run) -> Run:
        """The run in a face that has all its characters."""
        role = self._family.able(run.role, run.text)
        return run if role == run.role else replace(run, role=role)

    def _split(self, word: Word, room: float, *, hyphenate: bool) -> tuple[Word | None, Word]:
        """The longest allowed head of `word` that fits in `room`, and the rest; no head when none fits."""
        best: tuple[Word, Word] | None = None
        for offset, with_hyphen in break_points(word.text, hyphenate):
            head, tail = self._halves(word, offset, SOFT_HYPHEN if with_hyphen else "")
            if head.width > room + _EPSILON:
                break
            best = head, tail
        return best or (None, word)

    def _cut(self, word: Word, room: float) -> tuple[Word | None, Word]:
        """A word wider than a whole line, cut after the last character that fits (at least one)."""
        if len(word.text) < 2:
            return None, word
        fitting = 1
        while fitting < len(word.text) - 1 and self._halves(word, fitting + 1, "")[0].width <= room + _EPSILON:
            fitting += 1
        return self._halves(word, fitting, "")

    def _halves(self, word: Word, offset: int, hyphen: str) -> tuple[Word, Word]:
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
        return _word(head, None), Word(
            tuple(tail),
            word.space,
            fsum(fragment.width for fragment in tail),
            word.ends_line,
            word.is_last,
        )


def _without_runt(text: str) -> str:
    """Binds a very short last word of a long paragraph to the one before: it should not be a line by itself."""
    head, space, last = text.rpartition(" ")
    return f"{head}{NBSP}{last}" if space and 0 < len(last) <= RUNT and len(head) > LONG_TEXT else text


def _word(fragments: list[Fragment], space: Fragment | None, *, ends_line: bool = False) -> Word:
    return Word(
        tuple(fragments),
        space,
        fsum(fragment.width for fragment in fragments),
        ends_line,
    )


def _close(words: list[Word]) -> Line:
    """One line of `words`; the space after the last word stays, unseen, so that read-out words do not run together."""
    fragments: list[Fragment] = []
    for word in words:
        fragments.extend(word.fragments)
        if word.space is not None:
            fragments.append(word.space)
    unseen = words[-1].space
    width = fsum(fragment.width for fragment in fragments) - (unseen.width if unseen else 0.0)
    return Line(tuple(_joined(fragments)), width)


def _joined(fragments: list[Fragment]) -> Iterator[Fragment]:
    for run, group in groupby(fragments, key=lambda fragment: fragment.run):
        parts = list(group)
        yield Fragment(run, "".join(part.text for part in parts), fsum(part.width for part in parts))


def line_pieces(line: Line, x: float, baseline: float) -> list[Piece]:
    """The pieces of `line`, from `x` to the right: text, underlines, places to click and anchors."""
    pieces: list[Piece] = []
    for fragment in line.fragments:
        run = fragment.run
        pieces.append(
            Glyphs(
                x,
                baseline - run.rise,
                fragment.text,
                run.role,
                run.size,
                run.colour,
                fragment.width,
                run.leaf,
            )
        )
        if run.link is not None:
            link = run.link
            top, height = baseline - run.rise - run.size * 0.8, run.size * 1.1
            pieces.append(
                LinkArea(
                    x,
                    top,
                    fragment.width,
                    height,
                    link.element,
                    link.url,
                    link.target,
                    link.description,
                )
            )
            if link.underlined:
                pieces.append(Rectangle(x, baseline + run.size * 0.14, fragment.width, 0.4, run.colour))
        if run.anchor is not None:
            pieces.append(Anchor(x, baseline - run.size * 1.6, run.anchor))
        x += fragment.width
    return pieces
