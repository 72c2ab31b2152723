"""Where a path leads: no link of a project leads out of it, and what the user types may be anywhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rapportage.input.files import FileFault, Reason, inside, names_in, read, read_inside


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a file in a folder, and a file beside it."""
    (tmp_path / "project" / "data").mkdir(parents=True)
    (tmp_path / "project" / "data" / "a.yaml").write_bytes(b"binnen")
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "a.yaml").write_bytes(b"buiten")
    return tmp_path / "project"


def link(path: Path, target: str | Path) -> Path:
    path.symlink_to(target)
    return path


def reason(path: Path, project: Path | None) -> Reason | None:
    try:
        read(path, 100, project)
    except FileFault as fault:
        return fault.reason
    return None


def test_what_the_user_types_may_be_anywhere(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = root.parent / "elders"
    for path in (outside / "a.yaml", root / ".." / "elders" / "a.yaml", link(outside / "b.yaml", "a.yaml")):
        assert read(path, 100, root) == b"buiten"
    monkeypatch.chdir(root)
    assert read(Path("../elders/a.yaml"), 100, Path()) == b"buiten"
    assert read(Path("data/../../elders/b.yaml"), 100, root) == b"buiten"


def test_no_link_of_the_project_leads_out_of_it(root: Path) -> None:
    outside = root.parent / "elders"
    ways = (
        link(root / "recht", outside / "a.yaml"),
        link(root / "omhoog", "../elders/a.yaml"),
        link(root / "map", outside) / "a.yaml",
        link(root / "data" / "twee", "../recht"),
        link(root / "onzin", "data/../../elders/a.yaml"),
        link(outside / "via", root / "recht"),  # from elsewhere into the project, and out again
        root / "map" / ".." / "elders" / "a.yaml",
        link(root / "leeg", outside / "weg.yaml"),
    )
    for path in ways:
        assert reason(path, root) is Reason.OUTSIDE, path
    with pytest.raises(FileFault):
        names_in(root / "map", "*", root)


def test_a_link_within_the_project_is_followed(root: Path) -> None:
    ways = (
        link(root / "recht", root / "data" / "a.yaml"),
        link(root / "map", "data") / "a.yaml",
        link(root / "terug", "../project/data/a.yaml"),
        link(root.parent / "zijdeur", root) / "data" / "a.yaml",
    )
    for path in ways:
        assert read(path, 100, root) == read_inside(path, 100, root) == b"binnen", path
    assert read(root / "data" / "a.yaml", 100, root.parent / "zijdeur") == b"binnen"
    assert names_in(root / "map", "*.yaml", root) == [root / "map" / "a.yaml"]
    assert names_in(root / "weg", "*", root) == names_in(root / "recht", "*", root) == []


def test_what_a_file_names_lies_in_the_project(root: Path) -> None:
    for name in ("../elders/a.yaml", str(root.parent / "elders" / "a.yaml"), "..", "data/../.."):
        with pytest.raises(FileFault) as caught:
            inside(root / name, root)
        assert caught.value.reason is Reason.OUTSIDE
    assert inside(root / "data/../data/a.yaml", root) == root / "data" / "a.yaml"


def test_links_without_end(root: Path) -> None:
    link(root / "rond", "rond")
    link(root / "heen", "weer")
    link(root / "weer", "heen/x")
    for at in range(30):  # each twice the one before it: two to the power of thirty in all
        link(root / f"l{at}", f"l{at + 1}/../l{at + 1}")
    link(root / "l30", "data")
    for name in ("rond", "heen", "weer", "l0/a.yaml"):
        assert reason(root / name, root) is Reason.UNREADABLE, name
        assert reason(root / name, None) is Reason.UNREADABLE, name


def test_only_ordinary_files_of_bounded_size_are_read(root: Path) -> None:
    os.mkfifo(root / "pijp")
    (root / "groot").write_bytes(bytes(101))
    (root / "net").write_bytes(bytes(100))
    assert reason(root / "pijp", root) is Reason.SPECIAL
    assert reason(Path("/dev/zero"), root) is Reason.SPECIAL
    assert reason(Path("/dev/stdin"), root) in (Reason.SPECIAL, Reason.UNREADABLE, Reason.MISSING, None)
    assert reason(root / "data", root) is Reason.FOLDER
    assert reason(root / "groot", root) is Reason.TOO_LARGE
    assert reason(root / "net", root) is None
    assert reason(root / "weg", root) is reason(root / "net" / "weg", root) is Reason.MISSING
    assert reason(root / ("x" * 300), root) is reason(root / "a\0b", root) is Reason.UNREADABLE
    assert reason(Path("/proc/self/status"), root) in (Reason.TOO_LARGE, Reason.CHANGED)  # it says to be empty


def test_a_link_that_comes_after_we_looked_is_not_followed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real_open = root / "data" / "a.yaml", os.open

    def swapped(name: Path, *arguments: int) -> int:
        path.unlink()
        path.symlink_to(root.parent / "elders" / "a.yaml")
        return real_open(name, *arguments)

    monkeypatch.setattr(os, "open", swapped)
    assert reason(path, root) is Reason.UNREADABLE
