"""Random small reports, through the whole tool, against trying all that their figures may be."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import floor
from pathlib import Path
from typing import NamedTuple

from tests.faults import lines
from tests.proof.disclosure.test_check import compose_report, series, text

REPORTS = 300
THRESHOLD, WIDTH = 5, 3
FAR = 330
"""More than any count that fits what such a report says."""

Counts = dict[str, int]
"""By letter a part; 'T' is the total of May, 'P' that of April, 'W' of both months."""
WORDS = {
    "T": "{{ aanvragen }}",
    "P": "{{ aanvragen['2020-04'] }}",
    "W": "{{ aanvragen['2020-04/2020-05'] }}",
    **{part: f"{{{{ aanvragen['{part}'] }}}}" for part in "ABCD"},
}


class Report(NamedTuple):
    true: Counts
    hidden: list[str]
    """The small ones."""
    is_whole: bool
    """Whether the parts are the total."""
    is_sum: bool
    """Whether April and May are what both months are said to be."""
    told: list[tuple[str, Callable[[Counts], object]]]
    """What stands in the report: the words for the layout, and what the reader sees then."""


def percentage(part: str, whole: str, decimals: int) -> Callable[[Counts], object]:
    def shown(counts: Counts) -> object:
        scale = 100 * 10**decimals
        return floor(Fraction(scale * counts[part], counts[whole]) + Fraction(1, 2)) if counts[whole] else None

    return shown


def random_report(chance: random.Random) -> Report:
    parts = "ABCD"[: chance.randint(3, 4)]
    true = {part: chance.choice((1, 2, 3, 4, 6, 9, 12)) for part in parts}
    is_whole, is_sum = chance.random() < 0.7, chance.random() < 0.8
    true["T"] = sum(true.values()) + (0 if is_whole else chance.randint(1, 6))
    true["P"] = chance.randint(1, 20)
    true["W"] = true["T"] + true["P"] + (0 if is_sum else 1)
    hidden = [name for name, count in true.items() if count < THRESHOLD]
    known = [name for name in true if name not in hidden]
    told: list[tuple[str, Callable[[Counts], object]]] = []
    for name in known:
        if chance.random() < 0.75:
            told.append((WORDS[name], lambda counts, name=name: counts[name]))
        if name in parts and "T" in known and chance.random() < 0.4:
            decimals = chance.randint(0, 2)
            told.append((WORDS[name][:-3] + f".aandeel | pct({decimals}) }}}}", percentage(name, "T", decimals)))
    if {"T", "P"} <= set(known) and chance.random() < 0.4:
        told.append(("{{ verschil(aanvragen, aanvragen['2020-04']) }}", lambda counts: counts["T"] - counts["P"]))
    if {"T", "W"} <= set(known) and chance.random() < 0.4:
        told.append(("{{ aandeel(aanvragen, aanvragen['2020-04/2020-05']) | pct(1) }}", percentage("T", "W", 1)))
    if "T" in known and len([part for part in parts if part in known]) >= 1 and chance.random() < 0.4:
        largest = max(true[part] for part in parts)
        named = [part for part in parts if true[part] == largest]
        told.append(
            ("{{ aanvragen | top(1) | rest }}", lambda counts: counts["T"] - sum(counts[part] for part in named))
        )
    return Report(true, hidden, is_whole, is_sum, told)


def possible(report: Report) -> Iterator[Counts]:
    """All that the figures may be for the reader."""
    shown = [(sees, sees(report.true)) for _, sees in report.told]
    plain = {name for name, word in WORDS.items() if any(word == told for told, _ in report.told)}
    parts = [name for name in report.true if name in "ABCD"]

    def values(name: str, otherwise: range) -> range:
        if name in report.hidden:
            return range(1, THRESHOLD)
        return range(report.true[name], report.true[name] + 1) if name in plain else otherwise

    for chosen in product(*(values(part, range(60)) for part in parts)):
        counts = dict(zip(parts, chosen, strict=True))
        total = sum(chosen)
        wholes = range(total, total + 1) if report.is_whole else range(total, 160)
        for counts["T"] in (each for each in values("T", wholes) if each in wholes):
            for counts["P"] in values("P", range(FAR)):
                both = counts["T"] + counts["P"]
                sums = range(both, both + 1) if report.is_sum else range(FAR)
                for counts["W"] in (each for each in values("W", sums) if each in sums):
                    if all(sees(counts) == one for sees, one in shown):
                        yield counts


def is_small_enough(report: Report) -> bool:
    """Whether all can be tried in a moment."""
    told = {word for word, _ in report.told}
    size = 1
    for name in report.true:
        if name in report.hidden:
            size *= THRESHOLD - 1
        elif WORDS[name] not in told:
            is_determined = (name == "T" and report.is_whole) or (name == "W" and report.is_sum)
            size *= 1 if is_determined else 60 if name in "ABCD" else FAR
    return size < 60_000


def expected(report: Report) -> dict[str, str]:
    """By figure the code of what is to be said of it."""
    seen: dict[str, set[int]] = {name: set() for name in report.hidden}
    for counts in possible(report):
        for name, values in seen.items():
            values.add(counts[name])
        if all(max(values) - min(values) + 1 >= WIDTH for values in seen.values()):
            break
    sizes = {name: max(values) - min(values) + 1 for name, values in seen.items()}
    return {name: "G101" if size == 1 else "G102" for name, size in sizes.items() if size < WIDTH}


def reported(folder: Path, report: Report) -> dict[str, str]:
    parts = {name: count for name, count in report.true.items() if name in "ABCD"}
    figures = series("aanvragen", report.true["T"], **parts)
    figures += f"    vensters:\n      2020-04/2020-05: {{totaal: {report.true['W']}}}\n"
    words = text("Er is: " + "; ".join(word for word, _ in report.told) + ".")
    _, findings = compose_report(folder, words, m2020_04=series("aanvragen", report.true["P"]), m2020_05=figures)
    found = {}
    for finding in findings:
        assert finding.code in ("G101", "G102"), lines(findings)
        named = re.match(r"aanvragen(?:, ([A-D]))?, (\w+) 2020 is onderdrukt", finding.message)
        assert named, finding.message
        found[named[1] or {"mei": "T", "april": "P"}[named[2]]] = finding.code
        if finding.code == "G101":
            assert finding.message.endswith(f" = {report.true[named[1] or {'mei': 'T', 'april': 'P'}[named[2]]]}")
    return found


def test_no_disagreement_with_trying_everything(tmp_path: Path) -> None:
    chance = random.Random(11)
    counted = {"G101": 0, "G102": 0, "safe": 0}
    done = 0
    while done < REPORTS:
        report = random_report(chance)
        if not report.hidden or not report.told or not is_small_enough(report):
            continue
        folder = tmp_path / str(done)
        folder.mkdir()
        wanted = expected(report)
        assert reported(folder, report) == wanted, report
        for name in report.hidden:
            counted[wanted.get(name, "safe")] += 1
        done += 1
    assert min(counted.values()) > 15, counted
