"""The language of a report, as its metadata say it."""

from __future__ import annotations

from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.spoken import language_of
from rapportage.input.specs.layout import LayoutSpec


def language_tag(layout: LayoutSpec) -> str:
    """That of the report; where the layout names no region, that of the language: en-GB for 'en'."""
    if layout.language is None:
        return DUTCH.tag
    asked = layout.language.text
    return asked if "-" in asked else language_of(asked).tag
