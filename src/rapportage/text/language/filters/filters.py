"""The filters and functions of the text language: all that a user can do with a figure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from msgspec.structs import replace

from rapportage.diagnostics.own_names import OTHER, OTHER_PART, PART, PARTED, SERIES
from rapportage.document import normal
from rapportage.figures import arithmetic
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import is_percent
from rapportage.figures.words.changes import as_many, course, direction
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.numbers import count_word, number, percentage
from rapportage.figures.words.periods import capitalised, period_in_message, period_name
from rapportage.figures.words.wrong_periods import why_no_period
from rapportage.text import ratios
from rapportage.text.language.evaluate import Operation
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.filters import directions, histories, portions, selecting
from rapportage.text.language.filters.choosing import (
    MOST_ITEMS,
    alle,
    bekende,
    hoogste,
    laagste,
    onderdrukte,
    op_volgorde,
    place_in_row,
    ranking_of,
    row_of,
    series_of,
    top,
    volledig,
)
from rapportage.text.language.filters.period_filters import PERIOD_FILTERS
from rapportage.text.language.filters.scales import in_scale, positive
from rapportage.text.language.filters.totals import mean_of, total_of
from rapportage.text.language.operations import figure_of, values, whole_number
from rapportage.text.language.showing import Shown, Told, Untold, approximate, plain, with_decimals
from rapportage.text.language.views.names import Name, Ours, PeriodName, Worded
from rapportage.text.language.views.period_views import PeriodView
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import FigureView, RestView, SeriesView

# --- How a figure is written ------------------------------------------------------------------------


def _getal(value: object) -> Shown:
    figure = figure_of(value)
    return Shown(figure, plain(figure.observation))


def _pct(value: object, decimals: object = Decimal(0)) -> Shown:
    figure = figure_of(value)
    if not is_percent(figure.observation.unit):
        message = f"'pct' is voor een percentage, en dit is in '{figure.observation.unit}'"
        raise ExpressionFault("T302", message, f"bijvoorbeeld: {_PART}.aandeel | pct }}}}")
    places = whole_number(decimals, "pct", 6)
    return Shown(figure, with_decimals(figure.observation, places, percentage))


def _decimalen(value: object, decimals: object) -> Shown:
    figure = figure_of(value)
    return Shown(figure, with_decimals(figure.observation, whole_number(decimals, "decimalen", 6), number))


def _ongeveer(value: object, base: object) -> Shown:
    figure = figure_of(value)
    text = approximate(figure.observation, positive(base, "ongeveer"))
    return Shown(figure, text, is_estimate=True)


# --- Figures from figures ---------------------------------------------------------------------------


def _aandeel(value: object, *whole: object) -> object:
    """The share in a given whole, or of each figure of a row in its own."""
    if isinstance(value, Ranking):
        return replace(value, items=tuple(figure.share() for figure in value.items))
    figure = figure_of(value)
    if not whole:
        return figure.share()
    return FigureView(ratios.share(figure.observation, figure_of(whole[0]).observation))


def _verschil(value: object, other: object) -> FigureView:
    return FigureView(arithmetic.subtract(figure_of(value).observation, figure_of(other).observation))


def _procentueel(value: object, before: object) -> FigureView:
    return FigureView(ratios.change_percent(figure_of(value).observation, figure_of(before).observation))


def _verandering(value: object, before: object) -> Told | Untold:
    """'gestegen van 270 naar 341'."""
    after, base = figure_of(value), figure_of(before)
    if after.observation.value is None or base.observation.value is None:
        fault = ExpressionFault("T305", f"'{base.observation.label}' is niet in beide perioden bekend")
        return Untold(_verschil(value, before), fault)
    how = course(*values(base.observation, after.observation))
    if how in ("same", "hardly"):
        return Told((direction(how),))
    begin, between = spoken_language().changes.from_to(direction(how))
    return Told((begin, _getal(base), between, _getal(after)))


def _meer_of_minder(value: object, before: object) -> Told | FigureView:
    """'46% minder' or '12% meer': the change as a part of what it was before; 'evenveel' where there is none."""
    after, base = figure_of(value).observation, figure_of(before).observation
    words = spoken_language().changes
    if after.value is not None and base.value is not None:
        how = course(*values(base, after))
        if how == "same" and all(each.low == each.high for each in (after, base)):
            return Told((as_many(),))
        if how in ("same", "hardly"):
            return Told((f"{words.hardly} {as_many()}",))
    figure = _procentueel(value, before)
    change = figure.observation
    if change.value is None:
        return figure  # which running text refuses
    size = FigureView(arithmetic.size(change))
    shown = Shown(size, with_decimals(size.observation, 0, percentage))
    return Told((shown, f" {words.more if change.value > 0 else words.fewer}"))


def _eveneens(value: object, other: object) -> Told:
    """'eveneens 17' where the other figure is shown as 17 too, and else '18': so the word is never a wrong one."""
    one, same = (each if isinstance(each, Shown) else _getal(each) for each in (value, other))
    return Told((f"{spoken_language().changes.likewise} ", one) if one.text == same.text else (one,))


def _index(value: object, base: object) -> FigureView:
    return FigureView(ratios.index(figure_of(value).observation, figure_of(base).observation))


# --- Rows of figures ----------------------------------------------------------------------------------


def _maanden(value: object) -> Ranking:
    """The figures of the months of the series' period."""
    series = series_of(value, "maanden")
    months = series.period.months()
    if not months:
        raise ExpressionFault("T304", f"{period_in_message(series.period)} bestaat niet uit maanden")
    return _over(series, months)


def _over(series: SeriesView, periods: Iterable[TimePeriod]) -> Ranking:
    """The figures over these periods, each named by its own."""
    return Ranking(tuple(replace(series.at(period).figure(), name=period_name(period)) for period in periods))


def _rest(value: object) -> RestView:
    if isinstance(value, Ranking) and value.series is not None:
        return RestView(value.series.whole_of_parts(), value.items)
    series = series_of(value, "rest")
    return RestView(series.broken_down().whole_of_parts(), series.parts())


def _reeks(value: object, first: object, *last: object) -> Ranking:
    """The figures of every period from `first` up to the series' own, or up to `last`."""
    series = series_of(value, "reeks('2020-01')")
    begin, end = _period(first), _period(last[0]) if last else series.period
    window = begin.through(end)
    if window is None:
        raise ExpressionFault(
            "T304", f"van {period_in_message(begin)} tot {period_in_message(end)} is geen reeks perioden"
        )
    periods = window.parts()
    if len(periods) > MOST_ITEMS:
        raise ExpressionFault("T307", f"een reeks mag {MOST_ITEMS} perioden tellen, en dit zijn er {len(periods)}")
    return _over(series, periods)


def _period(value: object) -> TimePeriod:
    found = TimePeriod.parse(normal.name(value)) if isinstance(value, str) else getattr(value, "period", None)
    if isinstance(found, TimePeriod):
        return found
    hint = why_no_period(value) if isinstance(value, str) else None
    raise ExpressionFault("T302", "hier hoort een periode", hint or "bijvoorbeeld: '2020-01'")


def _opsomming(value: object) -> Told:
    """'Syrië (106), Turkije (19) en Jemen (18)'; equal figures together: 'Algerije en Marokko (beide 17)'."""
    figures = row_of(ranking_of(value).named()).told()
    shown = [(figure.label, _getal(figure)) for figure in figures]
    groups = [list(group) for _, group in groupby(shown, key=lambda pair: pair[1].text)]
    words = spoken_language().lists
    parts: list[str | Shown] = []
    for place, group in enumerate(groups):
        parts.append("" if not place else f" {words.and_} " if place == len(groups) - 1 else ", ")
        names = [name for name, _ in group]
        each = "" if len(names) == 1 else f"{_all_of(len(names))} "
        parts.extend((f"{enumeration(names)} ({each}", group[0][1], ")"))
    return Told(tuple(part for part in parts if part), begins_with_name=True)


def _all_of(count: int) -> str:
    """'beide', 'alle drie'."""
    words = spoken_language().lists
    return words.both if count == 2 else words.all_of(count_word(count))


def _namen(value: object) -> str:
    return enumeration([figure.label for figure in row_of(value).told()])


# --- Names and dates ------------------------------------------------------------------------------------


def _naam(value: object) -> str:
    match value:
        case PeriodView(period=period):
            return PeriodName(period_name(period), period)
        case SeriesView():
            return Name(value.name, value)
        case _:
            return Name(figure_of(value).label, value)


def _hoofdletter(value: object) -> str:
    """Words as the start of a sentence."""
    words = _naam(value) if isinstance(value, PeriodView) else value
    if not isinstance(words, str):
        raise ExpressionFault(
            "T302", "'hoofdletter' is voor woorden", "bijvoorbeeld: {{ uitgave | op_datum | hoofdletter }}"
        )
    match words:
        case Name(of=of):
            return Name(capitalised(words), of)
        case Worded(basis=basis):
            return Worded(capitalised(words), basis)
        case Ours():
            return Ours(capitalised(words))
        case _:
            return capitalised(words)


def _bekend(value: object) -> bool:
    return figure_of(value).observation.known


_FIGURE = f"{{{{ {SERIES}"
_PARTS = f"{{{{ {PARTED}"
_PART = f"{{{{ {PARTED}['{PART}']"
FILTERS = {
    "getal": Operation(_getal, 0, 0, f"{_FIGURE} | getal }}}}"),
    "pct": Operation(_pct, 0, 1, f"{_PART}.aandeel | pct }}}}"),
    "decimalen": Operation(_decimalen, 1, 1, f"{_PART}.aandeel | decimalen(1) }}}}"),
    "in": Operation(in_scale, 1, 2, f"{_FIGURE} | in('miljoen') }}}}"),
    "ongeveer": Operation(_ongeveer, 1, 1, f"{_FIGURE} | ongeveer(10) }}}}"),
    "aandeel": Operation(_aandeel, 0, 1, f"{_FIGURE} | aandeel({OTHER}) | pct }}}}"),
    "verschil": Operation(_verschil, 1, 1, f"{_FIGURE} | verschil({SERIES}.vorige) }}}}"),
    "verandering": Operation(_verandering, 1, 1, f"{_FIGURE} | verandering({SERIES}.vorige) }}}}"),
    "meer_of_minder": Operation(_meer_of_minder, 1, 1, f"{_FIGURE} | meer_of_minder({SERIES}.vorige) }}}}"),
    "eveneens": Operation(_eveneens, 1, 1, f"{_PART} | eveneens({PARTED}['{OTHER_PART}']) }}}}"),
    "procentueel": Operation(_procentueel, 1, 1, f"{_FIGURE} | procentueel({SERIES}.vorige) | pct }}}}"),
    "top": Operation(top, 1, 1, f"{_PARTS} | top(5) | opsomming }}}}"),
    "maanden": Operation(_maanden, 0, 0, f"{_FIGURE} | maanden | hoogste }}}}"),
    "hoogste": Operation(hoogste, 0, 0, f"{_FIGURE} | maanden | hoogste }}}}"),
    "laagste": Operation(laagste, 0, 0, f"{_FIGURE} | maanden | laagste }}}}"),
    "alle": Operation(alle, 0, 0, f"{_PARTS} | alle | top(5) | opsomming }}}}"),
    "bekende": Operation(bekende, 0, 0, f"{_PARTS} | bekende | opsomming }}}}"),
    "op_volgorde": Operation(op_volgorde, 0, 0, f"{_PARTS} | op_volgorde | namen }}}}"),
    "volledig": Operation(volledig, 0, 0, f"{_PARTS} | volledig | namen }}}}"),
    "onderdrukte": Operation(onderdrukte, 0, 0, f"{_PARTS} | onderdrukte | namen }}}}"),
    **selecting.FILTERS,
    **directions.FILTERS,
    **histories.FILTERS,
    **portions.FILTERS,
    "rest": Operation(_rest, 0, 0, f"{_PARTS} | top(5) | rest }}}}"),
    "reeks": Operation(_reeks, 1, 2, f"{_FIGURE} | reeks('2020-01') | som }}}}"),
    "opsomming": Operation(_opsomming, 0, 0, f"{_PARTS} | top(5) | opsomming }}}}"),
    "namen": Operation(_namen, 0, 0, f"{_PARTS} | top(3) | namen }}}}"),
    "rangorde": Operation(place_in_row, 0, 1, f"{_PART} | rangorde }}}}"),
    "som": Operation(total_of, 0, 0, f"{_FIGURE} | reeks('2020-01') | som }}}}"),
    "gemiddelde": Operation(mean_of, 0, 0, f"{_FIGURE} | reeks('2020-01') | gemiddelde }}}}"),
    "index": Operation(_index, 1, 1, f"{_FIGURE} | index({SERIES}.vorig_jaar) }}}}"),
    "naam": Operation(_naam, 0, 0, "{{ periode | naam }}"),
    **PERIOD_FILTERS,
    "hoofdletter": Operation(_hoofdletter, 0, 0, "{{ uitgave | op_datum | hoofdletter }}"),
}
FUNCTIONS = {
    **selecting.FUNCTIONS,
    **portions.FUNCTIONS,
    "bekend": Operation(_bekend, 0, 0, f"{{% if bekend({SERIES}.vorige) %}}", without=False),
    "som": Operation(total_of, 0, 20, f"{{{{ som({SERIES}, {OTHER}) }}}}"),
    "gemiddelde": Operation(mean_of, 0, 20, f"{{{{ gemiddelde({SERIES}, {OTHER}) }}}}"),
    "verschil": Operation(_verschil, 1, 1, f"{{{{ verschil({SERIES}, {SERIES}.vorige) }}}}"),
    "verandering": Operation(_verandering, 1, 1, f"{{{{ verandering({SERIES}, {SERIES}.vorige) }}}}"),
    "aandeel": Operation(_aandeel, 1, 1, f"{{{{ aandeel({SERIES}, {OTHER}) | pct }}}}"),
}
