"""Small raised letters: of text without them, the mark of a note would become a part of the number before it."""

from __future__ import annotations

import re

from rapportage.deliveries.reading.xml import escaped, unescaped

_LOW = "0123456789+-=()abcdefghijklmnoprstuvwxyz"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_TABLE = str.maketrans(_LOW, RAISED)
_SUPERSCRIPT = b"superscript"
_RUN = re.compile(rb"<((?:\w+:)?)r>.*?</\1r>", re.DOTALL)
_WORDS = re.compile(rb"(<(?:\w+:)?t(?:\s[^>]*)?>)([^<]*)")


def raised(text: str) -> str:
    """The text in characters that are raised themselves: '1)' is '¹⁾'. What there is none of stays."""
    return text.translate(_TABLE)


def with_raised(part: bytes) -> bytes:
    """The same part of a workbook, in which runs of text that are shown raised have such characters."""
    return _RUN.sub(_raised_run, part) if _SUPERSCRIPT in part else part


def _raised_run(found: re.Match[bytes]) -> bytes:
    if _SUPERSCRIPT not in found[0]:
        return found[0]
    return _WORDS.sub(lambda each: each[1] + escaped(raised(unescaped(each[2].decode()))).encode(), found[0])
