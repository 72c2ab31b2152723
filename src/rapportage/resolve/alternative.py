"""The text for those who do not see a chart, written from its figures as a person would tell them (WCAG 2.2, 1.1.1)."""

from __future__ import annotations

from rapportage.document import Category, Chart, ChartSeries, Point, plain_text
from rapportage.words.lists import enumeration

LONGEST = 400
_KINDS = {"lijn": "Lijngrafiek", "staaf": "Staafdiagram", "liggende staaf": "Staafdiagram"}
_Known = list[tuple[Category, Point]]


def alternative_text(chart: Chart) -> str:
    """Kind, subject and period, then per series its course; bars of one series in their order. At most 400 characters.

    What does not fit is left out from the end, in whole sentences: the figures themselves are in the document.
    """
    sentences = [_opening(chart)]
    if chart.kind == "lijn" or chart.categories[0].group:
        sentences += [_course(series, chart) for series in chart.series]
        sentences += [f"Vanaf {chart.categories[each.before].full} een andere bron." for each in chart.breaks]
    elif len(chart.series) == 1:
        sentences.append(_order(chart.series[0], chart))
    else:
        sentences += [f"{series.name}: {_order(series, chart)}" for series in chart.series]
    text = sentences[0]
    for sentence in sentences[1:]:
        if len(text) + 1 + len(sentence) <= LONGEST:
            text += f" {sentence}"
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _opening(chart: Chart) -> str:
    subject = plain_text(chart.caption).replace("\u00a0", " ").rstrip(".")
    period = ""
    if chart.categories[0].group:
        period = f", {chart.categories[0].full} tot en met {chart.categories[-1].full}"
    return f"{_KINDS[chart.kind]}: {subject}{period}."


def _known(series: ChartSeries, chart: Chart) -> _Known:
    return [(each, point) for each, point in zip(chart.categories, series.points, strict=True) if point is not None]


def _course(series: ChartSeries, chart: Chart) -> str:
    """'Nareizigers: hoogste 815 in mei 2018, laagste 51 in mei 2020, laatste 51 in mei 2020.'"""
    known = _known(series, chart)
    if not known:
        return f"{series.name}: geen bekende cijfers."
    if len(known) == 1:
        return f"{series.name}: alleen {_told(known[0])}."
    highest = max(known, key=lambda pair: pair[1].value)
    lowest = min(known, key=lambda pair: pair[1].value)
    if highest[1].value == lowest[1].value:
        return f"{series.name}: steeds {highest[1].text}."
    parts = [f"hoogste {_told(highest)}", f"laagste {_told(lowest)}"]
    last = known[-1]
    if last == lowest:
        parts[1] += ", de laatste waarde"
    elif last == highest:
        parts[0] += ", de laatste waarde"
    else:
        parts.append(f"laatste {_told(last)}")
    return f"{series.name}: {', '.join(parts)}."


def _told(pair: tuple[Category, Point]) -> str:
    category, point = pair
    provisional = " (voorlopig)" if point.provisional else ""
    return f"{point.text} in {category.full}{provisional}"


def _order(series: ChartSeries, chart: Chart) -> str:
    """'Van groot naar klein: Syrië 106, onbekend 26 en Turkije 19.'"""
    known = _known(series, chart)
    values = [point.value for _, point in known]
    words = enumeration([f"{category.full} {point.text}" for category, point in known])
    return f"Van groot naar klein: {words}." if values == sorted(values, reverse=True) else f"{words}."
