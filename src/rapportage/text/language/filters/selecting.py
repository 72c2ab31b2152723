"""Parts selected by comparing, and counted: `woningen | meer_dan(1000) | hoeveel`, `woningen | gestegen | namen`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec.structs import replace

from rapportage.diagnostics.own_names import PARTED
from rapportage.figures.arithmetic import Operand
from rapportage.figures.counting import compared, counted
from rapportage.figures.observation import Observation, ObservationStatus, Operation
from rapportage.figures.period import TimePeriod
from rapportage.text.language.evaluate import Operation as Filter
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.filters.choosing import ranking_of
from rapportage.text.language.operations import figure_of
from rapportage.text.language.views.rows import Ranking, Selection
from rapportage.text.language.views.series import FigureView, SeriesView

_Against = Callable[[FigureView], Operand]


def _than(how: Operation, name: str) -> Callable[[object, object], Ranking]:
    def select(value: object, limit: object) -> Ranking:
        operand = _limit(limit, how)
        return _selected(_row(value, name), how, lambda _: operand)

    return select


def _moved(how: Operation, name: str) -> Callable[..., Ranking]:
    def select(value: object, *other: object) -> Ranking:
        row = _row(value, name)
        if not other:
            return _selected(row, how, lambda part: figure_of(part.attribute("vorige")).observation)
        earlier = other[0]
        if not isinstance(earlier, SeriesView) or row.series is None:
            hint = f"bijvoorbeeld: {_SERIES} | {name}({PARTED}.vorig_jaar) | hoeveel }}}}"
            raise ExpressionFault("T302", f"'{name}' vergelijkt elk onderdeel met hetzelfde van een andere reeks", hint)
        seen = earlier.like(row.series)
        return _selected(row, how, lambda part: seen.part(part.part).observation)

    return select


def _limit(limit: object, how: Operation) -> Operand:
    """What each part is compared with: a number, or one figure; a series with parts of its own may be meant otherwise.

    Raises:
        ExpressionFault: it is not one figure.
    """
    if isinstance(limit, Decimal):
        return limit
    if isinstance(limit, SeriesView) and limit.cube.breakdowns(limit.series.id):
        id = limit.series.id
        message = f"'{id}' heeft zelf onderdelen: elk onderdeel wordt hier met één getal of cijfer vergeleken"
        moved = "gestegen" if how in (Operation.ABOVE, Operation.AT_LEAST) else "gedaald"
        hint = (
            f"het geheel is {id}.totaal; elk onderdeel met hetzelfde van een andere periode: {moved}({id}.vorig_jaar)"
        )
        raise ExpressionFault("T302", message, hint)
    return figure_of(limit).observation


def _row(value: object, name: str) -> Ranking:
    """What is selected from: without what is no one thing to count, such as 'onbekend'."""
    if isinstance(value, SeriesView | Ranking):
        return _told(ranking_of(value).named())
    raise ExpressionFault("T302", f"'{name}' is voor een rij cijfers", f"bijvoorbeeld: {FILTERS[name].example}")


def _selected(row: Ranking, how: Operation, against: _Against) -> Ranking:
    """Those of the row that compare so; a part that can't be (n.v.t.) never does."""
    before = row.selection or Selection(())
    chosen: list[FigureView] = []
    comparisons: list[Observation] = []
    doubtful: list[FigureView] = []
    missed: list[FigureView] = []
    for part in (*row.items, *before.missed):
        if part.observation.status is ObservationStatus.IMPOSSIBLE:
            continue
        made = compared(how, part.observation, against(part))
        if made is None:
            message = f"'{part.label}' is onbekend of onderdrukt: het kan zowel {_WORDS[how]} zijn als niet"
            raise ExpressionFault("T305", message, "kies een andere grens, of eerst de bekende: | bekende")
        comparisons.append(made)
        may_be_out = made.low == 0 or _is_in(part, before.doubtful)
        if made.value == 1 and not _is_in(part, before.missed):
            chosen.append(part)
            doubtful += [part] if may_be_out else []
        elif made.high == 1:
            missed.append(part)
    selection = Selection((*before.comparisons, *comparisons), tuple(doubtful), tuple(missed))
    return replace(row, items=tuple(chosen), selection=selection)


def _is_in(part: FigureView, parts: Sequence[FigureView]) -> bool:
    return any(part is each for each in parts)


def how_many(value: object) -> FigureView:
    """How many figures a row has, or how many parts a series: a figure that rests on all that was looked at."""
    if not isinstance(value, SeriesView | Ranking):
        raise ExpressionFault("T302", "'hoeveel' is voor een rij cijfers", f"{_SERIES} | onderdrukte | hoeveel }}}}")
    return count_of(_told(ranking_of(value).named()))


def _told(row: Ranking) -> Ranking:
    """The row, of which it is known what belongs to it."""
    row.told()
    return row


def count_of(row: Ranking) -> FigureView:
    count, chosen = len(row.items), row.selection
    out = sum(_is_in(each, row.items) for each in chosen.doubtful) if chosen else 0
    more = len(chosen.missed) if chosen else 0
    among = chosen.comparisons if chosen else tuple(each.observation for each in row.items)
    if not among and row.series is not None:  # none was chosen: of what there was to choose from
        among = tuple(each.observation for each in row.series.parts())
    amount = (Decimal(count), Decimal(count - out), Decimal(count + more))
    return FigureView(counted(among, amount, "aantal", _period(row, among)))


def _period(row: Ranking, among: Sequence[Observation]) -> TimePeriod:
    return among[0].period if among or row.series is None else row.series.period


_WORDS = {
    Operation.ABOVE: "meer", Operation.BELOW: "minder", Operation.AT_LEAST: "minstens zoveel",
    Operation.AT_MOST: "hoogstens zoveel",
}  # fmt: skip
_SERIES = f"{{{{ {PARTED}"
FILTERS = {
    "meer_dan": Filter(_than(Operation.ABOVE, "meer_dan"), 1, 1, f"{_SERIES} | meer_dan(100) | hoeveel }}}}"),
    "minder_dan": Filter(_than(Operation.BELOW, "minder_dan"), 1, 1, f"{_SERIES} | minder_dan(100) | hoeveel }}}}"),
    "minstens": Filter(_than(Operation.AT_LEAST, "minstens"), 1, 1, f"{_SERIES} | minstens(100) | namen }}}}"),
    "hoogstens": Filter(_than(Operation.AT_MOST, "hoogstens"), 1, 1, f"{_SERIES} | hoogstens(100) | namen }}}}"),
    "gestegen": Filter(_moved(Operation.ABOVE, "gestegen"), 0, 1, f"{_SERIES} | gestegen | hoeveel }}}}"),
    "gedaald": Filter(_moved(Operation.BELOW, "gedaald"), 0, 1, f"{_SERIES} | gedaald | hoeveel }}}}"),
    "hoeveel": Filter(how_many, 0, 0, f"{_SERIES} | meer_dan(100) | hoeveel }}}}"),
}
FUNCTIONS = {"hoeveel": Filter(how_many, 0, 0, f"{{{{ hoeveel({PARTED} | meer_dan(100)) }}}}")}
