"""References to what is not there: a table or chart that has nothing to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.pipeline import BuildRequest, BuildResult, build
from tests.faults import lines, samples

EMPTY = """\
periode: 2020-07
uitgave: {datum: 2020-08-24}
bronnen:
  ind: {titel: Juli, uitgever: IND, datum: 2020-08-24}
cijfers:
  eerste_aanvragen: {titel: Eerste aanvragen, eenheid: aanvragen, bron: ind, totaal: }
"""
COLUMNS = "kolommen: [{kop: aantal, waarde: '{{ rij }}'}]"


def built(folder: Path, blocks: str, *, draft: bool = False) -> tuple[BuildResult | None, Findings]:
    root = samples(folder / "p")
    (root / "data" / "2020-07.yaml").write_text(EMPTY, encoding="utf-8")
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{blocks}\n", encoding="utf-8")
    findings = Findings()
    period = "2020-07" if draft else "2020-05"
    return build(BuildRequest("proef", period, root, draft=draft), findings), findings


@pytest.mark.parametrize("draft", [False, True])
def test_a_table_of_which_all_rows_fall_away_is_told(tmp_path: Path, *, draft: bool) -> None:
    rows = "rijen: [{kop: a, cijfer: '{{ eerste_aanvragen }}', als: '{{ 1 == 2 }}'}]"
    table = f"tabel: {{id: leeg, titel: T, rijkop: R, {COLUMNS}, {rows}}}"
    result, findings = built(tmp_path, f'  - tekst: "Zie [](#leeg)."\n  - {table}', draft=draft)
    told = [line for line in lines(findings) if "T415" in line]
    assert told == [f"4:{5 + table.index('rijen')} T415 deze tabel heeft geen rijen"]
    assert (result is not None) is draft


def test_a_draft_refers_to_the_gap_where_a_chart_and_its_table_will_stand(tmp_path: Path) -> None:
    lead = '  - tekst: "Zie [](#g), [](#g-cijfers) en bladzijde [pagina](#g)."'
    chart = (
        "  - grafiek: {id: g, titel: G, soort: lijn, vanaf: 2020-07, reeksen: [{naam: x, cijfers: eerste_aanvragen}]}"
    )
    result, findings = built(tmp_path, f"{lead}\n{chart}", draft=True)
    assert result is not None
    assert "T408" in [item.code for item in findings]
    assert all(item.severity is Severity.WARNING for item in findings)


def test_a_chart_may_name_a_table_that_is_still_a_gap(tmp_path: Path) -> None:
    table = f"  - tabel: {{id: t, titel: T, rijkop: R, {COLUMNS}, rijen: '{{{{ eerste_aanvragen | bekende }}}}'}}"
    keys = "id: g, titel: G, soort: lijn, vanaf: 2020-04, tabel: t, reeksen: [{naam: x, cijfers: eerste_aanvragen}]"
    result, findings = built(tmp_path, f"{table}\n  - grafiek: {{{keys}}}", draft=True)
    assert result is not None
    assert [item.code for item in findings if item.severity is Severity.ERROR] == []


def test_a_list_of_revisions_without_any_can_be_referred_to(tmp_path: Path) -> None:
    result, findings = built(tmp_path, '  - tekst: "Zie [](#tabel-2)."\n  - wijzigingen')
    assert (result is not None, lines(findings)) == (True, [])
