"""Charts of more rows than a page has room for: they go on on the next page, and are one figure for who listens."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, walk
from rapportage.pages.charts import canvas
from rapportage.pipeline import BuildRequest, BuildResult, build, build_chart, trace
from rapportage.proof.inspection import read_said, structural_faults

TWO = 'reeksen: [{naam: Vroeg, waarde: "{{ b[rij] }}"}, {naam: Laat, waarde: "{{ rij }}"}]'
KINDS = {
    "one series": ("liggende staaf", ""),
    "two series": (
        "liggende staaf",
        'reeksen: [{naam: Vroeg, waarde: "{{ b[rij] }}"}, {naam: Laat, waarde: "{{ rij }}"}]',
    ),
    "a pyramid": ("piramide", 'reeksen: [{naam: Vroeg, waarde: "{{ b[rij] }}"}, {naam: Laat, waarde: "{{ rij }}"}]'),
}


def project(folder: Path, kind: str, rows: int) -> BuildRequest:
    for name in ("data", "layouts"):
        (folder / name).mkdir(exist_ok=True)
    parts = "".join(f"        plaats {letters(number)}: {3 * rows - number}\n" for number in range(rows))
    series = "".join(
        f"  {id}:\n    titel: {id.upper()}\n    eenheid: huizen\n    bron: b\n    totaal: {9 * rows * rows}\n"
        f"    naar:\n      plaats:\n{parts}"
        for id in "ab"
    )
    head = (
        "periode: 2020\nuitgave: {datum: 2021-02-01}\nbronnen: {b: {titel: Titel, uitgever: CBS, datum: 2021-02-01}}\n"
    )
    (folder / "data" / "2020.yaml").write_text(f"{head}cijfers:\n{series}", encoding="utf-8")
    word, lines = KINDS[kind]
    text = (
        "titel: Proef\nblokken:\n  - kop: K\n  - grafiek:\n      id: lang\n      titel: Alle plaatsen\n"
        f"      soort: {word}\n      cijfers: '{{{{ a | top({rows}) }}}}'\n      {lines}\n"
    )
    (folder / "layouts" / "proef.yaml").write_text(text, encoding="utf-8")
    return BuildRequest("proef", "2020", folder)


def letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")


def built(request: BuildRequest) -> BuildResult:
    findings = Findings()
    made = build(request, findings)
    assert made is not None, list(findings)
    return made


def pages_of_figure(pdf: bytes) -> list[int]:
    """The pages with content of the one figure, and whether it has a rectangle."""
    (said,) = (each for each in read_said(pdf).utterances if each.is_picture)
    return sorted({page for page, _ in said.parts})


@pytest.mark.parametrize("rows", [5, 33, 34, 35, 36, 70, 120])
@pytest.mark.parametrize("kind", KINDS)
def test_every_row_is_there_once_and_in_order(kind: str, rows: int, tmp_path: Path) -> None:
    made = built(project(tmp_path, kind, rows))
    pictures = [each for each in read_said(made.pdf).utterances if each.is_picture]
    assert len(pictures) == 1, "one figure"
    texts = [text for _, text in pictures[0].parts]
    assert re.findall(r"plaats \w+", " ".join(texts)) == [f"plaats {letters(number)}" for number in range(rows)]
    figures = Counter(text for text in texts if text.replace(".", "").isdigit())
    assert set(figures.values()) == {1 if kind == "one series" else 2}
    assert trace(made, "2020").faults == ()


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_told_once_and_has_a_place_only_on_one_page(kind: str, tmp_path: Path) -> None:
    for rows, many in ((10, False), (100, True)):
        made = built(project(tmp_path, kind, rows))
        (chart,) = (block for block in walk(made.document.blocks) if isinstance(block, Chart))
        told = [each for each in read_said(made.pdf).utterances if each.role == "Alt"]
        assert [text for each in told for _, text in each.parts] == [chart.alternative]
        pages = pages_of_figure(made.pdf)
        assert (len(pages) > 1) == many
        assert pages == list(range(pages[0], pages[-1] + 1)), "no page between is left out"
        with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
            figures = [
                each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
            ]
            assert len(figures) == 1
            has_place = "/BBox" in str(figures[0].get("/A", ""))
        assert has_place != many


def test_what_a_reader_needs_comes_again_on_each_page(tmp_path: Path) -> None:
    """The label and the names of the series; neither is read aloud twice."""
    made = built(project(tmp_path, "two series", 100))
    said = read_said(made.pdf)
    pages = pages_of_figure(made.pdf)
    for page in pages[1:]:
        around = " ".join(said.aside[page - 1])
        assert "Figuur 1 (vervolg)" in around
        assert "Vroeg" in around
        assert "Laat" in around
    heard = " ".join(text for each in said.utterances for _, text in each.parts)
    assert "(vervolg)" not in heard


def test_one_chart_by_itself_is_one_page_or_refused(tmp_path: Path) -> None:
    findings = Findings()
    assert build_chart(project(tmp_path, "one series", 300), "lang", findings) is not None
    assert list(findings) == []
    assert build_chart(project(tmp_path, "one series", 900), "lang", findings) is None
    assert [each.code for each in findings] == ["D102"]


def test_the_work_grows_with_the_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is held against its neighbours, and not against all others."""
    counted = 0
    meets = canvas.Extent.meets

    def counting(extent: canvas.Extent, other: canvas.Extent) -> bool:
        nonlocal counted
        counted += 1
        return meets(extent, other)

    monkeypatch.setattr(canvas.Extent, "meets", counting)
    work = []
    for rows in (100, 200):
        counted = 0
        built(project(tmp_path, "one series", rows))
        work.append(counted)
    assert work[0] > 0
    assert work[1] < 2.2 * work[0]


@pytest.mark.parametrize(
    ("rows", "place", "fault"),
    [
        (100, [50, 50, 500, 500], "met een plaats (BBox) op één"),
        (100, None, None),
        (10, None, "een figuur zonder plaats (BBox)"),
    ],
)
def test_the_check_knows_what_a_figure_on_several_pages_has(
    rows: int, place: list[int] | None, fault: str | None, tmp_path: Path
) -> None:
    made = built(project(tmp_path, "one series", rows))
    spoiled = io.BytesIO()
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        dictionaries = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        figure = next(each for each in dictionaries if each.get("/S") == "/Figure")
        figure.A = pikepdf.Dictionary(O=pikepdf.Name.Layout, Placement=pikepdf.Name.Block)
        if place is not None:
            figure.A.BBox = pikepdf.Array(place)
        pdf.save(spoiled)
    faults = structural_faults(spoiled.getvalue())
    assert len(faults) == (0 if fault is None else 1)
    assert all(fault in each for each in faults if fault)
