"""The block 'afbeelding': from a layout to a tagged figure in the file."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import page
import pikepdf
import pytest

from rapportage.diagnostics import Findings
from rapportage.pages.layout.images import image_size
from rapportage.pages.theme import MM, default_theme
from rapportage.pipeline import BuildRequest, BuildResult, build_chart, compose
from rapportage.proof.inspection import inspect, structural_faults
from tests.dump import dump
from tests.faults import built, lines, project
from tests.input.images.files import SQUARE, SVG, png, saved, striped

GOOD = "bestand: b/kaart.png, titel: De kaart, alternatief: Een vlak"


def folder(tmp_path: Path, *blocks: str) -> Path:
    """A project with some pictures and a layout with `blocks`, the first on line 3."""
    root = project(tmp_path, layout="titel: Proef\nblokken:\n" + "".join(f"  - {block}\n" for block in blocks))
    (root / "b").mkdir(exist_ok=True)
    (root / "b" / "kaart.png").write_bytes(png(600, 300))
    (root / "b" / "foto.jpg").write_bytes(saved(striped(), "JPEG"))
    (root / "b" / "logo.svg").write_text(SVG.format(f'{SQUARE}<path fill-rule="evenodd" d="M0 0h90v90z"/>'))
    (root / "b" / "hoog.png").write_bytes(png(10, 400))
    (root / "b" / "dun.png").write_bytes(png(4000, 2))
    return root


def said(tmp_path: Path, *blocks: str) -> list[str]:
    result, findings = built(folder(tmp_path, *blocks))
    assert (result is None) == bool(findings.items)
    assert all(item.span is not None and item.span.path.endswith("proef.yaml") for item in findings)
    return lines(findings)


def whole(tmp_path: Path) -> BuildResult:
    root = folder(
        tmp_path,
        "kop: Kaarten",
        "tekst: Zie [](#kaart) en [](#logo).",
        f'afbeelding: {{id: kaart, {GOOD}, bron: "Kadaster, [de kaart](https://example.org/)"}}',
        "afbeelding: {bestand: b/foto.jpg, decoratief: ja, breedte: 30}",
        "afbeelding: {bestand: b/logo.svg, decoratief: ja}",
        'grafiek: {titel: G, soort: liggende staaf, cijfers: "{{ aanvragen | alle | top(2) }}"}',
        "afbeelding: {id: logo, bestand: b/logo.svg, titel: Het logo, alternatief: Een hoek, breedte: '50%'}",
        "afbeelding: {bestand: b/kaart.png, titel: Nog eens, alternatief: Hetzelfde vlak, breedte: 40 mm}",
    )
    result, findings = built(root)
    assert lines(findings) == []
    assert result is not None
    return result


def test_how_it_reads(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    path = tmp_path / "uit.pdf"
    path.write_bytes(whole(tmp_path).pdf)
    golden("afbeeldingen.tags.txt", inspect(path))


def test_what_it_says(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    whole(tmp_path)
    document = compose(BuildRequest("proef", "2020-05", tmp_path), Findings())
    assert document is not None
    golden("afbeeldingen.document.txt", dump(document))


def test_it_is_valid_and_the_same_every_time(tmp_path: Path) -> None:
    pdf = whole(tmp_path).pdf
    assert structural_faults(pdf) == []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(pdf, profile=profile).failures == []
    assert whole(tmp_path).pdf == pdf


def test_a_picture_stands_in_the_file_once_and_without_transparency(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(whole(tmp_path).pdf)) as pdf:
        images = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
        assert [(int(image.Width), int(image.Height), str(image.Filter)) for image in images] == [
            (16, 8, "/DCTDecode"),  # what is not read is painted first
            (600, 300, "/FlateDecode"),
        ]
        assert {str(image.ColorSpace) for image in images} == {"/DeviceRGB"}
        assert not any("/SMask" in image or "/Mask" in image for image in images)
        assert images[1].read_bytes() == bytes((21, 66, 115)) * 600 * 300
        shown = [name for each in pdf.pages for name in each.obj.Resources.get("/XObject", {})]
        assert shown == ["/I1", "/I2"]


def test_a_decoration_is_an_artifact(tmp_path: Path) -> None:
    root = folder(tmp_path, "kop: Kop", "afbeelding: {bestand: b/foto.jpg, decoratief: ja}")
    result, _ = built(root)
    assert result is not None
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        stream = pdf.pages[0].Contents.read_bytes()
    start = stream.index(b"/Artifact<</Type/Layout>>BDC")
    assert b"/I1 Do" in stream[start : stream.index(b"EMC", start)]
    assert b"/Figure" not in stream


def test_what_a_drawing_has_outside_its_size_is_cut_off(tmp_path: Path) -> None:
    result, _ = built(folder(tmp_path, "afbeelding: {bestand: b/logo.svg, titel: T, alternatief: Een hoek}"))
    assert result is not None
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        stream = pdf.pages[0].Contents.read_bytes()
    assert b"0 0 30 15 re W n" in stream
    assert b"f*" in stream


def test_a_chart_alone_needs_no_picture(tmp_path: Path) -> None:
    whole(tmp_path)
    findings = Findings()
    chart = 'grafiek: {id: g, titel: G, soort: liggende staaf, cijfers: "{{ aanvragen | alle | top(2) }}"}'
    made = build_chart(
        BuildRequest("proef", "2020-05", folder(tmp_path, f"afbeelding: {{{GOOD}}}", chart)), "g", findings
    )
    assert lines(findings) == []
    assert made is not None
    assert structural_faults(made.pdf) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (f"{GOOD.replace('kaart.png', 'weg.png')}", "3:27 T440 'b/weg.png' bestaat niet"),
        (
            "bestand: b/lek.svg, titel: T, alternatief: Een lek",
            "3:27 T448 'lek.svg', regel 1, kolom 84: 'script' kan niet in een SVG",
        ),
        ("bestand: ../kaart.png, titel: T, alternatief: Een vlak", "3:27 T443 '../kaart.png' ligt buiten het project"),
        ("bestand: b/kaart.gif, titel: T, alternatief: Een vlak", "3:27 T444 'b/kaart.gif' is geen .png, .jpg of .svg"),
        ("bestand: b/stuk.png, titel: T, alternatief: Een vlak", "T441 'stuk.png' is beschadigd"),
        ("bestand: b/bom.png, titel: T, alternatief: Een vlak", "T442 'bom.png' heeft meer dan 20 miljoen beeldpunten"),
        ("bestand: b/kaart.png, titel: T", "3:17 T445 de afbeelding heeft geen 'alternatief'"),
        ("bestand: b/kaart.png, alternatief: Een vlak", "3:17 S102 de sleutel 'titel' ontbreekt"),
        (f"{GOOD} {'x' * 400}", "T446 een alternatief heeft hoogstens 400 tekens, en dit zijn er 409"),
        (
            "bestand: b/kaart.png, titel: T, alternatief: Kaart",
            "3:63 T446 het alternatief is alleen de naam van het bestand",
        ),
        ("bestand: b/kaart.png, titel: T, alternatief: b/kaart.png", "T446 het alternatief is alleen de naam"),
        (
            "bestand: b/kaart.png, decoratief: ja, titel: T",
            "T446 een afbeelding met 'decoratief: ja' heeft geen 'titel'",
        ),
        ("bestand: b/kaart.png, decoratief: ja, alternatief: x", "T446 een afbeelding met 'decoratief: ja' heeft geen"),
        ("bestand: b/kaart.png, decoratief: ja, id: x", "T446 een afbeelding met 'decoratief: ja' heeft geen 'id'"),
        (f"{GOOD}, breedte: 166", "T447 een breedte van 166 mm past niet: er is 165 mm"),
        (f"{GOOD}, breedte: 0", "T447 een breedte van 0 kan niet"),
        (f"{GOOD}, breedte: 110%", "T447 een breedte van 110% kan niet"),
        (f"{GOOD}, breedte: 8 cm", "T447 '8 cm' is geen breedte"),
        (
            "bestand: b/hoog.png, titel: T, alternatief: Lat, breedte: 20",
            "T447 bij een breedte van 20 mm is de afbeelding 800",
        ),
        ("bestand: b/dun.png, titel: T, alternatief: Lijn", "3:17 T447 de afbeelding wordt minder dan 1 mm hoog"),
        ("titel: T, alternatief: Een vlak", "3:17 S102 de sleutel 'bestand' ontbreekt"),
        (f"{GOOD}, bron: ''", "S103 nog in te vullen"),
    ],
)
def test_a_fault(tmp_path: Path, keys: str, expected: str) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "stuk.png").write_bytes(png(40, 40)[:-30])
    (tmp_path / "b" / "bom.png").write_bytes(png(said=(50_000, 50_000)))
    (tmp_path / "b" / "lek.svg").write_text(SVG.format("<script/>"))
    (found,) = said(tmp_path, f"afbeelding: {{{keys}}}")
    assert expected in found


def test_every_fault_in_one_run(tmp_path: Path) -> None:
    bad = "afbeelding: {bestand: weg.png, breedte: 20}"
    found = said(tmp_path, bad, "afbeelding: {bestand: ../x.png, titel: T, alternatief: Een X}", "tekst: '{{ geen }}'")
    assert [line.split()[1] for line in found] == ["T440", "T443", "T445", "S102", "T105"]
    wide = f"afbeelding: {{{GOOD}, breedte: 200}}"
    assert len(said(tmp_path, wide, wide)) == 2


def test_the_hint_of_a_width_that_does_not_fit_does_fit(tmp_path: Path) -> None:
    for name, wrong in (("kaart", 400), ("hoog", 60)):
        keys = f"bestand: b/{name}.png, titel: T, alternatief: Een vlak, breedte: "
        _, findings = built(folder(tmp_path, f"afbeelding: {{{keys}{wrong}}}"))
        (hint,) = (item.hint for item in findings)
        assert hint is not None
        assert said(tmp_path, f"afbeelding: {{{keys}{hint.split()[2]}}}") == []


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        ("bestand: b/kaart.png", (600 * 72 / 150, 300 * 72 / 150)),
        ("bestand: b/kaart.png, breedte: '100%'", (165 * MM, 82.5 * MM)),
        ("bestand: b/kaart.png, breedte: 80mm", (80 * MM, 40 * MM)),
        ("bestand: b/logo.svg", (30, 15)),
        ("bestand: b/breed.png", (165 * MM, 165 * MM / 2)),
        ("bestand: b/toren.png", (247 * MM * 0.8 / 10, 247 * MM * 0.8)),
    ],
)
def test_how_large_it_is_set(tmp_path: Path, keys: str, size: tuple[float, float]) -> None:
    root = folder(tmp_path, f"afbeelding: {{{keys}, titel: T, alternatief: Een vlak}}")
    (root / "b" / "breed.png").write_bytes(png(1200, 600))
    (root / "b" / "toren.png").write_bytes(png(200, 2000))
    document = compose(BuildRequest("proef", "2020-05", root), Findings())
    assert document is not None
    (image,) = document.blocks
    page_format = default_theme().page
    assert image_size(image, page_format.body_width, page_format) == pytest.approx(size)


def test_the_tallest_picture_with_a_long_caption_fits_a_page(tmp_path: Path) -> None:
    words = "woord " * 400
    keys = f"bestand: b/toren.png, titel: {words}, alternatief: Een lat, bron: {words}"
    root = folder(tmp_path, f"afbeelding: {{{keys}}}")
    (root / "b" / "toren.png").write_bytes(png(200, 2000))
    result, findings = built(root)
    assert lines(findings) == []
    assert result is not None
    assert structural_faults(result.pdf) == []


def test_a_decoration_is_in_no_list_of_figures(tmp_path: Path) -> None:
    blocks = ("kop: Kop", "afbeelding: {bestand: b/logo.svg, decoratief: ja}", "lijst-van-figuren")
    result, findings = built(folder(tmp_path, *blocks))
    assert [str(item.message) for item in findings] == []
    assert result is not None


@pytest.mark.parametrize(
    ("behind", "colour", "is_told"),
    [
        ("", "white", True),
        ('<rect width="90" height="90" fill="#154273"/>', "white", False),
        ('<rect width="90" height="90" fill="#ffffff"/>', "white", True),
        ('<rect x="70" width="9" height="9" fill="#154273"/>', "#fdfdfd", True),
        ("", "#154273", False),
    ],
)
def test_white_words_on_white_are_told(tmp_path: Path, behind: str, colour: str, is_told: bool) -> None:
    root = folder(tmp_path, "afbeelding: {bestand: b/logo.svg, titel: Logo, alternatief: Een logo}")
    drawn = f'{behind}<g><text x="10" y="50" font-size="9" fill="{colour}">Wit</text></g>'
    (root / "b" / "logo.svg").write_text(SVG.format(drawn), encoding="utf-8")
    result, findings = built(root)
    assert result is not None
    told = "in 'b/logo.svg' staat witte tekst op wit: 'Wit'"
    assert [(item.code, item.message) for item in findings] == [("T477", told)] * is_told
