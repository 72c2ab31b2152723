"""The theme: how the report looks, as data."""

from rapportage.theme.default import default_theme
from rapportage.theme.theme import MM, Colours, PageFormat, TextStyle, Theme

__all__ = ["MM", "Colours", "PageFormat", "TextStyle", "Theme", "default_theme"]
