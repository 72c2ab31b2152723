"""Drawings and pictures in a page: as SVG in the letters of the page, or as a file that is in it."""

from __future__ import annotations

from base64 import b64encode

from rapportage.document import Image, Trend, caption_words
from rapportage.document.drawing import Drawing, Graphic, Raster, to_png, to_svg
from rapportage.html.context import FAMILIES, Context
from rapportage.html.markup import Markup, element, void

MILLIMETRES, PART = "mm", "%"


def drawing(shown: Drawing, title: str, description: str, context: Context) -> Markup:
    """The drawing, of which every id begins with one of its own: many are on one page. In SVG an id is a name of XML,
    which never begins with a point.
    """
    made = to_svg(
        shown,
        title,
        description,
        families=FAMILIES,
        language=context.document.language,
        prefix=f"_{context.own_id()}-",
        is_compact=True,
    )
    return Markup(made.rstrip("\n"))


def trend(given: Trend, context: Context) -> Markup:
    """The course of a figure, beside it: what it says is its name."""
    return drawing(context.drawings[given.id], given.alternative, "", context)


def picture(image: Image, context: Context) -> Markup:
    """A picture of the user, as wide as it is to be; a decoration is not read aloud."""
    width = f"width:{image.width.value:g}{PART if image.width.is_part else MILLIMETRES}" if image.width else None
    shown = image.picture
    if isinstance(shown, Raster):
        return void(
            "img",
            {
                "alt": image.alternative or "",
                "width": shown.columns,
                "height": shown.rows,
                "style": width,
                "src": data_address(shown),
            },
        )
    if image.alternative is None:
        return element("div", {"aria-hidden": "true", "style": width}, drawing(shown, "", "", context))
    title = caption_words(image).text or image.alternative
    return element("div", {"style": width}, drawing(shown, title, image.alternative, context))


def logo(shown: Graphic, alternative: str, width: float, context: Context) -> Markup:
    """The logo of the house style, so many points wide."""
    style = {"class": "logo", "style": f"width:{width:g}pt"}
    if isinstance(shown, Raster):
        return element("p", style, void("img", {"alt": alternative, "src": data_address(shown)}))
    return element("p", style, drawing(shown, alternative, "", context))


def data_address(shown: Raster) -> str:
    """The picture itself as an address."""
    kind, data = ("jpeg", shown.data) if shown.is_jpeg else ("png", to_png(shown))
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"
