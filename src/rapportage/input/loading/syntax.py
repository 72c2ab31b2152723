"""Faults of YAML itself, in Dutch: libyaml's kinds of problem and what a user most likely did."""

from __future__ import annotations

import re

import yaml
from msgspec import Struct

from rapportage.diagnostics import Findings, SourceFile, Span
from rapportage.input.loading.quotes import report_quotes

_INDENTED_BY_TAB = re.compile(r" *\t")
_GLUED = re.compile(r"\s*(?:- +)?([^\s:#'\"{}\[\],]+):[^\s:/]")
_BARE_COLOUR = re.compile(r"(?:^|[\s\[{,])(#[0-9a-fA-F]{6})\b")
_GLUED_DASH = re.compile(r"(\s*)-([^\s:-][^\s:]*:)")
_DASH = re.compile(r": +(-)\s*$")
_FAR = 20
"""How many lines a list in brackets may take before we no longer look for its beginning."""
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
_COLON = _Problem("hier kan geen dubbelepunt met een spatie staan", f"{_QUOTE_IT}, of {_INDENT}")
_NO_COLON = _Problem(
    "na deze sleutel ontbreekt een dubbelepunt", f"schrijf 'sleutel: waarde', of {_INDENT}", from_start=True
)
_NO_VALUE = _Problem("hier ontbreekt een waarde", "sluit elke { met } en elke [ met ]")
_OPEN_BRACKETS = (_CURLY, _SQUARE, _NO_VALUE)
_ESCAPE = _Problem("deze code met \\ is geen teken", "schrijf \\\\ voor een \\, of gebruik enkele aanhalingstekens")
_NAME = _Problem("na & of * hoort de naam van een anker", _QUOTE_IT)
_MISFIT = _Problem("dit past hier niet", f"{_INDENT}; na een aanhalingsteken aan het eind mag niets meer staan")

_DASH_WANTED = _Problem("hier wordt een streepje van de lijst verwacht", _INDENT)
_NO_DASH = _Problem(
    "hier kan geen streepje van een lijst staan", f"begin elk streepje op een eigen regel, of {_QUOTE_IT}"
)
_ONLY_A_DASH = _Problem(
    "een streepje is geen waarde: YAML leest het als het begin van een lijst",
    "schrijf bij een cijfer . als het onbekend of geheim is, of 0 als er geen zijn; zet een tekst tussen quotes: '-'",
)

_PROBLEMS = {
    "mapping values are not allowed in this context": _COLON,
    "mapping keys are not allowed in this context": _Problem("hier kan geen sleutel staan", _INDENT),
    "block sequence entries are not allowed in this context": _NO_DASH,
    "could not find expected ':'": _NO_COLON,
    "found unexpected end of stream": _OPEN_QUOTE,
    "found unexpected document indicator": _OPEN_QUOTE,
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "found invalid Unicode character escape code": _ESCAPE,
    "found character that cannot start any token": _Problem("een waarde kan niet met dit teken beginnen", _QUOTE_IT),
    "did not find expected alphabetic or numeric character": _NAME,
    "did not find expected ',' or '}'": _CURLY,
    "did not find expected ',' or ']'": _SQUARE,
    "did not find expected node content": _NO_VALUE,
    "did not find expected key": _MISFIT,
    "did not find expected '-' indicator": _DASH_WANTED,
    "did not find expected comment or line break": _Problem(
        "na | of > begint de tekst op de volgende regel", "zet de tekst daar, ingesprongen; schrijf een cijfer zonder >"
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
    elif report_quotes(file, _lines_of(error, place), findings):
        return
    else:
        if problem is _NO_DASH and (dash := _DASH.search(line)):
            place, problem = Span(file, place.line, dash.start(1) + 1), _ONLY_A_DASH
        elif problem is _DASH_WANTED and (dashed := _GLUED_DASH.match(line)):
            begun = dashed[2][:40]
            problem = _Problem("na het streepje ontbreekt een spatie", f"schrijf: - {begun} …")
        elif problem in (_MISFIT, _DASH_WANTED) and not line[: place.column - 1].strip():
            problem = _unaligned(file, place.line) or problem
        elif problem in (_NO_COLON, _COLON) and (glued := _glued_key(file, place.line)):
            place, problem = glued
        last = gave_up.line + 1 if gave_up else place.line
        hint = (_colour_hint(file, last) if problem in _OPEN_BRACKETS else None) or problem.hint
        findings.error("L201", problem.message, place, hint)


def _lines_of(error: yaml.MarkedYAMLError, place: Span) -> list[int]:
    """Where the slip may be: where YAML gave up, where that began, and the line above, where a quote may have ended."""
    marks = [mark.line + 1 for mark in (error.problem_mark, error.context_mark) if mark is not None]
    return list(dict.fromkeys((*marks[:1], place.line, *marks[1:])))


def _glued_key(file: SourceFile, number: int) -> tuple[Span, _Problem] | None:
    """Where on this line or the one above a key and its value lack the space between them."""
    for each in (number, number - 1):
        found = _GLUED.match(file.line(each))
        if found is not None:
            place = Span(file, each, found.start(1) + 1, len(found[1]) + 1)
            return place, _Problem(f"na '{found[1][:60]}:' ontbreekt een spatie", "zet een spatie na de dubbelepunt")
    return None


def _unaligned(file: SourceFile, number: int) -> _Problem | None:
    """The line begins in a column where nothing above it begins; None where something does."""
    indent = _indent(file.line(number))
    above = [(each, _indent(line)) for each in range(1, number) if (line := file.line(each)).split("#")[0].strip()]
    if not above or any(other == indent for _, other in above[-1:]):
        return None
    before, deep = above[-1]
    message = f"deze regel begint na {_spaces(indent)}, en regel {before} na {_spaces(deep)}: dat past niet bij elkaar"
    return _Problem(message, f"zet haar even ver als de regel waar zij bij hoort (regel {before}: {_spaces(deep)})")


def _spaces(count: int) -> str:
    return "1 spatie" if count == 1 else f"{count} spaties"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _colour_hint(file: SourceFile, last: int) -> str | None:
    """What to do where, shortly above, a colour without quotes made a comment of the rest of its line."""
    lines = (file.line(number) for number in range(last, max(0, last - _FAR), -1))
    found = next((each for line in lines if (each := _BARE_COLOUR.search(line))), None)
    return f"na # begint een opmerking; zet de kleur tussen aanhalingstekens: '{found[1]}'" if found else None


def _tab_hint(file: SourceFile, first: int) -> str:
    lines = file.text.split("\n")
    others = [str(number) for number, line in enumerate(lines, 1) if number > first and _INDENTED_BY_TAB.match(line)]
    also = f" (ook op regel {', '.join(others[:5])}{' en verder' if len(others) > 5 else ''})" if others else ""
    return f"spring in met spaties{also}"
