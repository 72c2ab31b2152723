"""Cards with key figures."""

from __future__ import annotations

from rapportage.cube.period import TimePeriod
from rapportage.document import KeyFigure, KeyFigures
from rapportage.resolve.sources import source_content
from rapportage.resolve.text import TextResolver
from rapportage.resolve.trends import trend
from rapportage.specs.chart import CardSpec
from rapportage.specs.layout import KeyFiguresSpec

MOST_CARDS = 12


def key_figures(spec: KeyFiguresSpec, id: str, text: TextResolver, edition: TimePeriod) -> KeyFigures | None:
    """The cards, or None when there are none or too many, which was then reported."""
    if not 1 <= len(spec.cards) <= MOST_CARDS:
        message = f"kerncijfers zijn 1 tot en met {MOST_CARDS} kaarten"
        text.findings.error("T423", message, spec.node.span)
        return None
    text = text.running()
    text.used.take()
    cards = tuple(_card(card, f"{id}-{place}", text, edition) for place, card in enumerate(spec.cards, 1))
    return KeyFigures(cards, source_content(text.used.take()), spec.node.span)


def _card(spec: CardSpec, id: str, text: TextResolver, edition: TimePeriod) -> KeyFigure:
    return KeyFigure(
        text.required(spec.head),
        text.required(spec.value),
        text.content(spec.detail) if spec.detail else (),
        trend(spec.trend, id, "", text, edition) if spec.trend else None,
    )
