"""Notes: each right after the block that marks it first, with a way back to every mark."""

from __future__ import annotations

from collections.abc import Iterable

from rapportage.document import Note, note_anchor
from rapportage.figures.languages.spoken import spoken_language
from rapportage.html.context import PLACE, Context, anchor, marks_of
from rapportage.html.inline import inline
from rapportage.html.markup import NOTHING, Markup, element, joined, lines

BACK = "↑"


def notes(given: Iterable[Note], context: Context) -> Markup:
    """The notes, one below the other; nothing where there is none."""
    return lines(_note(note, context) for note in given)


def _note(note: Note, context: Context) -> Markup:
    mark = element("span", {"class": "mark"}, note.mark)
    words = element("p", None, mark, " ", inline(note.content, context, note.origin), _ways_back(note, context))
    attributes = {"class": "note", "id": anchor(note_anchor(note.id)), "role": "doc-footnote"}
    return element("div", {**attributes, PLACE: context.place(note.origin)}, words)


def _ways_back(note: Note, context: Context) -> Markup:
    """A link to each place that marks the note: who came from there finds it back."""
    ids = marks_of(note.id, context.marks.get(note.id, 0))
    return (
        joined(_way_back(note, id, number, len(ids), context) for number, id in enumerate(ids, 1)) if ids else NOTHING
    )


def _way_back(note: Note, id: str, number: int, count: int, context: Context) -> Markup:
    places = spoken_language().places
    name = places.back_to_note(note.mark) if count == 1 else places.back_to_mark(note.mark, number)
    words = BACK if count == 1 else f"{BACK}{number}"
    attributes = {"href": context.address(id), "role": "doc-backlink", "aria-label": name}
    return joined((" ", element("a", attributes, words)))
