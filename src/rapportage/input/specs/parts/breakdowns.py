"""Reads what is under `naar`: breakdowns by one dimension, or crossed ones ('gemeente × eigendom') by up to three."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly
from functools import partial

from rapportage.figures.parts import CROSS, MOST_DIMENSIONS, Dimensions, Part, breakdown_name, dimensions_of
from rapportage.input.loading.nodes import Mapping, Node, Scalar
from rapportage.input.specs.faults import NOTHING, SpecFault
from rapportage.input.specs.places import keys_in
from rapportage.input.specs.spec import Gathered, mapping
from rapportage.input.specs.typed.figures import TypedFigure, sound_figure
from rapportage.input.specs.typed.measure import Measure

Breakdowns = ReadOnly[Dimensions, ReadOnly[Part, TypedFigure]]
"""By the dimensions of a breakdown: the figure of each part, in the order of the file."""

_CROSSING = r"(?:×|\s[xX]\s)"
_NAME = rf"(?:(?!{_CROSSING}).)+"
KEYS = tuple(rf"{_NAME}(?:{_CROSSING}{_NAME}){{{count}}}" for count in range(MOST_DIMENSIONS))
"""What a breakdown may be called, by one dimension, by two, and so on."""


def read_breakdowns(node: Node, measure: Measure) -> Breakdowns:
    """The figures of every breakdown.

    Raises:
        Faults: all that is wrong with any of them.
    """
    _refuse_parts_alone(mapping(node))
    gathered = Gathered()
    found: dict[Dimensions, dict[Part, TypedFigure]] = {}
    seen: dict[frozenset[str], Scalar] = {}
    for key, value in mapping(node).entries:
        dimensions = gathered.read(partial(_dimensions, key, seen))
        if dimensions is not NOTHING:
            found[dimensions] = {}
            _read_parts(value, Part(dimensions), measure, gathered, found[dimensions])
    gathered.end(found)
    return found


def _refuse_parts_alone(node: Mapping) -> None:
    """Refuses parts that lack the name of their breakdown above them."""
    figures = [(key, value) for key, value in node.entries if isinstance(value, Scalar) and value.text]
    if figures and len(figures) == len(node.entries):
        key, value = figures[0]
        message = "onder 'naar' staat eerst de naam van een verdeling, en daaronder haar onderdelen"
        hint = f"bijvoorbeeld: naar: {{regio: {{{key.text[:40]}: {value.text[:20]}, …}}}}, op aparte regels mag ook"
        raise SpecFault("S104", message, key.span, hint)


def key_of(node: Mapping, dimensions: Dimensions) -> Scalar:
    """The key of a breakdown that is known to be under `naar`, as the user typed it."""
    return next(key for text, key in keys_in(node, "naar").items() if dimensions_of(text) == dimensions)


def _dimensions(key: Scalar, seen: dict[frozenset[str], Scalar]) -> Dimensions:
    dimensions = dimensions_of(key.text)
    if len(dimensions) > MOST_DIMENSIONS:
        message = f"'{key.text[:100]}' is een kruising van {len(dimensions)}; het mogen er {MOST_DIMENSIONS} zijn"
        raise SpecFault("C220", message, key.span, "verdeel haar over meer verdelingen")
    if not all(dimensions) or len(set(dimensions)) < len(dimensions):
        message = f"'{key.text[:100]}' is geen kruising van verschillende verdelingen"
        raise SpecFault("C220", message, key.span, "schrijf bijvoorbeeld: gemeente × eigendom")
    first = seen.setdefault(frozenset(dimensions), key)
    if first is not key:
        message = f"'{key.text[:100]}' is dezelfde verdeling als '{first.text[:100]}'"
        raise SpecFault("C220", message, key.span, "zet de cijfers onder één van de twee")
    return dimensions


def _read_parts(node: Node, above: Part, measure: Measure, gathered: Gathered, found: dict[Part, TypedFigure]) -> None:
    """Adds the figures of a mapping within the part `above`, whose names are those that were read so far."""
    dimensions, names = above
    opened = gathered.read(partial(_opened, node, above))
    for key, value in opened.entries if opened is not NOTHING else ():
        part = Part(dimensions, (*names, key.text))
        if len(part.names) < len(dimensions):
            _read_parts(value, part, measure, gathered, found)
        elif isinstance(value, Mapping):
            message = f"'{key.text[:60]}' heeft hier zelf onderdelen, en dit is een verdeling naar {above.breakdown}"
            gathered.add(SpecFault("S104", message, value.span, f"een kruising heet '{above.breakdown}{CROSS}…'"))
        else:
            figure = gathered.read(partial(sound_figure, value, measure))
            if isinstance(figure, TypedFigure):
                found[part] = figure


def _opened(node: Node, above: Part) -> Mapping:
    if isinstance(node, Scalar) and above.names and node.text:
        message = f"onder '{above.breakdown}' heeft elk onderdeel zelf onderdelen"
        hint = f"bijvoorbeeld: {above.names[-1]}: {{… : {node.text[:20]}}}, met een naam voor {above.dimensions[-1]}"
        raise SpecFault("S104", message, node.span, hint)
    if isinstance(node, Scalar) and node.text:
        name = breakdown_name(above.dimensions)[:60]
        message = f"'{name}' is hier een verdeling, en daaronder horen onderdelen met hun waarden"
        raise SpecFault("S104", message, node.span, f"bijvoorbeeld: {name}: {{…: {node.text[:20]}}}")
    return mapping(node)
