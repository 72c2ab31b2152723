"""The direction of a figure in the word, person and tense that the sentence asks: 'steeg met 71', '26% lager'."""

from __future__ import annotations

from rapportage.diagnostics.own_names import SERIES
from rapportage.figures import arithmetic
from rapportage.figures.languages.claims import Direction
from rapportage.figures.languages.spoken_claims import claim_words
from rapportage.figures.words.claiming import direction_forms, direction_named, direction_parts, without_amount
from rapportage.figures.words.numbers import percentage
from rapportage.text import ratios
from rapportage.text.language.evaluate import Operation
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.filters.worded import asked, no_form, went, worded
from rapportage.text.language.operations import figure_of
from rapportage.text.language.showing import Shown, Told, Untold, plain, refuse, with_decimals
from rapportage.text.language.views.series import FigureView

_AMOUNTS = ("verschil", "procent", "van")
_EXAMPLE = f"{{{{ {SERIES} | richting({SERIES}.vorige, 'steeg', 'procent') }}}}"


def direction_of(value: object, before: object, form: object, amount: object = None) -> Told | Untold:
    """'steeg', 'daalde', 'bleef gelijk'; with an amount 'steeg met 71', 'daalde met 12%', 'steeg van 270 naar 341'."""
    words = direction_asked(form, "richting")
    if amount is not None and amount not in _AMOUNTS:
        message = f"wat 'richting' erbij noemt, is {', '.join(map(repr, _AMOUNTS))}"
        raise ExpressionFault("T302", message, f"bijvoorbeeld: {_EXAMPLE}")
    after, base = figure_of(value), figure_of(before)
    if not (after.observation.known and base.observation.known):
        fault = ExpressionFault("T305", f"'{base.observation.label}' is niet in beide perioden bekend")
        return Untold(FigureView(arithmetic.subtract(after.observation, base.observation)), fault)
    how, rests_on = went(after.observation, base.observation)
    gap = arithmetic.subtract(after.observation, base.observation)
    if amount is None or how in ("same", "hardly"):
        return Told((worded(without_amount(words, how), rests_on, gap, gap.value),))
    before_it, after_it = (worded(part.strip(), rests_on, gap, gap.value) for part in direction_parts(words, how))
    slot = _amount(words, after, base, str(amount))
    told = (before_it, " " if before_it else "", *slot, " " if after_it else "", after_it)
    return Told(tuple(part for part in told if part))


def _amount(words: Direction, after: FigureView, base: FigureView, amount: str) -> list[str | Shown]:
    """What comes in the slot of a direction: 'met 71', 'van 270 naar 341', and of a comparative '26%'."""
    if amount == "van":
        if not words.by:
            message = f"'{words.name}' kan niet van een cijfer naar een ander zijn"
            raise ExpressionFault("T302", message, "neem 'verschil' of 'procent', of een werkwoord: 'steeg'")
        begin, between = claim_words().from_to
        return [begin, _shown(base), between, _shown(after)]
    by = f"{words.by} " if words.by else ""
    if amount == "procent":
        change = FigureView(arithmetic.size(ratios.change_percent(after.observation, base.observation)))
        refuse(change.observation)
        return [by, Shown(change, with_decimals(change.observation, 0, percentage))]
    return [by, _shown(FigureView(arithmetic.size(arithmetic.subtract(after.observation, base.observation))))]


def _shown(figure: FigureView) -> Shown:
    return Shown(figure, plain(figure.observation))


def direction_asked(form: object, name: str) -> Direction:
    example = f"{{{{ {SERIES} | richting({SERIES}.vorige, 'steeg') }}}}"
    given = asked(form, name, direction_forms(), example)
    found = direction_named(given)
    if found is None:
        raise no_form(given, name, direction_forms(), example)
    return found


def without_sign(value: object) -> FigureView:
    """How much a change is, after a word that says which way: 'steeg met 71', 'daalde met 12'."""
    return FigureView(arithmetic.size(figure_of(value).observation))


FILTERS = {
    "richting": Operation(direction_of, 2, 3, _EXAMPLE),
    "zonder_teken": Operation(without_sign, 0, 0, f"{{{{ {SERIES} | verschil({SERIES}.vorige) | zonder_teken }}}}"),
}
