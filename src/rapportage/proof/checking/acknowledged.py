"""Findings that the author knows of: `# erkend C305: grenzen dicht` on the line, or `{# erkend T501: … #}` in a text.

The reason is for the next reader. What is acknowledged is no longer reported; an acknowledgement without a reason, or
of something that is not found, is reported itself, so that none outlives what it was for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from rapportage.diagnostics import CODES, Finding, Findings, Severity, Span
from rapportage.input.loading.nodes import Node
from rapportage.input.loading.remarks import remarks

_BEGINS = r"erkend[ \t]"
_NOTE = re.compile(r"erkend[ \t]+(?P<codes>[A-Z]\d{3}(?:[ \t]*,[ \t]*[A-Z]\d{3})*)")
_CODE = re.compile(r"[A-Z]\d{3}")


class Acknowledgement(Struct, frozen=True):
    """`is_alone`: nothing else is on its line, so that it may be meant for the next."""

    code: str
    reason: str
    span: Span
    is_alone: bool
    text: Span | None
    """The text in which it is; None for a comment of the file."""


def drop_acknowledged(
    findings: Findings, files: Iterable[Node], judged: Collection[str] = (), said: Collection[Span] = ()
) -> bool:
    """Takes out of `findings` what is acknowledged, and reports what is wrong with the acknowledgements in `files`.

    `judged` are the codes that were looked for in all files, `said` the texts that were looked at as a whole: only
    there can be said that an acknowledgement is idle, and nowhere beside a fault: what it stops nobody looked for.
    False when one is at fault.
    """
    notes = [note for node in files for note in acknowledgements(node)]
    places: dict[tuple[str, str, int], Acknowledgement] = {}
    for note in notes:
        for line in (note.span.line, note.span.line + 1) if note.is_alone else (note.span.line,):
            places.setdefault((note.code, note.span.path, line), note)
    known = {finding: places[place] for finding in findings if (place := _place(finding)) in places}
    findings.drop(known)
    used = set(known.values())
    are_right, all_was_looked_for = True, not findings.has_errors
    for note in notes:
        are_right = are_right and note.code in CODES and bool(note.reason)
        if note.code not in CODES:
            message = f"de code {note.code} bestaat niet"
            findings.error("C401", message, note.span, "neem de code over uit de melding")
        elif not note.reason:
            message = f"deze erkenning van {note.code} zegt niet waarom"
            findings.error("C401", message, note.span, "schrijf de reden achter de dubbele punt")
        elif (
            all_was_looked_for
            and note not in used
            and (note.code in judged if note.text is None else note.text in said)
        ):
            message = f"{note.code} wordt hier niet gemeld: deze erkenning is niet nodig"
            findings.warning("C401", message, note.span, "haal haar weg")
    return are_right


def acknowledgements(root: Node) -> Iterator[Acknowledgement]:
    """All that are in the file: in its comments, and between {# and #} in its texts."""
    for remark in remarks(root, _BEGINS):
        note = _NOTE.match(remark.words)
        if note is None:
            continue
        reason = remark.words[note.end() :].strip(" \t-–:")
        for code in _CODE.finditer(note["codes"]):
            span = root.span.file.place(remark.start + note.start("codes") + code.start(), 4)
            yield Acknowledgement(code[0], reason, span, remark.is_alone, remark.text.span if remark.text else None)


def _place(finding: Finding) -> tuple[str, str, int]:
    """What an acknowledgement of it is looked up by: nothing for what can't be acknowledged."""
    if finding.span is None or finding.severity is not Severity.WARNING:
        return "", "", 0
    return finding.code, finding.span.path, finding.span.line
