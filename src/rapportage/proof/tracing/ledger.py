"""The ledger of a report: every figure in reading order with its page and origin, and what no data explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import Absence, Chart, Document, Point, Trace, Trend, calculation_words, trends, walk
from rapportage.document.drawing import Drawing
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.signs import provisional
from rapportage.proof.inspection import Said, Spot, spot_words
from rapportage.proof.tracing.align import Heard, align
from rapportage.proof.tracing.around import around_faults
from rapportage.proof.tracing.digits import explain
from rapportage.proof.tracing.known import known_names
from rapportage.proof.tracing.meant import meant
from rapportage.proof.tracing.meant_on_web import meant_on_web
from rapportage.proof.tracing.no_figures import DATE
from rapportage.proof.tracing.passages import (
    Number,
    Part,
    PartKind,
    Place,
    Told,
    ToldTrace,
    TracedFigure,
    TraceFault,
    TraceReport,
)
from rapportage.proof.tracing.pictures import IN_SCHEME
from rapportage.proof.tracing.rounding import agrees
from rapportage.proof.tracing.wording import sentence_around

UNTRACED, UNLIKE = "P212", "P213"
_JUDGED = (PartKind.LITERAL, PartKind.MADE, PartKind.NAME)


def trace_report(
    document: Document,
    drawings: Mapping[str, Drawing],
    said: Said,
    period: str,
    logo: str | None = None,
    *,
    on_web: bool = False,
) -> TraceReport:
    """The ledger of `document`, with the pages of the PDF that says `said`, or the places of an edition `on_web`.

    `drawings` are those of its charts, by id; `logo` the alternative text of that on the cover.
    """
    passages = (meant_on_web if on_web else meant)(document, drawings, logo)
    heard, faults = align(passages, said, on_web=on_web)
    ledger = _Ledger(known_names(document), _points(document), list(faults))
    for each in heard:
        if not each.passage.is_repeated:
            ledger.add(each)
    headings = (each.text for each in heard if each.passage.place.kind == "kop")
    ledger.faults += around_faults(document, said, headings)
    return TraceReport(
        title=document.title,
        period=period,
        pages=len(said.aside),
        figures=tuple(ledger.figures),
        literals=tuple(ledger.literals),
        explained=tuple(sorted(ledger.explained.items())),
        passages=tuple(ledger.told),
        faults=tuple(ledger.faults),
    )


class _Line(Struct, frozen=True):
    """The points of a series of a chart, or of a trend, with the names of their categories."""

    name: str
    columns: tuple[str, ...]
    points: tuple[Point | None, ...]
    absences: tuple[Absence | None, ...] = ()
    """What is shown where there is no point: '<5' is a figure as well, and so is '.'."""


class _Ledger(Struct):
    names: tuple[str, ...]
    lines: Mapping[str, Sequence[_Line]]
    """By id of the chart or trend."""
    faults: list[TraceFault]
    figures: list[TracedFigure] = field(default_factory=list)
    literals: list[Number] = field(default_factory=list)
    explained: Counter[str] = field(default_factory=Counter)
    told: list[Told] = field(default_factory=list)

    def add(self, heard: Heard) -> None:
        """Enters the figures of a passage, and judges its other numbers."""
        place = heard.passage.place
        self._add_points(place, heard.page, heard.passage.course)
        found: list[TracedFigure] = []
        holes: list[tuple[int, int]] = []
        words = ""
        for part, begin, end in _stretches(heard):
            text = heard.text[begin:end]
            start = len(words)
            is_mark = part.kind is PartKind.NUMBERING and begin > 0 and heard.passage.form != "heard"
            if not is_mark:  # words are read without the marks of notes
                words += text
            if part.kind is PartKind.FIGURE:
                if figure := self._figure(heard, part, begin, end):
                    found.append(figure)
                    holes.append((start, len(words)))
                continue
            if not any(letter.isdigit() for letter in text):
                continue
            if part.kind in _JUDGED:
                self._judge(heard, part, begin, end)
            else:
                self.explained[part.kind.value] += 1
        for figure, hole in zip(found, holes, strict=True):
            self.figures.append(replace(figure, context=sentence_around(words, *hole)))
        if any(part.kind is not PartKind.NUMBERING for part in heard.passage.parts):
            self.told.append(Told(heard.page, place, words, tuple(holes), heard.passage.content))

    def _figure(self, heard: Heard, part: Part, begin: int, end: int) -> TracedFigure | None:
        """The figure, if it is one of the ledger: in a chart a point stands for itself, drawn with its value or not."""
        shown, place, page = heard.text[begin:end].strip(), heard.passage.place, heard.pages[begin]
        trace = part.trace
        if trace is None or (not trace.inputs and trace.exact is not None):
            message = f"{spot_words(page)}, {place}: het cijfer '{shown}' is niet te herleiden tot de gegevens"
            hint = "gebruik een cijfer uit een reeks, geen getal of telling in een uitdrukking"
            self.faults.append(TraceFault(UNTRACED, message, part.origin or heard.passage.origin, hint))
            return None
        if heard.passage.form == "picture" and place.kind != IN_SCHEME:
            return None
        figure = TracedFigure(page, place, "", shown, _told(trace), part.spoken, part.value)
        if part.value is None or part.value.rests_on is None:
            self._check(figure, part.origin or heard.passage.origin)
        return figure

    def _check(self, figure: TracedFigure, origin: Span | None) -> None:
        """Whether what is shown is a rounding of the exact value."""
        if not agrees(figure.shown, figure.trace.exact):
            where = f"{spot_words(figure.page)}, {figure.place}"
            message = f"{where}: '{figure.shown}' is geen afronding van {figure.trace.exact}"
            self.faults.append(TraceFault(UNLIKE, message, origin))

    def _add_points(self, place: Place, page: Spot, course: str) -> None:
        """All points of the chart or trend that is described here, drawn with their value or not."""
        for line in self.lines.get(course, ()):
            absences = line.absences or (None,) * len(line.points)
            for column, point, absent in zip(line.columns, line.points, absences, strict=True):
                where = replace(place, kind="punt", row=line.name or place.row, column=_joined(place.column, column))
                context = _joined(line.name, column)
                if point is None:
                    if absent is not None and absent.trace is not None:
                        self.figures.append(
                            TracedFigure(page, where, context, absent.shown, _told(absent.trace), absent.spoken)
                        )
                    continue
                if point.trace is None:
                    message = (
                        f"{spot_words(page)}, {where}: het cijfer '{point.text}' is niet te herleiden tot de gegevens"
                    )
                    self.faults.append(TraceFault(UNTRACED, message))
                    continue
                spoken = provisional(point.text) if point.provisional else None
                figure = TracedFigure(page, where, context, point.text, _told(point.trace), spoken)
                self._check(figure, None)
                self.figures.append(figure)

    def _judge(self, heard: Heard, part: Part, begin: int, end: int) -> None:
        """What the numbers in words are: those that nothing explains are literals, or in words of ours a fault."""
        is_made = part.kind is PartKind.MADE
        for number in explain(heard.text[begin:end], self.names, is_made=is_made):
            at = begin + number.at
            what = number.what or (DATE if part.kind is PartKind.NAME and part.trace is None else None)
            place, page = heard.passage.place, heard.pages[at]
            if what is not None:
                self.explained[what if number.what else part.kind.value] += 1
            elif is_made:
                message = (
                    f"{spot_words(page)}, {place}: het getal '{number.shown}' is niet te herleiden tot de gegevens"
                )
                self.faults.append(TraceFault(UNTRACED, message, heard.passage.origin))
            else:
                context = sentence_around(heard.text, at, at + len(number.shown))
                origin = part.origin or heard.passage.origin
                self.literals.append(Number(page, place, context, number.shown, part.kind.value, origin))


def _told(trace: Trace) -> ToldTrace:
    return ToldTrace(trace.exact, calculation_words(trace.calculation), trace.inputs)


def _stretches(heard: Heard) -> Iterator[tuple[Part, int, int]]:
    """Each part of a passage with where it begins and ends in the text."""
    begin = 0
    for at in range(1, len(heard.parts) + 1):
        if at == len(heard.parts) or heard.parts[at] is not heard.parts[begin]:
            yield heard.parts[begin], begin, at
            begin = at


def _points(document: Document) -> dict[str, list[_Line]]:
    found: dict[str, list[_Line]] = {}
    for block in walk(document.blocks):
        if isinstance(block, Chart):
            columns = tuple((each.full or each.label).replace("\u00a0", " ") for each in block.categories)
            found[block.id] = [_Line(series.name, columns, series.points, series.absences) for series in block.series]
            found[block.id] += _lines_of_many(block)
        for trend in trends(block):
            found[trend.id] = [_trend_line(trend)]
    return found


def _lines_of_many(chart: Chart) -> list[_Line]:
    """The single figures of a chart of many: a line for each category, and one for their median."""
    if chart.gathered is None:
        return []
    lines = [
        _Line(category.full, tuple(each.name for each in members), tuple(each.point for each in members))
        for category, members in zip(chart.categories, chart.gathered.members, strict=True)
    ]
    middle = chart.gathered.middle
    return [*lines, _Line(chart.gathered.measure, (spoken_language().charts.median,), (middle,))] if middle else lines


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _trend_line(trend: Trend) -> _Line:
    """A trend has no categories of its own: the data behind a point give its period."""
    absences = trend.absences or (None,) * len(trend.points)
    shown = (point or absent for point, absent in zip(trend.points, absences, strict=True))
    columns = tuple(each.trace.inputs[-1].period if each and each.trace and each.trace.inputs else "" for each in shown)
    return _Line("", columns, trend.points, trend.absences)
