"""How work grows with the input: `make growth`, or `python -m benchmarks.growth [WOORD ...]` for the cases so named.

Each case is measured at n, 2n and 4n, as processor time of a whole process (the least of some runs) less that of the
same case at 1. A case passes when four times as much input takes at most a third more than n·log n would.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import growing, said
from benchmarks.growing import Case

CASES = (*growing.CASES, *said.CASES)
RUNS = 2
STEPS = (1, 2, 4)
ALLOWED = 4 / 3
"""How much more than n·log n the work may grow."""
LEAST = 0.15
"""Seconds below which a difference tells nothing on a busy machine."""
LONGEST = 120
MEMORY = 4_000_000_000


@dataclass(frozen=True)
class Run:
    seconds: float
    megabytes: float
    code: int
    output: int
    """Bytes that were said to the user."""


def run(folder: Path, arguments: Sequence[str]) -> Run:
    """One process in `folder`, with no more memory than a machine has to spare."""
    bounded = f"import resource as r; r.setrlimit(r.RLIMIT_AS, ({MEMORY},) * 2); "
    bounded += f"r.setrlimit(r.RLIMIT_CPU, ({LONGEST},) * 2)"
    code = f"{bounded}; from rapportage.cli.main import main; main()"
    command = [sys.executable, "-c", code, *arguments]
    said = folder / "gezegd.txt"
    with said.open("wb") as stream:
        process = subprocess.Popen(command, cwd=folder, stdout=stream, stderr=stream)
        _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, code, said.stat().st_size)


def measured(case: Case, count: int, command: str) -> Run:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        case.make(count).write(folder)
        return min((run(folder, command.split()) for _ in range(RUNS)), key=lambda each: each.seconds)


def allowed(count: int) -> float:
    """How many times as long four times `count` may take."""
    last = STEPS[-1]
    return last * math.log(last * count) / math.log(count) * ALLOWED


def row(case: Case, command: str, measure: Callable[[Case, int, str], Run] = measured) -> tuple[str, bool]:
    """A line of the table, and whether the case passes."""
    base = measure(case, 1, command).seconds
    runs = [measure(case, case.size * step, command) for step in STEPS]
    first, last = (max(runs[place].seconds - base, LEAST / 4) for place in (0, -1))
    growth, bound = last / first, allowed(case.size)
    crashed = any(each.code not in (0, 1) for each in runs)
    passes = not crashed and (last < LEAST or growth <= bound)
    times = " ".join(f"{each.seconds - base:7.2f}" for each in runs)
    verdict = "" if passes else f"  AFLOOP {[each.code for each in runs]}" if crashed else "  TE VEEL"
    name = f"{case.name} ({case.size}): {command.partition(' werk')[0]}{command.partition('2020-05')[2]}"
    size = f"{runs[-1].megabytes:6.0f} {runs[-1].output / 1000:8.1f}"
    return f"{name[:72]:72} {times} {growth:6.1f} {bound:6.1f} {size}{verdict}", passes


def main() -> None:
    words = sys.argv[1:]
    chosen = [case for case in CASES if not words or any(word in case.name for word in words)]
    print(
        f"{'geval (n): opdracht':72} {'n':>7} {'2n':>7} {'4n s':>7} {'groei':>6} {'grens':>6} {'MB':>6} {'kB tekst':>8}"
    )
    failed = 0
    for case in chosen:
        for command in case.commands:
            line, passes = row(case, command)
            failed += not passes
            print(line, flush=True)
    raise SystemExit(f"{failed} groeien te snel" if failed else 0)


if __name__ == "__main__":
    main()
