"""Files of boundaries: GeoJSON and TopoJSON make the same areas, and what is wrong with one is told."""

from __future__ import annotations

import json
from collections import Counter
from math import fsum, radians, sin
from pathlib import Path

import pytest

from rapportage.document import Boundaries
from rapportage.document.boundaries import Place
from rapportage.figures.words.countries import _TABLE
from rapportage.input.boundaries import OUTLINES, Asked, BoundaryFault, load_boundaries
from rapportage.input.boundaries.projection import equal_earth, projection
from rapportage.input.boundaries.read import MOST_AREAS, read_boundaries

SQUARES = ((0, 0), (1, 0), (0, 1))
"""Three squares of a kilometre, each beside another."""


def square(x: float, y: float, size: float = 1000.0) -> list[list[float]]:
    left, bottom = 100_000 + x * size, 400_000 + y * size
    return [[left, bottom], [left + size, bottom], [left + size, bottom + size], [left, bottom + size], [left, bottom]]


def feature(code: str, *rings: list[list[float]], **more: object) -> dict[str, object]:
    properties = {"statcode": code, "statnaam": f"Gebied {code}", **more}
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [*rings]},
    }


def collection(*features: object, **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def squares() -> bytes:
    return collection(*(feature(f"GM{place}", square(*at)) for place, at in enumerate(SQUARES)))


TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [1000, 1000], "translate": [100_000, 400_000]},
    "objects": {
        "land": {"type": "Polygon", "arcs": [[1, 2]]},
        "gebieden": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "id": "A", "properties": {"naam": "West"}, "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "id": "B", "properties": {"naam": "Oost"}, "arcs": [[[-1, 2]]]},
            ],
        },
    },
    "arcs": [[[1, 1], [0, -1]], [[1, 0], [-1, 0], [0, 1], [1, 0]], [[1, 1], [1, 0], [0, -1], [-1, 0]]],
}


def rings(boundaries: Boundaries) -> list[list[list[Place]]]:
    """The places of each area, put together again."""
    made = []
    for area in boundaries.areas:
        made.append([])
        for chain in area.rings:
            lines = [boundaries.arcs[arc] if arc >= 0 else boundaries.arcs[~arc][::-1] for arc in chain]
            assert all(one[-1] == other[0] for one, other in zip(lines, [*lines[1:], lines[0]], strict=True))
            made[-1].append([place for line in lines for place in line[:-1]])
    return made


def surface(ring: list[Place]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(fsum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)) / 2


def uses(boundaries: Boundaries) -> Counter[int]:
    """How many borders are of so many areas."""
    arcs = Counter(max(arc, ~arc) for area in boundaries.areas for chain in area.rings for arc in chain)
    return Counter(arcs.values())


def test_neighbours_share_one_border_whichever_way_their_rings_go() -> None:
    turned = collection(feature("GM0", square(0, 0)), feature("GM1", square(1, 0)[::-1]), feature("GM2", square(0, 1)))
    for data in (squares(), turned):
        found = read_boundaries(data, Asked("g.geojson"))
        assert [area.code for area in found.areas] == ["GM0", "GM1", "GM2"]
        assert [[surface(ring) for ring in area] for area in rings(found)] == [[1e6], [1e6], [1e6]]
        assert uses(found) == {2: 2, 1: 3}


def test_an_area_within_another_shares_its_whole_border() -> None:
    inner = square(0.25, 0.25)[::-1]
    hole = [[100_000 + (x - 100_000) / 4 + 300, 400_000 + (y - 400_000) / 4 + 300] for x, y in inner]
    found = read_boundaries(
        collection(feature("A", square(0, 0), hole), feature("B", hole[2:-1] + hole[:3])), Asked("g")
    )
    assert uses(found) == {2: 1, 1: 1}


def test_topojson_makes_the_layer_with_most_areas() -> None:
    found = read_boundaries(json.dumps(TOPOLOGY).encode(), Asked("g.topojson"))
    assert [(area.code, area.names) for area in found.areas] == [("A", ("West",)), ("B", ("Oost",))]
    assert [[surface(ring) for ring in area] for area in rings(found)] == [[1e6], [1e6]]
    assert uses(found) == {2: 1, 1: 2}


@pytest.mark.parametrize(
    ("name", "more", "asked", "year"),
    [
        ("grenzen.geojson", {}, None, None),
        ("gemeenten-2024.geojson", {}, None, 2024),
        ("gemeenten-2024.geojson", {"jrstatcode": "2023GM0014"}, None, 2023),
        ("gemeenten-2024.geojson", {"jaar": 2022}, None, 2022),
        ("gemeenten-2024.geojson", {"jaar": 2022}, 2020, 2020),
    ],
)
def test_the_year_is_what_the_layout_says_then_the_file_then_its_name(
    name: str, more: dict[str, object], asked: int | None, year: int | None
) -> None:
    found = read_boundaries(collection(feature("GM0014", square(0, 0), **more)), Asked(name, year=asked))
    assert found.year == year


POINT = {"type": "Feature", "properties": {"statcode": "P"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}
LINE = [[100_000, 1], [100_100, 1], [100_200, 1], [100_000, 1]]
FAR = [[0, 0], [1e999, 0], [1, 1], [0, 0]]


def topology(**changed: object) -> bytes:
    return json.dumps({**TOPOLOGY, **changed}).encode()


@pytest.mark.parametrize(
    ("data", "asked", "message"),
    [
        (b"<svg/>", Asked("g"), "'g' is geen GeoJSON of TopoJSON: fout bij teken 0"),
        (b'{"type": "FeatureCollection", "features": [', Asked("g"), "'g' is geen GeoJSON of TopoJSON"),
        (b"[" * 100_000, Asked("g"), "'g' is geen GeoJSON of TopoJSON"),
        (b"\xff\xfe{}", Asked("g"), "'g' is geen GeoJSON of TopoJSON"),
        (b'{"type": 3}', Asked("g"), "bij 'type' staat iets anders dan daar hoort"),
        (b'{"type": "Feature"}', Asked("g"), "geen GeoJSON of TopoJSON met gebieden, maar 'Feature'"),
        (collection(), Asked("g"), "in 'g' staan geen gebieden"),
        (collection(POINT), Asked("g"), "in 'g' staan geen gebieden: geen enkele vorm is een Polygon of MultiPolygon"),
        (collection(feature("A", square(0, 0)), POINT), Asked("g"), "gebied 2 in 'g' (P) is een Point, geen vlak"),
        (
            collection(feature("A", square(0, 0)), {"type": "Feature", "geometry": None}),
            Asked("g"),
            "geen code en geen naam",
        ),
        (
            collection(feature("A", square(0, 0)), {**POINT, "geometry": None}),
            Asked("g"),
            "gebied 2 in 'g' (P) is leeg",
        ),
        (collection(feature("A", square(0, 0)), feature("A", square(1, 0))), Asked("g"), "met de code 'A'"),
        (collection(feature("A", LINE)), Asked("g"), "alle punten liggen op één lijn"),
        (collection(feature("A", square(0, 0)[:2])), Asked("g"), "gebied 1 in 'g' (Gebied A) heeft geen oppervlak"),
        (collection(feature("A", [[1]])), Asked("g"), "heeft een punt zonder twee coördinaten"),
        (collection(feature("A", [["x", 1]])), Asked("g"), "heeft coördinaten die geen vlak zijn"),
        (
            collection(feature("A", FAR)).replace(b"Infinity", b"1e999"),
            Asked("g"),
            "heeft coördinaten die geen vlak zijn",
        ),
        (collection(feature("A", FAR)), Asked("g"), "'g' is geen GeoJSON of TopoJSON: fout bij teken"),
        (collection(feature("A", square(0, 0))), Asked("g", code="GM"), "geen gebied in 'g' heeft de eigenschap 'GM'"),
        (
            collection({"type": "Feature", "properties": {"x": 1}, "geometry": feature("A", square(0, 0))["geometry"]}),
            Asked("g"),
            "in 'g' is niet te vinden hoe de gebieden heten: de eigenschappen zijn 'x'",
        ),
        (topology(arcs=[[[0, 0], [1, 1]]]), Asked("g"), "verwijst naar een lijn die niet in het bestand staat"),
        (topology(arcs=[[[0, 0]]] * 3), Asked("g"), "in 'g' staat een lijn zonder twee punten"),
        (topology(objects={}), Asked("g"), "in 'g' staan geen gebieden"),
        (
            collection(*(feature(f"GM{place}", square(0, 0)) for place in range(MOST_AREAS + 1))),
            Asked("g"),
            f"'g' heeft {MOST_AREAS + 1} gebieden",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told(data: bytes, asked: Asked, message: str) -> None:
    with pytest.raises(BoundaryFault) as raised:
        read_boundaries(data, asked)
    assert message in raised.value.message
    assert raised.value.code == "T481"


def test_too_many_points_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapportage.input.boundaries.read.MOST_POINTS", 14)
    for data in (squares(), topology(arcs=[*TOPOLOGY["arcs"], [[0, 0]] * 9])):
        with pytest.raises(BoundaryFault, match="heeft meer dan 14 punten"):
            read_boundaries(data, Asked("g"))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("grenzen/weg.geojson", "'grenzen/weg.geojson' bestaat niet"),
        ("grenzen", "'grenzen' is een map"),
        ("provincie", "'provincie' bestaat niet"),
        ("../buiten.geojson", "'../buiten.geojson' ligt buiten het project"),
        ("/etc/passwd", "'/etc/passwd' is geen pad binnen het project"),
        ("https://voorbeeld.nl/g.json", "is geen pad binnen het project"),
    ],
)
def test_a_file_that_is_not_there_is_told(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "project" / "grenzen").mkdir(parents=True)
    (tmp_path / "buiten.geojson").write_bytes(squares())
    with pytest.raises(BoundaryFault) as raised:
        load_boundaries(tmp_path / "project", Asked(name))
    assert message in raised.value.message
    assert raised.value.code == "T480"


# --- What comes with the package ------------------------------------------------------------------------


@pytest.mark.parametrize("name", OUTLINES)
def test_the_outlines_of_the_package_are_whole_and_small(name: str, tmp_path: Path) -> None:
    found = load_boundaries(tmp_path, Asked(name))
    assert len(found.areas) == {"provincies": 12, "wereld": 235, "europa": 51}[name]
    assert len({area.code for area in found.areas}) == len(found.areas)
    assert all(area.names for area in found.areas)
    flat = [area.code for area, its in zip(found.areas, rings(found), strict=True) if not any(map(surface, its))]
    assert (
        flat == {"provincies": [], "wereld": ["AD", "IO", "LI", "MC", "MF", "MO", "SX", "VG"], "europa": ["MC"]}[name]
    )
    assert found.source
    assert set(uses(found)) <= {1, 2}


def test_every_country_that_has_a_demonym_is_on_the_map(tmp_path: Path) -> None:
    """'Congo' is two countries, and is asked by its code."""
    known = {name for area in load_boundaries(tmp_path, Asked("wereld")).areas for name in area.names}
    countries = {line.partition(":")[0] for line in _TABLE.strip().splitlines()}
    assert len(countries) > 100
    assert countries - known == {"Congo"}


# --- Degrees --------------------------------------------------------------------------------------------


def test_equal_earth_is_as_published() -> None:
    """Half the width of the equator and the height of a pole (Šavrič, Patterson & Jenny 2018, table 1)."""
    assert equal_earth(180, 0) == pytest.approx((2.7066, 0), abs=1e-4)
    assert equal_earth(0, 90) == pytest.approx((0, 1.3173), abs=1e-4)


@pytest.mark.parametrize("extent", [(3, 50, 8, 54), (-25, 34, 45, 72), (-180, -60, 180, 84)])
def test_areas_keep_their_size(extent: tuple[float, float, float, float]) -> None:
    """Boxes of the same surface on the globe have the same in the plane, within what the projection promises."""
    placed = projection(extent)
    west, south, east, north = extent
    sizes = []
    for low in (south + 0.5, (south + north) / 2, north - 1.0):
        high, left = low + 0.5, (west + east) / 2 + (east - west) / 4
        corners = [placed(left, low), placed(left + 0.5, low), placed(left + 0.5, high), placed(left, high)]
        sizes.append(surface(corners) / (radians(0.5) * (sin(radians(high)) - sin(radians(low)))))
    assert max(sizes) / min(sizes) < (1.1 if east - west < 12 else 1.001)


# --- Across 180 degrees -------------------------------------------------------------------------------------


def island(*longitudes: float) -> list[list[float]]:
    west, east = longitudes
    return [[west, -18.0], [east, -18.0], [east, -16.0], [west, -16.0], [west, -18.0]]


@pytest.mark.parametrize(
    "islands",
    [
        [island(177, 179), island(179, -179)],
        [island(177, 179), island(179, 180), island(-180, -179)],
        [island(177, 179), island(179, 181)],
    ],
)
def test_an_area_across_180_degrees_is_one_piece(islands: list[list[list[float]]]) -> None:
    """As one ring from 179 to -179, cut in two as RFC 7946 asks, and beyond 180."""
    found = read_boundaries(collection(*(feature(f"F{at}", ring) for at, ring in enumerate(islands))), Asked("g"))
    left, bottom, right, top = found.box_of(found.areas)
    assert (right - left) / (top - bottom) == pytest.approx(4 / 2 * 0.956, rel=0.01)  # narrower so far from the equator


def test_the_whole_of_the_south_pole_and_metres_stay_as_they_are() -> None:
    pole = [[-180.0, -90.0], [180.0, -90.0], [180.0, -80.0], [0.0, -70.0], [-180.0, -80.0], [-180.0, -90.0]]
    found = read_boundaries(collection(feature("A", pole), feature("B", island(-60, -40))), Asked("g"))
    left, _, right, _ = found.box_of(found.areas)
    assert left == pytest.approx(-right)
    large = read_boundaries(collection(feature("A", square(0, 0)), feature("B", square(1, 0))), Asked("g"))
    assert large.box_of(large.areas) == (100_000, 400_000, 102_000, 401_000)
