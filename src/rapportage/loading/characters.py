"""From bytes to text: what a file may not hold is a finding at its place."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from unicodedata import name

from rapportage.diagnostics import Findings, SourceFile
from rapportage.loading.positions import span_of

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff"
    "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
"""Control characters, those that turn the direction of text, and private use."""


def decode(data: bytes, path: str, findings: Findings) -> SourceFile | None:
    """The text of a file with LF as line end, or None when it is no valid UTF-8."""
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        readable = SourceFile(path, data.decode("utf-8", "replace"))
        before = data[: error.start].decode("utf-8", "replace")
        message = f"byte 0x{data[error.start]:02X} is hier geen UTF-8"
        hint = "sla het bestand op als UTF-8 (niet als 'ANSI' of 'Windows-1252')"
        findings.error("L106", message, span_of(readable, len(before)), hint)
        return None
    file = SourceFile(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    for found in _FORBIDDEN.finditer(file.text):
        char = found[0]
        message = f"het teken U+{ord(char):04X} ({name(char, 'stuurteken')}) mag hier niet"
        findings.error("L107", message, span_of(file, found.start()), "haal het weg; het is meestal meegekopieerd")
    return file
