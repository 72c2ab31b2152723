"""What the exit status of the command says."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit statuses; INTERRUPTED and CLOSED_PIPE follow the shell's 128 + signal number."""

    GOOD = 0
    FAULTS = 1
    """The user's files hold faults; or a report that is made again is not the same."""
    WRONG_USE = 2
    """The command line is wrong."""
    INVALID_RESULT = 3
    """What was made fails its own validation."""
    OUR_ERROR = 4
    """A bug of ours."""
    INTERRUPTED = 130
    CLOSED_PIPE = 141
