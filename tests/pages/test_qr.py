"""QR codes: that they lead where they say, how large they are, and what is told of those that can't be."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import page
import pypdfium2
import pytest

from rapportage.diagnostics import Findings
from rapportage.document import QrCode
from rapportage.document.drawing import Drawing
from rapportage.document.drawing import Path as Outline
from rapportage.pages.qr import MODULE, QUIET, SMALLEST, draw_qr
from rapportage.pages.reportlab import qr_modules
from rapportage.pages.theme import MM
from rapportage.pipeline import BuildRequest, build
from rapportage.proof.inspection import inspect, structural_faults
from rapportage.text.qr import LONGEST_ADDRESS
from tests import qr_reader
from tests.faults import PERIOD, built, lines, project

HOME = "https://example.org/"
ADDRESSES = [HOME + "a" * more for more in (0, 5, 20, 40, 60, 84, 100, 130, 155, LONGEST_ADDRESS - len(HOME))]
ADDRESSES += [
    "HTTPS://EXAMPLE.ORG/CIJFERS/2020",
    "https://example.org/?q=asiel&jaar=2020#tabel-1",
    "https://xn--4ca.nl/%C3%A9",
]
PIXELS = 5
"""Of a module, in a picture of a page."""


def drawn(address: str) -> Drawing:
    return draw_qr(QrCode("qr", address, "", ()))


def rectangles(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Left, lower, right and upper edge of each dark rectangle."""
    ground, dark = drawing.items
    assert isinstance(ground, Outline)
    assert isinstance(dark, Outline)
    assert (ground.fill, dark.fill, ground.stroke, dark.stroke) == ("#ffffff", "#000000", None, None)
    corners = [operands for command, operands in dark.commands if command != "Z"]
    return [(*corners[at], *corners[at + 2]) for at in range(0, len(corners), 4)]  # type: ignore[misc]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_of_our_own_reads_every_code(address: str) -> None:
    assert qr_reader.read(qr_modules(address)) == address


def test_the_codes_tried_are_of_every_size() -> None:
    sizes = {(len(qr_modules(address)) - 17) // 4 for address in ADDRESSES}
    assert sizes == set(range(2, 11))  # an address of a web page never fits in the least


def test_the_reader_finds_a_fault_in_one_module() -> None:
    modules = qr_modules(HOME)
    modules[12][12] = not modules[12][12]
    with pytest.raises(AssertionError):
        qr_reader.read(modules)


@pytest.mark.parametrize("address", ADDRESSES)
def test_rectangles_show_each_dark_module_once(address: str) -> None:
    drawing, modules = drawn(address), qr_modules(address)
    side = drawing.height / (len(modules) + 2 * QUIET)
    seen = [[0] * len(modules) for _ in modules]
    for left, lower, right, upper in rectangles(drawing):
        columns = range(round(left / side), round(right / side))
        rows = range(round((drawing.height - upper) / side) - QUIET, round((drawing.height - lower) / side) - QUIET)
        for row in rows:
            for column in columns:
                seen[row][column] += 1
    assert seen == [[int(dark) for dark in row] for row in modules]
    runs = sum(before != after for row in modules for before, after in pairwise([False, *row]) if after)
    assert len(rectangles(drawing)) < 0.9 * runs


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_large_enough_and_has_white_around_it(address: str) -> None:
    drawing, count = drawn(address), len(qr_modules(address)) + 2 * QUIET
    module = drawing.height / count
    assert drawing.height >= SMALLEST - 0.01 >= 20 * MM
    assert module >= MODULE - 0.001 >= 0.4 * MM
    edges = rectangles(drawing)
    quiet = QUIET * module
    assert min(left for left, *_ in edges) == 0  # the white hangs in the margin
    assert drawing.items[0].commands[0][1] == pytest.approx((-quiet, 0.0))  # type: ignore[union-attr]
    assert max(right for *_, right, _ in edges) == pytest.approx(drawing.width - quiet)
    assert min(lower for _, lower, *_ in edges) == pytest.approx(quiet)
    assert max(upper for *_, upper in edges) == pytest.approx(drawing.height - quiet)


LAYOUT = """\
titel: Proef
blokken:
  - kop: Meer
  - qr: https://example.org/cijfers/2020?q=é
  - qr: {adres: uitgave, tekst: "Deze uitgave op internet:"}
  - tekst: Er waren {{ aanvragen }} aanvragen.
"""
WITH_URL = PERIOD.replace("{datum: 2020-06-24}", '{datum: 2020-06-24, url: "https://ind.nl/nieuws/2020"}', 1)


def test_how_it_reads_and_what_a_camera_reads(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    result, findings = built(project(tmp_path, layout=LAYOUT, period=WITH_URL))
    assert lines(findings) == []
    assert result is not None
    assert structural_faults(result.pdf) == []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(result.pdf, profile=profile).failures == []
    path = tmp_path / "uit.pdf"
    path.write_bytes(result.pdf)
    golden("qr.tags.txt", inspect(path))
    assert on_page(result.pdf) == ["https://example.org/cijfers/2020?q=%C3%A9", "https://ind.nl/nieuws/2020"]


def on_page(pdf: bytes) -> list[str]:
    """What the codes on the first page say, read of its picture: nothing else on it is quite black."""
    with pypdfium2.PdfDocument(pdf) as opened:
        picture = np.asarray(opened[0].render(scale=PIXELS / MODULE).to_pil().convert("L"))
    rows = np.flatnonzero((picture == 0).any(axis=1))
    bands = np.split(rows, np.flatnonzero(np.diff(rows) > 3 * PIXELS) + 1)
    return [qr_reader.read(_modules(picture[band[0] : band[-1] + 1])) for band in bands if len(band)]


def _modules(band: np.ndarray) -> list[list[bool]]:
    """The modules in a stretch of a picture that is as high as they are: the upper left pattern tells their size."""
    columns = np.flatnonzero((band == 0).any(axis=0))
    code = band[:, columns[0] : columns[-1] + 1] < 128
    across = np.flatnonzero(~code[len(code) // 100])[0] / 7
    count = 17 + 4 * round((len(code) / across - 17) / 4)
    assert code.shape[1] == pytest.approx(len(code), abs=2)
    places = [round((at + 0.5) * len(code) / count) for at in range(count)]
    return [[bool(code[y, x]) for x in places] for y in places]


def test_a_report_without_one_does_not_import_what_makes_them(tmp_path: Path) -> None:
    for name, layout in (("zonder", LAYOUT.replace("  - qr", "  - tekst").replace("adres: uitgave, tekst", "inhoud")),
                         ("met", LAYOUT)):  # fmt: skip
        folder = project(tmp_path / name, layout=layout, period=WITH_URL)
        code = (
            "import sys; from pathlib import Path; from rapportage.diagnostics import Findings; "
            "from rapportage.pipeline import BuildRequest, build; "
            f"assert build(BuildRequest('proef', '2020-05', Path({str(folder)!r})), Findings()); "
            "print('reportlab.graphics' in sys.modules)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout == f"{name == 'met'}\n"


FAULTY = {
    "qr: www.example.org": "3:9 S111 'www.example.org' is geen webadres",
    "qr: mailto:info@example.org": "3:9 S111 'mailto:info@example.org' is geen webadres",
    "qr: {tekst: Meer}": "3:9 S102 de sleutel 'adres' ontbreekt",
    "qr: {adres: uitgave}": "3:17 T449 deze uitgave heeft geen webadres",
    f"qr: {HOME}{'a' * 200}": "3:9 T449 dit adres heeft 220 tekens, en in een QR-code passen er 213",
    f"qr: {HOME}{'é' * 40}": "3:9 T449 dit adres heeft 260 tekens, en in een QR-code passen er 213",
    f'qr: {{adres: "{HOME}", tekst: "{{{{ aanvragen }}}} keer"}}':
        "3:52 T113 hier kan geen cijfer uit de gegevens staan, en dit is er een: 341",
}  # fmt: skip


@pytest.mark.parametrize("block", FAULTY)
def test_what_can_not_be(tmp_path: Path, block: str) -> None:
    result, findings = built(project(tmp_path, layout=f"titel: Proef\nblokken:\n  - {block}\n"))
    assert result is None
    assert lines(findings) == [FAULTY[block]]
    cover = block.replace("qr: ", "omslag:\n  afzender: Wij\n  qr: ", 1)
    result, findings = built(project(tmp_path, layout=f"titel: Proef\n{cover}\nblokken:\n  - kop: Kop\n"))
    assert result is None
    assert [line.split(" ", 1)[1] for line in lines(findings)] == [FAULTY[block].split(" ", 1)[1]]


def test_the_address_of_the_edition_is_told_where_it_stands(tmp_path: Path) -> None:
    period = PERIOD.replace("{datum: 2020-06-24}", f'{{datum: 2020-06-24, url: "{HOME}{"a" * 200}"}}', 1)
    result, findings = built(project(tmp_path, layout=LAYOUT, period=period))
    assert result is None
    assert [(str(item.span.path), item.code) for item in findings if item.span] == [("data/2020-05.yaml", "T449")]


def test_a_draft_waits_for_the_address_of_its_edition(tmp_path: Path) -> None:
    period = PERIOD.replace("{datum: 2020-06-24}", "{datum: 2020-06-24, status: concept, url: }", 1)
    cover = LAYOUT.replace("blokken:", "omslag: {afzender: Wij, qr: uitgave}\nblokken:", 1)
    findings = Findings()
    result = build(
        BuildRequest("proef", "2020-05", project(tmp_path, layout=cover, period=period), draft=True), findings
    )
    assert result is not None
    assert [line for line in lines(findings) if "url" in line] == ["2:52 S103 url is nog in te vullen"]


@pytest.mark.parametrize("title", ["Kort", "Een titel die over veel regels loopt " * 6])
def test_on_a_cover_it_stands_on_white(tmp_path: Path, title: str) -> None:
    layout = LAYOUT.replace("blokken:", "omslag: {afzender: Wij, qr: https://example.org/omslag}\nblokken:", 1)
    result, findings = built(project(tmp_path, layout=layout.replace("Proef", title), period=WITH_URL))
    assert [line for line in lines(findings) if "D105" not in line] == []
    assert result is not None
    assert on_page(result.pdf) == ["https://example.org/omslag"]
