"""Enumerations: 'A, B en C'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.spoken import spoken_language


def enumeration(items: Sequence[str]) -> str:
    """'A', 'A en B', 'A, B en C'; nothing for nothing."""
    last = f" {spoken_language().lists.and_} "
    return last.join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def listed(items: Sequence[str], most: int) -> str:
    """The first few of many, in Dutch: 'A, B en nog 108'."""
    return enumeration(items) if len(items) <= most else f"{', '.join(items[:most])} en nog {len(items) - most}"


_UNKNOWN = re.compile("|".join(DUTCH.lists.nothing_known))


def names_nothing(name: str) -> bool:
    """Whether a part of a whole is all of which it is not known what it is: 'onbekend', 'Geslacht onbekend'.

    Of the names in the data, whatever the language of the report.
    """
    return bool(_UNKNOWN.fullmatch(name.casefold()))
