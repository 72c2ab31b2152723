"""Fonts: what layout, charts and PDF need to know of a typeface."""

from rapportage.fonts.face import SOFT_HYPHEN, Face
from rapportage.fonts.family import ROLES, Family, source_sans

__all__ = ["ROLES", "SOFT_HYPHEN", "Face", "Family", "source_sans"]
