"""Did each file come out when files of its kind do? A wrong year in its date shows in no figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from rapportage.diagnostics import Findings
from rapportage.figures.words.periods import HARD_SPACE, period_name
from rapportage.input.specs.period import PeriodFile

CODE = "C323"
_LATER = timedelta(days=300)
"""So much later than the slowest of the others: a year, of dates of which only the month may be known."""
_MUCH_LATER = timedelta(days=430)
"""So much later is no slip of one year any more: who makes files of an older table does so when it suits."""
_FEWEST = 2
"""From one other file nobody knows what is usual."""


def check_editions(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports a file that came out, after its period, nearly a year later than any other over periods of its length.

    One that came out on the day of another did so with that: of a table over many periods the oldest waited longest.
    """
    of_length: dict[str, list[PeriodFile]] = {}
    for file in files:
        if file.is_dated:
            of_length.setdefault(file.period.unit, []).append(file)
    for several in of_length.values():
        *others, slowest = sorted(several, key=_waited)
        usual = max((each.edition.date.latest - each.period.end for each in others), default=timedelta())
        is_alone = slowest.edition.date.latest not in [each.edition.date.latest for each in others]
        is_a_year = usual + _LATER <= _waited(slowest) <= usual + _MUCH_LATER
        if is_alone and len(others) >= _FEWEST and is_a_year:
            over = period_name(slowest.period).replace(HARD_SPACE, " ")
            message = f"{_waited(slowest).days} dagen na {over}; bij de {len(others)} andere bestanden over even lang "
            message += f"was dat hoogstens {usual.days}"
            hint = f"klopt het jaar? Zo ja, zet erachter waarom: # erkend {CODE}: …"
            findings.warning(CODE, message, slowest.edition.date.span, hint)


def _waited(file: PeriodFile) -> timedelta:
    return file.edition.date.known.first - file.period.end
