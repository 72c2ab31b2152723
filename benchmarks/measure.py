"""Measures what the bars are about: `make benchmark`. Read ratios within one run: machines differ and are noisy.

Whole processes are timed, with an empty cache folder; memory is the peak of the process and its children.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
ROOT = Path(__file__).parents[1]


def run(arguments: list[str]) -> tuple[float, float]:
    """Seconds and peak memory in MB of one run of rapportage, with nothing cached."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "XDG_CACHE_HOME": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # after an installation modules are compiled
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "rapportage", *arguments],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"rapportage {' '.join(arguments)} failed")
    return seconds, usage.ru_maxrss / 1024


def commands(folder: Path) -> dict[str, list[str]]:
    output = str(folder / "uit.pdf")
    return {
        "rapportage --help": ["--help"],
        "check kerncijfers 2020-05": ["check", "kerncijfers", "2020-05"],
        "build kerncijfers 2020-05": ["build", "kerncijfers", "2020-05", "--output", output],
        "build vreemdelingenketen 2020-H1": ["build", "vreemdelingenketen", "2020-H1", "--output", output],
    }


def table_seconds(rows: int) -> float:
    """Layout and PDF of a document with one table of so many rows, in a process of its own.

    Not several in one process: what the first leaves in memory slows the next, and a build makes one document.
    Garbage collection is off, as in `rapportage build`.
    """
    code = f"import gc; gc.disable(); from benchmarks.measure import time_table; print(time_table({rows}))"
    command = [sys.executable, "-c", code]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def time_table(rows: int) -> float:
    from rapportage.pages.fonts import source_sans
    from rapportage.pages.layout import lay_out
    from rapportage.pages.pdf import write
    from rapportage.pages.theme import default_theme
    from tests.pages.layout.documents import document, simple_table

    def seconds(count: int) -> float:
        made = document(simple_table(count))
        start = time.perf_counter()
        write(lay_out(made, default_theme(), source_sans(), {}), made, source_sans())
        return time.perf_counter() - start

    seconds(10)  # reads the fonts
    return seconds(rows)


def main() -> None:
    print(f"{'opdracht':32} {'mediaan s':>10} {'min–max':>12} {'piek MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in commands(Path(folder)).items():
            results = [run(arguments) for _ in range(RUNS)]
            seconds = [result[0] for result in results]
            spread = f"{min(seconds):.2f}–{max(seconds):.2f}"
            memory = max(result[1] for result in results)
            print(f"{name:32} {statistics.median(seconds):10.2f} {spread:>12} {memory:8.0f}")
    pairs = [(table_seconds(1_000), table_seconds(10_000)) for _ in range(RUNS)]
    small, large = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratios = sorted(large / small for small, large in pairs)
    print(f"tabel van 1.000 rijen {small:.2f} s, van 10.000 rijen {large:.2f} s: {large / small:.1f} keer")
    print(f"per paar {ratios[0]:.1f} tot {ratios[-1]:.1f} keer")


if __name__ == "__main__":
    main()
