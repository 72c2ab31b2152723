"""The page as a browser prints it: whole, on white, within the paper, with every heading, caption and cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from tests.validation.web.opened import Opened

PAPER = (718, 1000)
"""A4 within margins of a centimetre, in CSS pixels."""
RUN = 3
"""So many words beside each other: a break between pages parts two such runs."""
DARK = 150
"""How light a page is on average, from black to 255: words and charts take less than this."""


def unprinted(opened: Opened, target: Path) -> Iterator[str]:
    """What printing would lose; the print is left in `target`, as a PDF. The reader's screen is dark."""
    opened.load()
    opened.at(PAPER)
    words = opened.asks("words")
    opened.page.emulate_media(media="print", color_scheme="dark")
    yield from (f"afdruk: {each}" for each in opened.asks("spilling")[:5])
    yield from (f"afdruk: staat niet helemaal op papier: '{each}'" for each in opened.asks("cutOnPaper"))
    opened.page.pdf(path=target, format="A4", prefer_css_page_size=True, print_background=True, tagged=True)
    with pypdfium2.PdfDocument(target) as printed:
        text = _letters("".join(page.get_textpage().get_text_bounded() for page in printed))
        yield from (f"afdruk: ontbreekt: '{' '.join(each.split())[:80]}'" for each in _wanting(words, text)[:5])
        if printed[0].render(scale=0.25).to_pil().convert("L").resize((1, 1)).getpixel((0, 0)) < DARK:
            yield "afdruk: de bladzijde is donker"


def _wanting(words: list[str], text: str) -> list[str]:
    """What is on the screen more often than in the text; that may have more, as the head of a table on each page."""
    screen = "|".join(map(_letters, words))
    short = [each for each in words if text.count(_letters(each)) < screen.count(_letters(each)) and _letters(each)]
    return [each for each in short if not _is_broken(each, text)]


def _is_broken(piece: str, text: str) -> bool:
    """Whether all of a piece is there but for one break between pages, where other text may come in between."""
    words = piece.split()
    runs = ["".join(words[place : place + RUN]) for place in range(len(words) - RUN + 1)]
    away = [run for run in runs if _letters(run) not in text]
    return len(runs) > len(away) and len(away) < RUN


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
