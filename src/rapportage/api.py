"""What a script or a notebook works with; docs/api.md says what of it stays as it is."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cached_property
from html import escape
from os import PathLike
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import replace

from rapportage import pipeline
from rapportage.diagnostics import Finding, Findings
from rapportage.diagnostics.render import counted, summary
from rapportage.document import page_words
from rapportage.document.normal import asked
from rapportage.input.files import (
    DEFAULT_FOLDER,
    DRAFT,
    HTML,
    MANIFEST,
    PDF,
    WORKBOOK,
    Destination,
    check_name,
    deliver,
    sibling,
)
from rapportage.pipeline import BuildRequest, BuildResult

__all__ = ["BuildRequest", "Finding", "Findings", "Page", "Report", "ReportFault", "build", "check", "stijl"]

DOTS = 110
"""Per inch, of the picture of a page."""
MOST_SHOWN = 10
"""Pages of a report that a notebook shows by itself: each is some hundred kilobytes in its file."""
LEFTOVERS = {WORKBOOK: "attachments=True", MANIFEST: "rapportage build --manifest"}
"""What an earlier build may have left beside the PDF, and what makes it again."""


class ReportFault(Exception):
    """There is no PDF, or it may not be saved there: `findings` say why, and the words of the exception as well."""

    def __init__(self, findings: Findings) -> None:
        super().__init__(str(findings))
        self.findings = findings


def build(request: BuildRequest) -> Report:
    """Builds a report. Faults in the user's files raise nothing: all of them are in the `findings` of what is given."""
    findings = Findings()
    request = _normal(request)
    return Report(request, findings, pipeline.build(request, findings))


def check(*requests: BuildRequest, project: str | PathLike[str] = ".") -> Findings:
    """All that is wrong or doubtful in these reports and their data; without any, in all data of `project`."""
    findings = Findings()
    groups: dict[tuple[Path, bool], list[BuildRequest]] = {}
    for request in map(_normal, requests):
        groups.setdefault((request.folder, request.draft), []).append(request)
    for (folder, draft), group in (groups or {(Path(project), False): []}).items():
        pipeline.check(group, folder, findings, draft=draft)
    return findings


def stijl(colours: Sequence[str] | None = None) -> dict[str, Any]:
    """Settings of matplotlib with which a figure looks like the charts of a report, in its letters.

    For a notebook: `plt.rcParams.update(rapportage.stijl())`, or `with plt.style.context(rapportage.stijl()):`.
    `colours` are those of the series, '#rrggbb'; without them those of the house style that comes with the package.
    """
    from rapportage.pages.house_style import built_in
    from rapportage.pages.plots.house import settings, with_letters

    with_letters()
    return settings(colours or built_in().theme.chart_colours)


def _normal(request: BuildRequest) -> BuildRequest:
    return replace(request, layout=asked(request.layout), period=asked(request.period))


class Report:
    """A report that was built, or why it could not be. A notebook shows its findings and its pages.

    What asks for the PDF raises `ReportFault` when there is none: there is never one with an error in `findings`.
    """

    findings: Findings
    """All that was found; `save` may add a warning."""
    is_built: bool
    """Whether there is a PDF: nothing was found that counts as an error."""
    workbook: bytes | None
    """The figures behind tables and charts (ODS), where the request asked for `attachments`."""

    def __init__(self, request: BuildRequest, findings: Findings, result: BuildResult | None) -> None:
        self.findings = findings
        self._request = request
        self._result = None if findings.has_errors else result
        self.is_built = self._result is not None
        self.workbook = self._result.workbook if self._result else None

    @property
    def name(self) -> str:
        """Of its file, without '.pdf': 'kerncijfers-2020-05'."""
        return pipeline.name_of(self._request)

    @property
    def pdf(self) -> bytes:
        """The PDF, which passed our own check.

        Raises:
            ReportFault: the report could not be built.
        """
        return self._made.pdf

    @cached_property
    def html(self) -> bytes:
        """The report as a page for the web, in one file: what `rapportage build --vorm html` makes.

        Raises:
            ReportFault: the report could not be built.
        """
        return pipeline.as_page(self._made)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Its pages, as pictures and as text.

        Raises:
            ReportFault: the report could not be built.
        """
        from rapportage.proof.inspection import page_texts

        pdf = self._made.pdf
        texts = page_texts(pdf)
        return tuple(Page(number, len(texts), text, pdf) for number, text in enumerate(texts, 1))

    def save(self, path: str | PathLike[str] | None = None) -> Path:
        """Writes the PDF, and beside it the workbook where there is one; gives the path. What is there is replaced.

        By default it comes in build/ in the project, as with the command. All is written or nothing. Where `path` ends
        in .html it is the page for the web that is written.

        Raises:
            ReportFault: the report could not be built, or can't be written there.
            ValueError: the path ends in neither .pdf nor .html.
        """
        result, own_folder = self._made, self._request.folder / DEFAULT_FOLDER
        where = own_folder / f"{self.name}{PDF}" if path is None else Path(path)
        form = where.suffix.lower()
        if form not in (PDF, HTML) and not where.is_dir():
            raise ValueError(f"{str(where)!r} ends in neither {PDF} nor {HTML}")
        found = Findings()
        if self._request.draft:
            check_name(where, DRAFT, "P104", found)
        made = {where: self.html if form == HTML else result.pdf}
        if result.workbook is not None:
            made[sibling(where, WORKBOOK)] = result.workbook
        beside = (WORKBOOK,) if self._request.attachments else ()
        destination = Destination(where, own_folder, (PDF, HTML), beside, LEFTOVERS)
        found = deliver(made, destination, result.read, found, strict=False)
        if found.has_errors:
            raise ReportFault(found)
        self.findings.extend(found)
        return where

    def trace(self, form: Literal["text", "json", "html"] = "text") -> str:
        """Each figure with its page, its data and its sources: what the command `trace` gives in that form.

        Raises:
            ReportFault: the report could not be built, or its PDF does not say what was meant.
        """
        from rapportage.proof.tracing import as_html, as_json, as_text

        ledger = pipeline.trace(self._made, self._request.period)
        found = Findings()
        for fault in ledger.faults:
            found.error(fault.code, fault.message, fault.origin, fault.hint)
        if found.has_errors:
            raise ReportFault(found)
        return {"text": as_text, "json": as_json, "html": as_html}[form](ledger)

    @property
    def _made(self) -> BuildResult:
        if self._result is None:
            raise ReportFault(self.findings)
        return self._result

    def __repr__(self) -> str:
        said = [summary(self.findings)] if len(self.findings) else []
        if self._result is not None:
            said.insert(0, counted(self._result.pages, "pagina", "pagina's"))
        return f"<Report {self.name}: {', '.join(said)}>"

    def _repr_html_(self) -> str:
        parts = [self.findings._repr_html_()] if len(self.findings) else []
        if self.is_built:
            parts += [page._repr_html_() for page in self.pages[:MOST_SHOWN]]
            if len(self.pages) > MOST_SHOWN:
                more = counted(len(self.pages) - MOST_SHOWN, "pagina", "pagina's")
                parts.append(f'<p lang="nl">En nog {more}: <code>report.pages[{MOST_SHOWN}]</code> is de eerste.</p>\n')
        return "".join(parts)


class Page:
    """A page of a report: a notebook shows it as a picture, with its text for who does not see that."""

    number: int
    """From 1."""
    text: str
    """What it says, in reading order: a line for each paragraph, row and picture."""

    def __init__(self, number: int, count: int, text: str, pdf: bytes) -> None:
        self.number = number
        self.text = text
        self._name = page_words(number, count)
        self._pdf = pdf

    def png(self, dots: int = DOTS) -> bytes:
        """The page as PNG, with so many dots per inch."""
        from rapportage.proof.inspection import as_png

        return as_png(self._pdf, self.number - 1, dots)

    def __repr__(self) -> str:
        return f"<Page {self.number}>"

    def _repr_html_(self) -> str:
        lines = "".join(f"<p>{escape(line)}</p>\n" for line in self.text.splitlines())
        picture = b64encode(self.png()).decode()
        return (
            f'<div lang="nl">\n<img alt="{self._name}; de tekst staat eronder" '
            f'style="max-width:100%;border:1px solid #ccc" src="data:image/png;base64,{picture}">\n'
            f"<details><summary>{self._name} als tekst</summary>\n{lines}</details>\n</div>\n"
        )
