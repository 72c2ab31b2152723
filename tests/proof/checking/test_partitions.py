"""Parts that made their total once, or are all there are by their names, have to make it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.checking.test_data import found, series


def of(total: int, parts: str, more: str = "") -> str:
    return series("a", f"    totaal: {total}\n    naar: {{groep: {{{parts}}}}}", more)


@pytest.mark.parametrize(
    ("before", "now", "is_told"),
    [
        ((459800, "met: 417300, zonder: 42500"), (452300, "met: 411600, zonder: 40700"), False),
        ((459800, "met: 417300, zonder: 42500"), (452300, "met: 411600, zonder: 40070"), True),
        ((459800, "met: 417300, zonder: 42500"), (452300, "met: 411600, elders: 40070"), False),  # other parts
        ((459800, "met: 417300, zonder: 42000"), (452300, "met: 411600, zonder: 40070"), False),  # never made it
        ((8, "met: 4, zonder: <5"), (9, "met: 4, zonder: 4"), False),  # which anything makes
    ],
)
def test_the_same_parts_made_their_total_once_before(
    before: tuple[int, str], now: tuple[int, str], is_told: bool, tmp_path: Path
) -> None:
    files = {"2020-01": of(*before), "2020-02": of(*now)}
    codes = [each for each in found(tmp_path, files) if each.startswith("C301")]
    assert codes == (["C301 2020-02:11"] if is_told else [])


@pytest.mark.parametrize(
    ("parts", "is_told"),
    [
        ("mannen: 32400, vrouwen: 6700", True),  # 7600
        ("mannen: 32400, vrouwen: 7500", False),  # of a hundred it is not known
        ("mannen: 32400, onbekend: 6700", False),
        ("12 tot 18 jaar: 5000, 18 tot 25 jaar: 9200, 25 tot 45 jaar: 16400, 45 jaar of ouder: 4900", True),  # 9400
        ("12 tot 18 jaar: 5000, 18 tot 25 jaar: 9200, 25 tot 45 jaar: 4900", False),
        ("0 tot 18 jaar: 5000, 25 tot 45 jaar: 25600, 45 jaar of ouder: 4900", False),  # some are left out
        ("tot en met 1.000: 25000*, 1.001 tot en met 2.000: 5600*, meer dan 2.000: 4900*", True),
    ],
)
def test_all_parts_of_which_one_has_two_digits_the_other_way_round(parts: str, is_told: bool, tmp_path: Path) -> None:
    codes = [each[:4] for each in found(tmp_path, {"2020": of(40000, parts)})]
    assert ("C301" in codes) == is_told


def test_digits_swapped_in_what_hardly_changes(tmp_path: Path) -> None:
    def course(wrong: int) -> str:
        return f"    reeks: {{2015: 17828000, 2016: 17850000, 2017: {wrong}, 2018: 17942600, 2019: 17960000}}"

    for wrong, codes in ((17910000, []), (19710000, ["C305"]), (18910000, [])):
        assert [each[:4] for each in found(tmp_path, {"2019": series("a", course(wrong), "    soort: stand")})] == codes


@pytest.mark.parametrize(
    ("parts", "is_told"),
    [
        ("mannen: 67.9, vrouwen: 69.7", True),
        ("mannen: 76.9, vrouwen: 69.7", False),
        ("15 tot 25 jaar: 60.1, 25 jaar of ouder: 69.7", True),
        ("havo: 67.9, vwo: 69.7", False),  # there are other schools
    ],
)
def test_a_mean_is_between_those_of_all_groups(parts: str, is_told: bool, tmp_path: Path) -> None:
    figures = f"    totaal: 73.3\n    naar: {{groep: {{{parts}}}}}"
    text = series("a", figures, "    maat: gemiddelde").replace("eenheid: aanvragen", "eenheid: dagen")
    assert [each[:4] for each in found(tmp_path, {"2020": text})] == (["C301"] if is_told else [])
