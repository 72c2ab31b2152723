"""'Een jaar eerder' and the like, beside a figure: is it so much earlier than one that the text gave before?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rapportage.diagnostics import Findings
from rapportage.proof.claims.stretches import FigureInText, Stretch
from rapportage.proof.vocabulary.spoken import patterns

_SLACK = 7.5
"""So many days may years, quarters and months differ from the mean; weeks half a week."""


class Seen:
    """The figures that a text gave so far: from which day on, by what they count."""

    def __init__(self) -> None:
        self._days: dict[object, dict[date, None]] = {}

    def add(self, figures: Sequence[FigureInText]) -> None:
        for figure in figures:
            if figure.subject is not None:
                self._days.setdefault(figure.subject, {})[figure.first_day] = None

    def days(self, figure: FigureInText) -> Iterable[date]:
        """Of all that count the same as `figure`."""
        return self._days.get(figure.subject, ())


def check_earlier(sentence: Stretch, seen: Seen, findings: Findings) -> None:
    """Reports such words in a clause of one figure, where what it compares with was `seen` in the text or the sentence.

    Nothing is said where the text has no later figure of the same.
    """
    known = patterns().earlier
    if not known.earlier.search(sentence.text):
        return
    for clause in sentence.clauses():
        found = known.earlier.search(clause.text)
        if found is None or len(clause.figures) != 1 or clause.figures[0].subject is None:
            continue
        (figure,) = clause.figures
        gaps = [days for day in seen.days(figure) if (days := (day - figure.first_day).days) > 0]
        unit, number = known.days[found["unit"].casefold()], found["number"].casefold()
        wanted = unit * known.numbers.get(number, 1)
        if gaps and not any(abs(gap - wanted) <= min(_SLACK, unit / 2) for gap in gaps):
            periods = ", ".join(dict.fromkeys(each.period for each in figure.trace.inputs))
            message = f"'{found[0]}' past niet bij het cijfer ernaast ({periods[:80]})"
            hint = "verbeter het woord of de uitdrukking, of zet erachter: {# erkend T504: … #}"
            findings.warning("T504", message, clause.span(found.start(), len(found[0])), hint)
