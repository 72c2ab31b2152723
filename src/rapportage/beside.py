"""Work that is done beside the main work, on a second processor, and waited for at the end."""

from __future__ import annotations

import os
import pickle
import traceback
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class BesideFault(RuntimeError):
    """The work beside failed: a fault of ours, whose traceback was printed where it happened."""


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begins `work`, which only gives a result; what is returned waits for it.

    It is done in a copy of this process, so what it changes is lost. Where there is no second processor, or no way to
    copy a process, it is done when it is asked for.

    Raises:
        BesideFault: (by what is returned) the work failed.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return work
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _send(work, writer)
    os.close(writer)

    def wait() -> Result:
        with os.fdopen(reader, "rb") as pipe:
            data = pipe.read()
        os.waitpid(child, 0)
        if not data:
            raise BesideFault("the work beside the build failed")
        result: Result = pickle.loads(data)  # noqa: S301  # from our own copy, by a pipe that nobody else has
        return result

    return wait


def _send(work: Callable[[], object], writer: int) -> None:
    """Ends the copy; nothing is sent when the work fails."""
    try:
        data = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(data)
    except KeyboardInterrupt:
        pass
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(0)
