"""Blocks of words: lists, boxes, quotations, texts of a period and the colophon; None for a faulty one, as reported."""

from __future__ import annotations

from collections.abc import Mapping

from rapportage.diagnostics.lookalikes import difference, twin
from rapportage.document import Aside, Block, List, ListItem, Paragraph, Term, Terms, Text
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.prose import BoxSpec, ColophonSpec, ListSpec, PassageSpec, PointSpec, QuoteSpec
from rapportage.text.language.markdown import MAX_LIST_LEVELS
from rapportage.text.language.outcome import whole
from rapportage.text.language.text import TextResolver


def bullets(spec: ListSpec | PointSpec, text: TextResolver, level: int = 1) -> List | None:
    """The list with its deeper lists; None when it holds a fault, which was then reported."""
    if level > MAX_LIST_LEVELS:
        message = f"een lijst mag {MAX_LIST_LEVELS} niveaus diep zijn"
        text.findings.error("T204", message, spec.node.span)
        return None
    if not spec.points:
        text.findings.error("T207", "een lijst zonder punten", spec.node.span, "schrijf er minstens één")
        return None
    items = whole(_item(point, text, level) for point in spec.points)
    return None if items is None else List(spec.numbered, items)


def _item(point: PointSpec, text: TextResolver, level: int) -> ListItem | None:
    content = text.required(point.content)
    inner = bullets(point, text, level + 1) if point.points else None
    if content is None or (point.points and inner is None):
        return None
    paragraph = Paragraph(content, origin=point.node.span)
    return ListItem((paragraph, inner) if inner else (paragraph,))


def box(spec: BoxSpec, text: TextResolver) -> Aside | None:
    title, blocks = text.optional(spec.title), text.blocks(spec.content)
    return None if title is None or blocks is None else Aside("box", title, blocks, spec.node.span)


def quote(spec: QuoteSpec, text: TextResolver) -> Aside | None:
    """The words of somebody else, with who that is below them."""
    blocks, source = text.blocks(spec.content), text.optional(spec.source)
    if blocks is None or source is None:
        return None
    if spec.source:
        blocks = (*blocks, Paragraph((Text("— "), *source), "source", spec.node.span))
    return Aside("quote", (), blocks, spec.node.span)


def colophon(spec: ColophonSpec, text: TextResolver) -> Terms | None:
    if not spec.lines:
        text.findings.error("T112", "een colofon zonder regels", spec.node.span, "bijvoorbeeld: Uitgave: Ministerie")
        return None
    items = whole(_line(name, words, text) for name, words in spec.lines.items())
    return None if items is None else Terms(items, spec.node.span)


def _line(name: str, words: Scalar, text: TextResolver) -> Term | None:
    content = text.required(words)
    return None if content is None else Term((Text(name),), content)


def passage(spec: PassageSpec, texts: Mapping[str, Scalar], text: TextResolver) -> tuple[Block, ...] | None:
    """One of the `texts` of the period file; nothing where it has none and none is needed."""
    written = texts.get(spec.name.text)
    if written is not None:
        return text.blocks(written)
    message = f"het periodebestand heeft geen tekst '{spec.name.text}'"
    if spec.required:
        text.findings.error("T413", message, spec.name.span, "zet die onder 'teksten' in het periodebestand")
        return None
    like = twin(spec.name.text, texts)
    if like is not None:
        hint = f"wel '{like}': daar staat {difference(like, spec.name.text)}"
        text.findings.warning("T413", message, spec.name.span, hint)
    return ()
