"""All that is doubtful about the figures of a project by themselves, whatever a layout makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from rapportage.diagnostics import Findings
from rapportage.input.cube.cube import Cube
from rapportage.input.specs.period import PeriodFile
from rapportage.proof.checking.addresses import CODE as ADDRESSES
from rapportage.proof.checking.addresses import check_addresses
from rapportage.proof.checking.editions import CODE as EDITIONS
from rapportage.proof.checking.editions import check_editions
from rapportage.proof.checking.figures.balances import check_balances
from rapportage.proof.checking.figures.copies import check_copies
from rapportage.proof.checking.figures.course import check_course
from rapportage.proof.checking.figures.elsewhere import check_elsewhere
from rapportage.proof.checking.figures.facts import check_descriptions, check_facts
from rapportage.proof.checking.figures.imported import CODE as CHANGED
from rapportage.proof.checking.figures.imported import check_imported
from rapportage.proof.checking.figures.intervals import FAR
from rapportage.proof.checking.figures.profiles import check_profiles
from rapportage.proof.checking.figures.rows import rows
from rapportage.proof.checking.figures.running import check_running_totals
from rapportage.proof.checking.figures.shares import check_shares
from rapportage.proof.checking.figures.similar_names import CODE, check_names
from rapportage.proof.checking.figures.sums import check_sums
from rapportage.proof.checking.figures.swapped_digits import check_swapped_digits
from rapportage.proof.checking.figures.tenfold import check_tenfold
from rapportage.proof.checking.publishers import check_publishers
from rapportage.proof.checking.scales import CODE as SCALES
from rapportage.proof.checking.scales import check_scales
from rapportage.proof.checking.sources import check_sources
from rapportage.proof.checking.unused_sources import CODE as UNUSED_SOURCES
from rapportage.proof.checking.unused_sources import check_unused_sources
from rapportage.proof.checking.windows import check_windows
from rapportage.proof.checking.words.dates import CODE_IN_DATA, check_dates

CODES = (
    *("C301", "C302", "C303", "C304", "C305", "C306", "C307", "C308", "C309", "C310", "C311", CODE, "C314"),
    *("C316", "C317", "C318", SCALES, ADDRESSES, UNUSED_SOURCES, EDITIONS, FAR, CODE_IN_DATA, CHANGED),
)


def check_data(files: Sequence[PeriodFile], cube: Cube, findings: Findings) -> None:
    """Reports what is doubtful in `files`, of which `cube` holds the figures."""
    gathered = rows(cube)
    check_sums(files, cube, findings)
    check_running_totals(cube, findings)
    check_shares(cube, gathered, findings)
    check_course(cube, findings, check_swapped_digits(cube, findings))
    check_elsewhere(cube, findings)
    check_balances(cube, findings)
    check_tenfold(cube, findings)
    check_copies(cube, gathered, findings)
    check_profiles(cube, gathered, findings)
    check_sources(files, cube, findings)
    check_editions(files, findings)
    check_publishers(files, findings)
    check_unused_sources(files, findings)
    check_windows(files, findings)
    check_scales(files, findings)
    check_addresses(files, findings)
    check_facts(files, cube, findings)
    check_descriptions(files, findings)
    check_names(files, findings)
    check_dates(files, findings)
    check_imported(cube, findings)
