"""A column of another series: in every kind of row, for every kind of column, the same part or else its sign."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from rapportage.diagnostics import Findings, Severity
from rapportage.document import Cell, Paragraph, Table, Value, plain_text, walk
from rapportage.pipeline import BuildRequest, compose

HEAD = """\
periode: {period}
uitgave: {{datum: {day}}}
bronnen: {{b: {{titel: Titel, uitgever: CBS, datum: {day}}}}}
cijfers:
  a: {{titel: A, eenheid: huizen, bron: b, totaal: {a}, naar: {{plaats: {{{parts_a}}}}}}}
  b: {{titel: B, eenheid: bomen, bron: b, totaal: {b}, naar: {{plaats: {{{parts_b}}}}}}}
  los: {{titel: Los, eenheid: bomen, bron: b, totaal: 7}}
  prijs: {{titel: Prijs, eenheid: euro, maat: gemiddelde, bron: b, totaal: 7, naar: {{plaats: {{groot: 8, klein: 5}}}}}}
"""
A = {"groot": "500", "klein": "300", "weg": "200", "punt": "150", "geheim": "120", "nul": "110", "vannul": "105"}
NOW = {"groot": "50", "klein": "20", "punt": ".", "geheim": "<5", "nul": "0", "vannul": "25"}
BEFORE = {"groot": "40", "klein": "3", "punt": "30", "geheim": "30", "nul": "20", "vannul": "0", "weg": "9"}

COLUMNS = {
    "own": "{{ rij }}",
    "other": "{{ b[rij] }}",
    "by name": "{{ b[rij.naam] }}",
    "by its filter": "{{ b[rij | naam] }}",
    "share": "{{ b[rij].aandeel | pct }}",
    "last year": "{{ b[rij].vorig_jaar }}",
    "difference": "{{ b[rij] | verschil(b[rij].vorig_jaar) }}",
    "change": "{{ b[rij] | procentueel(b[rij].vorig_jaar) | decimalen(0) }}",
    "more or less": "{{ b[rij] | meer_of_minder(b[rij].vorig_jaar) }}",
    "words": "{{ b[rij] | verandering(b[rij].vorig_jaar) }}",
    "part of the row": "{{ b[rij] | aandeel(rij) | decimalen(0) }}",
}
UNKNOWN = (".",) * 8
PARTS: dict[str, tuple[str, ...]] = {
    "groot": ("500", "50", "50", "50", "25%", "40", "10", "25", "25% meer", "Gestegen van 40 naar 50", "10"),
    "klein": ("300", "20", "20", "20", "10%", "3", "17", ".", ".", "Gestegen van 3 naar 20", "7"),
    "weg": ("200", ".", ".", ".", ".", "9", ".", ".", ".", ".", "."),
    "punt": ("150", ".", ".", ".", ".", "30", ".", ".", ".", ".", "."),
    "geheim": ("120", "<5", "<5", "<5", ".", "30", ".", ".", ".", ".", "."),
    "nul": ("110", "0", "0", "0", "0%", "20", "−20", "−100", "100% minder", "Gedaald van 20 naar 0", "0"),
    "vannul": ("105", "25", "25", "25", "13%", "0", "25", "", "", "Gestegen van 0 naar 25", "24"),
}
TOTAL = ("2.000", "200", "200", "200", "100%", "180", "20", "11", "11% meer", "Gestegen van 180 naar 200", "10")
REST_OF_TWO = ("1.200", "130", "130", "130", "65%", "137", "−7", "−5", "5% minder", "Gedaald van 137 naar 130", "11")
REST_OF_ALL = ("515", ".", ".", ".", ".", "48", ".", ".", ".", ".", ".")
EARLIER = ("1.500", "180", "180", "180", "100%")
"""The rest is unknown as soon as one of the parts is; so is all that is computed from it."""


def project(folder: Path, blocks: str) -> BuildRequest:
    for name in ("data", "layouts"):
        (folder / name).mkdir(exist_ok=True)

    def parts(figures: dict[str, str]) -> str:
        return ", ".join(f"{name}: {value}" for name, value in figures.items())

    for period, a, b, figures in (("2020", "2000", "200", NOW), ("2019", "1500", "180", BEFORE)):
        text = HEAD.format(
            period=period, day=f"{int(period) + 1}-02-01", a=a, b=b, parts_a=parts(A), parts_b=parts(figures)
        )
        (folder / "data" / f"{period}.yaml").write_text(text, encoding="utf-8")
    (folder / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{blocks}", encoding="utf-8")
    return BuildRequest("proef", "2020", folder)


def built(folder: Path, blocks: str) -> tuple[list[Table], list[str]]:
    """The tables, and the errors as 'code message'."""
    findings = Findings()
    document = compose(project(folder, blocks), findings)
    errors = [f"{each.code} {each.message}" for each in findings if each.severity is Severity.ERROR]
    return [each for each in walk(document.blocks) if isinstance(each, Table)] if document else [], errors


def table(rows: str, columns: dict[str, str] = COLUMNS, more: str = "") -> str:
    made = "".join(f'        - {{kop: {name}, waarde: "{value}"}}\n' for name, value in columns.items())
    return f"  - tabel:\n      titel: T\n      rijkop: R\n      rijen: {rows}\n{more}      kolommen:\n{made}"


def shown(cell: Cell) -> str:
    return "".join(getattr(item, "text", "") for item in cell.content)


def rows_of(made: Table) -> dict[str, tuple[str, ...]]:
    return {shown(row.cells[0]): tuple(shown(cell) for cell in row.cells[1:]) for row in made.body}


CLOSED = "      rest: Overig\n      totaal: Samen\n"


def test_parts_with_the_rest_and_the_total(tmp_path: Path) -> None:
    tables, errors = built(tmp_path, table('"{{ a }}"', more=CLOSED))
    assert errors == []
    (made,) = tables
    assert rows_of(made) == {**PARTS, "Overig": REST_OF_ALL, "Samen": TOTAL}


def test_the_rest_of_what_does_not_add_up_is_unknown(tmp_path: Path) -> None:
    """The parts and the total of an average are shown all the same."""
    columns = {
        "huizen": "{{ rij }}",
        "prijs": "{{ prijs[rij] }}",
        "vorig jaar": "{{ prijs[rij].vorig_jaar }}",
        "verschil": "{{ prijs[rij] | verschil(prijs[rij].vorig_jaar) }}",
        "bij naam": "{{ prijs['2019'][rij.naam] }}",
    }
    tables, errors = built(tmp_path, table('"{{ a | top(2) }}"', columns, CLOSED))
    assert errors == []
    (made,) = tables
    assert rows_of(made) == {
        "groot": ("500", "8", "8", "ongeveer 0", "8"),
        "klein": ("300", "5", "5", "ongeveer 0", "5"),
        "Overig": ("1.200", *(".",) * 4),
        "Samen": ("2.000", "7", "7", "ongeveer 0", "7"),
    }


def test_a_rest_in_the_rows_of_what_does_not_add_up_is_refused(tmp_path: Path) -> None:
    _, errors = built(tmp_path, table('"{{ prijs | top(1) }}"', {"prijs": "{{ rij }}"}, CLOSED))
    assert len(errors) == 1
    assert "telt niet op" in errors[0]


def test_the_rest_is_over_the_same_parts(tmp_path: Path) -> None:
    tables, errors = built(tmp_path, table('"{{ a | top(2) }}"', more=CLOSED))
    assert errors == []
    (made,) = tables
    wanted = {"groot": PARTS["groot"], "klein": PARTS["klein"], "Overig": REST_OF_TWO, "Samen": TOTAL}
    assert rows_of(made) == wanted


def test_rows_by_hand(tmp_path: Path) -> None:
    """A part, the rest of a row of figures, a series and its total, each as a row of its own."""
    rows = "".join(
        f'\n        - {{kop: {head}, cijfer: "{{{{ {figure} }}}}"}}'
        for head, figure in (
            ("Groot", "a['groot']"),
            ("Weg", "a['weg']"),
            ("Rest", "a | top(2) | rest"),
            ("Reeks", "a"),
            ("Totaal", "a.totaal"),
            ("Rest van alle", "a.rest"),
        )
    )
    tables, errors = built(tmp_path, table(rows))
    assert errors == []
    (made,) = tables
    assert rows_of(made) == {
        "Groot": PARTS["groot"],
        "Weg": PARTS["weg"],
        "Rest": REST_OF_TWO,
        "Reeks": TOTAL,
        "Totaal": TOTAL,
        "Rest van alle": REST_OF_ALL,
    }


def test_rows_of_periods(tmp_path: Path) -> None:
    columns = {name: COLUMNS[name] for name in ("own", "other", "by name", "by its filter")}
    columns["share of a part"] = "{{ b[rij]['groot'].aandeel | pct(1) }}"
    columns["last year"] = COLUMNS["last year"]
    tables, errors = built(tmp_path, table("\"{{ a | reeks('2019') }}\"", columns))
    assert errors == []
    (made,) = tables
    assert rows_of(made) == {
        "2019": ("1.500", "180", "180", "180", "22,2%", "."),
        "2020": ("2.000", "200", "200", "200", "25,0%", "180"),
    }


@pytest.mark.parametrize("kind", ["liggende staaf", "staaf"])
def test_series_of_a_chart_per_category(tmp_path: Path, kind: str) -> None:
    chart = (
        f"  - grafiek:\n      titel: G\n      soort: {kind}\n      cijfers: '{{{{ a | top(4) }}}}'\n"
        '      reeksen: [{naam: X, waarde: "{{ rij }}"}, {naam: Y, waarde: "{{ b[rij] }}"},\n'
        '        {naam: Z, waarde: "{{ b[rij.naam].vorig_jaar }}"}]\n'
    )
    tables, errors = built(tmp_path, chart)
    assert errors == []
    (made,) = tables
    assert {name: cells[1:] for name, cells in rows_of(made).items()} == {
        "groot": ("50", "40"),
        "klein": ("20", "3"),
        "weg": (".", "9"),
        "punt": (".", "30"),
    }


def test_a_trend_of_the_other_series(tmp_path: Path) -> None:
    """In a row of a part and of the total; the rest has no course."""
    columns = '        - {kop: verloop, trend: {vanaf: 2019, cijfers: "{{ b[rij] }}"}}\n'
    tables, errors = built(tmp_path, table('"{{ a | top(2) }}"', {"own": "{{ rij }}"}, CLOSED) + columns)
    assert errors == []
    (made,) = tables
    trends = {shown(row.cells[0]): row.cells[2].trend for row in made.body}
    points = {name: [point and point.text for point in each.points] for name, each in trends.items() if each}
    assert points == {"groot": ["40", "50"], "klein": ["3", "20"], "Samen": ["180", "200"]}


def test_what_is_named_is_still_a_name_in_a_text(tmp_path: Path) -> None:
    tables, errors = built(tmp_path, table('"{{ a | top(2) }}"', {"naam": "de plaats {{ rij.naam }}"}, CLOSED))
    assert errors == []
    (made,) = tables
    assert [shown(row.cells[1]) for row in made.body] == [
        "de plaats groot", "de plaats klein", "de plaats Overig", "de plaats A"
    ]  # fmt: skip
    values = [item for row in made.body for item in row.cells[1].content if isinstance(item, Value)]
    assert all(value.is_name and value.trace is None for value in values)


@pytest.mark.parametrize(
    ("rows", "value", "fault"),
    [
        ('"{{ a | top(2) }}"', "los[rij]", "T306 'los' heeft geen onderdelen"),
        ('"{{ a.vorig_jaar | top(2) }}"', "b[rij]", "T303 de rij is over 2019, en 'b' over 2020"),
        ('"{{ a | top(2) }}"', "b[rij.vorig_jaar]", "T303 de rij is over 2019, en 'b' over 2020"),
        ("\"{{ a | reeks('2019') }}\"", "b.vorig_jaar[rij]", "T303 de rij is al een periode: 2020"),
        (
            "\n        - {kop: S, cijfer: \"{{ a['groot'] + a['klein'] }}\"}",
            "b[rij]",
            "T303 de rij is hier berekend, en heeft in 'b' geen tegenhanger",
        ),
    ],
)
def test_what_may_be_meant_in_two_ways_is_refused(tmp_path: Path, rows: str, value: str, fault: str) -> None:
    _, errors = built(tmp_path, table(rows, {"x": f"{{{{ {value} }}}}"}))
    assert set(errors) == {fault}


def test_a_name_says_no_period(tmp_path: Path) -> None:
    """As a name that is typed: the period is that of the series."""
    columns = {"x": "{{ b[rij.naam] }}", "y": "{{ b.vorig_jaar[rij] }}"}
    tables, errors = built(tmp_path, table('"{{ a.vorig_jaar | top(2) }}"', columns, CLOSED))
    assert errors == []
    (made,) = tables
    assert rows_of(made) == {
        "groot": ("50", "40"), "klein": ("20", "3"), "Overig": ("130", "137"), "Samen": ("200", "180")
    }  # fmt: skip


def test_a_row_without_a_place_does_not_stop_the_table(tmp_path: Path) -> None:
    """Of an unknown part it is unknown; the rest and the total can have none."""
    rows = '["{{ a[\'groot\'] }}", "{{ a[\'klein\'] }}", "{{ b[\'punt\'] }}", "{{ a | top(2) | rest }}", a]'
    tables, errors = built(tmp_path, table(rows, {"a": "{{ rij | rangorde }}"}))
    assert errors == []
    (made,) = tables
    assert [cells[0].casefold() for cells in rows_of(made).values()] == ["eerste", "tweede", ".", "", ""]


@pytest.mark.parametrize("value", ["a | rangorde", "a.rest | rangorde", "b['punt'] | rangorde"])
def test_in_a_sentence_that_is_a_fault(tmp_path: Path, value: str) -> None:
    _, errors = built(tmp_path, f'  - tekst: "De {{{{ {value} }}}}."\n')
    assert errors == ["T302 'rangorde' is voor een bekend onderdeel van een reeks"]


OF_B = {name: value for name, value in COLUMNS.items() if "b[rij]" in value and "aandeel(rij)" not in value}


@pytest.mark.parametrize(
    ("own", "other", "names"),
    [
        ('"{{ b }}"', '"{{ a }}"', ("groot", "klein", "punt", "geheim", "nul", "vannul", "Samen")),
        ("[\"{{ b['groot'] }}\", \"{{ b['nul'] }}\"]", "[\"{{ a['groot'] }}\", \"{{ a['nul'] }}\"]", ("groot", "nul")),
        ("[b]", "[a]", (None,)),
        ("\"{{ b | reeks('2019') }}\"", "\"{{ a | reeks('2019') }}\"", ("2019", "2020")),
    ],
)
def test_another_series_is_shown_as_it_is_in_its_own_rows(
    own: str, other: str, names: tuple[str | None, ...], tmp_path: Path
) -> None:
    """In every kind of row and for every kind of column, with the same signs and the same figures behind them."""
    more = CLOSED if own == '"{{ b }}"' else ""
    columns = OF_B if "reeks" not in own else {name: OF_B[name] for name in ("other", "last year")}
    in_own = {name: value.replace("b[rij]", "rij") for name, value in columns.items()}
    tables, errors = built(tmp_path, table(own, in_own, more) + table(other, columns, more))
    assert errors == []
    first, second = tables
    for name in names:
        rows = [next(row for row in made.body if name in (None, shown(row.cells[0]))) for made in (first, second)]
        contents = [[cell.content for cell in row.cells[1:]] for row in rows]
        values = [
            [[replace(item, origin=None) if isinstance(item, Value) else item for item in cell] for cell in cells]
            for cells in contents
        ]
        assert values[0] == values[1]


def test_the_rest_of_a_series_belongs_to_the_total_that_came_with_its_parts(tmp_path: Path) -> None:
    """As that of a table does: of a total that was restated later the parts leave something else."""
    request = project(tmp_path, '  - tekst: "{{ a.vorig_jaar.rest }} en {{ a.vorig_jaar | rest }}"\n')
    later = tmp_path / "data" / "2020.yaml"
    text = later.read_text(encoding="utf-8")
    later.write_text(text + "herzien: {2019: {a: {totaal: 1600, bron: b}}}\n", encoding="utf-8")
    document = compose(request, Findings())
    assert document is not None
    (paragraph,) = (block for block in walk(document.blocks) if isinstance(block, Paragraph))
    assert plain_text(paragraph.content) == "15 en 15"
