"""How values of expressions are shown: as words and figures, each figure with its trace."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import Text, Value
from rapportage.figures.languages.spoken import in_dutch, spoken_language
from rapportage.figures.observation import Calculation, Cell, Observation, ObservationStatus, Operation
from rapportage.figures.rounding import round_half_away, round_to, supported
from rapportage.figures.unit_text import is_percent, unit_of
from rapportage.figures.words.numbers import about, number, percentage, percentage_points
from rapportage.figures.words.periods import HARD_SPACE, period_in_message, period_name
from rapportage.figures.words.signs import GAP_SIGN, PROVISIONAL_MARK, provisional, sign
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.precision import decimals_in, own_decimals
from rapportage.text.language.trace import trace
from rapportage.text.language.views.names import Name, Ours, Worded
from rapportage.text.language.views.period_views import PeriodView
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import FigureView, RestView, SeriesView
from rapportage.text.language.views.total import TotalView
from rapportage.text.ratios import why_none

MAX_OUTPUT = 2_000
"""Characters that one expression may give."""


class Shown(Struct, frozen=True):
    """A figure with the words that a filter chose for it; `is_estimate` where the user asked for 'ongeveer'."""

    figure: FigureView
    text: str
    is_estimate: bool = False
    in_cell: str = ""
    """What a table shows instead, where its head says the rest: '12,5' of '12,5 miljoen'."""


class Told(Struct, frozen=True):
    """Words with figures in them, as a filter like 'opsomming' gives."""

    parts: tuple[str | Shown, ...]
    begins_with_name: bool = False
    """Whether they begin with the name of a part or series, which is always as the data have it."""


class Untold(Struct, frozen=True):
    """Words that can't be said, because a figure in them is no number: its sign in a table, else the fault."""

    figure: FigureView
    fault: ExpressionFault


Used = Callable[[FigureView], None]
"""Takes note of each figure that is shown: its sources, and the remark that it may bring."""


class Showing(Struct, frozen=True):
    """How figures are shown: in a table an unknown one is a sign, in running text a Fault.

    `approximate` says whether a figure that was delivered rounded is 'ongeveer' in running text.
    """

    in_table: bool = False
    approximate: bool = True
    draft: bool = False
    """Whether what can't be worked out yet is a gap, and a warning."""


RUNNING_TEXT = Showing()
_NO_WORDS = (
    ObservationStatus.UNKNOWN,
    ObservationStatus.IMPOSSIBLE,
    ObservationStatus.LATER,
    ObservationStatus.TOO_SMALL,
)


def show(value: object, origin: Span, used: Used, how: Showing) -> tuple[Text | Value, ...]:
    """The content for a value.

    Raises:
        ExpressionFault: the value can't be shown.
    """
    match value:
        case Worded(basis=basis):
            used(FigureView(basis))
            return (Value(_bounded(value), origin=origin, rests_on=trace(basis)),)
        case str():
            return (Value(_bounded(value), origin=origin, is_name=isinstance(value, Name)),)
        case PeriodView(period=period):
            return (Value(period_name(period), origin=origin),)
        case Decimal():
            return (Value(number(value), origin=origin),)
        case Told(parts=parts):
            _bounded("".join(part if isinstance(part, str) else part.text for part in parts))
            return tuple(item for part in parts for item in _part(part, origin, used, how))
        case Untold(figure=figure, fault=fault):
            if not how.in_table:
                raise fault
            return show(figure, origin, used, how)
        case Ranking():
            raise ExpressionFault("T302", "een rij cijfers is niet zo te tonen", "bijvoorbeeld: | top(5) | opsomming")
        case bool():
            raise ExpressionFault("T302", "waar of niet waar is niet te tonen", "gebruik {% if … %}")
        case Shown():
            text = (how.in_table and value.in_cell) or value.text
            text = text if value.is_estimate else _as_delivered(value.figure, text, how)
            return (_figure(value.figure, text, origin, used, in_table=how.in_table),)
        case FigureView() | SeriesView() | RestView() | TotalView():
            figure = value if isinstance(value, FigureView) else value.figure()
            text = _as_delivered(figure, plain(figure.observation, in_table=how.in_table), how)
            return (_figure(figure, text, origin, used, in_table=how.in_table),)
    raise ExpressionFault("T302", "dit is niet te tonen")


def is_ours(value: object, *, in_table: bool) -> bool:
    """Whether what is shown of a value begins with words of ours: never a name of the data, or what a user typed.

    In a table a figure is by itself: 'ongeveer 340' stands among numbers.
    """
    match value:
        case Told(begins_with_name=begins_with_name):
            return not begins_with_name
        case Ours() | PeriodView():
            return True
        case Shown() | FigureView() | SeriesView() | RestView() | TotalView():
            return not in_table
    return False


def _part(part: str | Shown, origin: Span, used: Used, how: Showing) -> tuple[Text | Value, ...]:
    if isinstance(part, str) and not isinstance(part, Worded):
        return (Text(part),)
    return show(part, origin, used, how)


def _as_delivered(figure: FigureView, text: str, how: Showing) -> str:
    """Without 'ongeveer' for a figure from the data, where the layout says for itself how its sources round."""
    if how.approximate or not isinstance(figure.observation.provenance, Cell):
        return text
    return text.removeprefix(about(""))


def _bounded(text: str) -> str:
    if len(text) > MAX_OUTPUT:
        raise ExpressionFault("T307", f"deze uitdrukking geeft meer dan {MAX_OUTPUT} tekens")
    return text


def _figure(figure: FigureView, text: str, origin: Span, used: Used, *, in_table: bool) -> Value:
    observation = figure.observation
    if observation.missing:
        gap = spoken_language().signs.gap
        return Value(GAP_SIGN if in_table else f"[{gap}]", trace(observation), spoken=gap, origin=origin)
    stands_for = sign(observation)
    if not in_table:
        refuse(observation)
    used(figure)
    shown = Value(text, trace(observation), origin=origin)
    if in_table and observation.status is ObservationStatus.PROVISIONAL:
        return replace(shown, text=text + PROVISIONAL_MARK, spoken=provisional(text))
    if stands_for is None:
        return shown
    if in_table:
        return replace(shown, text=stands_for.shown, spoken=stands_for.spoken)
    return replace(shown, text=stands_for.spoken)


def refuse(observation: Observation) -> None:
    """Raises Fault for a figure that has no number, nor words for a sentence."""
    if observation.status not in _NO_WORDS:
        return
    if why := why_none(observation):
        raise ExpressionFault("T301", why, "vraag eerst of het kan bestaan: {% if bekend(…) %}, of haal de zin weg")
    if observation.status is ObservationStatus.TOO_SMALL:
        base = observation.provenance.inputs[-1] if isinstance(observation.provenance, Calculation) else observation
        message = f"een verandering vanaf {in_dutch(plain, base)} is {observation.status.value}"
        raise ExpressionFault("T304", message, "gebruik 'verandering': die noemt beide aantallen")
    message = f"'{observation.label}' over {period_in_message(observation.period)} is {observation.status.value}"
    how = observation.provenance
    if isinstance(how, Calculation) and how.operation is Operation.NO_SUM:
        what = observation.measure.one if not observation.measure.adds_over_periods else "een stand"
        what = f"een cijfer {observation.unit}" if unit_of(observation.unit).is_per_period else what
        hint = "zet het cijfer zelf onder 'vensters', of geef een gemiddelde: | reeks('2020-01') | gemiddelde"
        raise ExpressionFault("T305", f"{message}: {what} {how.operation.value}", hint)
    raise ExpressionFault("T305", message, "vraag eerst of het bekend is: {% if bekend(…) %}, of haal de zin weg")


def plain(observation: Observation, *, in_table: bool = False) -> str:
    """A figure as it is shown when nothing else is asked: whole, or with the decimals that the source gave."""
    if observation.value is None:
        return ""
    decimals = own_decimals(observation)
    if is_percent(observation.unit):
        return with_decimals(observation, decimals, percentage, in_table=in_table)
    if unit_of(observation.unit).is_points:
        return with_decimals(observation, decimals, _points, in_table=in_table)
    return with_decimals(observation, decimals, number, in_table=in_table)


def _points(value: Decimal, decimals: int) -> str:
    """'2 procentpunt'."""
    return percentage_points(number(value, decimals)).replace(HARD_SPACE, " ")


def with_decimals(
    observation: Observation, decimals: int, written: Callable[[Decimal, int], str], *, in_table: bool = False
) -> str:
    """Rounded once, half away from zero; with 'ongeveer' when the figure may round to something else.

    A table shows a figure as it was delivered: the unit or a note says how precise it is.
    """
    if observation.value is None:
        return ""
    text = written(round_half_away(observation.value, decimals), decimals)
    if in_table and isinstance(observation.provenance, Cell):
        return text
    return text if supported(observation, Decimal(1).scaleb(-decimals)) else about(text)


def approximate(observation: Observation, base: Decimal) -> str:
    """'ongeveer 7.350': rounded to multiples of `base`."""
    if observation.value is None:
        return ""
    return about(number(round_to(observation.value, base), decimals_in(base.normalize())))
