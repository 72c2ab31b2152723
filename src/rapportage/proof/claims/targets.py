"""Which values of the data words or a number in a sentence can be about: by the parts, series and times named there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims.binding import bound
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.names import Mention, Name
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.time_spans import windows

_COUNTRY = "nederland"
_PLAIN = 3
"""From so many points on a series is plainly the one that is meant."""


_AGAINST = 4
"""So many words after the first of two numbers in brackets 'tegen' may come."""


class Target(Struct, frozen=True):
    """A value that is meant, perhaps."""

    subject: Subject
    time: TimePeriod
    value: Decimal


class Targets(Struct, frozen=True):
    """`best` are those of the series that the sentence is most plainly about; `is_plain` says that it is no guess."""

    best: tuple[Target, ...] = ()
    others: tuple[Target, ...] = ()
    is_plain: bool = False


class Wanted(Struct, frozen=True):
    """What is asked: `anchors` are the figures and numbers among which names are divided, with `token` itself."""

    token: Token
    anchors: Sequence[Token]
    is_percent: bool | None = None
    """Whether the series that may be meant are percentages; None where any may."""
    is_whole: bool = False
    """Whether it is all of what it is of, whatever names there are: '2.608 van de 4.210'."""


def targets(sentence: Sentence, wanted: Wanted) -> Targets:
    mentions = [] if wanted.is_whole else named_parts(sentence, wanted.token, wanted.anchors)
    scores = _scores(sentence, wanted, mentions)
    if not scores:
        return Targets()
    most = max(scores.values())
    times = times_at(sentence, wanted.token, wanted.anchors)
    best = tuple(_values(sentence, [id for id in scores if scores[id] == most], mentions, times))
    others = tuple(_values(sentence, [id for id in scores if scores[id] < most], mentions, times))
    alone = len({each.subject.series for each in best}) == 1
    return Targets(best, others, bool(best) and most >= _PLAIN and alone)


def subjects_meant(sentence: Sentence, wanted: Wanted) -> list[Subject]:
    """What it is most plainly about, also where the data have no figure of the time that is named."""
    mentions = named_parts(sentence, wanted.token, wanted.anchors)
    scores = _scores(sentence, wanted, mentions)
    most = max(scores.values(), default=0)
    found = [(id, part_in(sentence, id, mentions)) for id in scores if scores[id] == most]
    return [Subject(id, part) for id, part in found if part is not None]


# --- Parts ------------------------------------------------------------------------------------------------


def named_parts(sentence: Sentence, token: Token, anchors: Sequence[Token]) -> list[Mention]:
    """The names that a token has, where they are divided among the figures and numbers."""
    named = [each for each in sentence.tokens if each.kind is Kind.PART]
    parts = [each for each in named if not sentence.is_base(each) or _is_right_ahead(sentence, each, token)]
    found = bound(parts, anchors, sentence.clauses)
    own = [parts[place] for place, figures in found.items() if any(each.index == token.index for each in figures)]
    own = own or _behind_brackets(sentence, token, parts)
    return [each.mention for each in own if each.mention is not None]


def _is_right_ahead(sentence: Sentence, part: Token, token: Token) -> bool:
    """Whether a number is in brackets behind a name: 'vier keer zo veel als van de 45-plussers (2,2%)'."""
    between = sentence.tokens[part.index + 1 : token.index]
    is_noun = len(between) == 2 and between[0].kind is Kind.WORD  # 'van de civiele zaken (66,0%)'
    return sentence.before(token, 1) == ["("] and (len(between) == 1 or is_noun)


def _behind_brackets(sentence: Sentence, token: Token, parts: Sequence[Token]) -> list[Token]:
    """The one name behind '(21.900 van de 27.400) zaten op het mbo', of the first number there."""
    if "(" not in sentence.reading.text:
        return []
    number = sentence.clauses.number(token)
    following = sentence.clauses.at(number + 1)
    is_first = sentence.before(token, 1) == ["("] and sentence.after(token, 2)[:1] == ["van"]
    if not is_first or not following or following[0].text != ")":
        return []
    is_free = not any(each.kind in (Kind.FIGURE, Kind.NUMBER) for each in following)
    named = [each for each in parts if sentence.clauses.number(each) == number + 1]
    return named if is_free and len(named) == 1 else []


def part_in(sentence: Sentence, series: str, mentions: Sequence[Mention]) -> Part | None:
    """The part of a series that all the names together are; None where it has no such part.

    A name that it has no part of, and that its title has, says no part: 'Vaccinatiegraad van 60-plussers'. Nor does
    that of the country.
    """
    known, title = sentence.known.names.get(series, frozenset()), sentence.facts.title(series).casefold()
    names: dict[str, Name] = {}
    for mention in mentions:
        own = [name for name in mention.names if name in known]
        text = sentence.reading.text[mention.start : mention.end].casefold()
        if not own and (text in title or text == _COUNTRY):
            continue
        if not own or len({name.name for name in own if name.dimension == own[0].dimension}) > 1:
            return None  # '60 jaar of ouder' of what has '60 tot 80' and '80 jaar en ouder'
        names.setdefault(own[0].dimension, own[0])
    if not names:
        return WHOLE
    for dimensions, parts in sentence.facts.cube.breakdowns(series).items():
        if set(dimensions) == set(names):
            return next(
                (each for each in parts if all(each.get(one.dimension) == one.name for one in names.values())), None
            )
    return None


# --- Series -----------------------------------------------------------------------------------------------


def _scores(sentence: Sentence, wanted: Wanted, mentions: Sequence[Mention]) -> dict[str, int]:
    """How plainly each series is meant."""
    own, everything = _words(sentence, wanted.token), _words(sentence)
    full = sentence.known.in_full
    in_clause, in_sentence = full.said_in(own), full.said_in(everything)
    figures = [each for each in sentence.figures if each.index != wanted.token.index]
    beside = {
        point.subject.series
        for each in sentence.nearest(wanted.token, figures)[:1]
        for point in sentence.meaning(each).points
    }
    if in_clause and not in_clause & beside:
        beside = set()  # its own clause names another than that of the figure near
    touched = {id for word in everything for id in (*full.with_word(word), *_of_root(sentence, word))}
    with_part = sentence.known.with_names(mentions)
    found: dict[str, int] = {}
    for id in sorted((in_sentence | beside | touched | with_part) - {""}):  # in one order in every run
        if wanted.is_percent not in (None, is_percent(sentence.facts.unit(id))):
            continue
        if mentions and part_in(sentence, id, mentions) is None:
            continue
        points = 2 * (id in in_clause) + 2 * (id in in_sentence) + 3 * (id in beside) + (id in touched)
        is_touched = full.touched(id, own) or any(id in _of_root(sentence, word) for word in own)
        found[id] = points + is_touched + 2 * bool(mentions)
    return found


def _of_root(sentence: Sentence, word: str) -> frozenset[str]:
    """The series that have a word of the same root: 'gevaccineerd', 'vaccinatiegraad'."""
    return frozenset() if is_general(word) else sentence.known.series_words.of(word, widely=False)


def _words(sentence: Sentence, token: Token | None = None) -> list[str]:
    """The words of the sentence, or of the clause of a token."""
    own = None if token is None else sentence.clauses.number(token)
    tokens = (each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART) or _is_per(sentence, each))
    mine = (each for each in tokens if own is None or sentence.clauses.number(each) == own)
    return [word for each in mine for word in each.word.split(".")]


def _is_per(sentence: Sentence, token: Token) -> bool:
    """The '10.000' of 'per 10.000 inwoners': a word of a title."""
    return token.kind is Kind.NUMBER and sentence.before(token, 1) == ["per"]


# --- Times ------------------------------------------------------------------------------------------------


def times_at(sentence: Sentence, token: Token, anchors: Sequence[Token]) -> list[TimePeriod]:
    """The periods that a token can be of, the likeliest first: those named with it, or of the figures beside it."""
    if named := times_named_at(sentence, token, anchors):
        return named
    beside = [sentence.meaning(each).point for each in sentence.nearest(token, sentence.levels)]
    return list(dict.fromkeys([*(each.time for each in beside if each), sentence.reading.near]))


def times_named_at(sentence: Sentence, token: Token, anchors: Sequence[Token]) -> list[TimePeriod]:
    """The periods that are named with a token."""
    own = sentence.clauses.number(token)
    if then := _then(sentence, token):
        return then
    at = [each for each in sentence.times() if sentence.is_at(each, of_clause=sentence.clauses.number(each) == own)]
    found = bound(at, anchors, sentence.clauses)
    mine = [at[place] for place, figures in found.items() if any(each.index == token.index for each in figures)]
    return [*windows(sentence, mine), *(period for each in mine for period in sentence.named(each, token))]


def _then(sentence: Sentence, token: Token) -> list[TimePeriod]:
    """Of 'minder dan in 2023, toen het er 92.800 waren' the time right before the clause."""
    own = sentence.clauses.number(token)
    clause = sentence.clauses.at(own)
    if clause[0].word == "tegen" and (base := _base_of_pair(sentence, own - 1)) is not None:
        return sentence.named(base, token)
    is_then = [each.word for each in clause[:2]] == [",", "toen"] or sentence.before(token, 1) == ["("]
    if not is_then or any(each.kind is Kind.TIME for each in clause):
        return []
    ahead = sentence.tokens[clause[0].index - 1]
    if not clause[0].index or ahead.kind is not Kind.TIME or _is_of_now(sentence, token, ahead):
        return []
    return sentence.named(ahead, token)


def _base_of_pair(sentence: Sentence, number: int) -> Token | None:
    """The time of the second number of 'minder dan in 2023 (251 tegen 263)', whose first clause that is."""
    clause = sentence.clauses.at(number)
    ahead = sentence.tokens[clause[0].index - 1] if clause and clause[0].text == "(" and clause[0].index else None
    return ahead if ahead is not None and ahead.kind is Kind.TIME and sentence.is_base(ahead) else None


def _is_of_now(sentence: Sentence, token: Token, time: Token) -> bool:
    """Whether it is the first of 'minder dan in 2023 (251 tegen 263)', which is of when it was compared."""
    return sentence.is_base(time) and sentence.before(token, 1) == ["("] and "tegen" in sentence.after(token, _AGAINST)


def _values(
    sentence: Sentence, series: Sequence[str], mentions: Sequence[Mention], times: Sequence[TimePeriod]
) -> Iterator[Target]:
    for id in series:
        part = part_in(sentence, id, mentions)
        if part is None:
            continue
        subject = Subject(id, part)
        for time in times:
            value = sentence.facts.value(subject, time)
            if value is not None:
                yield Target(subject, time, value)
