"""The third, what follows on what, and who are in the top five: places among the parts of a breakdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.extremes import Said, is_list, judged_of_parts, listed_count, names_listed, superlatives
from rapportage.proof.claims.facts import Point, Subject
from rapportage.proof.claims.fields import Field, part_fields
from rapportage.proof.claims.moment import UNITS
from rapportage.proof.claims.orders import Order, order_of, place_in_order
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.subjects import (
    Apart,
    about,
    apart,
    chain_from,
    is_of_dimension,
    is_part,
    looked_up,
    parts_named,
    series_said,
)
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_PLACES = frozenset(lexicon.words("plaats plek positie stek"))
_COUNTED_PLACES = _PLACES | {"nummer"}
"""Before a number they say a place: 'op plaats drie'."""
_ENDS_AT = frozenset(lexicon.words("komt kwam kwamen staat stond eindigt eindigde uitkomt uitkwam bleef blijft"))
"""With which 'op drie' is a place."""
_THINGS = frozenset(
    lexicon.words(
        "land herkomstland exportland provincie gemeente regio stad groep sector branche bedrijfstak "
        "bestemming exportbestemming afnemer afzetmarkt handelspartner leverancier soort categorie schoolsoort"
    )
)
"""What things may be called whatever the data call what they are broken down by."""
_THING_ENDS = (
    "land", "provincie", "gemeente", "regio", "stad", "sector", "branche", "markt", "partner", "soort", "categorie",
    "groep", "reden", "oorzaak", "bron", "haven", "bestemming", "taal", "leverancier", "vorm",
    "klasse",
)  # fmt: skip
"""With which such a noun ends: 'herkomstland', 'vertrekreden', 'leeftijdsgroep'."""
_FOLLOWS = frozenset(lexicon.words("volgt volgen volgde volgden"))
_IS = frozenset(
    lexicon.words(
        "is was als staat stond werd wordt eindigt eindigde eindigden blijft bleef zijn waren vormt vormde vormden "
        "vormen"
    )
)
_DETERMINERS = (["de"], ["het"], ["als"], ["onze"], ["ons"], ["zijn"], ["haar"], ["hun"])
_ENDS = frozenset(lexicon.words("uit van in met"))
"""After 'als derde' where that is a place: 'komt als derde uit de bus', 'als derde van de vijf'."""
_VERB_REACH, _NEAR = 8, 4
"""So many words before an ordinal comes 'is', and before 'op drie' its verb."""
_TOP = re.compile(r"top-?(\d+|[a-zé]+)")
_EXHAUSTIVE = re.compile(
    r"\b(?:besta(?:at|an)|bestond(?:en)?|gevormd|zijn|waren|vorm(?:t|en|de|den)|tel(?:t|de))\b|:|\bis\b|\bluidt?\b"
)
_SOME = re.compile(r"\b(?:onder (?:meer|andere|wie)|zoals|aangevoerd|bijvoorbeeld|waaronder|onder)\b")
_IN_ORDER = re.compile(r"\b(?:achtereenvolgens|respectievelijk|in (?:die|deze|aflopende) volgorde)\b")
_ANY_ORDER = re.compile(r"\b(?:willekeurige|alfabetische) volgorde\b")


def positions(sentence: Sentence) -> Iterator[Verdict]:
    aside, sign = apart(sentence), _sign(sentence)
    for token in sentence.tokens:
        if token.is_own or token.kind not in (Kind.WORD, Kind.NUMBER):
            continue
        if (order := _ordinal(sentence, token, aside, sign)) is not None:
            found = judged_of_parts(sentence, Said(token, order), aside)
            if found is not None:
                yield found
        elif token.word == "gevolgd" and sentence.after(token, 1) == ["door"]:
            ahead = [each for each in sentence.tokens[: token.index] if each.kind is Kind.PART]
            yield _followed(sentence, token, [each for each in ahead if not sentence.is_base(each)], token.index + 2)
        elif token.word in _FOLLOWS and _is_after_those(sentence, token, aside):
            yield _followed(sentence, token, aside.ahead, token.index + 1)  # 'na A volgt B'
        elif (top := _top(sentence, token)) is not None:
            yield from _listed(sentence, token, *top)


def _is_after_those(sentence: Sentence, token: Token, aside: Apart) -> bool:
    """'Na A volgt B'; not 'na A is B de tweede; C volgde met F', which comes after B."""
    near = [each for each in aside.ahead if each.index < token.index and sentence.clauses.together(each, token)]
    name = sentence.tokens[token.index - 1]
    return bool(near) and (name.kind is not Kind.PART or name in near)


# --- The third ------------------------------------------------------------------------------------------------


def _ordinal(sentence: Sentence, token: Token, aside: Apart, sign: int) -> Order | None:
    """'op de derde plaats', 'is derde', 'nummer drie', 'het derde exportland'."""
    before, following = sentence.before(token, 2), sentence.after(token, 1)
    count = lexicon.CARDINALS.get(token.word) or _digits(token)
    if count and ((before[-1:] and before[-1] in _COUNTED_PLACES) or _is_end_at(sentence, token)):
        return Order(sign, count, of_parts=True)
    if token.word in ("laatste", "voorlaatste") and following:
        is_counted = before[-1:] == ["na"] and len(before) > 1
        place = lexicon.CARDINALS.get(before[-2], 1) + 1 if is_counted else 2 if token.word == "voorlaatste" else 1
        is_place = following[0] in _PLACES or (place > 1 and _is_thing(sentence, following[0]))
        return Order(-sign, place, of_parts=True) if is_place else None
    place = place_in_order(token.word) or 0
    if not place:
        return None
    if following and following[0] in _PLACES:
        return Order(sign, place, of_parts=True)
    return Order(sign, place, of_parts=True) if place > 1 and _is_said_of(sentence, token, aside) else None


def _is_said_of(sentence: Sentence, token: Token, aside: Apart) -> bool:
    """'is derde', 'is met F derde', 'werd als derde genoemd', 'is het derde exportland', 'als vierde provincie'."""
    before, following = sentence.before(token, 2), sentence.after(token, 1)
    is_end = not following or not following[0][0].isalpha() or following[0] in ("met", "en", "in", "op", "na", "bij")
    is_said = is_end or (before[-1:] == ["als"] and (following[0].endswith("d") or following[0] in _ENDS))
    verbs = {*before[-1:], *(sentence.before(token, _VERB_REACH) if _follows_figure(sentence, token) else ())}
    if token.index and sentence.tokens[token.index - 1].kind is Kind.PART:
        verbs.update(before[:1])  # 'staat A derde'
    if before and (not _IS.isdisjoint(verbs) or aside.ahead) and is_said:
        return True
    is_named = bool(following) and before[-1:] in _DETERMINERS and _is_thing(sentence, following[0])
    return is_named and bool(aside.ahead or not _IS.isdisjoint(sentence.before(token, _VERB_REACH)))


def _follows_figure(sentence: Sentence, token: Token) -> bool:
    """'is met F derde', 'is met F aanvragen derde'."""
    return any(each.kind is Kind.FIGURE for each in sentence.tokens[max(0, token.index - 3) : token.index])


def _is_end_at(sentence: Sentence, token: Token) -> bool:
    """'komt op drie met F': a number that counts nothing."""
    following = sentence.tokens[token.index + 1 :][:1]
    is_alone = not following or following[0].kind is Kind.MARK or following[0].word in ("met", "en", "in")
    if token.kind is not Kind.WORD or sentence.before(token, 1) != ["op"]:
        return False
    if token.index == 1:  # 'Op drie staat B'
        return bool(following) and following[0].word in _ENDS_AT
    return is_alone and not _ENDS_AT.isdisjoint(sentence.before(token, _NEAR))


def _is_thing(sentence: Sentence, word: str) -> bool:
    """Whether a noun is what the parts of a series that is meant are."""
    if word in UNITS:
        return False  # 'kwartaal' is no language
    is_thing = word in _THINGS or word.endswith(_THING_ENDS)
    return is_thing or any(is_of_dimension(sentence, word, each) for each in series_said(sentence))


def _digits(token: Token) -> int:
    return int(token.text) if token.kind is Kind.NUMBER and token.text.isdigit() and len(token.text) < 3 else 0


def _sign(sentence: Sentence) -> int:
    """Where the least is what a sentence is about, the second is the second from below."""
    signs = [each.order.sign for each in superlatives(sentence)]
    return -1 if signs and all(sign < 0 for sign in signs) else 1


# --- Followed by ----------------------------------------------------------------------------------------------


def _followed(sentence: Sentence, token: Token, names: Sequence[Token], start: int) -> Verdict:
    """'A, (op de voet) gevolgd door B en C': each is next after the one before."""
    behind, _ = chain_from(sentence, start)
    field = field_of(sentence, token, [*names[-1:], *behind])
    figures = [each for each in sentence.figures if is_part(sentence.meaning(each))]
    ahead = labels(names[-1:], field) or _shown([each for each in figures if each.start < token.start][-1:])
    after = labels(behind, field) or _shown([each for each in figures if each.start > token.start][:1])
    chain = [*ahead, *after]
    if field is None or not ahead or not after or any(each not in field.values for each in chain):
        return sentence.verdict(ClaimKind.RANK, token, token, None)
    ranks = [Field(field.values, each).place(_sign(sentence)) for each in chain]
    holds = all(other in (one, one + 1) for one, other in pairwise(ranks))
    told = "; ".join(f"{field.shown(each)} is nummer {rank}" for each, rank in zip(chain, ranks, strict=True))
    return sentence.verdict(ClaimKind.RANK, token, token, holds, told)


# --- The top five -----------------------------------------------------------------------------------------------


def _top(sentence: Sentence, token: Token) -> tuple[int, int, bool, Token] | None:
    """'top vijf', 'top-5', 'de vijf grootste': how many, from which end, whether in order, and its last word."""
    following = sentence.tokens[token.index + 1 :][:1]
    found = _TOP.fullmatch(token.word)
    if found and (count := _number(found[1])):
        return count, 1, True, token
    if token.word == "top" and following and (count := _number(following[0].word)):
        return count, 1, True, following[0]
    if token.word == "top" and sentence.after(token, 1) == ["-"] and (count := _number(sentence.after(token, 2)[-1])):
        return count, 1, True, sentence.tokens[token.index + 2]
    order = order_of([], token.word, sentence.after(token, 1))
    if order is None or not order.sign or order.of_times:
        return None
    if order.of_parts and not token.word.endswith("s"):
        return None  # but 'hekkensluiters'
    if is_list(sentence, token):
        count = listed_count(sentence, token)
        return (count, order.sign, False, token) if count > 1 else None
    if (count := names_listed(sentence, token)) > 1:
        return count, order.sign, False, token
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() and len(word) < 3 else lexicon.CARDINALS.get(word, 0)


def _listed(sentence: Sentence, token: Token, count: int, sign: int, in_order: bool, last: Token) -> Iterator[Verdict]:
    """Whether those that are named are the first so many, none of them lacking and (of a top) in their order."""
    names, is_all = _members(sentence, token, last, count)
    field = field_of(sentence, token, names)
    named = list(dict.fromkeys(labels(names, field)))
    if sentence.is_denied(token) or sentence.is_ahead(token) or field is None or len(named) < 2 or count < 2:
        yield sentence.verdict(ClaimKind.RANK, token, last, None)
        return
    ranks = {each: Field(field.values, each).place(sign) for each in named}
    wrong = [each for each in named[:count] if ranks[each] > count]
    lacking = [each for each in field.top(sign, count) if each not in named and ranks_below(field, each, sign, count)]
    text = sentence.reading.text.casefold()
    must_order = (in_order or bool(_IN_ORDER.search(text))) and not _ANY_ORDER.search(text) and is_all
    is_mixed = must_order and any(ranks[one] > ranks[other] for one, other in pairwise(named[:count]))
    holds: bool | None = not (wrong or is_mixed)
    if holds and is_all and len(named) < count:
        holds = False
    elif holds and not is_all and len(named) != count:
        holds = None if len(named) < count else True
    told = [f"{field.shown(each)} is nummer {ranks[each]}" for each in wrong]
    told += [f"{field.shown(each)} ontbreekt" for each in lacking] if wrong or len(named) < count else []
    ordered = ", ".join(field.shown(each) for each in field.top(sign, count))
    yield sentence.verdict(ClaimKind.RANK, token, last, holds, "; ".join(told) or f"de volgorde is {ordered}")


def ranks_below(field: Field, name: str, sign: int, count: int) -> bool:
    """Whether it belongs to the first so many, also where others have the same value."""
    return Field(field.values, name).place(sign) <= count


def _members(sentence: Sentence, token: Token, last: Token, count: int) -> tuple[list[Token], bool]:
    """Those that are named as the first so many, and whether they are meant to be all."""
    following = [each for each in sentence.tokens[last.index + 1 :] if each.kind is Kind.PART]
    if following:
        between = " ".join(sentence.words(last.index + 1, following[0].index))
        names, end = chain_from(sentence, following[0].index)
        closed = end >= len(sentence.tokens) or sentence.tokens[end].text in (".", ";", ":", "–", "—")
        if len(names) > 1 and not _SOME.search(between):
            is_all = bool(_EXHAUSTIVE.search(" ".join(sentence.words(token.index, following[0].index))))
            return names, is_all and (closed or len(names) >= count)
    ahead = [each for each in sentence.tokens[: token.index] if each.kind is Kind.PART]
    if ahead:
        names, end = chain_from(sentence, ahead[0].index)
        verb = sentence.words(end, token.index)
        if len(names) > 1 and any(word in ("zijn", "waren", "vormen", "vormden", "blijven", "bleven") for word in verb):
            return names, True
    return following, False


# --- Among whom -------------------------------------------------------------------------------------------------


def field_of(sentence: Sentence, token: Token, names: Sequence[Token]) -> Field | None:
    """The values of the breakdown that names are of: as shown near them, or in the series that the sentence names."""
    for name in names:
        for meaning in about(sentence, token, name):
            for part in parts_named(meaning, name):
                point = meaning.point or meaning.points[0]
                own = Point(Subject(point.subject.series, part), point.periods)
                for field in part_fields(sentence.facts, own, meaning):
                    return field
        for found in looked_up(sentence, name, names):
            for field in part_fields(sentence.facts, found.point):
                return field
    return None


def labels(names: Sequence[Token], field: Field | None) -> list[str]:
    """The names as they are in a field."""
    of = field.values if field else {}
    found = [sorted(name.name for name in each.mention.names if name.name in of) for each in names if each.mention]
    return [each[0] for each in found if each]


def _shown(figures: Sequence[Token]) -> list[str]:
    return [each.figure.trace.inputs[0].part.label for each in figures if each.figure]
