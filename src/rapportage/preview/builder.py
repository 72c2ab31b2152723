"""The builder: a process of its own, with one thread, that keeps what it read and builds whenever it is asked.

What is not needed to show pages is worked out in a copy of it, which is ended as soon as there is a newer build.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, NoReturn

from msgspec import json

from rapportage.diagnostics.machine import OF_THE_MACHINE
from rapportage.memory import Memory
from rapportage.preview import messages
from rapportage.preview.making import Good, later, make, picture
from rapportage.preview.messages import Answer, Broken, Build, Checked, Draw, Faulty, Picture, Task

SOME, MOST = 20, 60
"""After so many builds it looks for garbage when it has nothing to do, and after so many also when it has."""


class _Copy:
    """A copy of this process that works out the rest of a build, and hands it over by a pipe."""

    def __init__(self, good: Good, answers: IO[bytes]) -> None:
        """Begins at once.

        Raises:
            OSError: there may be no more processes.
        """
        reader, writer = os.pipe()
        try:
            self._process = os.fork()
        except OSError:
            os.close(reader)
            os.close(writer)
            raise
        if self._process == 0:
            os.close(reader)
            os.close(answers.fileno())  # the server has to hear that the builder is gone, whatever its copy does
            _work(good, writer)
        os.close(writer)
        self._pipe = os.fdopen(reader, "rb", buffering=0)

    def fileno(self) -> int:
        return self._pipe.fileno()

    def answer(self) -> Answer | None:
        """The next thing that it worked out; None where there is no more."""
        return messages.answer(self._pipe)

    def end(self) -> None:
        self._pipe.close()
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)


def _work(good: Good, writer: int) -> NoReturn:
    """Sends what it works out, and ends the copy."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        with os.fdopen(writer, "wb") as pipe:
            for each in _rest(good):
                messages.send(each, pipe)
    except BrokenPipeError:
        pass
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(0)


class Builder:
    """Answers what the server asks, until that is gone."""

    def __init__(self, task: Task, asked: IO[bytes], answers: IO[bytes]) -> None:
        self._task = task
        self._asked = asked
        self._answers = answers
        self._last: Good | None = None
        self._memory = Memory()
        self._copy: _Copy | None = None
        self._is_known = True
        """Whether all of the last good build was told."""
        self._builds = 0
        self._untidy = 0

    def run(self) -> None:
        while True:
            if self._copy is not None and self._is_working(self._copy):
                self._hand_on(self._copy)
                continue
            asked = messages.asked(self._asked)
            match asked:
                case None:
                    break
                case Build():
                    self._build(asked.number)
                case Draw():
                    self._send(Picture(asked.id, self._picture(asked.id)))
        self._end_copy()

    def _is_working(self, copy: _Copy) -> bool:
        """Waits for the next word; whether that is of the copy: what is asked goes before what was worked out."""
        asked = self._asked.fileno()
        return asked not in select.select([asked, copy.fileno()], [], [])[0]

    def _build(self, number: int) -> None:
        self._end_copy()
        self._builds += 1
        self._untidy += 1
        try:
            made = make(self._task, number, self._last, self._memory)
        except Exception as fault:
            self._last, self._memory = None, Memory()  # what is half done is not gone on with
            self._send(_broken(number, fault))
            return
        if isinstance(made, Faulty):
            self._send(made)
            if self._last is not None and not self._is_known:  # which is what is shown still
                self._go_on(self._last)
            self._tidy(SOME)
            return
        self._last, told = made
        self._is_known = False
        self._send(told)
        self._go_on(self._last)
        self._tidy(MOST)

    def _go_on(self, good: Good) -> None:
        """Begins with what comes after the pages; where no copy can be made, it is done at once."""
        if hasattr(os, "fork"):
            try:
                self._copy = _Copy(good, self._answers)
            except OSError:  # no more processes are allowed
                pass
            else:
                return
        for each in _rest(good):
            self._tell_rest(each)

    def _hand_on(self, copy: _Copy) -> None:
        answer = copy.answer()
        if answer is not None:
            self._tell_rest(answer)
            return
        self._end_copy()
        if self._last is not None and not self._is_known:
            self._tell_rest(Broken(self._last.number, "het nagaan is onverwacht gestopt"))
        self._tidy(SOME)

    def _tell_rest(self, answer: Answer) -> None:
        self._is_known = isinstance(answer, Checked | Broken)
        self._send(answer)

    def _picture(self, id: str) -> str | None:
        try:
            return picture(self._last, id) if self._last else None
        except Exception:
            traceback.print_exc()
            return None

    def _end_copy(self) -> None:
        if self._copy is not None:
            self._copy.end()
            self._copy = None

    def _tidy(self, builds: int) -> None:
        """Looks for garbage after so many builds, not during one; what there is after the first stays."""
        if self._untidy < builds and self._builds > 1:
            return
        gc.collect()
        if self._builds == 1:
            gc.freeze()
        self._untidy = 0

    def _send(self, answer: Answer) -> None:
        messages.send(answer, self._answers)


def _rest(good: Good) -> Iterator[Answer]:
    """What comes after the pages; a fault of ours in it is told, and the pages stay."""
    try:
        yield from later(good)
    except Exception as fault:
        yield _broken(good.number, fault)


def _broken(number: int, fault: Exception) -> Broken:
    """Says what happened: of a fault of ours the terminal has the traceback."""
    if isinstance(fault, OSError):
        reason = OF_THE_MACHINE.get(fault.errno or 0, "")
        return Broken(number, f"de bestanden kunnen nu niet worden gelezen{reason and f': {reason}'}")
    traceback.print_exception(fault)
    return Broken(number, "dit is een fout in rapportage zelf; meld hem met de regels in de terminal")


def main() -> None:
    """Speaks over its standard streams, which are then those of nobody else: what code prints goes to the terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    gc.disable()
    asked, answers = os.fdopen(os.dup(0), "rb", buffering=0), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    with suppress(BrokenPipeError, SystemExit):
        Builder(json.decode(sys.argv[1], type=Task), asked, answers).run()
    os._exit(0)


def _end(number: int, frame: object) -> NoReturn:
    """Ends, and what draws charts of the user's own with it: that is in no group of ours."""
    raise SystemExit


if __name__ == "__main__":
    main()
