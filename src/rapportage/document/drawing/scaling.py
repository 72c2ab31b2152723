"""A drawing at another size."""

from __future__ import annotations

from msgspec.structs import replace

from rapportage.document.drawing.display_list import Drawing, Path, TextRun


def scaled(drawing: Drawing, factor: float) -> Drawing:
    """The drawing `factor` times as large, lines and letters too."""
    items = tuple(_item(item, factor) for item in drawing.items)
    return replace(drawing, width=drawing.width * factor, height=drawing.height * factor, items=items)


def _item(item: Path | TextRun, factor: float) -> Path | TextRun:
    if isinstance(item, TextRun):
        return replace(item, x=item.x * factor, y=item.y * factor, size=item.size * factor)
    commands = tuple((command, tuple(each * factor for each in operands)) for command, operands in item.commands)
    dash = tuple(length * factor for length in item.dash)
    return replace(item, commands=commands, width=item.width * factor, dash=dash)
