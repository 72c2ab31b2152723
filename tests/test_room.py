"""What has no room gives a finding at its place, all in one run; what can be made to fit is made to."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.proof.inspection import structural_faults
from tests.faults import PERIOD, built, project

LONG = "woord " * 700
HUGE = "9" * 120
BARS = ", ".join(f"Land {number}: {number}" for number in range(1, 31))
MANY = PERIOD.replace("Syrië: 106, onbekend: 26, Turkije: 19, Nigeria: <5", BARS).replace("totaal: 341", "totaal: 465")
CHART = "grafiek: {soort: liggende staaf, cijfers: '{{ aanvragen | top(30) }}'"


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (f"kerncijfers: [{{kop: k, waarde: '{{{{ aanvragen }}}}', toelichting: '{LONG * 2}'}}]", "D104"),
        (
            f"tabel: {{titel: t, rijkop: r, rijen: [{{kop: a, cellen: [x]}}], kolommen: [{{kop: '{LONG * 2}'}}]}}",
            "D104",
        ),
        (f"{CHART}, titel: '{LONG * 2}'}}", "D102"),
        (f"{CHART}, titel: t, boodschap: '{LONG}'}}", "D102"),
        (f"stroomschema: {{titel: '{LONG * 2}', stappen: [{{a: Een, naar: b}}, {{b: Twee}}]}}", "D102"),
        (f"kop: De {HUGE}", "D103"),
        (f"tekst: De {HUGE} is veel.", "D103"),
        (f"opsomming: ['{HUGE}']", "D103"),
        (f"kader: {{titel: T, inhoud: '{HUGE}'}}", "D103"),
        (f"kerncijfers: [{{kop: '{HUGE}', waarde: '{{{{ aanvragen }}}}'}}]", "D103"),
    ],
)
def test_what_has_no_room_is_told_at_its_place(tmp_path: Path, block: str, code: str) -> None:
    layout = f"titel: x\nblokken:\n  - kop: Begin\n  - {block}\n  - tekst: 'De {HUGE}1.'\n"
    result, findings = built(project(tmp_path, layout=layout, period=MANY))
    assert result is None
    found = [(each.code, each.span.line if each.span else None) for each in findings if each.code.startswith("D")]
    assert found == [(code, 4), ("D103", 5)], list(findings)


@pytest.mark.parametrize("value", ["17475415", "123456789012", "1234567"])
@pytest.mark.parametrize("count", [1, 4, 7])
def test_a_number_in_a_card_is_never_broken(tmp_path: Path, value: str, count: int) -> None:
    """Its type gets smaller, or fewer cards stand in a row."""
    card = "{kop: Aanvragen, waarde: '{{ aanvragen }}', toelichting: '{{ aanvragen }} aanvragen'}"
    period = PERIOD.replace("totaal: 341", f"totaal: {value}")
    layout = f"titel: x\nblokken:\n  - kerncijfers: [{', '.join([card] * count)}]\n"
    result, findings = built(project(tmp_path, layout=layout, period=period))
    assert result is not None, list(findings)
    assert structural_faults(result.pdf) == []


def test_a_title_that_is_too_long_for_the_header_is_told(tmp_path: Path) -> None:
    layout = f"titel: {'verantwoording ' * 12}\nblokken:\n  - tekst: a\n  - pagina-einde\n  - tekst: b\n"
    result, findings = built(project(tmp_path, layout=layout))
    assert result is not None
    assert [(each.code, each.span and each.span.line) for each in findings] == [("D105", 1)]
    result, findings = built(project(tmp_path, layout=layout.replace("  - pagina-einde\n", "")))
    assert result is not None
    assert not list(findings), "on one page there is no header"


def test_a_title_that_has_no_room_on_the_cover_is_told(tmp_path: Path) -> None:
    layout = f"titel: {LONG}\nomslag: {{afzender: X}}\nblokken:\n  - tekst: a\n"
    result, findings = built(project(tmp_path, layout=layout))
    assert result is None
    assert [(each.code, each.span and each.span.line) for each in findings] == [("D104", 1)]
