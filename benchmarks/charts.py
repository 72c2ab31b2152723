"""What charts cost: `python -m benchmarks.charts [ANDERE_MAP]`. Ten heat maps, ten maps, ten charts of one's own, none.

Cold is with an empty folder for drawings, warm with what the run before left in it. With the folder of another version
the report without such charts is built by both in turns: read that ratio, machines are noisy. Seconds of the processor
are those of all processes together.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from string import ascii_uppercase

ROOT = Path(__file__).parents[1]
RUNS = 3
PAIRS = 15
CHARTS, ROWS, COLUMNS = 10, 6, 57
"""A heat map has a row for each series and a column for each month."""
ACROSS, UP, STEPS = 19, 18, 24
"""Areas of a map, and between how many places each side of one goes."""

CODE = """\
def lijnen(axes, figures):
    for series in figures.series:
        axes.plot(range(len(series.numbers)), series.numbers)
    axes.set_xticks(range(len(figures.labels)), figures.labels, rotation=90)


def tinten(axes, figures):
    rows = [series.numbers for series in figures.series]
    axes.imshow(rows, aspect="auto", cmap="Blues")
    for row, series in enumerate(figures.series):
        for column, shown in enumerate(series.shown):
            axes.text(column, row, shown, ha="center", va="center", fontsize=6)
    axes.set_xticks(range(len(figures.labels)), figures.labels, rotation=90)
    axes.set_yticks(range(len(rows)), [series.name for series in figures.series])
"""


def write(folder: Path, kinds: Mapping[str, str]) -> None:
    """A project with a layout for each of `kinds`: its name, and what its charts have besides their figures."""
    months = [f"{2015 + at // 12}-{at % 12 + 1:02}" for at in range(10, 10 + COLUMNS)]
    period = [f"periode: {months[-1]}", "uitgave: {datum: 2020-08-20}"]
    period += ["bronnen: {ind: {titel: Verzonnen, uitgever: IND}}", "cijfers:"]
    for row in range(ROWS):
        values = [400 + 10 * row + (row * 3 + at * 5) % 19 for at in range(COLUMNS)]
        earlier = ", ".join(f"{month}: {value}" for month, value in zip(months[:-1], values, strict=False))
        period += [f"  s{row}:", f"    titel: Reeks {ascii_uppercase[row]}", "    eenheid: zaken", "    bron: ind"]
        period += [f"    totaal: {values[-1]}", f"    reeks: {{{earlier}}}"]
    for number in range(CHARTS):
        parts = ", ".join(f"G{at:03}: {(at * (number + 7)) % 997 + 10}" for at in range(ACROSS * UP))
        period += [
            f"  k{number}:",
            f"    titel: Kaart {ascii_uppercase[number]}",
            "    eenheid: zaken",
            "    bron: ind",
        ]
        period += [f"    naar: {{gemeente: {{{parts}}}}}"]
    for name in ("data", "layouts", "grafieken"):
        (folder / name).mkdir()
    (folder / "data" / f"{months[-1]}.yaml").write_text("\n".join(period) + "\n", encoding="utf-8")
    (folder / "grafieken" / "eigen.py").write_text(CODE, encoding="utf-8")
    series = [f"          - {{naam: Reeks {ascii_uppercase[row]}, cijfers: s{row}}}" for row in range(ROWS)]
    write_map(folder)
    for layout, keys in kinds.items():
        lines = ["titel: Proef", "blokken:", "  - kop: Grafieken"]
        for number in range(CHARTS):
            lines += [
                "  - grafiek:",
                f"        titel: Grafiek {ascii_uppercase[number]}",
                f"        vanaf: {months[0]}",
                f"        {keys}",
            ]
            lines += ["        reeksen:", *series]
        (folder / "layouts" / f"{layout}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_map(folder: Path) -> None:
    """Ten maps of areas with sides as fine as those of a generalised file of municipalities."""
    lines = ["titel: Proef", "blokken:", "  - kop: Kaarten"]
    for number in range(CHARTS):
        lines += ["  - grafiek:", f"        titel: Kaart {ascii_uppercase[number]}", "        soort: kaart"]
        lines += [f'        cijfers: "{{{{ k{number} }}}}"', "        grenzen: gebieden.geojson"]
    (folder / "layouts" / "kaarten.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    features = [
        {
            "type": "Feature",
            "properties": {"statcode": f"GM{at:04}", "statnaam": f"G{at:03}"},
            "geometry": {"type": "Polygon", "coordinates": [ring(at % ACROSS, at // ACROSS)]},
        }
        for at in range(ACROSS * UP)
    ]
    written = json.dumps({"type": "FeatureCollection", "features": features})
    (folder / "gebieden.geojson").write_text(written, encoding="utf-8")


def ring(column: int, row: int) -> list[list[int]]:
    """Around an area; a side between two areas has the same places in both."""

    def side(begin: tuple[int, int], end: tuple[int, int]) -> list[list[int]]:
        low, high = sorted((begin, end))
        found = []
        for at in range(STEPS + 1):
            aside = (at * 37 + low[0] * 11 + low[1] * 17) % 29 * 12 if 0 < at < STEPS else 0
            x, y = (low[axis] * 15_000 + (high[axis] - low[axis]) * 15_000 * at // STEPS for axis in (0, 1))
            found.append([x + (aside if low[0] == high[0] else 0), 300_000 + y + (aside if low[1] == high[1] else 0)])
        return (found if low == begin else found[::-1])[:-1]

    corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1), (column, row)]
    places = [place for pair in pairwise(corners) for place in side(*pair)]
    return [*places, places[0]]


KINDS = {
    "hittekaarten": "soort: hittekaart",
    "eigen-lijnen": "soort: eigen\n        functie: eigen:lijnen\n        alternatief: Lijnen die stijgen en dalen.",
    "eigen-tinten": "soort: eigen\n        functie: eigen:tinten\n        alternatief: Vakken met cijfers.",
}


def build(layout: str, period: str, project: Path, cache: Path, source: Path = ROOT) -> tuple[float, float]:
    """Seconds of the clock and of the processor for one build, in a process of its own."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(source / "src")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # after an installation modules are compiled
    command = [sys.executable, "-m", "rapportage", "build", layout, period, "--output", str(cache / "uit.pdf")]
    command += ["--code"] if layout.startswith("eigen") else []
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    seconds, after = time.perf_counter() - start, os.times()
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return seconds, used


def cold_and_warm(layout: str, project: Path) -> None:
    """Prints the median of some builds, each with nothing kept and then once more."""
    found: dict[str, list[tuple[float, float]]] = {"koud": [], "warm": []}
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as cache:
            for times in found.values():
                times.append(build(layout, "2020-07", project, Path(cache)))
    for name, times in found.items():
        seconds, used = (statistics.median(each) for each in zip(*times, strict=True))
        least = min(each[0] for each in times)
        print(f"{layout:14} {name}: {seconds:5.2f} s (snelste {least:.2f}), processor {used:5.2f} s")


def beside(other: Path) -> None:
    """Prints how long a report without such charts takes here, as part of what it takes another version."""
    ratios = []
    with tempfile.TemporaryDirectory() as cache:
        for turn in range(PAIRS):
            order = (ROOT, other) if turn % 2 else (other, ROOT)
            used = {source: build("kerncijfers", "2020-05", other, Path(cache), source)[1] for source in order}
            ratios.append(used[ROOT] / used[other])
    print(f"kerncijfers naast {other}: {statistics.median(ratios):.3f} keer ({min(ratios):.2f}–{max(ratios):.2f})")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), KINDS)
        for layout in (*KINDS, "kaarten"):
            cold_and_warm(layout, Path(folder))
    for other in sys.argv[1:]:
        beside(Path(other).resolve())


if __name__ == "__main__":
    main()
