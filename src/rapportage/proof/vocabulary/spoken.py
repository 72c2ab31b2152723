"""The patterns of the language that is spoken now: others than the Dutch are read when they are asked for."""

from __future__ import annotations

from rapportage.figures.languages.spoken import spoken_language
from rapportage.proof.vocabulary.dutch import DUTCH
from rapportage.proof.vocabulary.patterns import Patterns


def patterns() -> Patterns:
    match spoken_language().code:
        case "en":
            from rapportage.proof.vocabulary.english import ENGLISH

            return ENGLISH
        case "fy":
            from rapportage.proof.vocabulary.frisian import FRISIAN

            return FRISIAN
        case _:
            return DUTCH
