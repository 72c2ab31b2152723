"""Reports the claims of sentences that are false."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set

from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.words.accounting import ReadSentence
from rapportage.proof.checking.words.literals import no_figures
from rapportage.proof.checking.words.number_words import check_counts
from rapportage.proof.claims.declared import Declared, extra_words
from rapportage.proof.claims.facts import Facts, Meaning
from rapportage.proof.claims.judge import judged
from rapportage.proof.claims.names import vocabulary
from rapportage.proof.claims.reading import Kind, Reading
from rapportage.proof.claims.second_thoughts import second_thoughts
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.stretches import Stretch, next_sentence
from rapportage.proof.claims.typed_figures import with_typed
from rapportage.proof.claims.unknown_numbers import unknown_numbers
from rapportage.proof.claims.unread import no_claim
from rapportage.proof.claims.verdict import ClaimKind, Outcome, Verdict
from rapportage.proof.claims.worked_out import words_worked_out, worked_out
from rapportage.proof.vocabulary.spoken import patterns

_WITH_NUMBERS = (ClaimKind.COURSE, ClaimKind.PORTION)
"""'voor het eerst boven de 50', 'ruim 60 procent'."""
_OF_NUMBERS = (ClaimKind.NUMBER, ClaimKind.UNIT, ClaimKind.PORTION)
"""'twintig keer zoveel' is held against two figures, of which neither is twenty."""
_REMEMBERED = 24
"""So many figures before a sentence, of the same text, may be what it compares with."""


class ClaimChecker:
    """Judges the claims of sentences by all facts; `near` is the period of the report."""

    def __init__(self, near: TimePeriod, facts: Cube, as_of: str | None, findings: Findings) -> None:
        self._near = near
        self._known = vocabulary(facts, extra_words(facts))
        self._declared = Declared(facts.words.numbers)
        self._facts = Facts(facts, as_of)
        self._findings = findings
        self._earlier: list[Meaning] = []

    def check(self, stretch: Stretch, *, is_next: bool) -> tuple[ReadSentence | None, Collection[int]]:
        """Reports what is false in a sentence; `is_next` says that it follows on the last one.

        What it gives are the verdicts on its claims, and the places in it of numbers that are no figures: of times,
        names and units, and those that the project declares. None for what has no words.
        """
        if not is_next:
            self._earlier = []
        declared = frozenset(self._declared.places(stretch.text))
        if not stretch.has_words:
            check_counts(stretch, self._findings, declared)
            return None, declared
        after = None if stretch.figures else next_sentence(stretch)
        following = Reading.of(after, self._near) if after and after.figures else None
        reading = Reading.of(stretch, self._near)
        sentence = Sentence(reading, self._known, self._facts, self._earlier, following)
        counted = frozenset(unit.casefold() for unit in self._known.units)
        none = no_figures(stretch.text, counted) if any(each.kind is Kind.NUMBER for each in sentence.tokens) else set()
        sentence, typed = with_typed(sentence, none.union(declared))
        read = (each for each in (*typed, *judged(sentence)) if not _is_none(each, reading, none))
        verdicts = list(second_thoughts(sentence, list(_without(read, reading, declared))))
        verdicts += _left(sentence, verdicts, none.union(declared))
        has_words = patterns().numbers.count.search(stretch.text)
        held = [*_held(verdicts), *(words_worked_out(sentence) if has_words else ())]
        places = (reading.places[place] for each in held for place in range(each.start, each.end))
        check_counts(stretch, self._findings, declared.union(places))
        for verdict in verdicts:
            if verdict.outcome is Outcome.FALSE:
                place = reading.span(verdict.start, verdict.end)
                message = f"'{verdict.words}' klopt niet" + (f": {verdict.truth}" if verdict.truth else "")
                self._findings.warning(verdict.kind.value, message, place, "verbeter het woord of de uitdrukking")
        self._earlier = [*self._earlier, *sentence.meanings][-_REMEMBERED:]
        named = [(each.start, each.end) for each in sentence.tokens if each.kind in (Kind.TIME, Kind.PART)]
        told = [(each.start, each.end) for each in verdicts if _explains(each)]
        explained = {reading.places[place] for start, end in (*named, *told) for place in range(start, end)}
        names = {place for start, end in named for place in range(start, end)}
        names |= {index for index, place in enumerate(reading.places) if place in declared}
        return ReadSentence(reading, verdicts, names), explained.union(declared)


def _is_none(verdict: Verdict, reading: Reading, none: Set[int]) -> bool:
    """Whether a number is of a day, law, page or term."""
    return verdict.kind is ClaimKind.NUMBER and not none.isdisjoint(reading.places[verdict.start : verdict.end])


def _left(sentence: Sentence, verdicts: Sequence[Verdict], none: Set[int]) -> Iterator[Verdict]:
    """The typed numbers of which nothing was said, and that may be so: one calculation gives them, or nothing does."""
    told = {place for each in verdicts if _explains(each) for place in range(each.start, each.end)}
    numbers = (each for each in sentence.tokens if each.kind is Kind.NUMBER and not each.is_own)
    places = sentence.reading.places
    if all(each.start in told or places[each.start] in none for each in numbers):
        return
    for each in (*worked_out(sentence), *unknown_numbers(sentence)):
        if told.isdisjoint(range(each.start, each.end)) and none.isdisjoint(places[each.start : each.end]):
            yield each


def _without(verdicts: Iterable[Verdict], reading: Reading, declared: Collection[int]) -> Iterator[Verdict]:
    """The verdicts; words that the project declares to be no statistic are no claim, what an expression wrote is so."""
    for each in verdicts:
        if reading.is_written(each.start, each.end):
            yield replace(each, outcome=Outcome.TRUE, truth="")
            continue
        is_declared = declared and all(reading.places[place] in declared for place in range(each.start, each.end))
        yield no_claim(each) if is_declared else each


def _held(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """Those on numbers and units that are held against the data: so many in words are no figure of the sentence."""
    held = (each for each in verdicts if each.outcome is not Outcome.OPEN)
    return (each for each in held if each.kind in _OF_NUMBERS)


def _explains(verdict: Verdict) -> bool:
    """Whether nothing more is to be said of the numbers in a claim: of a unit, or held against the data."""
    is_held = verdict.kind in _WITH_NUMBERS and verdict.outcome in (Outcome.TRUE, Outcome.FALSE)
    return is_held or verdict.kind in (ClaimKind.UNIT, ClaimKind.NUMBER)
