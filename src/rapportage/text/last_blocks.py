"""What is made of all the rest of a document, once that is there: lists, and the tables with the figures of charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.document import Block, Contents, Heading, List, ListItem, Paragraph, Table, Terms, Text
from rapportage.figures.languages.spoken import spoken_language
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.blocks.prose import ListingKind, ListingSpec
from rapportage.input.specs.layout import BlockSpec, ChartTablesSpec, FaultySpec, LayoutSpec
from rapportage.text.anchors import Places
from rapportage.text.glossary import ABBREVIATIONS, GLOSSARY, TermLinker, check_terms, entries, term_ids
from rapportage.text.language.text import TextResolver
from rapportage.text.listings import revisions, sign_line, signs, source_list
from rapportage.text.numbering import Numbering
from rapportage.text.parts import Part, Pending

Made = TypeVar("Made")


class LastBlocks:
    """Terms are looked at before the other blocks are made, for these may refer to them."""

    def __init__(
        self,
        layout: LayoutSpec,
        text: TextResolver,
        places: Places,
        cube: Cube,
        as_of: str | None,
        findings: Findings,
    ) -> None:
        self._layout = layout
        self._text = text
        self._places = places
        self._cube = cube
        self._as_of = as_of
        self._findings = findings
        self._terms: Mapping[ListingKind, Mapping[str, str]] = {}
        self.is_whole = True
        """Whether all could be made so far."""

    def _good(self, made: Made | None) -> Made | None:
        self.is_whole = self.is_whole and made is not None
        return made

    def check_terms(self, blocks: Sequence[BlockSpec], faulty: Sequence[FaultySpec]) -> None:
        kinds = {block.kind: block.span for block in blocks if isinstance(block, ListingSpec)}
        if not any(block.kind == "" for block in faulty):  # which may be meant as the list
            self._good(check_terms(self._layout, kinds, self._findings) or None)
        lists = [kind for kind in (GLOSSARY, ABBREVIATIONS) if kind in kinds]
        self._terms = {kind: term_ids(self._layout, kind, self._places) for kind in lists}

    def fill_in(self, parts: list[Part], figures: Iterable[Block], numbers: Numbering) -> None:
        """Links the first use of each term, and puts in their place what rests on all other blocks.

        `figures` are the tables with the figures of charts.
        """
        pending = [block.spec for part in parts for block in part.blocks if isinstance(block, Pending)]
        kinds = {spec.kind for spec in pending if isinstance(spec, ListingSpec)}
        lists = {
            kind: self._good(entries(self._layout, kind, ids, self._text)) or Terms(())
            for kind, ids in self._terms.items()
        }
        linker = TermLinker(lists)
        for part in parts:
            part.blocks = [block if isinstance(block, Pending) else linker.linked(block) for block in part.blocks]
        tables = list(figures)
        if tables and not any(isinstance(spec, ChartTablesSpec) for spec in pending):
            title = spoken_language().places.chart_tables
            heading = Heading(self._places.add(None, "cijfers-bij-figuren", title), 1, (Text(title),))
            parts.append(Part(heading, [*tables]))
        known = [*(block for part in parts for block in part.made()), *tables]
        for part in parts:
            filled = ((block, self._filled(block, tables, lists, known, numbers)) for block in part.blocks)
            part.blocks = [_written(made, block) for block, each in filled for made in each]
        if "verklaring-van-tekens" not in kinds:
            parts[-1].blocks.extend(sign_line(known))

    def _filled(
        self,
        block: Block | Pending,
        tables: Sequence[Block],
        lists: Mapping[ListingKind, Terms],
        known: Sequence[Block],
        numbers: Numbering,
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
                id, label = numbers.labels[block.place]
                yield revisions(ledger.cells, self._cube, self._as_of, id, label)


def _written(made: Block, asked: Block | Pending) -> Block:
    """What was made for a block of the layout is written where that is, unless it has a place of its own."""
    if not isinstance(asked, Pending):
        return made
    match made:
        case List():
            items = (ListItem(tuple(_written(each, asked) for each in item.blocks)) for item in made.items)
            return replace(made, items=tuple(items))
        case Paragraph() | Terms() | Table() if made.origin is None:
            return replace(made, origin=asked.spec.span)
        case _:
            return made
