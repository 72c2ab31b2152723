"""What of a whole a figure is of: one name in each dimension by which it is broken down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from rapportage.figures.languages.names import part_name

CROSS = " × "
MOST_DIMENSIONS = 3

Dimensions = tuple[str, ...]
"""The dimensions of a breakdown: ('nationaliteit',), or of a crossed one ('gemeente', 'eigendom')."""

_CROSSED = re.compile(r"\s*×\s*|\s+[xX]\s+")


class Part(NamedTuple):
    """A part of a whole, by what it is in each dimension; the whole itself has none."""

    dimensions: Dimensions = ()
    names: tuple[str, ...] = ()

    @property
    def breakdown(self) -> str | None:
        """The breakdown that it belongs to: 'gemeente × eigendom'."""
        return breakdown_name(self.dimensions) or None

    @property
    def label(self) -> str:
        """'Utrecht, koop'; nothing for the whole."""
        return ", ".join(self.names)

    @property
    def said(self) -> str:
        """The same as the report calls it: 'Utrecht, owner-occupied'."""
        return ", ".join(map(part_name, self.names))

    def get(self, dimension: str) -> str | None:
        """What it is in a dimension; None for one in which it is everything."""
        return dict(zip(self.dimensions, self.names, strict=True)).get(dimension)

    def within(self, other: Part) -> bool:
        """Whether it is what `other` is in each dimension that that has: 'Utrecht, koop' is within 'Utrecht'."""
        return all(self.get(dimension) == name for dimension, name in zip(*other, strict=True))

    def beyond(self, other: Part) -> Part:
        """What it is in the dimensions that `other` does not have: of 'Utrecht, koop' beyond 'Utrecht' 'koop'."""
        if not other.dimensions:
            return self
        return self.over(tuple(each for each in self.dimensions if each not in other.dimensions))

    def wholes(self) -> Iterator[Part]:
        """All that it is a part of: 'Utrecht, koop' of the whole, of 'Utrecht' and of 'koop'."""
        for count in range(len(self.dimensions)):
            yield from map(self.over, combinations(self.dimensions, count))

    def over(self, dimensions: Dimensions) -> Part:
        """The part that it belongs to by only those of its dimensions: 'Utrecht, koop' over 'gemeente' is 'Utrecht'."""
        by_dimension = dict(zip(*self, strict=True))
        return Part(dimensions, tuple(by_dimension[each] for each in dimensions))


WHOLE = Part()


def part_of(breakdown: str | None, category: str | None) -> Part:
    """The part of a breakdown by one dimension; the whole where there is none."""
    return WHOLE if breakdown is None or category is None else Part((breakdown,), (category,))


def breakdown_name(dimensions: Dimensions) -> str:
    """'gemeente × eigendom'."""
    return CROSS.join(dimensions)


def dimensions_of(name: str) -> Dimensions:
    """The dimensions of a breakdown by its name, also where that was typed with an x: 'gemeente x eigendom'."""
    return tuple(_CROSSED.split(name))
