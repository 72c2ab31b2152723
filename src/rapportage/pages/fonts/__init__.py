"""Fonts: what layout, charts and PDF need to know of a typeface."""

from rapportage.pages.fonts.face import Face, FontFault
from rapportage.pages.fonts.family import COMMON, Family, font_files, source_sans
from rapportage.pages.fonts.sound import sound_face

__all__ = ["COMMON", "Face", "Family", "FontFault", "font_files", "sound_face", "source_sans"]
