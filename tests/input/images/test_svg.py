"""SVG: its shapes become a drawing, and what can't be drawn is named."""

from __future__ import annotations

import re
from math import isclose
from pathlib import Path

import pytest

from rapportage.document.drawing import UPRIGHT, Drawing
from rapportage.document.drawing import Path as Shape
from tests.input.images.files import SQUARE, SVG, loaded, problems

POINT = 0.75
"""Of a pixel."""


def drawing(folder: Path, content: str) -> Drawing:
    made = loaded(folder, content if content.startswith("<") and "<svg" in content else SVG.format(content), "a.svg")
    assert isinstance(made, Drawing)
    return made


def shape(folder: Path, content: str) -> Shape:
    (item,) = drawing(folder, content).items
    assert isinstance(item, Shape)
    return item


def outline(folder: Path, content: str) -> str:
    """The path in pixels of the SVG, y downwards: 'M0 0 L10 0 Z'."""
    parts = []
    for command, operands in shape(folder, content).commands:
        points = [each / POINT if place % 2 == 0 else 20 - each / POINT for place, each in enumerate(operands)]
        parts.append(command + " ".join(f"{round(point, 2) + 0:g}" for point in points))
    return " ".join(parts)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<rect x="1" y="2" width="10" height="5"/>', "M1 2 L11 2 L11 7 L1 7 Z"),
        ('<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>', "M1 2 L3 4"),
        ('<polyline points="1,2 3,4,5 6"/>', "M1 2 L3 4 L5 6"),
        ('<polygon points="1 2 3 4 5 6"/>', "M1 2 L3 4 L5 6 Z"),
        ('<path d="M1 2h3v4H0V1z"/>', "M1 2 L4 2 L4 6 L0 6 L0 1 Z"),
        ('<path d="m1 2 3 4l-1-1.5.5.5z m5 5 1 1"/>', "M1 2 L4 6 L3 4.5 L3.5 5 Z M6 7 L7 8"),
        ('<path d="M0 0zL1 1"/>', "M0 0 Z M0 0 L1 1"),
        ('<path d="M0 0C1 1 2 2 3 0s2 2 3 0"/>', "M0 0 C1 1 2 2 3 0 C4 -2 5 2 6 0"),
        ('<path d="M0 0S2 2 3 0"/>', "M0 0 C0 0 2 2 3 0"),
        ('<path d="M0 0Q3 3 6 0T12 0"/>', "M0 0 C2 2 4 2 6 0 C8 -2 10 -2 12 0"),
        ('<path d="M0 0a0 5 0 0 0 5 5A1 1 0 0 0 5 5"/>', "M0 0 L5 5"),
        ('<path d="M1e1 -.5e-1L+2.5 3"/>', "M10 -0.05 L2.5 3"),
        ('<g transform="translate(5,1) scale(2)"><rect width="1" height="1"/></g>', "M5 1 L7 1 L7 3 L5 3 Z"),
        ('<path transform="rotate(90 1 1)" d="M1 1L2 1"/>', "M1 1 L1 2"),
        ('<path transform="matrix(1 0 0 1 2 3)translate(1)" d="M0 0L1 1"/>', "M3 3 L4 4"),
        ('<path transform="skewX(45)" d="M0 1L1 1"/>', "M1 1 L2 1"),
        ('<path transform="skewY(45)" d="M1 0L1 1"/>', "M1 1 L1 2"),
        ('<rect width="1mm" height="1in"/>', "M0 0 L3.78 0 L3.78 96 L0 96 Z"),
    ],
)
def test_shapes_become_paths(tmp_path: Path, content: str, expected: str) -> None:
    assert outline(tmp_path, content) == expected


@pytest.mark.parametrize(
    ("content", "centre", "radii"),
    [
        ('<circle cx="10" cy="10" r="5"/>', (10, 10), (5, 5)),
        ('<ellipse cx="10" cy="8" rx="6" ry="3"/>', (10, 8), (6, 3)),
        ('<path d="M4 8A6 3 0 1116 8"/>', (10, 8), (6, 3)),
        ('<path d="M4 8A6 3 0 1016 8"/>', (10, 8), (6, 3)),
        ('<path d="M4 8A1 .5 0 0 1 16 8"/>', (10, 8), (6, 3)),  # made larger until it reaches
        ('<path d="M7 10.598A6 3 0 01 10 5"/>', (10, 8), (6, 3)),
        ('<path d="M10 5A6 3 0 00 7 10.598"/>', (10, 8), (6, 3)),
        ('<path d="M10 5A6 3 0 11 7 10.598"/>', (10, 8), (6, 3)),
    ],
)
def test_round_shapes_are_round(
    tmp_path: Path, content: str, centre: tuple[float, ...], radii: tuple[float, ...]
) -> None:
    """Points on every curve, at its ends and halfway, lie on the ellipse."""
    at: tuple[float, ...] = ()
    for command, operands in shape(tmp_path, content).commands:
        points = [(operands[n] / POINT, 20 - operands[n + 1] / POINT) for n in range(0, len(operands), 2)]
        if command == "C":
            halfway = [(at[axis] + 3 * points[0][axis] + 3 * points[1][axis] + points[2][axis]) / 8 for axis in (0, 1)]
            for x, y in (halfway, points[2]):
                on = ((x - centre[0]) / radii[0]) ** 2 + ((y - centre[1]) / radii[1]) ** 2
                assert isclose(on, 1, abs_tol=0.002)
        at = points[-1] if points else at


@pytest.mark.parametrize(("flags", "middle"), [("0 1", (10, 5)), ("0 0", (10, 15))])
def test_an_arc_runs_the_way_it_is_told(tmp_path: Path, flags: str, middle: tuple[int, int]) -> None:
    text = outline(tmp_path, f'<path d="M5 10A5 5 0 {flags} 15 10"/>')
    assert f" {middle[0]} {middle[1]} C" in text


def test_what_is_rounded_stays_within(tmp_path: Path) -> None:
    text = outline(tmp_path, '<rect width="10" height="6" rx="9"/>')
    assert text.startswith("M5 0 ")
    assert "C7.76 0 10 " in text


def test_styles_are_inherited_and_the_attribute_style_wins(tmp_path: Path) -> None:
    group = '<g fill="#abc" stroke="orange" style="stroke-width: 2; fill-rule:evenodd">{}</g>'
    assert shape(tmp_path, group.format(SQUARE)) == shape(
        tmp_path,
        '<rect width="10" height="10" fill="red" stroke="#ffa500" stroke-width="2px" fill-rule="evenodd"'
        ' style="fill:rgb(170, 187, 204)"/>',
    )
    made = shape(tmp_path, group.format('<rect width="1" height="1" stroke="none" stroke-dasharray="1,2"/>'))
    assert (made.fill, made.stroke, made.even_odd) == ("#aabbcc", None, True)
    dashed = shape(tmp_path, '<g transform="scale(2)"><path d="M0 0L1 1" stroke="red" stroke-dasharray="1 2"/></g>')
    assert (dashed.width, dashed.dash) == (1.5, (1.5, 3))


def test_current_colour_and_what_is_not_shown(tmp_path: Path) -> None:
    assert shape(tmp_path, f'<g style="fill:currentColor; color:#123456">{SQUARE}</g>').fill == "#123456"
    hidden = ['display="none"', 'opacity="0"', 'fill-opacity="0"', 'fill="none"', 'fill="transparent"']
    for attribute in hidden:
        made = drawing(tmp_path, f'<g {attribute}>{SQUARE}</g><circle r="1"/>')
        assert len(made.items) == 1, attribute


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 40 20"', (30, 15)),
        ('width="96" height="48"', (72, 36)),
        ('viewBox="0 0 40 20" width="10cm"', (10 * 72 / 2.54, 5 * 72 / 2.54)),
        ('viewBox="0 0 40 20" width="100%" height="72pt"', (144, 72)),
        ('viewBox="-10,-10 40 20" width="4in" height="2in"', (288, 144)),
    ],
)
def test_the_size(tmp_path: Path, attributes: str, size: tuple[float, float]) -> None:
    made = drawing(tmp_path, f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{SQUARE}</svg>')
    assert (made.width, made.height) == pytest.approx(size)
    assert made.is_clipped


UNITS = {
    "": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "Q": 96 / 101.6,
    "em": 16, "rem": 16, "ex": 8, "ch": 8,
}  # fmt: skip
"""In pixels, with the size of letters that browsers begin with."""


def root(attributes: str, content: str = SQUARE) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{content}</svg>'


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("box", ["", 'viewBox="0 0 40 20"'])
def test_every_unit_of_a_size(tmp_path: Path, unit: str, box: str) -> None:
    made = drawing(tmp_path, root(f'{box} width="20{unit}" height=" 10{unit} "'))
    assert (made.width, made.height) == pytest.approx((20 * UNITS[unit] * POINT, 10 * UNITS[unit] * POINT))


@pytest.mark.parametrize("given", ['font-size="10"', 'style="font-size: 7.5pt"', 'style="fill: red" font-size="10px"'])
def test_letters_of_another_size(tmp_path: Path, given: str) -> None:
    assert drawing(tmp_path, root(f'{given} width="20em" height="8ex"')).width == pytest.approx(200 * POINT)


@pytest.mark.parametrize("relative", ["100%", "auto", "50.5%"])
def test_a_size_that_depends_on_what_is_around_is_that_of_the_box(tmp_path: Path, relative: str) -> None:
    made = drawing(tmp_path, root(f'viewBox="0 0 40 20" width="{relative}" height="{relative}"'))
    assert (made.width, made.height) == (30, 15)


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ("", "zegt niet hoe groot de afbeelding is"),
        ('width="100%"', "zegt niet hoe groot de afbeelding is"),
        ('width="5"', "zegt niet hoe groot de afbeelding is"),
        ('viewBox="0 0 0 5"', 'heeft een viewBox="0 0 0 5" die niet te lezen is'),
        ('viewBox="x"', 'heeft een viewBox="x" die niet te lezen is'),
        ('viewBox="0 0 5" width="5" height="5"', 'heeft een viewBox="0 0 5" die niet te lezen is'),
        ('width="2" height="-1"', 'heeft een height="-1"'),
        ('width="0" viewBox="0 0 4 4"', 'heeft een width="0"'),
        ('width="12vw" viewBox="0 0 4 4"', 'heeft een width="12vw" die niet te lezen is'),
        ('width="12 mm" viewBox="0 0 4 4"', 'heeft een width="12 mm" die niet te lezen is'),
        ('width="x%" viewBox="0 0 4 4"', 'heeft een width="x%" die niet te lezen is'),
        ('height="calc(1px + 2px)" viewBox="0 0 4 4"', 'heeft een height="calc(1px + 2px)" die niet te lezen is'),
        ('width="900000cm" height="1"', "is te groot"),
        ('viewBox="0 0 4 4" preserveAspectRatio="x"', 'heeft een preserveAspectRatio="x" die niet te lezen is'),
        (
            'viewBox="0 0 4 4" preserveAspectRatio="xMidYMid fill"',
            'heeft een preserveAspectRatio="xMidYMid fill" die niet te lezen is',
        ),
    ],
)
def test_what_gives_no_size_is_told(tmp_path: Path, attributes: str, said: str) -> None:
    assert problems(tmp_path, root(attributes), "a.svg") == [f"T441 'a.svg' {said}"]


def test_what_else_is_wrong_is_told_as_well(tmp_path: Path) -> None:
    found = problems(tmp_path, root('viewBox="x"', "<script/><marquee/>"), "a.svg")
    assert [line[:4] for line in found] == ["T441", "T448"]


SHARES = {"Min": 0, "Mid": 0.5, "Max": 1}


@pytest.mark.parametrize("defer", ["", "defer "])
@pytest.mark.parametrize("y", SHARES)
@pytest.mark.parametrize("x", SHARES)
@pytest.mark.parametrize("fit", ["", " meet", "   slice"])
@pytest.mark.parametrize(("width", "height"), [(80, 20), (20, 80), (80, 40)])
def test_the_picture_in_its_room(  # the five are one matrix
    tmp_path: Path, defer: str, x: str, y: str, fit: str, width: int, height: int
) -> None:
    """The rectangle of the viewBox comes where SVG 1.1, 7.8 says, in pixels with y downwards."""
    aspect = f"{defer}x{x}Y{y}{fit}"
    box = '<rect x="-10" y="5" width="40" height="20"/>'
    attributes = f'viewBox="-10 5 40 20" width="{width}" height="{height}" preserveAspectRatio="{aspect}"'
    made = drawing(tmp_path, root(attributes, box))
    assert ((made.width, made.height), made.is_clipped) == ((width * POINT, height * POINT), True)
    (item,) = made.items
    assert isinstance(item, Shape)
    points = [(ends[0] / POINT, height - ends[1] / POINT) for _, ends in item.commands if ends]
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) for axis in (0, 1))
    choose = max if "slice" in fit else min
    scale = choose(width / 40, height / 20)
    expected = (SHARES[x] * (width - 40 * scale), SHARES[y] * (height - 20 * scale))
    assert (left, top) == pytest.approx(expected)
    assert (right - left, bottom - top) == pytest.approx((40 * scale, 20 * scale))


def test_a_picture_that_is_stretched(tmp_path: Path) -> None:
    made = drawing(tmp_path, root('viewBox="0 0 10 10" width="40" height="20" preserveAspectRatio="none"'))
    (item,) = made.items
    assert isinstance(item, Shape)
    assert {ends for _, ends in item.commands if ends} == {(0, 15), (30, 15), (30, 0), (0, 0)}


def test_a_line_that_is_stretched(tmp_path: Path) -> None:
    """Its path is where it should be, and the pen that draws it is as wide as the stretching makes it."""
    line = '<path d="M0 0L1 1" fill="none" stroke="red" stroke-width="2" stroke-dasharray="1"/>'
    made = shape(tmp_path, root('viewBox="0 0 10 10" width="40" height="20" preserveAspectRatio="none"', line))
    assert made.commands == (("M", (0, 15)), ("L", (3, 13.5)))
    across, down = (made.width * each for each in (made.pen[0], made.pen[3]))
    assert (across, -down) == pytest.approx((6, 3))
    plain = shape(tmp_path, f'<g transform="scale(-3 3)">{line}</g>')
    assert (plain.width, plain.pen) == (4.5, UPRIGHT)
    fixed = line.replace("/>", ' vector-effect="non-scaling-stroke"/>')
    assert shape(tmp_path, f'<g transform="scale(5 9)">{fixed}</g>').width == 1.5


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('<image href="x.png"/>', "href"),
        ('<image href="https://example.org/x.png"/>', "href"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "href"),
        ('<use href="andere.svg#a"/>', "href"),
        ('<linearGradient id="v" href="https://example.org/#v"/><rect width="9" height="9" fill="url(#v)"/>', "href"),
        ("<script>alert(1)</script>", "script"),
        ("<defs><script>alert(1)</script></defs>", "script"),
        ("<style>@import url(https://example.org/a.css);</style>", "style: @import url(https://example.org/a.css)"),
        ("<style>rect:nth-child(2) {fill: red}</style>", "style: rect:nth-child(2)"),
        ("<defs><style>rect + rect {fill: red}</style></defs>", "style: rect + rect"),
        ("<foreignObject><p/></foreignObject>", "foreignObject"),
        ("<blink/>", "blink"),
        ('<rect onclick="x()"/>', "onclick"),
        ('<g xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="file:///etc/passwd"/></g>', "href"),
        ('<rect fill="url(https://example.org/x)"/>', "fill: url(https://example.org/x)"),
        ('<rect fill="roood"/>', "fill: roood"),
        ('<rect opacity="veel"/>', "opacity: veel"),
        ('<rect clip-path="circle(5px)"/>', "clip-path: circle(5px)"),
        ('<rect filter="url(#a)"/>', "filter: url(#a)"),
        ('<rect style="mix-blend-mode: multiply"/>', "mix-blend-mode: multiply"),
        ('<g transform="turn(5)"/>', "transform: turn(5)"),
        ('<g transform="scale(1 2 3)"/>', "transform: scale(1 2 3)"),
        ('<rect width="50vw" height="1"/>', "rect met maten die niet te lezen zijn"),
        ('<rect width="-5" height="1"/>', "rect met maten die niet te lezen zijn"),
        ('<path d="M0 0 X"/>', "path met maten die niet te lezen zijn"),
        ('<path d="L1 1"/>', "path met maten die niet te lezen zijn"),
        ('<path d="M0 0 L1"/>', "path met maten die niet te lezen zijn"),
        ('<path d="M0 0A1 1 0 2 0 1 1"/>', "path met maten die niet te lezen zijn"),
        ('<polygon points="1 2 3"/>', "polygon met maten die niet te lezen zijn"),
        ('<path d="M0 0L1e999 1"/>', "path met maten die niet te lezen zijn"),
        (
            '<g transform="scale(1e6)"><g transform="scale(1e6)">' + SQUARE + "</g></g>",
            "rect met maten die te groot zijn",
        ),
    ],
)
def test_what_does_not_belong_is_named(tmp_path: Path, content: str, named: str) -> None:
    (found,) = problems(tmp_path, SVG.format(f"{SQUARE}\n{content}"), "a.svg")
    assert re.fullmatch(rf"T448 'a\.svg', regel 2, kolom \d+: '{re.escape(named)}' kan niet in een SVG", found)


def test_the_place_is_that_of_the_element(tmp_path: Path) -> None:
    content = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\n<g>\n  <blink/></g>" + SQUARE + "</svg>"
    assert problems(tmp_path, content, "a.svg") == ["T448 'a.svg', regel 3, kolom 3: 'blink' kan niet in een SVG"]


def test_all_of_it_in_one_run_each_thing_once(tmp_path: Path) -> None:
    found = problems(tmp_path, SVG.format('<blink/>\n<blink/>\n<marquee/>\n<rect opacity="x"/>'), "a.svg")
    assert [line.split("'")[3] for line in found] == ["blink", "marquee", "opacity: x"]
    many = "".join(f'<g stroke-dashoffset="x{number}"/>' for number in range(1, 50))
    assert len(problems(tmp_path, SVG.format(many), "a.svg")) == 10


def test_what_drawing_programs_note_for_themselves_is_passed_over(tmp_path: Path) -> None:
    content = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:ink="urn:ink" viewBox="0 0 9 9" version="1.1" ink:version="1">'
        '<title>Naam</title><metadata><ink:what href="x"/></metadata><ink:view><text/></ink:view>'
        '<defs id="d"><linearGradient id="v"/></defs><g ink:label="laag" id="g" class="x" data-a="1" aria-label="x"'
        ' style="-inkscape-stroke:none;font-size:12px;stroke-miterlimit:4;clip-path:none;vector-effect:none;">'
        f"{SQUARE}</g></svg>"
    )
    assert len(drawing(tmp_path, content).items) == 1


BILLION = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://example.org/x.dtd"> %a;]>'
ORDINARY = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'


@pytest.mark.parametrize("head", [BILLION, EXTERNAL, PARAMETER, ORDINARY])
def test_entities_are_refused(tmp_path: Path, head: str) -> None:
    content = head + SVG.format(f"<desc>&a;</desc>{SQUARE}")
    (found,) = problems(tmp_path, content, "a.svg")
    assert re.fullmatch(r"T448 'a\.svg', regel 1, kolom \d+: een SVG kan hier geen entiteiten hebben", found)


ILLUSTRATOR = '<!DOCTYPE svg [<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>'


def test_the_entities_of_illustrator_are_plain_words(tmp_path: Path) -> None:
    content = ILLUSTRATOR + SVG.format(f'<g xmlns:i="&ns_ai;" i:laag="a">{SQUARE}</g>')
    assert len(drawing(tmp_path, content).items) == 1


def test_entities_can_not_make_a_file_large(tmp_path: Path) -> None:
    content = ILLUSTRATOR + SVG.format("<desc>" + "&ns_ai;" * 20_000 + f"</desc>{SQUARE}")
    assert [line[:4] for line in problems(tmp_path, content, "a.svg")] == ["T442"]
    many = "".join(f'<!ENTITY a{number} "a">' for number in range(101))
    content = f"<!DOCTYPE svg [{many}]>" + SVG.format(SQUARE)
    assert [line[:4] for line in problems(tmp_path, content, "a.svg")] == ["T442"]


def test_the_doctype_that_programs_write_is_harmless(tmp_path: Path) -> None:
    assert len(drawing(tmp_path, f'<?xml version="1.0"?>\n{ORDINARY}{SVG.format(SQUARE)}').items) == 1


def test_a_style_sheet_from_elsewhere(tmp_path: Path) -> None:
    content = f'<?xml version="1.0"?><?xml-stylesheet href="https://example.org/a.css"?>{SVG.format(SQUARE)}'
    assert problems(tmp_path, content, "a.svg") == [
        "T448 'a.svg', regel 1, kolom 22: 'xml-stylesheet' kan niet in een SVG"
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<svg",
        "<svg><rect></svg>",
        SVG.format("&nbsp;"),
        "<!DOCTYPE svg []>" + SVG.format("&a;"),
        '<?xml version="1.0" encoding="onbekend"?>' + SVG.format(SQUARE),
        '<?xml version="1.0" encoding="shift_jis"?>' + SVG.format(SQUARE),
        SVG.format(SQUARE)[:-4],
    ],
)
def test_no_xml(tmp_path: Path, content: str) -> None:
    (found,) = problems(tmp_path, content, "a.svg")
    assert found in ("T441 'a.svg', regel 1: dit is geen leesbare XML", "T441 'a.svg' is geen SVG")


def test_no_svg_and_nothing_in_it(tmp_path: Path) -> None:
    assert problems(tmp_path, "<svg viewBox='0 0 1 1'/>", "a.svg") == ["T441 'a.svg' is geen SVG"]
    assert problems(tmp_path, "<!DOCTYPE html><html/>", "a.svg") == ["T441 'a.svg' is geen SVG"]
    assert problems(tmp_path, SVG.format(""), "a.svg") == ["T441 in 'a.svg' staat niets om te tonen"]


@pytest.mark.parametrize(
    "content",
    [
        "<g>" * 101 + "</g>" * 101,
        "<g/>" * 20_001,
        f'<path d="M0 0{"h1" * 200_001}"/>',
        f'<polygon points="{"1 1 " * 200_001}"/>',
        f'<path d="M0 0{"h1" * 100_001}"/>' * 2,
        " " * 5_000_001,
    ],
    ids=["deep", "many", "long", "points", "together", "large"],
)
def test_too_much_is_refused(tmp_path: Path, content: str) -> None:
    assert [line[:4] for line in problems(tmp_path, SVG.format(content), "a.svg")] == ["T442"]


@pytest.mark.parametrize("step", ["translate(1) ", "rotate(1 2 3),", "scale(1)"])
def test_a_transformation_of_many_steps(tmp_path: Path, step: str) -> None:
    assert len(drawing(tmp_path, f'<g transform="{step * 100}">{SQUARE}</g>').items) == 1
    (found,) = problems(tmp_path, SVG.format(f'{SQUARE}<g transform="{step * 101}"/>'), "a.svg")
    assert "'transform met meer dan 100 stappen' kan niet" in found


def test_a_line_of_many_dashes(tmp_path: Path) -> None:
    many = f'<g stroke="red" stroke-dasharray="{"1 " * 51}">{SQUARE}</g>'
    assert "stroke-dasharray: 1 1" in problems(tmp_path, SVG.format(many), "a.svg")[0]


@pytest.mark.parametrize("measure", ['stroke-width="1e6"', 'stroke-dasharray="1e6"'])
def test_a_line_that_becomes_too_wide(tmp_path: Path, measure: str) -> None:
    line = f'<g transform="scale(1e5)"><path d="M0 0L0 0" stroke="red" {measure}/></g>'
    (found,) = problems(tmp_path, SVG.format(SQUARE + line), "a.svg")
    assert "path met maten die te groot zijn" in found


VIEW = 'viewBox="0 0 4 4"'
LONG = 100_000
"""So long that a reader whose work grows with the square would never come to the end of the test."""
PIECES = (" ", "1", "a", ",", ".", "(", ")", "-", "1 ", "e1", "M0 0", "z", ";", ":", "a:b;", "#", "translate", "x(")
PLACES = (
    '<g transform="{}"/>', '<g transform="translate({})"/>', '<path d="{}"/>', '<path d="M0 0{}"/>',
    '<polygon points="{}"/>', '<rect width="{}"/>', '<rect width="1{}"/>', '<rect fill="{}"/>', '<rect style="{}"/>',
    '<rect stroke-width="{}"/>', '<rect stroke-dasharray="{}"/>', '<rect opacity="{}"/>', '<rect {}="1"/>',
    '<rect id="{}"/>', "<desc>{}</desc>", "<!--{}-->", '<svg viewBox="{}"/>',
)  # fmt: skip
ROOTS = ("viewBox", "width", "height", "preserveAspectRatio", "transform", "style", "font-size", "fill")


@pytest.mark.parametrize("place", [*PLACES, *ROOTS])
def test_no_text_takes_long(tmp_path: Path, place: str) -> None:
    """Every attribute, filled with a long row of each of these pieces, with an end that fits nothing."""
    for piece in PIECES:
        for end in ("", "!"):
            text = piece * (LONG // len(piece)) + end
            if place in ROOTS:
                content = root(f'{"" if place == "viewBox" else VIEW} {place}="{text}"')
            else:
                content = SVG.format(place.format(text))
            assert all(found.startswith(("T441", "T442", "T448")) for found in problems(tmp_path, content, "a.svg"))
