"""The course of a series as a person would describe it: from first figure to last, with extremes and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from rapportage.document import Category, ChartSeries, Point
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.changes import course, direction
from rapportage.figures.words.lists import enumeration

_Known = tuple[Category, Point]


class Detail(Struct, frozen=True):
    """How much is said of a series; always its first and its last figure."""

    extremes: bool = True
    """The highest and the lowest of a course."""
    ends: bool = True
    """The periods of its first and last figure, also where those are the first and last of the whole chart."""
    listed: int | None = None
    """The most items of a list; None for all of them."""


WHOLE = Detail()


def course_words(series: ChartSeries, categories: Sequence[Category], detail: Detail = WHOLE) -> str:
    """'Nareis: van 700 in mei 2018 gedaald naar 51 in mei 2020; het hoogste was 815 in juni 2018; …'"""
    known = [(each, point) for each, point in zip(categories, series.points, strict=True) if point is not None]
    name = f"{series.name}: " if series.name else ""
    small = _small(series, categories)
    if not known:
        return f"{name}{spoken_language().charts.nothing_known}{small}."
    words = spoken_language().courses
    if len(known) == 1:
        return f"{name}{words.only(_told(known[0]))}{small}."
    first, last = known[0], known[-1]
    missing = f"{_missing(series, categories)}{small}"
    if len({point.value for _, point in known}) == 1 and not small:
        return f"{name}{words.always(last[1].text)}{missing}."
    begin, end = (
        _told(pair, named=detail.ends or pair[0] is not of)
        for pair, of in ((first, categories[0]), (last, categories[-1]))
    )
    how = course(first[1].value, last[1].value)
    if how in ("same", "hardly"):
        went = words.as_before(begin, end, direction(how))
    else:
        went = words.went(begin, direction(how), end)
    extremes = _extremes(known, has_small=bool(small)) if detail.extremes and len(known) > 2 else ""
    return f"{name}{went}{extremes}{missing}."


def _extremes(known: Sequence[_Known], *, has_small: bool) -> str:
    """The first of equal figures is given; an extreme at either end is only named, not given again.

    Where a small count is not given, that is the lowest.
    """
    first, last = known[0], known[-1]
    highest = max(known, key=lambda pair: pair[1].value)
    lowest = min(known, key=lambda pair: pair[1].value)
    words = spoken_language().courses
    told = ""
    for is_low, extreme in ((False, highest), *(((True, lowest),) if not has_small else ())):
        at_end = next((end for end in (last, first) if end[1].value == extreme[1].value), None)
        if at_end:
            told += f"; {(words.lowest_in if is_low else words.highest_in)(at_end[0].full)}"
        else:
            told += f"; {(words.lowest_was if is_low else words.highest_was)(_told(extreme))}"
    return told


def _missing(series: ChartSeries, categories: Sequence[Category]) -> str:
    """Where there is no figure, in the words of the table: '; onbekend vanaf juni 2020'."""
    found: dict[str, list[int]] = {}
    for place, point in enumerate(series.points):
        if point is None and not series.absent(place).is_small:
            found.setdefault(series.absent(place).spoken, []).append(place)
    return "".join(f"; {words} {where}" for words, places in found.items() for where in _where(places, categories))


def _where(places: Sequence[int], categories: Sequence[Category]) -> Iterator[str]:
    """Up to where from the first category on, how often in between, and from where on up to the last."""
    words, last = spoken_language().courses, len(categories) - 1
    before = [place for number, place in enumerate(places) if place == number]
    after = [place for number, place in enumerate(reversed(places)) if place == last - number][::-1]
    between = [place for place in places if place not in before and place not in after]
    if before:
        yield (words.in_period if len(before) == 1 else words.up_to)(categories[before[-1]].full)
    if between:
        name = categories[between[0]].full
        yield words.in_period(name) if len(between) == 1 else words.in_periods(len(between))
    if after:
        yield (words.in_period if len(after) == 1 else words.since)(categories[after[0]].full)


def _small(series: ChartSeries, categories: Sequence[Category]) -> str:
    """Where the source gives no count because it is small: '; minder dan 5 in april 2020 en mei 2020'."""
    found: dict[str, list[str]] = {}
    for place, (category, point) in enumerate(zip(categories, series.points, strict=True)):
        if point is None and series.absent(place).is_small:
            found.setdefault(series.absent(place).spoken, []).append(category.full)
    parts = []
    for words, names in found.items():
        said = spoken_language().courses
        where = said.in_period(enumeration(names)) if len(names) < 3 else said.in_periods(len(names))
        parts.append(f"; {words} {where}")
    return "".join(parts)


def _told(pair: _Known, *, named: bool = True) -> str:
    """'51 in mei 2020 (voorlopig)'."""
    category, point = pair
    words = spoken_language().charts
    told = words.was_in(point.text, category.full) if named else point.text
    return words.provisional(told) if point.provisional else told
