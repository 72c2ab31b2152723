"""A part or a number of times in words: 'bijna een op de drie', 'ruim twee keer zo veel', 'verdubbeld'; rates and sums.

Where no word is near enough there is the figure itself, so that the sentence is always right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rapportage.diagnostics.own_names import OTHER, PART, PARTED, SERIES
from rapportage.figures import arithmetic, counting
from rapportage.figures.languages.claims import SLOT, Degree
from rapportage.figures.languages.spoken_claims import claim_words
from rapportage.figures.observation import Observation
from rapportage.figures.observation import Operation as How
from rapportage.figures.parts import WHOLE
from rapportage.figures.unit_text import is_percent, unit_of
from rapportage.figures.words.claiming import (
    Near,
    fraction_forms,
    fraction_words,
    multiplied,
    multiplied_form,
    part_near,
    per_unit,
    so_much,
    times_near,
    times_so,
    times_words,
)
from rapportage.figures.words.numbers import about, number, percentage
from rapportage.figures.words.units import unit_name
from rapportage.text.language.evaluate import Operation
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.filters.directions import direction_of
from rapportage.text.language.filters.scales import positive
from rapportage.text.language.filters.totals import total_of
from rapportage.text.language.filters.worded import asked, no_form, untold, worded
from rapportage.text.language.operations import figure_of, values, whole_number
from rapportage.text.language.showing import Shown, Told, Untold, plain, with_decimals
from rapportage.text.language.views.names import Worded
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import FigureView

_PART_OF = f"{{{{ {PARTED}['{PART}'].aandeel | breuk }}}}"
_TIMES = f"{{{{ {SERIES} | keer({SERIES}.vorig_jaar, 'zo veel') }}}}"
_RATE = f"{{{{ {SERIES} | per({OTHER}, 1000) }}}}"
_OF_WHOM = f"{{{{ {PARTED}['{PART}'] | van_wie }}}}"
_MULTIPLE = Decimal("1.95")
"""From so many times on what is no whole number of times is said with a decimal; below it as a percentage."""
_MOST_DECIMALS = 6


def fraction(value: object, form: object = None) -> Told | Worded | Untold:
    """'bijna een derde', or 'bijna een op de drie'; of a share that no fraction is near the percentage itself.

    Of a rounded share only what is so wherever between its bounds it is: 'ongeveer een derde'.
    """
    forms = fraction_forms()
    given = forms[0] if form is None else asked(form, "breuk", forms, _PART_OF)
    if given not in forms:
        raise no_form(given, "breuk", forms, _PART_OF)
    figure = figure_of(value)
    share = figure.observation
    if not is_percent(share.unit):
        message = f"'breuk' is voor een aandeel in procenten, en dit is in '{share.unit}'"
        raise ExpressionFault("T302", message, f"bijvoorbeeld: {_PART_OF}")
    if share.value is None or share.low is None or share.high is None:
        return untold(figure)
    near = [part_near(end / 100) for end in (share.low, share.value, share.high)]
    found = [each for each in near if each is not None]
    if len(found) < len(near) or len({each.of for each in found}) > 1:
        return Told((Shown(figure, with_decimals(share, 0, percentage)),))
    words = fraction_words(found[1], is_one_in=given == forms[1])
    text = found[1].said(words) if len({each.side for each in found}) == 1 else about(words)
    return worded(text, _between(share, found, 100), share, share.value)


def _between(figure: Observation, near: Sequence[Near], times: int = 1) -> list[Observation]:
    """What a word for a number says of the figure: more than this, and less than that."""
    first, last = min(near, key=lambda each: each.low), max(near, key=lambda each: each.high)
    low = counting.compared(How.ABOVE if first.side > 0 else How.AT_LEAST, figure, first.low * times)
    high = counting.compared(How.BELOW if last.side < 0 else How.AT_MOST, figure, last.high * times)
    return [each for each in (low, high) if each is not None]


# --- So many times ----------------------------------------------------------------------------------


def times(value: object, other: object, form: object) -> Told | Worded | Untold:
    """'ruim twee keer zo veel', '26% meer'; with 'verdubbeld' 'bijna verdubbeld', 'met 26% gestegen'."""
    words, doubled = claim_words(), multiplied_form()
    forms = (doubled, *(words.so(each.much) for each in words.degrees))
    given = asked(form, "keer", forms, _TIMES)
    if given not in forms:
        raise no_form(given, "keer", forms, _TIMES)
    degree = None if given == doubled else so_much(given)
    one, base = figure_of(value), figure_of(other)
    for each in (one, base):
        if not each.observation.known:
            return untold(each)
    values(one.observation, base.observation)  # that they compare
    ratio = arithmetic.divide(one.observation, base.observation) if base.observation.value else None
    said = None if ratio is None else _times(ratio, arithmetic.subtract(one.observation, base.observation), degree)
    return said or direction_of(value, other, words.risen if degree is None else degree.more, "procent")


def _times(ratio: Observation, gap: Observation, degree: Degree | None) -> Told | Worded | None:
    """A number of times in words; from two times on else with a decimal. None where it is no such number."""
    if ratio.value is None or ratio.low is None or ratio.high is None:
        return None
    near = [times_near(end) for end in (ratio.low, ratio.value, ratio.high)]
    found = [each for each in near if each is not None]
    if len(found) == len(near) and len({each[:2] for each in found}) == 1:
        text = multiplied(found[0]) if degree is None else times_words(found[0], degree)
        if text is not None:
            return worded(text, _between(ratio, found), gap, ratio.value)
    if degree is None or ratio.value < _MULTIPLE:
        return None
    before, after = times_so(SLOT, degree.much).split(SLOT)
    shown = Shown(FigureView(ratio), with_decimals(ratio, 1, number))
    return Told(tuple(part for part in (before, shown, after) if part))


# --- Rates, sums and what is of a whole --------------------------------------------------------------


def rate(value: object, other: object, count: object, decimals: object = Decimal(1)) -> Told | Untold:
    """'12,3 per 1.000 inwoners': how many there are for so many of others."""
    one, base = figure_of(value), figure_of(other)
    per, places = positive(count, "per"), whole_number(decimals, "per", _MOST_DECIMALS)
    unit = unit_of(base.observation.unit).thing
    if not unit or is_percent(base.observation.unit):
        message = f"'per' deelt door een aantal van iets, en '{base.label}' is in '{base.observation.unit}'"
        raise ExpressionFault("T321", message, f"geef een reeks als inwoners of woningen: {_RATE}")
    for each in (one, base):
        if not each.observation.known:
            return untold(each)
    if base.observation.value == 0:
        message = f"'{base.label}' is 0: daar is niets per te geven"
        raise ExpressionFault("T321", message, "vraag eerst of het meer is: {% if … > 0 %}")
    made = arithmetic.multiply(arithmetic.divide(one.observation, base.observation), per)
    shown = Shown(FigureView(made), with_decimals(made, places, number))
    return Told((shown, f" {per_unit(per, unit_name(unit))}"))


def together(value: object, *others: object) -> Told:
    """'samen 143': the sum of a row, or of the figures given."""
    if not isinstance(value, Ranking) and not others:
        message = "'samen' is van meer dan één cijfer"
        raise ExpressionFault("T302", message, f"bijvoorbeeld: {FILTERS['samen'].example}")
    total = total_of(value, *others)
    return Told((f"{claim_words().together} ", Shown(total, plain(total.observation))))


def of_whom(value: object) -> Told:
    """'van wie 108', and of what is no people 'waarvan 108': of a part, after its whole."""
    figure = figure_of(value)
    series = figure.series
    if series is None or figure.part == WHOLE or series.whole_of(figure.observation) is None:
        message = f"'{figure.label}' heeft geen geheel waar het een deel van is"
        raise ExpressionFault("T321", message, f"neem een onderdeel van een reeks met een totaal: {_OF_WHOM}")
    words = claim_words()
    is_people = re.fullmatch(words.people, unit_name(unit_of(figure.observation.unit).thing), re.IGNORECASE) is not None
    shown = Shown(figure, plain(figure.observation))
    return Told((f"{words.of_whom if is_people else words.of_which} ", shown))


FILTERS = {
    "breuk": Operation(fraction, 0, 1, _PART_OF),
    "keer": Operation(times, 2, 2, _TIMES),
    "per": Operation(rate, 2, 3, _RATE),
    "samen": Operation(together, 0, 20, f"{{{{ {PARTED} | top(3) | samen }}}}"),
    "van_wie": Operation(of_whom, 0, 0, _OF_WHOM),
}
FUNCTIONS = {"samen": Operation(together, 1, 20, f"{{{{ samen({SERIES}, {OTHER}) }}}}")}
