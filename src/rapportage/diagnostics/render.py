"""Findings as the user sees them: long for people, short for grep, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from unicodedata import category, east_asian_width

from rapportage.diagnostics.codes import CODES
from rapportage.diagnostics.finding import Finding, Severity
from rapportage.diagnostics.resting import rest_words
from rapportage.diagnostics.selection import More, chosen
from rapportage.diagnostics.span import Span

_LONGEST_QUOTE = 110
"""Characters of a quoted line that are shown; of a longer one the part around the fault."""
_LONGEST_MESSAGE = 600
MOST_IN_JSON = 100_000
OF_KIND = 10
"""So many findings of one code are shown to people …"""
OF_KIND_SHORT = 100
"""… and so many where each is one line."""
_GUTTER = 5
_TAB = "    "
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33"}

Paint = Callable[[str, Severity], str]


def long(findings: Collection[Finding], colour: bool = False) -> str:
    """Each finding with the line it is about, carets under the fault and a tip; the summary as last line.

    Of very many the first of each kind are shown (`selection`); the summary counts all.
    """
    paint = _paint if colour else _plain
    blocks = (how_many_more(item) if isinstance(item, More) else _block(item, paint) for item in shown(findings))
    return "\n\n".join([*blocks, summary(findings)])


def short(findings: Collection[Finding]) -> str:
    """One line a finding: 'path:line:column: fout[C103] message (tip)'; of very many the first of each kind."""
    return "\n".join(
        how_many_more(item) if isinstance(item, More) else _line(item) for item in shown(findings, OF_KIND_SHORT)
    )


def as_json(findings: Collection[Finding], besides: Mapping[str, object] | None = None) -> str:
    """A JSON object for programs: `versie` (1), `fouten`, `waarschuwingen` and `meldingen`.

    Each of `meldingen`, in order of place, has `ernst` ('fout' or 'waarschuwing'), `code`, `titel`, `melding`, and
    `pad`, `regel`, `kolom`, `lengte` and `tip`, which are null where they are not known; `ook` has the other places in
    that file of which the same is said, `rustend` is the number of places that could not be looked at because of it.
    New keys may be added;
    `versie` goes up when one changes or goes. Of more than `MOST_IN_JSON` the faults come first, and
    `weggelaten` says how many there are besides. What a command says `besides` comes at the end.
    """
    listed = sorted(findings, key=lambda item: not item.is_error)[:MOST_IN_JSON]
    report = {
        "versie": 1,
        "fouten": _count(findings, Severity.ERROR),
        "waarschuwingen": _count(findings, Severity.WARNING),
        "weggelaten": len(findings) - len(listed),
        "meldingen": [_entry(item) for item in _in_order(listed)],
        **(besides or {}),
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def summary(findings: Collection[Finding]) -> str:
    """'2 fouten, 1 waarschuwing, 12 cijfers nog in te vullen', or 'geen fouten'."""
    words = ((Severity.ERROR, "fout", "fouten"), (Severity.WARNING, "waarschuwing", "waarschuwingen"))
    counts = [(_count(findings, severity), one, more) for severity, one, more in words]
    counts.append((missing(findings), "cijfer nog in te vullen", "cijfers nog in te vullen"))
    return ", ".join(counted(*count) for count in counts if count[0]) or "geen fouten"


def missing(findings: Iterable[Finding]) -> int:
    """How many figures are still empty."""
    return sum(1 + len(item.also) for item in findings if item.code == "C101")


def counted(number: int, one: str, more: str) -> str:
    """'1 fout', '2 fouten'."""
    return f"{number} {one if number == 1 else more}"


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(item.severity is severity for item in findings)


def shown(findings: Iterable[Finding], of_kind: int = OF_KIND) -> list[Finding | More]:
    """In order; of very many the first of each kind."""
    return chosen(_in_order(findings), of_kind)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By path, line and column; findings without a place come last."""

    def place(item: Finding) -> tuple[bool, str, int, int]:
        span = item.span
        return (True, "", 0, 0) if span is None else (False, span.path, span.line, span.column)

    return sorted(findings, key=place)


def _entry(item: Finding) -> dict[str, object]:
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
        "ook": [{"regel": each.line, "kolom": each.column, "lengte": each.length} for each in item.also],
        "rustend": item.resting,
    }


def _line(item: Finding) -> str:
    notes = [cut(item.hint)] if item.hint else []
    notes += [rest_words(item.resting)] if item.resting else []
    return _headline(item, _plain) + (f" ({'; '.join(notes)})" if notes else "")


def how_many_more(more: More) -> str:
    count = f"{more.count:,}".replace(",", ".")
    if more.kind is None:
        return f"… en nog {count} van andere soorten; alle met --messages json"
    code, severity = more.kind
    return f"{severity.value}[{code}] … en nog {count}, alle met --messages json"


def cut(words: str) -> str:
    """Names in a message may be very long."""
    return words if len(words) <= _LONGEST_MESSAGE else f"{words[:_LONGEST_MESSAGE]}…"


def _headline(item: Finding, paint: Paint) -> str:
    place = f"{item.span}: " if item.span else ""
    return f"{place}{paint(f'{item.severity.value}[{item.code}]', item.severity)} {cut(item.message)}"


def _block(item: Finding, paint: Paint) -> str:
    lines = [_headline(item, paint)]
    if item.span and item.span.file.line(item.span.line):
        before, inside, after = quoted(item.span)
        lines.append(f"{item.span.line:>{_GUTTER}} | {before}{inside}{after}".rstrip())
        gutter = " " * max(_GUTTER, len(str(item.span.line)))
        carets = paint("^" * max(1, _cells(inside)), item.severity)
        lines.append(f"{gutter} | {' ' * _cells(before)}{carets}")
    if item.hint:
        lines.append(f"   tip: {cut(item.hint)}")
    if item.resting:
        lines.append(f"   {rest_words(item.resting)}")
    return "\n".join(lines)


def quoted(span: Span) -> tuple[str, str, str]:
    """The line of `span` as shown, before, in and after it; of a long line the part around it."""
    line = span.file.line(span.line)
    start, stop = span.column - 1, span.column - 1 + span.length
    first = max(0, start - _LONGEST_QUOTE // 2) if len(line) > _LONGEST_QUOTE else 0
    last = min(len(line), first + _LONGEST_QUOTE)
    left, right = "…" if first else "", "…" if last < len(line) else ""
    inside, after = line[start : min(stop, last)], line[stop:last]
    before, inside, after = (part.replace("\t", _TAB) for part in (line[first:start], inside, after))
    return left + before, inside, after + right


def _cells(text: str) -> int:
    """How many terminal cells `text` takes: wide characters take two, combining ones none."""
    return sum(map(_width, text))


def _width(char: str) -> int:
    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in ("W", "F") else 1


def _plain(text: str, severity: Severity) -> str:
    return text


def _paint(text: str, severity: Severity) -> str:
    return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m"
