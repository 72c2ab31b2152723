"""The parts of a document before they are sections: headings in a row, and places that are filled in last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from rapportage.document import Block, Heading, Section
from rapportage.input.specs.blocks.prose import ListingSpec
from rapportage.input.specs.layout import ChartTablesSpec


class Pending(Struct, frozen=True):
    """The place of what can be made only once all else is known."""

    place: int
    spec: ListingSpec | ChartTablesSpec


class Part(Struct):
    """A heading (None before the first) with the blocks below it, down to the next heading of any level."""

    heading: Heading | None = None
    blocks: list[Block | Pending] = field(default_factory=list)

    def made(self) -> tuple[Block, ...]:
        """The blocks, without what is pending."""
        return tuple(block for block in self.blocks if not isinstance(block, Pending))


def sections(parts: Sequence[Part]) -> Iterator[Block]:
    """Blocks before the first heading, then a section per heading with the deeper ones inside it."""
    place = 0
    while place < len(parts):
        part = parts[place]
        if part.heading is None:
            yield from part.made()
            place += 1
            continue
        end = place + 1
        while end < len(parts) and _level(parts[end]) > part.heading.level:
            end += 1
        yield Section(part.heading, (*part.made(), *sections(parts[place + 1 : end])))
        place = end


def _level(part: Part) -> int:
    return part.heading.level if part.heading else 0
