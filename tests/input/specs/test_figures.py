"""One figure: the notation, and every trap with its own message and tip."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rapportage.diagnostics import SourceFile, Span
from rapportage.figures.observation import ObservationStatus
from rapportage.input.loading.nodes import Kind, Mapping, Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.typed.figures import TypedFigure, read_figure
from rapportage.input.specs.typed.measure import Measure
from tests.input.specs.nodes import node_of

COUNTS = Measure("aanvragen")
PERCENT = Measure("%")


def read(text: str, measure: Measure = COUNTS) -> TypedFigure:
    mapping = node_of(f"totaal: {text}")
    assert isinstance(mapping, Mapping)
    return read_figure(mapping.entries[0][1], measure)


def fault(text: str, measure: Measure = COUNTS) -> SpecFault:
    with pytest.raises(SpecFault) as caught:
        read(text, measure)
    return caught.value


@pytest.mark.parametrize(
    ("text", "measure", "value", "low", "high", "status"),
    [
        ("341", COUNTS, "341", "341", "341", "definitief"),
        ("0", COUNTS, "0", "0", "0", "definitief"),
        ("123*", COUNTS, "123", "123", "123", "voorlopig"),
        ("123**", COUNTS, "123", "123", "123", "voorlopig"),
        ("<5", COUNTS, None, "1", "4", "onderdrukt"),
        (".", COUNTS, None, None, None, "onbekend"),
        ("n.v.t.", COUNTS, None, None, None, "n.v.t."),
        ("7350", Measure("personen", base=Decimal(10)), "7350", "7345", "7355", "definitief"),
        ("0", Measure("personen", base=Decimal(10)), "0", "0", "0", "definitief"),
        ("~0", Measure("personen", base=Decimal(10)), "0", "0", "5", "minder dan de helft van de eenheid"),
        ("~0", PERCENT, "0", "0", "0.5", "minder dan de helft van de eenheid"),
        ("5", PERCENT, "5", "4.5", "5.5", "definitief"),
        ("100", PERCENT, "100", "99.5", "100", "definitief"),
        ("31.25", PERCENT, "31.25", "31.245", "31.255", "definitief"),
        ("15", Measure("%", base=Decimal(5)), "15", "12.5", "17.5", "definitief"),
        ("5.38", Measure("x 1.000 aanvragen"), "5.38", "5.375", "5.385", "definitief"),
        ("-2.5", Measure("procentpunt", decimals=1), "-2.5", "-2.55", "-2.45", "definitief"),
    ],
)
def test_notation(
    text: str, measure: Measure, value: str | None, low: str | None, high: str | None, status: str
) -> None:
    expected = [amount and Decimal(amount) for amount in (value, low, high)]
    found = read(text, measure)
    assert [found.value, found.low, found.high] == expected
    assert found.status is ObservationStatus(status)
    assert (found.text, found.span.column) == (text, 9)


@pytest.mark.parametrize(
    ("text", "code", "tip"),
    [
        ("", "C101", "schrijf ."),
        ("~", "C101", "schrijf ."),
        ("7.350", "C103", "bedoelt u 7350?"),
        ("1.234.567", "C103", "bedoelt u 1234567?"),
        ("1.234,5", "C104", "bedoelt u 1234.5?"),
        ("1,5", "C104", "bedoelt u 1.5?"),
        ("7,350", "C104", "bedoelt u 7350? Schrijf duizendtallen aan elkaar."),
        ("1,234,567", "C104", "bedoelt u 1234567?"),
        ("31%", "C105", "bedoelt u 31?"),
        ("31,5 %", "C105", "alleen het getal"),
        ("010", "C106", "bedoelt u 10?"),
        ("00", "C106", "bedoelt u 0?"),
        ("00.5", "C106", "bedoelt u 0.5?"),
        ("1e3", "C107", "bedoelt u 1000?"),
        ("1.5e3", "C107", "bedoelt u 1500?"),
        ("1e999999999", "C107", "voluit"),
        ("0x1f", "C107", "voluit"),
        ("1_000", "C107", "bedoelt u 1000?"),
        ("12:30", "C108", "Vul het cijfer in"),
        ("2020-05-01", "C108", "Vul het cijfer in"),
        ("NO", "C109", "Vul een getal in"),
        ("yes", "C109", "Vul een getal in"),
        ("true", "C109", "Vul een getal in"),
        ('"341"', "C110", "schrijf 341 zonder"),
        ("-3", "C111", None),
        ("−3", "C111", None),
        (
            "7.5",
            "C112",
            "is het een gemiddelde, een verhouding of een hoeveelheid? Schrijf dan bij",
        ),
        ("7 350", "C117", "bedoelt u 7350?"),
        ("<1", "C116", "schrijf ."),
        ("~0", "C118", "schrijf 0"),
        ("1234567890123456", "C115", None),
        ("341 aanvragen", "C102", "bedoelt u 341?"),
        ("+3", "C102", "bedoelt u 3?"),
        (".5", "C102", "bedoelt u 0.5?"),
        ("< 5", "C102", "bedoelt u <5?"),
        ("nvt", "C102", "bedoelt u n.v.t.?"),
        ("onbekend", "C102", "schrijf ."),
        (".inf", "C102", "schrijf ."),
        ("٣٤١", "C102", "schrijf ."),
        ("[341]", "S104", None),
    ],
)
def test_traps(text: str, code: str, tip: str | None) -> None:
    found = fault(text)
    assert found.code == code
    assert (tip or "") in (found.hint or "")


def test_the_message_of_the_handbook() -> None:
    found = fault("7.350")
    assert found.message == "7.350 is hier 7,35 (eenheid: aanvragen heeft geen decimalen)"
    assert found.hint == "bedoelt u 7350? Schrijf duizendtallen zonder punt."


@pytest.mark.parametrize(
    ("text", "measure", "code"),
    [
        ("100.5", PERCENT, "C113"),
        ("-1", PERCENT, "C111"),
        ("<5", PERCENT, "C116"),
        ("31.25", Measure("%", decimals=1), "C114"),
        ("413", Measure("aanvragen", base=Decimal(5)), "C119"),
        ("2.5", Measure("%", base=Decimal(1)), "C119"),
        ("-1.2", Measure("x 1.000"), "C111"),
    ],
)
def test_what_a_measure_does_not_allow(text: str, measure: Measure, code: str) -> None:
    assert fault(text, measure).code == code


def test_a_comma_is_between_thousands_only_where_there_are_no_decimals() -> None:
    assert (fault("7,350", PERCENT).hint or "").startswith("bedoelt u 7.350?")


def test_without_a_unit_only_the_notation_is_judged() -> None:
    assert read("7.350", Measure(None)).value == Decimal("7.350")


@given(st.text(alphabet="0123456789.,-−+eExX_% <>*~:nvtNO", min_size=1, max_size=12))
@example("12*")  # most of the rest is refused
def test_a_figure_is_what_is_typed_or_refused(text: str) -> None:
    typed = Scalar(text, Kind.TEXT, True, Span(SourceFile("data.yaml", text), 1, 1), text)
    try:
        found = read_figure(typed, COUNTS)
    except SpecFault:
        return
    assert found.value is None or text == "~0" or str(found.value) == text.rstrip("*")
