"""Reads a user's YAML file: every fault of the file is a finding, at its place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import yaml
from msgspec.structs import replace

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.input.files import FileFault, Reason, names_in, read
from rapportage.input.loading.bare_braces import report_without_quotes, with_quotes, without_quotes
from rapportage.input.loading.characters import decode
from rapportage.input.loading.composer import Composer
from rapportage.input.loading.nodes import Kind, Mapping, Node, Scalar
from rapportage.input.loading.syntax import report_syntax
from rapportage.memory import NO_MEMORY, Memory

MAX_BYTES = 5_000_000
OUTSIDE_HINT = "zet de bestanden zelf in de map van het project, of noem hun eigen pad op de opdrachtregel"


def load(
    path: Path, shown: str, findings: Findings, project: Path | None = None, memory: Memory = NO_MEMORY
) -> Mapping | None:
    """The root of the file at `path`, which messages call `shown`; None when it can't be used, which is reported."""
    try:
        data = read(path, MAX_BYTES, project)
    except FileFault as fault:
        _report(fault.reason, path, shown, findings)
        return None
    return memory.read("nodes", (data, shown), findings, partial(load_bytes, data, shown))


def _report(reason: Reason, path: Path, shown: str, findings: Findings) -> None:
    place = Span(SourceFile(shown, ""), 1, 1)
    match reason:
        case Reason.FOLDER:
            findings.error("L102", f"{shown} is een map", place, "noem een bestand in die map")
        case Reason.MISSING:
            names = [found.name for found in names_in(path.parent, "*.yaml", None) if found.exists()]
            findings.error("L101", f"{shown} bestaat niet", place, suggest(path.name, names) if names else None)
        case Reason.OUTSIDE:
            findings.error("L110", f"{shown} leidt met een link naar buiten het project", place, OUTSIDE_HINT)
        case Reason.TOO_LARGE:
            _report_size(place, findings)
        case Reason.SPECIAL:
            findings.error("L103", f"{shown} is geen gewoon bestand", place)
        case Reason.CHANGED:
            findings.error("L103", f"{shown} veranderde tijdens het lezen", place, "probeer het opnieuw")
        case Reason.UNREADABLE:
            findings.error("L103", f"{shown} is niet te lezen", place, "kijk of het pad klopt en of u het mag lezen")


def _report_size(place: Span, findings: Findings) -> None:
    message = f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB"
    findings.error("L104", message, place, "verdeel het over meer bestanden")


def load_bytes(data: bytes, shown: str, findings: Findings) -> Mapping | None:
    """The root of a file with these bytes. Every fault that can be found is reported.

    After a fault that leaves a tree to look at (a double key) the root is given all the same, and says that it is not
    whole.
    """
    place = Span(SourceFile(shown, ""), 1, 1)
    if len(data) > MAX_BYTES:
        _report_size(place, findings)
        return None
    if b"\x00" in data[:1000]:
        findings.error("L105", f"{shown} is geen tekstbestand", place, "sla het op als platte tekst in UTF-8")
        return None
    file, is_text = decode(data, shown, findings)
    composer, root = _composed(file, findings)
    if composer is None:
        return None
    if composer.has_holes or not is_text:
        return None
    match root:
        case Mapping():
            return replace(root, is_whole=not composer.is_faulty)
        case None | Scalar(kind=Kind.EMPTY):
            findings.error("L204", "dit bestand is leeg", Span(file, 1, 1))
        case _:
            findings.error("L205", "een bestand begint met sleutels ('titel: …')", root.span)
    return None


def _composed(file: SourceFile, findings: Findings) -> tuple[Composer | None, Node | None]:
    """The composer with its root; None for a file that YAML can't read, which was reported.

    Where values lack their quotes the file is read again as if they had them, so that they hide no other fault.
    """
    apart, values = Findings(names=findings.names), []
    composer = Composer(file, apart)
    root, error = _attempt(composer)
    if error is not None or composer.has_complex_keys:
        values = without_quotes(file.text)
        if values:
            report_without_quotes(file, values, findings)
            apart = Findings(names=findings.names)
            composer = Composer(file, apart, is_faulty=True, parsed=with_quotes(file.text, values))
            root, error = _attempt(composer)
    findings.extend(apart)
    if error is not None and not _is_on_line_of(error, file, values):
        report_syntax(error, file, findings)
    return (None, None) if error is not None else (composer, root)


def _is_on_line_of(error: yaml.MarkedYAMLError, file: SourceFile, values: list[tuple[int, int]]) -> bool:
    """Whether it is where one of the values is, which was reported: it may well come of that."""
    line = error.problem_mark.line + 1 if error.problem_mark else 0
    return any(file.place(start).line == line for start, _ in values)


def _attempt(composer: Composer) -> tuple[Node | None, yaml.MarkedYAMLError | None]:
    try:
        return composer.compose(), None
    except yaml.MarkedYAMLError as error:
        return None, error
