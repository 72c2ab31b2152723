"""What a listener hears of the heads of a table, before the table itself: their words, with the figures in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapportage.document import Content, Inline, Text, spoken, within
from rapportage.figures.languages.spoken import spoken_language


def heads_told(corner: Content, heads: Sequence[Content]) -> Content:
    """'land: aantal, aandeel en verschil.'"""
    parts: list[Inline] = [*_lowered(spoken(corner)), Text(": ")]
    for place, head in enumerate(heads):
        joint = f" {spoken_language().lists.and_} " if place == len(heads) - 1 else ", "
        parts += [Text(joint)] if place else []
        parts += within(head)
    return (*parts, Text("."))


def _lowered(content: Content) -> Iterator[Inline]:
    """The words in small letters."""
    yield from (replace(item, text=item.text.casefold()) if isinstance(item, Text) else item for item in content)
