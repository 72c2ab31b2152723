"""'Het weektotaal kwam uit op F', 'dit kwartaal F': is the figure counted over such a time?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_TOTAL = re.compile(r"(week|maand|kwartaal|jaar)(?:totaal|cijfer|aantal|volume)")
_OPENS = 1
"""Up to this place among the words it is what the sentence is about."""
_ORDER = ("dag", "week", "maand", "kwartaal", "halfjaar", "jaar")
"""From short to long."""
_ONE_OF = frozenset(
    lexicon.words(
        "gemiddeld gemiddelde per elke elk iedere ieder tussen piek dieptepunt hoogtepunt record opnieuw weer nog "
        "steeds eerst eerste laatste beste rij begon begonnen startte sloot sloten eindigde bijdrage droeg bij aan"
    )
)
"""With which a figure may be of one time within a longer one."""


def unit_totals(sentence: Sentence) -> Iterator[Verdict]:
    for token in sentence.tokens:
        said = None if token.is_own else _said(sentence, token)
        if said is None:
            continue
        number = sentence.clauses.number(token)
        figures = [each for each in sentence.levels if sentence.clauses.number(each) == number]
        if len(figures) != 1:
            continue
        point = sentence.meaning(figures[0]).point
        is_counted = point is not None and sentence.facts.is_counted_over_time(point.subject.series)
        if point is None or not is_counted or len(point.periods) != 1 or point.time.kind not in _ORDER:
            continue
        if point.time.kind != said and not (token.moment and _ORDER.index(point.time.kind) > _ORDER.index(said)):
            told = f"het cijfer is van {period_name(point.time)}"
            yield sentence.verdict(ClaimKind.TIME, token, token, False, told)


def _said(sentence: Sentence, token: Token) -> str | None:
    """The unit of time over which something is counted; 'dit kwartaal' only where no other time is said."""
    if found := _TOTAL.fullmatch(token.word):
        is_subject = token.index <= _OPENS and sentence.before(token, 1) in (["het"], ["dit"], ["dat"])
        return found[1] if is_subject else None
    moment = token.moment
    if moment is None or not moment.unit or moment.unit == "jaar" or moment.steps or moment.count or moment.last:
        return None
    is_this = token.text.casefold().startswith(("dit ", "deze ")) and not moment.is_same
    others = any(each is not token for each in sentence.times())
    words = sentence.words(0, len(sentence.tokens))
    if not is_this or others or direction_words(sentence) or not _ONE_OF.isdisjoint(words):
        return None
    return None if any(word in lexicon.COMPARISONS for word in words) else moment.unit
