"""A figure in the PDF leads back to the cell of the delivered file, and everything beside the PDF names that file."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rapportage.cli.main import cli
from rapportage.diagnostics import Findings
from rapportage.document import deliveries, figures
from rapportage.pipeline import BuildRequest, build, trace
from rapportage.proof.tracing import as_html, as_json, as_text, from_json
from tests.deliveries.imports import delivered_project
from tests.deliveries.test_importing import codes


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--project", str(folder)])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = delivered_project(tmp_path_factory.mktemp("project"))
    done = run(folder, "import", "ind", "2020-05", "--datum", "2020-06-24")
    assert done.exit_code == 0, done.output
    return folder


def copied(made: Path, folder: Path) -> Path:
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return folder


def test_trace_goes_on_to_the_cell(made: Path) -> None:
    findings = Findings()
    built = build(BuildRequest("proef", "2020-05", made), findings)
    assert codes(findings) == []
    assert built is not None
    report = trace(built, "2020-05")
    text = as_text(report)
    assert "leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel D5: 106 (sha256 " in text
    assert "geleverd in leveringen/ind-2020-05.xlsx, blad &#x27;Tabel 1&#x27;, cel D5: 106" in as_html(report)
    told = json.loads(as_json(report))
    cells = [each["geleverd"]["cel"] for figure in told["cijfers"] for each in figure["invoer"]]
    assert {"D4", "D5"} <= set(cells)
    assert as_json(from_json(as_json(report))) == as_json(report)


def test_a_figure_that_was_changed_by_hand_is_of_no_cell(made: Path, tmp_path: Path) -> None:
    folder = copied(made, tmp_path)
    path = folder / "data" / "2020-05.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Syrië: 106", "Syrië: 105"), encoding="utf-8")
    built = build(BuildRequest("proef", "2020-05", folder), Findings())
    assert built is not None
    report = trace(built, "2020-05")
    words = "niet meer het ingelezen 106 van leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel D5: 106 (sha256 "
    assert f"          met de hand veranderd, {words}" in as_text(report)
    assert "; <strong>met de hand veranderd, niet meer het ingelezen 106 van leveringen/" in as_html(report)
    cells = [each for figure in json.loads(as_json(report))["cijfers"] for each in figure["invoer"]]
    changed = [each for each in cells if each["getypt"] == "105"]
    assert changed
    assert all("geleverd" not in each for each in changed)
    assert {each["veranderd_na_import"]["ingelezen"] for each in changed} == {"106"}
    assert as_json(from_json(as_json(report))) == as_json(report)


def test_what_gave_none_of_the_figures_any_more_is_no_source_of_them(made: Path, tmp_path: Path) -> None:
    folder = copied(made, tmp_path)
    path = folder / "data" / "2020-05.yaml"
    changed = {"341": "342", "106": "107", "119": "118", "116": "117"}
    text = re.sub(r": (341|106|119|116)$", lambda each: f": {changed[each[1]]}", path.read_text("utf-8"), flags=re.M)
    path.write_text(text, encoding="utf-8")
    built = build(BuildRequest("proef", "2020-05", folder), Findings())
    assert built is not None
    assert deliveries(figures(built.document)) == ()


def test_the_delivered_file_may_be_elsewhere(made: Path, tmp_path: Path) -> None:
    folder = copied(made, tmp_path)
    (folder / "leveringen" / "ind-2020-05.xlsx").unlink()
    done = run(folder, "build", "proef", "2020-05", "--manifest", "--bijlagen")
    assert done.exit_code == 0, done.output
    manifest = json.loads((folder / "build" / "proef-2020-05.manifest.json").read_text(encoding="utf-8"))
    (delivered,) = manifest["leveringen"]
    assert delivered["bestand"] == "leveringen/ind-2020-05.xlsx"
    assert len(delivered["sha256"]) == 64
    assert "data/2020-05.herkomst.yaml" in [each["bestand"] for each in manifest["invoer"]]
    again = CliRunner().invoke(
        cli, ["reproduce", str(folder / "build" / "proef-2020-05.manifest.json"), "--project", str(folder)]
    )
    assert again.exit_code == 0, again.output


def test_attached_data_name_the_delivered_file(made: Path) -> None:
    from rapportage.pages.attachments import publication
    from rapportage.pages.attachments.csvw import csvw
    from rapportage.pages.attachments.ods_content import content

    built = build(BuildRequest("proef", "2020-05", made), Findings())
    assert built is not None
    with built.document.spoken():
        data = publication(built.document)
        words = "Geleverd bestand: leveringen/ind-2020-05.xlsx (SHA-256 "
        assert words in csvw(data, ["a.csv"]).decode()
        assert words in content(data)


def test_a_small_count_that_is_withheld_leads_to_no_cell(made: Path, tmp_path: Path) -> None:
    folder = copied(made, tmp_path)
    text = "\"Er waren {{ eerste_aanvragen['Syrië'] }}.\""
    layout = f"titel: Proef\ngeheimhouding: {{drempel: 110}}\nblokken:\n  - tekst: {text}\n"
    (folder / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    built = build(BuildRequest("proef", "2020-05", folder), Findings())
    assert built is not None
    text = as_text(trace(built, "2020-05"))
    assert "<110" in text
    assert "106" not in text
    assert "cel D5" not in text
