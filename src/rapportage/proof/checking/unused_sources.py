"""Sources that no figure names: in the place of one of them another may be named by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportage.diagnostics import Findings
from rapportage.input.loading import nodes
from rapportage.input.loading.nodes import Node
from rapportage.input.loading.walk import scalars
from rapportage.input.specs.period import PeriodFile
from rapportage.input.specs.places import keys_in

CODE = "C321"


def check_unused_sources(files: Sequence[PeriodFile], findings: Findings) -> None:
    for file in files:
        named = set(_named(file.node))
        for name, key in keys_in(file.node, "bronnen").items():
            if key.named().text not in named:
                message = f"geen cijfer in dit bestand heeft de bron '{name}'"
                hint = "staat bij een cijfer een andere bron dan deze? Laat haar anders weg, of zet erachter waarom"
                findings.warning(CODE, message, key.span, f"{hint}: # erkend {CODE}: …")


def _named(node: Node) -> Iterator[str]:
    """What is said to be the source of anything."""
    match node:
        case nodes.Mapping(entries=entries):
            for key, value in entries:
                if key.text == "bron":
                    yield from (each.named().text for each in scalars(value))
                elif not isinstance(value, nodes.Scalar):
                    yield from _named(value)
        case nodes.Sequence(items=items):
            for item in items:
                yield from _named(item)
        case _:
            pass
