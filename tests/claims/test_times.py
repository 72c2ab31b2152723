"""The times that a text names, as periods."""

from __future__ import annotations

import pytest

from rapportage.figures.period import TimePeriod
from rapportage.proof.claims.times import moments

NOW = "2024-10"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("in oktober 2024", "2024-10"),
        ("in oktober", "2024-10"),
        ("in 2019 waren", "2019"),
        ("het tweede kwartaal van 2022", "2022-Q2"),
        ("het 3e kwartaal 2022", "2022-Q3"),
        ("de eerste helft van 2020", "2020-H1"),
        ("week 44 van 2024", "2024-W44"),
        ("een jaar eerder", "2023-10"),
        ("twee maanden eerder", "2024-08"),
        ("vorige maand", "2024-09"),
        ("de maand ervoor", "2024-09"),
        ("de eerste tien maanden van 2024", "2024-01/2024-10"),
        ("de afgelopen twaalf maanden", "2023-11/2024-10"),
        ("van 2018 tot en met 2024", "2018/2024"),
        ("januari tot en met mei 2020", "2020-01/2020-05"),
        ("2018–2024", "2018/2024"),
        ("kwartaal 2 van 2024", "2024-Q2"),
        ("het tweede kwartaal van 2023 tot en met het eerste van 2024", "2023-Q2/2024-Q1"),
    ],
)
def test_a_time_is_a_period(text: str, named: str) -> None:
    near = TimePeriod.parse(NOW)
    assert near is not None
    (moment,) = moments(text)
    assert moment.periods(near)[0].code == named


@pytest.mark.parametrize(
    "text", ["voor het derde kwartaal op rij", "(2020 = 100)", "12.020 mensen", "de Wet", "2020,5"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert list(moments(text)) == []
