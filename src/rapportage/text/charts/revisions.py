"""Figures that were restated since they first came out."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.document import Category, Inline, NoteMark, Text, Value
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Cell, Observation
from rapportage.figures.words.periods import period_name
from rapportage.input.cube.cube import Cube
from rapportage.text.anchors import BlockNotes
from rapportage.text.language.showing import plain
from rapportage.text.language.trace import trace
from rapportage.text.series.courses import Observations


def first_published(cube: Cube, observation: Observation) -> Observation | None:
    """What the figure was when it first came out, where that was another; None for one that was never restated."""
    cell = observation.provenance
    if not isinstance(cell, Cell):
        return None
    first = cube.first_published(cell.series, cell.period, cell.part)
    return first if first is not None and first.value != observation.value else None


def revision_note(
    cube: Cube, notes: BlockNotes, lines: Sequence[Observations], categories: Sequence[Category]
) -> tuple[NoteMark | None, list[set[int]]]:
    """The mark of one note on all restated figures of a chart, and the places of those figures in each line."""
    words = spoken_language().tables
    items: list[Inline] = []
    revised: list[set[int]] = []
    for figures in lines:
        places: set[int] = set()
        for place, figure in enumerate(figures):
            first = first_published(cube, figure) if figure else None
            if figure is None or first is None or not first.known:
                continue
            places.add(place)
            name = _named(figure, categories[place], among_others=len(lines) > 1)
            before, after = words.first(name)
            shown = Value(plain(first, in_table=True), trace(first))
            items += [Text(f"{'; ' if items else ''}{before}"), shown, Text(after)]
        revised.append(places)
    if not items:
        return None, revised
    return notes.own("bijgesteld", (Text(f"{words.later_restated} "), *items, Text("."))), revised


def _named(figure: Observation, category: Category, *, among_others: bool) -> str:
    """Which figure it is: by its own period, which for the year before is not that of the category."""
    period = period_name(figure.period)
    if category.is_period:
        return f"{figure.label}, {period}" if among_others else period
    return f"{category.full}, {period}" if among_others else category.full
