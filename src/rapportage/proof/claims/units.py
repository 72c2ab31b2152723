"""What a figure is said to be of: so many thousand, percentage points, households, per 1.000, 2020 = 100."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.figures.measure_kinds import COUNT, QUANTITY, RATE
from rapportage.figures.observation import Operation
from rapportage.figures.unit_text import is_percent, scale_of, unit_of
from rapportage.figures.words.numbers import PERCENTAGE_POINT
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import lexicon
from rapportage.proof.claims.amounts import typed_value
from rapportage.proof.claims.facts import Point
from rapportage.proof.claims.measures import measure_in, measure_of
from rapportage.proof.claims.per import rates_named
from rapportage.proof.claims.per_measure import per_measure
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.scales_said import scales_in_words
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.titles import alike
from rapportage.proof.claims.verdict import ClaimKind, Outcome, Verdict
from rapportage.proof.claims.when import fits

_INDEX = re.compile(r"(\d{4})\s*=\s*100\b")


def units(sentence: Sentence) -> Iterator[Verdict]:
    yield from _after_figures(sentence)
    yield from rates_named(sentence)
    yield from per_measure(sentence)
    yield from _indexes(sentence)
    yield from scales_in_words(sentence)


def _after_figures(sentence: Sentence) -> Iterator[Verdict]:
    for figure in sentence.figures:
        following = sentence.tokens[figure.index + 1 :][:1]
        if following and following[0].text == "%" and sentence.meaning(figure).unit:
            is_share = is_percent(sentence.meaning(figure).unit)
            told = f"de eenheid is {sentence.meaning(figure).unit}"
            yield sentence.verdict(ClaimKind.UNIT, following[0], following[0], is_share, told)
        if not following or following[0].kind is not Kind.WORD or following[0].is_own:
            continue
        token, unit = following[0], sentence.meaning(figure).unit
        told, is_points = f"de eenheid is {unit}", unit == PERCENTAGE_POINT
        measured = _is_measured_so(sentence, figure, token)
        if measured is not None:
            yield sentence.verdict(ClaimKind.UNIT, token, token, measured, told)
        elif token.word in lexicon.SCALES:
            is_right = scale_of(unit) == lexicon.SCALES[token.word]
            is_other = unit_of(unit).kind is QUANTITY and measure_of(sentence.after(token, 2)) is not None
            yield sentence.verdict(ClaimKind.UNIT, token, token, is_right or (None if is_other else False), told)
        elif token.word.startswith(PERCENTAGE_POINT) and (is_points or is_percent(unit)):
            yield sentence.verdict(ClaimKind.UNIT, token, token, is_points, told)
        elif token.word == "procent":
            yield sentence.verdict(ClaimKind.UNIT, token, token, is_percent(unit), told)
        elif _lacks_scale(sentence, figure, token):
            yield sentence.verdict(ClaimKind.UNIT, figure, token, False, told)
        elif _is_of_other_unit(sentence, token.word, unit_of(unit).thing.casefold(), figure):
            yield sentence.verdict(ClaimKind.UNIT, token, token, False, told)


def _lacks_scale(sentence: Sentence, figure: Token, token: Token) -> bool:
    """Whether 'F banen' is said of what is counted in thousands, and nothing says so."""
    unit = sentence.meaning(figure).unit
    text = sentence.reading.text.casefold()
    is_said = any(word in text for word in (*lexicon.SCALES, "1.000", "mln", "mld"))
    is_noun = token.word in lexicon.COUNTED or any(
        token.word in sentence.known.titles.get(point.subject.series, ()) for point in sentence.meaning(figure).points
    )
    is_said = is_said or typed_value(figure.text) == sentence.meaning(figure).value  # '912.000 kinderen' is in full
    return scale_of(unit) > 1 and unit_of(unit).kind is COUNT and not is_said and is_noun


def _is_measured_so(sentence: Sentence, figure: Token, token: Token) -> bool | None:
    """'F miljard kilowattuur' of a figure in TWh: as much, whatever the words; None where it is no such unit."""
    unit = unit_of(sentence.meaning(figure).unit)
    own, scale = measure_in(unit.thing), Decimal(lexicon.SCALES.get(token.word, 1))
    said = measure_of(
        sentence.after(token, 2) if token.word in lexicon.SCALES else [token.word, *sentence.after(token, 1)]
    )
    if said and not own and unit.kind is COUNT and unit.thing:
        return None if said.kind == "tijd" else False
    if own is None or said is None or (unit.kind is RATE and own.kind == "geld"):
        return None
    has_scale = any(word in figure.text for word in lexicon.SCALES)
    return said.kind == own.kind and said.size * (unit.scale.ones if has_scale else scale) == own.size * unit.scale.ones


def _is_of_other_unit(sentence: Sentence, word: str, unit: str, figure: Token) -> bool:
    """Whether a noun after a figure is another unit of the data, or counts other things."""
    one, other = lexicon.COUNTED.get(word), lexicon.COUNTED.get(unit)
    if one and other and one != other and lexicon.BUSINESSES.issuperset((one, other)):
        return False
    if one and other:
        kinds = lexicon.EXCLUSIVE.get(word), lexicon.EXCLUSIVE.get(unit)
        return one != other or (None not in kinds and kinds[0] != kinds[1] and sentence.known.is_unit(word))
    if word == unit or not sentence.known.is_unit(word) or is_general(word):
        return False
    series = {point.subject.series for point in sentence.meaning(figure).points}
    return not any(alike(word, each) for id in series for each in sentence.known.own_words(id))


def _indexes(sentence: Sentence) -> Iterator[Verdict]:
    """'(2020 = 100)', beside an index."""
    for found in _INDEX.finditer(sentence.reading.text):
        series = {point.subject.series for each in sentence.meanings for point in each.points}
        bases = [base[1] for id in series if (base := _INDEX.search(sentence.facts.described(id)))]
        computed = [str(period_name(point.time)) for point in _bases(sentence)]
        if bases or computed:
            outcome = Outcome.TRUE if found[1] in (*bases, *computed) else Outcome.FALSE
            yield Verdict(ClaimKind.UNIT, found[0], *found.span(), outcome, f"het is {[*bases, *computed][0]} = 100")
    for token in sentence.times():
        series = {point.subject.series for each in sentence.meanings for point in each.points}
        bases = [year for id in series if (year := sentence.facts.base_year(id))]
        if bases and sentence.before(token, 1) == ["basisjaar"] and not token.is_own:
            yield sentence.verdict(ClaimKind.UNIT, token, token, token.text in bases, f"het basisjaar is {bases[0]}")
        following = sentence.after(token, 2)
        if following in (["als", "100"], ["op", "100"], ["=", "100"]) and not token.is_own:
            named, points = sentence.named(token), list(_bases(sentence))
            holds = any(fits(named, point) for point in points) if named and points else None
            told = f"het is {period_name(points[0].time)} = 100" if points else ""
            yield sentence.verdict(ClaimKind.UNIT, token, sentence.tokens[token.index + 2], holds, told)


def _bases(sentence: Sentence) -> Iterator[Point]:
    """What indexes that were computed are of 100."""
    for meaning in sentence.meanings:
        if meaning.operation is Operation.INDEX and meaning.has_times:
            yield meaning.points[1]
