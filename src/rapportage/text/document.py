"""The stage as a whole: a layout and the figures as they were known on a day become a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from rapportage.diagnostics import Findings
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
    QrCode,
    Table,
    Text,
)
from rapportage.figures.languages.names import names_said
from rapportage.figures.languages.spoken import spoken_language
from rapportage.input.brought import Brought
from rapportage.input.cube.cube import Cube
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartSpec
from rapportage.input.specs.blocks.flow_chart import FlowSpec
from rapportage.input.specs.blocks.image import ImageSpec
from rapportage.input.specs.blocks.prose import (
    BoxSpec,
    ColophonSpec,
    HeadingSpec,
    ListingSpec,
    ListSpec,
    PassageSpec,
    QuoteSpec,
    TextSpec,
    TextStyleName,
)
from rapportage.input.specs.blocks.qr import QrSpec
from rapportage.input.specs.blocks.table import TableSpec
from rapportage.input.specs.layout import (
    BlockSpec,
    ChartTablesSpec,
    ContentsPlaceSpec,
    ContentsSpec,
    CoverSpec,
    FaultySpec,
    KeyFiguresSpec,
    LayoutSpec,
    PageBreakSpec,
    SourcesSpec,
)
from rapportage.input.specs.period import PeriodFile
from rapportage.input.specs.spec import Spec
from rapportage.text.anchors import BlockNotes, PageNotes, Places
from rapportage.text.charts.annotations import check_annotations
from rapportage.text.charts.chart import ChartResolver
from rapportage.text.charts.figure_tables import figure_table
from rapportage.text.charts.flow_chart import flow_diagram
from rapportage.text.charts.named_tables import check_named_table
from rapportage.text.faulty_blocks import is_unread, read_faulty, read_unmade, unread_notes, written_in
from rapportage.text.images import ImageResolver
from rapportage.text.key_figures import key_figures
from rapportage.text.language.allowed import WORDS
from rapportage.text.language.faults import RestsOnFault
from rapportage.text.language.outcome import Made, Waiting
from rapportage.text.language.scope import scope_of
from rapportage.text.language.showing import Showing
from rapportage.text.language.sources import source_content
from rapportage.text.language.text import Ledger, TextResolver, UsedSources
from rapportage.text.language.views.guarded import guarded
from rapportage.text.language.views.own_names import own_names
from rapportage.text.language_tag import language_tag
from rapportage.text.last_blocks import LastBlocks
from rapportage.text.numbering import DEEPEST, number_blocks
from rapportage.text.papers import cover, notice
from rapportage.text.parts import Part, Pending, sections
from rapportage.text.prose import box, bullets, colophon, passage, quote
from rapportage.text.qr import qr_code
from rapportage.text.repeating import Blocks
from rapportage.text.tables.table import TableResolver

_ROLES: dict[TextStyleName, ParagraphRole] = {"gewoon": "text", "inleiding": "lead", "klein": "small"}


def resolve(
    layout: LayoutSpec,
    edition: PeriodFile,
    cube: Cube,
    as_of: str | None,
    findings: Findings,
    brought: Brought | None = None,
    *,
    draft: bool = False,
    ledger: Ledger | None = None,
) -> Document | None:
    """The document that `layout` makes of the edition, with the figures of `cube` as known on `as_of` (None: newest).

    `brought` is what the layout asks for of other files.
    Every fault in every text goes to `findings`; with one among them there is no document. In a `draft` what is not
    known yet is a gap, and a warning. What the document says and rests on is added to `ledger`.
    """
    used, found = UsedSources(ledger or Ledger(in_vain=cube.in_vain)), Findings(names=own_names(cube))
    document = _Resolver(layout, edition, guarded(cube), as_of, found, brought or Brought(), used, draft).document()
    findings.extend(found.once())
    return document


class _Resolver:
    def __init__(
        self,
        layout: LayoutSpec,
        edition: PeriodFile,
        cube: Cube,
        as_of: str | None,
        findings: Findings,
        brought: Brought,
        used: UsedSources,
        draft: bool,
    ) -> None:
        self._said = spoken_language()
        self._layout = layout
        self._edition = edition
        self._findings = findings
        self._places = Places(findings)
        self._notes = PageNotes(layout.notes, self._places, findings, unread_notes(layout))
        how = Showing(approximate=layout.approximate, draft=draft)
        self._text = TextResolver(scope_of(edition, cube, as_of, layout.optional), self._notes, findings, used, how)
        self._notes.resolve = self._text.note
        self._cube = cube
        self._brought = brought
        gathered = Blocks(self._text)
        gathered.add(layout.blocks)
        self._present = gathered.present
        self._blocks: Sequence[BlockSpec] = [each.spec for each in self._present]
        self._faulty = [block for block in self._blocks if isinstance(block, FaultySpec)]
        self._places.unread = written_in(self._faulty)
        self._numbers = number_blocks(layout, self._present, self._text, self._places, findings)
        self._is_whole = gathered.is_whole and self._numbers.is_whole
        """Whether all could be made so far."""
        self._last = LastBlocks(layout, self._text, self._places, cube, as_of, findings)
        self._tables: dict[str, Table] = {}
        self._charts: dict[int, Chart] = {}
        self._shows_sources = False
        """Whether a table or chart since the last heading has its own sources below it."""
        self._unmade = {block.id.text for block in self._faulty if block.id}
        """Ids of what is faulty, or what a draft has nothing to show of yet."""

    def _at(self, place: int) -> TextResolver:
        """The resolver for the block at that place."""
        return self._present[place].resolver(self._text)

    def _good(self, made: Made | None) -> Made | None:
        """What was made; None leaves the document without a part, and so not to be used."""
        self._is_whole = self._is_whole and made is not None
        return made

    def document(self) -> Document | None:
        layout, blocks = self._layout, self._blocks
        labels = self._numbers.labels
        charts = {labels[place][0] for place, block in enumerate(blocks) if isinstance(block, ChartSpec)}
        check_annotations(self._edition, charts | {own for each in self._present for own in each.ids}, self._findings)
        self._last.check_terms(blocks, self._faulty)
        title, subtitle = self._words(layout.title), self._good(self._text.told(layout.subtitle))
        parts = list(self._flat(blocks))
        self._last.fill_in(parts, self._chart_figures(), self._numbers)
        body = tuple(sections(parts))
        placed = any(isinstance(block, ContentsPlaceSpec) for block in blocks)
        front = (self._contents(layout.contents),) if isinstance(layout.contents, ContentsSpec) and not placed else ()
        front_page = self._cover(layout.cover) if layout.cover else None
        made = Document(
            title=title,
            subtitle=subtitle or (),
            author=self._words(layout.author),
            subject=self._words(layout.subject),
            keywords=(*map(self._words, layout.keywords), *(front_page.papers if front_page else ())),
            date=self._edition.edition.date.text,
            is_dated=self._edition.published is not None,
            language=language_tag(layout),
            names=names_said(),
            blocks=(*front, *body),
            notes=tuple(self._notes.notes.values()),
            cover=front_page,
            draft=self._text.how.draft,
            example=layout.example,
            notice=notice(layout, self._edition, is_draft=self._text.how.draft),
            origin=layout.title.span,
        )
        is_whole = self._is_whole and self._last.is_whole
        if not is_whole:
            self._notes.read_all()
        return made if is_whole else None

    def _cover(self, spec: CoverSpec) -> Cover:
        code = self._good(qr_code(spec.qr, "qr-omslag", self._text, self._edition)) if spec.qr else None
        return cover(self._words(spec.sender), self._edition, code if isinstance(code, QrCode) else None)

    def _words(self, scalar: Scalar | None) -> str:
        """Words of the document as a whole, that may be left out."""
        return (self._good(self._text.words(scalar, WORDS)) or "") if scalar else ""

    def _contents(self, spec: ContentsSpec) -> Contents:
        return Contents(self._words(spec.title) if spec.title else self._said.places.contents, spec.depth)

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
                current.blocks.extend(self._good(self._sound_block(place, block)) or ())
                level = DEEPEST if isinstance(block, FaultySpec) and block.kind in ("kop", "") else level
                continue
            if block.level > level + 1:
                above = f"een kop van niveau {block.level} kan hier niet: de kop hierboven heeft niveau {level}"
                message = above if level else "de eerste kop heeft niveau 1"
                hint = f"schrijf niveau: {level + 1}, of zet er een kop van dat niveau boven"
                self._findings.error("T411", message, block.text.span, hint)
                self._is_whole = False
            level = block.level
            yield current
            self._text.used.take()
            self._shows_sources = False
            id, number = self._numbers.headings[place]
            content = self._good(self._at(place).required(block.text))
            current = Part(Heading(id, block.level, content or (), number, block.text.span))
        yield current

    def _sound_block(self, place: int, block: BlockSpec) -> Iterable[Block] | None:
        """As `_block`; None of what rests on a fault that was reported, and of a block that is one."""
        if isinstance(block, FaultySpec):
            read_faulty(block, self._at(place))
            return None
        try:
            made = self._block(place, block)
            if made is None:
                read_unmade(block, self._at(place))
            self._shows_sources |= any(getattr(each, "source", ()) for each in made or ())
            return made
        except RestsOnFault as fault:
            self._text.fault(fault, block.node.span if isinstance(block, Spec) else block.span)
            return None

    def _block(self, place: int, block: BlockSpec) -> Iterable[Block] | None:
        """What the layout asks there, mostly one block; None when it is faulty, which was reported."""
        match block:
            case TextSpec():
                return self._at(place).blocks(block.content, _ROLES[block.style])
            case PassageSpec() if is_unread(block.name, self._edition, self._findings):
                return None
            case PassageSpec():
                return passage(block, self._edition.texts, self._at(place))
            case SourcesSpec():
                return self._sources(block)
            case PageBreakSpec():
                return (PageBreak(),)
            case TableSpec():
                return self._table(place, block)
            case ChartSpec():
                return self._chart(place, block)
            case QrSpec():
                code = qr_code(block, f"qr-{place + 1}", self._at(place), self._edition)
                return (code,) if isinstance(code, QrCode) else code and ()
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
                return flow_diagram(block, *self._numbers.labels[place], self._at(place))
            case ImageSpec():
                text, notes = self._apart(place, self._numbers.labels[place][0])
                return ImageResolver(block, *self._numbers.labels[place], text, notes, self._brought.pictures).image()
            case KeyFiguresSpec():
                text, notes = self._apart(place, f"kaarten-{place + 1}")
                return key_figures(block, f"kaarten-{place + 1}", text, notes, self._edition.period)
            case ListSpec():
                return bullets(block, self._at(place))
            case BoxSpec():
                return box(block, self._at(place))
            case QuoteSpec():
                return quote(block, self._at(place))
            case ColophonSpec():
                return colophon(block, self._at(place))
        return None

    def _sources(self, block: SourcesSpec) -> Iterable[Block]:
        content = source_content(self._text.used.take())
        if not (content or self._shows_sources) and self._is_whole and not self._text.how.draft:
            self._findings.warning("T412", "hierboven staat geen cijfer met een bron", block.span)
        return (Paragraph(content, "source", block.span),) if content else ()

    def _apart(self, place: int, id: str) -> tuple[TextResolver, BlockNotes]:
        """A resolver with its own notes and sources, for the table or chart there."""
        notes = BlockNotes(id, self._notes)
        used = UsedSources(self._text.used.ledger)
        text = replace(self._text, anchors=notes, used=used, how=replace(self._text.how, in_table=True))
        return self._present[place].resolver(text), notes

    def _table(self, place: int, block: TableSpec) -> Iterable[Block] | None:
        id, label = self._numbers.labels[place]
        text, notes = self._apart(place, id)
        table = TableResolver(block, id, label, text, notes, self._edition.period).table()
        if isinstance(table, Table):
            self._tables[id] = table
        return self._or_gap(table, label, id)

    def _chart(self, place: int, block: ChartSpec) -> Iterable[Block] | None:
        id, label = self._numbers.labels[place]
        text, notes = self._apart(place, id)
        annotations = self._edition.annotations
        events = annotations.get(id) or annotations.get(self._present[place].id_in_layout(id), {})
        table = self._numbers.chart_tables[place]
        where = (table[0], table[1].lower())
        of, brought = self._edition.period, self._brought.boundaries
        chart = ChartResolver(block, id, label, where, text, notes, self._cube, of, events, brought).chart()
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
        return (Paragraph((Text(f"[{label}: {self._said.signs.gap}]"),), "small", stands_for=ids),)

    # --- What is made of all the rest -------------------------------------------------------------------

    def _chart_figures(self) -> Iterator[Table]:
        """The tables with the figures of charts, but for those that name a table of the layout."""
        for place, chart in self._charts.items():
            id, label = self._numbers.chart_tables[place]
            spec = self._blocks[place]
            if isinstance(spec, ChartSpec) and spec.table is not None:
                made = self._places.names.keys() - self._unmade
                self._good(check_named_table(chart, spec.table, self._tables, made, self._text))
            else:
                yield figure_table(chart, id, label)
