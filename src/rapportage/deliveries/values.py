"""From a cell of a delivery to a figure as a period file writes it: nothing is guessed, what is not said is asked."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.deliveries.grid import Cell, CellKind
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.unit_text import scale_of
from rapportage.figures.words.signs import PROVISIONAL_MARK
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.delivery import BLANK, PROVISIONAL, WITHOUT, Exactness, Hidden
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.typed.measure import Measure

_DECLARE = "zeg in 'tekens' wat het betekent"


class Reading(Struct, frozen=True):
    """What a levering says of the cells of a series."""

    signs: ReadOnly[str, Scalar]
    exactness: Exactness | None = None
    hidden: Hidden | None = None
    text_is_number: bool = False
    factor: Decimal | None = None
    unit: str = ""
    measure: Measure = Measure("")
    """What the figures are measured in, as a period file has them."""

    @property
    def is_percentage(self) -> bool:
        return self.unit.startswith("%") or self.unit in ("procent", "procentpunt")

    @property
    def ones(self) -> Decimal:
        """How many ones a number of 1 in the file stands for, as the unit and the factor have it."""
        return CONTEXT.multiply(self.factor or Decimal(1), scale_of(self.unit))


class CellFault(Exception):
    """What is wrong with a cell, for who knows where it is."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def at(self, place: str, asked: Scalar) -> SpecFault:
        return SpecFault(self.code, f"{place}: {self.message}", asked.span, self.hint)


def figure_of(cell: Cell, reading: Reading, of_period: str = "") -> str:
    """What a period file has for the cell: '341', '12.5', '341*', '.', '<5'.

    A number has the mark of its period as well as its own.

    Raises:
        CellFault: it is no figure, or the levering does not say what it means.
    """
    _refuse(cell, reading)
    number = _number(cell, reading)
    if number is None:
        return _sign(cell, reading)
    meant = [_marked(each, reading) for each in (cell.mark, of_period) if each]
    mark = _strongest(meant) if meant else ""
    if mark not in ("", PROVISIONAL, WITHOUT):
        return mark
    written = f"{number:f}"
    return f"{written}{PROVISIONAL_MARK}" if mark == PROVISIONAL else written


def _refuse(cell: Cell, reading: Reading) -> None:
    """What can be no figure, whatever is said of it."""
    shown = cell.text[:40]
    if cell.hidden and reading.hidden != "meenemen":
        skips = " of 'verborgen: overslaan'" if reading.hidden is None else ""
        hint = f"schrijf 'verborgen: meenemen'{skips} bij de tabel"
        raise CellFault("I401", f"'{shown}' staat in een verborgen rij of kolom", hint)
    if cell.formula_without_value:
        hint = "open het bestand, reken het door, sla het op en lever het opnieuw aan"
        raise CellFault("I402", "een formule waarvan de uitkomst niet in het bestand staat", hint)
    match cell.kind:
        case CellKind.ERROR:
            raise CellFault("I403", f"een fout van het rekenblad: {shown}", "vraag de afzender om een goed bestand")
        case CellKind.DATE:
            hint = "het rekenblad heeft er een datum van gemaakt; herstel de cel in het bestand"
            raise CellFault("I404", f"'{shown}' is een datum, geen cijfer", hint)
        case CellKind.BOOLEAN:
            raise CellFault("I404", f"'{shown}' is ja of nee, geen cijfer", "kijk of dit de goede kolom is")
    if (cell.merged or cell.covers) and cell.kind is not CellKind.BLANK:
        hint = "één cijfer over meer cellen hoort niet bij één onderdeel; splits de cel, of kies andere cellen"
        raise CellFault("I405", f"'{shown}' komt uit samengevoegde cellen", hint)


def _number(cell: Cell, reading: Reading) -> Decimal | None:
    """The number of the cell; None where it has none."""
    if cell.kind is CellKind.TEXT:
        if cell.value is None or cell.text in reading.signs:
            return None
        if not reading.text_is_number:
            hint = "is het overal een getal, schrijf dan 'tekst_is_getal: ja' bij de tabel"
            raise CellFault("I406", f"'{cell.text[:40]}' is in het bestand tekst, geen getal", hint)
        return _scaled(cell, cell.value, reading)
    if cell.kind is not CellKind.NUMBER or cell.value is None:
        return None
    return _scaled(cell, _exact(cell, cell.value, reading), reading)


def _exact(cell: Cell, shown: Decimal, reading: Reading) -> Decimal:
    """The number as shown or as stored, as the levering says where these differ."""
    if cell.stored is None or cell.stored == shown:
        return shown
    if reading.exactness is None:
        message = f"de cel toont {cell.text[:40]}, en bewaart {cell.stored:f}"
        raise CellFault("I407", message, "kies in de levering 'nauwkeurig: getoond' of 'nauwkeurig: bewaard'")
    return shown if reading.exactness == "getoond" else cell.stored


def _scaled(cell: Cell, number: Decimal, reading: Reading) -> Decimal:
    """The number in the unit of the series."""
    if cell.percent and reading.unit and not reading.is_percentage:
        message = f"'{cell.text[:40]}' is een percentage, en de eenheid van de reeks is '{reading.unit[:40]}'"
        raise CellFault("I408", message, "kijk of dit de goede kolom is, of verbeter de eenheid")
    if cell.percent and reading.factor not in (None, 1):
        message = f"'{cell.text[:40]}' is al een percentage, en de levering zegt 'maal: {reading.factor}'"
        raise CellFault("I408", message, "laat 'maal' weg, of schrijf 'maal: 1' bij deze reeks")
    if cell.scale and reading.ones != Decimal(10) ** cell.scale:
        message = f"'{cell.text[:40]}' is in {_scale_name(cell.scale)}, en de levering leest {_read_as(reading)}"
        raise CellFault("I409", message, scale_hint(Decimal(10) ** cell.scale, reading))
    if reading.factor is None or not number.is_finite():
        return number
    made = CONTEXT.multiply(number, reading.factor)
    places = max(0, -_exponent(number) - _shift(reading.factor))
    return made.quantize(Decimal(1).scaleb(-places), context=CONTEXT)


def _shift(factor: Decimal) -> int:
    """How many decimals a factor takes away: 3 for 1000; a factor that is no power of ten adds its own."""
    if factor.as_tuple().digits.count(0) == len(factor.as_tuple().digits) - 1 and factor.as_tuple().digits[0] == 1:
        return factor.adjusted()
    return min(0, _exponent(factor))


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _sign(cell: Cell, reading: Reading) -> str:
    """The figure of a cell that holds a sign, or nothing."""
    if cell.kind is CellKind.BLANK and not cell.text:
        if cell.mark and (meant := _marked(cell.mark, reading)) not in (PROVISIONAL, WITHOUT):
            return meant
        if BLANK not in reading.signs:
            raise CellFault("I410", "de cel is leeg", f"zeg in 'tekens' wat dat betekent: {{{BLANK}: '.'}}")
        return _figure(BLANK, reading)
    if cell.text in reading.signs:
        return _figure(cell.text, reading)
    if (
        cell.mark
        and cell.mark in reading.signs
        and (meant := _marked(cell.mark, reading))
        not in (
            PROVISIONAL,
            WITHOUT,
        )
    ):
        return meant
    shown = cell.text[:40]
    if len(cell.text) <= 3 and not any(map(str.isalnum, cell.text)):
        raise CellFault("I411", f"het teken '{shown}' is niet afgesproken", f"{_DECLARE}: {{'{shown}': '.'}}")
    hint = f"is het een teken, {_DECLARE}: {{'{shown}': '.'}}; kijk anders of dit de goede cel is"
    raise CellFault("I411", f"'{shown}' is geen cijfer", hint)


def _figure(sign: str, reading: Reading) -> str:
    meant = reading.signs[sign].text
    if meant in (PROVISIONAL, WITHOUT):
        message = f"'{sign}' staat alleen in de cel, en '{meant}' zegt iets van een getal"
        raise CellFault("I411", message, "geef het in 'tekens' een betekenis als cijfer: '.' of 0")
    return meant


def _marked(mark: str, reading: Reading) -> str:
    """What a mark with a number means."""
    found = reading.signs.get(mark)
    if found is None and mark.isalpha() and all(each in reading.signs for each in mark):  # flags of Eurostat: 'bd'
        return _strongest([reading.signs[each].text for each in mark])
    if found is None:
        hint = f"{_DECLARE}: {{'{mark}': {PROVISIONAL}}} of {{'{mark}': {WITHOUT}}}"
        raise CellFault("I412", f"bij het getal staat '{mark[:20]}', en dat is niet afgesproken", hint)
    return found.text


def _strongest(meant: Sequence[str]) -> str:
    """Of what marks mean: a figure of its own, or else that it is provisional."""
    return next((each for each in meant if each not in (PROVISIONAL, WITHOUT)), min(meant))


def scale_hint(ones: Decimal, reading: Reading) -> str:
    """What to write where a number of 1 in the file stands for so many ones."""
    factor = CONTEXT.divide(ones, scale_of(reading.unit)).normalize(CONTEXT)
    unit = f"{ones:,f}".replace(",", ".")
    return f"schrijf 'maal: {factor:f}', of een eenheid als 'x {unit}' zonder 'maal'"


def _read_as(reading: Reading) -> str:
    said = f"'{reading.unit[:40]}'" if reading.unit else "hele aantallen"
    return f"{said} met 'maal: {reading.factor:f}'" if reading.factor is not None else said


def _scale_name(scale: int) -> str:
    return {3: "duizendtallen", 6: "miljoenen", 9: "miljarden"}.get(scale, f"eenheden van 10^{scale}")
