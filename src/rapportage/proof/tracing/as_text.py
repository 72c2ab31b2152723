"""The ledger as text: by sentence or cell each figure, how it came about, and every input."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rapportage.diagnostics import render
from rapportage.document import FigureInput
from rapportage.figures.observation import DeliveredCell
from rapportage.figures.words.numbers import number
from rapportage.proof.inspection import spot_words
from rapportage.proof.tracing.passages import TracedFigure, TraceReport

UNKNOWN = "onbekend"
DECIMALS = 12
DIGEST = 12
"""Characters of a hash that are shown: enough to tell two files apart."""


def as_text(report: TraceReport) -> str:
    """For people: what is wrong, then the numbers that no data explain, then the figures in reading order."""
    return "\n".join(_lines(report)) + "\n"


def exact_words(figure: TracedFigure) -> str:
    """The exact value as Dutch writes it: not rounded, but for endless decimals, of which the first are given."""
    if figure.trace.exact is None:
        return UNKNOWN
    whole, comma, decimals = number(figure.trace.exact).partition(",")
    return f"{whole}{comma}{decimals[:DECIMALS]}…" if len(decimals) > DECIMALS else f"{whole}{comma}{decimals}"


def input_words(cell: FigureInput) -> str:
    """'eerste_aanvragen 2020-05 Syrië: 106'."""
    return f"{cell.series} {cell.period} {cell.category or 'totaal'}: {cell.text}"


def place_words(cell: FigureInput) -> str:
    """'data/2020-05.yaml:14'."""
    return f"{cell.span.path}:{cell.span.line}" if cell.span else "plaats onbekend"


def delivered_words(cell: DeliveredCell) -> str:
    """'leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel D5: 106 (sha256 880e4bddf016…)'."""
    changed = f"met de hand veranderd, niet meer het ingelezen {cell.was} van " if cell.was is not None else ""
    return f"{changed}{cell}: {cell.text or '(leeg)'} (sha256 {cell.sha256[:DIGEST]}…)"


def summary(report: TraceReport) -> list[str]:
    """What was found, in a few lines."""
    counts = [
        f"{render.counted(len(report.figures), 'cijfer', 'cijfers')} herleid tot de gegevens",
        f"{render.counted(len(report.literals), 'getal', 'getallen')} niet uit de gegevens",
        render.counted(len(report.faults), "fout", "fouten"),
    ]
    others = [f"{what}: {count}" for what, count in report.explained]
    return [", ".join(counts), *(["overige getallen: " + "; ".join(others)] if others else [])]


def _lines(report: TraceReport) -> Iterator[str]:
    size = render.counted(report.pages, "pagina", "pagina's") if report.pages else "html"
    yield f"Herkomst van de cijfers: {report.title}, {report.period} ({size})"
    yield from summary(report)
    if report.faults:
        yield from ("", "Fouten")
        yield from (f"  {fault.code} {fault.message}" for fault in report.faults)
    if report.literals:
        yield from ("", "Niet uit de gegevens")
        for each in report.literals:
            where = f" ({each.origin.path}:{each.origin.line})" if each.origin else ""
            yield f"  {spot_words(each.page)}, {each.place}: {each.shown}{where}"
            yield f"    {each.context}"
    headings: tuple[str, ...] | None = None
    for (page, place, context), figures in groupby(report.figures, lambda each: (each.page, each.place, each.context)):
        if place.headings != headings:
            headings = place.headings
            yield from ("", " > ".join(headings) or report.title)
        yield f"  {spot_words(page)}, {place}"
        if place.kind not in ("cel", "punt"):
            yield f"    {context}"
        for figure in figures:
            yield from _figure(figure)


def _figure(figure: TracedFigure) -> Iterator[str]:
    shown = figure.shown or "(leeg)"
    spoken = f" ({figure.spoken})" if figure.spoken else ""
    yield f"      {shown}{spoken} = {exact_words(figure)}: {figure.trace.calculation}"
    for cell in figure.trace.inputs:
        yield f"        {input_words(cell)} | {place_words(cell)} | {cell.source}"
        if cell.delivered is not None:
            yield f"          {delivered_words(cell.delivered)}"
