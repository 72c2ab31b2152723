"""The table of kinds of measure: what figures of a kind may be, and what may be done with them.

Nothing else asks which kind a figure is: it asks the kind what it needs to know. The kind follows from the unit
(`figures/unit_text.py`), unless the series names it (`maat`).
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class MeasureKind(Struct, frozen=True, kw_only=True):
    """`word` is what `maat` calls it; `one` and `many` are what a message says: 'een aandeel', 'aandelen'."""

    word: str
    one: str
    many: str
    decimals: bool = True
    """Whether it may have decimals. What is counted in thousands may, and a balance is as what it is a balance of."""
    negative: bool = False
    most: Decimal | None = None
    """A figure of this kind is never more."""
    adds_up: bool = False
    """Whether the figures of parts are together that of their whole, so that they may be summed, and a part has a
    share."""
    adds_over_periods: bool = False
    """Whether the figures of months are together that of their year, if they are of a flow."""
    is_exact: bool = False
    """Whether a figure is exact unless its series says how it was rounded; else it is as precise as it was typed."""


COUNT = MeasureKind(
    word="aantal",
    one="een aantal",
    many="aantallen",
    decimals=False,
    adds_up=True,
    adds_over_periods=True,
    is_exact=True,
)
AMOUNT = MeasureKind(
    word="bedrag",
    one="een bedrag",
    many="bedragen",
    adds_up=True,
    adds_over_periods=True,
    is_exact=True,
)
QUANTITY = MeasureKind(
    word="hoeveelheid",
    one="een hoeveelheid",
    many="hoeveelheden",
    adds_up=True,
    adds_over_periods=True,
)
"""Of what is measured: kilometers, tonnes, hours worked."""
BALANCE = MeasureKind(
    word="saldo",
    one="een saldo",
    many="saldi",
    negative=True,
    adds_up=True,
    adds_over_periods=True,
    is_exact=True,
)
"""Of counts, amounts or quantities: also what a difference of two of them is."""
SHARE = MeasureKind(word="aandeel", one="een aandeel", many="aandelen", most=Decimal(100), adds_up=True)
"""In one whole: those of all its parts are together 100%, so that their sum is never more."""
RATE = MeasureKind(word="verhouding", one="een verhouding", many="verhoudingen")
CHANGE = MeasureKind(word="verandering", one="een verandering", many="veranderingen", negative=True)
INDEX = MeasureKind(word="index", one="een index", many="indexcijfers")
MEAN = MeasureKind(word="gemiddelde", one="een gemiddelde", many="gemiddelden")
"""Averages and what is no sum by its nature: durations, ages, prices."""
TEMPERATURE = MeasureKind(word="temperatuur", one="een temperatuur", many="temperaturen", negative=True)

KINDS = (COUNT, AMOUNT, QUANTITY, BALANCE, SHARE, RATE, CHANGE, INDEX, MEAN, TEMPERATURE)
BY_WORD = {kind.word: kind for kind in KINDS}

NUMBER = MeasureKind(
    word="", one="een getal zonder eenheid", many="getallen zonder eenheid", negative=True, adds_up=True
)
"""What was computed and has no unit: a product of two figures. No series is of this kind."""
