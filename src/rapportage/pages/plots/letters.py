"""Letters of the house style where matplotlib asks for letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportage.document.characters import seen
from rapportage.document.drawing import FontRole
from rapportage.pages.fonts import Family

if TYPE_CHECKING:  # a report whose charts are all kept needs none of matplotlib
    from matplotlib.font_manager import FontProperties

ASCENT, CAPITALS, SMALL, DESCENT = 0.74, 0.66, 0.5, 0.21
"""How far letters reach above and below the baseline, as part of their size: Source Sans, and nearly any other."""
BOLD = 600
_WEIGHTS = {"bold", "semibold", "demibold", "demi", "heavy", "extra bold", "black"}
_HANGING = frozenset("gjpqyQ,;()[]{}|/\\_@$€ç")
_LOW = frozenset("acemnorsuvwxzgpqy.,:;-–—_+=~•…\u00a0 ")
_TALL = frozenset("bdfhklijt()[]{}|/\\@$ß")


def role_of(prop: FontProperties) -> FontRole:
    weight = prop.get_weight()
    is_bold = weight in _WEIGHTS or (isinstance(weight, int | float) and weight >= BOLD)
    is_slanted = prop.get_style() in ("italic", "oblique")
    if is_bold:
        return "semibold-italic" if is_slanted else "semibold"
    return "italic" if is_slanted else "regular"


def measured(family: Family, role: str, text: str, size: float) -> tuple[float, float, float]:
    """Width, whole height and what of that is below the baseline, in points: what the letters of `text` take."""
    text = seen(text)
    width = family.face(role).width(text, size)
    descent = DESCENT if _HANGING.intersection(text) else 0.0
    top = SMALL if set(text) <= _LOW else ASCENT if _TALL.intersection(text) else CAPITALS
    return width, (top + descent) * size, descent * size


def can_set(family: Family, text: str) -> bool:
    """Whether the house style has a letter for all of it."""
    return not family.missing(text)


def plain(text: str) -> str | None:
    """What a formula says that is only a number or words, as those at an axis of matplotlib; None where it is more."""
    inner = text
    for begin in ("$\\mathdefault{", "$\\mathregular{"):
        if inner.startswith(begin) and inner.endswith("}$") and inner.count("$") == 2:
            inner = inner[len(begin) : -2]
            break
    else:
        return None
    return None if any(char in "\\^_{}$" for char in inner) else inner.replace("-", "−")
