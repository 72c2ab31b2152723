"""Parts of a whole in per cent, and what to say when their rounded figures do not add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec.structs import replace

from rapportage.document import Absence, NoteMark, Point, Text
from rapportage.figures import arithmetic
from rapportage.figures.arithmetic import FigureError
from rapportage.figures.observation import Observation
from rapportage.figures.rounding import round_half_away
from rapportage.text.anchors import BlockNotes
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.views import Ranking, RestView
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
        if all(figure.unit == arithmetic.PERCENT for figure in figures):
            shares = figures
            left = arithmetic.subtract(_WHOLE, arithmetic.sum_of(figures, rest or "")) if rest else None
        else:
            shares = [item.share().observation for item in ranking.items]
            left = _rest_share(ranking, rest) if rest else None
    except FigureError as error:
        raise ExpressionFault("T304", str(error)) from None
    made = (*shares, *([replace(left, label=rest)] if left is not None and rest else []))
    unknown = next((figure for figure in made if not figure.known), None)
    if unknown is not None:
        hint = "kies onderdelen die alle bekend zijn; wat onderdrukt is hoort bij 'rest'"
        raise ExpressionFault("T305", f"het aandeel van '{unknown.label}' is niet bekend", hint)
    total = sum((figure.value for figure in made if figure.value is not None), Decimal(0))
    if abs(total - _WHOLE) > len(made):
        message = f"de delen zijn samen {round_half_away(total, 0)}% en geen 100%"
        raise ExpressionFault("T419", message, "voeg 'rest' toe: hoe de rest heet")
    return made


def _rest_share(ranking: Ranking, rest: str) -> Observation:
    if ranking.series is None:
        raise ExpressionFault("T302", "'rest' vraagt de cijfers van één reeks")
    view = RestView(ranking.series.whole_of_parts(), ranking.items, rest)
    observation = view.figure().observation
    if not observation.known:
        return observation
    return arithmetic.share(observation, view.whole.observation)


def in_percentages(lines: Sequence[Observations]) -> list[Observations]:
    """Each figure in % of all that are at its place; none where one of them is unknown."""
    made: list[Observations] = [[] for _ in lines]
    for figures in zip(*lines, strict=True):
        known = [figure for figure in figures if figure is not None]
        whole = arithmetic.sum_of(known) if len(known) == len(figures) else None
        for line, figure in zip(made, figures, strict=True):
            is_share = figure is not None and whole is not None and bool(whole.value)
            line.append(arithmetic.share(figure, whole) if is_share and figure and whole else None)
    return made


def nothing_shared(lines: Sequence[Observations]) -> tuple[Absence | None, ...]:
    """What is shown at each place where every figure is known to be 0: of nothing there are no shares."""
    return tuple(
        Absence("", "niet van toepassing")
        if all(figure is not None and figure.value == 0 for figure in figures)
        else None
        for figures in zip(*lines, strict=True)
    )


def rounding_note(notes: BlockNotes, columns: Iterable[Sequence[Point | None]]) -> list[NoteMark]:
    """The mark of the note that rounded parts do not add up, where that is so."""
    for points in columns:
        known = [point for point in points if point is not None]
        if known and len(known) == len(points) and sum(map(_shown, known)) != _WHOLE:
            return [notes.own("afronding", (Text("Door afronding tellen de percentages niet precies op tot 100%."),))]
    return []


def _shown(point: Point) -> Decimal:
    """The value as it is rounded for the reader."""
    decimals = len(point.text.partition(",")[2].removesuffix("%"))
    return round_half_away(point.value, decimals)
