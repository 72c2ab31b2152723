"""Draws one chart of the user's own, in a process of its own: `python -m rapportage.pages.plots.worker`.

Reads a `Request` and writes a `Result`, both as MessagePack. What the function of the user prints goes to standard
error, which nobody reads.
"""

from __future__ import annotations

import os
import sys
import traceback
import warnings
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec import msgpack

from rapportage.pages.plots.errand import Fault, Request, Result

GROUP = "rapportage.grafieken"
"""The entry points by which an installed package offers charts."""
MEMORY = 2_000_000_000
PROCESSOR = 60
"""Seconds."""


def main() -> None:
    out = os.dup(1)
    os.dup2(2, 1)
    request = msgpack.decode(sys.stdin.buffer.read(), type=Request)
    own = os.getpid()
    _limit()
    result = _result(request)
    if os.getpid() == own:  # and not a copy that the function made of this process
        with os.fdopen(out, "wb") as stream:
            stream.write(msgpack.encode(result))
    os._exit(0)  # without waiting for threads of the function


def _limit() -> None:
    """So much memory and so much time of the processor, where the system can hold a process to that."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))


def _result(request: Request) -> Result:
    from rapportage.pages.plots.drawn_by_user import Empty, draw
    from rapportage.pages.plots.renderer import TooMuch

    # After matplotlib and Python themselves: a module of the user that is called as one of theirs takes no one's place.
    function = _function(request)
    if isinstance(function, Fault):
        return Result(fault=function)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message="Glyph .* missing from font")
            made = draw(function, request)
    except MemoryError:
        return Result(fault=Fault("memory", ""))
    except TooMuch:
        return Result(fault=Fault("shapes", ""))
    except Empty:
        return Result(fault=Fault("empty", ""))
    except BaseException as fault:  # whatever the code of the user raises, also 'exit()'
        return Result(fault=_told(fault, request))
    return Result(made.drawing, made.formulas)


def _function(request: Request) -> Callable[..., Any] | Fault:
    """The function: of a module in the folder, or else of an installed package that offers it."""
    sys.path.insert(0, request.folder)
    path = Path(request.folder, *request.module.split("."))
    offered = entry_points(group=GROUP, name=request.module)
    try:
        if path.with_suffix(".py").is_file() or path.is_dir():
            module: ModuleType = import_module(request.module)
            if not _is_own(module, request):
                return Fault("other", "")
        elif offered:
            module = next(iter(offered)).load()
        else:
            return Fault("module", "")
    except BaseException as fault:
        return _told(fault, request)
    function = getattr(module, request.function, None)
    return function if callable(function) else Fault("function", "")


def _is_own(module: ModuleType, request: Request) -> bool:
    """Whether it is of the folder, and not what Python already had under that name."""
    places = [module.__file__] if module.__file__ else list(getattr(module, "__path__", ()))
    return any(place.startswith(request.folder + os.sep) for place in places if place)


def _words(fault: BaseException) -> str:
    try:
        return str(fault)
    except Exception:  # of which the user wrote how it reads
        return ""


def _told(fault: BaseException, request: Request) -> Fault:
    """What went wrong and on which line of the user: the innermost that is his."""
    if isinstance(fault, SyntaxError) and fault.filename and fault.filename.startswith(request.folder):
        message = f"{type(fault).__name__}: {fault.msg}"
        return Fault("raised", message, _within(fault.filename, request), fault.lineno or 0)
    own = request.folder + os.sep
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename.startswith(own)]
    message = f"{type(fault).__name__}: {_words(fault)}".rstrip(": ")
    if not frames:
        return Fault("raised", message)
    return Fault("raised", message, _within(frames[-1].filename, request), frames[-1].lineno or 0)


def _within(file: str, request: Request) -> str:
    return Path(file).relative_to(request.folder).as_posix()


if __name__ == "__main__":
    main()
