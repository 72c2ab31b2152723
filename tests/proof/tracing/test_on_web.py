"""An edition for the web says what its PDF says; what is changed in it is found, wherever it is."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import FlowDiagram, walk
from rapportage.pipeline import BuildRequest, Editions, editions, trace, trace_web
from rapportage.proof.comparing import compare
from rapportage.proof.inspection.web import read_web
from rapportage.proof.tracing import TraceReport, as_html, as_json, as_text, from_json
from tests.faults import ROOT
from tests.validation.samples import EVERY_SAMPLE

ONE_OF_EACH = [each for each in EVERY_SAMPLE if each[1:] in (
    ("grafieken", "2020-05"), ("vreemdelingenketen", "2020-H1"), ("kerncijfers", "2020-05"), ("key-figures", "2020-05"),
    ("asieltrends", "2020-04"), ("monitor", "2025"), ("kerncijfers-onderwijs", "SJ2022-23"), ("bevolking", "2010"),
)]  # fmt: skip
VALUE = r'(?:"([^"]*)"|([^"\s>]+))'
IN_TAGS = re.compile(rf'(?: (?:value|alt|aria-label|title|content|download)=| href=(?="?#)){VALUE}|>([^<]+)<')
"""What a reader, a listener or a program gets: attributes that say something, where links lead, and text."""


@pytest.fixture(scope="module", params=ONE_OF_EACH, ids=lambda each: "-".join(each[1:]))
def both(request: pytest.FixtureRequest) -> tuple[Editions, TraceReport, TraceReport]:
    project, layout, period = request.param
    made = editions(BuildRequest(layout, period, project), ("pdf", "html"), Findings())
    assert made is not None
    assert made.report is not None
    return made, trace(made.report, period), trace_web(made, period)


def test_an_edition_says_what_the_pdf_says(both: tuple[Editions, TraceReport, TraceReport]) -> None:
    _, pdf, web = both
    assert web.faults == ()
    assert [each.shown for each in web.literals] == [each.shown for each in pdf.literals]
    shown = [Counter((each.shown, each.spoken, each.place.block) for each in report.figures) for report in (pdf, web)]
    assert shown[0] == shown[1]


def test_sentences_are_in_the_same_order(both: tuple[Editions, TraceReport, TraceReport]) -> None:
    kinds = ("zin", "kop", "bijschrift", "noot", "bron", "opmerking", "cel", "kader", "kaart", "begrip")
    told = [[each.text for each in report.passages if each.place.kind in kinds] for report in both[1:]]
    assert len(told[0]) > 10
    assert told[0] == told[1]


def test_figures_are_at_an_anchor_that_is_there(both: tuple[Editions, TraceReport, TraceReport]) -> None:
    made, _, web = both
    ids = {"".join(each) for each in re.findall(f" id={VALUE}", (made.html or b"").decode())}
    anchors = {each.page for each in web.figures}
    assert len(anchors) > 1
    assert anchors <= ids | {""}
    assert web.pages == 0


def test_a_trace_can_be_saved_and_shown(both: tuple[Editions, TraceReport, TraceReport]) -> None:
    _, _, web = both
    again = from_json(as_json(web))
    assert [(each.page, each.place, each.shown) for each in again.figures] == [
        (each.page, each.place, each.shown) for each in web.figures
    ]
    assert f"#{web.figures[-1].page}, " in as_text(web)
    assert f"<td>#{web.figures[-1].page}</td>" in as_html(web)


def test_the_traces_of_both_forms_are_compared_without_a_difference(
    both: tuple[Editions, TraceReport, TraceReport],
) -> None:
    made, pdf, web = both
    with made.document.spoken():
        found = compare(pdf, web, "pdf", "html")
    diagrams = {block.id for block in walk(made.document.blocks) if isinstance(block, FlowDiagram)}
    others = [each for each in found.statements if each.here.told.place.block not in diagrams]
    assert [each for each in found.figures if each.here.place.block not in diagrams] == []
    assert others == []  # a diagram is told step by step on the web, and at once in a PDF


# --- What was changed in it -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def kerncijfers() -> Editions:
    made = editions(BuildRequest("kerncijfers", "2020-05", ROOT), ("html",), Findings())
    assert made is not None
    return made


def places(page: str) -> list[int]:
    """Where a digit stands that says something."""
    begin = page.index("</style>")
    head = page.index("<title>")
    parts = [found.span(number) for found in IN_TAGS.finditer(page) for number in (1, 2, 3) if found[number]]
    return [
        at
        for first, last in parts
        if first > begin or head < first < page.index("</title>")
        for at in range(first, last)
        if page[at].isdigit()
    ]


def test_no_digit_can_be_another(kerncijfers: Editions) -> None:
    page = (kerncijfers.html or b"").decode()
    found = places(page)
    assert len(found) > 1000
    chosen = random.Random(18).sample(found, 120)
    missed = []
    for at in chosen:
        other = str((int(page[at]) + 1) % 10)
        changed = f"{page[:at]}{other}{page[at + 1 :]}"
        if not trace_web(kerncijfers, "2020-05", read_web(changed.encode())).faults:
            missed.append(page[at - 60 : at + 20])
    assert missed == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("nam het aantal", "daalde het aantal", "#kop-1, zin: er staat"),
        ("name=generator", "name=generator id=x", ""),
        ("</main>", "<p>Er kwamen er 99.</p></main>", "er staat 'Er kwamen er 99.'"),
        ("<p class=source>Bron", "<p class=source hidden>Bron", 'er staat iets dat er niet hoort: hidden=""'),
        ("href=https://ind.nl/nl/nieuws/asielinstroom-in-mei-2020", 'href="https://example.org/"', "leidt naar"),
        ("<span class=aloud>onbekend</span>", "<span class=aloud>nul</span>", "hoort wie luistert 'nul'"),
        ('content="asiel', 'content="migr', "als trefwoorden"),
        ("base64,", "base64,QQ", ""),
        ("</main>", '</main><p class="origins">Verzonnen.</p>', "de herkomst van de cijfers"),
    ],
)
def test_what_is_changed_is_told(kerncijfers: Editions, old: str, new: str, said: str) -> None:
    page = (kerncijfers.html or b"").decode()
    head, body = page.split("</style>")
    if "generator" in old or old.startswith("content="):
        changed = head.replace(old, new, 1) + "</style>" + body
    else:
        changed = head + "</style>" + body.replace(old, new, 1)
    assert changed != page
    report = trace_web(kerncijfers, "2020-05", read_web(changed.encode()))
    if "generator" not in old:
        assert {each.code for each in report.faults} == {"P211"}
        assert any(said in each.message for each in report.faults)
    else:
        assert report.faults == ()


def test_what_is_left_out_is_told(kerncijfers: Editions) -> None:
    page = (kerncijfers.html or b"").decode()
    changed = re.sub(r"<p>In mei.2020 telde.*?</p>\n", "", page)
    assert changed != page
    report = trace_web(kerncijfers, "2020-05", read_web(changed.encode()))
    assert any("ontbreekt in de html" in each.message for each in report.faults)


def test_an_older_file_of_the_same_report_differs(tmp_path: Path, kerncijfers: Editions) -> None:
    older = editions(BuildRequest("kerncijfers", "2020-01", ROOT), ("html",), Findings())
    assert older is not None
    assert older.html is not None
    assert trace_web(kerncijfers, "2020-05", read_web(older.html)).faults
