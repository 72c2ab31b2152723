"""Columns that changed places under heads that are right: their figures are those of each other's series."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deliveries.imports import delivery, imported, project, sheet

LEVERING = """\
bestand: leveringen/ind-{periode}.xlsx
bron: {naam: ind, titel: Instroom, uitgever: IND}
koppen: [1]
reeksen:
"""
SERIES = """\
  {0}:
    titel: {0}
    eenheid: aanvragen
    totaal: {{rij: Totaal, kolom: {0}}}
    naar: {{land: {{kolom: {0}, wisselt: ja}}}}
"""
THREE = LEVERING + "".join(map(SERIES.format, ("aa", "bb", "cc")))
TOTALS = "\n".join(line for line in THREE.splitlines() if "naar" not in line)
PARTS = (
    LEVERING
    + """\
  aa:
    titel: aa
    eenheid: aanvragen
    totaal: {rij: Totaal, kolom: totaal}
    naar: {soort: {rij: Totaal, kolommen: ["*"], zonder: totaal}}
"""
)
FILE = """\
periode: {period}
uitgave: {{datum: 2020-06-24}}
bronnen: {{ind: {{titel: Instroom, uitgever: IND, datum: 2020-06-24}}}}
cijfers:
"""


def file(period: str, **series: tuple[int, ...]) -> str:
    """A period file with the total and the parts of each series."""
    text = FILE.format(period=period)
    for name, (total, *parts) in series.items():
        text += f"  {name}:\n    titel: {name}\n    eenheid: aanvragen\n    bron: ind\n    totaal: {total}\n"
        names = ", ".join(f"{land}: {part}" for land, part in zip(("NL", "BE", "DE"), parts, strict=False))
        text += f"    naar: {{land: {{{names}}}}}\n" if parts else ""
    return text


def told(
    folder: Path,
    levering: str,
    columns: dict[str, tuple[int, ...]],
    *files: str,
    target: str = "",
    first: str = "Totaal",
) -> list[str]:
    """What an import of those columns tells, of a project with those files."""
    project(folder, levering, target or None)
    for text in files:
        (folder / "data" / f"{text[9:16]}.yaml").write_text(text, encoding="utf-8")
    rows = [("Land", *columns)]
    values = zip(*columns.values(), strict=True)
    rows += [(name, *map(str, row)) for name, row in zip((first, "NL", "BE", "DE"), values, strict=False)]
    given = delivery(sheet("\n".join(";".join(row) for row in rows)))
    result, findings = imported(folder, given)
    assert result is not None, [str(item) for item in findings]
    assert not any(item.is_error for item in findings)
    return [item.message for item in findings if item.code == "I415"]


APRIL = file("2020-04", aa=(300, 100, 80, 120), bb=(20, 5, 11, 4), cc=(90, 10, 20, 60))
RIGHT = {"aa": (341, 106, 119, 116), "bb": (22, 8, 9, 5), "cc": (85, 12, 18, 55)}
SWAPPED = {"aa": RIGHT["bb"], "bb": RIGHT["aa"], "cc": RIGHT["cc"]}


def test_two_columns_that_changed_places(tmp_path: Path) -> None:
    assert told(tmp_path, THREE, SWAPPED, APRIL) == [
        "leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel B2: de cijfers van kolom B en C lijken verwisseld: die van "
        "aa zijn als bb in 2020-04 en die van bb zijn als aa in 2020-04"
    ]


def test_three_columns_that_changed_places(tmp_path: Path) -> None:
    (message,) = told(tmp_path, THREE, {"aa": RIGHT["bb"], "bb": RIGHT["cc"], "cc": RIGHT["aa"]}, APRIL)
    assert "kolom B en C en D lijken verwisseld: die van aa zijn als bb" in message


def test_totals_alone_have_to_differ_much(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    near = file("2020-04", aa=(100,), bb=(111,), cc=(5,))
    assert told(tmp_path / "a", TOTALS, {"aa": (112,), "bb": (101,), "cc": (5,)}, near) == []
    far = file("2020-04", aa=(100,), bb=(311,), cc=(5,))
    assert len(told(tmp_path / "b", TOTALS, {"aa": (312,), "bb": (101,), "cc": (5,)}, far)) == 1


def test_parts_in_columns(tmp_path: Path) -> None:
    april = APRIL[: APRIL.index("    naar")] + "    naar: {soort: {oud: 30, nieuw: 270}}\n"
    (message,) = told(tmp_path, PARTS, {"oud": (281,), "nieuw": (28,), "totaal": (309,)}, april)
    assert "kolom B en C lijken verwisseld: die van aa, oud zijn als aa, nieuw in 2020-04" in message


CROSSING = (
    LEVERING
    + """\
  aa:
    titel: aa
    eenheid: aanvragen
    naar: {land × soort: {kolommen: ["*"], wisselt: ja}}
"""
)


def test_columns_of_a_crossing_have_the_name_of_their_own_part(tmp_path: Path) -> None:
    named = {"oud": (31, 20, 11, 14), "nieuw": (305, 90, 100, 130)}
    rows = "".join(
        f"        {land}: {{oud: {old}, nieuw: {new}}}\n"
        for land, new, old in zip(("X", "NL", "BE", "DE"), *named.values(), strict=True)
    )
    april = FILE.format(period="2020-04") + "  aa:\n    titel: aa\n    eenheid: aanvragen\n    bron: ind\n    naar:\n"
    april += "      land × soort:\n" + rows
    columns = {"oud": (31, 20, 11, 14), "nieuw": (305, 90, 100, 130)}
    (message,) = told(tmp_path, CROSSING, columns, april, first="X")
    assert "die van aa, oud zijn als aa, nieuw in 2020-04 en die van aa, nieuw zijn als aa, oud in 2020-04" in message


@pytest.mark.parametrize(
    ("columns", "files"),
    [
        (RIGHT, (APRIL,)),
        (SWAPPED, ()),  # nothing to hold it against
        (SWAPPED, (file("2019-11", aa=(300, 100, 80, 120), bb=(20, 5, 11, 4)),)),  # too long ago
        # A year before it was as it is now: a season.
        (SWAPPED, (APRIL, file("2019-05", aa=(20, 5, 11, 4), bb=(300, 100, 80, 120), cc=(80, 10, 15, 55)))),
        # The figure of last month in a column of its own: one is as the other was, and not the other way round.
        ({"aa": (341, 106, 119, 116), "bb": (300, 100, 80, 120), "cc": (20, 5, 11, 4)}, (APRIL,)),
        # All of it doubled.
        ({name: tuple(2 * each for each in column) for name, column in RIGHT.items()}, (APRIL,)),
        # Two that are much alike.
        ({"aa": (310, 105, 85, 120), "bb": (300, 100, 80, 120), "cc": (85, 12, 18, 55)},
         (file("2020-04", aa=(300, 100, 80, 120), bb=(310, 105, 85, 120), cc=(90, 10, 20, 60)),)),
    ],
)  # fmt: skip
def test_nothing_is_told_where_it_may_be_right(
    tmp_path: Path, columns: dict[str, tuple[int, ...]], files: tuple[str, ...]
) -> None:
    assert told(tmp_path, THREE, columns, *files) == []


@pytest.mark.parametrize(
    ("relation", "columns", "message"),
    [
        ("som_van: [bb, cc]", {"aa": (107,), "bb": (22,), "cc": (85,)}, ""),
        ("som_van: [bb, cc]", {"aa": (22,), "bb": (107,), "cc": (85,)}, "cel B2: aa is 22, en bb + cc is 192"),
        ("onderdeel_van: bb", {"aa": (22,), "bb": (107,), "cc": (5,)}, ""),
        ("onderdeel_van: bb", {"aa": (107,), "bb": (22,), "cc": (5,)},
         "cel B2: aa is 107, meer dan bb, waarvan het een deel is: 22"),
    ],
)  # fmt: skip
def test_a_series_is_the_sum_or_a_part_of_others(
    tmp_path: Path, relation: str, columns: dict[str, tuple[int, ...]], message: str
) -> None:
    here = file("2020-05", aa=(0,), bb=(0,), cc=(0,)).replace("totaal: 0", "totaal:").replace(
        "titel: aa\n", f"titel: aa\n    {relation}\n"
    )  # fmt: skip
    found = told(tmp_path, TOTALS, columns, target=here)
    assert [each.partition("blad 'Tabel 1', ")[2] for each in found] == ([message] if message else [])


@pytest.mark.parametrize(
    ("unit", "total", "is_told"),
    [("x 1.000 personen", 69, False), ("x 1.000 personen", 70, True), ("personen", 69, True), ("km", 69, False)],
)
def test_a_sum_is_one_within_what_rounding_leaves_open(tmp_path: Path, unit: str, total: int, *, is_told: bool) -> None:
    columns = {"aa": (total,), "bb": (35,), "cc": (33,)}
    here = file("2020-05", aa=(0,), bb=(0,), cc=(0,)).replace("totaal: 0", "totaal:")
    here = here.replace("titel: aa\n", "titel: aa\n    som_van: [bb, cc]\n").replace(
        "eenheid: aanvragen", f"eenheid: {unit}"
    )
    assert (
        bool(told(tmp_path, TOTALS.replace("eenheid: aanvragen", f"eenheid: {unit}"), columns, target=here)) == is_told
    )
