"""Pictures that the user brings."""

from __future__ import annotations

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document.drawing import Graphic
from rapportage.document.inline import Content, Note


class ImageWidth(Struct, frozen=True):
    """How wide a picture is to be: millimetres, or with `is_part` a percentage of the width that there is."""

    value: float
    is_part: bool = False
    origin: Span | None = None


class Image(Struct, frozen=True):
    """`alternative` is for those who do not see the picture; it is None when there is nothing to see in it.

    Such a decoration has no label and caption either. Without `width` a picture has its own size, as far as that fits.
    """

    id: str
    label: str
    caption: Content
    alternative: str | None
    file: str
    picture: Graphic
    width: ImageWidth | None = None
    notes: tuple[Note, ...] = ()
    source: Content = ()
    told: Content = ()
    """The alternative text with its figures, where the layout gives it."""
    origin: Span | None = None
