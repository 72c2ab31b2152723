"""Whether every character in a user's file can be set, in the font of the document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from unicodedata import combining, name

from rapportage.diagnostics import Findings
from rapportage.document.characters import unsettable
from rapportage.input.loading.nodes import Node
from rapportage.input.loading.walk import scalars
from rapportage.memory import NO_MEMORY, Memory, Same

LATIN = "schrijf het woord met tekens die het lettertype heeft, bijvoorbeeld in Latijns schrift en zonder dat accent"


def check_glyphs(node: Node, missing: Callable[[str], str], findings: Findings, memory: Memory = NO_MEMORY) -> bool:
    """Whether every text can be shown: reports each character that can't be set, or that `missing` finds in a text.

    That would be an empty box (ISO 14289-1, 7.21.8), as the other would be a word with other signs than its own.
    """
    return memory.read("glyphs", (Same(node), missing), findings, partial(_check, node, missing))


def _check(node: Node, missing: Callable[[str], str], findings: Findings) -> bool:
    has_all = True
    for scalar in scalars(node):
        if scalar.text.isascii() and scalar.text.isprintable():
            continue  # nearly all: every font has these
        faulty = unsettable(scalar.text)
        has_all = has_all and not faulty
        for char, reason in faulty.items():
            message = f"'{_shown(char)}' ({_called(char)}) {reason}, en dat kan nog niet worden gezet"
            findings.error("L109", message, scalar.span_at(scalar.text.index(char)), LATIN)
        for char in missing(scalar.text.replace("\n", " ")):
            has_all = False
            if char not in faulty:
                message = f"het lettertype heeft geen teken voor '{char}' ({_called(char)})"
                findings.error("L108", message, scalar.span_at(scalar.text.index(char)), LATIN)
    return has_all


def _called(char: str) -> str:
    return f"U+{ord(char):04X}, {name(char, 'naamloos')}"


def _shown(char: str) -> str:
    """The character as it can be seen: an accent on a dotted circle."""
    return f"\u25cc{char}" if combining(char) else char
