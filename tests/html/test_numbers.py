"""The number of a figure for machines: what is shown, and only where that is the figure."""

from __future__ import annotations

import pytest

from rapportage.document import Delivered, Trace, Value
from rapportage.html.inline import machine_number


@pytest.mark.parametrize(
    ("shown", "number"),
    [
        ("1.234", "1234"),
        ("31%", "31"),
        ("+4,5", "4.5"),
        ("−12", "-12"),
        ("ongeveer 7.350", "7350"),
        ("minder dan 5", "<5"),
        ("Minder dan 5", "<5"),
        ("Ongeveer 15%", "15"),
        ("<5", "<5"),
        ("2,5 miljoen", None),
        ("3 van de 10", None),
        ("geen", None),
    ],
)
def test_a_program_reads_a_number_only_where_it_is_the_figure(shown: str, number: str | None) -> None:
    value = Value(shown, trace=Trace(None, Delivered(0, "x"), ()))
    assert machine_number(value) == number
