"""An observation: one figure with its unit, status, precision and provenance (terms of SDMX)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.figures.dates import KnownDate
from rapportage.figures.measure_kinds import COUNT, MeasureKind
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import kind_of, scale_of


class ObservationStatus(Enum):
    """What is known of the value; the names follow the notation of Statistics Netherlands."""

    FINAL = "definitief"
    PROVISIONAL = "voorlopig"
    SUPPRESSED = "onderdrukt"
    """A small count that the source does not give: '<5' means 1 to 4."""
    UNKNOWN = "onbekend"
    MISSING = "nog in te vullen"
    """Only in a draft."""
    IMPOSSIBLE = "n.v.t."
    LATER = "nog niet bekend"
    """Of a period after that of the publication."""
    TOO_SMALL = "te klein voor een percentage"
    """What would be divided by a figure that is so small that the outcome says nothing."""
    NEAR_ZERO = "minder dan de helft van de eenheid"


@dataclass(frozen=True, slots=True)
class DataSource:
    """A publication that figures come from (`bron`). Each file may give the same one another `id`."""

    id: str = field(compare=False)
    title: str
    publisher: str
    date: KnownDate | None
    url: str | None
    span: Span | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        return hash(self.title)  # every figure has one: a text knows its hash


class DeliveredCell(Struct, frozen=True):
    """The cell of the file that an organisation delivered, from which a figure of the data was imported."""

    file: str
    sha256: str
    sheet: str
    address: str
    text: str
    """What the cell shows."""
    was: str | None = None
    """The figure that was imported from it, where the data have another now: then that is of no cell any more."""

    def __str__(self) -> str:
        sheet = f", blad '{self.sheet}'" if self.sheet else ""
        return f"{self.file}{sheet}, cel {self.address}"


class Cell(Struct, frozen=True, cache_hash=True):
    """Provenance of a figure given in the data."""

    series: str
    period: TimePeriod
    part: Part
    text: str
    source: DataSource
    vintage: str
    """The day as of which the figure was known: the last that the edition of its file can be of. Never to be shown."""
    span: Span
    more_sources: tuple[DataSource, ...] = ()
    """Further publications that the figure rests on."""
    reference_day: KnownDate | None = None
    """The day of a stock, where the source names it."""
    reason: str | None = None
    """Why the figure was restated, where the source says so."""
    step: Decimal | None = None
    """Between neighbouring figures as the source delivers them: 5 for fives, 0 where they are exact."""
    delivered: DeliveredCell | None = None
    """Where it was imported from; None for what was typed."""
    withheld: bool = False
    """Whether the source does give the figure, and the publication does not."""

    @property
    def category(self) -> str | None:
        """What it is a part of the whole of: 'Syrië', 'Utrecht, koop'; None for the whole."""
        return self.part.label or None


class Operation(Enum):
    """How a figure was computed; the value is the word that the user sees."""

    SUM = "som"
    MEAN = "gemiddelde"
    MEDIAN = "mediaan"
    FIRST_QUARTILE = "eerste kwartiel"
    THIRD_QUARTILE = "derde kwartiel"
    DIFFERENCE = "verschil"
    REST = "rest"
    PRODUCT = "product"
    QUOTIENT = "quotiënt"
    SHARE = "aandeel"
    CHANGE = "verandering in %"
    INDEX = "index"
    ABOVE = "meer dan"
    BELOW = "minder dan"
    AT_LEAST = "minstens"
    AT_MOST = "hoogstens"
    COUNT = "hoeveel"
    """Of figures, or of comparisons with a limit."""
    WORDS = "in woorden"
    """What a word such as 'derde' says: of the figure that it is about, and the comparisons that were made."""
    UNKNOWN = "onbekend"
    """Nothing can be computed of it."""
    ABSENT = "staat niet in de gegevens"
    """No data give it: it has no operands."""
    NO_SUM = "telt niet op over perioden"
    """Only shorter periods are given, and they don't add up to it: it has no operands either."""


class Calculation(Struct, frozen=True):
    """Provenance of a figure that was computed, of figures and of numbers that the user wrote."""

    operation: Operation
    operands: tuple[Observation | Decimal, ...]

    @property
    def inputs(self) -> tuple[Observation, ...]:
        """The operands that are figures."""
        return tuple(each for each in self.operands if isinstance(each, Observation))


Provenance = Cell | Calculation


class Observation(Struct, frozen=True):
    """One figure, never rounded.

    `value` is None exactly when the status is SUPPRESSED, UNKNOWN, MISSING, LATER, TOO_SMALL or IMPOSSIBLE. `low` and
    `high` bound the true value: equal to it for an exact count, half a rounding base to either side for one that was
    delivered rounded, 1 to 4 for '<5'; None when nothing is known. `unit` is 'aanvragen', 'personen', '%',
    'procentpunt' ….
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    status: ObservationStatus
    label: str
    """What it is a figure of: the category ('Syrië') or the title of the series."""
    period: TimePeriod
    provenance: Provenance
    kind: MeasureKind | None = None
    """What its series says that it measures; None for what its unit says."""

    @property
    def measure(self) -> MeasureKind:
        """What may be done with it: whether it adds up, has a share, can be negative."""
        return self.kind or kind_of(self.unit)

    @property
    def scale(self) -> Decimal:
        """How many ones a figure of 1 is: 1.000.000 in 'mln euro'."""
        return scale_of(self.unit)

    @property
    def is_count(self) -> bool:
        """Whether it is a number of whole things: what is in thousands says nothing of a few."""
        return self.measure == COUNT and self.scale == 1

    @property
    def known(self) -> bool:
        return self.value is not None

    @property
    def missing(self) -> bool:
        """Whether it rests on a figure that is still to be filled in."""
        if isinstance(self.provenance, Cell):
            return self.status is ObservationStatus.MISSING
        return any(each.missing for each in self.provenance.inputs)

    def cells(self) -> tuple[Cell, ...]:
        """Every cell of data that the figure rests on, each once, in the order of the calculation."""
        if isinstance(self.provenance, Cell):
            return (self.provenance,)
        found = dict.fromkeys(cell for observation in self.provenance.inputs for cell in observation.cells())
        return tuple(found)
