"""Plants faults in the code, one at a time, and tells which of them the tests notice: `python -m tests.planted`.

Not part of the suite: every fault costs a run of it. A fault is a file, a piece of it, and what takes its place; where
the piece is no longer there the fault is told to be out of date, and counts as not noticed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.faults import ROOT

Planted = tuple[str, str, str]
FAULTS: tuple[Planted, ...] = (
    ("figures/rounding.py", "CONTEXT.minus(size) if value < 0 and size", "size.copy_negate() if value < 0"),
    (
        "figures/arithmetic.py",
        "if divides and right.low <= 0 <= right.high:",
        "if divides and right.low < 0 < right.high:",
    ),
    (
        "figures/arithmetic.py",
        "for status in (ObservationStatus.LATER, ObservationStatus.IMPOSSIBLE, ObservationStatus.PROVISIONAL):",
        "for status in (ObservationStatus.LATER, ObservationStatus.PROVISIONAL, ObservationStatus.IMPOSSIBLE):",
    ),
    ("figures/arithmetic.py", "if left.low < 0 or others.low < 0:", "if left.low < 0:"),
    ("input/cube/cube.py", "as_of is None or vintage <= as_of", "as_of is None or vintage < as_of"),
    (
        "input/cube/cube.py",
        "(whole.vintage, whole.source) == (cell.vintage, cell.source)",
        "whole.vintage == cell.vintage",
    ),
    ("input/cube/cube.py", "if one is None:\n                return None", "if one is None:\n                continue"),
    (
        "input/cube/build.py",
        'spec.status == "voorlopig" and figure.status is ObservationStatus.FINAL',
        'spec.status == "voorlopig"',
    ),
    (
        "input/specs/typed/measure.py",
        "low = low if self.kind.negative else max(Decimal(0), low)",
        "low = max(Decimal(0), low)",
    ),
    ("input/specs/typed/measure.py", "return kind.is_exact and not self.is_scaled", "return kind.is_exact"),
    ("input/specs/typed/unfit.py", "measure.decimals != len(decimals) and", "measure.decimals is None and"),
    ("figures/results.py", "if CHANGE in kinds and SHARE in kinds:", "if CHANGE in kinds and False:"),
    ("figures/results.py", "BALANCE if is_balance else figures[0].measure", "figures[0].measure"),
    ("figures/arithmetic.py", "return made._replace(unit=_figures(operands)[0].unit)", "return made"),
    ("figures/arithmetic.py", "key=lambda scale: scale.ones)", "key=lambda scale: -scale.ones)"),
    ("proof/disclosure/ratios.py", "1 / Fraction(times)", "Fraction(times)"),
    ("proof/disclosure/primary.py", "1 <= value < threshold", "1 < value < threshold"),
    ("proof/disclosure/primary.py", "high=Decimal(threshold - 1),", "high=Decimal(threshold),"),
    ("figures/words/numbers.py", 'if text.strip("0.,") and not', "if not"),
    (
        "pages/attachments/figures.py",
        "if about not in status and round_half_away(exact, decimals) == number:",
        "if about not in status:",
    ),
    ("pages/attachments/figures.py", "status += [] if about in status else [words.data.rounded]", "status += []"),
    (
        "pages/layout/pages.py",
        "known = {*self._placed, *draft.notes}",
        "known = {*draft.notes}",
    ),
    ("pages/layout/columns.py", "for need in sorted(needs, key=lambda need: need.count):", "for need in needs:"),
    ("pages/pdf/structure.py", "if page == first_page:", "if True:"),
    ("pages/pdf/structure.py", "for id in table.headers)", "for id in reversed(table.headers))"),
    (
        "proof/checking/figures/intervals.py",
        "one[0] <= other[1] and other[0] <= one[1]",
        "one[0] < other[1] and other[0] < one[1]",
    ),
    (
        "proof/checking/figures/longer_periods.py",
        "return small is None or large is None or small[0] <= large[1]",
        "return small is None or large is None or small[1] <= large[1]",
    ),
    ("proof/checking/figures/longer_periods.py", "    told.update(part[0].period for part in larger)\n", ""),
    (
        "proof/checking/figures/longer_periods.py",
        "best[before][0] + _bounds(part)[0]",
        "best[-1][0] + _bounds(part)[0]",
    ),
    ("proof/checking/words/neighbours.py", "if between.isspace() and not", 'if between == " " and not'),
    ("text/ratios.py", "is_exact = base.low == base.high == 0", "is_exact = True"),
    ("text/ratios.py", "base.measure in _BY_CHANCE and base.value * base.scale", "base.value * base.scale"),
    ("text/language/composed.py", "than is None and not _END.search(text)", "than is None"),
    ("pages/charts/scale.py", " and not (whole and step != round(step))", ""),
    ("pages/charts/stacks.py", "levels = above if point.value >= 0 else below", "levels = above"),
    (
        "pages/charts/stretches.py",
        "return before[1].provisional or after[1].provisional",
        "return after[1].provisional",
    ),
    ("proof/comparing/statements.py", "key=len, reverse=True):", "key=len):"),
    (
        "proof/comparing/blocks.py",
        "return (block.kind, block.caption) if block.caption else None",
        "return (block.kind, block.caption)",
    ),
    (
        "proof/manifest/comparing.py",
        "if name not in now:\n            findings.error",
        "if False:\n            findings.error",
    ),
    ("input/images/pixels.py", 'Images.new(image.mode, image.size, "white")', "Images.new(image.mode, image.size)"),
    ("text/series/comparison.py", "max(_spread(before), _spread(after))", "_spread(after)"),
    ("text/charts/shares.py", "if abs(total - _WHOLE) > len(made):", "if abs(total - _WHOLE) > 10 * len(made):"),
    (
        "input/next_period/writer.py",
        'case "herzien", _:\n                    self._take_out(key)',
        'case "herzien", _:\n                    pass',
    ),
    (
        "proof/tracing/align.py",
        "if wanted[place].anchor and spoken[other].pages:",
        "if wanted[place].anchor and spoken[other].pages and place:",
    ),
    ("proof/inspection/structure/marks.py", '(plan.doubled, "twee keer in de boom"),', ""),
)


def noticed(fault: Planted, arguments: Sequence[str]) -> str:
    """The first test that fails with the fault planted in a copy of the repository, those of its package first."""
    file, piece, instead = fault
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "rapportage"
        left_out = shutil.ignore_patterns(".git", ".venv*", "build", "__pycache__", ".*_cache", ".hypothesis")
        shutil.copytree(ROOT, copy, ignore=left_out)
        path = copy / "src" / "rapportage" / file
        text = path.read_text(encoding="utf-8")
        if text.count(piece) != 1:
            return ""
        path.write_text(text.replace(piece, instead), encoding="utf-8")
        own = copy / "tests" / file.partition("/")[0]
        first = _first_failure(copy, [str(own), *arguments]) if own.is_dir() else ""
        return first or _first_failure(copy, arguments)


def _first_failure(copy: Path, arguments: Sequence[str]) -> str:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    return next((line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))), "")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.planted", description=__doc__)
    parser.add_argument("--only", type=int, help="the number of one fault")
    parser.add_argument("arguments", nargs="*", help="for pytest, after --")
    asked = parser.parse_args()
    numbers = [asked.only] if asked.only is not None else list(range(len(FAULTS)))
    found = 0
    for number in numbers:
        test = noticed(FAULTS[number], asked.arguments)
        found += bool(test)
        print(f"{number:2} {FAULTS[number][0]}: {test or 'NOT NOTICED'}", flush=True)
    print(f"{found} of {len(numbers)} noticed")
    return int(found < len(numbers))


if __name__ == "__main__":
    sys.exit(main())
