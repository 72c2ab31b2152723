"""Going through nodes."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.input.loading.nodes import Mapping, Node, Scalar, Sequence


def scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar below `node`, keys included, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from scalars(item)
        case Mapping(entries=entries):
            for key, value in entries:
                yield key
                yield from scalars(value)
