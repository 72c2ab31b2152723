"""Findings that the author knows of: `# erkend C305: grenzen dicht` on the line, or `{# erkend T501: … #}` in a text.

The reason is for the next reader. What is acknowledged is no longer reported; an acknowledgement without a reason, or
of something that is not found, is reported itself, so that none outlives what it was for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from msgspec import Struct

from rapportage.diagnostics import Diagnostic, Findings, Severity, Span
from rapportage.diagnostics.span import SourceFile

_NOTE = re.compile(r"(?:\{#|#)\s*erkend\s+(?P<codes>[A-Z]\d{3}(?:\s*,\s*[A-Z]\d{3})*)\s*:?(?P<reason>[^\n]*)")
_CODE = re.compile(r"[A-Z]\d{3}")


class Acknowledgement(Struct, frozen=True):
    code: str
    reason: str
    span: Span


def drop_acknowledged(findings: Findings, files: Iterable[SourceFile], judged: Collection[str] = ()) -> None:
    """Takes out of `findings` what is acknowledged, and reports what is wrong with the acknowledgements in `files`.

    `judged` are the codes that were looked for everywhere: only of those can be said that an acknowledgement is idle.
    """
    notes = {file.path: found for file in files if (found := acknowledgements(file))}
    used = set()
    for finding in [*findings]:
        note = _note_for(finding, notes)
        if note is not None:
            findings.items.remove(finding)
            used.add(note)
    for note in (each for found in notes.values() for each in found):
        if not note.reason:
            findings.error(
                "C401",
                f"deze erkenning van {note.code} zegt niet waarom",
                note.span,
                "schrijf de reden achter de dubbele punt",
            )
        elif note not in used and note.code in judged:
            findings.warning(
                "C401", f"{note.code} wordt hier niet gemeld: deze erkenning is niet nodig", note.span, "haal haar weg"
            )


def acknowledgements(file: SourceFile) -> tuple[Acknowledgement, ...]:
    """All that stand in a file."""
    found = []
    for note in _NOTE.finditer(file.text):
        reason = note["reason"].split("#}")[0].strip(" \t-–:")
        for code in _CODE.finditer(note["codes"]):
            span = file.place(note.start("codes") + code.start(), 4)
            found.append(Acknowledgement(code[0], reason, span))
    return tuple(found)


def _note_for(finding: Diagnostic, notes: dict[str, tuple[Acknowledgement, ...]]) -> Acknowledgement | None:
    """On the line of the finding, or alone on the line above it."""
    span = finding.span
    if span is None or finding.severity is not Severity.WARNING:
        return None
    for note in notes.get(span.path, ()):
        own_line = note.span.file.line(note.span.line).lstrip().startswith(("#", "{#"))
        if note.code == finding.code and note.span.line in ((span.line, span.line - 1) if own_line else (span.line,)):
            return note
    return None
