"""Takes from a delivery what it gives for the periods before the one that is imported."""

from __future__ import annotations

from functools import partial

from rapportage.deliveries.gather import take_table
from rapportage.deliveries.imported import ImportedFigure, Job
from rapportage.deliveries.together import together
from rapportage.deliveries.words import filled
from rapportage.input.specs.faults import SpecFault


def gather_earlier(job: Job) -> tuple[ImportedFigure, ...]:
    """What the same delivery gives for earlier periods, as far as it does.

    Of a period that a table does not have at all nothing is told. What of another can't be taken is a warning: those
    figures are held against nothing, and who reads no more would think that they are as they were.
    """
    found: list[ImportedFigure] = []
    period = job.period
    for _ in range(job.levering.spec.earlier):
        period = period.previous()
        faults: list[SpecFault] = []
        for table in job.levering.tables:
            taken = take_table(job, table, period, partial(filled, period=period), only_moving=True)
            found += taken.figures
            faults += [*taken.missing, *taken.faults] if taken.has_any else []
        for each in together(faults):
            message = f"{each.message}; zo is niet na te gaan of {period.code} is bijgesteld"
            job.findings.warning(each.code, message, each.span, each.hint)
    return tuple(found)
