"""The specs of a provenance file: of which cell of which delivered file each imported figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from decimal import Decimal
from typing import Annotated

from msgspec import Struct, field

from rapportage.diagnostics import Findings, Span
from rapportage.figures.observation import DeliveredCell
from rapportage.figures.parts import WHOLE, Part, breakdown_name, dimensions_of
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.signs import PROVISIONAL_MARK
from rapportage.input.loading.nodes import Kind, Mapping, Node, Scalar
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.forms import Text
from rapportage.input.specs.leaves import Items, Name, Named, OneOrMore, Period, Words, named
from rapportage.input.specs.spec import Leaf, Spec
from rapportage.input.specs.validate import validate

_NUMBER = re.compile(r"(?P<minus>[-−]?)(?P<digits>\d+(?:\.\d+)?)\*{0,2}", re.ASCII)
_ADDRESS = r"[A-Z]{1,3}[1-9]\d{0,6}"
_HASH = Text(r"[0-9a-f]{64}", name="sha256")


def _hash(node: Node) -> Scalar:
    value = named(node)
    if len(value.text) != 64 or not set(value.text) <= set("0123456789abcdef"):
        raise SpecFault("S104", "dit is geen sha256", value.span, "maak het bestand opnieuw met rapportage import")
    return value


def _address(node: Node) -> Scalar:
    value = named(node)
    if not re.fullmatch(_ADDRESS, value.text, re.ASCII):
        hint = "schrijf een cel als D5, of maak het bestand opnieuw met rapportage import"
        raise SpecFault("S104", f"'{value.text[:20]}' is geen cel", value.span, hint)
    return value


Hash = Annotated[Scalar, Leaf(_hash, _HASH)]
Address = Annotated[Scalar, Leaf(_address, Text(_ADDRESS, name="cel"))]


class DeliveredFile(Spec, frozen=True):
    """A file as it was when figures were taken from it."""

    path: Name = field(name="bestand")
    hash: Hash = field(name="sha256")


class OriginSpec(Spec, frozen=True, kw_only=True):
    """One figure, and the cell that it is of."""

    series: Name = field(name="reeks")
    period: Period = field(name="periode")
    breakdown: Name | None = field(default=None, name="verdeling")
    part: OneOrMore[Name] = field(default=(), name="onderdeel")
    figure: Name = field(name="cijfer")
    delivery: Name = field(name="levering")
    sheet: Words | None = field(default=None, name="blad")
    cell: Address = field(name="cel")
    raw: Words | None = field(default=None, name="ruw")
    """What the cell showed, where that was anything."""

    @property
    def key(self) -> OriginKey:
        """Which figure of the data it is."""
        if self.breakdown is None:
            return OriginKey(self.series.text, self.period, WHOLE)
        names = tuple(each.text for each in self.part)
        return OriginKey(self.series.text, self.period, Part(dimensions_of(self.breakdown.text), names))


class OriginKey(Struct, frozen=True):
    """A figure of the data of a period file."""

    series: str
    period: TimePeriod
    part: Part


class ProvenanceSpec(Spec, frozen=True):
    """The file as a whole, which only `rapportage import` writes."""

    deliveries: Named[DeliveredFile] = field(name="leveringen")
    figures: Items[OriginSpec] = field(name="herkomst")


class Provenance(Struct, frozen=True):
    """A provenance file as it was read."""

    node: Mapping
    deliveries: ReadOnly[str, DeliveredFile]
    origins: ReadOnly[OriginKey, OriginSpec]


def delivered_cells(node: Mapping, provenance: Mapping | None, findings: Findings) -> dict[Span, DeliveredCell] | None:
    """By the place of a figure in a period file with that root, the cell that it was imported from.

    None where the provenance is faulty, which was reported. What was changed since has with it what it was.
    """
    read = read_provenance(provenance, findings)
    if read is None:
        return None
    found = {}
    figures = FiguresByKey(node)
    for key, origin in read.origins.items():
        at = figures.at(key)
        if at is not None:
            file = read.deliveries[origin.delivery.text]
            sheet, raw = (each.text if each else "" for each in (origin.sheet, origin.raw))
            was = None if same(at.text, origin.figure.text) else origin.figure.text
            found[at.span] = DeliveredCell(file.path.text, file.hash.text, sheet, origin.cell.text, raw, was)
    return found


class FiguresByKey:
    """The figures of a period file with root `node`, each looked up at once, however many there are."""

    def __init__(self, node: Mapping) -> None:
        self._node = node
        self._scalars = dict(scalars_by_path(node))
        own = node.get("periode")
        self._own = TimePeriod.parse(own.named().text) if isinstance(own, Scalar) else None

    def at(self, key: OriginKey) -> Scalar | None:
        """A figure of the file's own period, or a restated one; None where there is none, or nothing yet."""
        above: tuple[str, ...] = ("cijfers",)
        if key.period != self._own:
            restated = self._node.get("herzien")
            periods = [name.text for name, _ in restated.entries] if isinstance(restated, Mapping) else []
            above = ("herzien", next((each for each in periods if TimePeriod.parse(each) == key.period), ""))
        series: Node | None = self._node
        for name in (*above, key.series):
            series = series.get(name) if isinstance(series, Mapping) else None
        found = self._scalars.get((*above, key.series, *figure_path(series, key.part)))
        return found if found is not None and found.kind is not Kind.EMPTY else None


def scalars_by_path(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    """Every value of a file by its path of keys; of a list by number."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from scalars_by_path(value, (*path, key.text))
    else:
        for number, item in enumerate(node.items):
            yield from scalars_by_path(item, (*path, str(number)))


def figure_path(series: Node | None, part: Part) -> tuple[str, ...]:
    """Where a part is under its series: as the file names its breakdown, where it has that already."""
    if part == WHOLE:
        return ("totaal",)
    breakdowns = series.get("naar") if isinstance(series, Mapping) else None
    for key, _ in breakdowns.entries if isinstance(breakdowns, Mapping) else ():
        dimensions = dimensions_of(key.text)
        if frozenset(dimensions) == frozenset(part.dimensions):
            return ("naar", key.text, *part.over(dimensions).names)
    return ("naar", breakdown_name(part.dimensions), *part.names)


def same(one: str, other: str) -> bool:
    """Whether two figures as a period file writes them are the same: 12.50 and 12.5 are, 12 and 12* are not."""
    first, second = number_of(one), number_of(other)
    if first is None or second is None:
        return one == other
    return first == second and one.endswith(PROVISIONAL_MARK) == other.endswith(PROVISIONAL_MARK)


def number_of(text: str) -> Decimal | None:
    """The number that a figure is; None for a sign."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    number = Decimal(found["digits"])
    return -number if found["minus"] else number


def read_provenance(node: Mapping | None, findings: Findings) -> Provenance | None:
    """The file; None where it is faulty, which was reported."""
    spec = validate(node, ProvenanceSpec, findings) if node is not None else None
    if node is None or spec is None or not node.is_whole:
        return None
    is_sound = True
    for each in spec.figures:
        if each.delivery.text not in spec.deliveries:
            message = f"de levering '{each.delivery.text[:60]}' staat niet onder 'leveringen'"
            findings.error("I601", message, each.delivery.span, "maak dit bestand opnieuw met rapportage import")
            is_sound = False
    origins = {each.key: each for each in spec.figures}
    return Provenance(node, spec.deliveries, origins) if is_sound else None
