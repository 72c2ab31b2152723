"""Is a figure under its own source, window and unit? Each is held against the other files, or against its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.proof.checking.test_data import HEAD, found, series
from tests.proof.checking.test_rows import codes

SOURCES = {"ind": "IND", "cbs": "CBS", "dtv": "Dienst Terugkeer en Vertrek"}
SERIES = ("a", "b", "c", "d")
"""All of IND; `e`, `f` and `vertrek_dtv` are of others."""


def months(folder: Path, last: Mapping[str, str], count: int = 3) -> list[str]:
    """Files of months with the same series; in the last some have another source. What is told, by series."""
    (folder / "data").mkdir()
    usual = {**dict.fromkeys(SERIES, "ind"), "e": "cbs", "f": "cbs", "vertrek_dtv": "dtv"}
    listed = "\n".join(
        f"  {name}: {{{{titel: Cijfers, uitgever: {who}, datum: 2021-12-31}}}}" for name, who in SOURCES.items()
    )
    head = HEAD.replace("  ind: {{titel: Instroom, uitgever: IND, datum: {source}}}", listed)
    lines: list[str] = []
    for month in range(1, count + 1):
        of = {**usual, **(last if month == count else {})}
        said = "\n".join(
            series(name, f"    totaal: {100 + 7 * month}").replace("bron: ind", f"bron: {source}")
            for name, source in of.items()
        )
        text = head.format(period=f"2020-{month:02}", date="2021-12-31", series=said)
        (folder / "data" / f"2020-{month:02}.yaml").write_text(text, "utf-8")
        lines = text.split("\n")
    told = [each for each in found(folder, {}) if each.startswith("C317")]
    assert all(each.startswith(f"C317 2020-{count:02}:") for each in told)
    return [lines[int(each.rpartition(":")[2]) - 4].strip(" :") for each in told]


@pytest.mark.parametrize("count", [2, 3, 6])
def test_a_series_under_the_source_of_another(count: int, tmp_path: Path) -> None:
    assert months(tmp_path, {"b": "cbs"}, count) == ["b"]


@pytest.mark.parametrize(
    "last",
    [
        {},
        {"b": "[ind, cbs]"},  # it passes on what the usual one counted
        {"a": "cbs", "b": "cbs", "c": "cbs"},  # another publication
    ],
)
def test_a_file_of_the_usual_sources_or_of_another_publication(last: dict[str, str], tmp_path: Path) -> None:
    assert months(tmp_path, last) == []


def test_a_series_that_is_called_after_another_publisher(tmp_path: Path) -> None:
    assert months(tmp_path, {"vertrek_dtv": "ind"}, 1) == ["vertrek_dtv"]


def test_a_window_to_the_month_before(tmp_path: Path) -> None:
    def file(*last: str) -> str:
        each = "\n".join(f"      tot en met {month}: {{totaal: {500 + place}}}" for place, month in enumerate(last))
        return series("a", f"    vensters:\n{each}")

    assert codes(tmp_path, {"2020-05": file("mei")}, "C318") == []
    assert codes(tmp_path, {"2020-05": file("april")}, "C318") == ["C318 2020-05:11"]
    assert codes(tmp_path, {"2020-05": file("april", "mei")}, "C318") == ["C318 2020-05:11"]


@pytest.mark.parametrize(
    ("unit", "rounded", "expected"),
    [
        ("x 1.000", 10, True),
        ("personen (x 1.000)", 100, True),
        ("x 1.000", 1, False),
        ("personen", 10, False),
        ("mln euro", 10, False),
    ],
)
def test_thousands_that_seem_to_be_ones(unit: str, rounded: int, expected: bool, tmp_path: Path) -> None:
    text = series("a", "    totaal: 44400", f"    afgerond_op: {rounded}").replace("aanvragen", unit)
    assert codes(tmp_path, {"2020": text}, "C319") == (["C319 2020:8"] if expected else [])


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (("10", "10", "10"), []),
        (("10", "09", "10"), ["C318 2019:17"]),
        (("10", "11", "10", "10"), ["C318 2019:17"]),
        (("10", "06", "10"), []),  # another publication of that source
        (("10", "09"), []),
        (("10", "09", "10", "09"), []),
    ],
)
def test_one_window_that_ends_elsewhere(ends: tuple[str, ...], expected: list[str], tmp_path: Path) -> None:
    text = "\n".join(
        series(f"r{place}", f"    vensters:\n      2019-01/2019-{end}: {{totaal: {500 + 7 * place}}}")
        for place, end in enumerate(ends)
    )
    assert codes(tmp_path, {"2019": text}, "C318") == expected


@pytest.mark.parametrize(
    ("address", "day", "is_told"),
    [
        ("2018/04/30/stabiel", "2018-03-30", True),
        ("20180430/stabiel", "2017-04-30", True),
        ("2018-04-30-stabiel", "2018-03", True),
        ("2018/04/30/stabiel", "2018-04-30", False),
        ("2018/04/30/stabiel", "2018-05-02", False),  # renewed
        ("2018/04/30/stabiel", "2018", False),
        ("2018/18/minder", "2018-03-30", False),
        ("251942/lager", "2018-03-30", False),
    ],
)
def test_the_date_of_a_source_and_of_its_address(address: str, day: str, is_told: bool, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    text = HEAD.format(period="2017", date="2021-12-31", source=day, series=series("a", "    totaal: 60"))
    text = text.replace("uitgever: IND", f"url: 'https://voorbeeld.nl/{address}', uitgever: IND")
    (tmp_path / "data" / "2017.yaml").write_text(text, "utf-8")
    assert codes(tmp_path, {}, "C320") == (["C320 2017:4"] if is_told else [])


@pytest.mark.parametrize(
    "place", ["    bron: cbs", "    bron: [ind, cbs]", "    herzien:\n      2019: {bron: cbs, totaal: 61}", ""]
)
def test_a_source_that_no_figure_has(place: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    text = HEAD.format(period="2020", date="2021-12-31", source="2021-12-31", series=series("a", "    totaal: 60"))
    text = text.replace("bronnen:\n", "bronnen:\n  cbs: {titel: T2, uitgever: CBS, datum: 2021-12-31}\n")
    if "bron: " in place and "herzien" not in place:
        text = text.replace("    bron: ind", place)
    else:
        text += f"\n{place}\n"
    (tmp_path / "data" / "2020.yaml").write_text(text, "utf-8")
    expected = {"    bron: cbs": ["C321 2020:5"], "": ["C321 2020:4"]}
    assert codes(tmp_path, {}, "C321") == expected.get(place, [])
