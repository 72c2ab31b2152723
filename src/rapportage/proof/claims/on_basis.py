"""'op jaarbasis', 'maand-op-maand': over how long a change is that is shown beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.proof.claims.durations import is_over_time
from rapportage.proof.claims.facts import before
from rapportage.proof.claims.sentence import Sentence, times_told
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_BASIS = re.compile(
    r"\b(?:op (?P<one>jaar|kwartaal|maand|week)basis|(?P<two>jaar|kwartaal|maand|week)[- ]op[- ](?P=two))\b",
    re.IGNORECASE,
)


def on_basis(sentence: Sentence) -> Iterator[Verdict]:
    """Of the one change in the clause."""
    for found in _BASIS.finditer(sentence.reading.text):
        tokens = [each for each in sentence.tokens if found.start() <= each.start < found.end()]
        number = sentence.clauses.number(tokens[0])
        figures = [each for each in sentence.figures if sentence.clauses.number(each) == number]
        meanings = [meaning for each in figures if is_over_time(meaning := sentence.meaning(each))]
        if len(meanings) != 1 or not meanings[0].has_times or tokens[0].is_own:
            continue
        earlier, later = sorted((point.time for point in meanings[0].points), key=lambda time: time.end)
        unit = (found["one"] or found["two"]).casefold()
        if unit not in ("jaar", later.kind):
            continue
        holds = earlier == (later.year_before() if unit == "jaar" else before(later))
        told = f"het cijfer is van {times_told(meanings[0])}"
        yield sentence.verdict(ClaimKind.TIME, tokens[0], tokens[-1], holds, told)
