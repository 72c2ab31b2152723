"""Where a cell of a table is: the heads of its row and of its column, in words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapportage.proof.inspection.opening import Work
from rapportage.proof.inspection.web.tree import Node

MOST_SPAN = 1_000
_BETWEEN = ", "


class Heads(Struct, frozen=True):
    """What a cell is about."""

    row: str
    column: str


def heads(table: Node) -> dict[int, Heads]:
    """By the identity of each cell that is no head."""
    above: dict[int, list[str]] = {}
    work = Work("een tabel in de html is te groot of te ingewikkeld om na te gaan")
    found: dict[int, Heads] = {}
    for part in (each for each in table.children if isinstance(each, Node)):
        group = ""
        for row, cells in _placed(part, work):
            for cell, columns in cells if part.name == "thead" else ():
                for column in columns:
                    above.setdefault(column, []).append(_words(cell))
            if part.name != "tbody":
                continue
            names = [_words(cell) for cell, _ in cells if cell.name == "th"]
            if "group" in row.classes:
                group = _BETWEEN.join(names)
                continue
            name = _BETWEEN.join(each for each in (group, *names) if each)
            for cell, columns in cells:
                if cell.name == "td":
                    over = dict.fromkeys(word for word in above.get(columns[0], ()) if word)
                    found.setdefault(id(cell), Heads(name, _BETWEEN.join(over)))
    return found


def _placed(part: Node, work: Work) -> Iterator[tuple[Node, list[tuple[Node, range]]]]:
    """The rows, each with its cells and their columns, those that reach into it from above included."""
    reaching: dict[int, tuple[int, Node, range]] = {}
    for row in (each for each in part.children if isinstance(each, Node) and each.name == "tr"):
        cells = [(cell, columns) for _, cell, columns in reaching.values()]
        work.step(sum(len(columns) for _, columns in cells))
        taken = {column for _, columns in cells for column in columns}
        reaching = {at: (left - 1, cell, columns) for at, (left, cell, columns) in reaching.items() if left > 1}
        column = 0
        for cell in (each for each in row.children if isinstance(each, Node)):
            while column in taken:
                column += 1
            columns = range(column, column + _span(cell, "colspan"))
            work.step(len(columns))
            cells.append((cell, columns))
            if (down := _span(cell, "rowspan") - 1) > 0:
                reaching[column] = down, cell, columns
            column = columns.stop
        yield row, sorted(cells, key=lambda each: each[1].start)


def _span(cell: Node, name: str) -> int:
    text = cell.get(name)
    return min(int(text), MOST_SPAN) if text.isascii() and text.isdigit() and int(text) else 1


def _words(cell: Node) -> str:
    """Without marks of notes."""
    return " ".join("".join(_texts(cell)).split())


def _texts(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.name != "sup" and "aloud" not in child.classes:
            yield from _texts(child)
