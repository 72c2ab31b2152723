"""An interrupt (Ctrl-C) ends a command once, and what has to be undone is undone first."""

from __future__ import annotations

import signal
import sys
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import ExtensionFileLoader
from threading import Timer, main_thread
from types import FrameType

_SOON = 0.01
"""Seconds after which an interrupt that came to nothing is given again."""


_came: list[int] = []


def raise_on_interrupt() -> None:
    """From here on an interrupt raises KeyboardInterrupt; not where the shell has it ignored."""
    _came.clear()
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _interrupt)
        sys.unraisablehook = _given_again


def was_interrupted() -> bool:
    """Whether an interrupt came, also where a library made another exception of it or went on."""
    return bool(_came)


def end_if_interrupted() -> None:
    """Raises the KeyboardInterrupt that a library may have swallowed (ReportLab does): nothing is written after it."""
    if _came:
        raise KeyboardInterrupt


@contextmanager
def until_interrupted() -> Iterator[None]:
    """For what goes on until it is interrupted: that is its good end."""
    try:
        yield
    except KeyboardInterrupt:
        _came.clear()
    except Exception:  # which a library may have made of it
        if not _came:
            raise
        _came.clear()


def ignore_interrupts() -> None:
    """The command is at its end: its exit code is known."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _interrupt(number: int, frame: FrameType | None) -> None:
    if _is_loading(frame):
        _give_soon()
        return
    ignore_interrupts()  # a second one would leave half undone
    _came.append(number)
    raise KeyboardInterrupt


def _is_loading(frame: FrameType | None) -> bool:
    """Whether compiled code is being loaded: what is raised in that it may take for the end of the world."""
    while frame is not None:
        if isinstance(frame.f_locals.get("self"), ExtensionFileLoader):
            return True
        frame = frame.f_back
    return False


def _give() -> None:
    if sys.platform == "win32":
        interrupt_main()
    else:  # which ends what the main thread waits for as well
        signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)


def _given_again(dropped: sys.UnraisableHookArgs) -> None:
    """Python can't pass on what is raised in a finaliser; it would print it and go on."""
    if not isinstance(dropped.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(dropped)
        return
    signal.signal(signal.SIGINT, _interrupt)
    _give_soon()


def _give_soon() -> None:
    again = Timer(_SOON, _give)
    again.daemon = True
    again.start()
