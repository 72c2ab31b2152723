"""The filters and functions of the text language: all that a user can do with a figure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from msgspec.structs import replace

from rapportage.document import normal
from rapportage.figures import arithmetic
from rapportage.figures.dates import KnownDate
from rapportage.figures.observation import ObservationStatus
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.changes import AS_MANY, HARDLY_CHANGED, UNCHANGED, direction
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.numbers import count_word, number, percentage
from rapportage.figures.words.periods import capitalised, date_name, on_date, period_name
from rapportage.text import ratios
from rapportage.text.language.evaluate import Operation
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.operations import figure_of, whole_number
from rapportage.text.language.showing import Name, Shown, Told, approximate, plain, refuse, with_decimals
from rapportage.text.language.views import DateView, FigureView, PeriodView, Ranking, RestView, SeriesView

MOST_ITEMS = 100
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")


# --- How a figure is written ------------------------------------------------------------------------


def _getal(value: object) -> Shown:
    figure = figure_of(value)
    return Shown(figure, plain(figure.observation))


def _pct(value: object, decimals: object = Decimal(0)) -> Shown:
    figure = figure_of(value)
    if figure.observation.unit != arithmetic.PERCENT:
        message = f"'pct' is voor een percentage, en dit is in '{figure.observation.unit}'"
        raise ExpressionFault("T302", message, "bijvoorbeeld: {{ eerste_aanvragen['Syrië'].aandeel | pct }}")
    places = whole_number(decimals, "pct", 6)
    return Shown(figure, with_decimals(figure.observation, places, percentage))


def _decimalen(value: object, decimals: object) -> Shown:
    figure = figure_of(value)
    return Shown(figure, with_decimals(figure.observation, whole_number(decimals, "decimalen", 6), number))


def _ongeveer(value: object, base: object) -> Shown:
    figure = figure_of(value)
    text = approximate(figure.observation, Decimal(whole_number(base, "ongeveer", 1_000_000, least=1)))
    return Shown(figure, text, is_estimate=True)


# --- Figures from figures ---------------------------------------------------------------------------


def _aandeel(value: object, *whole: object) -> object:
    """The share in a given whole, or of each figure of a row in its own."""
    if isinstance(value, Ranking):
        return Ranking(tuple(figure.share() for figure in value.items), value.series)
    figure = figure_of(value)
    if not whole:
        return figure.share()
    return FigureView(ratios.share(figure.observation, figure_of(whole[0]).observation))


def _verschil(value: object, other: object) -> FigureView:
    return FigureView(arithmetic.subtract(figure_of(value).observation, figure_of(other).observation))


def _procentueel(value: object, before: object) -> FigureView:
    return FigureView(ratios.change_percent(figure_of(value).observation, figure_of(before).observation))


def _verandering(value: object, before: object) -> Told:
    """'gestegen van 270 naar 341'."""
    after, base = figure_of(value), figure_of(before)
    if after.observation.value is None or base.observation.value is None:
        raise ExpressionFault("T305", f"'{base.observation.label}' is niet in beide perioden bekend")
    how = direction(base.observation.value, after.observation.value)
    if how in (UNCHANGED, HARDLY_CHANGED):
        return Told((how,))
    return Told((f"{how} van ", _getal(base), " naar ", _getal(after)))


def _meer_of_minder(value: object, before: object) -> Told:
    """'46% minder' or '12% meer': the change as a part of what it was before; 'evenveel' where there is none."""
    after, base = figure_of(value).observation, figure_of(before).observation
    if after.value is not None and base.value is not None:
        how = direction(base.value, after.value)
        if how == UNCHANGED and all(each.low == each.high for each in (after, base)):
            return Told((AS_MANY,))
        if how in (UNCHANGED, HARDLY_CHANGED):
            return Told((f"vrijwel {AS_MANY}",))
    figure = _procentueel(value, before)
    change = figure.observation
    if change.value is None:
        refuse(change)
        raise ExpressionFault("T305", "van een onbekend cijfer is geen verandering te geven")
    size = FigureView(arithmetic.size(change))
    shown = Shown(size, with_decimals(size.observation, 0, percentage))
    return Told((shown, " meer" if change.value > 0 else " minder"))


def _eveneens(value: object, other: object) -> Told:
    """'eveneens 17' where the other figure is shown as 17 too, and else '18': so the word is never a wrong one."""
    one, same = (each if isinstance(each, Shown) else _getal(each) for each in (value, other))
    return Told(("eveneens ", one) if one.text == same.text else (one,))


def _som(value: object, *others: object) -> FigureView:
    figures = _row(value) if isinstance(value, Ranking) else tuple(figure_of(each) for each in (value, *others))
    return FigureView(arithmetic.sum_of([figure.observation for figure in figures]))


def _gemiddelde(value: object, *others: object) -> FigureView:
    if not isinstance(value, Ranking) and not others:  # of a series that would be its total
        raise ExpressionFault(
            "T302",
            "een gemiddelde is van meer dan één cijfer",
            f"bijvoorbeeld: {_FIGURE} | reeks('2020-01') | gemiddelde }}}}",
        )
    figures = _row(value) if isinstance(value, Ranking) else tuple(figure_of(each) for each in (value, *others))
    return FigureView(arithmetic.mean([figure.observation for figure in figures]))


def _index(value: object, base: object) -> FigureView:
    return FigureView(ratios.index(figure_of(value).observation, figure_of(base).observation))


# --- Rows of figures ----------------------------------------------------------------------------------


def _series(value: object, name: str) -> SeriesView:
    if isinstance(value, SeriesView):
        return value
    raise ExpressionFault("T302", f"'{name}' is voor een reeks", f"bijvoorbeeld: {{{{ eerste_aanvragen | {name} }}}}")


def _chosen_from(value: object, name: str) -> Ranking:
    """What figures are chosen from: the parts of a series, or a row of them."""
    if isinstance(value, Ranking) and value.series is not None:
        return value
    series = _series(value, name)
    return Ranking(series.parts(), series)


def _row(value: object) -> tuple[FigureView, ...]:
    if isinstance(value, Ranking | SeriesView):
        figures = value.items if isinstance(value, Ranking) else value.parts()
        if not figures:
            raise ExpressionFault("T305", "deze rij heeft geen enkel bekend cijfer")
        return figures
    raise ExpressionFault(
        "T302", "hier hoort een rij cijfers", "bijvoorbeeld: {{ eerste_aanvragen | top(5) | opsomming }}"
    )


def _size(figure: FigureView) -> Decimal:
    return figure.observation.value or Decimal(0)


def _top(value: object, count: object) -> Ranking:
    """The largest known figures, largest first; those that tie with the last included."""
    row = _chosen_from(value, "top(5)").named()
    known = sorted((part for part in row.items if part.observation.known), key=_size, reverse=True)
    wanted = whole_number(count, "top", MOST_ITEMS, least=1)
    chosen = known[:wanted]
    ties = (part for part in known[wanted:] if chosen and _size(part) == _size(chosen[-1]))
    return replace(row, items=(*chosen, *ties))


def _maanden(value: object) -> Ranking:
    """The figures of the months of the series' period."""
    series = _series(value, "maanden")
    months = series.period.months()
    if not months:
        raise ExpressionFault("T304", f"{period_name(series.period)} bestaat niet uit maanden")
    return _over(series, months)


def _over(series: SeriesView, periods: Iterable[TimePeriod]) -> Ranking:
    """The figures over these periods, each named by its own."""
    return Ranking(tuple(replace(series.at(period).figure(), name=period_name(period)) for period in periods))


def _outermost(value: object, name: str, place: int) -> FigureView:
    """The largest or smallest known figure of a row; of equal ones the first."""
    known = [figure for figure in _row(value) if figure.observation.known]
    if not known:
        raise ExpressionFault(
            "T305", "deze rij heeft geen enkel bekend cijfer", f"{{{{ instroom | maanden | {name} }}}}"
        )
    ordered = sorted(known, key=_size)
    size = _size(ordered[place])
    return next(figure for figure in known if _size(figure) == size)


def _hoogste(value: object) -> FigureView:
    return _outermost(value, "hoogste", -1)


def _laagste(value: object) -> FigureView:
    return _outermost(value, "laagste", 0)


def _bekende(value: object) -> Ranking:
    """The parts of a series that have a figure, in the order of the file."""
    series = _series(value, "bekende")
    return Ranking(tuple(part for part in series.parts() if part.observation.known), series)


def _alle(value: object) -> Ranking:
    """All parts of a series, that of which it is unknown what it is included."""
    series = _series(value, "alle")
    return Ranking(series.parts(), series, has_all=True)


def _onderdrukte(value: object) -> Ranking:
    """The parts of a series of which the source does not give the small count."""
    series = _series(value, "onderdrukte")
    hidden = (part for part in series.parts() if part.observation.status is ObservationStatus.SUPPRESSED)
    return Ranking(tuple(hidden), series)


def _hoeveel(value: object) -> Decimal:
    """How many figures a row has."""
    if isinstance(value, Ranking):
        return Decimal(len(value.items))
    raise ExpressionFault("T302", "'hoeveel' is voor een rij cijfers", "{{ amv | onderdrukte | hoeveel }}")


def _rest(value: object) -> FigureView:
    if isinstance(value, Ranking) and value.series is not None:
        return RestView(value.series.whole_of_parts(), value.items).figure()
    series = _series(value, "rest")
    return RestView(series.whole_of_parts(), series.parts()).figure()


def _reeks(value: object, first: object, *last: object) -> Ranking:
    """The figures of every period from `first` up to the series' own, or up to `last`."""
    series = _series(value, "reeks('2020-01')")
    begin, end = _period(first), _period(last[0]) if last else series.period
    window = begin.through(end)
    if window is None:
        raise ExpressionFault("T304", f"van {period_name(begin)} tot {period_name(end)} is geen reeks perioden")
    periods = window.parts()
    if len(periods) > MOST_ITEMS:
        raise ExpressionFault("T307", f"een reeks mag {MOST_ITEMS} perioden tellen, en dit zijn er {len(periods)}")
    return _over(series, periods)


def _period(value: object) -> TimePeriod:
    found = TimePeriod.parse(normal.name(value)) if isinstance(value, str) else getattr(value, "period", None)
    if isinstance(found, TimePeriod):
        return found
    raise ExpressionFault("T302", "hier hoort een periode", "bijvoorbeeld: '2020-01'")


def _opsomming(value: object) -> Told:
    """'Syrië (106), Turkije (19) en Jemen (18)'; equal figures together: 'Algerije en Marokko (beide 17)'."""
    row = Ranking(value.parts(), value) if isinstance(value, SeriesView) else value
    figures = _row(row.named() if isinstance(row, Ranking) else row)
    shown = [(figure.label, _getal(figure)) for figure in figures]
    groups = [list(group) for _, group in groupby(shown, key=lambda pair: pair[1].text)]
    parts: list[str | Shown] = []
    for place, group in enumerate(groups):
        parts.append("" if not place else " en " if place == len(groups) - 1 else ", ")
        names = [name for name, _ in group]
        each = "" if len(names) == 1 else "beide " if len(names) == 2 else f"alle {count_word(len(names))} "
        parts.extend((f"{enumeration(names)} ({each}", group[0][1], ")"))
    return Told(tuple(part for part in parts if part))


def _namen(value: object) -> str:
    return enumeration([figure.label for figure in _row(value)])


def _rangorde(value: object) -> str:
    """The place of a category among the others: 'eerste', 'tweede' … '11e'."""
    figure = figure_of(value)
    if figure.series is None or figure.category is None or not figure.observation.known:
        raise ExpressionFault("T302", "'rangorde' is voor een bekend onderdeel van een reeks")
    others = Ranking(figure.series.parts()).named().items
    larger = [part for part in others if part.observation.known and _size(part) > _size(figure)]
    return _ORDINALS[len(larger)] if len(larger) < len(_ORDINALS) else f"{len(larger) + 1}e"


# --- Names and dates ------------------------------------------------------------------------------------


def _naam(value: object) -> str:
    match value:
        case PeriodView(period=period):
            return period_name(period)
        case SeriesView(series=series):
            return Name(series.title)
        case _:
            return Name(figure_of(value).label)


def _datum(value: object) -> str:
    """'24 juni 2020', and no more than is known: 'september 2020', '2020'."""
    return date_name(_known(value, "datum"))


def _op_datum(value: object) -> str:
    """'op 24 juni 2020', 'in september 2020', 'in 2020'."""
    return on_date(_known(value, "op_datum"))


def _known(value: object, name: str) -> KnownDate:
    if not isinstance(value, DateView):
        raise ExpressionFault("T302", f"'{name}' is voor een datum", f"bijvoorbeeld: {{{{ uitgave | {name} }}}}")
    if value.known is None:
        raise ExpressionFault("T305", "de datum van de uitgave is nog niet ingevuld")
    return value.known


def _hoofdletter(value: object) -> str:
    """Words as the start of a sentence."""
    words = _naam(value) if isinstance(value, PeriodView) else value
    if not isinstance(words, str):
        raise ExpressionFault(
            "T302", "'hoofdletter' is voor woorden", "bijvoorbeeld: {{ uitgave | op_datum | hoofdletter }}"
        )
    return type(words)(capitalised(words))


def _bekend(value: object) -> bool:
    return figure_of(value).observation.known


_FIGURE = "{{ eerste_aanvragen"
FILTERS = {
    "getal": Operation(_getal, 0, 0, f"{_FIGURE} | getal }}}}"),
    "pct": Operation(_pct, 0, 1, f"{_FIGURE}['Syrië'].aandeel | pct }}}}"),
    "decimalen": Operation(_decimalen, 1, 1, f"{_FIGURE}['Syrië'].aandeel | decimalen(1) }}}}"),
    "ongeveer": Operation(_ongeveer, 1, 1, f"{_FIGURE} | ongeveer(10) }}}}"),
    "aandeel": Operation(_aandeel, 0, 1, "{{ amv | aandeel(eerste_aanvragen) | pct }}"),
    "verschil": Operation(_verschil, 1, 1, f"{_FIGURE} | verschil(eerste_aanvragen.vorige) }}}}"),
    "verandering": Operation(_verandering, 1, 1, f"{_FIGURE} | verandering(eerste_aanvragen.vorige) }}}}"),
    "meer_of_minder": Operation(_meer_of_minder, 1, 1, f"{_FIGURE} | meer_of_minder(eerste_aanvragen.vorige) }}}}"),
    "eveneens": Operation(_eveneens, 1, 1, f"{_FIGURE}['Marokko'] | eveneens(eerste_aanvragen['Algerije']) }}}}"),
    "procentueel": Operation(_procentueel, 1, 1, f"{_FIGURE} | procentueel(eerste_aanvragen.vorige) | pct }}}}"),
    "top": Operation(_top, 1, 1, f"{_FIGURE} | top(5) | opsomming }}}}"),
    "maanden": Operation(_maanden, 0, 0, f"{_FIGURE} | maanden | hoogste }}}}"),
    "hoogste": Operation(_hoogste, 0, 0, f"{_FIGURE} | maanden | hoogste }}}}"),
    "laagste": Operation(_laagste, 0, 0, f"{_FIGURE} | maanden | laagste }}}}"),
    "alle": Operation(_alle, 0, 0, f"{_FIGURE} | alle | top(5) | opsomming }}}}"),
    "bekende": Operation(_bekende, 0, 0, f"{_FIGURE} | bekende | opsomming }}}}"),
    "onderdrukte": Operation(_onderdrukte, 0, 0, f"{_FIGURE} | onderdrukte | namen }}}}"),
    "hoeveel": Operation(_hoeveel, 0, 0, f"{_FIGURE} | onderdrukte | hoeveel }}}}"),
    "rest": Operation(_rest, 0, 0, f"{_FIGURE} | top(5) | rest }}}}"),
    "reeks": Operation(_reeks, 1, 2, f"{_FIGURE} | reeks('2020-01') | som }}}}"),
    "opsomming": Operation(_opsomming, 0, 0, f"{_FIGURE} | top(5) | opsomming }}}}"),
    "namen": Operation(_namen, 0, 0, f"{_FIGURE} | top(3) | namen }}}}"),
    "rangorde": Operation(_rangorde, 0, 0, f"{_FIGURE}['Syrië'] | rangorde }}}}"),
    "som": Operation(_som, 0, 0, f"{_FIGURE} | reeks('2020-01') | som }}}}"),
    "gemiddelde": Operation(_gemiddelde, 0, 0, f"{_FIGURE} | reeks('2020-01') | gemiddelde }}}}"),
    "index": Operation(_index, 1, 1, f"{_FIGURE} | index(eerste_aanvragen.vorig_jaar) }}}}"),
    "naam": Operation(_naam, 0, 0, "{{ periode | naam }}"),
    "datum": Operation(_datum, 0, 0, "{{ uitgave | datum }}"),
    "op_datum": Operation(_op_datum, 0, 0, "{{ uitgave | op_datum }}"),
    "hoofdletter": Operation(_hoofdletter, 0, 0, "{{ uitgave | op_datum | hoofdletter }}"),
}
FUNCTIONS = {
    "bekend": Operation(_bekend, 0, 0, "{% if bekend(eerste_aanvragen.vorige) %}", without=False),
    "som": Operation(_som, 0, 20, "{{ som(eerste_aanvragen, nareizigers) }}"),
    "gemiddelde": Operation(_gemiddelde, 0, 20, "{{ gemiddelde(eerste_aanvragen, nareizigers) }}"),
    "verschil": Operation(_verschil, 1, 1, "{{ verschil(eerste_aanvragen, eerste_aanvragen.vorige) }}"),
    "verandering": Operation(_verandering, 1, 1, "{{ verandering(eerste_aanvragen, eerste_aanvragen.vorige) }}"),
    "aandeel": Operation(_aandeel, 1, 1, "{{ aandeel(amv, eerste_aanvragen) | pct }}"),
}
