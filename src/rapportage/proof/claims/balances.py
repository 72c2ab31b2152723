"""Which way a balance goes: 'een negatief saldo', 'er kwamen meer mensen dan er vertrokken: het saldo was F'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.proof.claims import change_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_WORDS = ("saldo", "overschot", "tekort", "balans", "resultaat")
_TO_NUMBER = 4
_NEAR = 6
"""So many words from 'meer' are the verbs of what comes and what goes."""


def balances(sentence: Sentence) -> Iterator[Verdict]:
    """Words that say whether a balance is above nothing."""
    shown = [each for each in sentence.levels if _is_balance(sentence, each)]
    found = [(each, sign) for each in sentence.tokens if (sign := _sign(sentence, each))] if shown else []
    if any(sign == 1 for _, sign in found) and any(sign == -1 for _, sign in found):
        found = [each for each in found if _is_nearest(each[0], found, shown)]
    for token, sign in found:
        is_open = sentence.is_denied(token) or sentence.is_ahead(token) or _is_of_typed(sentence, token)
        is_open = is_open or any(_is_called(sentence, each, token) for each in shown)
        is_open = is_open or _is_of_part(sentence, token)
        yield _verdict(sentence, token, shown, sign, is_open=is_open)


def _sign(sentence: Sentence, token: Token) -> int:
    if token.kind is not Kind.WORD or token.is_own:
        return 0
    return change_words.SIGNS.get(token.word) or _sign_of_streams(sentence, token)


def _is_of_typed(sentence: Sentence, token: Token) -> bool:
    """'een tekort van 2,4 miljard': it says what that number is, and not a figure elsewhere."""
    following = [each for each in sentence.tokens[token.index + 1 :][:_TO_NUMBER] if each.kind is not Kind.WORD]
    return sentence.after(token, 1) == ["van"] and bool(following) and following[0].kind is Kind.NUMBER


def _is_of_part(sentence: Sentence, token: Token) -> bool:
    """'alleen Eindhoven maakte winst': of what is named there, and no figure is of."""
    if token.word not in change_words.SIGNS:
        return False
    own = sentence.clauses.at(sentence.clauses.number(token))
    shown = {name for each in sentence.meanings for point in each.points for name in point.subject.part.names}
    named = {name.name for each in own if each.mention for name in each.mention.names}
    return bool(named) and named.isdisjoint(shown) and not any(each.kind is Kind.FIGURE for each in own)


def _is_called(sentence: Sentence, figure: Token, token: Token) -> bool:
    """Whether a series is itself called so, and so is above nothing where there is any: 'lerarentekort'."""
    point = sentence.meaning(figure).point
    words = sentence.known.own_words(point.subject.series) if point else frozenset[str]()
    signs = {
        change_words.SIGNS[end] for word in words for end in _WORDS if word.endswith(end) and end in change_words.SIGNS
    }
    return len(signs) == 1 and any(word.endswith(token.word) for word in words)


def _is_nearest(token: Token, found: Sequence[tuple[Token, int]], shown: Sequence[Token]) -> bool:
    """Of 'de winst sloeg om in een verlies van F' only the last says what F is."""
    return any(min(found, key=lambda each: abs(each[0].index - one.index))[0] is token for one in shown)


def _verdict(sentence: Sentence, token: Token, shown: Sequence[Token], sign: int, *, is_open: bool) -> Verdict:
    """Of what is in the data; two balances ('was F en F') must both go that way."""
    own = [each for each in shown if sentence.clauses.number(each) == sentence.clauses.number(token)]
    meant = own or list(shown)
    values = [_value(sentence, each) for each in meant]
    told = ", ".join(each.text for each in meant)
    wrong, right = (sum(1 for each in values if each * sign * way > 0) for way in (-1, 1))
    holds = True if right == len(values) else False if wrong == len(values) else None
    return sentence.verdict(ClaimKind.CHANGE, token, token, None if is_open else holds, f"het saldo is {told}")


def _value(sentence: Sentence, figure: Token) -> Decimal:
    """What the data have: 'een tekort van F' may show it without its sign."""
    point = sentence.meaning(figure).point
    found = sentence.facts.value(point.subject, point.time) if point else None
    return found if found is not None else Decimal(0)


def _is_balance(sentence: Sentence, figure: Token) -> bool:
    """Whether a figure is of what may be below nothing: it is so, or is called so."""
    point = sentence.meaning(figure).point
    words = sentence.known.own_words(point.subject.series) if point else frozenset[str]()
    return any(word.endswith(_WORDS) for word in words) or _value(sentence, figure) < 0


def _sign_of_streams(sentence: Sentence, token: Token) -> int:
    """Of 'kwamen meer mensen dan er vertrokken' 1: what comes is more than what goes."""
    if token.word not in ("meer", "minder"):
        return 0
    than = next((each for each in sentence.tokens[token.index + 1 :][:_NEAR] if each.word in change_words.THAN), None)
    if than is None:
        return 0
    ahead = sentence.words(token.index - _NEAR, than.index)
    behind = sentence.after(than, _NEAR)
    sides = [_way(ahead), _way(behind)]
    if 0 in sides or sides[0] == sides[1]:
        return 0
    return sides[0] * (1 if token.word == "meer" else -1)


def _way(words: Sequence[str]) -> int:
    ways = {change_words.STREAMS[word] for word in words if word in change_words.STREAMS}
    return ways.pop() if len(ways) == 1 else 0
