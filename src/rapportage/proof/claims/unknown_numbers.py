"""Typed numbers of which the data know nothing, and those that look like one of theirs: only the latter is a slip.

'De regeling kost 120 miljoen' is of something else than the data, and somebody has to sign for it. A number that has
the digits of a figure in another order, scale or time, all but one of its digits, or whose clause is about a series of
the data at a time that they have, is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from rapportage.figures.parts import WHOLE
from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import Amount, Form, amounts, typed_value
from rapportage.proof.claims.changed_by import word_of_change
from rapportage.proof.claims.facts import Meaning, Subject
from rapportage.proof.claims.known_values import known_values, meant_times
from rapportage.proof.claims.lookups import clause_tokens, series_touched
from rapportage.proof.claims.may_be_right import may_be_right
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.reading import Kind
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.supposed import is_supposed
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.worked_out import possible_values

_TELLING = 2
"""So many digits are not the same by chance, nor in another order."""
_ITS = frozenset(
    ("teller", "totaal", "aantal", "cijfer", "percentage", "bedrag", "saldo", "stand", "gesteld", "verschil")
)
"""Words of what a figure elsewhere in the sentence is of: 'over acht maanden staat de teller op 13 miljoen'."""
_HUNDRED = Decimal(100)
_TIMES = (["x"], ["×"])
_MOST_PARTS = 200
_LONG = 3
"""With so many digits one that is another is a slip."""


def unknown_numbers(sentence: Sentence) -> Iterator[Verdict]:
    """Those of which nothing is known, each left to a person."""
    for amount in amounts(sentence):
        if amount.is_typed and (sentence.is_ahead(amount.first) or not _is_told(sentence, amount)):
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)


def _is_told(sentence: Sentence, amount: Amount) -> bool:
    if sentence.before(amount.first, 1) in _TIMES:
        return True  # 'aantallen x 100'
    if is_supposed(sentence):
        return False
    is_change = word_of_change(sentence, amount) is not None
    is_sum = any(each.word in lexicon.TOGETHER for each in clause_tokens(sentence, amount.first))
    is_level = not (is_sum or (is_change and amount.form is not Form.COUNT))
    if is_counted_on(sentence, amount) or (is_level and _may_be(sentence, amount)):
        return False
    is_other = typed_value(amount.first.text) in sentence.facts.telling_values
    is_known = is_change or is_other or _is_about_data(sentence, amount) or _is_near(sentence, amount)
    return is_known and (_stays_behind(sentence, amount, is_change=is_change) or not may_be_right(sentence, amount))


def _stays_behind(sentence: Sentence, amount: Amount, *, is_change: bool) -> bool:
    """Whether it is how much there is of something, among what expressions write: they will be of the next period."""
    return bool(sentence.reading.own) and not is_change and amount.form is Form.COUNT


def is_counted_on(sentence: Sentence, amount: Amount) -> bool:
    """'Op 100 meter strand': of how many something is counted."""
    lead = sentence.before(amount.start, 3)
    if lead[1:] in (["op", "de"], ["op", "elke"]) and cardinal(lead[0]) is not None:
        return True  # 'één op de 28'
    return lead[-1:] == ["op"] and set(amount.first.text.strip("0.")) == {"1"}


# --- What it may be of ----------------------------------------------------------------------------------------


def _is_about_data(sentence: Sentence, amount: Amount) -> bool:
    """Whether its clause is on what the data have at that time, or on what all of it is of a figure."""
    following = sentence.after(amount.last, 1)
    if following != ["euro"] and sentence.known.counts(sentence.reading.text[amount.last.end :]):
        return True  # '12.345 mensen', where people are counted
    clause = clause_tokens(sentence, amount.first)
    words = [each for each in clause if each.kind is Kind.WORD and each.word not in lexicon.COMPARISONS]
    known = sentence.known.series_words
    series = {id for each in words if not is_general(each.word) for id in known.of(each.word, widely=False)}
    series |= series_touched(sentence, words)
    mentions = [each.mention for each in clause if each.mention]
    series |= sentence.known.with_names(mentions) & _shown(sentence.meanings)
    said = {each.word for each in words}
    shown = clause if _ITS.isdisjoint(said) and lexicon.TOGETHER.isdisjoint(said) else sentence.figures
    series |= _shown([sentence.meaning(each) for each in shown if each.figure])
    if following == ["euro"]:
        series = {id for id in series if "euro" in sentence.facts.unit(id)}
    times = [time for each in clause if each.kind is Kind.TIME for time in sentence.named(each)]
    return any(not times or _has_any(sentence, id, times) for id in series if id)


def _shown(meanings: Iterable[Meaning]) -> set[str]:
    return {point.subject.series for each in meanings for point in each.points}


def _has_any(sentence: Sentence, series: str, times: Sequence[TimePeriod]) -> bool:
    return any(sentence.facts.value(Subject(series, WHOLE), time) is not None for time in times)


def _may_be(sentence: Sentence, amount: Amount) -> bool:
    """Whether the data have it at a time that is meant, or that ends then, of a part that no name is known of."""
    named = meant_times(sentence)
    ends = {each.end for each in named}
    known = [each for each in known_values(sentence) if each.is_meant or each.time.end in ends]
    is_share = amount.form is Form.PERCENT
    known = [each for each in known if is_percent(sentence.facts.unit(each.subject.series)) == is_share]
    series = {each.subject.series for each in known}
    values = [each.value for each in known]
    for id in sorted(series):
        for time in {each.time for each in known}:
            for dimensions in sentence.facts.cube.breakdowns(id):
                parts = sentence.facts.parts(id, time, dimensions)[:_MOST_PARTS]
                values += [value for each in parts if (value := sentence.facts.value(Subject(id, each), time))]
    has_decimals = "," in amount.first.text
    is_telling = len(_own(amount).rstrip("0")) >= (_TELLING if has_decimals else _LONG)
    size = _HUNDRED if is_share else 1
    return is_telling and any(amount.fits(each / size) for each in values)


# --- What looks like a figure -------------------------------------------------------------------------------


def _own(amount: Amount) -> str:
    return amount.first.text.replace(".", "").replace(",", "").lstrip("0")


def _is_near(sentence: Sentence, amount: Amount) -> bool:
    """Whether it has the digits of a figure that may be meant: in another order or scale, or all but one."""
    own = _own(amount)
    if len(own.rstrip("0")) < _TELLING:
        return False
    known = known_values(sentence)
    others = [*(each.value for each in known), *possible_values(sentence, amount)]
    if len(own.rstrip("0")) >= _LONG:
        others += [value for time in meant_times(sentence) for _, value in sentence.facts.wholes_at(time)]
    if any(_is_mixed_up(own, _digits(each, len(own))) for each in others):
        return True
    meant = (_digits(each.value, len(own)) for each in known if each.is_meant)
    return len(own) >= _LONG and any(_is_one_off(own, each) for each in meant)


def _digits(value: Decimal, count: int) -> str:
    """The first digits of a value, rounded to so many."""
    if not value:
        return ""
    size = abs(value)
    return str(round(size.scaleb(count - 1 - size.adjusted())))


def _is_mixed_up(own: str, other: str) -> bool:
    """Whether two are the same, or become so by exchanging two digits that are side by side."""
    if own == other:
        return True
    swapped = (own[:place] + own[place + 1] + own[place] + own[place + 2 :] for place in range(len(own) - 1))
    return other in swapped


def _is_one_off(own: str, other: str) -> bool:
    return len(own) == len(other) and sum(one != two for one, two in zip(own, other, strict=True)) == 1
