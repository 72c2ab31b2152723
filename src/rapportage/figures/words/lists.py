"""Enumerations: 'A, B en C', with ties taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportage.figures.words.numbers import count_word


def enumeration(items: Sequence[str]) -> str:
    """'A', 'A en B', 'A, B en C'; nothing for nothing."""
    return " en ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


_UNKNOWN = re.compile(r"onbekende?\b.*|.*\b(?:onbekend|niet bekend)")


def names_nothing(name: str) -> bool:
    """Whether a part of a whole is all of which it is not known what it is: 'onbekend', 'Geslacht onbekend'."""
    return bool(_UNKNOWN.fullmatch(name.casefold()))


def with_figure(names: Sequence[str], figure: str) -> str:
    """'Syrië (106)', and where several have the same figure 'Algerije en Marokko (beide 17)' or '… (alle drie 17)'."""
    if len(names) == 1:
        return f"{names[0]} ({figure})"
    each = "beide" if len(names) == 2 else f"alle {count_word(len(names))}"
    return f"{enumeration(names)} ({each} {figure})"
