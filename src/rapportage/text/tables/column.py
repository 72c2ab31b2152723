"""A column of a table, and what it makes of a row."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from rapportage.document import Content, Text, Trend, as_words, spoken
from rapportage.text.tables.lines import Line


class Made(Struct, frozen=True):
    """What a cell shows, and the remarks that its figures bring: that one was restated."""

    content: Content = ()
    remarks: tuple[Content, ...] = ()
    trend: Trend | None = None


class Column(Struct, frozen=True):
    """A column with its head; `make` gives the cell of a line, at that place in the table, or None for a faulty one."""

    head: Content
    group: Content
    make: Callable[[Line, int], Made | None]
    period: str = ""
    """What a column that compares is called in a sentence: 'mei 2019', under a head of 'mei'."""

    @property
    def name(self) -> str:
        return self.period or as_words(self.told)

    @property
    def told(self) -> Content:
        """Its words with their figures, as a summary says them."""
        gap = (Text(" "),) if self.group else ()
        return spoken((*self.group, *gap, *self.head))
