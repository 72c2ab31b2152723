"""What a place for words may hold besides plain words: all else is refused there, so that nothing of it vanishes."""

from __future__ import annotations

from msgspec import Struct


class Allowed(Struct, frozen=True):
    """What is set, read aloud and repeated as it was meant. `hint` says (in Dutch) where the rest belongs."""

    figures: bool = True
    notes: bool = True
    links: bool = True
    """Links, and references to other places and their pages."""
    form: bool = True
    """Words in bold or italics, and the end of a line."""
    opens: bool = True
    """Whether it is read by itself, so that it begins with a capital."""
    hint: str = ""
    code: str = "T114"
    """Of the finding that something can't be here."""


EVERYTHING = Allowed()
IN_NOTE = Allowed(notes=False, hint="zet de uitleg in de noot zelf", code="T405")
HEAD = Allowed(figures=False)
"""What is over or before figures and names them: a figure there would be taken for one of them."""
TOLD = Allowed(notes=False, links=False, form=False, hint="hier kunnen alleen woorden en cijfers staan")
"""What is drawn, or read aloud instead, or is under the title."""
WORDS = Allowed(figures=False, notes=False, links=False, form=False, hint="hier kunnen alleen woorden staan")
"""What becomes a property of the file."""
NAME = Allowed(figures=False, notes=False, links=False, form=False, opens=False, hint=WORDS.hint)
"""What becomes a name, which is said in the middle of a sentence as well."""
