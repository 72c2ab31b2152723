"""A date as precise as it is known: a day, a month or a year. Nothing else makes a day of a month."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class KnownDate(Struct, frozen=True):
    """`month` and `day` are None where they are not known. `words.periods` says it in Dutch."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> KnownDate | None:
        """'2020-06-24', '2020-06' or '2020'; None for anything else, and for a day that does not exist."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            return None
        made = cls(*(None if part is None else int(part) for part in found.groups()))  # type: ignore[arg-type]  # a year is always there
        try:
            made.last  # noqa: B018  # raises when there is no such day
        except ValueError:
            return None
        return made

    @property
    def code(self) -> str:
        """As it is written in a file (ISO 8601): '2020-06-24', '2020-06', '2020'."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    @property
    def is_day(self) -> bool:
        return self.day is not None

    @property
    def first(self) -> date:
        """The first day that it can be. A PDF and a workbook must have a day: that is this one."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can be: for what was known when, and never to be shown."""
        month = self.month or 12
        return date(self.year, month, self.day or days_in(self.year, month))

    def holds(self, day: date) -> bool:
        """Whether it can be that day."""
        return self.first <= day <= self.last

    @property
    def without_day(self) -> KnownDate:
        return KnownDate(self.year, self.month)


def days_in(year: int, month: int) -> int:
    """How many days a month has.

    Raises:
        ValueError: there is no such month.
    """
    first = date(year, month, 1)
    return 31 if month == 12 else (date(year, month + 1, 1) - first).days
