"""`build --manifest` and `reproduce` as a user runs them: another folder, another time, the same report."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.faults import project
from tests.second_style import styled

NAME = "proef-2020-05"


def made(folder: Path, *options: str) -> Path:
    """The manifest of a small report in `folder`."""
    project(folder)
    done = run("build", "proef", "2020-05", "--project", folder, "--manifest", *options)
    assert done.returncode == 0, done.stderr
    (path,) = (folder / "build").glob("*.manifest.json")
    return path


def test_a_report_is_made_again_elsewhere(tmp_path: Path) -> None:
    manifest = made(tmp_path / "hier", "--bijlagen")
    shutil.move(tmp_path / "hier", tmp_path / "daar")
    manifest = tmp_path / "daar" / "build" / manifest.name
    before = sorted(path.name for path in manifest.parent.iterdir())
    done = run("reproduce", manifest, "--project", tmp_path / "daar", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "invoer: 2 van 2 bestanden gelijk" in done.stderr
    assert f"bestand: {NAME}.pdf, naast het manifest, is nog zoals het is gemaakt" in done.stderr
    assert f"uitvoer: {NAME}.pdf is opnieuw gemaakt, byte voor byte zoals in het manifest" in done.stderr
    assert sorted(path.name for path in manifest.parent.iterdir()) == before  # nothing is written


def test_the_same_manifest_whatever_the_surroundings_and_the_folder(tmp_path: Path) -> None:
    texts = []
    for number, environment in enumerate(({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "LANG": "C"})):
        folder = project(tmp_path / str(number))
        run("build", "proef", "2020-05", "--project", folder, "--manifest", **environment)
        texts.append((folder / "build" / f"{NAME}.manifest.json").read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    assert str(tmp_path) not in texts[0]


def test_a_path_as_layout_is_kept_from_the_project(tmp_path: Path) -> None:
    folder = project(tmp_path)
    arguments = ("layouts/proef.yaml", "2020-05", "-o", "uit.pdf", "--manifest", "--peildatum", "nieuwste")
    assert run("build", *arguments, cwd=folder).returncode == 0
    read = json.loads((folder / "uit.manifest.json").read_text(encoding="utf-8"))
    assert (read["layout"], read["periode"], read["peildatum"]) == ("layouts/proef.yaml", "2020-05", "nieuwste")
    done = run("reproduce", folder / "uit.manifest.json", "--project", folder, cwd=tmp_path.parent)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["uit.pdf", "uit.ods.pdf", "uit.PDF"])
def test_the_pdf_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path)
    assert run("build", "proef", "2020-05", "-o", name, "--manifest", cwd=folder).returncode == 0
    (manifest,) = folder.glob("*.manifest.json")
    done = run("reproduce", manifest, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert f"uitvoer: {name} is opnieuw gemaakt, byte voor byte zoals in het manifest" in done.stderr


def test_every_file_of_a_house_style_is_recorded(tmp_path: Path) -> None:
    folder = styled(tmp_path, "A5", "kerncijfers")
    assert run("build", "kerncijfers", "2020-05", "--project", folder, "--manifest").returncode == 0
    read = json.loads((folder / "build" / "kerncijfers-2020-05.manifest.json").read_text(encoding="utf-8"))
    files = [each["bestand"] for each in read["invoer"]]
    assert files == sorted(files)
    for name in (
        "huisstijlen/tweede.yaml",
        "lettertypen/Vera.ttf",
        "lettertypen/VeraBI.ttf",
        "layouts/kerncijfers.yaml",
    ):
        assert name in files
    assert "data/2020-04.yaml" in files  # an earlier period that the layout reaches
    assert "data/2020-06.yaml" not in files  # a later one that it does not


def test_a_changed_figure_is_found_with_its_file_and_page(tmp_path: Path) -> None:
    manifest = made(tmp_path)
    data = tmp_path / "data" / "2020-05.yaml"
    before = data.read_text(encoding="utf-8")
    changed = before.replace("totaal: 341", "totaal: 342")
    assert changed != before
    data.write_text(changed, encoding="utf-8")
    done = run("reproduce", manifest, "--project", tmp_path)
    assert done.returncode == 1
    assert "M201] invoer data/2020-05.yaml is gewijzigd" in done.stderr
    assert f"M203] uitvoer {NAME}.pdf is, opnieuw gemaakt, anders: het eerste verschil staat op pagina 1" in done.stderr


def test_a_changed_comment_changes_no_report(tmp_path: Path) -> None:
    manifest = made(tmp_path)
    with (tmp_path / "layouts" / "proef.yaml").open("a", encoding="utf-8") as file:
        file.write("# een opmerking\n")
    done = run("reproduce", manifest, "--project", tmp_path)
    assert done.returncode == 0
    assert "M201] invoer layouts/proef.yaml is gewijzigd" in done.stderr
    assert "byte voor byte zoals in het manifest" in done.stderr


def test_another_version_is_told(tmp_path: Path) -> None:
    manifest = made(tmp_path)
    read = json.loads(manifest.read_text(encoding="utf-8"))
    read["versies"]["reportlab"] = "0.1"
    manifest.write_text(json.dumps(read), encoding="utf-8")
    done = run("reproduce", manifest, "--project", tmp_path)
    assert done.returncode == 0
    assert "M202] reportlab is nu" in done.stderr


def test_a_file_beside_the_manifest_that_was_changed_afterwards(tmp_path: Path) -> None:
    manifest = made(tmp_path)
    with (tmp_path / "build" / f"{NAME}.pdf").open("ab") as file:
        file.write(b"%\n")
    done = run("reproduce", manifest, "--project", tmp_path)
    assert done.returncode == 1
    assert f"uitvoer: {NAME}.pdf is opnieuw gemaakt, byte voor byte zoals in het manifest" in done.stderr
    assert f"fout[M204] {NAME}.pdf, naast het manifest, is niet meer zoals het is gemaakt" in done.stderr


def test_a_file_that_is_not_beside_the_manifest_was_not_looked_at(tmp_path: Path) -> None:
    manifest = made(tmp_path)
    (tmp_path / "build" / f"{NAME}.pdf").unlink()
    done = run("reproduce", manifest, "--project", tmp_path)
    assert done.returncode == 0
    assert f"bestand: {NAME}.pdf ligt niet naast het manifest, en is niet nagegaan" in done.stderr


def test_input_that_is_gone_is_told_with_the_faults_it_brings(tmp_path: Path) -> None:
    manifest = made(tmp_path)
    (tmp_path / "layouts" / "proef.yaml").unlink()
    done = run("reproduce", manifest, "--project", tmp_path)
    assert done.returncode == 1
    assert "U102" in done.stderr
    assert "M201] invoer layouts/proef.yaml wordt nu niet gelezen, of is er niet meer" in done.stderr


def test_input_outside_the_project_makes_no_manifest(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    shutil.move(folder / "layouts" / "proef.yaml", tmp_path / "elders.yaml")
    done = run("build", tmp_path / "elders.yaml", "2020-05", "--project", folder, "--manifest")
    assert done.returncode == 1
    assert "M101" in done.stderr
    assert not list((tmp_path / "p").glob("build/*"))


def test_a_draft_is_made_again_as_a_draft(tmp_path: Path) -> None:
    manifest = made(tmp_path, "--concept")
    assert json.loads(manifest.read_text(encoding="utf-8"))["opties"] == {"concept": True, "bijlagen": False}
    assert run("reproduce", manifest, "--project", tmp_path).returncode == 0


def test_no_manifest_is_a_finding(tmp_path: Path) -> None:
    done = run("reproduce", tmp_path / "weg.manifest.json")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "M102" in done.stderr
    done = run("reproduce", tmp_path / "weg.manifest.json", "--messages", "json")
    assert json.loads(done.stdout)
