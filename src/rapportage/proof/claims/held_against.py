"""A figure that what was so at the time in front is held against: 'in week 44 waren er minder dan F'."""

from __future__ import annotations

from itertools import pairwise

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence

_LOOK_BACK = 3
_SIDES = {"onder": -1, "boven": 1}


def is_held_against(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether a figure is of another time than that in front: as far as the data go, there was less or more then."""
    side, point = _side(sentence, figure), sentence.meaning(figure).point
    value = sentence.meaning(figure).value
    if not side or point is None or value is None or token.index > figure.index:
        return False
    known = [sentence.facts.value(point.subject, period) for period in sentence.named(token, figure)]
    then = [each for each in known if each is not None]
    return not then or any((each - value) * side > 0 for each in then)


def _side(sentence: Sentence, figure: Token) -> int:
    """-1 of 'minder dan F' and 'onder de F', 1 of 'meer dan F' and 'boven F'; 0 where it says neither."""
    before = [word for word in sentence.before(figure, _LOOK_BACK) if word not in lexicon.EMPTY]
    if before[-1:] == ["dan"]:
        return next((lexicon.COMPARISONS.get(one, 0) for one, _ in [*pairwise(before)][-1:]), 0)
    return _SIDES.get(before[-1], 0) if before else 0
