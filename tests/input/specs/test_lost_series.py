"""A series that can't be read, of which the same file restates earlier figures, is a fault and no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import built, project

FILE = """\
periode: 2020-05
uitgave: {{datum: 2020-06-24}}
bronnen: {{a: {{titel: Titel, uitgever: Wij}}}}
cijfers:
  goed: {{titel: Goed, eenheid: dingen, bron: a, totaal: 2}}
  fout: {series}
herzien:
  2020-04:
    fout: {{totaal: 3, bron: a}}
"""


@pytest.mark.parametrize(
    "series",
    [
        "12",
        "[1, 2]",
        "{titel: Fout}",
        "{titel: Fout, eenheid: [a], bron: a, totaal: 1}",
        "{eenheid: dingen, totaal: 1}",
        "''",
    ],
)
def test_what_is_restated_of_an_unread_series_is_left_out(tmp_path: Path, series: str) -> None:
    root = project(tmp_path, text="Er waren {{ goed }}.", period=FILE.format(series=series))
    _, findings = built(root)
    assert findings.has_errors
    assert all(finding.span is not None for finding in findings)
