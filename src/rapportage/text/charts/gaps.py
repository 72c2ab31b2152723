"""Stacks and points that a chart can't show because a part of them is not known: a note says which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapportage.document import NoteMark, Text, Value
from rapportage.document.chart_kinds import ChartKind
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.periods import period_name
from rapportage.text.anchors import BlockNotes
from rapportage.text.charts.plots import Plot, PlotLine


def gap_note(notes: BlockNotes, kind: ChartKind, plot: Plot) -> list[NoteMark]:
    """The mark of the note on stacks of which some parts are known and some are not: they are left out as a whole.

    Of a stack where nothing is known there is nothing that a reader might take for the whole, and no note.
    A point in a plane is left out where either of its figures is unknown, and always told.
    """
    if plot.form == "naast elkaar" and not kind.is_plane:
        return []
    parts = [line.figures for line in plot.lines if line.role != "line"]
    known = [[figure is not None and figure.value is not None for figure in figures] for figures in parts]
    partly = [not all(column) and (any(column) or kind.is_plane) for column in zip(*known, strict=True)]
    places = [place for place, is_partly in enumerate(partly) if is_partly]
    if not places:
        return []
    names = _periods(plot.periods[place] for place in places) if plot.periods else _names(plot, places)
    words = spoken_language().charts
    say = words.point_unknown if kind.is_plane else words.part_unknown
    return [notes.own("onvolledig", (Text(say(enumeration(names), kind.gap[len(places) > 1])),))]


def left_out_notes(notes: BlockNotes, plot: Plot) -> list[NoteMark]:
    """The marks of the notes on what is not among the figures that a chart gathers."""
    if plot.gathered is None:
        return []
    base, words = plot.base, spoken_language().charts
    unknown = [
        _name_of(base, line, place)
        for line in base.lines
        for place, figure in enumerate(line.figures)
        if figure is None or figure.value is None
    ]
    found = (
        ("zonder-cijfer", words.without_figure, unknown),
        ("zonder-naam", words.without_name, list(plot.rests)),
        ("zonder-groep", words.without_group, list(base.ungrouped)),
    )
    return [
        notes.own(key, (Text(before), Value(enumeration(list(dict.fromkeys(names))), is_name=True), Text(after)))
        for key, (before, after), names in found
        if names
    ]


def _name_of(plot: Plot, line: PlotLine, place: int) -> str:
    """What a figure is called among all of a plot."""
    name = plot.categories[place].name
    if plot.periods:
        return spoken_language().charts.was_in(line.name, name)
    return name if len(plot.lines) == 1 else f"{name} ({line.name})"


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
