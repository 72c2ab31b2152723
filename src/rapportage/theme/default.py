"""The default house style: sober, in the published state colours, without the state's logo or fonts."""

from __future__ import annotations

from functools import cache

from rapportage.theme.theme import MM, Colours, PageFormat, TextStyle, Theme

LINTBLAUW = "#154273"
HEMELBLAUW = "#007bc7"
DONKERBLAUW = "#01689b"
ROBIJNROOD = "#ca005d"
TEXT = "#1a1a1a"
MUTED = "#535353"
"""7.6:1 on white (WCAG 2.2, 1.4.3)."""

PALETTE = ("#154273", "#e17000", "#007bc7", "#2e0e42", "#ca005d", "#535700")
"""State colours in an order in which neighbours differ in lightness as well; each at least 3:1 on white."""


@cache
def default_theme() -> Theme:
    """A4; running text 118 mm wide (about 78 characters), tables and charts up to 165 mm."""
    text = TextStyle("regular", 10, 14, TEXT, after=7, hyphenate=True)
    return Theme(
        page=PageFormat(
            210 * MM,
            297 * MM,
            left=22.5 * MM,
            right=22.5 * MM,
            top=25 * MM,
            bottom=25 * MM,
        ),
        text_width=118 * MM,
        colours=Colours(
            text=TEXT,
            heading=LINTBLAUW,
            link=DONKERBLAUW,
            muted=MUTED,
            rule=LINTBLAUW,
            hairline="#cccccc",
            card="#eef2f7",
            cover=(HEMELBLAUW, DONKERBLAUW, LINTBLAUW),
        ),
        text=text,
        lead=TextStyle("regular", 11, 16, TEXT, after=10, hyphenate=True),
        small=TextStyle("regular", 8, 11, TEXT, after=4, hyphenate=True),
        source=TextStyle("regular", 8, 11, MUTED, after=6),
        note=TextStyle("regular", 8, 11, TEXT, after=2, hyphenate=True),
        headline=TextStyle("semibold", 11, 15, TEXT, before=10, after=1),
        card_label=TextStyle("regular", 9, 12, TEXT),
        card_value=TextStyle("semibold", 20, 26, LINTBLAUW),
        aside_title=TextStyle("semibold", 10, 14, LINTBLAUW, after=2),
        caption=TextStyle("semibold", 9, 12, LINTBLAUW, before=10, after=5),
        table=TextStyle("regular", 9, 12, TEXT),
        table_head=TextStyle("semibold", 9, 12, LINTBLAUW),
        title=TextStyle("semibold", 24, 28, LINTBLAUW, after=2),
        subtitle=TextStyle("regular", 15, 20, DONKERBLAUW, after=16),
        headings=(
            TextStyle("semibold", 24, 28, LINTBLAUW, before=26, after=12),
            TextStyle("semibold", 15, 20, LINTBLAUW, before=20, after=6),
            TextStyle("semibold", 11, 14, LINTBLAUW, before=14, after=3),
        ),
        contents=(
            TextStyle("semibold", 10, 14, TEXT, before=5),
            TextStyle("regular", 10, 13, TEXT),
            TextStyle("regular", 9, 12, MUTED),
        ),
        running=TextStyle("regular", 8, 11, MUTED),
        draft=TextStyle("semibold", 16, 20, ROBIJNROOD),
        cover_title=TextStyle("semibold", 32, 38, LINTBLAUW, after=8),
        cover_text=TextStyle("regular", 15, 20, TEXT, after=4),
        cover_papers=TextStyle("regular", 10, 14, "#ffffff"),
        list_indent=14,
        float_after=16,
        chart_colours=PALETTE,
    )
