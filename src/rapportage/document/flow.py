"""Flow diagrams: steps, and the arrows between them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document.inline import Content

StepKind = Literal["stap", "besluit", "begin", "einde"]


class FlowStep(Struct, frozen=True):
    """`lane` is the place of its lane; None in a diagram without lanes."""

    text: str
    kind: StepKind
    lane: int | None = None


class FlowArrow(Struct, frozen=True):
    """From one step to another, both by their place; `label` says when that way is taken."""

    source: int
    target: int
    label: str = ""


class FlowDiagram(Struct, frozen=True):
    """No arrow leads back. `alternative` tells the steps in order, for those who do not see the diagram."""

    id: str
    label: str
    caption: Content
    steps: tuple[FlowStep, ...]
    arrows: tuple[FlowArrow, ...]
    lanes: tuple[str, ...]
    alternative: str
    told: Content = ()
    """The alternative text with its figures, where the layout gives it."""
    origin: Span | None = None
