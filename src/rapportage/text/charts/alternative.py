"""The text for those who do not see a chart, written from its figures as a person would say it (WCAG 2.2, 1.1.1)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from rapportage.document import (
    Absence,
    Category,
    Chart,
    ChartSeries,
    Pair,
    Point,
    SeriesBreak,
    as_words,
    plain_text,
)
from rapportage.document.chart_kinds import Reach, Telling
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.periods import capitalised, without_year
from rapportage.figures.words.units import unit_words
from rapportage.text.charts.differences import differences_told
from rapportage.text.charts.gathered import box_items, class_items, classes_told
from rapportage.text.charts.plane import cells_told, extremes_told, points_told, row_told
from rapportage.text.series.course_words import WHOLE, Detail, course_words

LONGEST = 600
"""Characters that are listened to with patience. A text that would be longer is shortened, and says so."""
TOO_LONG = 1_200
"""Characters. A text that is longer even so is given whole, but its author had better write another."""
LEAST_LISTED = 2
_Sentence = str | Callable[[Detail], str]
"""What is said, or what says it in so much detail: a text is tried in several, and most is the same in all."""


def alternative_text(chart: Chart) -> str:
    """Kind, unit, subject and period, then what its kind shows: courses, an order, parts or pairs.

    Every series is described, with its first and its last figure. In a chart whose text is long the highest and lowest
    are not, then the periods that the opening named, then what is in the middle of a list; the text then ends with
    where all figures are. A chart without a table of its figures is described completely.
    """
    sentences = [_opening(chart), *_sentences(chart)]
    text = _told(sentences, WHOLE)
    if len(text) > LONGEST and chart.table_link:
        where = f" {as_words(chart.table_link)}"
        details = list(_shorter(chart))
        place = bisect_left(details, True, key=lambda detail: len(_told(sentences, detail)) + len(where) <= LONGEST)
        text = _told(sentences, details[min(place, len(details) - 1)]) + where
    return text.replace("\u00a0", " ")


def without_table(chart: Chart) -> Chart:
    """The chart by itself, without the table of its figures: what the report makes of it is then said in full."""
    alone = replace(chart, table_link=())
    return alone if chart.told else replace(alone, alternative=alternative_text(alone))


def _shorter(chart: Chart) -> Iterator[Detail]:
    """Ever less of a chart."""
    yield Detail(extremes=False)
    for most in range(len(chart.categories), LEAST_LISTED - 1, -1):
        yield Detail(extremes=False, ends=False, listed=most)


def _told(sentences: Sequence[_Sentence], detail: Detail) -> str:
    said = [each if isinstance(each, str) else each(detail) for each in sentences]
    return " ".join([each for each in said if each])


def _opening(chart: Chart) -> str:
    subject = plain_text(chart.caption).replace("\u00a0", " ").rstrip(".")
    period = ""
    if chart.categories[0].is_period and len(chart.categories) > 1:
        lists = spoken_language().lists
        joined = lists.and_ if len(chart.categories) == 2 else lists.up_to_full
        period = f", {chart.categories[0].full} {joined} {chart.categories[-1].full}"
    unit = unit_words(chart.unit) if not chart.kind.is_whole and chart.form != "100%" else ""
    return f"{chart.kind.spoken}{_form(chart)}{unit and f', {unit}'}: {subject}{period}."


def _form(chart: Chart) -> str:
    words = spoken_language().charts
    match chart.form:
        case "gestapeld":
            return f", {words.stacked}"
        case "100%":
            return f", {words.in_percent}"
        case "naast elkaar":
            return ""


def _sentences(chart: Chart) -> Iterator[_Sentence]:
    """What there is to say."""
    yield from (_break(each, chart) for each in chart.breaks)
    match chart.kind.telling:
        case Telling.PARTS:
            parts = zip(chart.categories, range(len(chart.categories)), strict=True)
            yield _list("", [f"{each.full} {_text_at(chart.series[0], place)}" for each, place in parts], "; ")
        case Telling.PAIRS:
            yield spoken_language().charts.sides(chart.series[0].name, chart.series[1].name)
            pairs = [_pair(chart, place) for place in range(len(chart.categories))]
            yield partial(_items, pairs, _ends(chart))
        case Telling.POINTS:
            yield from points_told(chart)
            pairs = [_pair(chart, place) for place in range(len(chart.categories))]
            yield partial(_items, pairs, _ends(chart))
        case Telling.BOXES:
            yield partial(_items, box_items(chart), ())
        case Telling.CLASSES:
            yield from classes_told(chart)
            yield partial(_items, class_items(chart), _ends(chart))
        case Telling.CELLS:
            yield from cells_told(chart)
            yield partial(_items, [row_told(each, chart.categories) for each in chart.series], ())
        case Telling.AREAS if chart.map is not None:
            yield extremes_told(chart.series[0], chart.categories)
            yield spoken_language().charts.classes("; ".join(chart.map.words()))
            if chart.map.inset:
                yield f"{chart.map.inset.words}."
            # Of many areas the first few say nothing.
            yield lambda detail: _order(chart.series[0], chart, detail) if detail.listed is None else ""
        case Telling.CHANGES:
            yield _list("", [_change(pair, chart) for pair in chart.pairs], "; ")
        case Telling.DIFFERENCES:
            yield from differences_told(chart)
            needed = () if chart.is_of_two_periods else _ends(chart)
            yield partial(_items, [_change(pair, chart) for pair in chart.pairs], needed)
        case Telling.YEARS:
            yield from _compared(chart)
        case _ if chart.categories[0].is_period:
            yield from (partial(_course, series, chart.categories) for series in chart.series)
        case _:
            yield from (partial(_order, series, chart) for series in chart.series)
    yield from (capitalised(f"{chart.categories[each.place].full}: {each.text}.") for each in chart.annotations)


def _items(items: Sequence[str], needed: Collection[int], detail: Detail) -> str:
    return _list("", _some(items, detail, needed), "; ")


def _course(series: ChartSeries, categories: Sequence[Category], detail: Detail) -> str:
    return capitalised(course_words(series, categories, detail))


def _break(each: SeriesBreak, chart: Chart) -> str:
    """'Andere bron vanaf april 2020 bij Asiel.': of which series, unless the year in its period says it."""
    names = [chart.series[place].name for place in each.series]
    is_of_all = len(names) in (0, len(chart.series)) or chart.kind.reach is Reach.YEAR
    said = each.label if is_of_all else spoken_language().charts.of_series(each.label, enumeration(names))
    return capitalised(f"{said}.")


def _compared(chart: Chart) -> Iterator[_Sentence]:
    """The last figure beside that of a year before; then the course of each."""
    earlier, series = chart.series
    known = [place for place, point in enumerate(series.points) if point is not None]
    if known:
        full = chart.categories[known[-1]].full
        now, before = _text_at(series, known[-1]), _text_at(earlier, known[-1])
        yield capitalised(spoken_language().charts.a_year_before(chart.subject, full, now, before))
    yield partial(_course, series, chart.categories)
    # The categories are of this year; that of the earlier series is its name.
    unnamed = [Category(each.label, "", without_year(each.full, series.name)) for each in chart.categories]
    yield partial(_course, earlier, unnamed)


def _pair(chart: Chart, place: int) -> str:
    """'Syrië 69 en 106'."""
    shown = [_text_at(series, place) for series in chart.series]
    return f"{chart.categories[place].full} {enumeration(shown)}"


def _change(pair: Pair, chart: Chart) -> str:
    """'Syrië van 69 naar 106', 'Algerije beide keren 17', 'Turkije onbekend in april 2020 en 19 in mei 2020'."""
    words = spoken_language().charts
    before, after = _said(pair.first), _said(pair.second)
    if before == after:
        return words.both_times(pair.name, after)
    if isinstance(pair.first, Absence) or isinstance(pair.second, Absence):
        both = [before, after]
        if chart.is_of_two_periods:
            both = [words.was_in(each, side) for each, side in zip(both, chart.sides, strict=True)]
        return f"{pair.name} {enumeration(both)}"
    return words.went(pair.name, before, after)


def _order(series: ChartSeries, chart: Chart, detail: Detail) -> str:
    """'Van groot naar klein: Syrië 106, onbekend 26 en Turkije 19.'"""
    places = range(len(series.points))
    known = [(place, point) for place, point in enumerate(series.points) if point is not None]
    missing = [place for place in places if series.points[place] is None]
    name = f"{series.name}: " if len(chart.series) > 1 else ""
    words = spoken_language().charts
    if not known and not any(series.absent(place).is_small for place in places):
        return capitalised(f"{name}{words.nothing_known}.")
    values = [point.value for _, point in known]
    if len(known) > 1 and len(set(values)) == 1 and not missing:
        names = [chart.categories[place].full for place in places]
        return _list(f"{name}{words.all_equal(known[0][1].text)}", _some(names, detail))
    order = words.largest_first if len(values) > 1 and values == sorted(values, reverse=True) else ""
    places_of = ([place for place, _ in known], missing)
    items = [[f"{chart.categories[place].full} {_text_at(series, place)}" for place in each] for each in places_of]
    if all(len(_some(each, detail)) == len(each) for each in items):
        return _list(f"{name}{order}", [item for each in items for item in each])
    return _list(f"{name}{order}", [enumeration(_some(each, detail)) for each in items if each], "; ")


def _text_at(series: ChartSeries, place: int) -> str:
    return _said(series.at(place))


def _said(figure: Point | Absence) -> str:
    """'106', '18 (voorlopig)', 'minder dan 5', 'onbekend'."""
    if isinstance(figure, Absence):
        return figure.spoken
    return spoken_language().charts.provisional(figure.text) if figure.provisional else figure.text


def _list(opening: str, items: Sequence[str], joint: str = "") -> str:
    return capitalised(f"{opening}{joint.join(items) if joint else enumeration(items)}.")


def _some(items: Sequence[str], detail: Detail, needed: Collection[int] = ()) -> Sequence[str]:
    """All items, or the first of them and the last, those at the `needed` places, and how many there are between."""
    if detail.listed is None or len(items) <= detail.listed:
        return items
    words = spoken_language().charts
    made: list[str] = []
    last, after = len(items) - 1, 0
    for place in sorted({*range(detail.listed - 1), *needed, last}):
        left = place - after
        if left:
            made.append(words.others(left))
        made.append(words.lastly(items[place]) if left and place == last else items[place])
        after = place + 1
    return made


def _ends(chart: Chart) -> set[int]:
    """The places of the first and last figure of every series."""
    rows = [[place for place, point in enumerate(series.points) if point is not None] for series in chart.series]
    return {place for row in rows if row for place in (row[0], row[-1])}
