"""The rows of a table by what they have in one of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.document import Content, Value, as_words, plain_text
from rapportage.figures.words.alphabet import ranks
from rapportage.input.specs.blocks.table import SortSpec
from rapportage.text.language.text import TextResolver
from rapportage.text.language.views.series import FigureView, RestView
from rapportage.text.tables.column import Column, Made
from rapportage.text.tables.lines import Line


class Sorting(Struct, frozen=True):
    """The order of the rows of one table."""

    spec: SortSpec
    text: TextResolver
    lines: Sequence[Line]

    def order(self, corner: Content, columns: Sequence[Column], grid: Sequence[Sequence[Made]]) -> list[int] | None:
        """The places of the rows as they are to be shown; None when there is no such column, which was reported.

        Only rows between two heads or totals change places. What is not known comes last, in the order of the rows;
        after that the rest, and parts that take several things together. Equal figures keep the order of the rows.
        """
        wanted = self.text.words(self.spec.column)
        if wanted is None:
            return None
        names = [plain_text(corner), *(as_words(column.head) for column in columns)]
        in_full = [plain_text(corner), *(column.name for column in columns)]
        found = [place for place, name in enumerate(in_full) if _same(name, wanted)]
        found = found or [place for place, name in enumerate(names) if _same(name, wanted)]
        if len(found) != 1:
            what = "meer dan één kolom heet" if found else "geen kolom heet"
            hint = "er is: " + ", ".join(f"'{name}'" for name in in_full)
            self.text.findings.error("T426", f"{what} '{wanted[:60]}'", self.spec.column.span, hint)
            return None
        keys = self._names() if found == [0] else self._figures([row[found[0] - 1] if row else None for row in grid])
        if keys is None:
            message = f"in de kolom '{wanted[:60]}' staan geen cijfers om op te sorteren"
            self.text.findings.error("T426", message, self.spec.column.span, "kies een kolom met cijfers")
            return None
        falling = (self.spec.order or ("oplopend" if found == [0] else "aflopend")) == "aflopend"
        return [place for run in _runs(self.lines) for place in self._sorted(run, keys, falling=falling)]

    def _sorted(self, places: Sequence[int], keys: Sequence[Decimal | None], *, falling: bool) -> list[int]:
        last = [place for place in places if _is_last(self.lines[place])]
        rest = [place for place in places if not _is_last(self.lines[place])]
        known = sorted(((key, place) for place in rest if (key := keys[place]) is not None), key=_key, reverse=falling)
        return [*(place for _, place in known), *(place for place in rest if keys[place] is None), *last]

    def _names(self) -> Sequence[Decimal | None]:
        """The alphabet as numbers."""
        names = [plain_text(line.head) for line in self.lines]
        places = ranks(names)
        return [Decimal(places[name]) for name in names]

    def _figures(self, cells: Sequence[Made | None]) -> Sequence[Decimal | None] | None:
        """The figure in each cell, exactly; None where no cell has one."""
        values = [next((item for item in cell.content if _is_figure(item)), None) if cell else None for cell in cells]
        if not any(values):
            return None
        return [value.trace.exact if isinstance(value, Value) and value.trace else None for value in values]


def _is_figure(item: object) -> bool:
    return isinstance(item, Value) and item.trace is not None


def _same(name: str, wanted: str) -> bool:
    return " ".join(name.split()).casefold() == " ".join(wanted.split()).casefold()


def _is_last(line: Line) -> bool:
    """Whether a row is of no one thing that has a place among the others: the rest, 'onbekend', 'overige landen'."""
    return isinstance(line.row, RestView) or (isinstance(line.row, FigureView) and line.row.is_rest)


def _runs(lines: Iterable[Line]) -> Iterator[list[int]]:
    """The places of rows that may change places with each other; a head or total is a run by itself."""
    run: list[int] = []
    for place, line in enumerate(lines):
        if line.role == "body" and not isinstance(line.row, RestView):
            run.append(place)
            continue
        yield run
        yield [place]
        run = []
    yield run


def _key(pair: tuple[Decimal, int]) -> Decimal:
    return pair[0]
