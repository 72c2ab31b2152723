"""The whole edition: a document becomes one file, with its style, letters, drawings and figures in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapportage.document import Document, Terms, marks_words, opening, plain_text, values, walk
from rapportage.document.drawing import Drawing
from rapportage.html.blocks import blocks
from rapportage.html.context import Context, Places, marks_in, tables_of
from rapportage.html.downloads import downloads
from rapportage.html.drawings import drawing, logo
from rapportage.html.faces import font_faces
from rapportage.html.inline import inline
from rapportage.html.markup import NOTHING, Markup, block, element, lines, void
from rapportage.html.origins import origins as told_origins
from rapportage.html.styles import style_sheet
from rapportage.pages.house_style import HouseStyle

GENERATOR = "rapportage"
"""What made it, by which a reader of editions knows them; without a version, so that a new one changes nothing."""
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
"""Nothing is fetched and nothing runs, whatever a report has in it (Content Security Policy Level 3)."""


def edition(
    document: Document,
    drawings: Mapping[str, Drawing],
    style: HouseStyle,
    *,
    exact: bool = True,
    origins: Mapping[str, str] | None = None,
    places: Places | None = None,
) -> bytes:
    """The edition as one file; the figures that can be saved from it are as `exact` as they are known, or as shown.

    With `origins` it tells where its figures come from: they are the names of files in it, by their path. With
    `places` all that is shown has the number of the place where it was written: for a preview.
    """
    context = context_of(document, drawings, style, exact=exact, origins=origins, places=places)
    parts = (
        block("header", None, *title_parts(context)),
        block("main", None, blocks(document.blocks, context)),
        footer(document),
    )
    body = block("body", None, *parts)
    sheet = block("style", None, Markup(look(style, body)))
    return page(document, (*head(document, document.marked_title, POLICY), sheet), body)


def context_of(
    document: Document,
    drawings: Mapping[str, Drawing],
    style: HouseStyle,
    *,
    exact: bool,
    origins: Mapping[str, str] | None = None,
    places: Places | None = None,
) -> Context:
    """What the parts of the edition need to know of the document."""
    listed = (block for block in walk(document.blocks) if isinstance(block, Terms))
    short = [term for block in listed for term in block.items if term.is_abbreviation]
    return Context(
        document=document,
        drawings=drawings,
        theme=style.theme,
        files=downloads(document, exact=exact),
        pages={},
        notes={note.id: note for note in document.notes},
        tables=tables_of(document),
        abbreviations={term.id: plain_text(term.meaning) for term in short if term.id is not None},
        marks=marks_in(document),
        origins=origins,
        places=places,
    )


def page(document: Document, told: Iterable[Markup], body: Markup) -> bytes:
    """A whole file: what it says of itself, and what it shows."""
    shown = block("html", {"lang": document.language}, block("head", None, *told), body)
    return f"<!DOCTYPE html>\n{shown}\n".encode()


def look(style: HouseStyle, words: Markup) -> str:
    """The style sheet, with the letters that these words have."""
    return f"{font_faces(style.family, words)}\n{style_sheet(style.theme)}"


def head(document: Document, title: str, policy: str) -> Iterator[Markup]:
    """What a page says of itself before anything is shown."""
    yield void("meta", {"charset": "utf-8"})
    yield void("meta", {"http-equiv": "Content-Security-Policy", "content": policy})
    yield void("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    yield element("title", None, title)
    told = {
        "generator": GENERATOR,
        "author": document.author,
        "description": document.subject,
        "keywords": ", ".join(document.keywords),
        "dcterms.date": document.date if document.is_dated else "",
    }
    yield from (void("meta", {"name": name, "content": content}) for name, content in told.items() if content)


def footer(document: Document) -> Markup:
    """What the report is, where it is no publication."""
    said = marks_words(document.marks)
    return block("footer", None, element("p", None, said)) if said else NOTHING


def title_parts(context: Context) -> Iterator[Markup]:
    """Logo, title, what has to be known first, and what is below them; and the code of a cover."""
    said, cover, theme = opening(context.document), context.document.cover, context.theme
    if cover is not None and theme.logo is not None:
        yield logo(theme.logo.picture, theme.logo.alternative, theme.logo.width, context)
    yield element("h1", None, said.title)
    if said.notice:
        yield element("p", {"class": "notice"}, said.notice)
    yield from (element("p", None, line) for line in said.lines)
    yield told_origins(values(context.document.subtitle), context)
    if cover is not None and cover.qr is not None:
        shown = drawing(context.drawings[cover.qr.id], cover.qr.alternative, "", context)
        yield block("div", {"class": "qr"}, shown, element("p", None, inline(cover.qr.content, context)))
    yield lines(element("p", {"class": "paper"}, paper) for paper in said.papers) or NOTHING
