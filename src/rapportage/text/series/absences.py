"""What a chart says where there is no number: the sign that a table has for it."""

from __future__ import annotations

from rapportage.document import Absence
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Observation
from rapportage.figures.words.signs import GAP_SIGN, sign
from rapportage.text.language.trace import trace
from rapportage.text.series.courses import Observations


def absences(figures: Observations) -> tuple[Absence | None, ...]:
    """At each place what is shown for a figure that is not known; None for one that is, or that is not there."""
    return tuple(_absence(figure) if figure and not figure.known else None for figure in figures)


def _absence(figure: Observation) -> Absence | None:
    found = trace(figure) if figure.cells() else None  # what is not in the data has nothing to trace
    if figure.missing:
        return Absence(GAP_SIGN, spoken_language().signs.gap, found)
    stands_for = sign(figure)
    return Absence(stands_for.shown, stands_for.spoken, found) if stands_for else None
