"""Drawings: display lists that any output can show."""

from rapportage.document.drawing.colour import contrast
from rapportage.document.drawing.cutting import cut_into_rows
from rapportage.document.drawing.display_list import (
    HATCH_WIDTH,
    UPRIGHT,
    Anchor,
    Caps,
    Clipped,
    Command,
    Drawing,
    FontRole,
    Gradient,
    Graphic,
    Item,
    Joins,
    Layer,
    Matrix,
    Paint,
    Path,
    Pen,
    Pixels,
    Raster,
    Stop,
    TextRun,
)
from rapportage.document.drawing.hatch import hatch_lines
from rapportage.document.drawing.placing import moved, scaled, texts
from rapportage.document.drawing.png import to_png
from rapportage.document.drawing.svg import to_svg

__all__ = [
    "HATCH_WIDTH",
    "UPRIGHT",
    "Anchor",
    "Caps",
    "Clipped",
    "Command",
    "Drawing",
    "FontRole",
    "Gradient",
    "Graphic",
    "Item",
    "Joins",
    "Layer",
    "Matrix",
    "Paint",
    "Path",
    "Pen",
    "Pixels",
    "Raster",
    "Stop",
    "TextRun",
    "contrast",
    "cut_into_rows",
    "hatch_lines",
    "moved",
    "scaled",
    "texts",
    "to_png",
    "to_svg",
]
