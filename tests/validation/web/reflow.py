"""Whether the page fits each window: nobody has to scroll sideways but within a table, and no words are cut off."""

from __future__ import annotations

from collections.abc import Iterator

from tests.validation.web.opened import PHONE, TABLET, WIDE, ZOOMED, Opened

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
"""Spacing that a reader may set, of success criterion 1.4.12."""
LARGE = "html { font-size: 200% !important }"
"""Letters twice as large, of success criterion 1.4.4."""
SHOWN = 5


def spilling(opened: Opened) -> Iterator[str]:
    """What does not fit, by window; every disclosure is open."""
    opened.unfold()
    for size in (WIDE, TABLET, PHONE, ZOOMED):
        opened.at(size)
        yield from _spilled(opened, f"{size[0]} x {size[1]} px")
    for name, style, size in (("ruime spatiëring", SPACED, PHONE), ("letters van 200 %", LARGE, TABLET)):
        opened.load()
        opened.unfold()
        opened.at(size)
        opened.page.add_style_tag(content=style)
        yield from _spilled(opened, name)


def _spilled(opened: Opened, where: str) -> Iterator[str]:
    found = opened.asks("spilling")
    yield from (f"past: {where}: {each}" for each in found[:SHOWN])
    if len(found) > SHOWN:
        yield f"past: {where}: en nog {len(found) - SHOWN}"
