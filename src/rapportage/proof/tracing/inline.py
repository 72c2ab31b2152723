"""From inline content to parts of a passage, as the layout sets it: with the words that it adds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from rapportage.diagnostics import Span
from rapportage.document import (
    MARK_JOINT,
    Content,
    CrossReference,
    LineBreak,
    Link,
    Note,
    NoteMark,
    NumberedWords,
    PageReference,
    Text,
    Value,
    plain_text,
)
from rapportage.figures.words.periods import A_YEAR
from rapportage.proof.tracing.passages import Part, PartKind, Passage, Place
from rapportage.proof.vocabulary.spoken import patterns

_YEAR = re.compile(A_YEAR)
"""A year as a period is called: a number of four digits would have a dot."""
_NUMBER = re.compile(r"[+−-]?\d[\d.,]*\s?%?")


def numbered_parts(words: NumberedWords) -> tuple[Part, ...]:
    """The number apart from the words."""
    return (*((Part(words.before, PartKind.NUMBERING),) if words.number else ()), *parts_of(words.words))


def without_notes(words: NumberedWords) -> NumberedWords:
    """As they are in a table of contents."""
    return NumberedWords(words.number, tuple(each for each in words.words if not isinstance(each, NoteMark)))


def parts_of(content: Content, kind: PartKind = PartKind.LITERAL) -> tuple[Part, ...]:
    """The parts of `content`, words being of that kind."""
    return tuple(_parts(content, kind))


def heard(content: Content) -> tuple[Part, ...]:
    """The parts of an alternative text: words only, without the marks of notes and with nothing said otherwise."""
    return tuple(
        replace(part, spoken=None)
        for part in parts_of(tuple(each for each in content if not isinstance(each, NoteMark | PageReference)))
    )


def plain_part(text: str, kind: PartKind = PartKind.LITERAL) -> Part:
    return Part(text, kind)


def note_passages(note: Note, place: Place, origin: Span | None) -> Iterator[Passage]:
    """The mark of a note, and its words."""
    yield Passage(place, (Part(note.mark, PartKind.NUMBERING),))
    yield Passage(place, parts_of(note.content), origin=origin, content=note.content)


def is_source(content: Content, sources: frozenset[str]) -> bool:
    """Whether the words are the line of a source, as in the list of all of them."""
    return plain_text(content).removesuffix(".") in sources


def is_number(text: str) -> bool:
    """Whether the text is a number and nothing else."""
    return _NUMBER.fullmatch(text.replace("\u00a0", " ").strip()) is not None


def _parts(content: Content, kind: PartKind) -> Iterator[Part]:
    after_mark = False
    for item in content:
        match item:
            case Text(text=text):
                yield Part(text, kind)
            case Value():
                yield _value(item)
            case Link(content=inner):
                yield from _parts(inner, kind)
            case CrossReference(text=text):
                yield Part(text, PartKind.REFERENCE if patterns().explained.place_name.fullmatch(text) else kind)
            case PageReference(target=target, name=name):
                yield Part("", PartKind.PAGE, target=target, name=name)
            case NoteMark(mark=mark):
                yield Part(f"{MARK_JOINT}{mark}" if after_mark else mark, PartKind.NUMBERING)
            case LineBreak():
                yield Part(" ")
        after_mark = isinstance(item, NoteMark)


def _value(value: Value) -> Part:
    """A figure, or a name or period. A number without a trace is a figure that can't be traced."""
    is_bare = not value.is_name and is_number(value.text) and not _YEAR.fullmatch(value.text)
    trace = value.trace or value.rests_on
    kind = PartKind.FIGURE if trace is not None or is_bare else PartKind.NAME
    return Part(value.text, kind, trace, value.spoken, origin=value.origin, value=value)
