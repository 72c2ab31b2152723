"""What is done with elements as a whole: clips, masks and opacity (SVG 1.1, chapter 14)."""

from __future__ import annotations

from itertools import combinations

from msgspec.structs import replace

from rapportage.document.drawing import Clipped, Command, Item, Layer, Path, TextRun
from rapportage.document.drawing.matrices import IDENTITY, determinant, inverse, placed
from rapportage.input.images.svg.bounds import Box, items_box, overlap, path_box
from rapportage.input.images.svg.colours import reference
from rapportage.input.images.svg.numbers import Room, TooMuch, Unreadable
from rapportage.input.images.svg.problems import too_large
from rapportage.input.images.svg.scene import Scene, State
from rapportage.input.images.svg.shapes import GEOMETRY, rectangle, shape_commands
from rapportage.input.images.svg.styles import INITIAL, opacity
from rapportage.input.images.svg.tree import Element

MOST_APART = 40
"""Items of which is looked whether any hides another."""
_PASSED_OVER = ("title", "desc", "metadata")


def with_effects(scene: Scene, element: Element, state: State, items: list[Item]) -> list[Item]:
    """`items`, which `element` paints, with its clip, its mask and its opacity, in that order."""
    properties = scene.properties(element)
    clip = _referred(scene, element, properties, "clip-path", "clipPath")
    mask = _referred(scene, element, properties, "mask", "mask")
    if clip is not None and items:
        items = _clipped(scene, clip, state, items)
    if mask is not None and items:
        items = _masked(scene, mask, state, items)
    try:
        seen = opacity(properties.get("opacity", "1"))
    except Unreadable:
        scene.refuse(element, "opacity", f"opacity: {properties['opacity'][:40]}")
        return items
    return faded(scene, items, seen)


def faded(scene: Scene, items: list[Item], seen: float) -> list[Item]:
    """`items` with an opacity of all together: where none hides another, that is one of each."""
    if seen == 1 or not items:
        return items
    if not seen:
        return []
    if len(items) == 1 or _are_apart(scene, items):
        return [_faded(scene, item, seen) for item in items]
    return [Layer(tuple(items), seen)]


def _faded(scene: Scene, item: Item, seen: float) -> Item:
    match item:
        case Path() | TextRun() | Layer():
            return replace(item, opacity=item.opacity * seen)
        case Clipped():
            return replace(item, items=tuple(faded(scene, list(item.items), seen)))
        case _:
            return Layer((item,), seen)


def _are_apart(scene: Scene, items: list[Item]) -> bool:
    if len(items) > MOST_APART:
        return False
    boxes = [_wide(item, items_box([item], IDENTITY, scene.letters)) for item in items]
    return not any(one and other and overlap(one, other) for one, other in combinations(boxes, 2))


def _wide(item: Item, box: Box | None) -> Box | None:
    """With the room that a line takes beside its path."""
    if box is None or not isinstance(item, Path) or item.stroke is None:
        return box
    reach = item.width * max(item.miter if item.joins == "miter" else 1.0, 1.5) * max(1.0, *map(abs, item.pen)) / 2
    return box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach


def _referred(scene: Scene, element: Element, properties: dict[str, str], name: str, kind: str) -> Element | None:
    value = properties.get(name, "none").strip()
    if value in ("inherit", "initial", "unset"):
        return None
    try:
        return scene.find(reference(value), kind)
    except Unreadable:
        scene.refuse(element, name, f"{name}: {value[:40]}")
        return None


def _box_of(scene: Scene, state: State, items: list[Item]) -> Box | None:
    return items_box(items, inverse(state.matrix), scene.letters) if determinant(state.matrix) else None


def _clipped(scene: Scene, clip: Element, state: State, items: list[Item]) -> list[Item]:
    if clip in state.shown:
        scene.refuse(clip, "clip-path", "clipPath die zichzelf gebruikt")
        return items
    within = replace(state, style=INITIAL, shown=(*state.shown, clip))
    if clip.attributes.get("clipPathUnits") == "objectBoundingBox":
        box = _box_of(scene, state, items)
        if box is None:
            return items
        within = within.at((box[2] - box[0], 0, 0, box[3] - box[1], box[0], box[1]))
    around = _referred(scene, clip, scene.properties(clip), "clip-path", "clipPath")
    within = scene.entered(clip, within)
    outlines = [found for child in clip.elements for found in _outlines(scene, child, within)]
    if not outlines:
        return []
    made: list[Item] = [_cut(outlines, items)]
    return _clipped(scene, around, replace(state, shown=within.shown), made) if around is not None else made


def _cut(outlines: list[tuple[tuple[Command, ...], bool]], items: list[Item]) -> Clipped:
    """What is within any of the outlines. Those that may overlap have to run the same way round."""
    if len(outlines) == 1:
        outline, even_odd = outlines[0]
        return Clipped(outline, tuple(items), even_odd)
    boxes = [path_box(outline) for outline, _ in outlines]
    is_apart = len(boxes) <= MOST_APART and not any(
        one and other and overlap(one, other) for one, other in combinations(boxes, 2)
    )
    even_odd = is_apart and any(is_odd for _, is_odd in outlines)
    turned = [outline if _surface(outline) >= 0 else _reversed(outline) for outline, _ in outlines]
    return Clipped(tuple(command for outline in turned for command in outline), tuple(items), even_odd)


def _outlines(scene: Scene, element: Element, state: State) -> list[tuple[tuple[Command, ...], bool]]:
    """What an element in a clip cuts out, and whether by the rule of even and odd."""
    if element.name in _PASSED_OVER:
        return []
    properties = scene.properties(element)
    if properties.get("display") == "none":
        return []
    inner = scene.entered(element, state)
    if element.name == "use":
        used = scene.referred(element, element.href)
        if used is None or used in state.shown:
            return []
        x, y = (scene.length(element, properties.get(each, "0"), state.room, each) for each in ("x", "y"))
        return _outlines(scene, used, replace(inner.at((1, 0, 0, 1, x, y)), shown=(*state.shown, used)))
    if element.name not in GEOMETRY or properties.get("clip-path", "none") != "none":
        scene.refuse(element, "text" if element.name == "text" else "clip-path", f"{element.name} in een clipPath")
        return []
    commands = read_commands(scene, element, inner.room) if inner.style.is_visible else ()
    return [(placed(commands, inner.matrix), inner.style.clip_even_odd)] if commands else []


def read_commands(scene: Scene, element: Element, room: Room) -> tuple[Command, ...]:
    """What a shape draws, in its own units; nothing where that can't be read, which is reported."""
    try:
        commands = tuple(shape_commands(element.name, scene.properties(element), room))
    except Unreadable:
        scene.refuse(element, element.name, f"{element.name} met maten die niet te lezen zijn")
        return ()
    except TooMuch:
        raise too_large(scene.problems.name) from None
    scene.count(len(commands))
    return commands


def _surface(commands: tuple[Command, ...]) -> float:
    """Twice what is within, by its corners; below 0 when it runs the other way round."""
    total, start, at = 0.0, (0.0, 0.0), (0.0, 0.0)
    for letter, ends in commands:
        to = start if letter == "Z" else (ends[-2], ends[-1])
        if letter == "M":
            start = to
        else:
            total += at[0] * to[1] - to[0] * at[1]
        at = to
    return total


def _reversed(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    made: list[Command] = []
    part: list[Command] = []
    for command in (*commands, ("M", (0.0, 0.0))):
        if command[0] == "M" and part:
            made += _backwards(part)
            part = []
        part.append(command)
    return tuple(made)


def _backwards(part: list[Command]) -> list[Command]:
    """One outline from its end to its beginning."""
    drawn = [command for command in part if command[0] != "Z"]
    made: list[Command] = [("M", drawn[-1][1][-2:])]
    for (_, before), (letter, ends) in zip(reversed(drawn[:-1]), reversed(drawn[1:]), strict=True):
        handles = (*ends[2:4], *ends[0:2]) if letter == "C" else ()
        made.append((letter, (*handles, *before[-2:])))
    return [*made, ("Z", ())]


def _masked(scene: Scene, mask: Element, state: State, items: list[Item]) -> list[Item]:
    box = _box_of(scene, state, items)
    if box is None or mask in state.shown:
        return items
    width, height = box[2] - box[0], box[3] - box[1]
    own = scene.properties(mask)
    is_boxed = mask.attributes.get("maskUnits", "objectBoundingBox") == "objectBoundingBox"
    room = Room(1.0, 1.0) if is_boxed else state.room
    measures = zip(("x", "y", "width", "height"), ("-10%", "-10%", "120%", "120%"), "xyxy", strict=True)
    x, y, across, down = (
        scene.length(mask, mask.attributes.get(name, otherwise), room, axis) for name, otherwise, axis in measures
    )
    if is_boxed:
        x, y, across, down = box[0] + x * width, box[1] + y * height, across * width, down * height
    within = replace(scene.entered(mask, replace(state, style=INITIAL)), shown=(*state.shown, mask))
    if mask.attributes.get("maskContentUnits") == "objectBoundingBox":
        within = within.at((width, 0, 0, height, box[0], box[1]))
    shown = [item for child in mask.elements for item in scene.paint(child, within)]
    if not shown:
        return []
    content = Clipped(placed(rectangle(x, y, across, down), state.matrix), tuple(shown))
    by_opacity = own.get("mask-type", "luminance") == "alpha"
    return [Layer(tuple(items), mask=(content,), by_opacity=by_opacity)]
