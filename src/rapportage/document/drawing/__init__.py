"""Drawings: display lists that any output can show."""

from rapportage.document.drawing.colour import contrast
from rapportage.document.drawing.display_list import (
    HATCH_WIDTH,
    Anchor,
    Command,
    Drawing,
    FontRole,
    Graphic,
    Path,
    Raster,
    TextRun,
)
from rapportage.document.drawing.hatch import hatch_lines
from rapportage.document.drawing.scaling import scaled
from rapportage.document.drawing.svg import to_svg

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
