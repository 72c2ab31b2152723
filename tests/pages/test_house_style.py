"""House styles: another one changes fonts, colours and page everywhere, and none can be illegible."""

from __future__ import annotations

import re
from pathlib import Path

import page
import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.pages.layout import lay_out
from rapportage.pages.theme import default_theme
from rapportage.pipeline import BuildRequest, build
from rapportage.proof.inspection import inspect, structural_faults
from tests.faults import built, project
from tests.pages.fonts.damage import records
from tests.pages.layout.checks import check_pages
from tests.second_style import FACES, styled


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_the_samples_in_a_second_style(tmp_path: Path, size: str) -> None:
    folder = styled(tmp_path, size, "kerncijfers", "grafieken", "asieltrends")
    for layout in ("kerncijfers", "grafieken", "asieltrends"):
        findings = Findings()
        result = build(BuildRequest(layout, "2020-05", folder), findings)
        assert [item.message for item in findings] == []
        assert result is not None
        assert structural_faults(result.pdf) == []
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            assert page.validate_pdf_bytes(result.pdf, profile=profile).failures == []


@pytest.mark.parametrize("layout", ["kerncijfers", "grafieken"])
def test_nothing_of_the_built_in_style_is_left(tmp_path: Path, layout: str) -> None:
    folder = styled(tmp_path, "A5", layout)
    findings = Findings()
    result = build(BuildRequest(layout, "2020-05", folder), findings)
    assert result is not None
    theme, family = result.style.theme, result.style.family
    pages = lay_out(result.document, theme, family, result.drawings)
    check_pages(pages, theme)
    assert {(round(each.width), round(each.height)) for each in pages.pages} == {(420, 595)}
    shown = repr(pages)
    colours = {each.lower() for each in re.findall(r"#[0-9a-fA-F]{6}", shown)}
    own = {each.lower() for each in re.findall(r"#[0-9a-fA-F]{6}", repr(default_theme()))}
    theirs = {each.lower() for each in re.findall(r"#[0-9a-fA-F]{6}", repr(theme))}
    neutral = {"#1a1a1a", "#535353", "#cccccc"}  # the greys of charts, which are no style
    assert colours & (own - theirs) <= neutral
    assert family.face("regular").name == "BitstreamVeraSans-Roman"


def test_a_logo_stands_at_the_top_of_the_cover(tmp_path: Path) -> None:
    folder = styled(tmp_path, "A4", "vreemdelingenketen")
    shape = '<rect width="40" height="20" fill="#123456"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{shape}</svg>'
    (folder / "logo.svg").write_text(svg, encoding="utf-8")
    logo = "\nlogo: {bestand: logo.svg, alternatief: Ons logo, breedte: 40}\n"
    style = "kleuren: {koppen: '#5b2a00'}" + logo
    (folder / "huisstijlen" / "tweede.yaml").write_text(style, encoding="utf-8")
    findings = Findings()
    result = build(BuildRequest("vreemdelingenketen", "2020-H1", folder), findings)
    assert [item.message for item in findings] == []
    assert result is not None
    assert structural_faults(result.pdf) == []
    path = tmp_path / "uit.pdf"
    path.write_bytes(result.pdf)
    first = inspect(path).split("Title")[0]
    assert "Ons logo" in first
    assert faults(tmp_path / "fout", "logo: {bestand: logo.svg, alternatief: x}") == ["T440"]


def test_a_logo_without_a_cover_is_told(tmp_path: Path) -> None:
    root = project(tmp_path, layout=STYLED)
    (root / "huisstijlen").mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#123456"/></svg>'
    (root / "logo.svg").write_text(svg, encoding="utf-8")
    (root / "huisstijlen" / "eigen.yaml").write_text("logo: {bestand: logo.svg, alternatief: Ons}", encoding="utf-8")
    result, findings = built(root)
    assert result is not None
    assert [(item.code, str(item.severity)) for item in findings] == [("H109", str(Severity.WARNING))]


STYLED = "huisstijl: eigen\ntitel: Proef\nblokken:\n  - tekst: Er waren {{ aanvragen }}.\n"


def faults(folder: Path, style: str) -> list[str]:
    root = project(folder, layout=STYLED)
    (root / "huisstijlen").mkdir()
    (root / "huisstijlen" / "eigen.yaml").write_text(style, encoding="utf-8")
    result, findings = built(root)
    assert (result is None) == bool(len(findings))
    return [item.code for item in findings]


@pytest.mark.parametrize(
    ("style", "codes"),
    [
        ("kleuren: {koppen: '#154273'}", []),
        ("kleuren: {koppen: blauw}", ["H101"]),
        ("kleuren:\n  koppen: #154273", ["H101"]),
        ("grafiekkleuren:\n  - #154273", ["H101"]),
        ("kleuren:\n  koppen:", ["S103"]),
        ("kleuren: {tekst: '#888888'}", ["H103", "H103"]),
        ("kleuren: {links: '#ffb612'}", ["H103", "H103"]),
        ("kleuren: {vlak: '#154273'}", ["H103"]),
        ("kleuren: {omslag: ['#007bc7']}", ["H104"]),
        ("kleuren: {omslag: ['#154273', '#007bc7', '#ffb612']}", ["H103"]),
        ("grafiekkleuren: ['#154273', '#ffb612']", ["H103"]),
        ("grafiekkleuren: ['#154273', '#154273']", ["H104"]),
        ("grafiekkleuren: ['#111111', '#222222', '#333333', '#444444', '#555555', '#666666', '#707070']", ["H104"]),
        ("pagina: {formaat: A3}", ["S105"]),
        ("pagina: {marges: {links: 90, rechts: 90, boven: 20, onder: 20}}", ["H105"]),
        ("pagina: {tekstbreedte: 200}", ["H105"]),
        ("maten: {tekst: {corps: groot}}", ["H102"]),
        ("maten: {tekst: {corps: 4}}", ["H102"]),
        ("maten: {tekst: {corps: 61}}", ["H102"]),
        ("maten: {tekst: {interlinie: 9}}", ["H102"]),
        ("maten: {tekst: {corps: 12, interlinie: 11}}", ["H102"]),
        ("maten: {kopregel: {corps: 20}}", ["H102"]),
        ("maten: {tekst: {voor: 500}}", ["H102"]),
        ("pagina: {marges: {links: 9, rechts: 20, boven: 20, onder: 20}}", ["H102"]),
        ("pagina: {marges: {links: 20, rechts: 20, boven: 14, onder: 14}}", ["H102", "H102"]),
        ("maten: {tekts: {corps: 9}}", ["S101"]),
        ("lettertypen: {gewoon: a.ttf, vet: a.ttf, schuin: a.ttf, vet-schuin: a.ttf}", ["H106"] * 4),
        ("lettertypen: {gewoon: ../a.ttf, vet: /etc/passwd, schuin: data, vet-schuin: a.ttf}", ["H106"] * 4),
        ("lettertypen: {gewoon: data/2020-05.yaml, vet: data/2020-05.yaml, schuin: data/2020-05.yaml, "
         "vet-schuin: data/2020-05.yaml}", ["H107"] * 4),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_style(tmp_path: Path, style: str, codes: list[str]) -> None:
    assert faults(tmp_path, style) == codes


def test_a_colour_without_quotes_is_told_as_such(tmp_path: Path) -> None:
    root = project(tmp_path, layout=STYLED)
    (root / "huisstijlen").mkdir()
    (root / "huisstijlen" / "eigen.yaml").write_text("kleuren:\n  koppen: #154273\n", encoding="utf-8")
    (item,) = built(root)[1]
    assert item.hint == "zet de kleur tussen aanhalingstekens: '#154273'"


CHARTS = """\
huisstijl: eigen
titel: Proef
blokken:
  - grafiek:
      titel: Delen
      soort: aandeel
      cijfers: "{{ aanvragen | top(2) }}"
      rest: Overige
  - grafiek:
      titel: Staven
      soort: liggende staaf
      cijfers: "{{ aanvragen | top(3) }}"
  - grafiek:
      titel: Vakken
      soort: kleine veelvouden
      vanaf: 2020-05
      reeksen: "{{ aanvragen | top(3) }}"
"""


def test_no_two_series_share_a_colour(tmp_path: Path) -> None:
    root = project(tmp_path, layout=CHARTS)
    (root / "huisstijlen").mkdir()
    path = root / "huisstijlen" / "eigen.yaml"
    path.write_text("grafiekkleuren: ['#154273']\n", encoding="utf-8")
    (item,) = built(root)[1]
    assert item.span is not None
    assert (item.code, item.span.line) == ("H104", 5)
    assert item.message == "figuur 1 heeft 2 kleuren nodig, en de huisstijl heeft er 1"
    path.write_text("grafiekkleuren: ['#154273', '#00796b']\n", encoding="utf-8")
    assert len(built(root)[1]) == 0


WHOLE = """\
titel: Proef
huisstijl: eigen
blokken:
  - kop: Vraag
  - grafiek:
      titel: Delen
      soort: aandeel
      cijfers: "{{ aanvragen | top(2) }}"
      rest: Overige
"""


@pytest.mark.parametrize(
    ("colours", "codes"),
    [
        ("'#154273', '#00796b'", []),
        ("'#154273', '#949494'", ["H104"]),
        ("'#154273', '#8c8c90'", ["H104"]),
        ("'#154273', '#949494', '#00796b'", []),
    ],
)
def test_what_is_left_of_a_whole_takes_a_colour_where_another_part_has_its_grey(
    tmp_path: Path, colours: str, codes: list[str]
) -> None:
    root = project(tmp_path, layout=WHOLE)
    (root / "huisstijlen").mkdir()
    (root / "huisstijlen" / "eigen.yaml").write_text(f"grafiekkleuren: [{colours}]\n", encoding="utf-8")
    assert [item.code for item in built(root)[1]] == codes


def test_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "elders.ttf"
    outside.write_bytes(b"x")
    inside = tmp_path / "project"
    inside.mkdir()
    (inside / "a.ttf").symlink_to(outside)
    assert faults(inside, "lettertypen: {gewoon: a.ttf, vet: a.ttf, schuin: a.ttf, vet-schuin: a.ttf}") == ["H106"] * 4


@pytest.mark.parametrize("damage", [b"", b"\x00\x01\x00\x00" + b"\xff" * 200, b"OTTO" + b"\x00" * 100])
def test_a_damaged_font_is_a_fault(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "a.ttf").write_bytes(damage)
    assert (
        faults(tmp_path, "lettertypen: {gewoon: a.ttf, vet: a.ttf, schuin: a.ttf, vet-schuin: a.ttf}") == ["H107"] * 4
    )


@pytest.mark.parametrize("name", list(FACES.values()))
def test_a_font_whose_glyphs_were_damaged_is_told_at_its_line(tmp_path: Path, name: str) -> None:
    """One byte in an outline is enough: it may be that of a figure."""
    folder = styled(tmp_path, "A4", "kerncijfers")
    path = folder / "lettertypen" / name
    font = bytearray(path.read_bytes())
    font[records(bytes(font))["glyf"][2] - 40] ^= 1
    path.write_bytes(font)
    findings = Findings()
    assert build(BuildRequest("kerncijfers", "2020-05", folder), findings) is None
    (item,) = findings
    assert item.span is not None
    assert (item.code, Path(item.span.path).name) == ("H107", "tweede.yaml")
    assert item.message == f"lettertypen/{name} is niet te gebruiken: het bestand is beschadigd"


def test_a_style_that_is_not_there(tmp_path: Path) -> None:
    result, findings = built(project(tmp_path, layout=STYLED))
    assert result is None
    assert [item.code for item in findings] == ["H108"]
