"""Who comes from a country or place and what is of it, to write: the one form that a sentence takes."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.countries import FORMS
from rapportage.figures.words.places import PLACES

_ADJECTIVES = ("se", "sche")
_PLURALS = ("en", "ers", "ars", "ërs", "'s")
_AS_THE_NAME = ("Polen", "Zweden")
"""The names of these countries are those of who comes from there as well."""


def demonym(name: str) -> str | None:
    """'Syriër', 'Zeeuw'; None where it is not known."""
    first = _forms(name)[:1]
    return first[0] if first and first[0] != adjective(name) else None


def demonyms(name: str) -> str | None:
    """'Syriërs', 'Zeeuwen'."""
    if name in _AS_THE_NAME and _forms(name):
        return name
    own = adjective(name)
    return next((form for form in _forms(name)[1:] if form != own and form.endswith(_PLURALS)), None)


def adjective(name: str) -> str | None:
    """'Syrische', 'Zeeuwse'."""
    return next((form for form in _forms(name) if form.endswith(_ADJECTIVES)), None)


def _forms(name: str) -> Sequence[str]:
    """Our tables are Dutch."""
    return FORMS.get(name) or PLACES.get(name) or () if spoken_language().code == "nl" else ()
