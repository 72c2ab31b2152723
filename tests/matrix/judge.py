"""One cell of the matrix: what is wrong with an inline in a place, in the report and in all that is made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from rapportage.diagnostics import Findings, Severity
from rapportage.pages.attachments import publication
from rapportage.pipeline import BuildResult, as_page, typeset
from rapportage.proof.comparing import compare, marked
from rapportage.proof.inspection import PdfLink, read_besides, read_said, structural_faults
from rapportage.proof.tracing import (
    TraceReport,
    as_html,
    as_json,
    as_text,
    besides_faults,
    from_json,
    trace_report,
    web_trace_report,
)
from tests.html import same
from tests.html.reading import Node, faults, read
from tests.matrix.inlines import INLINES, Inline, Need
from tests.matrix.places import PLACES, Place
from tests.matrix.report import NEW, NOTES, OLD, Reports

MARK = "Voorwoord"
"""Stands before what is tried, so that the text is never empty and can be found."""
_CODES: Mapping[Need, tuple[str, ...]] = {"figure": ("T113",), "sign": ("T305",), "note": ("T114", "T405")}
_WITHOUT_HINT = ("T202", "T402", "T404")
"""They only have a hint where there is a name that is like the one that was written."""
_LEADS_TO = {"doeltabel": "Ga naar tabel", "doelfiguur": "Ga naar figuur", "doel": "Ga naar "}


def faults_of(reports: Reports, place_name: str, inline_name: str) -> list[str]:
    """What is wrong in that cell: nothing where it works, or is refused as it should be."""
    place, inline = PLACES[place_name], INLINES[inline_name]
    text = f"{MARK} {inline.written}"
    lines = reports.write(place.put(text), text if place.in_period else None)
    refused = [need for need in inline.needs if need not in place.allows]
    codes = {code for need in refused for code in _CODES.get(need, ("T114",))} | {inline.code} - {""}
    try:
        result, findings = reports.built(attachments=True)
        if result is None:
            return [*_refused(findings, codes | set(place.limits), lines)]
        return ["not refused"] if codes else [*_Cell(reports, place, inline, result).faults()]
    except Exception as error:  # the matrix goes on: one crash must not hide another
        return [f"crash: {type(error).__name__}: {error}"]


def _refused(findings: Findings, codes: set[str], lines: list[str]) -> Iterator[str]:
    """Whether all was said as it should be: with one of these codes, at the line of the text, with a hint."""
    found = [each for each in findings if each.severity is Severity.ERROR]
    if not found or not {each.code for each in found} <= codes:
        yield f"refused: {'; '.join(f'{each.code} {each.message}' for each in found)}"
    for each in found:
        if each.span is None or MARK not in lines[each.span.line - 1]:
            yield f"refused at another place: {each.code} {each.span}"
        elif not each.hint and each.code not in _WITHOUT_HINT:
            yield f"{each.code} does not say how to mend it"


class _Cell:
    """One that works, and has to in all that is made of it."""

    def __init__(self, reports: Reports, place: Place, inline: Inline, result: BuildResult) -> None:
        self.reports, self.place, self.inline, self.result = reports, place, inline, result
        self.besides = read_besides(result.pdf)
        self.report = _traced(result, NEW)
        self.said = read_said(result.pdf)
        self.texts = [
            _joined(each.parts, each.is_picture) for each in self.said.utterances if each.is_heard == place.heard
        ]

    def faults(self) -> Iterator[str]:
        yield from (f"structure: {fault}" for fault in structural_faults(self.result.pdf))
        yield from (f"trace: {each.message}" for each in self.report.faults)
        besides = besides_faults(self.result.document, self.besides, self.besides)
        yield from (f"besides: {each.message}" for each in besides)
        if len(from_json(as_json(self.report)).figures) != len(self.report.figures):
            yield "a saved trace has not all figures"
        if not (as_text(self.report) and as_html(self.report)):
            yield "a trace is empty"
        yield from self._read()
        yield from self._on_web()
        yield from self._attached()
        if self.inline.link:
            yield from self._links()
        if "note" in self.inline.needs:
            yield from self._notes()
        if "figure" in self.inline.needs:
            yield from self._figures()

    def _read(self) -> Iterator[str]:
        """The words are read as often as they should be, and no more."""
        count = sum(text.count(MARK) for text in self.texts)
        if count != self.place.times:
            yield f"read {count} times"
        told = sum(text.count(f"{MARK} {self.inline.says}") for text in self.texts)
        if told != self.place.times:
            yield f"{told} times with its words"

    def _on_web(self) -> Iterator[str]:
        """The edition for the web says the same, in the same order, and shows the same figures; every link leads on."""
        result = self.result
        page = as_page(result)
        with result.document.spoken():
            traced = web_trace_report(result.document, result.drawings, page, NEW, result.logo)
        yield from (f"html: {each.message}" for each in traced.faults)
        shown = [Counter(each.shown for each in report.figures) for report in (self.report, traced)]
        if shown[0] != shown[1]:
            yield f"html: figures {shown[1] - shown[0]} more, {shown[0] - shown[1]} less"
        tree = read(page)
        yield from (f"html: {fault}" for fault in faults(tree))
        (body,) = tree.all("body")
        yield from self._otherwise(body)

    def _otherwise(self, body: Node) -> Iterator[str]:
        """What the page says otherwise than the PDF: it has no numbers of pages."""
        document, said = self.result.document, self.said
        pairs = {
            "drawn": (same.drawn_in_page(body), same.drawn_in_pdf(said)),
            "heard": (same.heard_in_page(body, document), same.heard_in_pdf(said, document)),
            "meant": (same.meant_in_page(body), same.meant_in_pdf(said)),
        }
        if "page" not in self.inline.needs:
            pairs["seen"] = ([same.seen_in_page(body)], [same.seen_in_pdf(said)])
        yield from (f"html: {how} is {page}, and in the PDF {pdf}" for how, (page, pdf) in pairs.items() if page != pdf)

    def _attached(self) -> Iterator[str]:
        """What stands in a table or belongs to it is with its data, once."""
        if self.place.attached is None:
            return
        found = [self.place.attached(table) for table in publication(self.result.document).tables]
        if sum(MARK in text for text in found) != 1:
            yield f"in the attachments: {found}"

    def _links(self) -> Iterator[str]:
        wanted = self.inline.link
        if wanted in _LEADS_TO:
            targets = [each for each in self.besides.links if each.description.startswith(_LEADS_TO[wanted])]
        else:
            targets = [each for each in self.besides.links if each.target == wanted]
        if not targets:
            yield "it leads nowhere"

    def _notes(self) -> Iterator[str]:
        """Every note is read, and leads back to where it is marked."""
        marked = [note for id, note in NOTES.items() if f"[^{id}]" in self.inline.written]
        for note in marked:
            if not any(note in text for text in self.texts):
                yield f"the note '{note}' is not read"
        if len(_described(self.besides.links, "Noot ")) < len(marked):
            yield "no link to a note"
        if len(_described(self.besides.links, "Terug naar noot ")) < len(marked):
            yield "no link back from a note"

    def _figures(self) -> Iterator[str]:
        """They are traced to their data, and diff tells when they are others a month before, and marks them."""
        mine = [each for each in self.report.figures if MARK in each.context]
        mine = mine or [each for each in self.report.figures if MARK in str(each.place)]
        if not mine:
            yield "no figure in the trace"
        strange = [each.shown for each in mine if each.trace.inputs[0].series not in ("aanvragen", "aanvragen_rond")]
        if strange:
            yield f"figures of another origin: {strange}"
        earlier, _ = self.reports.built(OLD)
        if earlier is None:
            yield "the report of the month before is refused"
            return
        comparison = compare(_traced(earlier, OLD), self.report, OLD, NEW)
        values = {id(each.value) for each in mine}
        if not any(each.now is not None and id(each.now.value) in values for each in comparison.figures):
            yield "diff does not tell its change"
        again = typeset(
            marked(self.result.document, comparison, self.result.style.family.missing),
            self.result.style,
            Findings(),
        )
        if again is None:
            yield "the comparison can't be set"
            return
        yield from (f"comparison: {fault}" for fault in structural_faults(again.pdf))
        texts = [_joined(each.parts, each.is_picture) for each in read_said(again.pdf).utterances]
        if not any(re.search(rf"{MARK}.*\[(?:was|nieuw|zin)", each) for each in texts):
            yield "the comparison does not mark it"


def _traced(result: BuildResult, period: str) -> TraceReport:
    return trace_report(result.document, result.drawings, read_said(result.pdf), period, result.logo)


def _described(links: tuple[PdfLink, ...], words: str) -> set[str]:
    return {each.description for each in links if each.description.startswith(words)}


def _joined(parts: tuple[tuple[int, str], ...], is_picture: bool) -> str:
    text = (" " if is_picture else "").join(words for _, words in parts).replace("\u00ad", "")
    return re.sub(r"\s+", " ", text)
