"""The stage as a whole: a layout and the figures as they were known on a day become a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapportage.cube.cube import Cube
from rapportage.diagnostics import Findings
from rapportage.diagnostics.suggestion import nearest
from rapportage.document import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Section,
    Table,
    Text,
)
from rapportage.drawing import Graphic
from rapportage.loading.nodes import Scalar
from rapportage.resolve.anchors import BlockNotes, PageNotes, Places
from rapportage.resolve.charts import ChartResolver
from rapportage.resolve.evaluate import Scope
from rapportage.resolve.figure_tables import figure_table, missing_figures
from rapportage.resolve.filters import FILTERS, FUNCTIONS
from rapportage.resolve.images import ImageResolver
from rapportage.resolve.key_figures import key_figures
from rapportage.resolve.sources import source_content
from rapportage.resolve.tables import TableResolver
from rapportage.resolve.text import TextResolver, UsedSources
from rapportage.resolve.views import PeriodView, SeriesView
from rapportage.specs.chart import ChartSpec
from rapportage.specs.image import ImageSpec
from rapportage.specs.layout import (
    BlockSpec,
    ChartTablesSpec,
    ContentsSpec,
    HeadingSpec,
    KeyFiguresSpec,
    LayoutSpec,
    PageBreakSpec,
    PassageSpec,
    SourcesSpec,
    TableSpec,
    TextSpec,
)
from rapportage.specs.period import PeriodFile
from rapportage.words.lists import enumeration
from rapportage.words.periods import capitalised, month_name, period_name

LANGUAGE = "nl-NL"
CHART_TABLES = "Cijfers bij de figuren"
_ROLES = {"gewoon": "text", "inleiding": "lead", "klein": "small"}


def resolve(
    layout: LayoutSpec,
    edition: PeriodFile,
    cube: Cube,
    as_of: str | None,
    findings: Findings,
    pictures: Mapping[str, Graphic] | None = None,
) -> Document:
    """The document that `layout` makes of the edition, with the figures of `cube` as known on `as_of` (None: newest).

    `pictures` holds by path those that the layout asks for and that could be read.
    Every fault in every text goes to `findings`; with one among them the document is not to be used.
    """
    return _Resolver(layout, edition, cube, as_of, findings, pictures or {}).document()


@dataclass(slots=True)
class _Flat:
    """A block with the heading level under which it stands, before sections are made."""

    heading: Heading | None = None
    blocks: list[Block] = field(default_factory=list)


class _Resolver:
    def __init__(
        self,
        layout: LayoutSpec,
        edition: PeriodFile,
        cube: Cube,
        as_of: str | None,
        findings: Findings,
        pictures: Mapping[str, Graphic],
    ) -> None:
        self._layout = layout
        self._blocks: Sequence[BlockSpec] = layout.blocks  # type: ignore[assignment]  # `_block` makes nothing else
        self._edition = edition
        self._findings = findings
        self._places = Places(findings)
        self._notes = PageNotes(layout.notes, self._places, findings)
        self._text = TextResolver(_scope(edition, cube, as_of), self._notes, findings, UsedSources())
        self._notes.resolve = self._text.required
        self._cube = cube
        self._pictures = pictures
        self._labels: dict[int, tuple[str, str]] = {}
        self._chart_tables: dict[int, tuple[str, str]] = {}
        """By place of the chart: the id and label of the table with its figures."""
        self._tables: dict[str, Table] = {}
        self._charts: dict[int, Chart] = {}
        self._tables_at: tuple[_Flat, int] | None = None
        self._headings: dict[int, tuple[str, str | None]] = {}

    def document(self) -> Document:
        layout, words = self._layout, self._text.words
        blocks = self._blocks
        self._name_places(blocks)
        self._check_annotations(blocks)
        date = self._edition.edition.date.day
        title, subtitle = words(layout.title), words(layout.subtitle) if layout.subtitle else ""
        parts = list(self._flat(blocks))
        self._add_chart_tables(parts)
        body = tuple(_sections(parts))
        front: tuple[Block, ...] = ()
        if isinstance(layout.contents, ContentsSpec):
            name = words(layout.contents.title) if layout.contents.title else "Inhoudsopgave"
            front = (Contents(name, layout.contents.depth),)
        cover = None
        if layout.cover is not None:
            period = capitalised(period_name(self._edition.period))
            cover = Cover(period, words(layout.cover.sender), f"{capitalised(month_name(date.month))} {date.year}")
        return Document(
            title=title,
            subtitle=subtitle,
            author=words(layout.author) if layout.author else "",
            subject=words(layout.subject) if layout.subject else "",
            keywords=tuple(words(keyword) for keyword in layout.keywords),
            date=date.isoformat(),
            language=layout.language.text if layout.language else LANGUAGE,
            blocks=(*front, *body),
            notes=tuple(self._notes.notes.values()),
            cover=cover,
        )

    # --- Names of places ------------------------------------------------------------------------------

    def _name_places(self, blocks: Sequence[BlockSpec]) -> None:
        """Numbers headings, tables and figures, so that a text can refer to what comes after it."""
        counts = [0] * 6
        figures = 0
        for place, block in enumerate(blocks):
            match block:
                case HeadingSpec():
                    number = self._number(block, counts)
                    title = f"'{block.text.text}'" if number is None else f"paragraaf {number}"
                    self._headings[place] = (self._places.add(block.id, f"kop-{place + 1}", title), number)
                case ImageSpec(is_decorative=True):
                    self._labels[place] = (f"versiering-{place + 1}", "")
                case ChartSpec() | ImageSpec():
                    figures += 1
                    id = self._places.add(block.id, f"figuur-{place + 1}", f"figuur {figures}")
                    self._labels[place] = (id, f"Figuur {figures}")
        self._name_tables(blocks)

    def _name_tables(self, blocks: Sequence[BlockSpec]) -> None:
        """Numbers tables in their order; those with the figures of charts at their block, or else at the end."""
        made = [place for place, block in enumerate(blocks) if isinstance(block, ChartSpec) and block.table is None]
        count = 0
        for place, block in enumerate([*blocks, None]):
            if isinstance(block, TableSpec):
                count += 1
                id = self._places.add(block.id, f"tabel-{place + 1}", f"tabel {count}")
                self._labels[place] = (id, f"Tabel {count}")
            elif (block is None or isinstance(block, ChartTablesSpec)) and not self._chart_tables:
                for chart in made:
                    count += 1
                    id = self._places.add(None, f"{self._labels[chart][0]}-cijfers", f"tabel {count}")
                    self._chart_tables[chart] = (id, f"Tabel {count}")
            elif isinstance(block, ChartTablesSpec):
                self._findings.error("T403", "'cijfers-bij-figuren' is er al", block.span, "laat het één keer staan")
        for place, block in enumerate(blocks):
            if isinstance(block, ChartSpec) and block.table is not None:
                name = self._places.name_of(block.table.text, block.table.span) or ""
                self._chart_tables[place] = (block.table.text, name)

    def _check_annotations(self, blocks: Sequence[BlockSpec]) -> None:
        """A name in the period file that is nearly that of a chart is a slip; any other belongs to another layout."""
        charts = [self._labels[place][0] for place, block in enumerate(blocks) if isinstance(block, ChartSpec)]
        for id, texts in self._edition.annotations.items():
            near = nearest(id, charts) if id not in charts else None
            for scalar in list(texts.values())[:1] if near else ():
                message = f"deze lay-out heeft geen grafiek '{id}'"
                self._findings.warning("T422", message, scalar.span, f"bedoelt u '{near}'?")

    def _number(self, heading: HeadingSpec, counts: list[int]) -> str | None:
        if not self._layout.numbered or not heading.numbered:
            return None
        counts[heading.level - 1] += 1
        counts[heading.level :] = [0] * (6 - heading.level)
        return ".".join(str(count) for count in counts[: heading.level])

    # --- Blocks ---------------------------------------------------------------------------------------

    def _flat(self, blocks: Sequence[BlockSpec]) -> Iterator[_Flat]:
        """Headings, each with the blocks that follow it; first the blocks before any heading."""
        current = _Flat()
        level = 0
        for place, block in enumerate(blocks):
            if isinstance(block, ChartTablesSpec):
                self._tables_at = (current, len(current.blocks))
                continue
            if not isinstance(block, HeadingSpec):
                current.blocks.extend(self._block(place, block))
                continue
            if block.level > level + 1:
                message = f"een kop van niveau {block.level} kan hier niet: de kop hierboven heeft niveau {level}"
                if level == 0:
                    message = "de eerste kop heeft niveau 1"
                self._findings.error("T411", message, block.text.span)
            level = block.level
            yield current
            self._text.used.take()
            id, number = self._headings[place]
            content = self._text.required(block.text)
            current = _Flat(Heading(id, block.level, content, number, block.text.span))
        yield current

    def _block(self, place: int, block: BlockSpec) -> Iterator[Block]:
        match block:
            case TextSpec():
                role = _ROLES[block.style]
                yield from self._text.blocks(block.content, role)  # type: ignore[arg-type]  # the values are the roles
            case PassageSpec():
                yield from self._passage(block)
            case SourcesSpec():
                content = source_content(self._text.used.take())
                if content:
                    yield Paragraph(content, "source", block.span)
                else:
                    self._findings.warning("T412", "hierboven staat geen cijfer met een bron", block.span)
            case PageBreakSpec():
                yield PageBreak()
            case TableSpec():
                yield from self._table(place, block)
            case ChartSpec():
                yield from self._chart(place, block)
            case ImageSpec():
                yield from self._image(place, block)
            case KeyFiguresSpec():
                yield from self._key_figures(place, block)

    def _passage(self, block: PassageSpec) -> Iterator[Block]:
        text = self._edition.texts.get(block.name.text)
        if text is not None:
            yield from self._text.blocks(text)
        elif block.required:
            message = f"het periodebestand heeft geen tekst '{block.name.text}'"
            self._findings.error("T413", message, block.name.span, "zet die onder 'teksten' in het periodebestand")

    def _apart(self, id: str) -> tuple[TextResolver, BlockNotes]:
        """A resolver with its own notes and sources, for a table or chart."""
        notes = BlockNotes(id, self._notes)
        return replace(self._text, anchors=notes, used=UsedSources(), in_table=True), notes

    def _table(self, place: int, block: TableSpec) -> Iterator[Block]:
        id, label = self._labels[place]
        text, notes = self._apart(id)
        table = TableResolver(block, id, label, text, notes, self._edition.period).table()
        if table is not None:
            self._tables[id] = table
            yield table

    def _chart(self, place: int, block: ChartSpec) -> Iterator[Block]:
        id, label = self._labels[place]
        text, notes = self._apart(id)
        events = self._edition.annotations.get(id, {})
        table = self._chart_tables[place]
        where = (table[0], table[1].lower())
        chart = ChartResolver(block, id, label, where, text, notes, self._cube, self._edition.period, events).chart()
        if chart is not None:
            self._charts[place] = chart
            yield chart

    def _image(self, place: int, block: ImageSpec) -> Iterator[Block]:
        id, label = self._labels[place]
        text, notes = self._apart(id)
        image = ImageResolver(block, id, label, text, notes, self._pictures).image()
        if image is not None:
            yield image

    def _key_figures(self, place: int, block: KeyFiguresSpec) -> Iterator[Block]:
        text, _ = self._apart(f"kaarten-{place + 1}")
        made = key_figures(block, f"kaarten-{place + 1}", text, self._edition.period)
        if made is not None:
            yield made

    def _add_chart_tables(self, parts: list[_Flat]) -> None:
        """The tables with the figures of charts, once these are known: at their block, or else at the end."""
        tables: list[Block] = []
        for place, chart in self._charts.items():
            id, label = self._chart_tables[place]
            spec = self._blocks[place]
            if isinstance(spec, ChartSpec) and spec.table is not None:
                self._check_table(chart, spec.table)
            else:
                tables.append(figure_table(chart, id, label))
        if self._tables_at is None and tables:
            heading = Heading(self._places.add(None, "cijfers-bij-figuren", CHART_TABLES), 1, (Text(CHART_TABLES),))
            parts.append(_Flat(heading, tables))
        elif self._tables_at is not None:
            part, index = self._tables_at
            part.blocks[index:index] = tables

    def _check_table(self, chart: Chart, written: Scalar) -> None:
        """Whether the table that a chart names has all its figures."""
        table = self._tables.get(written.text)
        missing = missing_figures(chart, table) if table else []
        if table is None:
            if written.text in self._places.names:
                self._findings.error("T418", f"'{written.text}' is geen tabel", written.span)
        elif missing:
            message = f"in {table.label.lower()} staan niet alle cijfers van deze grafiek: {enumeration(missing[:5])}"
            hint = "laat 'tabel' weg, dan komt er vanzelf een tabel bij"
            self._findings.error("T418", message, written.span, hint)


def _scope(edition: PeriodFile, cube: Cube, as_of: str | None) -> Scope:
    """The names that every expression knows: the period, the day of the edition, and all series."""
    names: dict[str, object] = {"periode": PeriodView(edition.period), "uitgave": edition.edition.date.day}
    for id in cube.ids():
        series = cube.series(id, as_of)
        if series is not None:
            names[id] = SeriesView(cube, series, edition.period, as_of)
    return Scope(names, FILTERS, FUNCTIONS)


def _sections(parts: list[_Flat]) -> Iterator[Block]:
    """Blocks before the first heading, then a section per heading with the deeper ones inside it."""
    place = 0
    while place < len(parts):
        part = parts[place]
        if part.heading is None:
            yield from part.blocks
            place += 1
            continue
        end = place + 1
        while end < len(parts) and _level(parts[end]) > part.heading.level:
            end += 1
        yield Section(part.heading, (*part.blocks, *_sections(parts[place + 1 : end])))
        place = end


def _level(part: _Flat) -> int:
    return part.heading.level if part.heading else 0
