"""Charts, trends and cards: figures that are looked at, with the words for those who don't see them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document.chart_kinds import ChartKind
from rapportage.document.inline import Content, Note, Trace
from rapportage.document.map import ChartMap
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.units import unit_beside, unit_name

ChartForm = Literal["naast elkaar", "gestapeld", "100%"]
COUNTED = "aantal"
"""The unit of what is only counted."""
SeriesRole = Literal["plain", "line", "faint"]
"""Marks of the chart's own kind; a line among bars; what is shown only to compare with, such as the year before."""


class Category(Struct, frozen=True):
    """A place on the category axis: 'mei' in the group '2020', or a country without a group."""

    label: str
    group: str = ""
    full: str = ""
    """The label in full, for the alternative text: 'mei 2020'."""
    is_period: bool = False
    """Whether its neighbours show what it is where there is no room for its name."""
    is_rest: bool = False
    """Whether it takes together what is not shown by itself."""

    @property
    def name(self) -> str:
        """What it is called where no group is below it: 'mei 2020'."""
        return self.full if self.group and self.full else f"{self.label} {self.group}".strip()


class Point(Struct, frozen=True):
    value: Decimal
    text: str
    """The value as shown: '1.560'."""
    provisional: bool = False
    trace: Trace | None = None
    mark: str = ""
    """The mark of the note about its revision."""


class Absence(Struct, frozen=True):
    """What is shown where there is no number: '.' for what is unknown, '<5' for what the source does not give."""

    shown: str
    spoken: str
    trace: Trace | None = None

    @property
    def words(self) -> str:
        """As it is written in a chart, where no list explains the signs: '<5', 'onbekend'."""
        return self.shown if self.is_small else self.spoken

    @property
    def is_small(self) -> bool:
        """Whether it is a small count, of which it is known that it is below some number."""
        return self.shown.startswith("<")


class ChartSeries(Struct, frozen=True):
    """One point per category; None where there is no number to show: `absent` has what is shown there."""

    name: str
    points: tuple[Point | None, ...]
    role: SeriesRole = "plain"
    absences: tuple[Absence | None, ...] = ()
    """One per category, where that is more than 'unknown'."""
    unit: str = ""
    """Its own, where the series of the chart do not share one."""

    def at(self, place: int) -> Point | Absence:
        return self.points[place] or self.absent(place)

    def absent(self, place: int) -> Absence:
        return (self.absences[place] if self.absences else None) or Absence(".", spoken_language().signs.unknown)


class SeriesBreak(Struct, frozen=True):
    """Between the categories `before - 1` and `before` the figures stop being comparable.

    `series` are the places of the series of which that is so; none given means all.
    """

    before: int
    label: str
    series: tuple[int, ...] = ()


class Annotation(Struct, frozen=True):
    """What happened in the category at `place`: 'grenzen dicht'."""

    place: int
    text: str


class OwnCode(Struct, frozen=True):
    """What draws a chart of the user's own: a function in a module of the project."""

    module: str
    function: str
    height: float
    """Of the chart, in points."""
    origin: Span


class Pair(Struct, frozen=True):
    """Two figures of one thing, of which a chart shows how they differ."""

    name: str
    first: Point | Absence
    second: Point | Absence
    is_broken: bool = False
    """Whether a break is between them."""


class Member(Struct, frozen=True):
    """One of many figures, with the name of what it is of."""

    name: str
    point: Point


class Gathered(Struct, frozen=True):
    """Of a chart that shows what is made of many figures: those figures themselves, as far as it gives them.

    `measure` is what they all are, with its unit; `members` are those in each category.
    """

    measure: str
    members: tuple[tuple[Member, ...], ...]
    bounds: tuple[Decimal, ...] = ()
    """Of classes: where each begins, and where the last ends."""
    middle: Point | None = None
    """Their median, where it is no series of its own."""

    @property
    def points(self) -> tuple[Point, ...]:
        own = tuple(member.point for members in self.members for member in members)
        return (*own, self.middle) if self.middle else own


class Chart(Struct, frozen=True):
    """`alternative` is the text for those who do not see the chart (ISO 14289-1, 7.3).

    `caption` says what the chart is about, `headline` what it says, `figures` where all its figures are in a table.
    """

    id: str
    label: str
    caption: Content
    kind: ChartKind
    categories: tuple[Category, ...]
    series: tuple[ChartSeries, ...]
    unit: str
    alternative: str
    form: ChartForm = "naast elkaar"
    headline: Content = ()
    breaks: tuple[SeriesBreak, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    table_link: Content = ()
    notes: tuple[Note, ...] = ()
    source: Content = ()
    told: Content = ()
    """The alternative text with its figures, where the layout gives it."""
    subject: str = ""
    """What all series are of, where their names are years."""
    is_half: bool = False
    """Half as wide as the page: it is beside the chart after or before it, if that is half as wide as well."""
    code: OwnCode | None = None
    """Of a kind that is drawn by the user."""
    gathered: Gathered | None = None
    is_over_time: bool = False
    """Whether it was asked over periods, and not over parts, which may be periods too."""
    map: ChartMap | None = None
    """Of a kind whose categories are areas."""
    origin: Span | None = None

    @property
    def sides(self) -> tuple[str, str]:
        """What is compared in a chart of pairs: two periods, or two series."""
        periods = [each.full or each.label for each in self.categories]
        names = periods if self.is_of_two_periods else [each.name for each in self.series]
        return names[0], names[-1]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Of a chart of two periods both figures of each series, of one of two series those of each category."""
        if self.is_of_two_periods:
            last = len(self.categories) - 1
            broken = {place for each in self.breaks for place in each.series or range(len(self.series))}
            return tuple(
                Pair(series.name, series.at(0), series.at(last), place in broken)
                for place, series in enumerate(self.series)
            )
        first, second = self.series[0], self.series[-1]
        return tuple(Pair(each.name, first.at(place), second.at(place)) for place, each in enumerate(self.categories))

    @property
    def is_of_two_periods(self) -> bool:
        """Whether the pairs of a chart of pairs are those of two periods."""
        return self.is_over_time or self.kind.parts is None

    def with_unit(self, name: str, unit: str = "") -> str:
        """'Nareizigers (personen)'; a name that says its unit itself ('Eerste aanvragen') does not say it twice."""
        return with_unit(name, unit or self.unit)

    def named(self, series: ChartSeries) -> str:
        """A series where no axis tells its unit."""
        return self.with_unit(series.name, series.unit)


def with_unit(name: str, unit: str) -> str:
    """'Nareizigers (personen)'; the unit alone where there is no name."""
    if not name:
        return unit_name(unit)
    beside = unit_beside(name, unit)
    return name if unit == COUNTED or beside in name.lower() else f"{name} ({beside})"


class Trend(Struct, frozen=True):
    """The course of one figure as a line of the height of a text line, beside the figure itself."""

    id: str
    points: tuple[Point | None, ...]
    alternative: str
    absences: tuple[Absence | None, ...] = ()
    """One per point, as of a series."""


class KeyFigure(Struct, frozen=True):
    """A card: what is counted, how much, how that compares, and perhaps its course."""

    label: Content
    value: Content
    detail: Content = ()
    trend: Trend | None = None


class KeyFigures(Struct, frozen=True):
    """Cards side by side."""

    cards: tuple[KeyFigure, ...]
    source: Content = ()
    origin: Span | None = None
    notes: tuple[Note, ...] = ()
