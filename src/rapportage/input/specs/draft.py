"""A period file that is not finished: what is empty is reported, and a draft can be made of it all the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as ReadOnly
from pathlib import Path

from rapportage.diagnostics import Findings
from rapportage.figures.observation import ObservationStatus
from rapportage.figures.period import TimePeriod
from rapportage.input.files import FileFault, read
from rapportage.input.loading import MAX_BYTES
from rapportage.input.loading.nodes import Kind, Mapping, Node, Scalar
from rapportage.input.specs.faults import may_go
from rapportage.input.specs.figures import TypedFigure
from rapportage.input.specs.period import Edition, PeriodFile, SeriesSpec, SourceSpec, cells_of
from rapportage.input.specs.spec import Spec

MAY_WAIT = ("peildatum", "toelichting")
"""What of a series may be empty in a draft, besides its figures."""
_SAYS_DRAFT = re.compile(rb"^[^#\n]*\bstatus:[ \t]*concept\b", re.MULTILINE)
_HEAD = 10_000
"""The status of an edition is within so many bytes."""
TO_FILL_IN = "nog in te vullen"
_SOURCE = {"titel": f"[titel {TO_FILL_IN}]", "uitgever": f"[uitgever {TO_FILL_IN}]"}


def is_draft(node: Node) -> bool:
    """Whether a period file says of itself that it is not finished."""
    edition = node.get("uitgave") if isinstance(node, Mapping) else None
    status = edition.get("status") if isinstance(edition, Mapping) else None
    return isinstance(status, Scalar) and status.named().text == "concept"


def has_date(node: Node) -> bool:
    """Whether the edition of a period file has a date, also where that can't be read."""
    edition = node.get("uitgave") if isinstance(node, Mapping) else None
    written = edition.get("datum") if isinstance(edition, Mapping) else None
    return not (isinstance(written, Scalar) and written.kind is Kind.EMPTY)


def says_draft(path: Path, project: Path) -> bool:
    """Whether a file that can't be read as YAML has a line that calls it a draft."""
    try:
        return _SAYS_DRAFT.search(read(path, MAX_BYTES, project)[:_HEAD]) is not None
    except FileFault:
        return False


def may_be_empty(model: type[Spec], key: str) -> bool:
    """Whether the value of a key that is no figure may be empty in a draft."""
    return model in (Edition, SourceSpec) or (model is SeriesSpec and key in MAY_WAIT)


def filled_for_draft(node: Node, findings: Findings) -> Node:
    """The file with words in place of an empty title of a source, and without other empty values around its figures.

    Figures stay empty: they are read as such. An edition without a date counts as of the month in which its period
    ends, for what was known then; that date is not shown (`has_date`).
    """
    if not isinstance(node, Mapping):
        return node
    period = node.get("periode")
    end = TimePeriod.parse(period.text) if isinstance(period, Scalar) else None
    changes: ReadOnly[str, Callable[[Node], Node]] = {
        "uitgave": lambda edition: _filled(edition, {"datum": f"{end.end:%Y-%m}"} if end else {}, findings),
        "bronnen": lambda sources: _each(sources, lambda each: _filled(each, _SOURCE, findings)),
        "cijfers": lambda series: _each(series, lambda each: _filled(each, {}, findings, only=MAY_WAIT)),
    }
    entries = ((key, changes[key.text](value) if key.text in changes else value) for key, value in node.entries)
    return Mapping(tuple(entries), node.span)


def _each(node: Node, change: Callable[[Node], Node]) -> Node:
    if not isinstance(node, Mapping):
        return node
    return Mapping(tuple((key, change(value)) for key, value in node.entries), node.span)


def _filled(node: Node, words: ReadOnly[str, str], findings: Findings, only: tuple[str, ...] | None = None) -> Node:
    """The mapping with `words` in place of what is empty; any other empty value (only of those keys) is left out."""
    if not isinstance(node, Mapping):
        return node
    entries: list[tuple[Scalar, Node]] = []
    for key, value in node.entries:
        if not isinstance(value, Scalar) or value.kind is not Kind.EMPTY or (only and key.text not in only):
            entries.append((key, value))
            continue
        hint = None if key.text in words else may_go(key.text)
        findings.warning("S103", f"{key.text} is {TO_FILL_IN}", value.span, hint)
        if key.text in words:
            entries.append((key, Scalar(words[key.text], Kind.TEXT, True, value.span, value.raw)))
    return Mapping(tuple(entries), node.span)


def gaps(file: PeriodFile) -> list[TypedFigure]:
    """Every figure that is still empty."""
    cells = [cell for series in file.series.values() for cell in file.cells(series)]
    cells += [cell for each in file.restatements for cell in cells_of(each.figures, each.period)]
    return [cell.figure for cell in cells if cell.figure.status is ObservationStatus.MISSING]


def warn_of_gaps(file: PeriodFile, findings: Findings) -> None:
    """Names every figure that is still empty."""
    for figure in gaps(file):
        findings.warning("C101", TO_FILL_IN, figure.span)
