"""By how much something changed or differs: 'een kwart meer', 'met 3 procent gestegen', '1,2 procentpunt lager'."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.figures.unit_text import is_percent, scale_of
from rapportage.figures.words.numbers import number
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.amounts import Amount, Form
from rapportage.proof.claims.changes import changes_at
from rapportage.proof.claims.comparing import differences
from rapportage.proof.claims.evidence import Change, looked_up
from rapportage.proof.claims.facts import Point, Subject, before
from rapportage.proof.claims.lookups import clause_tokens, series_touched
from rapportage.proof.claims.moves import direction_words
from rapportage.proof.claims.numerals import cardinal
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.targets import Wanted, targets
from rapportage.proof.claims.usual_changes import size_of, usual_changes
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_NEAR = 3
"""So many words before or after an amount a word of direction makes a change of it."""
_COUNTED = 3
"""So many words after a number comes 'meer': '500 mensen meer'."""
_TO_END = 4
_AND_SO = frozenset(("ofwel", "oftewel", "verschil", "scheelt", "scheelde"))
"""With which an amount is what two figures beside it differ."""
_THEN = 6
"""So many words after 'de helft van' comes the time that it is compared with."""
_ENDS = (["naar"], ["tot"])
_IS_WITH = (["was", "met"], ["is", "met"], ["waren", "met"], ["zijn", "met"])
"""Before how much there is of what is more than something: 'was met 14,2 weken langer aan het wachten dan in mei'."""
_TO_LEVELS = (["van"], ["op"])
_POINTS = "procentpunt"
_BEFORE_LEVELS = frozenset(lexicon.words("de het een die dat deze dit zijn haar hun wat"))
"""Before what something is above or below: 'onder het niveau van', 'boven die van'."""


def is_denied(sentence: Sentence, amount: Amount) -> bool:
    """Whether 'niet' or 'geen' is with it; 'nog geen' is how much."""
    behind = (word for word in sentence.after(amount.last, 2) if word in ("niet", "geen"))
    return any(word in lexicon.NEGATIONS for word in (*sentence.before(amount.start, 3), *behind))


def word_of_change(sentence: Sentence, amount: Amount) -> Token | None:
    """The word by which an amount is how much something changed or differs; None where it is of a whole."""
    reach = _COUNTED if amount.form is Form.COUNT else 1
    following = sentence.tokens[amount.last.index + 1 :][:reach]
    if [each for each in sentence.before(amount.start, 3) if each != "€"][-2:] in _IS_WITH:
        following = []
    for each in itertools.takewhile(lambda each: each.kind is Kind.WORD, following):
        if _is_border(sentence, each):
            return None
        if each.word in lexicon.COMPARISONS or (each.word in change_words.SIDES and not _is_place(sentence, each)):
            return each
    near = range(amount.start.index - _NEAR, amount.last.index + 2)
    words = [each for each, _ in direction_words(sentence)]
    if sentence.before(amount.start, 1)[:1] in _ENDS:
        return None  # 'liep op tot 58 weken'
    if sentence.before(amount.start, 1)[:1] in _TO_LEVELS:  # 'opgelopen van 3 procent', but for 'een stijging van'
        words = [each for each in words if each.index == amount.start.index - 2 and not _goes_on(sentence, amount)]
    close = [each for each in words if each.index in near]
    if close:
        return min(close, key=lambda each: abs(each.index - amount.first.index))
    own = sentence.clauses.number(amount.first)
    is_by = sentence.before(amount.start, 1) == ["met"]
    return next((each for each in words if is_by and sentence.clauses.number(each) == own), None)


def _is_border(sentence: Sentence, word: Token) -> bool:
    """Whether it is of a number after it: 'de helft minder dan tien werknemers' heeft."""
    than, number = ([*sentence.tokens[word.index + 1 :][:2], None, None])[:2]
    is_number = number is not None and (number.kind is Kind.NUMBER or cardinal(number.word) is not None)
    return word.word in lexicon.COMPARISONS and than is not None and than.word == "dan" and is_number


def _is_place(sentence: Sentence, side: Token) -> bool:
    """Whether 'onder' is where they are: 'stonden er 11.700 onder toezicht'."""
    following = sentence.tokens[side.index + 1 : side.index + 2]
    is_noun = bool(following) and following[0].kind in (Kind.WORD, Kind.PART) and following[0].text.islower()
    return is_noun and following[0].word not in _BEFORE_LEVELS


def _goes_on(sentence: Sentence, amount: Amount) -> bool:
    """Whether it is where something began: 'klom van 55,2 naar 57,0 procent'."""
    return not {"naar", "tot"}.isdisjoint(sentence.after(amount.last, _TO_END))


def in_percent(sentence: Sentence, amount: Amount, word: Token) -> list[Decimal]:
    """How much it may have been of what it was before, the likeliest first; of 1."""
    found = _changes(sentence, amount, word)
    return [abs(each.percent) / 100 for each in found if each.percent is not None]


def differs(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number is by how much something changed or differs: '500 mensen meer dan in mei', 'van 5,0 naar F'."""
    word = word_of_change(sentence, amount) if amount.form is Form.COUNT else None
    sizes = [size_of(sentence, amount, each) for each in _changes(sentence, amount, word)] if word else []
    return any(amount.fits(each) for each in sizes)


def wrongly_differs(sentence: Sentence, amount: Amount) -> str | None:
    """By how much it does differ, where it plainly is of the figure before it: 'F ongevallen, 510 meer dan in mei'."""
    word = word_of_change(sentence, amount) if amount.form is Form.COUNT else None
    if word is None or word.word not in lexicon.COMPARISONS or not sentence.levels:
        return None
    if is_denied(sentence, amount) or sentence.is_ahead(amount.first):
        return None
    own = sentence.clauses.number(amount.first)
    nearest = sentence.nearest(amount.first, sentence.levels)[0]
    is_behind = nearest.index < amount.first.index and own - sentence.clauses.number(nearest) <= 1
    counted = sentence.words(amount.last.index + 1, word.index)
    of_unit = sentence.known.units.get(next((p.subject.series for p in sentence.meaning(nearest).points), ""), ())
    named = any(each.kind is Kind.PART and sentence.clauses.number(each) == own for each in sentence.tokens)
    if not is_behind or named or any(each not in of_unit for each in counted):
        return None
    based = list(from_bases(sentence, amount))
    return number(abs(based[0].amount) / scale_of(sentence.meaning(nearest).unit)) if based else None


def wrongly_moved(sentence: Sentence, amount: Amount) -> str | None:
    """By how much it did change, where 'liep met vijf weken op tot F' is so from no time that is known."""
    word = word_of_change(sentence, amount)
    own = clause_tokens(sentence, amount.first)
    ends = [each for each in sentence.levels if each in own and sentence.before(each, 1) in _ENDS]
    if word is None or sentence.before(amount.start, 1) != ["met"] or len(ends) != 1 or sentence.is_ahead(word):
        return None
    meaning = sentence.meaning(ends[0])
    point, value = meaning.point, meaning.value
    if point is None or value is None or sentence.is_denied(word):
        return None
    if not set(sentence.after(amount.last, 1)) & sentence.known.units.get(point.subject.series, frozenset()):
        return None
    past = [each for each in sentence.facts.known(point.subject, point.time.kind, point.time) if each[0] != point.time]
    is_next = bool(past) and past[-1][0] == before(point.time)
    sizes = [abs(value - each) / scale_of(meaning.unit) for _, each in past]
    if not is_next or any(amount.fits(each) for each in sizes):
        return None
    return number(sizes[-1])


def of_then(sentence: Sentence, amount: Amount) -> list[Decimal]:
    """What part it is of what it was then: 'nog maar de helft van dat van een jaar geleden'."""
    following = sentence.tokens[amount.last.index + 1 :][:_THEN]
    if not following or following[0].word != "van" or not any(sentence.is_base(e) for e in following if e.moment):
        return []
    return [1 + each.percent / 100 for each in from_bases(sentence, amount) if each.percent is not None]


def points(sentence: Sentence, amount: Amount) -> Iterator[Verdict]:
    """What is in percentage points, where the figures are percentages."""
    if is_denied(sentence, amount) or sentence.is_ahead(amount.first):
        return
    word = word_of_change(sentence, amount)
    levels = [each for each in sentence.levels if is_percent(sentence.meaning(each).unit)]
    if not levels and word is None:
        return
    actual = [abs(each.amount) for each in _changes(sentence, amount, word)] if word else _apart(sentence, levels)
    verdicts = [amount.fits(each) for each in actual]
    is_plain = (word is not None and bool(levels)) or not _AND_SO.isdisjoint(sentence.before(amount.start, 3))
    if any(verdicts) or (verdicts and is_plain):
        told = f"{number(actual[0], 1)} {_POINTS}"
        yield sentence.verdict(ClaimKind.PORTION, amount.start, amount.last, any(verdicts), told)


def _apart(sentence: Sentence, levels: Sequence[Token]) -> list[Decimal]:
    """How much the only two of them differ."""
    values = [value for each in levels if (value := sentence.meaning(each).value) is not None]
    return [abs(values[0] - values[1])] if len(values) == 2 else []


def _changes(sentence: Sentence, amount: Amount, word: Token) -> Sequence[Change]:
    """The changes that it can be of, the best first."""
    based = list(from_bases(sentence, amount))
    if based:
        return based
    indexed = list(_above_base(sentence)) if "basisjaar" in sentence.words(0, len(sentence.tokens)) else []
    is_move = any(each is word for each, _ in direction_words(sentence))
    said = indexed or (changes_at(sentence, word) if is_move else differences(sentence, word))
    return [*said, *usual_changes(sentence, amount, word)] if amount.is_typed else said


def _above_base(sentence: Sentence) -> Iterator[Change]:
    """How much an index is above or below what it is in its base year."""
    for figure in sentence.levels:
        meaning = sentence.meaning(figure)
        if meaning.value is not None and meaning.point and sentence.facts.base_year(meaning.point.subject.series):
            yield Change.between(Decimal(100), meaning.value)


def from_bases(sentence: Sentence, amount: Amount) -> Iterator[Change]:
    """How much the nearest figure differs from what it was at the time of 'dan in T', or of 'sinds T'."""
    own = sentence.clauses.number(amount.first)
    bases = [each for each in sentence.times() if sentence.is_base(each) or _is_start(sentence, each)]
    behind = [each for each in bases if each.index > amount.last.index and sentence.is_base(each)]
    behind = [each for each in behind if not _is_of_next(sentence, amount, each)]
    ahead = [each for each in bases if each.index < amount.first.index and sentence.clauses.number(each) == own]
    for token in (behind or ahead[-1:])[:1]:
        for point, value in _levels(sentence, amount):
            near = token.moment.periods(point.time) if token.moment and token.moment.is_from_it else None
            for period in near or sentence.named(token):
                base = looked_up(sentence.facts, point.subject, period)
                if base is not None and base.value and period.end < point.time.end:
                    yield Change.between(base.value, value)
                    return


def _is_of_next(sentence: Sentence, amount: Amount, base: Token) -> bool:
    """Whether another clause compares with a time: 'zakte met 2,1 procentpunt naar F, een punt lager dan in mei'."""
    own = sentence.clauses.number(amount.first)
    between = sentence.tokens[amount.last.index + 1 : base.index]
    compared = [each for each in between if each.word in lexicon.COMPARISONS and "dan" in sentence.after(each, 1)]
    is_moved = any(sentence.clauses.number(each) == own for each, sign in direction_words(sentence) if sign)
    return is_moved and bool(compared) and sentence.clauses.number(compared[-1]) != own


def _levels(sentence: Sentence, amount: Amount) -> Iterator[tuple[Point, Decimal]]:
    """What an amount may be of, the best first: the figures; where there are none, what is named.

    Of a clause that is about another series than those of the figures that one.
    """
    if (other := _of_clause(sentence, amount)) is not None:
        value = sentence.facts.value(other.subject, other.time)
        yield from [(other, value)] if value is not None else []
        return
    for figure in sentence.nearest(amount.first, sentence.levels):
        meaning = sentence.meaning(figure)
        if meaning.point is not None and meaning.value is not None:
            yield meaning.point, meaning.value
    if not sentence.figures:
        found = targets(sentence, Wanted(amount.first, [amount.first]))
        if found.is_plain or (found.best and _is_called(sentence, found.best[0].subject.series)):
            yield Point(found.best[0].subject, (found.best[0].time,)), found.best[0].value


def _of_clause(sentence: Sentence, amount: Amount) -> Point | None:
    """The one series that a clause without figures is about, of which there is no figure in the sentence."""
    clause = clause_tokens(sentence, amount.first)
    if not sentence.figures or any(each.kind in (Kind.FIGURE, Kind.PART) for each in clause):
        return None
    words = [each for each in clause if each.kind is Kind.WORD and each.word not in lexicon.COMPARISONS]
    touched = series_touched(sentence, words)
    shown = {point.subject.series for each in sentence.meanings for point in each.points}
    is_other = len(touched) == 1 and not touched & shown
    return Point(Subject(next(iter(touched))), (sentence.reading.near,)) if is_other else None


def _is_called(sentence: Sentence, series: str) -> bool:
    """Whether the sentence has a word that only this series is called by: 'vliegtickets' of 'Prijsindex van …'."""
    words = (each.word for each in sentence.tokens if each.kind is Kind.WORD and not is_general(each.word))
    return any(sentence.known.in_full.with_word(word) == {series} for word in words)


def _is_start(sentence: Sentence, token: Token) -> bool:
    """'sinds T', but for 'voor het eerst sinds T'."""
    return sentence.is_since(token) and not sentence.is_first_since(token)
