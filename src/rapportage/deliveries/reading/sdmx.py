"""Tables of Eurostat: SDMX-CSV, and the TSV of its bulk download; flags come with the figure they are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.deliveries.grid import Sheet
from rapportage.deliveries.reading.faults import damaged
from rapportage.deliveries.reading.long import Figure, long_rows
from rapportage.deliveries.reading.numbers import written
from rapportage.deliveries.reading.reports import Report

_VALUE = "OBS_VALUE"
_FLAGS = ("OBS_FLAG", "OBS_STATUS")
PERIOD = "TIME_PERIOD"


def is_sdmx(rows: Sequence[Sequence[str]]) -> bool:
    return bool(rows) and {_VALUE, PERIOD} <= set(_codes(rows[0]))


def _codes(head: Sequence[str]) -> list[str]:
    """The names of columns without their words: 'OBS_VALUE:Observation value'."""
    return [name.partition(":")[0].strip() for name in head]


def is_eurostat_tsv(rows: Sequence[Sequence[str]]) -> bool:
    return bool(rows) and "\\" in rows[0][0] and "," in rows[0][0]


def read_sdmx(rows: Sequence[Sequence[str]], report: Report) -> tuple[Sheet, ...]:
    """The observations, with the columns of the file but for those of the figure and its flag, which come last."""
    report.tell("SDMX-CSV, decimale punt")
    head = _codes(rows[0])
    value = head.index(_VALUE)
    flag = next((head.index(name) for name in _FLAGS if name in head), None)
    names = [place for place in range(len(head)) if place not in (value, flag)]

    def observed() -> Iterator[tuple[list[str], Figure]]:
        for row in rows[1:]:
            if any(row):
                yield [row[place] for place in names], _figure(row[value], "" if flag is None else row[flag])

    return (Sheet("", long_rows([head[place] for place in names], observed())),)


def read_eurostat_tsv(rows: Sequence[Sequence[str]], report: Report) -> tuple[Sheet, ...]:
    """A row for each figure: the file has them side by side, and the dimensions of a row in its first cell.

    Raises:
        DeliveryFault: a row has another number of dimensions than the head.
    """
    report.tell("TSV van Eurostat, decimale punt")
    dimensions, _, across = rows[0][0].partition("\\")
    heads = dimensions.split(",")

    def observed() -> Iterator[tuple[list[str], Figure]]:
        for number, row in enumerate(rows[1:], 2):
            if not any(row):
                continue
            names = row[0].split(",")
            if len(names) != len(heads):
                raise damaged(f"regel {number} begint met {len(names)} namen, en de kop met {len(heads)}")
            for period, text in zip(rows[0][1:], row[1:], strict=True):
                figure, _, flag = text.partition(" ")
                yield [*names, period], _figure(figure, flag.strip())

    return (Sheet("", long_rows([*heads, across.strip()], observed())),)


def _figure(text: str, flag: str) -> Figure:
    found = written(text)
    number = found.read(".") if found and not found.mark else None
    return Figure(number.value if number else _with_exponent(text), text, flag)


def _with_exponent(text: str) -> Decimal | None:
    """'1.5E7', as programs write large numbers."""
    digits, letter, power = text.upper().partition("E")
    found = written(digits)
    number = found.read(".") if found and letter and not found.mark else None
    if number is None or not power.lstrip("+-").isdecimal() or len(power) > 3:
        return None
    return number.value.scaleb(int(power))
