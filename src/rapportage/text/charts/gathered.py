"""What a chart of many figures together says: to a listener, and in the table with all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapportage.document import (
    Absence,
    Cell,
    CellKind,
    Chart,
    Content,
    Inline,
    Member,
    NoteMark,
    Point,
    Row,
    Text,
    Value,
)
from rapportage.document.chart_kinds import Gathering
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.periods import capitalised
from rapportage.figures.words.signs import PROVISIONAL_MARK, provisional


def classes_told(chart: Chart) -> Iterator[str]:
    """'De mediaan is 412. De meeste zijn 400 tot 450: 37.'"""
    words = spoken_language().charts
    if chart.gathered and chart.gathered.middle:
        middle = chart.gathered.middle
        yield capitalised(words.median_is(provisional(middle.text) if middle.provisional else middle.text))
    known = [(point, each) for each, point in zip(chart.categories, chart.series[0].points, strict=True) if point]
    most = max((point.value for point, _ in known), default=0)
    fullest = [(each, point) for point, each in known if point.value == most]
    if len(fullest) == 1 and len(known) > 1:
        yield words.most_in(fullest[0][0].full, fullest[0][1].text)


def class_items(chart: Chart) -> list[str]:
    """'400 tot 450: 37' for each class."""
    counts = (chart.series[0].at(place) for place in range(len(chart.categories)))
    shown = (count.text if isinstance(count, Point) else count.spoken for count in counts)
    pairs = zip(chart.categories, shown, strict=True)
    return [spoken_language().charts.in_class(each.full, count) for each, count in pairs]


def box_items(chart: Chart) -> list[str]:
    """'Utrecht: 26 cijfers van 300 tot en met 980, de middelste helft van 380 tot en met 450, mediaan 412, los …'.

    A box that is the only one has no name.
    """
    words = spoken_language().charts
    made = []
    for place, category in enumerate(chart.categories):
        members = chart.gathered.members[place] if chart.gathered else ()
        apart = enumeration([f"{each.name} {_said(each.point)}" for each in members])
        figures = [series.at(place) for series in chart.series]
        count, low, *between, high = figures
        if len(between) in (3, 5) and isinstance(between[1], Point):
            first, middle, third = between[1:4] if len(between) == 5 else between
            said = words.box_told(*map(_said, (count, low, high, first, third, middle)))
            said += words.apart_told(apart) if members else ""
        else:
            said = words.few_told(_said(count), apart)
        made.append(f"{category.full}: {said}" if category.full else said)
    return made


def _said(figure: Point | Absence) -> str:
    if isinstance(figure, Absence):
        return figure.spoken
    return provisional(figure.text) if figure.provisional else figure.text


def box_rows(chart: Chart, id: str, notes: Mapping[str, str]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Head and body of the table: a row for each box, with at the end what is drawn apart from it."""
    words = spoken_language().charts
    gathered = chart.gathered.members if chart.gathered else ()
    corner = words.period if chart.categories[0].is_period else words.part
    heads: list[Content] = [(Text(chart.with_unit(corner)),)]
    heads += [(Text(series.name),) for series in chart.series]
    heads += [(Text(words.apart),)] if any(gathered) else []
    head = tuple(Cell(CellKind.COLUMN_HEAD, each, id=f"{id}-k{place}") for place, each in enumerate(heads))
    body = []
    for place, category in enumerate(chart.categories):
        own = f"{id}-r{place}"
        cells = [Cell(CellKind.ROW_HEAD, (Value(category.full or category.label, is_name=True),), id=own)]
        for number, series in enumerate(chart.series, 1):
            figure = series.at(place)
            absent = (Value(figure.shown, spoken=figure.spoken),) if isinstance(figure, Absence) else ()
            shown: Content = absent if isinstance(figure, Absence) else point_content(figure, notes)
            cells.append(Cell(CellKind.FIGURE, shown, headers=(own, f"{id}-k{number}")))
        if any(gathered):
            apart = tuple(_listed(gathered[place], notes)) or (Value("", spoken=words.no_figure),)
            cells.append(Cell(CellKind.TEXT, apart, headers=(own, f"{id}-k{len(heads) - 1}")))
        body.append(Row(tuple(cells)))
    return (Row(head),), tuple(body)


def _listed(members: Sequence[Member], notes: Mapping[str, str]) -> Iterator[Inline]:
    """'Bloemendaal (980), Laren (1.020)'."""
    for number, each in enumerate(members):
        yield from ((Text(", "),) if number else ())
        yield Value(each.name, is_name=True)
        yield Text(" (")
        yield from point_content(each.point, notes)
        yield Text(")")


def gathered_rows(chart: Chart, id: str, notes: Mapping[str, str]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Head and body of the table with all that a chart of many figures shows; `notes` are ids by mark."""
    return (box_rows if chart.kind.gathering is Gathering.QUARTILES else class_rows)(chart, id, notes)


def class_rows(chart: Chart, id: str, notes: Mapping[str, str]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Head and body of the table: the median, then each class with how many are in it, and those one below another.

    `notes` are ids by mark.
    """
    gathered, words = chart.gathered, spoken_language().charts
    if gathered is None:
        raise TypeError("classes are of a chart that gathers")
    heads: tuple[Content, ...] = ((Text(words.part),), (Value(gathered.measure, is_name=True),))
    head = tuple(Cell(CellKind.COLUMN_HEAD, each, id=f"{id}-k{place}") for place, each in enumerate(heads))
    body: list[Row] = []

    def add(name: Content, figure: Content, *above: str) -> None:
        own = f"{id}-r{len(body)}"
        first = Cell(CellKind.ROW_HEAD, name, id=own, headers=above)
        body.append(Row((first, Cell(CellKind.FIGURE, figure, headers=(*above, own, f"{id}-k1")))))

    if gathered.middle:
        add((Text(capitalised(words.median)),), point_content(gathered.middle, notes))
    for place, (category, count) in enumerate(zip(chart.categories, chart.series[0].points, strict=True)):
        group = f"{id}-g{place}"
        label: Content = (Value(category.full, is_name=True), Text(": "))
        shown = point_content(count, notes) if count else ()
        body.append(Row((Cell(CellKind.ROW_HEAD, (*label, *shown), columns=2, id=group),), "group"))
        for member in gathered.members[place]:
            add((Value(member.name, is_name=True),), point_content(member.point, notes), group)
    return (Row(head),), tuple(body)


def point_content(point: Point, notes: Mapping[str, str]) -> Content:
    """A figure of a chart in a cell: provisional where it is, with the mark of its note."""
    shown = Value(point.text, point.trace)
    if point.provisional:
        shown = Value(point.text + PROVISIONAL_MARK, point.trace, spoken=provisional(point.text))
    return (shown, NoteMark(notes[point.mark], point.mark)) if point.mark else (shown,)
