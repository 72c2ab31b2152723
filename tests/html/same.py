"""What a PDF says and what a page says, as letters in their order, so that one can be held against the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.document import Document, FlowDiagram, flow_words, walk
from rapportage.figures.languages.spoken import spoken_language
from rapportage.proof.inspection.utterances import Said, Utterance
from tests.html.reading import Node

ONLY_HERE = ("file", "aloud", "summary", "steps")
"""What only the page has, or has as words that the PDF reads aloud: each is looked at apart."""


def letters(text: str) -> str:
    """The text without its spaces, and without what is never seen: lines end elsewhere in a page."""
    return "".join(re.sub("[\u00ad\u200b\u2060]", "", text).split())


def seen_in_pdf(said: Said) -> str:
    return "".join(_told(each) for each in said.utterances if not each.is_heard and not each.is_picture)


def _told(utterance: Utterance) -> str:
    """What is seen of it, without the signs before points of a list and the numbers of pages."""
    text = "".join(text for _, text in utterance.parts)
    if utterance.role == "TOCI":
        text = re.sub(r" \d+$", "", text)
    return "" if utterance.role == "Lbl" and re.fullmatch(r"•|\d+\.", text.strip()) else letters(text)


def seen_in_page(node: Node) -> str:
    return "".join(_seen(node))


def _seen(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield letters(child)
        elif not (
            child.name in ("details", "svg", "footer")
            or child.get("role") == "doc-backlink"
            or child.get("class") in ONLY_HERE
        ):
            yield from _seen(child)


def drawn_in_pdf(said: Said) -> list[str]:
    return [letters(text) for each in said.utterances if each.is_picture for _, text in each.parts]


def drawn_in_page(node: Node) -> list[str]:
    return [letters(text.text) for svg in node.all("svg") for text in svg.all("text")]


def heard_in_pdf(said: Said, document: Document) -> list[str]:
    """What a picture shows and what is in a table, in words; of a flow diagram the page has a list of its steps."""
    steps = diagrams(document)
    heard = (letters(text) for each in said.utterances if each.is_heard for _, text in each.parts)
    return [text for text in heard if text not in steps]


def heard_in_page(node: Node, document: Document) -> list[str]:
    with document.spoken():
        told_below = letters(spoken_language().web.told_below)
    return [text for each in node.walk() for text in _heard(each) if text != told_below]


def _heard(node: Node) -> Iterator[str]:
    if node.get("class") == "summary":
        yield letters(node.text)
    elif node.name == "img" and node.get("alt"):
        yield letters(node.get("alt") or "")
    elif node.name == "svg":
        yield from map(
            letters, [child.text for child in node.all("desc")] or [child.text for child in node.all("title")]
        )


def diagrams(document: Document) -> set[str]:
    """What a listener hears of each flow diagram, of which the layout does not say that itself."""
    with document.spoken():
        return {
            letters(each.alternative)
            for each in walk(document.blocks)
            if isinstance(each, FlowDiagram) and each.told == flow_words(each.steps, each.arrows, each.lanes)
        }


def meant_in_pdf(said: Said) -> list[str]:
    return [letters(text) for each in said.utterances for text in each.replacements]


def meant_in_page(node: Node) -> list[str]:
    """What signs mean, but where a table is there once more."""
    return [letters(each.text) for each in _outside_details(node) if each.get("class") == "aloud"]


def _outside_details(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        if isinstance(child, Node) and child.name != "details":
            yield from _outside_details(child)
