"""How the data are to be read, in words: the same in the description of the CSV files as in the workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapportage.figures.languages.spoken import spoken_language
from rapportage.pages.attachments.attachment import DataTable
from rapportage.pages.attachments.figures import MOST_DECIMALS


def explanation(*, exact: bool) -> tuple[str, ...]:
    """How figures are to be read, a paragraph each."""
    words = spoken_language()
    shown = words.data.exact(words.numbers.about, words.data.rounded, MOST_DECIMALS) if exact else words.data.as_shown
    return shown, words.data.status_explained, words.data.empty


def _meanings() -> Mapping[str, str]:
    """The statuses in the order in which they are explained."""
    words = spoken_language()
    return {
        words.signs.provisional: words.data.means_provisional,
        words.signs.unknown: words.data.means_unknown,
        words.signs.impossible: words.data.means_impossible,
        words.signs.near_zero: words.data.means_near_zero,
        words.charts.no_figure: words.data.means_no_figure,
        words.signs.gap: words.data.means_gap,
        words.numbers.about: words.data.means_about,
        words.data.rounded: words.data.means_rounded,
    }


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
    words = spoken_language()
    fewer = f"{words.signs.fewer_than} "
    told = {status: meaning for status, meaning in _meanings().items() if status in found}
    for status in sorted(found - told.keys()):
        limit = status.removeprefix(fewer)
        if status.startswith(fewer) and limit.isdecimal():
            told[status] = words.data.means_suppressed(f"<{limit}")
    return told
