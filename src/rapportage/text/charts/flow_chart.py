"""Flow diagrams: what the arrows lead to, what is wrong with them, and the steps as words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from rapportage.diagnostics.suggestion import suggest
from rapportage.document import FlowArrow, FlowDiagram, FlowStep, as_words, flow_words
from rapportage.input.specs.blocks.flow_chart import ArrowSpec, FlowSpec, StepSpec
from rapportage.text.language.outcome import whole
from rapportage.text.language.text import TextResolver

MOST_STEPS = 25
LONGEST_STEP, LONGEST_LABEL = 120, 20
"""In characters."""


def flow_diagram(spec: FlowSpec, id: str, label: str, text: TextResolver) -> FlowDiagram | None:
    """The diagram; None when it is faulty, which was then reported."""
    caption = text.required(spec.title)
    if not 2 <= len(spec.steps) <= MOST_STEPS:
        message = f"een stroomschema heeft 2 tot en met {MOST_STEPS} stappen, en dit heeft er {len(spec.steps)}"
        text.findings.error("T435", message, spec.node.span, "verdeel het over meer schema's")
        return None
    lanes = whole([text.words(lane) for lane in spec.lanes])
    places = _places(spec, text)
    named = None if lanes is None else _lanes(spec, lanes)
    steps = whole([_step(step, named, text) for step in spec.steps])
    arrows = whole(_arrows(spec, places, text))
    if caption is None or lanes is None or steps is None or arrows is None or len(places) < len(spec.steps):
        return None
    if not all([_all_reached(spec, arrows, text), _is_acyclic(spec, arrows, text)]):
        return None
    told = text.told(spec.alternative) if spec.alternative else flow_words(steps, arrows, lanes)
    if told is None:
        return None
    return FlowDiagram(id, label, caption, steps, arrows, lanes, as_words(told), told, spec.node.span)


def _places(spec: FlowSpec, text: TextResolver) -> Mapping[str, int]:
    """Where each step is, by its name; a name that is there twice is reported, and given once."""
    places: dict[str, int] = {}
    for place, step in enumerate(spec.steps):
        if step.id.text in places:
            first = spec.steps[places[step.id.text]].id.span
            message = f"de stap '{step.id.text[:60]}' is er al: {first}"
            text.findings.error("T433", message, step.id.span, "geef elke stap een eigen naam")
        places.setdefault(step.id.text, place)
    return places


def _lanes(spec: FlowSpec, lanes: tuple[str, ...]) -> Mapping[str, int]:
    """The place of each lane by its name, as it is written and as it comes out."""
    written = {lane.text: place for place, lane in enumerate(spec.lanes)}
    return written | {lane: place for place, lane in enumerate(lanes)}


def _step(spec: StepSpec, lanes: Mapping[str, int] | None, text: TextResolver) -> FlowStep | None:
    content = text.told(spec.text)
    size = len(as_words(content or ()))
    lane = spec.lane.text if spec.lane else None
    if size > LONGEST_STEP:
        message = f"een stap heeft hoogstens {LONGEST_STEP} tekens, en deze heeft er {size}"
        text.findings.error("T436", message, spec.text.span, "zet de uitleg in de tekst")
        content = None
    if lanes is None or content is None:
        return None
    if spec.lane is not None and lane not in lanes:
        message = f"er is geen baan '{spec.lane.text[:60]}'"
        text.findings.error("T432", message, spec.lane.span, suggest(spec.lane.text, lanes))
        return None
    if spec.lane is None and lanes:
        text.findings.error("T432", "deze stap heeft geen baan", spec.node.span, f"baan: {next(iter(lanes))}")
        return None
    return FlowStep(content, spec.kind, None if lane is None else lanes[lane])


def _arrows(spec: FlowSpec, places: Mapping[str, int], text: TextResolver) -> Iterator[FlowArrow | None]:
    """The arrows; None for one that is faulty, which was reported."""
    for place, step in enumerate(spec.steps):
        if step.arrows is None:
            if step.kind != "einde" and place + 1 < len(spec.steps):
                yield FlowArrow(place, place + 1)
            continue
        drawn: set[int] = set()
        for arrow in step.arrows:
            made = _arrow(arrow, place, places, text)
            if made is not None and made.target in drawn:
                message = f"twee pijlen leiden van '{step.id.text[:60]}' naar '{arrow.target.text[:60]}'"
                text.findings.error("T433", message, arrow.node.span, "neem ze samen in één pijl")
                made = None
            if made is not None:
                drawn.add(made.target)
            yield made


def _arrow(spec: ArrowSpec, place: int, places: Mapping[str, int], text: TextResolver) -> FlowArrow | None:
    target = places.get(spec.target.text)
    content = text.told(spec.label)
    if target is None:
        message = f"er is geen stap '{spec.target.text[:60]}'"
        text.findings.error("T431", message, spec.target.span, suggest(spec.target.text, places))
    elif content is not None and len(as_words(content)) > LONGEST_LABEL:
        message = f"bij een pijl staan hoogstens {LONGEST_LABEL} tekens"
        text.findings.error("T436", message, (spec.label or spec.target).span, "zet de uitleg in de tekst")
    elif content is not None:
        return FlowArrow(place, target, content)
    return None


def _all_reached(spec: FlowSpec, arrows: tuple[FlowArrow, ...], text: TextResolver) -> bool:
    """A step that nothing leads to is a slip, but for the first and those that begin."""
    reached = {arrow.target for arrow in arrows}
    lost = [step for place, step in enumerate(spec.steps) if place and place not in reached and step.kind != "begin"]
    for step in lost:
        hint = "laat een stap ernaar leiden met 'naar', of geef haar 'soort: begin'"
        text.findings.error("T434", f"geen stap leidt naar '{step.id.text[:60]}'", step.id.span, hint)
    return not lost


def _is_acyclic(spec: FlowSpec, arrows: tuple[FlowArrow, ...], text: TextResolver) -> bool:
    sorter: TopologicalSorter[int] = TopologicalSorter({place: set() for place in range(len(spec.steps))})
    for arrow in arrows:
        sorter.add(arrow.target, arrow.source)
    try:
        sorter.prepare()
    except CycleError as error:
        names = [spec.steps[place].id.text for place in error.args[1]]
        message = f"dit stroomschema loopt in een kring: {' → '.join(names)}"
        span = spec.steps[error.args[1][0]].id.span
        text.findings.error("T430", message, span, "laat een pijl weg, en zeg in de tekst dat de stap zich herhaalt")
        return False
    return True
