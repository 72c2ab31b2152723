"""Series that no layout and no text of a period uses: a figure that was entered for nothing, or under a wrong name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from rapportage.diagnostics import Finding, Findings
from rapportage.figures.words.lists import listed
from rapportage.input.loading.nodes import Node
from rapportage.input.loading.walk import scalars
from rapportage.input.specs.period import PeriodFile
from rapportage.input.specs.places import keys_in

CODE = "C312"
NAMED = 12
"""So many series are named in one finding."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}", re.DOTALL)


def check_usage(files: Sequence[PeriodFile], layouts: Iterable[Node], findings: Findings) -> None:
    """Reports every series of which no text has the name, once: in the newest file that has it.

    Each at its own line, where it may be acknowledged; `once_a_file` is for what is left.
    """
    texts: list[Node] = [*layouts]
    for file in files:
        texts += file.texts.values()
    used = {name for text in texts for scalar in scalars(text) for name in _names_in(scalar.text)}
    used |= {
        name.text for file in files for spec in file.series.values() for name in (*spec.sum_of, spec.part_of) if name
    }
    newest = {name: file for file in sorted(files, key=lambda file: file.edition.date.latest) for name in file.series}
    keys = {file.node.span.path: keys_in(file.node, "cijfers") for file in files}
    for name, file in newest.items():
        if name not in used:
            span = keys[file.node.span.path][name].span
            findings.warning(CODE, f"geen lay-out gebruikt de reeks '{name}'", span, "klopt de naam? Of laat haar weg")


def once_a_file(findings: Findings) -> None:
    """Puts one finding in the place of those of a file: after what is acknowledged was taken out."""
    by_file: dict[str, list[Finding]] = {}
    for each in findings:
        if each.code == CODE and each.span is not None:
            by_file.setdefault(each.span.path, []).append(each)
    instead: dict[Finding, list[Finding]] = {}
    for first, *others in by_file.values():
        if others:
            instead |= {other: [] for other in others}
            instead[first] = [_of_all([first, *others])]
    findings.replace(instead)


def _of_all(several: Sequence[Finding]) -> Finding:
    """One finding for many; each names its series in quotes."""
    names = [each.message.split("'")[1] for each in several]
    message = f"geen lay-out gebruikt {len(names)} reeksen van dit bestand: {listed(names, NAMED)}"
    return replace(several[0], message=message, also=tuple(each.span for each in several[1:] if each.span))


def _names_in(text: str) -> list[str]:
    """The names in the expressions of a text; a text that is a name by itself may stand for a series (`cijfers`)."""
    if _NAME.fullmatch(text):
        return [text]
    return [name for found in _EXPRESSION.finditer(text) for name in _NAME.findall(found[1] or found[2])]
