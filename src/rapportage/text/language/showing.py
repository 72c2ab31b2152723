"""How values of expressions are shown: as words and figures, each figure with its trace."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import Text, Value
from rapportage.figures.arithmetic import PERCENT
from rapportage.figures.observation import Calculation, Cell, Observation, ObservationStatus
from rapportage.figures.rounding import round_half_away, round_to, supported
from rapportage.figures.words.numbers import PERCENTAGE_POINT, about, number, percentage
from rapportage.figures.words.periods import period_name
from rapportage.figures.words.signs import GAP, GAP_SIGN, PROVISIONAL, PROVISIONAL_MARK, sign
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.trace import trace
from rapportage.text.language.views import FigureView, PeriodView, Ranking, RestView, SeriesView, TotalView
from rapportage.text.ratios import why_none

MAX_OUTPUT = 2_000
"""Characters that one expression may give."""


class Shown(Struct, frozen=True):
    """A figure with the words that a filter chose for it; `is_estimate` where the user asked for 'ongeveer'."""

    figure: FigureView
    text: str
    is_estimate: bool = False


class Name(str):
    """The name of a part or series, as the data have it."""

    __slots__ = ()


class Told(Struct, frozen=True):
    """Words with figures in them, as a filter like 'opsomming' gives."""

    parts: tuple[str | Shown, ...]


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
        case str():
            return (Value(_bounded(value), origin=origin, is_name=isinstance(value, Name)),)
        case PeriodView(period=period):
            return (Value(period_name(period), origin=origin),)
        case Decimal():
            return (Value(number(value), origin=origin),)
        case Told(parts=parts):
            _bounded("".join(part if isinstance(part, str) else part.text for part in parts))
            return tuple(item for part in parts for item in _part(part, origin, used, how))
        case Ranking():
            raise ExpressionFault("T302", "een rij cijfers is niet zo te tonen", "bijvoorbeeld: | top(5) | opsomming")
        case bool():
            raise ExpressionFault("T302", "waar of niet waar is niet te tonen", "gebruik {% if … %}")
        case Shown():
            text = value.text if value.is_estimate else _as_delivered(value.figure, value.text, how)
            return (_figure(value.figure, text, origin, used, in_table=how.in_table),)
        case FigureView() | SeriesView() | RestView() | TotalView():
            figure = value if isinstance(value, FigureView) else value.figure()
            text = _as_delivered(figure, plain(figure.observation, in_table=how.in_table), how)
            return (_figure(figure, text, origin, used, in_table=how.in_table),)
    raise ExpressionFault("T302", "dit is niet te tonen")


def _part(part: str | Shown, origin: Span, used: Used, how: Showing) -> tuple[Text | Value, ...]:
    return (Text(part),) if isinstance(part, str) else show(part, origin, used, how)


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
        return Value(GAP_SIGN if in_table else f"[{GAP}]", trace(observation), spoken=GAP, origin=origin)
    stands_for = sign(observation)
    if not in_table:
        refuse(observation)
    used(figure)
    shown = Value(text, trace(observation), origin=origin)
    if in_table and observation.status is ObservationStatus.PROVISIONAL:
        return replace(shown, text=text + PROVISIONAL_MARK, spoken=f"{text}, {PROVISIONAL}")
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
        message = f"een verandering vanaf {plain(base)} is {observation.status.value}"
        raise ExpressionFault("T304", message, "gebruik 'verandering': die noemt beide aantallen")
    message = f"'{observation.label}' over {period_name(observation.period)} is {observation.status.value}"
    raise ExpressionFault("T305", message, "vraag eerst of het bekend is: {% if bekend(…) %}, of haal de zin weg")


def plain(observation: Observation, *, in_table: bool = False) -> str:
    """A figure as it is shown when nothing else is asked: whole, or with the decimals that the source gave."""
    if observation.value is None:
        return ""
    if observation.unit == PERCENT:
        return with_decimals(observation, own_decimals(observation, 0), percentage, in_table=in_table)
    if observation.unit == PERCENTAGE_POINT:
        return (
            with_decimals(observation, _decimals_of_points(observation), number, in_table=in_table)
            + f" {PERCENTAGE_POINT}"
        )
    return with_decimals(
        observation, own_decimals(observation, 0 if observation.unit else 1), number, in_table=in_table
    )


def own_decimals(observation: Observation, otherwise: int) -> int:
    """As many decimals as the source gave ('6.10' has two); `otherwise` for a figure that was computed to more."""
    value = Decimal(0) if observation.value is None else observation.value
    is_delivered = isinstance(observation.provenance, Cell)
    exponent = (value if is_delivered else value.normalize()).as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return decimals if is_delivered else min(decimals, otherwise)


def _decimals_of_points(observation: Observation) -> int:
    """A difference has the decimals that both its percentages are shown with: from 12,5% to 12,9% is not 0."""
    inputs = observation.provenance.inputs if isinstance(observation.provenance, Calculation) else ()
    return min((own_decimals(each, 0) for each in inputs), default=0)


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
    return "" if observation.value is None else about(number(round_to(observation.value, base)))
