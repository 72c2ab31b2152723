"""What series, parts, units and publishers of the data are called in the report that is being made.

Ambient, as the language is: a layout translates the names of the data, and all that shows a name asks here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct, field


class Translation(Struct, frozen=True):
    """Series by their id, all else by its name in the data."""

    series: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    publishers: Mapping[str, str] = field(default_factory=dict)


AS_IN_DATA = Translation()
_NAMES: ContextVar[Translation] = ContextVar("names", default=AS_IN_DATA)


def names_said() -> Translation:
    return _NAMES.get()


@contextmanager
def calling(translation: Translation) -> Iterator[None]:
    """What is named within it is called so."""
    token = _NAMES.set(translation)
    try:
        yield
    finally:
        _NAMES.reset(token)


def part_name(name: str) -> str:
    """'Syria' for 'Syrië'."""
    return names_said().parts.get(name, name)


def publisher_name(name: str) -> str:
    return names_said().publishers.get(name, name)
