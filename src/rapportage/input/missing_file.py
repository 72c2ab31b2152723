"""What to do about a layout or a period that is not where it is looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapportage.diagnostics.suggestion import suggest
from rapportage.figures.period import TimePeriod


def where_else(name: str, folder: str, names: Sequence[str], others: Mapping[str, Sequence[str]]) -> str:
    """Where the file is, or how it comes to be; else the nearest of the `names` in its folder."""
    for other, there in others.items():
        if name in there:
            return f"er is wel een {other}/{name}.yaml: hoort dat in {folder}/, zet het daar"
    if folder == "data" and (period := TimePeriod.parse(name)) is not None:
        make = f"maak haar met: rapportage new {period.code}"
        return f"{suggest(name, names)}; of {make}" if names else make
    return suggest(name, names)
