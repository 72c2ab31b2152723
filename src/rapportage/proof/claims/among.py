"""'F, van wie F', 'van de F waren er F': the one figure is part of the other, and of the same time."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.figures.measure_kinds import COUNT
from rapportage.figures.parts import Part
from rapportage.figures.unit_text import unit_of
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.facts import Meaning, Point, Subject
from rapportage.proof.claims.names import Name
from rapportage.proof.claims.partitives import Partitive, partitives
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence, times_told
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.when import fits


def among(sentence: Sentence) -> Iterator[Verdict]:
    for each in partitives(sentence):
        part = sentence.meaning(each.part)
        found = [_is_within(sentence, each, part, whole) for whole in each.wholes]
        holds = True if True in found else None if None in found else False
        if holds is None and not each.is_claim:
            continue
        label = part.points[0].subject.part.label
        told = f"het cijfer is van '{sentence.facts.title(part.points[0].subject.series)}'"
        told += f", {', '.join(filter(None, (label, times_told(part))))}"
        yield sentence.verdict(ClaimKind.WHOLE, each.first, each.last, holds, told)


def _is_within(sentence: Sentence, said: Partitive, part: Meaning, whole: Meaning) -> bool | None:
    """Open where they count different things that may well be within each other."""
    one, other = part.point, whole.point
    if one is None or other is None:
        return None
    own, of = one.subject, other.subject
    if unit_of(part.unit).kind is not COUNT or unit_of(whole.unit).kind is not COUNT:
        return None
    if own.series != of.series and _is_of_whole(sentence, said, one, other):
        return False
    if sentence.facts.is_part_of(own.series, of.series):
        return fits([other.time], one) and _is_part(own.part, of.part, is_one=said.is_one)
    if sentence.facts.is_part_of(of.series, own.series):
        return False
    if _is_more(part, whole):
        return False
    if own.part.names and sentence.facts.value(Subject(of.series, own.part), one.time) is not None:
        return False  # the other series has a figure of its own of that part
    is_other = _has_named(sentence, said.part, one, other) or _is_called_else(sentence, said, own.series, of.series)
    is_other = is_other or (own.series != of.series and not _is_touched(sentence, said, own.series))
    return False if is_other else None


def _is_of_whole(sentence: Sentence, said: Partitive, one: Point, other: Point) -> bool:
    """Whether 'van wie F aan een hogeschool' names a part of the whole, and no word is of the figure's own series."""
    number = sentence.clauses.number(said.part)
    own = [each for each in sentence.clauses.at(number) if each.mention]
    known = sentence.known.names.get(other.subject.series, frozenset())
    named = {name for each in own if each.mention for name in each.mention.names if name in known}
    is_other = bool(named) and all(one.subject.part.get(name.dimension) is None for name in named)
    return said.is_claim and is_other and not _is_touched(sentence, said, one.subject.series)


def _is_more(part: Meaning, whole: Meaning) -> bool:
    """Whether there are more of it, where one of the whole can't be more of the part: a firm has many jobs."""
    if part.value is None or whole.value is None or part.value <= whole.value:
        return False
    return part.unit == whole.unit or lexicon.COUNTED.get(unit_of(whole.unit).thing) in (None, "mensen")


def _is_called_else(sentence: Sentence, said: Partitive, own: str, of: str) -> bool:
    """Whether the whole is called what the part is of, or the part what another is that is part of the whole."""
    at_whole = next((each for each in sentence.levels if sentence.meaning(each) in said.wholes), None)
    if at_whole is not None:
        called = _called(sentence, at_whole)
        if own in called and of not in called:
            return True
    called = _called(sentence, said.part)
    return own not in called and any(each != of and sentence.facts.is_part_of(each, of) for each in called)


def _called(sentence: Sentence, figure: Token) -> set[str]:
    """The series that the words of the clause of a figure are of."""
    number, known = sentence.clauses.number(figure), sentence.known.series_words
    words = [each for each in sentence.clauses.at(number) if each.kind is Kind.WORD]
    return {id for each in words if not is_general(each.word) for id in known.of(each.word, widely=False)}


def _is_touched(sentence: Sentence, said: Partitive, series: str) -> bool:
    """Whether any word of the sentence, or of the clause that begins with 'van wie', is of a series."""
    number = sentence.clauses.number(said.part)
    scope = [each for each in sentence.tokens if not said.is_claim or sentence.clauses.number(each) == number]
    words = [each.word for each in scope if each.kind in (Kind.WORD, Kind.PART)]
    own = set(series.casefold().split("_"))
    return any(series in sentence.known.series_words.of(word) or word in own for word in words)


def _is_part(part: Part, whole: Part, *, is_one: bool) -> bool | None:
    """Open where more of them may be meant together ('F Syriërs en F Irakezen, van wie F')."""
    if part.within(whole):
        return True
    shared = set(part.dimensions) & set(whole.dimensions)
    is_other = any(part.get(each) != whole.get(each) for each in shared)
    return False if whole.within(part) or (is_one and is_other) else None


def _has_named(sentence: Sentence, figure: Token, one: Point, other: Point) -> bool:
    """Whether the clause of a figure names a part that the whole has, and the figure's own series has not."""
    own, of = (sentence.known.names.get(each.subject.series, frozenset[Name]()) for each in (one, other))
    number = sentence.clauses.number(figure)
    named = [each for each in sentence.tokens if each.kind is Kind.PART and sentence.clauses.number(each) == number]
    names = {name for each in named if each.mention for name in each.mention.names}
    known = (Subject(other.subject.series, Part((name.dimension,), (name.name,))) for name in sorted(names & of - own))
    return any(sentence.facts.value(each, one.time) is not None for each in known)
