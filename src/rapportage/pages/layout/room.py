"""What has no room where it must be: found while a block is set, reported to the author, and no fault of ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document import (
    Aside,
    Block,
    Chart,
    FlowDiagram,
    Heading,
    Image,
    KeyFigures,
    Paragraph,
    QrCode,
    Table,
    Terms,
    plain_text,
)

LONGEST = 40
"""So many characters of a text that is too wide say which it is."""


class Misfit(Struct, frozen=True):
    """`code` is that of the finding that it becomes; message and hint are in Dutch."""

    code: str
    message: str
    origin: Span | None
    hint: str


class NoRoom(Exception):
    """The block that is being set can't be made to fit."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.origin: Span | None = None
        """Where it was written, when that is not where it has to be."""

    def of(self, origin: Span | None) -> Misfit:
        return Misfit(self.code, self.message, self.origin or origin, self.hint)


@contextmanager
def written_at(origin: Span | None) -> Iterator[None]:
    """What has no room here was written at `origin`: the words of a heading, in the table of contents."""
    try:
        yield
    except NoRoom as fault:
        fault.origin = origin
        raise


class TooWide(NoRoom):
    """A part of a text that is never broken, such as a number, is wider than the place where it has to be."""

    def __init__(self, text: str) -> None:
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        message = f"'{shown}' is breder dan de plaats waar het moet staan, en een getal wordt nooit afgebroken"
        super().__init__("D103", message, "kort het in, of geef het een bredere plaats")


class TooNarrow(NoRoom):
    """There is room for a few letters."""

    def __init__(self) -> None:
        super().__init__("D103", "dit staat zo diep in lijsten of kaders dat er geen regel in past", "nest minder diep")


class TooHigh(NoRoom):
    """What can't be broken is taller than a page; `name` says what."""

    def __init__(self, name: str, hint: str, code: str = "D104") -> None:
        super().__init__(code, f"{name} is hoger dan de pagina", hint)


class DoesNotFit(Exception):
    """All of a document that has no room."""

    def __init__(self, misfits: Sequence[Misfit]) -> None:
        super().__init__("; ".join(misfit.message for misfit in misfits))
        self.misfits = tuple(misfits)


def too_high(block: Block | Heading) -> TooHigh:
    """What is wrong with a block that must stay together and can't."""
    name = named(block)
    match block:
        case Chart(is_half=True):
            hint = "kort de titels, boodschappen of noten in, kies minder onderdelen, of laat 'breedte: half' weg"
        case Chart():
            hint = "kies minder onderdelen of perioden of een andere soort, of kort de titel of de boodschap in"
        case FlowDiagram():
            hint = "verdeel het schema, of kort de titel in"
        case Image():
            hint = "kort de titel in"
        case _:
            return TooHigh(name, "kort de tekst in")
    with_words = f"{name} met titel en boodschap" if isinstance(block, Chart) else f"{name} met zijn titel"
    return TooHigh(with_words, hint, "D102")


def named(block: Block | Heading) -> str:
    """A block as a message speaks of it."""
    match block:
        case Table(label=label) | Chart(label=label) | FlowDiagram(label=label) | Image(label=label) if label:
            return label.lower()
        case Heading():
            return f"de kop '{plain_text(block.content)[:LONGEST]}'"
        case Chart() | FlowDiagram():
            return "de figuur"
        case Image():
            return "de afbeelding"
        case QrCode():
            return "de QR-code"
        case KeyFigures():
            return "een rij kaarten"
        case Aside():
            return "het kader"
        case _:
            return "dit blok"


def origin_of(block: Block | Heading) -> Span | None:
    """Where a block is in the layout, as far as it knows."""
    match block:
        case (
            Paragraph()
            | Aside()
            | Terms()
            | Table()
            | Chart()
            | FlowDiagram()
            | Image()
            | QrCode()
            | KeyFigures()
            | Heading()
        ):
            return block.origin
        case _:
            return None
