"""What tracing works with: passages of text with the origin of each part, and the report of what was found."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Literal

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document import Content, FigureInput, Trace, Value
from rapportage.proof.inspection import Spot


class PartKind(Enum):
    """Where a part of a text comes from. The value is the word that the user sees."""

    FIGURE = "cijfer"
    NAME = "naam of periode uit de gegevens"
    LITERAL = "tekst van de lay-out"
    NUMBERING = "nummer van een kop, tabel, figuur, noot of punt"
    REFERENCE = "verwijzing"
    PAGE = "paginanummer"
    SOURCE = "titel of datum van een bron"
    MADE = "door het programma geschreven"
    """The summary of a table, an alternative text."""
    SCALE = "schaal van een as"
    SIGN = "uitleg van een teken"


class Part(Struct, frozen=True):
    """A stretch of a passage; of a figure with its `trace`, of a page number with the place that is meant."""

    text: str
    kind: PartKind = PartKind.LITERAL
    trace: Trace | None = None
    spoken: str | None = None
    target: str = ""
    origin: Span | None = None
    """The place of the expression that gave it."""
    value: Value | None = None
    """What shows it in the document."""
    name: str = ""
    """Of a page number what is on that page, for where there are no pages."""


class Place(Struct, frozen=True):
    """Where something is: under which headings, in what, and of a table or chart in which row and column."""

    headings: tuple[str, ...]
    kind: str
    """'zin', 'cel', 'punt in grafiek' …: the words that the user sees."""
    block: str = ""
    """The id of the table, chart or card; empty in running text."""
    label: str = ""
    """'Tabel 1'."""
    row: str = ""
    column: str = ""

    def __str__(self) -> str:
        inner = ", ".join(part for part in (self.label, self.row, self.column) if part)
        return f"{self.kind}: {inner}" if inner else self.kind


PassageForm = Literal["text", "heard", "picture"]


class Passage(Struct, frozen=True):
    """What one element of the PDF is meant to say. `anchor` is the id of what begins here, for page numbers."""

    place: Place
    parts: tuple[Part, ...]
    form: PassageForm = "text"
    anchor: str = ""
    origin: Span | None = None
    content: Content = ()
    """What it is made of in the document."""
    course: str = ""
    """The id of the chart or trend that it describes: every point of that is a figure, drawn with its value or not."""

    is_repeated: bool = False
    """It says once more what another passage says: held against the file, and not entered again in the ledger."""

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


class ToldTrace(Struct, frozen=True):
    """How a figure came about, as it is told: all that a saved trace keeps of it."""

    exact: Decimal | None
    calculation: str
    inputs: tuple[FigureInput, ...]


class TracedFigure(Struct, frozen=True):
    """A figure in the output. `context` is the sentence or cell in which it is."""

    page: Spot
    place: Place
    context: str
    shown: str
    trace: ToldTrace
    spoken: str | None = None
    value: Value | None = None
    """What shows it in the document; None for a point of a chart, and in a report that was read back."""


class Number(Struct, frozen=True):
    """A number in the output that is no figure of the data, and what it is: a year, an article, a literal."""

    page: Spot
    place: Place
    context: str
    shown: str
    what: str
    origin: Span | None = None


class TraceFault(Struct, frozen=True):
    """What is wrong: a code of the catalogue, and in Dutch what and where."""

    code: str
    message: str
    origin: Span | None = None
    hint: str | None = None


class Told(Struct, frozen=True):
    """A passage as it is in the output; `holes` are where its figures begin and end, in the order of the ledger."""

    page: Spot
    place: Place
    text: str
    holes: tuple[tuple[int, int], ...] = ()
    content: Content = ()
    """What it is made of in the document, by which it can be found there; nothing in a report that was read back."""


class TraceReport(Struct, frozen=True):
    """All figures in reading order, the numbers that are no figures, all passages, and what is wrong."""

    title: str
    period: str
    pages: int
    """How many; none of an edition for the web."""
    figures: tuple[TracedFigure, ...]
    literals: tuple[Number, ...]
    """Numbers that someone typed in a text of the layout or the period file."""
    explained: tuple[tuple[str, int], ...]
    """How many other numbers there are, by what they are."""
    passages: tuple[Told, ...]
    faults: tuple[TraceFault, ...]
