"""Where a key does belong that is none here: in another block, at the top of the layout, in the period file."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly
from functools import cache

from rapportage.input.specs.faults import UnknownKey
from rapportage.input.specs.layout import BLOCKS, ContentsSpec, CoverSpec, LayoutSpec
from rapportage.input.specs.period import Edition, PeriodSpec, SeriesSpec, SourceSpec
from rapportage.input.specs.spec import Spec
from rapportage.input.specs.theme import ThemeSpec

_MEANT: ReadOnly[str, str] = {
    **dict.fromkeys(
        ("koptekst", "kopregel", "header"),
        "de titel staat vanzelf boven elke pagina; een kop is: - kop: …",
    ),
    **dict.fromkeys(
        ("voettekst", "voetregel", "footer", "paginanummer", "paginanummers"),
        "het paginanummer staat vanzelf onder elke pagina",
    ),
    **dict.fromkeys(("hoofdstuk", "paragraaf", "heading"), "een kop is een blok: - kop: …, met een 'niveau'"),
    **dict.fromkeys(("alinea", "text", "paragraph"), "een tekst is een blok: - tekst: …"),
    **dict.fromkeys(("figuur", "chart", "diagram"), "een figuur is een blok: - grafiek: …"),
    **dict.fromkeys(("table",), "een tabel is een blok: - tabel: …"),
    **dict.fromkeys(("plaatje", "foto", "image"), "een plaatje is een blok: - afbeelding: …"),
    **dict.fromkeys(("lijst", "punten", "bullets"), "een lijst met punten is een blok: - opsomming: …"),
    **dict.fromkeys(("voetnoot", "voetnoten", "noot"), "noten staan onder 'noten:', boven 'blokken', als naam: tekst"),
    **dict.fromkeys(("naam", "title", "label"), "hoe iets heet, is 'titel'"),
    **dict.fromkeys(
        ("bronnen", "source", "sources"), "bronnen staan in het periodebestand, en een reeks noemt ze bij 'bron'"
    ),
    **dict.fromkeys(("value",), "het cijfer van een reeks is 'totaal'; onderdelen staan onder 'naar'"),
    **dict.fromkeys(("publicatiedatum", "versie"), "de datum is 'datum' onder 'uitgave', in het periodebestand"),
    **dict.fromkeys(("kolom",), "kolommen staan onder 'kolommen', elk met een streepje"),
    **dict.fromkeys(("rij",), "rijen staan onder 'rijen'"),
}
"""What people write for what has another name."""


def where_known(unknown: UnknownKey) -> str | None:
    """What to say of a key that is none where it is: what has another name, or is a key elsewhere.

    None where nobody knows it, and where it looks like a key that may be there.
    """
    meant = _MEANT.get(unknown.key.casefold())
    places = _places().get(unknown.key)
    if meant is not None or places is None or unknown.near is not None:
        return meant
    more = " en ".join(places[:2]) + (" …" if len(places) > 2 else "")
    return f"'{unknown.key}' hoort bij {more}"


@cache
def _places() -> ReadOnly[str, tuple[str, ...]]:
    """By key: what it is a key of."""
    found: dict[str, dict[str, None]] = {}
    models: list[tuple[str, type[Spec]]] = [
        ("de lay-out zelf, boven 'blokken'", LayoutSpec),
        ("'omslag'", CoverSpec),
        ("'inhoudsopgave'", ContentsSpec),
        *((f"een blok '{kind}'", model) for kind, model in BLOCKS.items()),
        ("het periodebestand zelf", PeriodSpec),
        ("'uitgave' in het periodebestand", Edition),
        ("een reeks in het periodebestand", SeriesSpec),
        ("een bron in het periodebestand", SourceSpec),
        ("een huisstijl", ThemeSpec),
    ]
    for place, model in models:
        keys = model.keys()
        for key in keys:
            found.setdefault(key, {})[place] = None
    return {key: tuple(places) for key, places in found.items()}
