"""All that is doubtful about the figures of a project by themselves, whatever a layout makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.checking.course import check_course
from rapportage.checking.dates import CODE_IN_DATA, check_dates
from rapportage.checking.facts import check_descriptions, check_facts
from rapportage.checking.similar_names import CODE, check_names
from rapportage.checking.sources import check_sources
from rapportage.checking.sums import check_sums
from rapportage.cube.cube import Cube
from rapportage.diagnostics import Findings
from rapportage.specs.period import PeriodFile

CODES = (
    *("C301", "C302", "C303", "C304", "C305", "C306", "C307", "C308", "C309", "C310", "C311", CODE, "C314"),
    CODE_IN_DATA,
)


def check_data(files: Sequence[PeriodFile], cube: Cube, findings: Findings) -> None:
    """Reports what is doubtful in `files`, of which `cube` holds the figures."""
    check_sums(files, cube, findings)
    check_course(cube, findings)
    check_sources(files, cube, findings)
    check_facts(files, cube, findings)
    check_descriptions(files, findings)
    check_names(files, findings)
    check_dates(files, findings)
