"""Series that no layout and no text of a period uses: a figure that was entered for nothing, or under a wrong name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapportage.diagnostics import Findings
from rapportage.loading.nodes import Mapping, Node, Scalar
from rapportage.loading.nodes import Sequence as NodeSequence
from rapportage.specs.period import PeriodFile
from rapportage.specs.places import keys_in

CODE = "C312"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def check_usage(files: Sequence[PeriodFile], layouts: Iterable[Node], findings: Findings) -> None:
    """Reports every series of which no text has the name, once: in the newest file that has it."""
    texts: list[Node] = [*layouts]
    for file in files:
        texts += file.texts.values()
    used = {name for text in texts for scalar in scalars(text) for name in _NAME.findall(scalar.text)}
    used |= {
        name.text for file in files for spec in file.series.values() for name in (*spec.sum_of, spec.part_of) if name
    }
    newest = {name: file for file in sorted(files, key=lambda file: file.edition.date.day) for name in file.series}
    for name, file in newest.items():
        if name not in used:
            span = keys_in(file.node, "cijfers")[name].span
            findings.warning(CODE, f"geen lay-out gebruikt de reeks '{name}'", span, "klopt de naam? Of laat haar weg")


def scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case NodeSequence(items=items):
            for item in items:
                yield from scalars(item)
        case Mapping(entries=entries):
            for _, value in entries:
                yield from scalars(value)
