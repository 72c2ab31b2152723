"""Keys without a colon within { … }: YAML takes them as keys with an empty value, and they are slips of the pen."""

from __future__ import annotations

import re

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.input.loading.nodes import Kind, Node, Scalar

_GLUED = re.compile(r"(?P<key>[^:]+):[^/\s].*")
_AFTER_GLUED = re.compile(r":\d+(?:,\d+)*, ?$", re.ASCII)
_WITH_COMMAS = re.compile(r"\d+(?:\.\d+)?(?:, ?\d+)+(?=\s*[,}])", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+", re.ASCII)


def is_bare(key: Scalar, value: Node, file: SourceFile, end: int) -> bool:
    """Whether the key, which ends at character `end` of the file, has neither a colon nor a value: `{a:5}`."""
    empty = isinstance(value, Scalar) and value.kind is Kind.EMPTY and not value.raw
    return empty and key.plain and bool(key.text) and file.text[end:].lstrip()[:1] in (",", "}")


def report_bare_key(key: Scalar, before: Node | None, findings: Findings) -> bool:
    """Whether a key without a colon is the rest of the figure `before` it, or lacks a space; then it is reported.

    Without this `Turkije: 1,019` would be a 1, with an empty figure '019' after it.
    """
    glued = _GLUED.fullmatch(key.text)
    if glued is not None:
        message = f"na '{glued['key'][:60]}:' ontbreekt een spatie"
        findings.error("L201", message, key.span, "zet een spatie na de dubbelepunt")
        return True
    if not key.text.isdecimal() or not isinstance(before, Scalar):
        return False
    if _AFTER_GLUED.search(key.span.file.line(key.span.line)[: key.span.column - 1]):
        return True  # the rest of a figure whose missing space was just reported
    found = _WITH_COMMAS.match(before.span.file.line(before.span.line), before.span.column - 1)
    if found is None or not before.plain:
        return False
    text = found[0].replace(" ", "")
    if not _THOUSANDS.fullmatch(text) and " " in found[0]:
        return False  # '{jaar: 2019, 2020}' is something else
    if _THOUSANDS.fullmatch(text):
        hint = f"bedoelt u {text.replace(',', '')}? Schrijf duizendtallen aan elkaar, en decimalen met een punt."
    else:
        hint = f"bedoelt u {text.replace(',', '.', 1).replace(',', '')}? Schrijf decimalen met een punt."
    place = Span(before.span.file, before.span.line, before.span.column, len(found[0]))
    message = f"'{found[0]}' heeft een komma, en tussen {{ }} begint na een komma iets nieuws"
    findings.error("C104", message, place, hint)
    return True
