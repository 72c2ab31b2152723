"""Numbers, typed or in words, by which figures differ: 'bleef 7 miljoen achter bij de bus', 'er kwamen er 85 bij'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.amounts import Amount, Form, in_words
from rapportage.proof.claims.changed_by import differs, from_bases, wrongly_moved
from rapportage.proof.claims.comings import comings_at
from rapportage.proof.claims.counterparts import points_of_part
from rapportage.proof.claims.evidence import Change, looked_up, side_of
from rapportage.proof.claims.lookups import times_back
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_NO_NOUNS = lexicon.EMPTY_WORDS | frozenset(("te", "meer", "minder"))
_COUNTED = 3
"""So many words after a number comes what makes it a difference: '7 miljoen reizen achter bij'."""
_TO_PART = 5
"""So many words after that comes what it is compared with: 'achter bij die van Noord-Brabant'."""


class Difference(Struct, frozen=True):
    """A number, the word that says which way it goes, and the differences that it can be; the best first."""

    amount: Amount
    word: Token
    sign: int
    known: tuple[Change, ...]
    series: str
    is_plain: bool
    """Whether it can be no other."""

    @property
    def sizes(self) -> list[Change]:
        """Those that are so large."""
        amount = self.amount
        return [each for each in self.known if amount.fits(abs(each.amount))]


def differing(sentence: Sentence, said: Sequence[Amount]) -> tuple[list[Amount], list[Verdict]]:
    """The numbers of a sentence that are differences, and the verdicts on them."""
    counts = [each for each in said if each.form is Form.COUNT]
    within = {place for each in said for place in range(each.first.index, each.last.index + 1)}
    worded = [each for each in in_words(sentence) if each.first.index not in within]
    amounts, verdicts = [], []
    for amount in (*counts, *worded):
        found = list(_judged(sentence, amount))
        if not found and amount in worded and differs(sentence, amount):
            found = [sentence.verdict(ClaimKind.NUMBER, amount.start, amount.last, True)]
        if not found and amount in worded and (wrong := wrongly_moved(sentence, amount)) is not None:
            found = [sentence.verdict(ClaimKind.NUMBER, amount.start, amount.last, False, f"het verschil is {wrong}")]
        if found:
            amounts.append(amount)
            verdicts += found
    return amounts, verdicts


def is_difference(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number is told to be how much more or less something is than what is named."""
    return _gap_word(sentence, amount) is not None


def _judged(sentence: Sentence, amount: Amount) -> Iterator[Verdict]:
    """The number is right or wrong, and so is the word with a number that is right."""
    if sentence.is_denied(amount.first) or sentence.is_ahead(amount.first):
        return
    found = _gap(sentence, amount) or _added(sentence, amount)
    if found is None or not (found.sizes or found.is_plain):
        return
    told = f"het verschil is {sentence.facts.as_shown(found.series, abs(found.known[0].amount))}"
    yield sentence.verdict(ClaimKind.NUMBER, amount.start, amount.last, bool(found.sizes), told)
    if found.sizes:
        is_so = any(each.amount * found.sign > 0 for each in found.sizes)
        yield sentence.verdict(ClaimKind.CHANGE, found.word, found.word, is_so, found.sizes[0].told)


# --- Behind and ahead of ----------------------------------------------------------------------------------------


def _gap(sentence: Sentence, amount: Amount) -> Difference | None:
    """'7 miljoen achter bij de bus': how much the figure of another part is less than that of the bus."""
    said = _gap_word(sentence, amount)
    if said is None:
        return None
    word, sign = said
    part = next((each for each in sentence.tokens[word.index + 1 :][:_TO_PART] if each.kind is Kind.PART), None)
    levels = sentence.nearest(amount.first, sentence.levels)
    if part is None or not levels or any(each.text in (",", ";") for each in sentence.tokens[word.index : part.index]):
        return None
    left = side_of(sentence, levels[0])
    for point in points_of_part(sentence, levels[0], part):
        right = looked_up(sentence.facts, point.subject, point.time)
        is_of_it = _counts(sentence, amount, word, point.subject.series)
        if left and right and left.point != right.point and is_of_it:
            known = (Change.of(right, left),)
            return Difference(amount, word, sign, known, point.subject.series, is_plain=len(levels) == 1)
    return None


def _gap_word(sentence: Sentence, amount: Amount) -> tuple[Token, int] | None:
    """The 'achter' of 'achter bij' and the 'voor' of 'voor op', right behind a number with what it counts."""
    for each in sentence.tokens[amount.last.index + 1 :][: _COUNTED + 1]:
        if each.kind is not Kind.WORD:
            return None
        for words, sign in change_words.GAPS.items():
            if sentence.words(each.index, each.index + len(words)) == list(words):
                return each, sign
    return None


# --- What came and went --------------------------------------------------------------------------------------


def _added(sentence: Sentence, amount: Amount) -> Difference | None:
    """'er kwamen er 85 bij, waarmee de teller op F staat': how much there are more than before."""
    said = next(comings_at(sentence, amount.first), None)
    levels = [each for each in sentence.nearest(amount.first, sentence.levels) if sentence.meaning(each).point]
    if said is None or not levels:
        return None
    point, later = sentence.meaning(levels[0]).point, side_of(sentence, levels[0])
    if point is None or later is None or not _counts(sentence, amount, said[0], point.subject.series):
        return None
    based = list(from_bases(sentence, amount))
    times, is_told = times_back(sentence, point.time)
    sides = [side for each in times if (side := looked_up(sentence.facts, point.subject, each))]
    known = tuple(based or [Change.of(each, later) for each in sides])
    is_stock = not sentence.facts.is_counted_over_time(point.subject.series)
    is_plain = is_stock and (bool(based) or (is_told and bool(sides)))
    return Difference(amount, *said, known, point.subject.series, is_plain) if known else None


# --- Of what -------------------------------------------------------------------------------------------------


def _counts(sentence: Sentence, amount: Amount, word: Token, series: str) -> bool:
    """Whether what is between a number and its word is counted by a series: '85 locaties bij', and no '120 agenten'."""
    end = word.index if word.index > amount.last.index else amount.last.index + 2
    between = [each for each in sentence.tokens[amount.last.index + 1 : end] if each.kind is Kind.WORD]
    nouns = [each.word for each in between if each.word not in lexicon.PREPOSITIONS and each.word not in _NO_NOUNS]
    own = sentence.known.units.get(series, ())
    return all(is_general(each) or each in own or series in sentence.known.series_words.of(each) for each in nouns)
