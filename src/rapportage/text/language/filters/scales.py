"""Figures in thousands, millions or billions: as large as the reader needs, exact underneath."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from rapportage.diagnostics.suggestion import suggest
from rapportage.figures import arithmetic
from rapportage.figures.observation import Observation
from rapportage.figures.rounding import CONTEXT
from rapportage.figures.unit_text import BY_WORD, is_percent, unit_of
from rapportage.figures.words.numbers import number
from rapportage.figures.words.units import scale_word
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.operations import figure_of, whole_number
from rapportage.text.language.precision import own_decimals
from rapportage.text.language.showing import Shown, with_decimals

HARD_SPACE = "\N{NO-BREAK SPACE}"
MOST_DECIMALS = 6


def in_scale(value: object, name: object, decimals: object = None) -> Shown:
    """'12,5 miljoen' in a text, '12,5' in a table: its head says the rest."""
    figure = figure_of(value)
    scale = BY_WORD.get(name) if isinstance(name, str) else None
    if scale is None:
        hint = suggest(name, BY_WORD) if isinstance(name, str) else None
        raise ExpressionFault("T302", f"'in' vraagt {', '.join(map(repr, BY_WORD))}", hint)
    if is_percent(figure.observation.unit) or not figure.observation.measure.adds_up:
        message = f"'in' is voor aantallen en bedragen, en dit is {figure.observation.measure.one}"
        raise ExpressionFault("T302", message, "laat 'in' weg")
    if unit_of(figure.observation.unit).has_unread_scale:
        message = f"hoe groot een cijfer in '{figure.observation.unit}' is, is niet te lezen"
        hint = "schrijf de eenheid met duizend, mln of mld ervoor, bijvoorbeeld: mln euro"
        raise ExpressionFault("T302", message, hint)
    made = arithmetic.scaled(figure.observation, scale)
    places = _places(figure.observation, made) if decimals is None else whole_number(decimals, "in", MOST_DECIMALS)
    bare = with_decimals(made, places, number, in_table=True)
    text = f"{with_decimals(made, places, number)}{HARD_SPACE}{scale_word(made.unit)}"
    return Shown(replace(figure, observation=made), text, in_cell=bare)


def _places(figure: Observation, made: Observation) -> int:
    """As many as the figure has in that scale, and one at most of what was delivered in smaller numbers."""
    if made is figure:
        return own_decimals(made)
    shift = CONTEXT.divide(made.scale, figure.scale).adjusted()
    return min(1, max(0, own_decimals(figure) + shift))


def positive(value: object, name: str) -> Decimal:
    """An argument that is more than 0, such as a step to round to."""
    if isinstance(value, Decimal) and 0 < value <= 1_000_000:
        return value
    raise ExpressionFault("T302", f"'{name}' vraagt een getal boven 0, tot en met 1.000.000")
