"""Is a figure told elsewhere with two of its digits the other way round? 15.210 here, and 15.120 under another name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.intervals import named, place_of, typed
from rapportage.proof.checking.figures.swapped_digits import swapped

DIGITS = 4
"""A figure of fewer digits, less the zeros at its end, is by chance so near another."""
FEW = 8
"""Of more series that share a word some are that near by chance."""
_WORD = re.compile(r"[^\W\d_]{5,}")

Fact = tuple[str, TimePeriod, Part]
"""The unit, the period and the part that a figure is of."""


def check_elsewhere(cube: Cube, findings: Findings) -> None:
    """Reports two figures of the same time, unit and part, of series that share a word, that differ by such a slip."""
    words = {id: _words(edition.title) for id in cube.ids() if (edition := cube.series(id))}
    for figures in _by_fact(cube).values():
        by_word: dict[str, list[tuple[str, Observation]]] = {}
        for series, figure in figures:
            for word in words.get(series, ()):
                by_word.setdefault(word, []).append((series, figure))
        told: set[tuple[str, str]] = set()
        for several in by_word.values():
            for one, other in _pairs(several) if 1 < len(several) <= FEW else ():
                pair = min(one[0], other[0]), max(one[0], other[0])
                if pair not in told:
                    told.add(pair)
                    _tell(one[1], other[1], findings)


def _tell(figure: Observation, other: Observation, findings: Findings) -> None:
    message = f"{named(figure)} is {typed(figure)}, en {named(other)} is {typed(other)}: twee cijfers staan andersom"
    hint = "is het hetzelfde? Klopt het: zet erachter waarom, # erkend C310: …"
    findings.warning("C310", message, place_of(figure), hint)


def _words(title: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(title)}


def _by_fact(cube: Cube) -> Mapping[Fact, Sequence[tuple[str, Observation]]]:
    """The figures of enough digits, as they are known now."""
    found: dict[Fact, list[tuple[str, Observation]]] = {}
    for key, vintages in cube.observations.items():
        figure = vintages[-1]
        if figure.value is not None and len(str(figure.value).rstrip("0")) >= DIGITS:
            found.setdefault((figure.unit, key.period, key.part), []).append((key.series, figure))
    return found


def _pairs(
    several: Sequence[tuple[str, Observation]],
) -> Iterator[tuple[tuple[str, Observation], tuple[str, Observation]]]:
    """Each two of which one has two digits of the other the other way round."""
    for place, one in enumerate(several):
        meant = set(swapped(one[1]))
        yield from ((one, other) for other in several[place + 1 :] if other[1].value in meant)
