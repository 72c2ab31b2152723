"""Which figures a series may have, by its unit and `maat`: every pair is taken, or refused with what to write."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.figures.measure_kinds import BY_WORD, KINDS, MeasureKind
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.typed.measure import Measure
from tests.input.specs.test_figures import read

FIGURES = ("7", "25.7", "-3", "-3.2", "120", "7.350")
TAKEN = """
aanvragen            |               | ok   C112 C111 C111 ok   C103
woningen             | saldo         | ok   C112 ok   C112 ok   C103
dagen                | aantal        | ok   C112 C111 C111 ok   C103
leerlingen           | gemiddelde    | ok   ok   C111 C111 ok   C103
x 1.000 personen     |               | ok   ok   C111 C111 ok   C103
euro                 |               | ok   ok   C111 C111 ok   C103
mln euro             |               | ok   ok   C111 C111 ok   C103
mln euro             | saldo         | ok   ok   ok   ok   ok   C103
euro                 | saldo         | ok   ok   ok   ok   ok   C103
hectare              |               | ok   ok   C111 C111 ok   C103
%                    |               | ok   ok   C111 C111 C113 ok
%                    | verandering   | ok   ok   ok   ok   ok   C103
%                    | verhouding    | ok   ok   C111 C111 ok   C103
procentpunt          |               | ok   ok   ok   ok   ok   C103
per 1.000 inwoners   |               | ok   ok   C111 C111 ok   C103
leerlingen per groep |               | ok   ok   C111 C111 ok   C103
index (2020=100)     |               | ok   ok   C111 C111 ok   C103
maanden              |               | ok   ok   C111 C111 ok   C103
°C                   |               | ok   ok   ok   ok   ok   C103
"""


def _cases() -> list[tuple[str, str, str, str]]:
    found = []
    for line in TAKEN.strip().splitlines():
        unit, word, outcomes = (part.strip() for part in line.split("|"))
        codes = outcomes.split()
        assert len(codes) == len(FIGURES)
        found += [(unit, word, text, code) for text, code in zip(FIGURES, codes, strict=True)]
    return found


@pytest.mark.parametrize(("unit", "word", "text", "code"), _cases())
def test_what_a_series_may_have(unit: str, word: str, text: str, code: str) -> None:
    measure = Measure(unit, said=BY_WORD[word] if word else None)
    if code == "ok":
        assert read(text, measure).value == Decimal(text)
        return
    with pytest.raises(SpecFault) as caught:
        read(text, measure)
    assert caught.value.code == code
    hint = caught.value.hint or ""
    assert "als dat het is" not in hint
    if code == "C103":
        assert "bedoelt u 7350? Schrijf duizendtallen zonder punt." in hint
    else:
        assert "maat: " in hint or "decimalen: " in hint


@pytest.mark.parametrize("unit", ["x 1.000", "index", "per 1.000 inwoners", "maanden", "mln euro"])
def test_three_decimals_are_taken_where_the_series_says_so(unit: str) -> None:
    """7.350 is seven thousand and more where nothing says otherwise: the one slip that no check finds later."""
    assert read("7.350", Measure(unit, decimals=3)).value == Decimal("7.350")
    assert read("0.350", Measure(unit)).value == Decimal("0.350")
    for decimals in (None, 1, 2):
        with pytest.raises(SpecFault, match=r"7\.350 is hier 7,35"):
            read("7.350", Measure(unit, decimals=decimals))


def test_a_hint_leads_to_a_figure_that_is_taken() -> None:
    for unit, text, word in (
        ("personen", "-1200", "saldo"),
        ("%", "-3.2", "verandering"),
        ("%", "120", "verandering"),
        ("leerlingen", "23.4", "gemiddelde"),
        ("per 1.000 inwoners", "-3.2", "verandering"),
    ):
        with pytest.raises(SpecFault) as caught:
            read(text, Measure(unit))
        assert f"maat: {word}" in (caught.value.hint or "")
        assert read(text, Measure(unit, said=BY_WORD[word])).value == Decimal(text)


_STEPS = st.decimals("0.001", "5000", places=3).filter(bool)
_COUNTS = st.integers(0, 4000)


@given(
    kind=st.sampled_from(KINDS),
    unit=st.sampled_from(["aanvragen", "x 1.000", "euro", "mln euro", "%", "index", "maanden", "°C"]),
    step=_STEPS,
    times=_COUNTS,
    is_negative=st.booleans(),
)
def test_bounds_of_a_rounded_figure(kind: MeasureKind, unit: str, step: Decimal, times: int, is_negative: bool) -> None:
    """Half a step to either side, never past what the kind can be, and never without the figure itself."""
    value = step * times * (-1 if is_negative and kind.negative else 1)
    if kind.most is not None:
        value = min(value, kind.most)
    low, high = Measure(unit, base=step, said=kind).bounds(value)
    assert low <= value <= high
    assert high - low <= step
    assert kind.negative or low >= 0
    assert kind.most is None or high <= kind.most
    if value - step / 2 > 0 and (kind.most is None or value + step / 2 <= kind.most) and step != 1:
        assert (low, high) == (value - step / 2, value + step / 2)


@pytest.mark.parametrize("step", ["0.1", "0.5", "2.5", "25", "250", "1000"])
def test_any_step_to_round_to(step: str) -> None:
    measure = Measure("x 1.000", base=Decimal(step))
    figure = read(str(Decimal(step) * 3), measure)
    assert (figure.low, figure.high) == (Decimal(step) * Decimal("2.5"), Decimal(step) * Decimal("3.5"))
    with pytest.raises(SpecFault) as caught:
        read(str(Decimal(step) * Decimal("1.5")), measure)
    assert caught.value.code == "C119"
