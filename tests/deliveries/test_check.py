"""What `check` tells of imported figures: changed by hand, another file, a levering that no longer fits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rapportage.deliveries.asking import levering_of
from rapportage.diagnostics import Findings
from rapportage.input.loading import load_bytes
from rapportage.input.project import Project
from rapportage.input.specs.provenance import read_provenance
from rapportage.pipeline import check
from rapportage.proof.checking.origins import otherwise_in_itself
from tests.deliveries.imports import LEVERING, MONTH, delivered_project, project, workbook
from tests.deliveries.test_tracing import run

ORIGINS = "data/2020-05.herkomst.yaml"


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


def without_line(name: str, words: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if words not in line]
        assert len(kept) == len(lines) - 1
        path.write_text("".join(kept), encoding="utf-8")

    return change


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
        (replaced(ORIGINS, 'cel: D5, ruw: "106"', 'cel: D5, ruw: "107"'), "I605", "cel D5 '107', en daar staat '106'"),
        (replaced(ORIGINS, "cel: D5", "cel: D6"), "I605", "cel D6 '106', en daar staat '119'"),
        (replaced(ORIGINS, "blad: Tabel 1, cel: D5", "blad: Tabel 2, cel: D5"), "I605", "die cel is er niet"),
        (
            replaced(ORIGINS, 'cel: D5, ruw: "106"', 'cel: E5, ruw: "8"'),
            "I604",
            "vindt nu 106 (cel D5), en vond 106 in",
        ),
        (
            without_line(ORIGINS, "D5"),
            "I606",
            "Syrië: andere cijfers hier zijn ingelezen, en van dit cijfer is geen cel",
        ),
        (without_line(ORIGINS, "D4"), "I606", "totaal: andere cijfers hier zijn ingelezen"),
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


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (replaced(ORIGINS, 'ruw: "106"', 'ruw: "107"'), "I605", "ingelezen is 106, en volgens de herkomst stond in"),
        (without_line(ORIGINS, "D5"), "I606", "Syrië: andere"),
        (without_line(ORIGINS, "D4"), "", ""),  # whether a total was delivered, nobody can tell
    ],
)
def test_without_the_delivered_file_the_origins_are_held_against_the_figures(
    folder: Path, change: Callable[[Path], None], code: str, words: str
) -> None:
    gone("leveringen/ind-2020-05.xlsx")(folder)
    change(folder)
    found = told(folder)
    assert [each for each, _ in found] == ([code] if code else [])
    assert all(words in message for _, message in found)


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize(
    ("raw", "figure", "extra", "fits"),
    [
        ("106", "106*", "", True),
        ("1.234", "1234", "", True),
        ("1.234", "1.234", "", True),
        ("12,5 p", "12.5", "", True),
        ("31%", "31", "", True),
        ("12", "12000", "maal: 1000", True),
        ("106", "107", "", False),
        ("106", "-106", "", False),
        ("31%", "0.31", "", False),
        ("30,9%", "30.87", "nauwkeurig: bewaard", True),
        ("30,9%", "30.8", "nauwkeurig: bewaard", False),
        ("€ 1.234,50", "1234.50", "", True),
        ("€ 1.234,50", "1234.60", "", False),
        ("1.234,50 €", "1234.5", "", True),
        ("-€ 12", "-12", "", True),
        ("€ -12", "-12", "", True),
        ("- € 12", "12", "", False),
        ("(1.234)", "-1234", "", True),
        ("(€ 1.234)", "-1234", "", True),
        ("(1.234)", "-1235", "", False),
        ("12 pers.", "12", "", True),
        ("x", ".", "", True),
        ("-", "0", "", True),
    ],
)
def test_what_a_cell_showed_can_give_its_figure(
    tmp_path: Path, raw: str, figure: str, extra: str, *, fits: bool, is_known: bool
) -> None:
    project(tmp_path, f"{LEVERING}{extra}\n")
    lines = "leveringen:\n  ind: {bestand: weg.xlsx, sha256: " + "0" * 64 + "}\nherkomst:\n"
    lines += (
        f"  - {{reeks: eerste_aanvragen, periode: 2020-05, cijfer: '{figure}', levering: ind, cel: A1, ruw: '{raw}'}}\n"
    )
    provenance = read_provenance(load_bytes(lines.encode(), "h", Findings()), Findings())
    assert provenance is not None
    ((key, origin),) = provenance.origins.items()
    levering = levering_of(Project(tmp_path, Findings()), "ind") if is_known else None
    is_loose = not is_known and figure == "0.31"  # nobody knows any more that it was not 'maal: 0.01'
    assert bool(otherwise_in_itself(provenance, key, origin, levering)) == (not fits and not is_loose)


@pytest.mark.parametrize("name", ["hier", "D", "5", "D0", "d5", "ABCD5", f"A{'1' * 5000}", "A٣"])
def test_what_is_no_cell_is_a_fault_of_its_file(folder: Path, name: str) -> None:
    replaced(ORIGINS, "cel: D5", f'cel: "{name}"')(folder)
    done = run(folder, "build", "proef", "2020-05")
    assert done.exit_code == 1
    assert f"S104] '{name[:20]}' is geen cel" in done.output
    findings = Findings()
    check([], folder, findings)
    assert [item.code for item in findings if item.is_error] == ["S104"]


def test_a_faulty_provenance_stops_the_build(folder: Path) -> None:
    replaced("data/2020-05.herkomst.yaml", "levering: ind", "levering: coa")(folder)
    done = run(folder, "build", "proef", "2020-05")
    assert done.exit_code == 1
    assert "I601" in done.output
