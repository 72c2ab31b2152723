"""A figure among those before it: 'het hoogste sinds oktober 2018', 'voor de vierde maand op rij'.

All figures of its series are looked at, back to the first: of a layout that asks this all files of the project are read
(`input/specs/reach.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from rapportage.diagnostics.own_names import SERIES
from rapportage.figures.languages.claims import SLOT, Degree, Direction
from rapportage.figures.languages.spoken_claims import claim_words
from rapportage.figures.observation import Calculation, Observation, ObservationStatus
from rapportage.figures.observation import Operation as How
from rapportage.figures.period import BeforeTheCalendar, TimePeriod
from rapportage.figures.unit_text import PERCENT
from rapportage.figures.words.changes import Course
from rapportage.figures.words.claiming import (
    Superlative,
    as_before,
    direction_forms,
    direction_parts,
    in_a_row,
    since,
    since_at_least,
    since_begin,
    so_much,
    superlative_forms,
    superlative_in,
    without_amount,
)
from rapportage.figures.words.periods import period_in_message
from rapportage.text import ratios
from rapportage.text.language.evaluate import Operation
from rapportage.text.language.faults import ExpressionFault, refuse_order
from rapportage.text.language.filters.directions import direction_asked
from rapportage.text.language.filters.worded import Compared, asked, compared, no_form, unsure, untold, worded
from rapportage.text.language.operations import figure_of
from rapportage.text.language.showing import Untold
from rapportage.text.language.views.names import Worded
from rapportage.text.language.views.series import FigureView

_RECORD = f"{{{{ {SERIES} | record('het hoogste aantal') }}}}"
_STREAK = f"{{{{ {SERIES} | op_rij('steeg') }}}}"
_COURSES: dict[int, Course] = {1: "up", -1: "down", 0: "same"}
_SHARE = "aandeel"
_MOST = 2_000
"""Periods that are looked back at."""


# --- Records ----------------------------------------------------------------------------------------


class _Extreme(NamedTuple):
    """What was asked for: a phrase with a superlative, or with 'zo hoog'."""

    degree: Degree
    superlative: Superlative | None

    def said(self, sign: int, time: str, *, is_begin: bool = False) -> str:
        """Of `time` 'sinds maart 2020': when it was as much last, or the begin of all that is known."""
        words = claim_words()
        if self.superlative is None:
            so = words.so(self.degree.much if sign > 0 else self.degree.little)
            return (words.never_so if is_begin else words.not_so)(time, so)
        is_same = self.superlative.is_most == (sign > 0)
        phrase = self.superlative.said(self.superlative.word) if is_same else self.superlative.opposite()
        return f"{phrase} {time}"


def record(value: object, phrase: object) -> Worded | Untold:
    """'het hoogste aantal sinds oktober 2018', 'het laagste aantal sinds het begin van de reeks in januari 2013'.

    Where it is as much as in the period before it says that; where an earlier figure is not known, 'sinds ten minste'
    the one after it. The phrase is as it is for a high one.
    """
    asked_for = _asked_extreme(phrase)
    figure = figure_of(value)
    if not figure.observation.known:
        return untold(figure)
    own, passed = figure.observation, list[Observation]()
    sign, last = 0, figure
    for earlier in _earlier(figure, "record"):
        found = compared(own, earlier.observation)
        if found is None and sign:
            return worded(asked_for.said(sign, since_at_least(last.observation.period)), passed, own, own.value)
        found = _decided(found, earlier)
        passed += found.rests_on
        if not sign:
            if not found.sign or not found.is_sure:
                text = as_before(asked_for.degree, earlier.observation.period, nearly=not found.is_sure)
                return worded(text, passed, own, own.value)
            sign = found.sign
        elif found.sign != sign or not found.is_sure:
            return worded(asked_for.said(sign, since(earlier.observation.period)), passed, own, own.value)
        last = earlier
    text = asked_for.said(sign, since_begin(last.observation.period), is_begin=True)
    return worded(text, passed, own, own.value)


def _asked_extreme(phrase: object) -> _Extreme:
    given = asked(phrase, "record", superlative_forms(), _RECORD)
    if (superlative := superlative_in(given)) is not None:
        return _Extreme(superlative.degree, superlative)
    if (degree := so_much(given)) is not None:
        return _Extreme(degree, None)
    raise no_form(given, "record", superlative_forms(), _RECORD)


# --- Streaks ----------------------------------------------------------------------------------------


def in_a_row_of(value: object, form: object) -> Worded | Untold:
    """'steeg voor de vierde maand op rij'; of the first time 'daalde voor het eerst sinds maart 2020'.

    The streak is counted by any rise, however small. It is 'ten minste' so long where the figures before it are not
    there, or too coarse.
    """
    words = direction_asked(form, "op_rij")
    if SLOT not in words.same:
        verbs = [each for each in direction_forms() if _is_verb(each)]
        raise no_form(words.name, "op_rij", verbs, _STREAK)
    figure = figure_of(value)
    if not figure.observation.known:
        return untold(figure)
    steps = _steps(figure)
    first = next(steps)
    found = _decided(first.found, first.before)
    if not found.is_sure:
        raise unsure(
            f"of '{figure.label}' hoger of lager is dan in {period_in_message(first.before.observation.period)}"
        )
    phrase, rests_on = _how_often(found, steps, first)
    text = _with_phrase(words, _COURSES[found.sign], phrase)
    return worded(text, rests_on, figure.observation, figure.observation.value)


class _Step(NamedTuple):
    """A figure with the one before it."""

    after: FigureView
    before: FigureView
    found: Compared | None


def _steps(figure: FigureView) -> Iterator[_Step]:
    """Back in time."""
    row = (figure, *_earlier(figure, "op_rij"))
    for after, before in pairwise(row):
        yield _Step(after, before, compared(after.observation, before.observation))


def _how_often(found: Compared, steps: Iterator[_Step], first: _Step) -> tuple[str, list[Observation]]:
    """The words for how long it has gone so, and all comparisons made for them; no words where none is sure."""
    count, rests_on = 1, [*found.rests_on]
    period = first.after.observation.period
    for step in steps:
        if step.found is None or not step.found.is_sure:
            return (in_a_row(count, period, is_sure=False) if count > 1 else ""), rests_on
        rests_on += step.found.rests_on
        if step.found.sign != found.sign:
            if count > 1:
                return in_a_row(count, period, is_sure=True), rests_on
            return _first_since(found.sign, steps, step, rests_on), rests_on
        count += 1
    return (in_a_row(count, period, is_sure=False) if count > 1 else ""), rests_on


def _first_since(sign: int, steps: Iterator[_Step], last: _Step, rests_on: list[Observation]) -> str:
    """'voor het eerst sinds maart 2020': the last time that it went the same way."""
    for step in steps:
        if step.found is None or not step.found.is_sure:
            return ""
        rests_on += step.found.rests_on
        if step.found.sign == sign:
            return claim_words().first(since(step.after.observation.period))
        last = step
    return claim_words().first(since_begin(last.before.observation.period))


def _with_phrase(words: Direction, how: Course, phrase: str) -> str:
    if not phrase:
        return without_amount(words, how)
    before, after = direction_parts(words, how)
    return f"{before}{phrase}{after}"


def _is_verb(form: str) -> bool:
    return any(each.name == form and SLOT in each.same for each in claim_words().directions)


# --- The figures before one -------------------------------------------------------------------------


def _earlier(figure: FigureView, name: str) -> Sequence[FigureView]:
    """The same figure over each earlier period, the last first, up to the first that the data have.

    Raises:
        ExpressionFault: there is none, or it is no figure of a series.
    """
    series, steps = figure.series, figure.steps
    if series is None or steps not in ((), (_SHARE,)):
        message = f"'{name}' is voor een cijfer uit de gegevens, of zijn aandeel"
        raise ExpressionFault("T302", message, f"bijvoorbeeld: {FILTERS[name].example}")
    if series.period.kind not in claim_words().nth:
        message = f"'{name}' vergelijkt met elke periode ervoor, en {period_in_message(series.period)} is een tijdvak"
        raise ExpressionFault("T304", message, "vraag het van een maand, kwartaal of jaar")
    begin = min((each.start for each in series.cube.periods(series.series.id)), default=series.period.start)
    found: list[FigureView] = []
    for period in _back(series.period):
        if period.start < begin or len(found) >= _MOST:
            break
        found.append(_at(figure, period))
    while found and _is_absent(found[-1].observation):
        found.pop()
    if not found:
        message = f"van '{figure.label}' is er geen cijfer van voor {period_in_message(series.period)}"
        raise ExpressionFault(
            "T304", message, "laat de zin weg, of geef de reeks eerdere perioden: reeks: {2024-01: …}"
        )
    return [each for each in found if each.observation.status is not ObservationStatus.IMPOSSIBLE]


def _back(period: TimePeriod) -> Iterator[TimePeriod]:
    while True:
        try:
            period = period.previous()
        except BeforeTheCalendar:
            return
        yield period


def _at(figure: FigureView, period: TimePeriod) -> FigureView:
    """The figure over another period; a share that can't be given is not known."""
    if figure.series is None:
        raise TypeError("a figure without a series has no other periods")
    found = figure.series.at(period).part(figure.part)
    if not figure.steps:
        return found
    try:
        return found.share()
    except ExpressionFault:
        return replace(found, observation=ratios.unknown(found.observation, PERCENT))


def _is_absent(observation: Observation) -> bool:
    """Whether no data give it, or what it would be computed from."""
    how = observation.provenance
    if not isinstance(how, Calculation):
        return False
    return how.operation in (How.ABSENT, How.NO_SUM) or (how.operation is How.UNKNOWN and _is_absent(how.inputs[0]))


def _decided(found: Compared | None, other: FigureView) -> Compared:
    """What was compared, where what is known decides it."""
    if found is None:
        refuse_order([f"{other.label}, {period_in_message(other.observation.period)}"])
    if found is None:
        raise TypeError("an order that was refused")
    return found


FILTERS = {
    "record": Operation(record, 1, 1, _RECORD),
    "op_rij": Operation(in_a_row_of, 1, 1, _STREAK),
}
