"""How precise a figure is, is said by its series and source: never by the digits of one value."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, plain_text, walk
from rapportage.pipeline import BuildRequest, build
from tests.faults import lines

FILE = """\
periode: 2020-{month:02}
uitgave: {{datum: 2020-{next:02}-24}}
bronnen: {{b: {{titel: Cijfers van 2020-{month:02}, uitgever: {publisher}, datum: 2020-{next:02}-24}}}}
cijfers:
  a: {{titel: Reeks, eenheid: '{unit}', bron: b{more}, totaal: {value}}}
"""
LAYOUT = """\
titel: Proef
blokken:
  - grafiek: {titel: Verloop, soort: lijn, vanaf: 2020-01, reeksen: [{naam: Reeks, cijfers: a}]}
  - tekst: "Nu {{ a }}."
"""


def chart(
    folder: Path, values: list[str], unit: str = "%", more: dict[int, str] | None = None, other: int = 99
) -> tuple[Chart, str]:
    """The chart of these values of successive months, and the text; from month `other` on by another publisher."""
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for month, value in enumerate(values, 1):
        text = FILE.format(
            month=month,
            next=month + 1,
            unit=unit,
            value=value,
            more=(more or {}).get(month, ""),
            publisher="CBS" if month >= other else "IND",
        )
        (folder / "data" / f"2020-{month:02}.yaml").write_text(text, encoding="utf-8")
    (folder / "layouts" / "l.yaml").write_text(LAYOUT, encoding="utf-8")
    findings = Findings()
    result = build(BuildRequest("l", f"2020-{len(values):02}", folder), findings)
    assert result is not None, lines(findings)
    text = " ".join(plain_text(block.content) for block in walk(result.document.blocks) if hasattr(block, "content"))
    return next(block for block in walk(result.document.blocks) if isinstance(block, Chart)), text


@pytest.mark.parametrize(
    ("values", "unit", "shown"),
    [
        (["12.1", "12.8", "13", "12.5", "13"], "%", "13,0%"),
        (["13", "12.5"], "%", "12,5%"),
        (["3.0", "0.0", "-1.5"], "punten", None),
        (["3.0", "-1.5", "0"], "punten", None),
        (["3", "2.25", "1.5"], "x 1.000", None),
        (["~0", "2.5", "3"], "x 1.000", None),
    ],
)
def test_one_value_makes_no_break(values: list[str], unit: str, shown: str | None, tmp_path: Path) -> None:
    measured = dict.fromkeys(range(1, 9), ", maat: verandering") if unit == "punten" else {}
    made, text = chart(tmp_path, values, unit, measured)
    assert made.breaks == ()
    assert "ongeveer" not in text
    assert "afgerond" not in made.alternative + "".join(plain_text(note.content) for note in made.notes)
    assert shown is None or shown in text


def test_the_bounds_are_those_of_the_series(tmp_path: Path) -> None:
    made, _ = chart(tmp_path, ["12.1", "12.8", "13"])
    traces = [point.trace for point in made.series[0].points if point is not None]
    assert [trace and trace.high and trace.low and trace.high - trace.low for trace in traces] == [Decimal("0.1")] * 3


def test_another_rounding_of_the_same_source_is_called_that(tmp_path: Path) -> None:
    rounded = {1: ", afgerond_op: 10", 2: ", afgerond_op: 10"}
    made, _ = chart(tmp_path, ["100", "110", "113"], "aanvragen", rounded)
    assert [each.label for each in made.breaks] == ["anders afgerond vanaf maart\u00a02020"]


def test_another_publisher_is_another_source(tmp_path: Path) -> None:
    made, _ = chart(tmp_path, ["12.1", "12.8", "13"], other=3)
    assert [each.label for each in made.breaks] == ["andere bron vanaf maart\u00a02020"]
