"""Does the date of a source say what its address does? '…/2018/04/30/…' is not of 30 March."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportage.diagnostics import Findings
from rapportage.figures.dates import KnownDate
from rapportage.input.specs.period import PeriodFile

CODE = "C320"
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<mark>[/-]?)(0[1-9]|1[0-2])(?P=mark)(0[1-9]|[12]\d|3[01])(?!\d)")


def check_addresses(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports sources of another month or year than the day in their address: a few days later they may be renewed."""
    for file in files:
        for spec in file.sources.values():
            days = [_day(*found.group(1, 3, 4)) for found in _DAY.finditer(spec.url.text)] if spec.url else []
            if spec.date is not None and len(days) == 1 and _is_slip(spec.date.known, days[0]):
                message = f"het adres van deze bron noemt {days[0].code}, en haar datum is {spec.date.known.code}"
                hint = "verbeter de datum. Klopt het: zet erachter waarom, # erkend C320: …"
                findings.warning(CODE, message, spec.date.span, hint)


def _day(*parts: str) -> KnownDate:
    return KnownDate(*(int(part) for part in parts))


def _is_slip(known: KnownDate, day: KnownDate) -> bool:
    """Whether only the month or the year is another: the same day, or no day at all."""
    is_other = known.year != day.year or (known.month is not None and known.month != day.month)
    return is_other and known.day in (None, day.day)
