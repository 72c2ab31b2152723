"""The publications in layouts/: what they say, how they read, and that they can be archived and read aloud."""

from __future__ import annotations

import re
from pathlib import Path

import page
import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Document, FlowDiagram, Heading, Section, Table, plain_text, walk
from rapportage.pipeline import BuildRequest, build, compose
from rapportage.proof.inspection import inspect, structural_faults
from tests.conftest import CompareParts
from tests.dump import dump, dump_by_chapter
from tests.faults import ROOT
from tests.validation.samples import PUBLISHED, SAMPLES, WEEKS

HALF_YEAR = BuildRequest("vreemdelingenketen", "2020-H1", ROOT)
GOLDEN = (("vreemdelingenketen", "2020-H1"), ("asieltrends", "2020-04"), ("instroom-week", "2024-W05"),
          ("grafieken", "2020-05"))  # fmt: skip


def document(request: BuildRequest) -> Document:
    findings = Findings()
    made = compose(request, findings)
    assert [str(item.message) for item in findings] == []
    assert made is not None
    return made


@pytest.mark.parametrize(("layout", "period"), SAMPLES)
def test_every_sample_conforms(layout: str, period: str) -> None:
    request = BuildRequest(layout, period, ROOT)
    findings = Findings()
    result = build(request, findings)
    assert result is not None
    assert len(findings) == 0
    assert structural_faults(result.pdf) == []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(result.pdf, profile=profile).failures == []
    again = build(request, Findings())
    assert again is not None
    assert again.pdf == result.pdf


@pytest.mark.parametrize(("layout", "period"), GOLDEN)
def test_what_it_says_and_how_it_reads(layout: str, period: str, golden_parts: CompareParts, tmp_path: Path) -> None:
    request = BuildRequest(layout, period, ROOT)
    name = f"{layout}-{period}"
    golden_parts(f"{name}/document", dump_by_chapter(document(request)))
    result = build(request, Findings())
    assert result is not None
    path = tmp_path / "uit.pdf"
    path.write_bytes(result.pdf)
    golden_parts(f"{name}/tags", tags_by_chapter(inspect(path)))


def tags_by_chapter(text: str) -> list[tuple[str, str]]:
    """The tag tree in parts: what comes before the first chapter, and each chapter by the words of its heading."""
    first, *chapters = re.split(r"^(?=  Sect$)", text, flags=re.MULTILINE)
    names = (re.search(r'^    H1 "(.*)"$', part, re.MULTILINE) for part in chapters)
    return [("opening", first), *((name[1], part) for name, part in zip(names, chapters, strict=True) if name)]


def test_the_half_yearly_report_holds_the_published_figures() -> None:
    text = dump(document(HALF_YEAR))
    for figure in ("{10.590}", "{8.330}", "{27.381}", "{44.400}", "{1.238}", "{1.242}", "{27.305}", "{5.790}"):
        assert figure in text
    assert "ongeveer" not in text.split("\nfigures:")[0]


def test_the_half_yearly_report_has_its_chapters() -> None:
    made = document(HALF_YEAR)
    headings = [block.heading for block in made.blocks if isinstance(block, Section)]
    assert [each.number for each in headings if each.number] == [
        *"1234567", *(f"Bijlage {letter}" for letter in "ABCDEF"),
    ]  # fmt: skip
    assert isinstance(headings[0], Heading)
    assert made.cover is not None
    assert made.cover.papers[-1] == "Kamerstuk 19637, vergaderjaar 2020–2021"
    blocks = list(walk(made.blocks))
    assert sum(isinstance(block, Chart) for block in blocks) >= 15
    assert sum(isinstance(block, FlowDiagram) for block in blocks) == 4


def test_minors_are_never_added_to_first_applications() -> None:
    """They are a part of them: the total of the month is that of the three kinds."""
    table = next(
        block for block in walk(document(HALF_YEAR).blocks) if isinstance(block, Table) and block.id == "maandtabel"
    )
    rows = [[plain_text(cell.content).replace(".", "") for cell in row.cells] for row in table.body]
    first, repeated, family, total, _ = [[int(cell) for cell in row[1:]] for row in rows]
    assert [sum(parts) for parts in zip(first, repeated, family, strict=True)] == total


def test_the_half_yearly_report_is_small() -> None:
    result = build(HALF_YEAR, Findings())
    assert result is not None
    assert result.pages >= 25
    assert len(result.pdf) < 30_000 * result.pages
    assert len(result.pdf) < 2_000_000


MOST_PAGES = {"kerncijfers": 4, "asieltrends": 3, "instroom-week": 1}
"""Most months of the trends take two; with many restated figures the mark of a sample leaves no room for the chart."""


@pytest.mark.parametrize(("layout", "period"), PUBLISHED)
def test_every_month_and_week_is_made_and_nothing_is_said_of_it(layout: str, period: str) -> None:
    findings = Findings()
    result = build(BuildRequest(layout, period, ROOT), findings)
    assert [f"{item.span}: {item.message}" for item in findings] == []
    assert result is not None
    assert structural_faults(result.pdf) == []
    assert result.pages <= MOST_PAGES[layout]


def test_there_are_months_of_2020_and_ten_weeks() -> None:
    months = {period for layout, period in PUBLISHED if layout == "kerncijfers" and period.startswith("2020")}
    assert months == {f"2020-{month:02}" for month in (1, 2, 3, 4, 5, 6, 10, 11)}
    assert len(WEEKS) >= 10


@pytest.mark.parametrize("month", ["2020-01", "2020-10"])
def test_key_figures_leave_out_what_a_month_does_not_have(month: str) -> None:
    headings = [
        block.heading
        for block in document(BuildRequest("kerncijfers", month, ROOT)).blocks
        if isinstance(block, Section)
    ]
    assert [plain_text(each.content) for each in headings if "vertrek" in plain_text(each.content)] == []


def test_what_the_month_before_was_is_restated_only_where_it_was() -> None:
    """Of September 2020 only October's page is known: its figure was never another."""
    october, november = (said("kerncijfers", f"2020-{month}") for month in (10, 11))
    assert "In {september 2020} waren het er {1.991}." in october
    assert "In {oktober 2020} waren het er na bijstelling {2.042}." in november


def said(layout: str, period: str) -> str:
    return " ".join(dump(document(BuildRequest(layout, period, ROOT))).split())


def test_a_week_is_compared_only_where_the_figure_is_known() -> None:
    three, four, five = (said("instroom-week", f"2024-W0{week}") for week in (3, 4, 5))
    assert "een jaar eerder waren het er ongeveer {700}" in five
    assert "In de week ervoor" not in three
    assert "Vanaf het begin van het jaar" not in three
    assert "In dezelfde week een jaar eerder" not in four
    assert "{2.800}" in four


def test_equal_weeks_are_said_to_be_equal() -> None:
    assert "In de week ervoor waren het er afgerond evenveel." in said("instroom-week", "2024-W04")
    years = said("instroom-week", "2024-W48")
    assert "In dezelfde weken van de twee jaren ervoor waren het er steeds ongeveer {46.000}." in years
    assert "waren het er afgerond evenveel." in said("instroom-week", "2023-W47")


def test_months_without_figures_are_named_in_full() -> None:
    """A head of the table says 'mei', below a head with the year."""
    assert "De kolommen mei 2019, juni 2019 en juli 2019 ontbreken:" in said("asieltrends", "2019-09")


@pytest.mark.parametrize(
    ("month", "words"),
    [("2019-09", "Van {augustus 2019} is alleen het totaal bekend."), ("2020-05", "alleen de grootste groepen")],
)
def test_why_the_month_before_has_no_figures_is_said(month: str, words: str) -> None:
    assert words in said("kerncijfers", month)
