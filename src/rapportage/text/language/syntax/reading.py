"""Reads a text of the user: finds what is between {{ }} and {% %}, with exact offsets, and what was left open."""

from __future__ import annotations

import re

from rapportage.diagnostics import Findings
from rapportage.input.loading.nodes import Scalar
from rapportage.text.language.syntax.expression import Expression, Vocabulary, is_readable, parse_expression
from rapportage.text.language.syntax.mending import begun, shortened
from rapportage.text.language.syntax.statements import Statements
from rapportage.text.language.syntax.template import Literal, Template, Unread

_TAG = re.compile(
    r"\{\{(?P<expression>(?:(?!\{\{|\{%).)*?)\}\}"
    r"|\{%(?P<statement>(?:(?!\{\{|\{%).)*?)%\}"
    r"|\{\#.*?\#\}"
    r"|(?P<stray>\{\{|\{%|\{\#|\}\}|%\})",
    re.DOTALL,
)
_SINGLE = re.compile(r"(?<!\\)\{\s*(?P<name>[a-z][a-z0-9_]*)[^{}\n]*\}")
"""A name of a figure within single braces: the reader would see it as typed."""
_ONLY_TAGS = re.compile(r"(?:\s|\{%(?:(?!\{\{|\{%).)*?%\}|\{\#.*?\#\})*", re.DOTALL)
_OPENED = re.compile(r"[ \t]*(if|for)\b([^\n{]*)")
_STRAY = {
    "{{": "'{{' zonder '}}' erachter",
    "{%": "'{%' zonder '%}' erachter",
    "{#": "'{#' zonder '#}' erachter",
    "}}": "'}}' zonder '{{' ervoor",
    "%}": "'%}' zonder '{%' ervoor",
}
_BACKSLASH = "zet een backslash voor een losse accolade"


def parse_template(scalar: Scalar, vocabulary: Vocabulary, findings: Findings) -> Template:
    """The parts of the text; all faults are reported, each at its place, and what is sound is there all the same."""
    return _Reader(scalar, vocabulary, findings).read()


class _Reader:
    def __init__(self, scalar: Scalar, vocabulary: Vocabulary, findings: Findings) -> None:
        self.scalar = scalar
        self.text = scalar.text
        self.findings = findings
        self.is_whole = True
        self.statements = Statements(vocabulary, self._expression, self._fault)

    def read(self) -> Template:
        position = 0
        for tag in _TAG.finditer(self.text):
            if tag.start() < position:  # within what was taken for the rest of something left open
                continue
            start, end = tag.span()
            if tag["expression"] is None and tag["stray"] is None:
                start, end = _whole_line(self.text, start, end)
            self._literal(position, start)
            position = max(position, end)
            if tag["stray"] is not None:
                position = self._stray(tag["stray"], tag.start())
            elif tag["expression"] is not None:
                self.statements.add(self._expression(tag["expression"], tag.start("expression")))
            elif tag["statement"] is not None:
                self.statements.read(tag["statement"], tag.start("statement"))
        self._literal(position, len(self.text))
        parts = self.statements.end()
        return Template(self.scalar, parts, self.is_whole)

    def _stray(self, sign: str, start: int) -> int:
        """Reports a sign that opens or closes nothing; gives where what it was meant for ends."""
        inner = start + len(sign)
        meant = begun(self.text[inner:], sign) if sign in ("{{", "{%") else None
        opened = _OPENED.match(self.text, inner) if sign == "{%" and meant is None else None
        if opened is not None:
            head = shortened(opened[2], is_readable) if opened[1] == "if" else None
            self._fault(start, len(sign), "T108", _STRAY[sign], f"schrijf: {{% {opened[1]} {head or '…'} %}}")
            self.statements.opened_unread(opened[1], inner)
            return opened.end()
        if meant is None:
            is_double = sign == "{{" and self.text[inner:].lstrip().startswith("{{")
            hint = "één keer {{ en }} is genoeg" if is_double else _BACKSLASH
            self._fault(start, len(sign), "T108", _STRAY[sign], hint)
            self.statements.add(Unread(start))
            return inner
        closing = {"{{": "}}", "{%": "%}"}[sign]
        hint = f"schrijf: {sign} {meant.source} {closing}"
        self._fault(start, len(sign), "T108", _STRAY[sign], hint)
        if sign == "{%":
            self.statements.read(meant.source, inner + meant.start)
        else:
            self._expression(meant.source, inner + meant.start)
            self.statements.add(Unread(start))
        return inner + meant.end

    def _literal(self, start: int, end: int) -> None:
        known = self.statements.vocabulary.names
        for lost in _SINGLE.finditer(self.text, start, end):
            if lost["name"] in known:
                hint = f"schrijf {{{lost[0]}}}, met twee accolades"
                self._fault(lost.start(), len(lost[0]), "T108", f"{lost[0]} is geen uitdrukking", hint)
        if start < end:
            self.statements.add(Literal(self.text[start:end], start))

    def _expression(self, source: str, offset: int) -> Expression | Unread:
        if source.startswith("-"):
            hint = "zet een spatie voor een minteken; witruimte weghalen hoeft niet"
            self._fault(offset, 1, "T108", "'{{-' kan niet", hint)
            return Unread(offset)
        expression, faults = parse_expression(source, offset, self.statements.vocabulary)
        for fault in faults:
            self._fault(offset + (fault.offset or 0), fault.length, fault.code, fault.message, fault.hint)
        return expression or Unread(offset)

    def _fault(self, offset: int, length: int, code: str, message: str, hint: str | None = None) -> None:
        self.is_whole = False
        self.findings.error(code, message, self.scalar.span_at(offset, max(1, length)), hint)


def _whole_line(text: str, start: int, end: int) -> tuple[int, int]:
    """The tag, or its part of a line that holds nothing but such tags, with the line end: it leaves no empty line."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if not (_ONLY_TAGS.fullmatch(before) and _ONLY_TAGS.fullmatch(after)):
        return start, end
    begin = line_start + len(before.rstrip())
    return begin, end if after.strip() else min(line_end + 1, len(text))
