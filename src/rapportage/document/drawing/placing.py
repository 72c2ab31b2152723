"""What is in a drawing, at another place or at another size."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from rapportage.document.drawing.display_list import (
    Clipped,
    Command,
    Drawing,
    Gradient,
    Item,
    Layer,
    Matrix,
    Paint,
    Path,
    Pixels,
    TextRun,
)


def moved(item: Item, dx: float, dy: float) -> Item:
    """The item, so far to the right and so far up."""
    return _placed(item, 1.0, dx, dy)


def scaled(drawing: Drawing, factor: float) -> Drawing:
    """The drawing `factor` times as large, lines and letters too."""
    items = _all(drawing.items, factor, 0.0, 0.0)
    return replace(drawing, width=drawing.width * factor, height=drawing.height * factor, items=items)


def texts(drawing: Drawing) -> Iterator[TextRun]:
    """All that is written in a drawing, in its order."""
    yield from (item for item in _single(drawing.items) if isinstance(item, TextRun))


def paths(drawing: Drawing) -> Iterator[Path]:
    """All lines and fills of a drawing, in its order."""
    yield from (item for item in _single(drawing.items) if isinstance(item, Path))


def _single(items: tuple[Item, ...]) -> Iterator[Item]:
    """The items that hold no others, in their order."""
    for item in items:
        if isinstance(item, Clipped | Layer):
            yield from _single(item.items)
        else:
            yield item


def _placed(item: Item, factor: float, dx: float, dy: float) -> Item:
    match item:
        case TextRun():
            return replace(item, x=item.x * factor + dx, y=item.y * factor + dy, size=item.size * factor)
        case Path():
            return replace(
                item,
                commands=_commands(item.commands, factor, dx, dy),
                fill=_paint(item.fill, factor, dx, dy),
                stroke=_paint(item.stroke, factor, dx, dy),
                width=item.width * factor,
                dash=tuple(length * factor for length in item.dash),
                dash_start=item.dash_start * factor,
            )
        case Pixels():
            return replace(item, matrix=_matrix(item.matrix, factor, dx, dy))
        case Clipped():
            items = _all(item.items, factor, dx, dy)
            return replace(item, outline=_commands(item.outline, factor, dx, dy), items=items)
        case Layer():
            mask = None if item.mask is None else _all(item.mask, factor, dx, dy)
            return replace(item, items=_all(item.items, factor, dx, dy), mask=mask)


def _all(items: tuple[Item, ...], factor: float, dx: float, dy: float) -> tuple[Item, ...]:
    return tuple(_placed(each, factor, dx, dy) for each in items)


def _paint(paint: Paint | None, factor: float, dx: float, dy: float) -> Paint | None:
    return replace(paint, matrix=_matrix(paint.matrix, factor, dx, dy)) if isinstance(paint, Gradient) else paint


def _matrix(matrix: Matrix, factor: float, dx: float, dy: float) -> Matrix:
    a, b, c, d, e, f = matrix
    return (a * factor, b * factor, c * factor, d * factor, e * factor + dx, f * factor + dy)


def _commands(commands: tuple[Command, ...], factor: float, dx: float, dy: float) -> tuple[Command, ...]:
    return tuple(
        (command, tuple(each * factor + (dy if place % 2 else dx) for place, each in enumerate(operands)))
        for command, operands in commands
    )
