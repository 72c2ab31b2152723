"""Layers on one another: what is above zero is stacked upwards, what is below it downwards."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.document import ChartForm, Point


class Part(Struct, frozen=True):
    """A point between the levels where it begins and ends."""

    point: Point
    low: Decimal
    high: Decimal


Layer = tuple[Part | None, ...]


def stacked(series: Sequence[Sequence[Point | None]]) -> list[Layer]:
    """A layer per series, the first at the bottom; nothing where one is unknown: a stack without a part looks whole."""
    count = len(series[0]) if series else 0
    above, below = [Decimal(0)] * count, [Decimal(0)] * count
    layers = []
    complete = [all(points[place] for points in series) for place in range(count)]
    for points in series:
        layer: list[Part | None] = []
        for place, point in enumerate(points):
            if point is None or not complete[place]:
                layer.append(None)
                continue
            levels = above if point.value >= 0 else below
            start = levels[place]
            levels[place] += point.value
            layer.append(Part(point, min(start, levels[place]), max(start, levels[place])))
        layers.append(tuple(layer))
    return layers


def levels(layers: Sequence[Layer], form: ChartForm) -> list[Decimal]:
    """The values that a scale for these layers must hold; of parts of 100% the whole, also where they fall short."""
    edges = [edge for layer in layers for part in layer if part for edge in (part.low, part.high)]
    return [*edges, Decimal(100)] if form == "100%" else edges


def highest_parts(layers: Sequence[Layer], count: int) -> list[Decimal]:
    """How high the stack is at each of `count` places."""
    found = ([part.high for layer in layers if (part := layer[place])] for place in range(count))
    return [max(edges, default=Decimal(0)) for edges in found]


def ends(layer: Layer) -> float:
    """The middle of the last part that is known, where the layer is to be named."""
    part = next((part for part in reversed(layer) if part), None)
    return float(part.low + part.high) / 2 if part else 0.0
