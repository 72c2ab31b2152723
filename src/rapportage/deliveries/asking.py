"""Which levering, which period and which delivered file an import is about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from rapportage.deliveries.imported import Levering
from rapportage.deliveries.named_files import is_of, other_period
from rapportage.deliveries.words import filled, pattern_of, period_in
from rapportage.diagnostics.suggestion import suggest
from rapportage.document import normal
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.wrong_periods import ONE_PERIOD, why_no_period
from rapportage.input.files import FileFault, as_on_disk, exists, inside, names_in
from rapportage.input.loading.nodes import Mapping
from rapportage.input.project import Project
from rapportage.input.specs.delivery import DeliverySpec
from rapportage.input.specs.faults import SpecFault
from rapportage.input.specs.names import wrong_name
from rapportage.input.specs.validate import validate


def levering_of(project: Project, name: str) -> Levering | None:
    """The levering of that name (in leveringen/) or at that path; None where it can't be used, which is reported."""
    node = project.levering(name)
    spec = validate(node, DeliverySpec, project.findings) if node is not None else None
    if node is None or spec is None or not node.is_whole:
        return None
    levering = Levering(normal.short_name(name), node, spec)
    faults = list(_faults(levering))
    for fault in faults:
        fault.report(project.findings)
    return None if faults else levering


def _faults(levering: Levering) -> Iterator[SpecFault]:
    """What is wrong with a levering as a whole."""
    spec, span = levering.spec, levering.spec.file.span
    if bool(spec.series) == bool(spec.tables):
        what = "'reeksen' en 'tabellen' allebei" if spec.series else "geen 'reeksen', en geen 'tabellen'"
        hint = "schrijf 'reeksen' bij één tabel, of een lijst 'tabellen' met elk hun 'reeksen'"
        yield SpecFault("I201", f"een levering heeft {what}", span, hint)
    seen: set[str] = set()
    for table in levering.tables:
        if not table.series:
            yield SpecFault("I201", "een tabel zonder 'reeksen' geeft niets", table.node.span, "schrijf 'reeksen: …'")
        found = table.node.get("reeksen")
        for key, value in found.entries if isinstance(found, Mapping) else ():
            if wrong := wrong_name(key.text):
                yield SpecFault("I201", f"'{key.text[:60]}' {wrong}", key.span, "schrijf kleine letters, cijfers en _")
            if key.text in seen:
                yield SpecFault("I201", f"de reeks '{key.text}' staat in twee tabellen", key.span, "voeg ze samen")
            seen.add(key.text)
            if isinstance(value, Mapping) and value.get("totaal") is None and value.get("naar") is None:
                message = f"de reeks '{key.text}' vraagt geen enkel cijfer"
                yield SpecFault("I201", message, key.span, "schrijf er 'totaal' of 'naar' bij")


def period_of(levering: Levering, asked: str | None, project: Project) -> TimePeriod | None:
    """The period that is asked, or else the last of which a file was delivered."""
    findings, file = project.findings, levering.spec.file
    if asked is not None:
        period = TimePeriod.parse(asked)
        if period is None or period.kind == "venster":
            hint = why_no_period(asked) or ONE_PERIOD
            findings.error("S110", f"'{asked[:40]}' is geen periode", hint=hint)
            return None
        return period
    try:
        pattern = pattern_of(file)
    except SpecFault as fault:
        fault.report(findings)
        return None
    folder = Path(file.text).parent
    paths = _listed(folder.as_posix(), project)
    found = (pattern.fullmatch((folder / path.name).as_posix()) for path in paths)
    periods = [period for each in found if each and (period := period_in(each))]
    if not periods:
        hint = f"noem de periode: rapportage import {levering.name} 2020-05"
        message = f"welke periode dit is, zegt geen bestand in {folder.as_posix()}/"
        findings.error("I205", message, file.span, hint)
        return None
    return max(periods)


def file_of(levering: Levering, period: TimePeriod, project: Project) -> Path | None:
    """The delivered file of that period, or else that of the first later one: that may give earlier periods as well.

    None where there is none, or more than one, which is reported.
    """
    asked, findings = levering.spec.file, project.findings
    words = partial(filled, period=period)
    try:
        name = words(asked)
    except SpecFault as fault:
        fault.report(findings)
        return None
    folder = Path(name).parent.as_posix()
    if "*" in name:
        pattern = pattern_of(asked)
        there = _listed(folder, project)
        paths = [path for path in there if is_of(pattern.fullmatch(f"{folder}/{path.name}"), period)]
    else:
        path = as_on_disk(project.folder, name)
        paths = [path] if exists(path, project.folder) else []
    paths = paths or _later(levering, period, folder, project)
    if len(paths) > 1:
        names = ", ".join(path.name for path in paths[:5])
        findings.error("I207", f"er zijn {len(paths)} bestanden '{name}': {names}", asked.span, "laat er één staan")
        return None
    if not paths:
        known = [path.name for path in _listed(folder, project)]
        hint = f"zet het daar; {suggest(Path(name).name, known)}" if known else "zet het daar, of verbeter 'bestand'"
        findings.error("I206", f"er is geen bestand '{name}'", asked.span, hint)
        return None
    return paths[0]


def missed_file(levering: Levering, period: TimePeriod, found: str) -> SpecFault:
    """That there is no file of the period, and that its figures are not in a later one."""
    asked = levering.spec.file
    message = f"er is geen bestand '{filled(asked, period)}', en in {found} is {period.code} zo niet te vinden"
    hint = (
        f"zet het bestand daar; of zeg met {{maandnaam}} of {{periode}} waar {period.code} in {Path(found).name} staat"
    )
    return SpecFault("I206", message, asked.span, hint)


def restated_instead(levering: Levering, period: TimePeriod, later: TimePeriod) -> str:
    """How figures of a period that was published are restated by the delivery of a later one: not replaced."""
    command = f"rapportage import {levering.name} {later.code} --herzien"
    if later.kind != period.kind:
        return "zet het anders onder 'herzien' in het bestand van de periode waarin het is bijgesteld"
    back, at = 0, later
    while at > period:
        back, at = back + 1, at.previous()
    more = "" if levering.spec.earlier >= back else f" (met 'herzien: {back}' in de levering)"
    return f"{period.code} is al uitgebracht: met {command}{more} komt het bijgestelde cijfer in {later.code}"


def _later(levering: Levering, period: TimePeriod, folder: str, project: Project) -> list[Path]:
    """The files of the nearest later period in that folder."""
    paths = (
        (other_period(levering.spec.file, f"{folder}/{path.name}", period), path) for path in _listed(folder, project)
    )
    later = [(found.end, found.start, path) for found, path in paths if found and found.end >= period.end]
    nearest = min(((end, start) for end, start, _ in later), default=None)
    return sorted(path for end, start, path in later if (end, start) == nearest)


def _listed(folder: str, project: Project) -> list[Path]:
    """What is in a folder that a levering names; nothing where that is outside of the project."""
    try:
        return names_in(inside(as_on_disk(project.folder, folder), project.folder), "*", project.folder)
    except FileFault:
        return []
