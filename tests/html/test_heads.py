"""Every figure of a table has the heads that it has in the document, wherever a browser finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.document import Cell, CellKind, Row, Table, plain_text, walk
from rapportage.html.context import anchor
from rapportage.pipeline import BuildRequest, editions
from tests.html.heads import Grid
from tests.html.reading import Node, read
from tests.html.test_edition import TABLE, head, main, number, row_head
from tests.html.test_samples import ONE_OF_EACH

Place = tuple[int, int]
"""The row of a cell, and its number in that."""
Heads = dict[Place, set[Place]]
"""Of each figure where its heads are."""


def meant(table: Table) -> Heads:
    """Also the heads of its heads."""
    rows = (*table.head, *table.body)
    cells = {(down, across): cell for down, row in enumerate(rows) for across, cell in enumerate(row.cells)}
    ids = {cell.id: place for place, cell in cells.items() if cell.id is not None}

    def above(cell: Cell) -> Iterator[Place]:
        for id in cell.headers:
            if plain_text(cells[ids[id]].content).strip():
                yield ids[id]
            yield from above(cells[ids[id]])

    return {place: set(above(cell)) for place, cell in cells.items() if cell.kind in (CellKind.FIGURE, CellKind.TEXT)}


def found(table: Node, wanted: Iterable[Place]) -> Heads:
    grid = Grid(table)
    rows = [[each for each in row.children if isinstance(each, Node)] for row in table.all("tr")]
    places = {id(cell): (down, across) for down, row in enumerate(rows) for across, cell in enumerate(row)}
    cells = {places[id(each.node)]: each for each in grid.cells}
    return {place: {places[id(head.node)] for head in grid.heads(cells[place])} for place in wanted}


@pytest.mark.parametrize("sample", ONE_OF_EACH, ids=lambda each: "-".join(each[1:]))
def test_every_figure_of_a_sample_has_its_heads(sample: tuple[str, str, str]) -> None:
    project, layout, period = sample
    made = editions(BuildRequest(layout, period, project), ("html",), Findings())
    assert made is not None
    assert made.html is not None
    nodes = {node.get("id"): node for node in read(made.html).all("table")}
    for table in walk(made.document.blocks):
        if isinstance(table, Table):
            wanted = meant(table)
            assert found(nodes[anchor(table.id)], wanted) == wanted, table.id


def of(columns: int, heads: tuple[Row, ...]) -> Table:
    """Two groups of rows, of which each figure has the head of its row, of its group and of its column."""

    def group(name: str) -> Iterator[Row]:
        yield Row((row_head(name, name, columns),), "group")
        for row in (f"{name}-1", f"{name}-2"):
            figures = (number("5", (name, row, f"k{at}")) for at in range(1, columns))
            yield Row((row_head(row, row, headers=(name,)), *figures))

    return replace(TABLE, columns=columns, head=heads, body=(*group("Azië"), *group("Afrika")))


CORNER = head("Land", "hoek")
FLAT = Row((CORNER, head("2019", "k1"), head("2020", "k2"), head("%", "k3")))
BELOW = Row((head("2019", "k1", headers=("g",)), head("2020", "k2", headers=("g",)), head("%", "k3", headers=("h",))))
LOWER = Row((head("a", "k1", headers=("x",)), head("b", "k2", headers=("x",)), head("c", "k3", headers=("y",))))
HEADS = {
    "one row": (FLAT,),
    "two rows": (Row((head("Land", "hoek", rows=2), head("asiel", "g", 2), head("overig", "h"))), BELOW),
    "some have a head above": (
        Row((head("Land", "hoek", rows=2), head("2019", "k1", rows=2), head("samen", "g", 2))),
        Row((head("2020", "k2", headers=("g",)), head("%", "k3", headers=("g",)))),
    ),
    "three rows": (
        Row((head("Land", "hoek", rows=3), head("alles", "z", 3))),
        Row((head("links", "x", 2, headers=("z",)), head("rechts", "y", headers=("z",)))),
        LOWER,
    ),
    "one above all": (
        Row((head("alles", "z", 4),)),
        Row((CORNER, *(head(name, id, headers=("z",)) for name, id in (("a", "k1"), ("b", "k2"), ("c", "k3"))))),
    ),
    "no corner": (
        Row((head("", "hoek", rows=2), head("asiel", "g", 2), head("overig", "k3", rows=2))),
        Row((head("2019", "k1", headers=("g",)), head("2020", "k2", headers=("g",)))),
    ),
}


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
def test_every_figure_has_its_heads_whatever_the_levels(heads: tuple[Row, ...]) -> None:
    table = of(4, heads)
    (node,) = main(table).all("table")
    wanted = meant(table)
    assert found(node, wanted) == wanted
    assert len(wanted) == 12
