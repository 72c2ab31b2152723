"""What a PDF says besides its pages, next to what was meant: properties, links, bookmarks, and the files in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from rapportage.document import Document, Link, contents
from rapportage.proof.inspection import Besides, PdfLink
from rapportage.proof.tracing.passages import TraceFault

DIFFERS = "P211"


def besides_faults(document: Document, found: Besides, made: Besides) -> Iterator[TraceFault]:
    """Where the file says something else than `document` means, or than `made`: what is made of that document now."""
    yield from (TraceFault(DIFFERS, message) for message in _faults(document, found, made))


def _faults(document: Document, found: Besides, made: Besides) -> Iterator[str]:
    for page, kind, words in found.strange:
        yield f"pagina {page}: op de tekst staat iets dat er niet hoort ({kind}): '{words}'"
    meant = _properties(document)
    for (what, where), told in found.properties.items():
        if told != meant[what]:
            yield f"in de eigenschappen van de pdf ({where}) staat als {what} '{told}', bedoeld was '{meant[what]}'"
    yield from _links(found.links, made.links)
    for address in sorted({each.target for each in made.links if each.is_web} ^ _addresses(document)):
        yield f"de links naar {address} zijn niet die van het rapport"
    for here, own in zip_longest(found.bookmarks, made.bookmarks):
        if here != own:
            yield f"bij de bladwijzers staat {_bookmark(here)}, bedoeld was {_bookmark(own)}"
    yield from _files(found.files, made.files)


def _properties(document: Document) -> Mapping[str, str]:
    return {
        "titel": document.marked_title,
        "auteur": document.author,
        "onderwerp": document.subject,
        "trefwoorden": ", ".join(document.keywords),
    }


def _links(found: tuple[PdfLink, ...], made: tuple[PdfLink, ...]) -> Iterator[str]:
    for here, own in zip_longest(found, made):
        if own is None:
            yield f"pagina {here.page}: een link naar {here.target} hoort er niet"
        elif here is None:
            yield f"pagina {own.page}: de link naar {own.target} ontbreekt"
        elif here.target != own.target:
            yield f"pagina {here.page}: een link leidt naar {here.target}, bedoeld was {own.target}"
        elif here != own:
            told = f"van een link wordt '{here.description}' gezegd, bedoeld was '{own.description}'"
            yield f"pagina {here.page}: {told}"


def _addresses(document: Document) -> set[str]:
    return {item.url for _, content in contents(document) for item in content if isinstance(item, Link)}


def _bookmark(bookmark: tuple[str, str] | None) -> str:
    return f"'{bookmark[0]}' ({bookmark[1]})" if bookmark else "niets"


def _files(
    found: Mapping[str, tuple[str, tuple[bytes, ...]]], made: Mapping[str, tuple[str, tuple[bytes, ...]]]
) -> Iterator[str]:
    for name in dict.fromkeys((*found, *made)):
        if name not in made:
            yield f"bijlage {name} hoort er niet"
        elif name not in found:
            yield f"bijlage {name} ontbreekt"
        elif found[name] != made[name]:
            yield f"bijlage {name} is anders dan wat bij dit rapport hoort"
