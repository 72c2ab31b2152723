"""Flow diagrams: steps, and the arrows between them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document.inline import Content, as_words

StepKind = Literal["stap", "besluit", "begin", "einde"]


class FlowStep(Struct, frozen=True):
    """`lane` is the place of its lane; None in a diagram without lanes."""

    content: Content
    kind: StepKind
    lane: int | None = None

    @property
    def text(self) -> str:
        """Its words, as they are drawn."""
        return as_words(self.content)


class FlowArrow(Struct, frozen=True):
    """From one step to another, both by their place; `content` says when that way is taken."""

    source: int
    target: int
    content: Content = ()

    @property
    def label(self) -> str:
        """Its words, as they are drawn."""
        return as_words(self.content)


class FlowDiagram(Struct, frozen=True):
    """No arrow leads back. `alternative` gives the steps in order, for those who do not see the diagram."""

    id: str
    label: str
    caption: Content
    steps: tuple[FlowStep, ...]
    arrows: tuple[FlowArrow, ...]
    lanes: tuple[str, ...]
    alternative: str
    told: Content = ()
    """The alternative text with its figures."""
    origin: Span | None = None
