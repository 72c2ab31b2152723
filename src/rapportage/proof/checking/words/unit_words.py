"""The word right after a figure: is it the unit of that figure, in the size that it is shown in?"""

from __future__ import annotations

import re

from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.unit_text import ONES, PERCENT, PERCENTAGE_POINT, SCALES, Scale, is_percent, unit_of
from rapportage.figures.words.units import scale_word, unit_name
from rapportage.proof.vocabulary.spoken import patterns


def is_unit_word(word: str) -> bool:
    """Whether the word is one of a unit in whatever report: a percentage, or a size."""
    return _is_percent(word) or _is_point(word) or any(_says(word, scale) for scale in SCALES)


def is_own_unit(word: str, unit: str, shown: str) -> bool:
    """Whether a figure with that unit may be shown so with that word after it.

    Of 12,5 in 'mln euro' the size comes first, unless the figure says it itself: '12,5 miljoen euro'.
    """
    of = unit_of(unit)
    if _is_percent(word):
        return is_percent(unit) and PERCENT not in shown
    if _is_point(word):
        return of.thing.casefold().startswith(PERCENTAGE_POINT)
    is_bare = of.scale is not ONES and scale_word(unit) not in shown
    if any(_says(word, scale) for scale in SCALES):
        return is_bare and _says(word, of.scale)
    return not is_bare and word in (unit, of.thing, unit_name(of.thing), *of.thing.split()[:1])


def _is_percent(word: str) -> bool:
    return word.casefold() in (PERCENT, *patterns().labels.percent)


def _is_point(word: str) -> bool:
    return word.casefold().startswith(patterns().labels.points)


def _says(word: str, scale: Scale) -> bool:
    """Whether the word is that size, in the language of the report or as the data have it: 'million', 'mln'."""
    own = spoken_language().units.sizes[SCALES.index(scale)]
    return word.casefold() == own or re.fullmatch(scale.pattern, word, re.IGNORECASE) is not None
