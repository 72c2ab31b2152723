"""The passages of charts, trends, diagrams and pictures: what is heard of them, and the texts that are in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise
from math import log10

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import (
    Chart,
    FlowDiagram,
    Image,
    Member,
    QrCode,
    Trace,
    Trend,
    Value,
    as_words,
    caption_words,
    notes_of,
    source_line,
    values,
)
from rapportage.document.drawing import Drawing, TextRun, texts
from rapportage.figures.languages.spoken import language_of, spoken_language
from rapportage.figures.words.numbers import number, number_pattern, read_number
from rapportage.proof.tracing.chart_names import Names, names_in
from rapportage.proof.tracing.inline import heard, is_number, note_passages, numbered_parts, parts_of
from rapportage.proof.tracing.no_figures import ANY
from rapportage.proof.tracing.passages import Part, PartKind, Passage, Place

_DIGITS = re.compile(r"\d+")
IN_SCHEME = "in het schema"
NEAR = 0.6
"""Points by which a tick may be beside where its value belongs: drawings are rounded."""


def _number() -> re.Pattern[str]:
    """A figure as it is written or said."""
    return _made(spoken_language().code)[0]


def _step_number() -> re.Pattern[str]:
    """The number of a step, or of several, in what is told of a diagram."""
    return _made(spoken_language().code)[1]


@cache
def _made(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = language_of(code)
    about, fewer = re.escape(words.numbers.about), re.escape(words.signs.fewer_than)
    number = rf"(?:(?:{about}|{fewer}) |<)?\+?{number_pattern()}%?"
    before, after = words.schemes.steps(ANY).split(str(ANY))
    onward, and_ = words.schemes.on_to(""), words.lists.and_
    steps = (
        r"(?<=\. )\d+(?=\. )",
        rf"(?<={re.escape(before)})\d+(?={re.escape(after)})",
        rf"(?<={re.escape(onward)})\d+(?: {and_} \d+|, \d+)*",
    )
    return re.compile(number), re.compile("|".join(steps))


def chart_passages(chart: Chart, drawing: Drawing, path: tuple[str, ...]) -> Iterator[Passage]:
    """Headline, alternative text, caption, the texts in the picture, notes, sources."""

    def place(kind: str) -> Place:
        return Place(path, kind, chart.id, chart.label)

    origin = chart.origin
    if chart.headline:
        yield Passage(place("kopregel"), parts_of(chart.headline), origin=origin, content=chart.headline)
    points, small = _shown(chart), _small(chart)
    names = names_in(chart)
    told = heard(chart.told) or _told(chart.alternative, _Points(points | small), names)
    yield Passage(place("alternatieve tekst"), told, "heard", origin=origin, course=chart.id)
    yield Passage(place("bijschrift"), numbered_parts(caption_words(chart)), anchor=chart.id, origin=origin)
    if runs := _runs(drawing):
        ticks = _ticks(runs, is_own=chart.code is not None or chart.gathered is not None) | _bounds(runs, chart)
        drawn = _Points(points | {name: replace(each, text=each.drawn) for name, each in small.items()})
        parts = tuple(part for run in runs for part in _drawn(run, ticks, drawn, names))
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
    return Passage(
        replace(place, kind="trend"), _told(trend.alternative, _Points(points), Names(())), "heard", course=trend.id
    )


def flow_passages(diagram: FlowDiagram, drawing: Drawing, path: tuple[str, ...]) -> Iterator[Passage]:
    """The steps as read aloud, the caption, and the steps as drawn."""
    place = Place(path, "alternatieve tekst", diagram.id, diagram.label)
    told = heard(diagram.told) or (Part(diagram.alternative),)
    yield Passage(place, tuple(inner for part in told for inner in steps(part)), "heard", origin=diagram.origin)
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
    for found in _number().finditer(text):
        value = next((each for each in shown if found[0] in _number().findall(as_words((each,)))), None)
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


def qr_passages(code: QrCode, place: Place) -> Iterator[Passage]:
    """What the code is, and the words below it; what is in its address is no figure."""
    yield Passage(place, (Part(code.alternative, PartKind.REFERENCE),), "heard", origin=code.origin)
    *words, link = code.content
    parts = (*parts_of(tuple(words)), *parts_of((link,), PartKind.REFERENCE))
    yield Passage(place, parts, origin=code.origin, content=code.content)


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


_Name = tuple[str, str]
"""A category and a series."""


class _Points(dict[_Name, _Shown]):
    """Figures by their names."""

    @cached_property
    def by_text(self) -> dict[str, list[tuple[_Name, _Shown]]]:
        """As they are read aloud or drawn: a long chart has as many texts as figures."""
        found: dict[str, list[tuple[_Name, _Shown]]] = {}
        for name, each in self.items():
            found.setdefault(each.text.replace("\u00a0", " "), []).append((name, each))
        return found


def _shown(chart: Chart) -> _Points:
    return _Points(
        {
            ((category.full or category.label).replace("\u00a0", " "), series.name): _Shown(point.text, point.trace)
            for series in chart.series
            for category, point in zip(chart.categories, series.points, strict=True)
            if point is not None
        }
        | {
            (member.name.replace("\u00a0", " "), where): _Shown(member.point.text, member.point.trace)
            for where, member in _members(chart)
        }
    )


def _members(chart: Chart) -> Iterator[tuple[str, Member]]:
    """The single figures of a chart of many, each with its category, and their median."""
    if chart.gathered:
        for category, members in zip(chart.categories, chart.gathered.members, strict=True):
            yield from ((category.full, member) for member in members)
        if chart.gathered.middle:
            yield "", Member(spoken_language().charts.median, chart.gathered.middle)


def _small(chart: Chart) -> _Points:
    """The small counts that the source does not give: '<5' is no point, and has its trace like any figure."""
    return _Points(
        {
            ((category.full or category.label).replace("\u00a0", " "), series.name): _Shown(
                absent.spoken, absent.trace, absent.shown
            )
            for series in chart.series
            for place, category in enumerate(chart.categories)
            if series.points[place] is None and (absent := series.absent(place)).is_small
        }
    )


def _told(text: str, points: _Points, names: Names) -> tuple[Part, ...]:
    """The parts of a text about points: each number that one of them shows is a figure, with its trace.

    A name that is a number ('18') is looked for last, among the numbers that no point shows.
    """
    parts: list[Part] = []
    begin = 0
    for is_name, stretch in names.split(text):
        begin += len(stretch)
        if is_name:
            parts.append(Part(stretch, PartKind.NAME))
            continue
        at = 0
        for found in _number().finditer(stretch):
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
    found = points.by_text.get(shown)
    if not found:
        return None

    within = spoken_language().periods.during

    def nearness(pair: tuple[tuple[str, str], _Shown]) -> tuple[bool, int, int]:
        category, series = pair[0]
        return after.startswith(f" {within} {category}"), before.rfind(category), before.rfind(series)

    return max(found, key=nearness)[1].trace


def _runs(drawing: Drawing) -> list[TextRun]:
    return [run for run in texts(drawing) if run.text]


def _drawn(run: TextRun, ticks: set[int], points: _Points, names: Names) -> tuple[Part, ...]:
    """One text in a chart: a tick of its scale, a name, or figures with words around them."""
    if id(run) in ticks:
        parts: tuple[Part, ...] = (Part(run.text, PartKind.SCALE),)
    elif run.text in names and run.text not in points.by_text:
        parts = (Part(run.text, PartKind.NAME),)
    else:
        parts = tuple(_cut_name(part, names) for part in _told(run.text, points, names))
    return (*parts, Part(" "))


def _cut_name(part: Part, names: Names) -> Part:
    """A line of a name that takes several: its numbers are then among those of the names."""
    is_name = part.kind is PartKind.MADE and names.explain(part.text)
    return replace(part, kind=PartKind.NAME) if is_name else part


def _ticks(runs: list[TextRun], *, is_own: bool = False) -> set[int]:
    """The texts that are a scale: numbers in one column or row placed where their value says, zero among them.

    A chart of the user's own may have a scale without a zero, or one of powers: then there are three or more.
    """
    found: set[int] = set()
    numbers = [run for run in runs if is_number(run.text)]
    for across in (True, False):
        lines: dict[tuple[float, str, str], list[TextRun]] = {}
        for run in numbers:
            lines.setdefault((run.x if across else run.y, run.anchor, run.colour), []).append(run)
        for line in (panel for each in lines.values() for panel in _panels(each)):
            pairs = [(_value(run), run.y if across else run.x) for run in line]
            if len(line) > 1 and (_is_linear(pairs) or (is_own and len(line) > 2 and _is_scale(pairs))):
                found |= {id(run) for run in line}
    return found


def _bounds(runs: list[TextRun], chart: Chart) -> set[int]:
    """The texts that are bounds of classes: a row of numbers that all are."""
    known = {number(bound) for bound in chart.gathered.bounds} if chart.gathered else set()
    rows: dict[tuple[float, str, str], list[TextRun]] = {}
    for run in runs:
        if is_number(run.text):
            rows.setdefault((run.y, run.anchor, run.colour), []).append(run)
    return {id(run) for row in rows.values() if all(each.text in known for each in row) for run in row}


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
    return any(value == 0.0 for value, _ in pairs) and _is_even(pairs)


def _is_scale(pairs: list[tuple[float, float]]) -> bool:
    """As that without a zero, or one of powers, with numbers between them that need not be evenly apart."""
    if _is_even(pairs):
        return True
    return all(value > 0 for value, _ in pairs) and _is_straight([(log10(value), at) for value, at in pairs])


def _is_even(pairs: list[tuple[float, float]]) -> bool:
    values = [value for value, _ in pairs]
    steps = {round(after - before, 6) for before, after in pairwise(values)}
    return len(steps) == 1 and _is_straight(pairs)


def _is_straight(pairs: list[tuple[float, float]]) -> bool:
    first, last = pairs[0], pairs[-1]
    if first[0] == last[0]:
        return False
    rate = (last[1] - first[1]) / (last[0] - first[0])
    return all(abs(first[1] + (value - first[0]) * rate - at) < NEAR for value, at in pairs)


def _value(run: TextRun) -> float:
    return float(read_number(run.text.rstrip("%\u00a0 ")))


def steps(part: Part) -> Iterator[Part]:
    """The words of a diagram, with the numbers of its steps apart; a figure as it is."""
    if part.kind is not PartKind.LITERAL:
        yield part
        return
    at, text = 0, part.text
    for found in _step_number().finditer(text):
        yield Part(text[at : found.start()])
        yield Part(found[0], PartKind.NUMBERING)
        at = found.end()
    yield Part(text[at:])
