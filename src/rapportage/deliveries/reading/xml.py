"""XML of delivered files, without anything that XML can do besides: no document type, so no entities of its own."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat

from rapportage.deliveries.reading.faults import DeliveryFault, damaged


class Parser:
    """Runs an expat parser over one part; who makes it sets the handlers of `expat`."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.expat = expat.ParserCreate()
        self.expat.buffer_text = True
        self.expat.StartDoctypeDeclHandler = self._refused
        self.expat.EntityDeclHandler = self._refused

    def run(self, data: bytes) -> None:
        """Reads all of `data`.

        Raises:
            DeliveryFault: it is no XML, or has a document type.
        """
        try:
            self.expat.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError):  # the last two: an encoding that the parser does not know
            line = self.expat.CurrentLineNumber
            raise damaged(f"het onderdeel {self.part} is geen leesbare XML (regel {line})") from None

    def _refused(self, *_: object) -> NoReturn:
        message = f"in het onderdeel {self.part} staan entiteiten (DOCTYPE): zo maakt geen rekenprogramma een bestand"
        raise DeliveryFault("I104", message, "vraag het bestand opnieuw op, en open dit bestand niet")


def escaped(text: str) -> str:
    """Text as it is written between tags. (`xml.sax.saxutils` would load all that fetches a page.)"""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def local(name: str) -> str:
    """A name without the prefix of its namespace."""
    return name.rpartition(":")[2]
