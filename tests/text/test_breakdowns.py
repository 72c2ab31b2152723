"""Several breakdowns of one series, and crossed ones: named where there is a choice, and never mistaken for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pages.attachments.attachment import DataValue
from rapportage.pages.attachments.data_tables import data_tables
from rapportage.pipeline import BuildRequest, build, new_period, trace
from tests.text.language_of import composed, project, rows, said, with_periods

HUIZEN = (
    "totaal: 1000, restposten: [overige plaatsen], naar: {plaats: {Aa: 400, overige plaatsen: 400, Bb: 200}, "
    "bezit: {huur: 550, koop: 450}, plaats × bezit: {Aa: {huur: 300, koop: 100}, Bb: {huur: 150, koop: 50}}}"
)
EARLIER = (
    HUIZEN.replace("1000", "900")
    .replace("plaatsen: 400", "plaatsen: 300")
    .replace("huur: 550", "huur: 450")
    .replace("koop: 50}}", "koop: 40}}")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_periods(tmp_path, {"2026-02": {"huizen": EARLIER}, "2026-03": {"huizen": HUIZEN}})


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("huizen.naar('plaats') | top(1) | opsomming", "Aa (400)"),
        ("huizen.naar('plaats') | opsomming", "Aa (400) en Bb (200)"),
        ("huizen.naar('plaats') | alle | opsomming", "Aa (400), Bb (200) en overige plaatsen (400)"),
        ("huizen.naar('plaats') | top(1) | rest", "600"),
        ("huizen.naar('bezit') | namen", "huur en koop"),
        ("huizen.naar('bezit').vorige | top(1) | opsomming", "huur en koop (beide 450)"),
        ("huizen.naar('bezit')['huur'].vorige", "450"),
        ("huizen.vorige.naar('bezit')['huur']", "450"),
        ("huizen['huur']", "550"),
        ("huizen['huur'].aandeel | pct", "55%"),
        ("huizen['huur'] | rangorde", "eerste"),
        ("huizen['koop'] | rangorde", "tweede"),
        ("huizen['Bb'] | rangorde", "tweede"),
        ("huizen['Bb', 'koop']", "50"),
        ("huizen['koop', 'Bb']", "50"),
        ("huizen['Bb', 'koop'].vorige", "40"),
        ("huizen['Bb', 'koop'] | naam", "Bb, koop"),
        ("huizen['Bb', 'koop'].aandeel | pct", "5%"),
        ("huizen['Bb', 'koop'] | rangorde", "vierde"),
        ("huizen['Bb'].naar('bezit') | opsomming", "huur (150) en koop (50)"),
        ("huizen['Bb'].naar('bezit')['koop'].aandeel | pct", "25%"),
        ("huizen['Bb'].naar('bezit')['koop'] | rangorde", "tweede"),
        ("huizen['Bb'].naar('bezit')", "200"),
        ("huizen['Bb'].naar('bezit').vorige['koop']", "40"),
        ("huizen['huur'].naar('plaats') | top(1) | opsomming", "Aa (300)"),
        ("huizen['huur'].naar('plaats').rest", "100"),
        ("huizen.naar('plaats × bezit') | top(2) | opsomming", "Aa, huur (300) en Bb, huur (150)"),
        ("huizen.naar('bezit x plaats') | top(1) | namen", "Aa, huur"),
        ("huizen.naar('plaats').rest", "0"),
    ],
)
def test_an_expression(folder: Path, expression: str, shown: str) -> None:
    assert said(folder, f"is {{{{ {expression} }}}}") == f"is {shown}"


CHOICE = "plaats, bezit en plaats × bezit"


@pytest.mark.parametrize(
    ("expression", "mended"),
    [
        ("huizen | top(2) | opsomming", "huizen.naar('plaats') | top(2) | opsomming"),
        ("huizen|bekende|namen", "huizen.naar('plaats')|bekende|namen"),
        ("huizen.vorige | alle | namen", "huizen.vorige.naar('plaats') | alle | namen"),
        ("huizen.rest", "huizen.naar('plaats').rest"),
        ("huizen | rest", "huizen.naar('plaats') | rest"),
        ("(huizen | hoogste) - 1", "(huizen.naar('plaats') | hoogste) - 1"),
        ("huizen | opsomming", "huizen.naar('plaats') | opsomming"),
    ],
)
def test_where_there_are_several_one_must_be_named(folder: Path, expression: str, mended: str) -> None:
    message = f"T309 'huizen' heeft meer dan één verdeling: {CHOICE} | noem er één, bijvoorbeeld: {mended}"
    assert said(folder, f"is {{{{ {expression} }}}}") == message
    assert said(folder, f"is {{{{ {mended} }}}}").startswith("is ")


@pytest.mark.parametrize("key", ["rijen", "delen"])
def test_the_rows_of_a_table_must_be_named(folder: Path, key: str) -> None:
    row = {"rijen": 'rijen: "{{ huizen }}"', "delen": 'rijen: [{kop: G, soort: groep, delen: "{{ huizen }}"}]'}[key]
    table = f"  - tabel: {{titel: T, rijkop: R, {row}, kolommen: [{{kop: k, waarde: '{{{{ rij }}}}'}}]}}\n"
    document, findings = composed(folder, table)
    assert document is None
    assert [(item.code, item.hint) for item in findings] == [
        ("T309", "noem er één, bijvoorbeeld: {{ huizen.naar('plaats') }}")
    ]


def test_a_part_in_two_breakdowns_is_named_by_one(tmp_path: Path) -> None:
    both = "totaal: 9, naar: {plaats: {Aa: 4, onbekend: 5}, bezit: {huur: 6, onbekend: 3}}"
    folder = project(tmp_path, huizen=both)
    assert said(folder, "is {{ huizen['onbekend'] }}") == (
        "T309 'onbekend' staat in meer dan één verdeling: plaats en bezit | "
        "noem er één, bijvoorbeeld: huizen.naar('plaats')['onbekend']"
    )
    assert said(folder, "is {{ huizen.naar('bezit')['onbekend'] }}") == "is 3"


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("huizen.naar('plats')", "T308 'huizen' heeft geen verdeling naar 'plats' | bedoelt u 'plaats'?"),
        ("huizen['Bb'].naar('jaar')", "T308 'huizen' heeft voor Bb geen verdeling naar 'jaar' | er is: bezit"),
        ("huizen['Cc']", "T306 'huizen' heeft geen 'Cc' | "),
        ("huizen['Bb', 'kop']", "T306 'huizen' heeft geen 'kop' | "),
        ("huizen.naar('bezit')['Bb']", "T306 'huizen' heeft geen 'Bb' | er is: huur, koop"),
        ("huizen['Aa', 'Bb']", "T306 'Aa, Bb' staat niet samen in één verdeling van 'huizen'"),
        ("huizen.naar(3)", "T308 tussen de haakjes van naar(…) hoort een verdeling"),
        ("huizen.naar()", "T108 'naar' vraagt één waarde"),
        ("huizen.naar('plaats', 'bezit')", "T108 'naar' vraagt één waarde"),
        ("huizen['overige plaatsen'] | rangorde", "T302 'overige plaatsen' heeft geen rangorde"),
        ("periode.naar('plaats')", "T303 'naar(…)' is er hier niet"),
        ("huizen.per('provincie')", "T309 'huizen' heeft meer dan één verdeling"),
        ("huizen.naar('plaats').per('provincie')", "T303 '.per(…)' vraagt een lijst van plaats, en die is er niet"),
    ],
)
def test_what_is_not_there(folder: Path, expression: str, message: str) -> None:
    assert said(folder, f"is {{{{ {expression} }}}}").startswith(message)


def test_a_row_of_a_crossed_breakdown_as_a_table(folder: Path) -> None:
    keys = (
        "rijen: \"{{ huizen['Bb'].naar('bezit') }}\", totaal: Samen, kolommen: [{kop: k, waarde: \"{{ rij }}\"}, "
        '{kop: a, waarde: "{{ rij.aandeel | decimalen(0) }}"}, {kop: v, waarde: "{{ rij.vorige }}"}]'
    )
    assert rows(folder, keys) == [
        ["huur", "150", "75", "150"],
        ["koop", "50", "25", "40"],
        ["Samen", "200", "100", "200"],
    ]


def test_what_takes_the_rest_together_comes_last(folder: Path) -> None:
    keys = 'rijen: "{{ huizen.naar(\'plaats\') }}", kolommen: [{kop: k, waarde: "{{ rij }}"}]'
    assert [row[0] for row in rows(folder, keys)] == ["Aa", "Bb", "overige plaatsen"]


def test_three_dimensions(tmp_path: Path) -> None:
    figures = "totaal: 21, naar: {a × b × c: {a1: {b1: {c1: 1, c2: 2}, b2: {c1: 3}}, a2: {b1: {c1: 7, c2: 8}}}}"
    folder = project(tmp_path, huizen=figures)
    assert said(folder, "is {{ huizen['a1', 'b1', 'c2'] }}") == "is 2"
    assert said(folder, "is {{ huizen['c2', 'a2', 'b1'] }}") == "is 8"
    assert said(folder, "is {{ huizen['a1', 'b1'].naar('c') | opsomming }}") == "is c1 (1) en c2 (2)"
    assert said(folder, "is {{ huizen['a2'].naar('b × c') | alle | som }}") == "is 15"
    assert said(folder, "is {{ huizen['a1', 'b2', 'c2'] }}").startswith("T305")


def test_every_figure_is_traced_and_told_by_its_parts(folder: Path) -> None:
    text = "Zo: {{ huizen['Bb', 'koop'] }} en {{ huizen['Bb'].naar('bezit')['koop'].aandeel | pct }}."
    document, findings = composed(folder, f"  - tekst: |\n      {text}\n")
    assert document is not None
    made = build(BuildRequest("proef", "2026-03", folder), findings)
    assert made is not None
    figures = [each for each in trace(made, "2026-03").figures if each.trace.inputs]
    assert [tuple(cell.part for cell in each.trace.inputs) for each in figures] == [
        ((("plaats", "bezit"), ("Bb", "koop")),),
        ((("plaats", "bezit"), ("Bb", "koop")), (("plaats",), ("Bb",))),
    ]


def test_the_next_file_asks_every_cell_again(folder: Path) -> None:
    """No figure of the old period stays, however deep, and a code or name stays as it was typed."""
    path = folder / "data" / "2026-03.yaml"
    three = "{Aa: {huur: {dag: 3}}, Bb: {koop: {nacht: <5}}}"
    crossed = f"plaats × bezit × tijd: {three}, plaats x bezit: {{"
    path.write_text(path.read_text("utf-8").replace("plaats × bezit: {", crossed), "utf-8")
    findings = Findings()
    made = new_period("2026-04", None, folder, findings)
    assert made is not None, list(findings)
    text = made.made.text
    assert "plaats × bezit × tijd: {Aa: {huur: {dag: }}, Bb: {koop: {nacht: }}}" in text
    assert "plaats x bezit: {Aa: {huur: , koop: }, Bb: {huur: , koop: }}" in text
    assert made.made.figures == 1 + 3 + 2 + 2 + 4


def test_the_data_of_a_crossed_table_have_a_column_for_each_dimension(folder: Path) -> None:
    columns = '[{kop: aantal, waarde: "{{ rij }}"}]'
    rows_of = "{{ huizen.naar('plaats × bezit') }}"
    document, findings = composed(
        folder, f'  - tabel: {{titel: T, rijkop: R, rijen: "{rows_of}", totaal: Samen, kolommen: {columns}}}\n'
    )
    assert document is not None, list(findings)
    (table,) = data_tables(document)
    assert [field.title for field in table.fields] == ["R", "plaats", "bezit", "aantal", "Soort rij"]
    shown = [tuple(item.value if isinstance(item, DataValue) else item for item in row) for row in table.rows]
    assert shown[0] == ("Aa, huur", "Aa", "huur", 300, None)
    assert shown[-1] == ("Samen", None, None, 1000, "totaal")
