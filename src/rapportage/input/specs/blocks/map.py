"""The spec of the boundaries that a map shows."""

from __future__ import annotations

from typing import Annotated

from msgspec import field

from rapportage.input.boundaries import Asked
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.forms import InShort
from rapportage.input.specs.leaves import Name, OneOrMore, named, whole_number
from rapportage.input.specs.spec import Leaf, Spec, read_spec

FIRST_YEAR, LAST_YEAR = 1800, 2200


class BoundariesSpec(Spec, frozen=True):
    """A file of boundaries, or outlines of the package, and which property is what."""

    file: Name = field(name="bestand")
    code: Name | None = field(default=None, name="code")
    label: Name | None = field(default=None, name="naam")
    year: Annotated[int, whole_number(FIRST_YEAR, LAST_YEAR)] | None = field(default=None, name="jaar")
    source: Name | None = field(default=None, name="bron")
    without: OneOrMore[Name] = field(default=(), name="zonder")
    """Parts that are no area: 'staatloos'."""

    def asked(self) -> Asked:
        code, label, source = (each.text if each else "" for each in (self.code, self.label, self.source))
        return Asked(self.file.text, code, label, self.year, source)


class InsetSpec(Spec, frozen=True):
    """A part of the map that is drawn larger beside it."""

    name: Name = field(name="naam")
    around: OneOrMore[Name] = field(name="rond")
    """Areas that are in it, and all that is between them."""


def _boundaries(node: Node) -> BoundariesSpec:
    if isinstance(node, Scalar):
        file = named(node)
        node = Mapping(((Scalar("bestand", file.kind, file.plain, file.span, file.raw), file),), file.span)
    return read_spec(node, BoundariesSpec)


BoundariesLeaf = Annotated[BoundariesSpec, Leaf(_boundaries, InShort(BoundariesSpec, "bestand"))]
