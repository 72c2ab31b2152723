"""Tables and charts of a layout: what the tool adds by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Document, NoteMark, Table, Value, plain_text, walk
from rapportage.pipeline import BuildRequest, compose
from tests.faults import lines, samples

TABLE = """\
titel: Proef
blokken:
  - tabel:
      titel: Landen
      rijkop: Land
      rijen: "{{ eerste_aanvragen | top(2) }}"
      totaal: Totaal
      kolommen:
        - {groep: nu, kop: aantal, waarde: "{{ rij }}"}
        - {groep: een jaar eerder, kop: aantal, waarde: "{{ rij.vorig_jaar }}"}
        - {groep: vorige maand, kop: aantal, waarde: "{{ rij.vorige }}"}
"""


def composed(folder: Path, layout: str) -> Document:
    samples(folder)
    (folder / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    findings = Findings()
    document = compose(BuildRequest("proef", "2020-05", folder), findings)
    assert not lines(findings)
    assert document is not None
    return document


def test_a_column_without_figures_is_left_out_and_a_restated_total_has_a_note(tmp_path: Path) -> None:
    (table,) = (block for block in walk(composed(tmp_path, TABLE).blocks) if isinstance(block, Table))
    assert table.columns == 3
    assert [plain_text(note.content) for note in table.notes] == [
        "De kolom een jaar eerder aantal ontbreekt: daarvan zijn geen cijfers bekend.",
        "Later bijgesteld tot 270.",
    ]
    total = table.body[-1].cells[-1].content
    assert (plain_text(total), total[-1]) == ("273", NoteMark("tabel-1-2", "b"))
    assert plain_text(table.source).startswith("Bronnen: IND, Asielinstroom in mei 2020")


def test_heads_over_several_columns_are_named_by_those_below(tmp_path: Path) -> None:
    (table,) = (block for block in walk(composed(tmp_path, TABLE).blocks) if isinstance(block, Table))
    upper, lower = table.head
    assert [(cell.columns, cell.rows) for cell in upper.cells] == [(1, 2), (1, 1), (1, 1)]
    assert [cell.headers for cell in lower.cells] == [("tabel-1-g0",), ("tabel-1-g1",)]


def test_a_note_of_a_table_is_no_page_note(tmp_path: Path) -> None:
    layout = "noten: {uitleg: Een noot.}\n" + TABLE.replace("titel: Landen", 'titel: "Landen[^uitleg]"')
    document = composed(tmp_path, layout)
    (table,) = (block for block in walk(document.blocks) if isinstance(block, Table))
    assert document.notes == ()
    assert [note.mark for note in table.notes] == ["a", "b", "c"]


def test_how_a_chart_is_described(tmp_path: Path) -> None:
    layout = """\
titel: Proef
blokken:
  - grafiek:
      titel: Instroom
      soort: lijn
      vanaf: 2018-01
      reeksen:
        - {naam: Eerste aanvragen, cijfers: [eerste_aanvragen_cbs, eerste_aanvragen]}
"""
    (chart,) = (block for block in walk(composed(tmp_path, layout).blocks) if isinstance(block, Chart))
    assert chart.alternative == (
        "Lijngrafiek, eenheid aanvragen: Instroom, januari 2018 tot en met mei 2020. Andere bron vanaf april 2020. "
        "Eerste aanvragen: van 1.560 in januari 2018 gedaald naar 341 in mei 2020; het hoogste was 2.250 in september "
        "2018; het laagste was 270 in april 2020."
    )
    assert [(each.before, each.label) for each in chart.breaks] == [(27, "andere bron vanaf april\u00a02020")]
    assert plain_text(chart.notes[0].content).replace("\u00a0", " ") == (
        "Tot en met maart 2020: CBS, afgerond op 5; vanaf april 2020: IND."
    )


def test_a_cell_may_hold_words_and_choices(tmp_path: Path) -> None:
    value = "{{ rij }} ({{ rij.aandeel | pct }}){% if rij > 50 %}, veel{% endif %}"
    layout = TABLE.replace('waarde: "{{ rij }}"', f'waarde: "{value}"')
    (table,) = (block for block in walk(composed(tmp_path, layout).blocks) if isinstance(block, Table))
    assert [plain_text(row.cells[1].content) for row in table.body] == [
        "106 (31%), veel",
        "19 (6%)",
        "341 (100%), veel",
    ]


def test_a_provisional_figure_keeps_its_sign_behind_a_filter(tmp_path: Path) -> None:
    layout = TABLE.replace('waarde: "{{ rij }}"', 'waarde: "{{ rij.aandeel | decimalen(0) }}"')
    samples(tmp_path)
    data = tmp_path / "data" / "2020-05.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("Syrië: 106", "Syrië: 106*"), encoding="utf-8")
    (tmp_path / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    document = compose(BuildRequest("proef", "2020-05", tmp_path), Findings())
    assert document is not None
    (table,) = (block for block in walk(document.blocks) if isinstance(block, Table))
    (value,) = table.body[0].cells[1].content
    assert isinstance(value, Value)
    assert (value.text, value.spoken) == ("31*", "31, voorlopig")


SHARES = """\
titel: Proef
blokken:
  - tabel:
      titel: Nareizigers
      rijkop: Land
      rijen: "{{ nareizigers | top(TOP) }}"
      rest: Overig
      totaal: Totaal
      kolommen: [{kop: aandeel (%), waarde: "{{ rij.aandeel | decimalen(DECIMALS) }}"}]
"""


@pytest.mark.parametrize(("top", "decimals", "is_told"), [("3", "0", True), ("2", "1", False), ("1", "0", False)])
def test_what_rounding_sets_apart_is_told_at_the_total(tmp_path: Path, top: str, decimals: str, is_told: bool) -> None:
    """57 + 24 + 10 + 10 is 101; 56,9 + 23,5 + 19,6 is 100,0; 57 + 43 is 100."""
    document = composed(tmp_path, SHARES.replace("TOP", top).replace("DECIMALS", decimals))
    (table,) = (block for block in walk(document.blocks) if isinstance(block, Table))
    notes = [plain_text(note.content) for note in table.notes]
    assert notes == (["Door afronding tellen de delen niet overal precies op tot hun totaal."] if is_told else [])
    assert isinstance(table.body[-1].cells[0].content[-1], NoteMark) is is_told


def test_parts_that_are_not_all_are_no_matter_of_rounding(tmp_path: Path) -> None:
    layout = TABLE.replace("top(2)", "top(3)").replace("rij.vorig_jaar", "rij")
    (table,) = (block for block in walk(composed(tmp_path, layout).blocks) if isinstance(block, Table))
    assert not any("afronding" in plain_text(note.content) for note in table.notes)


def test_a_total_of_counts_that_were_delivered_rounded(tmp_path: Path) -> None:
    """The permits of the CBS, each to fives: what each may be is enough to make the total."""
    done = samples(tmp_path)
    findings = Findings()
    document = compose(BuildRequest("vreemdelingenketen", "2020-H1", done), findings)
    assert document is not None
    told = [
        block.label
        for block in walk(document.blocks)
        if isinstance(block, Table) and any("Door afronding" in plain_text(note.content) for note in block.notes)
    ]
    assert told == ["Tabel 5", "Tabel 6"]
