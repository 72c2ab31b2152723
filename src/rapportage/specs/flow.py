"""The spec of a flow diagram: steps, and where each leads."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rapportage.loading.nodes import Mapping, Node, Scalar, Sequence
from rapportage.specs.faults import Fault
from rapportage.specs.leaves import Items, Spec, Words, one_of

StepKindName = Literal["stap", "besluit", "begin", "einde"]


class ArrowSpec(Spec):
    target: Words = Field(alias="stap")
    label: Words | None = Field(None, alias="bij")


def _arrow(node: Node) -> ArrowSpec:
    """A step, or a step with what holds on the way to it: `afwijzing: nee`."""
    if isinstance(node, Scalar):
        return ArrowSpec.model_validate(Mapping(((_key("stap", node), node),), node.span))
    if isinstance(node, Mapping) and len(node.entries) == 1:
        target, label = node.entries[0]
        entries: tuple[tuple[Scalar, Node], ...] = ((_key("stap", target), target), (_key("bij", target), label))
        return ArrowSpec.model_validate(Mapping(entries, node.span))
    raise Fault("S104", "hier hoort een stap, of 'stap: woord bij de pijl'", node.span)


def _arrows(node: Node) -> tuple[ArrowSpec, ...]:
    return tuple(map(_arrow, node.items if isinstance(node, Sequence) else [node]))


class StepSpec(Spec):
    id: Words = Field(alias="id")
    text: Words = Field(alias="tekst")
    kind: Annotated[StepKindName, one_of(StepKindName)] = Field("stap", alias="soort")
    lane: Words | None = Field(None, alias="baan")
    arrows: Annotated[tuple[ArrowSpec, ...], BeforeValidator(_arrows)] | None = Field(None, alias="naar")
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
    return StepSpec.model_validate(node)


def _key(name: str, near: Scalar) -> Scalar:
    return Scalar(name, near.kind, near.plain, near.span, near.raw)


class FlowSpec(Spec):
    id: Words | None = Field(None, alias="id")
    title: Words = Field(alias="titel")
    lanes: Items[Words] = Field((), alias="banen")
    steps: Items[Annotated[StepSpec, BeforeValidator(_step)]] = Field(alias="stappen")
    alternative: Words | None = Field(None, alias="alternatief")
