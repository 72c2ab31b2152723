"""A comparison as one HTML page, readable with a screen reader and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape

from rapportage.proof.comparing.as_text import input_words, shown, summary, where
from rapportage.proof.comparing.comparison import Comparison, FigureChange, StatementChange
from rapportage.proof.tracing import html_page, html_table


def as_html(comparison: Comparison) -> str:
    """The page, whole: it fetches nothing."""
    return html_page(f"Vergelijking: {comparison.old} → {comparison.new}", _body(comparison))


def _body(comparison: Comparison) -> Iterator[str]:
    yield f"<p>{escape(summary(comparison))}.</p>"
    if comparison.figures:
        yield "<h2>Cijfers</h2>"
        heads: tuple[str, ...] = ("Waar", "Wat", "Was", "Is", "Zin of cel", "Gegevens")
        yield from html_table("Cijfers die anders zijn, nieuw of vervallen", heads, map(_figure, comparison.figures))
    if comparison.statements:
        yield "<h2>Zinnen</h2>"
        heads = ("Waar", "Wat", "Was", "Is")
        rows = map(_statement, comparison.statements)
        yield from html_table("Zinnen die iets anders zeggen, nieuw zijn of vervallen", heads, rows)


def _figure(each: FigureChange) -> tuple[str, ...]:
    inputs = "".join(f"<li>{escape(input_words(change))}</li>" for change in each.inputs)
    place = " › ".join((*each.here.place.headings[:1], where(each)))
    return (
        escape(place),
        each.change.value,
        escape(shown(each.was)),
        escape(shown(each.now)),
        escape(each.here.context),
        f"<ul>{inputs}</ul>" if inputs else "",
    )


def _statement(each: StatementChange) -> tuple[str, ...]:
    was, now = each.was.text if each.was else "", each.now.text if each.now else ""
    return escape(where(each)), each.change.value, *(_marked(was, now) if was and now else (escape(was), escape(now)))


def _marked(was: str, now: str) -> tuple[str, str]:
    """Both texts with the words marked that the other lacks."""
    before, after = was.split(" "), now.split(" ")
    left: list[str] = []
    right: list[str] = []
    for tag, one, two, three, four in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for words, out in ((before[one:two], left), (after[three:four], right)):
            text = escape(" ".join(words))
            if text:
                out.append(text if tag == "equal" else f"<mark>{text}</mark>")
    return " ".join(left), " ".join(right)
