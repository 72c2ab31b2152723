"""The spec of what a layout does not give: small counts, and what they could be computed from."""

from __future__ import annotations

from typing import Annotated

from msgspec import field

from rapportage.input.specs.leaves import Items, Name, OneOrMore, Period, whole_number
from rapportage.input.specs.spec import Spec


class WithheldSpec(Spec, frozen=True):
    """One figure that is not given, however large; of the edition's own period unless another is named."""

    series: Name = field(name="reeks")
    category: OneOrMore[Name] = field(default=(), name="onderdeel")
    """The name of a part, or of a crossed one the names: [Utrecht, koop]."""
    period: Period | None = field(default=None, name="periode")


class ConfidentialitySpec(Spec, frozen=True, kw_only=True):
    threshold: Annotated[int, whole_number(3, 1000)] = field(name="drempel")
    """The least count that is given; one from 1 up to it is shown as '<5'. ('<2' would be a way to write 1.)"""
    width: Annotated[int, whole_number(2, 1000)] = field(default=2, name="marge")
    """Between how many values a reader must at least be left to choose, for no warning to be given."""
    also: Items[WithheldSpec] = field(default=(), name="ook")
