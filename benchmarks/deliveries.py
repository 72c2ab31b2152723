"""How long an import of 5,000 rows of 12 columns takes: `python -m benchmarks.deliveries`. Read ratios within one run.

Whole processes are timed, those of one round after each other, so that a busy machine slows all of them alike. Beside
the import: Python alone, the start of rapportage, and calamine that reads the same workbook.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.deliveries.made import MadeSheet, xlsx

ROWS, COLUMNS, RUNS = 5_000, 12, 7
ROOT = Path(__file__).parents[1]
LEVERING = """\
bestand: leveringen/lang-{periode}.xlsx
bron: {titel: Lang (gemaakt), uitgever: Niemand}
koppen: [2]
rijen: {vanaf: Totaal, tot: "Bron:"}
reeksen:
"""
SERIES = """\
  reeks_{0}:
    titel: Reeks {0}
    eenheid: aanvragen
    totaal: {{rij: Totaal, kolom: Kolom {0}}}
"""
_CALAMINE = (
    "import sys, python_calamine as c; "
    "b = c.load_workbook(sys.argv[1]); b.get_sheet_by_name('Tabel 1').to_python(skip_empty_area=False)"
)
_READ = (
    "import sys; from rapportage.diagnostics import Findings; from rapportage.deliveries.reading import read_delivery; "
    "assert read_delivery(open(sys.argv[1], 'rb').read(), 'x', Findings()) is not None"
)


def made(folder: Path) -> Path:
    """A project with a levering and a workbook that says that it is made."""
    for name in ("leveringen", "data", "layouts"):
        (folder / name).mkdir()
    for name, series in (("een", range(1, 2)), ("alle", range(1, COLUMNS))):
        text = LEVERING + "".join(map(SERIES.format, series))
        (folder / "leveringen" / f"{name}.yaml").write_text(text, encoding="utf-8")
    figures = [[(row * 37 + column * 11) % 9_000 + 1 for column in range(1, COLUMNS)] for row in range(ROWS - 1)]
    rows = [
        ["Gemaakt, van niemand"],
        ["Onderdeel", *(f"Kolom {column}" for column in range(1, COLUMNS))],
        ["Totaal", *(sum(each) for each in zip(*figures, strict=True))],
        *([f"Onderdeel {row}", *each] for row, each in enumerate(figures)),
        ["Bron: niemand"],
    ]
    path = folder / "leveringen" / "lang-2020-05.xlsx"
    path.write_bytes(xlsx(MadeSheet("Tabel 1", rows)))
    return path


def seconds(arguments: list[str]) -> tuple[float, float]:
    """How long a process takes by the clock, and of the processor."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # after an installation modules are compiled
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(arguments)[:80]} failed")
    return taken, usage.ru_utime + usage.ru_stime


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = str(made(folder))
        asked = ["2020-05", "--project", name, "--proef"]
        processes = {
            "python alleen": ["-c", "pass"],
            "rapportage --help": ["-m", "rapportage", "--help"],
            "calamine alleen": ["-c", _CALAMINE, workbook],
            "het bestand lezen": ["-c", _READ, workbook],
            "import, een reeks": ["-m", "rapportage", "import", "een", *asked],
            "import, elke kolom": ["-m", "rapportage", "import", "alle", *asked],
        }
        for arguments in processes.values():
            seconds(arguments)
        rounds = [{name: seconds(arguments) for name, arguments in processes.items()} for _ in range(RUNS)]
    print(f"{ROWS} rijen van {COLUMNS} kolommen; mediaan van {RUNS}")
    print(f"{'':20} {'klok s':>8} {'processor s':>12} {'keer calamine':>14}")
    for name in processes:
        clock, processor = (statistics.median(each[name][which] for each in rounds) for which in (0, 1))
        ratio = statistics.median(each[name][1] / each["calamine alleen"][1] for each in rounds)
        print(f"{name:20} {clock:8.2f} {processor:12.2f} {ratio:14.1f}")


if __name__ == "__main__":
    main()
