"""Numbers for headings, tables and charts, given before any text is resolved: a text may refer to what comes later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from rapportage.diagnostics import Findings
from rapportage.figures.languages.spoken import spoken_language
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartSpec
from rapportage.input.specs.blocks.flow_chart import FlowSpec
from rapportage.input.specs.blocks.image import ImageSpec
from rapportage.input.specs.blocks.prose import HeadingSpec, ListingSpec
from rapportage.input.specs.blocks.table import TableSpec
from rapportage.input.specs.layout import BlockSpec, ChartTablesSpec, FaultySpec, LayoutSpec
from rapportage.text.anchors import Places, letter
from rapportage.text.language.text import TextResolver
from rapportage.text.repeating import Present

_NAMED = HeadingSpec | TableSpec | ChartSpec | FlowSpec | ImageSpec | FaultySpec
DEEPEST = 6


class Numbering(Struct):
    """What each block is called, by its place among the blocks of the layout."""

    headings: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    """Id and number."""
    labels: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Id and label ('Tabel 3') of a table or chart."""
    chart_tables: dict[int, tuple[str, str]] = field(default_factory=dict)
    """By place of the chart: id and label of the table with its figures."""
    is_whole: bool = True
    """False when a block can't be called what it should be, which was reported."""


def number_blocks(
    layout: LayoutSpec,
    present: Sequence[Present],
    text: TextResolver,
    places: Places,
    findings: Findings,
) -> Numbering:
    """The numbers of all blocks; each block with an id becomes a place that texts can refer to.

    A heading without a number is called by what it says, as resolved by `text`.
    """
    blocks = [each.spec for each in present]
    made = Numbering()
    places.reserved = frozenset(_ids(blocks))
    counter = _HeadingCounter(numbered=layout.numbered)
    is_report = layout.cover is not None
    charts = 0
    for place, block in enumerate(blocks):
        match block:
            case HeadingSpec():
                number = counter.next(block)
                name = _heading_name(block, number, is_report=is_report) or f"'{present[place].said(text)}'"
                made.headings[place] = (places.add(block.id, f"kop-{place + 1}", name), number)
            case ImageSpec(is_decorative=True):
                made.labels[place] = (f"versiering-{place + 1}", "")
            case ChartSpec() | FlowSpec() | ImageSpec():
                charts += 1
                label = f"{spoken_language().places.figure} {charts}"
                made.labels[place] = (places.add(block.id, f"figuur-{place + 1}", label.lower()), label)
            case FaultySpec(id=Scalar() as id):
                places.add(id, "", f"'{id.text}'")
    _number_tables(blocks, made, places, findings)
    made.is_whole = made.is_whole and places.are_unique
    return made


def _ids(blocks: Sequence[BlockSpec]) -> Iterator[str]:
    """Those that the user gives."""
    for block in blocks:
        if isinstance(block, _NAMED) and block.id is not None:
            yield block.id.text


def _number_tables(blocks: Sequence[BlockSpec], made: Numbering, places: Places, findings: Findings) -> None:
    """Numbers tables in their order; those with the figures of charts at their block, or else at the end."""
    charts = [place for place, block in enumerate(blocks) if isinstance(block, ChartSpec) and block.table is None]
    word, count = spoken_language().places.table, 0
    for place, block in enumerate([*blocks, None]):
        if isinstance(block, TableSpec) or (isinstance(block, ListingSpec) and block.kind == "wijzigingen"):
            count += 1
            own = block.id if isinstance(block, TableSpec) else None
            made.labels[place] = (places.add(own, f"tabel-{place + 1}", f"{word.lower()} {count}"), f"{word} {count}")
        elif (block is None or isinstance(block, ChartTablesSpec)) and not made.chart_tables:
            for chart in charts:
                count += 1
                id = places.add(None, f"{made.labels[chart][0]}-cijfers", f"{word.lower()} {count}")
                made.chart_tables[chart] = (id, f"{word} {count}")
        elif isinstance(block, ChartTablesSpec):
            made.is_whole = False
            findings.error("T403", "'cijfers-bij-figuren' is er al", block.span, "laat het één keer staan")
    for place, block in enumerate(blocks):
        if isinstance(block, ChartSpec) and block.table is not None:
            name = places.name_of(block.table.text, block.table.span)
            made.chart_tables[place] = (block.table.text, name or "")
            made.is_whole = made.is_whole and name is not None


class _HeadingCounter:
    """'2.1' for a heading in a chapter, 'Bijlage A' and 'A.1' for those of an appendix."""

    def __init__(self, *, numbered: bool) -> None:
        self._numbered = numbered
        self._counts = [0] * DEEPEST
        self._appendices = 0
        self._letter = ""

    def next(self, heading: HeadingSpec) -> str | None:
        level = heading.level
        if level == 1:
            self._letter = ""
        if heading.appendix and level == 1:
            self._letter = letter(self._appendices).upper()
            self._appendices += 1
            self._counts[1:] = [0] * (DEEPEST - 1)
            return f"{spoken_language().places.appendix} {self._letter}"
        if not heading.numbered or not (self._numbered or self._letter):
            return None
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (DEEPEST - level)
        if self._letter:
            return ".".join((self._letter, *map(str, self._counts[1:level])))
        return ".".join(map(str, self._counts[:level]))


def _heading_name(heading: HeadingSpec, number: str | None, *, is_report: bool) -> str | None:
    """How a text refers to it; None where it has no number."""
    if number is None:
        return None
    words = spoken_language().places
    if number.startswith(words.appendix):
        return number[0].lower() + number[1:]
    return f"{words.chapter if is_report and heading.level == 1 else words.section} {number}"
