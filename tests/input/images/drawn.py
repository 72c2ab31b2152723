"""A drawing as lines of text, for golden files: an item a line, what is in it indented."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.document.drawing import (
    UPRIGHT,
    Clipped,
    Command,
    Drawing,
    Gradient,
    Item,
    Layer,
    Paint,
    Path,
    Pixels,
    TextRun,
)


def drawn(drawing: Drawing) -> str:
    lines = [f"{_numbers((drawing.width, drawing.height))}{' clipped' if drawing.is_clipped else ''}"]
    for item in drawing.items:
        lines += _item(item)
    return "\n".join(lines) + "\n"


def _item(item: Item) -> Iterator[str]:
    match item:
        case Path():
            yield f"path {_outline(item.commands)}"
            yield from _indented(_paints(item))
        case TextRun():
            place = f"{_numbers((item.x, item.y))} size {_number(item.size)}"
            shape = f" stretch {_number(item.stretch)}" if item.stretch != 1 else ""
            shape += f" slant {_number(item.slant)}" if item.slant else ""
            turn = f" angle {_number(item.angle)}" if item.angle else ""
            yield f"text {item.text!r} {place} {item.role} {item.colour}{turn}{shape}{_seen(item.opacity)}"
        case Pixels():
            yield f"pixels {item.raster.columns} x {item.raster.rows} {item.raster.colours} {_numbers(item.matrix)}"
        case Clipped():
            yield f"clip {_outline(item.outline)}{' evenodd' if item.even_odd else ''}"
            yield from _all(item.items)
        case Layer():
            yield f"layer{_seen(item.opacity)}"
            yield from _all(item.items)
            if item.mask is not None:
                yield f"  mask{' by opacity' if item.by_opacity else ''}"
                yield from _indented(_all(item.mask))


def _all(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield from _indented(_item(item))


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _paints(path: Path) -> Iterator[str]:
    if path.fill is not None:
        yield f"fill {_paint(path.fill)}{' evenodd' if path.even_odd else ''}"
    if path.stroke is not None:
        dash = f" dash {_numbers(path.dash)} from {_number(path.dash_start)}" if path.dash else ""
        pen = f" pen {_numbers(path.pen)}" if path.pen != UPRIGHT else ""
        ends = f"{path.caps} {path.joins} {_number(path.miter)}"
        yield f"stroke {_paint(path.stroke)} {_number(path.width)} {ends}{dash}{pen}"
    if path.opacity != 1:
        yield _seen(path.opacity).strip()


def _paint(paint: Paint) -> str:
    if not isinstance(paint, Gradient):
        return paint
    stops = ", ".join(f"{_number(stop.offset)} {stop.colour}" for stop in paint.stops)
    return f"gradient {_numbers(paint.between)} ({stops}) by {_numbers(paint.matrix)}"


def _seen(opacity: float) -> str:
    return f" opacity {_number(opacity)}" if opacity != 1 else ""


def _outline(commands: tuple[Command, ...]) -> str:
    return " ".join(f"{letter}{_numbers(ends)}" for letter, ends in commands)


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(map(_number, values))


def _number(value: float) -> str:
    return f"{round(value, 2) + 0:g}"
