"""Imported figures that somebody changed by hand since: a reader would be led to a cell that says something else."""

from __future__ import annotations

from rapportage.diagnostics import Findings
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.intervals import cell_of

CODE = "I602"
_HINT = "klopt het cijfer hier, erken dat dan op deze regel; lees het anders opnieuw in met rapportage import --vervang"


def check_imported(cube: Cube, findings: Findings) -> None:
    """Reports each figure that is another now than what was imported, with the cell that it was of."""
    for vintages in cube.observations.values():
        for cell in map(cell_of, vintages):
            if cell.delivered is not None and cell.delivered.was is not None:
                name = f"{cell.series}, {cell.category or 'totaal'}"
                message = f"{name}: hier staat {cell.text}, en ingelezen is {cell.delivered.was}, uit {cell.delivered}"
                findings.warning(CODE, message, cell.span, _HINT)
