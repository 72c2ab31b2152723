"""Rows of figures over periods ('maanden', 'reeks'): each figure is told with its own period."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.document import Chart, Paragraph, plain_text
from tests.text.test_blocks import made, table

MONTHS = ("eerste_aanvragen.jaar_tot_nu | maanden", "eerste_aanvragen | reeks('2020-01')")
NAMES = ["januari 2020", "februari 2020", "maart 2020", "april 2020", "mei 2020"]


@pytest.mark.parametrize("months", MONTHS)
def test_in_a_sentence(tmp_path: Path, months: str) -> None:
    text = (
        f'  - tekst: "{{{{ {months} | opsomming }}}}; {{{{ {months} | namen }}}}; {{{{ {months} | hoogste | naam }}}}"'
    )
    (paragraph,) = (block for block in made(tmp_path, text, period="2020-05") if isinstance(block, Paragraph))
    listed, names, highest = plain_text(paragraph.content).replace("\u00a0", " ").split("; ")
    assert listed.startswith("januari 2020 (1.967), februari 2020 (1.514), maart 2020 (1.022), april 2020 (270)")
    assert (names, highest) == ("januari 2020, februari 2020, maart 2020, april 2020 en mei 2020", "januari 2020")


@pytest.mark.parametrize("months", MONTHS)
def test_in_a_table(tmp_path: Path, months: str) -> None:
    keys = f'rijen: "{{{{ {months} }}}}", kolommen: [{{kop: a, waarde: "{{{{ rij }}}}"}}]'
    rows = table(tmp_path, keys, "2020-05")[1:]
    assert [row[0].replace("\u00a0", " ") for row in rows] == NAMES


@pytest.mark.parametrize("kind", ["staaf", "liggende staaf"])
@pytest.mark.parametrize("months", MONTHS)
def test_in_a_chart(tmp_path: Path, months: str, kind: str) -> None:
    keys = f'soort: {kind}, cijfers: "{{{{ {months} }}}}"'
    blocks = made(tmp_path, f"  - grafiek: {{titel: G, {keys}}}", period="2020-05")
    (chart,) = (block for block in blocks if isinstance(block, Chart))
    assert [each.full for each in chart.categories] == NAMES
    assert "Van 1.967 in januari 2020 gedaald naar 341 in mei 2020" in chart.alternative
