"""Why a file can't be read or written: a reason that each caller puts in words of its own."""

from __future__ import annotations

from enum import Enum


class Reason(Enum):
    """What is the matter with a path."""

    MISSING = "bestaat niet"
    FOLDER = "is een map"
    SPECIAL = "is geen gewoon bestand"
    OUTSIDE = "ligt buiten het project"
    TOO_LARGE = "is te groot"
    CHANGED = "veranderde tijdens het lezen"
    UNREADABLE = "is niet te lezen"


class FileFault(Exception):
    """The file can't be had. `detail` is what the system says of it, where that says more."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.detail = detail
