"""A period with the mark of a provisional one makes its figures so, where the levering says that."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.deliveries.imports import delivery, imported, project, sheet
from tests.deliveries.test_importing import codes, text_of

LEVERING = """\
bestand: leveringen/ind-{periode}.xlsx
bron: {naam: cbs, titel: Tabel, uitgever: CBS}
TEKENSreeksen:
  inwoners: {titel: Inwoners, eenheid: personen, totaal: TOTAAL}
"""
LONG = (
    "Perioden;Land;Waarde\n2020 april;NL;2021\n2020 mei*;NL;2020\n2020 mei*;BE;9\n",
    "{kiezen: {Perioden: '{periode}', Land: NL}, kolom: Waarde}",
)
WIDE = ("Land;2020 april;2020 mei*\nNL;2021;2020\n", "{rij: NL, kolom: '{periode}'}")


@pytest.mark.parametrize(("text", "asked"), [LONG, WIDE])
def test_it_has_to_be_said_what_the_mark_means(text: str, asked: str, tmp_path: Path) -> None:
    for signs, figure in (("", ""), ("tekens: {'*': voorlopig}\n", "2020*"), ("tekens: {'*': zonder}\n", "2020")):
        folder = tmp_path / (figure or "zonder").replace("*", "p")
        folder.mkdir()
        levering = LEVERING.replace("TEKENS", signs).replace("TOTAAL", asked)
        _, findings = imported(project(folder, levering), delivery(sheet(text, "")))
        assert codes(findings) == ([] if figure else ["I412"])
        if figure:
            assert text_of(folder).endswith(f"totaal: {figure}\n")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Land;2020 april;2020 mei*\nNL;2021;2020 b\n", ""),
        (";2020 mei*;\nLand;Man;Vrouw\nNL;2021;2020\n", "koppen: [1, 2]\nkoppen_doorlopend: ja\n"),
        (";2020 mei*;\nLand;Man;Vrouw\nNL;2021;2020 b\n", "koppen: [1, 2]\nkoppen_doorlopend: ja\n"),
    ],
)
def test_the_mark_of_a_period_stays_beside_another_and_where_heads_go_on(text: str, keys: str, tmp_path: Path) -> None:
    column = "['{periode}', Vrouw]" if keys else "'{periode}'"
    signs = "tekens: {'*': voorlopig, b: zonder}\n"
    levering = LEVERING.replace("TEKENS", keys + signs).replace("TOTAAL", f"{{rij: NL, kolom: {column}}}")
    made = sheet(text.replace(" b", ""), "")
    if " b" in text:
        rows = (*made.rows[:-1], (*made.rows[-1][:-1], replace(made.rows[-1][-1], mark="b")))
        made = replace(made, rows=rows)
    _, findings = imported(project(tmp_path, levering), delivery(made))
    assert codes(findings) == []
    assert text_of(tmp_path).endswith("totaal: 2020*\n")
