"""Figures of earlier periods that a delivery gave otherwise, and nobody took over: an import tells them only once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapportage.deliveries.grid import place
from rapportage.deliveries.imported import ImportedFigure
from rapportage.deliveries.revisions import proposals
from rapportage.diagnostics import Findings
from rapportage.figures.observation import Cell
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.input.project import Project
from rapportage.input.specs.period import PeriodFile

CODE = "I607"


class Restated(Struct, frozen=True):
    """A figure of an earlier period, of the file that was delivered for `file`."""

    figure: ImportedFigure
    file: PeriodFile
    levering: str
    path: str


def check_restated(given: Sequence[Restated], project: Project, findings: Findings) -> None:
    """Reports what the newest delivery of a figure gives otherwise than the data do, where these are no newer."""
    newest: dict[tuple[str, TimePeriod, Part], Restated] = {}
    for each in sorted(given, key=_age):
        newest[each.figure.series, each.figure.period, each.figure.part] = each
    for open_one in proposals(project, [each.figure for each in newest.values()]):
        figure, cell = open_one.figure, open_one.cell
        by = newest[figure.series, figure.period, figure.part]
        if cell.vintage > by.file.edition.date.latest.isoformat() or _is_changed_since(cell, by.path):
            continue
        name = f"{figure.series} {figure.period.code}, {figure.part.label or 'totaal'}"
        where = place(by.path, figure.sheet, figure.cell)
        message = f"{name}: hier staat {cell.text}, en {where} gaf daarna {figure.text}"
        command = f"rapportage import {by.levering} {by.file.period.code} --herzien"
        hint = f"neem het over met {command}, of zet achter dit cijfer waarom niet: # erkend {CODE}: …"
        findings.warning(CODE, message, cell.span, hint)


def _is_changed_since(cell: Cell, path: str) -> bool:
    """Whether a figure was taken over from that file and changed by hand since: that is told of itself (I602)."""
    return cell.delivered is not None and cell.delivered.was is not None and cell.delivered.file == path


def _age(given: Restated) -> tuple[str, TimePeriod]:
    """When it was delivered, as far as is known."""
    return given.file.edition.date.latest.isoformat(), given.file.period
