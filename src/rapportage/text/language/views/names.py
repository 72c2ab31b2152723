"""Names of what an expression gives, which still know what they name."""

from __future__ import annotations

from rapportage.figures.observation import Observation
from rapportage.figures.period import TimePeriod


class Name(str):
    """The name of a part or series, as the data have it. `of` is the view that has it, where that is known."""

    __slots__ = ("of",)
    of: object

    def __new__(cls, text: str, of: object = None) -> Name:
        name = super().__new__(cls, text)
        name.of = of
        return name


class Ours(str):
    """Words of this tool, such as the name of a period: with a capital where they begin a sentence."""

    __slots__ = ()


class PeriodName(Ours):
    """The name of a period, in one of the ways in which it can be named."""

    __slots__ = ("period",)
    period: TimePeriod

    def __new__(cls, text: str, period: TimePeriod) -> PeriodName:
        name = super().__new__(cls, text)
        name.period = period
        return name


class Worded(Ours):
    """Words that say what is so of figures, such as 'derde', with what they rest on."""

    __slots__ = ("basis",)
    basis: Observation

    def __new__(cls, text: str, basis: Observation) -> Worded:
        words = super().__new__(cls, text)
        words.basis = basis
        return words
