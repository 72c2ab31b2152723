"""The table of what is found of slips in data: `python -m tests.claims.data_judge [CORPUS.yaml]`.

Without a corpus the slips are those that `data_slips` plants everywhere in the samples. A corpus has `data_slips`: each
has an `id`, a `soort`, the file (`bestand`) in data/, and what in it (`van`) became what (`naar`).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import yaml

from rapportage.diagnostics import Finding, Findings
from rapportage.pipeline import check
from tests.claims.data_slips import DataSlip, planted
from tests.slips.judge import ROOT, write
from tests.slips.plant import Texts, read_samples


class Verdict(NamedTuple):
    slip: DataSlip
    said: list[Finding]
    """What is said of the data with the slip, and not of those without."""

    @property
    def is_caught(self) -> bool:
        return bool(self.said)

    @property
    def is_at_its_place(self) -> bool:
        """Whether a finding stands at one of its lines, or names one."""
        places = [f"{self.slip.path}:{line}" for line in self.slip.lines]
        return any(
            (each.span is not None and f"{each.span.path}:{each.span.line}" in places)
            or any(f"{place})" in each.message or f"{place}," in each.message for place in places)
            for each in self.said
        )


def of_corpus(corpus: Path, texts: Texts) -> Iterator[DataSlip]:
    read = yaml.load(corpus.read_text(encoding="utf-8"), yaml.CSafeLoader)
    for each in read["data_slips"]:
        path = f"data/{each['bestand']}.yaml"
        before, old, after = texts[path].partition(each["van"])
        if not old:
            raise SystemExit(f"{each['id']}: '{each['van']}' is not in {path}")
        first = before.count("\n") + 1
        lines = tuple(range(first, first + each["naar"].count("\n") + 1))
        yield DataSlip(each["id"], each["soort"], path, lines, before + each["naar"] + after)


def judged(slips: Iterable[DataSlip], texts: Texts) -> Iterator[Verdict]:
    """The verdict on every slip; `texts` are the samples without."""
    with TemporaryDirectory() as folder:
        project = Path(folder)
        write(texts, project)
        right = {_said(each) for each in found(project)}
        for slip in slips:
            path = project / slip.path
            path.write_text(slip.text, encoding="utf-8")
            yield Verdict(slip, [each for each in found(project) if _said(each) not in right])
            path.write_text(texts[slip.path], encoding="utf-8")


def found(project: Path) -> Findings:
    findings = Findings()
    check([], project, findings)
    return findings


def _said(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def main() -> None:
    texts = read_samples(ROOT)
    named = [Path(each) for each in sys.argv[1:]]
    slips = list(of_corpus(named[0], texts) if named else planted(texts))
    caught: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for verdict in judged(slips, texts):
        slip = verdict.slip
        caught[slip.kind] += verdict.is_caught
        there[slip.kind] += verdict.is_at_its_place
        if not verdict.is_at_its_place:
            said = "; ".join(f"{each.code} {each.message}" for each in verdict.said[:2]) or "niets"
            print(f"{'elders ' if verdict.is_caught else 'gemist '} {slip.id} ({slip.kind}) {slip.path}: {said}")
            for line in slip.lines:
                print(f"    {slip.text.splitlines()[line - 1].strip()[:120]}")
    planted_of = Counter(slip.kind for slip in slips)
    print(f"{'soort':36} {'geplant':>8} {'gevonden':>8} {'ter plaatse':>12}")
    for kind in sorted(planted_of):
        print(f"{kind:36} {planted_of[kind]:8} {caught[kind]:8} {there[kind]:12}")
    print(f"{'samen':36} {planted_of.total():8} {caught.total():8} {there.total():12}")


if __name__ == "__main__":
    main()
