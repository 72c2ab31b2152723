"""`python -m tests.fuzz KIND N --seed S`: so many inputs of a kind, and what went wrong with them (exit code 1)."""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from rapportage.diagnostics.exit_codes import ExitCode
from tests.fuzz import kills
from tests.fuzz.guarded import Outcome, run
from tests.fuzz.mutate import mutated
from tests.fuzz.projects import Files, everything, sample, written
from tests.fuzz.reports import random_report

COMMANDS: dict[tuple[str, ...], int] = {
    ("build", "{layout}", "{period}"): 8,
    ("build", "{layout}", "{period}", "--bijlagen", "--manifest"): 3,
    ("build", "{layout}", "{period}", "--concept"): 2,
    ("build", "{layout}", "{period}", "--strict", "--messages", "json"): 1,
    ("check", "{layout}", "{period}"): 3,
    ("check",): 1,
    ("check", "{layout}", "{before}", "{layout}", "{period}", "--messages", "short"): 1,
    ("trace", "{layout}", "{period}"): 3,
    ("trace", "build/a.pdf", "{layout}", "{period}"): 1,
    ("trace", "{layout}", "{period}", "--format", "html", "--output", "build/t.html"): 1,
    ("diff", "{layout}", "{before}", "{period}"): 3,
    ("diff", "{layout}", "{before}", "{period}", "--output", "build/x-vergelijking.pdf"): 1,
    ("diff", "build/oud.json", "build/nieuw.json"): 1,
    ("chart", "{layout}", "{period}", "lijn", "--output", "build/c.svg"): 1,
    ("new", "2020-06"): 1,
    ("inspect", "build/a.pdf"): 1,
    ("reproduce", "build/a.manifest.json"): 1,
}
"""What is run on a spoilt project, and how often."""


class Base(Struct, frozen=True):
    """A project to spoil: its layout, its period, and the period before."""

    files: Files
    layout: str
    before: str
    period: str


class Fault(Struct, frozen=True):
    """An input that ended as none may."""

    seed: int
    arguments: tuple[str, ...]
    what: str
    said: str


def bases(folder: Path) -> list[tuple[Base, int]]:
    """The projects to spoil, with how often; the small one has results of its own to spoil as well."""
    small = written(everything(), folder / "small")
    made = (
        ("build", "alles", "2020-05", "--bijlagen", "--manifest", "--output", "build/a.pdf"),
        ("trace", "alles", "2020-04", "--format", "json", "--output", "build/oud.json"),
        ("trace", "alles", "2020-05", "--format", "json", "--output", "build/nieuw.json"),
    )
    (small / "build").mkdir()
    for arguments in made:
        outcome = run(arguments, small)
        assert outcome.code == 0, outcome.said
    names = ("build/a.pdf", "build/a.manifest.json", "build/oud.json", "build/nieuw.json")
    files = everything() | {name: (small / name).read_bytes() for name in names}
    months = ("2020-01", "2020-02", "2020-03", "2020-04", "2020-05")
    return [
        (Base(files, "alles", "2020-04", "2020-05"), 12),
        (Base(sample("instroom-week", "2023-W47", "2024-W04", "2024-W05"), "instroom-week", "2024-W04", "2024-W05"), 2),
        (Base(sample("asieltrends", *months), "asieltrends", "2020-04", "2020-05"), 2),
        (Base(sample("kerncijfers", *months), "kerncijfers", "2020-04", "2020-05"), 1),
    ]


def mutation(seed: int, known: Sequence[tuple[Base, int]], folder: Path) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    """One spoilt project and one command."""
    chance = random.Random(seed)  # no secret
    base = chance.choices([each for each, _ in known], [weight for _, weight in known])[0]
    project = written(mutated(chance, base.files), folder / "project")
    (project / "build").mkdir(exist_ok=True)
    command = chance.choices(list(COMMANDS), list(COMMANDS.values()))[0]
    arguments = tuple(each.format(layout=base.layout, before=base.before, period=base.period) for each in command)
    yield arguments, run(arguments, project)


def report(seed: int, known: Sequence[tuple[Base, int]], folder: Path) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    """One random report, built; what could be built is traced and compared as well."""
    del known
    made = random_report(random.Random(seed))  # no secret
    project = written(made.files, folder / "project")
    names = ("proef", made.periods[-1])
    outcome = run(("build", *names, "--bijlagen", "--manifest"), project)
    yield ("build", *names, "--bijlagen", "--manifest"), outcome
    if outcome.code == 0:
        for arguments in (("trace", *names), ("diff", "proef", made.periods[0], made.periods[-1])):
            yield arguments, run(arguments, project)


KINDS: dict[str, Callable[[int, Sequence[tuple[Base, int]], Path], Iterator[tuple[tuple[str, ...], Outcome]]]] = {
    "mutations": mutation,
    "reports": report,
}


def tried(kind: str, seeds: Sequence[int], keep: Path | None) -> tuple[list[Fault], Counter[str]]:
    """What went wrong with the inputs of these seeds, and how many commands ended with which exit code."""
    faults: list[Fault] = []
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = keep or Path(name)
        known = bases(Path(name)) if kind == "mutations" else []
        for seed in seeds:
            for arguments, outcome in KINDS[kind](seed, known, folder):
                ends[f"exit {outcome.code}"] += 1
                is_other = arguments[:2] == ("trace", "build/a.pdf") and outcome.code == ExitCode.INVALID_RESULT
                if outcome.fault is not None and not is_other:  # a pdf that is not of the spoilt project is told so
                    faults.append(Fault(seed, arguments, outcome.fault, outcome.said))
    return faults, ends


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("kind", choices=[*KINDS, "kills"])
    parser.add_argument("number", type=int, help="how many inputs")
    parser.add_argument("--seed", type=int, default=1, help="of the first; each next input has the next")
    parser.add_argument("--keep", type=Path, help="the folder in which the project of the last input is left")
    asked = parser.parse_args()
    gc.disable()  # as in a command
    start = time.monotonic()
    seeds = range(asked.seed, asked.seed + asked.number)
    if asked.kind == "kills":
        faults, ends = [Fault(*each) for each in kills.tried(seeds)], Counter({"kills": asked.number})
    else:
        halves = (seeds[::2], seeds[1::2]) if asked.number > 1 and not asked.keep else (seeds,)
        faults, ends = together(asked.kind, halves, asked.keep)
    for fault in faults:
        print(f"seed {fault.seed}: rapportage {' '.join(fault.arguments)}: {fault.what}\n{fault.said[-1500:]}\n")
    told = ", ".join(f"{count} × {end}" for end, count in sorted(ends.items()))
    print(f"{asked.number} {asked.kind} in {time.monotonic() - start:.0f} s: {told}")
    print(
        f"{asked.number - len({fault.seed for fault in faults})} passed, {len({fault.seed for fault in faults})} failed"
    )
    return int(bool(faults))


def together(kind: str, parts: Sequence[Sequence[int]], keep: Path | None) -> tuple[list[Fault], Counter[str]]:
    """The parts at the same time, each in a copy of this process."""
    import pickle

    files = []
    for part in parts:
        told = tempfile.TemporaryFile()  # noqa: SIM115  # read below
        files.append(told)
        if os.fork() == 0:
            try:
                pickle.dump(tried(kind, part, keep), told)
                told.flush()
            finally:
                os._exit(0)
    for _ in parts:
        os.wait()
    faults: list[Fault] = []
    ends: Counter[str] = Counter()
    for told in files:
        told.seek(0)
        found, counts = pickle.load(told)  # from our own copy
        faults += found
        ends += counts
    return sorted(faults, key=lambda fault: fault.seed), ends


if __name__ == "__main__":
    sys.exit(main())
