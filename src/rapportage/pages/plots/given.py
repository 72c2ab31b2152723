"""What a function of the user gets to draw: the figures of a chart, exact, with their names."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from rapportage.document import Chart, plain_text

NOT_A_NUMBER = float("nan")


class GivenSeries(Struct, frozen=True):
    """A series; each value belongs to the label at the same place."""

    name: str
    unit: str
    values: tuple[Decimal | None, ...]
    """Exact; None where there is no number."""
    shown: tuple[str, ...]
    """As the report writes them: '1.560', or '.' for what is unknown."""
    provisional: tuple[bool, ...]

    @property
    def numbers(self) -> list[float]:
        """The values for matplotlib: not a number where there is none, so that a line has a gap there."""
        return [NOT_A_NUMBER if value is None else float(value) for value in self.values]


class GivenFigures(Struct, frozen=True):
    """The figures of one chart and the colours of the house style."""

    title: str
    unit: str
    labels: tuple[str, ...]
    """Of parts or periods, as an axis writes them: 'mei 2020'."""
    groups: tuple[str, ...]
    """Of each label what it is within: the year of a month; empty where there is none."""
    series: tuple[GivenSeries, ...]
    colours: tuple[str, ...]


def given(chart: Chart, colours: tuple[str, ...]) -> GivenFigures:
    series = tuple(
        GivenSeries(
            each.name,
            each.unit or chart.unit,
            tuple(point.value if point else None for point in each.points),
            tuple(point.text if point else each.absent(place).words for place, point in enumerate(each.points)),
            tuple(point is not None and point.provisional for point in each.points),
        )
        for each in chart.series
    )
    labels = tuple(each.label for each in chart.categories)
    groups = tuple(each.group for each in chart.categories)
    title = plain_text(chart.caption).replace("\u00a0", " ")
    return GivenFigures(title, chart.unit, labels, groups, series, colours)
