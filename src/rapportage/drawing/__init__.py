"""Drawings: display lists that any output can show."""

from rapportage.drawing.colour import contrast
from rapportage.drawing.hatch import hatch_lines
from rapportage.drawing.model import HATCH_WIDTH, Anchor, Command, Drawing, FontRole, Graphic, Path, Raster, TextRun
from rapportage.drawing.scaling import scaled
from rapportage.drawing.svg import to_svg

__all__ = [
    "HATCH_WIDTH",
    "Anchor",
    "Command",
    "Drawing",
    "FontRole",
    "Graphic",
    "Path",
    "Raster",
    "TextRun",
    "contrast",
    "hatch_lines",
    "scaled",
    "to_svg",
]
