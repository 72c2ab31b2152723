"""Typed numbers that the data have for what their words are of: they are read as the figures that they are.

So 'de hogescholen hadden 446.100 studenten, 8.700 minder dan een jaar eerder' is held against the data as if the first
number were an expression: what changed, what is part of what, and when, is asked of both alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from msgspec import Struct

from rapportage.document import Delivered, FigureInput, Formula, Trace, Value
from rapportage.figures.observation import Operation
from rapportage.figures.parts import WHOLE
from rapportage.figures.unit_text import is_percent, scale_of, unit_of
from rapportage.figures.words.numbers import number
from rapportage.proof.claims.amounts import Amount, Form, amounts
from rapportage.proof.claims.bare_percents import is_bare_percent
from rapportage.proof.claims.changed_by import differs, in_percent, points, word_of_change
from rapportage.proof.claims.differing import is_difference
from rapportage.proof.claims.facts import Subject
from rapportage.proof.claims.joined import joined_parts
from rapportage.proof.claims.listed import listed_after
from rapportage.proof.claims.lookups import clause_tokens
from rapportage.proof.claims.names import content_words
from rapportage.proof.claims.no_levels import of_every
from rapportage.proof.claims.qualifiers import Qualifier
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.stretches import FigureInText
from rapportage.proof.claims.sums import elliptic, parts_together
from rapportage.proof.claims.targets import Target, Targets, Wanted, named_parts, part_in, targets, times_at
from rapportage.proof.claims.typed import before_step, is_aim, is_no_level, is_size_of
from rapportage.proof.claims.typed_ranges import typed_ranges
from rapportage.proof.claims.verdict import ClaimKind, Verdict

_PASSES = 3
"""What one number is known by may be another: 'van 17.100 naar 18.300', 'van de 34.900 … 23.200 onder toezicht'."""
_TELLING = 3
"""From so many digits on a number is not the same by chance, where its words do not say plainly what it is of."""
_SAYING = 2
"""From so many digits on it may be known by a change that is said of it, or as the only value that it can be."""
_SHARES = (["procent"], ["%"])
_OF_WHOLE = 3
_TO_WHOLE = 2
_MOST_PARTS = 500
_BORDERS = (Qualifier.MORE, Qualifier.LESS, Qualifier.LEAST, Qualifier.MOST)
"""With which a number is a border and no value: 'boven de 50'."""
_ON_END = frozenset(("rij", "achtereen"))
"""'vier kwartalen op rij van 3,6 procent': of more times than one."""
_HUNDRED = Decimal(100)


class _Bound(Struct, frozen=True):
    """A number with what it is: one value of the data, or more that are added."""

    amount: Amount
    targets: tuple[Target, ...]


def with_typed(sentence: Sentence, none: Set[int] = frozenset()) -> tuple[Sentence, list[Verdict]]:
    """The sentence in which such numbers are figures, and what is said of them: they are so.

    `none` are the places in the text of the stretch of numbers that are no figures.
    """
    told: list[Verdict] = []
    if not any(each.kind is Kind.NUMBER and not each.is_own for each in sentence.tokens):
        return sentence, told
    for _ in range(_PASSES):
        found = [
            each for each in _found(sentence) if _is_in_unit(sentence, each) or not _is_within(sentence, each, none)
        ]
        if not found:
            break
        told += [sentence.verdict(ClaimKind.NUMBER, each.amount.start, each.amount.last, True) for each in found]
        sentence = sentence.with_figures([_figure(sentence, each) for each in found])
    return sentence, told


def _is_within(sentence: Sentence, found: _Bound, none: Set[int]) -> bool:
    return sentence.reading.places[found.amount.first.start] in none


def _is_in_unit(sentence: Sentence, found: _Bound) -> bool:
    """Whether a term is what the series counts: the '61 weken' of a time that is counted in weeks."""
    words = content_words(unit_of(sentence.facts.unit(found.targets[0].subject.series)).thing)
    return any(word in words for word in sentence.after(found.amount.last, 1))


def _found(sentence: Sentence) -> Iterator[_Bound]:
    said = list(amounts(sentence))
    anchors = sorted((*sentence.figures, *(each.first for each in said)), key=lambda each: each.index)
    borders = typed_ranges(sentence, said)
    for amount in said:
        if any(each.has(amount) for each in borders):
            continue
        if amount.is_typed and _may_be_figure(sentence, amount):
            values = _values(sentence, amount, anchors)
            is_rate = bool(values) and values[0].subject.series in sentence.known.rates
            if values and (is_rate or not of_every(sentence)):
                yield _Bound(amount, values)


def _may_be_figure(sentence: Sentence, amount: Amount) -> bool:
    if amount.form not in (Form.COUNT, Form.PERCENT) or amount.qualifier in _BORDERS:
        return False
    if (
        word_of_change(sentence, amount)
        or is_difference(sentence, amount)
        or _ON_END.intersection(sentence.before(amount.start, 2))
    ):
        return False
    if is_aim(sentence, amount) or sentence.is_denied(amount.first):
        return False
    return not is_no_level(sentence, amount) or _is_of_every(sentence, amount)


def _is_of_every(sentence: Sentence, amount: Amount) -> bool:
    """Whether it is 'van elke 1.000 woningen stonden er 22,8 leeg', where a series is counted so."""
    many = of_every(sentence)
    units = (sentence.facts.unit(each) for each in sentence.known.rates) if many and amount.value != many else ()
    return any(each.startswith(f"per {number(many)} ") for each in units)


def _values(sentence: Sentence, amount: Amount, anchors: Sequence[Token]) -> tuple[Target, ...]:
    """What a number is: by what it was before, by the words, by the parts that it is of together, or by its value."""
    if steps := [each for each in before_step(sentence, amount, anchors) if _is(sentence, amount, each)]:
        return (steps[0],)
    if listed := _listed(sentence, amount):
        return listed
    if whole := _all_of(sentence, amount, anchors):
        return (whole,)
    for parts in (parts_together(sentence, amount.first), joined_parts(sentence, amount.first, anchors)):
        if added := _together(sentence, amount, anchors, parts):
            return added
    is_percent_of = amount.form is Form.PERCENT or is_bare_percent(sentence, amount)
    found = targets(sentence, Wanted(amount.first, anchors, is_percent_of, _is_whole(sentence, amount)))
    is_named = bool(named_parts(sentence, amount.first, anchors)) and len({e.subject.series for e in found.best}) == 1
    is_telling = _digits(amount) >= _TELLING or is_named
    if found.is_plain or is_telling:
        for some in (found.best, found.others if is_telling else ()):
            same = [each for each in some if _is(sentence, amount, each) and _may_be(sentence, amount, each)]
            if same:
                return (same[0],)
    if _digits(amount) >= _SAYING:
        same = [each for each in (*found.best, *found.others) if _is(sentence, amount, each)]
        if len(same) == 1 and _may_be(sentence, amount, same[0]):
            return (same[0],)
    return _by_value(sentence, amount, anchors, found) or _confirmed(sentence, amount, anchors, found)


def _is_whole(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number is what the one before it is part of: '2.608 van de 4.210'."""
    if is_size_of(sentence, amount):
        return True
    ahead = sentence.tokens[max(0, amount.first.index - _OF_WHOLE) : amount.first.index]
    is_part = len(ahead) == _OF_WHOLE and ahead[0].kind in (Kind.FIGURE, Kind.NUMBER)
    return is_part and [each.word for each in ahead[1:]] in (["van", "de"], ["van", "alle"])


def _all_of(sentence: Sentence, amount: Amount, anchors: Sequence[Token]) -> Target | None:
    """Of 'Van de 2,7 miljoen museumbezoeken nam A bijna de helft' the whole, where it is just so large."""
    words = [each for each in clause_tokens(sentence, amount.first) if each.kind is not Kind.MARK]
    is_of = words[0].word == "van" and amount.start.index - words[0].index <= _TO_WHOLE
    if not is_of or amount.form is not Form.COUNT:
        return None
    found = targets(sentence, Wanted(amount.first, anchors, is_whole=True))
    return next((each for each in found.best if found.is_plain and _is(sentence, amount, each)), None)


def _may_be(sentence: Sentence, amount: Amount, target: Target) -> bool:
    """Whether what is counted is not just what another series counts: no 'students' of '446.100 eerstejaars'."""
    noun = next((each for each in sentence.tokens[amount.last.index + 1 :][:1] if each.kind is Kind.WORD), None)
    is_telling = noun is not None and not is_general(noun.word)
    of_noun = sentence.known.series_words.of(noun.word) if noun and is_telling else frozenset[str]()
    return not of_noun or target.subject.series in of_noun


def _is(sentence: Sentence, amount: Amount, target: Target) -> bool:
    value = target.value / _HUNDRED if amount.form is Form.PERCENT else target.value
    return amount.fits(value)


def _digits(amount: Amount) -> int:
    """How many digits say something: 3 of '64,8' and '446.000'."""
    return len(amount.first.text.replace(".", "").replace(",", "").strip("0"))


def _together(
    sentence: Sentence, amount: Amount, anchors: Sequence[Token], parts: Sequence[Token]
) -> tuple[Target, ...]:
    """The values of the parts that are named, of the series of which they are together so many."""
    mentions = [each.mention for each in parts if each.mention]
    mentions += [short for each in parts if (short := elliptic(sentence, each))]
    time = times_at(sentence, amount.first, anchors)[:1]
    for series in sorted(sentence.known.with_names(mentions)):
        own = [part_in(sentence, series, [each]) for each in mentions]
        named = [each for each in own if each != WHOLE]  # 'honden' may be of the title
        subjects = [Subject(series, each) for each in named if each is not None]
        values = [(each, sentence.facts.value(each, when)) for when in time for each in subjects]
        known = tuple(Target(each, time[0], value) for each, value in values if value is not None)
        total = Target(Subject(series), time[0], sum((each.value for each in known), Decimal(0))) if known else None
        if len(known) == len(named) > 1 and total and _is(sentence, amount, total):
            return known
    return ()


def _listed(sentence: Sentence, amount: Amount) -> tuple[Target, ...]:
    """The parts behind a colon that are together so many."""
    points = listed_after(sentence, amount.last) if amount.form is Form.COUNT else []
    values = [(each, sentence.facts.value(each.subject, each.time)) for each in points]
    known = tuple(Target(each.subject, each.time, value) for each, value in values if value is not None)
    total = sum((each.value for each in known), Decimal(0))
    is_so = len(known) == len(points) > 0 and amount.fits(total)
    return known if is_so else ()


def _by_value(sentence: Sentence, amount: Amount, anchors: Sequence[Token], found: Targets) -> tuple[Target, ...]:
    """The only part of what the sentence is about that is just so large, where no name says otherwise."""
    if _digits(amount) < _TELLING or named_parts(sentence, amount.first, anchors) or not found.is_plain:
        return ()
    series = found.best[0].subject.series
    times = list(dict.fromkeys(each.time for each in found.best))[:1]
    every = [part for parts in sentence.facts.cube.breakdowns(series).values() for part in parts]
    subjects = [Subject(series, part) for part in every[:_MOST_PARTS]]
    known = ((each, time, sentence.facts.value(each, time)) for time in times for each in subjects)
    same = [Target(each, time, value) for each, time, value in known if value is not None]
    same = [each for each in same if _is(sentence, amount, each)]
    others = [each for each in anchors if each.index != amount.first.index and each.kind is not Kind.WORD]
    counts = [each for each in others if sentence.after(each, 1) not in _SHARES]  # and no 'bijna de helft'
    named = [named_parts(sentence, each, anchors) for each in counts]
    said = {name.name for mentions in named for each in mentions for name in each.names}
    is_free = len(same) == 1 and said.isdisjoint(same[0].subject.part.names)
    return tuple(same) if is_free else ()


def _confirmed(sentence: Sentence, amount: Amount, anchors: Sequence[Token], found: Targets) -> tuple[Target, ...]:
    """What no word tells, where the change that is said beside it is that of a figure that is just so large.

    'Er gingen 64,8 miljoen boeken over de balie, 2,7 miljoen meer dan een jaar eerder'.
    """
    others = [each for each in amounts(sentence) if each.is_typed and each.first is not amount.first]
    if found.is_plain or not others or _digits(amount) < _SAYING:
        return ()
    mentions = named_parts(sentence, amount.first, anchors)
    for time in times_at(sentence, amount.first, anchors)[:1]:
        for series, value in sentence.facts.wholes_at(time) if not mentions else ():
            target = Target(Subject(series), time, value)
            is_same = is_percent(sentence.facts.unit(series)) == (amount.form is Form.PERCENT)
            if is_same and _is(sentence, amount, target) and _confirms(sentence, _Bound(amount, (target,)), others):
                return (target,)
    return ()


def _confirms(sentence: Sentence, found: _Bound, others: Sequence[Amount]) -> bool:
    """Whether another number is how much that figure changed."""
    with_it = sentence.with_figures([_figure(sentence, found)])
    known = {each.first.start for each in others}
    said = list(amounts(with_it))
    anchors = sorted((*with_it.figures, *(each.first for each in said)), key=lambda each: each.index)
    steps = [any(_is(with_it, each, one) for one in before_step(with_it, each, anchors)) for each in said]
    return any(
        is_step or _is_change(with_it, each)
        for each, is_step in zip(said, steps, strict=True)
        if each.first.start in known
    )


def _is_change(sentence: Sentence, amount: Amount) -> bool:
    match amount.form:
        case Form.COUNT:
            return differs(sentence, amount)
        case Form.POINTS:
            return any(each.holds for each in points(sentence, amount))
        case Form.PERCENT:
            word = word_of_change(sentence, amount)
            said = in_percent(sentence, amount, word) if word else []
            return any(amount.fits(each) for each in said)
    return False


def _figure(sentence: Sentence, found: _Bound) -> tuple[int, int, FigureInText]:
    """A figure in place of the number, as an expression would have made it."""
    first, last = found.amount.first, found.amount.last
    text = sentence.reading.text[first.start : last.end]
    unit = sentence.facts.unit(found.targets[0].subject.series)
    inputs = tuple(
        FigureInput(each.subject.series, each.time.code, each.subject.part, str(each.value), "", None)
        for each in found.targets
    )
    cells = tuple(Delivered(place, each.part.label) for place, each in enumerate(inputs))
    total = sum((each.value for each in found.targets), Decimal(0)) / scale_of(unit)
    trace = Trace(total, cells[0] if len(cells) == 1 else Formula(Operation.SUM, cells), inputs, unit)
    return first.start, last.end, FigureInText(sentence.reading.places[first.start], Value(text, trace), trace)
