"""SVG: what was drawn, with real text and a description."""

from __future__ import annotations

from xml.etree import ElementTree

from rapportage.document.drawing import Drawing, Path, TextRun, hatch_lines, to_svg
from tests.html.reading import Node, read

SQUARE = (("M", (10.0, 20.0)), ("L", (30.0, 20.0)), ("L", (30.0, 40.0)), ("Z", ()))
NAMESPACE = "{http://www.w3.org/2000/svg}"


def svg(*items: Path | TextRun) -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(Drawing(100, 50, items), "A & B", "Van 1 < 2", families="'Source Sans Pro'"))


def compact(*items: Path | TextRun, prefix: str = "_") -> Node:
    made = to_svg(Drawing(100, 50, items), "A", "", families="x", prefix=prefix, is_compact=True)
    return read(made.encode()).all("svg")[0]


def test_it_has_a_title_and_a_description() -> None:
    root = svg()
    assert [root.findtext(f"{NAMESPACE}{name}") for name in ("title", "desc")] == ["A & B", "Van 1 < 2"]
    assert root.get("aria-labelledby") == "titel omschrijving"


def test_text_is_text_and_y_runs_down() -> None:
    text = svg(TextRun(5, 10, "Syrië <5", 8.5, "semibold", anchor="end")).find(f"{NAMESPACE}text")
    assert text is not None
    assert text.text == "Syrië <5"
    assert (text.get("x"), text.get("y"), text.get("font-weight")) == ("5", "40", "600")


def test_what_most_have_is_said_once_and_what_another_has_is_said_there() -> None:
    usual = [TextRun(5, y, "jan", 8.5, anchor="end", colour="#535353") for y in (10, 20)]
    line = Path(SQUARE, stroke="#154273", caps="round", joins="round")
    root = svg(*usual, TextRun(5, 30, "feb", 9, colour="#1a1a1a"), line, line, Path(SQUARE, stroke="#154273"))
    names = ("font-size", "fill", "text-anchor", "stroke-linecap", "stroke-linejoin")
    assert [root.get(name) for name in names] == ["8.5", "#535353", "end", "round", "round"]
    texts, paths = root.findall(f"{NAMESPACE}text"), root.findall(f"{NAMESPACE}path")
    assert [[each.get(name) for name in names[:3]] for each in texts] == [
        [None, None, None], [None, None, None], ["9", "#1a1a1a", "start"],
    ]  # fmt: skip
    assert [[each.get(name) for name in names[3:]] for each in paths] == [
        [None, None], [None, None], ["butt", "miter"],
    ]  # fmt: skip


def test_a_compact_one_is_a_part_of_a_page_with_ids_of_its_own() -> None:
    hatched = Path(SQUARE, "#154273", hatch=(45,))
    root = compact(hatched, prefix=".1-")
    assert root.get("aria-labelledby") == ".1-t"
    assert [each.get("id") for each in root.walk() if each.get("id")] == [".1-t", ".1-arcering-1"]
    assert root.all("path")[-1].get("fill") == "url(#.1-arcering-1)"
    assert [each.get("d") for each in root.children if isinstance(each, Node) and each.name == "path"] == [
        "M10 30h20v-20Z", "M10 30h20v-20Z",
    ]  # fmt: skip
    assert "font-family" not in root.attributes
    assert root.all("rect") == root.all("desc") == []


def test_in_a_compact_one_what_looks_alike_says_so_once() -> None:
    """But what is seen through does not: together its parts would not show through each other."""
    texts = [TextRun(5, y, f"{y}", 8.5, "semibold") for y in (10, 20, 30)]
    lines = [Path((("M", (60.0, y)), ("L", (90.0, y))), None, "#cccccc", 0.4) for y in (10.0, 20.0)]
    root = compact(*texts, *lines, Path(SQUARE, "#154273", opacity=0.5), Path(SQUARE, "#154273", opacity=0.5))
    (group,) = root.all("g")
    assert (group.get("font-weight"), [each.text for each in group.all("text")]) == ("600", ["10", "20", "30"])
    assert [(each.get("d"), each.get("opacity")) for each in root.all("path")] == [
        ("M60 40h30M60 30h30", None), ("M10 30h20v-20Z", "0.5"), ("M10 30h20v-20Z", "0.5"),
    ]  # fmt: skip


def test_paths_keep_fill_dash_and_hatch() -> None:
    root = svg(Path(SQUARE, "#154273", "#e17000", 1.8, (2.5, 1.8)), Path(SQUARE, "#154273", hatch=(45,)))
    first, below, hatched = root.findall(f"{NAMESPACE}path")
    assert first.get("d") == "M10 30L30 30L30 10Z"
    assert first.get("stroke-dasharray") == "2.5 1.8"
    assert below.get("fill") == "#154273"
    assert hatched.get("fill") == "url(#arcering-1)"
    assert root.find(f"{NAMESPACE}defs/{NAMESPACE}pattern") is not None


def test_hatching_covers_the_shape() -> None:
    lines = list(hatch_lines(Path(SQUARE, "#154273", hatch=(0,))))
    assert [(x, y) for x, y, _, _ in lines] == [(10.0, 20.0), (10.0, 25.0), (10.0, 30.0), (10.0, 35.0), (10.0, 40.0)]
    assert all(to_x == 30.0 for _, _, to_x, _ in lines)
