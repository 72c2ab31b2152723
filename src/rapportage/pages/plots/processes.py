"""The processes that draw charts of the user's own: copies of one that has matplotlib, or each begun anew."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from time import monotonic
from typing import IO, Protocol

from rapportage.pages.plots.cache import folder as cache_folder

HANDED_ON = (
    "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE",
)  # fmt: skip
"""What code of a project may see of our environment: of a build server that also holds passwords."""
CAN_COPY = sys.platform not in ("win32", "darwin")
"""Windows copies no processes; of macOS the mathematics that numpy uses does not survive it."""
SOON = 5.0
"""Seconds in which a copy that is asked says which it is."""


class Drawer(Protocol):
    """A process that draws one chart."""

    def ended(self, patience: float) -> int | None:
        """How it ended; None where it did not within so many seconds."""

    def stop(self) -> None:
        """Leaves nothing behind: also what the code began in its turn."""


class Drawers:
    """Begins the process that draws a chart: a copy of one that is begun with the first, where there are copies."""

    def __init__(self) -> None:
        self._origin: _Origin | None = None

    def begin(self, asked: IO[bytes], answer: IO[bytes]) -> Drawer:
        """One that reads its request from `asked` and writes its result in `answer`."""
        for _ in range(2 if CAN_COPY else 0):
            if self._origin is None:
                self._origin = _Origin()
            with suppress(OSError):  # it was stopped: another takes its place
                return self._origin.copy(asked, answer)
            self.end()
        return _Anew(asked, answer)

    def end(self) -> None:
        if self._origin is not None:
            self._origin.end()
            self._origin = None


class _Anew:
    """A process that imports matplotlib itself."""

    def __init__(self, asked: IO[bytes], answer: IO[bytes]) -> None:
        self._process = _started("worker", asked.fileno(), answer.fileno())

    def ended(self, patience: float) -> int | None:
        try:
            return self._process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            return None

    def stop(self) -> None:
        if sys.platform == "win32":
            self._process.kill()
        else:
            _kill_group(self._process.pid)
        self._process.wait()


class _Origin:
    """The process that has matplotlib, of which the others are copies (`copies`)."""

    def __init__(self) -> None:
        self._asking, theirs = socket.socketpair()
        with theirs:
            self._process = _started("copies", theirs.fileno(), subprocess.DEVNULL)

    def copy(self, asked: IO[bytes], answer: IO[bytes]) -> Drawer:
        heard, told = os.pipe()
        try:
            socket.send_fds(self._asking, [b"."], [asked.fileno(), answer.fileno(), told])
        except OSError:
            os.close(heard)
            raise
        finally:
            os.close(told)
        return _Copy(heard)

    def end(self) -> None:
        self._asking.close()
        self._process.kill()
        self._process.wait()


class _Copy:
    """A copy, of which we hear its number and then how it ended."""

    def __init__(self, heard: int) -> None:
        self._heard: int | None = heard
        self._said = b""

    def ended(self, patience: float) -> int | None:
        if not self._hear(patience, lines=2):
            return None
        _, _, code = self._said.partition(b"\n")
        return int(code or b"-1")  # -1: who was to tell it was stopped as well

    def stop(self) -> None:
        if self._heard is None:
            return
        if self._hear(SOON, lines=1) and self._said:
            _kill_group(int(self._said.partition(b"\n")[0]))
        os.close(self._heard)
        self._heard = None

    def _hear(self, patience: float, lines: int) -> bool:
        """Whether so many lines came in time, or all that will come."""
        until = monotonic() + patience
        while self._heard is not None and self._said.count(b"\n") < lines:
            if not select.select([self._heard], [], [], max(0.0, until - monotonic()))[0]:
                return False
            said = os.read(self._heard, 100)
            if not said:
                return True
            self._said += said
        return True


def _kill_group(leader: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def _started(module: str, asked: int, answer: int) -> subprocess.Popen[bytes]:
    """A process of the same Python that sees the same packages, with settings of matplotlib that are nobody's own.

    It leads a group, with which all that it begins can be ended, and takes no module from the folder of the shell.
    """
    return subprocess.Popen(  # noqa: S603  # the module is one of ours
        [sys.executable, "-m", f"rapportage.pages.plots.{module}"],
        stdin=asked,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )


def _environment() -> Mapping[str, str]:
    return {
        **{name: os.environ[name] for name in HANDED_ON if name in os.environ},
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONSAFEPATH": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLCONFIGDIR": str(cache_folder() / "matplotlib"),
        "MATPLOTLIBRC": os.devnull,
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
