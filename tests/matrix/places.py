"""Every place of a layout or a period file where words stand: what it allows, and a report that has them there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from rapportage.pages.attachments.attachment import DataTable
from tests.matrix.inlines import Need
from tests.matrix.report import NOTES

Layout = dict[str, Any]
ALL: tuple[Need, ...] = ("figure", "note", "link", "reference", "page", "form")
NOTE: tuple[Need, ...] = ("figure", "link", "reference", "page", "form")
HEAD: tuple[Need, ...] = ("note", "link", "reference", "page", "form")
TOLD: tuple[Need, ...] = ("figure",)
WORDS: tuple[Need, ...] = ()
SIGNS: tuple[Need, ...] = ("sign",)
"""In tables and what belongs to them, a figure that is not known is a sign; in running text it is a fault."""


def title_of(table: DataTable) -> str:
    return table.title


def remark_of(table: DataTable) -> str:
    return table.remark


def heads_of(table: DataTable) -> str:
    return " ".join(field.title for field in table.fields if field.kind in ("text", "number"))


def cells_of(table: DataTable) -> str:
    return " ".join(item for row in table.rows for item in row if isinstance(item, str))


class Place(Struct, frozen=True):
    """`key` is that of the spec; `put` gives a layout with the text in it."""

    key: str
    allows: tuple[Need, ...]
    put: Callable[[str], Layout]
    times: int = 1
    """How often its words are read: those of a heading also in the contents."""
    heard: bool = False
    """Whether it is not seen, but heard."""
    attached: Callable[[DataTable], str] | None = None
    """Where it stands in the data that go with the report."""
    limits: tuple[str, ...] = ()
    """With what it may be refused because it is too long."""
    untried: tuple[str, ...] = ()
    """The inlines that are nothing of their own there."""
    in_period: bool = False
    """Whether the text stands in the period file."""


ROWS = "{{ aanvragen | top(3) }}"
COLUMN = {"kop": "aantal", "waarde": "{{ rij }}"}
CROSSED = {"naar": "nationaliteit"}
"""Of a series with one part."""
PICTURE = {"bestand": "k.png", "titel": "Kaart", "alternatief": "Een vlak"}
STEPS = [{"een": "Aanvraag"}, {"twee": "Besluit"}]
LINES = [{"naam": "Aanvragen", "cijfers": "aanvragen"}]


def block(made: Layout) -> Layout:
    """A layout of that block, with what texts refer to behind it."""
    return {
        "titel": "Proef",
        "inhoudsopgave": "ja",
        "noten": NOTES,
        "begrippen": {"nareiziger": "Een gezinslid dat later komt."},
        "afkortingen": {"IND": "Immigratiedienst"},
        "blokken": [
            {"kop": "Begin"},
            made,
            "lijst-van-tabellen",
            "lijst-van-figuren",
            "pagina-einde",
            {"kop": {"tekst": "Doel", "id": "doel"}},
            {"tabel": {"id": "doeltabel", "titel": "Doeltabel", "rijkop": "Land", "rijen": ROWS, "kolommen": [COLUMN]}},
            {"afbeelding": {**PICTURE, "id": "doelfiguur"}},
            "begrippenlijst",
            "afkortingenlijst",
        ],
    }


def top(**keys: Any) -> Layout:
    """A layout with these keys at its top."""
    return block({"tekst": "Woorden."}) | keys


def table(**keys: Any) -> Layout:
    return block({"tabel": {"titel": "Tabel", "rijkop": "Land", "rijen": ROWS, "kolommen": [COLUMN]} | keys})


def bars(**keys: Any) -> Layout:
    return block({"grafiek": {"titel": "Staven", "soort": "liggende staaf", "cijfers": ROWS} | keys})


def course(**keys: Any) -> Layout:
    """A chart over periods."""
    made = {"id": "verloop", "titel": "Lijn", "soort": "lijn", "vanaf": "2020-01", "reeksen": LINES}
    return block({"grafiek": made | keys})


def flow(**keys: Any) -> Layout:
    return block({"stroomschema": {"titel": "Schema", "stappen": STEPS} | keys})


def picture(**keys: Any) -> Layout:
    return block({"afbeelding": PICTURE | keys})


def card(**keys: Any) -> Layout:
    return block({"kerncijfers": [{"kop": "Kaart", "waarde": "{{ leeg }}"} | keys]})


def by_hand(**keys: Any) -> Layout:
    """A table with a row of its own."""
    return table(rijen=[{"kop": "Rij", "cellen": ["cel"]} | keys])


PLACES: dict[str, Place] = {
    # --- The layout as a whole
    "title": Place("LayoutSpec.titel", WORDS, lambda text: top(titel=text)),
    "title on a cover": Place("LayoutSpec.titel", WORDS, lambda text: top(titel=text, omslag={"afzender": "A"})),
    "subtitle": Place("LayoutSpec.ondertitel", TOLD, lambda text: top(ondertitel=text)),
    "subtitle on a cover": Place(
        "LayoutSpec.ondertitel", TOLD, lambda text: top(ondertitel=text, omslag={"afzender": "A"})
    ),
    "author": Place("LayoutSpec.auteur", WORDS, lambda text: top(auteur=text), times=0),
    "subject": Place("LayoutSpec.onderwerp", WORDS, lambda text: top(onderwerp=text), times=0),
    "keyword": Place("LayoutSpec.trefwoorden", WORDS, lambda text: top(trefwoorden=[text, "b"]), times=0),
    "sender": Place("CoverSpec.afzender", WORDS, lambda text: top(omslag={"afzender": text})),
    "title of the contents": Place("ContentsSpec.titel", WORDS, lambda text: top(inhoudsopgave={"titel": text})),
    "note": Place(
        "LayoutSpec.noten",
        NOTE,
        lambda text: block({"tekst": "Met een noot[^hier]."}) | {"noten": NOTES | {"hier": text}},
    ),
    "note of a table": Place(
        "LayoutSpec.noten",
        NOTE,
        lambda text: table(titel="Titel[^hier]") | {"noten": NOTES | {"hier": text}},
    ),
    "term": Place("LayoutSpec.begrippen", ALL, lambda text: top(begrippen={"woord": text})),
    "abbreviation": Place("LayoutSpec.afkortingen", ALL, lambda text: top(afkortingen={"COA": text})),
    # --- Blocks of words
    "heading": Place("HeadingSpec.tekst", ALL, lambda text: block({"kop": text}), times=2),
    "heading of a report": Place(
        "HeadingSpec.tekst",
        ALL,
        lambda text: block({"kop": {"tekst": text, "id": "hier"}}) | {"omslag": {"afzender": "A"}, "nummering": "ja"},
        times=2,
    ),
    "text": Place("TextSpec.inhoud", ALL, lambda text: block({"tekst": text})),
    "lead": Place("TextSpec.inhoud", ALL, lambda text: block({"tekst": {"inhoud": text, "stijl": "inleiding"}})),
    "small": Place("TextSpec.inhoud", ALL, lambda text: block({"tekst": {"inhoud": text, "stijl": "klein"}})),
    "point in a text": Place("TextSpec.inhoud", ALL, lambda text: block({"tekst": f"- punt\n- {text}"})),
    "passage": Place("PeriodSpec.teksten", ALL, lambda text: block({"passage": "duiding"}), in_period=True),
    "title of a box": Place("BoxSpec.titel", ALL, lambda text: block({"kader": {"titel": text, "inhoud": "B"}})),
    "box": Place("BoxSpec.inhoud", ALL, lambda text: block({"kader": {"titel": "T", "inhoud": text}})),
    "quotation": Place("QuoteSpec.inhoud", ALL, lambda text: block({"citaat": {"inhoud": text, "bron": "B"}})),
    "source of a quotation": Place(
        "QuoteSpec.bron", ALL, lambda text: block({"citaat": {"inhoud": "Gezegd.", "bron": text}})
    ),
    "point": Place("PointSpec.tekst", ALL, lambda text: block({"opsomming": ["punt", text]})),
    "numbered point": Place(
        "PointSpec.tekst", ALL, lambda text: block({"opsomming": {"genummerd": "ja", "punten": [text, "punt"]}})
    ),
    "inner point": Place(
        "PointSpec.tekst", ALL, lambda text: block({"opsomming": [{"tekst": "punt", "punten": [text]}]})
    ),
    "colophon": Place("ColophonSpec.regels", ALL, lambda text: block({"colofon": {"Uitgave": text, "Druk": "b"}})),
    # --- Tables
    "title of a table": Place(
        "TableSpec.titel", (*ALL, *SIGNS), lambda text: table(titel=text), times=2, attached=title_of
    ),
    "head of the rows": Place("TableSpec.rijkop", HEAD, lambda text: table(rijkop=text), attached=heads_of),
    "rest": Place("TableSpec.rest", (*ALL, *SIGNS), lambda text: table(rest=text), attached=cells_of),
    "total": Place("TableSpec.totaal", (*ALL, *SIGNS), lambda text: table(totaal=text), attached=cells_of),
    "remark": Place("TableSpec.toelichting", (*ALL, *SIGNS), lambda text: table(toelichting=text), attached=remark_of),
    "remark on a turned page": Place(
        "TableSpec.toelichting", (*ALL, *SIGNS), lambda text: table(toelichting=text, liggend="ja"), attached=remark_of
    ),
    "head of a column": Place(
        "ColumnSpec.kop",
        (*ALL, *SIGNS),
        lambda text: table(kolommen=[{"kop": text, "waarde": "{{ rij }}"}, COLUMN]),
        attached=heads_of,
    ),
    "head of columns": Place(
        "ColumnSpec.groep", HEAD, lambda text: table(kolommen=[{**COLUMN, "groep": text}] * 2), attached=heads_of
    ),
    "value of a column": Place(
        "ColumnSpec.waarde",
        (*ALL, *SIGNS),
        lambda text: table(kolommen=[{"kop": "a", "waarde": text}, COLUMN], rijen="{{ aanvragen | bekende | top(1) }}"),
        attached=cells_of,
    ),
    "head of crossed columns": Place(
        "CrossedSpec.groep",
        HEAD,
        lambda text: table(rijen=["leeg"], kolommen=[{**CROSSED, "groep": text}, COLUMN]),
        attached=heads_of,
    ),
    "value of a crossed column": Place(
        "CrossedSpec.waarde",
        (*ALL, *SIGNS),
        lambda text: table(rijen=["leeg"], kolommen=[{**CROSSED, "waarde": text}, COLUMN]),
        attached=cells_of,
    ),
    "head of a row": Place("RowSpec.kop", (*ALL, *SIGNS), lambda text: by_hand(kop=text), attached=cells_of),
    "head of a row with a figure": Place(
        "RowSpec.kop",
        (*ALL, *SIGNS),
        lambda text: table(rijen=[{"kop": text, "cijfer": "{{ leeg }}"}]),
        attached=cells_of,
    ),
    "head of a group": Place(
        "RowSpec.kop",
        (*ALL, *SIGNS),
        lambda text: table(rijen=[{"kop": text, "soort": "groep"}, {"kop": "R", "cijfer": "{{ leeg }}"}]),
    ),
    "cell": Place("RowSpec.cellen", (*ALL, *SIGNS), lambda text: by_hand(cellen=[text]), attached=cells_of),
    # --- Charts and cards
    "title of a chart": Place(
        "ChartSpec.titel", (*ALL, *SIGNS), lambda text: bars(titel=text), times=4, attached=title_of
    ),
    "title of a chart over periods": Place(
        "ChartSpec.titel", (*ALL, *SIGNS), lambda text: course(titel=text), times=4, attached=title_of
    ),
    "headline": Place("ChartSpec.boodschap", ALL, lambda text: bars(boodschap=text)),
    "rest of a chart": Place(
        "ChartSpec.rest",
        WORDS,
        lambda text: bars(soort="aandeel", rest=text, cijfers="{{ leeg | top(1) }}"),
        times=2,
    ),
    "name of a series": Place(
        "LineSpec.naam",
        WORDS,
        lambda text: course(reeksen=[{"naam": text, "cijfers": "aanvragen"}]),
        times=2,
        attached=heads_of,
    ),
    "name of a value": Place(
        "LineSpec.naam",
        WORDS,
        lambda text: bars(reeksen=[{"naam": text, "waarde": "{{ rij }}"}, {"naam": "b", "waarde": "{{ rij }}"}]),
        times=2,
        attached=heads_of,
    ),
    "event": Place("ChartSpec.bijschriften", WORDS, lambda text: course(bijschriften={"2020-03": text})),
    "event of a period": Place("PeriodSpec.bijschriften", WORDS, lambda text: course(), in_period=True),
    "chart told": Place("ChartSpec.alternatief", TOLD, lambda text: bars(alternatief=text), heard=True),
    "head of a card": Place("CardSpec.kop", ALL, lambda text: card(kop=text)),
    "value of a card": Place("CardSpec.waarde", ALL, lambda text: card(waarde=text)),
    "remark in a card": Place("CardSpec.toelichting", ALL, lambda text: card(toelichting=text)),
    # --- Diagrams and pictures
    "words of a QR code": Place(
        "QrSpec.tekst", WORDS, lambda text: block({"qr": {"adres": "https://example.org/", "tekst": text}})
    ),
    "words of a QR code on a cover": Place(
        "QrSpec.tekst",
        WORDS,
        lambda text: top(omslag={"afzender": "A", "qr": {"adres": "https://example.org/", "tekst": text}}),
    ),
    "title of a diagram": Place("FlowSpec.titel", ALL, lambda text: flow(titel=text), times=2),
    "lane": Place(
        "FlowSpec.banen",
        WORDS,
        lambda text: flow(banen=[text], stappen=[{**each, "baan": text} for each in STEPS]),
        untried=("line break",),  # a name is one line
    ),
    "step": Place("StepSpec.tekst", TOLD, lambda text: flow(stappen=[{"een": text}, {"twee": "Besluit"}])),
    "arrow": Place(
        "ArrowSpec.bij",
        TOLD,
        lambda text: flow(stappen=[{"een": "A", "naar": [{"twee": text}]}, {"twee": "B"}]),
        limits=("T436",),
    ),
    "diagram told": Place("FlowSpec.alternatief", TOLD, lambda text: flow(alternatief=text), heard=True),
    "title of a picture": Place("ImageSpec.titel", (*ALL, *SIGNS), lambda text: picture(titel=text), times=2),
    "picture told": Place("ImageSpec.alternatief", TOLD, lambda text: picture(alternatief=text), heard=True),
    "source of a picture": Place("ImageSpec.bron", (*ALL, *SIGNS), lambda text: picture(bron=text)),
    "source of a decoration": Place(
        "ImageSpec.bron",
        (*ALL, *SIGNS),
        lambda text: block({"afbeelding": {"bestand": "k.png", "decoratief": "ja", "bron": text}}),
    ),
}

OTHER_PLACES = {"FlowSpec.banen"}
"""Names that are read as texts as well."""

NO_TEXT: dict[str, str] = {
    "RowSpec.cijfer": "an expression",
    "RowSpec.delen": "an expression",
    "RowSpec.als": "an expression",
    "SortSpec.kolom": "the head of a column",
    "CrossedSpec.van": "an expression",
    "RepeatedSpec.als": "an expression",
    "ChartSpec.cijfers": "an expression",
    "LineSpec.cijfers": "ids of series, or expressions",
    "LineSpec.waarde": "an expression",
    "TrendSpec.cijfers": "ids of series, or expressions",
}
"""What else is written as a text: not read by anyone."""
