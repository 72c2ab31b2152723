"""Which totals of a table its rounded figures do not make: the parts of a total are all rows, across its subtotals."""

from __future__ import annotations

from decimal import Decimal

from rapportage.document import Content, Formula, RowRole, Trace, Value
from rapportage.figures.observation import Operation
from rapportage.text.tables.rounding import RowSums


def cells(exact: str) -> list[Content]:
    """A row of one figure, shown in whole numbers."""
    value = Decimal(exact)
    return [(Value(f"{value:.0f}", Trace(value, Formula(Operation.SUM, ()), (), low=value, high=value)),)]


def off(*rows: tuple[RowRole, str]) -> list[str]:
    """The totals that are set apart by rounding, as they are shown."""
    sums = RowSums()
    return [f"{Decimal(exact):.0f}" for role, exact in rows if sums.is_off(role, cells(exact))]


def test_a_total_after_subtotals_is_of_all_rows_above_it() -> None:
    parts: list[tuple[RowRole, str]] = [("body", "1.2"), ("body", "1.2"), ("subtotal", "2.4")]
    assert off(*parts, *parts, ("total", "4.8")) == ["5"]
    whole: list[tuple[RowRole, str]] = [("body", "1"), ("body", "1"), ("subtotal", "2")]
    assert off(*whole, *whole, ("total", "4")) == []


def test_a_subtotal_is_of_the_rows_since_the_last() -> None:
    assert off(
        ("body", "4"), ("body", "5"), ("subtotal", "9"), ("body", "1.3"), ("body", "1.3"), ("subtotal", "2.6")
    ) == ["3"]


def test_after_a_total_a_table_begins_anew() -> None:
    assert off(("body", "7"), ("body", "8"), ("total", "15"), ("body", "1.3"), ("body", "1.3"), ("total", "2.6")) == [
        "3"
    ]


def test_what_the_true_figures_do_not_make_is_no_matter_of_rounding() -> None:
    assert off(("body", "1.3"), ("body", "1.3"), ("total", "9")) == []
    assert off(("body", "1.3"), ("total", "3")) == []
