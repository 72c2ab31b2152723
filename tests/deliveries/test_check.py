"""What `check` tells of imported figures: changed by hand, another file, a levering that no longer fits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import check
from tests.deliveries.imports import MONTH, delivered_project, workbook
from tests.deliveries.test_tracing import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    delivered_project(tmp_path)
    done = run(tmp_path, "import", "ind", "2020-05", "--datum", "2020-06-24")
    assert done.exit_code == 0, done.output
    return tmp_path


def told(folder: Path) -> list[tuple[str, str]]:
    findings = Findings()
    check([], folder, findings)
    return [(item.code, item.message) for item in findings if item.code.startswith("I")]


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def delivered_again(folder: Path) -> None:
    (folder / "leveringen" / "ind-2020-05.xlsx").write_bytes(workbook(MONTH.replace("106", "107")))


def gone(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def test_of_what_is_as_it_was_nothing_is_told(folder: Path) -> None:
    assert told(folder) == []


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (replaced("data/2020-05.yaml", "Syrië: 106", "Syrië: 105"), "I602", "hier staat 105, en ingelezen is 106, uit"),
        (replaced("data/2020-05.yaml", "        Turkije: 119\n", ""), "I602", "staat niet meer in"),
        (delivered_again, "I603", "is nu een ander bestand"),
        (replaced("leveringen/ind.yaml", "rij: Totaal", "rij: Alles"), "I604", "past niet meer: "),
        (replaced("leveringen/ind.yaml", "naar: {", "naar: {land: {volledig: nee, kolom: [mei, Eerste]}, "), "", ""),
        (gone("leveringen/ind.yaml"), "I604", "de levering 'ind' is er niet meer"),
        (gone("leveringen/ind-2020-05.xlsx"), "", ""),
    ],
)
def test_what_was_changed_is_told(folder: Path, change: Callable[[Path], None], code: str, words: str) -> None:
    change(folder)
    found = told(folder)
    assert [each for each, _ in found] == ([code] if code else [])
    assert all(words in message for _, message in found)


def test_a_build_tells_a_changed_figure_as_well(folder: Path) -> None:
    replaced("data/2020-05.yaml", "Syrië: 106", "Syrië: 105")(folder)
    done = run(folder, "build", "proef", "2020-05")
    assert done.exit_code == 0, done.output
    assert "waarschuwing[I602] eerste_aanvragen, Syrië: hier staat 105, en ingelezen is 106, uit" in done.output


def test_it_can_be_acknowledged(folder: Path) -> None:
    replaced("data/2020-05.yaml", "Syrië: 106", "Syrië: 105  # erkend I602: gecorrigeerd na een telefoontje")(folder)
    assert told(folder) == []


def test_a_faulty_provenance_stops_the_build(folder: Path) -> None:
    replaced("data/2020-05.herkomst.yaml", "levering: ind", "levering: coa")(folder)
    done = run(folder, "build", "proef", "2020-05")
    assert done.exit_code == 1
    assert "I601" in done.output
