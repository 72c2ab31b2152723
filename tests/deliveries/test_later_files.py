"""Several periods of one file: a period without a file of its own is sought in that of a later one, by its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.deliveries.importing import ImportRequest, import_delivery
from rapportage.deliveries.opening import open_delivery
from rapportage.diagnostics import Findings
from rapportage.pipeline import check
from tests.deliveries.imports import LEVERING, MONTH, project, workbook
from tests.deliveries.test_other_periods import MAY, ONE, ONE_LEVERING

YEARS = MONTH.replace(";april;april;mei;mei", ";2019;2019;2020;2020")
EACH_YEAR = LEVERING.replace("ind-{periode}", "ind-{jaar}").replace("{maandnaam} {jaar}", "{jaar}").replace(
    MAY, '["{jaar}", Eerste]'
)  # fmt: skip


def told(
    folder: Path, files: dict[str, str], period: str, levering: str = LEVERING, *, write: bool = False
) -> tuple[str, list[str]]:
    """The period file that is made of workbooks by name, and what is told."""
    project(folder, levering)
    (folder / "leveringen" / "ind-2020-05.xlsx").unlink()
    for name, text in files.items():
        (folder / "leveringen" / f"{name}.xlsx").write_bytes(workbook(text))
    findings = Findings()
    result = import_delivery(ImportRequest("ind", period, folder), open_delivery(folder), findings)
    if result is not None and write:
        for path, data in result.made.items():
            path.write_bytes(data)
    texts = {path.name: data.decode() for path, data in result.made.items()} if result else {}
    return "\n".join(texts.values()), [f"{item.code} {item.message}" for item in findings]


@pytest.mark.parametrize(
    ("files", "period", "levering", "figure"),
    [
        (["ind-2020-05"], "2020-04", LEVERING, "totaal: 300"),
        (["ind-2020-07", "ind-2020-05"], "2020-04", LEVERING, "ind-2020-05.xlsx"),  # the nearest
        (["ind-2020-04", "ind-2020-05"], "2020-04", LEVERING, "ind-2020-04.xlsx"),  # its own
        (["ind-2020-05"], "2020-04", LEVERING.replace("{maandnaam}", "april"), "totaal: 300"),
    ],
)
def test_the_words_find_an_earlier_month(
    tmp_path: Path, files: list[str], period: str, levering: str, figure: str
) -> None:
    made, found = told(tmp_path, dict.fromkeys(files, MONTH), period, levering)
    assert found == []
    assert figure in made
    assert f"periode: {period}" in made


def test_an_earlier_year_says_its_year(tmp_path: Path) -> None:
    made, found = told(tmp_path, {"ind-2020": YEARS}, "2019", EACH_YEAR)
    assert found == []
    assert "totaal: 300" in made


YEARLY = ONE_LEVERING.replace("{periode}", "{jaar}").replace("{maandnaam} ", "")
NO_FILE = "en in leveringen/ind-{0}.xlsx is {1} zo niet te vinden"


@pytest.mark.parametrize(
    ("name", "text", "period", "levering", "first"),
    [
        ("2020-05", MONTH, "2020-03", LEVERING, "I304 leveringen/ind-2020-05.xlsx, blad 'Tabel 1': er is geen kolom"),
        ("2020-05", ONE, "2020-04", ONE_LEVERING, "I316 leveringen/ind-2020-05.xlsx: de naam van het bestand zegt"),
        ("2020-05", MONTH, "2019-05", LEVERING, "I316 leveringen/ind-2020-05.xlsx: de naam van het bestand zegt"),
        ("2020", ONE, "2019", YEARLY, "I316 leveringen/ind-2020.xlsx: de naam"),
        ("2020", ONE, "2020-04", ONE_LEVERING, "I316 leveringen/ind-2020.xlsx: de naam van het bestand zegt '2020'"),
    ],
)
def test_nothing_of_another_period_is_taken(
    tmp_path: Path, name: str, text: str, period: str, levering: str, first: str
) -> None:
    made, found = told(tmp_path, {f"ind-{name}": text}, period, levering)
    assert made == ""
    assert [each.partition(" ")[0] for each in found] == [first.partition(" ")[0], "I206"]
    assert found[0].startswith(first)
    assert found[1].endswith(NO_FILE.format(name, period))


def test_a_file_of_an_earlier_period_gives_no_later_one(tmp_path: Path) -> None:
    made, found = told(tmp_path, {"ind-2020-05": MONTH}, "2020-06")
    assert (made, [each.partition(" ")[0] for each in found]) == ("", ["I206"])


def test_check_reads_it_so_again(tmp_path: Path) -> None:
    told(tmp_path, {"ind-2020-05": MONTH}, "2020-04", LEVERING, write=True)
    findings = Findings()
    check([], tmp_path, findings)
    assert [item.message for item in findings if item.code.startswith("I")] == []


def test_more_files_of_that_later_period_are_asked_about(tmp_path: Path) -> None:
    levering = LEVERING.replace("ind-{periode}", "ind-{periode}*")
    made, found = told(tmp_path, {"ind-2020-05-a": MONTH, "ind-2020-05-b": MONTH}, "2020-04", levering)
    assert made == ""
    (message,) = found
    assert message.startswith("I207 er zijn 2 bestanden")
    assert "ind-2020-05-a.xlsx, ind-2020-05-b.xlsx" in message


APRIL = """\
periode: 2020-04
uitgave: {{{status}datum: 2020-07-01}}
bronnen:
  ind: {{titel: Asielinstroom in april 2020, uitgever: IND, datum: 2020-06-24}}
cijfers:
  eerste_aanvragen:
    titel: Eerste aanvragen
    eenheid: aanvragen
    bron: ind
    totaal: 301
    naar: {{nationaliteit: {{Syrië: 100, Turkije: 80, onbekend: 120}}}}
"""


@pytest.mark.parametrize("earlier", [0, 1])
@pytest.mark.parametrize("replaces", [False, True])
def test_what_was_published_is_restated_by_a_later_file_and_not_replaced(
    tmp_path: Path, earlier: int, *, replaces: bool
) -> None:
    project(tmp_path)
    (tmp_path / "data" / "2020-04.yaml").write_text(APRIL.format(status=""), encoding="utf-8")
    project(tmp_path, f"{LEVERING}herzien: {earlier}\n")
    (tmp_path / "leveringen" / "ind-2020-05.xlsx").write_bytes(workbook(MONTH))
    findings = Findings()
    request = ImportRequest("ind", "2020-04", tmp_path, replaces=replaces)
    assert import_delivery(request, open_delivery(tmp_path), findings) is None
    (item,) = findings
    assert (item.code, item.message[:10]) == ("I501", "eerste_aan")
    more = "" if earlier else " (met 'herzien: 1' in de levering)"
    assert f"met rapportage import ind 2020-05 --herzien{more} komt het bijgestelde cijfer in 2020-05" in str(item.hint)


def test_a_draft_and_what_came_from_that_file_may_be_replaced(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "data" / "2020-04.yaml").write_text(APRIL.format(status="status: concept, "), encoding="utf-8")
    files = {"ind-2020-05": MONTH}
    _, found = told(tmp_path, files, "2020-04")
    assert [each.partition(" ")[0] for each in found] == ["I501"]
    (tmp_path / "data" / "2020-04.yaml").unlink()
    told(tmp_path, files, "2020-04", write=True)
    path = tmp_path / "data" / "2020-04.yaml"
    text = path.read_text(encoding="utf-8").replace("totaal: 300", "totaal: 301")
    text = text.replace("  status: concept\n  datum:\n", "  datum: 2020-07-01\n")
    assert "datum: 2020-07" in text
    path.write_text(text, encoding="utf-8")
    findings = Findings()
    result = import_delivery(
        ImportRequest("ind", "2020-04", tmp_path, replaces=True), open_delivery(tmp_path), findings
    )
    assert [item.message for item in findings] == []
    assert result is not None
    assert result.replaced == 1
