"""Whether what a provenance file says can be right: is that in that cell, and does it say where every figure is from?

Somebody may have edited it, or taken lines out, so that a figure in the PDF leads to a cell that never gave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rapportage.deliveries.grid import Delivery
from rapportage.deliveries.imported import Levering
from rapportage.deliveries.reading.numbers import MINUS, SPACES, written
from rapportage.diagnostics import Findings, Span
from rapportage.figures.rounding import CONTEXT
from rapportage.input.specs.delivery import BLANK, DeliveredTable, ImportedSeries
from rapportage.input.specs.period import PeriodFile, cells_of
from rapportage.input.specs.provenance import FiguresByKey, OriginKey, OriginSpec, Provenance, number_of, same

WRONG, UNTRACED = "I605", "I606"
"""An origin that does not fit its cell or its figure, and a figure without one among those that were imported."""
_SIGNS = "€$£"
_CURRENCY = _SIGNS + SPACES
_FREE = frozenset(Decimal(10) ** power for power in range(-3, 10))
"""What a raw number may be multiplied by, where nobody knows what the levering said."""


def name_of(key: OriginKey) -> str:
    """'eerste_aanvragen, Syrië'."""
    return f"{key.series}, {key.part.label or 'totaal'}"


def place_of(provenance: Provenance, origin: OriginSpec) -> str:
    """The cell of an origin, as messages name it."""
    sheet = f", blad '{origin.sheet.text}'" if origin.sheet else ""
    return f"{provenance.deliveries[origin.delivery.text].path.text}{sheet}, cel {origin.cell.text}"


def otherwise_in_file(provenance: Provenance, key: OriginKey, origin: OriginSpec, delivery: Delivery) -> str:
    """What the delivered file has in that cell, where it is not what the provenance says; '' where it is."""
    name = origin.sheet.text if origin.sheet else ""
    sheet = next((each for each in delivery.sheets if each.name == name), None)
    cell = sheet.named(origin.cell.text) if sheet is not None else None
    where = f"{name_of(key)}: volgens de herkomst staat in {place_of(provenance, origin)} '{_raw(origin)}'"
    if cell is None:
        return f"{where}, en die cel is er niet"
    is_same = " ".join(cell.text.split()) == " ".join(_raw(origin).split())
    return "" if is_same else f"{where}, en daar staat '{cell.text[:40]}'"


def otherwise_in_itself(provenance: Provenance, key: OriginKey, origin: OriginSpec, levering: Levering | None) -> str:
    """Where the raw text of an origin can't give its figure; '' where it can."""
    if _can_give(_raw(origin), origin.figure.text, key.series, levering):
        return ""
    where = place_of(provenance, origin)
    return (
        f"{name_of(key)}: ingelezen is {origin.figure.text}, en volgens de herkomst stond in {where} '{_raw(origin)}'"
    )


def _raw(origin: OriginSpec) -> str:
    return origin.raw.text if origin.raw else ""


def _can_give(raw: str, figure: str, series: str, levering: Levering | None) -> bool:
    """Whether a cell that shows `raw` can be that figure, as far as its text alone can tell."""
    number = number_of(figure)
    meanings = [each.text for each in levering.spec.signs.values()] if levering else []
    own = levering.spec.signs.get(raw or BLANK) if levering else None
    shown = [Decimal(0)] if number is None else list(_numbers(raw))
    if number is not None and not shown and any(each.isdecimal() for each in raw):
        return True  # words of a number format, of which its text alone does not tell how they are read
    if number is None or not shown:
        return levering is None or (own.text == figure if own is not None else figure in meanings)
    factors = _FREE if levering is None else {_factor(levering, series)}
    is_rounded = levering is None or _keeps_more(levering, series)
    return any(_is(number, each, factor, is_rounded=is_rounded) for each in shown for factor in factors) or (
        own is not None and same(own.text, figure)
    )


def _numbers(raw: str) -> Iterator[Decimal]:
    """All that a text can be read as: '1.234' with either decimal sign, '€ 12' as 12, '(12)' as -12 and as 12."""
    bare = raw.strip(_CURRENCY)
    is_between = bare.startswith("(") and bare.endswith(")")
    found = written(bare[1:-1].strip(_CURRENCY) if is_between else _without_currency(bare))
    for sign in sorted(found.signs) if found is not None else ():
        read = found.read(sign) if found is not None else None
        if read is not None:
            yield read.value
            if is_between:
                yield -read.value


def _without_currency(text: str) -> str:
    """'-12' of '- € 12'."""
    first, rest = text[:1], text[1:].lstrip(SPACES)
    is_negative = first in MINUS and rest[:1] in _SIGNS
    return f"{first}{rest.strip(_CURRENCY)}" if first and rest and is_negative else text


def _is(number: Decimal, shown: Decimal, factor: Decimal, *, is_rounded: bool) -> bool:
    """Whether a cell that shows that number holds the other: the same, or one that is shown so when rounded."""
    made = CONTEXT.multiply(shown, factor)
    exponent = shown.as_tuple().exponent
    half = CONTEXT.multiply(Decimal(5).scaleb(min(exponent, 0) - 1 if isinstance(exponent, int) else -1), factor)
    return made == number or (is_rounded and abs(number - made) <= half)


def _asking(levering: Levering, series: str) -> tuple[DeliveredTable | None, ImportedSeries | None]:
    table = next((each for each in levering.tables if series in each.series), None)
    return table, table.series[series] if table is not None else None


def _factor(levering: Levering, series: str) -> Decimal:
    table, own = _asking(levering, series)
    said = (own.factor if own else None) or (table.factor if table else None) or levering.spec.factor
    return said or Decimal(1)


def _keeps_more(levering: Levering, series: str) -> bool:
    """Whether its figures are what the cells hold, and not what they show."""
    table, _ = _asking(levering, series)
    return ((table.exactness if table else None) or levering.spec.exactness) == "bewaard"


def check_untraced(
    file: PeriodFile, figures: FiguresByKey, provenance: Provenance, given: Iterable[OriginKey], findings: Findings
) -> None:
    """Reports figures without an origin that a levering gives, or that stand among parts that were imported.

    `given` is what the leveringen find in the delivered files that are there; of others only the origins tell. Figures
    are known by their place in the file: a list of parts may have given them other names.
    """
    known = {at.span for key in provenance.origins if (at := figures.at(key)) is not None}
    asked = {at.span for key in given if (at := figures.at(key)) is not None}
    rows = {(key.series, frozenset(key.part.dimensions)) for key in provenance.origins if key.period == file.period}
    for name, series in file.series.items():
        for cell in cells_of(series, file.period):
            span = cell.figure.span
            is_fed = span in asked or (name, frozenset(cell.part.dimensions)) in rows
            if is_fed and span not in known and cell.figure.text:
                _tell_untraced(OriginKey(name, cell.period, cell.part), span, findings)


def _tell_untraced(key: OriginKey, span: Span, findings: Findings) -> None:
    message = f"{name_of(key)}: andere cijfers hier zijn ingelezen, en van dit cijfer is geen cel bekend"
    hint = "lees het bestand opnieuw in met rapportage import; is dit cijfer niet geleverd, erken dat dan op deze regel"
    findings.warning(UNTRACED, message, span, hint)
