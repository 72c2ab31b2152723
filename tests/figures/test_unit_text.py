"""What the text of a unit says: in what size its figures are, of what, and so what may be done with them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.figures.measure_kinds import BY_WORD, KINDS, MEAN
from rapportage.figures.unit_text import SCALES, Scale, kind_of, unit_of

UNITS = """
aanvragen | 1 | aanvragen | aantal
aantal | 1 | aantal | aantal
aanvragen per maand | 1 | aanvragen per maand | aantal
weduwen/weduwnaars | 1 | weduwen/weduwnaars | aantal
miljoenste delen | 1 | miljoenste delen | aantal
duizendpoten | 1 | duizendpoten | aantal
dagopnamen | 1 | dagopnamen | aantal
parkeermeters | 1 | parkeermeters | aantal
eurovignetten | 1 | eurovignetten | aantal
leerlingen op de school | 1 | leerlingen op de school | aantal
x 1.0005 | 1 | x 1.0005 | aantal
x 1.000 | 1000 |  | aantal
x 1 000 | 1000 |  | aantal
× 1.000.000 personen | 1000000 | personen | aantal
1.000 personen | 1000 | personen | aantal
personen (x 1.000) | 1000 | personen | aantal
duizend personen | 1000 | personen | aantal
euro | 1 | euro | bedrag
€ | 1 | € | bedrag
x 1.000 euro | 1000 | euro | bedrag
euro (x 1.000) | 1000 | euro | bedrag
euro, x 1 000 000 | 1000000 | euro | bedrag
mln euro | 1000000 | euro | bedrag
Mln. euro | 1000000 | euro | bedrag
€ mln | 1000000 | € | bedrag
in miljoenen euro | 1000000 | euro | bedrag
miljard euro | 1000000000 | euro | bedrag
mld euro | 1000000000 | euro | bedrag
km | 1 | km | hoeveelheid
Mton CO2 | 1 | Mton CO2 | hoeveelheid
mln kWh | 1000000 | kWh | hoeveelheid
hectare | 1 | hectare | hoeveelheid
reizigerskilometers | 1 | reizigerskilometers | hoeveelheid
fte | 1 | fte | hoeveelheid
x 1.000 uur | 1000 | uur | hoeveelheid
% | 1 | % | aandeel
procent | 1 | procent | aandeel
% van het bbp | 1 | % van het bbp | verhouding
promille | 1 | promille | verhouding
per 1.000 inwoners | 1 | per 1.000 inwoners | verhouding
per miljoen inwoners | 1 | per miljoen inwoners | verhouding
leerlingen per groep | 1 | leerlingen per groep | verhouding
euro per maand | 1 | euro per maand | verhouding
euro/m2 | 1 | euro/m2 | verhouding
inwoners/km² | 1 | inwoners/km² | verhouding
procentpunt | 1 | procentpunt | verandering
%-punt | 1 | %-punt | verandering
index | 1 | index | index
index (2020=100) | 1 | index (2020=100) | index
2015 = 100 | 1 | 2015 = 100 | index
maanden | 1 | maanden | gemiddelde
dagen | 1 | dagen | gemiddelde
jaar | 1 | jaar | gemiddelde
°C | 1 | °C | temperatuur
graden Celsius | 1 | graden Celsius | temperatuur
"""


@pytest.mark.parametrize("line", UNITS.strip().splitlines())
def test_what_a_unit_says(line: str) -> None:
    text, ones, thing, kind = (part.strip() for part in line.split("|"))
    found = unit_of(text)
    assert (found.scale.ones, found.thing, found.kind.word) == (Decimal(ones), thing, kind)
    assert unit_of(text.replace(" ", "\N{NO-BREAK SPACE}")).kind == found.kind


@pytest.mark.parametrize("piece", ["(", "per ", "x 1.000 ", "a/", ","])
def test_a_long_unit_takes_no_time(piece: str) -> None:
    """The time of patterns may grow with the square of a text: this would take minutes."""
    assert unit_of(piece * 50_000).kind.word == "aantal"


def test_every_kind_but_a_balance_has_a_unit() -> None:
    """A balance is one of what another unit is of: only the series can say it."""
    kinds = {line.split("|")[-1].strip() for line in UNITS.strip().splitlines()}
    assert kinds == {kind.word for kind in KINDS} - {"saldo"} == set(BY_WORD) - {"saldo"}


@pytest.mark.parametrize(
    ("title", "is_mean"),
    [
        ("Gemiddelde verkoopprijs van een woning", True),
        ("Verkoopprijzen", True),
        ("Uurtarief", True),
        ("Mediaan inkomen", True),
        ("Uitgaven", False),
        ("Prijzengeld", False),
        ("Uitgaven in constante prijzen", False),
        ("Uitgaven, prijzen van 2015", False),
        ("", False),
    ],
)
def test_a_price_is_no_amount(title: str, is_mean: bool) -> None:
    assert (kind_of("euro", title) == MEAN) is is_mean
    assert kind_of("woningen", title).word == "aantal"
    assert kind_of("mln euro", title).word == "bedrag"


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("thing", ["", "euro", "personen", "kWh"])
def test_a_unit_at_a_scale_is_read_as_such(scale: Scale, thing: str) -> None:
    there = unit_of(unit_of(f"mln {thing}").at(scale))
    assert (there.scale, there.thing) == (scale, thing)
