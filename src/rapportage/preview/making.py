"""What the builder makes of the files as they are: pages at once; a page for the web, and what is doubtful, later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from rapportage.composing import BuildRequest, Composition, compose_report, doubts_of
from rapportage.diagnostics import UNSOUND, Finding, Findings, render
from rapportage.diagnostics.selection import More
from rapportage.document import as_words
from rapportage.html import edition
from rapportage.input.project import Project
from rapportage.memory import Memory
from rapportage.pages.pdf.write import write
from rapportage.pages.standalone import as_svg, charts, standalone
from rapportage.pages.typesetting import LaidOut, on_one_page
from rapportage.pipeline import drop_acknowledged_in, lay_out
from rapportage.preview.changes import edits
from rapportage.preview.digests import sheets
from rapportage.preview.messages import Checked, Drawn, Faulty, Made, Note, Task, Web
from rapportage.preview.places import Places
from rapportage.proof.checking.acknowledged import drop_acknowledged
from rapportage.text import without_table


class Good(Struct, frozen=True):
    """A good build, with all that can still be asked of it."""

    number: int
    project: Project
    composed: Composition
    laid_out: LaidOut
    pdf: bytes
    places: Places

    @property
    def texts(self) -> Mapping[str, str]:
        """Of each file of YAML that it was made of, as it was then."""
        return {path: node.span.file.text for path, node in self.project.roots.items()}


def make(task: Task, number: int, last: Good | None, memory: Memory) -> tuple[Good, Made] | Faulty:
    """The report on its pages, compared with the `last` good build; or what is wrong with the files.

    What is in the `memory` of earlier builds is not made again.
    """
    findings = Findings()
    request = BuildRequest(task.layout, task.period, task.project, task.as_of, task.draft, code=task.code)
    project = Project(request.folder, findings, request.draft, memory)
    composed = compose_report(request, project)
    laid_out = None
    if composed is not None:
        with composed.document.spoken():
            laid_out = lay_out(composed, findings)
    if composed is None or laid_out is None:
        drop_acknowledged_in(project, [composed] if composed else [])
        return Faulty(number, notes(findings), _files(project))
    with composed.document.spoken():
        pdf = write(laid_out.pages, laid_out.document, composed.style.family)
    good = Good(number, project, composed, laid_out, pdf, Places(laid_out.document))
    return good, _told(good, last)


def _told(good: Good, last: Good | None) -> Made:
    composed, document = good.composed, good.laid_out.document
    areas = tuple(good.places.on_pages(good.laid_out.pages))
    found = Findings([*good.project.findings.items])
    drop_acknowledged(found, good.project.roots.values())
    return Made(
        number=good.number,
        title=document.marked_title,
        pdf=good.pdf,
        sheets=sheets(good.laid_out.pages, composed.style.family),
        places=tuple(good.places.found),
        areas=areas,
        charts=tuple(Drawn(id, _label(chart.label, as_words(chart.caption))) for id, chart in charts(document).items()),
        notes=notes(found),
        edits=edits(last.texts, good.texts) if last else (),
        files=_files(good.project),
        is_guarded=composed.suppresses,
    )


def _label(label: str, caption: str) -> str:
    return f"{label}: {caption}" if label and caption else label or caption


def later(good: Good) -> Iterator[Web | Checked]:
    """The edition for the web; then all that was found, with what is doubtful."""
    from rapportage.proof.inspection import structural_faults

    composed, findings, places = good.composed, good.project.findings, good.places
    document, drawings, exact = good.laid_out.document, good.laid_out.drawings, not composed.suppresses
    known = len(places.found)
    with composed.document.spoken():
        html = edition(document, drawings, composed.style, exact=exact, places=places)
    yield Web(good.number, html, tuple(places.found[known:]))
    for fault in structural_faults(good.pdf, beside=False):  # a copy of this copy would outlive it
        findings.error(UNSOUND, fault)
    with composed.document.spoken():
        found = doubts_of(composed, data=True)
    findings.extend(found.findings)
    are_right = drop_acknowledged_in(good.project, [composed])
    yield Checked(good.number, notes(findings), found.is_safe and are_right and not findings.has_errors)


def picture(good: Good, id: str) -> str | None:
    """A chart by itself as SVG; None where there is none with that id, or it has no room."""
    chart = charts(good.composed.document).get(id)
    if chart is None:
        return None
    document, style = good.composed.document, good.composed.style
    with document.spoken():
        alone = on_one_page(standalone(document, without_table(chart)), style, Findings())
        return as_svg(alone.pages, alone.document) if alone is not None else None


def notes(findings: Findings) -> tuple[Note, ...]:
    """The findings in the order of their places; of very many the first of each kind."""
    return tuple(_more(each) if isinstance(each, More) else _note(each) for each in render.shown(findings, 100))


def _note(finding: Finding) -> Note:
    span, hint = finding.span, render.cut(finding.hint or "")
    severity, message = finding.severity.value, render.cut(finding.message)
    if span is None:
        return Note(finding.code, severity, "", 0, 0, message, hint, "")
    return Note(finding.code, severity, span.path, span.line, span.column, message, hint, "".join(render.quoted(span)))


def _more(more: More) -> Note:
    code, severity = (more.kind[0], more.kind[1].value) if more.kind else ("", "waarschuwing")
    return Note(code, severity, "", 0, 0, f"… en nog {more.count}: rapportage check toont ze alle", "", "", more.count)


def _files(project: Project) -> dict[str, str]:
    paths: dict[str, Path] = {project.shown(path): path for path in project.read}
    return {shown: str(path.absolute()) for shown, path in paths.items()}
