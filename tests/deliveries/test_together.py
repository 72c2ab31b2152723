"""One cause is told once, with all that comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.deliveries.tables import Table
from tests.deliveries.imports import LEVERING, MONTH, delivery, imported, project, sheet
from tests.deliveries.test_heads import GROUPS

BOTH = (
    LEVERING
    + """\
  herhaalde_aanvragen:
    titel: Herhaald
    eenheid: aanvragen
    totaal: {rij: Totaal, kolom: ["{maandnaam}", Herhaald]}
    naar: {nationaliteit: {rijkop: A, kolom: ["{maandnaam}", Herhaald]}}
"""
)
NO_SIGNS = BOTH.replace('tekens: {"-": 0, x: "."}\n', "")


@pytest.mark.parametrize(
    ("levering", "text", "told"),
    [
        (BOTH.replace("{maandnaam}", "mrt"), MONTH,
         ["I304 leveringen/ind-2020-05.xlsx, blad 'Tabel 1': er is geen kolom met de kop 'mrt'; ook gevraagd op regel "
          "12, 16 en 17"]),
        (BOTH, MONTH.replace("mei;mei", "juni;juni"),
         ["I304 leveringen/ind-2020-05.xlsx, blad 'Tabel 1': er is geen kolom met de kop 'mei'; ook gevraagd op regel "
          "12, 16 en 17"]),
        (BOTH.replace("{maandnaam}", "april"), MONTH,
         ["I316 leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel B2: 'april' is een andere periode dan 2020-05; zo ook "
          "in C2"]),
        (BOTH.replace("{maandnaam}", "april"), GROUPS,
         ["I316 leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel B2: 'april' is een andere periode dan 2020-05; ook "
          "gevraagd op regel 12, 16 en 17"]),
        (NO_SIGNS, MONTH.replace("Turkije;80;x;119", "Turkije;80;x;x"),
         ["I411 leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel D6: 'x' is geen cijfer; zo ook in E6",
          "I411 leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel E7: het teken '-' is niet afgesproken"]),
        (BOTH, MONTH.replace("119;x", ";").replace("116;-", "116;"),
         ["I410 leveringen/ind-2020-05.xlsx, blad 'Tabel 1', cel D6: de cel is leeg; zo ook in E6 en E7"]),
    ],
)  # fmt: skip
def test_one_cause_is_one_message(levering: str, text: str, told: list[str], tmp_path: Path) -> None:
    result, findings = imported(project(tmp_path, levering), delivery(sheet(text)))
    assert result is None
    assert [f"{item.code} {item.message}" for item in findings] == told


def test_rows_are_sought_once_for_all_series(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of thousands of rows has many series."""
    sought: list[int] = []
    end = Table._end

    def counted(table: Table, first: int) -> int:
        sought.append(first)
        return end(table, first)

    monkeypatch.setattr(Table, "_end", counted)
    more = "".join(BOTH[BOTH.index("  herhaalde") :].replace("herhaalde", f"reeks_{number}") for number in range(5))
    result, _ = imported(project(tmp_path, BOTH + more), delivery(sheet(MONTH.replace("22", "8"))))
    assert result is not None
    assert sought == [3, 3]  # that of totals, and that of parts which name the column of their heads
