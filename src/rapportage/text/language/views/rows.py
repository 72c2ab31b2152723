"""A row of figures: what a filter chooses from a series, or what it gives over periods."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.figures.observation import Observation
from rapportage.text.language.faults import ExpressionFault, refuse_order
from rapportage.text.language.views.period_views import View, choose
from rapportage.text.language.views.series import FigureView, SeriesView


class Selection(Struct, frozen=True):
    """All comparisons that were made; and by the bounds of rounded figures those that may be wrong."""

    comparisons: tuple[Observation, ...]
    doubtful: tuple[FigureView, ...] = ()
    """Which are in the row, and may belong outside it."""
    missed: tuple[FigureView, ...] = ()
    """Which are not in the row, and may belong there."""


class Ranking(View, frozen=True):
    """A row of figures in the order in which they are to be given; `series` is what they were chosen from."""

    items: tuple[FigureView, ...]
    series: SeriesView | None = None
    has_all: bool = False
    """Whether the user asked for all parts, also those that take together what is not named."""
    unsure: tuple[FigureView, ...] = ()
    """The last of the items: of which it is not known whether they are among the largest, because of figures that are
    not known; some of these themselves."""
    selection: Selection | None = None
    """How they were selected by comparing; None where they were not."""

    def attribute(self, name: str) -> object:
        return choose(name, "een rij cijfers", {})

    def named(self) -> Ranking:
        """Without what takes together what is not named: that is no country or age to name among others."""
        if self.has_all:
            return self
        return replace(self, items=tuple(item for item in self.items if not item.is_rest))

    def told(self) -> tuple[FigureView, ...]:
        """The figures as words may name them.

        Raises:
            ExpressionFault: which they are, or in what order, depends on figures that are not known.
        """
        if self.unsure:
            refuse_order([figure.label for figure in self.items if not figure.observation.known])
        return self.items

    def item(self, key: object) -> object:
        """The figure at a place, counted from 1."""
        if isinstance(key, Decimal) and key == int(key) and 1 <= key <= len(self.items):
            return self.told()[int(key) - 1]
        raise ExpressionFault("T303", f"deze rij heeft de plaatsen 1 tot en met {len(self.items)}")
