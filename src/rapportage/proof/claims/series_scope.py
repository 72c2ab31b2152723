"""Which words of a sentence may say what a figure counts: those of its clause, and right after it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence, Set

from rapportage.figures import measure_kinds
from rapportage.figures.unit_text import unit_of
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Point, Subject
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.names import content_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import SeriesWords, roots_of
from rapportage.proof.claims.spoken import joined_verbs
from rapportage.proof.claims.titles import some_alike

_WALKED = 5
"""So many words are between a noun and its preposition."""
_SHARES = ("aandeel", "percentage", "deel ")
_COUNTED = 3
"""So many words after a figure say what it counts."""
_TELLING = 2
"""So many words of a title name a series, whichever they are."""
ANYBODY = frozenset(lexicon.words("mensen personen individuen burgers"))
"""What a figure counts that is of people, whichever people they are."""
_PARTICIPLE = re.compile(r"(?:[a-zë]{2,6})?ge[a-zë]{3,}(?:d|t|en)|(?:be|ver|ont|her)[a-zë]{3,}(?:d|t|en)")
_DENIED = 3
_SINGLE = (["een"], ["één"], ["elke"], ["iedere"])
_SPANS = frozenset(
    lexicon.words(
        "dag dagen week weken maand maanden kwartaal kwartalen halfjaar jaar jaren decennium decennia eeuw korte lange "
        "kortere langere enige geruime afgelopen dezelfde dergelijke huidige laatste"
    )
)
"""Before 'tijd', which is then a stretch of it."""
_BETWEEN = frozenset(lexicon.words("de het een deze die dit dat aantal totaal totale alle meer minder veel weinig"))


def words_ahead(sentence: Sentence, figure: Token) -> list[str]:
    """The words of the clause of a figure and of those before it, without clauses that have figures of their own.

    A word before a hyphen is part of another: 'varkens- en pluimveehouders'.
    """
    own = own_clause(sentence, figure)
    return [each.word for each in words_around(sentence, figure) if sentence.clauses.number(each) <= own]


def _conceded(sentence: Sentence, figure: Token) -> set[int]:
    """The clauses of 'hoewel het aantal banen groeide', where a figure is named in its own, or another is between."""
    ahead = [each for each in sentence.tokens[: figure.index] if each.kind is not Kind.MARK]
    opens = [
        each for one, each in itertools.pairwise([None, *ahead]) if each and not _is_same_clause(sentence, one, each)
    ]
    granted = [each for each in opens if each.word in lexicon.CONCEDES]
    if not granted:
        return set()
    between = any(granted[-1].index < each.index < figure.index for each in sentence.figures)
    is_named = between or _is_named_here(sentence, figure)
    return {sentence.clauses.number(each) for each in granted} - {own_clause(sentence, figure)} if is_named else set()


def _is_named_here(sentence: Sentence, figure: Token) -> bool:
    """Whether a word of the clause of a figure is of its series."""
    own = {point.subject.series for point in sentence.meaning(figure).points}
    number = own_clause(sentence, figure)
    words = [each for each in sentence.tokens if each.kind is Kind.WORD and sentence.clauses.number(each) == number]
    return any(not own.isdisjoint(series_of(sentence, each, widely=False)) for each in words)


def _is_same_clause(sentence: Sentence, one: Token | None, other: Token) -> bool:
    return one is not None and sentence.clauses.number(one) == sentence.clauses.number(other)


def own_clause(sentence: Sentence, figure: Token) -> int:
    return sentence.clauses.number(figure)


def words_around(sentence: Sentence, figure: Token) -> list[Token]:
    """The words of the clause of a figure and of those that have no figures."""
    own = own_clause(sentence, figure)
    others = {sentence.clauses.number(each) for each in sentence.figures} - {own}
    others |= _conceded(sentence, figure)
    tokens = (each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART))
    joined = joined_verbs(sentence)
    tokens = (each for each in tokens if each.word not in lexicon.EMPTY_VERBS or each.index in joined)
    tokens = (each for each in tokens if not (_is_span(sentence, each) or _is_denied(sentence, each)))
    return [each for each in tokens if sentence.clauses.number(each) not in others and sentence.after(each, 1) != ["-"]]


def _is_denied(sentence: Sentence, token: Token) -> bool:
    """Whether it is what was not done: 'die nog niet waren afgewikkeld'."""
    is_participle = token.kind is Kind.WORD and _PARTICIPLE.fullmatch(token.word) is not None
    return is_participle and "niet" in sentence.before(token, _DENIED)


def is_per(sentence: Sentence, token: Token, series: str) -> bool:
    """Whether a word is only what a rate is per: 'bedrijven' of 'Faillissementen per 100.000 bedrijven'."""
    title, _, per = sentence.facts.title(series).casefold().partition(" per ")
    return token.word in content_words(per) and token.word not in content_words(title)


def _is_span(sentence: Sentence, token: Token) -> bool:
    """Whether it is the 'tijd' of 'in een maand tijd' or 'in korte tijd', which is no waiting time."""
    if token.word != "tijd" or token.index == 0:
        return False
    before = sentence.tokens[token.index - 1]
    return before.kind is Kind.TIME or before.word in _SPANS


def says(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether a word of the clause of a figure may say what it counts: no noun after a preposition."""
    if (
        token.kind is not Kind.WORD
        or token.is_own
        or _is_span(sentence, token)
        or _is_denied(sentence, token)
        or (token.word in lexicon.EMPTY_VERBS and token.index not in joined_verbs(sentence))
        or sentence.clauses.number(token) != own_clause(sentence, figure)
    ):
        return False
    if token.index > figure.index and sentence.before(token, 1) in _SINGLE and sentence.after(token, 1) != ["van"]:
        return False  # 'in F gevallen klopte een veteraan aan'
    if any(token in counted_by(sentence, each) for each in sentence.figures if each is not figure):
        return False
    return is_no_place(sentence, token)


def is_compared_with(sentence: Sentence, token: Token, figure: Token) -> bool:
    """Whether a word behind a figure is what there is more or less than: 'F vacatures, meer dan er werklozen waren'."""
    between = sentence.tokens[figure.index + 1 : token.index]
    behind = itertools.takewhile(lambda each: each.kind is Kind.WORD, reversed(between))
    words = [each.word for each in behind]
    return "dan" in words and any(each.word in lexicon.COMPARISONS for each in between)


def is_no_place(sentence: Sentence, token: Token) -> bool:
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


def counted_by(sentence: Sentence, figure: Token) -> list[Token]:
    """'F nieuwe uitkeringen', 'F euro schuld': the words right after a figure, to the noun that it counts."""
    found: list[Token] = []
    unit = unit_of(sentence.meaning(figure).unit)
    measure = set() if unit.kind is measure_kinds.COUNT else set(content_words(unit.thing))
    for token in sentence.tokens[figure.index + 1 :]:
        if token.kind is Kind.PART or token.word in lexicon.SCALES:
            continue
        if token.word in measure:
            measure = set()
            continue
        if token.kind is not Kind.WORD or token.word in lexicon.PREPOSITIONS or len(found) == _COUNTED:
            break
        found.append(token)
        if not token.word.endswith("e"):
            break
    return found


def series_beside(sentence: Sentence, figure: Token) -> set[str]:
    """The series of other figures in the clause."""
    near = [each for each in sentence.figures if sentence.clauses.number(each) == own_clause(sentence, figure)]
    return {point.subject.series for each in near if each is not figure for point in sentence.meaning(each).points}


def series_of(sentence: Sentence, token: Token, *, widely: bool = True) -> frozenset[str]:
    """The series that a word is of; a verb in two pieces as one: 'stroomden … in'."""
    return _known_of(sentence, sentence.known.series_words, token, widely)


def _known_of(sentence: Sentence, words: SeriesWords, token: Token, widely: bool) -> frozenset[str]:
    verbs = joined_verbs(sentence).get(token.index)
    if not verbs:
        return words.of(token.word, widely=widely)
    joined = [words.of(each, widely=False) for each in verbs]
    return frozenset[str]().union(*joined) or words.of(token.word, widely=widely)


def says_part(sentence: Sentence, token: Token, series: str) -> bool:
    """Whether a verb in two pieces is what a part of a series is called: 'kwamen … aan' of 'aangekomen'."""
    joined = joined_verbs(sentence).get(token.index, ())
    if not joined:
        return False
    names = sentence.known.names.get(series, frozenset())
    own = frozenset[str]().union(*(roots_of(name.name.casefold()) for name in names))
    return any(not own.isdisjoint(roots_of(each)) for each in joined)


def are_kin(sentence: Sentence, one: str, other: str) -> bool:
    """Whether one is part of the other, or both are called the same."""
    facts = sentence.facts
    return one in facts.family(other) or other in facts.family(one) or facts.title(one) == facts.title(other)


def is_named_by(sentence: Sentence, series: str, said: Sequence[Token]) -> bool:
    """Whether what a title is about is said; of one that is about people or cases, all of it."""
    if not sentence.known.naming.get(series, frozenset()):
        return sentence.facts.title(series).casefold() in sentence.reading.text.casefold()
    return any(series in _known_of(sentence, sentence.known.naming_words, each, widely=False) for each in said)


def is_told_by(sentence: Sentence, series: str, said: Sequence[Token], but: Set[str] = frozenset()) -> bool:
    """Whether more words of a title are said: 'alleenstaande minderjarigen' of one that goes on with a noun."""
    return len({each.word for each in said if series in series_of(sentence, each, widely=False)} - but) >= _TELLING


def unit_words(sentence: Sentence, figure: Token, own: str) -> set[str]:
    """The words of a unit that is no number of things ('euro', 'dagen', 'TWh'): they are of many a series."""
    unit = unit_of(sentence.meaning(figure).unit)
    return set() if unit.kind is measure_kinds.COUNT else set(content_words(unit.thing)) - sentence.known.titles[own]


def anybody(sentence: Sentence, figure: Token) -> frozenset[str]:
    """The words that are of every figure of people, and so of no one series."""
    things = content_words(unit_of(sentence.meaning(figure).unit).thing)
    return ANYBODY if any(lexicon.COUNTED.get(each) == "mensen" for each in things) else frozenset()


def may_be(sentence: Sentence, series: str, point: Point, figure: Token) -> bool:
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


def said_of(sentence: Sentence, words: frozenset[str]) -> Token | None:
    """The first word of the sentence that is one of these."""
    of_words = (each for each in sentence.tokens if each.kind in (Kind.WORD, Kind.PART))
    return next((each for each in of_words if some_alike(words, each.word)), None)
