"""What a PDF says besides the text of its pages: properties, links, bookmarks, notes stuck on it, files in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf
from msgspec import Struct

from rapportage.proof.inspection.attachments import attached
from rapportage.proof.inspection.destinations import Destinations
from rapportage.proof.inspection.opening import Work, reading

_INFO = {"/Title": "titel", "/Author": "auteur", "/Subject": "onderwerp", "/Keywords": "trefwoorden"}
_XMP = {
    "dc:title": "titel",
    "dc:creator": "auteur",
    "dc:description": "onderwerp",
    "pdf:Keywords": "trefwoorden",
}


class PdfLink(Struct, frozen=True):
    """A link on a page (from 1): where it leads, and its description."""

    page: int
    target: str
    description: str
    is_web: bool


class Besides(Struct, frozen=True):
    """`properties` are both those of the document information and of XMP, by what they are and their place."""

    properties: Mapping[tuple[str, str], str]
    links: tuple[PdfLink, ...]
    strange: tuple[tuple[int, str, str], ...]
    """What is stuck on pages and is no plain link: the page, its kind, and its words."""
    bookmarks: tuple[tuple[str, str], ...]
    """Title and target."""
    files: Mapping[str, tuple[str, tuple[bytes, ...]]]
    """By name the description and content of each file in it."""


def read_besides(source: bytes | Path) -> Besides:
    """What the PDF says besides the text of its pages.

    Raises:
        InspectionError: the file can't be opened or is damaged.
    """
    with reading(source) as pdf:
        return besides_of(pdf)


def besides_of(pdf: pikepdf.Pdf) -> Besides:
    """The same, of a file that is open."""
    destinations, work = Destinations(pdf), Work()
    marks = list(_annotations(pdf, destinations, work))
    return Besides(
        properties=dict(_properties(pdf)),
        links=tuple(each for each in marks if isinstance(each, PdfLink)),
        strange=tuple(each for each in marks if not isinstance(each, PdfLink)),
        bookmarks=tuple(
            (work.text(str(each.get("/Title", ""))), work.text(str(destinations.of(each))))
            for each in destinations.outline()
        ),
        files={name: _content(each, work) for name, each in attached(pdf)},
    )


def _properties(pdf: pikepdf.Pdf) -> Iterator[tuple[tuple[str, str], str]]:
    info = pdf.trailer.get("/Info")
    for key, what in _INFO.items():
        yield (what, "Info"), str(info.get(key, "")) if isinstance(info, pikepdf.Dictionary) else ""
    metadata = pdf.open_metadata()
    for key, what in _XMP.items():
        found = metadata.get(key, "")
        yield (what, "XMP"), found if isinstance(found, str) else ", ".join(map(str, found))


def _annotations(pdf: pikepdf.Pdf, destinations: Destinations, work: Work) -> Iterator[PdfLink | tuple[int, str, str]]:
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            work.step()
            if not isinstance(annotation, pikepdf.Dictionary):
                continue
            kind, words = str(annotation.get("/Subtype", ""))[1:], work.text(str(annotation.get("/Contents", "")))
            if kind == "Link" and "/AP" not in annotation:  # a link with a look of its own paints over the page
                target = destinations.of(annotation)
                yield PdfLink(number, work.text(str(target)), words, target.url is not None)
            else:
                yield number, kind, words


def _content(specification: pikepdf.Object, work: Work) -> tuple[str, tuple[bytes, ...]]:
    """A file may be there under several keys: each of them must be the same."""
    streams = [each for _, each in sorted(specification.get("/EF", pikepdf.Dictionary()).items())]
    found = dict.fromkeys(work.data(each.read_bytes()) for each in streams if isinstance(each, pikepdf.Stream))
    return str(specification.get("/Desc", "")), tuple(found)
