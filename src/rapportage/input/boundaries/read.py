"""A file of boundaries: GeoJSON (RFC 7946) or TopoJSON 1.0, of which the areas and their borders are taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from pathlib import PurePosixPath
from typing import TypeVar

import msgspec
from msgspec import Raw, Struct

from rapportage.document.boundaries import Area, Boundaries, Place, box_of
from rapportage.input.boundaries.faults import SHOWN, BoundaryFault
from rapportage.input.boundaries.labels import Asked, Labels
from rapportage.input.boundaries.projection import around_the_line, projection, unbroken
from rapportage.input.boundaries.topology import Topology, opened

MOST_AREAS = 4_000
MOST_POINTS = 400_000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_METRES = re.compile(r"28992|28991|7415|3857|3035|258\d\d|326\d\d")
"""Coordinate systems that are no degrees."""
_EXPORT = "voer het opnieuw uit als GeoJSON, in graden (WGS84) of in het stelsel van de Rijksdriehoeksmeting"
Properties = Mapping[str, object]
Value = TypeVar("Value")


class Geometry(Struct):
    type: str
    coordinates: Raw = Raw(b"[]")
    arcs: Raw = Raw(b"[]")
    geometries: list[Geometry] = []
    properties: dict[str, object] | None = None
    id: object = None


class Feature(Struct):
    geometry: Geometry | None = None
    properties: dict[str, object] | None = None
    id: object = None


class Transform(Struct):
    scale: tuple[float, float]
    translate: tuple[float, float]


class System(Struct):
    properties: dict[str, object] = {}


class File(Struct):
    type: str
    features: list[Feature] | None = None
    objects: dict[str, Geometry] | None = None
    arcs: Raw = Raw(b"[]")
    transform: Transform | None = None
    crs: System | None = None


class _Shape(Struct, frozen=True):
    """An area before its rings are arcs: those of GeoJSON are places, those of TopoJSON are arcs already."""

    geometry: Geometry | None
    properties: Properties
    id: object


def read_boundaries(data: bytes, asked: Asked) -> Boundaries:
    """The areas in `data`.

    Raises:
        BoundaryFault: it is no such file, or its areas can't be shown.
    """
    name = PurePosixPath(asked.name).name[:SHOWN]
    file = _decoded(data, name)
    shapes = _shapes(file, name)
    if len(shapes) > MOST_AREAS:
        message = f"'{name}' heeft {len(shapes)} gebieden, en een kaart toont er hoogstens {MOST_AREAS}"
        raise BoundaryFault(message, "laat de gebieden weg waarvan er geen cijfers zijn")
    labels = Labels([(each.properties, each.id) for each in shapes], asked, name)
    rings, arcs = _of_topojson(file, shapes, labels) if file.objects is not None else _of_geojson(shapes, labels)
    areas = tuple(Area(labels.code(place), labels.names(place), chains) for place, chains in enumerate(rings))
    found = _YEAR.search(PurePosixPath(asked.name).stem)
    year = asked.year or labels.year() or (int(found[0]) if found else None)
    return Boundaries(asked.name, areas, _in_plane(arcs, file, name), year, asked.source)


def _decoded(data: bytes, name: str) -> File:
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        file = msgspec.json.decode(data, type=File)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as why:
        raise BoundaryFault(f"'{name}' is geen GeoJSON of TopoJSON: {_where(why)}", _EXPORT) from None
    if file.type == "FeatureCollection" and file.features is not None:
        return file
    if file.type == "Topology" and file.objects is not None:
        return file
    message = f"'{name}' is geen GeoJSON of TopoJSON met gebieden, maar '{file.type[:40]}'"
    raise BoundaryFault(message, "er hoort een 'FeatureCollection' of een 'Topology' in te staan")


def _where(why: Exception) -> str:
    """The place in the file, as far as it is known."""
    text = str(why)
    if found := re.search(r"byte (\d+)", text):
        return f"fout bij teken {found[1]}"
    if found := re.search(r"`\$?\.?([^`]+)`$", text):
        return f"bij '{found[1][:80]}' staat iets anders dan daar hoort"
    return "het bestand is niet te lezen"


def _shapes(file: File, name: str) -> list[_Shape]:
    if file.features is not None:
        found = [_Shape(each.geometry, each.properties or {}, each.id) for each in file.features]
    else:
        layers = [each.geometries or [each] for each in (file.objects or {}).values()]
        areas = [[one for one in layer if one.type in _DEPTHS] for layer in layers]
        most = max(areas, key=len, default=[])
        found = [_Shape(each, each.properties or {}, each.id) for each in most]
    if not any(each.geometry is not None and each.geometry.type in _DEPTHS for each in found):
        raise BoundaryFault(
            f"in '{name}' staan geen gebieden: geen enkele vorm is een Polygon of MultiPolygon", _EXPORT
        )
    return found


_DEPTHS = {"Polygon": 1, "MultiPolygon": 2}


def _typed(raw: Raw, wanted: type[Value], what: str) -> Value:
    try:
        return msgspec.json.decode(raw, type=wanted)
    except (msgspec.MsgspecError, RecursionError):
        raise BoundaryFault(f"{what} heeft coördinaten die geen vlak zijn", _EXPORT) from None


def _polygon(geometry: Geometry | None, what: str) -> Geometry:
    if geometry is None or geometry.type not in _DEPTHS:
        kind = f"een {geometry.type[:40]}" if geometry else "leeg"
        hint = "laat in het bestand alleen vlakken staan (Polygon of MultiPolygon)"
        raise BoundaryFault(f"{what} is {kind}, geen vlak", hint)
    return geometry


# --- GeoJSON ----------------------------------------------------------------------------------------

_Rings = tuple[list[tuple[tuple[int, ...], ...]], tuple[tuple[Place, ...], ...]]
"""The chains of each area, and the arcs that they are of."""


def _of_geojson(shapes: Sequence[_Shape], labels: Labels) -> _Rings:
    by_area = []
    count = 0
    for place, shape in enumerate(shapes):
        what = labels.called(place)
        rings = []
        for ring in _places(_polygon(shape.geometry, what), what):
            count += len(ring)
            _check_count(count, labels.file)
            if any(len(each) < 2 for each in ring):
                raise BoundaryFault(f"{what} heeft een punt zonder twee coördinaten", _EXPORT)
            rings.append(unbroken(opened((each[0], each[1]) for each in ring)))
        by_area.append(_with_surface(rings, what))
    topology = Topology([ring for rings in by_area for ring in rings])
    chains = [tuple(map(topology.chain, rings)) for rings in by_area]
    return chains, topology.arcs


def _places(geometry: Geometry, what: str) -> Iterator[list[list[float]]]:
    if geometry.type == "Polygon":
        yield from _typed(geometry.coordinates, list[list[list[float]]], what)
    else:
        for polygon in _typed(geometry.coordinates, list[list[list[list[float]]]], what):
            yield from polygon


def _with_surface(rings: list[list[Place]], what: str) -> list[list[Place]]:
    """Rings of at least three places."""
    found = [ring for ring in rings if len(set(ring)) > 2]
    if not found:
        raise BoundaryFault(f"{what} heeft geen oppervlak: er zijn geen drie verschillende punten", _EXPORT)
    return found


def _check_count(count: int, name: str) -> None:
    if count > MOST_POINTS:
        message = f"'{name}' heeft meer dan {MOST_POINTS} punten: veel meer dan een kaart kan tonen"
        raise BoundaryFault(message, "neem gegeneraliseerde grenzen, of vereenvoudig ze in een kaartprogramma")


# --- TopoJSON ---------------------------------------------------------------------------------------


def _of_topojson(file: File, shapes: Sequence[_Shape], labels: Labels) -> _Rings:
    lines = [*_lines(file, labels.file)]
    used: dict[int, int] = {}
    chains = []
    for place, shape in enumerate(shapes):
        what = labels.called(place)
        rings = []
        for ring in _references(_polygon(shape.geometry, what), what):
            if not ring or any(not -len(lines) <= at < len(lines) for at in ring):
                raise BoundaryFault(f"{what} verwijst naar een lijn die niet in het bestand staat", _EXPORT)
            made = [used.setdefault(at if at >= 0 else ~at, len(used)) for at in ring]
            rings.append(tuple(at if old >= 0 else ~at for at, old in zip(made, ring, strict=True)))
        if not rings:
            raise BoundaryFault(f"{what} heeft geen oppervlak", _EXPORT)
        chains.append(tuple(rings))
    return chains, tuple(lines[at] for at in used)


def _references(geometry: Geometry, what: str) -> Iterator[list[int]]:
    if geometry.type == "Polygon":
        yield from _typed(geometry.arcs, list[list[int]], what)
    else:
        for polygon in _typed(geometry.arcs, list[list[list[int]]], what):
            yield from polygon


def _lines(file: File, name: str) -> Iterator[tuple[Place, ...]]:
    arcs = _typed(file.arcs, list[list[list[float]]], f"'{name}'")
    count = 0
    for arc in arcs:
        count += len(arc)
        _check_count(count, name)
        if len(arc) < 2 or any(len(each) < 2 for each in arc):
            raise BoundaryFault(f"in '{name}' staat een lijn zonder twee punten", _EXPORT)
        yield tuple(_unpacked(arc, file.transform))


def _unpacked(arc: Sequence[Sequence[float]], transform: Transform | None) -> Iterator[Place]:
    """The places of an arc, whose steps are whole numbers where there is a transform (TopoJSON 1.0, 2.1.2)."""
    if transform is None:
        yield from ((each[0], each[1]) for each in arc)
        return
    x = y = 0.0
    for each in arc:
        x, y = x + each[0], y + each[1]
        yield x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]


# --- The plane --------------------------------------------------------------------------------------


def _in_plane(arcs: tuple[tuple[Place, ...], ...], file: File, name: str) -> tuple[tuple[Place, ...], ...]:
    """The arcs as they are where they are in metres; of degrees those of a plane."""
    extent = box_of(place for arc in arcs for place in arc)
    west, south, east, north = extent
    if not all(map(isfinite, extent)):
        raise BoundaryFault(f"in '{name}' staat een coördinaat die oneindig is", _EXPORT)
    if west == east or south == north:
        raise BoundaryFault(f"de gebieden in '{name}' hebben geen oppervlak: alle punten liggen op één lijn", _EXPORT)
    system = str(file.crs.properties.get("name", "")) if file.crs else ""
    are_degrees = west >= -180.01 and east <= 360.01 and south >= -90.01 and north <= 90.01
    if not are_degrees or _METRES.search(system):
        return arcs
    arcs = around_the_line(arcs)
    placed = projection(box_of(place for arc in arcs for place in arc))
    return tuple(tuple(placed(*place) for place in arc) for arc in arcs)
