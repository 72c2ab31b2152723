"""What an edition for the web says besides its words, next to what was meant: properties, links, names, files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from rapportage.document import Document
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.numbers import number_pattern, read_number
from rapportage.proof.inspection import spot_words
from rapportage.proof.inspection.web import WebBesides, WebLink
from rapportage.proof.tracing.passages import TraceFault

DIFFERS = "P211"


def web_besides_faults(document: Document, found: WebBesides, made: WebBesides) -> Iterator[TraceFault]:
    """Where the file says something else than `document` means, or than `made`: what is made of that document now."""
    yield from (TraceFault(DIFFERS, message) for message in _faults(document, found, made))


def _faults(document: Document, found: WebBesides, made: WebBesides) -> Iterator[str]:
    for spot, what in found.strange:
        yield f"{spot_words(spot)}: er staat iets dat er niet hoort: {what}"
    yield from _properties(found.properties, document)
    yield from _links(found.links, made.links)
    yield from _names(found.names, made.names)
    yield from _values(found.values)
    yield from _files(found.files, made.files)
    for here, own in zip_longest(found.origins, made.origins):
        if here != own:
            yield f"{spot_words((here or own)[0])}: de herkomst van de cijfers is niet die van het rapport"


def _properties(found: Mapping[str, str], document: Document) -> Iterator[str]:
    meant = {
        "titel": ("titel", document.marked_title),
        "auteur": ("author", document.author),
        "onderwerp": ("description", document.subject),
        "trefwoorden": ("keywords", ", ".join(document.keywords)),
        "taal": ("taal", document.language),
    }
    for what, (name, text) in meant.items():
        told = found.get(name, "")
        if told != text:
            yield f"in de eigenschappen van de html staat als {what} '{told}', bedoeld was '{text}'"


def _links(found: tuple[WebLink, ...], made: tuple[WebLink, ...]) -> Iterator[str]:
    for here, own in zip_longest(found, made):
        if own is None:
            yield f"{spot_words(here.spot)}: een link naar {here.target} hoort er niet"
        elif here is None:
            yield f"{spot_words(own.spot)}: de link naar {own.target} ontbreekt"
        elif here.target != own.target:
            yield f"{spot_words(here.spot)}: een link leidt naar {here.target}, bedoeld was {own.target}"
        elif here.name != own.name:
            told = f"van een link wordt '{here.name}' gezegd, bedoeld was '{own.name}'"
            yield f"{spot_words(here.spot)}: {told}"
        elif here.words != own.words:
            yield f"{spot_words(here.spot)}: een link heet '{here.words}', bedoeld was '{own.words}'"


def _names(found: tuple[tuple[str, str, str], ...], made: tuple[tuple[str, str, str], ...]) -> Iterator[str]:
    """What a listener hears in place of something, or a reader sees when pointing at it."""
    for here, own in zip_longest(found, made):
        if here != own:
            spot = (here or own)[0]
            told, meant = (f"'{each[2]}' ({each[1]})" if each else "niets" for each in (here, own))
            yield f"{spot_words(spot)}: als naam staat er {told}, bedoeld was {meant}"
            return  # all that follow have shifted


def _values(found: tuple[tuple[str, str, str], ...]) -> Iterator[str]:
    """The number of a figure for machines is that which is shown."""
    for spot, words, value in found:
        numbers = re.findall(number_pattern(), words)
        is_small = words.startswith("<") or words.casefold().startswith(spoken_language().signs.fewer_than)
        shown = f"{'<' if is_small else ''}{read_number(numbers[0]):f}" if len(numbers) == 1 else ""
        if shown != value:
            yield f"{spot_words(spot)}: bij '{words}' staat voor programma's {value or 'niets'}"


def _files(found: Mapping[str, tuple[str, str]], made: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    for name in dict.fromkeys((*found, *made)):
        if name not in made:
            yield f"bestand {name} hoort er niet"
        elif name not in found:
            yield f"bestand {name} ontbreekt"
        elif found[name] != made[name]:
            yield f"bestand {name} is anders dan wat bij dit rapport hoort"
