"""Parts of a whole in per cent, and what to say when their rounded figures do not add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec.structs import replace

from rapportage.diagnostics.own_names import SERIES
from rapportage.document import Absence, ChartForm, NoteMark, Point, Text
from rapportage.figures import arithmetic
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Observation, ObservationStatus
from rapportage.figures.results import FigureError, MeasureError, comparable, refuse_unless
from rapportage.figures.rounding import round_half_away
from rapportage.figures.unit_text import is_percent
from rapportage.figures.words.signs import sign
from rapportage.text import ratios
from rapportage.text.anchors import BlockNotes
from rapportage.text.language.faults import ExpressionFault, told
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import RestView
from rapportage.text.series.courses import Observations

_WHOLE = Decimal(100)


def shares_of(ranking: Ranking, rest: str | None) -> tuple[Observation, ...]:
    """The shares of the figures of a row in their whole, and that of what is left, named `rest`.

    Raises:
        ExpressionFault: a share is unknown, or the parts are not the whole.
    """
    figures = [item.observation for item in ranking.items]
    if not figures:
        raise ExpressionFault("T408", "deze grafiek heeft geen enkel bekend cijfer")
    try:
        if all(is_percent(figure.unit) for figure in figures):
            for figure in figures:
                refuse_unless(figure, figure.measure.adds_up, "telt niet op tot een geheel")
            shares = figures
            left = arithmetic.subtract(_WHOLE, arithmetic.sum_of(figures, rest or "")) if rest else None
        else:
            shares = [item.share().observation for item in ranking.items]
            left = _rest_share(ranking, rest) if rest else None
    except FigureError as error:
        raise told(error) from None
    made = (*shares, *([replace(left, label=rest)] if left is not None and rest else []))
    unknown = next((figure for figure in made if not figure.known), None)
    if unknown is not None:
        raise _no_share(unknown)
    total = sum((figure.value for figure in made if figure.value is not None), Decimal(0))
    if abs(total - _WHOLE) > len(made):
        message = f"de delen zijn samen {round_half_away(total, 0)}% en geen 100%"
        raise ExpressionFault("T419", message, "voeg 'rest' toe: hoe de rest heet")
    return made


def _no_share(made: Observation) -> ExpressionFault:
    """Why a part has no share to be shown."""
    hint = f'laat de grafiek dan weg, met bijvoorbeeld: als: "{{{{ {SERIES} > 0 }}}}"'
    if why := ratios.why_none(made):
        return ExpressionFault("T301", why, hint)
    if made.status is ObservationStatus.TOO_SMALL:
        return ExpressionFault("T304", "een aandeel van een totaal dat tot 0 is afgerond, zegt niets", hint)
    hint = "kies onderdelen die alle bekend zijn; wat onderdrukt is hoort bij 'rest'"
    return ExpressionFault("T305", f"het aandeel van '{made.label}' is niet bekend", hint)


def _rest_share(ranking: Ranking, rest: str) -> Observation:
    if ranking.series is None:
        raise ExpressionFault("T302", "'rest' vraagt de cijfers van één reeks")
    view = RestView(ranking.series.whole_of_parts(), ranking.items, rest)
    observation = view.figure().observation
    return ratios.share(observation, view.whole.observation) if observation.known else observation


def no_stack(figures: Sequence[Observation], form: ChartForm) -> str | None:
    """Why these figures can't be stacked: the whole would say nothing. In per cent of the whole only sums can be."""
    if form == "naast elkaar":
        return None
    for each in figures:
        if not (each.measure.adds_over_periods if form == "100%" else each.measure.adds_up):
            what = f"{each.measure.one} (eenheid: {each.unit})"
            return f"'{each.label}' is {what}, en dat telt niet op: op elkaar zegt het niets"
    try:
        comparable(figures, "op elkaar te zetten")
    except MeasureError as error:
        return str(error)
    return None


def in_percentages(lines: Sequence[Observations]) -> list[Observations]:
    """Each figure in % of all that are at its place; none where one of them is unknown.

    A share is not known either where all are 0, or were rounded to that.
    """
    made: list[Observations] = [[] for _ in lines]
    for figures in zip(*lines, strict=True):
        known = [figure for figure in figures if figure is not None]
        whole = arithmetic.sum_of(known) if len(known) == len(figures) else None
        for line, figure in zip(made, figures, strict=True):
            line.append(ratios.share(figure, whole) if figure is not None and whole is not None else None)
    return made


def without_share(shares: Observations) -> tuple[Absence | None, ...]:
    """What is shown at each place where there is no share, of figures that are all known: of nothing there are none."""
    signs = (sign(each) if each is not None and not each.known else None for each in shares)
    return tuple(Absence(each.shown, each.spoken) if each else None for each in signs)


def rounding_note(notes: BlockNotes, columns: Iterable[Sequence[Point | None]]) -> list[NoteMark]:
    """The mark of the note that rounded parts do not add up, where that is so."""
    for points in columns:
        known = [point for point in points if point is not None]
        if known and len(known) == len(points) and sum(map(_shown, known)) != _WHOLE:
            return [notes.own("afronding", (Text(spoken_language().charts.rounding),))]
    return []


def _shown(point: Point) -> Decimal:
    """The value as it is rounded for the reader."""
    decimals = len(point.text.partition(spoken_language().numbers.decimal)[2].removesuffix("%"))
    return round_half_away(point.value, decimals)
