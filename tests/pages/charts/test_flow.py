"""Flow diagrams: whatever the steps and arrows, nothing overlaps and every arrow runs between the boxes."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rapportage.document import FlowArrow, FlowDiagram, FlowStep, StepKind, Text
from rapportage.document.drawing import Drawing, Path, TextRun
from rapportage.pages.charts import FlowTooLarge, draw_flow
from rapportage.pages.charts.kinds.layers import layers
from rapportage.pages.fonts import source_sans

WIDTH, TALLEST = 468.0, 2_000.0
KINDS = ("stap", "besluit", "begin", "einde")


def step(words: str, kind: StepKind, lane: int | None = None) -> FlowStep:
    return FlowStep((Text(words),), kind, lane)


def arrow(source: int, target: int, words: str = "") -> FlowArrow:
    return FlowArrow(source, target, (Text(words),) if words else ())


def diagram(steps: list[FlowStep], arrows: list[FlowArrow], lanes: tuple[str, ...] = ()) -> FlowDiagram:
    return FlowDiagram("f", "Figuur 1", (), tuple(steps), tuple(arrows), lanes, "")


def drawn(made: FlowDiagram) -> Drawing:
    return draw_flow(made, WIDTH, TALLEST, source_sans(), ["#154273"])


def bounds(path: Path) -> tuple[float, float, float, float]:
    xs = [each for _, operands in path.commands for each in operands[0::2]]
    ys = [each for _, operands in path.commands for each in operands[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def boxes(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """What is filled, but for the heads of arrows."""
    found = (bounds(item) for item in drawing.items if isinstance(item, Path) and item.fill)
    return [each for each in found if each[3] - each[1] > 10]


def apart(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_rows_follow_the_longest_way() -> None:
    steps = [step(str(number), "stap") for number in range(4)]
    arrows = [arrow(0, 1), arrow(1, 2), arrow(2, 3), arrow(0, 3, "nee")]
    made = layers(diagram(steps, arrows))
    assert [knot.row for knot in made.knots] == [0, 1, 2, 3, 1, 2]
    assert [link.is_end for link in made.links if link.target == 3] == [True, True]


def test_arrows_do_not_cross_where_they_need_not() -> None:
    steps = [step(str(number), "stap") for number in range(5)]
    arrows = [arrow(0, 1), arrow(0, 2), arrow(1, 4), arrow(2, 3)]
    made = layers(diagram(steps, arrows))
    upper, lower = made.rows[1], made.rows[2]
    assert (upper.index(1) < upper.index(2)) == (lower.index(4) < lower.index(3))


def test_what_does_not_fit_is_refused() -> None:
    long = step("Onverantwoordelijkheidsbewustzijnsverlaging" * 3, "stap")
    with pytest.raises(FlowTooLarge):
        drawn(diagram([long, long], [arrow(0, 1)]))
    steps = [step("Een stap met woorden", "stap") for _ in range(12)]
    with pytest.raises(FlowTooLarge):
        drawn(diagram(steps, [arrow(0, place) for place in range(1, 12)]))
    with pytest.raises(FlowTooLarge):
        draw_flow(diagram(steps, [arrow(n, n + 1) for n in range(11)]), WIDTH, 200, source_sans(), ["#154273"])


@st.composite
def diagrams(draw: st.DrawFn) -> FlowDiagram:
    count = draw(st.integers(2, 14))
    lanes = draw(st.sampled_from([(), ("IND", "COA"), ("Aanvrager", "IND", "COA en DT&V")]))
    words = st.lists(st.sampled_from(["hoort", "de", "aanvrager", "beslist", "IND", "vertrek"]), min_size=1, max_size=8)
    steps = [
        step(
            " ".join(draw(words)), draw(st.sampled_from(KINDS)), draw(st.integers(0, len(lanes) - 1)) if lanes else None
        )
        for _ in range(count)
    ]
    arrows = {}
    for target in range(1, count):
        for source in draw(st.sets(st.integers(0, target - 1), min_size=1, max_size=2)):
            arrows[source, target] = arrow(source, target, draw(st.sampled_from(["", "ja", "nee"])))
    return diagram(steps, list(arrows.values()), lanes)


@settings(max_examples=150, deadline=None)
@given(diagrams())
@example(diagram([step("aanvraag", "begin"), step("besluit", "einde")], [arrow(0, 1, "ja")]))  # one that has room
def test_nothing_overlaps(made: FlowDiagram) -> None:
    try:
        drawing = drawn(made)
    except FlowTooLarge:
        return
    found = boxes(drawing)
    assert len(found) == len(made.steps)
    assert all(apart(one, other) for one, other in combinations(found, 2))
    for left, bottom, right, top in found:
        assert left >= -0.1
        assert right <= drawing.width + 0.1
        assert bottom >= -0.1
        assert top <= drawing.height + 0.1
    for item in drawing.items:
        if isinstance(item, Path) and not item.fill and item.width == 1.0:  # an arrow
            points = [operands for _, operands in item.commands]
            for (x, y), (to_x, to_y) in pairwise(points):
                piece = (min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))
                shrunk = [(each[0] + 1, each[1] + 1, each[2] - 1, each[3] - 1) for each in found]
                assert all(apart(piece, box) for box in shrunk)
    shown = [word for item in drawing.items if isinstance(item, TextRun) for word in item.text.split()]
    for each in made.steps:
        for word in each.text.split():
            shown.remove(word)  # raises where a word is lost


def test_no_arrow_comes_down_through_words() -> None:
    """Of the arrows of one step the words stand where no other comes down, or the diagram is refused."""
    steps = [step("Een besluit", "besluit"), *(step(f"Gevolg {place}", "stap") for place in range(3))]
    two = [arrow(0, 1, "bij een bezwaar"), arrow(0, 2, "anders")]
    drawing = drawn(diagram(steps[:3], two))
    arrows = [item for item in drawing.items if isinstance(item, Path) and not item.fill and item.width == 1.0]
    across = [item.commands[0][1][0] for item in arrows]
    words = [item for item in drawing.items if isinstance(item, TextRun) and item.text in ("bij een bezwaar", "anders")]
    assert len(words) == 2
    for item in words:
        width = source_sans().face("regular").width(item.text, item.size)
        left = item.x - (width if item.anchor == "end" else 0)
        assert not any(left < x < left + width for x in across)
    drawn(diagram(steps, [*two, arrow(0, 3, "een lang woord")]))
    with pytest.raises(FlowTooLarge):
        drawn(diagram([*steps, *steps[1:]], [arrow(0, place, "een lang woord erbij") for place in range(1, 7)]))
