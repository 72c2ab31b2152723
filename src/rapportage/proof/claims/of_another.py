"""Whether a typed number is not of what its words seem to say: then nothing is told, since nobody knows what it is of.

By its size, by what is right beside it, or because the data have it for what its sentence names more fully.
"""

from __future__ import annotations

import itertools
from decimal import Decimal

from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import Amount, amounts
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.left_over import left_over
from rapportage.proof.claims.nearby_values import all_parts, nearby_values
from rapportage.proof.claims.reading import Kind
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.targets import Target
from rapportage.proof.claims.worked_out import is_about_changes

_AGAINST = frozenset(("om", "tegen", "versus", "tegenover"))
_WITHIN = frozenset(lexicon.words("begin start aanvang medio eind einde voorjaar najaar zomer winter"))
"""With which a time is within that which the data have."""
_LISTED = (Kind.NUMBER, Kind.FIGURE, Kind.TIME)
_JOINS = frozenset(lexicon.words("via en , ( ) in miljoen duizend miljard"))
_BEHIND = 3
_SMALLER, _LARGER = Decimal("0.25"), Decimal(4)
"""A number outside of these is no slip of what it would be: that is of the same size."""
_SAME = Decimal("0.98")


def is_of_another(sentence: Sentence, amount: Amount, target: Target) -> bool:
    """Whether a number is plainly not of what it would be of by its words: nothing is told of it then."""
    return (
        any(amount.fits(each) for each in left_over(sentence))
        or _is_out_of_scale(sentence, amount, target)
        or _is_in_its_scale(sentence, amount, target)
        or _is_beyond(sentence, amount, target)
        or _is_first_of_pair(sentence, amount, target)
        or _is_on_the_way(sentence, amount)
        or _is_behind_unnamed(sentence, amount)
        or _is_of_both(sentence, amount, target)
        or _is_within_time(sentence, amount, target)
    )


def _is_out_of_scale(sentence: Sentence, amount: Amount, target: Target) -> bool:
    """Whether it is another size, and not the same digits in another scale, which is a slip.

    Among what expressions write every typed number is asked about.
    """
    is_scaled = amount.first.index != amount.last.index
    is_unit = sentence.before(amount.first, 1) in (["x"], ["×"], ["="]) or sentence.after(amount.last, 1) == [
        "promille"
    ]
    if not target.value or not amount.value or sentence.reading.own or is_scaled or is_unit:
        return False
    if is_about_changes(sentence):
        return False
    facts, series = sentence.facts, target.subject.series
    siblings = (facts.value(Subject(series, each), target.time) for each in all_parts(facts, series, target.time))
    if amount.value in siblings:
        return False  # then it is of the same series, under another name
    ratio = abs(amount.value / target.value)
    shift = ratio.scaleb(-ratio.adjusted())
    return not _SMALLER < ratio < _LARGER and not (_SAME < shift < 2 - _SAME or shift > 10 * _SAME)


def _is_in_its_scale(sentence: Sentence, amount: Amount, target: Target) -> bool:
    """Whether it leaves out the 'miljoen' of the numbers beside it: '226 miljoen, een kwart van West (874)'."""
    scale = target.value / amount.value if amount.value else Decimal(0)
    others = (each for each in amounts(sentence) if each.first.index != each.last.index)
    return any(lexicon.SCALES.get(each.last.word) == scale for each in others)


def _is_beyond(sentence: Sentence, amount: Amount, target: Target) -> bool:
    """Whether the part that it would be of is named in another sentence behind a semicolon alone."""
    names = set(target.subject.part.names)
    of = [
        each for each in sentence.tokens if each.mention and names.intersection(one.name for one in each.mention.names)
    ]
    return bool(of) and not any(sentence.clauses.together(each, amount.first) for each in of)


def _is_first_of_pair(sentence: Sentence, amount: Amount, target: Target) -> bool:
    """Whether the number behind it is what it would be: of 'als in mei (19,4 om 19,5)' the first is of now."""
    now = sentence.facts.value(target.subject, sentence.reading.near)
    if not _AGAINST.intersection(sentence.after(amount.last, 1)) or now is None or not amount.fits(now):
        return False
    place = amount.last.index + 2
    return any(each.first.index == place and each.fits(target.value) for each in amounts(sentence))


def _is_on_the_way(sentence: Sentence, amount: Amount) -> bool:
    """'van F via F en F naar F': of times between, which are not named."""
    ahead = sentence.tokens[: amount.start.index]
    chain = itertools.takewhile(lambda each: each.kind in _LISTED or each.word in _JOINS, reversed(ahead))
    words = [each.word for each in chain]
    place = amount.start.index - len(words) - 1
    return "via" in words or (place >= 0 and sentence.tokens[place].word == "via")


def _is_behind_unnamed(sentence: Sentence, amount: Amount) -> bool:
    """Whether it is in brackets behind words that are no name, where a name is elsewhere: 'dan tieners (28)'."""
    ahead = sentence.tokens[max(0, amount.start.index - _BEHIND) : amount.start.index]
    is_bracketed = len(ahead) == _BEHIND and ahead[-1].text == "(" and sentence.after(amount.last, 1) == [")"]
    return is_bracketed and all(each.kind is Kind.WORD for each in ahead[:-1])


def _is_of_both(sentence: Sentence, amount: Amount, target: Target) -> bool:
    """Whether it is of two names together: of 'rekening' and 'vast' in 'over de rekening … dan over vast (610)'."""
    known = (each for each in nearby_values(sentence) if each.subject.series == target.subject.series)
    names = {name.name for each in sentence.tokens if each.mention for name in each.mention.names}
    crossed = (each for each in known if len(each.subject.part.names) > 1 and names.issuperset(each.subject.part.names))
    own = target.subject.part.names
    return any(
        each.time == target.time and set(own) < set(each.subject.part.names) and amount.fits(each.value)
        for each in crossed
    )


def _is_within_time(sentence: Sentence, amount: Amount, target: Target) -> bool:
    """Whether it is of a time within that which is read: 'begin 2023' of what is counted by the quarter."""
    facts, series = sentence.facts, target.subject.series
    within = [
        each for each in facts.cube.periods(series) if target.time.start <= each.start and each.end <= target.time.end
    ]
    values = (facts.value(target.subject, each) for each in within if each != target.time)
    is_said = any(each.word in _WITHIN for each in sentence.tokens)
    return is_said and any(each is not None and amount.fits(each) for each in values)
