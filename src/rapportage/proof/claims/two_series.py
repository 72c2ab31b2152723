"""Which of two series is more by a difference between them: 'D mensen meer dan verwacht', 'de baten waren D hoger'."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.proof.claims import change_words
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_BASES = (*change_words.THAN, *change_words.SIDES)


def are_two_series(meaning: Meaning) -> bool:
    return len({point.subject.series for point in meaning.points}) == len(meaning.points) == 2


def side_of_series(sentence: Sentence, figure: Token) -> int | None:
    """1 where the first series of a difference is said to be more or less than the second, -1 where it is so turned.

    By the words before and after 'dan'; None where these are of neither, or of both.
    """
    one, other = (point.subject.series for point in sentence.meaning(figure).points)
    than = next((each.index for each in sentence.tokens[figure.index :] if each.word in _BASES), None)
    if than is None:
        return None
    ahead, behind = sentence.tokens[:than], sentence.tokens[than + 1 :]
    straight = _count(sentence, ahead, one, other) + _count(sentence, behind, other, one)
    turned = _count(sentence, ahead, other, one) + _count(sentence, behind, one, other)
    if straight and turned:
        return None
    return 1 if straight else -1 if turned else None


def _count(sentence: Sentence, tokens: Sequence[Token], series: str, other: str) -> int:
    """How many words are of one series, and not of the other."""
    own = (sentence.known.series_words.of(each.word) for each in tokens if each.kind in (Kind.WORD, Kind.PART))
    return sum(series in each and other not in each for each in own)
