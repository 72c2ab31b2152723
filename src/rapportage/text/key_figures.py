"""Cards with key figures."""

from __future__ import annotations

from rapportage.document import KeyFigure, KeyFigures
from rapportage.figures.period import TimePeriod
from rapportage.input.specs.blocks.chart import CardSpec
from rapportage.input.specs.layout import KeyFiguresSpec
from rapportage.text.anchors import BlockNotes
from rapportage.text.language.outcome import WAITING, whole
from rapportage.text.language.sources import source_content
from rapportage.text.language.text import TextResolver
from rapportage.text.series.trends import trend

MOST_CARDS = 12


def key_figures(
    spec: KeyFiguresSpec, id: str, text: TextResolver, notes: BlockNotes, edition: TimePeriod
) -> KeyFigures | None:
    """The cards, or None when one is faulty or there are too many, which was then reported."""
    if not 1 <= len(spec.cards) <= MOST_CARDS:
        message = f"kerncijfers zijn 1 tot en met {MOST_CARDS} kaarten"
        text.findings.error("T423", message, spec.node.span)
        return None
    text = text.running()
    text.used.take()
    cards = whole(_card(card, f"{id}-{place}", text, edition) for place, card in enumerate(spec.cards, 1))
    if cards is None:
        return None
    return KeyFigures(cards, source_content(text.used.take()), spec.node.span, tuple(notes.notes.values()))


def _card(spec: CardSpec, id: str, text: TextResolver, edition: TimePeriod) -> KeyFigure | None:
    head, value = text.required(spec.head), text.required(spec.value)
    detail = text.content(spec.detail) if spec.detail else ()
    course = trend(spec.trend, id, "", text, edition) if spec.trend else WAITING
    if head is None or value is None or detail is None or course is None:
        return None
    return KeyFigure(head, value, detail, None if course is WAITING else course)
