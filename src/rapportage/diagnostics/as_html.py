"""Findings in a notebook: a list in HTML, with what each is about marked in its line."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from rapportage.diagnostics.finding import Finding
from rapportage.diagnostics.render import cut, how_many_more, quoted, shown, summary
from rapportage.diagnostics.resting import rest_words
from rapportage.diagnostics.selection import More


def as_html(findings: Collection[Finding]) -> str:
    """The counts, and each finding with its place, its line and a tip; of very many the first of each kind."""
    items = "".join(f"<li>{_item(each)}</li>\n" for each in shown(findings))
    listed = f"<ul>\n{items}</ul>\n" if items else ""
    return f'<div lang="nl">\n<p><strong>{summary(findings)}</strong></p>\n{listed}</div>\n'


def _item(item: Finding | More) -> str:
    if isinstance(item, More):
        return escape(how_many_more(item))
    place = f"<code>{escape(str(item.span))}</code>: " if item.span else ""
    said = f"{place}{item.severity.value}[{item.code}] {escape(cut(item.message))}"
    hint = f"<br>Tip: {escape(cut(item.hint))}" if item.hint else ""
    hint += f"<br>{rest_words(item.resting)}" if item.resting else ""
    if item.span is None or not item.span.file.line(item.span.line):
        return said + hint
    before, inside, after = map(escape, quoted(item.span))
    return f"{said}<br><code>{before}<mark>{inside}</mark>{after}</code>{hint}"
