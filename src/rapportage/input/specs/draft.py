"""A period file that is not finished: what is empty is reported, and a draft can be made of it all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Mapping as ReadOnly
from pathlib import Path

from rapportage.diagnostics import Finding, Findings, Severity, Span
from rapportage.figures.observation import ObservationStatus
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.lists import enumeration
from rapportage.input.files import FileFault, read
from rapportage.input.loading import MAX_BYTES
from rapportage.input.loading.nodes import Kind, Mapping, Node, Scalar
from rapportage.input.specs.faults import may_go
from rapportage.input.specs.period import Edition, PeriodFile, SeriesSpec, SourceSpec, cells_of
from rapportage.input.specs.spec import Spec
from rapportage.input.specs.typed.figures import TypedFigure
from rapportage.input.specs.typed.traps import SIGNS

MAY_WAIT = ("peildatum", "toelichting")
"""What of a series may be empty in a draft, besides its figures."""
_SAYS_DRAFT = re.compile(rb"^[^#\n]*\bstatus:[ \t]*concept\b", re.MULTILINE)
_HEAD = 10_000
"""The status of an edition is within so many bytes."""
TO_FILL_IN = "nog in te vullen"
MOST_RUNS = 12
"""So many stretches of lines with empty figures are told."""
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


def tell_gaps(places: Sequence[Span], severity: Severity, findings: Findings) -> None:
    """Says in one finding where in a file figures are still empty, if any are."""
    if not places:
        return
    first, *others = sorted(places, key=lambda span: (span.line, span.column))
    message = TO_FILL_IN
    if others:
        message = f"{len(places)} cijfers {TO_FILL_IN}: {_lines([span.line for span in (first, *others)])}"
    findings.add(Finding("C101", severity, message, first, SIGNS, tuple(others)))


def _lines(numbers: Sequence[int]) -> str:
    """'regel 12, 14 t/m 20 en 31'; of very many the first, and how many more there are."""
    runs: list[list[int]] = []
    for number in dict.fromkeys(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [str(run[0]) if len(run) == 1 else f"{run[0]} t/m {run[-1]}" for run in runs]
    if len(told) > MOST_RUNS:
        left = sum(map(len, runs[MOST_RUNS:]))
        told = [*told[:MOST_RUNS], f"nog {left} regels" if left > 1 else "nog 1 regel"]
    return f"regel {enumeration(told)}"
