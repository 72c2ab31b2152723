"""The spec of columns of a table, or series of a chart, that are the parts of a dimension."""

from __future__ import annotations

from msgspec import field

from rapportage.input.loading.nodes import Mapping, Node
from rapportage.input.specs.leaves import Name, Words
from rapportage.input.specs.spec import Spec


class CrossedSpec(Spec, frozen=True):
    """A column for each part of a dimension, in which `cel` is what the row is for that part."""

    by: Name = field(name="naar")
    of: Words | None = field(default=None, name="van")
    """What is crossed, where that is not the row itself."""
    group: Words | None = field(default=None, name="groep")
    """In a table, over these columns."""
    value: Words | None = field(default=None, name="waarde")
    """By default `cel` itself."""


def is_crossed(node: Node) -> bool:
    return isinstance(node, Mapping) and any(key.text == "naar" for key, _ in node.entries)
