"""Rows of all parts of a list, in its order: what has no figure has its row as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.text.language_of import project, rows, said
from tests.text.test_lists import HUIZEN, LIST

OTHER = "totaal: 90, naar: {gemeente: {Amsterdam: 30, Almere: 20, Utrecht: 10}}"
COLUMNS = 'kolommen: [{kop: a, waarde: "{{ rij }}"}, {kop: b, waarde: "{{ bomen[rij] }}"}]'
PARTS = [["Zeist", "50", "."], ["Utrecht", "300", "10"], ["Amsterdam", "250", "30"], ["Almere", ".", "20"]]
"""Weesp was no municipality any more; 'elders' is in no list, and comes last."""


def listed(folder: Path, text: str = LIST) -> Path:
    project(folder, huizen=HUIZEN, bomen=OTHER)
    if text:
        (folder / "lijsten").mkdir()
        (folder / "lijsten" / "gemeenten.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_row_for_each_part(tmp_path: Path) -> None:
    found = rows(listed(tmp_path), f'rijen: "{{{{ huizen | volledig }}}}", {COLUMNS}')
    assert found == [*PARTS, ["elders", "400", "."]]


def test_with_the_rest_and_the_total(tmp_path: Path) -> None:
    """What the rest is can't be known where a part is not; the total is."""
    found = rows(listed(tmp_path), f'rijen: "{{{{ huizen | volledig }}}}", rest: Rest, totaal: Samen, {COLUMNS}')
    assert found == [*PARTS, ["elders", "400", "."], ["Rest", ".", "."], ["Samen", "1.000", "90"]]


def test_it_is_sorted_by_any_column(tmp_path: Path) -> None:
    found = rows(listed(tmp_path), f'rijen: "{{{{ huizen | volledig }}}}", sorteer: b, {COLUMNS}')
    assert [row[0] for row in found] == ["Amsterdam", "Almere", "Utrecht", "Zeist", "elders"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (LIST, "Zeist, Utrecht, Amsterdam, Almere en elders"),
        ("", "GM0344, Amsterdam, GM0355 en elders"),
    ],
)
def test_without_a_list_it_is_what_the_file_has(tmp_path: Path, text: str, names: str) -> None:
    assert said(listed(tmp_path, text), "{{ huizen | volledig | namen }}") == names
