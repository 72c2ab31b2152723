"""Drawings: display lists that any output can show."""

from rapportage.drawing.colour import contrast
from rapportage.drawing.model import Anchor, Command, Drawing, FontRole, Path, TextRun

__all__ = ["Anchor", "Command", "Drawing", "FontRole", "Path", "TextRun", "contrast"]
