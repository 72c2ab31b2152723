"""Parts in words and typed percentages ('driekwart', 'vier op de tien', 'ruim 60 procent', 'een kwart meer')."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rapportage.figures.observation import Operation
from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.unit_text import is_percent
from rapportage.figures.words.numbers import number
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.amounts import Amount, Form, amounts, of_part
from rapportage.proof.claims.announced import shares_announced
from rapportage.proof.claims.antecedents import shares_before
from rapportage.proof.claims.changed_by import from_bases, in_percent, is_denied, of_then, points, word_of_change
from rapportage.proof.claims.counts import counts_in_words
from rapportage.proof.claims.differing import differing
from rapportage.proof.claims.elsewhere import is_of_other_time
from rapportage.proof.claims.facts import Meaning, Subject
from rapportage.proof.claims.listed import listed_after
from rapportage.proof.claims.listed_counts import listed_counts
from rapportage.proof.claims.measured_in_words import measured_in_words
from rapportage.proof.claims.multiples import multiples
from rapportage.proof.claims.names import Mention
from rapportage.proof.claims.no_levels import is_signed
from rapportage.proof.claims.out_of_each import out_of_each
from rapportage.proof.claims.over_and_under import excess_before
from rapportage.proof.claims.parts_beside import beside_part, is_apposition, part_ahead, rates_shown
from rapportage.proof.claims.per_day import per_days
from rapportage.proof.claims.qualifiers import Qualifier
from rapportage.proof.claims.ranges import is_moving
from rapportage.proof.claims.rates import rates_in_words
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.series_words import is_general
from rapportage.proof.claims.shares_there import share_there
from rapportage.proof.claims.subjects import names_another
from rapportage.proof.claims.sums import sums
from rapportage.proof.claims.targets import Wanted, named_parts, part_in, targets
from rapportage.proof.claims.to_target import to_target
from rapportage.proof.claims.typed import is_aim, typed_numbers
from rapportage.proof.claims.typed_ranges import typed_ranges, within
from rapportage.proof.claims.verdict import ClaimKind, Verdict
from rapportage.proof.claims.within import is_whole, shares_within

_HALF = Decimal("0.5")
_SIZES: Mapping[tuple[str, ...], tuple[Decimal, Decimal]] = {
    ("kleine", "krappe", "nipte", "lichte"): (_HALF, Decimal("0.57")),
    ("ruime", "grote", "duidelijke"): (Decimal("0.55"), Decimal(1)),
    ("overgrote",): (Decimal("0.65"), Decimal(1)),
}
"""How large a majority is by the word before it."""
_ALL_SIZES = frozenset(word for words in _SIZES for word in words)
_OF_WHOLE = (Form.PART, Form.PERCENT)
_DETERMINERS = frozenset(("de", "het", "deze", "die", "alle", "hun", "zijn", "haar"))
_ALL_OF = frozenset(lexicon.words("totale hele gehele volledige gezamenlijke alle nederlandse landelijke ruim"))
_WHOLES = frozenset(lexicon.words("totaal geheel gevallen tijd keren groep groepen jaar maand week"))
_NOUN = 5
_WHOLE_WITHIN = 5
_NEAR_TOGETHER = 5
_EXACT = 3
"""So many digits are not what another share leaves by chance: of '88,5% op tijd' '11,5 procent te laat'."""
_REST = frozenset(("overige", "andere", "resterende"))
_DENIES = lexicon.NEGATIONS | frozenset(
    lexicon.words("afgewezen afgekeurd gezakt mislukt mislukte mislukten zakte zakten")
)
_NO_DENIAL = ("onder", "ont", "ongeveer", "onlangs")
_SO_TOO = frozenset(("gold", "geldt", "golden", "gelden"))


def portions(sentence: Sentence) -> Iterator[Verdict]:
    said = list(amounts(sentence))
    borders = typed_ranges(sentence, said)
    for each in borders:
        verdict = within(sentence, each, _anchors(sentence, said))
        if verdict is not None:
            yield verdict
    for amount in said:
        if any(each.has(amount) for each in borders):
            continue
        if amount.form in _OF_WHOLE:
            yield _judged(sentence, amount, said)
        elif amount.form is Form.POINTS:
            yield from points(sentence, amount)
    yield from _majorities(sentence, said)
    yield from multiples(sentence, said)
    yield from sums(sentence)
    for rule in (listed_counts, out_of_each, per_days, to_target):
        yield from rule(sentence)
    yield from rates_in_words(sentence, said)
    apart, verdicts = differing(sentence, said)
    yield from verdicts
    yield from counts_in_words(sentence, apart)
    yield from measured_in_words(sentence)
    left = [each for each in said if each not in apart and not any(one.has(each) for one in borders)]
    yield from typed_numbers(sentence, left)


def _judged(sentence: Sentence, amount: Amount, said: Sequence[Amount]) -> Verdict:
    actual: list[Decimal] = []
    is_open = is_aim(sentence, amount) if amount.is_typed else sentence.is_ahead(amount.first)
    is_open = is_open or (amount.is_typed and (_is_of_streak(sentence, amount) or _is_border(sentence, amount)))
    is_open = is_open or is_of_other_time(sentence, amount.first)
    if not (is_denied(sentence, amount) or is_open or _is_of_some(sentence, amount, said)):
        if is_signed(sentence, amount):
            actual = [abs(each.percent) / 100 for each in from_bases(sentence, amount) if each.percent is not None]
            return _told(sentence, amount, actual)
        if excess := excess_before(sentence, amount):
            return _told(sentence, amount, [abs(excess.change.percent or Decimal(0)) / 100])
        changed = word_of_change(sentence, amount)
        actual = in_percent(sentence, amount, changed) if changed else of_then(sentence, amount)
        actual = actual or ([] if changed else _shares(sentence, amount, said))
        actual = actual or ([] if changed else shares_before(sentence) or shares_announced(sentence, amount.first))
    if not actual and amount.form is Form.PART and (rates := rates_shown(sentence, amount)):
        is_so = any(amount.fits(each) for each in rates)
        return _told(sentence, amount, rates if is_so or is_apposition(sentence, amount) else [])
    if not actual and (part := part_ahead(sentence, amount, said)) is not None:
        return beside_part(sentence, amount, part)
    return _told(sentence, amount, actual)


def _told(sentence: Sentence, amount: Amount, actual: Sequence[Decimal]) -> Verdict:
    """Whether an amount is what it may be, or open where nothing is known."""
    verdicts = [amount.fits(each) for each in actual]
    if not any(verdicts) and _is_rest(sentence, amount, actual):
        verdicts = []
    told = f"{number(100 * actual[0], 1)}%" if actual else ""
    return sentence.verdict(ClaimKind.PORTION, amount.start, amount.last, any(verdicts) if verdicts else None, told)


def _is_rest(sentence: Sentence, amount: Amount, actual: Sequence[Decimal]) -> bool:
    """Whether it may be what a share leaves: 'drie op de vier bleven onopgelost, want er werd F% opgelost'."""
    words = [each.strip(".,;:()") for each in sentence.clause_of(amount.first).casefold().split()]
    is_denied = any(each in _DENIES or (each.startswith("on") and not each.startswith(_NO_DENIAL)) for each in words)
    is_exact = amount.is_typed and len(amount.first.text.replace(",", "")) >= _EXACT
    return (is_denied or is_exact) and any(amount.fits(1 - each) for each in actual)


def _is_border(sentence: Sentence, amount: Amount) -> bool:
    """'liep uiteen van F tot 4,8 procent': of another time or part than the figure."""
    return is_moving(sentence) and sentence.before(amount.start, 1) in (["tot"], ["en"])


def _is_of_streak(sentence: Sentence, amount: Amount) -> bool:
    """Whether it is of several times: 'vier kwartalen achtereen bleef het op 3,6 procent, maar nu is het F'."""
    own = sentence.clauses.number(amount.first)
    clause = sentence.clauses.at(own)
    return any(each.word in ("rij", "achtereen") for each in clause) and not any(each.figure for each in clause)


def _is_of_some(sentence: Sentence, amount: Amount, said: Sequence[Amount]) -> bool:
    """Whether it is a part of what no figure is: 'twee derde van de groei', 'van de internationale instroom'."""
    number = sentence.clauses.number(amount.first)
    clause = sentence.clauses.at(number)
    shown = _own_figures(sentence, amount, said)
    is_shown = len(shown) > 1 or any(is_percent(sentence.meaning(each).unit) for each in shown)
    opened = [each for each in clause if each.kind is not Kind.MARK][:1]
    if not shown and _is_of_such(sentence, amount):
        return True
    for of in (*opened, *sentence.tokens[amount.last.index + 1 :][:1]):
        spoken = _words_from(sentence, of) if of.word == "van" else []
        nouns = spoken[1:] if spoken[:1] and spoken[0] in _DETERMINERS else []
        if nouns and nouns[0] in change_words.DIRECTIONS and nouns[0].endswith(change_words.NOUN_ENDS):
            return True
        if of.index > amount.last.index and nouns and not is_shown and _is_unknown(sentence, nouns[0]):
            return True
        if len(nouns) > 1 and not is_shown and nouns[0].endswith("e") and not _is_known(sentence, nouns[0]):
            return True
    return False


def _is_unknown(sentence: Sentence, noun: str) -> bool:
    """Whether nothing in the data is called so: '5 procent van de bevolking'."""
    is_said = is_general(noun) or noun in lexicon.COUNTED or noun in sentence.known.kinds or noun in _WHOLES
    return not (is_said or _is_known(sentence, noun) or sentence.known.is_unit(noun) or len(noun) < _NOUN)


def _is_of_such(sentence: Sentence, amount: Amount) -> bool:
    """Whether 'vier op de tien' is of some of them: 'nieuwe patiënten', 'op de ic opgenomen patiënten'."""
    nouns = _words_from(sentence, amount.last)
    if "op" not in sentence.words(amount.first.index, amount.last.index) or len(nouns) < 2:
        return False
    return nouns[0] in lexicon.PREPOSITIONS or (nouns[0].endswith("e") and not _is_known(sentence, nouns[0]))


def _words_from(sentence: Sentence, token: Token) -> list[str]:
    """The words right after a token."""
    following = sentence.tokens[token.index + 1 :][:_WHOLE_WITHIN]
    return [each.word for each in itertools.takewhile(lambda each: each.kind is Kind.WORD, following)]


def _is_known(sentence: Sentence, adjective: str) -> bool:
    """Whether an adjective is of a series or a part, or says that all are meant."""
    return adjective in _ALL_OF or bool(
        sentence.known.in_full.with_word(adjective) or sentence.known.series_words.of(adjective)
    )


# --- Of a whole --------------------------------------------------------------------------------------------


def _shares(sentence: Sentence, amount: Amount, said: Sequence[Amount]) -> list[Decimal]:
    """What part it may be, by the figure that is nearest and says so; else by what is named."""
    if (together := _together(sentence, amount)) is not None:
        return [together]
    if listed := listed_after(sentence, amount.last):
        whole = sentence.facts.value(Subject(listed[0].subject.series), listed[0].time)
        values = [sentence.facts.value(each.subject, each.time) for each in listed]
        known = [each for each in values if each is not None]
        return [sum(known, Decimal(0)) / whole] if whole and len(known) == len(values) else []
    if (behind := _all_behind(sentence, said)) is not None:
        return [share for each in behind for share in _readings(sentence, each)]
    mentions = named_parts(sentence, amount.first, _anchors(sentence, said))
    for figure in _own_figures(sentence, amount, said):
        point = sentence.meaning(figure).point
        named = _part_named(sentence, point.subject.series, mentions) if point and mentions else None
        found = [] if point and named and _is_other(named, point.subject.part) else list(_readings(sentence, figure))
        if is_whole(sentence, figure, amount):
            found = shares_within(sentence, figure, mentions)
        if found:
            return found
    return _looked_up(sentence, amount, said)


def _part_named(sentence: Sentence, series: str, mentions: Sequence[Mention]) -> Part | None:
    """What is named, but for names that a series has no part of: 'minderjarigen' of 'Alleenstaande minderjarige …'."""
    known = sentence.known.names.get(series, frozenset())
    own = [each for each in mentions if not known.isdisjoint(each.names)]
    return part_in(sentence, series, mentions) or (part_in(sentence, series, own) if own else None)


def _is_other(named: Part, part: Part) -> bool:
    """Whether the part of a figure is not what is named; of '50-plussers' the women are."""
    return WHOLE not in (named, part) and not part.within(named)


def _together(sentence: Sentence, amount: Amount) -> Decimal | None:
    """Of 'A (F) en B (F) vormen samen 71 procent' what the figures before 'samen' are together of their whole."""
    words = [each for each in sentence.tokens[: amount.first.index] if each.word in lexicon.TOGETHER]
    if not words or amount.first.index - words[-1].index > _NEAR_TOGETHER:
        return None
    levels = [sentence.meaning(each) for each in sentence.levels if each.index < words[-1].index]
    points = [each.point for each in levels if each.point and each.point.subject.part != WHOLE]
    if len(points) != len(levels) or len(points) < 2 or len({(e.subject.series, e.time) for e in points}) != 1:
        return None
    whole = sentence.facts.value(Subject(points[0].subject.series), points[0].time)
    return sum((each.value or Decimal(0) for each in levels), Decimal(0)) / whole if whole else None


def _all_behind(sentence: Sentence, said: Sequence[Amount]) -> Sequence[Token] | None:
    """The figures of 'zes van elke tien …, en twee van elke tien … (F en F)': each part is one of those."""
    parts = [each for each in said if each.form is Form.PART]
    figures = [each for each in sentence.figures if is_percent(sentence.meaning(each).unit)]
    is_so = 1 < len(parts) == len(figures) == len(sentence.figures) and parts[-1].last.index < figures[0].index
    return figures if is_so else None


def _own_figures(sentence: Sentence, amount: Amount, said: Sequence[Amount]) -> list[Token]:
    """The figures that a part may be told by, the nearest first: none beyond another part or a semicolon."""
    parts = [each.first for each in said if each.form in _OF_WHOLE and each is not amount]
    return [
        figure
        for figure in sentence.nearest(amount.first, sentence.figures)
        if (sentence.clauses.together(amount.first, figure) or _points_back(sentence, figure))
        and not any(_is_between(each, amount.first, figure) for each in parts)
        and not any(_is_in_brackets_of(sentence, each, figure) for each in parts)
        and _REST.isdisjoint(sentence.before(figure, 1))
        and not _is_of_base(sentence, figure)
    ]


def _is_of_base(sentence: Sentence, figure: Token) -> bool:
    """Whether it is in brackets behind what something is compared with: 'vier keer zo veel als van ouderen (2,2%)'."""
    name = sentence.tokens[figure.index - 2] if figure.index > 1 else figure
    return name.kind is Kind.PART and sentence.before(figure, 1) == ["("] and sentence.is_base(name)


def _is_in_brackets_of(sentence: Sentence, part: Token, figure: Token) -> bool:
    """Whether a figure says exactly what another part is: 'de helft van de zaken (F)'."""
    is_next = sentence.clauses.number(figure) == sentence.clauses.number(part) + 1
    return is_next and part.index < figure.index and sentence.before(figure, 1) == ["("]


def _points_back(sentence: Sentence, figure: Token) -> bool:
    """Whether its part of the sentence is about what is before the semicolon: '; dat zijn er F'."""
    semicolons = [each.index for each in sentence.tokens[: figure.index] if each.text == ";"]
    return bool(semicolons) and not {"dat", "dit", "het"}.isdisjoint(
        sentence.words(semicolons[-1] + 1, semicolons[-1] + 2)
    )


def _is_between(token: Token, one: Token, other: Token) -> bool:
    return min(one.index, other.index) < token.index < max(one.index, other.index)


def _anchors(sentence: Sentence, said: Sequence[Amount]) -> list[Token]:
    return sorted({each.index: each for each in (*sentence.figures, *(one.first for one in said))}.values(), key=_place)


def _place(token: Token) -> int:
    return token.index


def _readings(sentence: Sentence, figure: Token) -> Iterator[Decimal]:
    meaning = sentence.meaning(figure)
    if is_percent(meaning.unit):
        if meaning.value is not None and meaning.operation is not Operation.DIFFERENCE:
            yield abs(meaning.value) / 100
        return
    if meaning.value is None or not meaning.is_level:
        return
    if (meaning.point and (whole := sentence.facts.whole(meaning.point.subject, meaning.point.time))) or (
        whole := _whole_of_sum(sentence, meaning)
    ):
        yield meaning.value / whole
    for other in sentence.levels:
        value = sentence.meaning(other).value
        if other is not figure and value and meaning.value and _are_of_one_time(sentence.meaning(other), meaning):
            small, large = sorted((value, meaning.value))
            yield small / large


def _whole_of_sum(sentence: Sentence, meaning: Meaning) -> Decimal | None:
    """Of a sum of parts of one series at one time all of that series."""
    points = meaning.points if meaning.operation is Operation.SUM and meaning.has_times else ()
    if len({(point.subject.series, point.time) for point in points}) != 1 or len(points) < 2:
        return None
    return sentence.facts.value(Subject(points[0].subject.series), points[0].time)


def _are_of_one_time(one: Meaning, other: Meaning) -> bool:
    if one.point is None or other.point is None:
        return True
    return one.point.time == other.point.time and one.point.subject != other.point.subject


def _is_of_more(sentence: Sentence, amount: Amount, said: Sequence[Amount]) -> bool:
    """Whether it is of more than the one part that is known: 'A en de beide Hollanden hebben samen de helft'."""
    clause = sentence.clauses.at(sentence.clauses.number(amount.first))
    is_together = any(each.word in lexicon.TOGETHER for each in clause)
    return is_together and len(named_parts(sentence, amount.first, _anchors(sentence, said))) <= 1


def _looked_up(sentence: Sentence, amount: Amount, said: Sequence[Amount]) -> list[Decimal]:
    """What part of its whole it is that is named, where that is plain."""
    if not _SO_TOO.isdisjoint(sentence.clause_of(amount.first).casefold().split()):
        return []  # 'op Schiphol gold dat voor twee op de drie'
    if (share := share_there(sentence, amount.first)) is not None:
        return share
    found = targets(sentence, Wanted(amount.first, _anchors(sentence, said)))
    if _is_of_more(sentence, amount, said):
        return []
    shares = []
    words = {each.word for each in sentence.clauses.at(sentence.clauses.number(amount.first))}
    for each in found.best[:1] if found.is_plain else ():
        if each.subject.part == WHOLE and not lexicon.AGE_GROUPS.isdisjoint(words):
            continue  # 'van de jongeren was 8,9% werkloos' is of a part by another name
        if not sentence.figures and names_another(sentence, each.subject.series):
            continue
        unit = sentence.facts.cube.series(each.subject.series)
        if unit is not None and is_percent(unit.unit):
            shares.append(each.value / 100)
        elif each.subject.part != WHOLE and (whole := sentence.facts.whole(each.subject, each.time)):
            shares.append(each.value / whole)
    return shares


# --- The most of it -----------------------------------------------------------------------------------------


def _majorities(sentence: Sentence, said: Sequence[Amount]) -> Iterator[Verdict]:
    for token in sentence.tokens:
        if token.word not in lexicon.MAJORITY or token.is_own:
            continue
        size = (sentence.before(token, 1) or [""])[0]
        low, high = next((each for words, each in _SIZES.items() if size in words), (_HALF, Decimal(1)))
        start = sentence.tokens[token.index - (size in _ALL_SIZES)]
        start = sentence.tokens[start.index - (sentence.before(start, 1) in (["een"], ["de"], ["het"]))]
        amount = Amount(Form.PART, _HALF, start, token, token, Qualifier.MORE, of_part(_HALF), is_typed=False)
        shares = [] if is_denied(sentence, amount) else _shares(sentence, amount, [*said, amount])
        is_right = any(low < each <= high for each in shares) if shares else None
        told = f"{number(100 * shares[0], 1)}%" if shares else ""
        yield sentence.verdict(ClaimKind.PORTION, start, token, is_right, told)
