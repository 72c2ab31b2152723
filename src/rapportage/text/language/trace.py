"""From an observation to the trace that the document keeps of a shown figure."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from rapportage.document import Delivered, FigureInput, Formula, Operand, Trace
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Calculation, Cell, DataSource, Observation
from rapportage.figures.words.periods import HARD_SPACE, date_name


def trace(observation: Observation) -> Trace:
    """The exact value, how it was computed, and every cell of data that it rests on."""
    cells = observation.cells()
    inputs = tuple(_input(cell) for cell in cells)
    how = _calculation(observation, cells)
    return Trace(observation.value, how, inputs, observation.unit, observation.low, observation.high)


def _calculation(observation: Observation, cells: tuple[Cell, ...]) -> Delivered | Formula:
    match observation.provenance:
        case Cell() as cell:
            return Delivered(cells.index(cell), observation.label)
        case Calculation(operation=operation, operands=operands):
            return Formula(operation, tuple(_term(each, cells) for each in operands))


def _term(operand: Observation | Decimal, cells: tuple[Cell, ...]) -> Operand:
    return operand if isinstance(operand, Decimal) else _calculation(operand, cells)


def _input(cell: Cell) -> FigureInput:
    source = source_line(cell.source)
    return FigureInput(cell.series, cell.period.code, cell.part, cell.text, source, cell.span, cell.delivered)


def source_line(source: DataSource) -> str:
    """'IND, Asielinstroom in mei 2020 (24 juni 2020)'."""
    return _source_line(source, spoken_language().code)


@lru_cache(maxsize=1 << 10)
def _source_line(source: DataSource, _: str) -> str:
    """In the language of that code, which is spoken."""
    return f"{source.publisher}, {source.title}{publication_date(source)}"


def publication_date(source: DataSource) -> str:
    """' (24 juni 2020)', ' (april 2020)' where only the month is known, nothing where no date is."""
    return f" ({date_name(source.date).replace(HARD_SPACE, ' ')})" if source.date else ""
