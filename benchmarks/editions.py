"""Measures the edition for the web: the time of both forms beside that of a PDF alone, and how large a page is.

`make benchmark` runs it. Both are timed by turns, whole processes, and compared pair by pair: a machine is never quiet.
"""

from __future__ import annotations

import gzip
import re
import statistics
import tempfile
from pathlib import Path

from benchmarks.measure import ROOT, RUNS, run
from rapportage.diagnostics import Findings
from rapportage.html.styles import style_sheet
from rapportage.pages.theme import default_theme
from rapportage.pipeline import BuildRequest, editions

SAMPLES = (("kerncijfers", "2020-05"), ("vreemdelingenketen", "2020-H1"))
BOTH = 1.2
"""How much longer both forms may take than the PDF alone."""
PAGE, SHEET = 300, 20
"""Kilobytes of the half-yearly report without the files that are in it, and of the style sheet."""


def ratios(layout: str, period: str, folder: Path) -> list[float]:
    command = ["build", layout, period, "--output", str(folder / "uit.pdf")]
    pairs = [(run(command)[0], run([*command, "--vorm", "pdf,html"])[0]) for _ in range(RUNS)]
    return [both / alone for alone, both in pairs]


def sizes(layout: str, period: str) -> dict[str, int]:
    """Bytes of a page, and of its parts."""
    made = editions(BuildRequest(layout, period, ROOT), ("html",), Findings())
    if made is None or made.html is None:
        raise SystemExit(f"{layout} {period} has faults")
    page = made.html.decode()
    parts = {
        "de csv-bestanden": r"<p class=file>.*?</p>",
        "de letters": r"@font-face\{.*?\}\n",
        "de tekeningen": r"<svg .*?</svg>",
        "de tabellen": r"<table.*?</table>",
    }
    found = {
        name: sum(len(each.encode()) for each in re.findall(pattern, page, re.DOTALL))
        for name, pattern in parts.items()
    }
    whole = len(made.html)
    return {"zonder csv": whole - found["de csv-bestanden"], "verstuurd (gzip)": len(gzip.compress(made.html)), **found}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for layout, period in SAMPLES:
            found = ratios(layout, period, Path(folder))
            spread = f"{min(found):.2f}–{max(found):.2f}"
            print(f"pdf en html van {layout} {period}: {statistics.median(found):.2f} keer de pdf ({spread}; {BOTH})")
    for layout, period in SAMPLES:
        told = ", ".join(f"{name} {size / 1000:.0f}" for name, size in sizes(layout, period).items())
        print(f"html van {layout} {period} in kB ({PAGE}): {told}")
    print(f"opmaak (css): {len(style_sheet(default_theme()).encode()) / 1000:.1f} kB ({SHEET})")


if __name__ == "__main__":
    main()
