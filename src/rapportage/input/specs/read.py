"""Reads a period file: its shape, its figures, and whether they agree with each other."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from rapportage.diagnostics import Findings
from rapportage.diagnostics.suggestion import LISTED
from rapportage.figures.period import TimePeriod
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.checks import contradictions
from rapportage.input.specs.draft import filled_for_draft, has_date, warn_of_gaps
from rapportage.input.specs.measure import Measure
from rapportage.input.specs.period import PeriodFile, PeriodSpec, Restatement, Revision, Rounding, SeriesSpec
from rapportage.input.specs.validate import validate


def read_period_file(node: Node, findings: Findings, *, draft: bool = False) -> PeriodFile | None:
    """The period file, or None when it holds faults. In a draft what is empty is no fault, but a warning.

    Every series is read by itself, with its own measure, so that a fault in one hides none in another. What figures
    say about each other is judged once all can be read.
    """
    is_dated = has_date(node)
    node = filled_for_draft(node, findings) if draft else node
    spec = validate(node, PeriodSpec, findings)
    series, measures = {}, {}
    sources = ", ".join([name.text for name, _ in _entries(node, "bronnen")][:LISTED])
    missing = {"bron": f"schrijf er 'bron: …' bij, met een naam van bronnen: {sources}"} if sources else {}
    is_whole = spec is not None
    for name, value in _entries(node, "cijfers"):
        measures[name.text] = _measure(value, draft=draft)
        one = validate(value, SeriesSpec, findings, measures[name.text], missing)
        is_whole = is_whole and one is not None
        if one:
            series[name.text] = one
    restatements = []
    for key, restated in _entries(node, "herzien"):
        period = TimePeriod.parse(key.text)
        for name, value in restated.entries if isinstance(restated, Mapping) else ():
            revision = validate(value, Revision, findings, measures.get(name.text, Measure(None, draft=draft)))
            is_whole = is_whole and revision is not None
            if revision and period:
                restatements.append(Restatement(key, period, name, revision))
    if spec is None or not is_whole:
        return None
    file = PeriodFile(
        spec.node,
        spec.period,
        spec.edition,
        spec.sources,
        series,
        tuple(restatements),
        spec.texts,
        spec.annotations,
        is_dated,
    )
    faults = list(contradictions(file))
    for fault in faults:
        fault.report(findings)
    warn_of_gaps(file, findings)
    return None if faults else file


def _entries(node: Node, key: str) -> tuple[tuple[Scalar, Node], ...]:
    inner = node.get(key) if isinstance(node, Mapping) else None
    return inner.entries if isinstance(inner, Mapping) else ()


def _measure(series: Node, *, draft: bool) -> Measure:
    """How to read the figures of a series, as far as it says so; what is wrong with that is found elsewhere."""
    unit, decimals, base = (_text(series, key) for key in ("eenheid", "decimalen", "afgerond_op"))
    return Measure(
        unit,
        int(decimals) if decimals and decimals in tuple("0123456") else None,
        Decimal(base) if base and base in get_args(Rounding) else None,
        draft=draft,
    )


def _text(series: Node, key: str) -> str | None:
    value = series.get(key) if isinstance(series, Mapping) else None
    return value.named().text or None if isinstance(value, Scalar) else None
