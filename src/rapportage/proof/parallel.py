"""Work that is done beside the main work, on a second processor, and waited for at the end."""

from __future__ import annotations

import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import active_count
from typing import TypeVar

Result = TypeVar("Result")


class ParallelFault(RuntimeError):
    """The copy of this process ended before it gave a result: something stopped it."""


@contextmanager
def in_parallel(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Begins `work`, which only gives a result; what is given waits for it, and raises what `work` raises.

    Leaving before that ends it.

    It is done in a copy of this process, so what it changes is lost. Where there is no second processor, or no way to
    copy a process, it is done when it is asked for; and where other threads are at work, as in a notebook: a copy has
    none of them, and would wait for ever for what one of them holds.

    Raises:
        ParallelFault: (by what is given) the copy was stopped.
        KeyboardInterrupt: (by what is given) the copy was interrupted.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or active_count() > 1:
        yield work
        return
    reader, writer = os.pipe()
    waiting = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # no interrupt between begin and end of it
    try:
        child = os.fork()
    except OSError:  # no more processes are allowed
        child = None
    if child is None:
        signal.pthread_sigmask(signal.SIG_SETMASK, waiting)
        os.close(reader)
        os.close(writer)
        yield work
        return
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, waiting)
        os.close(reader)
        _send(work, writer)
    os.close(writer)
    running = True
    with os.fdopen(reader, "rb") as pipe:

        def wait() -> Result:
            nonlocal running
            data = pipe.read()
            if not data:
                running = False
                if _end(child) == -signal.SIGINT:  # Ctrl-C, which all processes of a command are told of
                    raise KeyboardInterrupt
                raise ParallelFault("the work beside was stopped")
            outcome: Result | Exception = pickle.loads(data)  # noqa: S301  # from our own copy, by a pipe that nobody else has
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        try:
            signal.pthread_sigmask(signal.SIG_SETMASK, waiting)
            yield wait
        finally:
            if running:
                _end(child)


def _end(child: int) -> int | None:
    """Waits for a copy that has sent its result, and stops one that is still at work.

    Gives its exit code, or of what was stopped the signal below zero; None where nobody knows.
    """
    with suppress(ProcessLookupError, ChildProcessError):  # who started us may have asked to leave none to wait for
        os.kill(child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return None


def _send(work: Callable[[], object], writer: int) -> None:
    """Does the work and ends the copy. Nothing is sent when it is interrupted, or when nobody waits for it any more."""
    try:
        data = pickle.dumps(_outcome(work), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(data)
    except (KeyboardInterrupt, BrokenPipeError):
        pass
    except Exception:
        traceback.print_exc()  # what was made can't be sent: a fault of ours
    finally:
        os._exit(0)


def _outcome(work: Callable[[], object]) -> object:
    """What it gives, or the exception that it ends with, which then says where: a traceback can't be sent."""
    try:
        return work()
    except Exception as fault:
        fault.add_note(traceback.format_exc())
        return fault
