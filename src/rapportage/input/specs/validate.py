"""From nodes to a spec: every fault in one go, in Dutch, each at its own place."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly

from rapportage.diagnostics import Findings
from rapportage.input.loading.nodes import Node
from rapportage.input.specs.faults import Faults, MissingKey, SpecFault
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
    try:
        return read_spec(node, model, context)
    except SpecFault as fault:
        faults = [fault]
    except Faults as several:
        faults = list(several.faults)
    for each in faults:
        if isinstance(each, MissingKey) and each.key in missing:
            each.hint = missing[each.key]
        each.report(findings)
    return None
