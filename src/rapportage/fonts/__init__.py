"""Fonts: what layout, charts and PDF need to know of a typeface."""

from rapportage.fonts.characters import (
    BREAK,
    NO_BREAK,
    SOFT_HYPHEN,
    has_unseen,
    is_within_number,
    seen,
    unsettable,
)
from rapportage.fonts.face import Face, FontFault
from rapportage.fonts.family import COMMON, ROLES, Family, source_sans
from rapportage.fonts.sound import sound_face

__all__ = [
    "BREAK",
    "COMMON",
    "NO_BREAK",
    "ROLES",
    "SOFT_HYPHEN",
    "Face",
    "Family",
    "FontFault",
    "has_unseen",
    "is_within_number",
    "seen",
    "sound_face",
    "source_sans",
    "unsettable",
]
