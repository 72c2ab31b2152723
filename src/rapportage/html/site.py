"""The edition as a folder: a page for each chapter, for long reports, and what search engines ask of a site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import Block, Contents, Document, Section, heading_words, opening
from rapportage.document.drawing import Drawing
from rapportage.figures.languages.spoken import spoken_language
from rapportage.html.blocks import blocks
from rapportage.html.context import Context
from rapportage.html.described import datasets, report, sitemap
from rapportage.html.edition import context_of, footer, head, look, page, title_parts
from rapportage.html.markup import NOTHING, Markup, block, element, joined, void
from rapportage.html.places import places
from rapportage.pages.attachments.data_tables import slug
from rapportage.pages.house_style import HouseStyle

FIRST, SHEET, MAP = "index.html", "stijl.css", "sitemap.xml"
SHEET_MARK = "/* rapportage */"
"""How the style sheet begins: a folder with another of that name is of someone else, and nothing in it is replaced."""
_LONGEST_NAME = 60
POLICY = (
    "default-src 'none'; style-src 'self' file: 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""Nothing is fetched but the style sheet beside the pages, and nothing runs."""


class Part(Struct, frozen=True):
    """A page of the site: the file, what it is called, and what it shows."""

    file: str
    name: str
    blocks: tuple[Block, ...]


def site(
    document: Document,
    drawings: Mapping[str, Drawing],
    style: HouseStyle,
    *,
    exact: bool = True,
    address: str = "",
    origins: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """The files by name. With the `address` at which they come, each page says it, and a map has them all."""
    parts = parts_of(document)
    context = context_of(document, drawings, style, exact=exact, origins=origins)
    context = replace(context, pages=places([(part.file, part.blocks) for part in parts], document))
    bodies = [_body(parts, number, replace(context, page=part.file)) for number, part in enumerate(parts)]
    files = {
        part.file: page(document, _head(part, document, address), body)
        for part, body in zip(parts, bodies, strict=True)
    }
    files[SHEET] = f"{SHEET_MARK}\n{look(style, joined(bodies))}".encode()
    files |= {file.name: file.data for file in context.files.values()}
    return files | ({MAP: sitemap([part.file for part in parts], address, document)} if address else {})


def parts_of(document: Document) -> list[Part]:
    """The first page, with all that is in no chapter and the table of contents, and then a page for each chapter."""
    chapters = [each for each in document.blocks if isinstance(each, Section)]
    others = [each for each in document.blocks if not isinstance(each, Section)]
    ways = [each for chapter in chapters for each in chapter.blocks if _is_way(each)]
    parts = [Part(FIRST, document.title, (*others, *ways))]
    taken = {FIRST}
    for chapter in chapters:
        name = heading_words(chapter.heading).text
        base = slug(name, "-")[:_LONGEST_NAME].rstrip("-") or "deel"
        numbered = (f"{base}-{number}.html" for number in count(2))
        file = next(each for each in chain((f"{base}.html",), numbered) if each not in taken)
        taken.add(file)
        own = tuple(each for each in chapter.blocks if not _is_way(each))
        parts.append(Part(file, name, (replace(chapter, blocks=own),)))
    return parts


def _is_way(given: Block) -> bool:
    """Whether a block is the way through the whole report, which in a document may stand below some heading."""
    return isinstance(given, Contents) and given.kind == "headings"


def _head(part: Part, document: Document, address: str) -> Iterator[Markup]:
    is_first = part.file == FIRST
    yield from head(document, document.marked_title if is_first else f"{part.name} – {document.marked_title}", POLICY)
    yield void("link", {"rel": "stylesheet", "href": SHEET})
    if address:
        yield void("link", {"rel": "canonical", "href": address + ("" if is_first else part.file)})


def _body(parts: Sequence[Part], number: int, context: Context) -> Markup:
    """The page: what it is of, what it says, and the ways on."""
    part, document = parts[number], context.document
    if number == 0:
        top = block("header", None, *title_parts(context))
        described = (report(document), *datasets(context))
    else:
        context, described = replace(context, deeper=0), ()
        notice = opening(document).notice
        known = element("p", {"class": "notice"}, notice) if notice else NOTHING
        top = block("header", None, element("p", None, element("a", {"href": FIRST}, document.title)), known)
    main = block("main", None, blocks(part.blocks, context), *(() if number else (_chapters(parts, context),)))
    return block("body", None, top, main, _ways_on(parts, number), *described, footer(document))


def _chapters(parts: Sequence[Part], context: Context) -> Markup:
    """The way to every chapter, where the report has no contents of its own."""
    if len(parts) == 1 or any(map(_is_way, parts[0].blocks)):
        return NOTHING
    links = (element("li", None, element("a", {"href": part.file}, part.name)) for part in parts[1:])
    words = spoken_language().web.parts
    return block("nav", {"aria-label": words}, block("ol", {"class": "places"}, *links))


def _ways_on(parts: Sequence[Part], number: int) -> Markup:
    """The pages before and after this one."""
    words = spoken_language().web
    links = []
    if number:
        links.append(
            element("a", {"rel": "prev", "href": parts[number - 1].file}, words.previous(parts[number - 1].name))
        )
    if number + 1 < len(parts):
        links.append(element("a", {"rel": "next", "href": parts[number + 1].file}, words.next(parts[number + 1].name)))
    items = (element("p", None, link) for link in links)
    return block("nav", {"class": "ways", "aria-label": words.ways_on}, *items) if links else NOTHING
