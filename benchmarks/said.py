"""Inputs that grow for the checks: sentences that claim things about figures, and figures that are held together.

As `growing.py`, which has the other cases.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.growing import CHECK, CHECK_ALL, Case, Grown, period, project

LANDS = ("Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel")
SENTENCES = (
    "Er waren {{ zaken }} zaken, meer dan in april, toen het er {{ zaken.vorige }} waren.",
    "Het aantal zaken steeg met {{ verschil(zaken, zaken.vorig_jaar) }} ten opzichte van mei 2019.",
    "De meeste zaken kwamen uit Alfa ({{ zaken['Alfa'] }}), gevolgd door Bravo met {{ zaken['Bravo'] }}.",
    "Ruim een kwart kwam uit Alfa: {{ zaken['Alfa'].aandeel | pct }}.",
    "Met {{ zaken }} was het aantal het hoogste sinds januari 2019.",
    "Het aantal zaken nam voor de derde maand op rij toe, tot {{ zaken }}.",
    "Van de zaken uit Delta waren er {{ zaken['Delta'] }}, minder dan uit Charlie.",
    "In de eerste vijf maanden van 2020 waren er {{ zaken | reeks('2020-01') | som }} zaken.",
    "Echo stond met {{ zaken['Echo'] }} op de vijfde plaats; Foxtrot daalde niet, en Golf verdubbelde.",
    "Het aandeel van Hotel ({{ zaken['Hotel'].aandeel | pct }}) was lager dan dat van Golf.",
    "Nooit eerder waren er in een maand zo veel zaken als in mei 2020: {{ zaken }}.",
    "Terwijl het aantal uit Bravo afnam, groeide dat uit Charlie naar {{ zaken['Charlie'] }}.",
)


def _months(count: int, first: int = 2018) -> Iterator[str]:
    return (f"{first + each // 12}-{each % 12 + 1:02}" for each in range(count))


def _row(total: int) -> str:
    """A breakdown by land that makes its total."""
    parts = [total * (len(LANDS) - place) // 40 for place in range(len(LANDS))]
    parts[0] += total - sum(parts)
    return ", ".join(f"{land}: {part}" for land, part in zip(LANDS, parts, strict=True))


def claims(count: int) -> Grown:
    """So many sentences with claims, in paragraphs of five, over a series of two years."""
    past = ", ".join(f"{month}: {900 + 7 * place}" for place, month in enumerate(_months(28)))
    series = f"totaal: 1117, naar: {{land: {{{_row(1117)}}}}}, reeks: {{{past}}}"
    said = [SENTENCES[each % len(SENTENCES)] for each in range(count)]
    blocks = [f'- tekst: "{" ".join(said[place : place + 5])}"' for place in range(0, count, 5)]
    return project(blocks, period([f"zaken: {{titel: Zaken, eenheid: zaken, bron: stand, {series}}}"]))


def figures(count: int) -> Grown:
    """So many figures: series by land and month, in files of a month, each with a total that its parts make."""
    of_month = 4 * (len(LANDS) + 1)
    files = {}
    for place, month in enumerate(_months(count // of_month, 1970)):
        series = [
            f"soort_{number}: {{titel: Soort {number}, eenheid: zaken, bron: stand, totaal: {total}, "
            f"naar: {{land: {{{_row(total)}}}}}}}"
            for number in range(4)
            for total in [1000 + 97 * number + 13 * (place * (number + 3) % 41)]
        ]
        text = period(series, code=month).replace("totaal: 413", f"totaal: {400 + place % 97}")
        files[f"data/{month}.yaml"] = text
    return Grown({**project(["- tekst: Er waren {{ aantal }} zaken."]).files, **files})


def figures_of_one_file(count: int) -> Grown:
    """So many figures of one file: of each month of one series and its parts."""
    months = [*_months(count // (len(LANDS) + 1), 1830)]
    windows = ", ".join(
        f"{month}: {{totaal: {total}, naar: {{land: {{{_row(total)}}}}}}}"
        for place, month in enumerate(months)
        for total in [1000 + 13 * (place * 7 % 41)]
    )
    series = f"lang: {{titel: Lang, eenheid: zaken, bron: stand, totaal: 1000, vensters: {{{windows}}}}}"
    return project(["- tekst: Er waren {{ aantal }} zaken."], period([series]))


CASES = (
    Case("n zinnen met uitspraken", 500, claims, (CHECK,)),
    Case("n cijfers in bestanden per maand", 5_000, figures, (CHECK_ALL,)),
    Case("n cijfers in één bestand", 5_000, figures_of_one_file, (CHECK_ALL,)),
)
