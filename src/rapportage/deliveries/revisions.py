"""Figures of earlier periods that a delivery gives otherwise than the data: proposed, and never put in silently."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapportage.deliveries.imported import ImportedFigure
from rapportage.diagnostics import Findings
from rapportage.figures.observation import Cell
from rapportage.input.cube.build import build_cube
from rapportage.input.project import Project
from rapportage.input.specs.provenance import same


class Proposal(Struct, frozen=True):
    """A figure of an earlier period as it is now; `cell` is what the data say of it."""

    figure: ImportedFigure
    cell: Cell

    @property
    def known(self) -> str:
        return self.cell.text

    @property
    def place(self) -> str:
        return f"{self.cell.span.path}:{self.cell.span.line}"


def proposals(project: Project, figures: Sequence[ImportedFigure]) -> tuple[Proposal, ...]:
    """The figures that differ from what is known of them; what is not known at all is none of these."""
    if not figures:
        return ()
    aside = Project(project.folder, Findings())
    cube = build_cube(aside.periods(lambda text: ""), Findings(), aside.lists)
    made = []
    for each in figures:
        known = cube.observe(each.series, each.period, each.part)
        cell = known.provenance if known else None
        if isinstance(cell, Cell) and not same(cell.text, each.text):
            made.append(Proposal(each, cell))
    return tuple(made)
