"""Two ledgers side by side: figures by their place, sentences by their words; what is put in shifts nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from rapportage.document import FigureInput
from rapportage.proof.comparing.blocks import Names, block_names
from rapportage.proof.comparing.comparison import (
    Change,
    Comparison,
    FigureChange,
    InputChange,
    Statement,
    StatementChange,
)
from rapportage.proof.comparing.statements import fixed_figures, statements
from rapportage.proof.tracing import TracedFigure, TraceReport

ALIKE = 0.6
"""How much of the words two sentences share, at least, that say something else in the same place."""
MANY = 200
"""Of more sentences in one stretch than this only neighbours are compared: the work is their product."""
Item = TypeVar("Item")
_Pair = tuple[Item | None, Item | None]


def compare(old: TraceReport, new: TraceReport, old_name: str, new_name: str) -> Comparison:
    """What the new report shows and says otherwise than the old one, in the reading order of the new one."""
    figures: list[FigureChange] = []
    changes: list[StatementChange] = []
    names = block_names(old, new)
    pairs: list[_Pair[TracedFigure]] = list(_by_place(old, new, names))
    said = [_Placed(each, names[0]) for each in statements(old)], [_Placed(each, names[1]) for each in statements(new)]
    for was, now in _paired(*said):
        if was is None or now is None:
            changes.append(StatementChange(Change.ADDED if was is None else Change.DROPPED, was, now))
        elif was.skeleton != now.skeleton:
            changes.append(StatementChange(Change.CHANGED, was, now))
        pairs += _figures(was, now)
    same = 0
    for one, other in pairs:
        if one is not None and other is not None and (one.shown, one.spoken) == (other.shown, other.spoken):
            same += 1
            continue
        change = Change.ADDED if one is None else Change.DROPPED if other is None else Change.CHANGED
        figures.append(FigureChange(change, one, other, tuple(_inputs(one, other))))
    order = {id(figure): number for number, figure in enumerate((*new.figures, *old.figures))}
    figures.sort(key=lambda each: (_page(each.here), order[id(each.here)]))
    return Comparison(old_name, new_name, tuple(figures), tuple(changes), same)


def _page(figure: TracedFigure) -> int:
    """An edition for the web is one page."""
    return figure.page if isinstance(figure.page, int) else 0


# --- Figures --------------------------------------------------------------------------------------


def _by_place(old: TraceReport, new: TraceReport, names: tuple[Names, Names]) -> Iterator[_Pair[TracedFigure]]:
    """The figures of tables, charts and trends."""
    before, after = fixed_figures(old, names[0]), fixed_figures(new, names[1])
    yield from ((before.get(key), figure) for key, figure in after.items())
    yield from ((figure, None) for key, figure in before.items() if key not in after)


def _figures(was: Statement | None, now: Statement | None) -> Iterator[_Pair[TracedFigure]]:
    """The figures of two sentences: one by one where the words are the same, else by what they are figures of."""
    before, after = was.figures if was else (), now.figures if now else ()
    if was and now and was.skeleton == now.skeleton:
        yield from zip(before, after, strict=True)
        return
    yield from _by(before, after, (_cells, _subject))


def _by(
    before: Sequence[TracedFigure], after: Sequence[TracedFigure], keys: Sequence[Callable[[TracedFigure], Hashable]]
) -> Iterator[_Pair[TracedFigure]]:
    """By the first key; what that leaves over by the next."""
    if not keys:
        yield from ((each, None) for each in before)
        yield from ((None, each) for each in after)
        return
    key, *others = keys
    for tag, one, two, three, four in _opcodes([key(each) for each in before], [key(each) for each in after]):
        if tag == "equal":
            yield from zip(before[one:two], after[three:four], strict=True)
        else:
            yield from _by(before[one:two], after[three:four], others)


def _cells(figure: TracedFigure) -> Hashable:
    """What a figure is of, and when."""
    return figure.trace.calculation, tuple(_exact_cell(cell) for cell in figure.trace.inputs)


def _subject(figure: TracedFigure) -> Hashable:
    """What a figure is of, whatever its period: series and categories, and how it was computed from them."""
    return figure.trace.calculation, tuple(dict.fromkeys(_same_cell(cell) for cell in figure.trace.inputs))


def _inputs(was: TracedFigure | None, now: TracedFigure | None) -> Iterator[InputChange]:
    """The cells of data that differ: those of the same period first, then those that took each other's place."""
    before = list(was.trace.inputs) if was else []
    after = list(now.trace.inputs) if now else []
    if was is None or now is None:
        yield from (InputChange(each, None) for each in before)
        yield from (InputChange(None, each) for each in after)
        return
    for key in (_exact_cell, _same_cell):
        for mine in list(before):
            other = next((each for each in after if key(each) == key(mine)), None)
            if other is not None:
                before.remove(mine)
                after.remove(other)
                if (mine.text, mine.period, mine.source) != (other.text, other.period, other.source):
                    yield InputChange(mine, other)
    yield from (InputChange(each, None) for each in before)
    yield from (InputChange(None, each) for each in after)


def _exact_cell(cell: FigureInput) -> Hashable:
    return cell.series, cell.part.names, cell.period


def _same_cell(cell: FigureInput) -> Hashable:
    return cell.series, cell.part.names


# --- Sentences ------------------------------------------------------------------------------------


class _Placed:
    """A statement with where it is: its kind, and the name of its block in both reports."""

    def __init__(self, statement: Statement, names: Names) -> None:
        place = statement.told.place
        self.statement = statement
        self.where = place.kind, names.get((place.block, place.label), "")
        self.key: Hashable = (*self.where, statement.skeleton)


def _paired(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterator[_Pair[Statement]]:
    """Sentences with the same words; in what is left those that are alike; the rest came or went."""
    for tag, one, two, three, four in _opcodes([each.key for each in old], [each.key for each in new]):
        if tag == "equal":
            pairs = zip(old[one:two], new[three:four], strict=True)
            yield from ((was.statement, now.statement) for was, now in pairs)
        else:
            yield from _alike(old[one:two], new[three:four])


def _alike(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterator[_Pair[Statement]]:
    """Each new sentence with the old one that is most like it, in the same order; those without come by themselves."""
    start = 0
    for now in new:
        best, place = ALIKE, -1
        for number in range(start, min(len(old), start + MANY)):
            if old[number].where == now.where:
                words = old[number].statement.skeleton.split(), now.statement.skeleton.split()
                ratio = SequenceMatcher(None, *words).ratio()
                if ratio > best:
                    best, place = ratio, number
        if place < 0:
            yield None, now.statement
            continue
        yield from ((gone.statement, None) for gone in old[start:place])
        yield old[place].statement, now.statement
        start = place + 1
    yield from ((gone.statement, None) for gone in old[start:])


def _opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
