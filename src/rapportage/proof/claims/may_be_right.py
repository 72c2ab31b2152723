"""Whether a typed number that no rule can bind may be right all the same: then nobody knows, and nothing is told.

The data have it for something that the sentence may be about, or one calculation on those values gives it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.figures.parts import WHOLE
from rapportage.figures.unit_text import is_percent, scale_of
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.amounts import Amount, Form, numbers_said, sums_before
from rapportage.proof.claims.changed_by import word_of_change
from rapportage.proof.claims.changed_since import changes_since, time_behind
from rapportage.proof.claims.facts import Subject, before
from rapportage.proof.claims.known_values import KnownValue, meant_times
from rapportage.proof.claims.left_over import left_over
from rapportage.proof.claims.lookups import clause_tokens
from rapportage.proof.claims.nearby_values import all_parts, is_telling, nearby_series, nearby_values
from rapportage.proof.claims.qualifiers import Qualifier
from rapportage.proof.claims.reading import Kind
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.usual_changes import sign_of
from rapportage.proof.claims.worked_out import values_of

_OTHER_TIMES = frozenset(
    lexicon.words(
        "via begin start aanvang sinds vanaf eerder toen nog destijds voorheen aanvankelijk tussen piek top dal"
    )
)
"""With which a number may be of a time that no word names as the data do: 'begin 2023', 'van F via F naar F'."""
_MOST_NUMBERS = 6
_PLAIN = (Qualifier.NONE, Qualifier.ABOUT)
_HUNDRED = Decimal(100)
_DIGITS = 3
"""So many digits has a number that may be of a part without a name, or how much that changed."""


def may_be_right(sentence: Sentence, amount: Amount) -> bool:
    """Whether any value or calculation of what its sentence may be about gives the number."""
    if _is_of_time(sentence, amount) or _is_of_number(sentence, amount):
        return False
    return any(amount.fits(each) for each in _values(sentence, amount))


def _is_of_time(sentence: Sentence, amount: Amount) -> bool:
    """Whether it is in brackets right behind a time: 'de piek van 2020 (839.200)' is of then and nothing else."""
    behind = sentence.tokens[max(0, amount.start.index - 2) : amount.start.index]
    return len(behind) > 1 and behind[0].kind is Kind.TIME and behind[1].text == "("


def _is_of_number(sentence: Sentence, amount: Amount) -> bool:
    """Whether another number says what it must be: '(21.900 van de 27.400)', '(2020 = 100)'."""
    lead, following = sentence.before(amount.start, 1), sentence.tokens[amount.last.index + 3 :][:1]
    is_of = sentence.after(amount.last, 2) == ["van", "de"] and lead == ["("]
    return lead == ["="] or (is_of and any(each.kind in (Kind.NUMBER, Kind.FIGURE) for each in following))


def _values(sentence: Sentence, amount: Amount) -> Iterator[Decimal]:
    known = nearby_values(sentence)
    yield from _above_expected(sentence, amount, known)
    clause = clause_tokens(sentence, amount.first)
    is_sum = any(each.word in lexicon.TOGETHER for each in clause)
    if is_sum:
        yield from _added(sentence, amount)
        return
    word = word_of_change(sentence, amount)
    if not (word and sign_of(sentence, word)):
        if amount.form is Form.PERCENT:
            yield from _of_wholes(sentence, known)
        if amount.qualifier not in _PLAIN:
            return  # 'ruim' is said of one value that is known
        yield from _levels(sentence, amount, known)
    if not any(each.kind is Kind.PART for each in clause):
        yield from _unnamed(sentence, amount)
    if amount.form is Form.COUNT:
        yield from _added(sentence, amount)
        yield from left_over(sentence)
    if word and (since := time_behind(sentence, amount)) != []:
        yield from changes_since(sentence, amount, word, known, since)
        if since:
            return
    yield from values_of(sentence, amount, known)


def _above_expected(sentence: Sentence, amount: Amount, known: Sequence[KnownValue]) -> Iterator[Decimal]:
    """How much is above what was expected, or below: '270 meer dan verwacht', 'de oversterfte bedroeg nog 185'."""
    words = [each.word for each in clause_tokens(sentence, amount.first)]
    word = word_of_change(sentence, amount)
    way = sign_of(sentence, word) if word else -1 if any(each.startswith("onder") for each in words) else 1
    if not any(each.startswith((*change_words.EXPECTED, "over", "onder")) for each in words):
        return
    titles, unit = sentence.known.titles, sentence.facts.unit
    expected = [each for each in known if any(w.startswith(change_words.EXPECTED) for w in titles[each.subject.series])]
    for one, other in itertools.product(known, expected):
        is_alike = one.time == other.time and unit(one.subject.series) == unit(other.subject.series)
        if is_alike and one.subject.part == other.subject.part and one not in expected:
            yield (one.value - other.value) * way


def _levels(sentence: Sentence, amount: Amount, known: Sequence[KnownValue]) -> Iterator[Decimal]:
    """What there is at the times that are meant; at others only where a word says that another may be, and in full."""
    is_exact = is_telling(amount) and amount.qualifier is Qualifier.NONE
    is_of_other = is_exact and any(each.word in _OTHER_TIMES for each in sentence.tokens)
    is_of_other = is_of_other and not _is_of_then(sentence, amount)
    is_share = amount.form is Form.PERCENT
    size = _HUNDRED if is_share else Decimal(1)
    for each in known:
        if (each.is_meant or is_of_other) and (not is_share or is_percent(sentence.facts.unit(each.subject.series))):
            yield each.value / size
            if is_exact and amount.form is Form.COUNT:  # '617,2 tegen 412,6 miljoen GB'
                yield each.value / scale_of(sentence.facts.unit(each.subject.series))


def _is_of_then(sentence: Sentence, amount: Amount) -> bool:
    """Whether the time right before its clause is its own: 'sinds eind 2023, toen het 8,8 was'."""
    clause = clause_tokens(sentence, amount.first)
    ahead = sentence.tokens[max(0, clause[0].index - 1) : clause[0].index]
    return "toen" in sentence.words(clause[0].index, clause[0].index + 2) and any(
        each.kind is Kind.TIME for each in ahead
    )


def _unnamed(sentence: Sentence, amount: Amount) -> Iterator[Decimal]:
    """Parts that no name is known of, and how much they changed: 'de groep die er een jaar of meer op zit'."""
    facts, is_large = sentence.facts, len(amount.first.text.replace(".", "").replace(",", "")) >= _DIGITS
    times = dict.fromkeys((*meant_times(sentence), sentence.reading.near))
    is_changed = word_of_change(sentence, amount) is not None
    has_time = any(each.kind is Kind.TIME for each in clause_tokens(sentence, amount.first))
    for series in nearby_series(sentence):
        for part in all_parts(facts, series, sentence.reading.near):
            for time in times:
                earlier = before(time)
                value = facts.value(Subject(series, part), time)
                then = facts.value(Subject(series, part), earlier) if earlier else None
                if is_large and not is_changed and amount.form is Form.COUNT:
                    yield from (each for each in (value, then) if each is not None)
                if value is not None and then is not None and is_large and not has_time:
                    yield abs(value - then)


def _added(sentence: Sentence, amount: Amount) -> Iterator[Decimal]:
    """What the numbers before it are together: 'Irak (24), Iran (17) en Afghanistan (14) tekenden samen voor 55'.

    Or what two of them are, one by the other: 'gemiddeld 39 kilometer (1.512 miljoen, verdeeld over 38,4 miljoen)'.
    """
    yield from sums_before(sentence, amount.first)
    numbers = numbers_said(sentence)
    others = [value for index, value in numbers.items() if index != amount.first.index and value]
    for one, other in itertools.permutations(others[:_MOST_NUMBERS], 2):
        yield from (one / other, one * other)


def _of_wholes(sentence: Sentence, known: Sequence[KnownValue]) -> Iterator[Decimal]:
    """What the figures are of the wholes that are named: 'dan blijven er F over, ruim 70 procent van de instroom'."""
    wholes = [each.value for each in known if each.is_meant and each.subject.part == WHOLE and each.value > 0]
    for meaning in sentence.meanings:
        if meaning.value is not None and meaning.is_level:
            yield from (meaning.value / whole for whole in wholes if meaning.value < whole)
