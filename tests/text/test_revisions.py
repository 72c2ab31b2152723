"""What a report says of figures that were restated, and what was known on which day."""

from __future__ import annotations

from pathlib import Path

from rapportage.diagnostics import Findings
from rapportage.document import Table, plain_text, walk
from rapportage.pipeline import BuildRequest, build, compose
from tests.faults import samples

LAYOUT = """\
titel: Proef
blokken:
  - tekst: In april waren het er {{ instroom['2020-04'] }}, en {{ eerste_aanvragen['2020-04'] }} eerste aanvragen.
  - wijzigingen
"""


def table(folder: Path) -> Table:
    findings = Findings()
    document = compose(BuildRequest("proef", "2020-05", folder), findings)
    assert document is not None
    (found,) = (block for block in walk(document.blocks) if isinstance(block, Table))
    return found


def rows(of: Table) -> list[list[str]]:
    return [[plain_text(cell.content).replace("\u00a0", " ") for cell in row.cells] for row in of.body]


def test_the_table_of_revisions_gives_the_reason_where_there_is_one(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    (folder / "layouts" / "proef.yaml").write_text(LAYOUT, encoding="utf-8")
    without = table(folder)
    assert [plain_text(cell.content) for cell in without.head[0].cells][-1] == "bron van de bijstelling"
    path = folder / "data" / "2020-05.yaml"
    text = path.read_text(encoding="utf-8")
    told = "instroom: {totaal: 441, bron: ind-mei, reden: dubbele registraties vervallen}"
    path.write_text(text.replace("instroom: {totaal: 441, bron: ind-mei}", told), encoding="utf-8")
    made = table(folder)
    assert [plain_text(cell.content) for cell in made.head[0].cells][-1] == "reden"
    assert rows(made) == [
        ["Asielinstroom"],
        ["April 2020", "445", "441", "−4", "IND, Asielinstroom in mei 2020", "dubbele registraties vervallen"],
        ["Eerste asielaanvragen"],
        ["April 2020", "273", "270", "−3", "IND, Asielinstroom in mei 2020", ""],
    ]


def test_a_figure_restated_in_another_unit_is_a_fault_of_the_data_and_no_row(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    (folder / "layouts" / "proef.yaml").write_text(LAYOUT, encoding="utf-8")
    path = folder / "data" / "2020-04.yaml"
    text = path.read_text(encoding="utf-8")
    series = text.index("  instroom:")
    path.write_text(text[:series] + text[series:].replace("eenheid: aanvragen", "eenheid: euro", 1), encoding="utf-8")
    findings = Findings()
    compose(BuildRequest("proef", "2020-05", folder), findings)
    assert "C211" in {finding.code for finding in findings}


def test_a_report_as_of_a_day_is_byte_for_byte_that_of_that_day(tmp_path: Path) -> None:
    """On 23 July nothing of the files that came later was known; the figures of May are those of 24 June by default."""
    now, then = samples(tmp_path / "now"), samples(tmp_path / "then")
    later = [path for path in (then / "data").glob("*.yaml") if path.stem > "2020-05"]
    later = [path for path in later if not path.stem.startswith("2020-0")]
    assert later
    for path in later:
        path.unlink()
    (then / "data" / "2020-06.yaml").unlink()
    made = []
    for folder, day in ((now, "2020-06-24"), (now, None), (then, None), (then, "2020-06-24")):
        findings = Findings()
        result = build(BuildRequest("asieltrends", "2020-05", folder, as_of=day), findings)
        assert result is not None
        made.append(result.pdf)
    assert made[0] == made[1] == made[2] == made[3]
    newest = build(BuildRequest("asieltrends", "2020-05", now, as_of="nieuwste"), Findings())
    assert newest is not None
    assert newest.pdf != made[0]
