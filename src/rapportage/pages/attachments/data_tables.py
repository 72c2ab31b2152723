"""The tables of data of a document: one for each table, and for each chart whose figures are in no table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapportage.document import (
    Chart,
    CrossReference,
    Document,
    Note,
    Table,
    caption_words,
    deliveries,
    figures_of,
    source_word,
    walk,
)
from rapportage.document.chart import COUNTED
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.rounding import round_half_away
from rapportage.figures.words.units import unit_beside, unit_name
from rapportage.pages.attachments.attachment import DataTable, DataValue, Field, FieldKind, Item
from rapportage.pages.attachments.figures import Reading, addresses, marks_of, read_point, words
from rapportage.pages.attachments.grid import JOINT, Grid, Head, grid_of

OWN = "-cijfers"
"""With the id of a chart before it, the id of the table that was made for it."""


def data_tables(document: Document) -> tuple[DataTable, ...]:
    """In the order of the document. A chart shares the table that it names as the place of its figures."""
    blocks = list(walk(document.blocks))
    tables = {block.id for block in blocks if isinstance(block, Table)}
    shown: dict[str, list[str]] = {}
    for block in blocks:
        if isinstance(block, Chart):
            for target in _tables_of(block, tables):
                shown.setdefault(target, []).append(block.id)
    own = {
        target: (block.label, block.id)
        for block in blocks
        if isinstance(block, Chart)
        for target in _tables_of(block, tables)
        if target.startswith(f"{block.id}{OWN}")
    }
    made = []
    for block in blocks:
        if isinstance(block, Table):
            data = _data(block, grid_of(block), (block.id, *shown.get(block.id, ())))
            made.append(replace(data, named_after=own.get(block.id)))
        elif isinstance(block, Chart) and not _tables_of(block, tables):
            made.append(_data(block, _chart_grid(block), (block.id,)))
    return tuple(made)


def _tables_of(chart: Chart, tables: set[str]) -> list[str]:
    return [item.target for item in chart.table_link if isinstance(item, CrossReference) and item.target in tables]


def _chart_grid(chart: Chart) -> Grid:
    """A row for each category, a column for each series; a table has no axis, so the unit is in the head."""
    said = spoken_language().charts
    corner = said.period if chart.categories and chart.categories[0].is_period else said.part
    heads = [Head(corner)]
    for series in chart.series:
        unit = series.unit or chart.unit
        words = f" ({unit_beside(series.name, unit)})" if series.name and unit != COUNTED else ""
        heads.append(Head(f"{series.name}{words}" if series.name else unit_name(unit)))
    rows = (
        (Reading(category.full or category.label), *(read_point(each.points[place]) for each in chart.series))
        for place, category in enumerate(chart.categories)
    )
    return Grid(tuple(heads), tuple(rows))


def _data(block: Table | Chart, grid: Grid, about: tuple[str, ...]) -> DataTable:
    notes = {note.mark: words(note.content) for note in block.notes}
    fields: list[Field] = []
    columns: list[Sequence[Item]] = []
    names, titles = _Unique("_"), _Unique(" ")
    for place, head in enumerate(grid.heads):
        for kind, title, unit, items in _columns(head.text, [row[place] for row in grid.rows]):
            told = tuple(notes[mark] for mark in head.marks if mark in notes) if kind in ("text", "number") else ()
            unique = titles(title)
            fields.append(
                Field(
                    kind,
                    names(slug(unique, "_") or slug(spoken_language().data.column(place + 1), "_")),
                    unique,
                    unit,
                    told,
                )
            )
            columns.append(items)
    return DataTable(
        id=block.id,
        label=block.label,
        title=words(block.caption),
        name=words(caption_words(block).content),
        fields=tuple(fields),
        rows=tuple(zip(*columns, strict=True)),
        notes=tuple(_notes(block.notes, marks_of(block.caption))),
        remark=words(block.remark) if isinstance(block, Table) else "",
        source=_without_word(words(block.source)),
        addresses=addresses(block.source),
        deliveries=deliveries(figures_of(block)),
        about=about,
    )


def _columns(title: str, readings: list[Reading]) -> Iterator[tuple[FieldKind, str, str, list[Item]]]:
    """The column of a head, and those that say what is to be said of it: only where there is something to say.

    A column is one of figures when at least half of what is in it is; words among them are then a status.
    """
    said = spoken_language().data
    figures = [each for each in readings if each.is_figure]
    others = [each for each in readings if each.text and not each.is_figure]
    if not figures or len(figures) < len(others):
        yield "text", title, "", [each.text or None for each in readings]
        yield from _beside("status", f"{title}{JOINT}{said.note_head}", [_marked(each) for each in readings])
        return
    units = {each.unit for each in figures if each.figure and each.unit is not None}
    unit = units.pop() if len(units) == 1 else ""
    name = f"{title} ({unit})" if unit and unit not in title else title
    yield "number", name, unit, [each.figure for each in readings]
    if units:
        yield from _beside("unit", f"{title}{JOINT}{said.unit_head}", [each.unit or "" for each in readings])
    yield from _beside("status", f"{title}{JOINT}{said.status_head}", [_status(each) for each in readings])


def _beside(kind: FieldKind, title: str, texts: list[str]) -> Iterator[tuple[FieldKind, str, str, list[Item]]]:
    if any(texts):
        yield kind, title, "", [text or None for text in texts]


def _status(reading: Reading) -> str:
    told = reading.status if reading.is_figure else (reading.text,)
    return "; ".join(part for part in (*told, _marked(reading)) if part)


def _marked(reading: Reading) -> str:
    return spoken_language().data.note(", ".join(reading.marks)) if reading.marks else ""


def _notes(notes: Sequence[Note], general: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Mark and words; a note on the title holds for the table as a whole."""
    for note in notes:
        told = (words(note.content), *((spoken_language().data.for_whole_table,) if note.mark in general else ()))
        yield note.mark, " ".join(told)


def _without_word(sources: str) -> str:
    """Sources without 'Bron:' before them."""
    for count in (1, 2):
        sources = sources.removeprefix(source_word(count))
    return sources


def as_shown(table: DataTable) -> DataTable:
    """The same with every figure as the report shows it."""
    rows = (tuple(_shown(item) if isinstance(item, DataValue) else item for item in row) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _shown(figure: DataValue) -> DataValue:
    return replace(figure, value=round_half_away(figure.value, figure.decimals))


def slug(text: str, joint: str) -> str:
    """Small letters and digits of plain ASCII: 'Één land, mei 2020' becomes 'een_land_mei_2020'."""
    letters = unicodedata.normalize("NFKD", text.replace("%", f" {spoken_language().data.percent} ")).lower()
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return joint.join(re.findall("[a-z0-9]+", plain))


class _Unique:
    """Gives each name once: the second of the same has a number after it."""

    def __init__(self, joint: str) -> None:
        self._joint = joint
        self._given: set[str] = set()

    def __call__(self, name: str) -> str:
        candidates = (name, *(f"{name}{self._joint}{number}" for number in range(2, len(self._given) + 3)))
        found = next(each for each in candidates if each not in self._given)
        self._given.add(found)
        return found
