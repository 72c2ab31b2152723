"""By which breakdown a series is seen, and which part of it a name means: never the first that happens to fit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import permutations

from rapportage.diagnostics.suggestion import nearest, suggest
from rapportage.document import normal
from rapportage.figures.parts import Dimensions, Part, breakdown_name, dimensions_of
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.lists import enumeration
from rapportage.figures.words.wrong_periods import why_no_period
from rapportage.input.cube.cube import Cube
from rapportage.text.language.faults import ExpressionFault, UnnamedBreakdown


def only_breakdown(cube: Cube, series: str, period: TimePeriod, within: Part) -> Dimensions | None:
    """The dimensions of the one breakdown that there is of a series, or within one of its parts; None without any.

    Raises:
        UnnamedBreakdown: there are several.
    """
    there = _within(cube.outline(series, period), within) or _within(cube.breakdowns(series), within)
    if len(there) > 1:
        raise _unnamed(series, there, within)
    return there[0] if there else None


def named_breakdown(cube: Cube, series: str, within: Part, name: object) -> Dimensions:
    """The dimensions of the breakdown with that name: of a part those beyond its own.

    Raises:
        ExpressionFault: there is none.
    """
    if not isinstance(name, str):
        raise ExpressionFault("T308", "tussen de haakjes van naar(…) hoort een verdeling", "bijvoorbeeld: naar('land')")
    wanted = dimensions_of(normal.name(name))
    known = _within(cube.breakdowns(series), within)
    found = [each for each in known if set(each) - set(within.dimensions) == set(wanted)]
    if found:
        return found[0]
    if series not in cube.editions:  # a series that may be missing: of its parts nothing is known either
        return (*within.dimensions, *wanted)
    has = f"'{series}' heeft" + (f" voor {within.label}" if within.names else "")
    raise ExpressionFault("T308", f"{has} geen verdeling naar '{name[:80]}'", suggest(name, _names(known, within)))


def check_breakdown(cube: Cube, series: str, dimensions: Dimensions | None) -> None:
    """Sees to it that a series has that breakdown: a part of another with the same name is another part.

    Raises:
        ExpressionFault: it has not.
    """
    known = cube.breakdowns(series)
    if dimensions is not None and known and dimensions not in known:
        name = breakdown_name(dimensions)
        message = f"'{series}' heeft geen verdeling naar '{name}', zoals de reeks van deze rij"
        hint = f"{suggest(name, map(breakdown_name, known))}; geef dezelfde verdeling in beide reeksen dezelfde naam"
        raise ExpressionFault("T308", message, hint)


def part_named(
    cube: Cube, series: str, names: Sequence[str], within: Part, by: Dimensions | None
) -> tuple[Part, Dimensions]:
    """The part that these names mean, in whatever order: one breakdown has to have them all.

    One name of a crossed breakdown alone is a row of it, where no breakdown has it by itself.

    Raises:
        ExpressionFault: there is no such part, or there are several.
    """
    breakdowns = cube.breakdowns(series)
    there = [by] if by is not None else _within(breakdowns, within)
    meant = [
        (part, dimensions)
        for dimensions in there
        for part in _meant(names, dimensions, breakdowns.get(dimensions, ()), within)
    ]
    found = {part: dimensions for part, dimensions in meant if part.dimensions == dimensions} or dict(meant)
    if len(found) == 1:
        return next(iter(found.items()))
    if found:
        by_these = list(dict.fromkeys(part.dimensions for part in found))
        raise _unnamed(series, by_these, within, f"'{', '.join(names)[:80]}' staat in ")
    known = [part for dimensions in there for part in breakdowns.get(dimensions, ()) if part.within(within)]
    raise _no_part(series, names, known, within)


def _meant(names: Sequence[str], dimensions: Dimensions, parts: Collection[Part], within: Part) -> Iterator[Part]:
    """The parts that the names can mean in a breakdown: in the order of its dimensions, or else in another."""
    own = [dimension for dimension in dimensions if dimension not in within.dimensions]
    known = {dimension: {part.get(dimension) for part in parts if part.within(within)} for dimension in own}
    for chosen in permutations(own, len(names)):
        if all(name in known[dimension] for dimension, name in zip(chosen, names, strict=True)):
            by_dimension = {**dict(zip(*within, strict=True)), **dict(zip(chosen, names, strict=True))}
            kept = tuple(dimension for dimension in dimensions if dimension in by_dimension)
            yield Part(kept, tuple(by_dimension[dimension] for dimension in kept))
            return


def _within(breakdowns: Iterable[Dimensions], within: Part) -> list[Dimensions]:
    """The breakdowns that go on where a part ends."""
    return [each for each in breakdowns if set(within.dimensions) < set(each)]


def _names(breakdowns: Iterable[Dimensions], within: Part) -> list[str]:
    return [breakdown_name(tuple(one for one in each if one not in within.dimensions)) for each in breakdowns]


def _unnamed(series: str, breakdowns: Sequence[Dimensions], within: Part, before: str = "") -> UnnamedBreakdown:
    names = _names(breakdowns, within)
    what = before or f"'{series}' heeft {f'voor {within.label} ' if within.names else ''}"
    return UnnamedBreakdown(f"{what}meer dan één verdeling: {enumeration(names)}", series, names)


def _no_part(series: str, names: Sequence[str], known: Sequence[Part], within: Part) -> ExpressionFault:
    """What the series does have: of several names the first that it lacks is told."""
    alone = list(dict.fromkeys(name for part in known for name in part.names if name not in within.names))
    lacking = next((name for name in names if name not in alone), None)
    if lacking is not None:
        has = f"'{series}' heeft" + (f" voor {within.label}" if within.names else "")
        hint = why_no_period(lacking) if nearest(lacking, alone) is None else None
        return ExpressionFault("T306", f"{has} geen '{lacking[:80]}'", hint or suggest(lacking, alone))
    message = f"'{', '.join(names)[:80]}' staat niet samen in één verdeling van '{series}'"
    return ExpressionFault("T306", message, "een kruising heet bijvoorbeeld: gemeente × eigendom")
