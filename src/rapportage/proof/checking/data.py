"""All that is doubtful about the figures of a project by themselves, whatever a layout makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.diagnostics import Findings
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.period import PeriodFile
from rapportage.proof.checking.figures.course import check_course
from rapportage.proof.checking.figures.facts import check_descriptions, check_facts
from rapportage.proof.checking.figures.similar_names import CODE, check_names
from rapportage.proof.checking.figures.sums import check_sums
from rapportage.proof.checking.sources import check_sources
from rapportage.proof.checking.words.dates import CODE_IN_DATA, check_dates

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
