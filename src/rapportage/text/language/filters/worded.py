"""What the filters share that write a word about figures: what it rests on, and the fault where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from rapportage.diagnostics.suggestion import suggest
from rapportage.figures import arithmetic, counting
from rapportage.figures.observation import Observation, Operation
from rapportage.figures.words.changes import Course, course
from rapportage.figures.words.periods import period_in_message
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.operations import values
from rapportage.text.language.showing import Untold
from rapportage.text.language.views.names import Worded
from rapportage.text.language.views.series import FigureView

_LESS, _MORE = Decimal("0.995"), Decimal("1.005")
_EDGES: dict[Course, tuple[tuple[Operation, Decimal], ...]] = {
    "up": ((Operation.AT_LEAST, _MORE),),
    "down": ((Operation.AT_MOST, _LESS),),
    "hardly": ((Operation.ABOVE, _LESS), (Operation.BELOW, _MORE)),
    "same": (),
}
"""Between what a figure is, as a part of what it was, for each way in which it can go."""
_SHOWN = 12
"""So many forms are named in a message."""


def worded(text: str, rests_on: Sequence[Observation], about: Observation, value: Decimal | None = None) -> Worded:
    """Words about a figure that rest on these comparisons; `value` is the number that they stand for."""
    return Worded(
        text, counting.in_words((about, *rests_on), Decimal(0) if value is None else value, about.label, about.period)
    )


def asked(value: object, name: str, forms: Iterable[str], example: str) -> str:
    """The words by which a user asks for a form."""
    if isinstance(value, str):
        return " ".join(value.split())
    raise ExpressionFault("T302", f"'{name}' vraagt een woord tussen aanhalingstekens", _hint(forms, example))


def no_form(given: str, name: str, forms: Iterable[str], example: str) -> ExpressionFault:
    """There is no such word."""
    known = list(forms)
    hint = suggest(given, known) or _hint(known, example)
    return ExpressionFault("T302", f"'{name}' kent het woord '{given[:60]}' niet", hint)


def _hint(forms: Iterable[str], example: str) -> str:
    known = list(forms)
    more = " …" if len(known) > _SHOWN else ""
    return f"kies uit: {', '.join(known[:_SHOWN])}{more}; bijvoorbeeld: {example}"


def unsure(what: str) -> ExpressionFault:
    """A word that rounding may make another."""
    hint = "noem de cijfers zelf, bijvoorbeeld met getal, of kies wat preciezer is aangeleverd"
    return ExpressionFault("T321", f"{what} is niet zeker, zo grof zijn de cijfers afgerond", hint)


class Compared(NamedTuple):
    """Whether a figure is more (1) or less (-1) than another, or as much, and whether rounding leaves that open."""

    sign: int
    is_sure: bool
    rests_on: tuple[Observation, ...]
    """The comparisons that say so: of what is as much two."""


def compared(one: Observation, other: Observation) -> Compared | None:
    """None where what is known of them does not decide it."""
    above, below = (counting.compared(how, one, other) for how in (Operation.ABOVE, Operation.BELOW))
    if above is None or below is None:
        return None
    if not above.value and not below.value:
        return Compared(0, all(each.low == each.high for each in (above, below)), (above, below))
    sign, made = (1, above) if above.value else (-1, below)
    return Compared(sign, made.low == made.high or _is_beyond(one, other, sign), (made,))


def _is_beyond(one: Observation, other: Observation, sign: int) -> bool:
    """Whether the bounds of what was rounded touch at most: 275 and 270, both in fives."""
    gap = arithmetic.subtract(one, other)
    return (bound := gap.low if sign > 0 else gap.high) is not None and bound * sign >= 0


def went(after: Observation, before: Observation) -> tuple[Course, tuple[Observation, ...]]:
    """How a known figure went from another, and the comparisons on which that rests.

    Equal figures of which one was rounded are hardly otherwise.

    Raises:
        ExpressionFault: rounding may make it another direction.
    """
    how = course(*values(before, after))
    found = compared(after, before)
    if found is None or (how in ("up", "down") and not found.is_sure):
        raise unsure(f"of '{after.label}' hoger of lager is")
    how = "hardly" if how == "same" and not found.is_sure else how
    return how, (*found.rests_on, *_how_far(how, after, before))


def _how_far(how: Course, after: Observation, before: Observation) -> Iterator[Observation]:
    """That it went up says that it did by half a percent or more, and 'vrijwel gelijk' that it did not."""
    if before.value is None or before.value <= 0:
        return
    ratio = arithmetic.divide(after, before)
    for edge, limit in _EDGES[how]:
        if (made := counting.compared(edge, ratio, limit)) is not None:
            yield made


def untold(figure: FigureView) -> Untold:
    """Of a figure that is not known nothing can be said."""
    period = period_in_message(figure.observation.period)
    return Untold(figure, ExpressionFault("T305", f"'{figure.label}' over {period} is niet bekend"))
