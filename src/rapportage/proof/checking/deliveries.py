"""What no longer agrees between imported figures, the files they came from, and the leveringen that say how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from rapportage.deliveries.asking import levering_of
from rapportage.deliveries.earlier import gather_earlier
from rapportage.deliveries.gather import gather
from rapportage.deliveries.grid import Delivery
from rapportage.deliveries.imported import ImportedFigure, Job, Levering
from rapportage.deliveries.provenance import levering_name
from rapportage.deliveries.reading.limits import MOST_BYTES
from rapportage.deliveries.reading.numbers import DECIMAL_SIGNS
from rapportage.deliveries.reading.read import read_delivery
from rapportage.diagnostics import Findings
from rapportage.input.files import LEVERINGEN, PROVENANCE, FileFault, as_on_disk, exists, read_inside
from rapportage.input.project import SUFFIX, Project
from rapportage.input.specs.period import PeriodFile
from rapportage.input.specs.provenance import (
    FiguresByKey,
    OriginKey,
    OriginSpec,
    Provenance,
    read_provenance,
    same,
)
from rapportage.proof.checking.figures.imported import CODE as CHANGED
from rapportage.proof.checking.open_revisions import Restated, check_restated
from rapportage.proof.checking.origins import (
    WRONG,
    check_untraced,
    name_of,
    otherwise_in_file,
    otherwise_in_itself,
    place_of,
)

OTHER, UNFIT = "I603", "I604"
"""A file that is another now, a levering that no longer fits."""
_AGAIN = "is dit bestand met de hand veranderd, maak het dan opnieuw: rapportage import {} {}"


def check_deliveries(files: Sequence[PeriodFile], project: Project, findings: Findings) -> None:
    """Reports what of it is not as it was at the import. A delivered file that is not there can't be looked at."""
    read: dict[Path, bytes | None] = {}
    earlier: list[Restated] = []
    for file in files:
        path = project.period_path(file.period)
        node = project.beside(path.with_name(f"{path.stem}{PROVENANCE}"))
        provenance = read_provenance(node, Findings()) if node is not None else None
        data = project.beside(path)
        if provenance is not None and data is not None:
            figures = FiguresByKey(data)
            _check_figures(project.shown(path), figures, provenance, findings)
            given: set[OriginKey] = set()
            for name in provenance.deliveries:
                given |= _Delivered(project, file, provenance, name, findings).check(read, earlier)
            check_untraced(file, figures, provenance, given, findings)
    check_restated(earlier, project, findings)


def _check_figures(shown: str, figures: FiguresByKey, provenance: Provenance, findings: Findings) -> None:
    """Whether each figure that was imported is still there; what it is now, `check_imported` looks at."""
    for key, origin in provenance.origins.items():
        if figures.at(key) is None:
            name, where = name_of(key), place_of(provenance, origin)
            message = f"{name}: dit cijfer is ingelezen uit {where}, en staat niet meer in {shown}"
            findings.warning(CHANGED, message, origin.node.span, "lees het opnieuw in met rapportage import")


def _read(path: Path, project: Project) -> bytes | None:
    try:
        return read_inside(path, MOST_BYTES, project.folder)
    except FileFault:
        return None


class _Delivered(Struct, frozen=True):
    """One file of which figures of a period file were imported, as that says."""

    project: Project
    file: PeriodFile
    provenance: Provenance
    name: str
    """As the provenance calls it."""
    findings: Findings

    def check(self, read: dict[Path, bytes | None], earlier: list[Restated]) -> frozenset[OriginKey]:
        """Reports what is otherwise now; gives the figures that the levering finds, where the file is there.

        `read` are the files that were read before; `earlier` gets what this one gives of earlier periods.
        """
        aside = Project(self.project.folder, Findings())
        data = self._same_bytes(read)
        levering = self._levering(aside, is_missed=data is not None)
        delivery = self._opened(data, levering, aside) if data is not None else None
        if delivery is None:
            self._tell_faults(aside)
            self._check_raw(self._origins, levering)
            return frozenset()
        fitting = self._check_cells(delivery)
        job = Job(levering, delivery, self.file.period, self.file.series, aside.findings) if levering else None
        found = self._found(job) if job is not None else None
        if job is None or found is None:
            self._tell_faults(aside)
            self._check_raw(fitting, levering)
            return frozenset()
        before = gather_earlier(job)
        if self.name == self._levering_name:  # an older file has been followed by another
            earlier += [Restated(each, self.file, self.name, delivery.path) for each in before]
        now = {OriginKey(each.series, each.period, each.part): each for each in (*found, *before)}
        for key, origin in fitting.items():
            self._tell_otherwise(key, origin, now.get(key))
        return frozenset(now)

    @property
    def _origins(self) -> Mapping[OriginKey, OriginSpec]:
        """Those of this file."""
        return {key: each for key, each in self.provenance.origins.items() if each.delivery.text == self.name}

    @property
    def _levering_name(self) -> str:
        return levering_name(self.name)

    def _levering(self, aside: Project, *, is_missed: bool) -> Levering | None:
        """How it was read; what is wrong with that is in the findings of the project `aside`."""
        name = self._levering_name
        if exists(self.project.folder / LEVERINGEN / f"{name}{SUFFIX}", self.project.folder):
            return levering_of(aside, name)
        if is_missed:
            hint = f"zet {LEVERINGEN}/{name}{SUFFIX} terug, of lees het bestand in met een andere levering"
            span = self.provenance.deliveries[self.name].path.span
            self.findings.warning(UNFIT, f"de levering '{name}' is er niet meer", span, hint)
        return None

    def _same_bytes(self, read: dict[Path, bytes | None]) -> bytes | None:
        """The delivered file; None where it is not there, or is another one now."""
        delivered = self.provenance.deliveries[self.name]
        path = as_on_disk(self.project.folder, delivered.path.text)
        if path not in read:
            read[path] = _read(path, self.project)
        data = read[path]
        digest = sha256(data).hexdigest() if data is not None else ""
        if data is None or digest == delivered.hash.text:
            return data
        known = {(each.path.text, each.hash.text) for each in self.provenance.deliveries.values()}
        if (delivered.path.text, digest) not in known:  # else a newer delivery took its place, and was imported
            message = f"{delivered.path.text} is nu een ander bestand dan waaruit is ingelezen"
            asked = f"{self._levering_name} {self.file.period.code}"
            hint = f"kijk wat er is veranderd: rapportage import {asked} --proef"
            self.findings.warning(OTHER, message, delivered.hash.span, hint)
        return None

    def _opened(self, data: bytes, levering: Levering | None, aside: Project) -> Delivery | None:
        decimal = DECIMAL_SIGNS.get(levering.spec.decimal or "") if levering is not None else None
        return read_delivery(data, self.provenance.deliveries[self.name].path.text, aside.findings, decimal)

    def _found(self, job: Job) -> tuple[ImportedFigure, ...] | None:
        """What the levering finds in it now of its own period, where it gave figures of that."""
        return gather(job) if any(key.period == self.file.period for key in self._origins) else ()

    # --- What is told -----------------------------------------------------------------------------

    def _tell_faults(self, aside: Project) -> None:
        for each in aside.findings:
            if each.is_error:
                hint = each.hint or f"verbeter {LEVERINGEN}/{self._levering_name}{SUFFIX}"
                self.findings.warning(UNFIT, f"past niet meer: {each.message}", each.span, hint)

    def _tell_wrong(self, origin: OriginSpec, message: str) -> None:
        hint = _AGAIN.format(self._levering_name, self.file.period.code)
        self.findings.warning(WRONG, message, origin.node.span, hint)

    def _check_raw(self, origins: Mapping[OriginKey, OriginSpec], levering: Levering | None) -> None:
        """Whether each figure can be of what its cell showed, where nothing more can be looked at."""
        for key, origin in origins.items():
            if message := otherwise_in_itself(self.provenance, key, origin, levering):
                self._tell_wrong(origin, message)

    def _check_cells(self, delivery: Delivery) -> Mapping[OriginKey, OriginSpec]:
        """Reports origins of which the cell shows something else; gives the others."""
        fitting = {}
        for key, origin in self._origins.items():
            message = otherwise_in_file(self.provenance, key, origin, delivery)
            if message:
                self._tell_wrong(origin, message)
            else:
                fitting[key] = origin
        return fitting

    def _tell_otherwise(self, key: OriginKey, origin: OriginSpec, now: ImportedFigure | None) -> None:
        """Where the levering now finds another figure, or in another cell, or none."""
        sheet = origin.sheet.text if origin.sheet else ""
        is_there = now is not None and (now.sheet, now.cell.address) == (sheet, origin.cell.text)
        if now is not None and is_there and same(now.text, origin.figure.text):
            return
        at = place_of(self.provenance, origin)
        what = "nu geen cijfer" if now is None else f"nu {now.text} (cel {now.cell.address})"
        message = f"{name_of(key)}: de levering vindt {what}, en vond {origin.figure.text} in {at}"
        hint = "is de levering veranderd, lees het bestand dan opnieuw in"
        self.findings.warning(UNFIT, message, origin.node.span, hint)
