"""A name that says of which a figure is not: 'van buiten Nederland kwamen F' is all but that."""

from __future__ import annotations

from rapportage.figures.parts import Part
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_OUTSIDE = frozenset(("buiten", "behalve", "zonder", "uitgezonderd", "exclusief"))
_ARTICLES = frozenset(("de", "het"))


def is_outside(sentence: Sentence, token: Token) -> bool:
    """Whether 'buiten' or the like is right before a name that has no such word itself ('buiten de EU')."""
    before = [word for word in sentence.before(token, 2) if word not in _ARTICLES]
    following = sentence.tokens[token.index + 1 : token.index + 3]
    if [each.text for each in following[:1]] == ["("] and following[-1].kind is Kind.FIGURE:
        return False  # 'behalve Utrecht (F)': its own figure
    return before[-1:] != [] and before[-1] in _OUTSIDE


def is_of_others(sentence: Sentence, token: Token, meaning: Meaning) -> bool | None:
    """True of all other parts together, False where what is named is among them; None where it may be some of them."""
    names = token.mention.names if token.mention else frozenset()
    parts = [point.subject.part for point in meaning.points]
    if not parts or not meaning.is_level:
        return None
    if any(part.get(name.dimension) == name.name for part in parts for name in names):
        return False
    for name in sorted(names):
        if all(part.dimensions == (name.dimension,) for part in parts):
            point = meaning.points[0]
            known = sentence.facts.parts(point.subject.series, point.time, (name.dimension,))
            return set(parts) == {each for each in known if each != Part((name.dimension,), (name.name,))} or None
    return None
