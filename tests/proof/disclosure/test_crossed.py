"""Crossed breakdowns: every margin is a sum that a reader knows, against trying all that the figures may be."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from rapportage.figures.parts import Part
from tests.faults import lines
from tests.proof.disclosure.test_check import compose_report, only, series, text

REPORTS = 80
THRESHOLD, WIDTH = 5, 3
FAR = 45
"""More than any count here."""
NAMES = {"plaats": ("Aa", "Bb"), "soort": ("koop", "huur"), "tijd": ("dag", "nacht")}


class Crossed(NamedTuple):
    cells: dict[Part, int]
    given: dict[Part, int]
    """Every figure in the data: the cells, and the margins of the breakdowns that are given."""
    shown: list[Part]

    @property
    def hidden(self) -> list[Part]:
        return [part for part, count in self.given.items() if 0 < count < THRESHOLD]


def total_of(cells: dict[Part, int], part: Part) -> int:
    return sum(count for cell, count in cells.items() if cell.within(part))


def random_report(chance: random.Random) -> Crossed:
    dimensions = ("plaats", "soort", "tijd")[: 2 if chance.random() < 0.8 else 3]
    keys = [Part(dimensions, names) for names in product(*(NAMES[each] for each in dimensions))]
    cells = {key: chance.choice((0, 1, 2, 3, 4, 6, 9, 12)) for key in keys}
    given = dict(cells)
    for count in range(len(dimensions)):
        for outer in combinations(dimensions, count):
            if chance.random() < 0.7:
                for cell in keys:
                    given[cell.over(outer)] = total_of(cells, cell.over(outer))
    known = [part for part, count in given.items() if not 0 < count < THRESHOLD]
    return Crossed(cells, given, [part for part in known if chance.random() < 0.75])


def possible(report: Crossed) -> Iterator[dict[Part, int]]:
    """All that the cells may be for the reader."""

    def values(part: Part) -> range:
        count = report.cells[part]
        if part in report.hidden:
            return range(1, THRESHOLD)
        return range(count, count + 1) if part in report.shown else range(FAR)

    margins = [(part, count) for part, count in report.given.items() if part not in report.cells]
    for chosen in product(*(values(part) for part in report.cells)):
        cells = dict(zip(report.cells, chosen, strict=True))
        sums = {part: total_of(cells, part) for part, _ in margins}
        if all(
            0 < sums[part] < THRESHOLD if part in report.hidden else part not in report.shown or sums[part] == count
            for part, count in margins
        ):
            yield {**cells, **sums}


def is_small_enough(report: Crossed) -> bool:
    size = 1
    for part in report.cells:
        size *= THRESHOLD - 1 if part in report.hidden else 1 if part in report.shown else FAR
    return size < 6_000


def expected(report: Crossed) -> dict[str, str]:
    seen: dict[Part, set[int]] = {part: set() for part in report.hidden}
    for counts in possible(report):
        for part, values in seen.items():
            values.add(counts[part])
    sizes = {part.label: max(values) - min(values) + 1 for part, values in seen.items()}
    return {name: "G101" if size == 1 else "G102" for name, size in sizes.items() if size < WIDTH}


def figures(report: Crossed) -> str:
    breakdowns: dict[tuple[str, ...], list[str]] = {}
    for part, count in report.given.items():
        nested = str(count)
        for name in reversed(part.names):
            nested = f"{name}: {nested}" if nested.isdigit() else f"{name}: {{{nested}}}"
        breakdowns.setdefault(part.dimensions, []).append(nested)
    made = series("aanvragen", report.given.get(Part()))
    by_dimension = {dimensions: merged(nested) for dimensions, nested in breakdowns.items() if dimensions}
    body = "".join(f"      {' x '.join(dimensions)}: {{{nested}}}\n" for dimensions, nested in by_dimension.items())
    return f"{made}    naar:\n{body}"


def merged(nested: list[str]) -> str:
    """'a: {b: 1}', 'a: {c: 2}' as 'a: {b: 1, c: 2}'."""
    groups: dict[str, list[str]] = {}
    for each in nested:
        name, _, rest = each.partition(": ")
        groups.setdefault(name, []).append(rest)
    return ", ".join(
        f"{name}: {rests[0]}"
        if rests[0].isdigit()
        else f"{name}: {{{merged([rest.removeprefix('{').removesuffix('}') for rest in rests])}}}"
        for name, rests in groups.items()
    )


def reported(folder: Path, report: Crossed) -> dict[str, str]:
    words = [f"{{{{ aanvragen{list(part.names) if part.names else ''} }}}}" for part in report.shown]
    _, findings = compose_report(folder, text("Er is: " + "; ".join(words) + "."), m2020_05=figures(report))
    found = {}
    for finding in findings:
        assert finding.code in ("G101", "G102"), lines(findings)
        named = re.match(r"aanvragen(?:, (.*))?, mei 2020 is onderdrukt", finding.message)
        assert named, finding.message
        found[named[1] or ""] = finding.code
    return found


def test_no_disagreement_with_trying_everything(tmp_path: Path) -> None:
    chance = random.Random(14)
    counted = {"G101": 0, "G102": 0, "safe": 0}
    done = 0
    while done < REPORTS:
        report = random_report(chance)
        if not report.hidden or not report.shown or not is_small_enough(report):
            continue
        folder = tmp_path / str(done)
        folder.mkdir()
        wanted = expected(report)
        assert reported(folder, report) == wanted, report
        for part in report.hidden:
            counted[wanted.get(part.label, "safe")] += 1
        done += 1
    assert min(counted.values()) > 8, counted


def test_from_a_margin_of_two_breakdowns_that_no_file_gives(tmp_path: Path) -> None:
    """What is sold is 20 by time, and so by place: Aa is what Bb leaves."""
    naar = "    naar:\n      plaats x soort: {Aa: {koop: 3}, Bb: {koop: 17}}\n"
    naar += "      soort x tijd: {koop: {dag: 8, nacht: 12}}\n"
    shown = text("{{ aanvragen['Bb', 'koop'] }}, {{ aanvragen['koop', 'dag'] }} en {{ aanvragen['nacht', 'koop'] }}.")
    _, findings = compose_report(tmp_path, shown, m2020_05=series("aanvragen") + naar)
    assert only(findings, "G101").startswith("aanvragen, Aa, koop, mei 2020 is onderdrukt, maar is te berekenen")


def test_a_crossed_part_may_be_left_out_besides(tmp_path: Path) -> None:
    naar = "    naar:\n      plaats x soort: {Aa: {koop: 3, huur: 9}}\n      plaats: {Aa: 12}\n"
    huur = "aanvragen['Aa', 'huur']"
    shown = text(f"{{{{ aanvragen['Aa'] }}}}{{% if bekend({huur}) %}}: {{{{ {huur} }}}}{{% endif %}}")
    _, findings = compose_report(tmp_path, shown, m2020_05=series("aanvragen") + naar)
    only(findings, "G101")
    assert next(iter(findings)).hint == (
        "zet bij geheimhouding: ook: [{reeks: aanvragen, onderdeel: [Aa, huur], periode: 2020-05}]"
    )
    secrecy = "{drempel: 5, marge: 3, ook: [{reeks: aanvragen, onderdeel: [huur, Aa]}]}"
    folder = tmp_path / "besides"
    folder.mkdir()
    document, findings = compose_report(folder, shown, secrecy=secrecy, m2020_05=series("aanvragen") + naar)
    assert lines(findings) == []
    assert document is not None
