"""Findings as the user sees them: long for people, short for grep, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from unicodedata import category, east_asian_width

from rapportage.diagnostics.codes import CODES
from rapportage.diagnostics.diagnostic import Diagnostic, Findings, Severity
from rapportage.diagnostics.selection import More, chosen
from rapportage.diagnostics.span import Span

_LONGEST_QUOTE = 110
"""Characters of a quoted line that are shown; of a longer one the part around the fault."""
_LONGEST_MESSAGE = 600
MOST_IN_JSON = 10_000
_GUTTER = 5
_TAB = "    "
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33"}

Paint = Callable[[str, Severity], str]


def long(findings: Findings, colour: bool = False) -> str:
    """Each finding with the line it is about, carets under the fault and a tip; the summary as last line.

    Of very many the first of each kind are shown (`selection`); the summary counts all.
    """
    paint = _paint if colour else _plain
    blocks = (_more(item) if isinstance(item, More) else _block(item, paint) for item in chosen(_in_order(findings)))
    return "\n\n".join([*blocks, summary(findings)])


def short(findings: Findings) -> str:
    """One line a finding: 'path:line:column: fout[C103] message (tip)'; of very many the first of each kind."""
    return "\n".join(_more(item) if isinstance(item, More) else _line(item) for item in chosen(_in_order(findings)))


def as_json(findings: Findings) -> str:
    """A JSON object for programs: `versie` (1), `fouten`, `waarschuwingen` and `meldingen`.

    Each of `meldingen`, in order of place, has `ernst` ('fout' or 'waarschuwing'), `code`, `titel`, `melding`, and
    `pad`, `regel`, `kolom`, `lengte` and `tip`, which are null where they are not known. New keys may be added;
    `versie` goes up when one changes or goes. Of more than `MOST_IN_JSON` the faults come first, and
    `weggelaten` says how many there are besides.
    """
    listed = sorted(findings, key=lambda item: item.severity is not Severity.ERROR)[:MOST_IN_JSON]
    report = {
        "versie": 1,
        "fouten": findings.count(Severity.ERROR),
        "waarschuwingen": findings.count(Severity.WARNING),
        "weggelaten": len(findings) - len(listed),
        "meldingen": [_entry(item) for item in _in_order(listed)],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def summary(findings: Findings) -> str:
    """'2 fouten, 1 waarschuwing, 12 cijfers nog in te vullen', or 'geen fouten'."""
    words = ((Severity.ERROR, "fout", "fouten"), (Severity.WARNING, "waarschuwing", "waarschuwingen"))
    counts = [(findings.count(severity), one, more) for severity, one, more in words]
    counts.append((missing(findings), "cijfer nog in te vullen", "cijfers nog in te vullen"))
    return ", ".join(counted(*count) for count in counts if count[0]) or "geen fouten"


def missing(findings: Findings) -> int:
    """How many figures are still empty."""
    return sum(item.code == "C101" for item in findings)


def counted(number: int, one: str, more: str) -> str:
    """'1 fout', '2 fouten'."""
    return f"{number} {one if number == 1 else more}"


def _in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By path, line and column; findings without a place come last."""

    def place(item: Diagnostic) -> tuple[bool, str, int, int]:
        span = item.span
        return (True, "", 0, 0) if span is None else (False, span.path, span.line, span.column)

    return sorted(findings, key=place)


def _entry(item: Diagnostic) -> dict[str, str | int | None]:
    span = item.span
    return {
        "pad": span.path if span else None,
        "regel": span.line if span else None,
        "kolom": span.column if span else None,
        "lengte": span.length if span else None,
        "ernst": item.severity.value,
        "code": item.code,
        "titel": CODES[item.code],
        "melding": item.message,
        "tip": item.hint,
    }


def _line(item: Diagnostic) -> str:
    return _headline(item, _plain) + (f" ({_cut(item.hint)})" if item.hint else "")


def _more(more: More) -> str:
    count = counted(more.count, "melding", "meldingen")
    if more.kind is None:
        return f"… en nog {count} van andere soorten; met --messages json staan ze er alle"
    code, severity, path = more.kind
    place = f"{path}: " if path else ""
    return f"{place}{severity.value}[{code}] … en nog {count} van deze soort{' in dit bestand' if path else ''}"


def _cut(words: str) -> str:
    """Names in a message may be very long."""
    return words if len(words) <= _LONGEST_MESSAGE else f"{words[:_LONGEST_MESSAGE]}…"


def _headline(item: Diagnostic, paint: Paint) -> str:
    place = f"{item.span}: " if item.span else ""
    return f"{place}{paint(f'{item.severity.value}[{item.code}]', item.severity)} {_cut(item.message)}"


def _block(item: Diagnostic, paint: Paint) -> str:
    lines = [_headline(item, paint)]
    if item.span and item.span.file.line(item.span.line):
        quoted, indent, carets = _quote(item.span)
        lines.append(f"{item.span.line:>{_GUTTER}} | {quoted}".rstrip())
        gutter = " " * max(_GUTTER, len(str(item.span.line)))
        lines.append(f"{gutter} | {' ' * indent}{paint('^' * carets, item.severity)}")
    if item.hint:
        lines.append(f"   tip: {_cut(item.hint)}")
    return "\n".join(lines)


def _quote(span: Span) -> tuple[str, int, int]:
    """The line of `span` as shown, how many terminal cells are before the carets, and how many carets there are."""
    line = span.file.line(span.line)
    start, stop = span.column - 1, span.column - 1 + span.length
    first = max(0, start - _LONGEST_QUOTE // 2) if len(line) > _LONGEST_QUOTE else 0
    last = min(len(line), first + _LONGEST_QUOTE)
    left, right = "…" if first else "", "…" if last < len(line) else ""
    quoted = left + line[first:last].replace("\t", _TAB) + right
    return quoted, len(left) + _cells(line[first:start]), max(1, _cells(line[start : min(stop, last)]))


def _cells(text: str) -> int:
    """How many terminal cells `text` takes: wide characters take two, combining ones none, a tab as `_TAB`."""
    return sum(map(_width, text))


def _width(char: str) -> int:
    if char == "\t":
        return len(_TAB)
    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in ("W", "F") else 1


def _plain(text: str, severity: Severity) -> str:
    return text


def _paint(text: str, severity: Severity) -> str:
    return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m"
