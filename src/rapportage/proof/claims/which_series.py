"""The series that words name beside a figure: is it the one that the figure is of?

A figure is of another series where the words of its clause fit that one better: they have all that the sentence has of
its own series, and more. A noun after a preposition ('in de zorg', 'van de aanvragen') may be of anything, and counts
only for the series of the figure itself.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence, Set

from rapportage.figures import measure_kinds
from rapportage.figures.unit_text import is_percent, unit_of
from rapportage.figures.words.numbers import number
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.morphology import ends_as, same_word, stems
from rapportage.proof.claims.names import content_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_less import foreseen, plainer, untouched
from rapportage.proof.claims.series_more import fuller
from rapportage.proof.claims.series_scope import (
    ANYBODY,
    anybody,
    are_kin,
    counted_by,
    is_compared_with,
    is_named_by,
    is_no_place,
    is_per,
    is_told_by,
    may_be,
    own_clause,
    said_of,
    says,
    says_part,
    series_beside,
    series_of,
    unit_words,
    words_ahead,
    words_around,
)
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_OF = re.compile(r"\bvan (?:de|het|alle|al de) ((?:\w+\s+){0,3}\w+)", re.IGNORECASE)
_LEAST_ID = 5
"""So many letters has a word of the name of a series in the files that is a word of its own: 'zonnestroom'."""
_ARTICLES = frozenset(lexicon.words("de het een deze die dit dat"))
"""Without any, and without words of a series, a clause leans on what is before it: 'wie stierf, …, kwam uit op F'."""
_ONE = frozenset(lexicon.words("een één elk elke ieder iedere per"))


def series_named(sentence: Sentence) -> Iterator[Verdict]:
    for figure in sentence.levels:
        ways = (_named_in_full, _better, _swapped, plainer, foreseen, untouched, fuller)
        found = next((each for way in ways if (each := way(sentence, figure))), None)
        if found and not _is_of_whom(sentence, figure, found[0], found[2]):
            token, id, other = found
            told = f"het cijfer is van '{sentence.facts.title(id)}'{_what_it_is(sentence, figure, other)}"
            yield sentence.verdict(ClaimKind.SERIES, token, token, False, told)


def _is_of_whom(sentence: Sentence, figure: Token, word: Token, other: str) -> bool:
    """Whether a percentage may be of those that the other series counts: 'slaagden kandidaten het vaakst (74,3%)'."""
    is_share = is_percent(sentence.meaning(figure).unit) and not is_percent(sentence.facts.unit(other))
    return is_share and word.word.endswith(("en", "s"))


def _what_it_is(sentence: Sentence, figure: Token, other: str) -> str:
    """What the figure of the series that is named would be."""
    point = sentence.meaning(figure).point
    if point is None:
        return ""
    value = sentence.facts.value(Subject(other, point.subject.part), point.time)
    return f"; van '{sentence.facts.title(other)}' is het {number(value)}" if value is not None else ""


# --- A title in full ---------------------------------------------------------------------------------------


def _named_in_full(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    """Words that are the whole title of a series, where no word is of the series of the figure beside them."""
    own = {point.subject.series for point in sentence.meaning(figure).points if point.subject.series}
    scope = [word for word in words_ahead(sentence, figure) if word not in ANYBODY]
    if is_percent(sentence.meaning(figure).unit):  # of what it is a part has a name of its own
        of = {word for found in _OF.finditer(sentence.reading.text) for word in content_words(found[1])}
        scope = [word for word in scope if word not in of]
    single = {each.word for each in sentence.tokens[figure.index :] if _is_single(sentence, each)}
    full = sentence.known.in_full.said_in([word for word in scope if word not in single])
    full = {id for id in full if len(titles := sentence.known.titles[id]) > 1 or _is_word_of(scope, titles)}
    related = {each for id in own for each in sentence.facts.family(id)}
    is_own = any(sentence.known.is_named(id, scope) for id in own)
    is_like = any(not own.isdisjoint(sentence.known.naming_words.of(word, widely=False)) for word in scope)
    if not own or not full or full & related or is_own or is_like:
        return None
    is_counted = (
        bool(counted_by(sentence, figure)) and unit_of(sentence.meaning(figure).unit).kind is measure_kinds.COUNT
    )
    full = {id for id in full if not (is_counted and is_percent(sentence.facts.unit(id)))}
    if not full:
        return None  # 'de werkloosheid liep op: F duizend mensen'

    other = sorted(full)[0]
    return said_of(sentence, sentence.known.titles[other]) or figure, sorted(own)[0], other


def _is_word_of(scope: Sequence[str], title: Set[str]) -> bool:
    """Whether a word is that of a title: no 'stembus' of 'stembureaus', which only begins so."""
    return any(same_word(word, own) or ends_as(word, own) for word in scope for own in title)


# --- Two in each other's place ---------------------------------------------------------------------------------


def _swapped(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    """Whether the words of its clause are of the series of another figure, and the words there of its own series."""
    point = sentence.meaning(figure).point
    if point is None or not _is_alone(sentence, figure):
        return None
    own, known = point.subject.series, sentence.known.series_words
    words = _words(sentence, figure)
    for other in sentence.levels:
        beside = sentence.meaning(other).point
        if beside is None or beside.subject.series in ("", own) or not _is_alone(sentence, other):
            continue
        of = beside.subject.series
        others = _words(sentence, other)
        here, there = (
            {id: sum(id in known.of(each.word) for each in some) for id in (own, of)} for some in (words, others)
        )
        if here[of] and there[own] and here[of] + there[own] > here[own] + there[of]:
            return next(each for each in words if of in known.of(each.word)), own, of
    return None


def _is_alone(sentence: Sentence, figure: Token) -> bool:
    return not any(
        sentence.clauses.number(each) == own_clause(sentence, figure) for each in sentence.figures if each is not figure
    )


def _words(sentence: Sentence, figure: Token) -> list[Token]:
    """The words of the clause of a figure that say what is counted."""
    own = (each for each in sentence.clauses.at(own_clause(sentence, figure)))
    return [each for each in own if each.kind is Kind.WORD and not each.is_own and not is_general(each.word)]


# --- Words that fit another better -------------------------------------------------------------------------


def _better(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    point = sentence.meaning(figure).point
    if point is None or not point.subject.series:
        return None
    own = point.subject.series
    around = words_around(sentence, figure)
    said = [each for each in around if says(sentence, each, figure) and not is_compared_with(sentence, each, figure)]
    if not any(series_of(sentence, each) or each.word in _ARTICLES for each in said):
        said = [each for each in around if each.index < figure.index and is_no_place(sentence, each)]
        said = [each for each in said if not sentence.is_compared(each)]
    counted = counted_by(sentence, figure)
    measures = unit_words(sentence, figure, own) | anybody(sentence, figure)
    by_id = {own, *(each for each in own.split("_") if len(each) >= _LEAST_ID)}
    supports = {each.word for each in around if _is_of(sentence, own, each) or each.word in by_id} - measures
    exact = supports & {own, *sentence.known.titles[own]} - set(sentence.known.units[own])
    supports -= {each.word for each in counted if sentence.known.is_title_of_other(each.word, own)}
    beside = series_beside(sentence, figure)
    parts = [each for each in around if each.kind is Kind.PART and each.index - 1 in {one.index for one in counted}]
    supports |= {each.word for each in around if says_part(sentence, each, own)}
    for token in (each for each in (*counted, *said) if each.word not in supports | measures):
        is_own = is_named_by(sentence, own, around) or is_told_by(sentence, own, around)
        is_own = is_own and not sentence.known.is_title_of_other(token.word, own)
        is_other = token in counted and not is_general(token.word) and not is_own
        is_other = is_other and not any(each.word in sentence.known.titles[own] for each in counted)
        for other in sorted(series_of(sentence, token) - beside - {own}):
            if token in counted and is_per(sentence, token, other):
                continue
            is_counted = token in counted or sentence.before(token, 1) == ["aantal"]
            is_narrower = is_counted and sentence.known.is_title_of_other(token.word, own)
            is_narrower = is_narrower and sentence.facts.is_part_of(other, own)
            is_said = is_named_by(sentence, other, said) or is_told_by(
                sentence, other, [*said, *parts], supports | measures
            )
            if not is_said or (are_kin(sentence, own, other) and not is_narrower):
                continue
            per = {each.word for each in counted if is_per(sentence, each, other)}
            fitting = {each.word for each in around if other in series_of(sentence, each)} - per
            fitting -= exact - sentence.known.titles[other]
            if _may_do(sentence, token, other, figure) or (token in counted and is_percent(sentence.facts.unit(other))):
                continue
            if (supports < fitting or is_other or is_narrower) and may_be(sentence, other, point, figure):
                return token, own, other
    return None


def _is_of(sentence: Sentence, series: str, token: Token) -> bool:
    """Whether a word is of a series; not by its beginning alone, where it is a name of others: 'woningverkopen'."""
    words = sentence.known.own_words(series)
    forms = tuple(each for each in stems(token.word) if len(each) >= _LEAST_ID)
    begins = any(each.startswith(forms) for each in words)
    if begins or series in series_of(sentence, token, widely=False):
        return True
    named = sentence.known.naming_words.of(token.word, widely=False)
    return series in series_of(sentence, token) and not named


def _may_do(sentence: Sentence, token: Token, other: str, figure: Token) -> bool:
    """Whether a word is who did what is counted: 'gaven gemeenten F miljoen euro uit'."""
    unit = unit_of(sentence.meaning(figure).unit)
    following = [each.word for each in sentence.tokens[figure.index + 1 :][:2] if each.word not in lexicon.SCALES]
    is_measured = unit.kind is not measure_kinds.COUNT and following[:1] and following[0] in content_words(unit.thing)
    is_thing = unit_of(sentence.facts.unit(other)).kind is measure_kinds.COUNT
    if is_thing and unit.kind is not measure_kinds.COUNT and _is_single(sentence, token):
        return True
    return bool(is_measured) and is_thing and _ARTICLES.isdisjoint(sentence.before(token, 1))


def _is_single(sentence: Sentence, token: Token) -> bool:
    """'een aanvraag', 'elke nieuwe leerling', 'per woning': of one of them nobody tells how many there are."""
    before = itertools.dropwhile(lambda word: word.endswith("e") and word not in _ONE, sentence.before(token, 3)[::-1])
    return next(before, "") in _ONE
