"""Flow diagrams as drawings: steps in rows, arrows of straight pieces that run between the boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from msgspec import Struct

from rapportage.document import FlowDiagram, FlowStep
from rapportage.document.characters import seen, words
from rapportage.document.drawing import Anchor, Drawing, FontRole
from rapportage.pages.charts.canvas import WHITE, Canvas
from rapportage.pages.charts.kinds.layers import Layers, Link, layers
from rapportage.pages.charts.style import AXIS, GRID, SIZE, TEXT, tint
from rapportage.pages.fonts import Family

LEADING = 11.5
PAD_X, PAD_Y = 7.0, 4.5
WIDEST, NARROWEST = 170.0, 54.0
"""Of a box, in points."""
BETWEEN = 12.0
"""Boxes in a row are at least so far apart."""
PASSING = 0.3
POINT = 8.0
"""How far the sides of a decision come out."""
LABEL_ROOM, LEAST_GAP, TRACK = 11.0, 14.0, 5.0
"""Below a row: room for words at arrows, the least height, and the distance of arrows that run side by side."""
ARROW = 4.0
LANE_HEAD = 22.0
STROKE = 1.0
BESIDE = 3.0
"""Between an arrow and its words."""


class FlowTooLarge(Exception):
    """The steps can't be made to fit the page."""

    def __init__(self, diagram: FlowDiagram) -> None:
        super().__init__(diagram.id)
        self.diagram = diagram


class _Box(Struct, frozen=True):
    """Where a knot is: the middle of its box, and its size; the words of a step as lines."""

    x: float
    width: float
    height: float
    lines: tuple[str, ...] = ()


def draw_flow(diagram: FlowDiagram, width: float, tallest: float, family: Family, colours: Sequence[str]) -> Drawing:
    """The diagram, `width` points wide and at most `tallest` high; the first of `colours` is that of its lines.

    Raises:
        FlowTooLarge: it does not fit.
    """
    return _Painter(diagram, width, tallest, family, colours[0]).drawing()


class _Painter:
    def __init__(self, diagram: FlowDiagram, width: float, tallest: float, family: Family, colour: str) -> None:
        self._diagram = diagram
        self._width = width
        self._tallest = tallest
        self._family = family
        self._colour = colour
        self._layers: Layers = layers(diagram)
        self._edges: list[float] = []
        self._boxes = self._placed()

    def drawing(self) -> Drawing:
        rows = self._layers.rows
        heights = [max(self._boxes[knot].height for knot in row) for row in rows]
        tracks = [self._tracks(number) for number in range(len(rows))]
        gaps = [self._gap(number, len(set(found.values()))) for number, found in enumerate(tracks)]
        head = LANE_HEAD if self._diagram.lanes else 2.0
        total = head + fsum(heights) + fsum(gaps[:-1]) + 2
        if total > self._tallest:
            raise FlowTooLarge(self._diagram)
        canvas = Canvas(self._width, total, self._family)
        tops: list[float] = []
        y = total - head
        for height, gap in zip(heights, gaps, strict=True):
            tops.append(y)
            y -= height + gap
        self._lanes(canvas, total)
        for number, found in enumerate(tracks):
            for link, track in found.items():
                self._arrow(canvas, link, number, tops, heights, gaps[number], track)
        for number, row in enumerate(rows):
            for knot in row:
                step = self._layers.knots[knot].step
                if step is not None:
                    self._step(canvas, self._diagram.steps[step], self._boxes[knot], tops[number] - heights[number] / 2)
        return canvas.drawing()

    # --- Places ---------------------------------------------------------------------------------------

    def _placed(self) -> dict[int, _Box]:
        """Where every knot is: spread over its lane, each with its share of the room."""
        rows = [self._by_lane(row) for row in self._layers.rows]
        count = max(1, len(self._diagram.lanes))
        shares = [max(1.0, *(fsum(map(self._share, row.get(lane, []))) for row in rows)) for lane in range(count)]
        edges = [self._width * fsum(shares[:lane]) / fsum(shares) for lane in range(count + 1)]
        boxes: dict[int, _Box] = {}
        for row in rows:
            for lane, knots in row.items():
                x, room = edges[lane], (edges[lane + 1] - edges[lane]) / fsum(map(self._share, knots))
                for knot in knots:
                    slot = room * self._share(knot)
                    boxes[knot] = self._box(knot, x + slot / 2, slot - BETWEEN)
                    x += slot
        self._edges = edges
        return boxes

    def _by_lane(self, row: Sequence[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for knot in row:
            found.setdefault(self._layers.knots[knot].lane, []).append(knot)
        return found

    def _share(self, knot: int) -> float:
        """How much room it needs beside others: an arrow that passes takes less than a step."""
        return 1.0 if self._layers.knots[knot].step is not None else PASSING

    def _box(self, knot: int, x: float, room: float) -> _Box:
        place = self._layers.knots[knot].step
        if place is None:
            return _Box(x, 0.0, 0.0)
        step = self._diagram.steps[place]
        point = 2 * POINT if step.kind == "besluit" else 0.0
        inner = min(WIDEST, room) - 2 * PAD_X - point
        lines = tuple(self._wrapped(step.text, inner)) if inner >= NARROWEST - 2 * PAD_X else ()
        if not lines:
            raise FlowTooLarge(self._diagram)
        widest = max(self._text_width(line) for line in lines)
        own = widest + 2 * PAD_X + point
        return _Box(x, max(own, min(self._foot(knot), room)), len(lines) * LEADING + 2 * PAD_Y, lines)

    def _foot(self, knot: int) -> float:
        """How wide a step has to be for the words at its arrows to be between them; two have room at either side."""
        labels = [link.label for link in self._layers.links if link.source == knot]
        if len(labels) <= 2 or not any(labels):
            return 0.0
        return (len(labels) + 1) * (max(map(self._text_width, labels)) + BESIDE + 2)

    def _wrapped(self, text: str, width: float) -> Iterator[str]:
        """The words as lines; none when a word is too wide."""
        parts = words(text)
        if any(self._text_width(word) > width for word in parts):
            return
        line = ""
        for word in parts:
            longer = f"{line} {word}".lstrip()
            if line and self._text_width(longer) > width:
                yield line
                longer = word
            line = longer
        yield line

    def _text_width(self, text: str, role: FontRole = "regular") -> float:
        return self._family.face(role).width(seen(text), SIZE)

    def _port(self, link: Link) -> float:
        """Where an arrow leaves its step: several are spread along the foot of the box, as their targets are."""
        box = self._boxes[link.source]
        mine = [each for each in self._layers.links if each.source == link.source]
        mine.sort(key=lambda each: self._boxes[each.target].x)
        return box.x + box.width * ((mine.index(link) + 1) / (len(mine) + 1) - 0.5)

    def _tracks(self, row: int) -> dict[Link, int]:
        """The links below a row, each with the track on which it crosses over: no two on one track overlap."""
        taken: list[list[tuple[float, float]]] = []
        found: dict[Link, int] = {}
        links = [link for link in self._layers.links if self._layers.knots[link.source].row == row]
        for link in sorted(links, key=lambda each: abs(self._port(each) - self._boxes[each.target].x)):
            left, right = sorted((self._port(link), self._boxes[link.target].x))
            track = 0
            if right - left > 1:
                while track < len(taken) and any(left < end + 2 and start < right + 2 for start, end in taken[track]):
                    track += 1
                taken += [[]] if track == len(taken) else []
                taken[track].append((left, right))
            found[link] = track
        return found

    def _gap(self, row: int, tracks: int) -> float:
        labels = any(link.label for link in self._layers.links if self._layers.knots[link.source].row == row)
        return max(LEAST_GAP, (LABEL_ROOM if labels else 4.0) + tracks * TRACK + ARROW + 3)

    # --- Painting ---------------------------------------------------------------------------------------

    def _lanes(self, canvas: Canvas, top: float) -> None:
        for number, name in enumerate(self._diagram.lanes):
            left, right = self._edges[number : number + 2]
            width = self._text_width(name, "semibold")
            if width > right - left:
                raise FlowTooLarge(self._diagram)
            middle = (left + right) / 2
            canvas.text(middle, top - SIZE - 2, name, SIZE, self._colour, role="semibold", anchor="middle")
            if number:
                canvas.line([(left, 0), (left, top)], GRID, 0.6)

    def _arrow(
        self,
        canvas: Canvas,
        link: Link,
        row: int,
        tops: Sequence[float],
        heights: Sequence[float],
        gap: float,
        track: int,
    ) -> None:
        source, target = self._boxes[link.source], self._boxes[link.target]
        x, to_x = self._port(link), target.x
        middle = tops[row] - heights[row] / 2
        start = middle - source.height / 2
        foot = tops[row] - heights[row]
        end = tops[row + 1] - heights[row + 1] / 2 + target.height / 2
        turn = foot - gap + ARROW + 3 + track * TRACK
        points = [(x, start), (x, turn), (to_x, turn), (to_x, end)] if abs(x - to_x) > 1 else [(x, start), (to_x, end)]
        canvas.line(points, AXIS, STROKE)
        if link.is_end:
            canvas.polygon([(to_x, end), (to_x - ARROW / 2, end + ARROW), (to_x + ARROW / 2, end + ARROW)], AXIS)
        if link.label:
            self._label(canvas, link, row, x, foot - SIZE - 1)

    def _label(self, canvas: Canvas, link: Link, row: int, x: float, y: float) -> None:
        """The words at an arrow, to its right or its left, where no other arrow comes down through them."""
        links = (each for each in self._layers.links if self._layers.knots[each.source].row == row)
        others = [self._port(each) for each in links if each is not link]
        sides: tuple[tuple[float, Anchor], ...] = ((x + BESIDE, "start"), (x - BESIDE, "end"))
        for at, anchor in sides:
            extent = canvas.extent(at, y, link.label, SIZE, "regular", anchor)
            is_free = not any(extent.left - 1 < other < extent.right + 1 for other in others)
            if is_free and canvas.text(at, y, link.label, SIZE, TEXT, anchor=anchor):
                return
        raise FlowTooLarge(self._diagram)

    def _step(self, canvas: Canvas, step: FlowStep, box: _Box, middle: float) -> None:
        left, right = box.x - box.width / 2, box.x + box.width / 2
        bottom, top = middle - box.height / 2, middle + box.height / 2
        colour, fill = TEXT, tint(self._colour)
        match step.kind:
            case "besluit":
                corners = [(left, middle), (left + POINT, top), (right - POINT, top), (right, middle)]
                corners += [(right - POINT, bottom), (left + POINT, bottom)]
                canvas.polygon(corners, WHITE, self._colour, 1.2)
            case "begin" | "einde":
                cut = min(6.0, box.height / 3)
                corners = [(left + cut, top), (right - cut, top), (right, top - cut), (right, bottom + cut)]
                corners += [(right - cut, bottom), (left + cut, bottom), (left, bottom + cut), (left, top - cut)]
                canvas.polygon(corners, self._colour)
                colour = WHITE
            case _:
                canvas.rectangle(left, bottom, box.width, box.height, fill, self._colour)
        y = middle + len(box.lines) * LEADING / 2 - LEADING * 0.76
        for line in box.lines:
            if not canvas.text(box.x, y, line, SIZE, colour, anchor="middle"):
                raise FlowTooLarge(self._diagram)
            y -= LEADING
