"""Which blocks of a layout a report has: those whose condition holds, and those in `per` for each figure of a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import combining, normalize

from msgspec import Struct, field
from msgspec.structs import replace

from rapportage.diagnostics import Findings, Span
from rapportage.document import NoteMark, as_words
from rapportage.figures.languages.spoken import spoken_language
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartSpec
from rapportage.input.specs.blocks.flow_chart import FlowSpec
from rapportage.input.specs.blocks.image import ImageSpec
from rapportage.input.specs.blocks.prose import HeadingSpec, TextSpec
from rapportage.input.specs.blocks.table import TableSpec
from rapportage.input.specs.layout import BlockSpec, ConditionalSpec, RepeatedSpec, flattened
from rapportage.text.anchors import Nowhere
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.loops import row_of, turns
from rapportage.text.language.markdown import Anchors
from rapportage.text.language.outcome import is_nothing
from rapportage.text.language.syntax.statements import LOOP, why_no_name
from rapportage.text.language.text import TextResolver, UsedSources
from rapportage.text.language.views.series import FigureView

MOST_TURNS, MOST_BLOCKS = 400, 5_000
NAMED = (HeadingSpec, TableSpec, ChartSpec, FlowSpec, ImageSpec)
"""The blocks that may have an id."""
_NO_LETTERS = re.compile(r"[\W_]+")
Ids = Mapping[str, str]


class InTurn(Struct, frozen=True):
    """What the texts of one turn point at: a block of the same turn by the id that the layout gives it."""

    inner: Anchors
    ids: Ids

    def note(self, id: str, span: Span) -> NoteMark | None:
        return self.inner.note(id, span)

    def place(self, id: str, span: Span) -> tuple[str, str] | None:
        return self.inner.place(self.ids.get(id, id), span)


class Present(Struct, frozen=True):
    """A block that the report has; `names` are what its texts know besides the names that all know."""

    spec: BlockSpec
    names: Mapping[str, object] = field(default_factory=dict)
    ids: Ids = field(default_factory=dict)
    """By id of the layout: the id of that block in this turn."""

    def resolver(self, text: TextResolver) -> TextResolver:
        """`text` as it is for this block."""
        if not self.names:
            return text
        return replace(text.naming(**self.names), anchors=InTurn(text.anchors, self.ids))

    def said(self, text: TextResolver) -> str:
        """What it says, of a heading; a reference to it calls it so. Nothing tells that it was read."""
        if not isinstance(self.spec, HeadingSpec):
            return ""
        apart = replace(self.resolver(text), anchors=Nowhere(), findings=Findings(), used=UsedSources(), templates={})
        return as_words(apart.content(self.spec.text) or ())

    def id_in_layout(self, id: str) -> str:
        return next((own for own, here in self.ids.items() if here == id), id)


class Blocks:
    """Gathers the blocks; `is_whole` is False after a fault, which was reported."""

    def __init__(self, text: TextResolver) -> None:
        self._text = text
        self.is_whole = True
        self.present: list[Present] = []

    def add(self, blocks: Iterable[object]) -> None:
        self._add(blocks, {}, {})

    def _add(self, blocks: Iterable[object], names: Mapping[str, object], ids: Ids) -> None:
        text = self._text.naming(**names) if names else self._text
        for block in blocks:
            match block:
                case ConditionalSpec(condition=condition, block=inner):
                    if self._holds(condition, text):
                        self._add((inner,), names, ids)
                case RepeatedSpec():
                    if block.condition is None or self._holds(block.condition, text):
                        self._repeat(block, names, ids, text)
                case _:
                    made: BlockSpec = _renamed(block, ids)  # type: ignore[assignment]  # a spec makes nothing else
                    self.present.append(Present(made, names, ids))

    def _holds(self, condition: Scalar, text: TextResolver) -> bool:
        holds = text.holds(condition)
        self.is_whole = self.is_whole and holds is not None
        return bool(holds)

    def _repeat(self, spec: RepeatedSpec, names: Mapping[str, object], ids: Ids, text: TextResolver) -> None:
        """The blocks once for each figure; after a fault not at all."""
        name, written = spec.per.name, spec.per.row
        wrong = why_no_name(name.text, text.scope.names)
        if wrong is not None:
            hint = f"kies een andere naam, bijvoorbeeld: {{rij: {written.raw}}}"
            text.findings.error("T110", wrong, name.span, hint)
            self.is_whole = False
            return
        value = text.row(written)
        if is_nothing(value):
            self._nothing(spec, names, ids, is_faulty=value is None)
            return
        try:
            row = row_of(value)
            if not row.items and spec.otherwise is None:
                hint = "zeg onder 'anders' welke blokken er dan staan; dat mogen er geen zijn: anders: []"
                raise ExpressionFault("T305", "deze rij heeft geen enkel cijfer", hint)
            if len(row.items) > MOST_TURNS:
                message = f"blokken kunnen {MOST_TURNS} keer worden herhaald, en dit is een rij van {len(row.items)}"
                raise ExpressionFault("T307", message, "beperk de rij, bijvoorbeeld met top(100)")
        except ExpressionFault as fault:
            self._nothing(spec, names, ids, is_faulty=text.fault(fault, written.span) is None)
            return
        if not row.items:
            self._add(spec.otherwise or (), names, ids)
        own = [*_ids(spec)]
        if len(self.present) + len(row.items) * len(spec.blocks) > MOST_BLOCKS:
            message = f"met deze herhaling heeft het rapport meer dan {MOST_BLOCKS} blokken"
            text.findings.error("T307", message, written.span, "beperk de rij, bijvoorbeeld met top(100)")
            self.is_whole = False
            return
        for suffix, (figure, turn) in zip(_suffixes(row.items), turns(row), strict=True):
            here = {**ids, **{id: f"{ids.get(id, id)}-{suffix}" for id in own}}
            self._add(spec.blocks, {**names, name.text: figure, LOOP: turn}, here)

    def _nothing(self, spec: RepeatedSpec, names: Mapping[str, object], ids: Ids, *, is_faulty: bool) -> None:
        """In a draft a line in the place of what there is nothing of yet."""
        self.is_whole = self.is_whole and not is_faulty
        name = spec.per.name
        words = Scalar(
            f"\\[per {name.text}: {spoken_language().signs.gap}\\]", name.kind, name.plain, name.span, name.raw
        )
        if not is_faulty:
            self.present.append(Present(TextSpec(spec.node, words, "klein"), names, ids))


def _ids(spec: RepeatedSpec) -> Iterator[str]:
    """The ids that the layout gives to blocks in it."""
    for block in flattened((spec,)):
        if isinstance(block, NAMED) and block.id is not None:
            yield block.id.text


def _renamed(block: object, ids: Ids) -> object:
    """The block with its own id in this turn, and with that of the table that it names."""
    if isinstance(block, NAMED) and block.id is not None and block.id.text in ids:
        block = replace(block, id=replace(block.id, text=ids[block.id.text]))
    if isinstance(block, ChartSpec) and block.table is not None and block.table.text in ids:
        block = replace(block, table=replace(block.table, text=ids[block.table.text]))
    return block


def _suffixes(figures: tuple[FigureView, ...]) -> list[str]:
    """What the ids in each turn end with: the name of the part or period in letters, so that an address can name it."""
    found: list[str] = []
    for number, figure in enumerate(figures, 1):
        plain = normalize("NFKD", figure.observation.period.code if figure.name else figure.label).casefold()
        words = _NO_LETTERS.sub("-", "".join(each for each in plain if not combining(each))).strip("-")
        found.append(words if words and words not in found else f"{words}-{number}".strip("-"))
    return found
