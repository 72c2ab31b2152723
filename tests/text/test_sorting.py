"""Rows sorted by a column; rows of periods, and of series by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Cell, NoteMark, Table, plain_text, walk
from rapportage.pipeline import compose
from tests.text.test_counterparts import CLOSED, built, project, rows_of, table

COLUMNS = {"a": "{{ rij }}", "b": "{{ b[rij] }}", "verandering": "{{ b[rij] | procentueel(b[rij].vorig_jaar) }}"}
FALLING = ["groot", "klein", "weg", "punt", "geheim", "nul", "vannul"]


def order(folder: Path, sorting: str, rows: str = '"{{ a }}"', more: str = "") -> list[str]:
    tables, errors = built(folder, table(rows, COLUMNS, f"      sorteer: {sorting}\n{more}"))
    assert errors == []
    return list(rows_of(tables[0]))


@pytest.mark.parametrize(
    ("sorting", "wanted"),
    [
        ("a", FALLING),
        ("{kolom: a, volgorde: aflopend}", FALLING),
        ("{kolom: A, volgorde: oplopend}", FALLING[::-1]),
        ("b", ["groot", "vannul", "klein", "nul", "weg", "punt", "geheim"]),
        ("{kolom: b, volgorde: oplopend}", ["nul", "klein", "vannul", "groot", "weg", "punt", "geheim"]),
        ("verandering", ["groot", "nul", "klein", "weg", "punt", "geheim", "vannul"]),
        ("R", ["geheim", "groot", "klein", "nul", "punt", "vannul", "weg"]),
        ("{kolom: R, volgorde: aflopend}", ["weg", "vannul", "punt", "nul", "klein", "groot", "geheim"]),
    ],
)
@pytest.mark.parametrize("closed", [True, False])
def test_the_order(sorting: str, wanted: list[str], tmp_path: Path, *, closed: bool) -> None:
    """Unknown, too small or impossible last, in the order of the rows; the rest and the total at the foot."""
    found = order(tmp_path, sorting, more=CLOSED if closed else "")
    assert found == wanted + (["Overig", "Samen"] if closed else [])


def test_each_row_keeps_its_own_cells(tmp_path: Path) -> None:
    plain, _ = built(tmp_path, table('"{{ a }}"', COLUMNS, CLOSED))
    by_b, errors = built(tmp_path, table('"{{ a }}"', COLUMNS, CLOSED + "      sorteer: b\n"))
    assert errors == []
    assert rows_of(by_b[0]) == rows_of(plain[0])
    for row in by_b[0].body:
        assert all(row.cells[0].id in cell.headers for cell in row.cells[1:])


def test_equal_figures_keep_the_order_of_the_rows(tmp_path: Path) -> None:
    rows = "".join(
        f"\n        - {{kop: {head}, cijfer: \"{{{{ a['{part}'] }}}}\"}}"
        for head, part in (("Een", "klein"), ("Twee", "groot"), ("Drie", "klein"), ("Vier", "groot"))
    )
    assert order(tmp_path, "a", rows) == ["Twee", "Vier", "Een", "Drie"]
    assert order(tmp_path, "{kolom: a, volgorde: oplopend}", rows) == ["Een", "Drie", "Twee", "Vier"]


def test_rows_stay_within_their_group_and_above_their_total(tmp_path: Path) -> None:
    rows = "".join(
        f"\n        - {row}"
        for row in (
            "{kop: G, soort: groep}",
            "{kop: g1, cijfer: \"{{ a['klein'] }}\"}",
            "{kop: g2, cijfer: \"{{ a['groot'] }}\"}",
            "{kop: S, soort: subtotaal, cijfer: \"{{ a['groot'] + a['klein'] }}\"}",
            "{kop: H, soort: groep}",
            "{kop: h1, cijfer: \"{{ a['nul'] }}\"}",
            "{kop: h2, cijfer: \"{{ a['weg'] }}\"}",
            '{kop: T, soort: totaal, cijfer: "{{ a }}"}',
        )
    )
    tables, errors = built(tmp_path, table(rows, {"a": "{{ rij }}"}, "      sorteer: a\n"))
    assert errors == []
    assert list(rows_of(tables[0])) == ["G", "g2", "g1", "S", "H", "h2", "h1", "T"]


@pytest.mark.parametrize(
    ("sorting", "columns", "fault"),
    [
        ("c", COLUMNS, "T426 geen kolom heet 'c'"),
        ("x", {"x": "{{ rij }}", "X": "{{ b[rij] }}"}, "T426 meer dan één kolom heet 'x'"),
        ("x", {"x": "{{ rij.naam }}"}, "T426 in de kolom 'x' staan geen cijfers om op te sorteren"),
    ],
)
def test_a_column_that_can_not_be_sorted_by(sorting: str, columns: dict[str, str], fault: str, tmp_path: Path) -> None:
    _, errors = built(tmp_path, table('"{{ a }}"', columns, f"      sorteer: {sorting}\n"))
    assert errors == [fault]


def test_a_column_is_named_with_its_group_where_that_is_needed(tmp_path: Path) -> None:
    text = table('"{{ a | top(3) }}"', {}, "      sorteer: {kolom: B aantal, volgorde: oplopend}\n")
    for group, value in (("A", "rij"), ("B", "b[rij]")):
        text += f'        - {{groep: {group}, kop: aantal, waarde: "{{{{ {value} }}}}"}}\n'
    tables, errors = built(tmp_path, text)
    assert errors == []
    assert list(rows_of(tables[0])) == ["klein", "groot", "weg"]


def test_rows_of_periods(tmp_path: Path) -> None:
    """`rij` is the period: it is named, and asked of any series."""
    columns = {"a": "{{ a[rij] }}", "b": "{{ b[rij.naam].vorig_jaar }}", "deel": "{{ b[rij]['groot'].aandeel | pct }}"}
    tables, errors = built(tmp_path, table("{perioden: laatste 2}", columns, "      sorteer: a\n"))
    assert errors == []
    assert rows_of(tables[0]) == {"2020": ("2.000", "180", "25%"), "2019": ("1.500", ".", "22%")}
    assert list(rows_of(tables[0])) == ["2020", "2019"]


def test_rows_of_series(tmp_path: Path) -> None:
    """By name, or what an expression gives; each under its own title."""
    columns = {"nu": "{{ rij }}", "toen": "{{ rij.vorig_jaar }}", "deel": "{{ rij.aandeel | pct }}"}
    rows = '[a, b, "{{ a[\'groot\'] }}", {kop: Zelf, cijfer: "{{ b }}"}]'
    tables, errors = built(tmp_path, table(rows, columns))
    assert errors == []
    assert rows_of(tables[0]) == {
        "A": ("2.000", "1.500", "100%"),
        "B": ("200", "180", "100%"),
        "groot": ("500", "500", "25%"),
        "Zelf": ("200", "180", "100%"),
    }


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("[a, c]", "T105 onbekende reeks 'c'"),
        ('[a, "{{ periode }}"]', "T302 hier hoort een cijfer, niet iets anders"),
        ("{perioden: laatste}", "S110 'laatste' is geen periode"),
        ("{periode: 2020}", "S104 hier hoort een uitdrukking, een lijst met rijen, of 'perioden: laatste 5'"),
    ],
)
def test_rows_that_are_none(rows: str, fault: str, tmp_path: Path) -> None:
    _, errors = built(tmp_path, table(rows, {"a": "{{ rij }}"}))
    assert fault in errors


def test_notes_are_in_the_order_in_which_they_are_read(tmp_path: Path) -> None:
    rows = "".join(
        f"\n        - {{kop: '{head}', cijfer: \"{{{{ a['{part}'] }}}}\"}}"
        for head, part in (("Klein[^x]", "klein"), ("Groot[^y]", "groot"), ("Weg[^x]", "weg"))
    )
    text = table(rows, {"a": "{{ rij }}"}, "      toelichting: Zie[^z].\n      sorteer: a\n")
    request = project(tmp_path, text)
    layout = tmp_path / "layouts" / "proef.yaml"
    notes = "noten: {x: De x., y: De y., z: De z.}\n"
    layout.write_text(notes + layout.read_text(encoding="utf-8"), encoding="utf-8")
    document = compose(request, Findings())
    assert document is not None
    (made,) = (block for block in walk(document.blocks) if isinstance(block, Table))
    assert [mark_of(row.cells[0]) for row in made.body] == ["a", "b", "b"]
    found = [(note.mark, plain_text(note.content)) for note in made.notes]
    assert found == [("a", "De y."), ("b", "De x."), ("c", "De z.")]


def mark_of(cell: Cell) -> str:
    return next(item.mark for item in cell.content if isinstance(item, NoteMark))


def test_periods_are_rows_or_columns(tmp_path: Path) -> None:
    text = table("{perioden: laatste 2}", {"a": "{{ a[rij] }}"}, "      vergelijking: {perioden: laatste 2}\n")
    _, errors = built(tmp_path, text)
    assert errors == ["T406 de perioden staan al in de rijen, en kunnen niet ook de kolommen zijn"]
