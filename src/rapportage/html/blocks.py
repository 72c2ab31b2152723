"""From blocks of the document to elements, in its order: a table of what becomes of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from rapportage.document import (
    CONTENTS_ID,
    Aside,
    Block,
    Chart,
    Contents,
    ContentsLine,
    FlowDiagram,
    Heading,
    Image,
    KeyFigure,
    KeyFigures,
    List,
    PageBreak,
    Paragraph,
    Point,
    QrCode,
    Section,
    Table,
    Term,
    Terms,
    Value,
    contents_lines,
    figures_of,
    heading_words,
    notes_of,
    paired,
    values,
)
from rapportage.html.context import PLACE, Context, anchor
from rapportage.html.drawings import trend
from rapportage.html.figures import chart, charts_beside, flow_diagram, image, qr_code
from rapportage.html.inline import inline, repeated
from rapportage.html.markup import NOTHING, Markup, block, element, joined, lines
from rapportage.html.notes import notes
from rapportage.html.origins import origins
from rapportage.html.tables import table

DEEPEST = 6
"""HTML has six levels of headings, and the first is for the title of the page."""


def blocks(given: Sequence[Block], context: Context) -> Markup:
    """The blocks, each followed by the notes that it marks first."""
    return lines(part for each in paired(given) for part in _with_notes(each, context))


def _with_notes(given: Block | tuple[Chart, Chart], context: Context) -> Iterator[Markup]:
    yield charts_beside(given, context) if isinstance(given, tuple) else _block(given, context)
    together = given if isinstance(given, tuple) else () if isinstance(given, Section) else (given,)
    yield from _after(tuple(figure for each in together for figure in figures_of(each)), context)


def _after(figures: Iterable[Value | Point], context: Context) -> Iterator[Markup]:
    """The notes that were marked first right above, and where those figures and the ones in the notes come from."""
    marked = context.waiting()
    yield notes(marked, context)
    yield origins((*figures, *(value for note in marked for value in values(note.content))), context)


def _block(given: Block, context: Context) -> Markup:
    match given:
        case Section():
            return block("section", None, *_heading(given.heading, context), blocks(given.blocks, context))
        case Paragraph():
            return _paragraph(given, context)
        case List():
            return _list(given, context)
        case Aside():
            return _aside(given, context)
        case Terms():
            return terms(given, context)
        case Table():
            return table(given, context)
        case Chart():
            return chart(given, context)
        case FlowDiagram():
            return flow_diagram(given, context)
        case Image():
            return image(given, context)
        case QrCode():
            return qr_code(given, context)
        case KeyFigures():
            return cards(given, context)
        case Contents():
            return table_of_contents(given, context)
        case PageBreak():
            return NOTHING
        case _:
            assert_never(given)


def _heading(given: Heading, context: Context) -> Iterator[Markup]:
    """A heading at its level in the page; then the notes that it marks."""
    words = heading_words(given)
    number = joined((element("span", {"class": "number"}, words.number), " ")) if words.number else NOTHING
    attributes = {"id": anchor(given.id), PLACE: context.place(given.origin, words.text)}
    yield element(f"h{min(given.level + context.deeper, DEEPEST)}", attributes, number, inline(words.words, context))
    yield from _after(values(given.content), context)


def _paragraph(given: Paragraph, context: Context) -> Markup:
    """A paragraph; what refers to something that is not there yet, in a draft, leads to it."""
    places = (element("span", {"id": anchor(id)}) for id in given.stands_for)
    attributes = {"class": None if given.role == "text" else given.role, PLACE: context.place(given.origin)}
    return element("p", attributes, *places, inline(given.content, context, given.origin))


def _list(given: List, context: Context) -> Markup:
    start = given.start if given.ordered and given.start != 1 else None
    items = (_item(item.blocks, context) for item in given.items)
    return block("ol" if given.ordered else "ul", {"start": start}, *items)


def _item(given: Sequence[Block], context: Context) -> Markup:
    """One paragraph is the item itself; its notes are in it, as all else that it holds."""
    match given:
        case (Paragraph(role="text", stands_for=()) as only,):
            words = inline(only.content, context, only.origin)
            below = lines(_after(values(only.content), context))
            return element("li", {PLACE: context.place(only.origin)}, words, *(("\n", below) if below else ()))
        case _:
            return block("li", None, blocks(given, context))


def _aside(given: Aside, context: Context) -> Markup:
    """A quotation, or a box that is called after its title."""
    if given.kind == "quote":
        return block("blockquote", {PLACE: context.place(given.origin)}, blocks(given.blocks, context))
    if not given.title:
        return block("aside", {"role": "note", PLACE: context.place(given.origin)}, blocks(given.blocks, context))
    id = context.own_id()
    title = element("p", {"id": id, "class": "title"}, inline(given.title, context))
    below = notes(context.waiting(), context)
    attributes = {"role": "note", "aria-labelledby": id, PLACE: context.place(given.origin)}
    return block("aside", attributes, title, below, blocks(given.blocks, context))


def terms(given: Terms, context: Context) -> Markup:
    """Words and what they mean; an abbreviation says that it is one."""
    items = (_term(term, context) for term in given.items)
    return block("dl", {PLACE: context.place(given.origin)}, *items) if given.items else NOTHING


def _term(given: Term, context: Context) -> Markup:
    name = inline(given.name, context)
    shown = element("abbr", None, name) if given.id in context.abbreviations else name
    id = anchor(given.id) if given.id else None
    return element("div", None, element("dt", {"id": id}, shown), element("dd", None, inline(given.meaning, context)))


def cards(given: KeyFigures, context: Context) -> Markup:
    """Key figures: of each card what is counted, how much, how that compares, and its course."""
    first, late = notes_of(given)
    return lines(
        (
            block(
                "dl",
                {"class": "cards", PLACE: context.place(given.origin)},
                *(_card(card, context) for card in given.cards),
            ),
            notes(first, context),
            element("p", {"class": "source"}, inline(given.source, context)) if given.source else NOTHING,
            notes(late, context),
        )
    )


def _card(given: KeyFigure, context: Context) -> Markup:
    return element(
        "div",
        None,
        element("dt", None, inline(given.label, context)),
        element("dd", {"class": "value"}, inline(given.value, context)),
        element("dd", None, inline(given.detail, context)) if given.detail else NOTHING,
        element("dd", None, trend(given.trend, context)) if given.trend else NOTHING,
    )


def table_of_contents(given: Contents, context: Context) -> Markup:
    """A way through the document, its levels in one another; a list of tables or figures is a plain list of links."""
    found = list(contents_lines(given, context.document))
    if given.kind != "headings":
        return block("ol", {"class": "places"}, *(element("li", None, _line(each, context)) for each in found))
    title = element(f"h{1 + context.deeper}", {"id": CONTENTS_ID}, given.title)
    return block("nav", {"aria-labelledby": CONTENTS_ID}, title, _levels(found, context))


def _levels(found: Sequence[ContentsLine], context: Context) -> Markup:
    """The lines of the highest level, each with the lines below it in a list of its own."""
    if not found:
        return NOTHING
    starts = [place for place, line in enumerate(found) if line.level <= found[0].level]
    ends = [*starts[1:], len(found)]
    items = (
        element("li", None, _line(found[start], context), _below(found[start + 1 : end], context))
        for start, end in zip(starts, ends, strict=True)
    )
    return block("ol", {"class": "places"}, *items)


def _below(found: Sequence[ContentsLine], context: Context) -> Markup:
    deeper = _levels(found, context)
    return joined(("\n", deeper)) if deeper else NOTHING


def _line(given: ContentsLine, context: Context) -> Markup:
    """The words of a heading or caption as a link, without links in it: a link holds no other."""
    number = f"{given.words.number} " if given.words.number else ""
    return element("a", {"href": context.address(given.target)}, number, repeated(given.words.words))
