"""From the user's files to the document, and what is doubtful in it: what every command begins with."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Findings
from rapportage.document import Document
from rapportage.input.cube.build import build_cube
from rapportage.input.cube.cube import Cube
from rapportage.input.loading.glyphs import check_glyphs
from rapportage.input.project import KnownOn, LayoutFile, Project
from rapportage.input.specs.period import PeriodFile
from rapportage.pages.house_style import HouseStyle, built_in, house_style
from rapportage.pages.typesetting import has_colours
from rapportage.proof.checking.data import check_data
from rapportage.proof.checking.text import check_text
from rapportage.proof.disclosure import anything_suppressed, suppress
from rapportage.text import ComposedText, Ledger, resolve


class BuildRequest(Struct, frozen=True):
    """What the user asks: layout and period by name or path, and the day as of which (None: that of the edition)."""

    layout: str
    period: str
    project: str | PathLike[str] = "."
    """The folder with layouts/ and data/."""
    as_of: str | None = None
    draft: bool = False
    """Whether figures may still be empty."""
    attachments: bool = False
    """Whether the figures behind tables and charts go with the report."""

    @property
    def folder(self) -> Path:
        return Path(self.project)


class Composition(Struct, frozen=True):
    """A document with what it was made of, so that it can be checked."""

    document: Document
    texts: Sequence[ComposedText]
    files: Sequence[PeriodFile]
    """That of the edition first."""
    given: Cube
    """The figures as the files have them."""
    cube: Cube
    """The figures as the document has them: small counts may be suppressed."""
    known_on: KnownOn
    least_width: int
    """Between how many values a reader must be left to choose, for a suppressed count."""
    style: HouseStyle

    @property
    def suppresses(self) -> bool:
        """Whether small counts are left out, so that what is given may be no more precise than what was checked."""
        return anything_suppressed(self.cube)


def compose_report(request: BuildRequest, project: Project) -> Composition | None:
    """The document with what it was made of; None when the user's files hold a fault, all of which were reported.

    After a fault reading goes on where it can, so that all are reported.
    """
    findings, file = project.findings, project.layout(request.layout)
    style = _style(file, project)
    layout = file.spec if file and file.node.is_whole and style.is_whole else None
    edition = project.period(request.period, style.family.missing)
    known_on = project.as_of(request.as_of, edition)
    if edition is not None and not request.draft and not _is_final(edition, findings):
        return None
    if layout is None or edition is None or known_on is None:
        return None
    found = project.files(layout, edition, known_on.day, style.family.missing)
    files = [file for file in found if file is not None]
    given = build_cube(files, findings)
    secrecy = layout.confidentiality
    cube = suppress(given, secrecy, edition.period, findings) if secrecy else given
    ledger, pictures = Ledger(), project.pictures(layout)
    known = {name: picture for name, picture in pictures.items() if picture is not None}
    document = resolve(layout, edition, cube, known_on.day, findings, known, draft=request.draft, ledger=ledger)
    if document is None or len(files) < len(found) or not cube.is_sound or len(known) < len(pictures):
        return None
    if not has_colours(document, style, findings):
        return None
    width = secrecy.width if secrecy else 0
    return Composition(document, ledger.texts, files, given, cube, known_on, width, style)


def _is_final(edition: PeriodFile, findings: Findings) -> bool:
    """Whether the edition is no draft any more; reported when it is."""
    if edition.edition.status != "concept":
        return True
    hint = "bouw met --concept, of zet 'status: definitief' in het periodebestand"
    status = edition.edition.node.get("status")
    place = status.span if status else edition.edition.node.span
    findings.error("U107", f"de uitgave over {edition.period.code} is nog een concept", place, hint)
    return False


def _style(layout: LayoutFile | None, project: Project) -> HouseStyle:
    """The house style that a layout asks, in which all its characters must be; not whole where there is a fault."""
    if layout is None:
        return replace(built_in(), is_whole=False)
    style, asked = built_in(), layout.spec.style if layout.spec else None
    if layout.spec is not None and asked is not None:
        theme = project.theme(asked)
        style = house_style(theme, project.folder, project.findings) if theme else replace(style, is_whole=False)
        if style.theme.logo is not None and layout.spec.cover is None:
            message = f"huisstijl '{asked.text}' heeft een logo, en deze lay-out heeft geen omslag daarvoor"
            project.findings.warning("H109", message, asked.span, "geef de lay-out een 'omslag'")
    has_glyphs = check_glyphs(layout.node, style.family.missing, project.findings)
    return replace(style, is_whole=style.is_whole and has_glyphs)


class Doubts(Struct, frozen=True):
    """What is doubtful in a document."""

    findings: Findings
    is_safe: bool
    """False when a reader could compute what it leaves out."""


def doubts_of(composed: Composition, *, data: bool = False) -> Doubts:
    """What is doubtful in what the document says, and what its reader could compute of what it leaves out.

    With `data` also what is doubtful in the files that it was made of.
    """
    findings = Findings()
    if data:
        check_data(composed.files, composed.given, findings)
    document, as_of = composed.document, composed.known_on.day
    check_text(document, composed.texts, composed.files[0], composed.cube, as_of, findings)
    if not composed.suppresses:
        return Doubts(findings, is_safe=True)
    from rapportage.proof.disclosure.check import check as check_disclosure

    is_safe = check_disclosure(document, composed.given, composed.cube, as_of, composed.least_width, findings)
    return Doubts(findings, is_safe)
