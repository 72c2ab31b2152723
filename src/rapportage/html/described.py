"""What a site says of itself to search engines: a report, its data (schema.org), and a map of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapportage.document import Document, Table, caption_words, walk
from rapportage.html.context import Context, Download
from rapportage.html.markup import Markup, block, element, lines, void

TYPES = "https://schema.org/"


def report(document: Document) -> Markup:
    """The report as a whole. It is written as attributes (microdata), for a page of ours has no script."""
    told = {
        "name": document.marked_title,
        "description": document.subject,
        "inLanguage": document.language,
        "keywords": ", ".join(document.keywords),
        "datePublished": document.date if document.is_dated else "",
    }
    author = _thing("Organization", {"name": document.author}, role="author") if document.author else Markup("")
    return _thing("Report", told, author)


def datasets(context: Context) -> Iterator[Markup]:
    """The figures of each table, and the file that has them."""
    document = context.document
    for each in walk(document.blocks):
        file = context.files.get(each.id) if isinstance(each, Table) else None
        if isinstance(each, Table) and file is not None:
            told = {
                "name": caption_words(each).text,
                "description": each.summary,
                "inLanguage": document.language,
                "url": context.address(each.id),
            }
            yield _thing("Dataset", told, _download(file))


def _download(file: Download) -> Markup:
    told = {"contentUrl": file.name, "encodingFormat": file.media_type}
    return _thing("DataDownload", told, role="distribution")


def _thing(kind: str, told: dict[str, str], *parts: Markup, role: str | None = None) -> Markup:
    attributes = {"hidden": "", "itemprop": role, "itemscope": "", "itemtype": f"{TYPES}{kind}"}
    known = (_told(name, value) for name, value in told.items() if value)
    return block("div", attributes, *known, *parts)


def _told(name: str, value: str) -> Markup:
    """An address is a link, all else is words."""
    if name in ("url", "contentUrl"):
        return void("link", {"itemprop": name, "href": value})
    return void("meta", {"itemprop": name, "content": value})


def sitemap(files: Sequence[str], address: str, document: Document) -> bytes:
    """A map of the pages (sitemaps.org, 0.9), of which the first has the address of the site itself."""
    day = (element("lastmod", None, document.file_day),) if document.is_dated else ()
    pages = (
        element("url", None, element("loc", None, address + (file if number else "")), *day)
        for number, file in enumerate(files)
    )
    root = 'urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'  # in XML a value has quotes
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}>\n{lines(pages)}\n</urlset>\n'.encode()
