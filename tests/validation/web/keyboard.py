"""A walk through the page with the keyboard: every stop in the order of reading, in sight, and of use."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import TimeoutError as TooLate

from tests.validation.web.opened import PHONE, WIDE, Opened, Scheme

MOST = 40
"""So many stops of the second walk: the first went to all."""


def stray(opened: Opened) -> Iterator[str]:
    """Links within the page that lead nowhere, and note marks that no note leads back to."""
    yield from (f"verwijzing: {each}" for each in opened.asks("stray"))


def lost(opened: Opened) -> Iterator[str]:
    """What a reader with only a keyboard would miss: on a phone's width in light, on a wide one in dark."""
    yield from _walk(opened, PHONE, "light")
    yield from _scrolled(opened)
    yield from _folded(opened)
    yield from _note_and_back(opened)
    yield from _walk(opened, WIDE, "dark", most=MOST)


def _walk(opened: Opened, size: tuple[int, int], scheme: Scheme, most: int | None = None) -> Iterator[str]:
    opened.at(size, scheme)
    opened.load()
    count = opened.asks("prepared")
    where = f"toetsenbord: {size[0]} px, {scheme}"
    for expected in range(count if most is None else min(count, most)):
        opened.page.keyboard.press("Tab")
        stop = opened.asks("stop")
        if stop is None:
            yield f"{where}: nooit bereikt: {opened.asks('name', expected)}"
            return
        index, name, faults = stop
        if index != expected:
            yield f"{where}: {name} komt waar {opened.asks('name', expected)} aan de beurt is"
            return
        yield from (f"{where}: {name} {fault}" for fault in faults)
    opened.page.keyboard.press("Tab")
    if count and most is None and opened.asks("stop") is not None:
        yield f"{where}: na de laatste halte blijft de focus in de pagina"


def _scrolled(opened: Opened) -> Iterator[str]:
    """Regions that scroll sideways: each has a name, takes the focus, and follows the arrow keys."""
    opened.unfold()
    for index, takes_focus, is_named, words in opened.asks("regions"):
        if not takes_focus or not is_named:
            yield f"toetsenbord: schuift, maar {'heeft geen naam' if takes_focus else 'krijgt geen focus'}: '{words}'"
            continue
        opened.page.focus(f"[data-region='{index}']")
        opened.page.keyboard.press("ArrowRight")
        try:
            opened.page.wait_for_function("(index) => probe.hasMoved(index)", arg=index, timeout=1500)
        except TooLate:
            yield f"toetsenbord: schuift niet met de pijltjes: '{words}'"


def _folded(opened: Opened) -> Iterator[str]:
    """The first disclosure opens with Enter."""
    opened.load()
    folded = opened.page.query_selector("details:not([open])")
    if folded is not None:
        opened.page.focus("details:not([open]) > summary")
        opened.page.keyboard.press("Enter")
        if folded.get_attribute("open") is None:
            yield "toetsenbord: een uitklapper gaat niet open met Enter"


def _note_and_back(opened: Opened) -> Iterator[str]:
    """The first note mark leads to its note, in sight, and the note's link back to the mark."""
    opened.load()
    mark = opened.page.query_selector("[role~=doc-noteref][href^='#']")
    if mark is None:
        return
    id, target = mark.get_attribute("id"), str(mark.get_attribute("href"))[1:]
    mark.focus()
    opened.page.keyboard.press("Enter")
    if not opened.asks("isInSight", target):
        yield "toetsenbord: een nootteken brengt de noot niet in beeld"
    back = opened.page.query_selector(f"[role~=doc-backlink][href='#{id}']")
    if id and back is not None:
        back.focus()
        opened.page.keyboard.press("Enter")
        if not opened.asks("isInSight", id):
            yield "toetsenbord: de weg terug van een noot brengt haar teken niet in beeld"
