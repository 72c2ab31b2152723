"""What single characters are to type: which are never seen, which can't be set one by one, and which make one number."""

from __future__ import annotations

import re
from unicodedata import bidirectional, category, combining

SOFT_HYPHEN = "\u00ad"
BREAK, NO_BREAK = "\u200b", "\u2060"
"""A place where a word may be broken without a hyphen, and one where it may not."""
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_SPACES = " \u00a0\u2007\u2009\u202f"
_WITHIN = frozenset(".,:'’/×-–" + _SPACES[1:])
"""What may stand between the digits of a number, a range, a date or a time."""
_BEFORE, _AFTER = frozenset("<>≤≥±+−€~"), frozenset("%‰°*")
_SHAPED = re.compile(
    "[\u0590-\u08ff\u0900-\u109f\u1100-\u11ff\u1700-\u18af\u1900-\u1cff\u200d\ua800-\uabff\ud7b0-\ud7ff\ufb1d-\ufdff\ufe70-\ufefe]"
)
"""Scripts that join, reorder or stack their letters or run from the right: from Hebrew up to Myanmar, and others."""


def seen(text: str) -> str:
    """`text` without what is never seen: places to break, joiners, marks of direction, choices between forms.

    A soft hyphen is seen only where a line ends with it, which the line breaker decides.
    """
    return _UNSEEN.sub("", text) if _UNSEEN.search(text) else text


def has_unseen(text: str) -> bool:
    return bool(_UNSEEN.search(text))


def unsettable(text: str) -> dict[str, str]:
    """The characters of `text` that can't be set by placing one glyph after another, each with the reason, in Dutch.

    A font places an accent over its letter, and joins or reorders the letters of some scripts, by rules that we do not
    read; without them a word would be spelled with other signs than its own.
    """
    found = {}
    for char in dict.fromkeys(text):
        if ord(char) < 0x0300 or _UNSEEN.match(char):
            continue
        if _SHAPED.match(char) or bidirectional(char) in ("R", "AL", "AN"):
            found[char] = "is van een schrift waarvan de letters zich aan elkaar aanpassen"
        elif combining(char) or category(char) in ("Mn", "Mc", "Me"):
            found[char] = "is een los accent, dat met zijn letter geen eigen teken heeft"
        elif ord(char) > 0xFFFF:
            found[char] = "is geen gewone letter"
    return found


def is_within_number(text: str, offset: int) -> bool:
    """Whether a break before `text[offset]` would part a number: what stands on either side reads as another one."""
    before, after = text[offset - 1], text[offset]
    if before.isdigit():
        return after.isdigit() or after in _AFTER or (after in _WITHIN and text[offset + 1 : offset + 2].isdigit())
    if not after.isdigit():
        return False
    if before in "-–":
        return not text[max(offset - 2, 0) : offset - 1].isalpha()
    return before in _BEFORE or (before in _WITHIN and text[max(offset - 2, 0) : offset - 1].isdigit())
