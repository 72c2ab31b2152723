"""Whether the document's font has a glyph for every character in a user's file."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import name

from rapportage.diagnostics import Findings
from rapportage.loading.nodes import Node
from rapportage.loading.walk import scalars


def check_glyphs(node: Node, missing: Callable[[str], str], findings: Findings) -> None:
    """Reports each character that `missing` finds in a text: it would be an empty box (ISO 14289-1, 7.21.8)."""
    for scalar in scalars(node):
        for char in missing(scalar.text.replace("\n", " ")):
            findings.error(
                "L108",
                f"het lettertype heeft geen teken voor '{char}' (U+{ord(char):04X}, {name(char, 'naamloos')})",
                scalar.span_at(scalar.text.index(char)),
                "schrijf het woord met tekens die het lettertype heeft, bijvoorbeeld in Latijns schrift",
            )
