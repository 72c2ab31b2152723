"""What a text of the user is made of: words, figures `{{ … }}`, choices `{% if … %}`, loops `{% for … %}`."""

from __future__ import annotations

from msgspec import Struct

from rapportage.input.loading.nodes import Scalar
from rapportage.text.language.syntax.expression import Expression


class Literal(Struct, frozen=True):
    """Words as typed; `offset` is where they are in the text of the scalar."""

    text: str
    offset: int


class Unread(Struct, frozen=True):
    """What could not be read, which was reported; `offset` is where it is in the text of the scalar."""

    offset: int


class Branch(Struct, frozen=True):
    """`condition` is None for 'else'."""

    condition: Expression | Unread | None
    parts: tuple[Part, ...]


class Choice(Struct, frozen=True):
    """The first branch whose condition holds is taken; none may hold."""

    branches: tuple[Branch, ...]
    offset: int


class Loop(Struct, frozen=True):
    """The same parts for each figure of a row, which they know by `name`."""

    name: str
    row: Expression | Unread
    parts: tuple[Part, ...]
    otherwise: tuple[Part, ...] | None
    """For a row without figures; None where the text does not say what is there then."""
    offset: int


Part = Literal | Expression | Unread | Choice | Loop


class Template(Struct, frozen=True):
    scalar: Scalar
    parts: tuple[Part, ...]
    is_whole: bool = True
    """False when there is a fault in it, which was reported: what follows is only for more."""
