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
from rapportage.proof.claims.facts import Point, Subject
from rapportage.proof.claims.morphology import same_word
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.names import content_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.titles import some_alike
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_OF = re.compile(r"\bvan (?:de|het|alle|al de) ((?:\w+\s+){0,3}\w+)", re.IGNORECASE)
_WALKED = 5
"""So many words are between a noun and its preposition."""
_SHARES = ("aandeel", "percentage", "deel ")
_LEAST_ID = 5
"""So many letters has a word of the name of a series in the files that is a word of its own: 'zonnestroom'."""
_COUNTED = 3
"""So many words after a figure say what it counts."""
_SUPPOSED = frozenset(lexicon.words("gerekend uitgegaan normaal gewoonlijk doorgaans gebruikelijk model"))
"""With which a figure is no count of what happened."""
_TELLING = 2
"""So many words of a title name a series, whichever they are."""
_ARTICLES = frozenset(lexicon.words("de het een deze die dit dat"))
"""Without any, and without words of a series, a clause leans on what is before it: 'wie stierf, …, kwam uit op F'."""
_ANYBODY = frozenset(lexicon.words("mensen personen individuen burgers"))
"""What a figure counts that is of people, whichever people they are."""
_ONE = frozenset(lexicon.words("een één elk elke ieder iedere per"))
_BETWEEN = frozenset(lexicon.words("de het een deze die dit dat aantal totaal totale alle"))


def series_named(sentence: Sentence) -> Iterator[Verdict]:
    for figure in sentence.levels:
        ways = (_named_in_full, _better, _swapped, _plainer, _untouched)
        found = next((each for way in ways if (each := way(sentence, figure))), None)
        if found:
            token, id, other = found
            told = f"het cijfer is van '{sentence.facts.title(id)}'{_what_it_is(sentence, figure, other)}"
            yield sentence.verdict(ClaimKind.SERIES, token, token, False, told)


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
    scope = [word for word in _scope(sentence, figure) if word not in _ANYBODY]
    if is_percent(sentence.meaning(figure).unit):  # of what it is a part has a name of its own
        of = {word for found in _OF.finditer(sentence.reading.text) for word in content_words(found[1])}
        scope = [word for word in scope if word not in of]
    full = sentence.known.in_full.said_in(scope)
    related = {each for id in own for each in sentence.facts.family(id)}
    is_own = any(sentence.known.is_named(id, scope) for id in own)
    is_like = any(not own.isdisjoint(sentence.known.naming_words.of(word, widely=False)) for word in scope)
    if not own or not full or full & related or is_own or is_like:
        return None
    is_counted = bool(_counted(sentence, figure)) and unit_of(sentence.meaning(figure).unit).kind is measure_kinds.COUNT
    full = {id for id in full if not (is_counted and is_percent(sentence.facts.unit(id)))}
    if not full:
        return None  # 'de werkloosheid liep op: F duizend mensen'

    other = sorted(full)[0]
    return _said_of(sentence, sentence.known.titles[other]) or figure, sorted(own)[0], other


def _said_of(sentence: Sentence, words: frozenset[str]) -> Token | None:
    """The first word of the sentence that is one of these."""
    of_words = (each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART))
    return next((each for each in of_words if some_alike(words, each.word)), None)


def _scope(sentence: Sentence, figure: Token) -> list[str]:
    """The words of the clause of a figure and of those before it, without clauses that have figures of their own.

    A word before a hyphen is part of another: 'varkens- en pluimveehouders'.
    """
    return [each.word for each in _around(sentence, figure) if sentence.clauses.number(each) <= _own(sentence, figure)]


def _own(sentence: Sentence, figure: Token) -> int:
    return sentence.clauses.number(figure)


def _around(sentence: Sentence, figure: Token) -> list[Token]:
    """The words of the clause of a figure and of those that have no figures."""
    own = _own(sentence, figure)
    others = {sentence.clauses.number(each) for each in sentence.figures} - {own}
    tokens = (each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART))
    tokens = (each for each in tokens if each.word not in lexicon.EMPTY_VERBS)
    return [each for each in tokens if sentence.clauses.number(each) not in others and sentence.after(each, 1) != ["-"]]


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
        sentence.clauses.number(each) == _own(sentence, figure) for each in sentence.figures if each is not figure
    )


def _words(sentence: Sentence, figure: Token) -> list[Token]:
    """The words of the clause of a figure that say what is counted."""
    own = (each for each in sentence.tokens if sentence.clauses.number(each) == _own(sentence, figure))
    return [each for each in own if each.kind is Kind.WORD and not each.is_own and not is_general(each.word)]


# --- Words that fit another better -------------------------------------------------------------------------


def _better(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    point = sentence.meaning(figure).point
    if point is None or not point.subject.series:
        return None
    own, known = point.subject.series, sentence.known.series_words
    around = _around(sentence, figure)
    said = [each for each in around if _says(sentence, each, figure)]
    if not any(known.of(each.word) or each.word in _ARTICLES for each in said):
        said = [each for each in around if each.index < figure.index and _is_no_place(sentence, each)]
        said = [each for each in said if not sentence.is_compared(each)]
    counted = _counted(sentence, figure)
    measures = _measures(sentence, figure, own) | _anybody(sentence, figure)
    by_id = {own, *(each for each in own.split("_") if len(each) >= _LEAST_ID)}
    supports = {each.word for each in around if own in known.of(each.word) or each.word in by_id} - measures
    supports -= {each.word for each in counted if sentence.known.is_title_of_other(each.word, own)}
    beside = _beside(sentence, figure)
    parts = [each for each in around if each.kind is Kind.PART and each.index - 1 in {one.index for one in counted}]
    for token in (each for each in (*counted, *said) if each.word not in supports | measures):
        is_own = _is_named_by(sentence, own, around) or _is_told_by(sentence, own, around)
        is_own = is_own and not sentence.known.is_title_of_other(token.word, own)
        is_other = token in counted and not is_general(token.word) and not is_own
        is_other = is_other and not any(each.word in sentence.known.titles[own] for each in counted)
        for other in sorted(known.of(token.word) - beside - {own}):
            is_counted = token in counted or sentence.before(token, 1) == ["aantal"]
            is_narrower = is_counted and sentence.known.is_title_of_other(token.word, own)
            is_narrower = is_narrower and sentence.facts.is_part_of(other, own)
            is_said = _is_named_by(sentence, other, said) or _is_told_by(
                sentence, other, [*said, *parts], supports | measures
            )
            if not is_said or (_are_kin(sentence, own, other) and not is_narrower):
                continue
            fitting = {each.word for each in around if other in known.of(each.word)}
            if _may_do(sentence, token, other, figure):
                continue
            if (supports < fitting or is_other or is_narrower) and _may_be(sentence, other, point, figure):
                return token, own, other
    return None


def _says(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether a word of the clause of a figure may say what it counts: no noun after a preposition."""
    if (
        token.kind is not Kind.WORD
        or token.is_own
        or token.word in lexicon.EMPTY_VERBS
        or sentence.clauses.number(token) != _own(sentence, figure)
    ):
        return False
    if any(token in _counted(sentence, each) for each in sentence.figures if each is not figure):
        return False
    return _is_no_place(sentence, token)


def _is_no_place(sentence: Sentence, token: Token) -> bool:
    """Whether it is no noun after a preposition."""
    if token.kind is not Kind.WORD or token.is_own:
        return False
    for step in range(1, _WALKED):
        before = sentence.tokens[token.index - step] if token.index >= step else None
        if before is None or before.kind in (Kind.FIGURE, Kind.MARK, Kind.TIME):
            return True
        if before.word in lexicon.PREPOSITIONS:
            return False
        if not (before.word in _BETWEEN or before.kind in (Kind.PART, Kind.NUMBER) or before.word.endswith("e")):
            return True
    return True


def _counted(sentence: Sentence, figure: Token) -> list[Token]:
    """'F nieuwe uitkeringen': the words right after a figure, to the noun that it counts."""
    found: list[Token] = []
    for token in sentence.tokens[figure.index + 1 :]:
        if token.kind is Kind.PART or token.word in lexicon.SCALES:
            continue
        if token.kind is not Kind.WORD or token.word in lexicon.PREPOSITIONS or len(found) == _COUNTED:
            break
        found.append(token)
        if not token.word.endswith("e"):
            break
    return found


def _beside(sentence: Sentence, figure: Token) -> set[str]:
    """The series of other figures in the clause."""
    near = [each for each in sentence.figures if sentence.clauses.number(each) == _own(sentence, figure)]
    return {point.subject.series for each in near if each is not figure for point in sentence.meaning(each).points}


def _are_kin(sentence: Sentence, one: str, other: str) -> bool:
    """Whether one is part of the other, or both are called the same."""
    facts = sentence.facts
    return one in facts.family(other) or other in facts.family(one) or facts.title(one) == facts.title(other)


def _is_named_by(sentence: Sentence, series: str, said: Sequence[Token]) -> bool:
    """Whether what a title is about is said; of one that is about people or cases, all of it."""
    if not sentence.known.naming.get(series, frozenset()):
        return sentence.facts.title(series).casefold() in sentence.reading.text.casefold()
    return any(series in sentence.known.naming_words.of(each.word, widely=False) for each in said)


def _is_told_by(sentence: Sentence, series: str, said: Sequence[Token], but: Set[str] = frozenset()) -> bool:
    """Whether more words of a title are said: 'alleenstaande minderjarigen' of one that goes on with a noun."""
    known = sentence.known.series_words
    return len({each.word for each in said if series in known.of(each.word, widely=False)} - but) >= _TELLING


def _measures(sentence: Sentence, figure: Token, own: str) -> set[str]:
    """The words of a unit that is no number of things ('euro', 'dagen', 'TWh'): they are of many a series."""
    unit = unit_of(sentence.meaning(figure).unit)
    return set() if unit.kind is measure_kinds.COUNT else set(content_words(unit.thing)) - sentence.known.titles[own]


def _anybody(sentence: Sentence, figure: Token) -> frozenset[str]:
    """The words that are of every figure of people, and so of no one series."""
    things = content_words(unit_of(sentence.meaning(figure).unit).thing)
    return _ANYBODY if any(lexicon.COUNTED.get(each) == "mensen" for each in things) else frozenset()


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


def _may_be(sentence: Sentence, series: str, point: Point, figure: Token) -> bool:
    """Whether that series has a figure of the same time, and it may look so: else the words are not about its figures.

    A percentage is called after what it is a part of ('van hen vertrok 30%'), or after what grew ('de lonen stegen').
    """
    is_growth = sentence.facts.is_change(point.subject.series) and not sentence.facts.is_change(series)
    if is_growth and direction_words(sentence):
        return False
    kind = unit_of(sentence.facts.unit(series)).kind
    own = unit_of(sentence.meaning(figure).unit)
    is_share_of = kind is measure_kinds.SHARE and sentence.facts.title(series).casefold().startswith(_SHARES)
    if kind is measure_kinds.COUNT if own.is_percent else is_share_of:
        return False
    return sentence.facts.value(Subject(series), point.time) is not None


# --- Words that say less than the title ----------------------------------------------------------------------


def _are_one(one: str, other: str) -> bool:
    """Whether two words are forms of one, and neither is part of the other: 'overledenen', 'overleden'."""
    return same_word(one, other) or not lexicon.KIN.get(one, frozenset()).isdisjoint(lexicon.KIN.get(other, ()))


def _is_form(one: str, other: str) -> bool:
    """Whether two words begin alike: 'verwachte', 'verwachting'."""
    return min(len(one), len(other)) >= _LEAST_ID and one[:_LEAST_ID] == other[:_LEAST_ID]


def _plainer(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    """Words that are all of the title of a series, where that of the figure says more: 'sterfte' of expected."""
    point = sentence.meaning(figure).point
    if point is None or not point.subject.series or sentence.is_ahead(figure):
        return None
    own, known = point.subject.series, sentence.known.series_words
    words = {each.word for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART)}
    around = [each.word for each in _around(sentence, figure)]
    if not _SUPPOSED.isdisjoint(words) or sentence.earlier:
        return None
    for other in sorted(sentence.known.in_full.said_in(around) - {own}):
        title, longer = sentence.known.titles[other], sentence.known.titles[own]
        is_less = len(title) < len(longer) and all(own in known.of(word) for word in title)
        is_less = is_less and all(any(_are_one(word, said) for said in around) for word in title)
        more = [word for word in longer if other not in known.of(word)]
        is_unsaid = bool(more) and not any(_is_form(word, said) for word in more for said in words)
        is_like = sentence.facts.unit(own) == sentence.facts.unit(other) and not _are_kin(sentence, own, other)
        if is_less and is_unsaid and is_like and _may_be(sentence, other, point, figure):
            token = _said_of(sentence, title)
            return (token, own, other) if token else None
    return None


def _untouched(sentence: Sentence, figure: Token) -> tuple[Token, str, str] | None:
    """Words of which none is of the series of a figure, and more are of another: 'op de intensive care'."""
    point = sentence.meaning(figure).point
    if point is None or not point.subject.series or sentence.earlier or len(sentence.figures) > 1:
        return None
    own, known, facts = point.subject.series, sentence.known.series_words, sentence.facts
    words = [each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART) and not is_general(each.word)]
    if point.subject.part.names or any(own in known.of(each.word) or each.is_own for each in words):
        return None
    if not {*own.casefold().split("_")}.isdisjoint(each.word for each in words):
        return None
    telling = [each for each in words if each.kind is Kind.WORD and each.word not in lexicon.EMPTY_VERBS]
    kind = unit_of(sentence.meaning(figure).unit).kind
    for other in sorted(
        {id for each in telling for id in known.of(each.word, widely=False)} - {own, *facts.sum_of(own)}
    ):
        is_apart = not _are_kin(sentence, own, other) or facts.is_part_of(other, own)
        is_told = _is_told_by(sentence, other, telling) and unit_of(facts.unit(other)).kind is kind
        if is_apart and is_told and _may_be(sentence, other, point, figure):
            return next(each for each in telling if other in known.of(each.word, widely=False)), own, other
    return None
