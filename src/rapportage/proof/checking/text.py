"""All that is doubtful about what a report says: literal figures, words of direction, names beside figures."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.diagnostics import Findings
from rapportage.document import Document
from rapportage.figures.languages.spoken import spoken_language
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.period import PeriodFile
from rapportage.proof.checking.words.accounting import Accountant
from rapportage.proof.checking.words.blocks import BlockChecker, Places
from rapportage.proof.checking.words.calculations import check_calculations
from rapportage.proof.checking.words.claims import ClaimChecker
from rapportage.proof.checking.words.dates import CODE_IN_TEXT, DateChecker
from rapportage.proof.checking.words.equals import check_equals
from rapportage.proof.checking.words.labels import vocabulary
from rapportage.proof.checking.words.literals import LiteralChecker
from rapportage.proof.checking.words.neighbours import check_neighbours
from rapportage.proof.checking.words.patterned import PatternChecker
from rapportage.proof.claims.account import Account
from rapportage.proof.claims.lexicon import LANGUAGE as READ
from rapportage.proof.claims.stretches import Stretch, sentences
from rapportage.text.language.composed import Composed

CODES = (*(f"T5{number:02}" for number in range(1, 12)), CODE_IN_TEXT, "T513", "T514")


def check_text(
    document: Document,
    texts: Sequence[Composed],
    edition: PeriodFile,
    cube: Cube,
    as_of: str | None,
    findings: Findings,
    facts: Cube | None = None,
) -> Account:
    """Reports what is doubtful in `document`, of which `texts` are all texts, with figures as known on `as_of`.

    What its sentences say is held against `facts`, which may be more than the document was made of. What it gives is
    what became of every claim.
    """
    told, findings = findings, Findings(names=findings.names)
    known, all_facts = vocabulary(cube), facts or cube
    literals = LiteralChecker(frozenset(unit.casefold() for unit in known.units), all_facts, findings)
    dates = DateChecker(edition, cube, findings)
    claims: ClaimChecker | PatternChecker = PatternChecker(edition.period, known, findings)
    if spoken_language().code == READ:
        claims = ClaimChecker(edition.period, all_facts, as_of, findings)
    accountant = Accountant()
    before: Stretch | None = None
    for sentence in sentences(texts):
        is_next = before is not None and sentence.goes_on_from(before)
        read, explained = claims.check(sentence, is_next=is_next)
        numbers = literals.check(sentence, explained)
        check_neighbours(sentence, findings)
        dates.check(sentence)
        if sentence.figures:
            check_equals(sentence, before.figures if before and is_next else (), findings)
            check_calculations(sentence, cube, as_of, findings)
        if read is not None:
            accountant.add(read, numbers)
        before = sentence
    BlockChecker(Places(texts), known, findings).check(document.blocks)
    told.extend(findings.once())
    return accountant.account(findings)
