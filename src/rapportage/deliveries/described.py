"""What an import writes of a series that the period file does not have yet."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.deliveries.yaml_text import quoted
from rapportage.input.specs.delivery import ImportedSeries

_NUMBERS = ("decimalen", "afgerond_op")
"""What is said of a series in a number, which is no text between quotes."""


def described(series: ImportedSeries, source: str) -> Iterator[tuple[str, str, str]]:
    """What is said of a new series and how it is written, in the order in which people write it."""
    texts = {
        "titel": series.title.text if series.title else None,
        "eenheid": series.unit.text if series.unit else None,
        "maat": series.measured_as.text if series.measured_as else None,
        "bron": source,
        "soort": series.kind,
        "status": series.status,
        "decimalen": None if series.decimals is None else str(series.decimals),
        "afgerond_op": None if series.rounded_to is None else f"{series.rounded_to:f}",
        "definitie": series.definition.text if series.definition else None,
    }
    for key, text in texts.items():
        if text is not None:
            yield key, text, text if key in _NUMBERS else quoted(text)
