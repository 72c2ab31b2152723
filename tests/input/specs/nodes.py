"""Makes nodes out of YAML for tests."""

from __future__ import annotations

import yaml

from rapportage.diagnostics import SourceFile, Span
from rapportage.input.loading.nodes import Kind, Mapping, Node, Scalar, Sequence


def node_of(text: str, path: str = "data/2020-05.yaml") -> Node:
    file = SourceFile(path, text)

    def convert(node: yaml.Node) -> Node:
        mark, end = node.start_mark, node.end_mark
        span = Span(
            file, mark.line + 1, mark.column + 1, max(1, end.index - mark.index) if mark.line == end.line else 1
        )
        match node:
            case yaml.ScalarNode():
                kind = {"tag:yaml.org,2002:null": Kind.EMPTY}.get(node.tag, Kind.TEXT)
                return Scalar(node.value, kind, node.style is None, span, text[mark.index : end.index])
            case yaml.SequenceNode():
                return Sequence(tuple(map(convert, node.value)), span)
            case _:
                return Mapping(tuple((convert(key), convert(value)) for key, value in node.value), span)

    return convert(yaml.compose(text))
