"""Parts of a whole: what is no whole is told, and rounding is given so much room as there are parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.document import Chart, walk
from rapportage.pages.charts.style import grey_part
from rapportage.pages.theme import default_theme
from rapportage.pipeline import BuildRequest, compose
from tests.faults import PERIOD, built, project

LAYOUT = (
    "titel: Proef\nblokken:\n  - kop: Vraag\n"
    '  - grafiek: {titel: Delen, soort: aandeel, cijfers: "{{ deel | top(2) }}"}\n'
)
SERIES = """\
  deel:
    titel: Deel
    eenheid: "%"
    bron: ind
    totaal: 100
    naar:
      soort: {{een: 60, ander: {other}}}
"""


@pytest.mark.parametrize(("other", "is_whole"), [(40, True), (39, True), (38, True), (37, False), (25, False)])
def test_two_parts_are_a_whole_within_a_point_each(other: int, *, is_whole: bool, tmp_path: Path) -> None:
    made, findings = built(project(tmp_path, layout=LAYOUT, period=PERIOD + SERIES.format(other=other)))
    assert [item.code for item in findings if item.code == "T419"] == ([] if is_whole else ["T419"])
    assert (made is not None) == is_whole


COUNTS = """\
  deel:
    titel: Deel
    eenheid: aanvragen
    bron: ind
    afgerond_op: {step}
    totaal: {whole}
    naar:
      soort: {{een: {one}, ander: {other}}}
"""


@pytest.mark.parametrize("rest", ["", ", rest: Overig"])
@pytest.mark.parametrize(
    ("step", "figures", "fault"),
    [
        (1, ("0", "0", "0"), "T301 een aandeel van een totaal dat 0 is, bestaat niet"),
        (10, ("~0", "0", "~0"), "T304 een aandeel van een totaal dat tot 0 is afgerond, zegt niets"),
        (1, ("40", "20", "."), "T305 het aandeel van 'ander' is niet bekend"),
        (1, ("40", "20", "20"), None),
    ],
)
def test_why_there_is_no_share(
    step: int, figures: tuple[str, str, str], fault: str | None, rest: str, tmp_path: Path
) -> None:
    whole, one, other = figures
    layout = LAYOUT.replace('{{ deel | top(2) }}"', '{{ deel }}"' + rest)
    data = PERIOD + COUNTS.format(step=step, whole=whole, one=one, other=other)
    _, findings = built(project(tmp_path, layout=layout, period=data))
    told = [f"{each.code} {each.message}" for each in findings if each.severity is Severity.ERROR]
    assert told == ([fault] if fault else [])


RESTS = """\
  deel:
    titel: Deel
    eenheid: aanvragen
    bron: ind
    totaal: {whole}
    restposten: [overig]
    naar:
      soort: {{een: 40, overig: 20, onbekend: 10}}
"""


@pytest.mark.parametrize(
    ("whole", "rest", "grey"), [(70, "", "onbekend"), (100, ", rest: Niet genoemd", "Niet genoemd")]
)
def test_what_is_left_is_grey_and_else_the_last_that_takes_others_together(
    whole: int, rest: str, grey: str, tmp_path: Path
) -> None:
    layout = LAYOUT.replace('{{ deel | top(2) }}"', '{{ deel }}"' + rest)
    root = project(tmp_path, layout=layout, period=PERIOD + RESTS.format(whole=whole))
    document = compose(BuildRequest("proef", "2020-05", root), Findings())
    assert document is not None
    (chart,) = (block for block in walk(document.blocks) if isinstance(block, Chart))
    assert len([each for each in chart.categories if each.is_rest]) > 1
    place = grey_part(chart, default_theme().chart_colours)
    assert place is not None
    assert chart.categories[place].label == grey


STACK = (
    "titel: Proef\nblokken:\n  - kop: Vraag\n"
    "  - grafiek: {titel: Delen, soort: staaf, vorm: 100%, cijfers: '{{ deel }}',\n"
    "      reeksen: [{naam: R, waarde: '{{ rij }}'}, {naam: S, waarde: '{{ rij }}'}]}\n"
)


@pytest.mark.parametrize(
    ("step", "value", "shown"),
    [
        (1, "0", ("", "niet van toepassing")),
        (10, "~0", (".", "te klein voor een percentage")),
        (1, ".", (".", "onbekend")),
    ],
)
def test_a_stack_of_nothing(step: int, value: str, shown: tuple[str, str], tmp_path: Path) -> None:
    data = PERIOD + COUNTS.format(step=step, whole=40, one=value, other=20)
    document = compose(BuildRequest("proef", "2020-05", project(tmp_path, layout=STACK, period=data)), Findings())
    assert document is not None
    (chart,) = (block for block in walk(document.blocks) if isinstance(block, Chart))
    assert [(series.absent(0).shown, series.absent(0).spoken) for series in chart.series] == [shown] * 2
    half = "50%" if step == 1 else "ongeveer 50%"
    assert [point and point.text for series in chart.series for point in series.points] == [None, half] * 2
