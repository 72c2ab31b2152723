"""The most and the least of all: 'de meeste', 'op een na de langste', 'nergens zo veel als'; of parts and of times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Point
from rapportage.proof.claims.fields import Field, part_fields
from rapportage.proof.claims.orders import Order, order_of, phrases, place_in_order
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.records import of_all_times, record, window_at
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.steepest import change_of, steepest
from rapportage.proof.claims.subjects import (
    Apart,
    Claimed,
    apart,
    chain_from,
    claimed,
    is_of_dimension,
    is_time_of,
    looked_up,
    names_from,
)
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_ALL = frozenset(
    lexicon.words("genoemde getoonde onderzochte vermelde bekende onderscheiden alle andere verschillende")
)
_LARGEST = frozenset(lexicon.words("grootste kleinste hoogste laagste"))
_TOPS = frozenset(("koplopers", "hekkensluiters"))
_OF_MORE = _TOPS | {"meesten", "minsten"}
_HERE = "Nederland"
_ABROAD = frozenset(lexicon.words("buitenland buitenlands buitenlandse buitenlanders"))
_OTHERS = frozenset(("de", word) for word in lexicon.words("andere overige resterende"))
"""'onder de overige landen': of those that are not known."""
_NOUN_REACH = 5
_ADJECTIVE_REACH = 4
_SHORT = 4
_LIST_REACH = 8
"""So many words after 'de grootste groepen' come their names."""


class Said(Struct, frozen=True):
    """A word of order in a sentence, with what it says."""

    token: Token
    order: Order


def extremes(sentence: Sentence) -> Iterator[Verdict]:
    said = superlatives(sentence)
    if not said:
        return
    aside, tokens = apart(sentence), [each.token for each in said]
    for each in said:
        if not each.token.is_own:
            near = tuple(name for name in aside.ahead if sentence.clauses.together(name, each.token))
            yield _judged(sentence, each, tokens, Apart(near, aside.without))


@lru_cache(maxsize=1)
def superlatives(sentence: Sentence) -> Sequence[Said]:
    """The words of order in a sentence: it is asked by several, and of one sentence after another."""
    return tuple(_superlatives(sentence))


def _superlatives(sentence: Sentence) -> Iterator[Said]:
    places = dict(phrases(sentence.reading.text))
    for token in sentence.tokens:
        if token.kind is not Kind.WORD:
            continue
        order = order_of(sentence.before(token, 4), token.word, sentence.after(token, 2))
        if order is None and token.start in places:
            order = Order(places[token.start], of_parts=True)
        if order is None or _is_of_more(sentence, token) or _is_listed_by(sentence, token):
            continue
        if not _is_bound_of(sentence, token, order):
            yield Said(token, order)


def is_list(sentence: Sentence, token: Token) -> bool:
    """'de vijf grootste': of several at once."""
    return listed_count(sentence, token) > 1 or (sentence.before(token, 2) == ["met", "de"] and _has_top(sentence))


def listed_count(sentence: Sentence, token: Token) -> int:
    """The five of 'de vijf grootste' and of 'de vijf gemeenten met de meeste'; 0 of a superlative of one."""
    before = sentence.before(token, 4)
    if before[-2:] == ["met", "de"]:
        before = before[:1]
    behind = sentence.after(token, 1)  # 'de grootste vijf groepen'
    return max(lexicon.CARDINALS.get(word, 0) for word in ("", *before[-1:], *behind))


def _has_top(sentence: Sentence) -> bool:
    """'de top drie van gemeenten met de meeste'."""
    return any(each.word.startswith("top") for each in sentence.tokens)


def names_listed(sentence: Sentence, token: Token) -> int:
    """How many names come after 'de grootste groepen waren': those are together the first so many."""
    following = sentence.tokens[token.index + 1 :][:1]
    is_group = sentence.before(token, 1) == ["de"] and bool(following) and following[0].word.endswith(("en", "s"))
    if not (is_group or token.word in _TOPS):  # 'hekkensluiters zijn A, B en C'
        return 0
    names = [each for each in sentence.tokens[token.index + 1 :] if each.kind is Kind.PART]
    if not names or names[0].index - token.index > _LIST_REACH:
        return 0
    if "gevolgd" in sentence.words(token.index, names[0].index):
        return 0
    listed = chain_from(sentence, names[0].index)[0]
    return len(listed)


def _is_of_more(sentence: Sentence, token: Token) -> bool:
    if token.word in _OF_MORE:  # 'de meesten uit A (F), B (F) en C (F)'
        names = [each for each in sentence.tokens[token.index + 1 :] if each.kind is Kind.PART]
        return bool(names) and len(chain_from(sentence, names[0].index)[0]) > 1
    return is_list(sentence, token) or names_listed(sentence, token) > 1


def _is_listed_by(sentence: Sentence, token: Token) -> bool:
    """'in de lijst van provincies met de hoogste aanslag staat A derde': by what they are put in order."""
    before = sentence.before(token, 2)
    return (
        before[-1:] in (["de"], ["het"])
        and before[:1] == ["met"]
        and any((place_in_order(one.word) or 0) > 1 for one in sentence.tokens[token.index + 1 :])
    )


def _is_bound_of(sentence: Sentence, token: Token, order: Order) -> bool:
    """'op zijn hoogst F': at most."""
    following = sentence.tokens[token.index + 1 :][:1]
    is_amount = bool(following) and following[0].kind in (Kind.FIGURE, Kind.NUMBER)
    return order.of_times and token.word.endswith("st") and is_amount


def _judged(sentence: Sentence, said: Said, tokens: Sequence[Token], aside: Apart) -> Verdict:
    token, order = said.token, said.order
    if sentence.is_denied(token) or sentence.is_ahead(token):
        return sentence.verdict(ClaimKind.RANK, token, token, None)
    span = None if order.of_parts else window_at(sentence, token)
    if span is not None and order.place > 1:
        return sentence.verdict(ClaimKind.COURSE, token, span.last, None)
    if span is not None:
        return record(sentence, token, span, order.sign)
    if not order.of_times:
        found = _about(sentence, token, tokens, aside)
        of_change = change_of(sentence, token)
        if of_change is not None and not any(each.meaning and each.meaning.is_change for each in found):
            return steepest(sentence, token, order, of_change, found)
        if found and _is_of_several(sentence, token, found[0]):
            return sentence.verdict(ClaimKind.RANK, token, token, None)
        if found:
            return _of_parts(sentence, said, found, aside)
    return of_all_times(sentence, token, order)


def _is_of_several(sentence: Sentence, token: Token, found: Claimed) -> bool:
    """'A (F) en B (F) trokken de meeste': of both together, where it is not said of each."""
    names = [each for each in sentence.tokens[: token.index] if each.kind is Kind.PART]
    if not names or sentence.before(token, 1) not in (["de"], ["het"]):
        return False
    chain, end = chain_from(sentence, names[0].index)
    own = found.point.subject.part.names
    between = sentence.tokens[end : token.index]
    is_verb = bool(between) and between[0].word.endswith("en") and len(between) <= _NOUN_REACH
    return (
        len(chain) > 1
        and is_verb
        and any(name.name in own for each in chain if each.mention for name in each.mention.names)
    )


def _about(sentence: Sentence, token: Token, tokens: Sequence[Token], aside: Apart) -> list[Claimed]:
    found = claimed(sentence, token, tokens, aside)
    if found or sentence.figures:
        return found
    own = sentence.clauses.number(token)
    names = [each for each in sentence.tokens if each.kind is Kind.PART and each not in aside.tokens]
    near = [each for each in names if sentence.clauses.number(each) == own and not sentence.is_base(each)]
    return list(looked_up(sentence, near[0])) if len(near) == 1 else []


def judged_of_parts(
    sentence: Sentence, said: Said, aside: Apart, first: Token | None = None, way: int | None = None
) -> Verdict | None:
    """Whether a part has a place, said in any other way, from `first` to the word of order; None where no part is.

    With a way it is about how much the parts went that way.
    """
    token = said.token
    found = _about(sentence, token, [token], aside)
    if not found:
        return None
    verdict = (
        _of_parts(sentence, said, found, aside) if way is None else steepest(sentence, token, said.order, way, found)
    )
    return sentence.verdict(verdict.kind, first or token, token, verdict.holds, verdict.truth)


# --- Of parts -----------------------------------------------------------------------------------------------


def _of_parts(sentence: Sentence, said: Said, found: Sequence[Claimed], aside: Apart) -> Verdict:
    """All plausible readings: which breakdown, of what subset, and over time where a time is named."""
    token, order = said.token, said.order
    told, outcomes = "", []
    for each in found:
        for field in _fields(sentence, each):
            place = order.place
            narrowed = _narrowed(sentence, token, field, each.point, aside)
            if narrowed is None:
                outcomes.append(field.holds(order.sign, place) or (None if _may_be(field, order) else False))
            else:
                outcomes.append(_holds(sentence, field, narrowed, order, aside))
            told = told or (narrowed or field).told(order.sign, place)
    if not outcomes or _is_attribute(sentence, token, found[0].point):
        holds = True if any(each is True for each in outcomes) else None
        return sentence.verdict(ClaimKind.RANK, token, token, holds)
    if (
        not any(outcomes)
        and not (order.of_parts or token.word.endswith("e"))
        and is_time_of(sentence, found[0].point, sentence.clauses.number(token))
    ):
        over_time = of_all_times(sentence, token, order, found[0].point)
        if over_time.holds:
            return sentence.verdict(ClaimKind.RANK, token, token, None)
    return sentence.verdict(ClaimKind.RANK, token, token, _settled(outcomes), told)


def _settled(outcomes: Sequence[bool | None]) -> bool | None:
    """True where the best reading is; false where all are."""
    if outcomes[0] is True:
        return True
    return False if all(each is False for each in outcomes) else None


def _fields(sentence: Sentence, each: Claimed) -> list[Field]:
    return list(part_fields(sentence.facts, each.point, each.meaning))


def _holds(sentence: Sentence, field: Field, narrowed: Field, order: Order, aside: Apart) -> bool:
    """Whether it has its place: 'na A de langste' of what is left, 'na A de tweede' of all."""
    ahead = _labels(aside.ahead, field)
    are_ahead = all((field.values[name] - field.values[field.own]) * (order.sign or 1) >= 0 for name in ahead)
    if order.place > 1 and aside.without:  # 'op A na de tweede': of all, or of the others
        return are_ahead and any(each.holds(order.sign, order.place) for each in (field, narrowed))
    of_all = ahead and order.place > 1
    return are_ahead and (field if of_all else narrowed).holds(order.sign, order.place)


def _labels(tokens: Sequence[Token], field: Field) -> list[str]:
    names = [sorted(name.name for name in each.mention.names) for each in tokens if each.mention]
    return [name for each in names for name in each if name in field.values][: len(tokens)]


def _may_be(field: Field, order: Order) -> bool:
    """Whether it may be the first of some of a field, which are not known: it is not the last of all."""
    return not (order.sign and order.place == 1 and field.place(-order.sign) == 1)


def _narrowed(sentence: Sentence, token: Token, field: Field, point: Point, aside: Apart) -> Field | None:
    """Without what is set apart, and with only those that a sentence is about; None where that is not known who."""
    left = field.without([name for name in _labels(aside.tokens, field) if name != field.own]) or field
    for each in sentence.tokens:
        if each.word not in ("van", "onder", "binnen", "tussen") or abs(each.index - token.index) > 14:
            continue
        named = _labels(names_from(sentence, each.index + 1), field)
        if each.index < token.index and len(named) > 1 and field.own in named:
            return field.only(named) or left
        if (subset := _subset(sentence, each, point, left)) is not None:
            return subset if isinstance(subset, Field) else None
    near = {*_ahead(sentence, token), *sentence.after(token, _ADJECTIVE_REACH)}
    if left.own != _HERE and _HERE in left.values and not _ABROAD.isdisjoint(near):
        return left.without([_HERE])
    if any(pair in _OTHERS for pair in pairwise(_ahead(sentence, token))):
        return None
    return None if _is_limited(sentence, token, field, point.subject.series) else left


def _ahead(sentence: Sentence, token: Token) -> list[str]:
    """The words of its clause before a word."""
    number = sentence.clauses.number(token)
    return [each.word for each in sentence.tokens[: token.index] if sentence.clauses.number(each) == number]


def _is_limited(sentence: Sentence, token: Token, field: Field, series: str) -> bool:
    """'de grootste groep buitenlandse gasten': of only some, by an adjective that no series has in its name."""
    following = sentence.tokens[token.index + 1 :][:_ADJECTIVE_REACH]
    for each, noun in pairwise(following):
        if each.word in sentence.known.titles[series]:
            continue  # 'de grootste groep alleenstaande minderjarige vreemdelingen'
        if each.kind is Kind.PART and noun.word.endswith(("en", "s")) and not _labels([each], field):
            return True
        if each.kind is not Kind.WORD or each.word in ("in", "van", "was", "waren", "is", "zijn"):
            return False
        is_adjective = each.word.endswith("e") and len(each.word) > _SHORT and noun.word.endswith(("en", "s", "e"))
        if is_adjective and noun.kind is Kind.WORD and not sentence.known.in_full.with_word(each.word):
            return not any(each.word in words for words in sentence.known.units.values())
    return False


def _subset(sentence: Sentence, of: Token, point: Point, field: Field) -> Field | bool | None:
    """'van de zes grootste gemeenten': what that leaves; True where some that are not known, None where all."""
    words = sentence.words(of.index + 1, of.index + 1 + _NOUN_REACH)
    nouns = (place for place, word in enumerate(words) if is_of_dimension(sentence, word, point.subject.series))
    place = next(nouns, None)
    if place is None:
        return None
    said = [word for word in words[:place] if word not in ("de", "het", "alle", "met", "name", "al", "onze")]
    if not said or all(word in _ALL for word in said):
        return None
    count = lexicon.CARDINALS.get(said[0]) or (int(said[0]) if said[0].isdigit() else 0)
    if count and len(said) == 2 and said[1] in _LARGEST:
        sign = -1 if said[1] in ("kleinste", "laagste") else 1
        return field if count >= len(field.values) else field.only(field.top(sign, count)) or True
    if count and len([word for word in said[1:] if word not in _ALL]) == 0:
        return None if count == len(field.values) else True
    return True


def _is_attribute(sentence: Sentence, token: Token, point: Point) -> bool:
    """'in de grootste gemeente, Breda, waren er F': how large a place is need not be what the figure counts."""
    before, following = sentence.before(token, 3), sentence.after(token, 1)
    is_placed = len(before) > 1 and before[-1] in ("de", "het") and before[-2] in ("in", "van", "uit", "voor", "door")
    if not is_placed or token.word not in (*_LARGEST, "drukste") or not following:
        return False
    return is_of_dimension(sentence, following[0], point.subject.series) and following[0] not in ("groep", "categorie")
