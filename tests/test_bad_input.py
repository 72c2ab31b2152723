"""What bad input gets: a message at its place with a hint, every fault in one run, and no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.proof.inspection import structural_faults
from tests.faults import LAYOUT, PERIOD, built, lines, project, samples


@pytest.mark.parametrize(
    ("text", "place", "code", "words"),
    [
        ("Er waren {{ aanvraegn }}.", "7:19", "T105", "onbekende naam 'aanvraegn'"),
        ("{{ aanvragen['Syrie'] }}", "7:", "T306", "geen 'Syrie'"),
        ("{{ aanvragen | topp(3) }}", "7:22", "T106", "onbekend filter"),
        ("{{ aanvragen.aandeel }}", "7:", "T303", "heeft geen 'aandeel'"),
        ("{{ leeg['Syrië'].aandeel | pct }}", "7:", "T301", "totaal dat 0 is"),
        ("{{ 1/0 }}", "7:", "T301", "delen door 0"),
        ("{{ ''.__class__ }}", "7:", "T104", "__class__"),
        ("{{ aanvragen.__class__ }}", "7:", "T104", "__class__"),
        ("{% for i in range(10**9) %}x{% endfor %}", "7:19", "T107", "range"),
        ("{{ 'a' | center(300000000) }}", "7:", "T106", "center"),
        ("{{ 9 ** 9 ** 9 }}", "7:", "T104", "machtsverheffen"),
        ("{{ " + "1+" * 300 + "1 }}", "7:", "T102", "tekens"),
        ("{{ " + "(" * 30 + "1" + ")" * 30 + " }}", "7:", "T102", "niveaus"),
        ("{{ aantal_onbekend }}", "7:10", "T305", "onbekend"),
        ("{{ aanvragen['Nigeria'].aandeel }}", "7:", "T305", "onbekend"),
        ("Tekst <script>alert(1)</script>", "7:", "T201", "HTML"),
        ("Tekst <img src=/etc/passwd>", "7:", "T201", "HTML"),
        ("![plaatje](/etc/passwd)", "7:7", "T202", "afbeelding"),
        ("[klik](javascript:alert(1))", "7:7", "T206", "javascript"),
        ("[klik](file:///etc/passwd)", "7:7", "T206", "file"),
        ("Zie [^uitlegg].", "7:11", "T404", "geen noot"),
        ("Zie [](#niets).", "7:11", "T402", "geen blok"),
        ("{{ aanvragen", "7:7", "T108", "zonder"),
    ],
)
def test_a_fault_in_a_text(tmp_path: Path, text: str, place: str, code: str, words: str) -> None:
    result, findings = built(project(tmp_path, text=text))
    assert result is None
    line, *_ = lines(findings)
    assert line.startswith(place)
    assert f" {code} " in line
    assert words in line


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("totaal: 341", "totaal: 7.350", "7.350 is hier 7,35"),
        ("totaal: 341", "totaal: 31%", "31%"),
        ("totaal: 341", "totaal: 1.234,5", "1.234,5"),
        ("totaal: 341", "totaal: 1e3", "1e3"),
        ("totaal: 341", "totaal: 010", "010"),
        ("totaal: 341", "totaal: 12:30", "12:30"),
        ("totaal: 341", "totaal: NO", "NO"),
        ("totaal: 341", "totaal: 2020-05-01", "2020-05-01"),
        ("totaal: 341", "totaal: -3", "-3"),
        ("totaal: 341", "totaal:", "nog in te vullen"),
        ("totaal: 341", "totaal: 341\n    totaal: 342", "twee keer"),
        ("totaal: 341", "totaall: 341", "onbekende sleutel 'totaall'"),
        ("onbekend: 26", "onbekend: 500", ""),
        ("bron: ind\n    totaal: 341", "bron: idn\n    totaal: 341", "idn"),
        ("Turkije: 19", "漢: 19", "U+6F22"),
        ("periode: 2020-05", "periode: 2020-06", ""),
    ],
)
def test_a_fault_in_the_data(tmp_path: Path, old: str, new: str, words: str) -> None:
    result, findings = built(project(tmp_path, period=PERIOD.replace(old, new, 1)))
    assert result is None
    assert words in "\n".join(lines(findings))
    assert all(item.span is not None for item in findings)


def test_no_as_a_country_is_a_country(tmp_path: Path) -> None:
    folder = project(
        tmp_path, text="Uit NO kwam {{ aanvragen['NO'] }}.", period=PERIOD.replace("Turkije: 19", "NO: 19")
    )
    result, findings = built(folder)
    assert not lines(findings)
    assert result is not None


def test_every_fault_of_a_text_in_one_run(tmp_path: Path) -> None:
    _, findings = built(project(tmp_path, text="{{ een }} en {{ twee }}\n\n{{ 1/0 }} <b>x</b>"))
    assert [item.code for item in findings] == ["T105", "T105", "T301", "T201", "T201"]


def test_faults_of_several_texts_in_one_run(tmp_path: Path) -> None:
    layout = LAYOUT.replace("{text}", "{{ een }}") + "  - tekst: '{{ 1/0 }}'\n  - tekst: '<b>x</b>'\n"
    _, findings = built(project(tmp_path, layout=layout))
    assert [item.code for item in findings] == ["T105", "T301", "T201", "T201"]


def test_data_never_become_markup(tmp_path: Path) -> None:
    name = "'**[klik](https://kwaad.example)** {{ 1/0 }}'"
    folder = project(tmp_path, text="{{ aanvragen | namen }}", period=PERIOD.replace("Turkije", name))
    result, findings = built(folder)
    assert not lines(findings)
    assert result is not None
    assert b"kwaad.example)" not in result.pdf


def test_an_unknown_layout_or_period(tmp_path: Path) -> None:
    folder = project(tmp_path)
    assert lines(built(folder, layout="preof")[1]) == ["U102 er is geen lay-out 'preof' in layouts/"]
    assert lines(built(folder, period="2020-06")[1]) == ["U102 er is geen periode '2020-06' in data/"]
    assert [item.code for item in built(folder, layout="weg/niets.yaml")[1]] == ["L101"]


EMPTY = "{% if 1 == 2 %}x{% endif %}"
ROWS = "{{ aanvragen | top(3) }}"


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (f"titel: x\nblokken:\n  - kop: '{EMPTY}'\n", "T112"),
        (f"titel: '{EMPTY}'\nblokken:\n  - kop: a\n", "T112"),
        (f"titel: x\nnoten: {{n: '{EMPTY}'}}\nblokken:\n  - tekst: 'x[^n]'\n", "T112"),
        (f"titel: x\nomslag: {{afzender: '{EMPTY}'}}\nblokken:\n  - kop: a\n", "T112"),
        ("titel: x\nblokken:\n  - tekst: |\n      -\n      - b\n", "T207"),
        ("titel: x\ntaal: geen taal\nblokken:\n  - kop: a\n", "S113"),
        ("titel: x\ntaal: de-DE\nblokken:\n  - kop: a\n", "S115"),
        ("titel: x\ntaal: nld\nblokken:\n  - kop: a\n", "S115"),
        ("titel: x\nblokken:\n  - tekst: '{{ aanvragen | top(0) | opsomming }}'\n", "T302"),
        ("titel: x\nblokken:\n  - tabel: {titel: t, rijkop: r, rijen: [], kolommen: [{kop: k}]}\n", "T415"),
        (f"titel: x\nblokken:\n  - tabel: {{titel: t, rijkop: r, rijen: '{ROWS}', kolommen: []}}\n", "T414"),
    ],
)
def test_what_would_come_out_empty_or_unreadable_is_a_fault(tmp_path: Path, layout: str, expected: str) -> None:
    result, findings = built(project(tmp_path, layout=layout))
    assert result is None
    assert [item.code for item in findings] == [expected]
    assert all(item.span is not None for item in findings)


def test_a_paragraph_that_a_condition_empties_is_left_out(tmp_path: Path) -> None:
    result, findings = built(project(tmp_path, text=f"Een.\n\n{EMPTY}\n\nTwee."))
    assert not lines(findings)
    assert result is not None
    assert structural_faults(result.pdf) == []


def test_a_year_in_a_sentence_reaches_no_file(tmp_path: Path) -> None:
    folder = project(tmp_path, text="Sinds 2012 is dat zo: {{ aanvragen }}.")
    (folder / "data" / "2013.yaml").write_text("geen: [goede, yaml", encoding="utf-8")
    assert built(folder)[0] is not None


def test_only_files_that_the_layout_reaches_are_read(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "data" / "2019-01.yaml").write_text("geen: [goede, yaml", encoding="utf-8")
    assert built(folder)[0] is not None
    (folder / "layouts" / "proef.yaml").write_text(
        (folder / "layouts" / "proef.yaml").read_text().replace("{{ aanvragen }}", "{{ aanvragen['2019-01'] }}")
    )
    assert "L201" in [item.code for item in built(folder)[1]]


def test_a_later_file_does_not_change_an_earlier_report(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    before, _ = built(folder, "kerncijfers")
    june = (folder / "data" / "2020-04.yaml").read_text(encoding="utf-8").split("herzien:")[0]
    june = june.replace("2020-04", "2020-06").replace("2020-06-04", "2020-07-23")
    june += "herzien:\n  2020-05:\n    instroom: {totaal: 414, bron: ind-april}\n"
    (folder / "data" / "2020-06.yaml").write_text(june, encoding="utf-8")
    after, findings = built(folder, "kerncijfers")
    assert not lines(findings)
    assert before is not None
    assert after is not None
    assert before.pdf == after.pdf
    newest, _ = built(folder, "kerncijfers", as_of="nieuwste")
    assert newest is not None
    assert newest.pdf != before.pdf
