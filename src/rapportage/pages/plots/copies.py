"""Has matplotlib, and draws each chart in a copy of itself: `python -m rapportage.pages.plots.copies`.

Standard input is a socket. Each message on it brings three files: of the first a copy reads its request, in the second
it writes its result, and in the third come its number as it begins and how it ended. So a chart takes no time for what
is imported, and has a process of its own as before, with its own limits: what it does there, no other chart sees.
"""

from __future__ import annotations

import os
import signal
import socket

from rapportage.pages.plots import drawn_by_user, worker

__all__ = ["drawn_by_user"]  # which brings matplotlib

FILES = 3


def main() -> None:
    asking = socket.socket(fileno=0)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that keep a copy
    while True:
        message, files, _, _ = socket.recv_fds(asking, 1, FILES)
        if not message:
            return
        if os.fork() == 0:
            try:
                _keep(asking, *files)
            finally:
                os._exit(0)
        for each in files:
            os.close(each)


def _keep(asking: socket.socket, asked: int, answer: int, told: int) -> None:
    """Begins a copy and tells how it ended, from beside it: in what it does itself nothing could be told for sure."""
    asking.close()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    copy = os.fork()
    if copy == 0:
        try:
            _draw(asked, answer, told)
        finally:
            os._exit(1)
    _, status = os.waitpid(copy, 0)
    os.write(told, b"%d\n" % os.waitstatus_to_exitcode(status))


def _draw(asked: int, answer: int, told: int) -> None:
    """Draws, as the head of a group with which all that it begins can be ended."""
    os.setsid()
    os.write(told, b"%d\n" % os.getpid())
    os.dup2(asked, 0)
    os.dup2(answer, 1)
    for each in (asked, answer, told):
        os.close(each)
    worker.main()


if __name__ == "__main__":
    main()
