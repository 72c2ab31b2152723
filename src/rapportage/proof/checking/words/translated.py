"""Names of the data that a report in another language shows as they are: all that its layout has to translate."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rapportage.diagnostics import Findings, Span
from rapportage.document import (
    CellKind,
    Chart,
    Document,
    Paragraph,
    Table,
    contents,
    figures,
    plain_text,
    values,
    walk,
)
from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.names import Translation
from rapportage.figures.languages.spoken import spoken_language
from rapportage.input.cube.cube import Cube
from rapportage.proof.claims.known_names import Names

CODE = "T517"
LISTED = 40
"""So many names are given in a message."""


def check_translated(document: Document, data: Cube, place: Span, findings: Findings) -> None:
    """Reports, at once, the parts, series and units that the report calls by their Dutch names."""
    if spoken_language() is DUTCH:
        return
    used = {each.series for figure in figures(document) if figure.trace for each in figure.trace.inputs}
    kinds = _by_kind(data, used, document.names)
    known = {key: [*_unnamed(given, done)] for key, (given, done) in kinds.items()}
    said = {*_said(document, Names(name for each in known.values() for name, _ in each))}
    missing = {key: [key_in for shown, key_in in each if shown in said] for key, each in known.items()}
    missing = {key: each for key, each in missing.items() if each}
    if not missing:
        return
    told = (f"{key}: {', '.join(each[:LISTED])}{' …' if len(each) > LISTED else ''}" for key, each in missing.items())
    key, (first, *_) = next(iter(missing.items()))
    hint = f"vertaling: {{{key}: {{{first}: …}}}}, in de lay-out; ook voor een naam die hetzelfde blijft"
    findings.warning(CODE, f"deze namen uit de gegevens zijn niet vertaald: {'; '.join(told)}", place, hint)


def _by_kind(data: Cube, used: Collection[str], names: Translation) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """By the key of a translation: the names of series in use, each with what it is translated by; and what is."""
    series = {id: edition for id in data.ids() if id in used and (edition := data.series(id))}
    parts = {name: name for key in data.observations if key.series in used for name in key.part.names}
    return {
        "onderdelen": (parts, dict(names.parts)),
        "reeksen": ({edition.title: id for id, edition in series.items()}, dict(names.series)),
        "eenheden": (
            {edition.unit: edition.unit for edition in series.values()},
            {**spoken_language().units.names, **names.units, "": "", "%": "%"},
        ),
    }


def _unnamed(given: dict[str, str], done: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((shown, key) for shown, key in given.items() if key not in done)


def _said(document: Document, known: Names) -> Iterator[str]:
    """The names that a reader meets: in running text as words of it, elsewhere where they are all that is said."""
    for block, content in contents(document):
        yield from (value.text for value in values(content) if value.is_name)
        if isinstance(block, Paragraph) and block.role != "source":
            yield from (found.name for found in known.within(plain_text(content)))
    for block in walk(document.blocks):
        if isinstance(block, Table):
            heads = (cell for row in block.body for cell in row.cells if cell.kind is CellKind.ROW_HEAD)
            yield from (plain_text(cell.content) for cell in heads)
        elif isinstance(block, Chart):
            yield from (category.full or category.label for category in block.categories)
            yield from (series.name for series in block.series)
            yield from (block.unit, *(series.unit for series in block.series))
