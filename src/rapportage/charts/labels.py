"""The names of lines at their ends: in the line's own colour, with the last value, and never over one another."""

from __future__ import annotations

from dataclasses import dataclass

from rapportage.charts.canvas import Canvas
from rapportage.charts.scale import Scale
from rapportage.charts.style import LEADING, MUTED, SIZE, UNKNOWN, text_colour, wrapped
from rapportage.document import Chart

WIDTH, WIDEST = 0.26, 0.4
"""The part of the drawing's width that names take; for the sake of one long word they may have more."""
MOST = 6
BETWEEN = 1.0


@dataclass(slots=True)
class EndLabel:
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


def end_label(canvas: Canvas, chart: Chart, place: int, colour: str) -> EndLabel:
    """'Nareizigers 51'; of a line that ends early also when: 'Nareizigers 51 (apr 2020)'."""
    series = chart.series[place]
    known = [index for index, point in enumerate(series.points) if point is not None]
    last = series.points[known[-1]] if known else None
    is_last = not known or known[-1] == len(series.points) - 1
    words = f"{series.name} {last.text if last else UNKNOWN}"
    if known and not is_last:
        category = chart.categories[known[-1]]
        words += f" ({f'{category.label} {category.group}'.strip()})"
    longest = max(canvas.text_width(word, SIZE, "semibold") for word in words.split())
    width = min(max(canvas.width * WIDTH, longest), canvas.width * WIDEST)
    lines = wrapped(words, width, canvas, role="semibold", most=MOST)
    return EndLabel(
        lines, float(last.value) if last else 0.0, is_last and len(chart.categories) > 1, text_colour(colour)
    )


def needed_height(labels: list[EndLabel]) -> float:
    return sum(label.height + BETWEEN for label in labels)


def apart(labels: list[EndLabel], upward: Scale) -> list[EndLabel]:
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


def set_label(canvas: Canvas, label: EndLabel, upward: Scale, right: float, leader: float) -> None:
    """Sets a label; where it was pushed from the end of its line, a thin line leads to it."""
    end = upward.at(label.value)
    if label.is_at_edge and abs(end - label.y) > LEADING / 2:
        canvas.line([(right + 1, end), (right + leader - 2, label.y)], MUTED, 0.5)
    for number, text in enumerate(label.lines):
        y = label.y + label.height / 2 - (number + 0.5) * LEADING - SIZE * 0.3
        canvas.text(right + leader, y, text, SIZE, label.colour, role="semibold")
