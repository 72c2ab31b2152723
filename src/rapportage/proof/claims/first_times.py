"""What happens for the first time: 'voor het eerst meer dan 1.000', 'voor het eerst sinds mei gestegen'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.numbers import number
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.records import Level, is_start, levels_near, past_of
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.streaks import Event, end_of, events, settled, to_border
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_FIRST = re.compile(r"\bvoor (?:het eerst|de eerste (?:keer|maal))\b")
_THIS_YEAR = re.compile(r"\b(?:dit|van het) jaar\b")
_NEAR = 9
"""So many words after 'voor het eerst' comes 'boven'."""


def first_times(sentence: Sentence) -> Iterator[Verdict]:
    for match in _FIRST.finditer(sentence.reading.text.casefold()):
        yield from _first(sentence, match)


def _first(sentence: Sentence, match: re.Match[str]) -> Iterator[Verdict]:
    """'voor het eerst (sinds T)': now, and not between then and now."""
    tokens = [each for each in sentence.tokens if match.start() <= each.start < match.end()]
    if not tokens or tokens[0].is_own:
        return
    first, last = tokens[0], tokens[-1]
    if not _says_what(sentence, first, last):
        return  # 'die voor het eerst stemmen'
    found = levels_near(sentence, first)
    if not found or sentence.is_ahead(first) or sentence.is_denied(first):
        yield sentence.verdict(ClaimKind.COURSE, first, last, None)
        return
    since = next((each for each in sentence.times() if sentence.is_since(each)), None)
    latest = max(found, key=end_of)
    outcomes, told = [], ""
    for event in events(sentence, latest, first):
        holds, said = _is_first(sentence, latest, event, since)
        outcomes.append(holds)
        told = told or said
    last = to_border(sentence, since if since and since.index > last.index else last)
    yield sentence.verdict(ClaimKind.COURSE, first, last, settled(outcomes), told)


def _says_what(sentence: Sentence, first: Token, last: Token) -> bool:
    """Whether a direction in that clause, or a border or comparison right behind it, is for the first time."""
    own = sentence.clauses.number(first)
    goes = any(sign and sentence.clauses.number(each) == own for each, sign in direction_words(sentence))
    is_aside = any(word in ("die", "dat", "wie") for word in sentence.before(first, 4))
    following = [each for each in sentence.tokens[last.index + 1 :][:_NEAR] if sentence.clauses.number(each) == own]
    compares = any(each.word in lexicon.COMPARISONS or each.word in change_words.SIDES for each in following)
    return (goes and not is_aside) or compares


def _is_first(sentence: Sentence, level: Level, event: Event, since: Token | None) -> tuple[bool | None, str]:
    time = level.point.time
    now = event(time)
    if not now:
        return now, f"in {period_name(time)} was het niet zo, met {number(level.value)}"
    named = [each for each in sentence.named(since) if each.start < time.start][:1] if since else []
    past = [period for period, _ in past_of(sentence, level)]
    if _THIS_YEAR.search(sentence.reading.text):
        past = [period for period in past if period.start.year == time.start.year]
    within = [period for period in past if not named or period.start > max(each.end for each in named)]
    again = [period for period in within if event(period)]
    if again:
        return False, f"in {period_name(again[-1])} was het ook zo"
    if since is not None and (last := _last_before(sentence, since, past, event)) is not None:
        return False, f"het was voor het laatst zo in {period_name(last)}"
    return (True if past else None), ""


def _last_before(sentence: Sentence, since: Token, past: Sequence[TimePeriod], event: Event) -> TimePeriod | None:
    """Of 'voor het eerst sinds T' when it was so before T, where it was not so at T."""
    named = [period for period in past if any(each.contains(period) for each in sentence.named(since)[:1])]
    if not named or not sentence.is_first_since(since) or is_start(sentence, since):
        return None
    if any(event(each) is not False for each in named):
        return None
    earlier = [each for each in past if each.end < named[0].start]
    if earlier and event(earlier[-1]):
        return None  # 'voor het eerst sinds mei', from when on it was not so
    return next((each for each in reversed(earlier) if event(each)), None)
