"""The largest, smallest and the place of one among figures of which some are unknown: told only where it is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest

from rapportage.figures.period import TimePeriod
from rapportage.input.cube.cube import Cube
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.filters.choosing import hoogste, laagste, rangorde, top
from rapportage.text.language.views.rows import Ranking
from rapportage.text.language.views.series import SeriesView
from tests.input.cube.figures import period
from tests.input.cube.test_cube import cube_of
from tests.text.language_of import project, rows, said

T = TypeVar("T")
MAY = period("2020-05")
FILE = """\
periode: 2020-05
uitgave: {{datum: 2020-06-24}}
bronnen: {{b: {{titel: T, uitgever: U}}}}
cijfers:
  s: {{titel: S, eenheid: huizen, bron: b, {total}naar: {{land: {{{parts}}}}}}}
"""
ORDINALS = {word: place for place, word in enumerate(("eerste", "tweede", "derde", "vierde"), 1)}


def series(cube: Cube, over: TimePeriod = MAY) -> SeriesView:
    described = cube.series("s")
    assert described is not None
    return SeriesView(cube, described, over, None, over)


def worlds(signs: list[str], total: int | None) -> Iterator[tuple[int, ...]]:
    """All that the parts may be: parts need not be the whole of their total."""
    most = 12 if total is None else total
    choices = [range(1, 5) if sign == "<5" else range(most + 1) if sign == "." else (int(sign),) for sign in signs]
    for values in product(*choices):
        if total is None or sum(values) <= total:
            yield values


def told(act: Callable[[], T]) -> T | None:
    """What it gives, or None where it is refused for what is unknown."""
    try:
        return act()
    except ExpressionFault as fault:
        if fault.code not in ("T310", "T305"):
            raise
        return None


CASES = 400


@pytest.mark.parametrize("seed", range(CASES))
def test_whatever_is_told_is_so_in_every_world(seed: int) -> None:
    random = Random(seed)
    signs = random.choices(["0", "1", "3", "5", "8", "<5", "."], weights=[1, 1, 2, 2, 2, 2, 2], k=random.randint(1, 4))
    least = sum(0 if sign == "." else 1 if sign == "<5" else int(sign) for sign in signs)
    total = random.choice([None, least, least + 2, least + 6])
    names = "ABCD"[: len(signs)]
    parts = ", ".join(f"{name}: {sign}" for name, sign in zip(names, signs, strict=True))
    cube, faults = cube_of(FILE.format(total="" if total is None else f"totaal: {total}, ", parts=parts))
    assert faults == []
    view, all_worlds = series(cube), list(worlds(signs, total))
    count = random.randint(1, 4)
    row = top(view, Decimal(count))
    chosen = [figure.label for figure in row.items]
    certain = told(row.told)
    highest, lowest = told(lambda: hoogste(view)), told(lambda: laagste(view))
    for world in all_worlds:
        values = dict(zip(names, world, strict=True))
        expected = {name for name in names if sum(other > values[name] for other in world) < count}
        assert expected <= set(chosen), "none is dropped that may be among the largest"
        if certain is not None:
            assert expected == set(chosen)
            in_order = [values[name] for name in chosen]
            exact = [sign.isdigit() for sign in (signs[names.index(name)] for name in chosen)]
            pairs = zip(in_order, in_order[1:], exact, exact[1:], strict=False)
            assert all(one >= other for one, other, is_exact, next_exact in pairs if is_exact or next_exact)
        if highest is not None:
            assert values[highest.label] == max(world)
        if lowest is not None:
            assert values[lowest.label] == min(world)
        for figure in view.parts():
            place = told(partial(rangorde, figure)) if figure.observation.known else None
            if place is not None:
                assert ORDINALS[place] == 1 + sum(other > values[figure.label] for other in world)
    if "." not in signs and "<5" not in signs:
        assert certain is not None
        assert highest is not None
        assert lowest is not None
    if certain is None:  # nothing is refused without need
        unknown = {name for name, sign in zip(names, signs, strict=True) if sign in ("<5", ".")}
        assert unknown & set(chosen)


def test_the_cases_hold_both_what_is_told_and_what_is_refused() -> None:
    """The check above would pass if everything were refused."""
    cube, _ = cube_of(FILE.format(total="totaal: 20, ", parts="A: 10, B: 5, C: ., D: <5"))
    assert [figure.label for figure in top(series(cube), Decimal(2)).told()] == ["A", "B"]
    cube, _ = cube_of(FILE.format(total="totaal: 100, ", parts="A: 10, B: 5, C: ."))
    assert told(top(series(cube), Decimal(2)).told) is None


HUIZEN = "totaal: 100, naar: {land: {A: 10, B: 5, C: ., onbekend: 3}}"
REFUSED = "T310 de volgorde is niet zeker: het cijfer van 'C' is niet bekend, en kan haar veranderen"


@pytest.mark.parametrize(
    ("expression", "known"),
    [
        ("{{ huizen | top(1) | opsomming }}", "A (10)"),
        ("{{ huizen | top(1) | namen }}", "A"),
        ("{{ (huizen | top(1))[1] }}", "10"),
        ("{{ huizen | top(1) | hoeveel }}", "1"),
        ("{% for rij in huizen | top(1) %}{{ rij.naam }}{% endfor %}", "A"),
        ("{{ (huizen | hoogste).naam }}", "A"),
        ("{{ (huizen | laagste).naam }}", "C"),
        ("{{ huizen['A'] | rangorde }}", "eerste"),
    ],
)
def test_in_running_text(tmp_path: Path, expression: str, known: str) -> None:
    """Of 100 what is not in A or B may all be in C."""
    assert said(project(tmp_path, huizen=HUIZEN), expression).startswith(REFUSED)
    assert said(project(tmp_path, huizen=HUIZEN.replace("C: .", "C: 4")), expression).casefold() == known.casefold()


def test_a_table_keeps_what_may_be_among_the_largest(tmp_path: Path) -> None:
    keys = 'rijen: "{{ huizen | top(1) }}", rest: Overige, totaal: Totaal, kolommen: [{kop: k, waarde: "{{ rij }}"}]'
    folder = project(tmp_path, huizen=HUIZEN)
    assert rows(folder, keys) == [["A", "10"], ["C", "."], ["Overige", "."], ["Totaal", "100"]]
    folder = project(tmp_path, huizen=HUIZEN.replace("totaal: 100", "totaal: 20"))
    assert rows(folder, keys) == [["A", "10"], ["Overige", "10"], ["Totaal", "20"]]


def test_who_says_that_it_is_of_the_known_may_name_them(tmp_path: Path) -> None:
    text = "Van de landen waarvan het bekend is: {{ huizen | bekende | top(1) | namen }}."
    assert said(project(tmp_path, huizen=HUIZEN), text) == "Van de landen waarvan het bekend is: A."


def test_over_periods(tmp_path: Path) -> None:
    """A month without a figure may have been the highest; a small count may not."""
    describe = "{{titel: S, eenheid: huizen, bron: b, totaal: 10, reeks: {{2026-01: {january}, 2026-02: 7}}}}"
    head = "periode: 2026-03\nuitgave: {datum: 2026-04-28}\nbronnen: {b: {titel: T, uitgever: U}}\ncijfers:\n  s: "
    folder = project(tmp_path)
    for january, shown in ((".", None), ("<5", "maart 2026"), ("12", "januari 2026")):
        text = head + describe.format(january=january) + "\n"
        (folder / "data" / "2026-03.yaml").write_text(text, encoding="utf-8")
        found = said(folder, "in {{ (s | reeks('2026-01') | hoogste).periode | naam }}")
        assert found.startswith("T310") if shown is None else found.casefold() == f"in {shown}"


def test_a_row_that_is_chosen_keeps_what_it_knows() -> None:
    cube, _ = cube_of(FILE.format(total="totaal: 100, ", parts="A: 10, B: 5, C: ."))
    row = top(series(cube), Decimal(2))
    assert isinstance(row, Ranking)
    assert [figure.label for figure in row.unsure] == ["B", "C"]
    assert [figure.label for figure in top(row, Decimal(1)).unsure] == ["A", "C"]
