"""What is in a line of text: words, figures, links, references and marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from rapportage.diagnostics import Span
from rapportage.document import (
    MARK_JOINT,
    Content,
    CrossReference,
    Inline,
    LineBreak,
    Link,
    NoteMark,
    PageReference,
    Text,
    Value,
    flattened,
    note_anchor,
)
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.numbers import number_pattern, read_number
from rapportage.html.context import PLACE, Context, anchor
from rapportage.html.markup import NOTHING, Markup, element, joined, void

LESS = "<"
"""Before a number that a small count is below, for machines as for readers."""


def inline(content: Content, context: Context, origin: Span | None = None) -> Markup:
    """The content, in its order. Two marks of notes have a comma between them: 1 and 2 must not read as 12.

    Of a paragraph `origin` is where it was written, for the places of its lines.
    """
    return joined(_parts(content, context, origin))


def repeated(content: Content) -> Markup:
    """The words of content where it stands once more: its notes, links and figures are where it stands first."""
    return joined(
        aloud(item.text, item.spoken) if isinstance(item, Value) and item.spoken is not None else joined((item.text,))
        for item in flattened(content)
    )


def aloud(shown: str, said: str) -> Markup:
    """A sign for who sees it, and what it means for who does not."""
    heard = element("span", {"class": "aloud"}, said)
    return joined((element("span", {"aria-hidden": "true"}, shown), " ", heard)) if shown else heard


def machine_number(value: Value) -> str | None:
    """The figure that `value` shows, for machines: what is shown and no digit more; None where that is no one number.

    The exact figure may say more than the report gives (a share of which the parts are withheld), so it is not here.
    """
    if value.trace is None:
        return None
    found = list(re.finditer(number_pattern(), value.text))
    if len(found) != 1:
        return None
    around = f"{value.text[: found[0].start()]} {value.text[found[0].end() :]}"
    others = around.casefold().replace(spoken_language().numbers.about, "").strip()
    number = f"{read_number(found[0][0]):f}"
    if others in (LESS, spoken_language().signs.fewer_than):
        return f"{LESS}{number}"
    return None if any(letter.isalpha() for letter in others) else number


def _parts(content: Content, context: Context, origin: Span | None) -> Iterator[Markup]:
    placed = context.places.of_words(content, origin) if context.places else {}
    before: Inline | None = None
    for index, item in enumerate(content):
        if isinstance(item, NoteMark) and isinstance(before, NoteMark):
            yield element("sup", None, MARK_JOINT)
        if isinstance(item, Text) and index in placed:
            parts = (element("span", {PLACE: number}, words) for words, number in placed[index])
            yield _words(item, joined(parts))
        else:
            yield _item(item, context)
        before = item


def _item(item: Inline, context: Context) -> Markup:
    match item:
        case Text():
            return _words(item, joined((item.text,)))
        case Value():
            return _styled(_figure(item, context), bold=item.bold, italic=item.italic)
        case Link(content=content, url=url):
            return element("a", {"href": url}, inline(content, context))
        case CrossReference():
            return _reference(item, context)
        case PageReference(target=target, name=name):
            return _page(target, name, context)
        case NoteMark():
            return _mark(item, context)
        case LineBreak():
            return void("br")
        case _:
            assert_never(item)


def _words(item: Text, shown: Markup) -> Markup:
    words = _styled(shown, bold=item.bold, italic=item.italic)
    return element("span", {"lang": item.language}, words) if item.language else words


def _figure(value: Value, context: Context) -> Markup:
    place = context.places.of_value(value) if context.places else None
    number = machine_number(value)
    if value.spoken is None and number is not None:
        return element("data", {"value": number, PLACE: place}, value.text)
    shown = joined((value.text,)) if value.spoken is None else aloud(value.text, value.spoken)
    return shown if place is None else element("span", {PLACE: place}, shown)


def _reference(item: CrossReference, context: Context) -> Markup:
    """A link to a place; of an abbreviation with what it means."""
    meaning = context.abbreviations.get(item.target)
    words = element("abbr", {"title": meaning}, item.text) if meaning else item.text
    return element("a", {"href": context.address(item.target)}, words)


def _page(target: str, name: str, context: Context) -> Markup:
    """There are no pages here: after the word 'pagina' comes the name of what is on it."""
    if not name:
        return NOTHING
    return joined((f"{spoken_language().places.of} ", element("a", {"href": context.address(target)}, name)))


def _mark(item: NoteMark, context: Context) -> Markup:
    attributes = {
        "id": anchor(context.marked(item.note)),
        "href": context.address(note_anchor(item.note)),
        "role": "doc-noteref",
        "aria-label": spoken_language().places.note(item.mark),
    }
    return element("sup", None, element("a", attributes, item.mark))


def _styled(words: Markup, *, bold: bool, italic: bool) -> Markup:
    words = element("strong", None, words) if bold else words
    return element("em", None, words) if italic else words
