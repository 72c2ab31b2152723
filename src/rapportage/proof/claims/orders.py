"""Words that put things in an order: superlatives by their form ('langste', 'het vaakst'), and in which place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from rapportage.proof.claims.lexicon import CARDINALS, COMPARISONS, ORDINALS, words

_MORE = words("hoog groot lang duur vaak druk talrijk populair zwaar omvangrijk sterk hard fors fel hevig stevig flink")
_LESS = words("laag klein kort goedkoop zeldzaam rustig gering licht zwak beperkt bescheiden")
_EITHER = words("snel traag langzaam gunstig ongunstig slecht")
_IRREGULAR = {
    **dict.fromkeys(words("meest meeste meesten"), 1),
    **dict.fromkeys(words("minst minste minsten"), -1),
    **dict.fromkeys(words("best beste"), 0),
}
ADJECTIVES: Mapping[str, int] = {
    **dict.fromkeys(_MORE, 1), **dict.fromkeys(_LESS, -1), **dict.fromkeys(words("veel"), 1),
    **dict.fromkeys(words("weinig zelden"), -1),
}  # fmt: skip
"""After 'zo': 1 where there is much of it, -1 where there is little."""
_SUPERLATIVES: Mapping[str, int] = {
    **{adjective + end: 1 for adjective in _MORE for end in ("st", "ste")},
    **{adjective + end: -1 for adjective in _LESS for end in ("st", "ste")},
    **{adjective + end: 0 for adjective in _EITHER for end in ("st", "ste")},
    **_IRREGULAR,
}
_COMPARATIVES = {
    **dict.fromkeys(words("voller drukker talrijker populairder omvangrijker zwaarder forser"), 1),
    **dict.fromkeys(words("leger rustiger geringer lichter zwakker beperkter"), -1),
}
_OF_PARTS = {
    **dict.fromkeys(words("koploper koplopers lijstaanvoerder bovenaan"), 1),
    **dict.fromkeys(words("hekkensluiter hekkensluiters onderaan"), -1),
}
_OF_TIMES = {
    **dict.fromkeys(words("piek hoogtepunt recordhoogte piekmaand piekjaar piekte piekten"), 1),
    **dict.fromkeys(words("dieptepunt laagtepunt dieptepunten laagterecord"), -1),
}
_PHRASES = (
    (re.compile(r"\bspa(?:nt|nde|nden|nnen)\b[^,;()]{0,40}\bde (kroon)\b"), 1),
    (re.compile(r"\b(?:aan|op) (kop)\b"), 1),
    (re.compile(r"\bsl(?:uit|oot)(?:en)?\b[^,;()]{0,40}\bde (rij)\b"), -1),
    (re.compile(r"\bvoer(?:t|de|en|den)\b[^,;()]{0,30}\bde (?:rang)?(lijst) aan\b"), 1),
)
"""With in each the word that stands for it."""
_COUNTED = re.compile(r"(?:op-)?(\w+)-na-(\w+)")
_COMMON = frozenset(words("voorkomend voorkomende talrijk talrijke voorkwam voorkwamen populair populaire"))
"""After 'het meest': what says how many there are."""
_NOT_AFTER = frozenset(("ten minste", "ten hoogste", "ten meeste", "ten langste", "zo spoedig"))


class Order(Struct, frozen=True):
    """What a superlative says: `sign` 1 for the most, -1 for the least, 0 for either; of these the `place`-th."""

    sign: int
    place: int = 1
    of_times: bool = False
    of_parts: bool = False


def order_of(before: list[str], word: str, after: list[str]) -> Order | None:
    """The order that a word gives, between up to four words before it and after it; None for any other word."""
    counted = _COUNTED.fullmatch(word)
    if counted and counted[1] in CARDINALS and counted[2] in _SUPERLATIVES:
        return Order(_SUPERLATIVES[counted[2]], CARDINALS[counted[1]] + 1)
    for table, of_times in ((_OF_PARTS, False), (_OF_TIMES, True)):
        if word in table:
            return Order(table[word], _place(before), of_times=of_times, of_parts=not of_times)
    bare = word.removeprefix("aller")
    if bare not in _SUPERLATIVES or " ".join([*before[-1:], word]) in _NOT_AFTER:
        return None
    if before[-2:-1] == ["op"] and before[-1] in ("zijn", "haar", "hun", "z'n"):
        return Order(_SUPERLATIVES[bare], of_times=True)
    if bare in ("meest", "minst") and after and not _is_much(after[0]):
        return None
    return Order(_SUPERLATIVES[bare], _place(before))


def _is_much(word: str) -> bool:
    """Whether 'meest' before a word is how much: 'kwam het meest voor', and not 'de meest recente'."""
    return word in _COMMON or word in ("vaak", "frequent", "frequente") or not word.endswith(("e", "ste", "lijk"))


def comparative(word: str) -> int:
    """1 for more, -1 for less, 0 for what is no comparative that is known: 'voller', 'hoger'."""
    return COMPARISONS.get(word) or _COMPARATIVES.get(word, 0)


def _place(before: list[str]) -> int:
    """'op een na grootste', 'op een na de minste' and 'tweede grootste' are the second."""
    if before[:1] == ["op"] and before[2:] in (["na", "de"], ["na", "het"]):
        before = before[:-1]
    if before[-1:] == ["na"] and len(before) > 1 and before[-2] in CARDINALS:
        return CARDINALS[before[-2]] + 1
    return ORDINALS.get(before[-1], 1) if before else 1


def phrases(text: str) -> Iterator[tuple[int, int]]:
    """Where a text says otherwise that something is first: the place of the word that stands for it, and the sign."""
    for pattern, sign in _PHRASES:
        for found in pattern.finditer(text.casefold()):
            yield found.start(1), sign


def place_in_order(word: str) -> int | None:
    """'derde' and '3e' are 3."""
    found = re.fullmatch(r"(\d{1,2})(?:e|de|ste)", word)
    return int(found[1]) if found else ORDINALS.get(word)
