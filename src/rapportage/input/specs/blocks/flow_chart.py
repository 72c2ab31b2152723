"""The spec of a flow diagram: steps, and where each leads."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import field

from rapportage.input.loading.nodes import Mapping, Node, Scalar, Sequence
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import AnyOf, OwnKey, Pair
from rapportage.input.specs.leaves import Items, Name, Words, one_of
from rapportage.input.specs.spec import Leaf, Spec, read_each, read_spec

StepKindName = Literal["stap", "besluit", "begin", "einde"]


class ArrowSpec(Spec, frozen=True):
    target: Name = field(name="stap")
    label: Words | None = field(default=None, name="bij")


def _arrow(node: Node) -> ArrowSpec:
    """A step, or a step with what holds on the way to it: `afwijzing: nee`."""
    if isinstance(node, Scalar):
        return read_spec(Mapping(((_key("stap", node), node),), node.span), ArrowSpec)
    if isinstance(node, Mapping) and len(node.entries) == 1:
        target, label = node.entries[0]
        entries: tuple[tuple[Scalar, Node], ...] = ((_key("stap", target), target), (_key("bij", target), label))
        return read_spec(Mapping(entries, node.span), ArrowSpec)
    raise SpecFault("S104", "hier hoort een stap, of 'stap: woord bij de pijl'", node.span)


def _arrows(node: Node) -> tuple[ArrowSpec, ...]:
    return read_each(node.items if isinstance(node, Sequence) else [node], _arrow)


Arrow = Annotated[ArrowSpec, Leaf(_arrow, AnyOf((Name, Pair(Words))))]


class StepSpec(Spec, frozen=True):
    id: Name = field(name="id")
    text: Words = field(name="tekst")
    kind: Annotated[StepKindName, one_of(StepKindName)] = field(default="stap", name="soort")
    lane: Name | None = field(default=None, name="baan")
    arrows: Annotated[tuple[ArrowSpec, ...], Leaf(_arrows, AnyOf((Arrow, Items[Arrow])))] | None = field(
        default=None, name="naar"
    )
    """By default to the step that is next in the list."""


def _step(node: Node) -> StepSpec:
    """`aanmelding: Aanmelding in Ter Apel` stands for an id and a text."""
    if isinstance(node, Mapping):
        known = StepSpec.keys()
        named = [(key, value) for key, value in node.entries if key.text not in known]
        if len(named) == 1 and node.get("id") is None and node.get("tekst") is None:
            key, value = named[0]
            rest = tuple(entry for entry in node.entries if entry[0] is not key)
            node = Mapping(((_key("id", key), key), (_key("tekst", key), value), *rest), node.span)
    return read_spec(node, StepSpec)


def _key(name: str, near: Scalar) -> Scalar:
    return Scalar(name, near.kind, near.plain, near.span, near.raw)


class FlowSpec(Spec, frozen=True, kw_only=True):
    id: Name | None = field(default=None, name="id")
    title: Words = field(name="titel")
    lanes: Items[Name] = field(default=(), name="banen")
    steps: Items[Annotated[StepSpec, Leaf(_step, OwnKey(StepSpec, ("id", "tekst")))]] = field(name="stappen")
    alternative: Words | None = field(default=None, name="alternatief")
