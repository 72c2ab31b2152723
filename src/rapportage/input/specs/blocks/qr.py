"""The spec of a QR code."""

from __future__ import annotations

from typing import Annotated

from msgspec import field

from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.forms import AnyOf, Choice, InShort
from rapportage.input.specs.leaves import WebAddress, Words, named, web_address
from rapportage.input.specs.spec import Leaf, Spec, read_spec

EDITION = "uitgave"
"""Stands for the address of the edition, which its period file gives."""


def _address(node: Node) -> Scalar:
    value = named(node)
    return value if value.text == EDITION else web_address(node)


class QrSpec(Spec, frozen=True):
    address: Annotated[Scalar, Leaf(_address, AnyOf((Choice((EDITION,)), WebAddress)))] = field(name="adres")
    words: Words | None = field(default=None, name="tekst")
    """Before the address, below the code."""


def _qr(node: Node) -> QrSpec:
    if isinstance(node, Scalar):
        name = Scalar("adres", node.kind, node.plain, node.span, node.raw)
        node = Mapping(((name, node),), node.span)
    return read_spec(node, QrSpec)


QrLeaf = Annotated[QrSpec, Leaf(_qr, InShort(QrSpec, "adres"))]
