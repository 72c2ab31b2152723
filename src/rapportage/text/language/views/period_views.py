"""What the names in an expression mean that are about time: a period, a date; and what every such value can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from rapportage.diagnostics.suggestion import suggest
from rapportage.figures.dates import KnownDate
from rapportage.figures.period import BeforeTheCalendar, TimePeriod
from rapportage.figures.words.periods import period_in_message, period_name, year_name
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.syntax.expression import CALLS
from rapportage.text.language.views.names import PeriodName

PERIOD_STEPS = (
    "vorige",
    "vorig_jaar",
    "twaalf_maanden",
    "jaar_tot_nu",
    "kalenderjaar_ervoor",
    "eerste_maand",
    "laatste_maand",
)
"""From one period to another."""


class View(Struct, frozen=True):
    """A value with properties that the user may name: a series, a figure, a period."""

    def attribute(self, name: str) -> object:
        """Raises ExpressionFault when there is no such property."""
        raise NotImplementedError  # every view has its own; a Struct cannot be an abstract class

    def item(self, key: object) -> object:
        """What `[key]` gives; raises ExpressionFault when there is none."""
        raise NotImplementedError  # as above

    def call(self, name: str, arguments: Sequence[object]) -> object:
        """What `.name(…)` gives; raises ExpressionFault when there is none."""
        raise ExpressionFault("T303", f"'{name}(…)' is er hier niet", f"een reeks heeft het: {CALLS[name]}")


class PeriodView(View, frozen=True):
    """A period that the user may name, and walk from."""

    period: TimePeriod

    def attribute(self, name: str) -> object:
        try:
            return self._attribute(name)
        except BeforeTheCalendar:
            raise ExpressionFault("T304", f"'{name}' ligt hier voor het begin van de jaartelling") from None

    def _attribute(self, name: str) -> object:
        return choose(
            name,
            "een periode",
            {
                "vorige": lambda: PeriodView(self.period.previous()),
                "vorig_jaar": lambda: PeriodView(a_year_before(self.period)),
                "twaalf_maanden": lambda: PeriodView(twelve_months(self.period)),
                "jaar_tot_nu": lambda: PeriodView(self.period.year_to_date()),
                "kalenderjaar_ervoor": lambda: PeriodView(self.period.calendar_year_before()),
                "eerste_maand": lambda: PeriodView(_month(self.period, 0)),
                "laatste_maand": lambda: PeriodView(_month(self.period, -1)),
                "jaar": lambda: year_name(self.period),
                "naam": lambda: PeriodName(period_name(self.period), self.period),
            },
        )

    def item(self, key: object) -> object:
        raise ExpressionFault("T303", "een periode heeft geen onderdelen")


class DateView(View, frozen=True):
    """When something is: None is a date that a draft does not have yet."""

    known: KnownDate | None

    def attribute(self, name: str) -> object:
        raise ExpressionFault("T303", f"een datum heeft geen '{name}'", "bijvoorbeeld: {{ uitgave | datum }}")

    def item(self, key: object) -> object:
        raise ExpressionFault("T303", "een datum heeft geen onderdelen")


def a_year_before(period: TimePeriod) -> TimePeriod:
    earlier = period.year_before()
    if earlier is None:
        what = "week 53" if period.unit == "week" else "29 februari"
        raise ExpressionFault(
            "T304", f"{period_in_message(period)} is er een jaar eerder niet", f"dat jaar heeft geen {what}"
        )
    return earlier


def _month(period: TimePeriod, place: int) -> TimePeriod:
    months = period.months()
    if not months:
        raise ExpressionFault("T304", f"{period_in_message(period)} bestaat niet uit maanden")
    return months[place]


def twelve_months(period: TimePeriod) -> TimePeriod:
    found = period.last_twelve_months()
    if found is None:
        raise ExpressionFault("T304", f"'twaalf_maanden' is er niet voor {period_in_message(period)}")
    return found


def choose(name: str, what: str, properties: Mapping[str, Callable[[], object]]) -> object:
    """The property of that name, or a Fault that says which there are."""
    if name not in properties:
        raise ExpressionFault("T303", f"{what} heeft geen '{name}'", suggest(name, properties))
    return properties[name]()
