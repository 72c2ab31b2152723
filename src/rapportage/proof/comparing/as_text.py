"""A comparison as text: changed, new and dropped figures with the causes, and the words that changed."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.diagnostics import render
from rapportage.document import FigureInput
from rapportage.proof.comparing.comparison import Change, Comparison, FigureChange, InputChange, StatementChange
from rapportage.proof.inspection import spot_words
from rapportage.proof.tracing import TracedFigure, place_words

NOTHING = "(leeg)"


def as_text(comparison: Comparison) -> str:
    """For people, in the reading order of the new report."""
    return "\n".join(_lines(comparison)) + "\n"


def summary(comparison: Comparison) -> str:
    """'3 cijfers gewijzigd, 1 nieuw, 0 vervallen, 40 gelijk; 1 zin zegt iets anders, 0 nieuw, 0 vervallen'."""
    figures = {change: sum(each.change is change for each in comparison.figures) for change in Change}
    words = {change: sum(each.change is change for each in comparison.statements) for change in Change}
    changed = render.counted(figures[Change.CHANGED], "cijfer", "cijfers")
    said = render.counted(words[Change.CHANGED], "zin zegt", "zinnen zeggen")
    return (
        f"{changed} gewijzigd, {figures[Change.ADDED]} nieuw, {figures[Change.DROPPED]} vervallen, "
        f"{comparison.same} gelijk; {said} iets anders, {words[Change.ADDED]} nieuw, {words[Change.DROPPED]} vervallen"
    )


def shown(figure: TracedFigure | None) -> str:
    return "" if figure is None else figure.shown or NOTHING


def where(change: FigureChange | StatementChange) -> str:
    """'pagina 3, cel: Tabel 1, Syrië, aantal'; of what is gone, its place in the old report."""
    here = change.here
    page, place = (here.page, here.place) if isinstance(here, TracedFigure) else (here.told.page, here.told.place)
    old = " (oud)" if change.change is Change.DROPPED else ""
    return f"{spot_words(page)}{old}, {place}"


def input_words(change: InputChange) -> str:
    """'eerste_aanvragen 2020-04 totaal: 273 (data/2020-04.yaml:20) → 270 (data/2020-05.yaml:152)'."""
    was, now = change.was, change.now
    if was is None or now is None:
        cell = was or now
        return f"{_name(cell)}: {_cell(cell)}{' vervalt' if now is None else ' is nieuw'}" if cell else ""
    after = f"{now.period} " if was.period != now.period else ""
    return f"{_name(was)}: {_cell(was)} → {after}{_cell(now)}"


def _name(cell: FigureInput) -> str:
    return f"{cell.series} {cell.period} {cell.category or 'totaal'}"


def _cell(cell: FigureInput) -> str:
    return f"{cell.text} ({place_words(cell)})"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"Vergelijking: {comparison.old} → {comparison.new}"
    yield summary(comparison)
    for change, title in (
        (Change.CHANGED, "Gewijzigde cijfers"),
        (Change.ADDED, "Nieuwe cijfers"),
        (Change.DROPPED, "Vervallen cijfers"),
    ):
        found = [each for each in comparison.figures if each.change is change]
        if found:
            yield from ("", title)
        for each in found:
            yield from _figure(each)
    if comparison.statements:
        yield from ("", "Zinnen die iets anders zeggen")
    for statement in comparison.statements:
        yield f"  {statement.change.value}: {where(statement)}"
        if statement.was is not None:
            yield f"    was: {statement.was.text}"
        if statement.now is not None:
            yield f"    is:  {statement.now.text}"


def _figure(each: FigureChange) -> Iterator[str]:
    values = {
        Change.CHANGED: f"{shown(each.was)} → {shown(each.now)}",
        Change.ADDED: shown(each.now),
        Change.DROPPED: shown(each.was),
    }
    yield f"  {where(each)}: {values[each.change]}"
    if each.here.place.kind not in ("cel", "punt"):
        yield f"    {each.here.context}"
    for change in each.inputs if each.change is Change.CHANGED else ():
        yield f"      {input_words(change)}"
