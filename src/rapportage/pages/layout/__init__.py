"""The layout: from a document and a theme to pages of placed boxes, each with its structure element."""

from rapportage.pages.layout.boxes import (
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
from rapportage.pages.layout.compose import lay_out
from rapportage.pages.layout.images import misfit, picture_piece
from rapportage.pages.layout.room import DoesNotFit, Misfit
from rapportage.pages.layout.sizes import tallest_picture, trend_size
from rapportage.pages.layout.structure import Element, Leaf, TableAttributes

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
