"""What is above or below what was expected, in one word: 'een oversterfte van bijna 9 procent', 'onderbezetting'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from rapportage.proof.claims import change_words
from rapportage.proof.claims.amounts import Amount
from rapportage.proof.claims.evidence import Change, side_of
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_SIDE = re.compile(r"\b(?:over|onder)\w{5,}", re.IGNORECASE)
_WORD = re.compile(r"(?P<side>over|onder)(?P<noun>\w{5,})")
_TO_AMOUNT = 5
"""So many words after it comes how much: 'een oversterfte van bijna 9 procent'."""


class Excess(Struct, frozen=True):
    """How much the one figure is above what was expected, and which way the word says that it is."""

    word: Token
    sign: int
    change: Change


def excesses(sentence: Sentence) -> Iterator[Excess]:
    levels = sentence.levels if _SIDE.search(sentence.reading.text) else []
    if len(levels) != 2:
        return
    for token in sentence.tokens:
        found = None if token.is_own else _WORD.fullmatch(token.word)
        series = sentence.known.series_words.of(found["noun"], widely=False) if found else frozenset[str]()
        points = [sentence.meaning(each).point for each in levels]
        if not series or any(each is None or each.subject.series not in series for each in points):
            continue
        expected = [each for each in levels if _is_expected(sentence, each)]
        actual = [each for each in levels if each not in expected]
        sides = [side_of(sentence, each) for each in (*expected, *actual)]
        if len(expected) == 1 and sides[0] and sides[1] and sides[0].value and found:
            yield Excess(token, 1 if found["side"] == "over" else -1, Change.of(sides[0], sides[1]))


def excess_before(sentence: Sentence, amount: Amount) -> Excess | None:
    """That of which an amount is how much it is."""
    near = range(amount.start.index - _TO_AMOUNT, amount.start.index)
    return next((each for each in excesses(sentence) if each.word.index in near), None)


def above_expected(sentence: Sentence) -> Iterator[Verdict]:
    """Whether it is above or below, as the word says."""
    for each in excesses(sentence):
        holds = each.change.amount * each.sign > 0
        yield sentence.verdict(ClaimKind.CHANGE, each.word, each.word, holds, each.change.told)


def _is_expected(sentence: Sentence, figure: Token) -> bool:
    point = sentence.meaning(figure).point
    words = sentence.known.titles[point.subject.series] if point else ()
    return any(word.startswith(change_words.EXPECTED) for word in words)
