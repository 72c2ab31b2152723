"""Lists that the tool makes of the finished text: the signs in use, the sources, and the figures restated since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapportage.document import (
    Block,
    Cell,
    CellKind,
    Chart,
    Content,
    KeyFigures,
    Link,
    List,
    ListItem,
    Paragraph,
    Row,
    Table,
    Term,
    Terms,
    Text,
    Value,
    walk,
)
from rapportage.figures import arithmetic
from rapportage.figures.observation import Cell as DataCell
from rapportage.figures.observation import DataSource, Observation
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.alphabet import ranks
from rapportage.figures.words.numbers import about
from rapportage.figures.words.periods import capitalised, period_name
from rapportage.figures.words.signs import PROVISIONAL, PROVISIONAL_MARK, UNKNOWN_SIGN, meaning, sign_name
from rapportage.input.cube.cube import Cube
from rapportage.text.language.showing import plain
from rapportage.text.language.sources import source_content
from rapportage.text.language.trace import publication_date, trace

NO_SIGNS = "In dit rapport staat geen enkel teken in plaats van een cijfer."
NO_REVISIONS = "Geen van de cijfers in dit rapport is sinds de eerste publicatie bijgesteld."
_SIGNS = (UNKNOWN_SIGN, "", "0")


# --- Signs ----------------------------------------------------------------------------------------


def signs(blocks: Sequence[Block]) -> Block:
    """What each sign means that is somewhere in `blocks` in place of a figure or behind one."""
    found = _signs_in(blocks)
    if not found:
        return Paragraph((Text(NO_SIGNS),))
    return Terms(tuple(Term((Text(sign_name(sign)),), (Text(words),)) for sign, words in found.items()))


def sign_line(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same in one line, for a report that has no list of signs; none where there are no signs."""
    found = _signs_in(blocks)
    if found:
        told = "; ".join(f"{sign_name(sign)} betekent {words}" for sign, words in found.items())
        yield Paragraph((Text("Tekens in de tabellen en figuren: "), Value(told), Text(".")), "small")


def _signs_in(blocks: Sequence[Block]) -> dict[str, str]:
    """Each sign with all that it means, the shortest first: 'te klein voor een … of onbekend' can be misread."""
    found: dict[str, dict[str, None]] = {}
    for block in walk(tuple(blocks)):
        for value in _values(block):
            if value.spoken and value.text.endswith(PROVISIONAL_MARK) and value.spoken.endswith(PROVISIONAL):
                found.setdefault(PROVISIONAL_MARK, {})["voorlopig cijfer"] = None
            elif value.spoken and (value.text in _SIGNS or value.text.startswith("<")):
                found.setdefault(value.text, {})[meaning(value.text, value.spoken)] = None
    return {sign: " of ".join(sorted(meanings, key=len)) for sign, meanings in sorted(found.items())}


def _values(block: Block) -> Iterator[Value]:
    match block:
        case Table():
            contents: Iterable[Content] = (cell.content for row in block.body for cell in row.cells)
        case KeyFigures():
            contents = (part for card in block.cards for part in (card.value, card.detail))
        case Paragraph():
            contents = (block.content,)
        case Chart():
            contents = (note.content for note in block.notes)
        case _:
            contents = ()
    for content in contents:
        yield from (item for item in content if isinstance(item, Value))


# --- Sources --------------------------------------------------------------------------------------


def source_list(sources: Iterable[DataSource]) -> Block:
    """Every publication behind the figures, by publisher and then by day."""
    different = {(each.publisher, each.title, each.date): each for each in sources}
    publishers = ranks(each.publisher for each in different.values())
    titles = ranks(each.title for each in different.values())
    days = {each: each.date.code if each.date else "" for each in different.values()}
    ordered = sorted(different.values(), key=lambda each: (publishers[each.publisher], days[each], titles[each.title]))
    items = []
    for source in ordered:
        title = Link((Text(source.title),), source.url) if source.url else Text(source.title)
        words: Content = (Text(f"{source.publisher}, "), title, Text(f"{publication_date(source)}."))
        items.append(ListItem((Paragraph(words),)))
    return List(ordered=False, items=tuple(items))


# --- Revisions ------------------------------------------------------------------------------------


def revisions(cells: Iterable[DataCell], cube: Cube, as_of: str | None, id: str, label: str) -> Block:
    """A table of the figures in use that are not what they were when they first came out."""
    changed = [pair for cell in _in_order(cells) if (pair := _changed(cell, cube, as_of))]
    if not changed:
        return Paragraph((Text(NO_REVISIONS),), stands_for=(id,))
    names = ["was", "is", "verschil", "bron van de bijstelling"]
    names += ["reden"] if any(_cell(latest).reason for _, latest in changed) else []
    heads = [Cell(CellKind.COLUMN_HEAD, (Text("Cijfer"),), id=f"{id}-k")]
    heads += [Cell(CellKind.COLUMN_HEAD, (Text(name),), id=f"{id}-k{place}") for place, name in enumerate(names)]
    body: list[Row] = []
    group, title = "", ""
    for number, (first, latest) in enumerate(changed):
        known = cube.series(_cell(latest).series, as_of)
        if known and known.title != title:
            title, group = known.title, f"{id}-g{number}"
            body.append(Row((Cell(CellKind.ROW_HEAD, (Text(title),), columns=len(names) + 1, id=group),), "group"))
        head = f"{id}-r{number}"
        period = capitalised(period_name(latest.period))
        name = f"{period}, {_cell(latest).category}" if _cell(latest).category else period
        change = arithmetic.subtract(latest, first)
        contents: list[tuple[CellKind, Content]] = [
            *((CellKind.FIGURE, (Value(plain(each, in_table=True), trace(each)),)) for each in (first, latest)),
            (CellKind.FIGURE, (Value(_with_sign(change), trace(change)),)),
            (CellKind.TEXT, _short_source(_cell(latest).source)),
            (CellKind.TEXT, (Text(_cell(latest).reason or ""),)),
        ]
        row = [Cell(CellKind.ROW_HEAD, (Text(name),), id=head, headers=(group,))]
        row += [
            Cell(kind, content, headers=(group, head, f"{id}-k{place}"))
            for place, (kind, content) in enumerate(contents[: len(names)])
        ]
        body.append(Row(tuple(row)))
    return Table(
        id=id,
        label=label,
        caption=(Text("Cijfers in dit rapport die sinds hun eerste publicatie zijn bijgesteld"),),
        columns=len(names) + 1,
        head=(Row(tuple(heads)),),
        body=tuple(body),
        summary=f"{len(changed)} bijgestelde cijfers, met per cijfer wat het was, wat het is, het verschil en de bron.",
        source=source_content(tuple(dict.fromkeys(_cell(latest).source for _, latest in changed))),
    )


def _with_sign(change: Observation) -> str:
    """'+16', '−3', 'ongeveer +50'."""
    text = plain(change, in_table=True)
    if change.value is None or change.value <= 0:
        return text
    bare = text.removeprefix(about(""))
    return f"{text.removesuffix(bare)}+{bare}"


def _in_order(cells: Iterable[DataCell]) -> list[DataCell]:
    """By series in the order of use, and then by period; each figure once."""
    series: dict[str, dict[tuple[TimePeriod, str], DataCell]] = {}
    for cell in cells:
        series.setdefault(cell.series, {})[cell.period, cell.category or ""] = cell
    return [found[key] for found in series.values() for key in sorted(found)]


def _changed(cell: DataCell, cube: Cube, as_of: str | None) -> tuple[Observation, Observation] | None:
    first = cube.first_published(cell.series, cell.period, cell.category)
    latest = cube.observe(cell.series, cell.period, cell.category, as_of)
    if first is None or latest is None or not first.known or not latest.known or first.value == latest.value:
        return None
    return first, latest


def _short_source(source: DataSource) -> Content:
    return (Text(f"{source.publisher}, {source.title}"),)


def _cell(observation: Observation) -> DataCell:
    """What is in the cube comes from one cell."""
    return observation.cells()[0]
