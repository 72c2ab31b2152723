"""What looks like a figure and is none: each with its own message, and a question about what may be meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from rapportage.document.characters import seen, unseen
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.faults import SpecFault

SIGNS = "schrijf . als het onbekend of geheim is, n.v.t. als het niet kan bestaan, <5 als de bron 'minder dan 5' zegt"


class _Trap(Struct, frozen=True):
    code: str
    pattern: str
    message: str
    rule: str
    meant: Callable[[str], str] | None = None


def _without(characters: str) -> Callable[[str], str]:
    return lambda text: text.translate(dict.fromkeys(map(ord, characters)))


def _plain_number(text: str) -> str:
    return f"{Decimal(text):f}"


_NO_NUMBER = "schrijf het getal zoals de bron het geeft; hoe precies dat is, zegt 'afgerond_op' bij de reeks"
_SPACES = " \u00a0\u2009\u202f"
_TRAPS = (
    _Trap("C103", r"\d{1,3}(\.\d{3}){2,}", "heeft punten tussen de duizendtallen",
          "Schrijf duizendtallen zonder punt.", _without(".")),
    _Trap("C104", r"\d{1,3}(\.\d{3})+,\d+", "heeft een punt voor duizendtallen en een komma voor decimalen",
          "Schrijf duizendtallen zonder punt en decimalen met een punt.",
          lambda text: text.replace(".", "").replace(",", ".")),
    _Trap("C104", r"\d{1,3}(,\d{3}){2,}", "heeft komma's tussen de duizendtallen",
          "Schrijf duizendtallen aan elkaar.", _without(",")),
    _Trap("C104", r"\d+,\d+", "heeft een komma",
          "Schrijf decimalen met een punt en duizendtallen zonder.", lambda text: text.replace(",", ".")),
    _Trap("C105", r"\d+(\.\d+)?\s*%", "heeft een procentteken",
          "Het procentteken staat al bij de eenheid van de reeks.", lambda text: text.rstrip("% ")),
    _Trap("C105", r".*%", "heeft een procentteken", "Schrijf alleen het getal, met een punt voor decimalen."),
    _Trap("C106", r"0\d+(\.\d+)?", "begint met een 0", "Schrijf een getal zonder nul ervoor.",
          _plain_number),
    _Trap("C107", r"\d{1,9}(\.\d{1,9})?e\+?\d", "is de schrijfwijze van een rekenmachine",
          "Schrijf het getal voluit.", _plain_number),
    _Trap("C107", r"\d+(\.\d*)?e[-+]?\d+|0[xob][0-9a-f]+", "is de schrijfwijze van een computer",
          "Schrijf het getal voluit."),
    _Trap("C107", r"\d+(_\d+)+", "heeft lage streepjes", "Schrijf duizendtallen aan elkaar.", _without("_")),
    _Trap("C108", r"\d+:\d+(:\d+)?", "is een tijd", "Vul het cijfer in."),
    _Trap("C108", r"\d{4}-\d\d?(-\d\d?)?|\d\d?-\d\d?-\d{4}", "is een datum", "Vul het cijfer in."),
    _Trap("C109", r"true|false|yes|no|on|off|ja|nee|y|n", "is een woord", f"Vul een getal in; {SIGNS}."),
    _Trap("C117", rf"\d{{1,3}}([{_SPACES}]\d{{3}})+", "heeft spaties tussen de duizendtallen",
          "Schrijf duizendtallen aan elkaar.", _without(_SPACES)),
    _Trap("C102", r"[-–—]+|x+|\?+|nb|n\.b\.?|ntb|n\.n\.b\.?|na|n/a|onb\w*|geheim|unknown", "is geen cijfer",
          f"Voor wat er niet is: {SIGNS}."),
    _Trap("C102", r"nihil|geen|nul|niets", "is een woord", "Schrijf 0 als er geen zijn.", lambda text: "0"),
    _Trap("C102", r"(?:€|eur|euro)\s*\d[\d.,]*(?:,-)?", "heeft een eenheid", "De eenheid staat al bij de reeks; schrijf"
          " alleen het getal, met duizendtallen aan elkaar en decimalen met een punt."),
    _Trap("C102", r"\d[\d.]*,-+", "is de schrijfwijze van een bedrag", "Schrijf alleen het getal.",
          lambda text: text.split(",")[0].replace(".", "")),
    _Trap("C102", r"(?:ca\.?|circa|ongeveer|±|~|ruim|bijna|>|>=|≥|<=|≤)\s*\d[\d.,]*\+?|\d[\d.,]*\+",
          "is bij benadering", _NO_NUMBER),
    _Trap("C102", r"\d+(\.\d+)?\s*[km]", "heeft een letter achter het getal", "Schrijf het getal voluit, of kies een"
          " eenheid als 'x 1.000'."),
    _Trap("C102", r"\d+(\.\d+)?\s*[-–]\s*\d+(\.\d+)?", "zijn twee getallen", "Vul één cijfer in; " + _NO_NUMBER),
    _Trap("C102", r"\d+(\.\d+)?\s+\D+", "is een getal met tekst erachter",
          "De eenheid staat al bij de reeks.", lambda text: text.split()[0]),
    _Trap("C102", r"\+\d+(\.\d+)?", "heeft een plusteken", "Schrijf een getal zonder plus.", _without("+")),
    _Trap("C102", r"\.\d+", "begint met een punt", "Schrijf een 0 voor de punt.", lambda text: f"0{text}"),
    _Trap("C102", r"<\s+\d+", "heeft een spatie", "Schrijf het aan elkaar.", lambda text: "".join(text.split())),
    _Trap("C102", r"n\.?v\.?t\.?", "is geen teken dat we kennen", "Schrijf het met punten.", lambda text: "n.v.t."),
)  # fmt: skip


_OF_COUNTS = (
    _Trap("C104", r"\d{1,3}(\.?\d{3})*,0+", "heeft een komma met nullen", "Een aantal heeft geen decimalen.",
          lambda text: text.partition(",")[0].replace(".", "")),
    _Trap("C104", r"\d{1,3},\d{3}", "heeft een komma", "Schrijf duizendtallen aan elkaar.", _without(",")),
)  # fmt: skip
"""Where a figure has no decimals, a comma can only be between thousands."""


def trap(typed: Scalar, *, is_count: bool = False) -> SpecFault:
    """Why a text is no figure, and what may be meant: for a count another than for a percentage."""
    text = typed.text[:60]
    shown = seen(text).strip()
    if shown != text:
        hidden = unseen(text) or (text[0] if text[0].isspace() else text[-1])
        message = f"bij '{shown}' staat een teken dat niet te zien is (U+{ord(hidden):04X})"
        return SpecFault("C102", message, typed.span, f"typ het cijfer opnieuw: {shown}")
    for known in (*_OF_COUNTS, *_TRAPS) if is_count else _TRAPS:
        if re.fullmatch(known.pattern, text, re.ASCII | re.IGNORECASE):
            hint = f"bedoelt u {known.meant(text)}? {known.rule}" if known.meant else known.rule
            return SpecFault(known.code, f"'{text}' {known.message}", typed.span, hint)
    return SpecFault("C102", f"'{text}' is geen cijfer", typed.span, SIGNS)
