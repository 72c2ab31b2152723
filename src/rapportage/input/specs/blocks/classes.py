"""The spec of classes: how many, where their bounds are, or how these are found. What goes depends on the kind."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Struct, field

from rapportage.diagnostics import Span
from rapportage.input.loading.nodes import Mapping, Node, Scalar, Sequence
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import AnyOf, Text, Whole
from rapportage.input.specs.leaves import Items, one_of, scalar, whole_number
from rapportage.input.specs.spec import Leaf, Spec, read_spec

LEAST_CLASSES, MOST_CLASSES = 2, 40
MOST_TINTS = 7
"""Of a map: more can't be told apart."""
USUAL_TINTS = 5
Method = Literal["natuurlijk", "kwantielen", "gelijk"]
"""Bounds where the figures have gaps, as many areas in each class, or equal steps."""
NATURAL: Method = "natuurlijk"
EQUAL: Method = "gelijk"
_COUNT = re.compile(r"\d{1,2}", re.ASCII)
_BOUND = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?", re.ASCII)
_Bound = Annotated[Scalar, Leaf(scalar, Text(rf"\s*{_BOUND.pattern}\s*", (-1e15, 1e15), "getal"))]


class CountedClasses(Spec, frozen=True):
    count: Annotated[int, whole_number(LEAST_CLASSES, MOST_TINTS)] = field(default=USUAL_TINTS, name="aantal")
    method: Annotated[Method, one_of(Method)] = field(default=NATURAL, name="wijze")


class ClassesSpec(Struct, frozen=True):
    """At most how many classes, or the bounds as they were given; `method` where it was asked how they are found."""

    most: int | None
    bounds: tuple[Decimal, ...]
    span: Span
    method: Method | None = None


def _classes(node: Node) -> ClassesSpec:
    if isinstance(node, Sequence):
        return ClassesSpec(None, tuple(_bound(scalar(item)) for item in node.items), node.span)
    if isinstance(node, Mapping):
        found = read_spec(node, CountedClasses)
        return ClassesSpec(found.count, (), node.span, found.method)
    value = scalar(node)
    if not _COUNT.fullmatch(value.text.strip()) or not LEAST_CLASSES <= int(value.text) <= MOST_CLASSES:
        hint = f"schrijf hoeveel klassen er hoogstens zijn (2 tot en met {MOST_CLASSES}), of hun grenzen: [0, 50, 100]"
        raise SpecFault("T407", f"'{value.text[:40]}' is geen aantal klassen", value.span, hint)
    return ClassesSpec(int(value.text), (), value.span)


def _bound(value: Scalar) -> Decimal:
    if not _BOUND.fullmatch(value.text.strip()):
        hint = "schrijf een getal met een punt voor decimalen: 2.5"
        raise SpecFault("T407", f"'{value.text[:40]}' is geen grens van een klasse", value.span, hint)
    return Decimal(value.text.strip())


_FORM = AnyOf((CountedClasses, Whole(LEAST_CLASSES, MOST_CLASSES), Items[_Bound]))
ClassesLeaf = Annotated[ClassesSpec, Leaf(_classes, _FORM)]
