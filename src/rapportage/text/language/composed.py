"""A text with its figures taken out: each is one private-use character, until the Markdown is parsed."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.document import Text, Value
from rapportage.figures.words.changes import AS_MANY
from rapportage.input.loading.nodes import Scalar

FIRST_SLOT, LAST_SLOT = 0xF0000, 0xFFFFD
"""Supplementary private use area A: never in the user's files, where the reader refuses it."""
_THAN = re.compile(r"[^.;:!?]*?\bdan\b")
_END = re.compile(r"[.;:!?]")
SLOT = re.compile(f"[{chr(FIRST_SLOT)}-{chr(LAST_SLOT)}]")


class Composed(Struct):
    """Markdown built from literal parts and slots, that knows where each character came from."""

    scalar: Scalar
    text: str = ""
    slots: dict[str, tuple[Text | Value, ...]] = field(default_factory=dict)
    waits: bool = False
    """Whether, in a draft, a condition in it is on a figure that is still empty."""
    unseen: list[tuple[int, int]] = field(default_factory=list)
    """From where to where the reader does not see `text` as it is typed: the markers of lists, which we number."""
    _is_equal: bool = False
    """Whether two figures were just said to be equal: 'evenveel' goes with 'als', and not with 'dan'."""
    _starts: list[int] = field(default_factory=list)
    _offsets: list[int] = field(default_factory=list)

    def add_literal(self, text: str, offset: int) -> None:
        self._place(offset)
        self.text += self._after_equal(text) if self._is_equal else text

    def add_slot(self, content: tuple[Text | Value, ...], offset: int) -> None:
        if FIRST_SLOT + len(self.slots) > LAST_SLOT:
            raise ValueError("more slots in one text than there are private-use characters")
        slot = chr(FIRST_SLOT + len(self.slots))
        self.slots[slot] = content
        self._is_equal = self._is_equal or any(item.text.endswith(AS_MANY) for item in content[-1:])
        self._place(offset)
        self.text += slot

    def _after_equal(self, text: str) -> str:
        """The words after 'evenveel' that were written for a difference: with 'als', which is as long as 'dan'."""
        than = _THAN.match(text)
        self._is_equal = than is None and not _END.search(text)
        return f"{text[: than.end() - 3]}als{text[than.end() :]}" if than else text

    def _place(self, offset: int) -> None:
        self._starts.append(len(self.text))
        self._offsets.append(offset)

    def span_at(self, position: int, length: int = 1) -> Span:
        """The place in the user's file of the character at `position` in `text`."""
        if not self._starts:
            return self.scalar.span
        piece = max(0, bisect_right(self._starts, position) - 1)
        return self.scalar.span_at(self._offsets[piece] + position - self._starts[piece], length)
