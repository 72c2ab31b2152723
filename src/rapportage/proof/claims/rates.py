"""So many of every so many, in digits ('op elke 1.000 inwoners ruim 196') or in words ('acht per honderd woningen').

By two figures ('F leden op F inwoners'), by one that is itself so many of every so many, or a percentage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from msgspec import Struct

from rapportage.figures.unit_text import is_percent
from rapportage.figures.words.numbers import number
from rapportage.proof.claims.amounts import Amount, Form, of_count
from rapportage.proof.claims.moment import UNITS
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.per import count_at, rates_of
from rapportage.proof.claims.qualifiers import holds, qualifier_of
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_EVERY = frozenset(("elke", "iedere", "per"))
_NO_COUNT = frozenset(("van", "de", "per", "elke", "iedere", "op", "plaats", "plek", "nummer", "positie"))
"""After these a number is a place, or of every so many: 'op plaats twee'."""
_LEAST = 10
"""Of every so many or more: 'per honderd', and not 'per drie'."""
_LOOK_BACK = 5
_AMONG = 4
"""So many words from one figure to the other 'op' may be: 'F leden op in totaal F inwoners'."""


class Rate(Struct, frozen=True):
    holds: bool | None
    truth: str = ""


def rate_of(sentence: Sentence, amount: Amount) -> Rate | None:
    """Whether a number that is of every so many is so by two figures; None of what is no such number.

    It is false only where the sentence says of which two: 'F op F'.
    """
    wholes = [value for each in sentence.tokens if (value := _every(sentence, each, amount)) is not None]
    if len(wholes) != 1:
        return None
    pairs = [(one, other) for one, other in permutations(sentence.levels, 2) if _value(sentence, other)]
    rates = [wholes[0] * _value(sentence, one) / _value(sentence, other) for one, other in pairs]
    if any(amount.fits(each) for each in rates):
        return Rate(holds=True)
    if (of_figure := _of_figure(sentence, amount, wholes[0])) is not None:
        return of_figure
    said = list(_said(sentence))
    if len(said) != 1:
        return Rate(None)
    some, all_of = said[0]
    return Rate(False, f"het zijn er {number(wholes[0] * _value(sentence, some) / _value(sentence, all_of), 1)}")


def _of_figure(sentence: Sentence, amount: Amount, whole: Decimal) -> Rate | None:
    """Of 'van elke 100 waren er 95 (F)' whether the only figure says so; None where it may be of another part."""
    names = [each for each in sentence.tokens if each.kind is Kind.PART]
    if len(sentence.figures) != 1 or len(names) > 1 or sentence.before(amount.start, 1) != ["er"]:
        return None
    rates = list(_rates(sentence, amount.first, whole))
    found = [amount.fits(each) for each in rates]
    return Rate(any(found), f"het zijn er {number(rates[0], 1)}") if found else None


def rates_in_words(sentence: Sentence, said: Sequence[Amount]) -> Iterator[Verdict]:
    """'ruim acht per honderd woningen', 'van elke duizend werknemers ruim dertig': false where no figure is so many."""
    for every in sentence.tokens:
        found = _round_number(sentence, every)
        if found is None or any(each.first.index <= every.index <= each.last.index for each in said if _is_part(each)):
            continue
        whole, end = found
        near = [each for each in _near(sentence, every) if not every.index <= each.index <= end.index]
        words = [each for each in near if each.kind is Kind.WORD and _is_count(sentence, each)]
        if len(words) != 1 or sentence.is_denied(words[0]) or sentence.is_ahead(words[0]):
            continue
        value = count_at(sentence, words[0])[0] or Decimal(0)
        qualifier, length = qualifier_of(sentence.before(words[0], _LOOK_BACK))
        first = sentence.tokens[words[0].index - length]
        rates = list(_rates(sentence, end, whole))
        is_so = [holds(value, each, qualifier, of_count(value, Decimal(1))) for each in rates]
        told = f"het zijn er {number(rates[0], 1)}" if rates else ""
        yield sentence.verdict(ClaimKind.PORTION, first, words[0], any(is_so) if is_so else None, told)


def _near(sentence: Sentence, every: Token) -> list[Token]:
    """The tokens of its clause, and of the one after it with 'er': 'van elke 100 die wonen, gaan er vijf'."""
    own = sentence.clauses.number(every)
    here = sentence.clauses.at(own)
    behind = sentence.clauses.at(own + 1)
    is_open = not any(each.kind is Kind.FIGURE for each in here) and "er" in (each.word for each in behind[:3])
    return [*here, *(behind if is_open else ())]


def _is_part(amount: Amount) -> bool:
    return amount.form is Form.PART


def _round_number(sentence: Sentence, token: Token) -> tuple[Decimal, Token] | None:
    """The 'honderd' of 'per honderd' and 'van elke honderd', and where it ends: 'per 10 duizend'."""
    if token.is_own or token.kind not in (Kind.WORD, Kind.NUMBER) or _EVERY.isdisjoint(sentence.before(token, 1)):
        return None
    value, end = count_at(sentence, token)
    return (value, end) if value is not None and value >= _LEAST else None


def _is_count(sentence: Sentence, token: Token) -> bool:
    is_number = token.word != "een" and cardinal(token.word) is not None
    is_time = any(word in UNITS for word in sentence.after(token, 1))  # 'in één week'
    return is_number and not is_time and _NO_COUNT.isdisjoint(sentence.before(token, 1))


def _rates(sentence: Sentence, end: Token, whole: Decimal) -> Iterator[Decimal]:
    """So many of every `whole` of what comes after it as the figures of the sentence say."""
    noun = (sentence.after(end, 1) or [""])[0]
    of_noun = sentence.known.series_words.of(noun)
    for each in sentence.figures:
        meaning = sentence.meaning(each)
        if meaning.is_change:
            continue
        if is_percent(meaning.unit):
            yield _value(sentence, each) * whole / 100
        for many, _ in rates_of(sentence, each):
            yield _value(sentence, each) * whole / many
    for one, other in permutations(sentence.levels, 2):
        point = sentence.meaning(other).point
        if len(sentence.levels) == 2 and point and point.subject.series in of_noun and _value(sentence, other):
            yield whole * _value(sentence, one) / _value(sentence, other)


def _every(sentence: Sentence, token: Token, amount: Amount) -> Decimal | None:
    """The '1.000' of 'op elke 1.000', in the clause of a number."""
    is_here = sentence.clauses.number(token) == sentence.clauses.number(amount.first)
    if not is_here or token is amount.first or not _EVERY.intersection(sentence.before(token, 1)):
        return None
    value, _ = count_at(sentence, token)
    return value if value is not None and value > 1 else None


def _said(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """The figures between which 'op' is."""
    for one, other in zip(sentence.levels, sentence.levels[1:], strict=False):
        between = sentence.words(one.index + 1, other.index)
        if len(between) <= _AMONG and "op" in between and _value(sentence, other):
            yield one, other


def _value(sentence: Sentence, figure: Token) -> Decimal:
    return sentence.meaning(figure).value or Decimal(0)
