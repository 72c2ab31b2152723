"""Text files with a row on each line (csv, tsv): what separates columns, and the decimal sign, are found in them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.deliveries.grid import Cell, CellKind, Sheet, address
from rapportage.deliveries.reading.encoding import decoded
from rapportage.deliveries.reading.faults import DeliveryFault, too_large
from rapportage.deliveries.reading.limits import MOST_CELLS
from rapportage.deliveries.reading.numbers import DecimalSign, Written, written
from rapportage.deliveries.reading.reports import Report

SEPARATORS = {"\t": "een tab", ";": "een puntkomma", "|": "een rechte streep", ",": "een komma"}
"""In the order in which they are tried: a comma is in words and numbers too."""
_SAY = "schrijf in de levering 'decimaalteken: komma' of 'decimaalteken: punt'"
_SIMPLE = re.compile(r"(?:0|[1-9]\d*)(?:([.,])(\d+))?", re.ASCII)
"""Most numbers of a file, which need no closer look."""
_FEW = 3
_GROUP = 3
"""With so many digits after it, a point or a comma may be one between thousands."""
_DECIMALS: dict[DecimalSign, str] = {",": "decimale komma", ".": "decimale punt"}


class Table(Struct, frozen=True):
    """The texts of a file, as many in every row."""

    rows: list[list[str]]
    separator: str
    encoding: str


def read_table(data: bytes, report: Report) -> Table:
    """The texts.

    Raises:
        DeliveryFault: it is no text, or no table.
    """
    text, encoding = decoded(data)
    declared = ""
    if text[:4].lower() == "sep=" and text[5:6] in ("\r", "\n"):
        declared, text = text[4], text[5:].lstrip("\r\n")
    rows, separator = _split(text, declared)
    _tell_longer(rows, report)
    width = max(map(len, rows), default=0)
    if len(rows) * width > MOST_CELLS:
        raise too_large("dit bestand heeft te veel cellen om een tabel te zijn")
    report.tell(f"kolommen gescheiden door {SEPARATORS.get(separator, separator)}")
    report.tell(encoding)
    return Table([[each.strip() for each in row] + [""] * (width - len(row)) for row in rows], separator, encoding)


def _tell_longer(rows: Sequence[Sequence[str]], report: Report) -> None:
    """Warns of a few rows with more columns than most: a separator in words moves all that comes after it."""
    widths = Counter(len(row) for row in rows if any(row))
    usual = widths.most_common(1)[0][0]
    longer = [number for number, row in enumerate(rows) if any(row[usual:])]
    if longer and len(longer) <= max(_FEW, len(rows) // 50):
        count = f"{len(longer)} rijen hebben" if len(longer) > 1 else "deze rij heeft"
        message = f"{count} meer kolommen dan de andere, die er {usual} hebben; wat erin staat kan verschoven zijn"
        hint = "kijk of een naam in het bestand een scheidingsteken heeft, en niet tussen aanhalingstekens staat"
        report.warn("I117", message, hint, cell=address(longer[0], usual))


def plain_sheet(table: Table, report: Report) -> Sheet:
    """The one sheet of a file, which has no name.

    Raises:
        DeliveryFault: its numbers can be read in more than one way.
    """
    return Sheet("", _cells(table.rows, decimal_sign(table.rows, report)))


def _cells(rows: Sequence[Sequence[str]], decimal: DecimalSign) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(_cell(row, column, text, decimal) for column, text in enumerate(texts)) for row, texts in enumerate(rows)
    )


def _cell(row: int, column: int, text: str, decimal: DecimalSign) -> Cell:
    """The cell with this text, a number where it is one with that decimal sign."""
    if not text:
        return Cell(row, column)
    if (simple := _SIMPLE.fullmatch(text)) and simple[1] in (None, decimal):
        return Cell(row, column, text, CellKind.NUMBER, Decimal(text.replace(",", ".")))
    found = written(text)
    number = found.read(decimal) if found else None
    if number is None:
        return Cell(row, column, text, CellKind.TEXT)
    return Cell(row, column, text, CellKind.NUMBER, number.value, None, number.mark, number.percent)


def decimal_sign(rows: Sequence[Sequence[str]], report: Report) -> DecimalSign:
    """The one decimal sign with which all numbers of a file can be read; where there is none, what the user says.

    The first column has heads, where '2.1' says nothing.

    Raises:
        DeliveryFault: some are read with the one and some with the other, or all with both.
    """
    only: dict[DecimalSign, tuple[str, str]] = {}
    either: tuple[str, str] | None = None
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts[1:], 1):
            if "," not in text and "." not in text:
                continue
            if (simple := _SIMPLE.fullmatch(text)) and len(simple[2]) != _GROUP:
                sign: DecimalSign = "," if simple[1] == "," else "."
                if sign not in only:
                    only[sign] = (address(row, column), text)
                continue
            found = written(text)
            if found is None:
                continue
            signs = found.signs
            if len(signs) == 1:
                only.setdefault(next(iter(signs)), (address(row, column), text))
            elif len(signs) == 2 and _differs(found):
                either = either or (address(row, column), text)
    said = report.decimal
    if said is not None and (said in only or (either is not None and not only)):
        report.tell(f"{_DECIMALS[said]} (zoals gezegd)")
        return said
    if said is not None and only:
        where, text = next(iter(only.values()))
        message = f"'{text}' heeft geen {_DECIMALS[said]}, zoals de levering zegt"
        raise DeliveryFault("I111", message, "verbeter 'decimaalteken' in de levering", cell=where)
    if len(only) == 2:
        (first, one), (other, two) = only[","], only["."]
        message = f"'{one}' heeft een decimale komma, en '{two}' in cel {other} een decimale punt"
        raise DeliveryFault("I111", message, f"zijn het niet allebei cijfers: {_SAY}", cell=first)
    if only:
        sign = next(iter(only))
        report.tell(_DECIMALS[sign])
        return sign
    if either is not None:
        where, text = either
        message = f"'{text}' kan op twee manieren worden gelezen, en geen ander getal maakt uit hoe"
        raise DeliveryFault("I112", message, _SAY, cell=where)
    report.tell("geen decimalen")
    return ","


def _differs(found: Written) -> bool:
    comma, point = found.read(","), found.read(".")
    return comma is not None and point is not None and comma.value != point.value


def _split(text: str, declared: str) -> tuple[list[list[str]], str]:
    """The rows with the first separator that gives most of them as many columns, and more than one."""
    if not text.strip('\t\r\n ;,|"\ufeff'):
        raise DeliveryFault("I113", "dit bestand is leeg", "vraag het opnieuw op")
    for separator in declared or SEPARATORS:
        if separator not in text:
            continue
        if text.count(separator) > MOST_CELLS:
            raise too_large("dit bestand heeft te veel cellen om een tabel te zijn")
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if any(row))
        width, often = widths.most_common(1)[0]
        if declared or (width > 1 and 2 * often >= widths.total()):
            return rows, separator
    named = ", ".join(SEPARATORS.values())
    raise DeliveryFault("I110", f"hier zijn geen kolommen in te vinden, of de aanhalingstekens kloppen niet ({named})",
                        "sla het op als CSV met puntkomma's, of als xlsx")  # fmt: skip
