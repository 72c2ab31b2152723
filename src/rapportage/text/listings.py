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
from rapportage.figures.languages.names import publisher_name
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.observation import Cell as DataCell
from rapportage.figures.observation import DataSource, Observation
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.results import MeasureError
from rapportage.figures.words.alphabet import ranks
from rapportage.figures.words.numbers import about
from rapportage.figures.words.periods import capitalised, period_name
from rapportage.figures.words.signs import PROVISIONAL_MARK, UNKNOWN_SIGN, meaning, sign_name
from rapportage.input.cube.cube import Cube
from rapportage.text.language.showing import plain
from rapportage.text.language.sources import plain_title, source_content, title_of
from rapportage.text.language.trace import publication_date, trace

_SIGNS = (UNKNOWN_SIGN, "", "0")


# --- Signs ----------------------------------------------------------------------------------------


def signs(blocks: Sequence[Block]) -> Block:
    """What each sign means that is somewhere in `blocks` in place of a figure or behind one."""
    found = _signs_in(blocks)
    if not found:
        return Paragraph((Text(spoken_language().signs.none_used),))
    return Terms(
        tuple(Term((Text(sign_name(sign)),), (Text(words),)) for sign, words in found.items()), explains_signs=True
    )


def sign_line(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same in one line, for a report that has no list of signs; none where there are no signs."""
    found = _signs_in(blocks)
    if found:
        said = spoken_language().signs
        told = "; ".join(said.means(sign_name(sign), words) for sign, words in found.items())
        yield Paragraph((Text(f"{said.in_use} "), Value(told), Text(".")), "small")


def _signs_in(blocks: Sequence[Block]) -> dict[str, str]:
    """Each sign with all that it means, the shortest first: 'te klein voor een … of onbekend' can be misread."""
    words = spoken_language()
    found: dict[str, dict[str, None]] = {}
    for block in walk(tuple(blocks)):
        for value in _values(block):
            if (
                value.spoken
                and value.text.endswith(PROVISIONAL_MARK)
                and value.spoken.endswith(words.signs.provisional)
            ):
                found.setdefault(PROVISIONAL_MARK, {})[words.signs.provisional_figure] = None
            elif value.spoken and (value.text in _SIGNS or value.text.startswith("<")):
                found.setdefault(value.text, {})[meaning(value.text, value.spoken)] = None
    return {sign: f" {words.lists.or_} ".join(sorted(meanings, key=len)) for sign, meanings in sorted(found.items())}


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
        words: Content = (
            Text(f"{publisher_name(source.publisher)}, "),
            title_of(source),
            Text(f"{publication_date(source)}."),
        )
        items.append(ListItem((Paragraph(words),)))
    return List(ordered=False, items=tuple(items))


# --- Revisions ------------------------------------------------------------------------------------


def revisions(cells: Iterable[DataCell], cube: Cube, as_of: str | None, id: str, label: str) -> Block:
    """A table of the figures in use that are not what they were when they first came out."""
    words = spoken_language().listings
    changed = [pair for cell in _in_order(cells) if (pair := _changed(cell, cube, as_of))]
    if not changed:
        return Paragraph((Text(words.no_revisions),), stands_for=(id,))
    names = [words.was, words.is_, words.difference, words.source]
    names += [words.reason] if any(_cell(latest).reason for _, latest, _ in changed) else []
    heads = [Cell(CellKind.COLUMN_HEAD, (Text(words.figure),), id=f"{id}-k")]
    heads += [Cell(CellKind.COLUMN_HEAD, (Text(name),), id=f"{id}-k{place}") for place, name in enumerate(names)]
    body: list[Row] = []
    group, title = "", ""
    for number, (first, latest, change) in enumerate(changed):
        known = cube.series(_cell(latest).series, as_of)
        if known and known.title != title:
            title, group = known.title, f"{id}-g{number}"
            body.append(Row((Cell(CellKind.ROW_HEAD, (Text(title),), columns=len(names) + 1, id=group),), "group"))
        head = f"{id}-r{number}"
        period = capitalised(period_name(latest.period))
        name = f"{period}, {_cell(latest).category}" if _cell(latest).category else period
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
        caption=(Text(words.revisions),),
        columns=len(names) + 1,
        head=(Row(tuple(heads)),),
        body=tuple(body),
        summary=words.revised(len(changed)),
        source=source_content(tuple(dict.fromkeys(_cell(latest).source for _, latest, _ in changed))),
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
    series: dict[str, dict[tuple[TimePeriod, Part], DataCell]] = {}
    for cell in cells:
        series.setdefault(cell.series, {})[cell.period, cell.part] = cell
    return [found[key] for found in series.values() for key in sorted(found)]


def _changed(cell: DataCell, cube: Cube, as_of: str | None) -> tuple[Observation, Observation, Observation] | None:
    """The figure as it was first, as it is now, and the difference; None where it is the same, or of another unit."""
    first = cube.first_published(cell.series, cell.period, cell.part)
    latest = cube.observe(cell.series, cell.period, cell.part, as_of)
    if first is None or latest is None or not first.known or not latest.known or first.value == latest.value:
        return None
    try:
        return first, latest, arithmetic.subtract(latest, first)
    except MeasureError:  # two units in one series are a fault of the data, told there
        return None


def _short_source(source: DataSource) -> Content:
    return (Text(f"{publisher_name(source.publisher)}, "), plain_title(source))


def _cell(observation: Observation) -> DataCell:
    """What is in the cube comes from one cell."""
    return observation.cells()[0]
