"""A canvas for charts: shapes, and texts that never overlap or leave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from msgspec import Struct

from rapportage.document.characters import seen
from rapportage.document.drawing import Anchor, Clipped, Command, Drawing, FontRole, Path, TextRun
from rapportage.pages.fonts import Family

ASCENT, DESCENT = 0.72, 0.21
"""How far text reaches above and below its baseline, as part of its size."""
WHITE = "#ffffff"
BAND = 20.0
"""The height of the bands in which texts are looked for that another may touch."""
_SHIFTS = {"start": 0.0, "middle": 0.5, "end": 1.0}

Point = tuple[float, float]
Stroke = tuple[Command, Command]
"""A line through places that are rounded already."""


class Extent(Struct, frozen=True):
    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Extent) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )


class Canvas:
    """Gathers a drawing of `width` by `height` points; origin at the lower left."""

    def __init__(self, width: float, height: float, family: Family) -> None:
        self.width = width
        self.height = height
        self._family = family
        self._items: list[Path | TextRun | Clipped] = []
        self._taken: dict[int, list[Extent]] = {}
        """By the bands of the canvas that they are in, so that a long chart takes no more time a row than a short."""
        self._rows: list[tuple[int, float]] = []

    def text_width(self, text: str, size: float, role: FontRole = "regular") -> float:
        return self._family.face(role).width(seen(text), size)

    def _holds(self, extent: Extent) -> bool:
        inside = extent.left >= -0.01 and extent.right <= self.width + 0.01
        inside = inside and extent.bottom >= -0.01 and extent.top <= self.height + 0.01
        return inside and not any(extent.meets(other) for band in _bands(extent) for other in self._taken.get(band, ()))

    def _take(self, extent: Extent) -> None:
        for band in _bands(extent):
            self._taken.setdefault(band, []).append(extent)

    def begin_row(self, top: float) -> None:
        """The drawing may be cut above what is drawn from here, at `top`: what belongs to a row is drawn in it."""
        self._rows.append((len(self._items), _rounded(top)))

    def extent(self, x: float, y: float, text: str, size: float, role: FontRole, anchor: Anchor) -> Extent:
        """The rectangle that a text takes."""
        width = self.text_width(text, size, role)
        left = x - width * _SHIFTS[anchor]
        return Extent(left, y - DESCENT * size, left + width, y + ASCENT * size)

    def reserve(self, x: float, y: float, radius: float) -> None:
        """Keeps texts away from a mark at (x, y)."""
        self._take(Extent(x - radius, y - radius, x + radius, y + radius))

    def keep_free(self, extent: Extent) -> None:
        """Keeps texts away from what is drawn there."""
        self._take(extent)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        *,
        role: FontRole = "regular",
        anchor: Anchor = "start",
        clear: bool = False,
    ) -> bool:
        """Sets a text, unless it would leave the canvas or touch another: then nothing is set, and False returned.

        With `clear`, what is behind it is wiped out first, so that no line runs through a figure.
        """
        text = seen(text)
        extent = self.extent(x, y, text, size, role, anchor)
        if not text or not self._holds(extent):
            return False
        self._take(extent)
        if clear:
            self.rectangle(extent.left, extent.bottom, extent.right - extent.left, extent.top - extent.bottom, WHITE)
        self._items.append(TextRun(_rounded(x), _rounded(y), text, size, role, colour, anchor))
        return True

    def line(self, points: Sequence[Point], colour: str, width: float, dash: tuple[float, ...] = ()) -> None:
        """A line through `points`, with round caps."""
        commands = _opened(points)
        if dash:
            self._items.append(Path(commands, None, colour, width, dash))
        else:
            self._items.append(Path(commands, None, colour, width, caps="round", joins="round"))

    def rectangle(
        self,
        left: float,
        bottom: float,
        width: float,
        height: float,
        fill: str,
        stroke: str | None = None,
        dash: tuple[float, ...] = (),
        hatch: tuple[int, ...] = (),
    ) -> None:
        x, y, right, top = round(left, 2), round(bottom, 2), round(left + width, 2), round(bottom + height, 2)
        around = (("M", (x, y)), ("L", (right, y)), ("L", (right, top)), ("L", (x, top)), ("Z", ()))
        self._items.append(Path(around, fill, stroke, 0.8, dash, hatch=hatch))

    def polygon(
        self,
        corners: Sequence[Point],
        fill: str,
        stroke: str | None = None,
        width: float = 0.5,
        hatch: tuple[int, ...] = (),
    ) -> None:
        self._items.append(Path(_closed(corners), fill, stroke, width, hatch=hatch))

    def shape(self, rings: Iterable[Stroke], fill: str, hatch: tuple[int, ...], hatch_colour: str) -> None:
        """What is within an odd number of the `rings`, which are closed here."""
        commands: list[Command] = []
        for ring in rings:
            commands += [*ring, ("Z", ())]
        self._items.append(Path(tuple(commands), fill, hatch=hatch, hatch_colour=hatch_colour, even_odd=True))

    def lines(self, lines: Iterable[Stroke], colour: str, width: float, dash: tuple[float, ...] = ()) -> None:
        """Many lines of one kind, with round joins so that they meet."""
        commands = tuple(chain.from_iterable(lines))
        self._items.append(Path(commands, None, colour, width, dash, caps="butt" if dash else "round", joins="round"))

    @contextmanager
    def clipped(self, left: float, bottom: float, right: float, top: float) -> Iterator[None]:
        """Of what is drawn meanwhile only what is within that rectangle is seen."""
        before, self._items = self._items, []
        yield
        corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
        self._items = [*before, Clipped(_closed(corners), tuple(self._items))]

    def drawing(self) -> Drawing:
        return Drawing(_rounded(self.width), _rounded(self.height), tuple(self._items), rows=tuple(self._rows))


def _bands(extent: Extent) -> range:
    return range(int(extent.bottom // BAND), int(extent.top // BAND) + 1)


def _opened(points: Sequence[Point]) -> tuple[Command, ...]:
    first, *others = [(round(x, 2), round(y, 2)) for x, y in points]
    return ("M", first), *[("L", place) for place in others]


def through(places: Sequence[Point]) -> Stroke:
    """A line through places, all but the first in one command."""
    return ("M", places[0]), ("L", tuple(chain.from_iterable(places[1:])))


def _closed(corners: Sequence[Point]) -> tuple[Command, ...]:
    return *_opened(corners), ("Z", ())


def _rounded(value: float) -> float:
    return round(value, 2)
