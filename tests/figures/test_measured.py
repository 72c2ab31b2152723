"""What may be computed of which figures; those of one thing at different scales work exactly."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapportage.figures import arithmetic
from rapportage.figures.measure_kinds import BALANCE, BY_WORD, KINDS, MeasureKind
from rapportage.figures.observation import Observation
from rapportage.figures.results import FigureError, MeasureError
from rapportage.figures.unit_text import SCALES, Scale
from rapportage.text import ratios
from rapportage.text.language.operations import compare
from rapportage.text.language.views.series import FigureView
from tests.input.cube.figures import figure

EUROS = ("euro", "x 1.000 euro", "mln euro", "miljard euro")


def in_ones(each: Observation) -> Decimal:
    assert each.value is not None
    return each.value * each.scale


@st.composite
def amounts(draw: st.DrawFn) -> Observation:
    value = draw(st.decimals("0.1", "9999.9", places=1))
    return figure(value, unit=draw(st.sampled_from(EUROS)), margin=draw(st.sampled_from(["0", "0.05"])))


@given(amounts(), amounts(), amounts())
def test_figures_at_different_scales_work_exactly(one: Observation, two: Observation, three: Observation) -> None:
    a, b, c = (in_ones(each) for each in (one, two, three))
    assert in_ones(arithmetic.add(one, two)) == a + b
    assert in_ones(arithmetic.subtract(one, two)) == a - b
    made = arithmetic.sum_of([one, two, three])
    assert in_ones(made) == a + b + c
    assert made.low is not None
    assert made.high is not None
    assert made.low * made.scale == sum((each.low or 0) * each.scale for each in (one, two, three))
    assert abs(in_ones(arithmetic.mean([one, two, three])) * 3 - (a + b + c)) < Decimal("1e-12")
    if a + b <= c:
        assert in_ones(arithmetic.rest(three, [one, two])) == c - a - b
    share = ratios.share(one, two).value
    assert share is not None
    assert abs(share - 100 * a / b) < Decimal("1e-12")
    views = FigureView(one), FigureView(two)
    assert compare("<", *views) is (a < b)
    assert compare("==", *views) is (a == b)


@given(amounts(), st.sampled_from(SCALES))
def test_another_scale_is_the_same_figure(one: Observation, scale: Scale) -> None:
    made = arithmetic.scaled(one, scale)
    assert in_ones(made) == in_ones(one)
    assert made.cells() == one.cells()
    assert made.measure == one.measure


def of_kind(kind: MeasureKind, value: str = "30", label: str = "A") -> Observation:
    units = {
        "aantal": "personen",
        "bedrag": "mln euro",
        "hoeveelheid": "km",
        "saldo": "mln euro",
        "aandeel": "%",
        "verhouding": "per 1.000 inwoners",
        "verandering": "%",
        "index": "index (2020=100)",
        "gemiddelde": "maanden",
        "temperatuur": "°C",
    }
    return replace(figure(value, unit=units[kind.word], label=label), kind=kind)


Combine = Callable[[Observation, Observation], Observation]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
@pytest.mark.parametrize(
    "combine",
    [arithmetic.add, lambda a, b: arithmetic.sum_of([a, b]), lambda a, b: arithmetic.rest(a, [b]), ratios.share],
    ids=["optellen", "som", "rest", "aandeel"],
)
def test_only_what_adds_up_is_added_up(kind: MeasureKind, combine: Combine) -> None:
    pair = of_kind(kind, "40"), of_kind(kind)
    if kind.adds_up and not (combine is ratios.share and kind == BALANCE):
        assert combine(*pair).known
        return
    with pytest.raises(MeasureError, match=kind.one):
        combine(*pair)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_what_a_difference_is(kind: MeasureKind) -> None:
    made = arithmetic.subtract(of_kind(kind, "30"), of_kind(kind, "40"))
    assert made.value == -10
    if of_kind(kind).unit == "%":
        assert (made.unit, made.measure.word) == ("procentpunt", "verandering")
    elif kind.adds_over_periods:
        assert made.measure == kind
    else:
        assert made.measure.word == "verandering"


@pytest.mark.parametrize("one", KINDS, ids=lambda kind: kind.word)
@pytest.mark.parametrize("other", KINDS, ids=lambda kind: kind.word)
def test_only_figures_of_one_thing_are_taken_together(one: MeasureKind, other: MeasureKind) -> None:
    alike = one == other or {one.word, other.word} == {"bedrag", "saldo"}
    for combine in (arithmetic.subtract, lambda a, b: arithmetic.mean([a, b])):
        if alike:
            assert combine(of_kind(one), of_kind(other)).known
        else:
            with pytest.raises(MeasureError):
                combine(of_kind(one), of_kind(other))


def test_shares_are_of_one_whole() -> None:
    share = BY_WORD["aandeel"]
    assert arithmetic.sum_of([of_kind(share, "60"), of_kind(share, "40")]).value == 100
    with pytest.raises(MeasureError, match="samen meer dan 100%"):
        arithmetic.sum_of([of_kind(share, "60"), of_kind(share, "41")])
    april = replace(figure("20", unit="%", month="2020-04"), kind=share)
    with pytest.raises(MeasureError, match="aandelen tellen niet op over perioden"):
        arithmetic.add(april, of_kind(share))


def test_a_balance_may_have_a_part_that_is_more() -> None:
    balance = BY_WORD["saldo"]
    assert arithmetic.rest(of_kind(balance, "-12.5"), [of_kind(balance, "8")]).value == Decimal("-20.5")
    with pytest.raises(FigureError, match="samen meer dan het totaal"):
        arithmetic.rest(of_kind(BY_WORD["bedrag"], "10"), [of_kind(BY_WORD["bedrag"], "11")])


@pytest.mark.parametrize(
    ("kind", "status"),
    [("aantal", "te klein voor een percentage"), ("bedrag", "definitief"), ("verhouding", "definitief")],
)
def test_a_small_number_of_things_changes_by_chance(kind: str, status: str) -> None:
    """From 4 to 5 cases is no '25% more'; from 4,20 to 5,25 euro is."""
    made = ratios.change_percent(of_kind(BY_WORD[kind], "5.25"), of_kind(BY_WORD[kind], "4.20"))
    assert made.status.value == status


@pytest.mark.parametrize("kind", ["temperatuur", "verandering"])
def test_no_percentage_of_what_has_no_zero(kind: str) -> None:
    with pytest.raises(MeasureError, match="niet in procenten te geven"):
        ratios.change_percent(of_kind(BY_WORD[kind], "22"), of_kind(BY_WORD[kind], "20"))


def test_a_balance_makes_a_balance_of_what_is_added_to_it() -> None:
    amount, balance = of_kind(BY_WORD["bedrag"], "10"), of_kind(BY_WORD["saldo"], "-30")
    for made in (
        arithmetic.add(amount, balance),
        arithmetic.add(balance, amount),
        arithmetic.sum_of([amount, balance]),
    ):
        assert (made.value, made.measure) == (-20, BALANCE)
    assert arithmetic.rest(amount, [arithmetic.subtract(amount, balance)]).value == -30


def test_figures_at_two_scales_come_in_the_numbers_of_the_smaller() -> None:
    one, other = figure("12.5", unit="mln euro"), figure("500000", unit="euro")
    for made in (arithmetic.add(one, other), arithmetic.sum_of([other, one]), arithmetic.subtract(one, other)):
        assert made.unit == "euro"
