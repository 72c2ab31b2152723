"""Marks behind sentences: where in the content of a paragraph a sentence ends, and what is put there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from rapportage.document import (
    Content,
    CrossReference,
    Inline,
    LineBreak,
    Link,
    NoteMark,
    PageReference,
    Text,
    Value,
    plain_text,
)
from rapportage.proof.tracing import sentences

_PAGE = "1"
"""Stands for the number of a page: what it is, only the layout knows, and it ends no sentence."""


class SentenceMark(Struct, frozen=True):
    """`mark` belongs behind the sentence `text` of the words `told`."""

    told: str
    text: str
    mark: str


def behind_sentences(content: Content, marks: Sequence[SentenceMark]) -> Iterator[Inline]:
    """The content with each mark right behind its sentence, and behind the note marks there.

    At the end comes the mark of a sentence that can't be found in the content.
    """
    places = _places(content, marks)
    at = 0
    due: list[str] = []
    for item in _cut(content, tuple(places)):
        if due and not isinstance(item, NoteMark):
            yield from _shown(due)
            due = []
        yield item
        at += len(_words(item))
        for place in sorted(place for place in places if place <= at):
            due += places.pop(place)
    yield from _shown(due)
    for place in sorted(places):
        yield from _shown(places[place])


def _cut(content: Content, places: Collection[int]) -> Iterator[Inline]:
    """The content with runs of words cut in two at these places."""
    begin = 0
    for item in content:
        end = begin + len(_words(item))
        if isinstance(item, Text):
            edges = [begin, *sorted(place for place in set(places) if begin < place < end), end]
            yield from (replace(item, text=item.text[one - begin : two - begin]) for one, two in pairwise(edges))
        else:
            yield item
        begin = end


def _places(content: Content, marks: Sequence[SentenceMark]) -> dict[int, list[str]]:
    """The marks by where they come in the words of `content`: sentences are found by their number."""
    words = "".join(map(_words, content))
    own = sentences(words)
    found: dict[int, list[str]] = {}
    taken: set[int] = set()
    for each in marks:
        told = [each.told[begin:end] for begin, end in sentences(each.told)]
        number = next((at for at, text in enumerate(told) if text == each.text and at not in taken), None)
        is_found = number is not None and len(told) == len(own)
        place = own[number][1] if number is not None and is_found else len(words)
        if number is not None:
            taken.add(number)
        found.setdefault(place, []).append(each.mark)
    return found


def _words(item: Inline) -> str:
    match item:
        case Text(text=text) | Value(text=text) | CrossReference(text=text):
            return text
        case Link(content=inner):
            return plain_text(inner)
        case PageReference():
            return _PAGE
        case LineBreak():
            return " "
        case NoteMark():
            return ""


def _shown(marks: Sequence[str]) -> Iterator[Inline]:
    for mark in marks:
        yield from (Text(" "), Text(mark, italic=True))
