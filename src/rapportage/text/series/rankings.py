"""The row of figures that an expression gives, for the rows of a table and the categories or series of a chart."""

from __future__ import annotations

from rapportage.diagnostics.own_names import PARTED
from rapportage.input.loading.nodes import Scalar
from rapportage.text.language.faults import UnnamedBreakdown
from rapportage.text.language.outcome import Waiting, is_nothing
from rapportage.text.language.text import TextResolver
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import SeriesView


def ranking_of(written: Scalar, key: str, text: TextResolver) -> Ranking | Waiting | None:
    """All parts of a series, or those that are chosen; None where it is something else, which was then reported."""
    value = text.value(written)
    if is_nothing(value):
        return value
    if isinstance(value, SeriesView):
        try:
            return Ranking(value.parts(), value.broken_down())
        except UnnamedBreakdown as fault:
            fault.mend(written.text, written.text.rindex("}}"))
            return text.fault(fault, written.span)
    if isinstance(value, Ranking):
        return value
    hint = f'bijvoorbeeld: {key}: "{{{{ {PARTED} | top(5) }}}}"'
    text.findings.error("T302", "hier hoort een rij cijfers", written.span, hint)
    return None
