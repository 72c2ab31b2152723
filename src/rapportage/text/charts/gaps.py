"""Stacks that a chart can't show because a part of them is not known: a note says which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapportage.document import NoteMark, Text
from rapportage.document.chart_kinds import ChartKind
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.periods import period_name
from rapportage.text.anchors import BlockNotes
from rapportage.text.charts.plots import Plot


def gap_note(notes: BlockNotes, kind: ChartKind, plot: Plot) -> list[NoteMark]:
    """The mark of the note on stacks of which some parts are known and some are not: they are left out as a whole.

    Where nothing is known there is nothing that a reader might take for the whole, and no note.
    """
    if plot.form == "naast elkaar":
        return []
    parts = [line.figures for line in plot.lines if line.role != "line"]
    known = [[figure is not None and figure.value is not None for figure in figures] for figures in parts]
    places = [place for place, column in enumerate(zip(*known, strict=True)) if any(column) and not all(column)]
    if not places:
        return []
    names = _periods(plot.periods[place] for place in places) if plot.periods else _names(plot, places)
    missing = "die staaf ontbreekt" if len(places) == 1 else "die staven ontbreken"
    return [
        notes.own("onvolledig", (Text(f"Van {enumeration(names)} is niet elk deel bekend: {kind.gap or missing}."),))
    ]


def _names(plot: Plot, places: Sequence[int]) -> list[str]:
    return [plot.categories[place].label for place in places]


def _periods(periods: Iterable[TimePeriod]) -> list[str]:
    """The names of periods; three or more that follow on one another as one: 'januari t/m maart 2020'."""
    runs: list[list[TimePeriod]] = []
    for period in periods:
        if runs and TimePeriod.joined((runs[-1][-1], period)):
            runs[-1].append(period)
        else:
            runs.append([period])
    windows = (TimePeriod.joined(run) if len(run) > 2 else None for run in runs)
    return [period_name(each) for run, one in zip(runs, windows, strict=True) for each in ([one] if one else run)]
