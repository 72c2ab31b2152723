"""The elements of an SVG as one drawing; what can't be drawn is reported by name, line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from rapportage.document.drawing import Clipped, Drawing, Item, Path
from rapportage.document.drawing.matrices import placed
from rapportage.input.images.faults import Problem, fault
from rapportage.input.images.svg.colours import BLACK, colour
from rapportage.input.images.svg.effects import with_effects
from rapportage.input.images.svg.embedded import embedded
from rapportage.input.images.svg.letters import Letters
from rapportage.input.images.svg.numbers import TooMuch, Unreadable
from rapportage.input.images.svg.painting import shape
from rapportage.input.images.svg.problems import Problems, too_large
from rapportage.input.images.svg.scene import Scene, State
from rapportage.input.images.svg.shapes import GEOMETRY, rectangle
from rapportage.input.images.svg.sheets import Cascade, Sheet
from rapportage.input.images.svg.styles import INITIAL
from rapportage.input.images.svg.tree import Element, Tree, read_tree
from rapportage.input.images.svg.viewport import Unsized, Viewport, viewport, within
from rapportage.input.images.svg.writing import written

_UNSEEN = ("title", "desc", "metadata", "defs", "style", "symbol", "clipPath", "mask", "marker", "pattern", "filter",
           "linearGradient", "radialGradient", "stop", "view", "cursor", "font", "font-face", "color-profile",
           "solidColor", "hatch")  # fmt: skip
"""They show nothing themselves; what they define is drawn where it is used."""
_MOVING = ("animate", "animateTransform", "animateMotion", "animateColor", "set")
"""On paper a picture stands still: as it is when it begins."""


def read_svg(data: bytes, name: str, letters: Letters) -> Drawing:
    """The drawing in `data`, at its own size: one pixel of SVG is 1/96 inch. Its words are in `letters`.

    Raises:
        PictureFault: it is no SVG, too large, or holds what can't be drawn; up to ten such things are reported.
    """
    problems = Problems(name)
    tree = read_tree(data, name, too_large(name))
    for line, column in tree.sheets:
        problems.refuse_at(line, column, "href", "xml-stylesheet")
    place = _viewport(tree.root, problems)
    scene = Scene(problems, tree.by_id, Cascade(_sheet(tree, problems)), letters)
    reader = _Reader(scene)
    items = reader.whole(tree.root, place) if place is not None else []
    reader.look_over(tree.root)
    problems.raise_any()
    if not items or place is None:
        raise fault("T441", f"in '{name}' staat niets om te tonen", "teken er iets in")
    return Drawing(place.width, place.height, tuple(items), is_clipped=True)


def _viewport(root: Element, problems: Problems) -> Viewport | None:
    try:
        return viewport({**root.attributes, **_own_size(root)})
    except Unsized as unsized:
        message = f"'{problems.name}' {unsized.message}"
        problems.add("the size", Problem("T441", message, unsized.hint))
        return None


def _own_size(root: Element) -> Mapping[str, str]:
    """The size of letters in the attribute `style` of the root, of which a size in em is so many."""
    return {name: value for name, value in Cascade(Sheet()).properties(root).items() if name == "font-size"}


def _sheet(tree: Tree, problems: Problems) -> Sheet:
    sheet = Sheet()
    for element in tree.root.walk():
        if element.name == "style" and element.attributes.get("type", "text/css") in ("text/css", ""):
            text = "".join(child for child in element.children if isinstance(child, str))
            try:
                for unknown in sheet.add(text):
                    problems.refuse_at(element.text_line + unknown.lines, 1, "style", f"style: {unknown.what}")
            except TooMuch:
                raise too_large(problems.name) from None
    return sheet


class _Reader:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        scene.paint = self.paint

    def whole(self, root: Element, place: Viewport) -> list[Item]:
        """All that the file shows, from its root on."""
        scene = self._scene
        state = scene.entered(root, State(INITIAL, place.matrix, *place.room))
        if scene.properties(root).get("display", "").strip() == "none":
            return []
        items = with_effects(scene, root, state, self._children(root, state))
        return [*self._ground(root, place), *items]

    def _ground(self, root: Element, place: Viewport) -> Iterator[Item]:
        """The colour that a browser paints behind the whole picture."""
        own = self._scene.properties(root)
        value = own.get("background-color", own.get("background", "none")).strip()
        try:
            ground = colour(value, BLACK)
        except Unreadable:
            return
        if ground is not None and ground.opacity:
            yield Path(rectangle(0, 0, place.width, place.height), ground.rgb, opacity=ground.opacity)

    def look_over(self, root: Element) -> None:
        """Refuses what may not be in a picture at all, also where it would show nothing."""
        for element in root.walk():
            if element.name == "script":
                self._scene.refuse(element, "script", "script")

    def paint(self, element: Element, state: State) -> list[Item]:
        """What an element shows, in the order in which it is painted."""
        scene, name = self._scene, element.name
        if name in _UNSEEN or name in _MOVING or name == "script":
            return []
        properties = scene.properties(element)
        if properties.get("display", "").strip() == "none":
            return []
        inner = scene.entered(element, state)
        if name in GEOMETRY:
            items = shape(scene, element, inner)
        elif name in ("g", "a"):
            items = self._children(element, inner)
        elif name == "svg":
            items = self._nested(element, inner, properties)
        elif name == "switch":
            items = self._switched(element, inner)
        elif name == "use":
            items = self._used(element, inner, properties)
        elif name == "text":
            items = written(scene, element, inner)
        elif name == "image":
            items = embedded(scene, element, inner)
        else:
            scene.refuse(element, name, name)
            return []
        return with_effects(scene, element, inner, items)

    def _children(self, element: Element, state: State) -> list[Item]:
        return [item for child in element.elements for item in self.paint(child, state)]

    def _switched(self, element: Element, state: State) -> list[Item]:
        """The first part that asks nothing special, as Illustrator puts it beside what it keeps for itself."""
        for child in element.elements:
            own = child.attributes
            language = own.get("systemLanguage", "nl").strip().lower()
            is_plain = child.name != "foreignObject" and not own.get("requiredExtensions", "").strip()
            if is_plain and language.startswith("nl"):
                return self.paint(child, state)
        return []

    def _used(self, element: Element, state: State, properties: dict[str, str]) -> list[Item]:
        scene = self._scene
        used = scene.referred(element, element.href)
        if used is None:
            return []
        if used in state.shown:
            scene.refuse(element, "use", "use die zichzelf laat zien")
            return []
        x, y = (scene.length(element, properties.get(each, "0"), state.room, each) for each in ("x", "y"))
        inner = replace(state.at((1, 0, 0, 1, x, y)), shown=(*state.shown, used))
        if used.name not in ("symbol", "svg"):
            return self.paint(used, inner)
        own = scene.properties(used)
        if own.get("display", "").strip() == "none":
            return []
        given = {each: value for each, value in properties.items() if each in ("width", "height")}
        inside = scene.entered(used, inner)
        return with_effects(scene, used, inside, self._nested(used, inside, {**own, **given}))

    def _nested(self, element: Element, state: State, properties: dict[str, str]) -> list[Item]:
        """A picture in the picture, with a viewport of its own (SVG 1.1, 7.9)."""
        scene = self._scene
        given = {"x": "0", "y": "0", "width": "100%", "height": "100%"}
        given |= {name: properties[name] for name in given if properties.get(name, "auto") != "auto"}
        x, y, width, height = (
            scene.length(element, given[name], state.room, axis) for name, axis in zip(given, "xyxy", strict=True)
        )
        if width <= 0 or height <= 0:
            return []
        try:
            way, room = within(element.attributes, (x, y), (width, height))
        except Unsized as unsized:
            scene.refuse(element, "svg", f"svg {unsized.message}")
            return []
        items = self._children(element, replace(state.at(way), width=room[0], height=room[1]))
        if not items or properties.get("overflow", "hidden").strip() in ("visible", "auto"):
            return items
        return [Clipped(placed(rectangle(x, y, width, height), state.matrix), tuple(items))]
