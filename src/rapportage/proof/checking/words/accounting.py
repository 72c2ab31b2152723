"""Puts every number and claim of the sentences of a report in its account, once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Finding, Span
from rapportage.proof.claims.account import Account, Claim
from rapportage.proof.claims.once import once
from rapportage.proof.claims.reading import Reading
from rapportage.proof.claims.verdict import ClaimKind, Outcome, Verdict

_NOT_KNOWN = ("T501", "T511", "T517")
"""Warnings that say of a number that it does not come from the data, and not that it is wrong."""
_LETTER = re.compile(r"-?(?![x×]\b)[^\W\d_]")
"""What makes digits part of a name ('COVID-19'), but for '3x'."""
_NUMBER = re.compile(r"\d(?:[\d.,/]*\d)?|[¼-¾⅐-⅞]")


class ReadNumber(Struct, frozen=True):
    """What is known of digits from `start` to `end` of the text of a stretch."""

    start: int
    end: int
    outcome: Outcome


class ReadSentence(Struct, frozen=True):
    """A sentence with the verdicts on its claims; `named` are the places in it that are names."""

    reading: Reading
    verdicts: Sequence[Verdict]
    named: Collection[int] = ()


class Accountant:
    """Takes the sentences of a report one by one."""

    def __init__(self) -> None:
        self._claims: list[Claim] = []
        self._figures = 0
        self._places: dict[str, dict[tuple[Span, int], int]] = {}
        """By sentence where in the files it is, numbered: a title that is set twice is one sentence."""

    def account(self, findings: Iterable[Finding]) -> Account:
        """All of them, each with what is reported at its place."""
        by_line: dict[tuple[str, int], list[tuple[str, Span]]] = {}
        for each in findings:
            if each.span is not None:
                by_line.setdefault((each.span.path, each.span.line), []).append((each.code, each.span))
        return Account(tuple(_told(each, by_line) for each in self._claims), self._figures)

    def add(self, read: ReadSentence, numbers: Sequence[ReadNumber]) -> None:
        """`numbers` are those that the sentence has in digits."""
        reading = read.reading
        self._figures += len(reading.figures)
        places = self._places.setdefault(reading.text, {})
        time = places.setdefault((reading.stretch.composed.scalar.span, reading.stretch.start), len(places) + 1)
        verdicts = [*read.verdicts, *_of_numbers(reading, numbers)]
        verdicts += _left(read, verdicts)
        verdicts += _written(reading, verdicts)
        for verdict in once(verdicts, reading.text):
            span = reading.span(verdict.start, verdict.end)
            self._claims.append(
                Claim(verdict.words, reading.text, verdict.outcome, span, verdict.start, verdict.end, time)
            )


def _told(claim: Claim, by_line: Mapping[tuple[str, int], Sequence[tuple[str, Span]]]) -> Claim:
    on_line = by_line.get((claim.span.path, claim.span.line), ())
    code = next((code for code, place in on_line if _overlap(place, claim.span)), "")
    if not code:
        return claim
    is_open = code in _NOT_KNOWN and claim.outcome is not Outcome.FALSE
    return replace(claim, outcome=Outcome.OPEN if is_open else Outcome.FALSE, told=code)


def _of_numbers(reading: Reading, numbers: Sequence[ReadNumber]) -> Iterator[Verdict]:
    """In the text as it is read, in which figures have more characters than one."""
    where = {place: index for index, place in enumerate(reading.places)} if numbers else {}
    for each in numbers:
        start, end = where.get(each.start), where.get(each.end - 1)
        if start is not None and end is not None:
            yield Verdict(ClaimKind.PORTION, reading.text[start : end + 1], start, end + 1, each.outcome)


def _written(reading: Reading, verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """What an expression wrote that says something about figures, and nothing else is said of: it is so."""
    known = {place for each in verdicts for place in range(each.start, each.end)}
    for start, end, _ in reading.written:
        if known.isdisjoint(range(start, end)):
            yield Verdict(ClaimKind.CHANGE, " ".join(reading.text[start:end].split()), start, end, Outcome.TRUE)


def _left(read: ReadSentence, verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """Digits that nothing was said of: in a word or a name they are no claim, and open anywhere else."""
    text, own = read.reading.text, read.reading.own
    known = {place for each in verdicts for place in range(each.start, each.end)}
    for found in _NUMBER.finditer(text):
        start, end = found.span()
        if known.isdisjoint(range(start, end)) and start not in own:
            is_name = (
                start in read.named or _LETTER.match(text[max(0, start - 2) : start][::-1]) or _LETTER.match(text, end)
            )
            outcome = Outcome.NONE if is_name else Outcome.OPEN
            yield Verdict(ClaimKind.PORTION, found[0], start, end, outcome)


def _overlap(one: Span, other: Span) -> bool:
    return one.column < other.column + other.length and other.column < one.column + one.length
