"""Text files: a plain table, or one in the notation of Eurostat."""

from __future__ import annotations

from rapportage.deliveries.grid import Sheet
from rapportage.deliveries.reading.delimited import plain_sheet, read_table
from rapportage.deliveries.reading.reports import Report
from rapportage.deliveries.reading.sdmx import is_eurostat_tsv, is_sdmx, read_eurostat_tsv, read_sdmx


def read_plain(data: bytes, report: Report) -> tuple[str, tuple[Sheet, ...]]:
    """What kind of file it is, and its sheet.

    Raises:
        DeliveryFault: it is no table, or its numbers can be read in more than one way.
    """
    table = read_table(data, report)
    if is_sdmx(table.rows):
        return "sdmx-csv", read_sdmx(table.rows, report)
    if table.separator == "\t" and is_eurostat_tsv(table.rows):
        return "eurostat-tsv", read_eurostat_tsv(table.rows, report)
    return "tsv" if table.separator == "\t" else "csv", (plain_sheet(table, report),)
