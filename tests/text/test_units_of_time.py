"""Reports over quarters, days and school years: sums, steps back, tables and charts in each unit."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Document, Paragraph, Table, plain_text, walk
from rapportage.pipeline import BuildRequest, build, compose
from tests.faults import lines

FILE = """\
periode: {code}
uitgave: {{datum: {date}, status: definitief}}
bronnen: {{b: {{titel: Cijfers, uitgever: CBS, datum: {date}}}}}
cijfers:
  zaken: {{titel: Zaken, eenheid: zaken, bron: b, totaal: {total}, naar: {{land: {{A: {part}, B: 1}}}}}}
"""


def written(folder: Path, totals: dict[str, int], blocks: str) -> None:
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for code, total in totals.items():
        text = FILE.format(code=code, date="2026-12-31", total=total, part=total - 1)
        (folder / "data" / f"{code}.yaml").write_text(text, encoding="utf-8")
    (folder / "layouts" / "p.yaml").write_text(f"titel: P\nblokken:\n{blocks}", encoding="utf-8")


def made(folder: Path, totals: dict[str, int], blocks: str, edition: str) -> Document:
    written(folder, totals, blocks)
    findings = Findings()
    document = compose(BuildRequest("p", edition, folder), findings)
    assert document is not None, lines(findings)
    return document


def said(folder: Path, totals: dict[str, int], text: str, edition: str) -> str:
    document = made(folder, totals, f'  - tekst: "{text}"\n', edition)
    first = next(block for block in walk(document.blocks) if isinstance(block, Paragraph))
    return plain_text(first.content).replace("\u00a0", " ")


QUARTERS = {f"{year}-Q{number}": 100 * (year - 2023) + number for year in (2024, 2025) for number in (1, 2, 3, 4)}
FEBRUARY = {(date(2024, 1, 1) + timedelta(days=day)).isoformat(): day + 1 for day in range(60)}  # up to 29 February
SCHOOL = {f"SJ{year}-{(year + 1) % 100:02}": year - 2000 for year in range(2019, 2025)}
FISCAL = {f"BJ{year}-07": year - 2000 for year in range(2019, 2025)}


@pytest.mark.parametrize(
    ("totals", "edition", "expression", "shown"),
    [
        (QUARTERS, "2025-Q2", "zaken.twaalf_maanden", str(103 + 104 + 201 + 202)),
        (QUARTERS, "2025-Q2", "zaken.jaar_tot_nu", str(201 + 202)),
        (QUARTERS, "2025-Q4", "zaken['2025-H1']", str(201 + 202)),
        (QUARTERS, "2025-Q4", "zaken['2025']", str(201 + 202 + 203 + 204)),
        (QUARTERS, "2025-Q4", "zaken.kalenderjaar_ervoor", str(101 + 102 + 103 + 104)),
        (QUARTERS, "2025-Q4", "zaken.jaar_tot_nu['A']", str(200 + 201 + 202 + 203)),
        (FEBRUARY, "2024-02-29", "zaken.vorige", "59"),
        (FEBRUARY, "2024-02-29", "zaken['2024-02']", "1.334"),
        (FEBRUARY, "2024-02-29", "zaken['2024-02'].vorige", str(sum(range(1, 32)))),
        (FEBRUARY, "2024-02-29", "zaken['2024-W08']", str(sum(range(50, 57)))),
        (FEBRUARY, "2024-02-29", "zaken.jaar_tot_nu", "1.830"),
        (FEBRUARY, "2024-02-29", "zaken['2024-02-01/2024-02-07']", str(sum(range(32, 39)))),
        (SCHOOL, "SJ2024-25", "zaken.vorige", "23"),
        (SCHOOL, "SJ2024-25", "zaken.vorig_jaar", "23"),
        (SCHOOL, "SJ2024-25", "zaken['SJ2019-20']", "19"),
        (SCHOOL, "SJ2024-25", "zaken['2019-08/2020-07']", "19"),
        (SCHOOL, "SJ2024-25", "zaken | reeks('SJ2022-23') | som", str(22 + 23 + 24)),
        (FISCAL, "BJ2024-07", "zaken.vorig_jaar", "23"),
        (FISCAL, "BJ2024-07", "zaken.twaalf_maanden", "24"),
    ],
)
def test_a_figure(tmp_path: Path, totals: dict[str, int], edition: str, expression: str, shown: str) -> None:
    assert said(tmp_path, totals, f"Het waren er {{{{ {expression} }}}}.", edition) == f"Het waren er {shown}."


@pytest.mark.parametrize(
    ("totals", "edition", "expression", "code"),
    [
        (QUARTERS, "2024-Q2", "zaken.twaalf_maanden", "T305"),  # two quarters are not known
        (FEBRUARY, "2024-02-29", "zaken.vorig_jaar", "T304"),  # of which there is none
        (FEBRUARY, "2024-02-29", "zaken['2024-Q1']", "T305"),
    ],
)
def test_what_is_not_known(tmp_path: Path, totals: dict[str, int], edition: str, expression: str, code: str) -> None:
    written(tmp_path, totals, f'  - tekst: "Het waren er {{{{ {expression} }}}}."\n')
    findings = Findings()
    assert compose(BuildRequest("p", edition, tmp_path), findings) is None
    assert [each.code for each in findings] == [code]


@pytest.mark.parametrize(
    ("totals", "edition", "periods", "heads"),
    [
        (QUARTERS, "2025-Q4", "laatste 3", ["2e kwartaal 2025", "3e kwartaal 2025", "4e kwartaal 2025"]),
        (FEBRUARY, "2024-02-29", "laatste 3", ["feb 2024", "27", "28", "29"]),
        (FEBRUARY, "2024-02-29", "laatste 2 maanden", ["2024", "jan", "feb"]),
        (SCHOOL, "SJ2024-25", "dezelfde periode 3 jaar", ["2022/2023", "2023/2024", "2024/2025"]),
        (SCHOOL, "SJ2024-25", "laatste 2 schooljaren", ["2023/2024", "2024/2025"]),
        (FISCAL, "BJ2024-07", "laatste 2 boekjaren", ["2023/2024", "2024/2025"]),
    ],
)
def test_a_table(tmp_path: Path, totals: dict[str, int], edition: str, periods: str, heads: list[str]) -> None:
    block = (
        "  - tabel:\n      titel: T\n      rijkop: R\n      rijen: '{{ zaken }}'\n"
        f"      vergelijking: {{perioden: {periods}}}\n"
    )
    document = made(tmp_path, totals, block, edition)
    table = next(each for each in walk(document.blocks) if isinstance(each, Table))
    shown = [plain_text(cell.content).replace("\u00a0", " ") for row in table.head for cell in row.cells]
    assert [each for each in shown if each != "R"] == heads


CHART = "  - grafiek: {{titel: G, soort: staaf, vanaf: {since}, reeksen: [{{naam: Zaken, cijfers: zaken}}]}}\n"


@pytest.mark.parametrize(
    ("totals", "edition", "since", "count"),
    [
        (QUARTERS, "2025-Q4", "2024-Q1", 8),
        (FEBRUARY, "2024-02-29", "2024-01-01", 60),
        (SCHOOL, "SJ2024-25", "SJ2019-20", 6),
        (FISCAL, "BJ2024-07", "BJ2020-07", 5),
    ],
)
def test_a_chart_builds(tmp_path: Path, totals: dict[str, int], edition: str, since: str, count: int) -> None:
    written(tmp_path, totals, CHART.format(since=since))
    findings = Findings()
    result = build(BuildRequest("p", edition, tmp_path, attachments=True), findings)
    assert result is not None, lines(findings)
    chart = next(each for each in walk(result.document.blocks) if isinstance(each, Chart))
    assert len(chart.categories) == count
    table = next(each for each in walk(result.document.blocks) if isinstance(each, Table))
    ids = [cell.id for row in (*table.head, *table.body) for cell in row.cells if cell.id]
    assert len(set(ids)) == len(ids)
    assert not any(" " in id for id in ids)


def test_months_of_a_series_of_quarters(tmp_path: Path) -> None:
    written(tmp_path, QUARTERS, CHART.format(since="2025-01"))
    findings = Findings()
    assert compose(BuildRequest("p", "2025-Q4", tmp_path), findings) is None
    ((code, hint),) = ((each.code, each.hint) for each in findings)
    assert (code, hint) == ("T408", "'zaken' is er per kwartaal, en niet per maand: schrijf 2025-Q1")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("schooljaar 2024/2025", []),
        ("schooljaar 2024/25", []),
        ("het schooljaar 2022/2023", ["T504"]),
        ("schooljaar 2022-2023", ["T504"]),
    ],
)
def test_a_school_year_that_is_not_that_of_the_figure(tmp_path: Path, words: str, codes: list[str]) -> None:
    written(tmp_path, SCHOOL, f"  - tekst: In {words} waren het er {{{{ zaken }}}}.\n")
    findings = Findings()
    assert compose(BuildRequest("p", "SJ2024-25", tmp_path), findings) is not None
    assert [each.code for each in findings] == codes


def test_the_days_of_this_year_and_the_year_before(tmp_path: Path) -> None:
    days = [date(2025, 1, 20) + timedelta(days=day) for day in range(400)]
    totals = {each.isoformat(): 10 for each in days if each.month in (1, 2)}
    block = "  - grafiek: {titel: G, soort: stroom, vanaf: 2026-01-28, reeksen: [{naam: Zaken, cijfers: zaken}]}\n"
    document = made(tmp_path, totals, block, "2026-02-03")
    chart = next(each for each in walk(document.blocks) if isinstance(each, Chart))
    assert [each.name for each in chart.series] == ["2025", "2026"]
    assert [(each.label, each.group) for each in chart.categories][2:6] == [
        ("30", "jan"), ("31", "jan"), ("1", "feb"), ("2", "feb"),
    ]  # fmt: skip


def test_the_year_of_a_school_year(tmp_path: Path) -> None:
    assert said(tmp_path, SCHOOL, "Dat was in {{ periode.jaar }}.", "SJ2024-25") == "Dat was in 2024/2025."
