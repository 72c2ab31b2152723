"""Puts `{% if %}` and `{% for %}` together with what belongs to them, and says what is left open or closes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from msgspec import Struct, field

from rapportage.diagnostics.own_names import PARTED
from rapportage.diagnostics.suggestion import suggest
from rapportage.text.language.syntax.expression import MAX_LEVELS, Expression, Vocabulary
from rapportage.text.language.syntax.template import Branch, Choice, Loop, Part, Unread

LOOP = "loop"
"""What an expression within a loop asks of the turn itself: `loop.eerste`."""
EXAMPLE = f"bijvoorbeeld: {{% for rij in {PARTED} | top(5) %}} … {{% endfor %}}"
_STATEMENTS = ("if", "elif", "else", "endif", "for", "endfor")
_CLOSES = {"endif": "if", "endfor": "for"}
_WORD = re.compile(r"\s*(\S*)\s*")
_FOR = re.compile(r"(?P<name>\S+?)\s+in\s+(?=\S)")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TAKEN = frozenset((LOOP, "if", "else", "in", "is", "and", "or", "not", "true", "false", "none"))
_HINTS = {
    "set": "een naam geven kan niet; schrijf de uitdrukking waar u haar nodig hebt",
    "-": "laat het streepje weg: een regel met alleen {% … %} verdwijnt vanzelf",
    "include": "een ander bestand invoegen kan niet; gebruik een blok 'passage'",
    "raw": "schrijf \\{ voor een accolade in de tekst",
    "als": "schrijf: {% if … %}",
    "anders": "schrijf: {% else %}",
    "einde": "schrijf: {% endif %} of {% endfor %}",
    "end": "schrijf: {% endif %} of {% endfor %}",
    "voor": EXAMPLE,
    "elke": EXAMPLE,
    "per": EXAMPLE,
}

Report = Callable[[int, int, str, str, str | None], None]
"""A fault: its offset in the text and its length, code, message and hint."""
Parse = Callable[[str, int], Expression | Unread]


def why_no_name(name: str, known: Container[str]) -> str | None:
    """What is wrong with a name for the figures of a row, where others are `known`; None for a good one."""
    if _NAME.fullmatch(name) is None:
        return f"'{name[:60]}' kan geen naam zijn: die heeft kleine letters, cijfers en _"
    return f"de naam '{name[:60]}' is hier al iets anders" if name in _TAKEN or name in known else None


class _Open(Struct):
    """A branch or loop that is being read. One with a faulty head is kept, so that its content is checked too."""

    keyword: str
    offset: int
    source: str = ""
    """What is said behind the word that opened it: the condition, or the name and the row."""
    condition: Expression | Unread | None = None
    parts: list[Part] = field(default_factory=list)
    earlier: list[Branch] = field(default_factory=list)
    loop: str | None = None
    """The name in a loop; also behind its 'else'."""
    turns: tuple[Part, ...] | None = None
    """Behind the 'else' of a loop: what is in the loop."""
    first: int = 0
    """Where it was opened, before any 'else'."""

    @property
    def opener(self) -> str:
        return "if" if self.loop is None else "for"

    def closed(self) -> Choice | Loop:
        if self.loop is None:
            return Choice((*self.earlier, Branch(self.condition, tuple(self.parts))), self.first)
        row = self.condition or Unread(self.first)
        body = tuple(self.parts) if self.turns is None else self.turns
        return Loop(self.loop, row, body, None if self.turns is None else tuple(self.parts), self.first)


class Statements:
    """What was opened and not yet closed, with the parts that were read so far."""

    def __init__(self, vocabulary: Vocabulary, parse: Parse, report: Report) -> None:
        self._known = vocabulary
        self._parse = parse
        self._report = report
        self._stack = [_Open("", 0)]

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that are known where the reader is: also those of the loops around it."""
        names = self._loop_names()
        if not names:
            return self._known
        return Vocabulary((*names, LOOP, *self._known.names), self._known.filters, self._known.functions)

    def _loop_names(self) -> list[str]:
        return [each.loop for each in self._stack if each.loop and each.turns is None]

    def add(self, part: Part) -> None:
        self._stack[-1].parts.append(part)

    def end(self) -> tuple[Part, ...]:
        """All parts of the text; what is still open is reported."""
        while len(self._stack) > 1:
            self._unclosed()
        return tuple(self._stack[0].parts)

    def read(self, source: str, offset: int) -> None:
        """What is between {% and %}; `offset` is where that begins in the text."""
        word = _WORD.match(source)
        keyword, start, end = (word[1], word.start(1), word.end()) if word else ("", 0, 0)
        place, rest = offset + start, source[end:]
        if keyword in ("else", "endif", "endfor") and rest:
            words = rest.strip()
            hint = f"schrijf: {{% elif {words[3:]} %}}" if keyword == "else" and words.startswith("if ") else None
            self._report(offset + end, len(rest.rstrip()), "T110", f"na '{keyword}' hoort niets", hint)
        match keyword:
            case "if":
                self._open(_Open("if", place, rest.strip(), self._parse(rest, offset + end), first=place))
            case "for":
                self._open(self._loop(rest, offset + end, place))
            case "elif" | "else":
                self._other(keyword, rest, offset + end, place)
            case "endif" | "endfor":
                self._close(keyword, place)
            case _:
                hint = _HINTS.get(keyword) or suggest(keyword, _STATEMENTS)
                self._report(place, len(keyword), "T109", f"'{{% {keyword} %}}' kan niet", hint)

    def opened_unread(self, keyword: str, offset: int) -> None:
        """What was opened with a head that can't be read, which was reported: so that its end is no fault."""
        loop = "" if keyword == "for" else None
        self._open(_Open(keyword, offset, "…", Unread(offset), loop=loop, first=offset))

    def _open(self, opened: _Open) -> None:
        if len(self._stack) > MAX_LEVELS:
            message = f"meer dan {MAX_LEVELS} keer 'if' en 'for' in elkaar"
            self._report(opened.offset, len(opened.keyword), "T110", message, None)
        self._stack.append(opened)

    def _loop(self, source: str, offset: int, place: int) -> _Open:
        """`rij in eerste_aanvragen | top(5)`."""
        opened = _Open("for", place, source.strip(), loop="", first=place)
        found = _FOR.match(source)
        if found is None:
            length = max(1, len(source.rstrip()))
            lacking = "na 'for' hoort een naam, dan 'in', en dan een rij cijfers"
            self._report(offset if source.strip() else place, length, "T110", lacking, EXAMPLE)
            return opened
        name = found["name"]
        opened.loop = name
        opened.condition = self._parse(source[found.end() :], offset + found.end())
        message = why_no_name(name, self.vocabulary.names)
        if message is not None:
            row = source[found.end() :].strip()
            hint = f"kies een andere naam: {{% for {self._free()} in {row} %}}"
            self._report(offset + found.start("name"), len(name), "T110", message, hint)
        return opened

    def _free(self) -> str:
        """A name that is nothing else here."""
        names = ("rij", "deel", "onderdeel", *(f"rij{number}" for number in range(2, MAX_LEVELS + 2)))
        return next((name for name in names if name not in self.vocabulary.names), names[0])

    def _other(self, keyword: str, source: str, offset: int, place: int) -> None:
        """'elif' or 'else': another branch of the choice that is open, or what is there where a loop has no turns."""
        condition = self._parse(source, offset) if keyword == "elif" else None
        top = self._stack[-1]
        if len(self._stack) == 1 or (keyword == "elif" and top.loop is not None):
            needed = "'if'" if keyword == "elif" else "'if' of 'for'"
            self._report(place, len(keyword), "T110", f"'{keyword}' zonder {needed} ervoor", None)
        elif top.keyword == "else":
            self._report(place, len(keyword), "T110", f"'{keyword}' na 'else'", None)
        elif top.loop is not None:
            self._stack[-1] = _Open(
                "else", place, top.source, top.condition, loop=top.loop, turns=tuple(top.parts), first=top.first
            )
        else:
            earlier = [*top.earlier, Branch(top.condition, tuple(top.parts))]
            self._stack[-1] = _Open(keyword, place, top.source, condition, earlier=earlier, first=top.first)

    def _close(self, keyword: str, place: int) -> None:
        """What is still open within that which is closed lacks its end."""
        opener = _CLOSES[keyword]
        if all(each.opener != opener for each in self._stack[1:]):
            hint = None
            if len(self._stack) > 1:
                open_now = self._stack[-1].opener
                hint = f"bedoelt u {{% end{open_now} %}}? Open is: {{% {open_now} {self._stack[-1].source} %}}"
            self._report(place, len(keyword), "T110", f"'{keyword}' zonder '{opener}' ervoor", hint)
            return
        while self._stack[-1].opener != opener:
            self._unclosed()
        self._pop()

    def _unclosed(self) -> None:
        last = self._stack[-1]
        ending = f"{{% end{last.opener} %}}"
        hint = f"zet {ending} waar dit eindigt: {{% {last.opener} {last.source} %}} … {ending}"
        self._report(last.first, len(last.opener), "T110", f"'{last.opener}' zonder 'end{last.opener}'", hint)
        self._pop()

    def _pop(self) -> None:
        """What was open last becomes a part of what is around it; deeper than is allowed, none is made of it."""
        is_deep = len(self._stack) > MAX_LEVELS + 1
        last = self._stack.pop()
        self._stack[-1].parts.append(Unread(last.first) if is_deep else last.closed())
