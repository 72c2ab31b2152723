"""Going through nodes."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.input.loading.nodes import Mapping, Node, Scalar, Sequence


def scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar below `node`, keys included, in the order of the file."""
    waiting = [node]
    while waiting:
        match waiting.pop():
            case Scalar() as scalar:
                yield scalar
            case Sequence(items=items):
                waiting += reversed(items)
            case Mapping(entries=entries):
                waiting += [each for entry in reversed(entries) for each in reversed(entry)]
