"""Pictures of pixels that are in the SVG itself, as a data address (RFC 2397)."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error

from rapportage.document.drawing import Clipped, Item, Pixels, Raster
from rapportage.document.drawing.matrices import placed, product
from rapportage.input.images.faults import PictureFault
from rapportage.input.images.pixels import read_pixels
from rapportage.input.images.svg.bounds import Box
from rapportage.input.images.svg.scene import Scene, State, is_sound
from rapportage.input.images.svg.shapes import rectangle
from rapportage.input.images.svg.tree import Element
from rapportage.input.images.svg.viewport import Unsized, fitted

_ADDRESS = re.compile(r"data:image/(png|jpe?g)\s*;(?:[\w=-]+;)*\s*base64\s*,")
_KINDS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG"}


def embedded(scene: Scene, element: Element, state: State) -> list[Item]:
    """The picture where the element wants it; one of elsewhere, or of another kind, is refused."""
    href = (element.href or "").strip()
    found = _ADDRESS.match(href)
    if not href or not state.style.is_visible:
        return []
    if found is None:
        scene.refuse(element, "href", "href")
        return []
    try:
        data = b64decode(re.sub(r"\s+", "", href[found.end() :]))
        raster = read_pixels(data, _KINDS[found[1]], scene.problems.name, keeps_opacity=True)
    except Error:
        scene.refuse(element, "image", "image die niet te lezen is")
        return []
    except PictureFault as fault:
        for problem in fault.problems:
            scene.problems.add(problem.message, problem)
        return []
    x, y, width, height = _room(scene, element, state, raster)
    if width <= 0 or height <= 0:
        return []
    try:
        x_scale, y_scale, left, top = fitted(element.attributes, (width, height), (raster.columns, raster.rows))
    except Unsized as unsized:
        scene.refuse(element, "image", f"image {unsized.message}")
        return []
    across, down = x_scale * raster.columns, y_scale * raster.rows
    # The unit square runs up, with its first row above; in an SVG y runs down.
    matrix = product(state.matrix, (across, 0, 0, -down, x + left, y + top + down))
    if not is_sound(matrix):
        scene.refuse(element, "image", "image met maten die te groot zijn")
        return []
    shown: Item = Pixels(raster, matrix)
    if across <= width + 1e-6 and down <= height + 1e-6:
        return [shown]
    return [Clipped(placed(rectangle(x, y, width, height), state.matrix), (shown,))]


def _room(scene: Scene, element: Element, state: State, raster: Raster) -> Box:
    """Its place, width and height, of which what is not said follows from the picture."""
    own = scene.properties(element)
    x, y, width, height = (
        None if own.get(name, "auto") == "auto" else scene.length(element, own[name], state.room, axis)
        for name, axis in (("x", "x"), ("y", "y"), ("width", "x"), ("height", "y"))
    )
    if width is None:
        width = float(raster.columns) if height is None else height * raster.columns / raster.rows
    if height is None:
        height = width * raster.rows / raster.columns
    return x or 0.0, y or 0.0, width, height
