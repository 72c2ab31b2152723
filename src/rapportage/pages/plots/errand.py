"""What the process that draws a chart of the user's own is asked, and what it answers."""

from __future__ import annotations

from msgspec import Struct

from rapportage.document.drawing import Drawing
from rapportage.pages.plots.given import GivenFigures


class Request(Struct, frozen=True):
    folder: str
    """With the modules of the project."""
    module: str
    function: str
    figures: GivenFigures
    width: float
    height: float
    faces: dict[str, bytes]
    """The files of the family, by role."""
    language: str


class Fault(Struct, frozen=True):
    """Why there is no drawing; `file` and `line` are where in the code of the user."""

    kind: str
    message: str
    file: str = ""
    line: int = 0


class Result(Struct, frozen=True):
    drawing: Drawing | None = None
    formulas: tuple[str, ...] = ()
    fault: Fault | None = None
