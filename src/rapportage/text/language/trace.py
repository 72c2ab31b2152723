"""From an observation to the trace that the document keeps of a shown figure."""

from __future__ import annotations

from rapportage.document import FigureInput, Formula, Trace
from rapportage.figures.observation import Calculation, Cell, DataSource, Observation
from rapportage.figures.words.periods import HARD_SPACE, date_name


def trace(observation: Observation) -> Trace:
    """The exact value, how it was computed, and every cell of data that it rests on."""
    cells = observation.cells()
    inputs = tuple(_input(cell) for cell in cells)
    formula = _formula(observation, cells)
    return Trace(
        observation.value,
        calculation(observation),
        inputs,
        formula,
        observation.unit,
        observation.low,
        observation.high,
    )


def _formula(observation: Observation, cells: tuple[Cell, ...]) -> Formula | int:
    match observation.provenance:
        case Cell() as cell:
            return cells.index(cell)
        case Calculation(operation=operation, inputs=inputs):
            return Formula(operation, tuple(_formula(each, cells) for each in inputs))


def calculation(observation: Observation) -> str:
    """'aandeel(Syrië, Eerste asielaanvragen)'; the name alone for a figure from the data."""
    match observation.provenance:
        case Cell():
            return observation.label
        case Calculation(operation=operation, inputs=inputs):
            return f"{operation}({', '.join(calculation(each) for each in inputs)})"


def _input(cell: Cell) -> FigureInput:
    return FigureInput(cell.series, cell.period.code, cell.category, cell.text, source_line(cell.source), cell.span)


def source_line(source: DataSource) -> str:
    """'IND, Asielinstroom in mei 2020 (24 juni 2020)'."""
    return f"{source.publisher}, {source.title}{publication_date(source)}"


def publication_date(source: DataSource) -> str:
    """' (24 juni 2020)', ' (april 2020)' where only the month is known, nothing where no date is."""
    return f" ({date_name(source.date).replace(HARD_SPACE, ' ')})" if source.date else ""
