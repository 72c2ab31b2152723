"""One cell, and what a period file has for it: exact, and only what the levering says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.deliveries.grid import Cell, CellKind
from rapportage.deliveries.values import CellFault, Reading, figure_of
from rapportage.diagnostics import SourceFile, Span
from rapportage.input.loading.nodes import Kind, Scalar


def sign(text: str) -> Scalar:
    return Scalar(text, Kind.TEXT, True, Span(SourceFile("l", text), 1, 1), text)


def number(text: str, shown: str = "", stored: str | None = None, mark: str = "", percent: bool = False) -> Cell:
    value = Decimal(stored) if stored else None
    return Cell(0, 0, shown or text, CellKind.NUMBER, Decimal(text), value, mark, percent)


SIGNS = {key: sign(meant) for key, meant in {"-": "0", "x": ".", "leeg": ".", "p": "voorlopig", "b": "zonder",
                                             "c": ".", "<5": "<5", "*": "voorlopig"}.items()}  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "reading", "written"),
    [
        (number("341"), Reading(SIGNS), "341"),
        (number("12.50"), Reading(SIGNS), "12.50"),
        (number("1E+3"), Reading(SIGNS), "1000"),
        (number("-5"), Reading(SIGNS), "-5"),
        (number("31", "31%", "30.87", percent=True), Reading(SIGNS, "getoond", unit="%"), "31"),
        (number("31", "31%", "30.87", percent=True), Reading(SIGNS, "bewaard", unit="%"), "30.87"),
        (number("0.31"), Reading(SIGNS, factor=Decimal(100), unit="%"), "31"),
        (number("0.315"), Reading(SIGNS, factor=Decimal(100), unit="%"), "31.5"),
        (number("1.2"), Reading(SIGNS, factor=Decimal(1000)), "1200"),
        (number("1234"), Reading(SIGNS, factor=Decimal("0.001")), "1.234"),
        (number("3.3"), Reading(SIGNS, factor=Decimal("2.5")), "8.25"),
        (number("341", mark="p"), Reading(SIGNS), "341*"),
        (number("341", mark="b"), Reading(SIGNS), "341"),
        (number("341", mark="bp"), Reading(SIGNS), "341*"),
        (number("341", mark="bc"), Reading(SIGNS), "."),
        (Cell(0, 0, "-", CellKind.TEXT), Reading(SIGNS), "0"),
        (Cell(0, 0, "<5", CellKind.TEXT), Reading(SIGNS), "<5"),
        (Cell(0, 0), Reading(SIGNS), "."),
        (Cell(0, 0, mark="c"), Reading(SIGNS), "."),
        (Cell(0, 0, ":", CellKind.TEXT, mark="c"), Reading(SIGNS), "."),
        (Cell(0, 0, "-", CellKind.NUMBER, None, Decimal(0)), Reading(SIGNS), "0"),
    ],
)
def test_a_figure_is_written_exactly(cell: Cell, reading: Reading, written: str) -> None:
    assert figure_of(cell, reading) == written


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (number("341", mark="q"), "I412"),
        (number("341", mark="**"), "I412"),
        (number("31", "31%", "30.87", percent=True), "I407"),
        (Cell(0, 0, "p", CellKind.TEXT), "I411"),
        (Cell(0, 0, ":", CellKind.TEXT), "I411"),
    ],
)
def test_what_is_not_said_is_asked(cell: Cell, code: str) -> None:
    with pytest.raises(CellFault) as fault:
        figure_of(cell, Reading(SIGNS, unit="%"))
    assert fault.value.code == code
    assert fault.value.hint
