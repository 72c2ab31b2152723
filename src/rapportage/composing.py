"""From the user's files to the document, and what is doubtful in it: what every command begins with."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Findings, Span
from rapportage.document import Document
from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.names import AS_IN_DATA
from rapportage.figures.languages.spoken import in_dutch, speaking
from rapportage.input.cube.absent import tell_missing_files
from rapportage.input.cube.build import build_cube
from rapportage.input.cube.cube import Cube
from rapportage.input.cube.translated import translated
from rapportage.input.known_on import KnownOn
from rapportage.input.lists import check_words
from rapportage.input.loading.glyphs import check_glyphs
from rapportage.input.project import LayoutFile, Project
from rapportage.input.specs.period import PeriodFile
from rapportage.memory import NO_MEMORY, Memory, Same
from rapportage.pages.house_style import HouseStyle, built_in, house_style
from rapportage.pages.typesetting import has_colours, may_be_drawn, own_charts
from rapportage.proof.claims.account import Account
from rapportage.proof.disclosure import anything_suppressed, suppress
from rapportage.text import ComposedText, Ledger, language_tag, resolve


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
    code: bool = False
    """Whether code of the project may run, that draws charts of the user's own."""
    origins: bool = False
    """Whether an edition for the web tells where its figures come from."""

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
    place: Span
    """Where the layout says its language, or else its title."""
    memory: Memory = NO_MEMORY
    """Of what else was made in earlier builds."""

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
    missing = style.family.missing if style.is_whole else _none_missing
    edition = project.period(request.period, missing)
    known_on = KnownOn.asked(request.as_of, edition, findings)
    is_final = edition is None or request.draft or _is_final(edition, findings)
    layout = file.spec if file else None
    if file is None or layout is None or edition is None:
        return None
    day = known_on.day if known_on else None
    found = project.files(layout, edition, day, missing)
    files = [file for file in found if file is not None]
    given = _cube(files, project)
    has_words = project.words.is_sound and check_words(project.words, project.lists, findings)
    secrecy = layout.confidentiality
    cube = suppress(given, secrecy, edition.period, findings) if secrecy else given
    ledger, brought = Ledger(in_vain=cube.in_vain), project.brought(layout, style.family)
    names = layout.translation.translation if layout.translation else AS_IN_DATA
    with speaking(language_tag(layout), names):
        if layout.translation or language_tag(layout) != DUTCH.tag:
            cube = translated(cube, names)
        document = resolve(layout, edition, cube, day, findings, brought, draft=request.draft, ledger=ledger)
    tell_missing_files(findings, ledger.vain, cube, edition.period, project.has_period)
    is_whole = file.is_whole and cube.is_sound and len(files) == len(found) and brought.is_whole
    if document is None or not style.is_whole or not has_colours(document, style, findings):
        return None
    if own_charts(document):
        style = replace(style, own_charts=project.read_code() if request.code or project.allows_code else None)
        if not may_be_drawn(document, style, findings):
            return None
    if known_on is None or not is_whole or not is_final or not has_words:
        return None
    width = secrecy.width if secrecy else 0
    place = (layout.language or layout.title).span
    project.memory.whole()
    return Composition(document, ledger.texts, files, given, cube, known_on, width, style, place, project.memory)


def _cube(files: Sequence[PeriodFile], project: Project) -> Cube:
    lists, words = project.lists, project.words

    def build(findings: Findings) -> Cube:
        return build_cube(files, findings, lists, words)

    of = (*map(Same, files), None, *((name, Same(each)) for name, each in lists.items()), Same(words))
    return replace(project.memory.read("cube", of, project.findings, build), in_vain=[])


def _none_missing(text: str) -> str:
    """The characters that the font of a house style lacks, where that could not be read."""
    return ""


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
        style = house_style(theme.spec, project.folder, project.findings, project.memory) if theme else style
        style = replace(style, is_whole=theme is not None and theme.is_whole and style.is_whole)
        if style.theme.logo is not None and layout.spec.cover is None:
            message = f"huisstijl '{asked.text}' heeft een logo, en deze lay-out heeft geen omslag daarvoor"
            project.findings.warning("H109", message, asked.span, "geef de lay-out een 'omslag'")
    missing = style.family.missing if style.is_whole else _none_missing
    has_glyphs = check_glyphs(layout.node, missing, project.findings, project.memory)
    return replace(style, is_whole=style.is_whole and has_glyphs)


class Doubts(Struct, frozen=True):
    """What is doubtful in a document."""

    findings: Findings
    is_safe: bool
    """False when a reader could compute what it leaves out."""
    account: Account = Account()
    """What became of every claim in it."""


def doubts_of(composed: Composition, *, data: bool = False, facts: Cube | None = None) -> Doubts:
    """What is doubtful in what the document says, and what its reader could compute of what it leaves out.

    With `data` also what is doubtful in the files that it was made of. What the document says is held against all
    `facts`, which may be more than it was made of.
    """
    # Imported here, where a build is in a copy of its process: the words that are looked for take a tenth of a second.
    from rapportage.proof.checking.data import check_data
    from rapportage.proof.checking.text import check_text
    from rapportage.proof.checking.words.translated import check_translated

    findings = Findings()
    if data:
        in_dutch(check_data, composed.files, composed.given, findings)
    document, as_of = composed.document, composed.known_on.day
    with document.spoken():
        account = check_text(document, composed.texts, composed.files[0], composed.cube, as_of, findings, facts)
        check_translated(document, composed.given, composed.place, findings)
    if not composed.suppresses:
        return Doubts(findings, is_safe=True, account=account)
    from rapportage.proof.disclosure.check import check as check_disclosure

    with document.spoken():  # it reads figures as they are shown
        is_safe = check_disclosure(document, composed.given, composed.cube, as_of, composed.least_width, findings)
    return Doubts(findings, is_safe, account)
