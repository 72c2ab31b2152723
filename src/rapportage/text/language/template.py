"""Splits a text of the user into words, places for figures `{{ … }}` and choices `{% if … %}`, with exact offsets."""

from __future__ import annotations

import re

from msgspec import Struct, field

from rapportage.diagnostics import Findings
from rapportage.diagnostics.suggestion import suggest
from rapportage.input.loading.nodes import Scalar
from rapportage.text.language.expression import MAX_LEVELS, Expression, Vocabulary, parse_expression

_TAG = re.compile(
    r"\{\{(?P<expression>(?:(?!\{\{|\{%).)*?)\}\}"
    r"|\{%(?P<statement>(?:(?!\{\{|\{%).)*?)%\}"
    r"|\{\#.*?\#\}"
    r"|(?P<stray>\{\{|\{%|\{\#|\}\}|%\})",
    re.DOTALL,
)
_SINGLE = re.compile(r"(?<!\\)\{\s*(?P<name>[a-z][a-z0-9_]*)[^{}\n]*\}")
"""A name of a figure within single braces: the reader would see it as typed."""
_WORD = re.compile(r"\s*(\S*)\s*")
_STRAY = {
    "{{": "'{{' zonder '}}' erachter",
    "{%": "'{%' zonder '%}' erachter",
    "{#": "'{#' zonder '#}' erachter",
    "}}": "'}}' zonder '{{' ervoor",
    "%}": "'%}' zonder '{%' ervoor",
}
_HINTS = {
    "for": "herhalen kan niet; gebruik een tabel, of {{ eerste_aanvragen | top(5) | opsomming }}",
    "set": "een naam geven kan niet; schrijf de uitdrukking waar u haar nodig hebt",
    "-": "laat het streepje weg: een regel met alleen {% … %} verdwijnt vanzelf",
    "include": "een ander bestand invoegen kan niet; gebruik een blok 'passage'",
    "raw": "schrijf \\{ voor een accolade in de tekst",
}


class Literal(Struct, frozen=True):
    """Words as typed; `offset` is where they are in the text of the scalar."""

    text: str
    offset: int


class Branch(Struct, frozen=True):
    """`condition` is None for 'else'."""

    condition: Expression | None
    parts: tuple[Part, ...]


class Choice(Struct, frozen=True):
    """The first branch whose condition holds is taken; none may hold."""

    branches: tuple[Branch, ...]


Part = Literal | Expression | Choice


class Template(Struct, frozen=True):
    scalar: Scalar
    parts: tuple[Part, ...]


class _Open(Struct):
    """A branch that is being read. A branch with a faulty condition is kept, so that its content is checked too."""

    keyword: str
    offset: int
    condition: Expression | None = None
    parts: list[Part] = field(default_factory=list)
    earlier: list[Branch] = field(default_factory=list)

    def close(self) -> list[Branch]:
        return [*self.earlier, Branch(self.condition, tuple(self.parts))]


def parse_template(scalar: Scalar, vocabulary: Vocabulary, findings: Findings) -> Template | None:
    """The parts of the text, or None when there are faults: all of them are reported, each at its place."""
    return _Reader(scalar, vocabulary, findings).read()


class _Reader:
    def __init__(self, scalar: Scalar, vocabulary: Vocabulary, findings: Findings) -> None:
        self.scalar = scalar
        self.text = scalar.text
        self.vocabulary = vocabulary
        self.findings = findings
        self.stack = [_Open("", 0)]
        self.faulty = False

    def read(self) -> Template | None:
        position = 0
        for tag in _TAG.finditer(self.text):
            start, end = tag.span()
            if tag["expression"] is None and tag["stray"] is None:
                start, end = _whole_line(self.text, start, end)
            self._literal(position, start)
            position = end
            if tag["stray"] is not None:
                self._fault(tag.start(), 2, "T108", _STRAY[tag["stray"]], "zet een backslash voor een losse accolade")
            elif tag["expression"] is not None:
                expression = self._expression(tag["expression"], tag.start("expression"))
                if expression:
                    self.stack[-1].parts.append(expression)
            elif tag["statement"] is not None:
                self._statement(tag["statement"], tag.start("statement"))
        self._literal(position, len(self.text))
        for unclosed in self.stack[1:]:
            self._fault(unclosed.offset, len(unclosed.keyword), "T110", f"'{unclosed.keyword}' zonder 'endif'")
        return None if self.faulty else Template(self.scalar, tuple(self.stack[0].parts))

    def _literal(self, start: int, end: int) -> None:
        for lost in _SINGLE.finditer(self.text, start, end):
            if lost["name"] in self.vocabulary.names:
                hint = f"schrijf {{{{ {lost['name']} }}}}, met twee accolades"
                self._fault(lost.start(), len(lost[0]), "T108", f"{lost[0]} is geen uitdrukking", hint)
        if start < end:
            self.stack[-1].parts.append(Literal(self.text[start:end], start))

    def _expression(self, source: str, offset: int) -> Expression | None:
        if source.startswith("-"):
            hint = "zet een spatie voor een minteken; witruimte weghalen hoeft niet"
            self._fault(offset, 1, "T108", "'{{-' kan niet", hint)
            return None
        expression, faults = parse_expression(source, offset, self.vocabulary)
        for fault in faults:
            self._fault(offset + (fault.offset or 0), fault.length, fault.code, fault.message, fault.hint)
        return expression

    def _statement(self, source: str, offset: int) -> None:
        word = _WORD.match(source)
        keyword, start, end = (word[1], word.start(1), word.end()) if word else ("", 0, 0)
        place, length = offset + start, len(keyword)
        if keyword in ("if", "elif"):
            condition = self._expression(source[end:], offset + end)
        elif source[end:] and keyword in ("else", "endif"):
            self._fault(offset + end, len(source[end:].rstrip()), "T110", f"na '{keyword}' hoort niets")
        if keyword == "if":
            if len(self.stack) > MAX_LEVELS:
                self._fault(place, length, "T110", f"meer dan {MAX_LEVELS} keer 'if' in elkaar")
            self.stack.append(_Open("if", place, condition))
        elif keyword in ("elif", "else", "endif") and len(self.stack) == 1:
            self._fault(place, length, "T110", f"'{keyword}' zonder 'if' ervoor")
        elif keyword in ("elif", "else") and self.stack[-1].keyword == "else":
            self._fault(place, length, "T110", f"'{keyword}' na 'else'")
        elif keyword == "elif":
            self.stack.append(_Open("elif", place, condition, earlier=self.stack.pop().close()))
        elif keyword == "else":
            self.stack.append(_Open("else", place, earlier=self.stack.pop().close()))
        elif keyword == "endif":
            choice = Choice(tuple(self.stack.pop().close()))
            self.stack[-1].parts.append(choice)
        else:
            hint = _HINTS.get(keyword) or suggest(keyword, ("if", "elif", "else", "endif"))
            self._fault(place, length, "T109", f"'{{% {keyword} %}}' kan niet", hint)

    def _fault(self, offset: int, length: int, code: str, message: str, hint: str | None = None) -> None:
        self.faulty = True
        self.findings.error(code, message, self.scalar.span_at(offset, max(1, length)), hint)


def _whole_line(text: str, start: int, end: int) -> tuple[int, int]:
    """The tag, or its whole line with the line end where it stands alone on it: it should leave no empty line."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if text[line_start:start].strip() or text[end:line_end].strip():
        return start, end
    return line_start, min(line_end + 1, len(text))
