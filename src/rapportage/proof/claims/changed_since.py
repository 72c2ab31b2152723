"""How much anything that a sentence may be about changed since a time that it names in any way."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims.amounts import Amount, Form
from rapportage.proof.claims.changed_by import word_of_change
from rapportage.proof.claims.facts import Facts, Subject, before
from rapportage.proof.claims.known_values import KnownValue
from rapportage.proof.claims.lookups import clause_tokens
from rapportage.proof.claims.nearby_values import is_telling, nearby_values
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.steps_back import is_so_long_ago
from rapportage.proof.claims.usual_changes import sign_of

_ON = frozenset(("en", "maar", "terwijl", "waarvan", "waarmee", "want", "al"))
"""With which another clause begins that has its own time."""
_AGAINST = frozenset(("tegen", "tegenover"))
_HUNDRED = Decimal(100)


def time_behind(sentence: Sentence, amount: Amount) -> list[Token] | None:
    """The time right behind a change, since which it is; None where the data have no such time: 'dan in de zomer'."""
    following = sentence.tokens[amount.last.index + 1 :]
    ends = (each.kind in (Kind.NUMBER, Kind.FIGURE) or _goes_on(sentence, each) for each in following)
    own = [each for each, is_end in zip(following, itertools.accumulate(ends, max), strict=True) if not is_end]
    times = [each for each in own if each.kind is Kind.TIME]
    return times if times or amount.form is Form.PERCENT else None


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """Whether another clause begins: ', en liggen nu hoger dan in 2020'; not ', die van 2022'."""
    return token.kind is Kind.MARK and (token.text == ";" or not _ON.isdisjoint(sentence.after(token, 1)))


def changes_since(
    sentence: Sentence, amount: Amount, word: Token, known: Sequence[KnownValue], since: Sequence[Token] | None
) -> Iterator[Decimal]:
    """How much anything that may be meant changed since then; where nobody knows when, since the period before."""
    way, near = sign_of(sentence, word), sentence.reading.near
    cents = _HUNDRED if sentence.after(amount.last, 1) == ["cent"] else Decimal(1)
    now = [each for each in known if each.time == near]
    for one in now if since is None else known:
        starts = [before(one.time)] if since is None else _starts(sentence, since, one.time)
        for start in (each for each in starts if each is not None and each.end < one.time.end):
            for then in _values_then(sentence.facts, one.subject, start):
                change = one.value - then
                size = (change / then if then else Decimal(0)) if amount.form is Form.PERCENT else change * cents
                yield size * way if way else abs(size)


def since_named(sentence: Sentence, amount: Amount) -> Iterator[Decimal]:
    """What a share or change may be by the times that its own clause names: 'en sinds 2020 bijna een vijfde'."""
    if amount.form not in (Form.PERCENT, Form.PART):
        return
    facts, near = sentence.facts, sentence.reading.near
    word, clause = word_of_change(sentence, amount), clause_tokens(sentence, amount.first)
    way = sign_of(sentence, word) if word else 0
    if clause[0].index and clause[0].word in _AGAINST:  # 'een jaar eerder nog 78,5 tegen 78,8%'
        clause = [*clause_tokens(sentence, sentence.tokens[clause[0].index - 1]), *clause]
    times = [each for each in clause if each.kind is Kind.TIME]
    if any(each.kind is Kind.FIGURE and not amount.first.start <= each.start <= amount.last.start for each in clause):
        return  # then it is of that
    subjects = dict.fromkeys(
        point.subject for each in sentence.meanings for point in each.points if point.subject.series
    )
    starts = _starts(sentence, times, near)
    if amount.form is Form.PERCENT and is_telling(amount) and not word:
        yield from (each.value / _HUNDRED for each in nearby_values(sentence) if each.time in starts)
    for subject in subjects:
        now = facts.value(subject, near)
        for start in starts:
            for then in _values_then(facts, subject, start):
                if is_percent(facts.unit(subject.series)) and not word:
                    yield then / _HUNDRED
                elif now is not None and then and start.end < near.end:
                    change = (now - then) / then
                    yield change * way if way else abs(change)


def _values_then(facts: Facts, subject: Subject, start: TimePeriod) -> Iterator[Decimal]:
    """What it was at a time, or in the last period of that ('eind 2023'); of an index in its base year 100."""
    times = dict.fromkeys((start, *facts.ending_with(subject.series, start)))
    values = (facts.value(subject, each) for each in times)
    yield from (each for each in values if each is not None)
    if facts.base_year(subject.series) == start.code:
        yield _HUNDRED


def _starts(sentence: Sentence, since: Sequence[Token], later: TimePeriod) -> list[TimePeriod]:
    """The periods that a time can be, counted back from another; of 'drie maanden eerder' also a quarter."""
    found: list[TimePeriod] = []
    for moment in (each.moment for each in since[:1] if each.moment):
        found += moment.periods(later if moment.is_relative else sentence.reading.near)
        then = before(later)
        if moment.is_relative and then is not None and is_so_long_ago(moment, later, then):
            found.append(then)
    return found
