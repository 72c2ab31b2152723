"""Is a series that is given in thousands not one in ones? Told by how it was rounded."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapportage.diagnostics import Findings
from rapportage.figures.measure_kinds import COUNT
from rapportage.figures.unit_text import ONES, unit_of
from rapportage.figures.words.numbers import number
from rapportage.input.specs.period import PeriodFile

CODE = "C319"
COARSE = Decimal(10)
"""Who gives counts in thousands rounds them to those, or finer; a budget in millions may be rounded further."""


def check_scales(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports counts in thousands that are rounded to tens of those: they seem to be in ones."""
    for file in files:
        for name, spec in file.series.items():
            unit = unit_of(spec.unit.text)
            if spec.rounded_to is None or spec.rounded_to < COARSE or unit.scale is ONES or spec.measure.kind != COUNT:
                continue
            ones = number(spec.rounded_to * unit.scale.ones)
            message = (
                f"'{name}' is in {unit.scale.many}, en is afgerond op {number(spec.rounded_to)} daarvan: op {ones}"
            )
            hint = "zijn het geen gewone aantallen? Klopt het: zet erachter waarom, # erkend C319: …"
            findings.warning(CODE, message, spec.unit.span, hint)
