"""A long report with everything that layout and PDF know: cover, contents, notes, tables, charts, pictures, links."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path as FilePath

from rapportage.document import (
    Category,
    Cell,
    CellKind,
    Chart,
    ChartSeries,
    Contents,
    Cover,
    CrossReference,
    Document,
    Heading,
    Image,
    ImageWidth,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    NoteMark,
    PageBreak,
    PageReference,
    Paragraph,
    Point,
    Row,
    Section,
    Table,
    Text,
    Value,
)
from rapportage.document.chart_kinds import BARS
from rapportage.document.drawing import Drawing, Path, Raster, TextRun
from rapportage.html import edition
from rapportage.pages.fonts import source_sans
from rapportage.pages.house_style import built_in
from rapportage.pages.layout import Pages, lay_out
from rapportage.pages.pdf import write
from rapportage.pages.theme import default_theme

LONG = (
    "De gegevensverzameling van de samenwerkende uitvoeringsorganisaties vraagt om een zorgvuldige verantwoording, "
    "waarbij instroom, verblijf en vertrek in onderlinge samenhang worden bekeken. "
)


def full_report(rows: int = 70) -> Document:
    """The report; its long table has `rows` rows."""
    notes = (
        Note("nareis", "1", (Text("Een nareiziger is een gezinslid dat een asielzoeker achterna reist."),)),
        Note("lang", "2", (Text(LONG * 3), Link((Text("toelichting"),), "https://example.org/toelichting"))),
        Note("lijst", "3", (Text("Een noot bij een punt van een lijst, met "), Text("nadruk", italic=True), Text("."))),
    )
    return Document(
        title="Proefrapport asiel en migratie",
        subtitle=(Text("Alles wat de opmaak kent"),),
        author="De makers van rapportage",
        subject="Proef met omslag, inhoudsopgave, tabellen, grafieken en noten",
        keywords=("asiel", "migratie", "proef"),
        date="2020-06-24",
        language="nl-NL",
        blocks=(Contents("Inhoudsopgave"), _texts(), _figures(rows), _closing()),
        notes=notes,
        cover=Cover("mei 2020", "Afdeling Onderzoek", "juni 2020"),
    )


def full_report_pages(document: Document | None = None) -> Pages:
    """The laid-out report, with a drawing made by hand for its chart."""
    return lay_out(document or full_report(), default_theme(), source_sans(), {"figuur-1": _drawing()})


def full_report_html() -> bytes:
    return edition(full_report(), {"figuur-1": _drawing()}, built_in())


def full_report_pdf(document: Document | None = None) -> bytes:
    """The bytes of the report."""
    document = document or full_report()
    return write(full_report_pages(document), document, source_sans())


def _section(
    id: str, number: str, title: str, *blocks: Paragraph | List | Table | Chart | Image | Section | PageBreak
) -> Section:
    return Section(Heading(id, number.count(".") + 1, (Text(title),), number), blocks)


def _paragraph(*content: Inline) -> Paragraph:
    return Paragraph(content)


def _texts() -> Section:
    marked = _paragraph(
        Text(LONG), Text("Nareizigers", bold=True), NoteMark("nareis", "1"), Text(" tellen mee. " + LONG)
    )
    linked = _paragraph(
        Text("Zie "),
        Link((Text("de website van de IND"),), "https://ind.nl/"),
        Text(", "),
        CrossReference("tabel 1", "tabel-1"),
        Text(" en pagina "),
        PageReference("tabel-1"),
        Text(". De term "),
        Text("statistical disclosure control", italic=True, language="en"),
        Text(" blijft onvertaald; het aantal is "),
        Value(".", spoken="onbekend"),
        Text(" in april"),
        NoteMark("lang", "2"),
        Text(" en "),
        Value("<5", spoken="minder dan 5"),
        Text(" in mei."),
        LineBreak(),
        Text("Na een regeleinde in de alinea."),
    )
    inner = List(True, (ListItem((_paragraph(Text("Eerste stap")),)), ListItem((_paragraph(Text("Tweede stap")),))))
    items = List(
        False,
        (
            ListItem((_paragraph(Text("Een punt met een noot"), NoteMark("lijst", "3")),)),
            ListItem((_paragraph(Text("Een punt met stappen:")), inner)),
        ),
    )
    return _section(
        "inleiding",
        "1",
        "Inleiding",
        Paragraph((Text("Een korte samenvatting vooraf. " + LONG),), "lead"),
        _section("cijfers", "1.1", "Wat de cijfers zeggen", *[marked] * 3, linked, items),
        _section(
            "afbakening", "1.2", "Afbakening", _section("nader", "1.2.1", "Nader bezien", _paragraph(Text(LONG * 12)))
        ),
    )


def _figures(rows: int) -> Section:
    return _section(
        "tabellen",
        "2",
        "Tabellen en grafieken",
        _paragraph(Text("Eerst een lange tabel, dan een grafiek.")),
        _table(rows),
        _chart(),
        *_images(),
    )


def _closing() -> Section:
    last = Paragraph((Text("Bron: "), Link((Text("IND"),), "https://ind.nl/")), "source")
    return _section(
        "slot", "3", "Slot", _paragraph(Text("Eerste bladzijde.")), PageBreak(), _paragraph(Text(LONG)), last
    )


def _head(text: str, id: str, *headers: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(CellKind.COLUMN_HEAD, (Text(text),), columns, rows, id, headers)


def _table(rows: int) -> Table:
    """Two rows of heads over each other, heads of rows, a mark in a cell and a total."""
    head = (
        Row((_head("Nationaliteit", "land", rows=2), _head("Eerste aanvragen", "aanvragen", columns=2))),
        Row((_head("april", "april", "aanvragen"), _head("mei", "mei", "aanvragen"))),
    )
    body = []
    for index in range(rows):
        name = Cell(CellKind.ROW_HEAD, (Text(f"Land {index + 1}"),), id=f"rij-{index}", headers=("land",))
        april: tuple[Inline, ...] = (
            Value("." if index % 9 == 8 else str(900 - index), spoken="onbekend" if index % 9 == 8 else None),
        )
        if index == 3:
            april += (NoteMark("voorlopig", "a"),)
        body.append(
            Row(
                (
                    name,
                    Cell(CellKind.FIGURE, april, headers=("aanvragen", "april", f"rij-{index}")),
                    Cell(CellKind.FIGURE, (Value(f"1.{index:03d}"),), headers=("aanvragen", "mei", f"rij-{index}")),
                )
            )
        )
    total = Cell(CellKind.ROW_HEAD, (Text("Totaal"),), id="rij-totaal", headers=("land",))
    sums = [
        Cell(CellKind.FIGURE, (Value("99.999"),), headers=("aanvragen", month, "rij-totaal"))
        for month in ("april", "mei")
    ]
    return Table(
        id="tabel-1",
        label="Tabel 1",
        caption=(Text("Eerste asielaanvragen naar nationaliteit, april en mei 2020"),),
        columns=3,
        head=head,
        body=(*body, Row((total, *sums), "total")),
        summary="Per nationaliteit het aantal eerste asielaanvragen in april en mei 2020.",
        notes=(Note("voorlopig", "a", (Text("Voorlopig cijfer."),)),),
        source=(Text("Bron: IND, Asielinstroom (24 juni 2020)"),),
    )


def _chart() -> Chart:
    points = tuple(Point(Decimal(value), str(value)) for value in (413, 341))
    return Chart(
        id="figuur-1",
        label="Figuur 1",
        caption=(Text("Eerste asielaanvragen, april en mei 2020"),),
        kind=BARS,
        categories=(Category("april", "2020", "april 2020"), Category("mei", "2020", "mei 2020")),
        series=(ChartSeries("Eerste aanvragen", points),),
        unit="aanvragen",
        alternative="Staafdiagram van de eerste asielaanvragen: 413 in april 2020 en 341 in mei 2020.",
        source=(Text("Bron: IND"),),
    )


def _images() -> tuple[Image, ...]:
    """A picture of pixels, one of lines that runs over its edge, and a decoration."""
    pixels = Raster(2, 2, "rgb", bytes((21, 66, 115, 255, 255, 255) * 2))
    wave = Path((("M", (-20, 10)), ("C", (20, 60, 40, -40, 80, 10))), stroke="#154273", width=3)
    return (
        Image(
            id="figuur-2",
            label="Figuur 2",
            caption=(Text("Twee banen"), NoteMark("figuur-2-1", "a")),
            alternative="Links een blauwe baan, rechts een witte.",
            file="banen.png",
            picture=pixels,
            width=ImageWidth(60),
            notes=(Note("figuur-2-1", "a", (Text("Met de hand getekend."),)),),
            source=(Text("Bron: eigen werk"),),
        ),
        Image("versiering-1", "", (), None, "grijs.png", Raster(2, 1, "grey", b"\x80\xff"), ImageWidth(20, True)),
        Image("figuur-3", "Figuur 3", (Text("Een golf"),), "Een golflijn.", "golf.svg", Drawing(60, 20, (wave,), True)),
    )


def _drawing() -> Drawing:
    bars = tuple(
        Path((("M", (x, 20)), ("L", (x + 60, 20)), ("L", (x + 60, top)), ("L", (x, top)), ("Z", ())), fill="#154273")
        for x, top in ((60, 140), (180, 119))
    )
    texts = (TextRun(90, 6, "april", 9, anchor="middle"), TextRun(210, 6, "mei", 9, anchor="middle"))
    return Drawing(330, 160, (*bars, *texts, Path((("M", (20, 20)), ("L", (320, 20))), stroke="#1a1a1a")))


if __name__ == "__main__":
    FilePath("build").mkdir(exist_ok=True)
    FilePath("build/proefrapport.pdf").write_bytes(full_report_pdf())
