"""Parts selected by comparing, and counted: '28 van de 40 gemeenten'; refused where it can't be said of every part."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Paragraph, plain_text, values, walk
from rapportage.figures.counting import COMPARISONS, compared
from rapportage.figures.observation import Calculation, Observation, ObservationStatus, Operation
from rapportage.figures.period import TimePeriod
from rapportage.pipeline import BuildRequest, BuildResult, build, trace
from tests.faults import lines
from tests.proof.disclosure.test_check import compose_report, series, text
from tests.text.test_loops import monitor

PERIOD = """\
periode: {code}
uitgave: {{datum: 2020-08-01}}
bronnen: {{cbs: {{titel: Woningen, uitgever: CBS}}}}
cijfers:
  bouw: {{titel: Bouw, eenheid: woningen, bron: cbs, totaal: 1000,
         naar: {{gemeente: {{Aa: {first}, Bee: 200, Cee: 120, Dee: <5, onbekend: 7}}}}}}
  sloop: {{titel: Sloop, eenheid: woningen, bron: cbs, totaal: 90, naar: {{gemeente: {{Aa: 40, Bee: ., Cee: n.v.t.}}}}}}
  tientallen: {{titel: In tientallen, eenheid: woningen, bron: cbs, afgerond_op: 10, totaal: 300,
               naar: {{gemeente: {{Aa: 100, Bee: 110, Cee: 90}}}}}}
  deel: {{titel: Deel, eenheid: "%", bron: cbs, naar: {{gemeente: {{Aa: 12.5, Bee: 30, Cee: 57.5}}}}}}
  norm: {{titel: Norm, eenheid: woningen, bron: cbs, totaal: 200}}
"""


def counted(folder: Path, words: str) -> tuple[BuildResult | None, Findings]:
    monitor(folder, words)
    for old in (folder / "data").iterdir():
        old.unlink()
    for code, first in (("2020-05", 300), ("2020-06", 400)):
        (folder / "data" / f"{code}.yaml").write_text(PERIOD.format(code=code, first=first), encoding="utf-8")
    findings = Findings()
    return build(BuildRequest("proef", "2020-06", folder), findings), findings


def said(folder: Path, words: str) -> str:
    result, findings = counted(folder, words)
    assert result is not None, lines(findings)
    (paragraph,) = [each for each in walk(result.document.blocks) if isinstance(each, Paragraph)]
    assert all(value.trace or not value.text.isdecimal() for value in values(paragraph.content))
    return plain_text(paragraph.content).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("bouw | meer_dan(120) | hoeveel", "2"),
        ("bouw | minstens(120) | hoeveel", "3"),
        ("bouw | minder_dan(120) | hoeveel", "1"),
        ("bouw | hoogstens(120) | hoeveel", "2"),
        ("bouw | hoeveel", "4"),
        ("bouw | alle | hoeveel", "5"),
        ("hoeveel(bouw | meer_dan(120))", "2"),
        ("hoeveel(bouw | meer_dan(5000))", "0"),
        ("bouw | meer_dan(norm) | namen", "Aa"),
        ("bouw | meer_dan(bouw.totaal / 10) | namen", "Aa, Bee en Cee"),
        ("bouw | meer_dan(100) | minder_dan(300) | namen", "Bee en Cee"),
        ("bouw | meer_dan(100) | minder_dan(300) | hoeveel", "2"),
        ("bouw | meer_dan(100) | top(1) | opsomming", "Aa (400)"),
        ("bouw | bekende | gestegen | namen", "Aa"),
        ("bouw | bekende | gedaald | hoeveel", "0"),
        ("bouw['2020-05'] | bekende | gedaald(bouw) | namen", "Aa"),
        ("sloop | bekende | meer_dan(1) | hoeveel", "1"),
        ("deel | meer_dan(20) | hoeveel", "2"),
        ("bouw | bekende | aandeel | meer_dan(15) | hoeveel", "2"),
        ("tientallen | meer_dan(50) | hoeveel", "3"),
        ("tientallen | meer_dan(100) | hoeveel", "ongeveer 1"),
        ("tientallen | meer_dan(104) | hoeveel", "ongeveer 1"),
        ("tientallen | minder_dan(80) | hoeveel", "0"),
        ("tientallen | meer_dan(100) | minder_dan(200) | hoeveel", "ongeveer 1"),
        ("(bouw | meer_dan(120) | hoeveel) | aandeel(bouw | hoeveel) | pct", "50%"),
        ("'veel' if hoeveel(bouw | meer_dan(120)) > 1 else 'weinig'", "veel"),
    ],
)
def test_how_many(expression: str, expected: str, tmp_path: Path) -> None:
    assert said(tmp_path, f"Het zijn er {{{{ {expression} }}}}") == f"Het zijn er {expected}"


@pytest.mark.parametrize(
    ("expression", "code", "words"),
    [
        ("bouw | meer_dan(2) | hoeveel", "T305", "'Dee' is onbekend of onderdrukt"),
        ("bouw | hoogstens(4) | minder_dan(3) | namen", "T305", "'Dee'"),
        ("sloop | meer_dan(5) | hoeveel", "T305", "'Bee'"),
        ("bouw | gestegen | hoeveel", "T305", "'Dee'"),
        ("bouw | meer_dan(bouw.vorige) | hoeveel", "T302", "gestegen(bouw.vorig_jaar)"),
        ("bouw | meer_dan(sloop) | hoeveel", "T302", "sloop.totaal"),
        ("bouw | meer_dan('veel') | hoeveel", "T302", "hier hoort een cijfer"),
        ("bouw | meer_dan(deel['Aa']) | hoeveel", "T320", "%"),
        ("bouw | gestegen(12) | hoeveel", "T302", "elk onderdeel"),
        ("bouw['Aa'] | meer_dan(5) | hoeveel", "T302", "rij cijfers"),
        ("bouw['Aa'] | hoeveel", "T302", "rij cijfers"),
        ("bouw | meer_dan", "T108", "meer_dan(100)"),
    ],
)
def test_what_can_not_be_said(expression: str, code: str, words: str, tmp_path: Path) -> None:
    result, findings = counted(tmp_path, f"{{{{ {expression} }}}}")
    assert result is None
    (found,) = findings
    assert found.code == code, lines(findings)
    assert words in f"{found.message} {found.hint}"


def test_a_count_is_traced_to_all_that_was_looked_at(tmp_path: Path) -> None:
    words = "{{ bouw | meer_dan(120) | hoeveel }} van de {{ bouw | hoeveel }} gemeenten."
    result, findings = counted(tmp_path, words)
    assert result is not None, lines(findings)
    assert not list(findings)
    report = trace(result, "2020-06")
    assert not report.faults
    assert [each.shown for each in report.figures] == ["2", "4"]
    assert [len(each.trace.inputs) for each in report.figures] == [4, 4]
    assert report.figures[0].trace.calculation == (
        "hoeveel(meer dan(Aa, 120), meer dan(Bee, 120), meer dan(Cee, 120) en nog 1)"
    )


def observed(value: str | None, low: str, high: str) -> Observation:
    exact = None if value is None else Decimal(value)
    status = ObservationStatus.SUPPRESSED if value is None else ObservationStatus.FINAL
    period = TimePeriod.parse("2020-05")
    assert period is not None
    return Observation(exact, Decimal(low), Decimal(high), "x", status, "x", period, Calculation(Operation.ABSENT, ()))


@pytest.mark.parametrize("how", COMPARISONS)
def test_a_comparison_is_sure_only_where_all_that_may_be_true_agrees(how: Operation) -> None:
    """For every figure and limit within small bounds, against trying all that they may be."""
    holds = {
        Operation.ABOVE: lambda one, other: one > other,
        Operation.BELOW: lambda one, other: one < other,
        Operation.AT_LEAST: lambda one, other: one >= other,
        Operation.AT_MOST: lambda one, other: one <= other,
    }[how]
    spans = [(low, high) for low in range(4) for high in range(low, 4)]
    for (low, high), (least, most) in product(spans, spans):
        truths = {holds(one, other) for one in range(low, high + 1) for other in range(least, most + 1)}
        for value in (None, *range(low, high + 1)):
            figure = observed(None if value is None else str(value), str(low), str(high))
            made = compared(how, figure, observed(str(most), str(least), str(most)))
            if made is None:
                assert value is None
                assert len(truths) == 2
                continue
            assert made.value is not None
            assert bool(made.value) in truths
            assert (made.low == made.high) == (len(truths) == 1)
            if value is not None:
                assert bool(made.value) == holds(value, most)


@pytest.mark.parametrize(
    ("limit", "codes"),
    [(21, ["G101"]), (20, ["G102"]), (10, []), (300, [])],
)
def test_what_a_count_tells_of_a_suppressed_figure(limit: int, codes: list[str], tmp_path: Path) -> None:
    """The total and Syria are given, so that of the other two 22 are left: at least 21 from Turkey leaves 1."""
    figures = series("aanvragen", 273, Syrië=251, Turkije=21, Iran=1)
    shown = "{{ aanvragen }}, uit Syrië {{ aanvragen['Syrië'] }}"
    words = f"{shown}; {{{{ aanvragen | minstens({limit}) | hoeveel }}}}."
    _, findings = compose_report(tmp_path, text(words), m2020_05=figures)
    assert [item.code for item in findings if item.code.startswith("G")] == codes, lines(findings)
