"""The theme: how the report looks, as data."""

from rapportage.pages.theme.default import PAGE, TEXT_WIDTH, Palette, default_theme, make_theme
from rapportage.pages.theme.theme import MM, Colours, Logo, PageFormat, TextStyle, Theme

__all__ = [
    "MM",
    "PAGE",
    "TEXT_WIDTH",
    "Colours",
    "Logo",
    "PageFormat",
    "Palette",
    "TextStyle",
    "Theme",
    "default_theme",
    "make_theme",
]
