"""Every reader keeps the one rule: whatever lies in the place of a file, nothing from outside the project is told."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from rapportage.cli.main import _run
from tests.faults import PERIOD, project
from tests.input.images.files import SQUARE, SVG
from tests.second_style import FACES, fonts

SECRET = "geheim: [van, buiten"
"""What no YAML, JSON, PDF, picture or font begins with, so that a message about it would quote it."""


def secret(folder: Path) -> Path:
    path = folder / "elders" / "geheim"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{SECRET}\n" * 3, encoding="utf-8")
    return path


def link_out(path: Path, outside: Path) -> None:
    path.symlink_to(outside)


def folder_out(path: Path, outside: Path) -> None:
    """The folder of the file is the link."""
    shutil.copy(outside, outside.parent / path.name)
    shutil.move(path.parent, path.parent.with_name("weg"))
    path.parent.symlink_to(outside.parent, target_is_directory=True)


def pipe(path: Path, outside: Path) -> None:
    os.mkfifo(path)


def zero(path: Path, outside: Path) -> None:
    path.symlink_to("/dev/zero")


def folder(path: Path, outside: Path) -> None:
    path.mkdir()


def circle(path: Path, outside: Path) -> None:
    path.symlink_to(path.name)


def nowhere(path: Path, outside: Path) -> None:
    path.symlink_to("nergens")


def too_large(path: Path, outside: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2_000_000_000)  # a hole: it takes no room


TRICKS = (link_out, folder_out, pipe, zero, folder, circle, nowhere, too_large)
LAYOUT = """\
titel: Proef
huisstijl: eigen
omslag: {afzender: Ministerie}
blokken:
  - kop: Vraag
  - tekst: Er waren {{ aanvragen }}; een maand eerder {{ aanvragen.vorige }}.
  - afbeelding: {bestand: beeld/a.svg, decoratief: ja}
"""
STYLE = """\
lettertypen: {gewoon: letters/Vera.ttf, vet: letters/VeraBd.ttf, schuin: letters/VeraIt.ttf, \
vet-schuin: letters/VeraBI.ttf}
logo: {bestand: beeld/logo.svg, alternatief: Ons logo}
"""
PLACES = {
    "lay-out": ("layouts/proef.yaml", "build proef 2020-05"),
    "lay-out met pad": ("layouts/proef.yaml", "build ./layouts/proef.yaml 2020-05"),
    "periode": ("data/2020-05.yaml", "check proef 2020-05"),
    "periode met pad": ("data/2020-05.yaml", "build proef data/2020-05.yaml"),
    "andere periode": ("data/2020-04.yaml", "build proef 2020-05"),
    "alle perioden": ("data/2020-04.yaml", "check"),
    "alle lay-outs": ("layouts/proef.yaml", "check"),
    "voorbeeld": ("data/2020-05.yaml", "new 2020-06"),
    "huisstijl": ("huisstijlen/eigen.yaml", "build proef 2020-05"),
    "afbeelding": ("beeld/a.svg", "build proef 2020-05"),
    "logo": ("beeld/logo.svg", "build proef 2020-05"),
    "lettertype": ("letters/Vera.ttf", "build proef 2020-05"),
    "bewaarde trace": ("bewaard/oud.json", "diff bewaard/oud.json bewaard/nieuw.json"),
    "pdf": ("bewaard/oud.pdf", "trace bewaard/oud.pdf proef 2020-05"),
    "manifest": ("bewaard/oud.manifest.json", "reproduce bewaard/oud.manifest.json"),
    "pdf naast een manifest": ("bewaard/oud.pdf", "reproduce bewaard/oud.manifest.json"),
}
"""What is read: where it lies in a project, and a command that reads it."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which every kind of file is read, with what was made of it."""
    root = project(tmp_path_factory.mktemp("geheel") / "project", layout=LAYOUT)
    earlier = PERIOD.replace("periode: 2020-05", "periode: 2020-04").replace("2020-06-24", "2020-05-24")
    (root / "data" / "2020-04.yaml").write_text(earlier, encoding="utf-8")
    for name in ("huisstijlen", "letters", "beeld", "bewaard"):
        (root / name).mkdir()
    (root / "huisstijlen" / "eigen.yaml").write_text(STYLE, encoding="utf-8")
    for name in FACES.values():
        shutil.copy(fonts() / name, root / "letters")
    for name in ("a.svg", "logo.svg"):
        (root / "beeld" / name).write_text(SVG.format(SQUARE), encoding="utf-8")
    made = root / "bewaard"
    for command in (
        ("build", "proef", "2020-05", "--manifest", "-o", made / "oud.pdf"),
        ("trace", "proef", "2020-05", "-o", made / "oud.json"),
        ("trace", "proef", "2020-05", "-o", made / "nieuw.json"),
    ):
        assert ran(root, *command) == 0, command
    return root


def ran(root: Path, *command: str | Path) -> int:
    try:
        return _run([*map(str, command), *(() if "--project" in command else ("--project", str(root)))])
    finally:
        gc.enable()  # a command lives short and does without


def test_the_project_is_whole(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command does its work, so that what is told below is told of the trick alone."""
    root = shutil.copytree(whole, tmp_path / "project")
    monkeypatch.chdir(root)
    assert {place: ran(root, *command.split()) for place, (_, command) in PLACES.items()} == dict.fromkeys(PLACES, 0)


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_from_outside_is_told(
    place: str,
    trick: Callable[[Path, Path], None],
    whole: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root, outside = shutil.copytree(whole, tmp_path / "project"), secret(tmp_path)
    name, command = PLACES[place]
    (root / name).unlink()
    trick(root / name, outside)
    monkeypatch.chdir(root)
    signal.alarm(30)
    try:
        code = ran(root, *command.split())
    finally:
        signal.alarm(0)
    told = capsys.readouterr()
    assert SECRET not in told.out + told.err
    is_absent = trick is nowhere and place == "pdf naast een manifest"  # which is no fault: it is made all the same
    assert code == (0 if is_absent else 1), told.err
    if trick in (link_out, folder_out):
        assert "buiten het project" in told.err
