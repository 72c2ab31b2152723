"""Faults of YAML itself, in Dutch: libyaml's kinds of problem and what a user most likely did."""

from __future__ import annotations

import re

import yaml
from msgspec import Struct

from rapportage.diagnostics import Findings, SourceFile, Span

_INDENTED_BY_TAB = re.compile(r" *\t")
_BARE_BRACES = re.compile(r"\s*(?:- +)?(?:[^\s:]+: +)?(\{\{.*)")
_QUOTE_IT = "zet de hele waarde tussen aanhalingstekens"
_INDENT = "kijk naar de inspringing van deze regel en van die erboven"


class _Problem(Struct, frozen=True):
    """What to say; `from_start` points to where the thing began that went wrong, not to where libyaml gave up."""

    message: str
    hint: str
    from_start: bool = False


_OPEN_QUOTE = _Problem(
    "dit aanhalingsteken wordt nergens gesloten",
    "zet er een aan het eind, of zet een waarde die met ' begint ('s avonds) tussen dubbele",
    from_start=True,
)
_CURLY = _Problem("in deze { … } ontbreekt een komma of het haakje aan het eind", "sluit elke { met }")
_SQUARE = _Problem("in deze [ … ] ontbreekt een komma of het haakje aan het eind", "sluit elke [ met ]")
_ESCAPE = _Problem("deze code met \\ is geen teken", "schrijf \\\\ voor een \\, of gebruik enkele aanhalingstekens")
_NAME = _Problem("na & of * hoort de naam van een anker", _QUOTE_IT)
_MISFIT = _Problem("dit past hier niet", f"{_INDENT}; na een aanhalingsteken aan het eind mag niets meer staan")

_PROBLEMS = {
    "mapping values are not allowed in this context": _Problem(
        "hier kan geen dubbelepunt met een spatie staan", f"{_QUOTE_IT}, of {_INDENT}"
    ),
    "mapping keys are not allowed in this context": _Problem("hier kan geen sleutel staan", _INDENT),
    "block sequence entries are not allowed in this context": _Problem(
        "hier kan geen streepje van een lijst staan", f"begin elk streepje op een eigen regel, of {_QUOTE_IT}"
    ),
    "could not find expected ':'": _Problem(
        "na deze sleutel ontbreekt een dubbelepunt", f"schrijf 'sleutel: waarde', of {_INDENT}", from_start=True
    ),
    "found unexpected end of stream": _OPEN_QUOTE,
    "found unexpected document indicator": _OPEN_QUOTE,
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "found invalid Unicode character escape code": _ESCAPE,
    "found character that cannot start any token": _Problem("een waarde kan niet met dit teken beginnen", _QUOTE_IT),
    "did not find expected alphabetic or numeric character": _NAME,
    "did not find expected ',' or '}'": _CURLY,
    "did not find expected ',' or ']'": _SQUARE,
    "did not find expected node content": _Problem("hier ontbreekt een waarde", "sluit elke { met } en elke [ met ]"),
    "did not find expected key": _MISFIT,
    "did not find expected '-' indicator": _Problem("hier wordt een streepje van de lijst verwacht", _INDENT),
    "did not find expected comment or line break": _Problem(
        "na | of > begint de tekst op de volgende regel", "zet de tekst daar, ingesprongen"
    ),
    "did not find expected <document start>": _Problem("hier is het bestand al afgelopen", "haal '...' erboven weg"),
}
_ANY = _Problem("deze YAML is niet te lezen", f"{_INDENT}, en naar dubbelepunten en aanhalingstekens")


def report_syntax(error: yaml.MarkedYAMLError, file: SourceFile, findings: Findings) -> None:
    """Reports why and where libyaml gave up."""
    gave_up = error.problem_mark or error.context_mark
    problem = _PROBLEMS.get(error.problem or "", _ANY)
    offset = gave_up.index if gave_up else 0
    written = len(file.text.rstrip())
    if error.context_mark and (problem.from_start or offset >= written):
        offset = error.context_mark.index
    place = file.place(min(offset, written - 1))
    line = file.line(place.line)
    if _INDENTED_BY_TAB.match(line) or line[place.column - 1 :].startswith("\t"):
        tab = Span(file, place.line, line.index("\t") + 1)
        findings.error("L202", "een tab als inspringing kan niet in YAML", tab, _tab_hint(file, place.line))
    elif not report_bare_braces(file, place.line, findings):
        findings.error("L201", problem.message, place, problem.hint)


def report_bare_braces(file: SourceFile, number: int, findings: Findings) -> bool:
    """Whether on this line a value begins with {{, which YAML reads as keys within keys; then it is reported."""
    found = _BARE_BRACES.match(file.line(number))
    if found is not None:
        message = "een waarde die met {{ begint, hoort tussen aanhalingstekens"
        place = Span(file, number, found.start(1) + 1, len(found[1]))
        findings.error("L201", message, place, 'schrijf: "{{ periode | naam }}"')
    return found is not None


def _tab_hint(file: SourceFile, first: int) -> str:
    lines = file.text.split("\n")
    others = [str(number) for number, line in enumerate(lines, 1) if number > first and _INDENTED_BY_TAB.match(line)]
    also = f" (ook op regel {', '.join(others[:5])}{' en verder' if len(others) > 5 else ''})" if others else ""
    return f"spring in met spaties{also}"
