"""Why a claim that is false by its binding may not be so: something in its sentence that no rule understands.

What a word is about is found by what is near it. Where a sentence has what nobody could bind, that may be what it is
about; then nothing is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import amounts
from rapportage.proof.claims.changed_by import word_of_change
from rapportage.proof.claims.lookups import clause_tokens
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.supposed import is_supposed
from rapportage.proof.claims.typed import is_aim
from rapportage.proof.claims.unknown_numbers import is_counted_on
from rapportage.proof.claims.verdict import ClaimKind, Outcome, Verdict

_BOUND = (ClaimKind.CHANGE, ClaimKind.TIME, ClaimKind.PART, ClaimKind.SERIES, ClaimKind.RANK, ClaimKind.COURSE)
_NEXT = 8
"""So near behind a number a word says what it is: '34 euro dalen'."""
_GAPS = frozenset(lexicon.words("voorsprong achterstand kloof marge verschil gat verschillen afstand"))
"""What these do is no change of either of the two."""


def is_doubtful(sentence: Sentence, verdict: Verdict, verdicts: Sequence[Verdict]) -> bool:
    """Whether a false verdict is to be left open, by what the others on its sentence know."""
    token = next((each for each in sentence.tokens if each.end > verdict.start), None)
    if token is None:
        return False
    if verdict.kind in (ClaimKind.NUMBER, ClaimKind.PORTION) and is_supposed(sentence):
        return True
    if verdict.kind is ClaimKind.CHANGE and _is_of_gap(sentence, token):
        return True
    return verdict.kind in _BOUND and _is_behind_unbound(sentence, verdict, verdicts)


def _is_of_gap(sentence: Sentence, token: Token) -> bool:
    return any(each.word in _GAPS for each in clause_tokens(sentence, token))


def _is_behind_unbound(sentence: Sentence, verdict: Verdict, verdicts: Sequence[Verdict]) -> bool:
    """Whether a typed number is before it that nobody knows what it is of, and that is neither a change nor a base."""
    told = [each for each in verdicts if each is verdict or each.outcome is Outcome.TRUE]
    return any(
        each.is_typed
        and each.first.start < verdict.start
        and not any(one.start <= each.first.start < one.end for one in told)
        and word_of_change(sentence, each) is None
        and not (is_counted_on(sentence, each) or is_aim(sentence, each))
        and verdict.start - each.last.end > _NEXT
        for each in amounts(sentence)
    )
