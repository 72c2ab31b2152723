"""The ledger as JSON, for programs and for comparing two builds; and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from rapportage.diagnostics import Span
from rapportage.diagnostics.span import SourceFile
from rapportage.document import FigureInput
from rapportage.figures.observation import DeliveredCell
from rapportage.figures.parts import Part
from rapportage.proof.inspection import Spot
from rapportage.proof.tracing.passages import Number, Place, Told, ToldTrace, TracedFigure, TraceFault, TraceReport

VERSION = 1
MOST = 1_000_000_000
"""Pages, lines and places in a text: more there are not."""
LONGEST = 5_000
"""Digits of a figure."""
DELIVERED, CHANGED = "geleverd", "veranderd_na_import"
"""The keys of the cell of a delivery: that a figure is of, or that it was of before somebody changed it."""
Json = dict[str, Any]


class NotATrace(ValueError):
    """The text is no trace as `as_json` writes it."""


def as_json(report: TraceReport) -> str:
    """A JSON object; the handbook lists its keys. New ones may be added; `versie` goes up when one changes or goes."""
    made = {
        "versie": VERSION,
        "titel": report.title,
        "periode": report.period,
        "paginas": report.pages,
        "cijfers": [_figure(each) for each in report.figures],
        "niet_uit_de_gegevens": [_number(each) for each in report.literals],
        "overige_getallen": dict(report.explained),
        "teksten": [_told(each) for each in report.passages],
        "fouten": [_fault(each) for each in report.faults],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> TraceReport:
    """The report of a text that `as_json` wrote.

    Raises:
        NotATrace: it is something else, of a version that is not known, or its figures are not those of its texts.
    """
    try:
        read = json.loads(text)
        if read["versie"] != VERSION:
            raise NotATrace(f"versie {read['versie']}")
        report = TraceReport(
            title=_text(read["titel"]),
            period=_text(read["periode"]),
            pages=_count(read["paginas"]),
            figures=tuple(_read_figure(each) for each in read["cijfers"]),
            literals=tuple(_read_number(each) for each in read["niet_uit_de_gegevens"]),
            explained=tuple((_text(what), _count(count)) for what, count in read["overige_getallen"].items()),
            passages=tuple(_read_told(each) for each in read["teksten"]),
            faults=tuple(
                TraceFault(_text(each["code"]), _text(each["melding"]), _read_span(each), _text_or_none(each["tip"]))
                for each in read["fouten"]
            ),
        )
        _check(report)
        return report
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, OverflowError, RecursionError) as error:
        raise NotATrace(str(error)) from error


# --- Writing --------------------------------------------------------------------------------------


def _figure(figure: TracedFigure) -> Json:
    trace = figure.trace
    return {
        **spot_object(figure.page),
        "plaats": place_object(figure.place),
        "zin": figure.context,
        "getoond": figure.shown,
        "uitgesproken": figure.spoken,
        "exact": None if trace.exact is None else str(trace.exact),
        "berekening": trace.calculation,
        "invoer": [cell_object(each) for each in trace.inputs],
    }


def cell_object(cell: FigureInput) -> Json:
    """A cell of the data, for a JSON text."""
    return {
        "reeks": cell.series,
        "periode": cell.period,
        "categorie": cell.category,
        "verdeling": dict(zip(*cell.part, strict=True)),
        "getypt": cell.text,
        **_span(cell.span),
        "bron": cell.source,
        **(_delivered(cell.delivered) if cell.delivered is not None else {}),
    }


def _delivered(cell: DeliveredCell) -> Json:
    """Under another key where the figure was changed since: who reads 'geleverd' may take the cell for its origin."""
    told = _cell_of(cell)
    return {DELIVERED: told} if cell.was is None else {CHANGED: {**told, "ingelezen": cell.was}}


def _cell_of(cell: DeliveredCell) -> Json:
    return {
        "bestand": cell.file,
        "sha256": cell.sha256,
        "blad": cell.sheet,
        "cel": cell.address,
        "ruw": cell.text,
    }


def _number(number: Number) -> Json:
    return {
        **spot_object(number.page),
        "plaats": place_object(number.place),
        "zin": number.context,
        "getoond": number.shown,
        "wat": number.what,
        **_span(number.origin),
    }


def _told(told: Told) -> Json:
    return {**spot_object(told.page), "plaats": place_object(told.place), "tekst": told.text, "cijfers_op": told.holes}


def _fault(fault: TraceFault) -> Json:
    return {"code": fault.code, "melding": fault.message, **_span(fault.origin), "tip": fault.hint}


def spot_object(spot: Spot) -> Json:
    """Where in the file something is, for a JSON text: on a page, or at an anchor of an edition for the web."""
    return {"pagina": spot} if isinstance(spot, int) else {"pagina": None, "anker": spot}


def place_object(place: Place) -> Json:
    """A place in the report, for a JSON text."""
    return {
        "koppen": list(place.headings),
        "soort": place.kind,
        "blok": place.block,
        "naam": place.label,
        "rij": place.row,
        "kolom": place.column,
    }


def _span(span: Span | None) -> Json:
    return {
        "bestand": span.path if span else None,
        "regel": span.line if span else None,
        "teken": span.column if span else None,
    }


# --- Reading --------------------------------------------------------------------------------------


def _check(report: TraceReport) -> None:
    """The figures in words are those that the texts show, in that order; a point of a chart is in no text."""
    figures = [figure.shown for figure in report.figures if figure.place.kind != "punt"]
    holes = [told.text[begin:end].strip() for told in report.passages for begin, end in told.holes]
    if figures != holes:
        raise NotATrace(f"{len(figures)} cijfers, en in de teksten {len(holes)}")


def _read_figure(read: Mapping[str, Any]) -> TracedFigure:
    exact = None if read["exact"] is None else _number_of(read["exact"])
    inputs = tuple(
        FigureInput(
            _text(each["reeks"]),
            _text(each["periode"]),
            _read_part(each),
            _text(each["getypt"]),
            _text(each["bron"]),
            _read_span(each),
            _read_delivered(each.get(DELIVERED) or each.get(CHANGED)),
        )
        for each in read["invoer"]
    )
    trace = ToldTrace(exact, _text(read["berekening"]), inputs)
    return TracedFigure(
        _read_spot(read),
        _read_place(read),
        _text(read["zin"]),
        _text(read["getoond"]),
        trace,
        _text_or_none(read["uitgesproken"]),
    )


def _read_delivered(read: Mapping[str, Any] | None) -> DeliveredCell | None:
    """Where a figure was imported from; a trace of an earlier version does not tell."""
    if read is None:
        return None
    file, sha256, sheet, address, text = (_text(read[key]) for key in ("bestand", "sha256", "blad", "cel", "ruw"))
    return DeliveredCell(file, sha256, sheet, address, text, _text_or_none(read.get("ingelezen")))


def _read_number(read: Mapping[str, Any]) -> Number:
    return Number(
        _read_spot(read),
        _read_place(read),
        _text(read["zin"]),
        _text(read["getoond"]),
        _text(read["wat"]),
        _read_span(read),
    )


def _read_told(read: Mapping[str, Any]) -> Told:
    holes = tuple((_count(begin), _count(end)) for begin, end in read["cijfers_op"])
    return Told(_read_spot(read), _read_place(read), _text(read["tekst"]), holes)


def _read_spot(read: Mapping[str, Any]) -> Spot:
    return _text(read["anker"]) if read["pagina"] is None else _count(read["pagina"])


def _read_place(read: Mapping[str, Any]) -> Place:
    place = read["plaats"]
    words = (_text(place[key]) for key in ("soort", "blok", "naam", "rij", "kolom"))
    return Place(tuple(_text(each) for each in place["koppen"]), *words)


def _read_part(read: Mapping[str, Any]) -> Part:
    """What a cell is a part of the whole of; a trace of an earlier version tells only its name."""
    category = _text_or_none(read["categorie"])
    told = read.get("verdeling", {} if category is None else {"": category})
    if not isinstance(told, dict):
        raise NotATrace(f"geen verdeling: {told!r}")
    return Part(tuple(told), tuple(map(_text, told.values())))


def _read_span(read: Mapping[str, Any]) -> Span | None:
    if read["bestand"] is None:
        return None
    return Span(SourceFile(_text(read["bestand"]), ""), _count(read["regel"]), _count(read["teken"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotATrace(f"geen tekst: {value!r}")
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST:
        raise NotATrace("geen aantal")
    return value


def _number_of(value: object) -> Decimal:
    number = Decimal(_text(value))
    if not number.is_finite() or abs(number.adjusted()) > LONGEST:
        raise NotATrace("geen getal")
    return number
