"""Whether `rapportage check` finds each slip, and says nothing about what is right: `python -m tests.slips.judge`."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, check
from tests.slips.plant import Slip, Texts, planted, read_samples

ROOT = Path(__file__).parents[2]
SAMPLES = (
    ("kerncijfers", "2020-05"),
    ("grafieken", "2020-05"),
    ("vreemdelingenketen", "2020-H1"),
    *(("asieltrends", f"2020-0{month}") for month in range(1, 7)),
    *(("instroom-week", f"2024-W{week}") for week in ("04", "05", "24")),
)


@dataclass(frozen=True)
class Verdict:
    """What was said of a slip: at its line, elsewhere, or nothing."""

    slip: Slip
    codes: tuple[str, ...]
    is_caught: bool


def false_alarms(texts: Texts) -> list[str]:
    """What is said of the samples as they are."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write(texts, project)
        return [str(finding) for finding in (*found(project, ()), *found(project, SAMPLES))]


def judged(texts: Texts) -> list[Verdict]:
    """The verdict on every slip of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write(texts, project)
        return [judge(slip, texts, project) for slip in planted(texts)]


def judge(slip: Slip, texts: Texts, project: Path) -> Verdict:
    path = project / slip.path
    path.write_text(slip.text, encoding="utf-8")
    findings = [*(found(project, ()) if not slip.reports else ()), *found(project, slip.reports)]
    if slip.path in texts:
        path.write_text(texts[slip.path], encoding="utf-8")
    else:
        path.unlink()
    place = slip.place
    right = [
        finding.code
        for finding in findings
        if (finding.span and f"{finding.span.path}:{finding.span.line}" == place) or f"{place})" in finding.message
    ]
    return Verdict(slip, tuple(dict.fromkeys(finding.code for finding in findings)), bool(right))


def found(project: Path, reports: tuple[tuple[str, str], ...]) -> Findings:
    findings = Findings()
    check([BuildRequest(layout, period, project) for layout, period in reports], project, findings)
    return findings


def write(texts: Texts, project: Path) -> None:
    for path, text in texts.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")


def main() -> None:
    texts = read_samples(ROOT)
    verdicts = judged(texts)
    kinds = Counter(verdict.slip.kind for verdict in verdicts)
    caught = Counter(verdict.slip.kind for verdict in verdicts if verdict.is_caught)
    print(f"{'soort':40} {'geplant':>7} {'gevonden':>8}  codes")
    for kind, count in kinds.items():
        codes = dict.fromkeys(code for each in verdicts if each.slip.kind == kind for code in each.codes)
        print(f"{kind:40} {count:7} {caught[kind]:8}  {' '.join(codes)}")
    alarms = false_alarms(texts)
    print(f"{'samen':40} {len(verdicts):7} {caught.total():8}  vals alarm: {len(alarms)}")
    for verdict in verdicts:
        if not verdict.is_caught:
            print(f"gemist: {verdict.slip.kind}, {verdict.slip.path}:{verdict.slip.line} ({' '.join(verdict.codes)})")
    for alarm in alarms:
        print(alarm)


if __name__ == "__main__":
    main()
