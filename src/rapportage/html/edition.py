"""The whole edition: a document becomes one file, with its style, letters, drawings and figures in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapportage.document import Document, Opening, Terms, marks_words, opening, plain_text, walk
from rapportage.document.drawing import Drawing
from rapportage.html.blocks import blocks
from rapportage.html.context import Context, marks_in, tables_of
from rapportage.html.downloads import downloads
from rapportage.html.drawings import drawing, logo
from rapportage.html.faces import font_faces
from rapportage.html.inline import inline
from rapportage.html.markup import NOTHING, Markup, block, element, lines, void
from rapportage.html.styles import style_sheet
from rapportage.pages.house_style import HouseStyle

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
"""Nothing is fetched and nothing runs, whatever a report has in it (Content Security Policy Level 3)."""


def edition(document: Document, drawings: Mapping[str, Drawing], style: HouseStyle, *, exact: bool = True) -> bytes:
    """The edition as one file; the figures that can be saved from it are as `exact` as they are known, or as shown."""
    context = _context(document, drawings, style, exact=exact)
    body = block("body", None, *_body(context))
    return _file(body, context, style).encode()


def _context(document: Document, drawings: Mapping[str, Drawing], style: HouseStyle, *, exact: bool) -> Context:
    return Context(
        document=document,
        drawings=drawings,
        theme=style.theme,
        files=downloads(document, exact=exact),
        pages={},
        notes={note.id: note for note in document.notes},
        tables=tables_of(document),
        abbreviations=_abbreviations(document),
        marks=marks_in(document),
    )


def _abbreviations(document: Document) -> Mapping[str, str]:
    listed = (block for block in walk(document.blocks) if isinstance(block, Terms))
    terms = (term for block in listed for term in block.items if term.is_abbreviation)
    return {term.id: plain_text(term.meaning) for term in terms if term.id is not None}


def _file(body: Markup, context: Context, style: HouseStyle) -> Markup:
    sheet = Markup(f"{font_faces(style.family, body)}\n{style_sheet(style.theme)}")
    head = block("head", None, *_head(context.document), block("style", None, sheet))
    return Markup(f"<!DOCTYPE html>\n{block('html', {'lang': context.document.language}, head, body)}\n")


def _head(document: Document) -> Iterator[Markup]:
    yield void("meta", {"charset": "utf-8"})
    yield void("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    yield void("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    yield element("title", None, document.marked_title)
    told = {
        "author": document.author,
        "description": document.subject,
        "keywords": ", ".join(document.keywords),
        "dcterms.date": document.date if document.is_dated else "",
    }
    for name, content in told.items():
        if content:
            yield void("meta", {"name": name, "content": content})


def _body(context: Context) -> Iterator[Markup]:
    document = context.document
    yield block("header", None, *_opening(opening(document), context))
    yield block("main", None, blocks(document.blocks, context))
    said = marks_words(document.marks)
    if said:
        yield block("footer", None, element("p", None, said))


def _opening(said: Opening, context: Context) -> Iterator[Markup]:
    """Logo, title, what has to be known first, and what is below them; and the code of a cover."""
    cover, theme = context.document.cover, context.theme
    if cover is not None and theme.logo is not None:
        yield logo(theme.logo.picture, theme.logo.alternative, theme.logo.width, context)
    yield element("h1", None, said.title)
    if said.notice:
        yield element("p", {"class": "notice"}, said.notice)
    yield from (element("p", None, line) for line in said.lines)
    if cover is not None and cover.qr is not None:
        shown = drawing(context.drawings[cover.qr.id], cover.qr.alternative, "", context)
        yield block("div", {"class": "qr"}, shown, element("p", None, inline(cover.qr.content, context)))
    yield lines(element("p", {"class": "paper"}, paper) for paper in said.papers) or NOTHING
