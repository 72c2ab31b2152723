"""Layouts in which one faulty text is shared by two places, through an anchor and an alias of YAML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

FAULTS = {
    "an unknown name": "{{ bestaat_niet }}",
    "a fault in a figure": "{{ 1/0 }}",
    "nothing": "{% if 1 > 2 %}woorden{% endif %}",
    "an unknown place": "[woorden](#bestaat-niet)",
    "an unknown note": "woorden[^bestaat-niet]",
    "HTML": "<b>woorden</b>",
}
"""Of every stage of a text: its expressions, their values, what comes out, and its Markdown."""

MAY_BE = "nothing"
"""What is right in some places: a paragraph may come out empty."""


class Place(Struct, frozen=True):
    """Where a value stands in a layout: the keys and numbers that lead to it."""

    path: tuple[str | int, ...]
    kind: tuple[str, ...]
    """The same without numbers, and with the kind of a chart: places that are read by the same code."""

    def __str__(self) -> str:
        return "/".join(self.kind)


def places(layout: str) -> Iterator[Place]:
    """Every value of the layout that is no key, one of each kind."""
    seen = set()
    for place in _places(yaml.compose(layout, Loader=yaml.CSafeLoader), (), ()):
        if place.kind not in seen:
            seen.add(place.kind)
            yield place


def _places(node: Node | None, path: tuple[str | int, ...], kind: tuple[str, ...]) -> Iterator[Place]:
    if isinstance(node, ScalarNode):
        yield Place(path, kind)
    elif isinstance(node, SequenceNode):
        for number, item in enumerate(node.value):
            yield from _places(item, (*path, number), kind)
    elif isinstance(node, MappingNode):
        sort = next((f"[{value.value}]" for key, value in node.value if key.value == "soort"), "")
        for key, value in node.value:
            yield from _places(value, (*path, key.value), (*kind, f"{sort}{key.value}"))


def shared(layout: str, place: Place, fault: str) -> str:
    """The layout with `fault` at the place, and the same one as a text before all other blocks."""
    root = yaml.compose(layout, Loader=yaml.CSafeLoader)
    faulty = ScalarNode("tag:yaml.org,2002:str", fault, style='"')
    _put(root, place.path, faulty)
    for key, value in root.value:
        if key.value == "blokken":
            word = ScalarNode("tag:yaml.org,2002:str", "tekst")
            value.value.insert(0, MappingNode("tag:yaml.org,2002:map", [(word, faulty)]))
    return yaml.serialize(root, Dumper=yaml.CSafeDumper, allow_unicode=True)


def _put(node: Node, path: tuple[str | int, ...], value: Node) -> None:
    first, *rest = path
    if isinstance(node, SequenceNode) and isinstance(first, int):
        if rest:
            _put(node.value[first], tuple(rest), value)
        else:
            node.value[first] = value
    elif isinstance(node, MappingNode):
        for number, (key, inner) in enumerate(node.value):
            if key.value == first and rest:
                _put(inner, tuple(rest), value)
            elif key.value == first:
                node.value[number] = (key, value)


def written(folder: Path, name: str, layout: str) -> None:
    (folder / "layouts" / f"{name}.yaml").write_text(layout, encoding="utf-8")
