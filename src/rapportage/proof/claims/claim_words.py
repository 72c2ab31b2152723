"""Whether a Dutch word says something about numbers, whatever the sentence: all of them are in the account."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.verdict import ClaimKind

_SAYS: Mapping[str, ClaimKind] = {
    **dict.fromkeys(change_words.DIRECTIONS, ClaimKind.CHANGE),
    **dict.fromkeys(lexicon.COMPARISONS, ClaimKind.CHANGE),
    **dict.fromkeys(lexicon.TOGETHER, ClaimKind.PORTION),
    **dict.fromkeys(lexicon.EXTREMES, ClaimKind.RANK),
    **dict.fromkeys(lexicon.MULTIPLES, ClaimKind.PORTION),
    **dict.fromkeys(lexicon.MAJORITY, ClaimKind.PORTION),
    **dict.fromkeys(lexicon.FRACTIONS, ClaimKind.PORTION),
    **dict.fromkeys(lexicon.SCALES, ClaimKind.PORTION),
    **{word: ClaimKind.PORTION for word in lexicon.CARDINALS if word != "een"},
    **dict.fromkeys(
        ("half", "halve", "anderhalf", "anderhalve", "nul", "dubbel", "dubbele", "nihil"), ClaimKind.PORTION
    ),
    **dict.fromkeys(lexicon.ORDINALS, ClaimKind.RANK),
    **dict.fromkeys(("nooit", "opeenvolgende", "achtereenvolgende", "opeenvolgend", "achtereen"), ClaimKind.COURSE),
}
"""By word what it is about."""
_ONES = "|".join(sorted((word for word in lexicon.CARDINALS if len(word) > 2), key=len, reverse=True))
_NUMBER = re.compile(rf"(?:(?:{_ONES})(?:en|ën)?)+(?<!en)(?<!ën)|(?:(?:{_ONES})(?:en|ën)?)*(?:zeven|negen)")
"""'vierhonderd', 'drieëntwintig'."""
_MORE = "|".join(word for word in _ONES.split("|") if word != "een")
_COUNT = re.compile(
    rf"(?:{_MORE})+(?:tal(?:len)?|maal|voudige?)|ver(?:{_MORE})voudig\w*|(?:{_MORE})*(?:honderd|duizend|miljoen|miljard)en"
)
"""'tientallen', 'honderden', 'driemaal', 'vertienvoudigd'."""
_RECORD = re.compile(r"record\w*|diepterecord\w*")
SUPERLATIVE = re.compile(
    r"(?!(?:eer|laat|mid|na|voor|bin|bui|be|lief|vroeg|uiter|opper|minst)ste?$)[a-zë]{2,}[^aeiou]ste"
)
COMPARATIVE = re.compile(r"[a-zë]{3,}er")


def about(word: str) -> ClaimKind | None:
    """What a word in small letters is about; None where it says nothing about numbers."""
    if word in _SAYS:
        return _SAYS[word]
    if _RECORD.fullmatch(word):
        return ClaimKind.COURSE
    is_number = word != "een" and (_NUMBER.fullmatch(word) or _COUNT.fullmatch(word))
    return ClaimKind.PORTION if is_number else None
