"""The filters that choose from the parts of a series, or from another row: the largest, the known, the place of one."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from rapportage.diagnostics.own_names import PART, PARTED, SERIES
from rapportage.figures.observation import ObservationStatus
from rapportage.figures.words.claiming import Superlative, superlative_forms, superlative_in
from rapportage.figures.words.numbers import ordinal_word
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.filters.worded import asked, compared, no_form, worded
from rapportage.text.language.operations import figure_of, whole_number
from rapportage.text.language.showing import Untold
from rapportage.text.language.views.listed import parts_with
from rapportage.text.language.views.names import Worded
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import FigureView, SeriesView
from rapportage.text.language.views.standing import (
    Field,
    as_much,
    extreme,
    field_of,
    largest,
    neighbours,
    place,
    place_from_least,
)
from rapportage.text.ratios import unknown

MOST_ITEMS = 1_000
"""Parts that one row may have: all municipalities of a country, with room."""


def series_of(value: object, name: str) -> SeriesView:
    """The series that a filter asks for.

    Raises:
        ExpressionFault: it is none.
    """
    if isinstance(value, SeriesView):
        return value
    raise ExpressionFault("T302", f"'{name}' is voor een reeks", f"bijvoorbeeld: {{{{ {PARTED} | {name} }}}}")


def ranking_of(value: object) -> Ranking:
    """A row of figures, or all parts of a series.

    Raises:
        ExpressionFault: it is neither.
    """
    if isinstance(value, Ranking):
        return value
    if isinstance(value, SeriesView):
        return Ranking(value.parts(), value.broken_down())
    raise ExpressionFault(
        "T302", "hier hoort een rij cijfers", f"bijvoorbeeld: {{{{ {PARTED} | top(5) | opsomming }}}}"
    )


def row_of(value: object) -> Ranking:
    """The same, with at least one figure."""
    row = ranking_of(value)
    if not row.items:
        raise ExpressionFault("T305", "deze rij heeft geen enkel bekend cijfer")
    return row


def _chosen_from(value: object, name: str) -> Ranking:
    """What figures are chosen from: the parts of a series, or a row of them."""
    if isinstance(value, Ranking) and value.series is not None:
        return value
    return ranking_of(series_of(value, name))


def top(value: object, count: object) -> Ranking:
    """The largest, largest first, those that tie with the last included; last those that may be among them."""
    row = _chosen_from(value, "top(5)").named()
    found = largest(row.items, whole_number(count, "top", MOST_ITEMS, least=1))
    return replace(row, items=(*found.sure, *found.unsure), unsure=found.unsure)


def hoogste(value: object) -> FigureView:
    return _extreme(value, "hoogste", is_high=True)


def laagste(value: object) -> FigureView:
    return _extreme(value, "laagste", is_high=False)


def _extreme(value: object, name: str, *, is_high: bool) -> FigureView:
    found = extreme(row_of(ranking_of(value).named()).items, is_high=is_high)
    if found is None:
        raise ExpressionFault(
            "T305", "deze rij heeft geen enkel bekend cijfer", f"{{{{ {SERIES} | maanden | {name} }}}}"
        )
    return found


def bekende(value: object) -> Ranking:
    """The parts of a series that have a figure, in the order of the file."""
    row = ranking_of(series_of(value, "bekende"))
    return replace(row, items=tuple(part for part in row.items if part.observation.known))


def alle(value: object) -> Ranking:
    """All parts of a series, also those that take together what is not named."""
    return replace(ranking_of(series_of(value, "alle")), has_all=True)


def op_volgorde(value: object) -> Ranking:
    """A row in the order of the lists of its parts; of what has no list in that of the file."""
    row = row_of(value)
    if row.series is None:
        raise ExpressionFault("T302", "'op_volgorde' is voor de onderdelen van een reeks")
    listed = row.series.cube.lists
    in_file = {figure.part: place for place, figure in enumerate(row.series.parts())}

    def place_of(figure: FigureView) -> tuple[int, ...]:
        pairs = () if row.series is None or row.series.groups else zip(*figure.part, strict=True)
        places = [listed[dimension].place_of(name) for dimension, name in pairs if dimension in listed]
        return (*places, in_file.get(figure.part, len(in_file)))

    return replace(row, items=tuple(sorted(row.told(), key=place_of)))


def volledig(value: object) -> Ranking:
    """All parts of a list that exist in the period, in its order, those without a figure too; last what it lacks.

    Of a dimension without a list: the parts that there are.
    """
    series = series_of(value, "volledig").broken_down()
    own = [each for each in series.by or () if each not in series.within.dimensions]
    listed = series.cube.lists.get(own[0]) if len(own) == 1 and not series.groups else None
    there = {figure.part: figure for figure in series.parts()}
    if listed is not None and series.by is not None:
        names = [name for name, part in listed.parts.items() if part.exists_in(series.period)]
        wanted = parts_with(series.by, series.within, own[0], names)
        there = {part: there.get(part) or series.part(part) for part in (*wanted, *there)}
    return Ranking(tuple(there.values()), series, has_all=True)


def onderdrukte(value: object) -> Ranking:
    """The parts of a series of which the source does not give the small count, also what has no name of its own."""
    row = ranking_of(series_of(value, "onderdrukte"))
    hidden = (part for part in row.items if part.observation.status is ObservationStatus.SUPPRESSED)
    return replace(row, items=tuple(hidden), has_all=True)


def rangorde(value: object, words: Superlative | None = None) -> Worded:
    """The place of a part among the others of its breakdown: 'eerste', 'tweede' … '11e'; or its superlative."""
    figure = figure_of(value)
    series = figure.series
    if series is None or figure.part == series.within or not figure.observation.known:
        raise ExpressionFault("T302", "'rangorde' is voor een bekend onderdeel van een reeks")
    if figure.steps:
        message = f"'rangorde' is voor een onderdeel zelf, en niet voor wat na '.{figure.steps[-1]}' komt"
        raise ExpressionFault("T302", message, f"bijvoorbeeld: {{{{ {PARTED}['{PART}'] | rangorde }}}}")
    if figure.is_rest:
        message = f"'{figure.label}' heeft geen rangorde: het neemt samen wat geen eigen naam heeft"
        raise ExpressionFault("T302", message, "vraag de rangorde van een ander onderdeel")
    field = _field(series)
    found = place(figure, field) if words is None or words.is_most else place_from_least(figure, field)
    text = ordinal_word(found) if words is None else _superlative(words, found, figure, field)
    seen = [compared(figure.observation, other.observation) for other in neighbours(figure, field)]
    return worded(text, [made for each in seen if each for made in each.rests_on], figure.observation, Decimal(found))


def _superlative(words: Superlative, found: int, figure: FigureView, field: Field) -> str:
    """'grootste', 'op een na grootste': only of what no other is as much as."""
    tied = as_much(figure, field)
    if tied is not None:
        message = f"'{figure.label}' en '{tied.label}' zijn gelijk: geen van beide is '{words.said(words.word)}'"
        raise ExpressionFault("T321", message, "noem ze samen (| top(1) | namen), of zeg hun plaats: | rangorde")
    return words.at_place(found)


def _asked_superlative(phrase: object) -> Superlative:
    example = f"{{{{ {PARTED}['{PART}'] | rangorde('grootste') }}}}"
    given = asked(phrase, "rangorde", superlative_forms(), example)
    words = superlative_in(given)
    if words is None:
        raise no_form(given, "rangorde", superlative_forms(), example)
    return words


def _field(series: SeriesView) -> Field:
    """The parts that one of them has a place among; worked out once, as a table asks it in every row."""
    seen = series.broken_down()
    key = "place", seen.series.id, seen.period, seen.as_of, seen.by, seen.within, seen.groups
    found = seen.cube.remembered.get(key)
    if not isinstance(found, Field):
        found = seen.cube.remembered[key] = field_of(ranking_of(seen).named().items)
    return found


def place_in_row(value: object, phrase: object = None) -> str | Untold:
    """The place, or what a table shows in a row that has none: of the rest, of a total, or of what is not known."""
    words = None if phrase is None else _asked_superlative(phrase)
    try:
        return rangorde(value, words)
    except ExpressionFault as fault:
        if fault.code == "T321":
            raise
        figure = figure_of(value)
        series = figure.series
        if isinstance(value, FigureView) and (series is None or figure.steps):  # what was computed, in any row
            raise
        made = unknown(figure.observation, "")
        is_part = isinstance(value, FigureView) and series is not None and figure.part != series.within
        if not is_part or figure.is_rest:
            made = replace(made, status=ObservationStatus.IMPOSSIBLE)
        return Untold(FigureView(made), fault)
