"""All that is doubtful about what a report says: literal figures, words of direction, names beside figures."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.diagnostics import Findings
from rapportage.document import Document
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.period import PeriodFile
from rapportage.proof.checking.words.blocks import BlockChecker, Places
from rapportage.proof.checking.words.calculations import check_calculations
from rapportage.proof.checking.words.dates import CODE_IN_TEXT, DateChecker
from rapportage.proof.checking.words.directions import check_directions
from rapportage.proof.checking.words.earlier import Seen, check_earlier
from rapportage.proof.checking.words.equals import check_equals
from rapportage.proof.checking.words.labels import LabelChecker, vocabulary
from rapportage.proof.checking.words.literals import check_literals
from rapportage.proof.checking.words.neighbours import check_neighbours
from rapportage.proof.checking.words.number_words import check_number_words
from rapportage.proof.checking.words.sentences import Stretch, sentences
from rapportage.text.language.composed import Composed

CODES = ("T501", "T502", "T503", "T504", "T505", "T506", "T507", "T508", "T509", "T510", "T511", CODE_IN_TEXT)


def check_text(
    document: Document,
    texts: Sequence[Composed],
    edition: PeriodFile,
    cube: Cube,
    as_of: str | None,
    findings: Findings,
) -> None:
    """Reports what is doubtful in `document`, of which `texts` are all texts, with figures as known on `as_of`."""
    known = vocabulary(cube)
    labels = LabelChecker(known, findings)
    dates = DateChecker(edition, cube, findings)
    before: Stretch | None = None
    seen = Seen()
    for sentence in sentences(texts):
        if before is None or before.composed is not sentence.composed:
            seen = Seen()
        check_literals(sentence, findings)
        check_number_words(sentence, findings)
        check_neighbours(sentence, findings)
        dates.check(sentence)
        if sentence.figures:
            is_next = before is not None and before.composed is sentence.composed
            earlier = before.figures if before and is_next else ()
            check_directions(sentence, earlier, findings)
            check_equals(sentence, earlier, findings)
            seen.add(sentence.figures)
            check_earlier(sentence, seen, findings)
            labels.check(sentence)
            check_calculations(sentence, cube, as_of, findings)
        before = sentence
    BlockChecker(Places(texts), known, findings).check(document.blocks)
