"""Multiples: 'drie keer zo veel als', 'verdubbeld', 'vertienvoudigd', 'het dubbele van', 'een factor vier'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from rapportage.figures.words.numbers import number
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import Amount, Form, of_times
from rapportage.proof.claims.apart import is_elsewhere
from rapportage.proof.claims.changes import change_at
from rapportage.proof.claims.evidence import Change
from rapportage.proof.claims.lookups import (
    changes_implied,
    changes_named,
    clause_tokens,
    has_other_start,
    is_over_time,
    times_back,
)
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.qualifiers import Leeway, Qualifier, holds, qualifier_of
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.sides import ratios
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_VERB = re.compile(r"ver(?P<times>\w+?)voudig(?:d|de|den|t|en|ing|end|ende)?")
_NOUN = re.compile(r"(?P<times>\w+?)voud(?:ig)?e?")
_ADVERB = re.compile(r"(?P<times>\w+?)(?:keer|maal)")
_FAR = 12
_DIGITS = 2
_QUALIFIED = 4
_TO = ("tot", "naar", "op")


def multiples(sentence: Sentence, said: Sequence[Amount]) -> Iterator[Verdict]:
    for amount in said:
        if amount.form is Form.TIMES and _is_compared(sentence, amount.last):
            yield _as_many(sentence, amount)
    for token in sentence.tokens:
        if token.kind is not Kind.WORD or token.is_own or any(_within(token, each) for each in said):
            continue
        times, noun = _changed(token.word), _as_noun(sentence, token)
        if times is not None:
            yield _of_verb(sentence, token, times)
        elif noun is not None:
            yield _as_many(sentence, noun)


def _within(token: Token, amount: Amount) -> bool:
    return amount.first.index <= token.index <= amount.last.index


# --- So many times as many ------------------------------------------------------------------------------------


def _is_compared(sentence: Sentence, last: Token) -> bool:
    """Whether 'drie keer' is so many times as many, and not how often something happened."""
    following = sentence.after(last, 2)
    if not following:
        return False
    number = "".join(sentence.before(last, 1))
    if following in (["minder", "dan"], ["meer", "dan"]) and number.isdigit() and len(number) >= _DIGITS:
        return False  # '500 keer minder dan in mei': how often
    return (
        following[0] in ("zo", "zoveel", "zovaak", "zogroot", "zolang", "zohoog")
        or following[0] in lexicon.COMPARISONS
        or following in (["het", "aantal"], ["de", "omvang"], ["het", "bedrag"])
    )


def _as_many(sentence: Sentence, amount: Amount) -> Verdict:
    first = amount.start
    if sentence.is_denied(first) or sentence.is_ahead(amount.first):
        return sentence.verdict(ClaimKind.PORTION, first, amount.last, None)
    found = ratios(sentence, amount.last)
    more = sentence.after(amount.last, 1)[:1]
    is_more = bool(more) and more[0] in lexicon.COMPARISONS  # 'twee keer meer' is for some three times as many
    values = [each - 1 for each in found] if is_more else []
    verdicts = [amount.fits(each) for each in (*found, *values)]
    told = f"{number(found[0], 2)} keer" if found else ""
    return sentence.verdict(ClaimKind.PORTION, first, _end(sentence, amount), any(verdicts) if verdicts else None, told)


def _end(sentence: Sentence, amount: Amount) -> Token:
    """'twee keer zo veel' is told up to 'veel'."""
    following = sentence.tokens[amount.last.index + 1 :][:2]
    if following and following[0].word == "zo" and len(following) > 1 and following[1].kind is Kind.WORD:
        return following[1]
    return following[0] if following and following[0].word.startswith("zo") else amount.last


def _as_noun(sentence: Sentence, token: Token) -> Amount | None:
    """'het dubbele van', 'tweemaal zo veel', 'een factor vier', 'half zo groot'."""
    last = token
    if token.word == "factor" and token.index + 1 < len(sentence.tokens):
        last = sentence.tokens[token.index + 1]
        value = cardinal(last.word)
    else:
        value = _in_one_word(token.word, sentence.after(token, 1), is_compared=_is_compared(sentence, token))
    if value is None:
        return None
    qualifier, length = qualifier_of(sentence.before(token, _QUALIFIED))
    start = sentence.tokens[token.index - length]
    return Amount(Form.TIMES, value, start, token, last, qualifier, of_times(value), is_typed=False)


def _in_one_word(word: str, following: list[str], *, is_compared: bool) -> Decimal | None:
    if word in ("dubbele", "dubbel") and following in (["van"], ["zo"], ["zoveel"], ["zovele"]):
        return Decimal(2)
    if word == "driedubbele":
        return Decimal(3)
    if word == "half" and following in (["zo"], ["zoveel"], ["zovele"]):
        return Decimal("0.5")
    if following == ["van"] and (found := _NOUN.fullmatch(word)):
        return cardinal(found["times"])
    if is_compared and (found := _ADVERB.fullmatch(word)):
        return cardinal(found["times"])
    return None


# --- Verbs -----------------------------------------------------------------------------------------------------


def _changed(word: str) -> Decimal | None:
    """How many times what it was something becomes."""
    if word in lexicon.MULTIPLES:
        above, below = lexicon.MULTIPLES[word]
        return Decimal(above) / below
    found = _VERB.fullmatch(word)
    return cardinal(found["times"]) if found else None


def _of_verb(sentence: Sentence, token: Token, times: Decimal) -> Verdict:
    is_open = sentence.is_denied(token) or sentence.is_ahead(token)
    change = None if is_open else change_at(sentence, token) or _change_named(sentence, token)
    change = change or (None if is_open else _change_back(sentence, token))
    if change is None or change.percent is None:
        return sentence.verdict(ClaimKind.PORTION, token, token, None)
    ratio = 1 + change.percent / 100
    said, length = qualifier_of(sentence.before(token, _QUALIFIED))
    qualifier = said if said is not Qualifier.NONE else _qualifier_behind(sentence, token)
    is_right = holds(times, ratio, _turned(qualifier) if times < 1 else qualifier, _of_change(times))
    first = sentence.tokens[token.index - length] if said is not Qualifier.NONE else token
    return sentence.verdict(ClaimKind.PORTION, first, token, is_right, f"{number(ratio, 2)} keer")


def _change_named(sentence: Sentence, token: Token) -> Change | None:
    """Of a clause about what no figure is of, that says of what and since when: 'de uitvoer is in een jaar verdubbeld'.

    The figure of now may be in another clause: 'vergeleken met mei is de uitvoer verdubbeld; die kwam uit op F'.
    """
    is_looked_up = not sentence.figures or is_elsewhere(sentence, token)
    known = changes_named(sentence, token) if is_looked_up and is_over_time(sentence, token) else []
    return known[0] if len(known) == 1 else None


def _change_back(sentence: Sentence, token: Token) -> Change | None:
    """Of 'verdubbelde in een maand tijd tot F' the change from so long ago to that one figure of its clause."""
    own = [each for each in sentence.levels if each in clause_tokens(sentence, token)]
    point = sentence.meaning(own[0]).point if len(own) == 1 else None
    if point is None or sentence.before(own[0], 1)[0] not in _TO or has_other_start(sentence):
        return None
    is_said = times_back(sentence, point.time)[1]
    known = changes_implied(sentence, own[0]) if is_said else []
    return known[0] if len(known) == 1 else None


def _of_change(times: Decimal) -> Leeway:
    return (
        of_times(times) if times > 1 else Leeway(*(times * Decimal(each) for each in ("0.1", "0.15", "0.25", "0.15")))
    )


def _turned(qualifier: Qualifier) -> Qualifier:
    """'bijna gehalveerd' is a little more than the half, and 'ruim gehalveerd' less."""
    return {
        Qualifier.BELOW: Qualifier.ABOVE, Qualifier.ABOVE: Qualifier.BELOW,
        Qualifier.MORE: Qualifier.LESS, Qualifier.LESS: Qualifier.MORE,
    }.get(qualifier, qualifier)  # fmt: skip


def _qualifier_behind(sentence: Sentence, verb: Token) -> Qualifier:
    """What is said with a verb, further on in its clause: 'verdubbelde het aantal bijna', 'halveerde ruimschoots'."""
    for token, following in pairwise(sentence.tokens[verb.index + 1 :][:_FAR]):
        if token.kind in (Kind.MARK, Kind.FIGURE, Kind.NUMBER):
            break
        is_of_amount = following.kind in (Kind.FIGURE, Kind.NUMBER) or following.word in lexicon.AMOUNTS
        said, length = qualifier_of([token.word])
        if said is not Qualifier.NONE and length == 1 and not is_of_amount:
            return said
    return Qualifier.NONE
