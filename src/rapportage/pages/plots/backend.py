"""A backend of matplotlib: `matplotlib.use("module://rapportage.pages.plots.backend")`, or `drawn(figure, family)`.

A figure is drawn at 72 dots an inch, in the letters of the house style, so that what is measured is what is set.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

from matplotlib.backend_bases import FigureCanvasBase, FigureManagerBase
from matplotlib.cbook import open_file_cm
from matplotlib.figure import Figure

from rapportage.document.drawing import to_svg
from rapportage.pages.fonts import Family, source_sans
from rapportage.pages.plots.renderer import DOTS, DrawingRenderer, Drawn

FAMILIES = "'Source Sans Pro', 'Source Sans 3', sans-serif"


class FigureCanvas(FigureCanvasBase):
    """The canvas that matplotlib asks for; it saves SVG."""

    fixed_dpi = DOTS
    filetypes = MappingProxyType({"svg": "SVG van rapportage"})  # type: ignore[assignment]  # nobody changes it

    def __init__(self, figure: Figure | None = None, family: Family | None = None) -> None:
        super().__init__(figure)
        self.family = family or source_sans()

    @classmethod
    def get_default_filetype(cls) -> str:
        return "svg"

    def get_renderer(self) -> DrawingRenderer:
        """A new one: layout engines ask for it to measure."""
        width, height = self.figure.get_size_inches() * DOTS
        return DrawingRenderer(float(width), float(height), self.family)

    def drawn(self) -> Drawn:
        """What the figure shows now."""
        self.figure.set_dpi(DOTS)
        renderer = self.get_renderer()
        self.figure.draw(renderer)
        return Drawn(renderer.drawing(), tuple(renderer.formulas))

    def print_svg(self, filename: str | Path | IO[str], *, metadata: Any = None, **_: Any) -> None:
        made = self.drawn()
        told = dict(metadata or {})
        text = to_svg(made.drawing, told.get("Title", ""), told.get("Description", ""), families=FAMILIES)
        with open_file_cm(filename, "w", encoding="utf-8") as file:
            file.write(text)


FigureManager = FigureManagerBase


def drawn(figure: Figure, family: Family) -> Drawn:
    """What `figure` shows, with its letters in the faces of `family`.

    Raises:
        TooMuch: it has more shapes than a report can show.
    """
    return FigureCanvas(figure, family).drawn()
