"""Turns Markdown with slots into the document's blocks and inline content; what is not allowed is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from markdown_it.token import Token
from msgspec.structs import replace

from rapportage import document
from rapportage.diagnostics import Findings, Span
from rapportage.document import (
    Block,
    Content,
    CrossReference,
    Inline,
    LineBreak,
    NoteMark,
    PageReference,
    ParagraphRole,
    Text,
    Value,
    normal,
)
from rapportage.figures.words.periods import capitalised
from rapportage.figures.words.sentences import begins_sentence
from rapportage.text.language.addresses import check_address
from rapportage.text.language.allowed import EVERYTHING, Allowed
from rapportage.text.language.composed import SLOT, Composed
from rapportage.text.language.grammar import parsed, parsed_inline

MAX_LIST_LEVELS = 4
_LOOK_BACK = 500
"""So many characters before a word can decide whether a sentence begins there."""

_BACKSLASH = "zet een backslash voor een los teken"
_REFUSED = {
    "html": ("T201", "HTML kan niet in een tekst", "schrijf \\< voor een los teken <"),
    "image": ("T202", "een afbeelding kan niet in een tekst", None),
    "code": ("T205", "programmacode (`…`) kan niet in een tekst", f"laat de ` weg, of {_BACKSLASH}"),
    "struck": ("T205", "doorhalen (~~…~~) kan niet in een tekst", f"laat de ~~ weg, of {_BACKSLASH}"),
    "entity": ("T205", "een code van HTML kan niet in een tekst", "typ het teken zelf, of zet een backslash voor de &"),
    "link": (
        "T203",
        "deze link is niet te lezen",
        "bijvoorbeeld: [woorden](https://www.cbs.nl), zonder spaties of noten",
    ),
}
_MARKER = re.compile(r"\s*(?P<marker>[-*+]|\d+[.)])")
_NOT_ENABLED = {
    r"#{1,6}\s|={3,}$": ("een kop", "zet een kop in een eigen blok 'kop'"),
    r">": ("een citaat", f"zet het in een eigen blok 'citaat', of {_BACKSLASH}"),
    r"```|~~~": ("programmacode", _BACKSLASH),
    r"\|.*\||[ :|-]*-[ :]*\|[ :|-]*-[ :|-]*$": ("een tabel", f"zet haar in een eigen blok 'tabel', of {_BACKSLASH}"),
    r"(?:-{3,}|\*{3,}|_{3,})$": ("een lijn", _BACKSLASH),
    r"\[\^[^\]\s]+\]:": ("de tekst van een noot", "zet haar boven 'blokken' bij 'noten', met haar naam als sleutel"),
    r"\[[^\]]+\]:\s*\S": ("het adres van een link apart", "schrijf [woorden](adres)"),
    r"\[[ xX]\]\s": ("een vakje om aan te vinken", f"schrijf het in woorden, of {_BACKSLASH}"),
}
"""What other Markdown knows at the beginning of a line, and would be printed here as it is typed."""
_AT_START = re.compile("|".join(f"^[ ]{{0,3}}({pattern})" for pattern in _NOT_ENABLED), re.MULTILINE)


class Anchors(Protocol):
    """What a text can point at. Both report at `span` what does not exist, and then give None."""

    def note(self, id: str, span: Span) -> NoteMark | None: ...

    def place(self, id: str, span: Span) -> tuple[str, str] | None:
        """The place that a text calls `id`: its own id, and how it is called in running text ('tabel 1')."""


def to_blocks(
    composed: Composed, anchors: Anchors, findings: Findings, role: ParagraphRole = "text"
) -> tuple[Block, ...] | None:
    """Paragraphs and lists; None for a text that is faulty, which was reported."""
    return _Reader(composed, anchors, findings, role, EVERYTHING).blocks()


def to_content(
    composed: Composed, anchors: Anchors, findings: Findings, allowed: Allowed = EVERYTHING
) -> Content | None:
    """One run of text: a heading, a caption, a cell, a note; None for one that is faulty, which was reported.

    What is not `allowed` in that place is a fault.
    """
    return _Reader(composed, anchors, findings, "text", allowed).inline_only()


def is_blank(content: Content) -> bool:
    """Whether there is nothing to read: no words, no mark, no page number."""
    return not document.plain_text(content).strip() and not any(
        isinstance(item, NoteMark | PageReference) for item in content
    )


class _Reader:
    def __init__(
        self, composed: Composed, anchors: Anchors, findings: Findings, role: ParagraphRole, allowed: Allowed
    ) -> None:
        self.allowed = allowed
        self.composed = composed
        self.anchors = anchors
        self.findings = findings
        self.role: ParagraphRole = role
        self.lines = _line_starts(composed.text)
        self.said = ""
        """The words of this paragraph up to where it is read."""
        self.faulty = False

    def blocks(self) -> tuple[Block, ...] | None:
        blocks = self._blocks(iter(parsed(self.composed.text)), 0)
        return None if self.faulty else blocks

    def inline_only(self) -> Content | None:
        content = self._content(parsed_inline(self.composed.text), [0])
        return None if self.faulty else content

    def _error(self, code: str, message: str, span: Span, hint: str | None = None) -> None:
        self.faulty = True
        self.findings.error(code, message, span, hint)

    def _blocks(self, tokens: Iterator[Token], level: int) -> tuple[Block, ...]:
        """The blocks up to the token that closes what they are in."""
        found: list[Block] = []
        for token in tokens:
            match token.type:
                case "inline":
                    places = self._places(token)
                    self._check_start(token, places)
                    content = self._content(token, places)
                    if not is_blank(content):  # a condition may leave nothing of a paragraph
                        found.append(document.Paragraph(content, self.role, self.composed.span_at(places[0])))
                case "bullet_list_open" | "ordered_list_open":
                    if level == MAX_LIST_LEVELS and token.map:
                        place = self.composed.span_at(self.lines[token.map[0]])
                        self._error("T204", f"een lijst mag {MAX_LIST_LEVELS} niveaus diep zijn", place)
                    items = self._items(tokens, level + 1)
                    start = int(token.attrs.get("start", 1))
                    found.append(document.List(token.type.startswith("ordered"), items, start))
                case "list_item_close" | "bullet_list_close" | "ordered_list_close":
                    break
        return tuple(found)

    def _items(self, tokens: Iterator[Token], level: int) -> tuple[document.ListItem, ...]:
        items = []
        while (opening := next(tokens)).type == "list_item_open":
            self._hide_marker(opening)
            blocks = self._blocks(tokens, level)
            if blocks:
                items.append(document.ListItem(blocks))
            elif opening.map:
                span = self.composed.span_at(self.lines[opening.map[0]])
                self._error("T207", "een leeg punt in een lijst", span, "schrijf iets achter het streepje")
        return tuple(items)

    def _hide_marker(self, item: Token) -> None:
        """The marker is ours: '3.' is no figure that somebody typed."""
        start = self.lines[item.map[0]] if item.map else 0
        start = max([start, *(end for _, end in self.composed.unseen[-1:])])  # two lists may begin on one line
        found = _MARKER.match(self.composed.text, start)
        if found is not None:
            self.composed.unseen.append(found.span("marker"))

    def _places(self, token: Token) -> list[int]:
        """Where each line of the token's text begins in the composed text: its indent and list marks are not in it."""
        first = token.map[0] if token.map else 0
        places = []
        for number, line in enumerate(token.content.split("\n"), first):
            end = self.lines[number + 1] - 1 if number + 1 < len(self.lines) else len(self.composed.text)
            whole = self.composed.text[self.lines[number] : end]
            places.append(self.lines[number] + len(whole.rstrip()) - len(line.rstrip()))
        return places

    def _span(self, token: Token, places: list[int], at: int, length: int) -> Span:
        line = token.content.count("\n", 0, at)
        column = at - (token.content.rfind("\n", 0, at) + 1)
        return self.composed.span_at(places[line] + column if len(places) > 1 else places[0] + at, length)

    def _check_start(self, token: Token, places: list[int]) -> None:
        told = set()
        for found in _AT_START.finditer(token.content):
            name, hint = [*_NOT_ENABLED.values()][(found.lastindex or 1) - 1]
            if name not in told:  # every line of a table is one
                told.add(name)
                span = self._span(token, places, found.start(), len(found[0].strip()))
                self._error("T205", f"{name} kan niet in een tekst", span, hint)

    def _content(self, inline: Token, places: list[int]) -> Content:
        self.said = ""
        style = Text("")
        link: Span | None = None
        before = ""
        outer: list[Inline] = []
        found = outer
        for token in inline.children or ():
            match token.type:
                case "text":
                    found.extend(self._words(token.content, style))
                case "softbreak":
                    self._say(" ")
                    found.append(replace(style, text=" "))
                case "hardbreak":
                    self._say(" ")
                    self._check_form("een nieuwe regel", inline, places, "\n")
                    found.append(replace(style, text=" ") if link else LineBreak())
                case "strong_open" | "strong_close":
                    style = replace(style, bold=token.type == "strong_open")
                    if style.bold:
                        self._check_form("een vet woord", inline, places, token.markup)
                case "em_open" | "em_close":
                    style = replace(style, italic=token.type == "em_open")
                    if style.italic:
                        self._check_form("een schuin woord", inline, places, token.markup)
                case "note" | "refused" | "link_open":
                    span = self._span(inline, places, token.meta["at"], token.meta["length"])
                    if token.type == "note" and not self.allowed.notes:
                        self._refuse("een noot", span)
                    elif token.type == "note":
                        mark = self.anchors.note(normal.name(self._shown(token.content)), span)
                        found.extend((mark,) if mark else ())
                        self.faulty = self.faulty or mark is None
                    elif token.type == "refused":
                        code, message, hint = _REFUSED[token.info]
                        self._error(code, message, span, hint)
                    else:
                        link, address, found = span, str(token.attrs["href"]), []
                        before = self.said
                case "link_close" if link:
                    outer.extend(self._link(tuple(found), address, link, before))
                    link, found = None, outer
        return _joined(outer)

    def _words(self, text: str, style: Text) -> Iterator[Inline]:
        """The words of `text`, with the content of each slot in its place."""
        position = 0
        for slot in SLOT.finditer(text):
            yield self._typed(text[position : slot.start()], style)
            position = slot.end()
            for item in self._opened(slot[0]):
                marked = style.bold or style.italic
                self._say(item.text)
                yield (
                    replace(item, bold=item.bold or style.bold, italic=item.italic or style.italic) if marked else item
                )
        yield self._typed(text[position:], style)

    def _typed(self, words: str, style: Text) -> Text:
        self._say(words)
        return _in_style(style, words)

    def _opened(self, slot: str) -> tuple[Text | Value, ...]:
        """The content of a slot; with a capital where it begins a sentence with words of our own."""
        content = self.composed.slots[slot]
        if slot in self.composed.ours and self.allowed.opens and begins_sentence(self.said):
            return (_opened(content[0]), *content[1:])
        return content

    def _refuse(self, what: str, span: Span) -> None:
        self._error(self.allowed.code, f"{what} kan hier niet staan", span, self.allowed.hint)

    def _check_form(self, what: str, inline: Token, places: list[int], markup: str) -> None:
        """Reports form where it can't be seen; at its first place in the text, for the parser does not say which."""
        if not self.allowed.form:
            self._refuse(what, self._span(inline, places, max(0, inline.content.find(markup)), len(markup)))

    def _link(self, content: Content, address: str, span: Span, before: str) -> Content:
        """The link with its words; `before` are those of the paragraph up to it."""
        if not self.allowed.links:
            self._refuse("een verwijzing" if address.startswith("#") else "een link", span)
        words = document.plain_text(content)
        if SLOT.search(address):
            self._error("T203", "een uitdrukking kan niet in een adres", span, "schrijf het adres voluit")
        elif address.startswith("#"):
            place = self.anchors.place(normal.name(address[1:]), span)
            self.faulty = self.faulty or place is None
            id, name = place or ("", "")
            if name and words.casefold() == "pagina":
                return (Text(f"{self._opening(words, before)}\u00a0"), PageReference(id, name))
            for value in document.values(content):
                if value.trace is not None:
                    message = f"de woorden van een verwijzing kunnen geen cijfer zijn: {value.text}"
                    self._error("T113", message, value.origin or span, "zet het cijfer ernaast")
            return (CrossReference(words or self._opening(name, before), id),) if name else ()
        elif not words.strip():
            self._error("T203", "een link zonder woorden", span, "bijvoorbeeld: [woorden](https://www.cbs.nl)")
        else:
            url = check_address(address, span, self.findings)
            self.faulty = self.faulty or url is None
            plain = tuple(item for item in _joined(list(content)) if isinstance(item, Text | Value))
            return (document.Link(plain, url),) if url else ()
        return ()

    def _opening(self, name: str, before: str) -> str:
        """The name of a place, as it is where it stands: 'tabel 1', or 'Tabel 1' at the beginning of a sentence."""
        self._say(name)
        return capitalised(name) if self.allowed.opens and begins_sentence(before) else name

    def _say(self, words: str) -> None:
        """Of a long paragraph only the end is kept: a sentence begins where another has just ended."""
        self.said = (self.said + words)[-_LOOK_BACK:]

    def _shown(self, text: str) -> str:
        return SLOT.sub("{{ … }}", text)


def _opened(item: Text | Value) -> Text | Value:
    """With a capital; a value keeps what it is within a sentence."""
    text = capitalised(item.text)
    if isinstance(item, Text) or text == item.text:
        return replace(item, text=text)
    return replace(item, text=text, within=item.text)


def _joined(items: list[Inline]) -> Content:
    """Neighbouring words of one style as one, and each stretch of white space as one space."""
    joined: list[Inline] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(item, Text) and isinstance(last, Text) and _style(item) == _style(last):
            joined[-1] = _in_style(last, last.text + item.text)
        else:
            joined.append(item)
    tidy = (_in_style(item, re.sub(r"[ \t\n]+", " ", item.text)) if isinstance(item, Text) else item for item in joined)
    content = [item for item in tidy if not (isinstance(item, Text) and not item.text)]
    if content and isinstance(content[0], Text):
        content[0] = _in_style(content[0], content[0].text.lstrip(" "))
    if content and isinstance(content[-1], Text):
        content[-1] = _in_style(content[-1], content[-1].text.rstrip(" "))
    return tuple(item for item in content if not (isinstance(item, Text) and not item.text))


def _in_style(style: Text, text: str) -> Text:
    return Text(text, style.bold, style.italic, style.language)


def _style(text: Text) -> tuple[bool, bool, str | None]:
    return text.bold, text.italic, text.language


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]
