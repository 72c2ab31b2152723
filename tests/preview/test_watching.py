"""What is told of changes in a project: each that matters, soon, also after the folder was away; and nothing else."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic

import pytest
import watchfiles

from rapportage.preview.watching import watch

SOON = 5.0
"""Seconds in which a change has to be told, on a machine that has much else to do."""
QUIET = 0.3
"""Seconds in which what should not be told is waited for."""


class Watched:
    """What is told of a folder, in another thread."""

    def __init__(self, told: Queue[frozenset[Path]], folder: Path) -> None:
        self._told = told
        self.folder = folder

    def until(self, path: Path) -> set[Path]:
        """Everything that is told until `path` is."""
        found, end = set[Path](), monotonic() + SOON
        while path not in found:
            found |= self._told.get(timeout=max(0.0, end - monotonic()))
        return found

    def rest(self) -> set[Path]:
        """What more is told, in a while in which nothing is done."""
        found = set[Path]()
        while True:
            try:
                found |= self._told.get(timeout=QUIET)
            except Empty:
                return found


@contextmanager
def watching(folder: Path, **options: object) -> Iterator[Watched]:
    stop, told = Event(), Queue[frozenset[Path]]()

    def gather() -> None:
        for changed in watch(folder, stop=stop, **options):  # type: ignore[arg-type]
            told.put(changed)

    thread = Thread(target=gather)
    thread.start()
    try:
        yield Watched(told, folder)
    finally:
        stop.set()
        thread.join(SOON)
        assert not thread.is_alive()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "project"
    (made / "data").mkdir(parents=True)
    (made / "data" / "2020-05.yaml").write_text("a: 1")
    return made


def saved_in_place(path: Path) -> None:
    path.write_text("a: 2")


def renamed_into_place(path: Path) -> None:
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text("a: 2")
    beside.replace(path)


def renamed_from_elsewhere(path: Path) -> None:
    beside = path.parent.parent.parent / "elsewhere"
    beside.write_text("a: 2")
    beside.replace(path)


def with_a_copy(path: Path) -> None:
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text("a: 2")


def removed_and_written(path: Path) -> None:
    path.unlink()
    path.write_text("a: 2")


@pytest.mark.parametrize(
    "save", [saved_in_place, renamed_into_place, renamed_from_elsewhere, with_a_copy, removed_and_written, Path.unlink]
)
def test_a_save_is_told(save: Callable[[Path], None], folder: Path) -> None:
    path = folder / "data" / "2020-05.yaml"
    with watching(folder) as watched:
        watched.until(folder)
        for _ in range(2 if path.exists() and save is not Path.unlink else 1):
            save(path)
            assert watched.until(path) | watched.rest() == {path}


@pytest.mark.parametrize("name", ["lijst.yaml", "logo.svg", "nieuw/kaart.geojson", "data/build/x.yaml", "a b~c.yaml"])
def test_a_new_file_is_told(name: str, folder: Path) -> None:
    path = folder / name
    with watching(folder) as watched:
        watched.until(folder)
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("x")
        watched.until(path if path.parent in (folder, folder / "data") else path.parent)
        path.write_text("y")
        watched.until(path)


IDLE = [
    "build/kerncijfers.pdf",
    ".git/index",
    ".rapportage-bezig-abc/nieuw",
    "data/.2020-05.yaml.swp",
    "data/2020-05.yaml~",
    "data/#2020-05.yaml#",
    "data/.#2020-05.yaml",
    "data/4913",
    "data/2020-05.yaml___jb_tmp___",
    "data/~$levering.xlsx",
    "data/x.tmp",
    "data/x.TEMP",
    "data/x.swx",
    "data/x.bak",
    "data/x.xlsx.part",
    "grafieken/__pycache__/kaart.pyc",
    "uit/rapport.pdf",
    "rapport.pdf",
]


def test_what_does_not_matter_is_not_told(folder: Path) -> None:
    for name in IDLE:
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
    without = (folder / "uit", folder / "rapport.pdf")
    with watching(folder, without=without) as watched:
        watched.until(folder)
        for name in IDLE:
            (folder / name).write_text("x")
        assert watched.rest() == set()
        (folder / "data" / "x.yaml").write_text("x")
        assert watched.until(folder / "data" / "x.yaml") | watched.rest() == {folder / "data" / "x.yaml"}


@pytest.mark.parametrize("gone", [shutil.rmtree, lambda folder: folder.rename(folder.with_name("away"))])
def test_a_folder_that_goes_and_comes_back_is_told(gone: Callable[[Path], object], folder: Path) -> None:
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    with watching(folder) as watched:
        watched.until(folder)
        for _ in range(2):
            gone(folder)
            watched.until(folder)
            watched.rest()
            shutil.rmtree(folder.with_name("away"), ignore_errors=True)
            shutil.copytree(kept, folder)
            watched.until(folder)
            watched.rest()
            (folder / "data" / "2020-05.yaml").write_text("a: 3")
            watched.until(folder / "data" / "2020-05.yaml")


def test_another_folder_in_its_place_is_told(folder: Path) -> None:
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    with watching(folder) as watched:
        watched.until(folder)
        folder.rename(folder.with_name("away"))
        other.rename(folder)
        watched.until(folder)
        (folder / "data" / "2020-05.yaml").write_text("a: 4")
        watched.until(folder / "data" / "2020-05.yaml")


def test_a_folder_that_is_not_there_yet_is_waited_for(folder: Path) -> None:
    away = folder.rename(folder.with_name("away"))
    with watching(folder) as watched:
        assert watched.rest() == set()
        away.rename(folder)
        watched.until(folder)


def test_a_folder_of_data_that_comes_back_is_told(folder: Path) -> None:
    with watching(folder) as watched:
        watched.until(folder)
        (folder / "data").rename(folder / "weg")
        watched.until(folder / "data")
        (folder / "weg").rename(folder / "data")
        watched.until(folder / "data")
        watched.rest()
        (folder / "data" / "2020-05.yaml").write_text("a: 5")
        watched.until(folder / "data" / "2020-05.yaml")


def test_a_file_elsewhere_is_told(folder: Path) -> None:
    elsewhere, hidden = folder.with_name("kerncijfers.yaml"), folder / ".verborgen.yaml"
    with watching(folder, more=[elsewhere, hidden, folder / "data" / "2020-05.yaml"]) as watched:
        watched.until(folder)
        for act in (Path.touch, saved_in_place, renamed_into_place, Path.unlink, Path.touch):
            for path in (elsewhere, hidden):
                act(path)
                assert watched.until(path) | watched.rest() == {path}


def test_a_link_to_the_folder_is_followed(folder: Path) -> None:
    link = folder.with_name("link")
    link.symlink_to(folder)
    with watching(link) as watched:
        watched.until(link)
        (folder / "data" / "2020-05.yaml").write_text("a: 6")
        watched.until(link / "data" / "2020-05.yaml")


@pytest.mark.parametrize("as_seen", [False, True])
def test_a_folder_above_is_followed_and_what_is_written_there_is_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch, as_seen: bool
) -> None:
    """As from a folder of the project, with `--project ..` and `-o ../uit.pdf`; also where that leads elsewhere."""
    if as_seen:
        monkeypatch.setattr(watchfiles, "watch", limited)
    monkeypatch.chdir(folder / "data")
    (folder / "los.pdf").symlink_to("echt.pdf")
    with watching(Path(".."), without=[Path("../uit.pdf"), Path("../los.pdf")]) as watched:
        watched.until(folder)
        for name in ("uit.pdf", "echt.pdf", "uit.pdf"):
            (folder / name).write_text("x")
        (folder / "los.pdf").unlink()
        (folder / "los.pdf").write_text("x")
        assert watched.rest() == set()
        saved_in_place(folder / "data" / "2020-05.yaml")
        assert watched.until(folder / "data" / "2020-05.yaml") | watched.rest() == {folder / "data" / "2020-05.yaml"}


def limited(*_: object, **__: object) -> object:
    raise OSError("OS file watch limit reached.")


def test_changes_are_kept_while_nobody_asks(folder: Path) -> None:
    stop = Event()
    changes = watch(folder, stop=stop)
    assert next(changes) == {folder}
    paths = {folder / "data" / f"{number}.yaml" for number in range(100)}
    for path in paths:
        path.write_text("x")
        path.unlink()
    found = set[Path]()
    while not paths <= found:
        found |= next(changes)
    stop.set()
    assert next(changes, None) is None


def test_where_the_system_can_not_tell_it_is_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchfiles, "watch", limited)
    path = folder / "data" / "2020-05.yaml"
    with watching(folder) as watched:
        watched.until(folder)
        for act in (saved_in_place, renamed_into_place, Path.unlink, Path.touch):
            act(path)
            assert watched.until(path) | watched.rest() <= {path, path.parent}
        folder.rename(folder.with_name("away"))
        watched.rest()
        folder.with_name("away").rename(folder)
        watched.until(folder)


def test_the_names_are_absolute(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    with watching(Path(folder.name)) as watched:
        watched.until(folder)
        os.utime(folder / "data" / "2020-05.yaml")
        (folder / "data" / "2020-05.yaml").write_text("a: 8")
        watched.until(folder / "data" / "2020-05.yaml")
