"""Breaking runs of text into lines: first fit, left-aligned, with hyphenation where a word does not fit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby
from math import fsum

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document.characters import BREAK, NBSP, NO_BREAK, SOFT_HYPHEN, seen, unseen
from rapportage.figures.languages.spoken import language_of, spoken_language
from rapportage.memory import NO_MEMORY, Memory
from rapportage.pages.fonts import Family
from rapportage.pages.layout.paragraphs.hyphenation import break_points, cut_points
from rapportage.pages.layout.paragraphs.inline import NEWLINE, Run
from rapportage.pages.layout.room import TooWide

_BREAKS = re.compile(f"([{SOFT_HYPHEN}{BREAK}{NO_BREAK}])")
_SPACE = re.compile(r"[ \n]")
MAX_HYPHENS = 2
"""So many lines in a row may end in a hyphen."""
RUNT, LONG_TEXT = 4, 100
_EPSILON = 0.01

_SYMBOLS = ("km", "kg", "ha", "m²", "%")


def _after(words: Iterable[str]) -> str:
    """A look-behind for each of `words` and the space: Python wants them of fixed width."""
    return "|".join(rf"(?<=\b{re.escape(word)} )" for word in words)


@cache
def _bound_spaces(tag: str) -> re.Pattern[str]:
    """Spaces at which a line may not break: '5 km', 'mei 2020', '24 juni', 'art. 8', 'tabel 3', '1 000 000'."""
    words = language_of(tag)
    months, units = words.periods.months, (*_SYMBOLS, *words.spacing.units)
    return re.compile(
        rf" (?:(?<=\d )(?=(?:{'|'.join((*units, *months))})\b)"
        rf"|(?:{_after(months)})(?=\d{{4}}\b)"
        rf"|(?i:{_after(words.spacing.labels)})(?=\d)"
        r"|(?<=[€<>≤≥±−] )(?=\d)"
        r"|(?:(?<=\b\d )|(?<=\b\d\d )|(?<=\b\d\d\d ))(?=\d{3}(?!\w|[.,]\d)))"
    )


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


_Plan = tuple[tuple[tuple[tuple[int, str, float], ...], float], ...]
"""Of each line: the fragments, each with the place of its run, its text and its width; and its own width."""


class Place(Struct, frozen=True):
    """Where a word may be broken: before the character at `offset`, with a hyphen or without."""

    offset: int
    with_hyphen: bool


class Word(Struct, frozen=True):
    """What a line does not break, but for hyphenation: fragments of one or more runs without a space."""

    fragments: tuple[Fragment, ...]
    space: Fragment | None
    """The space after the word, if any."""
    width: float
    ends_line: bool
    is_last: bool = False
    own: tuple[Place, ...] = ()
    """The places that its author gave (soft hyphens), which come instead of those that we would find."""
    joined: frozenset[int] = frozenset()
    """Where its author wants no break."""

    @property
    def text(self) -> str:
        return "".join([fragment.text for fragment in self.fragments])

    @property
    def hyphenate(self) -> bool:
        """Whether the word may be broken to fill a line: never the last of a paragraph, a name or a figure."""
        return not self.is_last and all(fragment.run.hyphenate or fragment.run.note for fragment in self.fragments)

    def places(self, *, hyphenate: bool) -> Sequence[Place]:
        """From left to right."""
        return self.own or self._allowed(break_points(self.text, hyphenate))

    def last_resorts(self) -> Sequence[Place]:
        """Where it may be cut when it is wider than a whole line."""
        return self._allowed(cut_points(self.text))

    def _allowed(self, points: Iterable[tuple[int, bool]]) -> list[Place]:
        return [Place(offset, hyphen) for offset, hyphen in points if offset not in self.joined]


class _Rest:
    """What is left of a word while it is broken over lines; its letters and places are measured once."""

    def __init__(self, breaker: LineBreaker, word: Word) -> None:
        self._breaker = breaker
        self.word = word
        self.start = 0
        letters = ((fragment.run, char) for fragment in word.fragments for char in fragment.text)
        self._ends = list(accumulate((breaker.width(run, char) for run, char in letters), initial=0.0))
        self._starts = list(accumulate((len(fragment.text) for fragment in word.fragments), initial=0))
        self._places: dict[bool | None, Sequence[Place]] = {}

    @property
    def text(self) -> str:
        return self.word.text[self.start :]

    @property
    def width(self) -> float:
        return self._ends[-1] - self._ends[self.start]

    def take(self, room: float, *, hyphenate: bool | None) -> Word | None:
        """The longest head that fits in `room`, taken off; with None also one that is cut at a last resort."""
        places = self._found(hyphenate)
        last = bisect_right(self._ends, self._ends[self.start] + room + _EPSILON) - 1
        index = bisect_right(places, last, key=lambda place: place.offset) - 1
        while index >= 0 and places[index].offset > self.start:
            place = places[index]
            hyphen = SOFT_HYPHEN if place.with_hyphen else ""
            head = self._part(place.offset, hyphen)
            if head.width <= room + _EPSILON:
                self.start = place.offset
                return head
            index -= 1
        return None

    def widest_part(self) -> float:
        """The width of the widest part when it is broken wherever it may be."""
        widest, start = 0.0, 0
        for place in self._found(hyphenate=True):
            self.start = start
            widest = max(widest, self._part(place.offset, SOFT_HYPHEN if place.with_hyphen else "").width)
            start = place.offset
        self.start = start
        return max(widest, self.width)

    def all(self) -> Word:
        """What is left as a word."""
        if not self.start:
            return self.word
        part, word = self._part(len(self._ends) - 1, ""), self.word
        return Word(part.fragments, word.space, part.width, word.ends_line, word.is_last)

    def _found(self, hyphenate: bool | None) -> Sequence[Place]:
        known = self._places.get(hyphenate)
        if known is None:
            word = self.word
            known = word.last_resorts() if hyphenate is None else word.places(hyphenate=hyphenate)
            self._places[hyphenate] = known
        return known

    def _part(self, end: int, hyphen: str) -> Word:
        fragments = []
        for index in range(bisect_right(self._starts, self.start) - 1, len(self.word.fragments)):
            fragment, first = self.word.fragments[index], self._starts[index]
            if first >= end:
                break
            text = fragment.text[max(self.start - first, 0) : end - first]
            if text:
                text += hyphen if self._starts[index + 1] >= end else ""
                fragments.append(Fragment(fragment.run, text, self._breaker.width(fragment.run, text)))
        return _word(fragments, None)


class LineBreaker:
    """Breaks runs into lines with the faces of one family."""

    def __init__(self, family: Family, memory: Memory = NO_MEMORY) -> None:
        self._family = family
        self._memory = memory
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
        return max((_Rest(self, word).widest_part() for word in words), default=0.0)

    def lines(self, words: Sequence[Word], width: float) -> tuple[Line, ...]:
        """The lines of `words`, each at most `width` points wide. A word that is wider is cut where it must be.

        Raises:
            TooWide: a part of a word that may not be cut, such as a number, is wider than that.
        """
        if len(words) == 1 and words[0].width <= width + _EPSILON:
            return (_close([words[0]]),)
        lines: list[Line] = []
        current: list[Word] = []
        used = 0.0
        hyphens = 0
        queue: list[Word | _Rest] = list(words[::-1])
        while queue:
            item = queue.pop()
            room = width - used
            if item.width <= room + _EPSILON:
                word = item if isinstance(item, Word) else item.all()
                current.append(word)
                used += word.width + (word.space.width if word.space else 0.0)
                if word.ends_line:
                    lines.append(_close(current))
                    current, used, hyphens = [], 0.0, 0
                continue
            rest = item if isinstance(item, _Rest) else _Rest(self, item)
            head = rest.take(room, hyphenate=rest.word.hyphenate and hyphens < MAX_HYPHENS)
            if head is None and not current:
                head = rest.take(room, hyphenate=True) or rest.take(room, hyphenate=None)
                if head is None:
                    raise TooWide(rest.text)
            hyphens = hyphens + 1 if head is not None and head.text.endswith(SOFT_HYPHEN) else 0
            lines.append(_close([*current, head] if head is not None else current))
            queue.append(rest)
            current, used = [], 0.0
        if current:
            lines.append(_close(current))
        return tuple(lines)

    def broken(self, runs: Sequence[Run], width: float) -> tuple[Line, ...]:
        """The lines of the words of `runs`, each at most `width` points wide; not broken anew where they are known.

        Raises:
            TooWide: as of `lines`.
        """
        if self._memory is NO_MEMORY:
            return self.lines(self.words(runs), width)
        runs = [self._able(run) for run in runs]
        looks = tuple([(run.text, run.role, run.size, run.hyphenate, run.note is not None) for run in runs])
        of = looks, width, self._family, spoken_language().code
        plan = self._memory.made("lines", of, lambda: _plan(self.lines(self.words(runs), width), runs))
        return tuple(
            [Line(tuple([Fragment(runs[run], text, wide) for run, text, wide in parts]), used) for parts, used in plan]
        )

    def words(self, runs: Sequence[Run]) -> list[Word]:
        """Words from the joined text of the runs: what is between two spaces, of however many runs."""
        runs = [self._able(run) for run in runs]
        text = "".join([run.text for run in runs])
        is_plain = unseen(text) is None
        if is_plain and len(runs) == 1 and not _SPACE.search(text):
            return [_word([Fragment(runs[0], text, self.width(runs[0], text))], None)]
        bound = _without_runt(_bound_spaces(spoken_language().code).sub(NBSP, text))
        made = _Letters()
        offset = 0
        words: list[Word] = []
        for run in runs:
            part = bound[offset : offset + len(run.text)]
            offset += len(run.text)
            for piece in re.findall(r" +|\n|[^ \n]+", part):
                if piece[0] not in " \n":
                    letters = piece if is_plain else made.letters(piece)
                    if letters:
                        made.fragments.append(Fragment(run, letters, self.width(run, letters)))
                    continue
                ends_line = piece == NEWLINE
                if made.fragments or ends_line:
                    space = Fragment(run, " ", self.width(run, " ")) if made.fragments else None
                    words.append(made.word(space, ends_line=ends_line))
                    made = _Letters()
        if made.fragments:
            words.append(made.word(None))
        if len(words) > 1:
            words[-1] = replace(words[-1], is_last=True)
        return words

    def _able(self, run: Run) -> Run:
        """The run in a face that has all its characters."""
        role = self._family.able(run.role, run.text)
        return run if role == run.role else replace(run, role=role)


class _Letters:
    """A word that is being gathered: what is seen of it, and what its unseen characters say of its breaks."""

    def __init__(self) -> None:
        self.fragments: list[Fragment] = []
        self._length = 0
        self._own: list[Place] = []
        self._joined: set[int] = set()

    def letters(self, piece: str) -> str:
        """The characters of `piece` that are seen."""
        found = []
        for part in _BREAKS.split(piece):
            if part == NO_BREAK:
                self._joined.add(self._length)
            elif part in (SOFT_HYPHEN, BREAK):
                self._own.append(Place(self._length, with_hyphen=part == SOFT_HYPHEN))
            else:
                found.append(seen(part))
                self._length += len(found[-1])
        return "".join(found)

    def word(self, space: Fragment | None, *, ends_line: bool = False) -> Word:
        made = _word(self.fragments, space, ends_line=ends_line)
        if not (self._own or self._joined):
            return made
        length = len(made.text)
        own = {place.offset: place for place in self._own if 0 < place.offset < length}
        return replace(made, own=tuple(own.values()), joined=frozenset(self._joined))


def _plan(lines: Sequence[Line], runs: Sequence[Run]) -> _Plan:
    """What of which run is on each line, so that other runs with the same letters can be set so."""
    places = {id(run): place for place, run in enumerate(runs)}
    return tuple(
        (tuple((places[id(part.run)], part.text, part.width) for part in line.fragments), line.width) for line in lines
    )


def _without_runt(text: str) -> str:
    """Binds a very short last word of a long paragraph to the one before: it should not be a line by itself."""
    head, space, last = text.rpartition(" ")
    return f"{head}{NBSP}{last}" if space and 0 < len(last) <= RUNT and len(head) > LONG_TEXT else text


def _word(fragments: list[Fragment], space: Fragment | None, *, ends_line: bool = False) -> Word:
    width = fragments[0].width if len(fragments) == 1 else fsum(fragment.width for fragment in fragments)
    return Word(tuple(fragments), space, width, ends_line)


def _close(words: list[Word]) -> Line:
    """One line of `words`; the space after the last word stays, unseen, so that read-out words do not run together."""
    if len(words) == 1 and words[0].space is None and len(words[0].fragments) == 1:
        return Line(words[0].fragments, words[0].width)
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
        if len(parts) == 1:
            yield parts[0]
        else:
            yield Fragment(run, "".join(part.text for part in parts), fsum(part.width for part in parts))
