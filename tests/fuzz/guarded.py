"""Runs one command in a copy of this process, with its time and memory bounded and every file it touches watched."""

from __future__ import annotations

import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from tests.faults import ROOT

CPU = 10
"""The seconds of processor time that any input may take."""
WALL = 120.0
"""After so many seconds by the clock a command hangs, whatever else the machine does."""
MEMORY = 500
"""The megabytes that any input may take."""
_READABLE = (ROOT / "src", sys.prefix, sys.base_prefix, "/proc", "/dev/null", "/dev/urandom")
READABLE = tuple(map(os.path.realpath, _READABLE))
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_PROGRAMS = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "socket.connect", "socket.getaddrinfo")
_CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate", "os.chmod")


class Outcome(Struct, frozen=True):
    """How a command ended."""

    code: int
    """Its exit code; minus the signal that ended it."""
    seconds: float
    """Processor time."""
    megabytes: float
    said: str
    strays: tuple[str, ...]
    """What it read, wrote or ran that it should not have."""

    @property
    def fault(self) -> str | None:
        """What is wrong with how it ended, or None. (A fault in the input is none.)"""
        if self.strays:
            return f"touched {self.strays[0]}"
        if self.code not in (0, 1, 2):
            return f"ended with {self.code}"
        if self.code == 1 and "fout" not in self.said:
            return "ended with 1 and said nothing"
        if self.seconds > CPU:
            return f"took {self.seconds:.1f} s"
        return f"took {self.megabytes:.0f} MB" if self.megabytes > MEMORY else None


def run(arguments: Sequence[str], project: Path) -> Outcome:
    """Runs `rapportage` with these arguments, with `project` as its folder: the only place that it may touch."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as strays:
        child = os.fork()
        if child == 0:
            _work(arguments, project, said.fileno(), strays.fileno())
        status, usage = _waited(child)
        said.seek(0)
        strays.seek(0)
        return Outcome(
            os.waitstatus_to_exitcode(status),
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024,
            said.read().decode("utf-8", "replace"),
            tuple(strays.read().decode("utf-8", "replace").splitlines()),
        )


def _waited(child: int) -> tuple[int, resource.struct_rusage]:
    end = time.monotonic() + WALL
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            return status, usage
        if time.monotonic() > end:
            os.killpg(child, signal.SIGKILL)
        time.sleep(0.002)


def _work(arguments: Sequence[str], project: Path, said: int, strays: int) -> None:
    """What the copy does; it never comes back."""
    code = 4
    try:
        os.setsid()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(said, 1)
        os.dup2(said, 2)
        os.chdir(project)
        own = project / ".tmp"
        own.mkdir(exist_ok=True)
        tempfile.tempdir = str(own)
        resource.setrlimit(resource.RLIMIT_CPU, (CPU + 2, CPU + 3))
        most = resource.getrlimit(resource.RLIMIT_AS)[1]  # infinite is -1
        space = 4 << 30 if most == resource.RLIM_INFINITY else min(4 << 30, most)
        resource.setrlimit(resource.RLIMIT_AS, (space, space))
        sys.argv = ["rapportage", *arguments]
        sys.addaudithook(_watch(os.path.realpath(project), strays))
        from rapportage.cli import main

        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # whatever gets past the command line is what we look for
        code = 4
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _watch(project: str, strays: int) -> Callable[[str, tuple[object, ...]], None]:
    def is_within(path: str, folders: Sequence[str]) -> bool:
        return any(path == folder or path.startswith(folder + os.sep) for folder in folders)

    def told(event: str, path: object) -> None:
        os.write(strays, f"{event} {path}\n".encode("utf-8", "replace"))

    def hook(event: str, given: tuple[object, ...]) -> None:
        if event in _PROGRAMS:
            told(event, given[:2])
        elif event in _CHANGES or event == "open":
            path = given[0]
            if isinstance(path, int):
                return
            real = os.path.realpath(os.fsdecode(path))  # type: ignore[arg-type]  # by the documentation of these events
            writes = event != "open" or bool(int(given[2] or 0) & _WRITES)  # type: ignore[call-overload]  # its flags
            if not is_within(real, (project, "/dev/null") if writes else (project, *READABLE)):
                told(event, real)

    return hook
