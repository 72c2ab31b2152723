"""How soon a save is seen in the preview, and what it holds after many: python -m benchmarks.preview [--builds 1000].

From the moment a file is replaced until the picture of the page that changed has come, over HTTP as a browser asks it.
Each save makes the report say what it never said before: in a sentence, or every second time in a figure.
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SAVES = 50
SAMPLES = (("kerncijfers", "2020-05", 400, "aanvragen"), ("vreemdelingenketen", "2020-H1", 800, ""))
"""With the milliseconds that 95 of 100 saves may take on two idle processors, and how names of series end of which each
total is shown."""
WIDTH = 900
PAUSE = 0.3
"""Seconds between saves: nobody types and saves without end."""


class Watched:
    """A preview that is followed as a browser does."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        host, _, path = address.removeprefix("http://").partition("/")
        self._path = f"/{path}"
        self._events = http.client.HTTPConnection(host, timeout=120)
        self._events.request("GET", f"{self._path}events")
        self._reply = self._events.getresponse()
        self._pictures = http.client.HTTPConnection(host, timeout=120)
        self.state: dict[str, Any] = {}

    def until_checked(self) -> None:
        while not (self.state.get("build") and self.state["checked"]):
            self._next()

    def seen(self) -> None:
        """Waits for the next build, and fetches the first page that is another."""
        build, before = self.state["build"], [page["digest"] for page in self.state["pages"]]
        while self.state["build"] == build:
            self._next()
            if self.state["faulty"]:
                raise SystemExit(f"a save was no good: {self.state['findings'][0]['message']}")
        after = [page["digest"] for page in self.state["pages"]]
        number = next(number for number, digest in enumerate(after) if digest not in before)
        self._pictures.request("GET", f"{self._path}page/{number + 1}/{after[number]}.png?width={WIDTH}")
        reply = self._pictures.getresponse()
        if reply.status != 200 or not reply.read().startswith(b"\x89PNG"):
            raise SystemExit("the picture did not come")

    def _next(self) -> None:
        for line in self._reply:
            if line.startswith(b"data: "):
                self.state = json.loads(line[6:])
                return
        raise SystemExit("the preview ended")

    def memory(self) -> tuple[float, float]:
        """Megabytes of the server and of its builder."""
        builder = next(int(each) for each in _children(self.process.pid))
        return _resident(self.process.pid), _resident(builder)


@contextmanager
def watched(layout: str, period: str, project: Path) -> Iterator[Watched]:
    command = [sys.executable, "-m", "rapportage", "preview", layout, period]
    with subprocess.Popen(
        [*command, "--project", str(project), "--geen-browser"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        try:
            yield Watched(process, address)
        finally:
            process.terminate()  # an interrupt is ignored in the background of a shell
            process.wait(20)


class Edits:
    """Saves that each make the report say something new: of a sentence of the layout, or of a figure of the data."""

    def __init__(self, project: Path, layout: str, period: str, series: str) -> None:
        self._series = series
        self._layout = project / "layouts" / f"{layout}.yaml"
        self._data = project / "data" / f"{period}.yaml"
        self._sentences = self._layout.read_text(encoding="utf-8")
        self._figures = self._data.read_text(encoding="utf-8")
        self._number = 0

    def save(self) -> float:
        """Saves the next, and gives the moment."""
        self._number += 1
        if self._series and self._number % 2:
            text = re.sub(rf"({self._series}:\n(?:.*\n)*?    totaal: )(\d+)", self._other, self._figures, count=1)
            return _replaced(self._data, text)
        begin, mark, end = self._sentences.partition("tekst: |\n")
        first, line_end, rest = end.partition("\n")
        words = f"Dit is {'x' * (self._number % 9 + 1)} {'y' * (self._number % 11 + 1)} anders."
        return _replaced(self._layout, f"{begin}{mark}{first} {words}{line_end}{rest}")

    def _other(self, found: re.Match[str]) -> str:
        return f"{found[1]}{int(found[2]) + self._number}"


def _replaced(path: Path, text: str) -> float:
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_text(text, encoding="utf-8")
    began = time.perf_counter()
    aside.replace(path)
    return began


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def _resident(pid: int) -> float:
    found = re.search(r"^VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    return int(found[1]) / 1000 if found else 0.0


def _project(folder: Path) -> Path:
    for name in ("data", "layouts", "huisstijlen", "afbeeldingen", "grenzen", "lijsten"):
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, folder / name)
    return folder


def speed(layout: str, period: str, bar: int, series: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        project = _project(Path(place))
        edits, times = Edits(project, layout, period, series), []
        with watched(layout, period, project) as preview:
            preview.until_checked()
            for _ in range(SAVES):
                time.sleep(PAUSE)
                began = edits.save()
                preview.seen()
                times.append((time.perf_counter() - began) * 1000)
            pages = len(preview.state["pages"])
    times.sort()
    middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"{layout} {period}: {pages} pages, save to picture {middle:.0f} ms, p95 {late:.0f} ms (bar {bar})")


def memory(layout: str, period: str, series: str, builds: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        project = _project(Path(place))
        edits = Edits(project, layout, period, series)
        with watched(layout, period, project) as preview:
            preview.until_checked()
            for number in range(builds + 1):
                if number % max(1, builds // 20) == 0:
                    server, builder = preview.memory()
                    print(f"{layout} {period}: after {number} builds server {server:.0f} MB, builder {builder:.0f} MB")
                edits.save()
                preview.seen()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--builds", type=int, default=0, help="look at the memory over so many builds, instead of speed"
    )
    parser.add_argument("--layout", help="only that one")
    given = parser.parse_args()
    for layout, period, bar, series in SAMPLES:
        if given.layout in (None, layout):
            if given.builds:
                memory(layout, period, series, given.builds)
            else:
                speed(layout, period, bar, series)


if __name__ == "__main__":
    main()
