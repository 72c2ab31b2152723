"""The specs of a levering: which cells of a delivered file feed which series, found by their words."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from msgspec import field

from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import Text
from rapportage.input.specs.leaves import (
    ANY_VALUE,
    Items,
    Name,
    Named,
    OneOrMore,
    Step,
    Words,
    YesNo,
    named,
    one_of,
    whole_number,
)
from rapportage.input.specs.period import MeasuredAs, SeriesKind, SeriesStatus, UnitName
from rapportage.input.specs.spec import Leaf, Spec

BLANK = "leeg"
"""What a blank cell is called among the signs."""
PROVISIONAL, WITHOUT = "voorlopig", "zonder"
"""What a mark with a number can mean: the figure may still change, or nothing for the figure itself."""
ANY = "*"
"""Each head that is there: the parts of a breakdown that is in columns."""
Exactness = Literal["getoond", "bewaard"]
DecimalMark = Literal["komma", "punt"]
Hidden = Literal["meenemen", "overslaan"]
_MEANING = rf"0|\.|n\.v\.t\.|~0|<[1-9]\d{{0,5}}|{PROVISIONAL}|{WITHOUT}"


def _meaning(node: Node) -> Scalar:
    """What a sign in a cell stands for."""
    value = named(node)
    if not re.fullmatch(_MEANING, value.text, re.ASCII):
        hint = f"schrijf 0, '.', n.v.t., ~0 of <5; of van een teken bij een getal {PROVISIONAL} of {WITHOUT}"
        raise SpecFault("S105", f"'{value.text[:60]}' kan een teken niet betekenen", value.span, hint)
    return value


def _phrase(node: Node) -> Scalar:
    """Words of the delivered file, perhaps with {periode} in them: braces without quotes are keys to YAML."""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        key = node.entries[0][0]
        hint = f'zet er aanhalingstekens om: "{{{key.text[:40]}}}"'
        raise SpecFault("S104", "hier hoort één waarde, geen sleutels", node.span, hint)
    return named(node)


Meaning = Annotated[Scalar, Leaf(_meaning, Text(_MEANING, (0, 0), "betekenis"))]
Phrase = Annotated[Scalar, Leaf(_phrase, ANY_VALUE)]
Row = Annotated[int, whole_number(1, 1_000_000)]


class DeliveredSource(Spec, frozen=True, kw_only=True):
    """The source as the period file names it; words may have {maandnaam} and the like in them."""

    name: Phrase | None = field(default=None, name="naam")
    """Its key there; that of the levering itself where it is left out."""
    title: Phrase = field(name="titel")
    publisher: Phrase = field(name="uitgever")
    date: Phrase | None = field(default=None, name="datum")
    url: Phrase | None = field(default=None, name="url")
    licence: Phrase | None = field(default=None, name="licentie")


class RowRange(Spec, frozen=True):
    """Between which row heads the figures are."""

    first: Phrase | None = field(default=None, name="vanaf")
    before: Phrase | None = field(default=None, name="tot")
    last: Phrase | None = field(default=None, name="tot_en_met")


class OneCell(Spec, frozen=True):
    """One cell, by its row and its column."""

    row: OneOrMore[Phrase] = field(default=(), name="rij")
    column: OneOrMore[Phrase] = field(default=(), name="kolom")
    choose: Named[Phrase] = field(default_factory=dict, name="kiezen")


class PartCells(Spec, frozen=True):
    """The cells of a breakdown: its parts are rows, columns, or both where it is crossed."""

    row_heads: OneOrMore[Phrase] = field(default=(), name="rijkop")
    row: OneOrMore[Phrase] = field(default=(), name="rij")
    column: OneOrMore[Phrase] = field(default=(), name="kolom")
    columns: Items[Phrase] = field(default=(), name="kolommen")
    choose: Named[Phrase] = field(default_factory=dict, name="kiezen")
    without: OneOrMore[Phrase] = field(default=(), name="zonder")
    is_complete: YesNo = field(default=True, name="volledig")
    """Whether its parts are together the total."""
    comes_and_goes: YesNo = field(default=False, name="wisselt")
    """Whether parts may be other ones than the period file has or expects."""


class ImportedSeries(Spec, frozen=True):
    """What a series gets; what it is, is asked only where the period file does not have it yet."""

    title: Words | None = field(default=None, name="titel")
    unit: UnitName | None = field(default=None, name="eenheid")
    measured_as: MeasuredAs | None = field(default=None, name="maat")
    kind: Annotated[SeriesKind, one_of(SeriesKind)] | None = field(default=None, name="soort")
    status: Annotated[SeriesStatus, one_of(SeriesStatus)] | None = field(default=None, name="status")
    decimals: Annotated[int, whole_number(0, 6)] | None = field(default=None, name="decimalen")
    rounded_to: Step | None = field(default=None, name="afgerond_op")
    definition: Words | None = field(default=None, name="definitie")
    factor: Step | None = field(default=None, name="maal")
    total: OneCell | None = field(default=None, name="totaal")
    breakdowns: Named[PartCells] = field(default_factory=dict, name="naar")


class DeliveredTable(Spec, frozen=True):
    """Where a table of the delivery is, and what of it feeds which series."""

    sheet: Phrase | None = field(default=None, name="blad")
    under: Phrase | None = field(default=None, name="onder")
    """The words above it, where a sheet has more than one."""
    heads: Items[Row] = field(default=(), name="koppen")
    filled: YesNo | None = field(default=None, name="koppen_doorlopend")
    """Whether a blank head is as the one to its left, and a blank row head as the one above it; None where the heads
    of columns decide for themselves."""
    rows: RowRange | None = field(default=None, name="rijen")
    row_heads: OneOrMore[Phrase] = field(default=(), name="rijkop")
    column: OneOrMore[Phrase] = field(default=(), name="kolom")
    choose: Named[Phrase] = field(default_factory=dict, name="kiezen")
    hidden: Annotated[Hidden, one_of(Hidden)] | None = field(default=None, name="verborgen")
    exactness: Annotated[Exactness, one_of(Exactness)] | None = field(default=None, name="nauwkeurig")
    text_is_number: YesNo = field(default=False, name="tekst_is_getal")
    factor: Step | None = field(default=None, name="maal")
    series: Named[ImportedSeries] = field(default_factory=dict, name="reeksen")


class DeliverySpec(DeliveredTable, frozen=True, kw_only=True):
    """The file as a whole. The keys of its one table are its own; of more tables it says what holds for all."""

    file: Phrase = field(name="bestand")
    source: DeliveredSource = field(name="bron")
    decimal: Annotated[DecimalMark, one_of(DecimalMark)] | None = field(default=None, name="decimaalteken")
    """Of a text file in which '1.234' can be read in two ways."""
    signs: Named[Meaning] = field(default_factory=dict, name="tekens")
    names: Named[Name] = field(default_factory=dict, name="namen")
    """What parts are called, by what the delivery calls them."""
    earlier: Annotated[int, whole_number(0, 120)] = field(default=0, name="herzien")
    """How many periods before this one the same delivery gives as well."""
    tables: Items[DeliveredTable] = field(default=(), name="tabellen")
