"""All files of a build arrive together or not at all: whatever fails, whenever it is killed, whoever else builds."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from rapportage.input.files import Busy, lock, locked, undo_unfinished, write_together
from tests.cli.test_commands import run
from tests.faults import project

OLD = {"a.manifest.json": b"oud manifest", "a.ods": b"oud rekenblad", "a.pdf": b"oude pdf"}
NEW = {name: data.replace(b"oud", b"nieuw") * 1000 for name, data in OLD.items()}
CALLS = ("open", "fsync", "link", "replace", "rename", "mkdir", "rmdir", "unlink", "lstat")


def held(folder: Path) -> dict[str, bytes]:
    """The files that one sees there."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if not each.name.startswith(".")}


def filled(folder: Path, files: dict[str, bytes]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


class Stopped(Exception):
    """So many calls of the system were enough."""


def failing(monkeypatch: pytest.MonkeyPatch, at: int, fail: Callable[[], None], *, is_after: bool = False) -> list[str]:
    """Of the calls that may change or reach the disk, `fail` comes before the `at`th, or after it; the calls made."""
    made: list[str] = []

    def wrapped(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*arguments: object, **options: object) -> object:
            made.append(name)
            place = len(made)
            if place == at and not is_after:
                fail()
            result = real(*arguments, **options)
            if place == at and is_after:
                fail()
            return result

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, wrapped(name))
    return made


def full() -> None:
    raise OSError(errno.ENOSPC, "geen ruimte")


@pytest.mark.parametrize("before", [OLD, {}, {"a.pdf": OLD["a.pdf"], "b.pdf": b"ander"}], ids=["alle", "geen", "een"])
@pytest.mark.parametrize("fail", [full, lambda: signal.raise_signal(signal.SIGINT)], ids=["vol", "onderbroken"])
def test_what_fails_changes_nothing(before: dict[str, bytes], fail: Callable[[], None], tmp_path: Path) -> None:
    """The n-th call of the system fails, for every n."""
    at, outcomes = 0, set()
    while True:
        at += 1
        folder = filled(tmp_path / "build", before)
        with pytest.MonkeyPatch.context() as patch:
            made = failing(patch, at, fail)
            with suppress(OSError, KeyboardInterrupt):
                write_together(NEW, folder)
        assert held(folder) in (before, {**before, **NEW}), (at, made[-1])
        outcomes.add(held(folder) == before)
        if len(made) < at:
            break
    assert (at > 20, outcomes) == (True, {True, False})
    assert sorted(each.name for each in folder.iterdir()) == sorted({**before, **NEW})


def interrupt() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("is_after", [False, True], ids=["ervoor", "erna"])
def test_an_interrupt_leaves_nothing_to_undo(is_after: bool, tmp_path: Path) -> None:
    """It comes once, before or after the n-th call, for every n: also while what was made ready is removed."""
    at, outcomes = 0, set()
    while True:
        at += 1
        folder = filled(tmp_path / "build", OLD)
        with pytest.MonkeyPatch.context() as patch:
            made = failing(patch, at, interrupt, is_after=is_after)
            with suppress(KeyboardInterrupt):
                write_together(NEW, folder)
        if len(made) < at:
            break
        left = [each.name for each in folder.iterdir() if each.name.startswith(".")]
        assert held(folder) in (OLD, NEW), (at, made[-1])
        assert left == [] or at == 1, (at, made)  # the first makes a folder of which the name is not known yet
        outcomes.add(held(folder) == OLD)
    assert (at > 20, outcomes) == (True, {True, False})


DEEP = {".eerste": b"nieuw", "data/a.yaml": b"nieuw", "data/onder/b.yaml": b"nieuw", "schema/c.json": b"nieuw"}


@pytest.mark.parametrize("before", [{}, {"data/a.yaml": b"oud", "ander/x": b"ander"}], ids=["geen", "een"])
def test_what_fails_leaves_no_folder_either(before: dict[str, bytes], tmp_path: Path) -> None:
    """Names that lead through folders: the n-th call of the system fails, for every n."""
    at, outcomes, after = 0, set(), {**before, **DEEP}
    while True:
        at += 1
        folder = filled(tmp_path / "project", {})
        for name, data in before.items():
            (folder / name).parent.mkdir()
            (folder / name).write_bytes(data)
        with pytest.MonkeyPatch.context() as patch:
            made = failing(patch, at, full)
            with suppress(OSError):
                write_together(DEEP, folder)
        undo_unfinished(folder)
        found = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*")}
        files = {name: each.read_bytes() for name, each in found.items() if each.is_file()}
        assert files in (before, after), (at, made[-1])
        folders = {name for name, each in found.items() if each.is_dir()}
        assert folders == {parent.as_posix() for name in files for parent in Path(name).parents} - {"."}, (at, made[-1])
        outcomes.add(files == before)
        if len(made) < at:
            break
    assert (at > 20, outcomes) == (True, {True, False})


def test_a_file_is_put_in_place_where_the_disk_knows_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = filled(tmp_path / "build", OLD)

    def unknown(*arguments: object, **options: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(os, "link", unknown)
    write_together(NEW, folder)
    assert held(folder) == NEW


KILLED = """
import os, sys
from pathlib import Path
from rapportage.input.files import write_together
folder, at = Path(sys.argv[1]), int(sys.argv[2])
made = 0
def wrapped(real):
    def call(*arguments, **options):
        global made
        made += 1
        if made == at:
            os.kill(os.getpid(), 9)
        return real(*arguments, **options)
    return call
for name in sys.argv[3].split():
    setattr(os, name, wrapped(getattr(os, name)))
write_together({name: b"nieuw" * 1000 for name in ("a.manifest.json", "a.ods", "a.pdf")}, folder)
"""


def test_what_a_killed_command_began_is_undone_by_the_next(tmp_path: Path) -> None:
    """Killed at the n-th call of the system, for every n; the next writes something else in that folder."""
    new = dict.fromkeys(NEW, b"nieuw" * 1000)
    for at in range(1, 200):
        folder = filled(tmp_path / "build", {**OLD, "b.pdf": b"b"})
        done = subprocess.run([sys.executable, "-c", KILLED, folder, str(at), " ".join(CALLS)], check=False)
        write_together({"b.pdf": b"ander"}, folder)
        assert held(folder) in ({**OLD, "b.pdf": b"ander"}, {**new, "b.pdf": b"ander"}), at
        assert [each.name for each in folder.iterdir() if each.name.startswith(".")] == [], at
        if done.returncode == 0:
            break
    assert (done.returncode, at > 20) == (0, True)


def test_what_someone_put_in_place_of_our_folder_is_left_alone(tmp_path: Path) -> None:
    """A project may come from anyone, also with what looks like the traces of a command that was killed."""
    folder, outside = filled(tmp_path / "build", OLD), filled(tmp_path / "elders", {"geheim": b"geheim"})
    (folder / ".rapportage-bezig-een").symlink_to(outside)
    (folder / ".rapportage-klaar-een").symlink_to(outside)
    (folder / ".rapportage-bezig-twee").mkdir()
    (folder / ".rapportage-bezig-twee" / "oud").symlink_to(outside)
    write_together(NEW, folder)
    assert (held(folder), held(outside)) == (NEW, {"geheim": b"geheim"})


def test_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "LONGEST", 0.2)
    with locked(tmp_path):
        with pytest.raises(Busy), locked(tmp_path):
            raise Stopped
        assert [each.name for each in tmp_path.iterdir()] == [lock.NAME]
    assert list(tmp_path.iterdir()) == []
    (tmp_path / lock.NAME).touch()  # of a command that was killed
    with locked(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_many_at_once_never_mix(tmp_path: Path) -> None:
    """Each writes three files with its own number; every time that they are seen under the lock, they agree."""
    tmp_path = filled(tmp_path / "build", {})

    def write(number: int) -> None:
        for _ in range(5):
            with locked(tmp_path):
                write_together(dict.fromkeys(OLD, b"%d" % number), tmp_path)
            with locked(tmp_path):
                assert len(set(held(tmp_path).values())) == 1

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(8)))
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(OLD)


def test_the_lock_of_a_killed_command_is_free(tmp_path: Path) -> None:
    code = "import sys, time; from pathlib import Path; from rapportage.input.files import locked\n" + (
        "with locked(Path(sys.argv[1])):\n    print('ja', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"ja\n"
        other.kill()
    began = time.monotonic()
    with locked(tmp_path):
        assert time.monotonic() - began < 5


# --- The commands -----------------------------------------------------------------------------------


def test_another_command_that_keeps_the_folder_is_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "build").mkdir()
    with locked(root / "build"):
        done = run("build", "proef", "2020-05", "--project", root)
    assert (done.returncode, "fout[P108] een andere opdracht schrijft nog in de map" in done.stderr) == (1, True)
    assert list((root / "build").iterdir()) == []


@pytest.mark.parametrize(
    ("link", "command", "code"),
    [
        ("build", ("build", "proef", "2020-05"), "P109"),
        ("build", ("build", "proef", "2020-05", "-o", "build/uit.pdf"), "P109"),
        ("build", ("trace", "proef", "2020-05", "-o", "build/diep/uit.json"), "P109"),
        ("uit", ("chart", "proef", "2020-05", "x", "-o", "uit/x.svg"), "P109"),
        ("data", ("new", "2020-06"), "L110"),
    ],
)
def test_nothing_is_written_through_a_link_out_of_the_project(
    link: str, command: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    root = project(tmp_path / "project")
    outside = tmp_path / "elders"
    (outside / "diep").mkdir(parents=True)
    if (root / link).exists():
        shutil.move(root / link, outside / link)
    (root / link).symlink_to(outside / link if link == "data" else outside, target_is_directory=True)
    before = sorted(outside.rglob("*"))
    done = run(*command, cwd=root)
    assert (done.returncode, f"fout[{code}]" in done.stderr) == (1, True), done.stderr
    assert sorted(outside.rglob("*")) == before


def test_a_path_of_the_command_line_may_be_anywhere(tmp_path: Path) -> None:
    root, outside = project(tmp_path / "project"), tmp_path / "elders"
    outside.mkdir()
    for output in (outside / "a.pdf", Path("../elders/b.pdf")):
        done = run("build", "proef", "2020-05", "-o", output, cwd=root)
        assert done.returncode == 0, done.stderr
    assert sorted(each.name for each in outside.iterdir()) == ["a.pdf", "b.pdf"]
    (root / "uit.pdf").symlink_to(outside / "a.pdf")  # a link that is replaced is not followed
    before = (outside / "a.pdf").read_bytes()
    project(root, text="Iets anders.")
    assert run("build", "proef", "2020-05", "-o", "uit.pdf", cwd=root).returncode == 0
    assert ((outside / "a.pdf").read_bytes() == before, (root / "uit.pdf").is_symlink()) == (True, False)
