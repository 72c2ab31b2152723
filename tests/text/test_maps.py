"""Maps in a report: which area each figure is of, in which class, and what is told of those without one."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, ChartMap, plain_text, walk
from rapportage.document.drawing import Path as Shape
from rapportage.document.drawing import texts
from rapportage.pages.charts.maps.tints import UNKNOWN, WITHHELD, WITHOUT
from rapportage.pipeline import BuildRequest, build, compose, trace
from rapportage.text.charts.map_classes import bounds_of, place_in

YEAR = """\
periode: {year}
uitgave: {{datum: 2025-06-30, status: definitief}}
bronnen:
  b: {{titel: Verzonnen cijfers, uitgever: Niemand, datum: 2025-06-30}}
cijfers:
  a: {{titel: Woningen, eenheid: woningen, bron: b, naar: {{gemeente: {{{parts}}}}}}}
"""
LAYOUT = """\
titel: Kaart
blokken:
  - grafiek:
      id: k
      titel: Woningen per gemeente
      soort: kaart
      cijfers: "{{{{ a }}}}"
      grenzen: {boundaries}
{more}"""
NAMES = ("Ede", "Epe", "Tiel", "Bergen (NH.)", "Bergen (L.)", "Zwolle")
PARTS = "Ede: 12, Epe: 250, Tiel: <5, 'Bergen (NH.)': 130, 'Bergen (L.)': ., onbekend: 3"


def project(
    folder: Path, parts: str = PARTS, more: str = "", boundaries: str = "g.geojson", names: tuple[str, ...] = NAMES
) -> Path:
    """A project with squares in a row, of which those of `names` are areas."""
    for each in ("layouts", "data", "lijsten"):
        (folder / each).mkdir(exist_ok=True)
    (folder / "data" / "2024.yaml").write_text(YEAR.format(year=2024, parts=parts), encoding="utf-8")
    layout = LAYOUT.format(boundaries=boundaries, more=more)
    (folder / "layouts" / "kaart.yaml").write_text(layout, encoding="utf-8")
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    squares = [[[(place + x) * 40_000, 400_000 + y * 40_000] for x, y in corners] for place in range(len(names))]
    features = [
        {
            "type": "Feature",
            "properties": {"statcode": f"GM000{place}", "statnaam": name, "jaar": "2024"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for place, (name, ring) in enumerate(zip(names, squares, strict=True))
    ]
    data = json.dumps({"type": "FeatureCollection", "features": features})
    (folder / "g.geojson").write_text(data, encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    findings = Findings()
    made = build(BuildRequest("kaart", "2024", folder), findings)
    assert (made is None) == any(item.severity.name == "ERROR" for item in findings)
    return [f"{item.code} {item.message}" for item in findings]


def chart(folder: Path) -> tuple[Chart, ChartMap]:
    findings = Findings()
    document = compose(BuildRequest("kaart", "2024", folder), findings)
    assert document is not None, str(findings)
    found = next(block for block in walk(document.blocks) if isinstance(block, Chart))
    assert found.map is not None
    return found, found.map


def test_every_figure_is_on_its_area_and_every_area_has_its_words(tmp_path: Path) -> None:
    made, shown = chart(project(tmp_path))
    assert shown.areas == (0, 1, 2, 3, 4, None)
    assert shown.of == (0, 2, None, 1, None, None)
    assert shown.words() == (
        "minder dan 100 (1)",
        "100 tot 200 (1)",
        "200 of meer (1)",
        "minder dan 5 (1)",
        "onbekend (1)",
        "geen gegevens (1)",
    )
    assert [plain_text(note.content) for note in made.notes] == ["Niet op de kaart: onbekend."]
    assert "Het hoogst bij Epe (250)" in made.alternative or "het hoogst bij Epe (250)" in made.alternative
    assert "minder dan 100 (1); 100 tot 200 (1); 200 of meer (1); minder dan 5 (1)" in made.alternative


def test_all_that_is_drawn_and_told_is_traced_and_no_class_is_taken_for_a_figure(tmp_path: Path) -> None:
    folder = project(tmp_path, "Ede: 1, Epe: 2, Tiel: 3, Zwolle: 4, 'Bergen (NH.)': 5, 'Bergen (L.)': 6")
    findings = Findings()
    made = build(BuildRequest("kaart", "2024", folder), findings)
    assert made is not None, str(findings)
    report = trace(made, "2024")
    assert not report.faults
    drawn = [run.text for run in texts(made.drawings["k"])]
    assert [text for text in drawn if text.isdecimal()] == ["1", "2", "3", "4", "5", "6"]


def test_what_has_no_figure_is_hatched_and_never_has_the_colour_of_a_class(tmp_path: Path) -> None:
    findings = Findings()
    made = build(BuildRequest("kaart", "2024", project(tmp_path)), findings)
    assert made is not None
    hatched = [item.hatch for item in made.drawings["k"].items if isinstance(item, Shape) and item.hatch]
    assert {*hatched} == {WITHOUT, UNKNOWN, WITHHELD}
    assert len(hatched) == 6  # on the map and in the legend


@pytest.mark.parametrize("value", ["<5", "."])
def test_a_withheld_figure_looks_the_same_whatever_it_is_in_truth(value: str, tmp_path: Path) -> None:
    shown = chart(project(tmp_path, f"Ede: 12, Epe: 250, Tiel: {value}"))[1]
    assert shown.of[2] is None


# --- Classes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("classes", "words"),
    [
        ("[100, 200]", ["minder dan 100 (3)", "100 tot 200 (2)", "200 of meer (1)"]),
        ("[100, 101, 1000]", ["minder dan 100 (3)", "100 tot 101 (1)", "101 tot 1.000 (2)", "1.000 of meer (0)"]),
        ("2", ["minder dan 150 (4)", "150 of meer (2)"]),
        ("{aantal: 3, wijze: kwantielen}", ["minder dan 12 (2)", "12 tot 150 (2)", "150 of meer (2)"]),
        ("{aantal: 3, wijze: gelijk}", ["minder dan 100 (3)", "100 tot 200 (2)", "200 of meer (1)"]),
    ],
)
def test_classes_as_asked(classes: str, words: list[str], tmp_path: Path) -> None:
    parts = "Ede: 1, Epe: 11, Tiel: 12, Zwolle: 100, 'Bergen (NH.)': 190, 'Bergen (L.)': 250"
    shown = chart(project(tmp_path, parts, f"      klassen: {classes}\n"))[1]
    assert [each.words for each in shown.classes] == words


@pytest.mark.parametrize("seed", range(20))
def test_no_other_bounds_set_figures_apart_better(seed: int) -> None:
    """By the sum of squares from the mean of each class, against every way to make so many classes."""

    def apart(ends: Sequence[int]) -> Decimal:
        rows = [values[begin:end] for begin, end in pairwise((0, *ends, len(values)))]
        means = [sum(row) / Decimal(len(row)) for row in rows]
        return sum(((each - mean) ** 2 for row, mean in zip(rows, means, strict=True) for each in row), Decimal(0))

    chance = random.Random(seed)
    values = sorted(Decimal(chance.randint(1, 10 ** chance.randint(1, 5))) for _ in range(12))
    bounds = bounds_of(values, None)
    found = [sum(place_in(bounds, value) < place for value in values) for place in range(1, len(bounds) + 1)]
    others = combinations(range(1, len(values)), len(bounds))
    assert apart(found) - min(map(apart, others)) < Decimal("1e-6")


@pytest.mark.parametrize(
    ("classes", "message"),
    [
        ("1", "T407 '1' is geen aantal klassen"),
        ("8", "T483 een kaart heeft hoogstens 7 klassen"),
        ("[]", "T483 tussen klassen zijn er 1 tot en met 6 grenzen, en dit zijn er 0"),
        ("[1, 2, 3, 4, 5, 6, 7]", "T483 tussen klassen zijn er 1 tot en met 6 grenzen, en dit zijn er 7"),
        ("[200, 100]", "T483 de grenzen tussen klassen gaan niet van laag naar hoog"),
        ("[100, 100.0]", "T483 de grenzen tussen klassen gaan niet van laag naar hoog"),
        ("[1_000]", "T407 '1_000' is geen grens van een klasse"),
        ("[veel]", "T407 'veel' is geen grens van een klasse"),
        ("{wijze: mooi}", "S105 'mooi' kan hier niet"),
    ],
)
def test_classes_that_can_not_be(classes: str, message: str, tmp_path: Path) -> None:
    assert told(project(tmp_path, more=f"      klassen: {classes}\n")) == [message]


# --- Areas ------------------------------------------------------------------------------------------------


def test_a_municipality_of_another_year_is_told_by_name(tmp_path: Path) -> None:
    folder = project(tmp_path, "Ede: 12, Weesp: 40, 'Voorne aan Zee': 50")
    parts = "Ede: GM0000\n  Weesp: {code: GM0457, tot_en_met: 2021}\n  Voorne aan Zee: {code: GM1992, vanaf: 2024}"
    (folder / "lijsten" / "g.yaml").write_text(f"verdeling: gemeente\nonderdelen:\n  {parts}\n", encoding="utf-8")
    data, file = folder / "data" / "2024.yaml", folder / "g.geojson"
    data.write_text(data.read_text("utf-8").replace("Weesp: 40, ", ""), encoding="utf-8")
    file.write_text(file.read_text("utf-8").replace('"2024"', '"2023"'), encoding="utf-8")
    assert told(folder) == [
        "T482 1 van de 2 onderdelen hebben geen grens in 'g.geojson' (grenzen van 2023): "
        "'Voorne aan Zee' (GM1992, bestaat vanaf 2024)"
    ]


def test_boundaries_of_another_year_than_the_figures_are_told(tmp_path: Path) -> None:
    folder = project(tmp_path, "Ede: 12, Epe: 40", boundaries="{bestand: g.geojson, jaar: 2023}")
    assert told(folder) == ["T485 de grenzen in 'g.geojson' zijn van 2023, en de cijfers gaan over 2024"]


def test_the_code_of_the_list_comes_before_the_name(tmp_path: Path) -> None:
    folder = project(tmp_path, "De Stad: 12, Epe: 40")
    (folder / "lijsten" / "g.yaml").write_text("verdeling: gemeente\nonderdelen: {De Stad: gm0005, Epe: GM0001}\n")
    assert chart(folder)[1].areas == (5, 1)


def test_a_name_is_known_without_its_brackets_where_that_is_one_area(tmp_path: Path) -> None:
    names = ("Groningen (gemeente)", "Bergen (NH.)", "Bergen (L.)")
    assert chart(project(tmp_path, "groningen: 12, 'Bergen (L.)': 3", names=names))[1].areas == (0, 2)
    assert "'Bergen'" in told(project(tmp_path, "groningen: 12, Bergen: 3", names=names))[0]


def test_what_is_no_area_is_named_in_a_note(tmp_path: Path) -> None:
    parts = "Ede: 12, Epe: 40, varend: 2"
    assert told(project(tmp_path, parts))[0].startswith("T482 1 van de 3 onderdelen hebben geen grens in 'g.geojson'")
    made, shown = chart(project(tmp_path, parts, boundaries="{bestand: g.geojson, zonder: [varend]}"))
    assert shown.areas == (0, 1, None)
    assert [plain_text(note.content) for note in made.notes] == ["Niet op de kaart: varend."]


def test_two_parts_that_are_one_area_are_told(tmp_path: Path) -> None:
    assert told(project(tmp_path, "Ede: 12, ede: 40, Epe: 2")) == [
        "T482 'Ede' en 'ede' zijn hetzelfde gebied op de kaart"
    ]


def test_whose_boundaries_they_are_is_in_a_note(tmp_path: Path) -> None:
    made, _ = chart(project(tmp_path, "Ede: 12, Epe: 40", boundaries="{bestand: g.geojson, bron: Kadaster}"))
    assert [plain_text(note.content) for note in made.notes] == ["Grenzen: Kadaster."]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("      vorm: gestapeld\n", "T407 de soort 'kaart' kan niet 'gestapeld' zijn"),
        ("      vanaf: 2020\n", "T407 deze grafiek is over onderdelen ('cijfers') én over perioden"),
        ("      rest: overig\n", "T407 'rest' doet niets bij de soort 'kaart'"),
        (
            '      reeksen: [{naam: A, waarde: "{{ rij }}"}, {naam: B, waarde: "{{ rij }}"}]\n',
            "T407 een kaart toont één cijfer per gebied",
        ),
    ],
)
def test_what_a_map_makes_no_use_of(more: str, message: str, tmp_path: Path) -> None:
    assert told(project(tmp_path, more=more)) == [message]


def test_a_map_needs_boundaries_and_other_kinds_have_none(tmp_path: Path) -> None:
    folder = project(tmp_path)
    layout = folder / "layouts" / "kaart.yaml"
    written = layout.read_text("utf-8")
    layout.write_text(written.replace("      grenzen: g.geojson\n", ""), encoding="utf-8")
    assert told(folder) == ["T407 een kaart heeft 'grenzen' nodig"]
    layout.write_text(written.replace("soort: kaart", "soort: liggende staaf"), encoding="utf-8")
    assert told(folder) == ["T407 'grenzen' doet niets bij de soort 'liggende staaf' over onderdelen"]
    layout.write_text(written.replace("g.geojson", "weg.geojson"), encoding="utf-8")
    assert told(folder) == ["T480 'weg.geojson' bestaat niet"]


def test_an_inset_is_told_and_is_around_the_areas_that_are_named(tmp_path: Path) -> None:
    names = (*NAMES, *(f"Dorp {at}" for at in range(9)))
    parts = "Ede: 12, Epe: 40"
    more = "      uitsnede: {naam: Veluwe, rond: [ede, GM0001]}\n"
    squares = project(tmp_path, parts, more, names=names)
    data = json.loads((squares / "g.geojson").read_text("utf-8"))
    data["features"][-1]["geometry"]["coordinates"] = [[[0, 0], [9, 0], [9, 200_000], [0, 0]]]
    (squares / "g.geojson").write_text(json.dumps(data), encoding="utf-8")
    made, shown = chart(squares)
    assert shown.inset is not None
    left, bottom, right, top = shown.inset.box
    assert (round(left, -4), round(right, -4)) == (0, 80_000)
    assert (left < 0, right > 80_000, bottom < 400_000, top > 440_000) == (True,) * 4
    assert " Vergroot: Veluwe." in made.alternative
    findings = Findings()
    result = build(BuildRequest("kaart", "2024", squares), findings)
    assert result is not None, str(findings)
    assert not trace(result, "2024").faults


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("naam: Oost, rond: [Ede, Zwolle]", "T484 de uitsnede 'Oost' is meer dan de helft van de kaart"),
        ("naam: Oost, rond: [Ede, Zwol]", "T484 'Zwol' is geen gebied in 'g.geojson'"),
        ("naam: Oost", "S102 "),
    ],
)
def test_an_inset_that_can_not_be(more: str, message: str, tmp_path: Path) -> None:
    [said] = told(project(tmp_path, more=f"      uitsnede: {{{more}}}\n"))
    assert said.startswith(message)


def test_hexagons_have_no_inset(tmp_path: Path) -> None:
    more = "      vorm: zeshoeken\n      uitsnede: {naam: Oost, rond: [Ede]}\n"
    assert told(project(tmp_path, more=more)) == ["T407 zeshoeken zijn alle even groot, en hebben geen uitsnede"]


def test_one_computed_series_is_what_is_coloured(tmp_path: Path) -> None:
    more = '      reeksen: [{naam: Dubbel, waarde: "{{ rij + rij }}"}]\n'
    made, shown = chart(project(tmp_path, "Ede: 12, Epe: 40", more))
    assert [point.text for point in made.series[0].points if point] == ["24", "80"]
    assert shown.of == (0, 1)
