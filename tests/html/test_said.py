"""All that the PDF says, the page says: sentences, figures, captions, notes and sources, in its order, and no more."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from rapportage.diagnostics import Findings
from rapportage.html.context import anchor
from rapportage.pipeline import BuildRequest, Editions, editions
from rapportage.proof.inspection.utterances import Said, read_said
from tests.html import same
from tests.html.reading import Node, read
from tests.html.test_samples import ONE_OF_EACH

Both = tuple[Editions, Said, Node]


@pytest.fixture(scope="module", params=ONE_OF_EACH, ids=lambda each: "-".join(each[1:]))
def both(request: pytest.FixtureRequest) -> Both:
    project, layout, period = request.param
    made = editions(BuildRequest(layout, period, project), ("pdf", "html"), Findings())
    assert made is not None
    assert made.report is not None
    assert made.html is not None
    (body,) = read(made.html).all("body")
    return made, read_said(made.report.pdf), body


def test_all_that_is_seen_is_the_same(both: Both) -> None:
    _, said, body = both
    assert same.seen_in_page(body) == same.seen_in_pdf(said)
    assert len(same.seen_in_pdf(said)) > 500


def test_all_that_is_drawn_is_the_same(both: Both) -> None:
    _, said, body = both
    assert same.drawn_in_page(body) == same.drawn_in_pdf(said)


def test_all_that_is_heard_is_the_same(both: Both) -> None:
    """Of a chart what is heard is here for everyone; of a flow diagram each step is a point of a list."""
    made, said, body = both
    assert same.heard_in_page(body, made.document) == same.heard_in_pdf(said, made.document)
    steps = ["".join(same.letters(point.text) for point in each.all("li")) for each in body.with_class("steps")]
    told = [re.sub(r"^.*?stappen\.1\.|\.$", "", text) for text in _in_order(said, same.diagrams(made.document))]
    assert steps == [re.sub(r"\.\d+\.", "", text) for text in told]


def _in_order(said: Said, wanted: set[str]) -> list[str]:
    heard = (same.letters(text) for each in said.utterances if each.is_heard for _, text in each.parts)
    return [text for text in heard if text in wanted]


def test_signs_say_what_they_mean(both: Both) -> None:
    """Every sign that the PDF reads otherwise than it shows is read so here."""
    _, said, body = both
    assert same.meant_in_page(body) == same.meant_in_pdf(said)


def test_every_place_of_the_pdf_is_one_of_the_page(both: Both) -> None:
    """What leads to 'rapport.pdf#landen' has its like in 'rapport.html#landen'."""
    made, _, body = both
    assert made.report is not None
    with pikepdf.open(BytesIO(made.report.pdf)) as pdf:
        places = list(pikepdf.NameTree(pdf.Root.Names.Dests).keys())
    ids = {node.get("id") for node in body.walk()}
    assert [place for place in places if anchor(place) not in ids] == []
    assert len(places) > 3
