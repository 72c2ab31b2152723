"""Which names a series can have."""

from __future__ import annotations

import re
from keyword import kwlist

LONGEST = 60
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)

TEXT_NAMES = (
    "aandeel", "afgerond", "bekende", "bron", "datum", "decimalen", "eenheid", "eerst", "eerste_maand", "gemiddelde",
    "getal", "hoeveel", "hoogste", "index", "jaar_tot_nu", "kalenderjaar_ervoor", "kolom", "laagste", "laatste_maand",
    "maanden", "meer_of_minder", "naam", "namen", "onderdrukte", "ongeveer", "opsomming", "pct", "peildatum",
    "periode", "procentueel", "rangorde", "reeks", "rest", "rij", "som", "titel", "top", "totaal", "twaalf_maanden",
    "uitgave", "verandering", "verschil", "vorig_jaar", "vorige",
)  # fmt: skip
"""What our text language gives a meaning: names, filters, functions and properties."""

RESERVED = frozenset((*TEXT_NAMES, *kwlist, "true", "false", "none"))
"""Names that can be no series: those, and the words of Python, with which the words of expressions coincide."""


def wrong_name(name: str) -> str | None:
    """What is wrong with the name of a series, in Dutch; None when nothing is."""
    if name in RESERVED:
        return "heeft in een tekst al een betekenis"
    if not _NAME.fullmatch(name):
        return "kan geen naam van een reeks zijn"
    return f"is langer dan {LONGEST} tekens" if len(name) > LONGEST else None
