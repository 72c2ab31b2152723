"""What a map says besides its figures: which area each is of, and which figures have one colour."""

from __future__ import annotations

from msgspec import Struct

from rapportage.document.boundaries import Boundaries, Box


class MapClass(Struct, frozen=True):
    """Figures that have one colour: `words` say which and of how many areas, '100 tot 200 (34)'."""

    words: str
    step: int
    """How dark: 1, 2, 3 … up from zero or the lowest; -1, -2 … down from zero."""


class MapInset(Struct, frozen=True):
    """A part of a map that is drawn larger beside it."""

    words: str
    """What stands above it: 'Vergroot: Randstad'."""
    box: Box
    """In the unit of the boundaries."""


class ChartMap(Struct, frozen=True):
    """`areas` and `of` have one item for each category of the chart."""

    boundaries: Boundaries
    areas: tuple[int | None, ...]
    """Its place among the areas of the boundaries; None of what is on no map, such as 'onbekend'."""
    of: tuple[int | None, ...]
    """The place of its class; None where no number is known."""
    classes: tuple[MapClass, ...]
    without: str
    """'geen gegevens (3)'; '' where every area is in the data."""
    withheld: str
    """'minder dan 5 (2)', of what is suppressed; '' where nothing is."""
    unknown: str
    """'onbekend (1)', of what the data name without a number; '' where there is none."""
    are_hexagons: bool = False
    """Whether every area is an equal hexagon, near its place."""

    inset: MapInset | None = None

    def words(self) -> tuple[str, ...]:
        """All that its legend says."""
        return (*(each.words for each in self.classes), *filter(None, (self.withheld, self.unknown, self.without)))
