"""Where the figures of a block come from, closed below it until it is wanted: no link stands in the way of its words.

It has places, sources and calculations, and no value: what a figure was worked out from may be withheld, or not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapportage.document import FigureInput, Point, Trace, Value, calculation_words
from rapportage.figures.languages.spoken import spoken_language
from rapportage.html.context import Context
from rapportage.html.markup import NOTHING, Markup, block, element

MOST = 6
"""Places that are told of one figure: of a sum over years the first say where the others are."""
EMPTY, UNKNOWN = "(leeg)", "buiten het project"
_DUTCH = "nl"


def origins(shown: Iterable[Value | Point], context: Context) -> Markup:
    """By source the figures that come from it, each as it is shown; nothing where that is not asked."""
    if context.origins is None:
        return NOTHING
    by_source: dict[str, dict[tuple[str, tuple[FigureInput, ...]], list[str]]] = {}
    for each in shown:
        if each.trace is not None and each.trace.inputs:
            said = by_source.setdefault(_source(each.trace), {})
            told = said.setdefault((calculation_words(each.trace.calculation), each.trace.inputs), [])
            if (text := _text(each)) not in told:
                told.append(text)
    if not by_source:
        return NOTHING
    language = None if context.document.language.startswith(_DUTCH) else _DUTCH
    items = (
        block("li", None, source, block("ul", None, *_figures(figures, context.origins)))
        for source, figures in by_source.items()
    )
    title = element("summary", None, spoken_language().web.origins)
    return block("details", {"class": "origins"}, title, block("ul", {"lang": language}, *items))


def _source(trace: Trace) -> str:
    return "; ".join(dict.fromkeys(cell.source for cell in trace.inputs))


def _text(shown: Value | Point) -> str:
    spoken = shown.spoken if isinstance(shown, Value) else None
    return f"{shown.text.strip() or EMPTY} ({spoken})" if spoken else shown.text.strip() or EMPTY


def _figures(
    figures: Mapping[tuple[str, tuple[FigureInput, ...]], list[str]], files: Mapping[str, str]
) -> Iterator[Markup]:
    for (calculation, inputs), texts in figures.items():
        yield element("li", None, f"{'; '.join(texts)}: {calculation} ({_places(inputs, files)})")


def _places(inputs: Sequence[FigureInput], files: Mapping[str, str]) -> str:
    told = "; ".join(_place(cell, files) for cell in inputs[:MOST])
    return f"{told}; en nog {len(inputs) - MOST}" if len(inputs) > MOST else told


def _place(cell: FigureInput, files: Mapping[str, str]) -> str:
    """'eerste_aanvragen 2020-05 Syrië, data/2020-05.yaml:36', and the cell of a delivery that it still is."""
    name = " ".join(part for part in (cell.series, cell.period, cell.category) if part)
    where = f", {files.get(cell.span.path, UNKNOWN)}:{cell.span.line}" if cell.span else ""
    is_delivered = cell.delivered is not None and cell.delivered.was is None
    return f"{name}{where}{f', {cell.delivered}' if is_delivered else ''}"
