"""Slips with quotation marks, which YAML tells as something else: every one of that kind in the file is reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from rapportage.diagnostics import Findings, SourceFile, Span

_VALUE = r"(?:^\s*(?:- +)?|: +|- +|[{,\[] *)"
"""What a value or a key comes after."""
_NAME_WITH_APOSTROPHE = re.compile(r"(?:^\s*(?:- +)?|[{,] *)(?P<slip>'[a-zA-Z]{1,2}[- ][^':{},\[\]]*)(?=:(?:\s|$))")
_BRACES = re.compile(rf"{_VALUE}(?P<slip>(?P<mark>['\"])(?P<inner>[^'\"\n]*\{{\{{.*?\}}\}}[^'\"\n]*)(?P=mark))")
_APOSTROPHE = re.compile(rf"{_VALUE}(?P<slip>'(?P<inner>[^'\n]*\w'\w[^'\"\n]*)')(?=\s*(?:[,}}\]]|$))")
_CURLY = re.compile(rf"{_VALUE}(?P<slip>[“„‘‚](?P<inner>[^“”„‘’‚\"\n]*)[”’“])(?=\s*(?:[,}}\]]|$))")


class _Slip(Struct, frozen=True):
    """A kind of slip: how it looks, what to say, and what was meant; None where it is none after all."""

    pattern: re.Pattern[str]
    message: str
    meant: Callable[[re.Match[str]], str | None]


def _double(found: re.Match[str]) -> str:
    return f'"{found["slip"]}": …'


def _other_marks(found: re.Match[str]) -> str | None:
    """What is between braces, with other quotes around it than in it."""
    mark, inner = found["mark"], found["inner"]
    if mark not in inner:
        return None
    return '"' + inner.replace('"', "'") + '"'


def _between_double(found: re.Match[str]) -> str:
    return f'"{found["inner"]}"'


_SLIPS = (
    _Slip(_NAME_WITH_APOSTROPHE, "een naam die met ' begint, hoort tussen dubbele aanhalingstekens", _double),
    _Slip(_BRACES, "binnen aanhalingstekens kunnen niet nog eens dezelfde staan", _other_marks),
    _Slip(_APOSTROPHE, "binnen enkele aanhalingstekens eindigt de tekst bij een apostrof", _between_double),
    _Slip(_CURLY, "dit zijn krullende aanhalingstekens, en YAML kent alleen rechte", _between_double),
)


def report_quotes(file: SourceFile, lines: Iterable[int], findings: Findings) -> bool:
    """Whether there is such a slip on one of these lines, where YAML gave up; then all of its kind are reported."""
    for slip in _SLIPS:
        if any(True for number in lines for _ in _found(slip, file, number)):
            for number in range(1, file.text.count("\n") + 2):
                for place, meant in _found(slip, file, number):
                    findings.error("L201", slip.message, place, f"schrijf: {meant}")
            return True
    return False


def _found(slip: _Slip, file: SourceFile, number: int) -> Iterator[tuple[Span, str]]:
    line = file.line(number)
    for found in slip.pattern.finditer(line):
        meant = slip.meant(found)
        if meant is not None:
            yield Span(file, number, found.start("slip") + 1, len(found["slip"])), meant
