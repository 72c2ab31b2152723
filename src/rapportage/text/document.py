"""The stage as a whole: a layout and the figures as they were known on a day become a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

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
    ParagraphRole,
    Table,
    Terms,
    Text,
)
from rapportage.document.drawing import Graphic
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.periods import capitalised, date_name, period_name
from rapportage.figures.words.signs import EXAMPLE_NOTICE, GAP, draft_notice
from rapportage.input.cube.cube import Cube
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartSpec
from rapportage.input.specs.blocks.flow_chart import FlowSpec
from rapportage.input.specs.blocks.image import ImageSpec
from rapportage.input.specs.blocks.prose import (
    BoxSpec,
    ColophonSpec,
    HeadingSpec,
    ListingKind,
    ListingSpec,
    ListSpec,
    PassageSpec,
    QuoteSpec,
    TextSpec,
    TextStyleName,
)
from rapportage.input.specs.blocks.table import TableSpec
from rapportage.input.specs.draft import gaps
from rapportage.input.specs.layout import (
    BlockSpec,
    ChartTablesSpec,
    ConditionalSpec,
    ContentsPlaceSpec,
    ContentsSpec,
    KeyFiguresSpec,
    LayoutSpec,
    PageBreakSpec,
    SourcesSpec,
)
from rapportage.input.specs.period import PeriodFile
from rapportage.text.anchors import BlockNotes, PageNotes, Places
from rapportage.text.charts.chart import ChartResolver
from rapportage.text.charts.figure_tables import figure_table, missing_figures
from rapportage.text.charts.flow_chart import flow_diagram
from rapportage.text.glossary import ABBREVIATIONS, GLOSSARY, TermLinker, check_terms, entries, term_ids
from rapportage.text.images import ImageResolver
from rapportage.text.key_figures import key_figures
from rapportage.text.language.outcome import WAITING, Made, Waiting
from rapportage.text.language.scope import scope_of
from rapportage.text.language.showing import Showing
from rapportage.text.language.sources import source_content
from rapportage.text.language.text import Ledger, TextResolver, UsedSources
from rapportage.text.listings import revisions, sign_line, signs, source_list
from rapportage.text.numbering import number_blocks
from rapportage.text.papers import papers
from rapportage.text.parts import Part, Pending, sections
from rapportage.text.prose import box, bullets, colophon, passage, quote
from rapportage.text.tables.table import TableResolver

LANGUAGE = "nl-NL"
CHART_TABLES = "Cijfers bij de figuren"
_ROLES: dict[TextStyleName, ParagraphRole] = {"gewoon": "text", "inleiding": "lead", "klein": "small"}


def resolve(
    layout: LayoutSpec,
    edition: PeriodFile,
    cube: Cube,
    as_of: str | None,
    findings: Findings,
    pictures: Mapping[str, Graphic] | None = None,
    *,
    draft: bool = False,
    ledger: Ledger | None = None,
) -> Document | None:
    """The document that `layout` makes of the edition, with the figures of `cube` as known on `as_of` (None: newest).

    `pictures` holds by path those that the layout asks for and that could be read.
    Every fault in every text goes to `findings`; with one among them there is no document. In a `draft` what is not
    known yet is a gap, and a warning. What the document says and rests on is added to `ledger`.
    """
    used = UsedSources(ledger or Ledger())
    return _Resolver(layout, edition, cube, as_of, findings, pictures or {}, used, draft).document()


class _Resolver:
    def __init__(
        self,
        layout: LayoutSpec,
        edition: PeriodFile,
        cube: Cube,
        as_of: str | None,
        findings: Findings,
        pictures: Mapping[str, Graphic],
        used: UsedSources,
        draft: bool,
    ) -> None:
        self._layout = layout
        self._edition = edition
        self._findings = findings
        self._places = Places(findings)
        self._notes = PageNotes(layout.notes, self._places, findings)
        how = Showing(approximate=layout.approximate, draft=draft)
        self._text = TextResolver(scope_of(edition, cube, as_of, layout.optional), self._notes, findings, used, how)
        self._notes.resolve = self._text.note
        self._is_whole = True
        """Whether all could be made so far."""
        self._cube = cube
        self._pictures = pictures
        self._as_of = as_of
        self._blocks: Sequence[BlockSpec] = [*self._present(layout.blocks)]
        self._numbers = number_blocks(layout, self._blocks, self._places, findings)
        self._is_whole = self._is_whole and self._numbers.is_whole
        self._tables: dict[str, Table] = {}
        self._charts: dict[int, Chart] = {}
        self._unmade: set[str] = set()
        """Ids of what is faulty, or what a draft has nothing to show of yet."""

    def _present(self, blocks: Iterable[object]) -> Iterator[BlockSpec]:
        """The blocks without those whose condition does not hold."""
        for block in blocks:
            if not isinstance(block, ConditionalSpec):
                yield block  # type: ignore[misc]  # the spec of a layout makes nothing else
            elif self._good(self._text.holds(block.condition)):
                yield from self._present([block.block])

    def _good(self, made: Made | None) -> Made | None:
        """What was made; None leaves the document without a part, and so not to be used."""
        self._is_whole = self._is_whole and made is not None
        return made

    def document(self) -> Document | None:
        layout, blocks = self._layout, self._blocks
        self._check_annotations(blocks)
        self._check_terms(blocks)
        published = self._edition.published
        title, subtitle = self._words(layout.title), self._good(self._text.told(layout.subtitle))
        parts = list(self._flat(blocks))
        self._fill_in(parts)
        body = tuple(sections(parts))
        placed = any(isinstance(block, ContentsPlaceSpec) for block in blocks)
        front = (self._contents(layout.contents),) if isinstance(layout.contents, ContentsSpec) and not placed else ()
        cover = None
        if layout.cover is not None:
            period = capitalised(period_name(self._edition.period))
            month = capitalised(date_name(published.without_day)) if published else f"[datum {GAP}]"
            cover = Cover(period, self._words(layout.cover.sender), month, papers(self._edition.edition))
        made = Document(
            title=title,
            subtitle=subtitle or (),
            author=self._words(layout.author),
            subject=self._words(layout.subject),
            keywords=(*map(self._words, layout.keywords), *(cover.papers if cover else ())),
            date=self._edition.edition.date.text,
            is_dated=published is not None,
            language=layout.language.text if layout.language else LANGUAGE,
            blocks=(*front, *body),
            notes=tuple(self._notes.notes.values()),
            cover=cover,
            draft=self._text.how.draft,
            example=layout.example,
            notice=self._notice(),
            origin=layout.title.span,
        )
        return made if self._is_whole else None

    def _words(self, scalar: Scalar | None) -> str:
        """Words of the document as a whole, that may be left out."""
        return (self._good(self._text.words(scalar)) or "") if scalar else ""

    def _notice(self) -> str:
        """What is to be known before anything else is read."""
        draft = draft_notice(len(gaps(self._edition))) if self._text.how.draft else ""
        return " ".join(part for part in (draft, EXAMPLE_NOTICE if self._layout.example else "") if part)

    def _contents(self, spec: ContentsSpec) -> Contents:
        return Contents(self._words(spec.title) if spec.title else "Inhoudsopgave", spec.depth)

    def _check_annotations(self, blocks: Sequence[BlockSpec]) -> None:
        """A name in the period file that is nearly that of a chart is a slip; any other belongs to another layout."""
        charts = [self._numbers.labels[place][0] for place, block in enumerate(blocks) if isinstance(block, ChartSpec)]
        for id, texts in self._edition.annotations.items():
            near = nearest(id, charts) if id not in charts else None
            for scalar in list(texts.values())[:1] if near else ():
                message = f"deze lay-out heeft geen grafiek '{id}'"
                self._findings.warning("T422", message, scalar.span, f"bedoelt u '{near}'?")

    # --- Blocks ---------------------------------------------------------------------------------------

    def _flat(self, blocks: Sequence[BlockSpec]) -> Iterator[Part]:
        """Headings, each with the blocks that follow it; first the blocks before any heading."""
        current = Part()
        level = 0
        for place, block in enumerate(blocks):
            if isinstance(block, ChartTablesSpec | ListingSpec):
                current.blocks.append(Pending(place, block))
                continue
            if not isinstance(block, HeadingSpec):
                current.blocks.extend(self._good(self._block(place, block)) or ())
                continue
            if block.level > level + 1:
                message = f"een kop van niveau {block.level} kan hier niet: de kop hierboven heeft niveau {level}"
                if level == 0:
                    message = "de eerste kop heeft niveau 1"
                self._findings.error("T411", message, block.text.span)
                self._is_whole = False
            level = block.level
            yield current
            self._text.used.take()
            id, number = self._numbers.headings[place]
            content = self._good(self._text.required(block.text))
            current = Part(Heading(id, block.level, content or (), number, block.text.span))
        yield current

    def _block(self, place: int, block: BlockSpec) -> Iterable[Block] | None:
        """What the layout asks there, mostly one block; None when it is faulty, which was reported."""
        match block:
            case TextSpec():
                return self._text.blocks(block.content, _ROLES[block.style])
            case PassageSpec():
                return passage(block, self._edition.texts, self._text)
            case SourcesSpec():
                return self._sources(block)
            case PageBreakSpec():
                return (PageBreak(),)
            case TableSpec():
                return self._table(place, block)
            case ChartSpec():
                return self._chart(place, block)
        made = self._one_block(place, block)
        return None if made is None else (made,)

    def _one_block(self, place: int, block: BlockSpec) -> Block | None:
        match block:
            case ContentsPlaceSpec():
                if isinstance(self._layout.contents, ContentsSpec):
                    return self._contents(self._layout.contents)
                hint = "schrijf boven 'blokken': inhoudsopgave: ja"
                self._findings.error("T403", "deze lay-out heeft geen inhoudsopgave", block.span, hint)
            case FlowSpec():
                return flow_diagram(block, *self._numbers.labels[place], self._text)
            case ImageSpec():
                text, notes = self._apart(self._numbers.labels[place][0])
                return ImageResolver(block, *self._numbers.labels[place], text, notes, self._pictures).image()
            case KeyFiguresSpec():
                text, notes = self._apart(f"kaarten-{place + 1}")
                return key_figures(block, f"kaarten-{place + 1}", text, notes, self._edition.period)
            case ListSpec():
                return bullets(block, self._text)
            case BoxSpec():
                return box(block, self._text)
            case QuoteSpec():
                return quote(block, self._text)
            case ColophonSpec():
                return colophon(block, self._text)
        return None

    def _sources(self, block: SourcesSpec) -> Iterable[Block]:
        content = source_content(self._text.used.take())
        if not content:
            self._findings.warning("T412", "hierboven staat geen cijfer met een bron", block.span)
        return (Paragraph(content, "source", block.span),) if content else ()

    def _apart(self, id: str) -> tuple[TextResolver, BlockNotes]:
        """A resolver with its own notes and sources, for a table or chart."""
        notes = BlockNotes(id, self._notes)
        used = UsedSources(self._text.used.ledger)
        return replace(self._text, anchors=notes, used=used, how=replace(self._text.how, in_table=True)), notes

    def _table(self, place: int, block: TableSpec) -> Iterable[Block] | None:
        id, label = self._numbers.labels[place]
        text, notes = self._apart(id)
        table = TableResolver(block, id, label, text, notes, self._edition.period).table()
        if isinstance(table, Table):
            self._tables[id] = table
        return self._or_gap(table, label, id)

    def _chart(self, place: int, block: ChartSpec) -> Iterable[Block] | None:
        id, label = self._numbers.labels[place]
        text, notes = self._apart(id)
        events = self._edition.annotations.get(id, {})
        table = self._numbers.chart_tables[place]
        where = (table[0], table[1].lower())
        chart = ChartResolver(block, id, label, where, text, notes, self._cube, self._edition.period, events).chart()
        if isinstance(chart, Chart):
            self._charts[place] = chart
        return self._or_gap(chart, label, id, *(() if block.table else (table[0],)))

    def _or_gap(self, block: Block | Waiting | None, label: str, *ids: str) -> Iterable[Block] | None:
        """The block; in a draft a line in its place when there is nothing to show yet, that has its ids."""
        if isinstance(block, Block):
            return (block,)
        self._unmade.update(ids)
        if block is None:
            return None
        return (Paragraph((Text(f"[{label}: {GAP}]"),), "small", stands_for=ids),)

    # --- What is made of all the rest -------------------------------------------------------------------

    def _check_terms(self, blocks: Sequence[BlockSpec]) -> None:
        kinds = {block.kind: block.span for block in blocks if isinstance(block, ListingSpec)}
        self._good(check_terms(self._layout, kinds, self._findings) or None)
        lists = [kind for kind in (GLOSSARY, ABBREVIATIONS) if kind in kinds]
        self._terms = {kind: term_ids(self._layout, kind, self._places) for kind in lists}

    def _fill_in(self, parts: list[Part]) -> None:
        """Links the first use of each term, and puts in their place what rests on all other blocks."""
        pending = [block.spec for part in parts for block in part.blocks if isinstance(block, Pending)]
        kinds = {spec.kind for spec in pending if isinstance(spec, ListingSpec)}
        lists = {
            kind: self._good(entries(self._layout, kind, ids, self._text)) or Terms(())
            for kind, ids in self._terms.items()
        }
        linker = TermLinker(lists)
        for part in parts:
            part.blocks = [block if isinstance(block, Pending) else linker.linked(block) for block in part.blocks]
        tables = list(self._chart_figures())
        if tables and not any(isinstance(spec, ChartTablesSpec) for spec in pending):
            heading = Heading(self._places.add(None, "cijfers-bij-figuren", CHART_TABLES), 1, (Text(CHART_TABLES),))
            parts.append(Part(heading, [*tables]))
        known = [*(block for part in parts for block in part.made()), *tables]
        for part in parts:
            part.blocks = [made for block in part.blocks for made in self._filled(block, tables, lists, known)]
        if "verklaring-van-tekens" not in kinds:
            parts[-1].blocks.extend(sign_line(known))

    def _filled(
        self,
        block: Block | Pending,
        tables: Sequence[Block],
        lists: Mapping[ListingKind, Terms],
        known: Sequence[Block],
    ) -> Iterator[Block]:
        if not isinstance(block, Pending):
            yield block
            return
        if isinstance(block.spec, ChartTablesSpec):
            yield from tables
            return
        ledger = self._text.used.ledger
        match block.spec.kind:
            case "begrippenlijst" | "afkortingenlijst":
                yield lists[block.spec.kind]
            case "lijst-van-tabellen":
                yield Contents("", kind="tables")
            case "lijst-van-figuren":
                yield Contents("", kind="figures")
            case "verklaring-van-tekens":
                yield signs(known)
            case "bronnenlijst":
                yield source_list(ledger.sources)
            case "wijzigingen":
                id, label = self._numbers.labels[block.place]
                yield revisions(ledger.cells, self._cube, self._as_of, id, label)

    def _chart_figures(self) -> Iterator[Table]:
        """The tables with the figures of charts, but for those that name a table of the layout."""
        for place, chart in self._charts.items():
            id, label = self._numbers.chart_tables[place]
            spec = self._blocks[place]
            if isinstance(spec, ChartSpec) and spec.table is not None:
                self._good(self._check_table(chart, spec.table))
            else:
                yield figure_table(chart, id, label)

    def _check_table(self, chart: Chart, written: Scalar) -> Table | Waiting | None:
        """The table that a chart names, with all its figures; a block that failed or waits was reported itself."""
        table = self._tables.get(written.text)
        if table is None:
            if written.text in self._places.names and written.text not in self._unmade:
                self._findings.error("T418", f"'{written.text}' is geen tabel", written.span)
                return None
            return WAITING
        missing = missing_figures(chart, table)
        if not missing:
            return table
        message = f"in {table.label.lower()} staan niet alle cijfers van deze grafiek: {enumeration(missing[:5])}"
        hint = "laat 'tabel' weg, dan komt er vanzelf een tabel bij"
        return self._text.waits("T418", message, written.span, hint)
