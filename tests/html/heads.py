"""Which heads a cell of a table has for a browser: the algorithm of HTML (4.9.12.2), for tests."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tests.html.reading import Node


class Placed(Struct, frozen=True, eq=False):
    """A cell with the slots that it covers, and the group of rows that it is in."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    part: int

    @property
    def is_head(self) -> bool:
        return self.node.name == "th"

    @property
    def scope(self) -> str:
        return (self.node.get("scope") or "") if self.is_head else ""


class Grid:
    """The cells of a table, and the groups of columns that are said."""

    def __init__(self, table: Node) -> None:
        self.cells: list[Placed] = []
        self._at: dict[tuple[int, int], Placed] = {}
        self._groups: list[range] = []
        start = 0
        for group in table.all("colgroup"):
            self._groups.append(range(start, start := start + int(group.get("span") or 1)))
        y = 0
        for number, part in enumerate(table.all("thead") + table.all("tbody")):
            for row in part.all("tr"):
                self._row(row, y, number)
                y += 1

    def _row(self, row: Node, y: int, part: int) -> None:
        x = 0
        for node in (each for each in row.children if isinstance(each, Node)):
            while (x, y) in self._at:
                x += 1
            cell = Placed(node, x, y, int(node.get("colspan") or 1), int(node.get("rowspan") or 1), part)
            self.cells.append(cell)
            slots = ((at, down) for at in range(x, x + cell.width) for down in range(y, y + cell.height))
            self._at |= dict.fromkeys(slots, cell)

    def heads(self, cell: Placed) -> list[Placed]:
        """Its heads; what has `headers` has those and no others."""
        if named := (cell.node.get("headers") or "").split():
            return [each for each in self.cells if each.node.get("id") in named]
        found = [head for down in range(cell.height) for head in self._towards(cell, cell.x, cell.y + down, -1, 0)]
        found += [head for across in range(cell.width) for head in self._towards(cell, cell.x + across, cell.y, 0, -1)]
        found += [each for each in self.cells if self._is_of_group(each, cell)]
        empty = [each for each in found if not each.node.words]
        return [each for each in dict.fromkeys(found) if each is not cell and each not in empty]

    def _is_of_group(self, head: Placed, cell: Placed) -> bool:
        if head.scope == "rowgroup":
            return head.part == cell.part and head.x <= cell.x and head.y <= cell.y
        group = next((each for each in self._groups if cell.x in each), range(0))
        return head.scope == "colgroup" and head.x in group and head.x <= cell.x and head.y <= cell.y

    def _towards(self, cell: Placed, x: int, y: int, dx: int, dy: int) -> Iterator[Placed]:
        """The heads that are met on the way, but none behind another as wide, or as high, at the same place."""
        opaque: list[tuple[int, int]] = []
        block: list[Placed] = [cell] if cell.is_head else []
        in_block = cell.is_head
        while x + dx >= 0 and y + dy >= 0:
            x, y = x + dx, y + dy
            met = self._at.get((x, y))
            if met is None:
                continue
            if met.is_head:
                in_block = True
                block.append(met)
                if _side(met, dx) not in opaque and self._leads(met, dx):
                    yield met
            elif in_block:
                in_block = False
                opaque += [_side(each, dx) for each in block]
                block = []

    def _leads(self, head: Placed, dx: int) -> bool:
        """Whether it is a head of columns, met above, or of rows, met before: `scope` says it of all heads of ours."""
        return head.scope == ("row" if dx else "col")


def _side(cell: Placed, dx: int) -> tuple[int, int]:
    return (cell.y, cell.height) if dx else (cell.x, cell.width)
