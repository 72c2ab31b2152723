"""A document with every kind of cell that data can come from."""

from __future__ import annotations

from decimal import Decimal

from rapportage.document import (
    Category,
    Cell,
    CellKind,
    Chart,
    ChartSeries,
    Content,
    CrossReference,
    Document,
    Formula,
    Link,
    Note,
    NoteMark,
    Point,
    Row,
    RowRole,
    Table,
    Text,
    Trace,
    Value,
)
from rapportage.document.chart_kinds import LINES
from rapportage.figures.observation import Operation
from tests.pages.layout.documents import document, section

HARD_SPACE = "\u00a0"


def figure(text: str, exact: str | None, spoken: str | None = None) -> Value:
    """A shown figure with its exact value; None where that is not known."""
    return Value(
        text, Trace(Decimal(exact) if exact is not None else None, Formula(Operation.SUM, ()), ()), spoken=spoken
    )


PROVISIONAL = figure("1.234*", "1234", "1.234, voorlopig")
SUPPRESSED = figure("<5", None, "minder dan 5")
UNKNOWN = figure(".", None, "onbekend")
IMPOSSIBLE = figure("", None, "niet van toepassing")
NEAR_ZERO = figure("0", "0", "minder dan de helft van de eenheid")
GAP = figure("[…]", None, "nog in te vullen")


def head(*words: str, columns: tuple[int, ...] = (), rows: tuple[int, ...] = ()) -> Row:
    return Row(
        tuple(
            Cell(
                CellKind.COLUMN_HEAD,
                (Text(word),),
                columns=columns[place] if columns else 1,
                rows=rows[place] if rows else 1,
            )
            for place, word in enumerate(words)
        )
    )


def row(name: str, *contents: Content | Value, role: RowRole = "body") -> Row:
    cells = (Cell(CellKind.FIGURE, (each,) if isinstance(each, Value) else each) for each in contents)
    return Row((Cell(CellKind.ROW_HEAD, (Text(name),)), *cells), role)


def group(name: str, columns: int = 4) -> Row:
    return Row((Cell(CellKind.ROW_HEAD, (Text(name),), columns=columns),), "group")


def table(
    *body: Row, heads: tuple[Row, ...] | None = None, id: str = "landen", label: str = "Tabel 1", title: str = "Landen"
) -> Table:
    heads = heads or (head("Land", "aantal"),)
    columns = sum(cell.columns for cell in heads[0].cells)
    return Table(id, label, (Text(title),), columns, heads, body, "", origin=None)


def report(*blocks: Table | Chart) -> Document:
    return document(section("Cijfers", *blocks))


def chart(id: str = "figuur", *, figures: Content = ()) -> Chart:
    months = tuple(Category(name, "2020", f"{name} 2020", is_period=True) for name in ("apr", "mei", "jun"))
    trace = Trace(Decimal("12.50"), Formula(Operation.INDEX, ()), ())
    return Chart(
        id=id,
        label="Figuur 1",
        caption=(Text("Verloop"),),
        kind=LINES,
        categories=months,
        series=(
            ChartSeries(
                "Aanvragen",
                (
                    Point(Decimal("12.50"), "12,5", trace=trace),
                    None,
                    Point(
                        Decimal("-3"),
                        "−3",
                        provisional=True,
                        trace=Trace(Decimal(-3), Formula(Operation.DIFFERENCE, ()), ()),
                    ),
                ),
            ),
        ),
        unit="index",
        alternative="Een lijn.",
        table_link=figures,
    )


def everything() -> Document:
    """Groups, two rows of heads, totals, notes, sources, each kind of sign, words that look like formulas."""
    notes = (Note("n-a", "a", (Text("Later bijgesteld tot 270."),)), Note("n-b", "b", (Text("Afgerond op tienen."),)))
    first = Table(
        "landen",
        "Tabel 1",
        (Text("Landen"), NoteMark("n-b", "b")),
        4,
        (
            head("Land", "2020", "2019", columns=(1, 2, 1), rows=(2, 1, 1)),
            head("aantal", "aandeel", "verschil"),
        ),
        (
            group("Azië"),
            row("=Syrië", PROVISIONAL, figure("31%", "31.0850439882697947214076246334"), figure("−14", "-14")),
            row("+Jemen", SUPPRESSED, UNKNOWN, figure("−4.820", "-4823")),
            row("Azië samen", figure("273", "273"), figure("ongeveer 15%", "14.6"), IMPOSSIBLE, role="subtotal"),
            group("Afrika"),
            row(
                f"-Eritrea{HARD_SPACE}en\n@Gambia",
                (figure("12", "12"), NoteMark("n-a", "a")),
                NEAR_ZERO,
                figure("0,5", "0.50"),
            ),
            row("Totaal", figure("1.507", "1507"), figure("100%", "100"), (Text("n.b."),), role="total"),
        ),
        "",
        notes=notes,
        remark=(Text("Cijfers van de IND."),),
        source=(Text("Bron: IND, "), Link((Text("Asieltrends"),), "https://example.org/asiel"), Text(" (juni 2020).")),
    )
    second = table(
        row("DT&V", (Text("hoofdstuk; 6"),)), heads=(head("@wie", "waar"),), id="tabel-7", label="Tabel 2", title="Wie"
    )
    shown = chart("in-tabel", figures=(Text("Zie "), CrossReference("tabel 1", "landen")))
    return report(first, shown, second, chart())
