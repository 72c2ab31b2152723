"""Which files a layout may name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rapportage.document.drawing import Raster
from rapportage.input.images import PictureFault, load_picture
from rapportage.pages.fonts import source_sans
from tests.input.images.files import SQUARE, SVG, png, problems, saved, striped


def code(folder: Path, name: str) -> str:
    with pytest.raises(PictureFault) as caught:
        load_picture(folder, name, source_sans())
    (problem,) = caught.value.problems
    assert problem.hint is None or problem.hint
    return problem.code


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "afbeeldingen").mkdir(parents=True)
    (folder / "afbeeldingen" / "kaart.png").write_bytes(png())
    (tmp_path / "buiten.png").write_bytes(png())
    (tmp_path / "project-2").mkdir()
    (tmp_path / "project-2" / "kaart.png").write_bytes(png())
    return folder


def test_a_path_within_the_project(project: Path) -> None:
    for name in ("afbeeldingen/kaart.png", "./afbeeldingen/../afbeeldingen/kaart.png"):
        assert isinstance(load_picture(project, name, source_sans()), Raster)


@pytest.mark.parametrize(
    "name",
    [
        "../buiten.png",
        "afbeeldingen/../../buiten.png",
        "../project-2/kaart.png",
        "/etc/passwd.png",
        "C:/kaart.png",
        "C:kaart.png",
        r"\\server\kaart.png",
        "https://example.org/kaart.png",
        "file:///etc/kaart.png",
    ],
)
def test_a_path_that_leads_out_is_refused(project: Path, name: str) -> None:
    assert code(project, name) == "T443"


def test_an_absolute_path_is_refused_even_when_it_lies_within(project: Path) -> None:
    assert code(project, str(project / "afbeeldingen" / "kaart.png")) == "T443"


def test_a_link_out_of_the_project_is_refused(project: Path, tmp_path: Path) -> None:
    (project / "link.png").symlink_to(tmp_path / "buiten.png")
    (project / "map").symlink_to(tmp_path)
    (project / "thuis.png").symlink_to(project / "afbeeldingen" / "kaart.png")
    assert code(project, "link.png") == "T443"
    assert code(project, "map/buiten.png") == "T443"
    assert isinstance(load_picture(project, "thuis.png", source_sans()), Raster)


def test_what_is_no_file_is_not_found(project: Path) -> None:
    (project / "map.png").mkdir()
    (project / "rond.png").symlink_to(project / "rond.png")
    os.mkfifo(project / "pijp.png")
    for name in ("weg.png", "map.png", "rond.png", "pijp.png", "weg/weg.png", "x" * 300 + ".png", "a\\b.png"):
        assert code(project, name) == "T440", name


def test_a_slip_of_the_pen_is_met(project: Path) -> None:
    with pytest.raises(PictureFault) as caught:
        load_picture(project, "afbeeldingen/kart.png", source_sans())
    assert [problem.hint for problem in caught.value.problems] == ["bedoelt u 'kaart.png'?"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.jpg", png(), "T444 'a.jpg' is een PNG, geen JPEG"),
        ("a.png", saved(striped(), "JPEG"), "T444 'a.png' is een JPEG, geen PNG"),
        ("a.png", SVG.format(SQUARE).encode(), "T444 'a.png' is een SVG, geen PNG"),
        ("a.svg", png(), "T444 'a.svg' is een PNG, geen SVG"),
        ("a.gif", saved(striped(), "GIF"), "T444 'a.gif' is geen .png, .jpg of .svg"),
        ("a", png(), "T444 'a' is geen .png, .jpg of .svg"),
        ("a.png", saved(striped(), "GIF"), "T441 'a.png' is geen afbeelding, wat de naam ook zegt"),
        ("a.png", b"", "T441 'a.png' is geen afbeelding, wat de naam ook zegt"),
        ("a.svg", b"<html/>", "T441 'a.svg' is geen afbeelding, wat de naam ook zegt"),
    ],
)
def test_the_name_fits_what_is_in_it(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert problems(tmp_path, data, name) == [expected]


def test_the_name_in_capitals(tmp_path: Path) -> None:
    assert problems(tmp_path, png(), "KAART.PNG") == []
