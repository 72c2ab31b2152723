"""The specs of pictures."""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.input.loading.nodes import Node
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import Text
from rapportage.input.specs.leaves import Name, Words, YesNo, scalar
from rapportage.input.specs.spec import Leaf, Spec

_WIDTH = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s*(mm|%)?", re.ASCII)


class WidthSpec(Struct, frozen=True):
    """Millimetres, or with `is_part` the percentage of the width that there is."""

    value: float
    is_part: bool
    span: Span


def _width(node: Node) -> WidthSpec:
    value = scalar(node)
    found = _WIDTH.fullmatch(value.text.strip())
    hint = "schrijf een aantal millimeters of een deel van de breedte: 80 mm, of '50%'"
    if not found:
        raise SpecFault("T447", f"'{value.text[:40]}' is geen breedte", value.span, hint)
    width = WidthSpec(float(found[1]), found[2] == "%", value.span)
    if not width.value or (width.is_part and width.value > 100):
        raise SpecFault("T447", f"een breedte van {value.text} kan niet", value.span, hint)
    return width


class ImageSpec(Spec, frozen=True, kw_only=True):
    """Which of the texts it needs depends on whether it says something: see `resolve.images`."""

    id: Name | None = field(default=None, name="id")
    file: Name = field(name="bestand")
    """A path from the folder of the project."""
    title: Words | None = field(default=None, name="titel")
    alternative: Words | None = field(default=None, name="alternatief")
    is_decorative: YesNo = field(default=False, name="decoratief")
    width: Annotated[WidthSpec, Leaf(_width, Text(rf"\s*{_WIDTH.pattern}\s*", (0.01, 9999)))] | None = field(
        default=None, name="breedte"
    )
    source: Words | None = field(default=None, name="bron")
