"""Every place for words × every kind of thing in a line: it works in all that is made of a report, or it is refused.

Refused is: with a message at its line that says how to mend it. That nothing vanishes is what this is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
from msgspec.structs import fields

from rapportage.input.specs import layout, period
from rapportage.input.specs.blocks import chart, image, prose, qr, table
from rapportage.input.specs.blocks import flow_chart as flow
from rapportage.input.specs.leaves import Words
from rapportage.input.specs.spec import Spec
from tests.matrix.inlines import INLINES
from tests.matrix.judge import faults_of
from tests.matrix.places import NO_TEXT, OTHER_PLACES, PLACES
from tests.matrix.report import Reports, reports

__all__ = ["reports"]


def texts() -> set[str]:
    """Every key of a layout, and of a period file itself, that holds a text or a list of texts."""
    modules = (chart, flow, image, layout, prose, qr, table)
    found = {each for module in modules for each in vars(module).values() if isinstance(each, type)}
    models = [each for each in found if issubclass(each, Spec) and each is not Spec]
    return {key for model in (*models, period.PeriodSpec) for key in _texts_of(model)}


def _texts_of(model: type[Spec]) -> Iterator[str]:
    hints = get_type_hints(model, include_extras=True)
    for each in fields(model):
        if Words in _types(hints[each.name]):
            yield f"{model.__name__}.{each.encode_name}"


def _types(hint: Any) -> Iterator[Any]:
    yield hint
    for each in get_args(hint):
        yield from _types(each)


def test_every_text_has_its_place_in_the_matrix() -> None:
    tried = {place.key for place in PLACES.values()}
    assert texts() == (tried - OTHER_PLACES) | NO_TEXT.keys()
    assert not tried & NO_TEXT.keys()


@pytest.mark.parametrize("place", PLACES)
def test_place(reports: Reports, place: str) -> None:
    tried = [inline for inline in INLINES if inline not in PLACES[place].untried]
    assert len(tried) > 30
    faults = {inline: found for inline in tried if (found := faults_of(reports, place, inline))}
    assert faults == {}
