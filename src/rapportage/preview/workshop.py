"""The builder as the server sees it: started, asked, listened to, and started anew when it dies or hangs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Lock, Thread
from time import monotonic

from msgspec import DecodeError, json

from rapportage.preview import messages
from rapportage.preview.messages import Answer, Asked, Broken, Build, Checked, Draw, Faulty, Made, Picture, Task

PATIENCE = 120.0
"""Seconds that a build may take."""
FAREWELL = 1.0
"""Seconds that it gets to end by itself."""
TRIES = 1
"""So many times it is started anew for the same build."""

Hear = Callable[[Answer, float], None]
"""Gets each answer, and how many seconds after it was asked it came."""


class Workshop:
    """One builder, of which at most one build is asked at a time: what is asked meanwhile is one build after it."""

    def __init__(self, task: Task, begun: Callable[[int], None], hear: Hear, patience: float = PATIENCE) -> None:
        self._task = task
        self._begun = begun
        self._hear = hear
        self._patience = patience
        self._state = Condition()
        self._process: subprocess.Popen[bytes] | None = None
        self._number = 0
        self._since: float | None = None
        """When the build that it is at work on was asked."""
        self._again: float | None = None
        """When another build was asked for the first time since."""
        self._unchecked: int | None = None
        """The good build of which not all is known yet."""
        self._tries = 0
        self._reason = ""
        self._pictures: dict[str, str | None] = {}
        self._drawing = Lock()
        self._ended = False

    def start(self) -> None:
        """Starts the builder before anything is asked: it takes a moment."""
        with self._state:
            self._start()

    def ask(self) -> None:
        """The files may be others: build again, as soon as it can be."""
        with self._state:
            if self._ended:
                return
            if self._since is not None:
                self._again = self._again or monotonic()
                return
            self._tries = 0
            is_begun = self._build(monotonic())
            number = self._number
        self._begun(number)
        if not is_begun:
            self._died()

    def draw(self, id: str, patience: float) -> str | None:
        """A chart of the last good build by itself; None where there is none, or it does not come in time."""
        with self._drawing, self._state:
            self._pictures.pop(id, None)
            if self._process is None or not self._send(Draw(id)):
                return None
            self._state.wait_for(lambda: id in self._pictures or self._process is None or self._ended, patience)
            return self._pictures.pop(id, None)

    def look(self) -> None:
        """Ends a builder that takes too long; to be called from time to time."""
        with self._state:
            if self._process is None or self._since is None:
                return
            if monotonic() - self._since > self._patience:
                self._reason = "het bouwen duurde te lang, en is afgebroken"
                stop(self._process)

    def end(self) -> None:
        """Leaves no process behind."""
        with self._state:
            self._ended = True
            self._state.notify_all()
            process = self._process
        if process is None:
            return
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(FAREWELL)
        stop(process)

    # --- With the lock held ---------------------------------------------------------------------------

    def _build(self, since: float) -> bool:
        """Whether there is a builder that it could be asked of."""
        self._number += 1
        self._since, self._again = since, None
        if self._process is None and not self._start():
            self._reason = "het bouwen kan niet beginnen: de computer laat geen nieuw programma toe"
            return False
        self._send(Build(self._number))
        return True

    def _start(self) -> bool:
        try:
            self._process = process = _started(self._task)
        except OSError:
            return False
        Thread(target=self._listen, args=(process,), daemon=True).start()
        return True

    def _send(self, asked: Asked) -> bool:
        """Whether it was sent; who listens hears that the builder is gone."""
        if self._process is None or self._process.stdin is None:
            return False
        try:
            messages.send(asked, self._process.stdin)
        except (OSError, ValueError):
            return False
        return True

    # --- The thread that listens ----------------------------------------------------------------------

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        while process.stdout is not None:
            try:
                answer = messages.answer(process.stdout)
            except (DecodeError, OSError, ValueError):
                break
            if answer is None:
                break
            self._take(answer)
        stop(process)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        self._died()

    def _take(self, answer: Answer) -> None:
        with self._state:
            if isinstance(answer, Picture):
                self._pictures[answer.id] = answer.svg
                self._state.notify_all()
                return
            is_last = answer.number == self._number
            is_checked = isinstance(answer, Checked | Broken) and answer.number == self._unchecked
            if self._ended or (isinstance(answer, Made | Faulty | Broken) and not (is_last or is_checked)):
                return
            if isinstance(answer, Made):
                self._unchecked = answer.number
            elif is_checked:
                self._unchecked = None
            now = monotonic()
            took = now - (self._since or now)
            is_built = self._since is not None and is_last
        self._hear(answer, took)
        if is_built:
            self._done()

    def _done(self) -> None:
        """A build is over: begins the one that was asked meanwhile."""
        with self._state:
            again, self._since = self._again, None
            if again is None or self._ended:
                return
            self._tries = 0
            is_begun = self._build(again)
            number = self._number
        self._begun(number)
        if not is_begun:
            self._died()

    def _died(self) -> None:
        with self._state:
            self._process = None
            self._state.notify_all()
            if self._ended:
                return
            if self._since is not None and not self._reason and self._tries < TRIES:
                self._tries += 1
                if self._build(self._since):
                    return
            number, what = (self._number, "bouwen") if self._since is not None else (self._unchecked, "nagaan")
            reason = self._reason or f"het {what} is onverwacht gestopt"
            self._reason, self._unchecked = "", None
            if number is None:
                return
        self._hear(Broken(number, f"{reason}; het begint opnieuw als u weer iets opslaat"), 0.0)
        self._done()


def _started(task: Task) -> subprocess.Popen[bytes]:
    """A process of the same Python that sees the same packages, and leads a group: Ctrl-C is ours alone."""
    path = os.pathsep.join(each for each in sys.path if each)
    return subprocess.Popen(  # noqa: S603  # the module is one of ours
        [sys.executable, "-m", "rapportage.preview.builder", json.encode(task).decode()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
        env={**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"},
        start_new_session=True,
    )


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the builder: it is asked to, so that it ends what it began; then it is ended, with its copy."""
    with suppress(subprocess.TimeoutExpired):
        process.terminate()
        process.wait(FAREWELL)
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
