"""Is the same thing said twice in the same way? Facts with two values, and series that are described again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapportage.diagnostics import Findings, Span
from rapportage.figures.observation import Observation
from rapportage.input.cube.cube import Cube
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.period import PeriodFile, SeriesSpec, cells_of
from rapportage.proof.checking.figures.intervals import agree, interval, named, place_of, typed
from rapportage.proof.checking.figures.namesakes import Namesakes, by_fact, furthest_apart


def check_facts(files: Sequence[PeriodFile], cube: Cube, findings: Findings) -> None:
    """Reports the same fact with two values: in two files without `herzien`, or in two series of one name."""
    restated = {
        cell.figure.span for file in files for each in file.restatements for cell in cells_of(each.figures, each.period)
    }
    for vintages in cube.observations.values():
        for before, after in pairwise(vintages):
            if place_of(after) not in restated and not agree(interval(before), interval(after)):
                message = f"{named(after)} is hier {typed(after)}, en was {typed(before)}"
                findings.warning("C310", message, place_of(after), "zet een bijgesteld cijfer bij 'herzien'")
    known = Namesakes(cube)
    for ours, theirs in _both(known, cube):
        if not any(agree(interval(one), interval(other)) for one in ours for other in theirs):
            message = f"{named(theirs[-1])} is {typed(theirs[-1])}, en volgens een andere reeks {typed(ours[-1])}"
            findings.warning(
                "C310", message, place_of(theirs[-1]), "verschillen de bronnen echt? Zet erachter: # erkend C310: …"
            )
    for ids in known.crowds():
        _check_crowd(ids, cube, findings)


def _check_crowd(ids: Sequence[str], cube: Cube, findings: Findings) -> None:
    """Many series of one title: said once, with the first fact of which they say different things."""
    apart = next((found for several in by_fact(cube, ids).values() if (found := furthest_apart(several))), None)
    if apart is not None:
        one, other = (vintages[-1] for vintages in apart)
        first = cube.series(ids[0])
        title = first.title if first else ids[0]
        message = f"{len(ids)} reeksen heten '{title[:60]}': {named(other)} is {typed(other)}, maar ook {typed(one)}"
        findings.warning("C310", message, place_of(other), "geef elke reeks een titel die zegt wat zij telt")


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


def _both(known: Namesakes, cube: Cube) -> Iterator[tuple[Sequence[Observation], Sequence[Observation]]]:
    """What two series of one name ever said of the same period and category."""
    for one, other in known.pairs():
        for key, vintages in cube.observations_of(one).items():
            twin = cube.observations.get(key._replace(series=other))
            if twin:
                yield vintages, twin
