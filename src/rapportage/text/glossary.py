"""The glossary and the abbreviations: their entries, and a link to each from its first use in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from rapportage.diagnostics import Findings, Span
from rapportage.diagnostics.lookalikes import difference, skeleton
from rapportage.document import (
    Aside,
    Block,
    Content,
    CrossReference,
    Inline,
    List,
    ListItem,
    Paragraph,
    Section,
    Term,
    Terms,
    Text,
    normal,
    plain_text,
)
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.alphabet import ranks
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.prose import ListingKind
from rapportage.input.specs.layout import LayoutSpec
from rapportage.input.specs.places import key_at
from rapportage.text.anchors import Places
from rapportage.text.language.outcome import whole
from rapportage.text.language.text import TextResolver

GLOSSARY: ListingKind = "begrippenlijst"
ABBREVIATIONS: ListingKind = "afkortingenlijst"
_PREFIXES = {GLOSSARY: "begrip", ABBREVIATIONS: "afkorting"}
_KEYS = {GLOSSARY: "begrippen", ABBREVIATIONS: "afkortingen"}


def check_terms(layout: LayoutSpec, lists: Mapping[ListingKind, Span], findings: Findings) -> bool:
    """Reports terms that are defined twice, and lists without terms or terms without a list.

    False when a fault is among them. `lists` are the places that the layout has for lists, by kind.
    """
    seen: dict[str, Scalar] = {}
    alike: dict[str, Scalar] = {}
    is_right = True
    for kind, key in _KEYS.items():
        terms = _terms(layout, kind)
        for name in terms:
            at = key_at(layout.node, key, name)
            first = seen.setdefault(name.casefold().strip(), at)
            if first is not at:
                is_right = False
                message = f"'{name[:60]}' is al uitgelegd: {first.span}"
                findings.error("T450", message, at.span, "laat één van de twee weg")
            elif (like := alike.setdefault(skeleton(name), at)) is not at:
                message = f"'{name[:60]}' lijkt op '{like.text[:60]}' ({like.span})"
                hint = f"hier staat {difference(name, like.text)}; laat één van de twee weg, of noem ze anders"
                findings.warning("T452", message, at.span, hint)
        if not terms and kind in lists:
            is_right = False
            hint = f"schrijf boven 'blokken': {key}: {{woord: uitleg}}"
            findings.error("T451", f"de lay-out heeft geen {key}", lists[kind], hint)
        if terms and kind not in lists:
            span = key_at(layout.node, key).span
            findings.warning("T451", f"de {key} staan nergens", span, f"zet een blok '- {kind}' waar de lijst komt")
    return is_right


def entries(layout: LayoutSpec, kind: ListingKind, ids: Mapping[str, str], text: TextResolver) -> Terms | None:
    """The list of terms in alphabetical order, with their `ids`; None when one is faulty, which was reported."""
    place = ranks(_terms(layout, kind))
    terms = sorted(_terms(layout, kind).items(), key=lambda item: place[item[0]])
    is_short = kind == ABBREVIATIONS
    made = whole(_entry(name, words, ids[name], text, is_short=is_short) for name, words in terms)
    return None if made is None else Terms(made)


def _entry(name: str, words: Scalar, id: str, text: TextResolver, *, is_short: bool) -> Term | None:
    content = text.required(words)
    return None if content is None else Term((Text(name),), content, id, is_short)


def term_ids(layout: LayoutSpec, kind: ListingKind, places: Places) -> Mapping[str, str]:
    """The id of each term by its name: each has a place of its own, also where all signs of its name are dropped."""
    return {
        name: places.add(None, f"{_PREFIXES[kind]}-{re.sub(r'[^a-z0-9]+', '-', name.casefold())}", name)
        for name in _terms(layout, kind)
    }


def _terms(layout: LayoutSpec, kind: ListingKind) -> Mapping[str, Scalar]:
    return layout.terms if kind == GLOSSARY else layout.abbreviations


class _Entry(Struct, frozen=True):
    target: str
    description: str


class TermLinker:
    """Turns the first use of each term in running text into a link to where it is explained."""

    def __init__(self, lists: Mapping[ListingKind, Terms]) -> None:
        self._entries: dict[str, _Entry] = {}
        patterns = []
        for kind, terms in lists.items():
            for term in terms.items:
                name = plain_text(term.name)
                exact = kind == ABBREVIATIONS
                description = (
                    f"{name}: {plain_text(term.meaning)}" if exact else spoken_language().places.to_meaning(name)
                )
                key = name if exact else name.casefold()
                self._entries[key] = _Entry(term.id or "", description)
                escaped = r"\s+".join(map(re.escape, name.split()))
                patterns.append((len(name), escaped if exact else f"(?i:{escaped})"))
        ordered = [pattern for _, pattern in sorted(patterns, reverse=True)]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)") if ordered else None

    def linked(self, block: Block) -> Block:
        """`block` with links at first uses; headings, tables and captions stay as they are."""
        match block:
            case Paragraph(role="text" | "lead"):
                return replace(block, content=self._content(block.content))
            case List():
                items = (ListItem(tuple(map(self.linked, item.blocks))) for item in block.items)
                return replace(block, items=tuple(items))
            case Aside() | Section():
                return replace(block, blocks=tuple(map(self.linked, block.blocks)))
        return block

    def _content(self, content: Content) -> Content:
        if self._pattern is None or not self._entries:
            return content
        return tuple(part for item in content for part in self._parts(item))

    def _parts(self, item: Inline) -> Iterator[Inline]:
        if not isinstance(item, Text) or item.bold or item.italic or item.language or self._pattern is None:
            yield item
            return
        position = 0
        for found in self._pattern.finditer(item.text):
            name = normal.name(found[0])
            entry = self._entries.pop(name, None) or self._entries.pop(name.casefold(), None)
            if entry is None:
                continue
            if found.start() > position:
                yield replace(item, text=item.text[position : found.start()])
            yield CrossReference(found[0], entry.target, entry.description)
            position = found.end()
        if position < len(item.text):
            yield replace(item, text=item.text[position:])
