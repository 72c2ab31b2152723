"""Blocks that hold a fault: their texts are read all the same, for the faults in them that no other fault explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from rapportage.diagnostics import Findings, Span
from rapportage.input.loading import nodes
from rapportage.input.loading.walk import scalars
from rapportage.input.specs.blocks.chart import ChartSpec
from rapportage.input.specs.blocks.table import TableSpec
from rapportage.input.specs.layout import PER, BlockSpec, FaultySpec, LayoutSpec
from rapportage.input.specs.period import PeriodFile
from rapportage.text.language.faults import Unsound
from rapportage.text.language.text import Ledger, TextResolver, UsedSources
from rapportage.text.series.crossed import CELL

ANYWHERE = ("T101", "T102", "T103", "T104", "T105", "T106", "T107", "T108", "T109", "T110", "T201", "T202", "T203",
            "T206", "T303", "T306")  # fmt: skip
"""What is wrong in a text wherever it is: it has nothing to do with what the block is to be."""
_WITH_ROWS = ("tabel", "grafiek", "per", "")
"""The kinds of block in which 'rij' may be the row."""
_HAS_MORE_THAN_WORDS = ("{{", "{%", "](", "[^", "<")


def read_faulty(block: FaultySpec, text: TextResolver) -> None:
    """Reports what is wrong in the texts of the block; what asks a row of it rests on the fault of the block."""
    text.findings.extend(_apart(block.node, block.span, text, has_rows=block.kind in _WITH_ROWS).only(ANYWHERE))


def read_unmade(block: BlockSpec, text: TextResolver) -> None:
    """Reports what else is wrong in the texts of a block that could not be made, whatever that rests on."""
    if isinstance(block, TableSpec | ChartSpec):  # of others every text was read
        for each in _apart(block.node, block.node.span, text, has_rows=True).only(ANYWHERE):
            text.findings.add(each)


def _apart(node: nodes.Node, cause: Span, text: TextResolver, *, has_rows: bool) -> Findings:
    apart = Findings(names=text.findings.names)
    names = dict.fromkeys((*(("rij", CELL) if has_rows else ()), *_repeated_by(node)), Unsound(cause))
    reading = replace(text, findings=apart, used=UsedSources(Ledger()), templates={}).naming(**names)
    for scalar in scalars(node):
        if any(sign in scalar.text for sign in _HAS_MORE_THAN_WORDS):
            reading.blocks(scalar)
    return apart


def _repeated_by(node: nodes.Node) -> Iterator[str]:
    """The names of the rows for which what is in the block is repeated."""
    match node:
        case nodes.Mapping(entries=entries):
            for key, value in entries:
                if key.text == PER and isinstance(value, nodes.Mapping):
                    yield from (name.text for name, _ in value.entries)
                yield from _repeated_by(value)
        case nodes.Sequence(items=items):
            for item in items:
                yield from _repeated_by(item)


def is_unread(name: nodes.Scalar, edition: PeriodFile, findings: Findings) -> bool:
    """Whether a text of the period is in its file, and could not be read; it is counted where the fault is."""
    if edition.is_sound or name.text in edition.texts or name.text not in edition.node.span.file.text:
        return False
    findings.rests(name.span, edition.node.span)
    return True


def written_in(blocks: Iterable[FaultySpec]) -> dict[str, Span]:
    """Every value in the blocks, with where their fault is."""
    return {scalar.text: block.span for block in blocks for scalar in scalars(block.node)}


def unread_notes(layout: LayoutSpec) -> Mapping[str, Span]:
    """What is written under keys of the layout that are none, and may be meant as its notes."""
    known = LayoutSpec.keys()
    unread = [
        (key.span, value)
        for key, value in layout.node.entries
        if key.text not in known or (key.text == "noten" and not isinstance(value, nodes.Mapping))
    ]
    return {scalar.text: span for span, value in unread for scalar in scalars(value)}
