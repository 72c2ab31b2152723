"""An import from start to end: a levering and a delivered file become figures in a period file, with their cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from rapportage.deliveries.asking import file_of, levering_of, missed_file, period_of, restated_instead
from rapportage.deliveries.changes import Changes
from rapportage.deliveries.earlier import gather_earlier
from rapportage.deliveries.gather import gather
from rapportage.deliveries.grid import Delivery, place
from rapportage.deliveries.imported import ImportedFigure, Job
from rapportage.deliveries.named_files import other_period
from rapportage.deliveries.provenance import parts_given, provenance_text
from rapportage.deliveries.reading.numbers import DECIMAL_SIGNS, DecimalSign
from rapportage.deliveries.revisions import Proposal, proposals, told_of_drafts
from rapportage.deliveries.sources import NAME, source_of
from rapportage.deliveries.swaps import Before, broken_relations, swapped
from rapportage.deliveries.target import Target, target_of
from rapportage.deliveries.together import together
from rapportage.diagnostics import Findings
from rapportage.figures.dates import KnownDate
from rapportage.figures.period import TimePeriod
from rapportage.input.files import PROVENANCE, exists, inside
from rapportage.input.loading import load_bytes
from rapportage.input.loading.nodes import Mapping
from rapportage.input.project import Project
from rapportage.input.schema import PROVENANCE as KIND
from rapportage.input.specs.draft import TO_FILL_IN, gaps, is_draft
from rapportage.input.specs.provenance import FiguresByKey, OriginKey, read_provenance
from rapportage.input.specs.read import read_period_file

_BEFORE = 3
"""So many periods back the last is sought."""
Opener = Callable[[Path, str, Findings, DecimalSign | None], Delivery | None]
"""Reads a delivered file that messages call so."""


class ImportRequest(Struct, frozen=True):
    """What the user asks: the name of a levering, perhaps a period, and what may be done."""

    levering: str
    period: str | None
    folder: Path
    date: str | None = None
    """The day of the delivery, and of the edition where that has none yet."""
    replaces: bool = False
    restates: bool = False
    """Whether changed figures of earlier periods come under `herzien`."""


class ImportResult(Struct, frozen=True):
    """What is to be written: nothing, where the figures are there already."""

    path: Path
    made: dict[Path, bytes]
    before: dict[Path, str]
    """The text of each of those files as it is now."""
    period: TimePeriod
    delivery: Delivery
    figures: int
    replaced: int
    proposed: tuple[Proposal, ...]
    origin: str | None
    """The period of whose file a new one was made."""
    read: tuple[Path, ...]
    stays_draft: bool = False
    """Whether the day was given, and the file is a draft all the same: something is still to be filled in."""


def import_delivery(request: ImportRequest, opener: Opener, findings: Findings) -> ImportResult | None:
    """The changed files; None where anything is wrong, all of which is then in `findings`."""
    project = Project(request.folder, findings, draft=True)
    has_date = _has_date(request.date, findings)
    levering = levering_of(project, request.levering)
    period = period_of(levering, request.period, project) if levering is not None else None
    if levering is None or period is None:
        return None
    path = file_of(levering, period, project)
    decimal = DECIMAL_SIGNS.get(levering.spec.decimal or "")
    delivery = opener(path, project.shown(path), findings, decimal) if path is not None else None
    target = target_of(project, period)
    source = source_of(levering, period, request.date, findings)
    if delivery is None or target is None:
        return None
    job = Job(levering, delivery, period, target.series, findings)
    figures = gather(job)
    if figures is None and other_period(levering.spec.file, delivery.path, period) is not None:
        missed_file(levering, period, delivery.path).report(findings)
    if figures is None or source is None or not has_date:
        return None
    name = inside(path, project.folder).relative_to(project.folder.resolve()).as_posix() if path else ""
    return _Import(request, project, job, target, source, figures, name).result()


def _has_date(asked: str | None, findings: Findings) -> bool:
    """Whether the day that was asked is one, where one was."""
    if asked is None or KnownDate.parse(asked) is not None:
        return True
    findings.error("S109", f"'{asked[:40]}' is geen datum", hint="schrijf jaar-maand-dag: 2020-06-24")
    return False


class _Import:
    """One import, of which all that was asked is known."""

    def __init__(
        self,
        request: ImportRequest,
        project: Project,
        job: Job,
        target: Target,
        source: dict[str, str],
        figures: tuple[ImportedFigure, ...],
        name: str,
    ) -> None:
        self._request = request
        self._project = project
        self._job = job
        self._target = target
        self._source = source
        self._figures = figures
        self._name = name
        """The path of the delivered file from the project, wherever one is."""
        self._findings = job.findings
        self._stays_draft = False
        instead = self._instead()
        replaces = request.replaces and not instead
        self._changes = Changes(target.node, job.delivery.path, job.findings, replaces=replaces, instead=instead)

    def result(self) -> ImportResult | None:
        """What is to be written; None where something is in the way."""
        self._tell_doubts()
        for change in (self._add_source, self._add_series, self._add_figures):
            change()
        earlier = gather_earlier(self._job)
        proposed = proposals(self._project, earlier)
        for each in told_of_drafts(self._project, earlier, self._job.levering.name, self._job.delivery.path):
            self._findings.warning(each.code, each.message, each.span, each.hint)
        if self._request.restates:
            self._restate(proposed)
        self._finish_edition()
        text = self._changes.result()
        if text is None or not self._is_sound(text):
            return None
        files = self._files(text, proposed if self._request.restates else ())
        if files is None:
            return None
        made, old = files
        return ImportResult(
            self._target.path,
            made,
            old,
            self._job.period,
            self._job.delivery,
            len(self._figures),
            self._changes.replaced,
            proposed,
            self._target.origin,
            tuple(self._project.read),
            self._stays_draft,
        )

    def _instead(self) -> str:
        """What to do with other figures of the file of a later period, where this one was published without it."""
        job, target = self._job, self._target
        later = other_period(job.levering.spec.file, job.delivery.path, job.period)
        if later is None or target.is_new or is_draft(target.node):
            return ""
        before = read_provenance(self._project.beside(self._origins_path), Findings())
        if before is not None and any(each.path.text == self._name for each in before.deliveries.values()):
            return ""
        return restated_instead(job.levering, job.period, later)

    def _tell_doubts(self) -> None:
        """What can be right, and most likely is not, beside other series and earlier periods."""
        path, known = self._job.delivery.path, self._job.known
        doubts = [*swapped(self._figures, self._before(), path), *broken_relations(self._figures, known, path)]
        for doubt in together(doubts):
            self._findings.warning(doubt.code, doubt.message, doubt.span, doubt.hint)

    def _before(self) -> list[Before]:
        """The period before, or the last of a few that is there, and the same of a year before."""
        aside, period = Project(self._project.folder, Findings()), self._job.period
        last = [period.previous()]
        while len(last) < _BEFORE:
            last.append(last[-1].previous())
        periods = [next((each for each in last if exists(aside.period_path(each), aside.folder)), None)]
        found = [(each, aside.beside(aside.period_path(each))) for each in (*periods, period.year_before()) if each]
        return [Before(each, FiguresByKey(node)) for each, node in found if node is not None]

    # --- Changes ----------------------------------------------------------------------------------

    def _add_source(self) -> None:
        said = {key: text for key, text in self._source.items() if key != NAME}
        self._changes.source(self._source[NAME], said)

    def _add_series(self) -> None:
        levering = self._job.levering
        for name, series in levering.series.items():
            self._changes.series(name, series, self._source[NAME], levering, is_new=self._target.is_new)

    def _add_figures(self) -> None:
        for figure in self._figures:
            self._changes.figure(figure)
        before = read_provenance(self._project.beside(self._origins_path), Findings())
        for name, series in self._job.levering.series.items():
            own = [each for each in self._figures if each.series == name]
            for breakdown, cells in series.breakdowns.items():
                if not cells.comes_and_goes:
                    self._changes.same_parts(name, breakdown, own, is_complete=cells.is_complete)
                # What a new file has of the one before it, and this delivery not, is expected by nobody.
                if cells.is_complete or (cells.comes_and_goes and self._target.is_new):
                    self._changes.left_over(name, breakdown, own)
                else:
                    came = parts_given(before, self._job.levering.name, self._job.period, name, breakdown)
                    self._changes.no_longer_given(name, came, own)

    @property
    def _origins_path(self) -> Path:
        return self._target.path.with_name(f"{self._target.path.stem}{PROVENANCE}")

    def _restate(self, proposed: Sequence[Proposal]) -> None:
        for each in proposed:
            above = ("herzien", each.figure.period.code)
            self._changes.restate(each.figure, above, self._source[NAME])

    def _finish_edition(self) -> None:
        """A new file gets the day that was given, and is final where nothing is left to be filled in."""
        if self._target.is_new:
            self._changes.drop(("bronnen",), self._idle_sources())
        if self._request.date is not None:
            self._changes.fill(("uitgave", "datum"), self._request.date)

    def _idle_sources(self) -> list[str]:
        """The sources of a new file that no series is of: they were taken over from the file before."""
        named = {self._source[NAME]}
        own = self._job.levering.series
        for name, series in self._target.series.items():
            named |= {each.text for each in series.sources} if name not in own else set()
        here = self._target.node.get("bronnen")
        return [key.text for key, _ in here.entries if key.text not in named] if isinstance(here, Mapping) else []

    # --- The files --------------------------------------------------------------------------------

    def _is_sound(self, text: str) -> bool:
        """Whether the file would be right; what would be wrong is reported at what asked for it."""
        found = Findings()
        shown = self._target.node.span.path
        node = load_bytes(text.encode(), shown, found)
        file = read_period_file(node, found, draft=True) if node is not None else None
        figures = FiguresByKey(node) if node is not None else None
        asked = {}
        for one in self._figures if figures is not None else ():
            at = figures.at(OriginKey(one.series, one.period, one.part)) if figures is not None else None
            if at is not None:
                asked[at.span.line, at.span.column] = one
        for each in found:
            if each.is_error:
                figure = asked.get((each.span.line, each.span.column)) if each.span else None
                where = place(self._job.delivery.path, figure.sheet, figure.cell) + ": " if figure else ""
                message = f"{where}in {shown} zou dit een fout zijn ({each.code}): {each.message}"
                self._findings.error("I507", message, figure.asked if figure else None, each.hint)
        return file is not None and file.is_sound

    def _files(self, text: str, restated: Sequence[Proposal]) -> tuple[dict[Path, bytes], dict[Path, str]] | None:
        """The files that change, and what they say now; None where the provenance file is faulty."""
        target, job = self._target, self._job
        final = self._final(text)
        self._stays_draft = final == text and self._may_be_final
        text, beside = final, self._origins_path
        node = self._project.beside(beside)
        before = read_provenance(node, self._findings)
        if before is None and exists(beside, self._project.folder):
            return None
        own = (*self._figures, *(each.figure for each in restated))
        delivered = job.delivery
        origins = provenance_text(
            before,
            job.levering.name,
            self._name,
            delivered.sha256,
            job.period,
            own,
            self._project.editor_line(KIND),
        )
        wanted = {target.path: target.encoded(text), beside: origins.encode()}
        old = {target.path: target.data, beside: node.span.file.text.encode() if node is not None else b""}
        made = {path: data for path, data in wanted.items() if data != old[path]}
        return made, {path: old[path].decode() for path in made}

    @property
    def _may_be_final(self) -> bool:
        return self._request.date is not None and is_draft(self._target.node)

    def _final(self, text: str) -> str:
        """The text without its mark of a draft, where it is whole and gets a date."""
        if not self._may_be_final:
            return text
        node = load_bytes(text.encode(), self._target.node.span.path, Findings())
        found = Findings()
        file = read_period_file(node, found, draft=True) if node is not None else None
        if node is None or file is None or list(gaps(file)) or len(found):
            return text
        changes = Changes(node, "", found)
        changes.replace(("uitgave", "status"), "definitief")
        return (changes.result() or text).replace(f": {TO_FILL_IN}.\n", ".\n", 1)
