"""Every place of a sentence in one verdict: what two of them say of the same words is one claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapportage.proof.claims.verdict import Outcome, Verdict

_DECIDES = (Outcome.FALSE, Outcome.OPEN, Outcome.TRUE, Outcome.NONE)
"""Of words that are read twice what is wrong is told, and what one of them could not tell is open."""


def once(verdicts: Sequence[Verdict], text: str) -> Iterator[Verdict]:
    """The verdicts, of which none is on words of another."""
    settled = [each for each in verdicts if not any(_settles(other, each) for other in verdicts)]
    group: list[Verdict] = []
    for each in sorted(settled, key=lambda verdict: (verdict.start, verdict.end)):
        if group and each.start >= max(one.end for one in group):
            yield _as_one(group, text)
            group = []
        group.append(each)
    if group:
        yield _as_one(group, text)


def _settles(wider: Verdict, other: Verdict) -> bool:
    """Whether the words around it say what an open word is of: the 'derde' of 'ruim een derde'."""
    if other.outcome not in (Outcome.OPEN, Outcome.NONE) or wider.outcome not in (Outcome.TRUE, Outcome.FALSE):
        return False
    is_within = wider.start <= other.start and other.end <= wider.end
    return is_within and (wider.start, wider.end) != (other.start, other.end)


def _as_one(group: Sequence[Verdict], text: str) -> Verdict:
    first = min(group, key=lambda each: _DECIDES.index(each.outcome))
    start, end = group[0].start, max(each.end for each in group)
    if (start, end) == (first.start, first.end):
        return first
    return replace(first, start=start, end=end, words=" ".join(text[start:end].split()))
