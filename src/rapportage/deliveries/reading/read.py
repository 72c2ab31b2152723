"""Reading a delivered file: what it is follows from its bytes, never from its name.

What reads a kind of file is loaded where there is one: each takes longer to load than a small file to read.
"""

from __future__ import annotations

from hashlib import sha256

from rapportage.deliveries.grid import CellKind, Delivery, Sheet
from rapportage.deliveries.reading.faults import DeliveryFault, unknown_json
from rapportage.deliveries.reading.numbers import DecimalSign
from rapportage.deliveries.reading.packages import names_in
from rapportage.deliveries.reading.reports import Report
from rapportage.diagnostics.findings import Findings

_PACKAGE = b"PK"
SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Of every workbook in the notation of before 2007, and of a newer one with a password."""


def read_delivery(data: bytes, path: str, findings: Findings, decimal: DecimalSign | None = None) -> Delivery | None:
    """The file at `path` (as shown to the user) as sheets of cells; None where it can't be read, which is told.

    `decimal` is asked for a text file in which nothing says what a point or a comma in a number is.
    """
    report = Report(path, findings, decimal)
    try:
        kind, sheets = _read(data, report)
        if not any(_holds_anything(sheet) for sheet in sheets):
            raise DeliveryFault("I113", "in dit bestand staat niets", "vraag het opnieuw op")
    except DeliveryFault as fault:
        report.fault(fault)
        return None
    return Delivery(path, sha256(data).hexdigest(), kind, sheets, tuple(report.told))


def _read(data: bytes, report: Report) -> tuple[str, tuple[Sheet, ...]]:
    """What kind of file it is, and its sheets."""
    if not data.strip():
        raise DeliveryFault("I113", "dit bestand is leeg", "vraag het opnieuw op")
    if data.startswith(_PACKAGE):
        return _package(data, report)
    if data.startswith(SIGNATURE):
        from rapportage.deliveries.reading.xls import read_xls

        return "xls", read_xls(data, report)
    opening = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if opening in (b"{", b"["):
        return _json(data, report)
    if opening == b"<" or data.startswith(b"%PDF"):
        raise _unknown()
    from rapportage.deliveries.reading.as_text import read_plain

    return read_plain(data, report)


def _package(data: bytes, report: Report) -> tuple[str, tuple[Sheet, ...]]:
    from rapportage.deliveries.reading.xlsx import is_workbook, read_xlsx

    names = names_in(data)
    if is_workbook(names):
        return "xlsx", read_xlsx(data, report)
    from rapportage.deliveries.reading.ods import is_ods, read_ods

    if is_ods(data, names):
        return "ods", read_ods(data, report)
    raise _unknown()


def _json(data: bytes, report: Report) -> tuple[str, tuple[Sheet, ...]]:
    from rapportage.deliveries.reading.as_json import parsed
    from rapportage.deliveries.reading.cbs import is_odata, read_odata
    from rapportage.deliveries.reading.jsonstat import is_jsonstat, read_jsonstat

    found = parsed(data)
    if is_odata(found):
        return "cbs-odata", read_odata(found, report)
    if is_jsonstat(found):
        return "json-stat", read_jsonstat(found, report)
    raise unknown_json()


def _unknown() -> DeliveryFault:
    message = "dit is geen bestand dat hier gelezen wordt: xlsx, xls, ods, csv, tsv, JSON van het CBS of JSON-stat"
    return DeliveryFault("I101", message, "vraag het als xlsx of csv op, of sla het zo op")


def _holds_anything(sheet: Sheet) -> bool:
    return any(cell.kind is not CellKind.BLANK or cell.formula_without_value for row in sheet.rows for cell in row)
