"""From nodes to a spec: every fault in one go, in Dutch, each at its own place."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rapportage.diagnostics import Findings
from rapportage.diagnostics.suggestion import suggest
from rapportage.loading.nodes import Mapping, Node
from rapportage.specs import leaves
from rapportage.specs.faults import Fault
from rapportage.specs.leaves import Spec, UnknownKey

Model = TypeVar("Model", bound=Spec)


def validate(node: Node, model: type[Model], findings: Findings, context: object = None) -> Model | None:
    """`node` as a `model`, or None when something is wrong with it, all of which is then in `findings`.

    `context` reaches the leaf readers that ask for it (ValidationInfo.context). An error of pydantic that cannot come
    from a user's file is a bug of ours, and raised.
    """
    try:
        return model.model_validate(node, context=context)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _fault(detail).report(findings)
        return None


def _fault(detail: ErrorDetails) -> Fault:
    """Where pydantic's own errors stand, is known from their input: see `Spec` and `UnknownKey`."""
    match detail:
        case {"type": "value_error", "ctx": {"error": Fault() as fault}}:
            return fault
        case {"type": "extra_forbidden", "input": UnknownKey(key=key, known=known)}:
            return Fault("S101", f"onbekende sleutel '{key.text[:100]}'", key.span, suggest(key.text, known))
        case {"type": "missing", "loc": (*_, str(name)), "input": {leaves.NODE: Mapping(span=span)}}:
            return Fault("S102", f"de sleutel '{name}' ontbreekt", span)
    raise RuntimeError(f"a spec gave an error that has no place: {detail['type']} at {detail['loc']}")
