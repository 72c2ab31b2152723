"""Enumerations: 'A, B en C'."""

from __future__ import annotations

import re
from collections.abc import Sequence


def enumeration(items: Sequence[str]) -> str:
    """'A', 'A en B', 'A, B en C'; nothing for nothing."""
    return " en ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


_UNKNOWN = re.compile(r"onbekende?\b.*|.*\b(?:onbekend|niet bekend)")


def names_nothing(name: str) -> bool:
    """Whether a part of a whole is all of which it is not known what it is: 'onbekend', 'Geslacht onbekend'."""
    return bool(_UNKNOWN.fullmatch(name.casefold()))
