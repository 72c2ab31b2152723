"""What is asked of `build`, and what becomes of it: the files, where they come, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from rapportage.cli.reproduce import manifest_of
from rapportage.cli.writing import deliver
from rapportage.diagnostics import Findings, Severity, render
from rapportage.input.files import (
    DEFAULT_FOLDER,
    DRAFT,
    HTML,
    MANIFEST,
    PDF,
    WORKBOOK,
    Destination,
    check_name,
)
from rapportage.memory import NO_MEMORY, Memory

if TYPE_CHECKING:
    from rapportage.pipeline import BuildRequest, Editions, Form

SUFFIXES: dict[Form, str] = {"pdf": PDF, "html": HTML, "html-map": ""}
"""How the file of each form ends; a folder has a name alone."""
LEFTOVERS = {WORKBOOK: "--bijlagen", MANIFEST: "--manifest"}
"""What an earlier build may have left beside the report, and the option that makes it again."""


class Order(Struct, frozen=True):
    """What is asked: the first of the `forms` comes at `output`."""

    request: BuildRequest
    forms: tuple[Form, ...]
    output: Path | None = None
    address: str = ""
    manifest: bool = False
    strict: bool = False

    @property
    def own_folder(self) -> Path:
        return self.request.folder / DEFAULT_FOLDER

    def where(self, path: Path) -> Destination:
        """Where everything comes: the first form at `path`, and all else beside it, under the same name."""
        first, *others = (SUFFIXES[form] for form in self.forms)
        pages = None
        if "html-map" in self.forms:
            pages = path if not first else path.parent / path.stem
        more = (WORKBOOK,) * self.request.attachments + (MANIFEST,) * self.manifest
        return Destination(path, self.own_folder, (first,), (*filter(None, others), *more), LEFTOVERS, pages=pages)


class Done(Struct, frozen=True):
    """What became of an order."""

    findings: Findings
    names: tuple[str, ...] = ()
    """The reports that were written; none where there was a fault."""
    counts: str = ""
    """'4 pagina's, 122 cijfers'."""


def carry_out(order: Order, memory: Memory = NO_MEMORY) -> Done:
    """Makes the report and all that goes with it, and writes it; nothing when there is a fault."""
    from rapportage.pipeline import editions, name_of

    request, findings = order.request, Findings()
    result = editions(request, order.forms, findings, order.address, memory)
    suffix = SUFFIXES[order.forms[0]]
    path = order.output or order.own_folder / f"{name_of(request) if result else DRAFT}{suffix}"
    if request.draft:
        check_name(path, DRAFT, "P104", findings)
    where = order.where(path)
    made = _made(result, where, suffix) if result else {}
    if result is not None and order.manifest:
        outputs = {each.relative_to(path.parent).as_posix(): data for each, data in made.items()}
        made = {where.sibling(MANIFEST): manifest_of(request, result, outputs, findings, order.address), **made}
    findings = deliver(made, where, result.read if result else (), findings, strict=order.strict)
    if result is None or findings.has_errors:
        return Done(findings)
    return Done(findings, tuple(_names(made, where)), _counts(result, findings))


def _names(made: Mapping[Path, bytes], where: Destination) -> Sequence[str]:
    names = [str(each) for each in made if each.suffix.lower() in (PDF, HTML) and each.parent != where.pages]
    return names if where.pages is None else [*names, str(where.pages)]


def _made(result: Editions, where: Destination, suffix: str) -> dict[Path, bytes]:
    """The files by their path: that of the form that ends so is the first, and comes last."""
    made = {WORKBOOK: result.workbook, HTML: result.html, PDF: result.report.pdf if result.report else None}
    beside = {where.sibling(end): data for end, data in made.items() if data is not None and end != suffix}
    if where.pages is not None:
        beside |= {where.pages / name: data for name, data in result.site.items()}
    first = made.get(suffix)
    return {**beside, where.path: first} if first is not None else beside


def _counts(result: Editions, findings: Findings) -> str:
    counts = [
        *([render.counted(result.report.pages, "pagina", "pagina's")] if result.report else []),
        render.counted(result.figures, "cijfer", "cijfers"),
        render.counted(findings.count(Severity.WARNING), "waarschuwing", "waarschuwingen"),
    ]
    if result.document.example:
        counts.append("gemerkt als voorbeeld")
    if missing := render.missing(findings):
        counts.append(f"{missing} nog in te vullen")
    return ", ".join(counts)
