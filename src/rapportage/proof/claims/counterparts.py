"""What stands after 'dan': another figure, time, part or series, or a number that is typed; and what is before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from rapportage.figures.parts import WHOLE, Part
from rapportage.figures.unit_text import unit_of
from rapportage.figures.words.numbers import read_number
from rapportage.proof.claims import change_words, lexicon
from rapportage.proof.claims.evidence import Side, looked_up, side_of, side_of_meaning
from rapportage.proof.claims.facts import Point, Subject
from rapportage.proof.claims.lookups import series_apart, series_named, subjects_named
from rapportage.proof.claims.reading import Kind, Token
from rapportage.proof.claims.sentence import Sentence
from rapportage.proof.claims.when import fits

_FAR = 14
"""So many words after 'meer' its 'dan' may come, and so many after that say what it is."""
_NEAR = 2
"""So many words after 'dan' a number is what is compared with: 'dan de 12.000'."""
_ENDS = frozenset((",", ";", ":"))
_WHOLES = frozenset(("landelijk", "landelijke", "gemiddelde", "gemiddeld", "heel", "nationaal", "nationale", "totaal"))
_LEAST, _MOST = Decimal("0.5"), Decimal(2)
"""A number that is typed is held against a figure that is about as much, and no other."""

Pair = tuple[Side, Side]
"""What is said to be more or less, and than what."""


class Base(Struct, frozen=True):
    """The words after 'dan', from which what is compared with is told."""

    than: Token
    tokens: tuple[Token, ...]

    @property
    def is_named(self) -> bool:
        """Whether it is told what is compared with: then it is nothing else."""
        kinds = (Kind.TIME, Kind.PART, Kind.FIGURE, Kind.NUMBER)
        return any(each.kind in kinds or each.word.startswith(change_words.EXPECTED) for each in self.tokens)

    def of_kind(self, kind: Kind) -> list[Token]:
        return [each for each in self.tokens if each.kind is kind]


def base_of(sentence: Sentence, token: Token) -> Base | None:
    """What a word of comparison compares with, by what is after its 'dan'; None where there is none."""
    than = token if token.word in change_words.SIDES else None
    for each in sentence.tokens[token.index + 1 :][:_FAR]:
        if than is not None:
            break
        if each.text == ";" or each.word in lexicon.COMPARISONS:
            return None
        if each.word in change_words.THAN:
            than = each
    if than is None:
        return None
    found: list[Token] = []
    for each in sentence.tokens[than.index + 1 :][:_FAR]:
        if (
            each.text in _ENDS
            or each.text == ")"
            or _begins_both(sentence, each)
            or each.word in ("terwijl", "maar", "waardoor", "waarmee")
        ):
            break
        found.append(each)
    return Base(than, tuple(found))


def _begins_both(sentence: Sentence, token: Token) -> bool:
    """Whether between brackets come the figures of what is before 'dan' and after it: '(F tegenover F)'."""
    inside: list[Token] = []
    for each in sentence.tokens[token.index + 1 :][:_FAR] if token.text == "(" else []:
        if each.text == ")":
            break
        inside.append(each)
    return sum(each.kind is Kind.FIGURE for each in inside) > 1


def readings(sentence: Sentence, token: Token, base: Base) -> list[Pair]:
    """The two values that are compared, by each way to read which they are, the best first."""
    others = [each for each in sentence.nearest(token, sentence.levels) if each not in base.tokens]
    figures = [each for each in base.of_kind(Kind.FIGURE) if each in sentence.levels]
    numbers = [each for each in base.of_kind(Kind.NUMBER) if each.index - base.than.index <= _NEAR]
    if numbers:
        return list(_beside_typed(sentence, numbers[0], sentence.nearest(token, sentence.levels)))
    if _is_named_apart(sentence, token, base):
        return list(of_named_at(sentence, token, base))
    if figures:
        return list(_beside_figure(sentence, token, base, figures, others))
    times, parts = base.of_kind(Kind.TIME), base.of_kind(Kind.PART)
    if parts:
        return list(_beside_part(sentence, base, parts, times, others))
    if times:
        return list(_beside_time(sentence, token, base, times[0], others))
    return list(_beside_named(sentence, token, base, others))


# --- A number, a figure -----------------------------------------------------------------------------------


def _beside_typed(sentence: Sentence, number: Token, others: Sequence[Token]) -> Iterator[Pair]:
    typed = _typed(sentence, number)
    sides = [side for each in others if (side := side_of(sentence, each)) is not None]
    if typed is None:
        return
    near = [side for side in sides if side.value and _LEAST <= typed / side.value <= _MOST]
    if len(near) == 1:
        yield near[0], Side(typed, number.text)


def _typed(sentence: Sentence, token: Token) -> Decimal | None:
    try:
        value = read_number(token.text)
    except InvalidOperation:
        return None
    return value * lexicon.SCALES.get((sentence.after(token, 1) or [""])[0], 1)


def _beside_figure(
    sentence: Sentence, token: Token, base: Base, figures: Sequence[Token], others: Sequence[Token]
) -> Iterator[Pair]:
    right = side_of(sentence, figures[0])
    if right is None:
        return
    same = [each for each in others if are_alike(sentence, [each, figures[0]])]
    if same:
        left = side_of(sentence, same[0])
        if left is not None:
            yield left, right
        return
    point = sentence.meaning(figures[0]).point
    if point is None or others:
        return
    for subject in _left_subjects(sentence, token, base, point.subject):
        for each in sentence.times():
            if each not in base.tokens and sentence.is_at(each):
                for period in sentence.named(each):
                    left = looked_up(sentence.facts, subject, period)
                    if left is not None:
                        yield left, right
                        break


def _left_subjects(sentence: Sentence, token: Token, base: Base, own: Subject) -> list[Subject]:
    """What is compared where no figure is: what is named before 'dan', else the same as after it."""
    return subjects_named(sentence, _ahead(sentence, token, base)) or [own]


def are_alike(sentence: Sentence, levels: Sequence[Token]) -> bool:
    """Whether figures can be set beside each other: of one unit, or both of things that are counted."""
    units = [unit_of(sentence.meaning(each).unit) for each in levels]
    return len({each.same for each in units}) == 1 or all(each.kind.word == "aantal" for each in units)


# --- A time, a part, a series --------------------------------------------------------------------------------


def _beside_time(sentence: Sentence, token: Token, base: Base, time: Token, others: Sequence[Token]) -> Iterator[Pair]:
    """'hoger dan in mei': of two figures of one thing that of May is on the right; else it is looked up."""
    for figure in others:
        point, left = sentence.meaning(figure).point, side_of(sentence, figure)
        if point is None or left is None:
            continue
        moment = time.moment
        named = moment.periods(point.time) if moment and moment.is_from_it else sentence.named(time)
        beside = [each for each in others if each is not figure and sentence.meaning(each).subject == point.subject]
        of_base = [each for each in beside if (one := sentence.meaning(each).point) and fits(named, one)]
        if fits(named, point):
            continue
        right = side_of(sentence, of_base[0]) if of_base else None
        for period in named:
            right = right or looked_up(sentence.facts, point.subject, period)
        if right is not None:
            yield left, right
            return
    if len(others) == 1:
        yield from _beside_earlier(sentence, others[0], time)
    elif not others:
        yield from of_named_at(sentence, token, base)


def beside_time(sentence: Sentence, token: Token, base: Base) -> list[Pair]:
    """What is compared with another time, of the figure that is nearest."""
    others = [each for each in sentence.nearest(token, sentence.levels) if each not in base.tokens]
    return list(_beside_time(sentence, token, base, base.of_kind(Kind.TIME)[0], others))


def _beside_earlier(sentence: Sentence, figure: Token, time: Token) -> Iterator[Pair]:
    """'Dat waren er meer dan een jaar eerder, toen het er F waren': what is more was in the sentence before."""
    point, right = sentence.meaning(figure).point, side_of(sentence, figure)
    if point is None or right is None or not fits(sentence.named(time), point):
        return
    shown = [each for each in reversed(sentence.earlier) if each.subject == point.subject and each.point != point]
    sides = [side for each in shown if (side := side_of_meaning(sentence.facts, each))]
    left = sides[0] if sides else looked_up(sentence.facts, point.subject, sentence.reading.near)
    if left is not None and left.point != point:
        yield left, right


def _ahead(sentence: Sentence, token: Token, base: Base) -> list[Token]:
    """The words of a clause before its 'dan'."""
    number = sentence.clauses.number(token)
    return [each for each in sentence.tokens[: base.than.index] if sentence.clauses.number(each) == number]


def _is_named_apart(sentence: Sentence, token: Token, base: Base) -> bool:
    """Whether what is compared is named, and is what no figure counts."""
    return bool(series_apart(sentence, _ahead(sentence, token, base)))


def of_named_at(sentence: Sentence, token: Token, base: Base, *, is_apart: bool = False) -> Iterator[Pair]:
    """'Er werden in juni meer autokilometers gemaakt dan in mei', without figures, or apart from those there are."""
    ahead = _ahead(sentence, token, base)
    own = [subject for each in sentence.levels if not is_apart and (subject := sentence.meaning(each).subject)]
    ats = [each for each in ahead if each.kind is Kind.TIME and sentence.is_at(each, of_clause=True)]
    times = base.of_kind(Kind.TIME)
    if not ats or not times:
        return
    time = times[0]
    for subject in subjects_named(sentence, ahead) or own[:1]:
        for later in sentence.named(ats[0]):
            left = looked_up(sentence.facts, subject, later)
            moment = time.moment
            named = moment.periods(later) if moment and moment.is_relative else sentence.named(time)
            rights = [side for each in named if (side := looked_up(sentence.facts, subject, each)) is not None]
            if left is not None and rights:
                yield left, rights[0]
                break


def _beside_part(
    sentence: Sentence, base: Base, parts: Sequence[Token], times: Sequence[Token], others: Sequence[Token]
) -> Iterator[Pair]:
    """'minder dan Amsterdam': the figure of Amsterdam, or what the data have of it for the same time."""
    if len(parts) > 1 or times or parts[0].mention is None:
        return
    names = parts[0].mention.names
    is_of_part = {
        each.index: any(point.subject.part.get(name.dimension) == name.name for name in names)
        for each in others
        for point in sentence.meaning(each).points
    }
    right = next((each for each in others if is_of_part.get(each.index)), None)
    left = next((each for each in others if not is_of_part.get(each.index)), None)
    if left is None:
        return
    side = side_of(sentence, left)
    if side is not None and right is not None and are_alike(sentence, [left, right]):
        other = side_of(sentence, right)
        if other is not None:
            yield side, other
    elif side is not None and right is None:
        for point in points_of_part(sentence, left, parts[0]):
            other = looked_up(sentence.facts, point.subject, point.time)
            if other is not None:
                yield side, other


def points_of_part(sentence: Sentence, figure: Token, part: Token) -> Iterator[Point]:
    """Of the series and time of a figure what is named instead."""
    points = sentence.meaning(figure).points
    series, times = {each.subject.series for each in points}, {each.periods for each in points}
    dimensions = {name for each in points for name in each.subject.part.dimensions}
    if len(series) != 1 or len(times) != 1 or part.mention is None or not points[0].periods:
        return
    if any(len(each.subject.part.dimensions) != 1 for each in points):
        return
    for name in part.mention.names:
        if name.dimension in dimensions:
            yield Point(Subject(points[0].subject.series, Part((name.dimension,), (name.name,))), points[0].periods)


def _beside_named(sentence: Sentence, token: Token, base: Base, others: Sequence[Token]) -> Iterator[Pair]:
    """'meer dan het aantal vacatures', 'lager dan het landelijk gemiddelde'."""
    if not others:
        return
    meaning, side = sentence.meaning(others[0]), side_of(sentence, others[0])
    point = meaning.point
    if point is None or side is None or sentence.clauses.number(others[0]) > sentence.clauses.number(base.than):
        return
    series = sentence.facts.cube.series(point.subject.series, sentence.facts.as_of)
    words = {each.word for each in base.tokens}
    if "basisjaar" in words and sentence.facts.base_year(point.subject.series):
        yield side, Side(Decimal(100), "100")
        return
    if series and point.subject.part != WHOLE and words & _WHOLES and not series.measure.adds_up:
        other = looked_up(sentence.facts, Subject(point.subject.series), point.time)
        if other is not None:
            yield side, other
        return
    for id in series_named(sentence, base.tokens):
        of_other = sentence.facts.cube.series(id, sentence.facts.as_of)
        if series and of_other and id != point.subject.series and of_other.measure == series.measure:
            other = looked_up(sentence.facts, Subject(id, WHOLE), point.time)
            if other is not None and point.subject.part == WHOLE:
                yield side, other
