"""Parts of a whole: what is no whole is told, and rounding is given so much room as there are parts."""

from __future__ import annotations

from pathlib import Path

import pytest

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
