"""`build --volg`: a real process that makes the report again on every save, until it is interrupted."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic, sleep

import pytest

from tests.faults import project

LONG = 60.0
"""Seconds for a build, on a machine that has much else to do."""
QUIET = 1.5
LINE = re.compile(r"\d\d:\d\d:\d\d (?P<names>.+): 1 pagina, \d+ cijfers?, .*in \d+ ms")


class Following:
    """What the process says, line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: Queue[str] = Queue()
        for stream in (process.stdout, process.stderr):
            Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream: Iterator[str]) -> None:
        for line in stream:
            self._lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines up to the first with those words."""
        found, end = list[str](), monotonic() + LONG
        while not found or words not in found[-1]:
            try:
                found.append(self._lines.get(timeout=max(0.0, end - monotonic())))
            except Empty:
                raise AssertionError(f"no '{words}' in {found}") from None
        return found

    def rest(self) -> list[str]:
        """What more is said, in a while in which nothing is done."""
        found = list[str]()
        while True:
            try:
                found.append(self._lines.get(timeout=QUIET))
            except Empty:
                return found

    def ended(self, by: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(by)
        return self.process.wait(LONG)


@contextmanager
def following(root: Path, *arguments: str | Path, names: Sequence[str] = ("proef", "2020-05")) -> Iterator[Following]:
    command = [sys.executable, "-m", "rapportage", "build", *names, "--volg", *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ}
    ) as process:
        try:
            yield Following(process)
        finally:
            process.kill()


def say(root: Path, words: str, instead: str) -> None:
    """As an editor saves: another file comes in its place."""
    path = root / "layouts" / "proef.yaml"
    made = path.with_name(".proef.yaml.swp")
    made.write_text(path.read_text(encoding="utf-8").replace(words, instead), encoding="utf-8")
    made.replace(path)


def test_every_save_makes_the_report_again(tmp_path: Path) -> None:
    root, pdf = project(tmp_path), Path("build/proef-2020-05.pdf")
    with following(root) as running:
        first = running.until(" ms")
        assert (len(first), LINE.fullmatch(first[0]) is not None) == (1, True), first
        before = (root / pdf).read_bytes()
        say(root, "titel:", "titel: Een andere naam # ")
        assert LINE.fullmatch(running.until(" ms")[0])
        after = (root / pdf).read_bytes()
        assert after != before
        assert running.rest() == []
        assert running.ended() == 0
        assert running.rest() == []


@pytest.mark.parametrize(
    ("shapes", "last"),
    [
        ("pdf", "build/proef-2020-05.pdf is die van"),
        ("pdf,html", "build/proef-2020-05.html en build/proef-2020-05.pdf zijn die van"),
    ],
)
def test_what_was_made_last_stays_while_there_is_a_fault(tmp_path: Path, shapes: str, last: str) -> None:
    root = project(tmp_path)
    pdf = root / "build" / "proef-2020-05.pdf"
    with following(root, "--messages", "short", "--vorm", shapes) as running:
        running.until(" ms")
        before = pdf.read_bytes()
        say(root, "titel:", "titl:")
        *messages, line = running.until("niet gemaakt")
        assert any("S101" in each for each in messages)
        assert re.fullmatch(rf"\d\d:\d\d:\d\d niet gemaakt: \d fout(en)?.*; {last} .*", line)
        assert pdf.read_bytes() == before
        (root / "data" / "2020-05.yaml").rename(root / "data" / "weg")
        running.until("niet gemaakt")
        (root / "data" / "weg").rename(root / "data" / "2020-05.yaml")
        running.until("niet gemaakt")
        say(root, "titl:", "titel:")
        running.until(" ms")
        assert pdf.read_bytes() == before
        assert running.ended() == 0


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (("-o", "uit.pdf"), ["uit.pdf"]),
        (("-o", "uit.html"), ["uit.html"]),
        (("--vorm", "pdf,html", "-o", "data/uit.pdf"), ["data/uit.html", "data/uit.pdf"]),
        (("--vorm", "html-map", "-o", "site"), ["site/index.html"]),
        (("--bijlagen", "--manifest", "-o", "uit.pdf"), ["uit.manifest.json", "uit.pdf"]),
    ],
)
def test_what_it_writes_is_no_save(arguments: tuple[str, ...], made: list[str], tmp_path: Path) -> None:
    root = project(tmp_path)
    with following(root, *arguments) as running:
        assert len(running.until(" ms")) == 1
        assert running.rest() == []
        for name in made:
            (root / name).unlink()
        assert running.rest() == []
        say(root, "titel:", "titel: Een andere naam # ")
        running.until(" ms")
        assert all((root / name).exists() for name in made)
        assert running.ended() == 0


def test_a_layout_elsewhere_is_followed(tmp_path: Path) -> None:
    root = project(tmp_path)
    layout = (root / "layouts" / "proef.yaml").rename(tmp_path / "los.yaml")
    with following(root, "--project", root, names=(str(layout), "2020-05")) as running:
        running.until(" ms")
        layout.write_text(layout.read_text(encoding="utf-8").replace("titel:", "titel: Anders # "), encoding="utf-8")
        running.until(" ms")
        assert running.ended() == 0


def test_an_interrupt_ends_it_well_whenever_it_comes(tmp_path: Path) -> None:
    root = project(tmp_path)
    for wait in (0.0, 0.05, 0.2, 0.4):
        with following(root) as running:
            running.until(" ms")
            say(root, "titel:", "titel: Een andere naam # ") if wait < 0.3 else say(root, " # ", " # een # ")
            sleep(wait)
            assert running.ended() == 0
            assert not list((root / "build").glob(".rapportage-*"))
