"""Reads a sentence into claims and holds each against the data: true, false, or not to be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from rapportage.proof.claims.balances import balances
from rapportage.proof.claims.beyond_border import beyond_border
from rapportage.proof.claims.changes import directions, much_changed
from rapportage.proof.claims.comings import comings
from rapportage.proof.claims.comparing import comparisons
from rapportage.proof.claims.over_and_under import above_expected
from rapportage.proof.claims.placing import placed
from rapportage.proof.claims.portions import portions
from rapportage.proof.claims.ranks import ranked
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.strengths import strengths
from rapportage.proof.claims.units import units
from rapportage.proof.claims.unread import unread
from rapportage.proof.claims.verdict import ClaimKind, Verdict

MOST_SHOWN = 20
"""So many of its words stand for such a sentence where it is listed."""
MOST_TOKENS = 600
"""Of a sentence of more words and signs nothing is read: nobody can, and the work grows with its square."""


def judged(sentence: Sentence) -> list[Verdict]:
    """The verdict on every claim of a sentence, from left to right; of one that is endless that it is open."""
    if len(sentence.tokens) > MOST_TOKENS:
        whole = sentence.verdict(ClaimKind.CHANGE, sentence.tokens[0], sentence.tokens[-1], None)
        return [replace(whole, words=" ".join(whole.words.split()[:MOST_SHOWN]))]
    orders = list(ranked(sentence))
    found = [*placed(sentence.with_written()), *units(sentence), *orders, *_without(portions(sentence), orders)]
    wider = [each for each in found if each.kind in (ClaimKind.COURSE, ClaimKind.PORTION, ClaimKind.RANK)]
    paces = [
        *strengths(sentence),
        *balances(sentence),
        *comings(sentence),
        *above_expected(sentence),
        *beyond_border(sentence),
    ]
    found += [*directions(sentence, wider), *much_changed(sentence), *comparisons(sentence, [*wider, *paces]), *paces]
    found += unread(sentence, found)
    return sorted(found, key=lambda each: (each.start, each.end))


def _without(found: Iterable[Verdict], orders: Sequence[Verdict]) -> list[Verdict]:
    """All but what is within a claim over time or over all parts: the border of 'in geen maand meer dan 91'."""
    courses = [each for each in orders if each.kind is ClaimKind.COURSE and each.holds is not None]
    return [each for each in found if not any(one.start <= each.start < one.end for one in courses)]
