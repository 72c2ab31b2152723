"""What is wrong in the sentences of a report in a language of which the claims can't be read yet: by patterns."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rapportage.diagnostics import Findings
from rapportage.figures.period import TimePeriod
from rapportage.proof.checking.words.accounting import ReadSentence
from rapportage.proof.checking.words.directions import check_directions
from rapportage.proof.checking.words.earlier import Seen, check_earlier
from rapportage.proof.checking.words.labels import LabelChecker, Vocabulary
from rapportage.proof.checking.words.number_words import check_number_words
from rapportage.proof.claims.reading import Reading
from rapportage.proof.claims.stretches import FigureInText, Stretch
from rapportage.proof.claims.verdict import ClaimKind, Outcome, Verdict
from rapportage.proof.vocabulary.claim_words import claim_words


class PatternChecker:
    """The same as `ClaimChecker`, for other languages."""

    def __init__(self, near: TimePeriod, known: Vocabulary, findings: Findings) -> None:
        self._near = near
        self._labels = LabelChecker(known, findings)
        self._findings = findings
        self._seen = Seen()
        self._before: tuple[FigureInText, ...] = ()

    def check(self, sentence: Stretch, *, is_next: bool) -> tuple[ReadSentence | None, Collection[int]]:
        """Reports what is wrong in a sentence; `is_next` says that it follows on the last. It explains no numbers.

        What it gives are its claims: all are open, because a pattern that found nothing verified nothing.
        """
        if not is_next:
            self._seen, self._before = Seen(), ()
        check_number_words(sentence, self._findings)
        if sentence.figures:
            check_directions(sentence, self._before, self._findings)
            self._seen.add(sentence.figures)
            check_earlier(sentence, self._seen, self._findings)
            self._labels.check(sentence)
        self._before = sentence.figures
        if not sentence.has_words:
            return None, ()
        reading = Reading.of(sentence, self._near)
        return ReadSentence(reading, list(_claims(reading))), ()


def _claims(reading: Reading) -> Iterator[Verdict]:
    """The words that say something about numbers; times only beside figures or such words."""
    words, times = claim_words()
    found = [(ClaimKind.CHANGE, *each.span()) for each in words.finditer(reading.text)]
    if found or reading.figures:
        found += [(ClaimKind.TIME, *each.span()) for each in times.finditer(reading.text)]
    for kind, start, end in found:
        if reading.own.isdisjoint(range(start, end)):
            yield Verdict(kind, reading.text[start:end], start, end, Outcome.OPEN)
