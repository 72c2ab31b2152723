"""The next period: its file, what is missing from it, and a draft all the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from rapportage.cli.main import cli
from rapportage.diagnostics import Findings
from rapportage.diagnostics.render import Severity, missing
from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.words.wrong_periods import ONE_PERIOD
from rapportage.input.loading import load
from rapportage.input.loading.nodes import Kind
from rapportage.input.loading.walk import scalars
from rapportage.pipeline import BuildRequest, BuildResult, build, new_period
from rapportage.proof.inspection import inspect, read_said, structural_faults
from rapportage.proof.tracing import trace_report
from tests.faults import PERIOD, built, project, samples


def made(folder: Path, period: str, origin: str | None = None) -> str:
    findings = Findings()
    found = new_period(period, origin, folder, findings)
    assert len(findings) == 0
    assert found is not None
    found.path.write_text(found.made.text, encoding="utf-8")
    return found.made.text


def drafted(folder: Path, layout: str, period: str) -> tuple[BuildResult, Findings]:
    findings = Findings()
    result = build(BuildRequest(layout, period, folder, draft=True), findings)
    assert result is not None
    assert findings.count(Severity.ERROR) == 0
    return result, findings


@pytest.mark.parametrize(
    ("period", "origin"), [("2020-07", None), ("2021-02", "2020-05"), ("2024-W25", None), ("2020-H2", None)]
)
def test_the_file_of_the_next_period(
    tmp_path: Path, period: str, origin: str | None, golden: Callable[[str, str], None]
) -> None:
    golden(f"nieuw-{period}.yaml", made(samples(tmp_path), period, origin))


@pytest.mark.parametrize(("period", "origin"), [("2020-07", "2020-05"), ("2024-W25", None), ("2020-H2", None)])
def test_it_counts_what_is_empty(tmp_path: Path, period: str, origin: str | None) -> None:
    found = new_period(period, origin, samples(tmp_path), Findings())
    assert found is not None
    found.path.write_text(found.made.text, encoding="utf-8")
    node = load(found.path, "x", Findings(), tmp_path)
    assert node is not None
    empty = [each for each in scalars(node) if each.kind is Kind.EMPTY]
    assert found.made.figures + found.made.sources + found.made.others == len(empty)


OF_A_SOURCE = """\
periode: {old}
uitgave: {{datum: {date}}}
bronnen: {{{name}: {{titel: Cijfers, uitgever: IND}}}}
cijfers: {{zaken: {{titel: Zaken, eenheid: zaken, bron: {name}, totaal: 5}}}}
"""


@pytest.mark.parametrize(
    ("old", "name", "new", "renamed"),
    [
        ("2025-Q4", "cbs-2025-q4", "2026-Q1", "cbs-2026-q1"),
        ("2025-Q4", "cbs-q4", "2026-Q1", "cbs-q1"),
        ("2025-Q4", "CBS-Q4-2025", "2026-Q1", "CBS-Q1-2026"),
        ("2025-Q4", "cbs-kw4-2025", "2026-Q1", "cbs-kw1-2026"),
        ("2025-Q1", "cbs-2025", "2025-Q2", "cbs-2025"),
        ("2025-H2", "coa-2025-h2", "2026-H1", "coa-2026-h1"),
        ("2025-12", "ind-december", "2026-01", "ind-januari"),
        ("2025-12", "ind-2025-12", "2026-01", "ind-2026-01"),
        ("2025-12", "ind-dec-2025", "2026-01", "ind-jan-2026"),
        ("2024-W52", "jenv-2024-w52", "2025-W01", "jenv-2025-w01"),
        ("2025", "cbs-2025", "2026", "cbs-2026"),
        ("SJ2024-25", "duo-sj2024-25", "SJ2025-26", "duo-sj2025-26"),
        ("SJ2024-25", "duo-2024-2025", "SJ2025-26", "duo-2025-2026"),
        ("BJ2024-07", "fin-2024-25", "BJ2025-07", "fin-2025-26"),
        ("2026-02-28", "rivm-2026-02-28", "2026-03-01", "rivm-2026-03-01"),
        ("2026-02-28", "rivm-20260228", "2026-03-01", "rivm-20260301"),
        ("2025-Q4", "cbs", "2026-Q1", "cbs"),
    ],
)
def test_a_source_is_named_after_the_new_period(tmp_path: Path, old: str, name: str, new: str, renamed: str) -> None:
    text = OF_A_SOURCE.format(old=old, name=name, date="2026-09-01")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / f"{old}.yaml").write_text(text, encoding="utf-8")
    written = made(tmp_path, new)
    assert f"bronnen: {{{renamed}: " in written
    assert f"bron: {renamed}," in written
    assert (tmp_path / "data" / f"{new}.yaml").exists()


def test_no_head_comment_or_order_of_keys_leads_it_astray(tmp_path: Path) -> None:
    path = samples(tmp_path) / "data" / "2020-06.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("periode:"), text.index("uitgave:")
    edition = text.index("bronnen:")
    head = "# Over de periode: juni.\n\n# Zie ook mei.\n"
    path.write_text(head + text[end:edition] + text[start:end] + text[edition:], encoding="utf-8")
    first, second, third = made(tmp_path, "2020-07").splitlines()[:3]
    assert (first[:14], second, third) == ("# Cijfers over", "uitgave:", "  datum:")


STALE = """\
periode: 2020-05
uitgave: {datum: 2020-06-24}
bronnen:
  ind-mei: {titel: Asielinstroom in mei 2020, uitgever: IND}  # de tweede versie
  ind-mei-2019: {titel: Vorig jaar, uitgever: IND}
  cbs: {titel: "Nummer #1 van 2020", uitgever: CBS}
cijfers:
  # Twee regels
  # over mei.
  aanvragen:
    titel: Aanvragen in mei
    eenheid: aanvragen  #geteld op 1 juni
    bron: [ind-mei, "cbs"]
    toelichting: >-
      Zonder de 12 van
      de boot.

    totaal: 341
  anders: {titel: Anders, eenheid: '%', bron: ind-mei-2019, toelichting: Circa 15%, vensters: {2020-05: {totaal: 15}}}
"""


def test_what_speaks_of_the_old_period_is_marked(tmp_path: Path) -> None:
    folder = project(tmp_path, period=STALE)
    assert (
        made(folder, "2020-06")
        == """\
# Cijfers over juni 2020: nog in te vullen.
periode: 2020-06
uitgave: {status: concept, datum: }
bronnen:
  ind-juni: {titel: , uitgever: IND}  # nagaan: de tweede versie
  ind-juni-2019: {titel: , uitgever: IND}
  cbs: {titel: , uitgever: CBS}
cijfers:
  # nagaan: Twee regels
  # over mei.
  aanvragen:
    # nagaan: noemt de regel hieronder nog de juiste periode?
    titel: Aanvragen in mei
    eenheid: aanvragen  # nagaan: geteld op 1 juni
    bron: [ind-juni, "cbs"]
    # nagaan: toelichting: >-
    #   Zonder de 12 van
    #   de boot.

    totaal:
  anders: {titel: Anders, eenheid: '%', bron: ind-juni-2019, toelichting: , vensters: {2020-06: {totaal: }}}

# Geeft een bron 2020-05 nu anders, zet dat dan hier, zonder #:
# herzien:
#   2020-05:
#     aanvragen: {totaal: , bron: }
"""
    )
    assert made(folder, "2020-07").count("nagaan") == 5


def test_a_series_of_history_alone_is_left_to_the_old_file(tmp_path: Path) -> None:
    """Such as a row of years beside a half year: none is asked again, and without figures it is a fault."""
    folder = samples(tmp_path)
    path = folder / "data" / "2020-H1.yaml"
    text = path.read_text(encoding="utf-8")
    head = "    titel: Jaren\n    eenheid: personen\n    bron: coa\n"
    row = f"cijfers:\n  # Van elk jaar één.\n  jaren:\n{head}    reeks:\n      2019: 5\n\n"
    same = f"  halfjaren:\n{head}    reeks:\n      2019-H1: 5\n\n"
    path.write_text(text.replace("cijfers:\n", row + same, 1), encoding="utf-8")
    new = made(folder, "2020-H2")
    assert "jaren:\n" in new
    assert "\n  jaren:\n" not in new
    assert "Van elk jaar" not in new
    assert "  halfjaren:\n" in new
    assert "      2019-H2:\n" in new


def test_sources_that_would_get_one_name_keep_theirs(tmp_path: Path) -> None:
    folder = project(tmp_path, period=STALE.replace("ind-mei-2019", "ind-juni"))
    text = made(folder, "2020-06")
    assert "ind-juni: {titel" in text
    text = STALE.replace("ind-mei-2019", "ind-2020").replace("cbs:", "ind-2021:").replace('"cbs"', "ind-2021")
    text = text.replace("2020-05", "2020-12").replace("2020-06-24", "2021-01-24")
    (folder / "data" / "2020-12.yaml").write_text(text, encoding="utf-8")
    new = made(folder, "2021-01", "2020-12")
    assert re.findall(r"^  (ind-[^:]*):", new, re.MULTILINE) == ["ind-mei", "ind-2020", "ind-2021"]


def test_nothing_but_gaps_is_wrong_with_it(tmp_path: Path) -> None:
    text = made(samples(tmp_path), "2020-07")
    findings = Findings()
    assert build(BuildRequest("asieltrends", "2020-07", tmp_path), findings) is None
    assert {item.code for item in findings} == {"C101", "S103", "U107"}
    gaps = [number for number, line in enumerate(text.splitlines(), 1) if not line.startswith("#")
            for _ in re.findall(r": (?=[,}])|:$(?<!naar:)", line)]  # fmt: skip
    assert {item.span.line for item in findings if item.span and item.code == "C101"} <= set(gaps)


def test_filled_in_it_builds(tmp_path: Path) -> None:
    text = made(samples(tmp_path), "2020-07")
    text = text.replace("  datum:\n  status: concept", "  datum: 2020-08-20\n  status: definitief")
    text = text.replace("titel:\n", "titel: Asielinstroom in juli 2020\n").replace("    datum:\n    url:\n", "")
    text = re.sub(r": (?=[,}])", ": 9", text)
    text = re.sub(r"^( {8}\S.*|    totaal):$", r"\1: 90", text, flags=re.MULTILINE)
    text = text.replace("AMV: 90", "AMV: 9").replace("        Syrië: 90", "        Syrië: 9")
    text = re.sub(r"^( {8}\S.*): 90$", r"\1: 9", text, flags=re.MULTILINE)
    (tmp_path / "data" / "2020-07.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    result = build(BuildRequest("asieltrends", "2020-07", tmp_path), findings)
    assert {item.code for item in findings} == {"C303", "C305"}  # what was filled in is nonsense, and told to be
    assert result is not None


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    findings = Findings()
    assert new_period("2020-06", None, samples(tmp_path), findings) is None
    assert [item.code for item in findings] == ["U106"]


@pytest.mark.parametrize(
    ("period", "origin", "code"),
    [
        ("2020-13", None, "S110"),
        ("2019-05/2020-04", None, "S110"),
        ("2012", None, "U105"),
        ("2020-07", "2018-01", "U102"),
    ],
)
def test_a_period_that_cannot_be_made(tmp_path: Path, period: str, origin: str | None, code: str) -> None:
    findings = Findings()
    assert new_period(period, origin, samples(tmp_path), findings) is None
    assert [item.code for item in findings] == [code]


@pytest.mark.parametrize(
    ("period", "hint"),
    [
        ("2020-13", "maand 13 bestaat niet: schrijf 2020-01 tot en met 2020-12"),
        ("2020-W54", "week 54 van 2020 bestaat niet: dat jaar heeft 53 weken"),
        ("2021-W53", "week 53 van 2021 bestaat niet: dat jaar heeft 52 weken"),
        ("2020-Q5", "kwartaal 5 bestaat niet: schrijf 2020-Q1 tot en met 2020-Q4"),
        ("juli", ONE_PERIOD),
    ],
)
def test_a_period_that_does_not_exist(tmp_path: Path, period: str, hint: str) -> None:
    findings = Findings()
    assert new_period(period, None, samples(tmp_path), findings) is None
    assert [(item.code, item.hint) for item in findings] == [("S110", hint)]


def test_an_unfinished_file_is_no_source_of_figures_elsewhere(tmp_path: Path) -> None:
    """Neither its figures nor its gaps and faults are those of another period, in a finished report or in a draft.

    Its acknowledgements are not either: those of the fall in April are asked again where May gives April anew.
    """
    folder = samples(tmp_path)
    path = folder / "data" / "2020-04.yaml"
    text = path.read_text(encoding="utf-8").replace("status: definitief", "status: concept")
    wrong, count = re.subn(r"totaal: \d+", "totaal: 1.234,5", re.sub(r"totaal: \d+", "totaal:", text, count=1), count=1)
    assert count == 1
    requests = (BuildRequest("kerncijfers", "2020-05", folder, None, draft) for draft in (False, True))
    for request in requests:
        made = []
        for spoilt in (text, wrong, f"{text}x: {{a: 1,019}}\n", f"{text}: [\n", None):
            path.unlink() if spoilt is None else path.write_text(spoilt, encoding="utf-8")
            findings = Findings()
            result = build(request, findings)
            assert {(item.code, item.span.path) for item in findings if item.span} == {("C305", "data/2020-05.yaml")}
            assert result is not None
            made.append(result.pdf)
        assert len(set(made)) == 1


def test_a_later_draft_does_not_count_among_the_newest(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    newest = BuildRequest("kerncijfers", "2020-05", folder, as_of="nieuwste")
    before = build(newest, Findings())
    assert before is not None
    made(folder, "2020-07")
    findings = Findings()
    after = build(newest, findings)
    assert len(findings) == 0
    assert after is not None
    assert after.pdf == before.pdf


def test_a_figure_that_is_only_in_a_draft_is_missing(tmp_path: Path) -> None:
    folder = project(tmp_path, text="Eerst {{ aanvragen.vorige }}.")
    april = PERIOD.replace("2020-05", "2020-04").replace("2020-06-24}", "2020-05-24, status: concept}")
    path = folder / "data" / "2020-04.yaml"
    path.write_text(april, encoding="utf-8")
    assert [item.code for item in built(folder)[1]] == ["T305"]
    path.write_text(april.replace("concept", "definitief"), encoding="utf-8")
    assert not built(folder)[1].has_errors


def test_an_unfinished_file_will_do_as_an_example(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    july = made(folder, "2020-07")
    august = made(folder, "2020-08")
    assert "status: concept" in august
    expected = july.replace("2020-07", "2020-08").replace("juli", "augustus").replace("2020-06", "2020-07")
    assert august == expected


def test_an_example_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = samples(tmp_path) / "data" / "2020-06.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("totaal: 888", "totaal: 8.888,0").replace("totaal: 177", "totaal: 17%"), "utf-8")
    findings = Findings()
    assert new_period("2020-07", None, tmp_path, findings) is None
    (item,) = findings
    assert item.code == "U105"
    assert item.message.startswith("data/2020-06.yaml, waar 2020-07 van uitgaat, heeft een fout: '8.888,0' heeft")
    path.write_text(text.replace("Algerije: 48", "Algerije: 1,048"), encoding="utf-8")
    again = Findings()
    assert new_period("2020-07", None, tmp_path, again) is None
    assert ["'1,048' heeft een komma" in each.message for each in again] == [True]
    assert item.hint == "verbeter data/2020-06.yaml, of ga met --van uit van een andere periode"


@pytest.mark.parametrize(
    ("layout", "period"), [("asieltrends", "2020-07"), ("instroom-week", "2024-W25"), ("vreemdelingenketen", "2020-H2")]
)
def test_a_draft_has_visible_gaps_and_is_marked(tmp_path: Path, layout: str, period: str) -> None:
    folder = samples(tmp_path)
    made(folder, period)
    result, findings = drafted(folder, layout, period)
    assert structural_faults(result.pdf) == []
    path = folder / "uit.pdf"
    path.write_bytes(result.pdf)
    text = inspect(path)
    assert "CONCEPT – VOORBEELD – " in text.splitlines()[0] + text.splitlines()[1]
    assert "nog in te vullen" in text
    gaps = missing(findings)
    assert gaps > 0
    report = trace_report(result.document, result.drawings, read_said(result.pdf), period, result.logo)
    assert [fault.message for fault in report.faults] == []
    words = [told.text for told in report.passages if told.place.kind in ("titel", "omslag")]
    notice = f"Concept: nog niet vastgesteld; {gaps} cijfers moeten nog worden ingevuld. {DUTCH.signs.example_notice}"
    assert words[: words.index(notice) + 1] == [result.document.title, notice]
    again, _ = drafted(folder, layout, period)
    assert again.pdf == result.pdf


@pytest.mark.parametrize(
    ("gaps", "words"),
    [
        (0, "Concept: nog niet vastgesteld."),
        (1, "Concept: nog niet vastgesteld; 1 cijfer moet nog worden ingevuld."),
        (12, "Concept: nog niet vastgesteld; 12 cijfers moeten nog worden ingevuld."),
    ],
)
def test_a_draft_says_first_that_it_is_one(gaps: int, words: str) -> None:
    assert DUTCH.signs.draft_notice(gaps) == words


def test_a_draft_is_no_excuse_for_other_faults(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    path = folder / "data" / "2020-05.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("totaal: 413", "totaal: 4.130"), encoding="utf-8")
    findings = Findings()
    assert build(BuildRequest("kerncijfers", "2020-05", folder, draft=True), findings) is None
    assert "C103" in [item.code for item in findings]


def test_a_draft_edition_asks_for_concept(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    path = folder / "data" / "2020-05.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: definitief", "status: concept"), encoding="utf-8")
    findings = Findings()
    assert build(BuildRequest("kerncijfers", "2020-05", folder), findings) is None
    (item,) = findings
    assert item.span is not None
    assert (item.code, item.span.file.line(item.span.line)[item.span.column - 1 :]) == ("U107", "concept")
    assert drafted(folder, "kerncijfers", "2020-05")[1].count(Severity.WARNING) == 0


def test_the_command_line(tmp_path: Path) -> None:
    folder = str(samples(tmp_path))
    runner = CliRunner()
    first = runner.invoke(cli, ["new", "2020-07", "--project", folder])
    assert first.exit_code == 0
    assert "vul in: 32 cijfers, 3 gegevens van bronnen en 1 datum of ander gegeven" in first.output
    definitive = runner.invoke(cli, ["build", "asieltrends", "2020-07", "--project", folder])
    assert definitive.exit_code == 1
    assert "32 cijfers nog in te vullen" in definitive.output
    assert not (tmp_path / "build").exists()
    named = runner.invoke(
        cli, ["build", "asieltrends", "2020-07", "--concept", "--project", folder, "-o", str(tmp_path / "uit.pdf")]
    )
    assert named.exit_code == 1
    assert "P104" in named.output
    draft = runner.invoke(cli, ["build", "asieltrends", "2020-07", "--concept", "--project", folder])
    assert draft.exit_code == 0
    assert "32 nog in te vullen" in draft.output
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["asieltrends-2020-07-concept.pdf"]
