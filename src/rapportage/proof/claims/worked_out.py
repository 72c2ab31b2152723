"""Typed numbers that one calculation on the data gives: a change, a sum, a share of what the sentence is about.

That is no proof, since the words do not tell which calculation it is; but nothing shows that it is wrong. So no alarm
is made of it: somebody has to sign for it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from rapportage.figures.parts import WHOLE
from rapportage.figures.unit_text import is_percent
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.amounts import Amount, Form, amounts, in_words
from rapportage.proof.claims.changed_by import word_of_change
from rapportage.proof.claims.evidence import Change
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.known_values import KnownValue, begun, known_values
from rapportage.proof.claims.lookups import clause_tokens, times_back
from rapportage.proof.claims.no_levels import of_every
from rapportage.proof.claims.qualifiers import Qualifier
from rapportage.proof.claims.ranges import is_moving
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.steps_back import is_so_long_ago
from rapportage.proof.claims.usual_changes import sign_of
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_LEAST_IN_WORDS = 10
_TO_BRACKET = 5
_BORDERS = (Qualifier.MORE, Qualifier.LESS, Qualifier.LEAST, Qualifier.MOST)
_LARGE = 1000
"""So large a number is not by chance that of a part."""
_TO_THAN = 6
_OF_CHANGE = frozenset(
    lexicon.words("verschil scheelt scheelde scheelden toename afname groei daling stijging plus min bij af extra")
)
_THEN = frozenset(
    lexicon.words(
        "nog toen eerder destijds voorheen aanvankelijk vorige bleef bleven onveranderd hoogste laagste stand piek"
    )
)
"""With which a number is of another time than the figures beside it."""
_CENTS = Decimal(100)
_HUNDRED = Decimal(100)


def worked_out(sentence: Sentence) -> Iterator[Verdict]:
    """The typed numbers that may be so, each left to a person."""
    typed = [each for each in amounts(sentence) if each.is_typed]
    known = known_values(sentence) if typed else ()
    for amount in typed:
        if _is_of_name(sentence, amount) or _is_one_of(amount, values_of(sentence, amount, known)):
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)


def possible_values(sentence: Sentence, amount: Amount) -> Iterator[Decimal]:
    """What the calculations give that a number may be of."""
    return values_of(sentence, amount, known_values(sentence))


def words_worked_out(sentence: Sentence) -> Iterator[Verdict]:
    """As `worked_out` of numbers in words from ten on: how much there is of one thing, or by how much that changed."""
    counted = [each for each in in_words(sentence) if each.value >= _LEAST_IN_WORDS and _is_alone(sentence, each)]
    known = known_values(sentence) if counted else []
    for amount in counted:
        way = _way(sentence, amount)
        sizes = [_size(each.amount, way) for each in _changes(sentence, known)]
        levels = [] if way else [each.value for each in known if each.is_meant]
        if _is_one_of(amount, [*sizes, *levels]):
            yield sentence.verdict(ClaimKind.NUMBER, amount.first, amount.last, None)


def _is_alone(sentence: Sentence, amount: Amount) -> bool:
    """Whether it is no border ('meer dan driehonderd'), and no figure in brackets behind it says it exactly."""
    behind = sentence.tokens[amount.last.index + 1 :][:_TO_BRACKET]
    is_shown = any(one.text == "(" and other.kind is Kind.FIGURE for one, other in itertools.pairwise(behind))
    return not is_shown and amount.qualifier not in _BORDERS


def _is_of_name(sentence: Sentence, amount: Amount) -> bool:
    """Whether it is of the part that a figure is of: 'een oppervlakte van 100 hectare of meer'."""
    following = (sentence.after(amount.last, 1) or [""])[0]
    said = f"{amount.first.text} {following}"
    labels = (point.subject.part.label.casefold() for each in sentence.meanings for point in each.points)
    return bool(following) and any(said in label for label in labels)


def may_be_change(sentence: Sentence, amount: Amount) -> bool:
    """Whether one of the things that a sentence is about went up or down by so much, and it is about changes."""
    if amount.form is not Form.COUNT or not is_about_changes(sentence):
        return False
    changes = _changes(sentence, known_values(sentence))
    return _is_one_of(amount, (_size(each.amount, _way(sentence, amount)) for each in changes))


def is_about_changes(sentence: Sentence) -> bool:
    words = sentence.words(0, len(sentence.tokens))
    return not _OF_CHANGE.isdisjoint(words) or any(each in lexicon.COMPARISONS for each in words)


def _is_one_of(amount: Amount, values: Iterable[Decimal]) -> bool:
    return any(amount.fits(each) for each in values)


# --- What it gives -----------------------------------------------------------------------------------------


def values_of(sentence: Sentence, amount: Amount, known: Sequence[KnownValue]) -> Iterator[Decimal]:
    """How large it may be; beside a word of change only how much something changed that way, or differs."""
    word, way = word_of_change(sentence, amount), _way(sentence, amount)
    shown = [each for each in known if each.is_shown]
    known = shown if word and shown else known
    meant = [] if word else [each for each in known if each.is_meant or _is_of_then(sentence, amount)]
    match amount.form:
        case Form.COUNT:
            yield from _counts(sentence, amount, meant)
            cents = _CENTS if sentence.after(amount.last, 1) == ["cent"] else Decimal(1)
            yield from (_size(change.amount, way) * cents for change in _changes(sentence, known))
            if not any(each.word in lexicon.TOGETHER for each in sentence.tokens):
                yield from (abs(one.value - other.value) for one, other in _beside(sentence, known))
        case Form.PERCENT:
            yield from _shares(sentence, meant)
            changes = [*_changes(sentence, known), *_since_base(sentence, known), *_apart(sentence, known)]
            yield from (_size(each.percent, way) / _HUNDRED for each in changes if each.percent is not None)
        case Form.POINTS:
            percents = [each for each in known if _is_percent(sentence, each)]
            yield from (_size(change.amount, way) for change in _changes(sentence, percents))
            yield from (abs(one.value - other.value) for one, other in _beside(sentence, percents))
        case Form.TIMES:
            pairs = itertools.permutations(known, 2)
            parts = any(each.kind is Kind.PART for each in clause_tokens(sentence, amount.first))
            alike = ((one, other) for one, other in pairs if one.subject.series == other.subject.series)
            alike = ((one, other) for one, other in alike if not parts or _are_named(one, other))
            yield from (one.value / other.value for one, other in alike if other.value)


def _are_named(one: KnownValue, other: KnownValue) -> bool:
    """Of 'zeven keer zoveel met de trein als met de tram' those two, at one time."""
    return one.time == other.time and WHOLE not in (one.subject.part, other.subject.part)


def _is_percent(sentence: Sentence, known: KnownValue) -> bool:
    return is_percent(sentence.facts.unit(known.subject.series))


def _is_of_then(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number may be of an earlier time: its clause says that it is, and does not name it."""
    clause = clause_tokens(sentence, amount.first)
    is_said = any(each.word in _THEN for each in clause)
    return is_said and not any(each.kind is Kind.TIME and sentence.named(each) for each in clause)


def _way(sentence: Sentence, amount: Amount) -> int:
    """Which way a change is said to go: up is 1, down is -1; 0 where a word says neither, or not of what it is so.

    'In mei nog 200 meer' is of what was, 'F, 200 meer dan in mei' of what is.
    """
    word = word_of_change(sentence, amount)
    if word is None:
        return 0
    has_time = any(each.kind is Kind.TIME for each in clause_tokens(sentence, amount.first))
    is_of_then = has_time and word.word in lexicon.COMPARISONS and "dan" not in sentence.after(word, _TO_THAN)
    return 0 if is_of_then else sign_of(sentence, word)


def _size(change: Decimal, way: int) -> Decimal:
    return change * way if way else abs(change)


# --- Levels and shares ----------------------------------------------------------------------------------------


def _counts(sentence: Sentence, amount: Amount, meant: Sequence[KnownValue]) -> Iterator[Decimal]:
    """What there was of one thing, of two together, or per one of the other; of a shortage or surplus which way.

    Of 'van elke honderd kwamen er 48' a share of so many.
    """
    if many := of_every(sentence):
        yield from (each * many for each in _shares(sentence, meant))
    clause = clause_tokens(sentence, amount.first)
    if not any(each.kind is Kind.PART for each in clause):
        yield from _parts_shown(sentence, meant)
    if is_moving(sentence):
        yield from _over_time(sentence)
    way = change_words.SIGNS.get((sentence.before(amount.start, 2) or [""])[0])
    yield from (each.value * way if way else abs(each.value) for each in meant)
    together = ((one, other) for one, other in _beside(sentence, meant) if one.subject != other.subject)
    yield from (one.value + other.value for one, other in together)
    words = sentence.words(0, len(sentence.tokens))
    if "per" in words or "gemiddeld" in words:  # 'in tien maanden 25.160, dat is 2.516 per maand'
        yield from (each.value / len(each.time.parts()) for each in meant if len(each.time.parts()) > 1)
    if "per" in words:
        pairs = ((one, other) for one, other in itertools.permutations(meant, 2) if one.time == other.time)
        yield from (one.value / other.value for one, other in pairs if other.value)


def _over_time(sentence: Sentence) -> Iterator[Decimal]:
    """Of 'varieerde van F tot 461.000' what it ever was."""
    facts, near = sentence.facts, sentence.reading.near
    for point in (point for each in sentence.levels if (point := sentence.meaning(each).point)):
        yield from (value for _, value in facts.known(point.subject, point.time.kind, near))


def _parts_shown(sentence: Sentence, meant: Sequence[KnownValue]) -> Iterator[Decimal]:
    """What every part is of what figures are of, where no name says which: 'zorgwerkgevers hadden 67.000 plekken'."""
    facts = sentence.facts
    for series, time in dict.fromkeys((each.subject.series, each.time) for each in meant if each.is_shown):
        for dimensions in facts.cube.breakdowns(series):
            values = (facts.value(Subject(series, part), time) for part in facts.parts(series, time, dimensions))
            yield from (each for each in values if each is not None and each >= _LARGE)


def _shares(sentence: Sentence, meant: Sequence[KnownValue]) -> Iterator[Decimal]:
    """What is a percentage or a part of another, and what that leaves."""
    shares = [each.value / _HUNDRED for each in meant if _is_percent(sentence, each)]
    pairs = _beside(sentence, meant, are_shown=False)
    shares += [one.value / other.value for one, other in pairs if other.value]
    yield from (*shares, *(1 - each for each in shares))
    if is_moving(sentence):
        yield from (each / _HUNDRED for each in _over_time(sentence))


def _beside(
    sentence: Sentence, known: Sequence[KnownValue], *, are_shown: bool = True
) -> Iterator[tuple[KnownValue, KnownValue]]:
    """Two at one time, of one series; or in one unit, where figures of both are shown, or of one."""
    for one, other in itertools.permutations(known, 2):
        units = {sentence.facts.unit(each.subject.series) for each in (one, other)}
        is_alike = one.subject.series == other.subject.series or (
            one.is_shown + other.is_shown > are_shown and _may_be_held_together(units)
        )
        if one.time == other.time and is_alike:
            yield one, other


def _may_be_held_together(units: set[str]) -> bool:
    return not any(is_percent(each) or each.startswith("per ") for each in units)


# --- Changes --------------------------------------------------------------------------------------------------


def _changes(sentence: Sentence, known: Sequence[KnownValue]) -> Iterator[Change]:
    """Of one thing from one time to another; from those that are named as a start, where any is."""
    bases = [sentence.named(each) for each in _bases(sentence)]
    words = sentence.words(0, len(sentence.tokens))
    until_now = [sentence.reading.near] if ("dan", "nu") in itertools.pairwise(words) else []
    for one, other in itertools.permutations(known, 2):
        if one.subject != other.subject or one.time.end >= other.time.end:
            continue
        if _may_start(sentence, one, other):
            yield Change.between(one.value, other.value)
        if one.is_meant and (other.time in until_now or any(other.time in each for each in bases)):
            yield Change.between(other.value, one.value)  # 'in 2021 1,2 procentpunt meer dan nu'


def _may_start(sentence: Sentence, one: KnownValue, other: KnownValue) -> bool:
    bases = [each for each in _bases(sentence) if each.moment]
    for each in bases:
        moment = each.moment
        if moment is None or moment.ends_now:
            continue
        named = moment.periods(other.time) if moment.is_from_it else sentence.named(each)
        if one.time in (*named, *begun(sentence, each)) or any(time.end == one.time.end for time in named):
            return True
        if not named and moment.is_relative and is_so_long_ago(moment, other.time, one.time):
            return True
    back, is_said = times_back(sentence, other.time)
    return not bases and (one.time in back or not is_said)


def _bases(sentence: Sentence) -> list[Token]:
    return [each for each in sentence.times() if sentence.is_base(each) or sentence.is_since(each)]


def _since_base(sentence: Sentence, known: Sequence[KnownValue]) -> Iterator[Change]:
    """Of an index since its base year, where no other time is named as a start."""
    bases = _bases(sentence)
    for each in known:
        year = sentence.facts.base_year(each.subject.series)
        if each.is_meant and year and (not bases or any(year in base.text for base in bases)):
            yield Change.between(_HUNDRED, each.value)


def _apart(sentence: Sentence, known: Sequence[KnownValue]) -> Iterator[Change]:
    """From one to another at one time: 'boven de verwachting', 'meer dan in de bouw'."""
    return (Change.between(one.value, other.value) for one, other in _beside(sentence, known) if one.value)
