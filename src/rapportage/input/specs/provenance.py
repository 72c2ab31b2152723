"""The specs of a provenance file: of which cell of which delivered file each imported figure is."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly
from typing import Annotated

from msgspec import Struct, field

from rapportage.diagnostics import Findings
from rapportage.figures.parts import WHOLE, Part, dimensions_of
from rapportage.figures.period import TimePeriod
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import Text
from rapportage.input.specs.leaves import Items, Name, Named, OneOrMore, Period, Words, named
from rapportage.input.specs.spec import Leaf, Spec
from rapportage.input.specs.validate import validate

_HASH = Text(r"[0-9a-f]{64}", name="sha256")


def _hash(node: Node) -> Scalar:
    value = named(node)
    if len(value.text) != 64 or not set(value.text) <= set("0123456789abcdef"):
        raise SpecFault("S104", "dit is geen sha256", value.span, "maak het bestand opnieuw met rapportage import")
    return value


Hash = Annotated[Scalar, Leaf(_hash, _HASH)]


class DeliveredFile(Spec, frozen=True):
    """A file as it was when figures were taken from it."""

    path: Name = field(name="bestand")
    hash: Hash = field(name="sha256")


class OriginSpec(Spec, frozen=True, kw_only=True):
    """One figure, and the cell that it is of."""

    series: Name = field(name="reeks")
    period: Period = field(name="periode")
    breakdown: Name | None = field(default=None, name="verdeling")
    part: OneOrMore[Name] = field(default=(), name="onderdeel")
    figure: Name = field(name="cijfer")
    delivery: Name = field(name="levering")
    sheet: Words | None = field(default=None, name="blad")
    cell: Name = field(name="cel")
    raw: Words | None = field(default=None, name="ruw")
    """What the cell showed, where that was anything."""

    @property
    def key(self) -> OriginKey:
        """Which figure of the data it is."""
        if self.breakdown is None:
            return OriginKey(self.series.text, self.period, WHOLE)
        names = tuple(each.text for each in self.part)
        return OriginKey(self.series.text, self.period, Part(dimensions_of(self.breakdown.text), names))


class OriginKey(Struct, frozen=True):
    """A figure of the data of a period file."""

    series: str
    period: TimePeriod
    part: Part


class ProvenanceSpec(Spec, frozen=True):
    """The file as a whole, which only `rapportage import` writes."""

    deliveries: Named[DeliveredFile] = field(name="leveringen")
    figures: Items[OriginSpec] = field(name="herkomst")


class Provenance(Struct, frozen=True):
    """A provenance file as it was read."""

    node: Mapping
    deliveries: ReadOnly[str, DeliveredFile]
    origins: ReadOnly[OriginKey, OriginSpec]


def read_provenance(node: Mapping | None, findings: Findings) -> Provenance | None:
    """The file; None where it is faulty, which was reported."""
    spec = validate(node, ProvenanceSpec, findings) if node is not None else None
    if node is None or spec is None or not node.is_whole:
        return None
    is_sound = True
    for each in spec.figures:
        if each.delivery.text not in spec.deliveries:
            message = f"de levering '{each.delivery.text[:60]}' staat niet onder 'leveringen'"
            findings.error("I601", message, each.delivery.span, "maak dit bestand opnieuw met rapportage import")
            is_sound = False
    origins = {each.key: each for each in spec.figures}
    return Provenance(node, spec.deliveries, origins) if is_sound else None
