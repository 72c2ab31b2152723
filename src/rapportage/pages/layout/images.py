"""Pictures of the user: how large they are set, and what is around them."""

from __future__ import annotations

from math import fsum

from rapportage.document import Image
from rapportage.document.drawing import Drawing, Graphic, scaled
from rapportage.pages.layout.boxes import Box, Photo, Picture
from rapportage.pages.layout.groups import Group, kept_below, stacked
from rapportage.pages.layout.paragraphs.inline import InlineContext
from rapportage.pages.layout.paragraphs.setting import Setting
from rapportage.pages.layout.room import too_high
from rapportage.pages.layout.structure import Element, Leaf
from rapportage.pages.theme import MM, PageFormat

PIXEL = 72 / 150
"""How wide a pixel is set when nothing is said of it, in points."""
TALLEST = 0.8
"""The part of the height of a page that a picture may take: its caption and source are there too."""
SMALLEST = MM


def picture_piece(picture: Graphic, x: float, y: float, width: float, leaf: Leaf | None) -> Picture | Photo:
    """The picture `width` points wide with its top left corner at (x, y). Without a leaf it is an artifact."""
    own_width, own_height = own_size(picture)
    if isinstance(picture, Drawing):
        return Picture(x, y, scaled(picture, width / own_width), leaf)
    return Photo(x, y, width, width * own_height / own_width, picture, leaf)


def own_size(picture: Graphic) -> tuple[float, float]:
    """In points."""
    if isinstance(picture, Drawing):
        return picture.width, picture.height
    return picture.columns * PIXEL, picture.rows * PIXEL


def image_size(image: Image, room: float, page: PageFormat) -> tuple[float, float]:
    """Width and height in points: as asked, or else its own, made smaller when that is more than there is room for."""
    width, height = own_size(image.picture)
    if image.width is not None:
        asked = room * image.width.value / 100 if image.width.is_part else image.width.value * MM
    else:
        asked = min(width, room, width / height * page.body_height * TALLEST)
    return asked, asked * height / width


def misfit(image: Image, room: float, page: PageFormat) -> tuple[str, str] | None:
    """What is wrong with its size and how to fix that (in Dutch), or None when it fits."""
    width, height = image_size(image, room, page)
    tallest = page.body_height * TALLEST
    widest = min(room, width / height * tallest)
    hint = f"schrijf hoogstens {int(widest / MM + 0.01)} mm, of laat 'breedte' weg"
    if width > room + 0.01:
        return f"een breedte van {width / MM:.0f} mm past niet: er is {int(room / MM + 0.01)} mm", hint
    if height > tallest + 0.01:
        message = f"bij een breedte van {width / MM:.0f} mm is de afbeelding {height / MM:.0f} mm hoog"
        return f"{message}, en er is {int(tallest / MM)} mm", hint
    if min(width, height) < SMALLEST:
        side = "breed" if width < height else "hoog"
        return f"de afbeelding wordt minder dan 1 mm {side}", "kies een grotere breedte of een andere uitsnede"
    return None


def image_group(image: Image, parent: Element, setting: Setting, inline: InlineContext) -> Group:
    """A figure with its caption above and its source below; or a decoration, which is not read."""
    theme = setting.theme
    width, height = image_size(image, theme.page.body_width, theme.page)
    caption: list[Box] = []
    leaf = None
    if image.alternative is not None:
        figure = parent.add("Figure", alternative=image.alternative)
        caption = setting.caption_boxes(image, figure.add("Caption"), inline)
        leaf = figure.leaf()
    tallest = theme.page.body_height - fsum(box.height for box in caption)
    if tallest < SMALLEST:
        raise too_high(image)
    if height > tallest:  # a caption of a quarter of a page: figure and caption stay on one
        width, height = width * tallest / height, tallest
    box = Box(height, (picture_piece(image.picture, 0, 0, width, leaf),))
    below = setting.small_print(image.notes, image.source, parent, inline)
    return Group((stacked([*caption, box]), *kept_below(below)), before=theme.caption.before, after=theme.float_after)
