"""'per 1.000 woningen', 'op elke duizend werknemers', 'van de 100.000 inwoners': so many of what a rate is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rapportage.figures.measure_kinds import COUNT
from rapportage.figures.unit_text import unit_of
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import typed_value
from rapportage.proof.claims.measures import measure_of
from rapportage.proof.claims.moment import UNITS
from rapportage.proof.claims.morphology import ends_as, same_word, stems
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_RATE = re.compile(
    r"\bper (?:([\d.]+) )?(?:(duizend|miljoen|miljard|mln|mld) )?((?:vierkante |kubieke )?[a-zë][a-zë\d²³-]*)"
)
UNITS_PER = ("uur", "dag", "week", "maand", "kwartaal", "jaar")
_PER_TIME = re.compile(rf"\bper ({'|'.join(UNITS_PER)})$")
_EVERY = frozenset(("elke", "iedere", "elk", "ieder"))
_OF_MANY = frozenset(lexicon.words("op van voor tegenover"))
"""With 'de' and a round number after it as 'elke': 'op de 1.000 woningen'."""
_ONE = frozenset(lexicon.words("een één elk elke iedere ieder"))
_MOST_BETWEEN = 3
"""So many words are between the noun and the figure of 'een groep telde gemiddeld F'."""
_LEAST = 10
_SCALES = {**lexicon.SCALES, "mln": 10**6, "mld": 10**9}
_KINDS = {stem: kind for word, kind in lexicon.COUNTED.items() for stem in stems(word)}


def rates_named(sentence: Sentence) -> Iterator[Verdict]:
    yield from _per(sentence)
    yield from _of_every(sentence)
    yield from _on_average(sentence)


def is_rate_base(sentence: Sentence, token: Token) -> bool:
    """Whether a number is that of which a figure beside it is so many: the 1.000 of 'op de 1.000 woningen'."""
    return _is_every(sentence, token) and any(rates_of(sentence, each) for each in _near(sentence, token))


def _per(sentence: Sentence) -> Iterator[Verdict]:
    """'per 1.000 woningen', 'per huishouden', beside a figure that is per so many of something."""
    for word, token in pairwise(sentence.tokens):
        if word.word != "per" or word.is_own or token.kind not in (Kind.NUMBER, Kind.WORD):
            continue
        value, end = count_at(sentence, token)
        following = sentence.tokens[end.index + 1 : end.index + 2] if value is not None else [token]
        noun = following[0] if following and following[0].kind in (Kind.WORD, Kind.PART) else None
        rates = [rate for each in sentence.nearest(word, sentence.figures) for rate in rates_of(sentence, each)]
        if value is None and noun and _is_time(noun.word):
            yield from _per_time(sentence, word, noun)
            continue
        if not rates:
            continue
        is_known = noun is None or _is_thing(sentence, noun)
        if value is None and not is_known:
            continue  # 'per saldo'
        called = [noun is None or not is_known or _is_called(noun, thing) for _, thing in rates]
        holds = any((value or 1) == many and is_so for (many, _), is_so in zip(rates, called, strict=True))
        last = noun if noun and is_known else end
        yield sentence.verdict(ClaimKind.UNIT, word, last, holds, _told(sentence, word))


def _per_time(sentence: Sentence, word: Token, noun: Token) -> Iterator[Verdict]:
    """'Per week kwamen er F aanvragen binnen': F is what was counted in one, and is no average."""
    near = [each for each in sentence.levels if sentence.clauses.number(each) == sentence.clauses.number(word)]
    is_often = sentence.before(word, 1) in (["eens"], ["keer"], ["maal"])
    if not is_often and len(near) == 1 and (own := _time_of(sentence, near[0])) and noun.word in UNITS_PER:
        yield sentence.verdict(ClaimKind.UNIT, word, noun, own == noun.word, f"het cijfer is per {own}")
        return
    meaning = sentence.meaning(near[0]) if len(near) == 1 else None
    point = meaning.point if meaning and meaning.operation is None else None
    unit = UNITS.get(noun.word)
    if point is None or unit is None or not lexicon.AVERAGES.isdisjoint(sentence.words(0, len(sentence.tokens))):
        return
    is_count = unit_of(sentence.facts.unit(point.subject.series)).kind is COUNT
    if is_count and sentence.facts.is_counted_over_time(point.subject.series) and len(point.periods) == 1:
        told = f"het cijfer is van {period_name(point.time)}"
        yield sentence.verdict(ClaimKind.UNIT, word, noun, point.time.kind == unit, told)


def _time_of(sentence: Sentence, figure: Token) -> str | None:
    """The month of a figure in 'GB per maand'; None of what neither its unit nor its title says so of."""
    meaning = sentence.meaning(figure)
    titles = (sentence.facts.title(point.subject.series) for point in meaning.points)
    found = (_PER_TIME.search(text.casefold()) for text in (meaning.unit, *titles))
    return next((each[1] for each in found if each), None)


def _of_every(sentence: Sentence) -> Iterator[Verdict]:
    """'Van iedere duizend werknemers kregen er F': F must be per so many of those, where it is a rate."""
    for token in sentence.tokens:
        value, end = count_at(sentence, token)
        following = sentence.tokens[end.index + 1 : end.index + 2]
        if not following or following[0].kind not in (Kind.WORD, Kind.PART) or not _is_every(sentence, token):
            continue
        noun = following[0]
        near = _near(sentence, token)
        rates = [rate for each in near for rate in rates_of(sentence, each)]
        rates = [rate for rate in rates if _is_called(noun, rate[1]) or not _is_thing(sentence, noun)]
        if rates:
            holds = any(value == many for many, _ in rates)
            word = sentence.tokens[token.index - 1]
            yield sentence.verdict(ClaimKind.UNIT, word, noun, holds, _told(sentence, near[0]))


def _on_average(sentence: Sentence) -> Iterator[Verdict]:
    """'Een groep telde gemiddeld F leerlingen': F must be per one of those, where it is a rate."""
    for token in sentence.tokens:
        noun = sentence.tokens[token.index + 1 : token.index + 2]
        if token.word not in _ONE or token.is_own or not noun or noun[0].kind not in (Kind.WORD, Kind.PART):
            continue
        near = [each for each in _near(sentence, token) if each.index > token.index]
        between = sentence.words(noun[0].index + 1, near[0].index) if near else []
        if "gemiddeld" not in between or len(between) > _MOST_BETWEEN or not lexicon.PREPOSITIONS.isdisjoint(between):
            continue
        things = [thing for many, thing in rates_of(sentence, near[0]) if many == 1]
        words = [each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART)]
        if not things or any(_is_called(each, thing) for each in words if each is not noun[0] for thing in things):
            continue
        is_so = any(_is_called(noun[0], thing) for thing in things)
        if is_so or _is_thing(sentence, noun[0]):
            yield sentence.verdict(ClaimKind.UNIT, token, noun[0], is_so, _told(sentence, near[0]))


def _is_every(sentence: Sentence, token: Token) -> bool:
    """Whether a number is after 'elke'; or, where it is round, after 'op de'."""
    (value, end), before = count_at(sentence, token), sentence.before(token, 2)
    if token.is_own or value is None or value < _LEAST or not before:
        return False
    is_round = Decimal(value).normalize().as_tuple().digits == (1,)
    if is_round and before[-1] == "op" and _kinds((sentence.after(end, 1) or [""])[0]):
        return True  # 'op 100.000 inwoners'
    return before[-1] in _EVERY or (is_round and before[-1] == "de" and before[0] in _OF_MANY)


def _near(sentence: Sentence, token: Token) -> list[Token]:
    """The first figure in the clause of a number."""
    number = sentence.clauses.number(token)
    return [each for each in sentence.levels if sentence.clauses.number(each) == number][:1]


def count_at(sentence: Sentence, token: Token) -> tuple[Decimal | None, Token]:
    """How many are said from a token on, and where that ends: '1.000', 'duizend', '100 duizend', 'miljoen'."""
    if token.kind is Kind.NUMBER:
        value = typed_value(token.text)
    elif token.kind is Kind.WORD:
        value = Decimal(lexicon.SCALES[token.word]) if token.word in lexicon.SCALES else cardinal(token.word)
    else:
        value = None
    following = sentence.tokens[token.index + 1 : token.index + 2]
    if value is not None and following and following[0].word in lexicon.SCALES:
        return value * lexicon.SCALES[following[0].word], following[0]
    return value, token


def _told(sentence: Sentence, near: Token) -> str:
    texts = (_text(sentence, each) for each in sentence.nearest(near, sentence.figures))
    return f"het cijfer is {next(filter(None, texts), '')}"


def _text(sentence: Sentence, figure: Token) -> str:
    return next((found[0] for found in _found(sentence, figure)), "")


def rates_of(sentence: Sentence, figure: Token) -> list[tuple[Decimal, str]]:
    """Per how many of what a figure is, by its unit or the title of its series."""
    return [(_many(found), found[3]) for found in _found(sentence, figure)]


def _many(found: re.Match[str]) -> Decimal:
    many = (typed_value(found[1]) if found[1] else None) or Decimal(1)
    return many * _SCALES.get(found[2] or "", 1)


def _found(sentence: Sentence, figure: Token) -> Iterator[re.Match[str]]:
    meaning = sentence.meaning(figure)
    titles = (sentence.facts.title(point.subject.series) for point in meaning.points)
    for text in (meaning.unit, *titles):
        if (found := _RATE.search(text.casefold())) and not _is_time(found[3]):
            yield found


def _is_time(word: str) -> bool:
    measure = measure_of([word])
    return measure is not None and measure.kind == "tijd"


def _is_called(noun: Token, thing: str) -> bool:
    one, other = noun.word, thing
    is_kind = not _kinds(one).isdisjoint(_kinds(other)) or ("mensen" in _kinds(other) and _is_people(noun))
    return same_word(one, other) or ends_as(one, other) or ends_as(other, one) or is_kind


def _kinds(word: str) -> set[str]:
    return {_KINDS[stem] for stem in stems(word) if stem in _KINDS}


def _is_people(noun: Token) -> bool:
    """'Limburgers', 'Nederlanders'."""
    return noun.text[:1].isupper() and noun.word.endswith(("s", "n"))


def _is_thing(sentence: Sentence, noun: Token) -> bool:
    """Whether the data or general Dutch count it: of another word nobody can tell whether it is called so."""
    is_known = bool(sentence.known.series_words.of(noun.word, widely=False)) or sentence.known.is_unit(noun.word)
    return noun.kind is Kind.PART or is_known or bool(_kinds(noun.word)) or _is_people(noun)
