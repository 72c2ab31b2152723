"""`{% for rij in … %}`: the figures that a loop goes through, and what it knows of each turn."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.figures.languages.spoken import spoken_language
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.filters.selecting import count_of
from rapportage.text.language.showing import Told
from rapportage.text.language.syntax.statements import EXAMPLE
from rapportage.text.language.views.period_views import View, choose
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import FigureView, SeriesView


class Turn(View, frozen=True):
    """One turn of a loop through `row`: the `number`th, from 1."""

    row: Ranking
    number: int

    @property
    def is_last(self) -> bool:
        return self.number == len(self.row.items)

    def attribute(self, name: str) -> object:
        return choose(
            name,
            "een ronde",
            {
                "eerste": lambda: self.number == 1,
                "laatste": lambda: self.is_last,
                "nummer": lambda: count_of(Ranking(self.row.items[: self.number], self.row.series)),
                "aantal": lambda: count_of(self.row),
                "tussen": self.between,
            },
        )

    def item(self, key: object) -> object:
        raise ExpressionFault("T303", "een ronde heeft geen onderdelen", "bijvoorbeeld: {% if loop.eerste %}")

    def between(self) -> Told:
        """What parts this turn from the one before in a sentence: 'A, B en C'."""
        if self.number == 1:
            return Told(())
        return Told((f" {spoken_language().lists.and_} " if self.is_last else ", ",))


def row_of(value: object) -> Ranking:
    """What a loop goes through: a row of figures, or the parts of a series, without those that name nothing.

    Raises:
        ExpressionFault: it is no row.
    """
    if isinstance(value, SeriesView):
        value = Ranking(value.parts(), value.broken_down())
    if isinstance(value, Ranking):
        row = value.named()
        row.told()
        return row
    raise ExpressionFault("T302", "hier hoort een rij cijfers", EXAMPLE)


def turns(row: Ranking) -> Iterator[tuple[FigureView, Turn]]:
    for number, figure in enumerate(row.items, 1):
        yield figure, Turn(row, number)
