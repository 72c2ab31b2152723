"""The table of the layout that a chart names as the one that holds its figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rapportage.document import Chart, Table
from rapportage.figures.languages.spoken import in_dutch
from rapportage.figures.words.lists import enumeration
from rapportage.input.loading.nodes import Scalar
from rapportage.text.charts.figure_tables import missing_figures
from rapportage.text.language.outcome import WAITING, Waiting
from rapportage.text.language.text import TextResolver


def check_named_table(
    chart: Chart, written: Scalar, tables: Mapping[str, Table], others: Collection[str], text: TextResolver
) -> Table | Waiting | None:
    """The table that `chart` names, with all its figures; a block that failed or waits was reported itself.

    `others` are the ids of what was made, whatever it is.
    """
    table = tables.get(written.text)
    if table is None:
        if written.text in others:
            text.findings.error("T418", f"'{written.text}' is geen tabel", written.span)
            return None
        return WAITING
    missing = missing_figures(chart, table)
    if not missing:
        return table
    told = in_dutch(enumeration, missing[:5])
    message = f"in {table.label.lower()} staan niet alle cijfers van deze grafiek: {told}"
    hint = "laat 'tabel' weg, dan komt er vanzelf een tabel bij"
    return text.waits("T418", message, written.span, hint)
