"""A date never shows more than is known: every place that shows one, in each of its precisions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import odfdo
import pikepdf
import pytest

from rapportage.cli.reproduce import manifest_of
from rapportage.diagnostics import Findings, Severity
from rapportage.figures.dates import KnownDate
from rapportage.figures.words.periods import capitalised
from rapportage.pipeline import BuildRequest, BuildResult, build, new_period
from rapportage.proof.comparing import as_text as comparison_text
from rapportage.proof.comparing import compare
from rapportage.proof.inspection import page_texts, read_said
from rapportage.proof.tracing import as_html, as_json, as_text, trace_report
from rapportage.proof.tracing.passages import TraceReport
from tests.faults import PERIOD, ROOT, project

CODES = {"day": "2020-09-21", "month": "2020-09", "year": "2020"}
SAID = {"day": "21 september 2020", "month": "september 2020", "year": "2020"}
JOINED = {"day": "op 21 september 2020", "month": "in september 2020", "year": "in 2020"}
COVER = {"day": "September 2020", "month": "September 2020", "year": "2020"}
FILE_DAY = {"day": "2020-09-21", "month": "2020-09-01", "year": "2020-01-01"}
PRECISIONS = pytest.mark.parametrize("precision", CODES)

DATA = """\
periode: 2020-H1
uitgave: {{datum: {code}{status}}}
bronnen:
  coa: {{titel: Bezetting, uitgever: COA, datum: {code}}}
cijfers:
  bezetting:
    titel: Bezetting
    eenheid: personen
    bron: coa
    soort: stand
    peildatum: {stock}
    totaal: {total}
"""
LAYOUT = """\
titel: Proef
ondertitel: "stand {{ bezetting.peildatum | op_datum }}"
omslag: {afzender: Wij}
noten:
  stand: Bekend {{ uitgave | op_datum }}.
blokken:
  - kop: Colofon
  - colofon: {Uitgave: "{{ uitgave | datum }}"}
  - kop: Cijfers
  - tekst: |
      {{ bezetting.peildatum | op_datum | hoofdletter }} waren het er {{ bezetting }}.[^stand]
  - bronvermelding
  - tabel:
      titel: Bezetting
      rijkop: Stand {{ bezetting.peildatum | op_datum }}
      rijen: [{kop: Bezetting, cijfer: "{{ bezetting }}"}]
      kolommen: [{kop: aantal, waarde: "{{ rij }}"}]
  - kop: Bronnen
  - bronnenlijst
"""
STOCK = {"day": "2020-06-21", "month": "2020-06", "year": "2020"}
STOCK_JOINED = {"day": "op 21 juni 2020", "month": "in juni 2020", "year": "in 2020"}


def built(folder: Path, precision: str, *, total: str = "27000", status: str = "", draft: bool = False) -> BuildResult:
    made = DATA.format(code=CODES.get(precision, ""), stock=STOCK.get(precision, ""), total=total, status=status)
    made = made.replace("uitgever: COA, datum: }", "uitgever: COA}")
    for name, text in {"data/2020-H1.yaml": made, "layouts/proef.yaml": LAYOUT}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    findings = Findings()
    result = build(BuildRequest("proef", "2020-H1", folder, draft=draft, attachments=True), findings)
    assert result is not None, [item.message for item in findings]
    assert draft or len(findings) == 0, [item.message for item in findings]
    return result


def traced(result: BuildResult) -> TraceReport:
    return trace_report(result.document, result.drawings, read_said(result.pdf), "2020-H1", result.logo)


def passages(result: BuildResult, *kinds: str) -> list[str]:
    report = traced(result)
    assert [fault.message for fault in report.faults] == []
    return [each.text.replace("\u00a0", " ") for each in report.passages if each.place.kind in kinds]


def manifest(result: BuildResult, folder: Path) -> object:
    data = manifest_of(BuildRequest("proef", "2020-H1", folder), result, {}, Findings())
    return json.loads(data)["peildatum"]


def info(result: BuildResult, folder: Path) -> pikepdf.Pdf:
    (folder / "uit.pdf").write_bytes(result.pdf)
    return pikepdf.open(folder / "uit.pdf")


def metadata(result: BuildResult, folder: Path) -> set[str]:
    """Every date that the file and the files in it have of themselves."""
    with info(result, folder) as pdf:
        stamps = {str(pdf.docinfo[key]) for key in ("/CreationDate", "/ModDate")}
        with pdf.open_metadata() as xmp:
            stamps |= {re.sub(r"\D", "", xmp[key][:10]) for key in ("xmp:CreateDate", "xmp:ModifyDate")}
        for each in pdf.attachments.values():
            parameters = each.get_file().obj["/Params"]
            stamps |= {str(parameters[key]) for key in ("/CreationDate", "/ModDate")}
    return {each.removeprefix("D:")[:8] for each in stamps}


def workbook(result: BuildResult, folder: Path) -> odfdo.Document:
    assert result.workbook is not None
    (folder / "uit.ods").write_bytes(result.workbook)
    return odfdo.Document(folder / "uit.ods")


def workbook_says(result: BuildResult, folder: Path) -> str:
    """The line below the title, and below what says that it is a draft."""
    table = workbook(result, folder).body.tables[0]
    return str(table.get_value((0, 2 if result.document.notice else 1))).replace("\u00a0", " ")


def workbook_is_of(result: BuildResult, folder: Path) -> str:
    return str(workbook(result, folder).meta.get_creation_date())[:10]


def issued(result: BuildResult, folder: Path) -> object:
    with info(result, folder) as pdf:
        return json.loads(pdf.attachments["csvw.json"].get_file().read_bytes())["dc:issued"]


def head_of_csv(result: BuildResult, folder: Path) -> str:
    with info(result, folder) as pdf:
        text = pdf.attachments["tabel-1.csv"].get_file().read_bytes().decode("utf-8-sig")
    return text.split("\r\n")[0].replace("\u00a0", " ")


Read = Callable[[BuildResult, Path], object]
PLACES: dict[str, tuple[Read, Callable[[str], object]]] = {
    "omslag": (
        lambda result, _: passages(result, "omslag"),
        lambda p: ["Proef", f"stand {STOCK_JOINED[p]}", "De eerste helft van 2020", COVER[p], "Wij"],
    ),
    "colofon": (lambda result, _: passages(result, "begrip"), lambda p: ["Uitgave", capitalised(SAID[p])]),
    "noot": (lambda result, _: passages(result, "noot"), lambda p: [f"Bekend {JOINED[p]}."]),
    "zin": (
        lambda result, _: passages(result, "zin")[:1],
        lambda p: [f"{STOCK_JOINED[p].capitalize()} waren het er 27.000."],
    ),
    "bron": (
        lambda result, _: sorted(set(passages(result, "bron"))),
        lambda p: [f"Bron: COA, Bezetting ({SAID[p]}).", f"COA, Bezetting ({SAID[p]})."],
    ),
    "eigenschappen": (metadata, lambda p: {FILE_DAY[p].replace("-", "")}),
    "manifest": (manifest, lambda p: CODES[p]),
    "csvw": (
        issued,
        lambda p: {
            "@value": CODES[p],
            "@type": {"day": "xsd:date", "month": "xsd:gYearMonth", "year": "xsd:gYear"}[p],
        },
    ),
    "csv": (head_of_csv, lambda p: f"Stand {STOCK_JOINED[p]};aantal"),
    "rekenblad": (workbook_says, lambda p: f"{SAID[p]}. Cijfers bij de tabellen en figuren van het rapport."),
    "rekenblad, eigenschappen": (workbook_is_of, lambda p: FILE_DAY[p]),
}
"""How each place is read, and what it says for a precision."""


@PRECISIONS
@pytest.mark.parametrize("place", PLACES)
def test_a_place_shows_as_much_of_a_date_as_is_known(place: str, precision: str, tmp_path: Path) -> None:
    read, expected = PLACES[place]
    assert read(built(tmp_path, precision), tmp_path) == expected(precision)


INVENTED = re.compile(r"\b(?:30|31|1|29) (?:september|december|januari|juni) 2020|2020-(?:09-30|12-31|06-30)")


@PRECISIONS
def test_nothing_that_is_made_of_a_report_has_a_day_that_is_not_known(precision: str, tmp_path: Path) -> None:
    result = built(tmp_path, precision)
    report = traced(result)
    later = traced(built(tmp_path, precision, total="28000"))
    told = [as_text(report), as_json(report), as_html(report), comparison_text(compare(report, later, "oud", "nieuw"))]
    assert [found for text in told for found in INVENTED.findall(text.replace("\u00a0", " "))] == []


@PRECISIONS
def test_the_next_period_takes_no_date_over(precision: str, tmp_path: Path) -> None:
    built(tmp_path, precision)
    made = new_period("2020-H2", None, tmp_path, Findings())
    assert made is not None
    assert "uitgave: {status: concept, datum: }" in made.made.text
    assert "peildatum:\n" in made.made.text
    assert re.search(r"2020-\d\d|september|juni", made.made.text) is None


def test_a_draft_without_a_date_shows_none(tmp_path: Path) -> None:
    result = built(tmp_path, "", status=", status: concept", draft=True)
    assert [text for text in passages(result, "omslag") if "datum" in text] == ["[datum nog in te vullen]"]
    assert passages(result, "begrip") == ["Uitgave", "[nog in te vullen]"]
    assert metadata(result, tmp_path) == {"20200601"}
    assert workbook_says(result, tmp_path) == "Cijfers bij de tabellen en figuren van het rapport."
    with pytest.raises(KeyError):
        issued(result, tmp_path)


def test_the_sample_says_september_and_no_day() -> None:
    findings = Findings()
    result = build(BuildRequest("vreemdelingenketen", "2020-H1", ROOT), findings)
    assert result is not None
    text = " ".join(page_texts(result.pdf))
    assert "september 2020" in text
    assert set(re.findall(r"\b(\d{1,2})\s+september\s+2020", text)) == {"22"}  # the day of a source
    assert result.as_of == "2020-09"


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2020-06-24", "2020-06-24", "2020-06-24"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
    ],
)
def test_a_known_date_knows_between_which_days_it_lies(code: str, first: str, last: str) -> None:
    known = KnownDate.parse(code)
    assert known is not None
    assert (known.code, str(known.first), str(known.last)) == (code, first, last)
    assert known.holds(known.first)
    assert known.holds(known.last)


@pytest.mark.parametrize("text", ["2020-13", "2020-02-30", "20", "2020-6", "2020-06-", "mei 2020", "0000", ""])
def test_what_is_no_date_is_none(text: str) -> None:
    assert KnownDate.parse(text) is None


# --- As of when figures are asked ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "asked", "known"),
    [
        ("2020-06-24", "2020-06-24", "2020-06-24"),
        ("2020-06-24", "2020-06", "2020-06"),
        ("2020-06-24", "2020", "2020"),
        ("2020-06", "2020-06-30", "2020-06-30"),
        ("2020-06", "2020-06", "2020-06"),
        ("2020-06", "2020-06-29", "op 2020-06-29 was de uitgave over 2020-05 er misschien nog niet (datum: 2020-06)"),
        ("2020-06", "2020-05-31", "op 2020-05-31 was de uitgave over 2020-05 er nog niet (datum: 2020-06)"),
        ("2020-06-24", "2020-05", "in 2020-05 was de uitgave over 2020-05 er nog niet (datum: 2020-06-24)"),
        ("2020-06-24", "2020-06-31", "'2020-06-31' is geen peildatum"),
    ],
)
def test_what_was_known_is_asked_of_a_day_month_or_year(own: str, asked: str, known: str, tmp_path: Path) -> None:
    folder = project(tmp_path, period=PERIOD.replace("{datum: 2020-06-24}", f"{{datum: {own}}}"))
    findings = Findings()
    result = build(BuildRequest("proef", "2020-05", folder, asked), findings)
    errors = [item.message for item in findings if item.severity is Severity.ERROR]
    assert [result.as_of] if result else errors == [known]
    assert (result.as_of if result else errors[0]) == known
