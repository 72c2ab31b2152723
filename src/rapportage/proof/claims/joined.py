"""Names that 'en' joins beside one number, which is their sum: '11,7 miljoen banen van werknemers en zelfstandigen'."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.binding import bound
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.pairing import runs
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.targets import Target, Targets, part_in

_JOINING = frozenset((",", *lexicon.words("en de het van uit in bij voor die")))
_EACH = frozenset(
    lexicon.words("elk ieder iedere elke beide allebei respectievelijk resp achtereenvolgens per gemiddeld")
)


def joined_parts(sentence: Sentence, number: Token, anchors: Sequence[Token]) -> list[Token]:
    """The parts that are named together with a number; nothing where one of them has a figure or number of its own."""
    if not _EACH.isdisjoint(sentence.words(0, len(sentence.tokens))):
        return []
    parts = [each for each in sentence.tokens if each.kind is Kind.PART and each.mention and not sentence.is_base(each)]
    of = {parts[place].index: figures for place, figures in bound(parts, anchors, sentence.clauses).items()}
    own = sentence.clauses.number(number)
    taken = {sentence.clauses.number(each) for each in anchors} - {own}
    for run in runs(parts, sentence.tokens, _JOINING):
        figures = [each.index for part in run for each in of.get(part.index, [])]
        is_free = taken.isdisjoint(sentence.clauses.number(each) for each in run)
        if is_free and set(figures) == {number.index} and not _is_within(run, anchors):
            return run
    return []


def _is_within(run: Sequence[Token], anchors: Sequence[Token]) -> bool:
    return any(run[0].index < each.index < run[-1].index for each in anchors)


def sum_of(sentence: Sentence, parts: Sequence[Token], found: Targets) -> Target | None:
    """What they are together of the one series that is plainly meant, where its parts add up."""
    if not found.is_plain or not parts:
        return None
    series, time = found.best[0].subject.series, found.best[0].time
    edition = sentence.facts.cube.series(series, sentence.facts.as_of)
    found_parts = [part_in(sentence, series, [each.mention]) for each in parts if each.mention]
    own = list(dict.fromkeys(each for each in found_parts if each is not None))
    values = [sentence.facts.value(Subject(series, each), time) for each in own]
    known = [each for each in values if each is not None]
    is_of_one = len({each.dimensions for each in own}) == 1  # 'vrouwen en 65-plussers' may be one twice
    if edition is None or not edition.measure.adds_up or not is_of_one or len(known) != len(parts):
        return None
    return Target(Subject(series), time, sum(known, Decimal(0)))
