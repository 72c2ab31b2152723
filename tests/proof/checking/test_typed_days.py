"""A day that is typed where the data know only a month or year is found; a day that is known is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.pipeline import BuildRequest, build, check
from rapportage.proof.checking.words.dates import typed_days

DATA = """\
periode: 2020-H1
uitgave: {{datum: {published}}}
bronnen:
  coa: {{titel: {title}, uitgever: COA, datum: {source}}}
  ind: {{titel: Instroom, uitgever: IND, datum: 2020-07-15}}
cijfers:
  bezetting:
    titel: Bezetting
    eenheid: personen
    bron: coa
    soort: stand
    peildatum: {stock}
    toelichting: {remark}
    totaal: 27000
  instroom:
    titel: Instroom
    eenheid: aanvragen
    bron: ind
    totaal: 7000
"""


def told(folder: Path, text: str, **data: str) -> list[str]:
    """Code and pointed-at words of each warning about dates; `{...}` of the text is not filled in."""
    given = {"published": "2020-09", "source": "2020-08", "stock": "2020-06", "title": "Bezetting", "remark": "Niets"}
    (folder / "data").mkdir(exist_ok=True)
    (folder / "layouts").mkdir(exist_ok=True)
    (folder / "data" / "2020-H1.yaml").write_text(DATA.format(**{**given, **data}), "utf-8")
    layout = f"titel: Proef\nblokken:\n  - kop: Kop\n  - tekst: |\n      {text}\n"
    (folder / "layouts" / "proef.yaml").write_text(layout, "utf-8")
    findings = Findings()
    check([BuildRequest("proef", "2020-H1", folder)], folder, findings)
    assert not findings.has_errors, [item.message for item in findings]
    spans = [(item.code, item.span) for item in findings if item.code in ("C315", "T512") and item.span]
    return [
        f"{code}:{span.file.text[(at := span.file.offset(span.line, span.column)) : at + span.length]}"
        for code, span in spans
    ]


STOCK, FLOW = "{{ bezetting }}", "{{ instroom }}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the date of the edition: 2020-09
        ("De cijfers zijn die van 30 september 2020.", ["T512:30 september 2020"]),
        ("Uitgave: 1 september 2020", ["T512:1 september 2020"]),
        ("Bekend op 14 sept. 2020.", ["T512:14 sept. 2020"]),
        ("Bekend op 14 sept. 2019.", []),
        ("Bekend op 2020-09-30, of 30-09-2020.", ["T512:2020-09-30", "T512:30-09-2020"]),
        ("Bekend op 30 september.", ["T512:30 september"]),
        ("Bekend in september 2020, of op 30 september 2019, of 30 oktober 2020.", []),
        ("Bekend op 30 september 2020. {# erkend T512: dat is de dag van de brief #}", []),
        ("Bekend op 31 september 2020.", []),  # no day: others say so
        # what figures rest on: their source is of 2020-08, the day of the stock is known as 2020-06
        (f"Op 31 augustus 2020 meldde het COA {STOCK} mensen.", ["T512:31 augustus 2020"]),
        (f"Op 1 juni 2020 waren het er {STOCK}.", ["T512:1 juni 2020"]),
        (f"Het COA telde er {STOCK}. Op 31 augustus 2020 vergaderde men.", []),
        (f"Op 31 augustus 2020 waren het er {FLOW}.", []),
        ("Bezetting, gepubliceerd op 31 augustus 2020.", ["T512:31 augustus 2020"]),
        # days that are known: a source, and where a period begins or ends
        (f"Op 15 juli 2020 meldde de IND {FLOW} aanvragen.", []),
        (f"Van 1 januari tot en met 30 juni 2020 waren het er {STOCK}.", []),
        # 'op' before what is no day
        ("Bekend op {{ uitgave | datum }}.", ["T512:uitgave | datum"]),
        ("Bekend {{ uitgave | op_datum }}, in {{ uitgave | datum }}.", []),
        ("Gericht op {{ periode | naam }}.", []),
    ],
)
def test_a_date_that_is_more_exact_than_known(text: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2020-09-14", "Bekend op 30 september 2020.", []),
        ("2020-09-14", "Bekend op {{ uitgave | datum }}.", []),
        ("2020", "Bekend op 30 september 2020.", ["T512:30 september 2020"]),
        ("2020", "Op 30 oktober 2020 trad de wet in werking.", []),
        ("2020", "30 september 2020", ["T512:30 september 2020"]),
    ],
)
def test_of_a_day_nothing_is_said_and_of_a_year_only_where_it_is_about_the_publication(
    published: str, text: str, expected: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, text, published=published) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"title": "Bezetting op 24 augustus 2020"}, ["C315:24 augustus 2020"]),
        ({"title": "Bezetting op 24 augustus 2020", "source": "2020-08-24"}, []),
        ({"title": "Bezetting op 1 juni 2020"}, []),
        ({"remark": "Stand van 1 juni 2020"}, ["C315:1 juni 2020"]),
        ({"remark": "Stand van 1 juni 2020", "stock": "2020-06-01"}, []),
        ({"remark": "Stand van 30 juni 2020"}, []),
    ],
)
def test_words_of_a_period_file_against_its_own_dates(
    data: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, "Niets.", **data) == expected


def test_the_hint_gives_what_to_write(tmp_path: Path) -> None:
    told(tmp_path, "Bekend op 30 september 2020, of op {{ uitgave | datum }}.")
    findings = Findings()
    check([BuildRequest("proef", "2020-H1", tmp_path)], tmp_path, findings)
    said = [(item.message, item.hint) for item in findings if item.severity is Severity.WARNING]
    assert said == [
        (
            "'30 september 2020' is preciezer dan bekend: in de gegevens staat 2020-09",
            "schrijf 'september 2020' (in september 2020), of vul de dag in bij die datum",
        ),
        (
            "hier komt 'op september 2020' te staan: de dag is niet bekend",
            "schrijf in plaats van 'op {{ … | datum }}': {{ … | op_datum }}; dat geeft 'in september 2020'",
        ),
    ]


def test_days_are_read_however_they_are_written() -> None:
    text = "1 mei, 2e juni 2020, 24 okt. 2020, 2020-06-24, 24/6/2020; geen: 12 meiden, 3 personen, art. 2020-06-2."
    found = [(each.day, each.month, each.year) for each in typed_days(text)]
    assert found == [(1, 5, None), (2, 6, 2020), (24, 10, 2020), (24, 6, 2020), (24, 6, 2020)]


def test_a_date_that_a_draft_lacks_may_become_a_day(tmp_path: Path) -> None:
    for name in ("data", "layouts"):
        (tmp_path / name).mkdir()
    data = DATA.format(published="", source="2020-08", stock="", title="Bezetting", remark="Niets")
    (tmp_path / "data" / "2020-H1.yaml").write_text(data, "utf-8")
    layout = "titel: Proef\nblokken:\n  - tekst: 'Op {{ bezetting.peildatum | datum }} waren het er {{ bezetting }}.'\n"
    (tmp_path / "layouts" / "proef.yaml").write_text(layout, "utf-8")
    findings = Findings()
    assert build(BuildRequest("proef", "2020-H1", tmp_path, draft=True), findings) is not None
    assert "T304" in [item.code for item in findings]
    assert "T512" not in [item.code for item in findings]
