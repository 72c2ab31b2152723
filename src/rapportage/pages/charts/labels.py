"""The names of lines and layers at their ends: in their own colour, with the last value, and never over one another."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from msgspec import Struct

from rapportage.document import Chart
from rapportage.document.characters import words
from rapportage.figures.words.signs import unknown
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.scale import Scale
from rapportage.pages.charts.style import LEADING, MUTED, SIZE, series_colour, text_colour, wrapped

WIDTH, WIDEST = 0.26, 0.4
"""The part of the drawing's width that names take; for the sake of one long word they may have more."""
MOST = 6
BETWEEN = 1.0
LEADER = 13.0
"""Between the plot and the names at its right."""


class EndLabel(Struct):
    """The name of a series with its last value; `y` is the middle of its lines."""

    lines: list[str]
    value: float
    """Where its line ends."""
    is_at_edge: bool
    """Whether that is at the right edge of the plot."""
    colour: str
    y: float = 0.0

    @property
    def height(self) -> float:
        return len(self.lines) * LEADING


def end_labels(
    canvas: Canvas,
    chart: Chart,
    colours: Sequence[str],
    levels: Sequence[float | None],
    drawn: Sequence[Sequence[object]] = (),
) -> list[EndLabel]:
    """One label per series; `levels` are the heights of their ends where those are not the last values themselves.

    `drawn` has for each what is drawn at each place, where that is not every point.
    """
    shown = drawn or [series.points for series in chart.series]
    return [_end_label(canvas, chart, place, colours, levels[place], shown[place]) for place in range(len(shown))]


def _end_label(
    canvas: Canvas, chart: Chart, place: int, colours: Sequence[str], level: float | None, drawn: Sequence[object]
) -> EndLabel:
    """'Nareizigers 51', '2019: 51'; of a line that ends early also when: 'Nareizigers 51 (apr 2020)'.

    Of one without any figure that is drawn it says why there is none at the end: 'Nareizigers onbekend'.
    """
    series = chart.series[place]
    known = [index for index, part in enumerate(drawn) if part is not None]
    last = series.points[known[-1]] if known else None
    is_last = not known or known[-1] == len(series.points) - 1
    colon = ":" if series.name[-1:].isdigit() else ""
    figure = last.text if last else series.absent(len(series.points) - 1).words or unknown()
    if known and not is_last:
        category = chart.categories[known[-1]]
        figure += f" ({f'{category.label} {category.group}'.strip()})"
    value = level if level is not None else float(last.value) if last else 0.0
    is_faint = series.role == "faint"
    colour = MUTED if is_faint else text_colour(series_colour(chart, place, colours))
    lines = wrapped_label(canvas, f"{series.name}{colon} {figure}")
    if not lines[-1].endswith(figure) and canvas.text_width(figure, SIZE, "semibold") <= canvas.width * WIDEST:
        lines = [*wrapped_label(canvas, f"{series.name}{colon}"), figure]  # a figure stays with its period
    return EndLabel(lines, value, is_last and bool(known) and len(chart.categories) > 1, colour)


def wrapped_label(canvas: Canvas, text: str) -> list[str]:
    longest = max((canvas.text_width(word, SIZE, "semibold") for word in words(text)), default=0.0)
    width = min(max(canvas.width * WIDTH, longest), canvas.width * WIDEST)
    return wrapped(text, width, canvas, role="semibold", most=MOST)


def label_width(canvas: Canvas, labels: Sequence[EndLabel]) -> float:
    return max((canvas.text_width(line, SIZE, "semibold") for each in labels for line in each.lines), default=0.0)


def needed_height(labels: Sequence[EndLabel]) -> float:
    return fsum(label.height + BETWEEN for label in labels)


def apart(labels: Sequence[EndLabel], upward: Scale) -> list[EndLabel]:
    """Labels beside the ends of their lines, pushed up from below until none overlaps, then down from the top."""
    ordered = [label for _, label in sorted(enumerate(labels), key=lambda pair: (pair[1].value, -pair[0]))]
    floor = upward.start - LEADING / 2
    for label in ordered:
        label.y = max(upward.at(label.value), floor + label.height / 2)
        floor = label.y + label.height / 2 + BETWEEN
    ceiling = upward.end + LEADING / 2 - 2
    for label in reversed(ordered):
        label.y = min(label.y, ceiling - label.height / 2)
        ceiling = label.y - label.height / 2 - BETWEEN
    return ordered


def set_labels(canvas: Canvas, labels: Sequence[EndLabel], upward: Scale, right: float) -> None:
    """Sets the labels; where one was pushed from the end of its line, a thin line leads to it."""
    for label in apart(labels, upward):
        end = upward.at(label.value)
        if label.is_at_edge and abs(end - label.y) > LEADING / 2:
            canvas.line([(right + 1, end), (right + LEADER - 2, label.y)], MUTED, 0.5)
        for number, text in enumerate(label.lines):
            canvas.text(right + LEADER, line_base(label, number), text, SIZE, label.colour, role="semibold")


def line_base(label: EndLabel, number: int) -> float:
    """The baseline of a line of the label."""
    return label.y + label.height / 2 - (number + 0.5) * LEADING - SIZE * 0.3
