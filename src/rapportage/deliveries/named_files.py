"""Of which period a delivered file is, as its name says."""

from __future__ import annotations

import re
from pathlib import PurePath

from rapportage.deliveries.words import pattern_of, period_in, values_of
from rapportage.figures.period import TimePeriod
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.faults import SpecFault


def is_of(found: re.Match[str] | None, period: TimePeriod) -> bool:
    """Whether the name of a file is one of that period."""
    values = values_of(period)
    return found is not None and all(values.get(name) == value for name, value in found.groupdict().items())


def other_period(file: Scalar, path: str, period: TimePeriod) -> TimePeriod | None:
    """The period that the name of a delivered file says, where the file of `period` has another name.

    `file` is what the levering says of the name.
    """
    end = "/".join(PurePath(path).parts[-len(PurePath(file.text).parts) :])
    try:
        found = pattern_of(file).fullmatch(end)
    except SpecFault:
        return None
    return None if found is None or is_of(found, period) else period_in(found)
