"""Faults of YAML itself, in Dutch."""

from __future__ import annotations

import re

import yaml

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.loading.positions import span_of

_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)


def report_syntax(error: yaml.YAMLError, file: SourceFile, findings: Findings) -> None:
    """Reports the place where libyaml gave up, with the most likely cause as the line itself shows it."""
    tab = _TAB.search(file.text)
    if tab is not None:
        place = span_of(file, tab.end() - 1)
        findings.error("L202", "een tab als inspringing kan niet in YAML", place, "spring in met spaties")
        return
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file, 1, 1)
    message, hint = _cause(file, place.line)
    findings.error("L201", message, place, hint)


def _cause(file: SourceFile, line: int) -> tuple[str, str]:
    here, before = file.line(line), _last_written(file, line - 1)
    for text in (here, before):
        if text.count('"') % 2 or text.count("'") % 2:
            return "hier is een aanhalingsteken te veel of te weinig", "zet een aanhalingsteken aan beide kanten"
        if re.match(r"\s*(?:- )?[\w-]+: .*: ", text) and not re.search(r"[{\[\"'|>]", text):
            return "een dubbelepunt met een spatie in een waarde kan niet", "zet de hele waarde tussen aanhalingstekens"
        if re.match(r"\s*(?:- )?[\w-]+: \{\{", text):
            return "een waarde die met {{ begint, hoort tussen aanhalingstekens", 'bijvoorbeeld: "{{ periode | naam }}"'
        if text.count("{") != text.count("}") or text.count("[") != text.count("]"):
            return "hier ontbreekt een haakje", "sluit elke { met } en elke [ met ]"
        if re.match(r"\s*(?:- )?[\w-]+: [%@`*&!]", text):
            return "een waarde kan niet met dit teken beginnen", "zet de waarde tussen aanhalingstekens"
    return "deze YAML is niet te lezen", "kijk naar de inspringing en de dubbelepunten op deze regel en die erboven"


def _last_written(file: SourceFile, line: int) -> str:
    """The nearest line up that is not blank."""
    while line > 0 and not file.line(line).strip():
        line -= 1
    return file.line(line)
