"""Drawings: display lists that any output can show."""

from rapportage.drawing.colour import contrast
from rapportage.drawing.hatch import hatch_lines
from rapportage.drawing.model import HATCH_WIDTH, Anchor, Command, Drawing, FontRole, Path, TextRun
from rapportage.drawing.svg import to_svg

__all__ = [
    "HATCH_WIDTH",
    "Anchor",
    "Command",
    "Drawing",
    "FontRole",
    "Path",
    "TextRun",
    "contrast",
    "hatch_lines",
    "to_svg",
]
