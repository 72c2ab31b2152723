"""Fonts: what layout, charts and PDF need to know of a typeface."""

from rapportage.fonts.face import SOFT_HYPHEN, Face, FontFault
from rapportage.fonts.family import COMMON, ROLES, Family, source_sans

__all__ = ["COMMON", "ROLES", "SOFT_HYPHEN", "Face", "Family", "FontFault", "source_sans"]
