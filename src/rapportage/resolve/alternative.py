"""The text for those who do not see a chart, written from its figures as a person would tell them (WCAG 2.2, 1.1.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportage.document import Category, Chart, ChartSeries, Point, plain_text
from rapportage.words.changes import HARDLY_CHANGED, UNCHANGED, direction
from rapportage.words.lists import enumeration
from rapportage.words.periods import capitalised, without_year

LONGEST = 400
_KINDS = {
    "lijn": "Lijngrafiek",
    "staaf": "Staafdiagram",
    "liggende staaf": "Staafdiagram",
    "vlak": "Vlakdiagram",
    "combinatie": "Staafdiagram met lijn",
    "kleine veelvouden": "Lijngrafieken naast elkaar",
    "verloop": "Grafiek van twee perioden",
    "stroom": "Lijngrafiek met het jaar ervoor",
    "aandeel": "Balk van 100%",
    "piramide": "Tweezijdig staafdiagram",
}
_FORMS = {"naast elkaar": "", "gestapeld": ", gestapeld", "100%": ", in procenten van het geheel"}
_Known = list[tuple[Category, Point]]


def alternative_text(chart: Chart) -> str:
    """Kind, subject and period, then what its kind shows: courses, an order, parts or pairs. At most 400 characters.

    What does not fit is told shorter or left out, in whole sentences: the figures themselves are in the document.
    """
    text = _cut(_opening(chart))
    for sentence in _sentences(chart):
        for shorter in sentence:
            if len(text) + 1 + len(shorter) <= LONGEST:
                text += f" {shorter}"
                break
    return text.replace("\u00a0", " ")


def course_words(series: ChartSeries, categories: Sequence[Category]) -> str:
    """'Nareis: van 700 in mei 2018 gedaald naar 51 in mei 2020; het hoogste was 815 in juni 2018; …'"""
    known = [(each, point) for each, point in zip(categories, series.points, strict=True) if point is not None]
    name = f"{series.name}: " if series.name else ""
    small = _small(series, categories)
    missing = f"{_missing(series)}{small}"
    if not known:
        return f"{name}geen bekende cijfers{missing}."
    if len(known) == 1:
        return f"{name}alleen {_told(known[0])}{missing}."
    highest = max(known, key=lambda pair: pair[1].value)
    lowest = min(known, key=lambda pair: pair[1].value)
    first, last = known[0], known[-1]
    if highest[1].value == lowest[1].value and not small:
        return f"{name}steeds {last[1].text}{missing}."
    how = direction(first[1].value, last[1].value)
    if how in (UNCHANGED, HARDLY_CHANGED):
        words = f"{_told(first)} en {_told(last)}, {how.removesuffix(' gebleven')}"
    else:
        words = f"van {_told(first)} {how} naar {_told(last)}"
    # The first of equal figures is told; an extreme at either end is only named, not told again.
    # Where a small count is not given, that is the lowest.
    extremes = (("hoogste", highest), *((("laagste", lowest),) if not small else ()))
    for word, extreme in extremes if len(known) > 2 else ():
        if extreme[1].value == last[1].value:
            words += f"; {last[0].full} was het {word}"
        elif extreme[1].value == first[1].value:
            words += f"; {first[0].full} was het {word}"
        else:
            words += f"; het {word} was {_told(extreme)}"
    return f"{name}{words}{missing}."


def _opening(chart: Chart) -> str:
    subject = plain_text(chart.caption).replace("\u00a0", " ").rstrip(".")
    period = ""
    if chart.categories[0].is_period and len(chart.categories) > 1:
        joined = " en " if len(chart.categories) == 2 else " tot en met "
        period = f", {chart.categories[0].full}{joined}{chart.categories[-1].full}"
    return f"{_KINDS[chart.kind]}{_FORMS[chart.form]}: {subject}{period}."


def _sentences(chart: Chart) -> Iterator[list[str]]:
    """What there is to say, in order of weight; of each sentence the longest form first."""
    yield from ([f"{capitalised(each.label)}."] for each in chart.breaks)
    match chart.kind:
        case "aandeel":
            yield _listed("", [f"{each.full} {point.text}" for each, point in _known(chart.series[0], chart)], "; ")
        case "piramide":
            yield [f"Links {chart.series[0].name}, rechts {chart.series[1].name}."]
            yield _listed("", [_pair(chart, place) for place in range(len(chart.categories))], "; ")
        case "verloop":
            yield _listed("", [_change(series) for series in chart.series], "; ")
        case "stroom":
            yield from _compared(chart)
        case _ if chart.categories[0].is_period:
            yield from ([capitalised(course_words(series, chart.categories))] for series in chart.series)
        case _:
            yield from (_order(series, chart) for series in chart.series)
    yield from ([capitalised(f"{chart.categories[each.place].full}: {each.text}.")] for each in chart.annotations)


def _listed(opening: str, items: Sequence[str], joint: str = "") -> list[str]:
    """All items, or ever fewer with how many there are besides."""
    forms = []
    for count in range(len(items), 0, -1):
        left = len(items) - count
        parts = [*items[:count], *([f"nog {left}"] if left else [])]
        forms.append(capitalised(f"{opening}{joint.join(parts) if joint else enumeration(parts)}."))
    return forms


def _compared(chart: Chart) -> Iterator[list[str]]:
    """The last figure beside that of a year before; then the course of each."""
    earlier, series = chart.series
    known = [place for place, point in enumerate(series.points) if point is not None]
    if known:
        full = chart.categories[known[-1]].full
        opening = f"{capitalised(chart.subject)} in" if chart.subject else "In"
        before = _text_at(earlier, known[-1])
        yield [f"{opening} {full}: {_text_at(series, known[-1])}; een jaar eerder: {before}."]
    yield [capitalised(course_words(series, chart.categories))]
    if earlier.name.isdigit():  # then its name says which year its periods are of; else the categories would mislead
        unnamed = [Category(each.label, "", without_year(each.full, series.name)) for each in chart.categories]
        yield [course_words(earlier, unnamed)]


def _pair(chart: Chart, place: int) -> str:
    """'Syrië 69 en 106'."""
    shown = [_text_at(series, place) for series in chart.series]
    return f"{chart.categories[place].full} {' en '.join(shown)}"


def _change(series: ChartSeries) -> str:
    """'Syrië van 69 naar 106'."""
    return f"{series.name} van {_text_at(series, 0)} naar {_text_at(series, len(series.points) - 1)}"


def _text_at(series: ChartSeries, place: int) -> str:
    """'106', 'minder dan 5', 'onbekend'."""
    point = series.points[place]
    return point.text if point else series.absent(place).spoken


def _known(series: ChartSeries, chart: Chart) -> _Known:
    return [(each, point) for each, point in zip(chart.categories, series.points, strict=True) if point is not None]


def _missing(series: ChartSeries) -> str:
    """How many periods between the first and last known have no figure."""
    places = [place for place, point in enumerate(series.points) if point is not None]
    between = range(places[0], places[-1] + 1) if places else ()
    count = sum(series.points[place] is None and not series.absent(place).is_small for place in between)
    return f"; {count} {'periode' if count == 1 else 'perioden'} zonder cijfer" if count else ""


def _small(series: ChartSeries, categories: Sequence[Category]) -> str:
    """Where the source gives no count because it is small: '; minder dan 5 in april 2020 en mei 2020'."""
    found: dict[str, list[str]] = {}
    for place, (category, point) in enumerate(zip(categories, series.points, strict=True)):
        if point is None and series.absent(place).is_small:
            found.setdefault(series.absent(place).spoken, []).append(category.full)
    parts = []
    for words, names in found.items():
        where = f"in {enumeration(names)}" if len(names) < 3 else f"in {len(names)} perioden"
        parts.append(f"; {words} {where}")
    return "".join(parts)


def _told(pair: tuple[Category, Point]) -> str:
    category, point = pair
    provisional = " (voorlopig)" if point.provisional else ""
    return f"{point.text} in {category.full}{provisional}"


def _order(series: ChartSeries, chart: Chart) -> list[str]:
    """'Van groot naar klein: Syrië 106, onbekend 26 en Turkije 19.'"""
    known = _known(series, chart)
    name = f"{series.name}: " if len(chart.series) > 1 else ""
    missing = [
        f"{category.full} {_text_at(series, place)}"
        for place, category in enumerate(chart.categories)
        if series.points[place] is None
    ]
    if not known and not any(series.absent(place).is_small for place in range(len(series.points))):
        return [capitalised(f"{name}geen bekende cijfers.")]
    values = [point.value for _, point in known]
    items = [f"{category.full} {point.text}{' (voorlopig)' if point.provisional else ''}" for category, point in known]
    if len(items) > 1 and len(set(values)) == 1 and not missing:
        return _listed(f"{name}alle {known[0][1].text}: ", [category.full for category, _ in known])
    order = "van groot naar klein: " if len(values) > 1 and values == sorted(values, reverse=True) else ""
    return _listed(f"{name}{order}", [*items, *missing])


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
