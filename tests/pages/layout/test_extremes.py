"""Whatever is written: text stands within the margins and no number is broken, or a message tells its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapportage.diagnostics.codes import CODES
from rapportage.document import Document, Text
from rapportage.document.characters import is_within_number
from rapportage.figures.languages.dutch import DUTCH
from rapportage.pages.fonts import Face, Family, source_sans
from rapportage.pages.house_style import A5
from rapportage.pages.layout import DoesNotFit, Glyphs, Page, Pages, lay_out
from rapportage.pages.theme import MM, Palette, TextStyle, Theme, default_theme, make_theme
from tests.pages.layout.checks import SLACK, check_pages
from tests.pages.layout.documents import document, paragraph
from tests.pages.layout.extremes import drawings, extremes


def larger(style: TextStyle, scale: float) -> TextStyle:
    return replace(style, size=style.size * scale, leading=style.leading * scale)


def grown(theme: Theme, scale: float) -> Theme:
    """The theme in other sizes of type."""
    styles = {name: each for name in theme.__struct_fields__ if isinstance(each := getattr(theme, name), TextStyle)}
    running = {name: larger(each, scale) for name, each in styles.items() if name not in ("running", "draft")}
    return replace(theme, **running)


@cache
def vera() -> Family:
    """The typeface of the second style: wider than our own."""
    spec = find_spec("reportlab")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "fonts"
    names = {"regular": "Vera", "semibold": "VeraBd", "italic": "VeraIt", "semibold-italic": "VeraBI"}
    return Family(lambda role: Face((folder / f"{names[role]}.ttf").read_bytes()))


STYLES = {
    "own": (default_theme(), source_sans),
    "A5": (make_theme(Palette(), A5, A5.body_width), vera),
    "A5 large": (grown(make_theme(Palette(), A5, A5.body_width), 1.6), vera),
    "A4 narrow and small": (grown(make_theme(Palette(), default_theme().page, 80 * MM), 0.8), source_sans),
}


def texts(page: Page) -> Iterator[tuple[float, float, Glyphs]]:
    for placed in (*page.body, *page.notes):
        for piece in placed.box.pieces:
            if isinstance(piece, Glyphs):
                yield placed.x + piece.x, placed.y + piece.y, piece


def check_numbers(pages: Pages) -> None:
    """No number stands on two lines."""
    lines: dict[object, list[tuple[tuple[int, float], str]]] = {}
    for page in pages.pages:
        for _, y, piece in texts(page):
            if piece.leaf is not None:
                lines.setdefault(piece.leaf, []).append(((page.number, round(y, 1)), piece.text))
    for stretches in lines.values():
        for (place, text), (below, after) in pairwise(stretches):
            assert place == below or not is_within_number(text + after, len(text)), (text, after)


def check_running(pages: Pages, theme: Theme) -> None:
    """Header and footer stay between the margins, and say which page it is."""
    for page in pages.pages:
        words = [
            (placed.x + piece.x, placed.y + piece.y, piece)
            for placed in page.running
            for piece in placed.box.pieces
            if isinstance(piece, Glyphs) and len(piece.text) > 1
        ]
        for x, _, piece in words:
            assert x >= theme.page.left - SLACK
            assert x + piece.width <= page.width - theme.page.right + SLACK, piece.text
        for (x, y, piece), (after, below, other) in pairwise(words):
            assert y != below or x + piece.width <= after, (piece.text, other.text)
        if words:
            assert words[-1][2].text.startswith("Pagina ")


def check_cover(page: Page, theme: Theme) -> None:
    """All words stand on the sheet, one below another."""
    lowest = 0.0
    for x, y, piece in texts(page):
        assert y > lowest, piece.text
        lowest = y
        assert theme.page.left - SLACK <= x <= x + piece.width <= page.width - theme.page.right + piece.size
    assert lowest < page.height


def check(made: Pages, theme: Theme, document: Document) -> None:
    has_cover = document.cover is not None
    check_pages(replace(made, pages=made.pages[has_cover:]), theme)
    check_numbers(made)
    check_running(made, theme)
    if has_cover:
        check_cover(made.pages[0], theme)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(extremes(), st.sampled_from(sorted(STYLES)), st.data())
def test_all_has_room_or_is_told(document: Document, style: str, data: st.DataObject) -> None:
    theme, family = STYLES[style]
    try:
        made = lay_out(document, theme, family(), data.draw(drawings(document, theme.page.body_width)))
    except DoesNotFit as fault:
        misfits = fault.misfits
    else:
        event("it has room")
        check(made, theme, document)
        return
    event("it is told")
    assert misfits
    for each in misfits:
        assert each.code in CODES
        assert each.message
        assert each.hint
        assert each.origin is not None, each.message


@pytest.mark.parametrize("style", sorted(STYLES))
@pytest.mark.parametrize("length", [0, 150, 600])
def test_a_title_has_room_in_header_and_on_cover(style: str, length: int) -> None:
    theme, family = STYLES[style]
    title = f"Kerncijfers 2019-2020{' verantwoordelijkheidsverdeling' * (length // 30)}"
    plain = replace(document(*[paragraph("woord " * 400)] * 3), title=title, draft=True)
    made = lay_out(plain, theme, family(), {})
    check(made, theme, plain)
    assert (made.shortened is not None) == (length > 0)
    if made.shortened:
        assert title.startswith(made.shortened.removesuffix("…"))
    assert any(
        piece.text == DUTCH.signs.draft_header
        for placed in made.pages[0].running
        for piece in placed.box.pieces
        if isinstance(piece, Glyphs)
    )
    assert isinstance(plain.subtitle[0], Text)
