"""Primary suppression: counts below a threshold are not given, as if the source had not given them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.diagnostics.suggestion import suggest
from rapportage.figures.observation import Cell, Observation, ObservationStatus
from rapportage.figures.parts import WHOLE
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.signs import UNKNOWN_SIGN
from rapportage.input.cube.cube import Cube, Key
from rapportage.input.specs.confidentiality import ConfidentialitySpec, WithheldSpec


def suppress(cube: Cube, spec: ConfidentialitySpec, edition: TimePeriod, findings: Findings) -> Cube:
    """The cube in which every count from 1 to the threshold is suppressed, and what the spec names besides is unknown.

    All that follows (texts, tables, charts, what is computed) then treats them as it treats '<5' and '.' from a source.
    What was in the file is no longer in the cube, so that no trace or attachment can give it either. A figure that
    does not exist is reported, and the cube is then not sound; one of a period that was not read can be ignored, as
    nothing shows it.
    """
    is_sound = cube.is_sound
    if spec.width >= spec.threshold:
        is_sound = False
        message = (
            f"onder de drempel {spec.threshold} zijn maar {spec.threshold - 1} waarden mogelijk, geen {spec.width}"
        )
        place = spec.node.get("marge") or spec.node
        findings.error("S107", message, place.span, f"geef een marge van 2 tot en met {spec.threshold - 1}")
    also: set[Key] = set()
    for each in spec.also:
        named = _named(each, cube, each.period or edition, findings)
        is_sound = is_sound and named is not None
        also.update(named or ())
    made = {key: _suppressed(vintages, spec.threshold, also=key in also) for key, vintages in cube.observations.items()}
    return replace(cube, observations=made, is_sound=is_sound)


def anything_suppressed(cube: Cube) -> bool:
    return any(
        each.status is ObservationStatus.SUPPRESSED or is_withheld(each)
        for vintages in cube.observations.values()
        for each in vintages
    )


def _named(spec: WithheldSpec, cube: Cube, period: TimePeriod, findings: Findings) -> list[Key] | None:
    """The figure that the spec names, in every breakdown that has it; None when there is none, which was reported."""
    series, names = spec.series.text, [name.text for name in spec.category]
    if any(lost.series in (None, series) and series in lost.written for _, lost in cube.lost):
        return []  # whether there is such a figure is not known
    if series not in cube.ids():
        findings.error("G104", f"de reeks '{series[:60]}' is er niet", spec.series.span, suggest(series, cube.ids()))
        return None
    breakdowns = cube.outline(series, period)
    parts = [part for known in breakdowns.values() for part in known if sorted(part.names) == sorted(names)]
    found = [key for part in (parts if names else [WHOLE]) if (key := Key(series, period, part)) in cube.observations]
    if not found and period in cube.periods(series):
        category = ", ".join(names)
        what = f"'{category[:60]}'" if category else "totaal"
        words = f"'{series}' heeft over {period.code} geen {what}"
        known = [part.label for parts in breakdowns.values() for part in parts]
        span = spec.category[0].span if spec.category else spec.series.span
        findings.error("G104", words, span, suggest(category, known) if category else None)
        return None
    return found


def is_count(observation: Observation) -> bool:
    """Whether it is a number of whole things: no amount, percentage or average, and nothing in thousands."""
    return observation.is_count


def is_withheld(observation: Observation) -> bool:
    return isinstance(observation.provenance, Cell) and observation.provenance.withheld


def _suppressed(vintages: Sequence[Observation], threshold: int, *, also: bool) -> Sequence[Observation]:
    if not also and not any(_is_small(each, threshold) for each in vintages):
        return vintages
    made = [_withheld(each, threshold) if _is_small(each, threshold) else each for each in vintages]
    return [_unknown(each) if each.known else each for each in made] if also else made


def _is_small(observation: Observation, threshold: int) -> bool:
    value = observation.value
    return value is not None and 1 <= value < threshold and is_count(observation)


def _withheld(observation: Observation, threshold: int) -> Observation:
    return replace(
        observation,
        value=None,
        low=Decimal(1),
        high=Decimal(threshold - 1),
        status=ObservationStatus.SUPPRESSED,
        provenance=replace(_cell(observation), text=f"<{threshold}", delivered=None, withheld=True),
    )


def _unknown(observation: Observation) -> Observation:
    return replace(
        observation,
        value=None,
        low=None,
        high=None,
        status=ObservationStatus.UNKNOWN,
        provenance=replace(_cell(observation), text=UNKNOWN_SIGN, delivered=None, withheld=True),
    )


def _cell(observation: Observation) -> Cell:
    if not isinstance(observation.provenance, Cell):
        raise TypeError("everything in a cube comes from a cell")
    return observation.provenance
