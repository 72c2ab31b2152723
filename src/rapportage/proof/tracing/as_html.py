"""The ledger as one HTML page: a table per chapter, readable with a screen reader and without a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from rapportage.document import FigureInput
from rapportage.proof.inspection import Spot, spot_words
from rapportage.proof.tracing.as_text import delivered_words, exact_words, input_words, place_words, summary
from rapportage.proof.tracing.passages import TracedFigure, TraceReport

STYLE = """\
body{font:1rem/1.5 'Source Sans 3','Source Sans Pro',sans-serif;color:#1a1a1a;background:#fff}
main{max-width:75rem;margin:2rem auto;padding:0 1rem}
h1,h2{color:#154273;line-height:1.2}
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #ccc}
thead th{border-bottom:2px solid #154273}
td ul{margin:0;padding-left:1rem}
.fault{border-left:.4rem solid #d52b1e;padding-left:.8rem}
mark{background:#fff3c4;color:inherit;text-decoration:underline}
"""  # the colours have a contrast of at least 4.5:1 with white


def as_html(report: TraceReport) -> str:
    """The page, whole: it fetches nothing."""
    title = f"Herkomst van de cijfers: {report.title}, {report.period}"
    return page(title, _body(report))


def page(title: str, body: Iterable[str]) -> str:
    """An HTML page in Dutch with that title as its heading."""
    head = (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
    )
    return head + "\n".join(body) + "\n</main>\n</body>\n</html>\n"


def table(caption: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table; its cells are HTML, the first of each row being its head."""
    yield f"<table>\n<caption>{escape(caption)}</caption>\n<thead>\n<tr>"
    yield from (f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield "</tr>\n</thead>\n<tbody>"
    for row in rows:
        first, *rest = row
        yield f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"
    yield "</tbody>\n</table>"


def _body(report: TraceReport) -> Iterator[str]:
    yield from (f"<p>{escape(line[:1].upper() + line[1:])}.</p>" for line in summary(report))
    where = "Pagina" if report.pages else "Bij"
    if report.faults:
        yield '<section class="fault">\n<h2>Fouten</h2>\n<ul>'
        yield from (f"<li>{escape(fault.code)}: {escape(fault.message)}</li>" for fault in report.faults)
        yield "</ul>\n</section>"
    if report.literals:
        yield "<h2>Niet uit de gegevens</h2>"
        heads: tuple[str, ...] = ("Getal", where, "Waar", "Zin", "Bestand en regel")
        rows = (
            (
                escape(each.shown),
                _spot(each.page),
                escape(str(each.place)),
                escape(each.context),
                escape(f"{each.origin.path}:{each.origin.line}" if each.origin else "onbekend"),
            )
            for each in report.literals
        )
        yield from table("Getallen die iemand in een tekst heeft getypt", heads, rows)
    for chapter, figures in groupby(report.figures, lambda each: each.place.headings[:1]):
        name = chapter[0] if chapter else report.title
        yield f"<h2>{escape(name)}</h2>"
        heads = ("Cijfer", where, "Waar", "Zin of cel", "Exacte waarde", "Berekening", "Gegevens en bronnen")
        yield from table(f"Cijfers in: {name}", heads, map(_row, figures))


def _spot(spot: Spot) -> str:
    """Without the word that the head of its column says."""
    return escape(spot_words(spot).removeprefix("pagina "))


def _delivered(cell: FigureInput) -> str:
    if cell.delivered is None:
        return ""
    words = escape(delivered_words(cell.delivered))
    return f"; geleverd in {words}" if cell.delivered.was is None else f"; <strong>{words}</strong>"


def _row(figure: TracedFigure) -> tuple[str, ...]:
    where = " › ".join((*figure.place.headings[1:], str(figure.place)))
    inputs = "".join(
        f"<li>{escape(input_words(cell))} ({escape(place_words(cell))}); {escape(cell.source)}{_delivered(cell)}</li>"
        for cell in figure.trace.inputs
    )
    spoken = f" ({escape(figure.spoken)})" if figure.spoken else ""
    return (
        f"{escape(figure.shown or '(leeg)')}{spoken}",
        _spot(figure.page),
        escape(where),
        escape(figure.context),
        escape(exact_words(figure)),
        escape(figure.trace.calculation),
        f"<ul>{inputs}</ul>" if inputs else "geen gegevens",
    )
