"""What a value may look like, as data beside its reader: for what has to tell it elsewhere, such as a schema.

A reader says all that is wrong with a value, in Dutch. A form says less and never more: what a reader accepts has its
form. A form of others takes types too: those that a field can have (a spec, `Words`, `Items[Words]`).
"""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly

from msgspec import Struct


class Text(Struct, frozen=True):
    """One value, of which the whole matches `pattern` where there is one."""

    pattern: str | None = None
    between: tuple[float, float] | None = None
    """Of what is written as a number; None where a number would not match."""
    name: str = "tekst"
    """What to write there, in Dutch, in few words."""


class Choice(Struct, frozen=True):
    words: tuple[str, ...]


class Whole(Struct, frozen=True):
    """A whole number that is not quoted."""

    least: int
    most: int


class Sign(Struct, frozen=True):
    """A number that is not quoted, a text that matches, or nothing yet."""

    pattern: str


class AnyOf(Struct, frozen=True):
    """What any of these may hold."""

    types: tuple[object, ...]


class InShort(Struct, frozen=True):
    """A spec, or the value of only that key of it."""

    model: type
    key: str


class Pair(Struct, frozen=True):
    """One key of the user's own, with a value of that form."""

    value: object


class ByKey(Struct, frozen=True):
    """Keys of the user's own, each with a value of the first form whose pattern matches the whole of it."""

    forms: tuple[tuple[str, object], ...]


class OwnKey(Struct, frozen=True):
    """A spec, or one in which a key of the user's own stands for two others: `aanmelding: Aanmelding in Ter Apel`."""

    model: type
    keys: tuple[str, str]


class Kinds(Struct, frozen=True, eq=False):
    """A bare word, or the key of a kind with its value, and perhaps a condition; or the keys of `several`."""

    bare: tuple[str, ...]
    kinds: ReadOnly[str, object]
    condition: str
    several: type
