"""How a unit is said: to a listener before its figures ('in duizenden aanvragen'), and beside a name ('(personen)')."""

from __future__ import annotations

import re

from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.names import names_said
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.measure_kinds import AMOUNT, INDEX, MEAN, QUANTITY, RATE, TEMPERATURE
from rapportage.figures.unit_text import ONES, PERCENT, SCALES, unit_of

_BASE = re.compile(r"(\d{4})\s*=\s*100\b")
_PER = re.compile(r"per\b", re.IGNORECASE)


def unit_words(unit: str) -> str:
    """Words for a listener, who has no axis to look at; nothing for no unit."""
    words, of = spoken_language().units, unit_of(unit)
    thing = of.thing if of.kind is INDEX else unit_name(words.aloud.get(of.thing, of.thing))
    if of.scale is not ONES:
        return words.in_scale(words.scales[SCALES.index(of.scale)], thing)
    if of.thing.startswith(PERCENT):
        return f"{words.in_percent}{of.thing.removeprefix(PERCENT)}"
    match of.thing:
        case "":
            return ""
        case "procentpunt":
            return words.in_points
        case "aantal":
            return words.in_numbers
    if of.kind is INDEX:
        base = _BASE.search(of.thing)
        return words.index(base[1] if base else "")
    if of.kind is RATE and _PER.match(thing):
        return thing
    if of.kind in (AMOUNT, QUANTITY, MEAN, RATE, TEMPERATURE):
        return words.in_unit(thing)
    return words.unit(thing)


def unit_name(unit: str) -> str:
    """The unit as the report calls it: 'number' for 'aantal', 'million euros' for 'mln euro'."""
    language, of = spoken_language(), unit_of(unit)
    known = {**language.units.names, **names_said().units}
    if unit in known or language is DUTCH or of.scale is ONES:
        return known.get(unit, unit)
    place = SCALES.index(of.scale)
    return f"{language.units.sizes[place]} {unit_name(of.thing)}" if of.thing else language.units.scales[place]


def unit_beside(name: str, unit: str) -> str:
    """The unit as it is said in brackets behind a name, which may say part of it: 'Prijsindex (2020=100)'."""
    shown = unit_name(unit)
    if unit_of(unit).kind is INDEX and (base := _BASE.search(shown)):
        return base[0] if "index" in name.casefold() else f"index, {base[0]}"
    return shown.replace(" (", ", ").replace(")", "") if "(" in shown else shown


def scale_word(unit: str) -> str:
    """'miljoen', of a unit in millions, in the language of the report; nothing of one in ones."""
    scale = unit_of(unit).scale
    return "" if scale is ONES else spoken_language().units.sizes[SCALES.index(scale)]
