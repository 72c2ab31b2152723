"""What is known while a picture is drawn: its elements and style sheets, where one is, and how much was drawn."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document.drawing import Item, Matrix
from rapportage.document.drawing.matrices import IDENTITY, product
from rapportage.input.images.svg.letters import Letters
from rapportage.input.images.svg.numbers import LARGEST, MOST_STEPS, Room, TooMuch, Unreadable, transformation
from rapportage.input.images.svg.paths import MOST_COMMANDS
from rapportage.input.images.svg.problems import Problems, too_large
from rapportage.input.images.svg.sheets import Cascade
from rapportage.input.images.svg.styles import Style, refuse_effects, styled
from rapportage.input.images.svg.tree import DEEPEST, Element

MOST_SHOWN = 50_000
"""Elements, each as often as it is shown."""
_MIDDLE = ("0", "0px", "0 0", "0px 0px", "0% 0%", "left top", "top left")
"""Where a transformation starts from when nothing is said of it."""


class State(Struct, frozen=True):
    """Where and how an element is painted."""

    style: Style
    matrix: Matrix
    width: float
    height: float
    """Of the viewport, in its own units."""
    depth: int = 0
    shown: tuple[Element, ...] = ()
    """What is being shown by reference: none of these may show itself."""

    @property
    def room(self) -> Room:
        return Room(self.width, self.height, self.style.size)

    def at(self, matrix: Matrix) -> State:
        """Within a transformation."""
        return replace(self, matrix=product(self.matrix, matrix))


class Scene:
    def __init__(self, problems: Problems, by_id: dict[str, Element], cascade: Cascade, letters: Letters) -> None:
        self.problems, self.cascade, self.letters = problems, cascade, letters
        self._by_id = by_id
        self._shown = self._commands = 0
        self.marker_styles: dict[Element, Style] = {}
        self.paint: Callable[[Element, State], list[Item]] = lambda _element, _state: []
        """Paints an element; whoever draws the whole says how."""

    def refuse(self, element: Element, kind: str, what: str) -> None:
        self.problems.refuse(element, kind, what)

    def properties(self, element: Element) -> dict[str, str]:
        try:
            return self.cascade.properties(element)
        except TooMuch:
            raise too_large(self.problems.name) from None

    def find(self, id: str | None, *names: str) -> Element | None:
        """The element of that id, if it is one of `names`."""
        found = self._by_id.get(id) if id else None
        return found if found is not None and (not names or found.name in names) else None

    def referred(self, element: Element, what: str | None) -> Element | None:
        """What an address leads to within the file; one that leads elsewhere is refused."""
        if what is None or not what.strip():
            return None
        if not what.strip().startswith("#"):
            self.refuse(element, "href", "href")
            return None
        return self.find(what.strip()[1:])

    def entered(self, element: Element, state: State) -> State:
        """The state within `element`: its own style and transformation. What can't be drawn of them is refused."""
        self._shown += 1
        if self._shown > MOST_SHOWN or state.depth > DEEPEST:
            raise too_large(self.problems.name)
        properties = self.properties(element)

        def refuse(kind: str, what: str) -> None:
            self.refuse(element, kind, what)

        refuse_effects(element.name, properties, refuse)
        for name in properties:
            if name.startswith("on") and len(name) > 3:
                refuse("href", name)
        style = styled(state.style, properties, state.room, refuse)
        matrix = product(state.matrix, self.transform(element, properties))
        return replace(state, style=style, matrix=matrix, depth=state.depth + 1)

    def transform(self, element: Element, properties: dict[str, str], name: str = "transform") -> Matrix:
        text = properties.get(name, "none").strip()
        try:
            made = IDENTITY if text == "none" else transformation(text)
            if made != IDENTITY and properties.get("transform-origin", "0 0").strip() not in _MIDDLE:
                x, y = properties["transform-origin"].split()[:2]
                origin = (Room(0, 0).length(x), Room(0, 0).length(y))
                made = product(product((1, 0, 0, 1, *origin), made), (1, 0, 0, 1, -origin[0], -origin[1]))
        except TooMuch:
            self.refuse(element, "transform", f"{name} met meer dan {MOST_STEPS} stappen")
        except ValueError:  # also an origin that is not two lengths
            self.refuse(element, "transform", f"{name}: {text[:40]}")
        else:
            return made
        return IDENTITY

    def length(self, element: Element, text: str, room: Room, axis: str) -> float:
        """A length of an attribute; 0 where it is none, which is reported."""
        try:
            return room.length(text, axis)  # type: ignore[arg-type]  # callers give an axis
        except Unreadable:
            self.refuse(element, element.name, f"{element.name} met maten die niet te lezen zijn")
            return 0.0

    def count(self, commands: int) -> None:
        self._commands += commands
        if self._commands > MOST_COMMANDS:
            raise too_large(self.problems.name)


def is_sound(values: tuple[float, ...]) -> bool:
    return all([isfinite(each) and abs(each) <= LARGEST for each in values])
