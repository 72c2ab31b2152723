"""Do parts make their total, and kinds their sum? Within what rounding and suppression leave open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from rapportage.diagnostics import Findings
from rapportage.figures.measure_kinds import NUMBER
from rapportage.figures.observation import Observation
from rapportage.figures.parts import WHOLE, Dimensions, Part
from rapportage.figures.period import TimePeriod
from rapportage.figures.unit_text import is_percent
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.period import PeriodFile, SeriesSpec
from rapportage.proof.checking.figures.intervals import agree, cell_of, interval, named, place_of, shown, total, typed
from rapportage.proof.checking.figures.longer_periods import check_longer_periods
from rapportage.proof.checking.figures.namesakes import Namesakes
from rapportage.proof.checking.figures.partitions import has_slip
from rapportage.proof.checking.figures.rows import REST

_LISTED = 12
"""So many figures of a sum are named in a message."""
_ENOUGH = 2
"""In so many other periods a breakdown must make its total before it is expected to."""


def check_sums(files: Sequence[PeriodFile], cube: Cube, findings: Findings) -> None:
    """Reports what does not add up, in all files together."""
    known = Namesakes(cube)
    for series, kinds in _breakdowns(cube).items():
        kind = edition.measure if (edition := cube.series(series)) else NUMBER
        for groups in kinds.values() if kind.adds_up else ():
            _check_parts(groups, findings)
        if kind.most is None:
            check_longer_periods(series, known.of(series), cube, findings)
    delivered = _delivered(cube)
    for file in files:
        vintage = file.edition.date.latest.isoformat()
        for name, spec in file.series.items():
            own = delivered.get((name, vintage, file.node.span.path), [])
            _check_related(name, spec, own, vintage, cube, findings)


# --- Parts and their total ------------------------------------------------------------------------


_SHARP = 50


class _Group(Struct, frozen=True):
    """The parts of one breakdown over one period, as one file gives them; `whole` is the total of that file."""

    period: TimePeriod
    whole: Observation | None
    parts: tuple[Observation, ...]
    has_rest: bool
    """Whether one of the parts takes together all that is not named, and none is left out of a row that others have."""
    own: int
    """So many of the parts are of that file, and come first; the others were given before, and were not restated."""

    @property
    def adds_up(self) -> bool:
        return self.whole is not None and agree(interval(self.whole), total(self.parts))

    @property
    def names(self) -> frozenset[Part]:
        return frozenset(cell_of(part).part for part in self.parts)

    @property
    def is_sharp(self) -> bool:
        """Whether rounding and suppression leave so little open that parts hardly make a total by chance."""
        made = total(self.parts)
        return (
            made is not None and made[0] >= _SHARP and (made[1] - made[0]) * _SHARP <= made[1] and len(self.parts) > 1
        )


def _breakdowns(cube: Cube) -> dict[str, dict[tuple[Dimensions, Part], list[_Group]]]:
    """By series, breakdown and what the parts are parts of: the groups that were published together."""
    gathered: dict[tuple[str, Dimensions, Part, TimePeriod, str], list[Observation]] = {}
    for key, vintages in cube.observations.items():
        for figure in vintages:
            for whole in key.part.wholes():
                place = (key.series, key.part.dimensions, whole, key.period, cell_of(figure).vintage)
                gathered.setdefault(place, []).append(figure)
    counts = {place: len(parts) for place, parts in gathered.items()}
    gathered = {place: _with_unchanged(parts, place[2], cube) for place, parts in gathered.items()}
    found: dict[str, dict[tuple[Dimensions, Part], list[_Group]]] = {key.series: {} for key in cube.observations}
    for (series, dimensions, whole, period, vintage), parts in gathered.items():
        rest = edition.rest_parts if (edition := cube.series(series)) else frozenset[str]()
        own = {cell_of(part).part.beyond(whole) for part in parts}
        others = {cell_of(part).part for part in gathered[series, dimensions, WHOLE, period, vintage]}
        has_rest = any(len(part.names) == 1 and _is_rest(part.names[0], rest) for part in own)
        has_rest = has_rest and own == {part.over(next(iter(own)).dimensions) for part in others}
        own_count = counts[series, dimensions, whole, period, vintage]
        group = _Group(period, cube.whole_of(parts[0], whole), tuple(parts), has_rest, own_count)
        found[series].setdefault((dimensions, whole), []).append(group)
    return found


def _with_unchanged(parts: list[Observation], whole: Part, cube: Cube) -> list[Observation]:
    """Parts that were published together; where a later file gives those that changed, with the others as they were.

    A file that gives all parts anew may have fewer of them: these make their total by themselves.
    """
    of, cell = cube.whole_of(parts[0], whole), cell_of(parts[0])
    if of is None or agree(interval(of), total(parts)):
        return parts
    names = {cell_of(part).part for part in parts}
    before = []
    for name in cube.parts(cell.series, cell.period, cell.part.dimensions):
        is_of_whole = name not in names and whole in name.wholes()
        earlier = [
            each for each in cube.vintages(cell.series, cell.period, name) if cell_of(each).vintage < cell.vintage
        ]
        before += earlier[-1:] if is_of_whole else []
    return parts + before


def _is_rest(name: str, rest: frozenset[str]) -> bool:
    return name in rest or name.casefold().startswith(REST)


def _check_parts(groups: Sequence[_Group], findings: Findings) -> None:
    """A breakdown that names the rest, or that made its total before, has to make it now.

    Once before is enough where the parts are the same, and none that are made anything else.
    """
    whole = [group for group in groups if group.whole is not None]
    right = sum(group.adds_up for group in whole)
    alike = Counter((group.names, group.adds_up) for group in whole if group.is_sharp)
    for group in whole:
        is_usual = right >= _ENOUGH and right > len(whole) // 2
        is_as_before = alike[group.names, True] > 0 and alike[group.names, False] == group.is_sharp
        is_complete = group.has_rest or is_usual or is_as_before or has_slip(group.whole, group.parts)
        if group.whole is None or group.adds_up or not is_complete:
            continue
        parts = total(group.parts)
        if parts is None or _is_per_group(group.whole, group.parts):
            continue
        said = ", met wat niet is herzien," if group.own < len(group.parts) else ""
        message = f"de delen van {named(group.whole)} zijn{said} samen {shown(parts)}"
        message += f", en het totaal is {typed(group.whole)}"
        findings.warning("C301", message, place_of(group.parts[0]), "verbeter een deel of het totaal")


def _is_per_group(whole: Observation, parts: Sequence[Observation]) -> bool:
    """Whether it is a percentage of each group rather than a share of all: more than one slip would make two larger."""
    own = interval(whole)
    if own is None or not is_percent(whole.unit):
        return False
    return sum(bounds[0] > own[1] for part in parts if (bounds := interval(part))) > 1


# --- Series and each other ------------------------------------------------------------------------


def _delivered(cube: Cube) -> Mapping[tuple[str, str, str], Sequence[Observation]]:
    """The figures of a series by the day and the file that gave them."""
    found: dict[tuple[str, str, str], list[Observation]] = {}
    for key, vintages in cube.observations.items():
        for figure in vintages:
            cell = cell_of(figure)
            found.setdefault((key.series, cell.vintage, cell.span.path), []).append(figure)
    return found


def _check_related(
    name: str, spec: SeriesSpec, delivered: Sequence[Observation], vintage: str, cube: Cube, findings: Findings
) -> None:
    """What a file says of series of which it gives figures: that one is the sum of others, or a part of another."""
    described = cube.series(name)
    sum_of = tuple(each.text for each in spec.sum_of) or (described.sum_of if described else ())
    for own in (figure for figure in delivered if cell_of(figure).part == WHOLE):
        members = [cube.observe(member, own.period, as_of=vintage) for member in sum_of]
        known = [member for member in members if member is not None]
        made, given = total(known), interval(own)
        is_whole = len(known) == len(members)
        if known and made and given and (made[0] > given[1] or (is_whole and not agree(given, made))):
            said = " + ".join([*(typed(member) for member in known[:_LISTED]), *_more(known)])
            message = f"{named(own)} is {typed(own)}, en {said} is {shown(made)}"
            findings.warning("C303", message, place_of(own), "verbeter de som of een van de delen")
        whole = cube.observe(spec.part_of.text, own.period, as_of=vintage) if spec.part_of else None
        if whole and whole.measure.adds_over_periods and own.measure.adds_over_periods:
            _check_within(own, whole, findings)
    if spec.part_of and spec.measure.kind.most is not None:
        _check_given_shares(spec.part_of.text, delivered, vintage, cube, findings)


def _more(members: Sequence[Observation]) -> Iterator[str]:
    if len(members) > _LISTED:
        yield f"nog {len(members) - _LISTED} reeksen"


def _check_within(part: Observation, whole: Observation, findings: Findings) -> None:
    if part.measure.negative or whole.measure.negative:
        return  # other parts of it may be below 0
    small, large = interval(part), interval(whole)
    if small and large and small[0] > large[1]:
        message = f"{named(part)} is {typed(part)}: meer dan het geheel, {typed(whole)}"
        findings.warning("C303", message, place_of(part), "een deel is nooit meer dan zijn geheel")


def _check_given_shares(
    whole: str, delivered: Sequence[Observation], vintage: str, cube: Cube, findings: Findings
) -> None:
    """A share that the source gives is that of its counts, where both are known."""
    for given in delivered:
        place = cell_of(given).part
        part = cube.observe(whole, given.period, place, vintage) if place != WHOLE else None
        of = cube.whole_of(part) if part else None
        if part is None or of is None or interval(part) is None or not of.low or not of.high:
            continue
        bounds = interval(part) or (Decimal(0), Decimal(0))
        computed = (100 * bounds[0] / of.high, 100 * bounds[1] / of.low)
        if not agree(interval(given), computed):
            message = f"{named(given)} is {typed(given)}%, en {typed(part)} van {typed(of)} is {_percent(computed)}%"
            findings.warning("C311", message, place_of(given), "verbeter het aandeel of het aantal")


def _percent(values: tuple[Decimal, Decimal]) -> str:
    tenth = Decimal("0.1")
    return shown((values[0].quantize(tenth), values[1].quantize(tenth)))
