"""How resolving says that it has nothing to give: None for a fault of the user, WAITING for a gap in a draft.

Either was reported. The caller goes on making what it can, so that all faults are reported, and then gives none itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final, TypeGuard, TypeVar

Made = TypeVar("Made")


class Waiting(Enum):
    """In a draft: there is nothing to show until its figures are filled in."""

    WAITING = "waiting"


WAITING: Final = Waiting.WAITING


def is_nothing(made: object) -> TypeGuard[Waiting | None]:
    """Whether there is nothing to go on with: who gets it, gives it on."""
    return made is None or isinstance(made, Waiting)


def whole(made: Iterable[Made | None]) -> tuple[Made, ...] | None:
    """All of them, or None where one failed. Every one is made first."""
    results = tuple(made)
    known = tuple(result for result in results if result is not None)
    return known if len(known) == len(results) else None


def ready(made: Iterable[Made | Waiting | None]) -> tuple[Made, ...] | Waiting | None:
    """As `whole`, of what may wait in a draft: WAITING where none failed and one waits."""
    results = tuple(made)
    if any(result is None for result in results):
        return None
    known = tuple(result for result in results if result is not None and not isinstance(result, Waiting))
    return known if len(known) == len(results) else WAITING
