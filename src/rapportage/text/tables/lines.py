"""The rows of a table before their cells are made: what is at their head, and what `rij` is in their columns."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.diagnostics.own_names import SERIES
from rapportage.document import Content, RowRole, Value
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.comparing import column_name
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.table import PeriodRowsSpec, RowSpec, TableSpec
from rapportage.input.specs.places import at_key, key_at
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.operations import figure_of
from rapportage.text.language.outcome import Waiting, is_nothing
from rapportage.text.language.text import TextResolver
from rapportage.text.language.views.counterparts import as_row
from rapportage.text.language.views.period_views import PeriodView
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import RestView, SeriesView
from rapportage.text.language.views.total import TotalView
from rapportage.text.series.comparison import periods_of
from rapportage.text.series.courses import series_named
from rapportage.text.series.moving import Moving, moving
from rapportage.text.series.rankings import ranking_of

_ROLES: dict[str, RowRole] = {"gewoon": "body", "groep": "group", "subtotaal": "subtotal", "totaal": "total"}


class Line(Struct, frozen=True):
    """A row before its cells are made: what is at its head, and what `rij` is in its columns."""

    head: Content
    role: RowRole
    row: object = None
    cells: tuple[Scalar, ...] = ()
    is_chosen: bool = False
    """Whether the row is one of a row of figures: it may have been chosen from another period."""
    moving: Moving | None = None
    """How it goes through the periods of a comparison."""


class LineReader(Struct, frozen=True):
    spec: TableSpec
    text: TextResolver
    edition: TimePeriod

    def lines(self) -> Iterator[Line | Waiting | None]:
        """The rows; and None for each fault in them, which was reported."""
        rows = self.spec.rows
        if isinstance(rows, PeriodRowsSpec):
            yield from self._refused("rest", "totaal")
            if self.spec.comparison is not None:
                message = "de perioden staan al in de rijen, en kunnen niet ook de kolommen zijn"
                span = key_at(self.spec.node, "vergelijking").span
                self.text.findings.error("T406", message, span, "geef 'kolommen', of rijen van reeksen of onderdelen")
                yield None
                return
            yield from self._periods(rows)
            return
        if isinstance(rows, tuple):
            yield from self._refused("rest", "totaal")
            chosen = [(row, self._holds(row)) for row in rows]
            if not any(holds is not False for _, holds in chosen):
                yield self._no_rows(at_key(self.spec.node, "rijen"))
            for row, holds in chosen:
                if holds is None:
                    yield None
                if holds:
                    yield from self._in_short(row) if isinstance(row, Scalar) else self._by_hand(row)
            return
        if not isinstance(rows, Scalar):
            raise TypeError("rows are an expression or a list")
        ranking = self._ranking(rows, "rijen")
        if not isinstance(ranking, Ranking):
            yield ranking
            return
        yield from self._chosen(ranking, rows)
        yield from self._closing(ranking, rows)

    def _holds(self, row: Scalar | RowSpec) -> bool | None:
        return True if isinstance(row, Scalar) or row.condition is None else self.text.holds(row.condition)

    def _periods(self, rows: PeriodRowsSpec) -> Iterator[Line | Waiting | None]:
        """A row for each period, by its name."""
        periods = periods_of(rows.periods, self.text, self.edition)
        if not isinstance(periods, tuple):
            yield periods
            return
        for period in periods:
            head = (Value(column_name(period), origin=rows.node.span),)
            yield self._with_course(Line(head, "body", PeriodView(period)), rows.node.span)

    def _in_short(self, written: Scalar) -> Iterator[Line | Waiting | None]:
        """A row of a series by its id, or of what an expression gives, under its own name."""
        value = self.text.value(written) if "{" in written.text else series_named(written, self.text)
        if is_nothing(value):
            yield value
            return
        try:
            name = value.name if isinstance(value, SeriesView) else figure_of(value).label
        except ExpressionFault as fault:
            yield self.text.fault(fault, written.span)
            return
        head = (Value(name, origin=written.span, is_name=True),)
        yield self._with_course(Line(head, "body", as_row(value)), written.span)

    def _ranked(self, written: Scalar) -> Iterator[Line | Waiting | None]:
        """A line for each figure of a row of figures."""
        ranking = self._ranking(written, "delen")
        if isinstance(ranking, Ranking):
            yield from self._chosen(ranking, written)
        else:
            yield ranking

    def _chosen(self, ranking: Ranking, written: Scalar) -> Iterator[Line | Waiting | None]:
        for figure in ranking.items:
            head = (Value(figure.label, origin=written.span, is_name=True),)
            made = self._with_course(Line(head, "body", figure, is_chosen=ranking.series is not None), written.span)
            yield made
            if not isinstance(made, Line):  # the others are of the same kind
                return

    def _with_course(self, line: Line, span: Span) -> Line | Waiting | None:
        """The line, that in a comparison must be one that goes through periods; else that is reported."""
        if self.spec.comparison is None:
            return line
        try:
            return replace(line, moving=moving(line.row, self.edition, is_chosen=line.is_chosen))
        except ExpressionFault as fault:
            return self.text.fault(fault, span)

    def _ranking(self, written: Scalar, key: str) -> Ranking | Waiting | None:
        """The row of figures that an expression gives; None when it gives none, which was then reported."""
        found = ranking_of(written, key, self.text)
        if not isinstance(found, Ranking) or found.items:
            return found
        asked = written.text.strip().removeprefix("{{").removesuffix("}}").strip()
        when = f'als: "{{{{ hoeveel({asked}) > 0 }}}}"'
        return self._no_rows(written.span, f"er blijft niets over: vraag iets anders, of zet bij het blok {when}")

    def _refused(self, *keys: str) -> Iterator[None]:
        """A fault for each key that does nothing where the layout names each row itself."""
        for key in (key for key, _ in self.spec.node.entries if key.text in keys):
            message = f"'{key.text}' doet niets als elke rij zelf onder 'rijen' staat"
            hint = "geef onder 'rijen' een rij met 'soort: totaal' en een 'cijfer', of één uitdrukking met top(5)"
            self.text.findings.error("T406", message, key.span, hint)
            yield None

    def _no_rows(self, span: Span, hint: str = "er is geen bekend cijfer om te tonen") -> Waiting | None:
        return self.text.waits("T415", "deze tabel heeft geen rijen", span, hint)

    def _by_hand(self, row: RowSpec) -> Iterator[Line | Waiting | None]:
        """A row of the layout: the head of a group, a row with its own cells, or one with a figure."""
        role = _ROLES[row.kind]
        if row.parts is not None and row.kind != "groep":
            span = at_key(row.node, "delen")
            self.text.findings.error("T406", "'delen' hoort bij een rij van de soort 'groep'", span, "soort: groep")
            yield None
        if row.kind == "groep":
            if row.cells or row.figure:
                message = "een rij van de soort 'groep' heeft een kop, en misschien 'delen'"
                self.text.findings.error("T406", message, row.node.span)
                yield None
            yield from self._headed(self.text.required(row.head), Line((), role))
            yield from self._ranked(row.parts) if row.parts else ()
        elif row.figure is not None:
            if row.cells:
                message = "een rij heeft 'cellen' of 'cijfer', niet allebei"
                self.text.findings.error("T406", message, row.node.span)
                yield None
            value = self.text.value(row.figure)
            if is_nothing(value):
                yield value
                return
            for line in self._headed(self.text.content(row.head), Line((), role, as_row(value))):
                yield self._with_course(line, row.figure.span) if line else None
        elif self.spec.comparison or len(row.cells) != len(self.spec.columns):
            message = f"deze rij heeft {len(row.cells)} cellen, en er zijn {len(self.spec.columns)} kolommen"
            if self.spec.comparison:
                message = "een rij van een tabel met een vergelijking heeft een 'cijfer'"
            hint = f'bijvoorbeeld: cijfer: "{{{{ {SERIES} }}}}"'
            self.text.findings.error("T406", message, row.node.span, hint)
            yield None
        else:
            yield from self._headed(self.text.content(row.head), Line((), role, cells=row.cells))

    def _headed(self, head: Content | None, line: Line) -> Iterator[Line | None]:
        """The line with its head; beside None where that is faulty, because its cells may be too."""
        if head is None:
            yield None
        yield replace(line, head=head or ())

    def _closing(self, ranking: Ranking, rows: Scalar) -> Iterator[Line | Waiting | None]:
        """The rows for the rest and the total."""
        series = ranking.series
        if not (self.spec.rest or self.spec.total):
            return
        if series is None:
            self.text.findings.error("T302", "'rest' en 'totaal' vragen de rijen van één reeks", rows.span)
            yield None
            return
        if any(figure.steps for figure in ranking.items):
            hint = "zet het aandeel in een kolom: {{ rij.aandeel | pct }}"
            message = "'rest' en 'totaal' vragen aantallen, geen aandelen"
            self.text.findings.error("T302", message, rows.span, hint)
            yield None
            return
        if self.spec.rest:
            rest = RestView(series.whole_of_parts(), ranking.items, self.spec.rest.text)
            yield from self._closed(self.spec.rest, Line((), "body", rest, is_chosen=True), rows)
        if self.spec.total:
            yield from self._closed(self.spec.total, Line((), "total", TotalView(series), is_chosen=True), rows)

    def _closed(self, label: Scalar, line: Line, rows: Scalar) -> Iterator[Line | Waiting | None]:
        for headed in self._headed(self.text.content(label), line):
            yield self._with_course(headed, rows.span) if headed else None
