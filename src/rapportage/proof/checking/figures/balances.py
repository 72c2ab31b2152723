"""Is a balance what came in less what went out? Told by the two series of its unit whose difference it usually is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from rapportage.diagnostics import Findings
from rapportage.figures.observation import Observation
from rapportage.figures.parts import Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import unit_of
from rapportage.input.cube.cube import Cube
from rapportage.proof.checking.figures.intervals import Interval, agree, interval, named, place_of, shown, typed
from rapportage.proof.checking.figures.namesakes import Vintages, bounds_of

ENOUGH = 2
"""So many times it must be their difference, and at least twice as often as it is not."""
SHARP = 100
"""So many times what rounding leaves open a figure must be: of others any two differ as much."""

Place = tuple[TimePeriod, Part]
Pair = tuple[str, str]


def check_balances(cube: Cube, findings: Findings) -> None:
    """Reports balances that are not the difference of the two series of which they are so elsewhere."""
    editions = {id: edition for id in cube.ids() if (edition := cube.series(id)) and edition.additive}
    units = {id: unit_of(edition.unit).thing for id, edition in editions.items()}
    balances = [id for id, edition in editions.items() if edition.measure.negative]
    if not balances:
        return
    flows: dict[tuple[str, Place], list[tuple[Interval, str]]] = {}
    told_of = {units[id] for id in balances}
    for id in (id for id in editions if id not in balances and units[id] in told_of):
        for key, vintages in cube.observations_of(id).items():
            bounds = bounds_of(vintages)
            if bounds and _is_sharp(bounds):
                flows.setdefault((units[id], (key.period, key.part)), []).append((bounds, id))
    for several in flows.values():
        several.sort()
    for id in balances:
        figures = {(key.period, key.part): vintages for key, vintages in cube.observations_of(id).items()}
        beside = {place: flows.get((units[id], place), []) for place in figures}
        _check(figures, beside, cube, findings)


def _is_sharp(bounds: Interval) -> bool:
    return bounds[0] >= SHARP and (bounds[1] - bounds[0]) * SHARP <= bounds[1]


def _check(
    figures: Mapping[Place, Vintages],
    beside: Mapping[Place, Sequence[tuple[Interval, str]]],
    cube: Cube,
    findings: Findings,
) -> None:
    hits = Counter(pair for place, vintages in figures.items() for pair in _pairs(vintages, beside[place]))
    usual = hits.most_common(1)
    if not usual or usual[0][1] < ENOUGH:
        return
    (more, less), count = usual[0]
    wrong = []
    for place, vintages in figures.items():
        known = {series: bounds for bounds, series in beside[place]}
        balance = bounds_of(vintages)
        if balance and more in known and less in known and not agree(balance, _less(known[more], known[less])):
            wrong.append((place, vintages[-1], _less(known[more], known[less])))
    if len(wrong) * 2 > count:
        return
    for (period, part), figure, made in wrong:
        one, two = (cube.observe(series, period, part) for series in (more, less))
        if one and two:
            _tell(figure, one, two, made, findings)


def _tell(figure: Observation, more: Observation, less: Observation, made: Interval, findings: Findings) -> None:
    message = f"{named(figure)} is {typed(figure)}, en {typed(more)} min {typed(less)} is {shown(made)}"
    hint = "elders is het wel dat verschil: verbeter een van de drie. Klopt het: # erkend C303: …"
    findings.warning("C303", message, place_of(figure), hint)


def _pairs(vintages: Vintages, beside: Sequence[tuple[Interval, str]]) -> Iterator[Pair]:
    """Every two series of which the balance is the difference, there; `beside` is in the order of size."""
    balance = interval(vintages[-1])
    if balance is None:
        return
    for own, more in beside:
        least, most = own[0] - balance[1], own[1] - balance[0]
        place = bisect_left(beside, least, key=lambda each: each[0][0])
        for other, less in beside[max(0, place - 1) :]:
            if other[0] > most:
                break
            if other[1] >= least and less != more:
                yield more, less


def _less(more: Interval, less: Interval) -> tuple[Decimal, Decimal]:
    return more[0] - less[1], more[1] - less[0]
