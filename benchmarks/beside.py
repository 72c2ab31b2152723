"""Ours beside other tools, in one run: `python benchmarks/beside.py MAAT RONDES [NAAM=OPDRACHT ...]`.

MAAT is S, M or L; each NAAM=OPDRACHT is another tool that makes a report of the same size, as one command in quotes.
The rounds are interleaved, because machines are noisy; read the ratios, not the seconds.
"""

from __future__ import annotations

import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.work import LAYOUT, PERIOD, write_project

OURS = "rapportage"


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and peak memory in MB of one process and its children, with compiled modules as after an installation."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"mislukt: {shlex.join(command)}")
    return seconds, usage.ru_maxrss / 1024


def main() -> None:
    size, rounds = sys.argv[1], int(sys.argv[2])
    others = dict(argument.split("=", 1) for argument in sys.argv[3:])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_project(folder, size)
        ours = [sys.executable, "-m", "rapportage", "build", LAYOUT, PERIOD, "--output", "uit.pdf"]
        commands = {OURS: ours, **{other: shlex.split(command) for other, command in others.items()}}
        results: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                results[name].append(run(command, folder if name == OURS else Path.cwd()))
        size_kb = (folder / "uit.pdf").stat().st_size / 1000
    print(f"maat {size}, {rounds} rondes; onze pdf {size_kb:.0f} kB")
    own = statistics.median(seconds for seconds, _ in results[OURS])
    for name, measured in sorted(results.items(), key=lambda item: statistics.median(each[0] for each in item[1])):
        seconds = [each[0] for each in measured]
        memory = max(each[1] for each in measured)
        median = statistics.median(seconds)
        spread = f"{min(seconds):.2f}–{max(seconds):.2f}"
        print(f"{name:16} {median:7.2f} s  {spread:>12}  {memory:6.0f} MB  wij: {own / median:.2f} keer")


if __name__ == "__main__":
    main()
