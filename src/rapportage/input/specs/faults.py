"""Faults in the values of a file, on their way from the leaf that finds them to the findings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum
from typing import Final

from rapportage.diagnostics import Findings, Span
from rapportage.diagnostics.suggestion import nearest, suggest
from rapportage.document import normal
from rapportage.input.loading.nodes import Kind, Node, Scalar


class _Nothing(Enum):
    NOTHING = "nothing"


NOTHING: Final = _Nothing.NOTHING
"""There is nothing to go on with instead of a faulty value."""


class SpecFault(Exception):
    """Raised by the reader of a value, caught by `validate`.

    `instead` is what can be gone on with, only to look for more faults: a text of which nothing is known, a block that
    is not whole.
    """

    instead: object = NOTHING

    def __init__(self, code: str, message: str, span: Span, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.span = span
        self.hint = hint

    def report(self, findings: Findings) -> None:
        findings.error(self.code, self.message, self.span, self.hint)


class MissingKey(SpecFault):
    """A key that has to be there; who knows what can be written there gives the hint."""

    def __init__(self, key: str, span: Span, hint: str | None = None) -> None:
        super().__init__("S102", f"de sleutel '{key}' ontbreekt", span, hint or f"schrijf er '{key}: …' bij")
        self.key = key


class UnknownKey(SpecFault):
    """A key that is none of `known`; who knows where else it is one says that in the hint."""

    def __init__(self, code: str, message: str, key: Scalar, known: Collection[str]) -> None:
        super().__init__(code, message, key.span, suggest(key.text, known))
        self.key = key.text
        self.near = nearest(key.text, known)


class EmptyValue(SpecFault):
    """A value that is still to be filled in."""

    def __init__(self, span: Span, hint: str | None = None) -> None:
        super().__init__("S103", "nog in te vullen", span, hint)


class EmptyFigure(SpecFault):
    """A figure that is still to be filled in: of all of a file together one finding is made."""

    def __init__(self, span: Span, hint: str) -> None:
        super().__init__("C101", "nog in te vullen", span, hint)


class Faults(Exception):
    """All that is wrong with a value that consists of others; `instead` is that value without what is faulty."""

    def __init__(self, faults: Sequence[SpecFault], instead: object = NOTHING) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)
        self.instead = instead


def refuse_empty(node: Node) -> None:
    """Raises the fault of a value that is still to be filled in: one without anything that can be seen."""
    if isinstance(node, Scalar) and (node.kind is Kind.EMPTY or not normal.name(node.text)):
        raise EmptyValue(node.span)


def may_go(key: str) -> str:
    """What to do with an empty value whose key may be left out."""
    return f"vul het in, of laat '{key}' weg"
