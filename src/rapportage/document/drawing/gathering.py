"""What looks alike in a drawing is brought together, so that a file can say once what it shares: the same picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document.drawing.display_list import UPRIGHT, Clipped, Gradient, Item, Layer, Path, TextRun

FAR = 40
"""Over so many texts a line may be brought to another, and so many outlines may be in one: work stays within bounds."""


class Box(Struct, frozen=True):
    """Within which something is; it may be larger than that is."""

    left: float
    low: float
    right: float
    high: float

    def touches(self, other: Box) -> bool:
        return (
            self.left <= other.right and other.left <= self.right and self.low <= other.high and other.low <= self.high
        )


def gathered(items: Sequence[Item]) -> tuple[Item, ...]:
    """The same picture. A path comes right after the one before it that looks the same, or before the texts before it,
    where it touches nothing that it is brought across; paths that look the same become one where they may. Texts stay
    in their order.
    """
    found: list[tuple[Item, Box | None]] = []
    for item in items:
        if isinstance(item, Path):
            box = box_of(item)
            found.insert(_place(item, box, found), (item, box))
        elif isinstance(item, TextRun):
            found.append((item, _box_of_text(item)))
        elif isinstance(item, Clipped | Layer):
            found.append((replace(item, items=gathered(item.items)), None))
        else:
            found.append((item, None))
    return tuple(_joined(found))


def _place(path: Path, box: Box, found: Sequence[tuple[Item, Box | None]]) -> int:
    """Where it may be: behind the last that looks the same, and else before the texts that it follows."""
    look, before_texts = _look(path), len(found)
    for at in range(len(found), max(len(found) - FAR, 0), -1):
        before, taken = found[at - 1]
        if isinstance(before, Path) and _look(before) == look:
            return at
        if taken is None or box.touches(taken):
            break
        if isinstance(before, TextRun) and before_texts == at:
            before_texts = at - 1
    return before_texts


def _look(path: Path) -> Path:
    """All but where it goes."""
    return replace(path, commands=())


def _joined(items: Sequence[tuple[Item, Box | None]]) -> Iterator[Item]:
    """One path for each run of paths that can be one."""
    run: list[Path] = []
    boxes: list[Box] = []
    for item, box in items:
        is_alike = isinstance(item, Path) and box is not None and _may_join(item, box, run, boxes)
        if not is_alike:
            yield from _one(run)
            run, boxes = [], []
        if isinstance(item, Path) and box is not None:
            run.append(item)
            boxes.append(box)
        else:
            yield item
    yield from _one(run)


def _one(run: Sequence[Path]) -> Iterator[Path]:
    if run:
        yield replace(run[0], commands=tuple(command for path in run for command in path.commands))


def _may_join(path: Path, box: Box, run: Sequence[Path], boxes: Sequence[Box]) -> bool:
    """Lines may cross, where nothing shows through them; what is filled may not touch what it is put together with."""
    if not run or len(run) >= FAR or _look(path) != _look(run[0]):
        return False
    is_simple = path.opacity == 1 and path.pen == UPRIGHT and not isinstance(path.stroke, Gradient)
    return is_simple and (path.fill is None or not any(box.touches(other) for other in boxes))


def box_of(path: Path) -> Box:
    """Of the points that an outline is drawn by, with half the line around them and the longest corner it may have."""
    places = [operands for _, operands in path.commands if operands] or [(0.0, 0.0)]
    across = [each for operands in places for each in operands[::2]]
    up = [each for operands in places for each in operands[1::2]]
    corner = path.miter if path.joins == "miter" and len(across) > 2 else 2**0.5 if path.caps == "square" else 1.0
    room = 0.0 if path.stroke is None else path.width / 2 * max(map(abs, path.pen)) * corner
    return Box(min(across) - room, min(up) - room, max(across) + room, max(up) + room)


def _box_of_text(run: TextRun) -> Box:
    """No letter is wider than its size: what is turned or slanted is within that of where it stands."""
    width = run.size * (len(run.text) + 1) * max(1.0, abs(run.stretch))
    if run.angle or run.slant or run.stretch != 1:
        return Box(run.x - width, run.y - width, run.x + width, run.y + width)
    left = run.x - {"start": 0.0, "middle": width / 2, "end": width}[run.anchor]
    return Box(left, run.y - 0.4 * run.size, left + width, run.y + 1.1 * run.size)
