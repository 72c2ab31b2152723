"""Whether a document sets anything beside the figures of a source that suppressed some: if not, there is nothing to do.

Figures are connected within a series, by `som_van`, through a calculation, and through a table with a total. What is
together with no other publisher's figure is up to the source. This is quick, and spares most reports the real check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapportage.document import Document, FigureInput, Table, Value, walk
from rapportage.proof.disclosure.register import Register
from rapportage.proof.disclosure.shown import figures

_TOTALS = ("total", "subtotal")


def adds_to_sources(document: Document, register: Register) -> bool:
    """Whether a figure of another publisher hangs together with one that its source suppressed."""
    suppressed = {(register.keys[number].series, register.publisher(number)) for number in register.source_suppressed}
    links = _Links()
    for series in register.cube.ids():
        described = register.cube.series(series)
        links.join((series, *(described.sum_of if described else ())))
    given: set[tuple[str, str]] = set()
    for group in _groups(document):
        found = {
            (each.series, register.publisher(number)) for each in group if (number := register.number(each)) is not None
        }
        links.join(series for series, _ in found)
        given |= found
    return any(
        links.root(series) == links.root(other) and publisher != elsewhere
        for series, publisher in suppressed
        for other, elsewhere in given
    )


def _groups(document: Document) -> Iterator[tuple[FigureInput, ...]]:
    """The figures that hang together: those of one calculation, those of one table with a total."""
    yield from (trace.inputs for _, trace in figures(document))
    for block in walk(document.blocks):
        if isinstance(block, Table) and any(row.role in _TOTALS for row in block.body):
            items = (item for row in block.body for cell in row.cells for item in cell.content)
            traces = (item.trace for item in items if isinstance(item, Value))
            yield tuple(each for trace in traces if trace for each in trace.inputs)


class _Links:
    """Which series are connected (a union-find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, series: str) -> str:
        while (above := self._above.get(series, series)) != series:
            series = above
        return series

    def join(self, several: Iterable[str]) -> None:
        first, *others = [self.root(series) for series in several] or [""]
        for other in others:
            if other != first:
                self._above[other] = first
