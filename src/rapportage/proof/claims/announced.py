"""What a sentence without figures announces that the next one says by figures: 'Het korps kromp. Er zijn nog F …'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rapportage.figures.parts import WHOLE
from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims.evidence import Change, looked_up, pairs
from rapportage.proof.claims.facts import Facts, Meaning, Subject
from rapportage.proof.claims.lookups import changes_implied, clause_tokens, has_other_start
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence

_GOES_ON = re.compile(
    r"(?:er|dat|dit|die|het (?:gaat|ging|betreft|betrof|aantal)|het (?:waren|zijn)|zij|ze|in totaal|nu|inmiddels)\b",
    re.IGNORECASE,
)
"""With which a sentence begins that says more about the one before it, whatever that calls it."""


def announced(sentence: Sentence, token: Token) -> Sentence | None:
    """The next sentence, where it is about what the clause of a word is: all its figures are of one thing."""
    if sentence.next is None:
        return None
    after = Sentence(sentence.next, sentence.known, sentence.facts)
    subjects = {point.subject for each in after.meanings for point in each.points}
    subject = next(iter(subjects)) if len(subjects) == 1 else None
    if subject is None or not _is_of(sentence, token, subject):
        return None
    return after if _GOES_ON.match(after.reading.text) or _is_called(sentence, token, subject) else None


def _is_of(sentence: Sentence, token: Token, subject: Subject) -> bool:
    """Whether nothing in the clause is of another series, part or time."""
    clause = [each for each in clause_tokens(sentence, token) if not each.is_own]
    if any(each.kind in (Kind.TIME, Kind.NUMBER) for each in clause):
        return False
    names = {name.name for each in clause if each.mention for name in each.mention.names}
    own, known = set(subject.part.names), sentence.known.series_words
    is_part = own <= names if subject.part != WHOLE else not names
    words = [found for each in clause if each.kind is Kind.WORD and (found := known.of(each.word, widely=False))]
    return is_part and all(subject.series in each for each in words)


def _is_called(sentence: Sentence, token: Token, subject: Subject) -> bool:
    """Whether a word of the clause is of the series, by its title or its name in the file."""
    known = sentence.known.series_words
    words = [each.word for each in clause_tokens(sentence, token) if each.kind is Kind.WORD]
    return any(subject.series in known.of(word) for word in words)


def shares_announced(sentence: Sentence, token: Token) -> list[Decimal]:
    """What part of its whole the next sentence gives by figures: 'Een op de vijf is jong. Het gaat om F mensen.'"""
    if sentence.next is None:
        return []
    after = Sentence(sentence.next, sentence.known, sentence.facts)
    own = {name.name for each in sentence.tokens if each.mention for name in each.mention.names}
    levels = [meaning for each in after.levels if (meaning := after.meaning(each)).value is not None]
    parts = [each for each in levels if each.point and each.point.subject.part != WHOLE]
    is_about = bool(own) and all(own.issuperset(each.point.subject.part.names) for each in parts if each.point)
    if len(levels) != len(after.figures) or len(parts) != 1 or not is_about:
        return []
    return shares_of(after.facts, parts[0], levels)


def shares_of(facts: Facts, part: Meaning, beside: Sequence[Meaning]) -> list[Decimal]:
    """What part a level is of its whole by the data, and of what it is shown beside."""
    if part.value is None or part.point is None:
        return []
    if is_percent(part.unit):
        return [part.value / 100]
    whole = facts.whole(part.point.subject, part.point.time)
    others = [each.value for each in beside if each is not part and each.value and each.value > part.value]
    return [part.value / each for each in (whole, *others) if each]


def changes_announced(sentence: Sentence, token: Token) -> list[Change]:
    """How that changed which the next sentence gives: between its figures, as it says, or since the time before."""
    after = announced(sentence, token)
    if after is None or has_other_start(sentence) or direction_words(after):
        return []
    shown = [Change.of(*pair) for pair in pairs(after, after.levels, after.figures[0])]
    for each in after.meanings:
        if each.is_change and each.rise is not None:
            points = sorted(each.points, key=lambda point: point.time.end)
            sides = [side for one in points if (side := looked_up(after.facts, one.subject, one.time))]
            shown += [Change.of(*sides)] if len(sides) == 2 else []
    return shown or (changes_implied(after, after.levels[0]) if len(after.figures) == len(after.levels) == 1 else [])
