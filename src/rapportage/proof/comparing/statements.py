"""From a ledger to what can be compared with another: statements with their figures, and figures by their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from rapportage.proof.comparing.comparison import Statement
from rapportage.proof.tracing import Told, TracedFigure, TraceReport, periods_in, sentences

Key = tuple[str, str, str, str, int]
HOLE, PERIOD = "{}", "‹periode›"
_FIXED = ("cel", "punt", "trend")
"""What has a place of its own, by block, row and column."""
_PASSED_OVER = ("inhoud", "bron", "samenvatting", "in de grafiek", "kop van rij", "kop van kolom", *_FIXED)
"""Words that are no statement: they follow from others, or from their rows and columns."""

_FIRST = {"kopregel": 0, "samenvatting": 1, "alternatieve tekst": 1, "bijschrift": 2}
_Entry = tuple[Told, list[TracedFigure]]


def fixed_figures(report: TraceReport, names: Mapping[tuple[str, str], str]) -> dict[Key, TracedFigure]:
    """The figures in tables, charts and trends by their place; `names` are those of blocks (see `block_names`)."""
    found: dict[Key, TracedFigure] = {}
    seen: dict[tuple[str, str, str, str], int] = {}
    for figure in report.figures:
        place = figure.place
        if place.kind in _FIXED:
            where = place.kind, names[place.block, place.label], place.row, place.column
            seen[where] = seen.get(where, -1) + 1
            found[*where, seen[where]] = figure
    return found


def statements(report: TraceReport) -> Iterator[Statement]:
    """The sentences and other words of the report, in reading order, each with its figures.

    Every hole has its figure: `from_json` refuses a saved trace in which that is not so.
    """
    waiting = iter([figure for figure in report.figures if figure.place.kind != "punt"])
    entries = [(told, [next(waiting) for _ in told.holes]) for told in report.passages]
    for told, figures in _in_one_order(entries):
        if told.place.kind not in _PASSED_OVER and any(letter.isalpha() for letter in told.text):
            yield from _split(told, figures)
        elif figures and told.place.kind not in _FIXED:
            yield Statement(told, told.text, skeleton(told.text, told.holes), tuple(figures))


def _in_one_order(entries: list[_Entry]) -> Iterator[_Entry]:
    """What is said of a block in one order, whether that is how a PDF is read or an edition for the web."""
    for _, group in groupby(entries, key=lambda entry: entry[0].place.block):
        yield from sorted(group, key=lambda entry: _FIRST.get(entry[0].place.kind, len(_FIRST)))


def _split(told: Told, figures: list[TracedFigure]) -> Iterator[Statement]:
    for begin, end in sentences(told.text):
        inner = [(hole, figure) for hole, figure in zip(told.holes, figures, strict=True) if begin <= hole[0] < end]
        holes = tuple((first - begin, last - begin) for (first, last), _ in inner)
        text = told.text[begin:end]
        yield Statement(told, text, skeleton(text, holes), tuple(figure for _, figure in inner))


def skeleton(text: str, holes: tuple[tuple[int, int], ...] = ()) -> str:
    """'In ‹periode› waren het er {}.' of 'In mei 2020 waren het er 441.'"""
    parts, at = [], 0
    for begin, end in holes:
        parts += [text[at:begin], HOLE]
        at = end
    whole = "".join((*parts, text[at:]))
    for period in sorted(set(periods_in(whole)), key=len, reverse=True):
        whole = whole.replace(period, PERIOD)
    return re.sub(r"\s+", " ", whole).strip()
