"""SVG as programs save it: a file of our own for each thing that these write, and the drawing that it becomes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest

from rapportage.document.drawing import Clipped, Drawing, Gradient, Layer, Pixels, TextRun, texts, to_svg
from rapportage.document.drawing import Path as Shape
from rapportage.pages.fonts import source_sans
from rapportage.pipeline import trace
from rapportage.proof.inspection import inspect, structural_faults
from tests.faults import built, lines, project
from tests.input.images.drawn import drawn
from tests.input.images.files import SQUARE, SVG, loaded, png, problems
from tests.pages.plots.rendered import difference, pixels_of

OWN = Path(__file__).parent / "svg"
NAMES = sorted(path.stem for path in OWN.glob("*.svg"))


def drawing(folder: Path, content: str) -> Drawing:
    made = loaded(folder, content if content.startswith("<svg") else SVG.format(content), "a.svg")
    assert isinstance(made, Drawing)
    return made


def refused(folder: Path, content: str) -> list[str]:
    return [line.split("'")[3] for line in problems(folder, SVG.format(content), "a.svg")]


@pytest.mark.parametrize("name", NAMES)
def test_what_it_becomes(golden: Callable[[str, str], None], name: str, tmp_path: Path) -> None:
    content = (OWN / f"{name}.svg").read_text("utf-8").partition("-->\n")[2]
    golden(f"svg-{name}.drawing.txt", drawn(drawing(tmp_path, content)))


@pytest.mark.parametrize("name", NAMES)
def test_it_looks_the_same_as_an_svg_of_ours(name: str, tmp_path: Path) -> None:
    """What a drawing can hold is written as SVG too; read again, that is the same picture."""
    first = drawing(tmp_path, (OWN / f"{name}.svg").read_text("utf-8").partition("-->\n")[2])
    again = drawing(tmp_path, to_svg(first, "Titel", "Wat er is", families="Source Sans Pro"))
    assert difference(pixels_of(first), pixels_of(again)) < 0.005


# --- In a report --------------------------------------------------------------------------------------


@pytest.fixture
def report(tmp_path: Path) -> Path:
    blocks = [f"  - afbeelding: {{bestand: {name}.svg, titel: De {name}, alternatief: Zie ons}}\n" for name in NAMES]
    root = project(tmp_path, layout="titel: Proef\nblokken:\n" + "".join(blocks))
    for name in NAMES:
        (root / f"{name}.svg").write_bytes((OWN / f"{name}.svg").read_bytes())
    return root


def test_a_report_with_all_of_it_is_valid(report: Path) -> None:
    """Gradients, masks and groups that shine through are in the file as ISO 19005-2 has them."""
    result, findings = built(report)
    assert lines(findings) == []
    assert result is not None
    assert structural_faults(result.pdf) == []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(result.pdf, profile=profile).failures == []


def test_its_words_are_read_and_traced(report: Path) -> None:
    """Also those in a group that is shown as one: they are part of the figure that they are in."""
    words = SVG.format('<g opacity=".5"><text y="10" font-size="5">Tien</text><text y="9">Elf</text></g>')
    (report / "effecten.svg").write_text(words)
    result, findings = built(report)
    assert result is not None, lines(findings)
    ledger = trace(result, "2020-05")
    assert ledger.faults == ()
    (report / "uit.pdf").write_bytes(result.pdf)
    said = inspect(report / "uit.pdf")
    for word in ("Eerste regel gaat door", "Omhoog", "Scheef", "Tien", "Elf"):
        assert word in said


def test_patterns_and_groups_are_in_the_resources(report: Path) -> None:
    result, _ = built(report)
    assert result is not None
    with pikepdf.open(BytesIO(result.pdf)) as file:
        patterns = [each for sheet in file.pages for each in sheet.resources.get("/Pattern", {}).values()]
        assert {int(each.Shading.ShadingType) for each in patterns} == {2, 3}
        forms = [each for sheet in file.pages for each in sheet.resources.get("/XObject", {}).values()]
        assert {str(each.Group.S) for each in forms} == {"/Transparency"}
        states = [each for sheet in file.pages for each in sheet.resources.get("/ExtGState", {}).values()]
        masks = [each.SMask for each in states if "/SMask" in each]
        assert {str(mask.S) for mask in masks} == {"/Luminosity", "/Alpha"}
        assert all(str(mask.G.Group.CS) == "/DeviceRGB" for mask in masks)


# --- Style sheets -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "is_so"),
    [
        ("*", True), ("rect", True), ("circle", False), (".a", True), (".a.b", True), (".a.c", False), ("rect.a", True),
        ("#x", True), ("g rect", True), ("g > rect", True), ("g > g > rect", True), ("svg rect", True),
        (".buiten rect", True), (".binnen > .a", True), (".binnen .buiten rect", False), ("rect g", False),
        ("[id]", True), ("[id=x]", True), ("[id='y']", False), (":root rect", True), ("rect:hover", False),
        ("circle, rect", True), ("/* rect */ .a", True), ("svg > .buiten > * > rect", True),
    ],
)  # fmt: skip
def test_selectors(tmp_path: Path, rule: str, is_so: bool) -> None:
    content = '<g class="buiten"><g class="binnen"><rect id="x" class="a b" width="1" height="1"/></g></g>'
    (item,) = drawing(tmp_path, f"<style>{rule} {{ fill: #ff0000 }}</style>{content}").items
    assert isinstance(item, Shape)
    assert item.fill == ("#ff0000" if is_so else "#000000")


@pytest.mark.parametrize(
    ("sheet", "own", "wins"),
    [
        ("rect {fill: #111}", 'fill="#222"', "#111111"),
        ("rect {fill: #111}", 'style="fill: #222"', "#222222"),
        ("rect {fill: #111 !important}", 'style="fill: #222"', "#111111"),
        ("#x {fill: #111} .a {fill: #222} rect {fill: #333}", "", "#111111"),
        (".a {fill: #111} .b {fill: #222}", "", "#222222"),
        ("g rect {fill: #111} rect {fill: #222}", "", "#111111"),
        ("rect {fill: #111; fill: #222}", "", "#222222"),
        ("@media print {rect {fill: #111}}", "", "#111111"),
        ("@media (max-width: 9px) {rect {fill: #111}} rect {stroke: none}", "", "#000000"),
        ("@font-face {font-family: x; src: url(https://example.org/x)} rect {fill: #111}", "", "#111111"),
        ('rect {content: "}"; fill: #111}', "", "#111111"),
        ("<![CDATA[g > rect {fill: #111}]]>", "", "#111111"),
        ("<!-- rect {fill: #111} -->", "", "#000000"),
    ],
)
def test_what_wins(tmp_path: Path, sheet: str, own: str, wins: str) -> None:
    sheet = sheet if sheet.startswith("<!") else sheet.replace(">", "&gt;")
    content = f'<style>{sheet}</style><g><rect id="x" class="a b" width="1" height="1" {own}/></g>'
    (item,) = drawing(tmp_path, content).items
    assert isinstance(item, Shape)
    assert item.fill == wins


def test_the_line_of_a_rule_is_told(tmp_path: Path) -> None:
    sheet = "<style>\n  rect { fill: red }\n  /* twee\n  regels */\n  rect ~ rect { fill: blue }\n</style>"
    (found,) = problems(tmp_path, SVG.format(sheet + SQUARE), "a.svg")
    assert found == "T448 'a.svg', regel 5, kolom 1: 'style: rect ~ rect' kan niet in een SVG"


# --- By reference -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        '<g id="a"><use href="#a"/></g>',
        '<use id="a" href="#a"/>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<symbol id="a"><use href="#a"/></symbol><use href="#a"/>',
        '<symbol id="a"><svg><use href="#a"/></svg></symbol><use href="#a"/>',
    ],
)
def test_what_shows_itself_ends(tmp_path: Path, content: str) -> None:
    assert refused(tmp_path, SQUARE + content) == ["use die zichzelf laat zien"]


@pytest.mark.parametrize(
    "content",
    [
        '<clipPath id="a"><use href="#b"/></clipPath><use id="b" href="#b"/>'
        '<rect width="9" height="9" clip-path="url(#a)"/>',
        '<mask id="a"><rect width="9" height="9" mask="url(#a)"/></mask><rect width="9" height="9" mask="url(#a)"/>',
        '<pattern id="a" width="9" height="9"><rect width="9" height="9" fill="url(#a)"/></pattern>'
        '<rect width="9" height="9" fill="url(#a)"/>',
        '<marker id="a"><path d="M0 0L1 1" marker-end="url(#a)"/></marker><path d="M0 0L1 1" marker-end="url(#a)"/>',
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>'
        '<rect width="9" height="9" fill="url(#a)"/>',
    ],
)
def test_effects_that_use_themselves_end(tmp_path: Path, content: str) -> None:
    problems(tmp_path, SVG.format(SQUARE + content), "a.svg")


def test_what_is_shown_again_and_again_is_bounded(tmp_path: Path) -> None:
    """Each group shows the one before it ten times: after five of them that is a million."""
    groups = [f'<g id="g0">{SQUARE}</g>']
    for level in range(6):
        ten = f'<use href="#g{level}"/>' * 10
        groups.append(f'<g id="g{level + 1}">{ten}</g>')
    content = f'<defs>{"".join(groups)}</defs><use href="#g6"/>'
    assert [line[:4] for line in problems(tmp_path, SVG.format(content), "a.svg")] == ["T442"]


def test_references_are_not_followed_without_end(tmp_path: Path) -> None:
    chain = "".join(f'<g id="g{level}"><use href="#g{level + 1}"/></g>' for level in range(120))
    content = f'<defs>{chain}<g id="g120">{SQUARE}</g></defs><use href="#g0"/>'
    assert [line[:4] for line in problems(tmp_path, SVG.format(content), "a.svg")] == ["T442"]


def test_a_pattern_of_very_many_tiles(tmp_path: Path) -> None:
    pattern = f'<pattern id="a" width=".1" height=".1" patternUnits="userSpaceOnUse">{SQUARE}</pattern>'
    content = pattern + '<rect width="40" height="20" fill="url(#a)"/>'
    assert refused(tmp_path, content) == ["pattern met meer dan 2000 tegels in een vorm"]


# --- Paint --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "rgb", "opacity"),
    [
        ("#abc", "#aabbcc", 1), ("#aabbcc80", "#aabbcc", 128 / 255), ("RGB(1, 2, 3)", "#010203", 1),
        ("rgba(255,0,0,.5)", "#ff0000", 0.5), ("rgb(10% 20% 30% / 40%)", "#1a334c", 0.4), ("SteelBlue", "#4682b4", 1),
        ("hsl(120, 100%, 25%)", "#008000", 1), ("#fff icc-color(x, 1)", "#ffffff", 1), ("rgb(300,-5,0)", "#ff0000", 1),
    ],
)  # fmt: skip
def test_colours(tmp_path: Path, colour: str, rgb: str, opacity: float) -> None:
    (item,) = drawing(tmp_path, f'<rect width="1" height="1" fill="{colour}"/>').items
    assert isinstance(item, Shape)
    assert (item.fill, item.opacity) == (rgb, pytest.approx(opacity))


def test_a_gradient_has_the_place_of_its_shape(tmp_path: Path) -> None:
    """On a square of 8 pixels with its corner at (2, 2), in points that run up from the lower left."""
    content = '<linearGradient id="v" x1="0" x2="1"><stop stop-color="red"/><stop offset="1"/></linearGradient>'
    square = '<rect x="2" y="2" width="8" height="8" fill="url(#v)"/>'
    (item,) = drawing(tmp_path, content + square).items
    assert isinstance(item, Shape)
    assert isinstance(item.fill, Gradient)
    assert item.fill.between == pytest.approx((1.5, 13.5, 7.5, 13.5))
    (turned,) = drawing(tmp_path, f'{content}<g transform="rotate(90)">{square}</g>').items
    assert isinstance(turned, Shape)
    assert isinstance(turned.fill, Gradient)
    assert turned.fill.between == pytest.approx((-1.5, 13.5, -1.5, 7.5))


def test_opacity_of_a_group_is_of_what_it_shows(tmp_path: Path) -> None:
    two = '<rect width="5" height="5"/><rect x="{}" width="5" height="5"/>'
    (over,) = drawing(tmp_path, f'<g opacity=".5">{two.format(3)}</g>').items
    assert isinstance(over, Layer)
    assert over.opacity == 0.5
    beside = drawing(tmp_path, f'<g opacity=".5">{two.format(9)}</g>').items
    assert [item.opacity for item in beside if isinstance(item, Shape)] == [0.5, 0.5]
    assert drawing(tmp_path, f'<g opacity="0">{two.format(3)}</g>{SQUARE}').items == drawing(tmp_path, SQUARE).items


def test_a_picture_within_it(tmp_path: Path) -> None:
    address = b64encode(png(4, 2, colour=(1, 2, 3, 128))).decode()
    (item,) = drawing(tmp_path, f'<image width="8" height="20" href="data:image/png;base64,{address}"/>').items
    assert isinstance(item, Pixels)
    assert (item.raster.opacity, item.raster.data[:3]) == (bytes([128]) * 8, bytes([1, 2, 3]))
    assert item.matrix == pytest.approx((6, 0, 0, 3, 0, 6))  # 8 by 4 pixels, in the middle of what is 20 high
    (cut,) = drawing(
        tmp_path,
        f'<image width="8" height="20" preserveAspectRatio="xMinYMin slice" href="data:image/png;base64,{address}"/>',
    ).items
    assert isinstance(cut, Clipped)
    assert refused(tmp_path, '<image width="8" height="8" href="data:image/png;base64,A"/>') == [
        "image die niet te lezen is"
    ]
    spoiled = problems(tmp_path, SVG.format('<image href="data:image/png;base64,iVBORw0K"/>'), "a.svg")
    assert [line[:4] for line in spoiled] == ["T441"]


# --- Text ---------------------------------------------------------------------------------------------


def run(folder: Path, content: str) -> TextRun:
    (found,) = texts(drawing(folder, content))
    return found


def test_letters_are_those_of_the_house_style(tmp_path: Path) -> None:
    assert run(tmp_path, '<text font-weight="700" font-style="oblique">Ja</text>').role == "semibold-italic"
    assert run(tmp_path, '<text style="font: bold 8px Arial">Ja</text>').role == "semibold"
    assert run(tmp_path, '<text font-style="italic">Ωμέγα</text>').role == "regular"  # there is no italic Greek
    assert refused(tmp_path, "<text>日本</text>") == ["text met 日 本"]
    assert refused(tmp_path, "<text>שלום</text>") == ["text met ש ל ו ם"]


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_where_a_line_is(tmp_path: Path, anchor: str, share: float) -> None:
    """A line of several parts is placed by its whole width."""
    line = f'<text x="20" y="10" font-size="4" text-anchor="{anchor}">Een <tspan font-weight="bold">twee</tspan></text>'
    first, second = texts(drawing(tmp_path, line))
    family = source_sans()
    widths = family.width("regular", "Een ", 3), family.width("semibold", "twee", 3)
    assert first.x == pytest.approx(15 - share * (widths[0] + widths[1]))
    assert second.x == pytest.approx(first.x + widths[0])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<text>  Een\n  regel  </text>", ["Een regel"]),
        ('<text xml:space="preserve"> a  b </text>', [" a  b "]),
        ('<text style="white-space: pre">a  b</text>', ["a  b"]),
        ("<text>Een <tspan>twee</tspan> <tspan/>drie</text>", ["Een ", "twee", " drie"]),
        ('<text><tspan x="1">Een</tspan><tspan x="1" dy="5">twee</tspan></text>', ["Een", "twee"]),
        ('<text x="1 2 3 4 5 6 7">Een twee</text>', ["Een ", "twee"]),
        ('<text x="1" y="1 1 5">abc</text>', ["ab", "c"]),
        ('<text>a<tspan display="none">b</tspan>c</text>', ["ac"]),
        ("<text>a<title>b</title></text>", ["a"]),
        ('<text style="text-transform: uppercase">straat</text>', ["STRAAT"]),
        ('<text visibility="hidden">a<tspan visibility="visible">b</tspan></text>', ["b"]),
        ("<text>a\u00adb\u200bc</text>", ["abc"]),
    ],
)
def test_what_is_said(tmp_path: Path, content: str, said: list[str]) -> None:
    found = [run.text for run in texts(drawing(tmp_path, content + SQUARE))]
    assert "".join(found) == "".join(said)
    assert found == said


@pytest.mark.parametrize(
    ("matrix", "expected"),
    [
        ("translate(4 8)", (8, 0, 1, 0)),
        ("rotate(-90)", (8, 90, 1, 0)),
        ("scale(2)", (16, 0, 1, 0)),
        ("scale(3 2)", (16, 0, 1.5, 0)),
        ("skewX(-45)", (8, 0, 1, 1)),
        ("rotate(-30) scale(3 2)", (16, 30, 1.5, 0)),
        ("scale(-1 1)", (8, 0, -1, 0)),
        ("scale(1 -1)", (8, 180, -1, 0)),
    ],
)
def test_letters_that_are_turned_and_stretched(tmp_path: Path, matrix: str, expected: tuple[float, ...]) -> None:
    found = run(tmp_path, f'<text font-size="{8 / 0.75}" transform="{matrix}">a</text>')
    assert (found.size, abs(found.angle), found.stretch, found.slant) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('<text><textPath href="#a">x</textPath></text>', "textPath"),
        ('<text rotate="10">x</text>', "rotate"),
        ('<text fill="none" stroke="red">x</text>', "text met alleen een omtrek"),
        ('<text style="writing-mode: vertical-rl">x</text>', "writing-mode: vertical-rl"),
        ('<text fill="url(#v)">x</text>', "text met een kleurverloop"),
        ('<text font-size="groot">x</text>', "font-size: groot"),
        (
            '<clipPath id="c"><text>x</text></clipPath><rect width="9" height="9" clip-path="url(#c)"/>',
            "text in een clipPath",
        ),
    ],
)
def test_text_that_can_not_be_set(tmp_path: Path, content: str, what: str) -> None:
    assert refused(tmp_path, SQUARE + content) == [what]


# --- Bounds -------------------------------------------------------------------------------------------

LONG = 50_000
PIECES = (" ", "1", "a", ",", "(", ")", "/*", "*/", "{", "}", "@", "@media print{", ";", ":", "!", '"', "'", "#", ".a",
          "[a=", "a{b:c}", "a,", " > ", "url(", "url(#a", ":hover", "&lt;!--")  # fmt: skip
PLACES = (
    "<style>{}</style>", "<style>a {{}}</style>", "<style>a { fill: {}</style>", "<text>{}</text>",
    '<text x="{}">a</text>', '<text textLength="{}">a</text>', '<g style="{}"/>', '<g style="fill: {}"/>',
    '<g fill="url(#{}"/>', '<g clip-path="{}"/>', '<g style="font: {}"/>', '<use href="{}"/>', '<use href="#{}"/>',
    '<image href="{}"/>', '<image href="data:image/png;base64,{}"/>', '<image href="data:image/png;{}"/>',
    '<rect width="5" height="5" transform="rotate(5)" transform-origin="{}"/>', '<g class="{}"/>',
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_no_text_takes_long(tmp_path: Path, place: str) -> None:
    for piece in PIECES:
        for end in ("", "!"):
            content = SVG.format(
                SQUARE + place.replace("{}", piece.replace('"', "&quot;") * (LONG // len(piece)) + end)
            )
            assert all(found.startswith(("T441", "T442", "T448")) for found in problems(tmp_path, content, "a.svg"))


@pytest.mark.parametrize(
    "content",
    [
        "<style>" + "a,b{fill:red}" * 3000 + "</style>",
        "<text>" + "a" * 200_001 + "</text>",
        '<linearGradient id="v">' + "<stop/>" * 2_000 + "</linearGradient>"
        + '<rect width="1" height="1" fill="url(#v)"/>' * 200,
        '<marker id="m"><title/></marker><path marker-mid="url(#m)" d="M0 0' + "h1" * 200_001 + '"/>',
    ],
    ids=["rules", "letters", "stops", "markers"],
)  # fmt: skip
def test_too_much_is_refused(tmp_path: Path, content: str) -> None:
    assert [line[:4] for line in problems(tmp_path, SVG.format(SQUARE + content), "a.svg")] == ["T442"]
