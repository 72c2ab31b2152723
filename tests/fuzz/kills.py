"""Builds that are stopped at a moment that chance chooses: they leave all of the old files, or all of the new."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rapportage.input.files.together import undo_unfinished
from tests.faults import ROOT
from tests.fuzz.projects import everything, written

ARGUMENTS = ("build", "alles", "2020-05", "--bijlagen", "--manifest")
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM)
Results = dict[str, bytes]


def tried(seeds: Sequence[int]) -> list[tuple[int, tuple[str, ...], str, str]]:
    """One stopped build per seed; what went wrong, each with its seed, arguments, fault and output."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old, _ = _made(folder / "old", total=120)
        new, seconds = _made(folder / "new", total=125)
        found = []
        for seed in seeds:
            fault, said = _stopped(random.Random(seed), folder / "new", old, new, seconds)  # no secret
            if fault is not None:
                found.append((seed, ARGUMENTS, fault, said))
        return found


def _made(project: Path, total: int) -> tuple[Results, float]:
    """A project with that figure in it, what a build makes of it, and how long that takes."""
    files = everything()
    name = "data/2020-05.yaml"
    files[name] = files[name].replace(b"totaal: 120\n", f"totaal: {total}\n".encode())
    written(files, project)
    start = time.monotonic()
    done = _begun(project)
    assert done.wait() == 0, done.stderr
    return _results(project), time.monotonic() - start


def _begun(project: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "rapportage", *ARGUMENTS]
    return subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def _results(project: Path) -> Results:
    """All that is in the folder for what is made, also below it."""
    folder = project / "build"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _left(project: Path, made: Results) -> Results:
    """What a reader finds; what was killed in the midst of replacing files, the next command undoes before all else."""
    undo_unfinished(project / "build")
    return {name: data for name, data in _results(project).items() if name in made}


def _stopped(
    chance: random.Random, project: Path, old: Results, new: Results, seconds: float
) -> tuple[str | None, str]:
    """What is wrong after a build over the old files was stopped, or None; and what it said."""
    shutil.rmtree(project / "build")
    (project / "build").mkdir()
    for name, data in old.items():
        (project / "build" / name).write_bytes(data)
    work = _begun(project)
    time.sleep(chance.uniform(0, seconds * 1.1))
    sent = chance.choice(SIGNALS)
    os.killpg(work.pid, sent)
    said = b"".join(work.communicate()).decode("utf-8", "replace")
    if _left(project, new) not in (old, new):
        return f"after {sent.name}: neither all of the old files nor all of the new", said
    if "Traceback" in said:
        return f"after {sent.name}: a traceback", said
    if sent is signal.SIGINT and work.returncode not in (130, 0, -sent):  # the last before Python has begun
        return f"after {sent.name}: exit code {work.returncode}", said
    again = _begun(project)
    said = b"".join(again.communicate()).decode("utf-8", "replace")
    if again.returncode != 0 or _results(project) != new:
        return (
            f"after {sent.name}: the next build ends with {again.returncode}, beside {sorted(_results(project))}",
            said,
        )
    return None, said
