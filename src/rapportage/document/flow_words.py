"""A flow diagram in words: its steps in order, and where each leads when that is not the next one."""

from __future__ import annotations

from rapportage.document.flow_chart import FlowArrow, FlowStep
from rapportage.document.inline import Content, Text, Value, as_words
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.words.lists import enumeration


def flow_words(steps: tuple[FlowStep, ...], arrows: tuple[FlowArrow, ...], lanes: tuple[str, ...]) -> Content:
    """'Stroomschema in 3 stappen. 1. Aanvraag. 2. Besluit; bij 'ja' verder met stap 3 …', figures being figures."""
    parts: list[Text | Value] = [Text(spoken_language().schemes.steps(len(steps)))]
    for place in range(len(steps)):
        parts += [Text(f". {place + 1}. "), *_step(place, steps, arrows, lanes)]
    return _joined([*parts, Text(".")])


def step_words(
    place: int, steps: tuple[FlowStep, ...], arrows: tuple[FlowArrow, ...], lanes: tuple[str, ...]
) -> Content:
    """One step as it is said there, for where each is a point of a list: without its number and full stop."""
    return _joined(_step(place, steps, arrows, lanes))


def _step(
    place: int, steps: tuple[FlowStep, ...], arrows: tuple[FlowArrow, ...], lanes: tuple[str, ...]
) -> list[Text | Value]:
    step = steps[place]
    lane = [Text(f" ({lanes[step.lane]})")] if step.lane is not None else []
    return [*_unended(step.content), *lane, *_onward(place, [arrow for arrow in arrows if arrow.source == place])]


def _onward(place: int, arrows: list[FlowArrow]) -> list[Text | Value]:
    """Where a step leads: nothing for the next step, which is what a listener expects."""
    words = spoken_language()
    if not arrows:
        return [Text(f": {words.schemes.end}")]
    if len(arrows) == 1 and not arrows[0].label:
        target = arrows[0].target
        return [] if target == place + 1 else [Text(f"; {words.schemes.on_to(str(target + 1))}")]
    if not all(arrow.label for arrow in arrows):
        return [Text(f"; {words.schemes.on_to(enumeration([str(arrow.target + 1) for arrow in arrows]))}")]
    at, leads = words.schemes.at
    parts: list[Text | Value] = []
    for number, arrow in enumerate(arrows, 1):
        before = "; " if number == 1 else f" {words.lists.and_} " if number == len(arrows) else ", "
        parts += [Text(f"{before}{at}"), *_plain(arrow.content), Text(leads(arrow.target + 1))]
    return parts


def _plain(content: Content) -> list[Text | Value]:
    """Words without any form, with the figures among them."""
    return [
        item if isinstance(item, Value) and item.trace is not None else Text(as_words((item,)))
        for item in content
        if as_words((item,))
    ]


def _unended(content: Content) -> list[Text | Value]:
    """Without the full stop of a step, which the text puts there itself."""
    parts = _plain(content)
    while parts and isinstance(parts[-1], Text):
        words = parts.pop().text.rstrip(".")
        if words:
            return [*parts, Text(words)]
    return parts


def _joined(parts: list[Text | Value]) -> Content:
    """Neighbouring words as one."""
    joined: list[Text | Value] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + part.text)
        else:
            joined.append(part)
    return tuple(joined)
