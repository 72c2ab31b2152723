"""How an edition looks: the style sheet, in the colours of the house style, for light screens and dark ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rapportage.document.drawing import contrast
from rapportage.pages.theme import Theme

SHEET = Path(__file__).with_name("edition.css")
WHITE, NIGHT, NIGHT_CARD = "#ffffff", "#15191e", "#20262d"
READABLE, VISIBLE = 4.5, 3.0
"""The least contrast of text (WCAG 2.2, 1.4.3) and of what carries meaning without being text (1.4.11)."""
_STEPS = 20


def style_sheet(theme: Theme) -> str:
    """The colours by name, and the sheet that uses them."""
    dark = _rule(_dark(theme))
    names = f":root{_rule(_light(theme))}\n@media screen and (prefers-color-scheme:dark){{:root{dark}}}"
    return f"{names}\n{SHEET.read_text(encoding='utf-8')}"


def _rule(colours: Mapping[str, str]) -> str:
    return "{" + ";".join(f"--{name}:{colour}" for name, colour in colours.items()) + "}"


def _light(theme: Theme) -> Mapping[str, str]:
    colours = theme.colours
    first, second, third = colours.cover
    return {
        "ground": WHITE,
        "text": colours.text,
        "heading": colours.heading,
        "link": colours.link,
        "muted": colours.muted,
        "rule": colours.rule,
        "hairline": colours.hairline,
        "card": colours.card,
        "draft": theme.draft.colour,
        "cover": f"linear-gradient(90deg,{third} 0 38.2%,{second} 0 61.8%,{first} 0)",
    }


def _dark(theme: Theme) -> Mapping[str, str]:
    """The same hues on a dark ground, each as much lighter as it has to be to be read there, on a card as well."""
    colours = theme.colours
    named = {
        "heading": colours.heading,
        "link": colours.link,
        "muted": colours.muted,
        "draft": theme.draft.colour,
    }
    return {
        "ground": NIGHT,
        "text": lightened(colours.text, 12.0),
        **{name: lightened(colour, READABLE + 1) for name, colour in named.items()},
        "rule": lightened(colours.rule, VISIBLE),
        "hairline": "#4a525b",
        "card": NIGHT_CARD,
    }


def lightened(colour: str, least: float) -> str:
    """The colour, with as much white in it as gives it that contrast with a dark card."""
    for step in range(_STEPS + 1):
        found = _mixed(colour, step)
        if contrast(found, NIGHT_CARD) >= least:
            return found
    return WHITE


def _mixed(colour: str, step: int) -> str:
    """So many twentieths of white in it; in whole numbers, so that every machine gives the same."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{(part * (_STEPS - step) + 255 * step) // _STEPS:02x}" for part in parts)
