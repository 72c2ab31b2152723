"""What goes on about the figure before it: 'F woningen, tegen F in 2023', 'in 2023 waren dat er F'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.figures import measure_kinds
from rapportage.figures.unit_text import unit_of
from rapportage.figures.words.numbers import number
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Meaning, Point, Subject
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.text.language.composed import SLOT

_POINTS_BACK = frozenset(lexicon.words("dat het dit"))
_OPENS = frozenset(("tegen", "tegenover", "na"))
_VERBS = lexicon.AUXILIARIES | lexicon.EMPTY_VERBS | frozenset(lexicon.words("lag lagen ligt bedroeg bedroegen beliep"))
_PLAIN = (
    _VERBS
    | frozenset(lexicon.SCALES)
    | frozenset(
        lexicon.words(
            "tegen tegenover na er dat het dit de een en terwijl waar maar nog al toen nu slechts ruim bijna ongeveer "
            "circa zo'n rond in op uit van aantal procent euro ervoor eerder destijds"
        )
    )
)
"""A clause of only such words and a time says nothing of what its figure counts."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_BREAK = re.compile(r"[.,;:!?()–—]")


def carried_on(sentence: Sentence) -> Iterator[Verdict]:
    for figure in sentence.levels:
        point, before = sentence.meaning(figure).point, _before(sentence, figure)
        first = _leans(sentence, figure, before[-1]) if before and point and point.subject.series else None
        if first is None or point is None:
            continue
        own, about = point.subject.series, before[-1]
        known = {each.subject.series for meaning in before for each in meaning.points}
        if own in known or not known.isdisjoint(sentence.facts.family(own)) or about.point is None:
            continue
        if not _may_be_same(sentence, own, about.point.subject.series) or _is_apart(sentence, figure):
            continue
        if _is_called(sentence, figure, own, about.point.subject.series):
            continue
        told = f"het cijfer is van '{sentence.facts.title(own)}'{_what_it_is(sentence, about.point, point)}"
        yield sentence.verdict(ClaimKind.SERIES, first, figure, False, told)


def _leans(sentence: Sentence, figure: Token, about: Meaning) -> Token | None:
    """The word by which the clause of a figure leans on what is before it; None where it says itself what it is of."""
    meaning = sentence.meaning(figure)
    number = sentence.clauses.number(figure)
    clause = sentence.clauses.at(number)
    words = [each for each in clause if each.kind is Kind.WORD]
    others = [each for each in clause if each.kind in (Kind.FIGURE, Kind.PART, Kind.NUMBER) and each is not figure]
    units = [sentence.known.units[p.subject.series] for each in (meaning, about) for p in each.points]
    unit = frozenset[str].intersection(*units)
    if others or any(each.word not in _PLAIN and each.word not in unit for each in words):
        return None
    if words and words[0].word in _OPENS:
        return words[0]
    has_verb = any(each.word in _VERBS for each in words)
    back = next((each for each in words if each.word in _POINTS_BACK and each.index < figure.index), None)
    return min(back, figure, key=lambda each: each.index) if back and has_verb else None


def _before(sentence: Sentence, figure: Token) -> Sequence[Meaning]:
    """The levels before a figure, of the sentences before it too."""
    own = [sentence.meaning(each) for each in sentence.figures if each.index < figure.index]
    return [each for each in (*sentence.earlier, *own) if each.is_level and each.point]


def _may_be_same(sentence: Sentence, own: str, other: str) -> bool:
    """Whether figures of two series look alike: 'dat zijn er F duizend' and 'dat is F%' say the other so of the one."""
    kind, about = (unit_of(sentence.facts.unit(each)).kind for each in (own, other))
    is_counted_of_rate = kind is measure_kinds.COUNT and about is measure_kinds.RATE
    return kind == about or not (is_counted_of_rate or measure_kinds.SHARE in (kind, about))


def _is_apart(sentence: Sentence, figure: Token) -> bool:
    """Whether a clause that says something is between a figure and the one before it: 'anderen gingen dood'."""
    own = sentence.clauses.number(figure)
    last = next((each for each in reversed(sentence.figures) if each.index < figure.index), None)
    first = -1 if last is None else sentence.clauses.number(last)
    between = [each.word for each in sentence.tokens if first < sentence.clauses.number(each) < own and _is_word(each)]
    if last is None:
        stretch = sentence.reading.stretch
        before = SLOT.split(stretch.composed.text[: stretch.start])[-1]
        between += _WORD.findall("".join(_BREAK.split(before, 1)[1:]).casefold())
    return any(word not in _PLAIN for word in between)


def _is_word(token: Token) -> bool:
    return token.kind in (Kind.WORD, Kind.PART)


def _is_called(sentence: Sentence, figure: Token, own: str, other: str) -> bool:
    """Whether a word of the text before a figure, or of its sentence, may be of its own series and not of the other."""
    known = sentence.known
    if known.naming.get(own, frozenset()) & known.naming.get(other, frozenset()):
        return True
    stretch = sentence.reading.stretch
    text = f"{stretch.composed.text[: stretch.start]} {sentence.reading.text}".casefold()
    ids = {*own.casefold().split("_")}
    return any(
        word in ids or (own in (of := known.series_words.of(word)) and other not in of)
        for word in dict.fromkeys(_WORD.findall(text))
    )


def _what_it_is(sentence: Sentence, about: Point, at: Point) -> str:
    """What the figure of what is meant would be."""
    value = sentence.facts.value(Subject(about.subject.series, about.subject.part), at.time)
    title = sentence.facts.title(about.subject.series)
    return f"; van '{title}' is het {number(value)}" if value is not None else ""
