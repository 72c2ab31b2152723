"""What can't be read in a text is told with the user's own words, mended: a hint that can be followed as it is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from rapportage.text.language.syntax.expression import is_readable
from rapportage.text.language.syntax.mending import mended
from tests.text.test_loops import monitor

MEANT = [
    ("{{ woningen", "{{ woningen }}"),
    ("{{ woningen } woningen", "{{ woningen }}"),
    ("{{ woningen | top(3) | opsomming } gemeenten", "{{ woningen | top(3) | opsomming }}"),
    ("{% if woningen > 3 } ja {% endif %}", "{% if woningen > 3 %}"),
    ("{% if woningen > 3 Er kwamen {% endif %}", "{% if woningen > 3 %}"),
    ("{% if woningen = 1000 %}ja{% endif %}", "woningen == 1000"),
    ("{% if woningen => 3 %}x{% endif %}", "woningen >= 3"),
    ("{% if woningen <> 3 %}x{% endif %}", "woningen != 3"),
    ("{% if woningen > 3 en woningen < 9 %}x{% endif %}", "woningen > 3 and woningen < 9"),
    ("{% if niet bekend(woningen) of woningen > 3 %}x{% endif %}", "not bekend(woningen) or woningen > 3"),
    ("{% if bekend woningen %}x{% endif %}", "bekend(woningen)"),
    ("{% if woningen > 3: %}x{% endif %}", "woningen > 3"),
    ("{% if woningen > 3 %}x{% else if woningen > 2 %}y{% endif %}", "{% elif woningen > 2 %}"),
    ("{% if woningen > 3 %}x", "{% if woningen > 3 %} … {% endif %}"),
    ("{{ woningen[Amsterdam] }}", "woningen['Amsterdam']"),
    ("{{ woningen[Den Haag] }}", "woningen['Den Haag']"),
    ("{{ woningen.Amsterdam }}", "woningen['Amsterdam']"),
    ("{{ woningen.['Oss'] }}", "woningen['Oss']"),
    ("{{ woningen[‘Amsterdam’] }}", "woningen['Amsterdam']"),
    ("{{ woningen[“Amsterdam”] }}", 'woningen["Amsterdam"]'),
    ("{{ woningen[''s-Hertogenbosch'] }}", 'woningen["\'s-Hertogenbosch"]'),
    ("{{ woningen['2026-Q9'] }}", "2026-Q1 tot en met 2026-Q4"),
    ("{{ woningen['2026-K1'] }}", "2026-Q1"),
    ("{{ woningen[2026-Q1] }}", "woningen['2026-Q1']"),
    ("{{ woningen[2025] }}", "woningen['2025']"),
    ("{{ woningen * 1,5 }}", "woningen * 1.5"),
    ("{{ woningen * 1.500 }}", "1500"),
    ("{{ woningen top(3) | opsomming }}", "woningen | top(3) | opsomming"),
    ("{{ woningen | top 3 | opsomming }}", "woningen | top(3) | opsomming"),
    ("{{ woningen | top(3 | opsomming }}", "woningen | top(3 | opsomming)"),
    ("{{ woningen | top(3)) }}", "woningen | top(3)"),
    ("{{ woningen.vorig jaar }}", "woningen.vorig_jaar"),
    ("{{ som(woningen; sloop) }}", "som(woningen, sloop)"),
    ("{{ woningen – 3 }}", "woningen - 3"),
    ("{{ woningen × 3 }}", "woningen * 3"),
    ("{{ {{ woningen }} }}", "één keer {{ en }} is genoeg"),
    ("{ woningen | getal }", "{{ woningen | getal }}"),
    ("{{ }}", "woningen"),
    ("{% if woningen[Oss] = 3 en bekend(sloop) %}x{% endif %}", "woningen[Oss] == 3 and bekend(sloop)"),
]


@pytest.mark.parametrize(("written", "meant"), MEANT)
def test_the_hint_has_the_users_own_words(written: str, meant: str, tmp_path: Path) -> None:
    result, findings = monitor(tmp_path, written)
    assert result is None
    first = next(iter(findings))
    assert meant in (first.hint or "")
    assert first.span is not None
    assert first.span.line == 6


@pytest.mark.parametrize("written", [written for written, _ in MEANT])
def test_no_fault_hides_another_in_its_text(written: str, tmp_path: Path) -> None:
    """Neither those before it nor those behind it, of whatever stage."""
    text = f"{{{{ zoek }}}}, [^m] {{{{ huur['x'] }}}}.\n\n{written}\n\nEn {{{{ zoek2 }}}}, <b>"
    _, findings = monitor(tmp_path, text)
    told = {(item.code, item.span.line) for item in findings if item.span}
    assert {("T105", 6), ("T404", 6), ("T306", 6), ("T105", 10), ("T201", 10)} <= told
    others = {line for _, line in told} - {6, 10}
    assert others == {8}


def test_what_is_mended_can_be_read() -> None:
    """Whatever is lost of a good expression, and whatever the hint then says."""
    good = "som(woningen['Oss'], sloop.vorige) > 1.5 and not bekend(woningen | top(3) | som)"
    count = 0
    for start in range(len(good)):
        for length in (1, 2, 5):
            spoilt = good[:start] + good[start + length :]
            found = None if is_readable(spoilt) else mended(spoilt, is_readable)
            assert found is None or is_readable(found.source)
            assert found is None or 0 <= found.place < len(spoilt)
            count += found is not None
    assert count > 30


@pytest.mark.parametrize(
    "spoilt", ["(" * 400, "[" * 400, "a " * 200, "'" * 401, "1,1" * 150, "a=" * 200, "| top 3" * 60]
)
def test_mending_takes_no_time(spoilt: str) -> None:
    started = time.process_time()
    found = mended(spoilt, is_readable)
    assert found is None or is_readable(found.source)
    assert time.process_time() - started < 2


def test_a_good_expression_is_no_fault_because_of_it(tmp_path: Path) -> None:
    text = "{{ woningen['Oss'] }} {% if woningen['2026-Q1'] >= 3 %}a = b, x en y{% endif %} {{ woningen * 1.25 }}"
    result, findings = monitor(tmp_path, text)
    assert result is not None, [*findings]
