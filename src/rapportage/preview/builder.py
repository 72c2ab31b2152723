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

from rapportage.preview import messages
from rapportage.preview.making import Good, later, make, picture
from rapportage.preview.messages import Answer, Broken, Build, Draw, Faulty, Picture, Task

BUILDS = 20
"""After so many it looks for garbage, also where there was no pause to do so."""


class _Copy:
    """A copy of this process that works out the rest of a build, and hands it over by a pipe."""

    def __init__(self, good: Good, answers: IO[bytes]) -> None:
        reader, writer = os.pipe()
        self._process = os.fork()
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
    try:
        with os.fdopen(writer, "wb") as pipe:
            for each in _rest(good):
                messages.send(each, pipe)
    except BrokenPipeError:
        pass
    finally:
        os._exit(0)


class Builder:
    """Answers what the server asks, until that is gone."""

    def __init__(self, task: Task, asked: IO[bytes], answers: IO[bytes]) -> None:
        self._task = task
        self._asked = asked
        self._answers = answers
        self._last: Good | None = None
        self._copy: _Copy | None = None
        self._builds = 0

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
        try:
            made = make(self._task, number, self._last)
        except Exception as fault:
            self._last = None
            self._send(_broken(number, fault))
            return
        if isinstance(made, Faulty):
            self._send(made)
            self._tidy()
            return
        self._last, told = made
        self._send(told)
        if hasattr(os, "fork"):
            self._copy = _Copy(self._last, self._answers)
        else:
            for each in _rest(self._last):
                self._send(each)
        if self._builds % BUILDS == 0:
            self._tidy()

    def _hand_on(self, copy: _Copy) -> None:
        answer = copy.answer()
        if answer is not None:
            self._send(answer)
        else:
            self._end_copy()
            self._tidy()

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

    def _tidy(self) -> None:
        """Looks for garbage, which is not done during a build; what there is after the first one stays."""
        gc.collect()
        if self._builds == 1:
            gc.freeze()

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
        return Broken(number, f"de bestanden kunnen nu niet worden gelezen: {fault.strerror or fault}")
    traceback.print_exception(fault)
    return Broken(number, "dit is een fout in rapportage zelf; meld hem met de regels in de terminal")


def main() -> None:
    """Speaks over its standard streams, which are then those of nobody else: what code prints goes to the terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    asked, answers = os.fdopen(os.dup(0), "rb", buffering=0), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    with suppress(BrokenPipeError):
        Builder(json.decode(sys.argv[1], type=Task), asked, answers).run()
    os._exit(0)


if __name__ == "__main__":
    main()
