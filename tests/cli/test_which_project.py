"""In which project a command works: one that is named, that of a layout by its path, or that where the user is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.faults import project


def two_projects(folder: Path) -> tuple[Path, Path]:
    """A project where the user is, without the figures that are asked, and one elsewhere that has them."""
    here, elsewhere = folder / "hier", folder / "elders"
    for each in (here, elsewhere):
        each.mkdir()
        project(each)
    (here / "data" / "2020-05.yaml").unlink()
    return here, elsewhere


@pytest.mark.parametrize(
    "arguments", [("build", "{}", "2020-05"), ("check", "{}", "2020-05"), ("trace", "{}", "2020-05", "-o", "t.txt")]
)
def test_a_layout_by_its_path_is_of_its_own_project(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    here, _ = two_projects(tmp_path)
    done = run(*(each.format("../elders/layouts/proef.yaml") for each in arguments), cwd=here)
    assert done.returncode == 0, done.stderr


def test_what_is_made_of_it_goes_there(tmp_path: Path) -> None:
    here, elsewhere = two_projects(tmp_path)
    run("build", "../elders/layouts/proef.yaml", "2020-05", cwd=here)
    assert (elsewhere / "build" / "proef-2020-05.pdf").is_file()
    assert not (here / "build").exists()


def test_a_project_that_is_named_goes_first(tmp_path: Path) -> None:
    here, _ = two_projects(tmp_path)
    done = run("check", "../elders/layouts/proef.yaml", "2020-05", "--project", ".", cwd=here)
    assert (done.returncode, "er is geen periode '2020-05'" in done.stderr) == (1, True)


@pytest.mark.parametrize("folders", [(), ("data",), ("data", "layouts")])
def test_where_there_is_nothing_check_is_not_green(tmp_path: Path, folders: tuple[str, ...]) -> None:
    for each in folders:
        (tmp_path / each).mkdir()
    done = run("check", cwd=tmp_path)
    assert done.returncode == 1
    assert "U109" in done.stderr
    assert "geen fouten" not in done.stderr
    told = json.loads(run("check", "--format", "json", cwd=tmp_path).stdout)
    assert [each["code"] for each in told["meldingen"]] == ["U109"]


def test_one_file_is_something_to_check(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "layouts" / "proef.yaml").unlink()
    assert "U109" not in run("check", cwd=tmp_path).stderr


def test_layouts_of_two_projects_are_not_checked_with_the_figures_of_one(tmp_path: Path) -> None:
    here, _ = two_projects(tmp_path)
    project(here)
    one, other = "hier/layouts/proef.yaml", "elders/layouts/proef.yaml"
    done = run("check", one, "2020-05", other, "2020-05", cwd=tmp_path)
    assert (done.returncode, f"{other} is van een ander project" in done.stderr) == (2, True)
    again = "elders/../hier/layouts/proef.yaml"
    assert run("check", one, "2020-05", again, "2020-05", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(("folders", "hint"), [((), "rapportage init"), (("data", "layouts"), "data/2020-06.yaml")])
def test_the_first_period_is_not_asked_of_one_that_is_not_there(
    tmp_path: Path, folders: tuple[str, ...], hint: str
) -> None:
    for each in folders:
        (tmp_path / each).mkdir()
    done = run("new", "2020-06", cwd=tmp_path)
    assert (done.returncode, hint in done.stderr, "--van" in done.stderr) == (1, True, False)


def test_another_kind_of_period_may_be_gone_out_from(tmp_path: Path) -> None:
    project(tmp_path)
    assert "--van" in run("new", "2021", cwd=tmp_path).stderr
