"""What a word of change or comparison can be about: two values, from the sentence or looked up, and what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.figures.period import TimePeriod
from rapportage.figures.words.numbers import signed
from rapportage.figures.words.periods import period_name
from rapportage.proof.claims import change_words
from rapportage.proof.claims.facts import Facts, Meaning, Point, Subject
from rapportage.proof.claims.reading import Token
from rapportage.proof.claims.sentence import Sentence

HARDLY = 3
"""A change of at most so many per cent may be called 'vrijwel gelijk'."""
_OF_A_POINT = 10


class Side(Struct, frozen=True):
    """One of the two values: how it is shown, and what it is of."""

    value: Decimal
    text: str
    point: Point | None = None
    title: str = ""

    def told(self, other: Side) -> str:
        """'2.712 (mei 2020)': of what it is only what makes it another than that beside it."""
        if self.point is None:
            return self.text
        own, others = self.point.subject, other.point.subject if other.point else None
        names = [own.part.label or "totaal"] if others is None or own.part != others.part else []
        names = [self.title, *names] if others is not None and own.series != others.series else names
        return f"{self.text} ({', '.join([*names, period_name(self.point.time)])})"


class Change(Struct, frozen=True):
    """How much something went up: as a number, and in per cent where that can be; `told` is between which figures."""

    amount: Decimal
    percent: Decimal | None = None
    told: str = ""
    is_below: bool = False
    """Whether both values are below nothing: of a deficit the size grows when the value falls."""
    is_of_growth: bool = False
    """Whether both are themselves so many per cent, and the amount is in points."""

    @property
    def size(self) -> Decimal | None:
        """How much it is in per cent: of a growth a tenth of a point is as much as one per cent of anything else."""
        if self.is_of_growth:
            return abs(self.amount) * _OF_A_POINT
        return None if self.percent is None else abs(self.percent)

    @staticmethod
    def between(earlier: Decimal, later: Decimal, told: str = "") -> Change:
        return Change(later - earlier, 100 * (later - earlier) / abs(earlier) if earlier else None, told)

    @staticmethod
    def of(earlier: Side, later: Side) -> Change:
        found = Change.between(earlier.value, later.value, f"{later.told(earlier)} tegen {earlier.told(later)}")
        return replace(found, is_below=earlier.value < 0 and later.value < 0)

    def goes(self, sign: int) -> bool:
        if sign == 0:
            return self.amount == 0 or (self.size is not None and self.size <= HARDLY)
        return self.amount * sign > 0

    def goes_not(self, sign: int) -> bool | None:
        """What is denied: 'steeg niet' of what fell or stayed; of what hardly rose nobody can tell."""
        if sign == 0:
            return self.amount != 0
        if self.amount * sign <= 0:
            return True
        return None if self.goes(0) else False

    def turned(self) -> Change:
        """How much larger a deficit became."""
        return replace(self, amount=-self.amount, percent=None if self.percent is None else -self.percent)

    def __str__(self) -> str:
        size = f"{signed(self.percent, 1)}%" if self.percent is not None else signed(self.amount, None)
        size = f"{size} procentpunt" if self.is_of_growth else size
        return f"{self.told}, {size}" if self.told else size


def outcome(readings: Sequence[bool | None]) -> bool | None:
    """Of what a claim can mean, the best first: true where that holds, false where none does, else not to be told."""
    if readings and readings[0]:
        return True
    return False if readings and all(each is False for each in readings) else None


def of_deficits(sentence: Sentence, token: Token, changes: Sequence[Change]) -> list[Change]:
    """Where the clause is about a deficit ('het tekort daalde'), how much larger that became."""
    number = sentence.clauses.number(token)
    words = [each.word for each in sentence.clauses.at(number)]
    deficits = [word for word in words if change_words.SIGNS.get(word) == -1]
    if not deficits:
        return list(changes)
    if not any(each.is_below for each in changes):  # 'het tekort aan rechters': of that only, if the data have it
        series = {point.subject.series for each in sentence.meanings for point in each.points}
        own = {word for id in series for word in sentence.known.own_words(id)}
        return list(changes) if any(word.endswith(each) for word in own for each in deficits) else []
    return [each.turned() if each.is_below else each for each in changes]


def side_of(sentence: Sentence, figure: Token) -> Side | None:
    return side_of_meaning(sentence.facts, sentence.meaning(figure))


def side_of_meaning(facts: Facts, meaning: Meaning) -> Side | None:
    if meaning.value is None:
        return None
    title = facts.title(meaning.point.subject.series) if meaning.point else ""
    return Side(meaning.value, meaning.figure.value.text, meaning.point, title)


def looked_up(facts: Facts, subject: Subject, period: TimePeriod) -> Side | None:
    """The value in the data, also where the sentence does not show it; an index is 100 in its base year."""
    value = facts.value(subject, period)
    if value is None and facts.base_year(subject.series) == period.code:
        value = Decimal(100)
    return (
        None
        if value is None
        else Side(value, facts.as_shown(subject.series, value), Point(subject, (period,)), facts.title(subject.series))
    )


def in_time(one: Meaning, other: Meaning) -> tuple[Side, Side] | None:
    """Two values of one thing in the order of their times."""
    if one.value is None or other.value is None or one.point is None or other.point is None:
        return None
    if one.point.time == other.point.time:
        return None
    sides = Side(one.value, one.figure.value.text, one.point), Side(other.value, other.figure.value.text, other.point)
    return sides if one.point.time.end < other.point.time.end else (sides[1], sides[0])


def pairs(sentence: Sentence, levels: Sequence[Token], token: Token) -> Iterator[tuple[Side, Side]]:
    """Values of one thing at two times, the earlier first; those in the clause of `token` and nearest to it first."""
    by_subject: dict[object, list[Token]] = {}
    for figure in levels:
        by_subject.setdefault(sentence.meaning(figure).subject, []).append(figure)
    found, own = [], sentence.clauses.number(token)
    for figures in by_subject.values():
        for place, one in enumerate(figures):
            for other in figures[place + 1 :]:
                pair = in_time(sentence.meaning(one), sentence.meaning(other))
                if pair is not None:
                    is_apart = any(sentence.clauses.number(each) != own for each in (one, other))
                    found.append((is_apart, abs(one.index - token.index) + abs(other.index - token.index), pair))
    yield from (pair for *_, pair in sorted(found, key=lambda each: each[:2]))


def pairs_at(sentence: Sentence, token: Token) -> Iterator[tuple[Decimal, Decimal]]:
    """The values of all such pairs."""
    return ((earlier.value, later.value) for earlier, later in pairs(sentence, sentence.levels, token))


def with_earlier(meaning: Meaning, earlier: Sequence[Meaning]) -> tuple[Side, Side] | None:
    """The value of a figure and that of the same thing in a sentence before, in the order of their times."""
    alike = (each for each in reversed(earlier) if each.subject is not None and each.subject == meaning.subject)
    return next((pair for each in alike if (pair := in_time(each, meaning))), None)
