"""The default house style: sober, in the published state colours, without the state's logo or fonts."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from rapportage.pages.theme.theme import MM, Colours, PageFormat, TextStyle, Theme

LINTBLAUW = "#154273"
HEMELBLAUW = "#007bc7"
DONKERBLAUW = "#01689b"
ROBIJNROOD = "#ca005d"

PALETTE = ("#154273", "#e17000", "#007bc7", "#2e0e42", "#ca005d", "#535700")
"""State colours in an order in which neighbours differ in lightness as well; each at least 3:1 on white."""
PAGE = PageFormat(210 * MM, 297 * MM, left=22.5 * MM, right=22.5 * MM, top=25 * MM, bottom=25 * MM)
TEXT_WIDTH = 118 * MM
"""About 78 characters."""


class Palette(Struct, frozen=True):
    """The colours of which a theme is made."""

    text: str = "#1a1a1a"
    heading: str = LINTBLAUW
    link: str = DONKERBLAUW
    muted: str = "#535353"
    """7.6:1 on white (WCAG 2.2, 1.4.3)."""
    hairline: str = "#cccccc"
    card: str = "#eef2f7"
    cover: tuple[str, str, str] = (HEMELBLAUW, DONKERBLAUW, LINTBLAUW)
    draft: str = ROBIJNROOD
    charts: tuple[str, ...] = PALETTE


@cache
def default_theme() -> Theme:
    """A4; running text 118 mm wide, tables and charts up to 165 mm."""
    return make_theme(Palette(), PAGE, TEXT_WIDTH)


def make_theme(palette: Palette, page: PageFormat, text_width: float) -> Theme:
    """The theme in these colours, on that page; `text_width` in points."""
    text, heading, muted = palette.text, palette.heading, palette.muted
    return Theme(
        page=page,
        text_width=text_width,
        colours=Colours(
            text=text,
            heading=heading,
            link=palette.link,
            muted=muted,
            rule=heading,
            hairline=palette.hairline,
            card=palette.card,
            cover=palette.cover,
        ),
        text=TextStyle("regular", 10, 14, text, after=7, hyphenate=True),
        lead=TextStyle("regular", 11, 16, text, after=10, hyphenate=True),
        small=TextStyle("regular", 8, 11, text, after=4, hyphenate=True),
        source=TextStyle("regular", 8, 11, muted, after=6),
        note=TextStyle("regular", 8, 11, text, after=2, hyphenate=True),
        headline=TextStyle("semibold", 11, 15, text, before=10, after=1),
        card_label=TextStyle("regular", 9, 12, text),
        card_value=TextStyle("semibold", 20, 26, heading),
        aside_title=TextStyle("semibold", 10, 14, heading, after=2),
        caption=TextStyle("semibold", 9, 12, heading, before=10, after=5),
        table=TextStyle("regular", 9, 12, text),
        table_head=TextStyle("semibold", 9, 12, heading),
        title=TextStyle("semibold", 24, 28, heading, after=2),
        subtitle=TextStyle("regular", 15, 20, palette.link, after=16),
        headings=(
            TextStyle("semibold", 24, 28, heading, before=26, after=12),
            TextStyle("semibold", 15, 20, heading, before=20, after=6),
            TextStyle("semibold", 11, 14, heading, before=14, after=3),
        ),
        contents=(
            TextStyle("semibold", 10, 14, text, before=5),
            TextStyle("regular", 10, 13, text),
            TextStyle("regular", 9, 12, muted),
        ),
        running=TextStyle("regular", 8, 11, muted),
        draft=TextStyle("semibold", 16, 20, palette.draft),
        cover_title=TextStyle("semibold", 32, 38, heading, after=8),
        cover_text=TextStyle("regular", 15, 20, text, after=4),
        cover_papers=TextStyle("regular", 10, 14, "#ffffff"),
        list_indent=14,
        column_gap=20,
        float_after=16,
        chart_colours=palette.charts,
    )
