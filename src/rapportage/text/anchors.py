"""What texts point at: notes and their marks, and the places that have a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from rapportage.diagnostics import Findings, Span
from rapportage.diagnostics.suggestion import nearest, suggest
from rapportage.document import Content, Note, NoteMark
from rapportage.input.loading.nodes import Scalar

_OURS = re.compile(r"(?:noot|merk|kaarten)-.*|.*-trend\d+|inhoudsopgave|vergelijking|_?[.].*")
"""Ids of notes, their marks, cards and trends, and of what the tool puts in front."""
NoteText = Callable[[Scalar], Content | None]


class Places(Struct):
    """The blocks with an id, under the name that running text gives them: 'tabel 1', 'figuur 2', 'paragraaf 2.1'."""

    findings: Findings
    names: dict[str, str] = field(default_factory=dict)
    are_unique: bool = True
    """False when two blocks have one id, which was reported."""
    reserved: frozenset[str] = frozenset()
    """The ids that the user gives: no other place gets one of them, whichever comes first."""
    unread: Mapping[str, Span] = field(default_factory=dict)
    """What is written in blocks that hold a fault, with where that is: it may be the id of one."""
    _spans: dict[str, Span] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)

    def add(self, id: Scalar | None, fallback: str, name: str) -> str:
        """The id of a block: the user's, or `fallback`, with a number behind it where that is taken.

        One of the user that is there already, or that we give to something that is no block, is a fault.
        """
        if id is None:
            given = self._free(fallback)
            self.names[given] = name
            return given
        if id.text in self._spans or _OURS.fullmatch(id.text):
            self.are_unique = False
            first = self._spans.get(id.text)
            message = f"id '{id.text}' is er al: {first}" if first else f"id '{id.text}' geeft rapportage zelf"
            hint = "geef elk blok een eigen id" if first else "kies een ander id"
            self.findings.error("T403", message, id.span, hint)
        self.names[id.text] = name
        self._spans.setdefault(id.text, id.span)
        return id.text

    def _free(self, id: str) -> str:
        given = id
        while given in self.names or given in self.reserved:
            self._last[id] = self._last.get(id, 1) + 1
            given = f"{id}-{self._last[id]}"
        return given

    def name_of(self, id: str, span: Span) -> str | None:
        if id not in self.names and id in self.unread:
            self.findings.rests(span, self.unread[id])
        elif id not in self.names:
            self.findings.error("T402", f"er is geen blok met id '{id[:60]}'", span, suggest(id, self._spans))
        return self.names.get(id)


class PageNotes(Struct):
    """Notes at the foot of a page, numbered in the order of their first mark."""

    texts: Mapping[str, Scalar]
    places: Places
    findings: Findings
    unread: Mapping[str, Span] = field(default_factory=dict)
    """What is written where the notes could not be read, with where that is."""
    resolve: NoteText | None = None
    """Gives the content of a note; set once texts can be resolved."""
    notes: dict[str, Note] = field(default_factory=dict)
    _faulty: set[str] = field(default_factory=set)

    def place(self, id: str, span: Span) -> tuple[str, str] | None:
        name = self.places.name_of(id, span)
        return None if name is None else (id, name)

    def note(self, id: str, span: Span) -> NoteMark | None:
        if id not in self.texts and id in self.unread:
            self.findings.rests(span, self.unread[id])
            return None
        if id not in self.texts:
            near = nearest(id, self.texts)
            hint = suggest(id, self.texts) if near else f"zet onder 'noten:' de regel: {id[:60]}: de tekst van de noot"
            self.findings.error("T404", f"er is geen noot '{id[:60]}'", span, hint)
            return None
        self._read(id)
        return None if id in self._faulty else NoteMark(id, self.notes[id].mark)

    def read_all(self) -> None:
        """Reads those that no text has marked as well, for the faults in them: the mark itself may be faulty."""
        for id in self.texts:
            self._read(id)

    def _read(self, id: str) -> None:
        if id not in self.notes and id not in self._faulty:
            content = self.resolve(self.texts[id]) if self.resolve else ()
            if content is None:
                self._faulty.add(id)
            else:
                self.notes[id] = Note(id, str(len(self.notes) + 1), content, self.texts[id].span_at(0))


class Nowhere(Struct, frozen=True):
    """For words that are read before anything has a place: whatever they point at may be there."""

    def note(self, id: str, span: Span) -> NoteMark | None:
        return NoteMark(id, "")

    def place(self, id: str, span: Span) -> tuple[str, str] | None:
        return id, id


class BlockNotes(Struct):
    """The notes of one table or chart: their own series a, b, c, in the order of their marks."""

    block: str
    page: PageNotes
    notes: dict[str, Note] = field(default_factory=dict)

    def place(self, id: str, span: Span) -> tuple[str, str] | None:
        return self.page.place(id, span)

    def note(self, id: str, span: Span) -> NoteMark | None:
        """The mark of one of the layout's notes."""
        if id not in self.page.texts or self.page.resolve is None:
            return self.page.note(id, span)
        key = f"[^{id}]"  # as no note of our own is called
        if key in self.notes:
            return self._mark(key)
        text = self.page.texts[id]
        content = self.page.resolve(text)
        return None if content is None else self.own(key, content, text.span_at(0))

    def own(self, key: str, content: Content, origin: Span | None = None) -> NoteMark:
        """The mark of a note that the tool itself makes; one with the same key is one note."""
        if key not in self.notes:
            id = f"{self.block}-{len(self.notes) + 1}"
            while id in self.page.texts:  # a note of the page may be called so
                id += "-"
            self.notes[key] = Note(id, letter(len(self.notes)), content, origin)
        return self._mark(key)

    def _mark(self, key: str) -> NoteMark:
        return NoteMark(self.notes[key].id, self.notes[key].mark)


def letter(place: int) -> str:
    """a, b … z, aa, ab …"""
    letters = ""
    while place >= 0:
        letters = chr(ord("a") + place % 26) + letters
        place = place // 26 - 1
    return letters
