"""How figures, periods and lists are written in Dutch."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.figures.dates import KnownDate
from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.changes import changed
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.numbers import about, number, percentage, signed
from rapportage.figures.words.periods import capitalised, date_name, on_date, period_name, short_period_name
from rapportage.figures.words.signs import Sign, sign
from rapportage.figures.words.windows import window


def period(code: str) -> TimePeriod:
    parsed = TimePeriod.parse(code)
    assert parsed is not None
    return parsed


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("10590", None, "10.590"),
        ("7350.00", None, "7.350"),
        ("2.50", None, "2,5"),
        ("2.5", 0, "3"),
        ("1234567.891", 2, "1.234.567,89"),
        ("-1500", 0, "−1.500"),
        ("-0.2", 0, "0"),
        ("-0", None, "0"),
        ("7", 1, "7,0"),
    ],
)
def test_numbers(value: str, decimals: int | None, text: str) -> None:
    assert number(Decimal(value), decimals) == text


def test_percentages_and_changes_in_number() -> None:
    assert percentage(Decimal("31.08")) == "31%"
    assert percentage(Decimal("31.08"), 1) == "31,1%"
    assert [signed(Decimal(value)) for value in ("12", "-12", "0.4", "-0.4")] == ["+12", "−12", "0", "0"]
    assert about("7.350") == "ongeveer 7.350"


@pytest.mark.parametrize(
    ("code", "name", "short"),
    [
        ("2020-05", "mei_2020", "mei_2020"),
        ("2020-W23", "week_23 van 2020", "week_23 2020"),
        ("2020-W01", "week_1 van 2020", "week_1 2020"),
        ("2020-Q2", "het tweede kwartaal van 2020", "2e kwartaal 2020"),
        ("2020-H1", "de eerste helft van 2020", "1e helft 2020"),
        ("2020-H2", "de tweede helft van 2020", "2e helft 2020"),
        ("2020", "2020", "2020"),
        ("2019-06/2020-05", "juni_2019 t/m mei_2020", "jun_2019–mei_2020"),
        ("2020-01/2020-05", "de eerste vijf maanden van 2020", "jan_2020–mei_2020"),
        ("2020-W01/2020-W23", "week_1 t/m 23 van 2020", "week_1 2020–week_23 2020"),
        ("2019-W50/2020-W02", "week_50 van 2019 t/m week_2 van 2020", "week_50 2019–week_2 2020"),
        ("2020-Q1/2020-Q3", "het eerste t/m derde kwartaal van 2020", "1e kwartaal 2020–3e kwartaal 2020"),
        ("2018/2020", "2018 t/m 2020", "2018–2020"),
    ],
)
def test_periods_with_hard_spaces_where_they_must_not_break(code: str, name: str, short: str) -> None:
    assert period_name(period(code)) == name.replace("_", "\u00a0")
    assert short_period_name(period(code)) == short.replace("_", "\u00a0")


def test_dates_and_the_start_of_a_sentence() -> None:
    known = [KnownDate(2020, 6, 24), KnownDate(2020, 9), KnownDate(2020)]
    assert [date_name(each) for each in known] == ["24\u00a0juni\u00a02020", "september\u00a02020", "2020"]
    assert [on_date(each) for each in known] == ["op 24\u00a0juni\u00a02020", "in september\u00a02020", "in 2020"]
    assert [capitalised(word) for word in ("de helft", "ijsland", "Syrië", "")] == ["De helft", "IJsland", "Syrië", ""]


def test_enumerations() -> None:
    assert [enumeration(items) for items in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A en B",
        "A, B en C",
    ]


@pytest.mark.parametrize(
    ("status", "high", "expected"),
    [
        (ObservationStatus.UNKNOWN, None, Sign(".", "onbekend")),
        (ObservationStatus.SUPPRESSED, Decimal(4), Sign("<5", "minder dan 5")),
        (ObservationStatus.IMPOSSIBLE, None, Sign("", "niet van toepassing")),
        (ObservationStatus.NEAR_ZERO, Decimal("0.5"), Sign("0", "minder dan de helft van de eenheid")),
        (ObservationStatus.PROVISIONAL, Decimal(7), None),
    ],
)
def test_signs(status: ObservationStatus, high: Decimal | None, expected: Sign | None) -> None:
    figure = Observation(
        None, None, high, "aanvragen", status, "Syrië", period("2020-05"), Calculation(Operation.SUM, ())
    )
    assert sign(figure) == expected


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("413", "441", "gestegen van 413 naar 441"),
        ("441", "413", "gedaald van 441 naar 413"),
        ("441", "441", "gelijk gebleven"),
        ("1000", "1004", "vrijwel gelijk gebleven"),
        ("1000", "1005", "gestegen van 1000 naar 1005"),
        ("0", "1", "gestegen van 0 naar 1"),
    ],
)
def test_changes(before: str, after: str, text: str) -> None:
    assert changed(Decimal(before), Decimal(after), before, after) == text


@pytest.mark.parametrize(
    ("name", "seen_from", "code"),
    [
        ("afgelopen 12 maanden", "2020-05", "2019-06/2020-05"),
        ("Afgelopen  12 maanden", "2020-Q2", "2019-07/2020-06"),
        ("tot en met mei", "2020-05", "2020-01/2020-05"),
        ("t/m maart", "2020-05", "2020-01/2020-03"),
        ("2019-06/2020-05", "2020-05", "2019-06/2020-05"),
        ("tot en met juni", "2020-05", None),
        ("tot en met morgen", "2020-05", None),
        ("afgelopen 12 maanden", "2020-W23", None),
        ("vorig jaar", "2020-05", None),
    ],
)
def test_windows_by_name(name: str, seen_from: str, code: str | None) -> None:
    assert window(name, period(seen_from)) == (period(code) if code else None)
