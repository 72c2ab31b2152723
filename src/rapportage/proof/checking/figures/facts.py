"""Is the same thing said twice in the same way? Facts with two values, and series that are described again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rapportage.diagnostics import Findings, Span
from rapportage.figures.observation import DataSource
from rapportage.figures.words.lists import listed
from rapportage.input.cube.cube import Cube
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.period import PeriodFile, SeriesSpec, cells_of
from rapportage.proof.checking.figures.intervals import (
    FAR,
    are_far_apart,
    can_be_one,
    cell_of,
    interval,
    named,
    place_of,
    typed,
)
from rapportage.proof.checking.figures.namesakes import FEW, Namesakes, Vintages, by_fact, furthest_apart

SELDOM = 3
"""Of two series of one name that differ more often, and mostly, it is said once."""
NAMED = 12
"""So many series of one title are named."""


def check_facts(files: Sequence[PeriodFile], cube: Cube, findings: Findings) -> None:
    """Reports the same fact with two values: in two files without `herzien`, or in two series of one name."""
    restated = {
        cell.figure.span for file in files for each in file.restatements for cell in cells_of(each.figures, each.period)
    }
    for vintages in cube.observations.values():
        for before, after in pairwise(vintages):
            if place_of(after) not in restated and not can_be_one(interval(before), interval(after)):
                message = f"{named(after)} is hier {typed(after)}, en was {typed(before)}"
                findings.warning("C310", message, place_of(after), "zet een bijgesteld cijfer bij 'herzien'")
    known = Namesakes(cube)
    for pair in known.pairs():
        _check_pair(pair, cube, findings)
    for ids in known.groups():
        _check_titles(ids, cube, findings)


def _check_pair(pair: tuple[str, str], cube: Cube, findings: Findings) -> None:
    """Two series of one name: what two sources say of the same thing; once where they seldom agree."""
    common = [each for each in _both(pair, cube) if _source(each[0]) != _source(each[1])]
    apart = [(ours[-1], theirs[-1]) for ours, theirs in common if not _may_agree(ours, theirs)]
    if len(apart) > SELDOM and len(apart) * 2 > len(common):
        own, other = apart[0]
        message = (
            f"'{pair[0]}' en '{pair[1]}' heten beide '{own.label[:60]}' en zeggen bij {len(apart)} van {len(common)} "
        )
        message += f"cijfers iets anders: {named(other)} is {typed(other)}, en {typed(own)}"
        hint = "verschillen de bronnen echt? Zet erachter: # erkend C310: …"
        findings.warning("C310", message, place_of(other), hint)
        return
    for own, other in apart:
        message = f"{named(other)} is {typed(other)}, en volgens een andere reeks {typed(own)}"
        code = FAR if are_far_apart(interval(own), interval(other)) else "C310"
        hint = f"verschillen de bronnen echt? Zet erachter: # erkend {code}: …"
        findings.warning(code, message, place_of(other), hint)


def _both(pair: tuple[str, str], cube: Cube) -> Iterator[tuple[Vintages, Vintages]]:
    """What both series ever said of the same period and category."""
    one, other = pair
    for key, vintages in cube.observations_of(one).items():
        twin = cube.observations.get(key._replace(series=other))
        if twin:
            yield vintages, twin


def _may_agree(ours: Vintages, theirs: Vintages) -> bool:
    return any(can_be_one(interval(one), interval(other)) for one in ours for other in theirs)


def _source(vintages: Vintages) -> DataSource:
    return cell_of(vintages[-1]).source


def _check_titles(ids: Sequence[str], cube: Cube, findings: Findings) -> None:
    """Series of one title that do not count the same: said once, with the first fact of which they say other things.

    They are of one source, or there are very many of them.
    """
    for several in by_fact(cube, ids).values():
        for same in [several] if len(ids) > FEW else _by_source(several):
            apart = furthest_apart(same)
            if apart is not None:
                one, other = (vintages[-1] for vintages in apart)
                message = f"{len(ids)} reeksen heten '{one.label[:60]}': {named(other)} is {typed(other)}, maar ook "
                message += f"{typed(one)}. Het zijn {listed(ids, NAMED)}"
                hint = "geef elke reeks een titel die zegt wat zij telt"
                findings.warning("C310", message, place_of(other), hint)
                return


def _by_source(several: Sequence[Vintages]) -> Iterable[Sequence[Vintages]]:
    found: dict[DataSource, list[Vintages]] = {}
    for vintages in several:
        found.setdefault(_source(vintages), []).append(vintages)
    return found.values()


def check_descriptions(files: Sequence[PeriodFile], findings: Findings) -> None:
    """Reports a series that a later file describes in another way: what it counts, and how."""
    seen: dict[str, SeriesSpec] = {}
    for file in sorted(files, key=lambda file: (file.edition.date.latest, file.period)):
        for name, spec in file.series.items():
            before = seen.get(name)
            for what, old, new in _differences(before, spec) if before else ():
                message = f"{what} van '{name}' is hier anders dan in {old.path}:{old.line}"
                findings.warning(
                    "C309", message, new, "zijn de cijfers nog te vergelijken? Zet erachter: # erkend C309: …"
                )
            seen[name] = spec


def _differences(before: SeriesSpec, after: SeriesSpec) -> Iterator[tuple[str, Span, Span]]:
    for what, old, new in (
        ("de titel", before.title, after.title),
        ("de definitie", before.definition, after.definition),
    ):
        if old is not None and new is not None and _words(old) != _words(new):
            yield what, old.span, new.span
    if before.kind != after.kind:
        yield "de soort (stand of stroom)", before.node.span, after.node.span


def _words(text: Scalar) -> str:
    return " ".join(text.text.split())
