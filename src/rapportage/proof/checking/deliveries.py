"""What no longer agrees between imported figures, the files they came from, and the leveringen that say how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from rapportage.deliveries.asking import levering_of
from rapportage.deliveries.gather import gather, gather_earlier
from rapportage.deliveries.imported import ImportedFigure, Job
from rapportage.deliveries.opening import MOST_BYTES
from rapportage.deliveries.provenance import levering_name
from rapportage.deliveries.reading.numbers import DECIMAL_SIGNS
from rapportage.deliveries.reading.read import read_delivery
from rapportage.diagnostics import Findings, Span
from rapportage.input.files import PROVENANCE, FileFault, as_on_disk, exists, read_inside
from rapportage.input.project import LEVERINGEN, SUFFIX, Project
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

OTHER, UNFIT = "I603", "I604"
"""A file that is another now, a levering that no longer fits."""


def check_deliveries(files: Sequence[PeriodFile], project: Project, findings: Findings) -> None:
    """Reports what of it is not as it was at the import. A delivered file that is not there can't be looked at."""
    read: dict[Path, bytes | None] = {}
    for file in files:
        path = project.period_path(file.period)
        node = project.beside(path.with_name(f"{path.stem}{PROVENANCE}"))
        provenance = read_provenance(node, Findings()) if node is not None else None
        if provenance is not None:
            _check_figures(project, path, provenance, findings)
            for name in provenance.deliveries:
                _check_delivery(project, file, provenance, name, read, findings)


def _check_figures(project: Project, path: Path, provenance: Provenance, findings: Findings) -> None:
    """Whether each figure that was imported is still there; what it is now, `check_imported` looks at."""
    node = project.beside(path)
    figures = FiguresByKey(node) if node is not None else None
    for key, origin in provenance.origins.items() if figures is not None else ():
        at = figures.at(key) if figures is not None else None
        where = _place(provenance, origin)
        name = f"{key.series}, {key.part.label or 'totaal'}"
        if at is None:
            message = f"{name}: dit cijfer is ingelezen uit {where}, en staat niet meer in {project.shown(path)}"
            findings.warning(CHANGED, message, origin.node.span, "lees het opnieuw in met rapportage import")


def _place(provenance: Provenance, origin: OriginSpec) -> str:
    sheet = f", blad '{origin.sheet.text}'" if origin.sheet else ""
    return f"{provenance.deliveries[origin.delivery.text].path.text}{sheet}, cel {origin.cell.text}"


def _check_delivery(
    project: Project,
    file: PeriodFile,
    provenance: Provenance,
    name: str,
    read: dict[Path, bytes | None],
    findings: Findings,
) -> None:
    """Whether the delivered file is the same, and the levering still finds the same in it."""
    delivered = provenance.deliveries[name]
    path = as_on_disk(project.folder, delivered.path.text)
    if path not in read:
        read[path] = _read(path, project)
    data = read[path]
    if data is None:
        return
    digest = sha256(data).hexdigest()
    if digest != delivered.hash.text:
        known = {(each.path.text, each.hash.text) for each in provenance.deliveries.values()}
        if (delivered.path.text, digest) in known:  # a newer delivery took its place, and was imported
            return
        message = f"{delivered.path.text} is nu een ander bestand dan waaruit is ingelezen"
        hint = f"kijk wat er is veranderd: rapportage import {levering_name(name)} {file.period.code} --proef"
        findings.warning(OTHER, message, delivered.hash.span, hint)
        return
    for message, span, hint in _unfit(project, file, provenance, name, data):
        findings.warning(UNFIT, message, span, hint)


def _read(path: Path, project: Project) -> bytes | None:
    try:
        return read_inside(path, MOST_BYTES, project.folder)
    except FileFault:
        return None


def _unfit(
    project: Project, file: PeriodFile, provenance: Provenance, name: str, data: bytes
) -> Iterator[tuple[str, Span | None, str]]:
    """What the levering finds otherwise in the very file that it read before."""
    delivered = provenance.deliveries[name]
    own = {key: each for key, each in provenance.origins.items() if each.delivery.text == name}
    name = levering_name(name)
    if not exists(project.folder / LEVERINGEN / f"{name}{SUFFIX}", project.folder):
        hint = f"zet {LEVERINGEN}/{name}{SUFFIX} terug, of lees het bestand in met een andere levering"
        yield f"de levering '{name}' is er niet meer", delivered.path.span, hint
        return
    aside = Project(project.folder, Findings())
    levering = levering_of(aside, name)
    found = None
    if levering is not None:
        decimal = DECIMAL_SIGNS.get(levering.spec.decimal or "")
        delivery = read_delivery(data, delivered.path.text, aside.findings, decimal)
        job = Job(levering, delivery, file.period, file.series, aside.findings) if delivery is not None else None
        if job is not None:
            found = gather(job) if any(key.period == file.period for key in own) else ()
        if job is not None and found is not None and any(key.period != file.period for key in own):
            found = (*found, *gather_earlier(job))
    if found is None:
        for each in aside.findings:
            if each.is_error:
                yield f"past niet meer: {each.message}", each.span, each.hint or f"verbeter {LEVERINGEN}/{name}{SUFFIX}"
        return
    now = {OriginKey(each.series, each.period, each.part): each for each in found}
    for key, origin in own.items():
        yield from _otherwise(provenance, key, origin, now.get(key))


def _otherwise(
    provenance: Provenance, key: OriginKey, origin: OriginSpec, now: ImportedFigure | None
) -> Iterator[tuple[str, Span | None, str]]:
    """Where the levering now finds another figure, or none."""
    if now is not None and same(now.text, origin.figure.text):
        return
    what = "nu geen cijfer" if now is None else f"nu {now.text} (cel {now.cell.address})"
    name = f"{key.series}, {key.part.label or 'totaal'}"
    message = f"{name}: de levering vindt {what}, en vond {origin.figure.text} in {_place(provenance, origin)}"
    yield message, origin.node.span, "is de levering veranderd, lees het bestand dan opnieuw in"
