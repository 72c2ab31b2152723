"""'Een maand eerder' beside figures by the week, 'een kwartaal eerder' beside those by the year: is it as long ago?

A month is no number of weeks, so that such a time has no period of its own; but what is a week before something is no
month before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.figures.period import TimePeriod
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Meaning
from rapportage.proof.claims.moment import Moment
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence

_DAYS = {
    "week": Decimal(7), "maand": Decimal("30.44"), "kwartaal": Decimal("91.3"), "halfjaar": Decimal("182.6"),
    "jaar": Decimal("365.25"),
}  # fmt: skip
_CLOSE = Decimal("0.26")
"""So much of what is said it may be off: four weeks are a month, and five."""


def is_so_long_ago(moment: Moment, later: TimePeriod, earlier: TimePeriod) -> bool:
    """Whether one time is about as long before another as a time that counts back says."""
    said = _DAYS[moment.unit] * moment.steps if moment.unit in _DAYS else Decimal(0)
    return abs((later.start - earlier.start).days - said) <= abs(said) * _CLOSE


def counts_back_to(sentence: Sentence, token: Token, figure: Token) -> bool | None:
    """Whether a figure is so long before another of the same thing; None where there is no such, or it is one of many.

    Only of a time that is no period by itself: 'een maand eerder' than a week.
    """
    moment, meaning = token.moment, sentence.meaning(figure)
    if moment is None or not moment.is_relative or moment.unit not in _DAYS or meaning.point is None:
        return None
    starts = list(_starts(sentence, figure, meaning))
    if not starts or any(word in lexicon.EXTREMES for word in sentence.words(0, len(sentence.tokens))):
        return None
    return any(is_so_long_ago(moment, each, meaning.point.time) for each in starts)


def _starts(sentence: Sentence, figure: Token, meaning: Meaning) -> Iterator[TimePeriod]:
    told = (sentence.meaning(each) for each in sentence.levels if each is not figure)
    alike: Sequence[Meaning] = [each for each in (*sentence.earlier, *told) if each.subject == meaning.subject]
    for each in alike:
        if each.point is not None and meaning.point is not None and each.point.time != meaning.point.time:
            yield each.point.time
