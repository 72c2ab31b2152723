"""All that the PDF says, the page says: sentences, figures, captions, notes and sources, in its order, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import FlowDiagram, walk
from rapportage.pipeline import BuildRequest, Editions, editions
from rapportage.proof.inspection.utterances import Said, Utterance, read_said
from tests.html.reading import Node, read
from tests.html.test_samples import ONE_OF_EACH

ONLY_HERE = ("file", "aloud", "summary", "steps")
"""What only the page has, or has as words that the PDF reads aloud: each is looked at apart."""


@pytest.fixture(scope="module", params=ONE_OF_EACH, ids=lambda each: "-".join(each[1:]))
def both(request: pytest.FixtureRequest) -> tuple[Editions, Said, Node]:
    project, layout, period = request.param
    made = editions(BuildRequest(layout, period, project), ("pdf", "html"), Findings())
    assert made is not None
    assert made.report is not None
    assert made.html is not None
    return made, read_said(made.report.pdf), read(made.html)


def letters(text: str) -> str:
    """The text without its spaces, and without what is never seen: lines end elsewhere in a page."""
    return "".join(re.sub("[\u00ad\u200b\u2060]", "", text).split())


def in_pdf(utterance: Utterance) -> str:
    """What is seen of it, without the signs before points of a list and the numbers of pages."""
    text = "".join(text for _, text in utterance.parts)
    if utterance.role == "TOCI":
        text = re.sub(r" \d+$", "", text)
    return "" if utterance.role == "Lbl" and re.fullmatch(r"•|\d+\.", text.strip()) else letters(text)


def in_page(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield letters(child)
        elif not (
            child.name in ("details", "svg", "footer")
            or child.get("role") == "doc-backlink"
            or child.get("class") in ONLY_HERE
        ):
            yield from in_page(child)


def test_all_that_is_seen_is_the_same(both: tuple[Editions, Said, Node]) -> None:
    _, said, tree = both
    (body,) = tree.all("body")
    seen = [in_pdf(each) for each in said.utterances if not each.is_heard and not each.is_picture]
    assert "".join(in_page(body)) == "".join(seen)
    assert len("".join(seen)) > 500


def test_all_that_is_drawn_is_the_same(both: tuple[Editions, Said, Node]) -> None:
    _, said, tree = both
    drawn = [letters(text) for each in said.utterances if each.is_picture for _, text in each.parts]
    assert [letters(text.text) for svg in tree.all("svg") for text in svg.all("text")] == drawn


def heard_in_page(tree: Node, told_below: str) -> Iterator[str]:
    """What a picture shows and what is in a table, in words."""
    for node in tree.walk():
        if node.get("class") == "summary":
            yield letters(node.text)
        elif node.name == "img" and node.get("alt"):
            yield letters(node.get("alt") or "")
        elif node.name == "svg":
            told = [child.text for child in node.all("desc")] or [child.text for child in node.all("title")]
            yield from (letters(text) for text in told if text != told_below)


def test_all_that_is_heard_is_the_same(both: tuple[Editions, Said, Node]) -> None:
    """Of a chart what is heard is here for everyone; of a flow diagram each step is a point of a list."""
    made, said, tree = both
    with made.document.spoken():
        from rapportage.figures.languages.spoken import spoken_language

        told_below = spoken_language().web.told_below
    diagrams = {letters(each.alternative) for each in walk(made.document.blocks) if isinstance(each, FlowDiagram)}
    heard = [letters(text) for each in said.utterances if each.is_heard for _, text in each.parts]
    assert list(heard_in_page(tree, told_below)) == [text for text in heard if text not in diagrams]
    steps = [letters("".join(point.text for point in each.all("li"))) for each in tree.with_class("steps")]
    told = [re.sub(r"^.*?stappen\.1\.|\.$", "", text) for text in heard if text in diagrams]
    assert steps == [re.sub(r"\.\d+\.", "", text) for text in told]


def test_signs_say_what_they_mean(both: tuple[Editions, Said, Node]) -> None:
    """Every sign that the PDF reads otherwise than it shows is read so here."""
    _, said, tree = both
    meant = [letters(text) for each in said.utterances for text in each.replacements]
    (body,) = tree.all("body")
    found = [letters(node.text) for node in _outside_details(body) if node.get("class") == "aloud"]
    assert found == meant


def _outside_details(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        if isinstance(child, Node) and child.name != "details":
            yield from _outside_details(child)
