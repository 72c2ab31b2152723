"""What characters are to type: which are never seen, which can't be set one by one, and which make one number."""

from __future__ import annotations

import re
from unicodedata import bidirectional, category, combining

SOFT_HYPHEN = "\u00ad"
NBSP = "\u00a0"
BREAK, NO_BREAK = "\u200b", "\u2060"
"""A place where a word may be broken without a hyphen, and one where it may not."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters without a look of their own: Default_Ignorable_Code_Point (UAX #44)."""
_SPACES = frozenset("\u00a0\u2007\u2009\u202f")
_WITHIN = frozenset(".,:'’/×-–") | _SPACES
"""What may be between the digits of a number, a range, a date or a time."""
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?: \d{3}(?!\d|[.,]\d))+")
_BETWEEN = re.compile(r"[ \n]+")
_BEFORE, _AFTER = frozenset("<>≤≥±+−€~"), frozenset("%‰°*")
_RARE = re.compile("[^\x00-\u02ff]")
_SHAPED = re.compile(
    "[\u0590-\u08ff\u0900-\u109f\u1100-\u11ff\u1700-\u18af\u1900-\u1c7f\u1cc0-\u1cff\ua800-\uab2f\uabc0-\uabff\ud7b0-\ud7ff\ufb1d-\ufdff\ufe70-\ufefe]"
)
"""Scripts that join, reorder or stack their letters or run from the right: from Hebrew up to Myanmar, and others."""


def seen(text: str) -> str:
    """`text` without what is never seen: places to break, joiners, marks of direction, choices between forms.

    A soft hyphen is seen only where a line ends with it, which the line breaker decides.
    """
    return _UNSEEN.sub("", text) if _UNSEEN.search(text) else text


def unseen(text: str) -> str | None:
    """The first character of `text` that is never seen, if it has one."""
    found = _UNSEEN.search(text)
    return found[0] if found else None


def unsettable(text: str) -> dict[str, str]:
    """The characters of `text` that can't be set by placing one glyph after another, each with the reason, in Dutch.

    A font places an accent over its letter, and joins or reorders the letters of some scripts, by rules that we do not
    read; without them a word would be spelled with other signs than its own.
    """
    found = {}
    for char in dict.fromkeys(_RARE.findall(text)):
        if _UNSEEN.match(char):
            continue
        if _SHAPED.match(char) or bidirectional(char) in ("R", "AL", "AN"):
            found[char] = "hoort bij een schrift waarvan de letters zich aan elkaar aanpassen"
        elif combining(char) or category(char) in ("Mn", "Mc", "Me"):
            found[char] = "is een los accent, dat met zijn letter geen eigen teken heeft"
        elif ord(char) > 0xFFFF:
            found[char] = "ligt buiten de tekens die een pdf van ons kan hebben"
    return found


def words(text: str) -> list[str]:
    """What a line may be broken between: '1 000 000' is one word, whatever space it is written with."""
    return _BETWEEN.split(_THOUSANDS.sub(lambda found: found[0].replace(" ", NBSP), text).strip(" \n"))


def is_within_number(text: str, offset: int) -> bool:
    """Whether a break before `text[offset]` would part a number: what is on either side reads as another one."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before.isdigit():
        return after.isdigit() or after in _AFTER or (after in _WITHIN and text[offset + 1 : offset + 2].isdigit())
    if not after.isdigit():
        return before in _BEFORE and after in _SPACES and text[offset + 1 : offset + 2].isdigit()
    if before in _SPACES and text[max(offset - 2, 0) : offset - 1] in _BEFORE:
        return True
    if before in "-–":
        return not text[max(offset - 2, 0) : offset - 1].isalpha()
    return before in _BEFORE or (before in _WITHIN and text[max(offset - 2, 0) : offset - 1].isdigit())
