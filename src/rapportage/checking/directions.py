"""Words that say which way a figure went, against the figures of the same sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checking.sentences import Figure, Stretch, compared
from rapportage.diagnostics import Findings
from rapportage.resolve.composed import SLOT
from rapportage.words.numbers import number

HARDLY = Decimal(3)
"""A change of at most so many per cent may be called 'vrijwel gelijk'."""

_SLOT = SLOT.pattern
_UP = (
    r"steeg|stegen|stijgt|stijgen|gestegen|stijging|toegenomen|toename|nam\b.{0,60}\btoe|namen\b.{0,60}\btoe|groei|"
    r"groeide|groeiden|gegroeid|verdubbel\w*|verdrievoudig\w*"
)
_DOWN = (
    r"daalde|daalden|daalt|dalen|gedaald|daling|afgenomen|afname|nam\b.{0,60}\baf|namen\b.{0,60}\baf|kromp|krompen|"
    r"gekrompen|terugloop|teruggelopen|gehalveerd|halvering"
)
_LEVEL = r"(?:vrijwel|nagenoeg|ongeveer|bijna|praktisch)\s+gelijk|gelijk\s+gebleven|stabiel|ongewijzigd|onveranderd"
_AFTER_FIGURE = rf"{_SLOT}\s+(?:\w+\s+)?(?:\w+\s+)?"
_WORDS: dict[int, re.Pattern[str]] = {
    1: re.compile(rf"\b(?:{_UP})\b|{_AFTER_FIGURE}(?:meer|hoger)\b", re.IGNORECASE | re.DOTALL),
    -1: re.compile(rf"\b(?:{_DOWN})\b|{_AFTER_FIGURE}(?:minder|lager)\b", re.IGNORECASE | re.DOTALL),
    0: re.compile(rf"\b(?:{_LEVEL})\b", re.IGNORECASE),
}
_SAYS = {1: "omhoog", -1: "omlaag", 0: "vrijwel gelijk"}


def check_directions(sentence: Stretch, before: tuple[Figure, ...], findings: Findings) -> None:
    """Reports a word that no change in its clause, or else in its sentence, bears out.

    A sentence that compares one figure ('dat is een stijging vergeleken met 441') does so with those `before` it.
    """
    count = _count(sentence)
    if not count:
        return
    for part in sentence.clauses() if count > 1 else [sentence]:
        figures = part.figures, sentence.figures, (*before, *sentence.figures)
        changes = next((known for each in figures if (known := list(_changes(each)))), [])
        for direction, words in _WORDS.items():
            for found in words.finditer(part.text):
                if changes and not any(_fits(change, direction) for change in changes):
                    _report(part, found, changes[0], findings)


def _count(sentence: Stretch) -> int:
    return sum(len(words.findall(sentence.text)) for words in _WORDS.values())


def _fits(change: Decimal, direction: int) -> bool:
    """Whether a change in per cent can be called so."""
    if direction == 0:
        return abs(change) <= HARDLY
    return change * direction > 0


def _report(part: Stretch, found: re.Match[str], change: Decimal, findings: Findings) -> None:
    words = SLOT.sub("…", " ".join(found[0].split()))
    message = f"'{words}' klopt niet met de cijfers: {number(change, 1)}%"
    place, length = _word(found)
    findings.warning("T503", message, part.span(place, length), "verbeter het woord, of gebruik | verandering")


def _word(found: re.Match[str]) -> tuple[int, int]:
    """Place and length of the word that says it: the last one after a figure ('71 minder'), or else the first."""
    words = list(re.finditer(rf"[^\s{_SLOT[1:-1]}]+", found[0]))
    word = words[-1] if SLOT.match(found[0]) else words[0]
    return found.start() + word.start(), len(word[0])


def _changes(figures: tuple[Figure, ...]) -> Iterator[Decimal]:
    """The changes that the figures tell of, in per cent (of a difference only the sign matters)."""
    for figure in figures:
        if figure.operation.startswith(("verandering", "verschil")) and figure.trace.exact is not None:
            yield figure.trace.exact if figure.operation == "verandering in %" else figure.trace.exact * 100
    for one, other in compared(figures):
        if one.trace.exact and other.trace.exact is not None:
            yield 100 * (other.trace.exact - one.trace.exact) / one.trace.exact
