"""What figures on one axis are measured in: the same thing, in numbers of one size."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.document.chart import COUNTED
from rapportage.figures.observation import Observation
from rapportage.figures.words.lists import enumeration
from rapportage.text.language.faults import ExpressionFault


def unit_on_axis(figures: Sequence[Observation]) -> str:
    """The unit of the axis; counts of several things share one, but what is no count does not.

    Raises:
        ExpressionFault: the figures can't be on one axis.
    """
    different = list(dict.fromkeys(each.unit for each in figures))
    if len(different) > 1 and not all(each.is_count for each in figures):
        message = f"een grafiek heeft één eenheid, en dit zijn er meer: {enumeration(different)}"
        raise ExpressionFault("T410", message, "kies reeksen met dezelfde eenheid")
    return different[0] if len(different) == 1 else COUNTED
