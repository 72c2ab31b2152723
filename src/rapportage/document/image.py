"""Pictures that the user brings."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapportage.diagnostics import Span
from rapportage.document.inline import Content, Note
from rapportage.drawing import Graphic


@dataclass(frozen=True, slots=True)
class ImageWidth:
    """How wide a picture is to be: millimetres, or with `is_part` a percentage of the width that there is."""

    value: float
    is_part: bool = False
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """`alternative` is for those who do not see the picture; it is None when there is nothing to see in it.

    Such a decoration has no label and caption either. Without `width` a picture has its own size, as far as that fits.
    """

    id: str
    label: str
    caption: Content
    alternative: str | None
    file: str
    picture: Graphic = field(repr=False)
    width: ImageWidth | None = None
    notes: tuple[Note, ...] = ()
    source: Content = ()
    origin: Span | None = None
