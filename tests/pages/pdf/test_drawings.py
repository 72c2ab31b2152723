"""How a display list is written as operators of PDF."""

from __future__ import annotations

import pytest

from rapportage.document.drawing import Command, Drawing, Path
from rapportage.pages.fonts import source_sans
from rapportage.pages.pdf.drawings import drawing_operators
from rapportage.pages.pdf.fonts import FontUse
from rapportage.pages.pdf.means import Means, Stock


def operators(*outlines: tuple[Command, ...]) -> list[str]:
    """Those of black paths, without the colour and the place of the drawing."""
    drawing = Drawing(100, 100, tuple(Path(each, "#000000") for each in outlines))
    said = drawing_operators(drawing, 0, 0, Means(Stock(FontUse(source_sans()))))
    return [each for each in said if not each.endswith(("cm", "rg", "W n"))]


def around(*corners: tuple[float, float]) -> tuple[Command, ...]:
    return (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ()))


def test_an_upright_rectangle_is_one_operator() -> None:
    assert operators(around((1, 2), (4.5, 2), (4.5, 9.25), (1, 9.25))) == ["1 2 3.5 7.25 re", "f"]


def test_rectangles_that_meet_are_written_so() -> None:
    first = around((0, 0), (1.004, 0), (1.004, 1), (0, 1))
    second = around((1.004, 0), (2.006, 0), (2.006, 1), (1.004, 1))
    assert operators(first, second) == ["0 0 1 1 re", "f", "1 0 1.01 1 re", "f"]


@pytest.mark.parametrize(
    "outline",
    [
        around((1, 2), (4, 2), (4, 9), (1, 8)),
        around((1, 2), (4, 3), (4, 9), (1, 9)),
        around((1, 2), (1, 9), (4, 9), (4, 2)),
        around((1, 2), (4, 2), (4, 9), (1, 9))[:-1],
        around((1, 2), (4, 2), (4, 9)),
    ],
    ids=["slanting above", "slanting below", "the other way", "open", "a triangle"],
)
def test_any_other_outline_has_its_lines(outline: tuple[Command, ...]) -> None:
    written, paint = operators(outline)
    assert (written.split()[2], paint, "re" in written) == ("m", "f", False)
