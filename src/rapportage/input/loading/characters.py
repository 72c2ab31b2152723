"""From bytes to text: what a file may not hold is a finding at its place."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable
from unicodedata import category

from rapportage.diagnostics import Findings, SourceFile, Span

MOST_REPORTED = 20
"""Of a file that is full of forbidden characters the first ones say enough."""
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\u180e\u2061-\u2064\u206a-\u206f\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""Control characters, line ends that only some programs know, marks of direction and byte order, tags and notes within
text that nobody sees, private use. Places where a word may be broken, or may not, can be in a text.
"""
_NAMES = {"Cc": "stuurteken", "Cf": "onzichtbaar teken", "Co": "teken voor eigen gebruik", "Cn": "geen teken"}


def decode(data: bytes, path: str, findings: Findings) -> tuple[SourceFile, bool]:
    """The text of a file with LF as line end, and whether it is all text.

    What may not be in it is reported, and becomes U+FFFD in the text.
    """
    data = data.removeprefix(BOM_UTF8)
    text = _with_lf(data.decode("utf-8", "replace"))
    file = SourceFile(path, replace_forbidden(text))
    is_text = True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        is_text = False
        before = _with_lf(data[: error.start].decode("utf-8"))
        message = f"byte 0x{data[error.start]:02X} is hier geen UTF-8"
        hint = "sla het bestand op als UTF-8 (niet als 'ANSI' of 'Windows-1252')"
        findings.error("L106", message, file.place(len(before)), hint)
    is_clean = not report_forbidden(text, file.place, findings)
    return file, is_text and is_clean


def report_forbidden(text: str, place: Callable[[int], Span], findings: Findings) -> bool:
    """Whether `text` has characters that may not be there; `place` gives where the one at an offset is.

    They are reported.
    """
    first = [found for found, _ in zip(_FORBIDDEN.finditer(text), range(MOST_REPORTED), strict=False)]
    for found in first:
        char = found[0]
        what = _NAMES.get(category(char), "scheiding van regels")
        message = f"het teken U+{ord(char):04X} ({what}) mag hier niet"
        findings.error("L107", message, place(found.start()), "haal het weg; het is meestal meegekopieerd")
    return bool(first)


def replace_forbidden(text: str) -> str:
    """The text with U+FFFD for each character that may not be there, so that no later stage or screen meets one."""
    if text.isascii() and text.isprintable():
        return text  # nearly all values
    return _FORBIDDEN.sub("\ufffd", text)


def _with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
