"""A text with its figures taken out: each is one private-use character, until the Markdown is parsed."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.document import Text, Value
from rapportage.figures.words.changes import said_with_as, than_and_as
from rapportage.figures.words.sentences import without_leading
from rapportage.input.loading.nodes import Scalar

FIRST_SLOT, LAST_SLOT = 0xF0000, 0xFFFFD
"""Supplementary private use area A: never in the user's files, where the reader refuses it."""
MOST_TURNS, MOST_CHARACTERS, MOST_PIECES = 2_000, 200_000, 50_000
"""Of one text, with all its loops."""
_END = re.compile(r"[.;:!?]")
SLOT = re.compile(f"[{chr(FIRST_SLOT)}-{chr(LAST_SLOT)}]")


class Composed(Struct):
    """Markdown built from literal parts and slots, that knows where each character came from."""

    scalar: Scalar
    text: str = ""
    slots: dict[str, tuple[Text | Value, ...]] = field(default_factory=dict)
    is_whole: bool = True
    """False when a part of it is faulty, which was reported: what is there is only to find more."""
    ours: set[str] = field(default_factory=set)
    """The slots that begin with words of our own, not of the data: with a capital where a sentence begins with them."""
    waits: bool = False
    """Whether, in a draft, a condition in it is on a figure that is still empty."""
    unseen: list[tuple[int, int]] = field(default_factory=list)
    """From where to where the reader does not see `text` as it is typed: the markers of lists, which we number."""
    turns: int = 0
    """How often a loop in it went round."""
    is_cut: bool = False
    """Whether a loop in it had to stop, which was reported."""
    _is_equal: bool = False
    """Whether two figures were just said to be equal: 'evenveel' goes with 'als', and not with 'dan'."""
    _starts: list[int] = field(default_factory=list)
    _offsets: list[int] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Whether loops made more of it than anyone reads."""
        return self.turns > MOST_TURNS or len(self.text) > MOST_CHARACTERS or len(self._starts) > MOST_PIECES

    def add_literal(self, text: str, offset: int) -> None:
        self._place(offset)
        if self._is_equal:
            offset, text = self._after_equal(text, offset)
        self.text += text

    def add_slot(self, content: tuple[Text | Value, ...], offset: int, *, is_ours: bool = False) -> None:
        if FIRST_SLOT + len(self.slots) > LAST_SLOT:
            raise ValueError("more slots in one text than there are private-use characters")
        slot = chr(FIRST_SLOT + len(self.slots))
        self.slots[slot] = content
        if is_ours and content:
            self.ours.add(slot)
            says_figures = isinstance(content[0], Value) and content[0].rests_on is not None
            self.text = without_leading(self.text, content[0].text, is_time=not says_figures)
        self._is_equal = self._is_equal or any(item.text.endswith(said_with_as()) for item in content[-1:])
        self._place(offset)
        self.text += slot

    def _after_equal(self, text: str, offset: int) -> tuple[int, str]:
        """Puts 'als' for 'dan' in words after 'evenveel'; gives what comes after it, and its place."""
        than, as_much = than_and_as()
        found = re.match(rf"[^.;:!?]*?\b(?={than}\b)", text)
        self._is_equal = found is None and not _END.search(text)
        if found is None:
            return offset, text
        end = found.end() + len(than)
        self.text += f"{found[0]}{as_much}"
        self._place(offset + end)
        return offset + end, text[end:]

    def _place(self, offset: int) -> None:
        self._starts.append(len(self.text))
        self._offsets.append(offset)

    def span_at(self, position: int, length: int = 1) -> Span:
        """The place in the user's file of the character at `position` in `text`."""
        if not self._starts:
            return self.scalar.span
        piece = max(0, bisect_right(self._starts, position) - 1)
        return self.scalar.span_at(self._offsets[piece] + position - self._starts[piece], length)
