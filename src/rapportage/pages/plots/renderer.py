"""Draws what matplotlib draws into a display list of ours, at 72 dots an inch, so that its pixels are points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.path import Path as Outline
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D, Bbox, Transform
from msgspec import Struct
from msgspec.structs import replace

from rapportage.document.characters import seen
from rapportage.document.drawing import (
    Anchor,
    Caps,
    Clipped,
    Drawing,
    Item,
    Joins,
    Matrix,
    Path,
    Pixels,
    Raster,
    TextRun,
)
from rapportage.pages.fonts import Family
from rapportage.pages.plots.letters import can_set, measured, plain, role_of
from rapportage.pages.plots.outlines import clips, commands

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text
    from numpy.typing import NDArray

DOTS = 72
PICTURE_DOTS = 300
"""Per inch, of a picture that is put on the grid of the page."""
MOST_CELLS = 4_000
"""A picture of so many blocks in one colour each is drawn as rectangles, which stay sharp."""
MOST_COMMANDS = 400_000
TRIANGLE_STEPS = 4
HATCH_TILE = 72.0
HATCH_DENSITY = 6.0
_ANCHORS: dict[str, Anchor] = {"right": "end", "center": "middle"}
_SHIFTS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_CAPS: dict[str, Caps] = {"butt": "butt", "round": "round", "projecting": "square"}


class TooMuch(Exception):
    """More is drawn than fits in a report."""


class DrawingRenderer(RendererBase):
    """Gathers items; `formulas` are the texts that became outlines, so that an alternative can say them."""

    def __init__(self, width: float, height: float, family: Family) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._family = family
        self._clips: list[tuple[tuple[bytes, ...], list[Outline], list[Item]]] = []
        self._commands = 0
        self.formulas: list[str] = []

    def drawing(self) -> Drawing:
        items: list[Item] = []
        for _, cuts, within in self._clips:
            items += _clipped(cuts, tuple(within)) if cuts else within
        return Drawing(round(self.width, 2), round(self.height, 2), tuple(items), is_clipped=True)

    # --- What matplotlib asks ---------------------------------------------------------------------

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.width, self.height

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def flipy(self) -> bool:
        return False

    def option_image_nocomposite(self) -> bool:
        return True

    def option_scale_image(self) -> bool:
        return True

    def get_image_magnification(self) -> float:
        return PICTURE_DOTS / DOTS

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | Literal["TeX"]
    ) -> tuple[float, float, float]:
        text = self._words(s, ismath)
        if text is None:
            return super().get_text_width_height_descent(s, prop, ismath)
        return measured(self._family, role_of(prop), text, prop.get_size_in_points())

    def _words(self, text: str, ismath: bool | str) -> str | None:
        """What is set in letters of the house style; None for what becomes outlines."""
        words = plain(text) if ismath else text
        return words if words is not None and can_set(self._family, words) else None

    # --- What matplotlib draws --------------------------------------------------------------------

    def draw_path(self, gc: GraphicsContextBase, path: Outline, transform: Transform, rgbFace: Any = None) -> None:  # noqa: N803  # matplotlib's own name
        width = gc.get_linewidth()
        fill, fill_opacity = _colour(rgbFace, gc)
        edge, edge_opacity = _colour(gc.get_rgb(), gc) if width > 0 else (None, 1.0)
        placed = path.transformed(transform)
        cuts, shown = self._cuts(gc, placed, width if edge else 0.0)
        if shown is not None and not self._is_seen(shown, width):
            return
        frame = (0.0, 0.0, self.width, self.height) if rgbFace is None and gc.get_hatch() is None else None
        found = commands(placed, clip=frame, sketch=gc.get_sketch_params())
        if len(found) < 2:
            return
        self._count(len(found))
        offset, dashes = gc.get_dashes()
        line = Path(
            found,
            stroke=edge,
            width=round(float(width), 3),
            dash=() if dashes is None else tuple(round(float(each), 3) for each in np.asarray(dashes).tolist()),
            dash_start=round(float(offset or 0.0), 3),
            caps=_CAPS[str(gc.get_capstyle())],
            joins=_joins(gc),
            opacity=edge_opacity,
        )
        hatch = self._hatch(gc, placed, found) if gc.get_hatch() else None
        if fill and edge and not hatch and fill_opacity == edge_opacity:
            self._add(cuts, replace(line, fill=fill))
            return
        if fill:
            self._add(cuts, Path(found, fill, opacity=fill_opacity))
        if hatch:
            self._add(cuts, hatch)
        if edge:
            self._add(cuts, line)

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: Text | None = None,
    ) -> None:
        text = self._words(s, ismath)
        if text is None:
            self.formulas.append(s)
            self._outlines(gc, prop, s, Affine2D().rotate_deg(angle).translate(x, y), is_formula=bool(ismath))
            return
        colour, opacity = _colour(gc.get_rgb(), gc)
        text, size, role = seen(text), prop.get_size_in_points(), role_of(prop)
        if colour is None or not text.strip():
            return
        wide, high, below = measured(self._family, role, text, size)
        corners = Affine2D().rotate_deg(angle).translate(x, y).transform_bbox(Bbox([[0, -below], [wide, high - below]]))
        anchor = _anchor(mtext) if mtext is not None and not angle else "start"
        run = TextRun(
            round(float(x) + wide * _SHIFTS[anchor], 2),
            round(float(y), 2),
            text,
            round(size, 2),
            self._family.able(role, text),  # type: ignore[arg-type]  # one of the roles
            colour,
            anchor,
            angle,
            opacity,
        )
        self._add(clips(gc, corners, 0.0), run)

    def _outlines(
        self, gc: GraphicsContextBase, prop: FontProperties, text: str, place: Affine2D, *, is_formula: bool
    ) -> None:
        """A formula, or letters that the house style lacks, as shapes in a font of matplotlib."""
        vertices, codes = text_to_path.get_text_path(prop, text, ismath=is_formula)
        scale = prop.get_size_in_points() / text_to_path.FONT_SCALE
        gc.set_linewidth(0.0)
        self.draw_path(gc, Outline(vertices, codes), Affine2D().scale(scale) + place, gc.get_rgb())

    def draw_tex(self, *arguments: Any, **options: Any) -> None:
        raise ValueError("een figuur met usetex kan niet: schrijf een formule tussen dollartekens")

    def draw_image(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        im: Any,
        transform: Transform | None = None,
    ) -> None:
        """A picture of few colours in blocks becomes rectangles, any other stays one of pixels.

        Its opacity is already in its pixels.
        """
        rows, columns = im.shape[:2]
        if not rows or not columns:
            return
        if transform is None:
            unit = Affine2D().scale(columns * DOTS / PICTURE_DOTS, rows * DOTS / PICTURE_DOTS)
        else:
            unit = Affine2D(np.asarray(transform.frozen()))
        matrix = (unit + Affine2D().translate(x, y)).get_matrix()
        placed: Matrix = tuple(  # type: ignore[assignment]  # of six
            round(float(each), 3) for each in (*matrix[:2, 0], *matrix[:2, 1], *matrix[:2, 2])
        )
        corners = Affine2D(matrix).transform_bbox(Bbox.unit())
        cuts = clips(gc, corners, 0.0)
        blocks = _blocks(im)
        if blocks is not None and not (matrix[0, 1] or matrix[1, 0]):
            for item in self._rectangles(im, blocks, matrix):
                self._add(cuts, item)
            return
        upright = np.ascontiguousarray(im[::-1])
        seen_through = b"" if (upright[..., 3] == 255).all() else upright[..., 3].tobytes()
        self._add(cuts, Pixels(Raster(columns, rows, "rgb", upright[..., :3].tobytes(), opacity=seen_through), placed))

    def _rectangles(
        self, im: NDArray[np.uint8], blocks: tuple[list[int], list[int]], matrix: NDArray[np.float64]
    ) -> list[Item]:
        rows, columns = im.shape[:2]
        found: list[Item] = []
        ups, acrosses = blocks
        for low, high in pairwise(ups):
            for left, right in pairwise(acrosses):
                red, green, blue, alpha = (int(each) for each in im[low, left])
                if alpha:
                    box = Affine2D(matrix).transform_bbox(
                        Bbox([[left / columns, low / rows], [right / columns, high / rows]])
                    )
                    shape = _box(box)
                    found.append(Path(shape, f"#{red:02x}{green:02x}{blue:02x}", opacity=round(alpha / 255, 3)))
        return found

    def draw_gouraud_triangles(
        self,
        gc: GraphicsContextBase,
        triangles_array: Any,
        colors_array: Any,
        transform: Transform,
    ) -> None:
        """Triangles whose colours run, as small ones of one colour each."""
        steps = TRIANGLE_STEPS if len(triangles_array) * TRIANGLE_STEPS**2 <= MOST_CELLS else 1
        for points, colours in zip(triangles_array, colors_array, strict=True):
            corners = transform.transform(points)
            for small, colour in _divided(np.asarray(corners), np.asarray(colours), steps):
                outline = Outline(np.vstack([small, small[:1]]), closed=True)
                fill = to_hex(tuple(colour[:3]))
                # An edge of the same colour closes the gaps that a viewer shows between neighbours.
                shape = Path(commands(outline), fill, fill, 0.25, joins="round", opacity=float(colour[3]))
                cuts = clips(gc, outline.get_extents(), 0.25)
                self._count(len(shape.commands))
                self._add(cuts, shape)

    # --- How it is kept -----------------------------------------------------------------------------

    def _cuts(self, gc: GraphicsContextBase, placed: Outline, spill: float) -> tuple[list[Outline], Bbox | None]:
        vertices = np.asarray(placed.vertices)
        vertices = vertices[np.isfinite(vertices).all(axis=1)]
        shown = Bbox([vertices.min(axis=0), vertices.max(axis=0)]) if len(vertices) else None
        return clips(gc, shown, spill / 2), shown

    def _is_seen(self, shown: Bbox, width: float) -> bool:
        across = shown.x1 + width >= 0 and shown.x0 - width <= self.width
        return bool(across and shown.y1 + width >= 0 and shown.y0 - width <= self.height)

    def _hatch(self, gc: GraphicsContextBase, placed: Outline, found: tuple[Any, ...]) -> Item | None:
        """The pattern in tiles, within the shape."""
        tile = gc.get_hatch_path(HATCH_DENSITY)
        box = placed.get_extents()
        colour, opacity = _colour(gc.get_hatch_color(), gc)
        if colour is None or not np.isfinite(box.get_points()).all():
            return None
        left, bottom = int(box.x0 // HATCH_TILE), int(box.y0 // HATCH_TILE)
        right, top = int(box.x1 // HATCH_TILE), int(box.y1 // HATCH_TILE)
        lines = [
            each
            for across in range(left, right + 1)
            for up in range(bottom, top + 1)
            for each in commands(tile.transformed(Affine2D().translate(across, up).scale(HATCH_TILE)))
        ]
        self._count(len(lines))
        pattern = Path(
            tuple(lines), colour if _has_shapes(tile) else None, colour, gc.get_hatch_linewidth(), opacity=opacity
        )
        return Clipped(found, (pattern,))

    def _count(self, more: int) -> None:
        self._commands += more
        if self._commands > MOST_COMMANDS:
            raise TooMuch

    def _add(self, cuts: Sequence[Outline], item: Item) -> None:
        """Keeps items with the same clips together, so that they are clipped once."""
        key = tuple(np.asarray(cut.vertices).tobytes() for cut in cuts)
        if not self._clips or self._clips[-1][0] != key:
            self._clips.append((key, list(cuts), []))
        self._clips[-1][2].append(item)


def _clipped(cuts: Sequence[Outline], items: tuple[Item, ...]) -> tuple[Item, ...]:
    for cut in reversed(cuts):
        items = (Clipped(commands(cut, simplify=False), items),)
    return items


def _colour(colour: Any, gc: GraphicsContextBase) -> tuple[str | None, float]:
    """As '#rrggbb' and how much it hides; None for what is not seen."""
    if colour is None:
        return None, 1.0
    alpha = gc.get_alpha() if gc.get_forced_alpha() else colour[3] if len(colour) > 3 else 1.0
    return (to_hex(tuple(colour[:3])) if alpha else None), round(float(alpha), 3)


def _anchor(text: Text) -> Anchor:
    """Where a text of one line is held, so that numbers at an axis stay in line with any other font."""
    return "start" if "\n" in text.get_text() else _ANCHORS.get(str(text.get_horizontalalignment()), "start")


def _joins(gc: GraphicsContextBase) -> Joins:
    joins: Joins = str(gc.get_joinstyle())  # type: ignore[assignment]  # matplotlib has the same three
    return joins


def _has_shapes(tile: Outline) -> bool:
    """Whether a hatch is of dots and stars, which are filled, and not of lines."""
    straight = {int(Outline.MOVETO), int(Outline.LINETO)}
    return tile.codes is not None and not straight.issuperset(np.asarray(tile.codes).tolist())


def _box(box: Bbox) -> tuple[Any, ...]:
    left, bottom, right, top = (round(float(each), 2) for each in (box.x0, box.y0, box.x1, box.y1))
    return (("M", (left, bottom)), ("L", (right, bottom)), ("L", (right, top)), ("L", (left, top)), ("Z", ()))


def _blocks(im: NDArray[np.uint8]) -> tuple[list[int], list[int]] | None:
    """Where blocks of one colour begin and end, up and across; None where there are too many."""
    ups = [0, *(int(each) + 1 for each in np.flatnonzero((im[1:] != im[:-1]).any(axis=(1, 2)))), im.shape[0]]
    acrosses = [0, *(int(each) + 1 for each in np.flatnonzero((im[:, 1:] != im[:, :-1]).any(axis=(0, 2)))), im.shape[1]]
    return (ups, acrosses) if (len(ups) - 1) * (len(acrosses) - 1) <= MOST_CELLS else None


def _divided(
    corners: NDArray[np.float64], colours: NDArray[np.float64], steps: int
) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """A triangle as steps × steps small ones, each with the mean of the colours at its corners."""
    found = []

    def at(values: NDArray[np.float64], row: int, column: int) -> NDArray[np.float64]:
        share = (values[1] - values[0]) * (row / steps) + (values[2] - values[1]) * (column / steps)
        return np.asarray(values[0] + share)

    for row in range(steps):
        for column in range(row + 1):
            kinds = [((row, column), (row + 1, column), (row + 1, column + 1))]
            if column < row:
                kinds.append(((row, column), (row, column + 1), (row + 1, column + 1)))
            for places in kinds:
                points = np.array([at(corners, *place) for place in places])
                colour = np.mean([at(colours, *place) for place in places], axis=0)
                found.append((points, colour))
    return found


class Drawn(Struct, frozen=True):
    """A figure of matplotlib as a drawing, with the texts that became outlines."""

    drawing: Drawing
    formulas: tuple[str, ...]
