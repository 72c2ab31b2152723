"""Is the address of a source its own? '…/2018/04/30/…' is not of 30 March, and not of who came out on another day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapportage.diagnostics import Findings
from rapportage.diagnostics.lookalikes import unaccented
from rapportage.figures.dates import KnownDate
from rapportage.input.specs.period import PeriodFile, SourceSpec

CODE = "C320"
ENOUGH = 4
"""A title of fewer words may be in any address."""
MOST = 0.75
"""So much of the title of a source an address has at least that is made of it."""
_WORD = re.compile(r"[^\W_]+")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<mark>[/-]?)(0[1-9]|1[0-2])(?P=mark)(0[1-9]|[12]\d|3[01])(?!\d)")


def check_addresses(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports sources of another month or year than the day in their address: a few days later they may be renewed."""
    for file in files:
        for spec in file.sources.values():
            day = day_in(spec.url.text) if spec.url else None
            if spec.date is not None and day is not None and _is_slip(spec.date.known, day):
                message = f"het adres van deze bron noemt {day.code}, en haar datum is {spec.date.known.code}"
                hint = "verbeter de datum. Klopt het: zet erachter waarom, # erkend C320: …"
                findings.warning(CODE, message, spec.date.span, hint)
    _check_shared(files, findings)


def _check_shared(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports an address that is of another source with it, by the day or the title in it: it was left from there.

    One page may have several titles and dates, as one with the newest figures: then the address says nothing of them.
    """
    by_address: dict[str, list[SourceSpec]] = {}
    for spec in (spec for file in files for spec in file.sources.values() if spec.url):
        by_address.setdefault(spec.url.text if spec.url else "", []).append(spec)
    for address, several in by_address.items():
        shares = [_told(address, spec) for spec in several]
        owners = [spec for spec, share in zip(several, shares, strict=True) if share == max(shares) >= MOST]
        for spec in several if owners else ():
            if spec.url and spec not in owners and all(_differ(spec, owner) for owner in owners):
                title = owners[0].title
                message = f"dit adres is van '{title.text}' ({title.span.path}:{title.span.line})"
                hint = "zet het adres van deze bron erbij. Klopt het: zet erachter waarom, # erkend C320: …"
                findings.warning(CODE, message, spec.url.span, hint)


def _told(address: str, spec: SourceSpec) -> float:
    """How much of the day or the title of a source is in the address."""
    if spec.date is not None and spec.date.known == day_in(address):
        return 1
    words = _words(spec.title.text)
    return len(words & _words(address)) / len(words) if len(words) >= ENOUGH else 0


def _words(text: str) -> set[str]:
    return {unaccented(word) for word in _WORD.findall(text)}


def _differ(one: SourceSpec, other: SourceSpec) -> bool:
    """Whether they are two publications: of another title, and of another day."""
    are_of_two_days = one.date is not None and other.date is not None and one.date.known != other.date.known
    return are_of_two_days and _words(one.title.text) != _words(other.title.text)


def day_in(address: str) -> KnownDate | None:
    """The one day that an address names."""
    days = [KnownDate(*map(int, found.group(1, 3, 4))) for found in _DAY.finditer(address)]
    return days[0] if len(days) == 1 else None


def _is_slip(known: KnownDate, day: KnownDate) -> bool:
    """Whether only the month or the year is another: the same day, or no day at all."""
    is_other = known.year != day.year or (known.month is not None and known.month != day.month)
    return is_other and known.day in (None, day.day)
