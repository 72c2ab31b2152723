"""What is said with a number ('ruim', 'bijna', 'hooguit'), and how far from it the truth may be then."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from rapportage.proof.claims import lexicon


class Qualifier(Enum):
    NONE = ""
    EXACT = "precies"
    ABOUT = "ongeveer"
    BELOW = "bijna"
    ABOVE = "ruim"
    MORE = "meer dan"
    LESS = "minder dan"
    LEAST = "minstens"
    MOST = "hooguit"


_Phrases = tuple[tuple[tuple[str, ...], Qualifier], ...]


def _phrases(table: dict[Qualifier, str]) -> _Phrases:
    """The longest first: 'iets meer dan' before 'meer dan'."""
    found = [(tuple(each.split()), said) for said, lines in table.items() for each in lines.split(",")]
    return tuple(sorted(found, key=lambda each: -len(each[0])))


_BEFORE = _phrases({
    Qualifier.EXACT: "precies, exact",
    Qualifier.ABOUT: "ongeveer, circa, ca, zo'n, zo’n, rond, rond de, grofweg, zowat, omstreeks, om en nabij, pakweg,"
    " om en bij, bij benadering, plusminus, vrijwel, nagenoeg, praktisch, rondom",
    Qualifier.BELOW: "bijna, krap, krappe, kleine, klein, net geen, net niet, net onder, iets minder dan,"
    " net iets minder dan, iets onder, iets lager dan, net minder dan, haast",
    Qualifier.ABOVE: "ruim, ruime, ruimschoots, iets meer dan, net iets meer dan, net meer dan, net boven, iets boven,"
    " dikke, dik, goede, iets hoger dan, net over",
    Qualifier.MORE: "meer dan, hoger dan, boven, groter dan, langer dan",
    Qualifier.LESS: "minder dan, lager dan, onder, nog geen, kleiner dan, nog niet, korter dan",
    Qualifier.LEAST: "minstens, ten minste, tenminste, minimaal, op zijn minst, op z'n minst, zeker",
    Qualifier.MOST: "hooguit, hoogstens, ten hoogste, maximaal, op zijn hoogst, op z'n hoogst",
})  # fmt: skip


def qualifier_of(words: Sequence[str]) -> tuple[Qualifier, int]:
    """What the last of the words say with what follows on them, and how many words back that begins.

    Articles may be between: 'bijna de helft'; and in front of it: 'een kleine 300'.
    """
    skipped = 0
    while skipped < len(words) and words[-1 - skipped] in lexicon.EMPTY:
        skipped += 1
    near = words[: len(words) - skipped]
    for phrase, said in _BEFORE:
        if tuple(near[-len(phrase) :]) == phrase:
            length = skipped + len(phrase)
            is_after_article = near[-len(phrase) - 1 : -len(phrase)] == ["een"] and len(phrase) == 1
            return said, length + is_after_article
    return Qualifier.NONE, skipped


class Leeway(Struct, frozen=True):
    """How far the truth may be from what is said: plainly, with 'ongeveer', below with 'bijna', above with 'ruim'."""

    plain: Decimal
    about: Decimal
    below: Decimal
    above: Decimal


def holds(said: Decimal, actual: Decimal, qualifier: Qualifier, leeway: Leeway) -> bool:
    """Whether somebody who says that may mean this."""
    off = actual - said
    match qualifier:
        case Qualifier.ABOUT:
            return abs(off) <= leeway.about
        case Qualifier.BELOW:
            return -leeway.below <= off < 0
        case Qualifier.ABOVE:
            return 0 < off <= leeway.above
        case Qualifier.MORE:
            return off > 0
        case Qualifier.LESS:
            return off < 0
        case Qualifier.LEAST:
            return off >= 0
        case Qualifier.MOST:
            return off <= 0
    return abs(off) <= leeway.plain
