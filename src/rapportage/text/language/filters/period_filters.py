"""The filters that name a period or a date: in a sentence, short, shortest, and without its year."""

from __future__ import annotations

from collections.abc import Callable

from rapportage.figures.dates import KnownDate
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import (
    date_name,
    of_one_year,
    on_date,
    period_in_sentence,
    period_name,
    short_period_name,
    shortest_period_name,
    without_year,
    year_of,
)
from rapportage.text.language.evaluate import Operation
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.views.names import Ours, PeriodName
from rapportage.text.language.views.period_views import DateView, PeriodView


def _named(name: str, say: Callable[[TimePeriod], str]) -> Operation:
    def run(value: object) -> PeriodName:
        if isinstance(value, PeriodView):
            return PeriodName(say(value.period), value.period)
        raise ExpressionFault("T302", f"'{name}' is voor een periode", f"bijvoorbeeld: {{{{ periode | {name} }}}}")

    return Operation(run, 0, 0, f"{{{{ periode | {name} }}}}")


def _without_year(value: object) -> PeriodName:
    """The name of a period without its year, where it has one: 'mei', 'in het eerste kwartaal', 'Q1'."""
    name = PeriodName(period_name(value.period), value.period) if isinstance(value, PeriodView) else value
    if not isinstance(name, PeriodName):
        hint = "bijvoorbeeld: {{ periode | zonder_jaar }}, of {{ periode | kort | zonder_jaar }}"
        raise ExpressionFault("T302", "'zonder_jaar' is voor een periode", hint)
    if not of_one_year(name.period):
        return name
    ends = [without_year(end, str(year_of(name.period))) for end in name.split("–")]
    return PeriodName("–".join(ends), name.period)


def _datum(value: object) -> str:
    """'24 juni 2020', and no more than is known: 'september 2020', '2020'."""
    return Ours(date_name(_known(value, "datum")))


def _op_datum(value: object) -> str:
    """'op 24 juni 2020', 'in september 2020', 'in 2020'."""
    return Ours(on_date(_known(value, "op_datum")))


def _known(value: object, name: str) -> KnownDate:
    if not isinstance(value, DateView):
        raise ExpressionFault("T302", f"'{name}' is voor een datum", f"bijvoorbeeld: {{{{ uitgave | {name} }}}}")
    if value.known is None:
        raise ExpressionFault("T305", "de datum van de uitgave is nog niet ingevuld")
    return value.known


PERIOD_FILTERS = {
    "in_zin": _named("in_zin", period_in_sentence),
    "kort": _named("kort", short_period_name),
    "kortst": _named("kortst", shortest_period_name),
    "zonder_jaar": Operation(_without_year, 0, 0, "{{ periode | zonder_jaar }}"),
    "datum": Operation(_datum, 0, 0, "{{ uitgave | datum }}"),
    "op_datum": Operation(_op_datum, 0, 0, "{{ uitgave | op_datum }}"),
}
