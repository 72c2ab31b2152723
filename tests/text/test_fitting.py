"""What a kind of chart or a comparison has no use for is refused at its own key, and never lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document.chart_kinds import KINDS
from rapportage.input.specs.blocks.chart import ChartSpec
from rapportage.pipeline import BuildRequest, compose
from rapportage.text.charts.fitting import _ALWAYS
from tests.faults import samples

LINES = "reeksen: [{naam: x, cijfers: eerste_aanvragen}]"
TWO = "reeksen: [{naam: x, cijfers: eerste_aanvragen}, {naam: y, cijfers: nareizigers}]"
TOP = 'cijfers: "{{ eerste_aanvragen | top(4) }}"'
COMBINED = "reeksen: [{naam: x, cijfers: eerste_aanvragen}, {naam: y, cijfers: nareizigers, als: lijn}]"
ROWS = 'titel: T, rijkop: r, rijen: [{kop: a, cijfer: "{{ eerste_aanvragen }}"}]'


def told(folder: Path, block: str, period: str = "2020-05") -> list[str]:
    """Each finding as its code and what stands at its place."""
    root = samples(folder / "p")
    layout = root / "layouts" / "proef.yaml"
    layout.write_text(f"titel: Proef\nblokken:\n  - {block}\n", encoding="utf-8")
    findings = Findings()
    compose(BuildRequest("proef", period, root), findings)
    rows = layout.read_text(encoding="utf-8").splitlines()
    return [
        f"{item.code} {rows[item.span.line - 1][item.span.column - 1 :].partition(':')[0]}" if item.span else item.code
        for item in findings
    ]


@pytest.mark.parametrize(
    ("keys", "finding"),
    [
        (f"soort: stroom, vanaf: 2019-06, {LINES}", "T409 vanaf"),
        (f'soort: stroom, perioden: ["2019-12", 2020-01], {LINES}', "T409 perioden"),
        (f"soort: combinatie, vanaf: 2020-01, vorm: 100%, {COMBINED}", "T407 vorm"),
        (f"soort: staaf, vanaf: 2020-01, vorm: 100%, {LINES}", "T407 vorm"),
        (f"soort: staaf, {TOP}, vorm: 100%", "T407 vorm"),
        (f"soort: lijn, vanaf: 2020-01, vorm: naast elkaar, {LINES}", "T407 vorm"),
        (f"soort: lijn, vanaf: 2020-01, rest: overig, {LINES}", "T407 rest"),
        ("soort: lijn, vanaf: 2020-01, reeksen: [{naam: x, cijfers: amv, als: lijn}]", "T407 als"),
        ("soort: lijn, vanaf: 2020-01, reeksen: [{naam: x, cijfers: amv, waarde: '{{ rij }}'}]", "T407 waarde"),
        (f"soort: staaf, {TOP}, reeksen: [{{naam: x, waarde: '{{{{ rij }}}}', cijfers: amv}}]", "T407 cijfers"),
        (f"soort: staaf, {TOP}, reeksen: [{{naam: x, waarde: '{{{{ rij }}}}', als: lijn}}]", "T407 als"),
        (f"soort: staaf, {TOP}, bijschriften: {{2020-05: dicht}}", "T420 bijschriften"),
        (f"soort: verloop, perioden: laatste 2, bijschriften: {{2020-05: dicht}}, {LINES}", "T420 bijschriften"),
        (f"soort: verloop, perioden: laatste 3, {LINES}", "T407 perioden"),
        (f"soort: verloop, perioden: [2020-05, 2020-05], {LINES}", "T409 2020-05], reeksen"),
        (f"soort: lijn, perioden: [2020-05, 2020-04], {LINES}", "T409 2020-04], reeksen"),
        (f"soort: lijn, perioden: [laatste 5, laatste 3], {LINES}", "T409 laatste 3], reeksen"),
        (f"soort: lijn, perioden: [2019-Q4, 2020-05], {LINES}", "T409 perioden"),
        (f"soort: lijn, perioden: laatste 99, {LINES}", "T409 laatste 99, reeksen"),
        (f"soort: lijn, vanaf: 2021-01, {LINES}", "T409 vanaf"),
        ("soort: liggende staaf, cijfers: '{{ amv | onderdrukte }}'", "T408 cijfers"),
        (f"soort: aandeel, {TOP}", "T419 cijfers"),
        ("soort: aandeel, rest: r, cijfers: '{{ eerste_aanvragen | alle | top(6) }}'", "T416 cijfers"),
        (
            f"soort: staaf, {TOP}, reeksen: [{{naam: x, waarde: '{{{{ rij }}}}'}}, "
            "{naam: y, waarde: '{{ rij.aandeel }}'}]",
            "T410 cijfers",
        ),
    ],
)
def test_in_a_chart(tmp_path: Path, keys: str, finding: str) -> None:
    assert told(tmp_path, f"grafiek: {{titel: G, {keys}}}") == [finding]


@pytest.mark.parametrize(
    ("keys", "finding"),
    [
        ("perioden: [2020-05, 2020-04]", "T409 2020-04]}}"),
        ("perioden: [2020-05, 2020-05]", "T409 2020-05]}}"),
        ("perioden: laatste 99", "T409 laatste 99}}"),
        ("perioden: laatste 2, tegenover: 2020-04", "S102 tegenover"),
        ("perioden: laatste 2, verandering: [verschil, verschil]", "S114 verandering"),
        ("perioden: [2020-04, 2020-Q2], verandering: [verschil]", "T409 perioden"),
        ("perioden: [2020-04, 2020-05], verandering: [verschil], tegenover: 2020-05", "T409 tegenover"),
        ("perioden: [2020-04, 2020-05], verandering: [verschil], tegenover: 2019", "T409 tegenover"),
    ],
)
def test_in_a_comparison(tmp_path: Path, keys: str, finding: str) -> None:
    assert told(tmp_path, f"tabel: {{{ROWS}, vergelijking: {{{keys}}}}}") == [finding]


def test_a_half_year_may_stand_after_its_months(tmp_path: Path) -> None:
    keys = 'vergelijking: {perioden: [maanden, "{{ periode }}"]}'
    assert told(tmp_path, f"tabel: {{{ROWS}, {keys}}}", period="2020-H1") == []


def test_two_periods_in_one_word_are_a_course(tmp_path: Path) -> None:
    assert told(tmp_path, f"grafiek: {{titel: G, soort: verloop, perioden: laatste 2, {TWO}}}") == []


def test_every_key_is_of_some_kind() -> None:
    used = _ALWAYS.union(*((kind.parts or set()) | (kind.periods or set()) for kind in KINDS))
    assert used == set(ChartSpec.keys())


COLUMN = 'kolommen: [{kop: a, waarde: "{{ rij }}"}]'


@pytest.mark.parametrize(
    ("keys", "finding"),
    [
        (f"{ROWS}, {COLUMN}, totaal: Samen", "T406 totaal"),
        (f"{ROWS}, {COLUMN}, rest: Overig", "T406 rest"),
        (f"{ROWS.replace('kop: a,', 'kop: a, delen: x,')}, {COLUMN}", "T406 delen"),
        (
            "titel: T, rijkop: r, rijen: [{kop: a, cellen: [b]}], "
            "kolommen: [{kop: c, waarde: '{{ amv }}', trend: {vanaf: 2020-01, cijfers: amv}}]",
            "S102 trend",
        ),
    ],
)
def test_in_a_table(tmp_path: Path, keys: str, finding: str) -> None:
    assert told(tmp_path, f"tabel: {{{keys}}}") == [finding]
