"""What a row of a comparison or a line of a chart is of, and that nothing asked of it is lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.text.test_blocks import composed, table

EARLIER = (
    "{{ eerste_aanvragen.vorige }}",
    "{{ eerste_aanvragen.vorig_jaar }}",
    "{{ eerste_aanvragen.jaar_tot_nu }}",
    "{{ eerste_aanvragen['2020-04'] }}",
    "{{ eerste_aanvragen['Syrië'].vorige }}",
    "{{ eerste_aanvragen.eerst }}",
    "{{ eerste_aanvragen['Syrië'].eerst.aandeel }}",
    "{{ eerste_aanvragen | verschil(nareizigers) }}",
)


@pytest.mark.parametrize("figure", EARLIER)
def test_a_row_that_stands_still_is_refused_in_a_comparison(tmp_path: Path, figure: str) -> None:
    rows = f'rijen: [{{kop: a, cijfer: "{figure}"}}], vergelijking: {{perioden: laatste 2}}'
    assert composed(tmp_path, f"  - tabel: {{titel: T, rijkop: r, {rows}}}", period="2020-05")[1] == ["T302"]


@pytest.mark.parametrize("figure", EARLIER)
def test_a_line_that_stands_still_is_refused_in_a_chart(tmp_path: Path, figure: str) -> None:
    keys = f'soort: lijn, vanaf: 2020-04, reeksen: [{{naam: a, cijfers: "{figure}"}}]'
    assert composed(tmp_path, f"  - grafiek: {{titel: G, {keys}}}", period="2020-05")[1] == ["T302"]


def test_a_row_that_stands_still_has_no_trend(tmp_path: Path) -> None:
    columns = "kolommen: [{kop: a, trend: {vanaf: 2020-01}}]"
    rows = 'rijen: [{kop: a, cijfer: "{{ eerste_aanvragen.vorig_jaar }}"}]'
    assert composed(tmp_path, f"  - tabel: {{titel: T, rijkop: r, {rows}, {columns}}}", period="2020-05")[1] == ["T421"]


def test_a_share_is_one_in_every_period(tmp_path: Path) -> None:
    rows = "rijen: [{kop: Syrië, cijfer: \"{{ eerste_aanvragen['Syrië'].aandeel }}\"}]"
    keys = f"{rows}, vergelijking: {{perioden: [2020-04, 2020-05], verandering: [verschil]}}"
    assert table(tmp_path, keys, "2020-05")[-1] == ["Syrië", "25%", "31%", "+6\u00a0procentpunt"]


def test_what_was_the_largest_in_another_period_may_be_compared(tmp_path: Path) -> None:
    keys = 'rijen: "{{ eerste_aanvragen.vorige | top(1) }}", vergelijking: {perioden: [2020-04, 2020-05]}'
    assert table(tmp_path, keys, "2020-05")[-1] == ["Syrië", "69", "106"]


def test_the_months_of_a_year_are_no_rows_of_a_comparison(tmp_path: Path) -> None:
    rows = 'rijen: "{{ eerste_aanvragen.jaar_tot_nu | maanden }}", vergelijking: {perioden: laatste 2}'
    codes = composed(tmp_path, f"  - tabel: {{titel: T, rijkop: r, {rows}}}", period="2020-05")[1]
    assert codes == ["T302"]


def test_the_rest_of_shares_is_no_count(tmp_path: Path) -> None:
    rows = 'rijen: "{{ eerste_aanvragen | top(2) | aandeel }}", totaal: Alle'
    columns = "kolommen: [{kop: a, waarde: '{{ rij }}'}]"
    assert composed(tmp_path, f"  - tabel: {{titel: T, rijkop: r, {rows}, {columns}}}", period="2020-05")[1] == ["T302"]


def test_the_order_of_eerst_and_vorige_is_told(tmp_path: Path) -> None:
    assert composed(tmp_path, '  - tekst: "{{ eerste_aanvragen.eerst.vorige }}"', period="2020-05")[1] == ["T303"]
    assert composed(tmp_path, '  - tekst: "{{ eerste_aanvragen.vorige.eerst }}"', period="2020-05")[1] == []
