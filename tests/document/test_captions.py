"""What headings, captions, contents and openings say is composed once, and so is meant and heard alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import (
    Chart,
    Contents,
    Document,
    FlowDiagram,
    Image,
    Section,
    Table,
    caption_words,
    captions,
    contents_lines,
    heading_words,
    opening,
    walk,
)
from rapportage.pipeline import BuildRequest, BuildResult, build
from rapportage.proof.inspection import Utterance, read_said
from rapportage.proof.tracing import trace_report
from tests.faults import ROOT

REPORTS = [("grafieken", "2020-05"), ("vreemdelingenketen", "2020-H1")]
"""One with every chart, one with a cover, contents, lists of tables and figures, and appendices."""


def composed(document: Document) -> Iterator[str]:
    """All that `captions` says of a document, in reading order: what has no number of a page after it."""
    said = opening(document)
    yield from (said.title, *said.lines, *said.papers)
    for block in walk(document.blocks):
        match block:
            case Section(heading=heading):
                yield heading_words(heading).text
            case Table() | Chart() | FlowDiagram() | Image(label=str()):
                yield caption_words(block).text


def text_of(utterance: Utterance) -> str:
    return " ".join("".join(text for _, text in utterance.parts).split())


def made(layout: str, period: str) -> BuildResult:
    result = build(BuildRequest(layout, period, ROOT), Findings())
    assert result is not None
    return result


@pytest.mark.parametrize(("layout", "period"), REPORTS)
def test_what_is_composed_is_what_is_heard(layout: str, period: str) -> None:
    result = made(layout, period)
    heard = iter([text_of(each) for each in read_said(result.pdf).utterances])
    for words in composed(result.document):
        meant = re.compile(re.escape(" ".join(words.split())) + r"[a-z\d,]*")  # the marks of its notes
        assert any(meant.fullmatch(each) for each in heard), words  # each after the one before it


def test_contents_say_what_the_headings_and_captions_say() -> None:
    document = made(*REPORTS[1]).document
    blocks = list(walk(document.blocks))
    lists = {block.kind: [*contents_lines(block, document)] for block in blocks if isinstance(block, Contents)}
    named = {line.target: line.words for lines in lists.values() for line in lines}
    told = {block.id: caption_words(block) for block in blocks if isinstance(block, Table | Chart) and block.label}
    told |= {each.heading.id: heading_words(each.heading) for each in blocks if isinstance(each, Section)}
    assert lists["headings"]
    assert lists["tables"]
    assert all(told[target] == words for target, words in named.items() if target in told)


@pytest.mark.parametrize(("layout", "period"), REPORTS)
def test_nobody_else_composes_them(layout: str, period: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With another sign after numbers the pages say that sign, and the trace expects it: in every line that has one."""
    monkeypatch.setattr(captions, "WIDE_SPACE", "\u00a0= ")
    result = made(layout, period)
    said = read_said(result.pdf)
    assert any(text_of(each).startswith("Tabel 1 = ") for each in said.utterances)
    assert trace_report(result.document, result.drawings, said, period, result.logo).faults == ()
