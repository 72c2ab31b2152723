"""The layout: from a document and a theme to pages of placed boxes, each with its structure element."""

from rapportage.layout.boxes import (
    Anchor,
    Glyphs,
    LinkArea,
    OutlineEntry,
    Page,
    PageNumber,
    Pages,
    Photo,
    Picture,
    Placed,
    Rectangle,
)
from rapportage.layout.compose import lay_out
from rapportage.layout.images import misfit, picture_piece
from rapportage.layout.room import DoesNotFit, Misfit
from rapportage.layout.sizes import tallest_picture, trend_size
from rapportage.layout.structure import Element, Leaf, TableAttributes

__all__ = [
    "Anchor",
    "DoesNotFit",
    "Element",
    "Glyphs",
    "Leaf",
    "LinkArea",
    "Misfit",
    "OutlineEntry",
    "Page",
    "PageNumber",
    "Pages",
    "Photo",
    "Picture",
    "Placed",
    "Rectangle",
    "TableAttributes",
    "lay_out",
    "misfit",
    "picture_piece",
    "tallest_picture",
    "trend_size",
]
