"""Figures of earlier periods that a delivery gives otherwise than the data: proposed, and never put in silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rapportage.deliveries.grid import place
from rapportage.deliveries.imported import ImportedFigure
from rapportage.diagnostics import Findings
from rapportage.figures.observation import Cell
from rapportage.figures.parts import Part
from rapportage.input.cube.build import build_cube
from rapportage.input.project import Project
from rapportage.input.specs.draft import is_draft
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.parts.part_list import PartListSpec
from rapportage.input.specs.provenance import FiguresByKey, OriginKey, same


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
        known = cube.observe(each.series, each.period, _as_listed(each.part, aside.lists))
        cell = known.provenance if known else None
        if isinstance(cell, Cell) and not same(cell.text, each.text):
            made.append(Proposal(each, cell))
    return tuple(made)


def told_of_drafts(project: Project, figures: Sequence[ImportedFigure], name: str, path: str) -> Iterator[SpecFault]:
    """The figures that a draft of an earlier period has otherwise: it is none of the data that may be restated.

    `name` is that of the levering, `path` that of the delivered file.
    """
    aside = Project(project.folder, Findings())
    nodes = {
        period: aside.beside(aside.period_path(period)) for period in dict.fromkeys(each.period for each in figures)
    }
    drafts = {period: FiguresByKey(node) for period, node in nodes.items() if node is not None and is_draft(node)}
    for each in figures:
        found = (
            drafts[each.period].at(OriginKey(each.series, each.period, each.part)) if each.period in drafts else None
        )
        if found is not None and not same(found.text, each.text):
            code, where = each.period.code, place(path, each.sheet, each.cell)
            said = f"{each.series} {code}, {each.part.label or 'totaal'}"
            message = f"{said}: hier staat {found.text}, en in {where} staat {each.text}"
            hint = f"{code} is nog een concept: verbeter het daar, of gebruik rapportage import {name} {code} --vervang"
            yield SpecFault("I501", message, found.span, hint)


def _as_listed(part: Part, lists: Mapping[str, PartListSpec]) -> Part:
    """The part as the data call it, where a delivery has the codes of a list."""
    names = []
    for dimension, name in zip(*part, strict=True):
        listed = lists.get(dimension)
        names.append((listed.name_of(name) if listed else None) or name)
    return Part(part.dimensions, tuple(names))
