"""A sentence as it is read: its words, figures, times and names, from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import Value
from rapportage.figures.period import TimePeriod
from rapportage.proof.claims.moment import Moment
from rapportage.proof.claims.names import Mention, Vocabulary
from rapportage.proof.claims.stretches import MARKUP, FigureInText, Stretch
from rapportage.proof.claims.times import moments
from rapportage.text.language.composed import SLOT

_WORD = re.compile(r"x(?=1[\d.]*0)|[^\W\d_](?:[\w’'-]*\w)?|\d[\d.,]*(?<![.,])|[^\s\w]")

_TAKEN = "\u0001"
"""In place of a character that is part of a token already."""


class Kind(Enum):
    FIGURE = "figure"
    TIME = "time"
    PART = "part"
    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


class Token(Struct, frozen=True, dict=True):
    """A piece of the sentence. `is_own` says that the tool wrote it: it is right of itself."""

    kind: Kind
    text: str
    start: int
    end: int
    is_own: bool = False
    index: int = 0
    """Its place among the tokens of the sentence."""
    figure: FigureInText | None = None
    moment: Moment | None = None
    mention: Mention | None = None

    @cached_property
    def word(self) -> str:
        return self.text.casefold()


class Reading(Struct, frozen=True, dict=True):
    """A sentence with its figures in place and its markup gone."""

    stretch: Stretch
    text: str
    places: tuple[int, ...]
    """Where in the stretch each character of `text` comes from."""
    figures: tuple[tuple[int, int, FigureInText], ...]
    own: frozenset[int]
    """The characters that the tool wrote."""
    near: TimePeriod
    written: tuple[tuple[int, int, FigureInText], ...] = ()
    """Words that an expression wrote and that say what is so of a figure: 'derde'."""

    @staticmethod
    def of(stretch: Stretch, near: TimePeriod) -> Reading:
        written = stretch.text
        hidden = {place for found in MARKUP.finditer(written) for place in range(*found.span())}
        text = ""
        places: list[int] = []
        figures: list[tuple[int, int, FigureInText]] = []
        own: set[int] = set()
        said: list[tuple[int, int, FigureInText]] = []
        for place, sign in enumerate(written):
            if place in hidden:
                continue
            if not SLOT.match(sign):
                text += sign
                places.append(place)
                continue
            for item in stretch.composed.slots.get(sign, ()):
                if isinstance(item, Value) and item.trace is not None:
                    figures.append((len(text), len(text) + len(item.text), FigureInText(place, item, item.trace)))
                elif isinstance(item, Value) and item.rests_on is not None:
                    said.append((len(text), len(text) + len(item.text), FigureInText(place, item, item.rests_on)))
                own.update(range(len(text), len(text) + len(item.text)))
                text += item.text
                places += [place] * len(item.text)
        words = text.replace("\u00a0", " ")
        return Reading(stretch, words, tuple(places), tuple(figures), frozenset(own), near, tuple(said))

    def is_written(self, start: int, end: int) -> bool:
        """Whether what is there begins or ends with words that an expression wrote."""
        return any(first <= place < last for first, last, _ in self.written for place in (start, end - 1))

    def with_written(self) -> Reading:
        """As if what an expression wrote were the figure that it is about."""
        figures = sorted((*self.figures, *self.written), key=lambda each: each[0])
        return replace(self, figures=tuple(figures), written=())

    def with_figures(self, figures: Sequence[tuple[int, int, FigureInText]]) -> Reading:
        """With more of them, where there are none."""
        return replace(self, figures=tuple(sorted((*self.figures, *figures), key=lambda each: each[0])))

    def tokens(self, known: Vocabulary) -> list[Token]:
        """All of the sentence; what is a figure, time or name is one token."""
        taken: list[Token] = []
        free = list(self.text)
        for start, end, figure in self.figures:
            taken.append(Token(Kind.FIGURE, self.text[start:end], start, end, True, figure=figure))
            free[start:end] = _TAKEN * (end - start)
        for mention in known.mentions("".join(free)):
            start, end = mention.start, mention.end
            taken.append(Token(Kind.PART, self.text[start:end], start, end, start in self.own, mention=mention))
            free[start:end] = _TAKEN * (end - start)
        for moment in moments("".join(free)):
            is_number = moment.is_bare or self.text[moment.start : moment.end].isdigit()
            if is_number and known.counts(self.text[moment.end :]):
                continue  # '2000 mensen', 'week 44 en 12 mensen'
            start, end = moment.start, moment.end
            taken.append(Token(Kind.TIME, self.text[start:end], start, end, start in self.own, moment=moment))
            free[start:end] = _TAKEN * (end - start)
        for found in _WORD.finditer("".join(free)):
            if _TAKEN in found[0]:
                continue
            kind = Kind.NUMBER if found[0][0].isdecimal() else Kind.WORD if found[0][0].isalpha() else Kind.MARK
            taken.append(Token(kind, found[0], *found.span(), found.start() in self.own))
        ordered = sorted(taken, key=lambda token: token.start)
        return [replace(token, index=index) for index, token in enumerate(ordered)]

    def span(self, start: int, end: int) -> Span:
        first, last = self.places[start], self.places[end - 1]
        return self.stretch.span(first, last + 1 - first)
