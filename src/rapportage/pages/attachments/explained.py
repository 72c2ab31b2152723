"""How the data are to be read, in words: the same in the description of the CSV files as in the workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapportage.figures.words.signs import GAP, PROVISIONAL
from rapportage.pages.attachments.attachment import DataTable
from rapportage.pages.attachments.figures import ABOUT, MOST_DECIMALS, ROUNDED

EXACT = (
    "Cijfers staan hier zoals ze zijn geleverd of berekend, en dus preciezer dan het rapport ze toont; alleen bij de "
    f"status '{ABOUT}' of '{ROUNDED}' staan ze zoals in het rapport. Een breuk die niet uitkomt, heeft {MOST_DECIMALS} "
    "decimalen."
)
SHOWN = (
    "Cijfers staan hier zoals het rapport ze toont, en niet preciezer: het laat kleine aantallen weg, en die zouden "
    "uit preciezere cijfers te berekenen kunnen zijn."
)
STATUS = (
    "Naast een kolom met cijfers staat een kolom 'status' als er iets bij te zeggen is. "
    "Is de status leeg, dan is het cijfer definitief en staat er geen noot bij."
)
EMPTY = "Een leeg cijfer is geen nul: de status zegt waarom er geen getal staat."
NEUTRALISED = (
    "Een tekst die begint met =, +, -, @, een tab of een regeleinde heeft in de csv-bestanden een ' ervoor, "
    "zodat een rekenprogramma er geen formule van maakt. Bij getallen gebeurt dat nooit."
)
_MEANINGS = {
    PROVISIONAL: "voorlopig cijfer: het kan nog worden bijgesteld",
    "onbekend": "de bron geeft dit cijfer niet: onbekend of geheim (in het rapport een punt)",
    "niet van toepassing": "dit cijfer kan niet voorkomen (in het rapport een lege cel)",
    "minder dan de helft van de eenheid": "niet nul, maar afgerond op de eenheid wel 0",
    "geen cijfer": "deze periode hoort niet bij de figuur",
    GAP: "in een concept: dit cijfer is nog niet bekend",
    ABOUT: "bij benadering: het cijfer rust op afgeronde cijfers, of het rapport rondt het af",
    ROUNDED: "afgerond op zoveel als de nauwkeurigheid van de bron toelaat, zoals in het rapport",
}
_FEWER = "minder dan "


def explanation(*, exact: bool) -> tuple[str, ...]:
    """How figures are to be read, a paragraph each."""
    return EXACT if exact else SHOWN, STATUS, EMPTY


def statuses(tables: Iterable[DataTable]) -> Mapping[str, str]:
    """What the statuses in `tables` mean, each once, in a fixed order; words that a layout chose explain themselves."""
    found = {
        part
        for table in tables
        for place, field in enumerate(table.fields)
        if field.kind == "status"
        for row in table.rows
        if isinstance(text := row[place], str)
        for part in text.split("; ")
    }
    told = {status: meaning for status, meaning in _MEANINGS.items() if status in found}
    for status in sorted(found - told.keys()):
        limit = status.removeprefix(_FEWER)
        if status.startswith(_FEWER) and limit.isdecimal():
            told[status] = f"onderdrukt: de bron geeft zo'n klein aantal niet (in het rapport <{limit})"
    return told
