"""Builds every sample report and validates it: PDF with veraPDF and our own structural check, ODS with ODF Validator,
HTML with a browser and the Nu HTML checker.

`make validate` runs it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from rapportage.proof.inspection import structural_faults  # noqa: E402  # stands with the imports below
from tests.full_report import full_report_html, full_report_pdf  # noqa: E402  # found by the path above
from tests.second_style import styled  # noqa: E402  # found by the path above

BUILD = ROOT / "build"
BOTH = ("--vorm", "pdf,html")
WITH = ("--bijlagen", "--herkomst")
SAMPLES = (
    ("grafieken", "2020-05"),
    ("vreemdelingenketen", "2020-H1"),
    *(("kerncijfers", month) for month in ("2020-01", "2020-05", "2020-10")),
    ("key-figures", "2020-05"),
    *(("asieltrends", month) for month in ("2020-01", "2020-04", "2020-05", "2020-11")),
    *(("instroom-week", week) for week in ("2023-W47", "2024-W05", "2024-W30")),
)
"""Layout and period of every sample: of a publication that comes each month or week, those that differ most."""
PROJECTS = ROOT / "docs" / "voorbeelden"
OTHER_DOMAINS = (
    ("woningbouw", "monitor", "2025"),
    ("onderwijs", "kerncijfers-onderwijs", "SJ2022-23"),
    ("begroting", "overheidsfinancien", "2023"),
)
"""Folder in `PROJECTS`, layout and period of the samples that are projects of their own."""
IMPORTED = (("bevolking", "2010"), ("asielinstroom", "2020-06"))
"""Layout and period of those of which every figure was imported, in the project 'leveringen' there."""
EVERY_SAMPLE = (
    *((ROOT, layout, period) for layout, period in SAMPLES),
    *((PROJECTS / folder, layout, period) for folder, layout, period in OTHER_DOMAINS),
    *((PROJECTS / "leveringen", layout, period) for layout, period in IMPORTED),
)
"""Project, layout and period of all of them."""


def _holding(series: str, name: str) -> tuple[str, ...]:
    """The periods of the files of that name that have the series."""
    paths = sorted((ROOT / "data").glob(f"{name}.yaml"))
    return tuple(path.stem for path in paths if f"\n  {series}:\n" in path.read_text(encoding="utf-8"))


MONTHS = _holding("instroom", "????-[01]?")
WEEKS = _holding("instroom_week", "????-W??")
PUBLISHED = (
    *((layout, month) for layout in ("kerncijfers", "asieltrends") for month in MONTHS),
    *(("instroom-week", week) for week in WEEKS),
)
"""Every publication of a month or week that the data have: each can be made, and nothing is said of it."""
WITH_FILES = (
    (ROOT, "vreemdelingenketen", "2020-H1"),
    *((PROJECTS / folder, layout, period) for folder, layout, period in OTHER_DOMAINS),
)
"""Those that are made with their figures as attachments as well, PDF/A-3a, and as HTML that shows all origins."""

LONG = ((ROOT, "vreemdelingenketen", "2020-H1"), (PROJECTS / "woningbouw", "monitor", "2025"))
"""Those of many chapters."""


def built() -> list[Path]:
    """The samples and the test report, as PDF files; each is beside one of the same name that is HTML."""
    BUILD.mkdir(exist_ok=True)
    paths = []
    for project, layout, period in EVERY_SAMPLE:
        path = BUILD / f"{layout}-{period}.pdf"
        command = [sys.executable, "-m", "rapportage", "build", layout, period, *BOTH, "--output", str(path)]
        subprocess.run([*command, "--project", str(project)], check=True)
        paths.append(path)
    with tempfile.TemporaryDirectory() as folder:
        project = styled(Path(folder), "A5", "kerncijfers")
        path = BUILD / "kerncijfers-2020-05-a5.pdf"
        command = [sys.executable, "-m", "rapportage", "build", "kerncijfers", "2020-05", *BOTH, "--output", str(path)]
        subprocess.run([*command, "--project", str(project)], check=True)
        paths.append(path)
    path = BUILD / "test-report.pdf"
    path.write_bytes(full_report_pdf())
    path.with_suffix(".html").write_bytes(full_report_html())
    return [*paths, path]


def sites() -> list[Path]:
    """The long samples as folders, with a page for each chapter."""
    folders = []
    for project, layout, period in LONG:
        folder = BUILD / f"{layout}-{period}"
        command = [sys.executable, "-m", "rapportage", "build", layout, period, "--vorm", "html-map"]
        address = "https://example.org/rapport/"
        given = [*command, "--adres", address, "--output", str(folder), "--project", str(project)]
        subprocess.run(given, check=True)
        folders.append(folder)
    return folders


def with_files() -> list[Path]:
    """The samples with attachments, as PDF files; each is beside HTML that shows the origin of each figure."""
    paths = []
    for project, layout, period in WITH_FILES:
        path = BUILD / f"{layout}-{period}-bijlagen.pdf"
        command = [sys.executable, "-m", "rapportage", "build", layout, period, *BOTH, *WITH, "--output", str(path)]
        subprocess.run([*command, "--project", str(project)], check=True)
        paths.append(path)
    return paths


def main() -> int:
    plain, holding = built(), with_files()
    paths = [*plain, *holding]
    failed = False
    for path in paths:
        for fault in structural_faults(path):
            failed = True
            print(f"{path.name}: {fault}")
    print(f"eigen structuurcontrole: {'gefaald' if failed else f'{len(paths)} bestanden in orde'}")
    workbooks = [path.with_suffix(".ods") for path in holding]
    validator = [sys.executable, str(Path(__file__).with_name("validate.py"))]
    given = [*map(str, plain), "--3a", *map(str, holding), *map(str, workbooks)]
    failed |= subprocess.run([*validator, *given], check=False).returncode != 0
    pages = [*(path.with_suffix(".html") for path in paths), *sites()]
    command = [sys.executable, "-m", "tests.validation.web", *map(str, pages)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode or int(failed)


if __name__ == "__main__":
    sys.exit(main())
