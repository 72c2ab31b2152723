"""Blocks of words: lists, boxes, quotations and the colophon."""

from __future__ import annotations

from rapportage.document import Aside, Block, List, ListItem, Paragraph, Term, Terms, Text
from rapportage.resolve.markdown import MAX_LIST_LEVELS
from rapportage.resolve.text import TextResolver
from rapportage.specs.prose import BoxSpec, ColophonSpec, ListSpec, PointSpec, QuoteSpec


def bullets(spec: ListSpec | PointSpec, text: TextResolver, level: int = 1) -> List | None:
    """The list with its deeper lists; None when it holds a fault, which was then reported."""
    if level > MAX_LIST_LEVELS:
        message = f"een lijst mag {MAX_LIST_LEVELS} niveaus diep zijn"
        text.findings.error("T204", message, spec.node.span)
        return None
    if not spec.points:
        text.findings.error("T207", "een lijst zonder punten", spec.node.span, "schrijf er minstens één")
        return None
    items = []
    for point in spec.points:
        blocks: list[Block] = [Paragraph(text.required(point.content), origin=point.node.span)]
        inner = bullets(point, text, level + 1) if point.points else None
        items.append(ListItem((*blocks, *([inner] if inner else []))))
    return List(spec.numbered, tuple(items))


def box(spec: BoxSpec, text: TextResolver) -> Aside:
    title = text.required(spec.title) if spec.title else ()
    return Aside("box", title, text.blocks(spec.content), spec.node.span)


def quote(spec: QuoteSpec, text: TextResolver) -> Aside:
    """The words of somebody else, with who that is below them."""
    blocks = text.blocks(spec.content)
    if spec.source:
        blocks = (*blocks, Paragraph((Text("— "), *text.required(spec.source)), "source", spec.node.span))
    return Aside("quote", (), blocks, spec.node.span)


def colophon(spec: ColophonSpec, text: TextResolver) -> Terms:
    if not spec.lines:
        text.findings.error("T112", "een colofon zonder regels", spec.node.span, "bijvoorbeeld: Uitgave: Ministerie")
    items = tuple(Term((Text(name),), text.required(words)) for name, words in spec.lines.items())
    return Terms(items, spec.node.span)
