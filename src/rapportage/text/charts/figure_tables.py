"""The figures of a chart as a table: for those who do not see the chart, and for calculating with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec.structs import replace

from rapportage.document import (
    Category,
    Cell,
    CellKind,
    Chart,
    ChartSeries,
    Content,
    CrossReference,
    Inline,
    Note,
    NoteMark,
    Row,
    Table,
    Text,
    Trace,
    Value,
    plain_text,
)
from rapportage.document.chart_kinds import Reach
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.periods import without_year
from rapportage.text.charts.gathered import gathered_rows, point_content

MOST_COLUMNS = 8
"""Months or quarters of several years are a row each with a column per year, up to so many columns."""
_Form = tuple[tuple[Row, ...], tuple[Row, ...]]
"""Head and body of a table."""
ROOM = 700.0
LETTER, BESIDE = 4.7, 10.0
"""In points: about what a turned page has room for, what a letter takes at most, and what is beside a word."""
LEAST_WORD = 9
"""Letters: a longer word can be broken, and a number never is."""


def figure_table(chart: Chart, id: str, label: str) -> Table:
    """All figures of `chart`, with its notes and sources, and a way back to it."""
    notes = {note.id: replace(note, id=f"{id}-{note.mark}") for note in chart.notes}
    before, after = spoken_language().charts.figures_of
    caption = (Text(before), CrossReference(chart.label.lower(), chart.id), Text(after), *chart.caption)
    marks = {note.mark: note.id for note in notes.values()}
    head, body = gathered_rows(chart, id, marks) if chart.gathered else _Grid(chart, id, marks).made()
    return Table(
        id=id,
        label=label,
        caption=tuple(_moved(item, notes) for item in caption),
        columns=sum(cell.columns for cell in head[0].cells),
        head=head,
        body=body,
        summary=_summary(head, body),
        notes=tuple(notes.values()),
        source=chart.source,
        origin=chart.origin,
        is_made=True,
    )


def _moved(item: Inline, notes: dict[str, Note]) -> Inline:
    """Marks of the chart's notes as marks of the same notes under the table."""
    return replace(item, note=notes[item.note].id) if isinstance(item, NoteMark) and item.note in notes else item


class _Grid:
    """Rows and columns for the points of a chart; `notes` are ids by mark."""

    def __init__(self, chart: Chart, id: str, notes: dict[str, str]) -> None:
        self._chart = chart
        self._id = id
        self._words = spoken_language().charts
        self._notes = notes
        self._names = [self._name(place) for place in range(len(chart.series))]

    def _name(self, place: int) -> str:
        """The name of a series with its unit: a table has no axis."""
        series = self._chart.series[place]
        return series.name if self._chart.subject else self._chart.named(series)

    def made(self) -> _Form:
        """Head and body in the first form that a turned page has room for; the last is narrow for any chart."""
        forms = [self.by_year] if self.spans_years() else [self.by_series] if self.is_wide() else []
        forms.append(self.by_category)
        if not self._is_one_group:
            forms += [self.one_below_another] if self._chart.kind.is_plane else [self.by_series, self.one_below_another]
        made = (form() for form in forms)
        return next((form for form in made if _width(*form) <= ROOM), None) or forms[-1]()

    @property
    def _is_one_group(self) -> bool:
        """Whether the head tells what all series are of, under which they are years: that are two columns."""
        return bool(self._chart.subject)

    # --- A row per category -------------------------------------------------------------------------

    def by_category(self) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        corner = self._words.period if self._chart.categories[0].is_period else self._words.part
        subject = self._chart.with_unit(self._chart.subject) if self._chart.subject else ""
        above = ("g",) if subject else ()
        heads = [
            self._head((Value(name, is_name=True),), f"k{place}", *above) for place, name in enumerate(self._names)
        ]
        body = tuple(
            self._row(
                self._row_name(category),
                number,
                [(self._figure(series, number), f"k{place}") for place, series in enumerate(self._chart.series)],
            )
            for number, category in enumerate(self._chart.categories)
        )
        first = self._head((Text(corner),), "k")
        if not subject:
            return (Row((first, *heads)),), body
        group = replace(self._head((Text(subject),), "g"), columns=len(heads))
        return (Row((replace(first, rows=2), group)), Row(tuple(heads))), body

    def _row_name(self, category: Category) -> str:
        """'mei 2020'; 'mei' where the columns are years."""
        name = category.full or category.label
        return without_year(name, self._chart.series[-1].name) if self._chart.kind.reach is Reach.YEAR else name

    # --- A row per series ---------------------------------------------------------------------------

    def is_wide(self) -> bool:
        """Whether a column per series would be more than a page has room for, and a column per category is not."""
        series, categories = len(self._chart.series), len(self._chart.categories)
        return not self._is_one_group and series > MOST_COLUMNS and categories < series

    def by_series(self) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        heads = [
            self._head((Text(self._row_name(category)),), f"k{place}")
            for place, category in enumerate(self._chart.categories)
        ]
        body = tuple(
            self._row(series.name, number, [(self._figure(series, place), f"k{place}") for place in range(len(heads))])
            for number, series in enumerate(self._chart.series)
        )
        return (Row((self._head((Text(self._chart.with_unit(self._words.part)),), "k"), *heads)),), body

    # --- A group per series, with a row per category -----------------------------------------------------

    def one_below_another(self) -> _Form:
        """One column of figures: for numbers so long that a page has no room for them side by side."""
        corner = self._words.period if self._chart.categories[0].is_period else self._words.part
        body: list[Row] = []
        for number, series in enumerate(self._chart.series):
            group = f"{self._id}-g{number}"
            name = (Value(self._names[number], is_name=True),)
            body.append(Row((Cell(CellKind.ROW_HEAD, name, columns=2, id=group),), "group"))
            for place, category in enumerate(self._chart.categories):
                head, *cells = self._row(
                    self._row_name(category), len(body), [(self._figure(series, place), "k0")]
                ).cells
                named = [replace(cell, headers=(group, *cell.headers)) for cell in (head, *cells)]
                body.append(Row(tuple(named)))
        return (Row((self._head((Text(corner),), "k"), self._head((Text(self._words.figure),), "k0"))),), tuple(body)

    # --- A row per month, a column per year; or a row per day, a column per month -----------------------

    def spans_years(self) -> bool:
        years = self._years()
        return len(years) > 1 and len(years) * len(self._chart.series) <= MOST_COLUMNS

    def _years(self) -> list[str]:
        return [name for name, _ in groupby(category.group for category in self._chart.categories) if name]

    def by_year(self) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        categories, years = self._chart.categories, self._years()
        place_of = {(category.label, category.group): place for place, category in enumerate(categories)}
        parts = _parts_of_year()
        months = sorted({category.label for category in categories}, key=list(parts).index)
        is_month, is_day = months[0] in spoken_language().periods.short_months, months[0].isdecimal()
        corner = self._words.month if is_month else self._words.day if is_day else self._words.quarter
        upper = [replace(self._head((Text(corner),), "k"), rows=2)]
        lower = []
        for number, name in enumerate(self._names):
            group = f"g{number}"
            upper.append(replace(self._head((Text(name),), group), columns=len(years)))
            lower += [self._head((Text(year),), f"k{number}-{_id(year)}", group) for year in years]
        body = []
        for row, month in enumerate(months):
            cells: list[tuple[Content, str]] = []
            for number, series in enumerate(self._chart.series):
                for year in years:
                    place = place_of.get((month, year))
                    content = (
                        (Value("", spoken=self._words.no_figure),) if place is None else self._figure(series, place)
                    )
                    cells.append((content, f"k{number}-{_id(year)}"))
            body.append(self._row(parts[month], row, cells))
        return (Row(tuple(upper)), Row(tuple(lower))), tuple(body)

    # --- Cells ----------------------------------------------------------------------------------------

    def _head(self, content: Content, id: str, *above: str) -> Cell:
        headers = tuple(f"{self._id}-{each}" for each in above)
        return Cell(CellKind.COLUMN_HEAD, content, id=f"{self._id}-{id}", headers=headers)

    def _row(self, name: str, number: int, contents: Sequence[tuple[Content, str]]) -> Row:
        head = f"{self._id}-r{number}"
        cells = tuple(
            Cell(CellKind.FIGURE, content, headers=(head, f"{self._id}-{column}")) for content, column in contents
        )
        return Row((Cell(CellKind.ROW_HEAD, (Value(name, is_name=True),), id=head), *cells))

    def _figure(self, series: ChartSeries, place: int) -> Content:
        point = series.points[place]
        if point is None:
            absent = series.absent(place)
            return (Value(absent.shown, absent.trace, spoken=absent.spoken),)
        return point_content(point, self._notes)


def missing_figures(chart: Chart, table: Table) -> list[str]:
    """The figures of `chart` that are not in `table`: '17 (Marokko)'; of what is not known, what the data say of it."""
    values = (item for row in table.body for cell in row.cells for item in cell.content if isinstance(item, Value))
    shown = {value.trace for value in values}
    names = [category.full or category.label for category in chart.categories]
    return [
        f"{text} ({name})"
        for series in chart.series
        for place, name in enumerate(names)
        for text, its_trace in _said(series, place)
        if its_trace not in shown
    ]


def _said(series: ChartSeries, place: int) -> Iterator[tuple[str, Trace | None]]:
    point, absent = series.points[place], series.absent(place)
    if point:
        yield point.text, point.trace
    elif absent.trace and absent.trace.inputs:
        yield absent.shown, absent.trace


def _width(head: Sequence[Row], body: Sequence[Row]) -> float:
    """About what the columns of a table need at least."""
    columns: dict[int, int] = {}
    count = sum(cell.columns for cell in head[0].cells)
    for row in (*head[-1:], *body):
        place = count - sum([cell.columns for cell in row.cells])
        for cell in row.cells:
            longest = max(map(_least_room, plain_text(cell.content).split(" "))) if cell.columns == 1 else 0
            columns[place] = max(columns.get(place, 0), longest)
            place += cell.columns
    return sum(longest * LETTER + BESIDE for longest in columns.values())


@lru_cache(maxsize=1 << 12)
def _least_room(word: str) -> int:
    """How many letters of it have to be on one line."""
    return len(word) if any(map(str.isdigit, word)) else min(len(word), LEAST_WORD)


def _summary(head: Sequence[Row], body: Sequence[Row]) -> str:
    names = [plain_text(cell.content) for cell in head[0].cells]
    return spoken_language().tables.rows(len(body), f"{names[0].lower()}: {enumeration(names[1:])}.")


def _parts_of_year() -> dict[str, str]:
    """Months, quarters and days of a month in their order, by their short names."""
    words = spoken_language().periods
    days = tuple(map(str, range(1, 32)))
    short, full = (*words.short_months, *words.short_quarters, *days), (*words.months, *words.quarters, *days)
    return dict(zip(short, full, strict=True))


def _id(group: str) -> str:
    return group.replace(" ", "-")
