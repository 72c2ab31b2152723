"""What can't be right in figures that were all read: a total that is no sum, a share as 0.31, thousands as ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapportage.deliveries.imported import ImportedFigure
from rapportage.deliveries.rounding import room
from rapportage.deliveries.scales import other_scales
from rapportage.deliveries.tables import Table
from rapportage.deliveries.values import Reading
from rapportage.figures.parts import WHOLE, dimensions_of
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.delivery import ImportedSeries
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.provenance import number_of


def doubts_of(
    figures: Sequence[ImportedFigure], series: ImportedSeries, reading: Reading, table: Table, key: Scalar
) -> Iterator[SpecFault]:
    """What is wrong with the figures of a series together."""
    yield from _wrong_sums(figures, series, reading, table)
    yield from _fractions(figures, reading, table)
    yield from other_scales(figures, reading, table, key)


def _wrong_sums(
    figures: Sequence[ImportedFigure], series: ImportedSeries, reading: Reading, table: Table
) -> Iterator[SpecFault]:
    """A total that its parts do not make, where the levering takes all parts."""
    total = next((each for each in figures if each.part == WHOLE), None)
    exact = number_of(total.text) if total else None
    if total is None or exact is None or not reading.measure.kind.adds_up:
        return
    for name, cells in series.breakdowns.items():
        dimensions = dimensions_of(name)
        parts = [each for each in figures if each.part.dimensions == dimensions]
        if not cells.is_complete or not parts:
            continue
        numbers = [number_of(each.text) for each in parts]
        known = sum((each for each in numbers if each is not None), Decimal(0))
        most = room(reading.measure, [*numbers, exact])
        is_wrong = abs(known - exact) > most if None not in numbers else known - exact > most
        if is_wrong:
            message = (
                f"{table.at(total.cell)}: het totaal is {total.text}, en de delen naar {name} zijn samen {known:f}"
            )
            hint = "kijk of alle rijen meedoen ('rijen'); zijn het niet alle delen, schrijf dan 'volledig: nee'"
            yield SpecFault("I413", message, total.asked, hint)


def _fractions(figures: Sequence[ImportedFigure], reading: Reading, table: Table) -> Iterator[SpecFault]:
    """Percentages that are most likely fractions, 0.31 for 31%: plain numbers where others have a %, or all below 1."""
    if not reading.is_percentage or reading.factor is not None:
        return
    numbers = [(each, number) for each in figures if (number := number_of(each.text)) is not None]
    plain = [(each, number) for each, number in numbers if number and not each.cell.percent]
    if plain and len(plain) < sum(1 for _, number in numbers if number):
        each, _ = plain[0]
        message = f"{table.at(each.cell)}: {each.text} staat zonder % tussen cijfers met %"
        hint = "herstel de opmaak in het bestand; is het getal al een percentage, schrijf dan 'maal: 1'"
        yield SpecFault("I414", message, each.asked, hint)
        return
    if any(abs(number) > 1 for _, number in plain):
        return
    for each, number in plain:
        if number % 1:
            message = f"{table.at(each.cell)}: {each.text} als percentage is minder dan 1%"
            hint = f"is {each.text} een deel van 1, schrijf dan 'maal: 100'; is het echt zo weinig, 'maal: 1'"
            yield SpecFault("I414", message, each.asked, hint)
            return
