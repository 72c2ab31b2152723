"""A restated figure that an older file gave keeps that file, also where a newer one has its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import check
from tests.deliveries.imports import LEVERING, MONTH, project, workbook
from tests.deliveries.test_importing import FILE
from tests.deliveries.test_tracing import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project(tmp_path, LEVERING.replace("rijkop: A,", "rijkop: A, wisselt: ja,") + "herzien: 1\n", FILE)
    april = FILE.replace("2020-05", "2020-04").replace("2020-06-24", "2020-05-20").replace("Turkije: ", "Turkije: 81")
    april = april.replace("totaal:    #", "totaal: 300 #").replace("106", "100")
    (tmp_path / "data" / "2020-04.yaml").write_text(april, encoding="utf-8")
    (tmp_path / "leveringen" / "ind-2020-05.xlsx").write_bytes(workbook())
    done = run(tmp_path, "import", "ind", "2020-05", "--herzien")
    assert done.exit_code == 0, done.output
    return tmp_path


def origins(folder: Path) -> str:
    return (folder / "data" / "2020-05.herkomst.yaml").read_text(encoding="utf-8")


def told(folder: Path) -> list[str]:
    findings = Findings()
    check([], folder, findings)
    return [item.message for item in findings if item.code.startswith("I6")]


def test_it_keeps_its_file(folder: Path) -> None:
    before = origins(folder)
    assert before.count("sha256") == 1
    (folder / "leveringen" / "ind-2020-05.xlsx").write_bytes(workbook(MONTH.replace("Bron: IND", "Bron: de IND")))
    for _ in range(2):
        done = run(folder, "import", "ind", "2020-05")
        assert done.exit_code == 0, done.output
        after = origins(folder)
        assert after.count("sha256") == 2
        (old,) = (line for line in after.splitlines() if "2020-04" in line)
        assert 'levering: "ind@' in old or "levering: ind@" in old or "levering: 'ind@" in old
        assert before[before.index("sha256: ") :][:70] in after
    assert told(folder) == []


NOT_TAKEN = "eerste_aanvragen 2020-04, Turkije: hier staat 81, en leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel B6"


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def without_restated(folder: Path) -> None:
    """The period file and its origins as an import without --herzien leaves them."""
    path = folder / "data" / "2020-05.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("\nherzien:")[0] + "\n", encoding="utf-8")
    path = folder / "data" / "2020-05.herkomst.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "2020-04" not in line), encoding="utf-8")


def test_check_tells_what_was_not_taken_over(folder: Path) -> None:
    without_restated(folder)
    (message,) = told(folder)
    assert message.startswith(NOT_TAKEN)
    april = folder / "data" / "2020-04.yaml"
    replace_in(april, "erkend C305: klopt", "erkend C305, I607: ons eigen cijfer klopt")
    assert told(folder) == []
    replace_in(april, "erkend C305, I607", "erkend C305")
    (folder / "leveringen" / "ind-2020-05.xlsx").unlink()
    assert told(folder) == []


def test_what_a_newer_delivery_gave_as_it_is_known_is_no_longer_open(folder: Path) -> None:
    without_restated(folder)
    newer = MONTH.replace(";mei;mei", ";juni;juni").replace("Turkije;80", "Turkije;81").replace("d;120", "d;119")
    replace_in(folder / "leveringen" / "ind.yaml", "herzien: 1", "herzien: 2")
    (folder / "leveringen" / "ind-2020-06.xlsx").write_bytes(workbook(newer.replace("mei 2020", "juni 2020")))
    done = run(folder, "import", "ind", "2020-06", "--datum", "2020-07-24")
    assert done.exit_code == 0, done.output
    june = folder / "data" / "2020-06.yaml"
    replace_in(june, "status: concept", "status: definitief")
    replace_in(june, "    totaal:\n", "    totaal: 5\n")
    assert told(folder) == []


def test_what_is_known_of_a_later_day_is_no_longer_open(folder: Path) -> None:
    without_restated(folder)
    replace_in(folder / "data" / "2020-04.yaml", "2020-05-20", "2020-08-20")
    assert told(folder) == []


def test_check_looks_at_restated_figures_too(folder: Path) -> None:
    assert told(folder) == []
    path = folder / "leveringen" / "ind.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("herzien: 1", "herzien: 0"), encoding="utf-8")
    (message,) = told(folder)
    assert "Turkije: de levering vindt nu geen cijfer, en vond 80" in message


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A project whose deliveries and data have the codes of a list of parts."""
    codes = MONTH.replace("Syrië", "SY").replace("Turkije", "TR")
    project(tmp_path, LEVERING + "herzien: 1\n")
    (tmp_path / "lijsten").mkdir()
    parts = "verdeling: nationaliteit\nonderdelen: {Syrië: {code: SY}, Turkije: {code: TR}}\n"
    (tmp_path / "lijsten" / "landen.yaml").write_text(parts, encoding="utf-8")
    april = codes.replace(";april;april;mei;mei", ";maart;maart;april;april").replace("in mei", "in april")
    (tmp_path / "leveringen" / "ind-2020-04.xlsx").write_bytes(workbook(april.replace("24 juni", "24 mei")))
    (tmp_path / "leveringen" / "ind-2020-05.xlsx").write_bytes(workbook(codes))
    for period, date in (("2020-04", "2020-05-24"), ("2020-05", "2020-06-24")):
        done = run(tmp_path, "import", "ind", period, "--datum", date, "--vervang")
        assert done.exit_code == 0, done.output
    return tmp_path


def test_parts_by_their_code_are_the_same_parts(listed: Path) -> None:
    """April was 341 and is 300 now; each figure has its origin, under whatever name."""
    assert {message.partition(":")[0] for message in told(listed)} == {
        "eerste_aanvragen 2020-04, totaal",
        "eerste_aanvragen 2020-04, SY",
        "eerste_aanvragen 2020-04, TR",
        "eerste_aanvragen 2020-04, onbekend",
    }


def test_what_was_taken_over_and_changed_by_hand_is_told_once(folder: Path) -> None:
    replace_in(folder / "data" / "2020-05.yaml", "Turkije: 80\n", "Turkije: 79\n")
    (message,) = told(folder)
    assert "hier staat 79, en ingelezen is 80" in message
