"""The passages of charts, trends, diagrams and pictures: what is heard of them, and the texts that are in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import (
    Chart,
    CrossReference,
    FlowDiagram,
    Image,
    Trace,
    Trend,
    Value,
    as_words,
    caption_words,
    notes_of,
    plain_text,
    source_line,
    values,
)
from rapportage.document.drawing import Drawing, TextRun
from rapportage.proof.tracing.inline import heard, is_number, note_passages, numbered_parts, parts_of
from rapportage.proof.tracing.passages import Part, PartKind, Passage, Place

_WORD = re.compile(r"(?:(?:ongeveer|minder dan) |<)?[+−-]?\d+(?:\.\d{3})*(?:,\d+)?%?")
_DIGITS = re.compile(r"\d+")
_STEP = re.compile(r"(?:(?<=\. )\d+(?=\. ))|(?:(?<=in )\d+(?= stappen))|(?:(?<=stap )\d+(?: en \d+|, \d+)*)")
IN_SCHEME = "in het schema"
NEAR = 0.6
"""Points by which a tick may be beside where its value belongs: drawings are rounded."""


def chart_passages(chart: Chart, drawing: Drawing, path: tuple[str, ...]) -> Iterator[Passage]:
    """Headline, alternative text, caption, the texts in the picture, notes, sources."""

    def place(kind: str) -> Place:
        return Place(path, kind, chart.id, chart.label)

    origin = chart.origin
    if chart.headline:
        yield Passage(place("kopregel"), parts_of(chart.headline), origin=origin, content=chart.headline)
    points, small = _shown(chart), _small(chart)
    told = heard(chart.told) or _told(chart.alternative, points | small, _names(chart))
    yield Passage(place("alternatieve tekst"), told, "heard", origin=origin, course=chart.id)
    yield Passage(place("bijschrift"), numbered_parts(caption_words(chart)), anchor=chart.id, origin=origin)
    if runs := _runs(drawing):
        ticks = _ticks(runs)
        drawn = points | {name: replace(each, text=each.drawn) for name, each in small.items()}
        parts = tuple(part for run in runs for part in _drawn(run, ticks, drawn, _names(chart)))
        yield Passage(place("in de grafiek"), parts, "picture", origin=origin)
    for note in chart.notes:
        yield from note_passages(note, place("noot"), origin)
    if closing := source_line(chart):
        link = len(closing) - len(chart.table_link)
        parts = (*parts_of(closing[:link], PartKind.SOURCE), *parts_of(closing[link:]))
        yield Passage(place("bron"), parts, origin=origin)


def trend_passage(trend: Trend, place: Place) -> Passage:
    """What is heard of a trend; nothing is written in it."""
    points = {(str(number), ""): _Shown(point.text, point.trace) for number, point in enumerate(trend.points) if point}
    points |= {
        (str(number), ""): _Shown(absent.spoken, absent.trace)
        for number, absent in enumerate(trend.absences)
        if absent and absent.is_small
    }
    return Passage(replace(place, kind="trend"), _told(trend.alternative, points, ()), "heard", course=trend.id)


def flow_passages(diagram: FlowDiagram, drawing: Drawing, path: tuple[str, ...]) -> Iterator[Passage]:
    """The steps as read aloud, the caption, and the steps as drawn."""
    place = Place(path, "alternatieve tekst", diagram.id, diagram.label)
    told = heard(diagram.told) or (Part(diagram.alternative),)
    yield Passage(place, tuple(inner for part in told for inner in _steps(part)), "heard", origin=diagram.origin)
    yield Passage(
        replace(place, kind="bijschrift"),
        numbered_parts(caption_words(diagram)),
        anchor=diagram.id,
        origin=diagram.origin,
    )
    texts = (*(step.content for step in diagram.steps), *(arrow.content for arrow in diagram.arrows))
    shown = [value for content in texts for value in values(content) if value.trace]
    parts = tuple(part for run in _runs(drawing) for part in (*_in_scheme(run.text, shown), Part(" ")))
    yield Passage(replace(place, kind=IN_SCHEME), parts, "picture", origin=diagram.origin)


def _in_scheme(text: str, shown: list[Value]) -> Iterator[Part]:
    """The parts of a line in a diagram: each number that a figure of it shows is that figure.

    Lines are in no order of steps, so of two figures that look the same either is taken: what the reader sees is equal.
    """
    at = 0
    for found in _WORD.finditer(text):
        value = next((each for each in shown if found[0] in _WORD.findall(as_words((each,)))), None)
        value = value or next((each for each in shown if found[0] in as_words((each,)).split()), None)
        if value is not None:
            yield Part(text[at : found.start()])
            yield Part(found[0], PartKind.FIGURE, value.trace, origin=value.origin, value=value)
            at = found.end()
    yield Part(text[at:])


def image_passages(image: Image, path: tuple[str, ...]) -> Iterator[Passage]:
    """A picture of the user; of a decoration only what is below it."""
    place = Place(path, "alternatieve tekst", image.id, image.label)
    if image.alternative is not None:
        yield from _seen_and_heard(image, place)
    notes, late = notes_of(image)
    for note in notes:
        yield from note_passages(note, replace(place, kind="noot"), image.origin)
    if image.source:
        parts = parts_of(image.source, PartKind.LITERAL)
        yield Passage(replace(place, kind="bron"), parts, origin=image.origin, content=image.source)
    for note in late:
        yield from note_passages(note, replace(place, kind="noot"), image.origin)


def _seen_and_heard(image: Image, place: Place) -> Iterator[Passage]:
    """What there is of a picture that says something."""
    if image.alternative is None:
        raise ValueError("nothing is heard of a decoration")
    yield Passage(place, heard(image.told) or (Part(image.alternative),), "heard", origin=image.origin)
    yield Passage(
        replace(place, kind="bijschrift"), numbered_parts(caption_words(image)), anchor=image.id, origin=image.origin
    )
    if isinstance(image.picture, Drawing) and (runs := _runs(image.picture)):
        parts = tuple(part for run in runs for part in (Part(run.text), Part(" ")))
        yield Passage(replace(place, kind="in de afbeelding"), parts, "picture", origin=image.origin)


class _Shown(Struct, frozen=True):
    """A figure of a chart as it is read aloud; a small count is drawn differently."""

    text: str
    trace: Trace | None
    drawn: str = ""


_Points = dict[tuple[str, str], _Shown]
"""By category and series."""


def _shown(chart: Chart) -> _Points:
    return {
        ((category.full or category.label).replace("\u00a0", " "), series.name): _Shown(point.text, point.trace)
        for series in chart.series
        for category, point in zip(chart.categories, series.points, strict=True)
        if point is not None
    }


def _small(chart: Chart) -> _Points:
    """The small counts that the source does not give: '<5' is no point, and has its trace like any figure."""
    return {
        ((category.full or category.label).replace("\u00a0", " "), series.name): _Shown(
            absent.spoken, absent.trace, absent.shown
        )
        for series in chart.series
        for place, category in enumerate(chart.categories)
        if series.points[place] is None and (absent := series.absent(place)).is_small
    }


def _told(text: str, points: _Points, names: tuple[str, ...]) -> tuple[Part, ...]:
    """The parts of a text about points: each number that one of them shows is a figure, with its trace.

    A name that is a number ('18') is looked for last, among the numbers that no point shows.
    """
    parts: list[Part] = []
    begin = 0
    for is_name, stretch in _split(text, tuple(name for name in names if not name.isdigit() or len(name) == 4)):
        begin += len(stretch)
        if is_name:
            parts.append(Part(stretch, PartKind.NAME))
            continue
        at = 0
        for found in _WORD.finditer(stretch):
            start = begin - len(stretch)
            trace = _trace_of(found[0], text[: start + found.start()], text[start + found.end() :], points)
            if trace is None and found[0] not in names:
                continue
            parts.append(Part(stretch[at : found.start()], PartKind.MADE))
            parts.append(Part(found[0], PartKind.FIGURE if trace else PartKind.NAME, trace))
            at = found.end()
        parts.append(Part(stretch[at:], PartKind.MADE))
    return tuple(part for part in parts if part.text)


def _trace_of(shown: str, before: str, after: str, points: _Points) -> Trace | None:
    """That of the point that shows this; of several the one whose category and series are named nearest."""
    found = [(name, each) for name, each in points.items() if each.text.replace("\u00a0", " ") == shown]
    if not found:
        return None

    def nearness(pair: tuple[tuple[str, str], _Shown]) -> tuple[bool, int, int]:
        category, series = pair[0]
        return after.startswith(f" in {category}"), before.rfind(category), before.rfind(series)

    return max(found, key=nearness)[1].trace


def _split(text: str, names: tuple[str, ...]) -> Iterator[tuple[bool, str]]:
    """The text with the names in it apart."""
    if not names:
        yield False, text
        return
    pattern = re.compile("(" + "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) + ")")
    for number, stretch in enumerate(pattern.split(text)):
        if stretch:
            yield number % 2 == 1, stretch


def _names(chart: Chart) -> tuple[str, ...]:
    """What is written in a chart and holds digits, besides its figures: names, periods, units, what happened."""
    names = {name for each in chart.categories for name in (each.full, each.label, each.group)}
    names |= {series.name for series in chart.series} | {chart.unit, plain_text(chart.caption)}
    names |= {name for series in chart.series if series.unit for name in (series.unit, chart.named(series))}
    names |= {item.text for item in chart.table_link if isinstance(item, CrossReference)}
    names |= {each.label for each in chart.breaks} | {each.text for each in chart.annotations}
    names |= {f"{each.full[:1].upper()}{each.full[1:]}" for each in chart.categories}
    plain = {name.replace("\u00a0", " ").rstrip(".") for name in names if any(letter.isdigit() for letter in name)}
    return tuple(sorted(plain, key=lambda name: (-len(name), name)))


def _runs(drawing: Drawing) -> list[TextRun]:
    return [item for item in drawing.items if isinstance(item, TextRun) and item.text]


def _drawn(run: TextRun, ticks: set[int], points: _Points, names: tuple[str, ...]) -> tuple[Part, ...]:
    """One text in a chart: a tick of its scale, a name, or figures with words around them."""
    if id(run) in ticks:
        parts: tuple[Part, ...] = (Part(run.text, PartKind.SCALE),)
    elif run.text in names and not any(point.text == run.text for point in points.values()):
        parts = (Part(run.text, PartKind.NAME),)
    else:
        parts = tuple(_cut_name(part, names) for part in _told(run.text, points, names))
    return (*parts, Part(" "))


def _cut_name(part: Part, names: tuple[str, ...]) -> Part:
    """A line of a name that takes several: its numbers are then among those of the names."""
    known = {word for name in names for word in _DIGITS.findall(name)}
    words = _DIGITS.findall(part.text)
    is_name = part.kind is PartKind.MADE and words and known.issuperset(words)
    return replace(part, kind=PartKind.NAME) if is_name else part


def _ticks(runs: list[TextRun]) -> set[int]:
    """The texts that are a scale: numbers in one column or row placed where their value says, zero among them."""
    found: set[int] = set()
    numbers = [run for run in runs if is_number(run.text)]
    for across in (True, False):
        lines: dict[tuple[float, str, str], list[TextRun]] = {}
        for run in numbers:
            lines.setdefault((run.x if across else run.y, run.anchor, run.colour), []).append(run)
        for line in (panel for each in lines.values() for panel in _panels(each)):
            if len(line) > 1 and _is_linear([(_value(run), run.y if across else run.x) for run in line]):
                found |= {id(run) for run in line}
    return found


def _panels(line: list[TextRun]) -> list[list[TextRun]]:
    """The numbers of a column or row by panel: where one comes again, the scale of the next panel begins."""
    panels: list[list[TextRun]] = []
    for run in line:
        if not panels or any(run.text == other.text for other in panels[-1]):
            panels.append([])
        panels[-1].append(run)
    return panels


def _is_linear(pairs: list[tuple[float, float]]) -> bool:
    """Whether places go up with values at one rate, the values being those of a scale: evenly apart, with a zero."""
    values = [value for value, _ in pairs]
    if 0.0 not in values:
        return False
    steps = {round(after - before, 6) for before, after in pairwise(values)}
    first, last = pairs[0], pairs[-1]
    if len(steps) != 1 or first[0] == last[0]:
        return False
    rate = (last[1] - first[1]) / (last[0] - first[0])
    return all(abs(first[1] + (value - first[0]) * rate - at) < NEAR for value, at in pairs)


def _value(run: TextRun) -> float:
    plain = run.text.replace("−", "-").replace(".", "").replace(",", ".").rstrip("%\u00a0 ")
    return float(plain)


def _steps(part: Part) -> Iterator[Part]:
    """The words of a diagram, with the numbers of its steps apart; a figure as it is."""
    if part.kind is not PartKind.LITERAL:
        yield part
        return
    at, text = 0, part.text
    for found in _STEP.finditer(text):
        yield Part(text[at : found.start()])
        yield Part(found[0], PartKind.NUMBERING)
        at = found.end()
    yield Part(text[at:])
