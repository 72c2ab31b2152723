"""From nodes to a spec: every fault in one go, in Dutch, each at its own place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as ReadOnly
from typing import Generic

from msgspec import Struct

from rapportage.diagnostics import Findings, Span
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.loading.nodes import Sequence as List
from rapportage.input.loading.walk import scalars
from rapportage.input.specs.faults import EmptyFigure, EmptyValue, Faults, MissingKey, SpecFault, UnknownKey
from rapportage.input.specs.spec import AnySpec, read_spec

NO_HINTS: ReadOnly[str, str] = {}


def validate(
    node: Node,
    model: type[AnySpec],
    findings: Findings,
    context: object = None,
    missing: ReadOnly[str, str] = NO_HINTS,
) -> AnySpec | None:
    """`node` as a `model`, or None when something is wrong with it, all of which is then in `findings`.

    `context` reaches the readers that ask for it (LeafInContext); `missing` has hints for keys that are not there.
    """
    made = validate_in_part(node, model, findings, context, missing)
    return made.spec if made.is_whole else None


class InPart(Struct, Generic[AnySpec], frozen=True):
    """What is sound of a spec, or None: when it is not whole it is only good for finding more faults."""

    spec: AnySpec | None
    faults: tuple[SpecFault, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.faults


def validate_in_part(
    node: Node,
    model: type[AnySpec],
    findings: Findings,
    context: object = None,
    missing: ReadOnly[str, str] = NO_HINTS,
    elsewhere: Callable[[UnknownKey], str | None] = lambda _: None,
) -> InPart[AnySpec]:
    """As `validate`, with what is sound of a spec that is faulty. Of empty figures who reads the file tells at once.

    `elsewhere` says where a key belongs that is unknown where it is.
    """
    try:
        return InPart(read_spec(node, model, context))
    except SpecFault as fault:
        faults: tuple[SpecFault, ...] = (fault,)
        instead = fault.instead
    except Faults as several:
        faults, instead = several.faults, several.instead
    for each in faults:
        if isinstance(each, MissingKey) and each.key in missing:
            each.hint = missing[each.key]
        if isinstance(each, UnknownKey):
            each.hint = elsewhere(each) or each.hint
        if isinstance(each, EmptyValue) and each.hint is None:
            each.hint = "vul het in"
        if not isinstance(each, EmptyFigure):
            each.report(findings)
    return InPart(instead if isinstance(instead, model) else None, faults)


def without_faulty(node: Mapping, model: type[AnySpec], faults: Sequence[SpecFault]) -> AnySpec | None:
    """The spec of the mapping without every entry, or entry of an entry, in which one of its faults is."""
    spans = {fault.span for fault in faults}
    entries = []
    for key, value in node.entries:
        kept = value
        if isinstance(value, Mapping):
            inner = tuple(each for each in value.entries if not _holds(spans, *each))
            kept = Mapping(inner, value.span)
        if not _holds(spans, key, kept):
            entries.append((key, kept))
    try:
        return read_spec(Mapping(tuple(entries), node.span), model)
    except (SpecFault, Faults):
        return None


def _holds(spans: set[Span], *entry: Node) -> bool:
    return any(each.span in spans for part in entry for each in (part, *scalars(part), *_mappings(part)))


def _mappings(node: Node) -> Iterator[Node]:
    """Every list and mapping below a node."""
    below = [value for _, value in node.entries] if isinstance(node, Mapping) else []
    below += node.items if isinstance(node, List) else []
    for each in below:
        if not isinstance(each, Scalar):
            yield each
        yield from _mappings(each)
