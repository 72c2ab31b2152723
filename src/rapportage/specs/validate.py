"""From nodes to a spec: every fault in one go, in Dutch, each at its own place."""

from __future__ import annotations

from rapportage.diagnostics import Findings
from rapportage.loading.nodes import Node
from rapportage.specs.faults import Fault, Faults
from rapportage.specs.spec import AnySpec, read_spec


def validate(node: Node, model: type[AnySpec], findings: Findings, context: object = None) -> AnySpec | None:
    """`node` as a `model`, or None when something is wrong with it, all of which is then in `findings`.

    `context` reaches the readers that ask for it (LeafInContext).
    """
    try:
        return read_spec(node, model, context)
    except Fault as fault:
        fault.report(findings)
    except Faults as several:
        for each in several.faults:
            each.report(findings)
    return None
