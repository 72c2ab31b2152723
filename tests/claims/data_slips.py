"""Slips as people make them in data, planted at places of the samples that a fixed seed chooses: of every kind some."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from rapportage.diagnostics import Findings, Span
from rapportage.diagnostics.span import SourceFile
from rapportage.figures.observation import Observation
from rapportage.figures.parts import WHOLE
from rapportage.input.cube.build import build_cube
from rapportage.input.cube.cube import Cube
from rapportage.input.project import Project
from tests.slips.judge import write
from tests.slips.plant import Texts

SEED = 2026
OF_KIND = 25
"""So many slips of each kind are planted, at most."""


class DataSlip(NamedTuple):
    """One change to one file; `lines` are where it stands afterwards."""

    id: str
    kind: str
    path: str
    lines: tuple[int, ...]
    text: str


class Edit(NamedTuple):
    """What is written at a place instead."""

    span: Span
    old: str
    new: str


def planted(texts: Texts) -> list[DataSlip]:
    """The slips of all kinds, always the same ones."""
    with TemporaryDirectory() as folder:
        write(texts, Path(folder))
        project = Project(Path(folder), Findings(), draft=False)
        cube = build_cube(project.periods(lambda text: ""), Findings())
    chance = random.Random(SEED)
    found = []
    for kind, make in KINDS.items():
        edits = [each for each in make(cube, texts) if all(edit.old != edit.new for edit in each)]
        chosen = chance.sample(edits, min(OF_KIND, len(edits)))
        found += [_slip(f"{kind} {number}", kind, each, texts) for number, each in enumerate(chosen, 1)]
    return found


def _slip(id: str, kind: str, edits: Sequence[Edit], texts: Texts) -> DataSlip:
    """All edits are of one file, and none changes the number of lines."""
    path = edits[0].span.path
    lines = texts[path].split("\n")
    for edit in sorted(edits, key=lambda each: (each.span.line, -each.span.column)):
        line, start = lines[edit.span.line - 1], edit.span.column - 1
        if line[start : start + len(edit.old)] != edit.old:
            raise ValueError(f"{edit.span}: {edit.old!r} is not there")
        lines[edit.span.line - 1] = line[:start] + edit.new + line[start + len(edit.old) :]
    return DataSlip(id, kind, path, tuple(sorted({edit.span.line for edit in edits})), "\n".join(lines))


Planting = Iterator[Sequence[Edit]]

# --- One figure -----------------------------------------------------------------------------------


def _typed(cube: Cube, least: int = 1) -> Iterator[Observation]:
    """The figures that were typed as a whole number of at least so many."""
    for vintages in cube.observations.values():
        for figure in vintages:
            if figure.value is not None and _text(figure).isdigit() and int(_text(figure)) >= least:
                yield figure


def _text(figure: Observation) -> str:
    return figure.cells()[0].text


def _edit(figure: Observation, new: str) -> Edit:
    return Edit(figure.cells()[0].span, _text(figure), new)


def a_zero_too_many(cube: Cube, texts: Texts) -> Planting:
    return ([_edit(figure, f"{_text(figure)}0")] for figure in _typed(cube, 10))


def a_digit_too_few(cube: Cube, texts: Texts) -> Planting:
    return ([_edit(figure, _text(figure)[:-1])] for figure in _typed(cube, 100))


def digits_swapped(cube: Cube, texts: Texts) -> Planting:
    for figure in _typed(cube, 100):
        digits = _text(figure)
        yield [_edit(figure, digits[1] + digits[0] + digits[2:])]


def sign(cube: Cube, texts: Texts) -> Planting:
    return ([_edit(figure, f"-{_text(figure)}")] for figure in _typed(cube))


# --- Another one's figure -------------------------------------------------------------------------


def _befores(cube: Cube) -> Iterator[tuple[Observation, Observation]]:
    """A figure, and that of the period before."""
    for key, vintages in cube.observations.items():
        before = cube.observations.get(key._replace(period=key.period.previous()))
        if before and before[0].value is not None and vintages[0].value is not None:
            yield vintages[0], before[0]


def previous_total_left(cube: Cube, texts: Texts) -> Planting:
    for figure, before in _befores(cube):
        if figure.cells()[0].part == WHOLE and figure.value is not None and figure.value >= 20:
            yield [_edit(figure, _text(before))]


def previous_row_left(cube: Cube, texts: Texts) -> Planting:
    """All parts of a breakdown that both periods have."""
    for parts in _rows(cube):
        edits = []
        for figure in parts:
            cell = figure.cells()[0]
            before = cube.first_published(cell.series, cell.period.previous(), cell.part)
            if before is not None and before.value is not None:
                edits.append(_edit(figure, _text(before)))
        if len(edits) > 2:
            yield edits


def _rows(cube: Cube, least: int = 3) -> Iterator[Sequence[Observation]]:
    """The parts of each breakdown, as one file gives them."""
    found: dict[object, list[Observation]] = {}
    for key, vintages in cube.observations.items():
        for figure in vintages:
            if len(key.part.names) == 1 and figure.value is not None and figure.value >= 10:
                place = key.series, key.period, key.part.dimensions, figure.cells()[0].vintage
                found.setdefault(place, []).append(figure)
    return (parts for parts in found.values() if len(parts) >= least)


def row_shifted(cube: Cube, texts: Texts) -> Planting:
    for parts in _rows(cube):
        texts_ = [_text(part) for part in parts]
        yield [_edit(part, new) for part, new in zip(parts, texts_[1:] + texts_[:1], strict=True)]


def two_parts_swapped(cube: Cube, texts: Texts) -> Planting:
    for parts in _rows(cube):
        yield [_edit(parts[0], _text(parts[1])), _edit(parts[1], _text(parts[0]))]


def two_periods_swapped(cube: Cube, texts: Texts) -> Planting:
    """Neighbours in one long series that differ by more than a sixth."""
    for figure, before in _befores(cube):
        old, new = before.value or Decimal(0), figure.value or Decimal(0)
        is_near = figure.cells()[0].span.path == before.cells()[0].span.path
        if is_near and min(old, new) >= 100 and max(old, new) > min(old, new) * 7 / 6:
            yield [_edit(figure, _text(before)), _edit(before, _text(figure))]


# --- Another source, time or unit -----------------------------------------------------------------


def another_source(cube: Cube, texts: Texts) -> Planting:
    """Of another publisher, where the series has several files."""
    series = {id for id in cube.ids() if len({_path(vintages) for vintages in cube.observations_of(id).values()}) > 1}
    for path, text in texts.items():
        if not path.startswith("data/"):
            continue
        publishers = dict(re.findall(r"\n  ([\w-]+):\n    titel: .*\n    uitgever: (.*)", text))
        for found in re.finditer(r"\n  (\w+):\n(?:    (?!bron:).*\n)*    bron: ([\w-]+)\n", text):
            for other, publisher in publishers.items():
                if found[1] in series and publisher != publishers.get(found[2]):
                    yield [Edit(_place(path, text, found.start(2)), found[2], other)]


def _path(vintages: Sequence[Observation]) -> str:
    return vintages[0].cells()[0].span.path


def _place(path: str, text: str, at: int) -> Span:
    return SourceFile(path, text).place(at, 1)


MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def _words_of_time(texts: Texts, pattern: str) -> Planting:
    """The month that the pattern finds becomes the one before."""
    for path, text in texts.items():
        for found in re.finditer(pattern, text) if path.startswith("data/") else ():
            before = MONTHS[MONTHS.index(found[1]) - 1]
            yield [Edit(_place(path, text, found.start(1)), found[1], before)]


def month_of_a_window(cube: Cube, texts: Texts) -> Planting:
    return _words_of_time(texts, rf"\n +tot en met ({'|'.join(MONTHS)}):")


def month_of_a_source(cube: Cube, texts: Texts) -> Planting:
    return _words_of_time(texts, rf"\n    titel: .*\b({'|'.join(MONTHS)})\b.*\n    uitgever")


def month_of_a_reeks(cube: Cube, texts: Texts) -> Planting:
    for path, text in texts.items():
        for found in re.finditer(r"\n      (\d{4}-)(0[2-9]|1[0-2]|Q[234]): ", text) if path.startswith("data/") else ():
            number = int(found[2].lstrip("Q")) - 1
            new = f"Q{number}" if "Q" in found[2] else f"{number:02}"
            yield [Edit(_place(path, text, found.start(2)), found[2], new)]


def _months_earlier(texts: Texts, pattern: str) -> Planting:
    """The month that the pattern finds, as a number, becomes the one before."""
    for path, text in texts.items():
        for found in re.finditer(pattern, text) if path.startswith("data/") else ():
            yield [Edit(_place(path, text, found.start(1)), found[1], f"{int(found[1]) - 1:02}")]


def month_of_a_reference_day(cube: Cube, texts: Texts) -> Planting:
    return _months_earlier(texts, r"\n +peildatum: \d{4}-(0[2-9]|1[0-2])")


def end_of_a_window(cube: Cube, texts: Texts) -> Planting:
    return _months_earlier(texts, r"\n +\d{4}-\d\d/\d{4}-(0[2-9]|1[0-2]):")


def month_of_publication(cube: Cube, texts: Texts) -> Planting:
    """Before the end of what the source tells of: of a monthly publication the month of its figures."""
    return _months_earlier(texts, r"\n    uitgever: .*\n    datum: \d{4}-(0[2-9]|1[0-2])")


def year_of_a_window(cube: Cube, texts: Texts) -> Planting:
    """Of a running total: that of another year has its own."""
    for path, text in texts.items():
        for found in re.finditer(r"\n +(\d{4})-(\w+/)(\d{4})-\w+:", text) if path.startswith("data/") else ():
            before = str(int(found[1]) - 1)
            if found[1] == found[3]:
                new = f"{before}-{found[2]}{before}"
                yield [Edit(_place(path, text, found.start(1)), f"{found[1]}-{found[2]}{found[3]}", new)]


def address_of_another(cube: Cube, texts: Texts) -> Planting:
    """That of a source of the same publisher in another file, as if it was left from there."""
    by_publisher: dict[str, list[tuple[str, int, str]]] = {}
    for path, text in texts.items():
        pattern = r"\n    uitgever: (.*)\n(?:    datum: .*\n)?    url: (.*)"
        for found in re.finditer(pattern, text) if path.startswith("data/") else ():
            by_publisher.setdefault(found[1], []).append((path, found.start(2), found[2]))
    for several in by_publisher.values():
        for (path, at, old), (other, _, new) in pairwise(several):
            if path != other:
                yield [Edit(_place(path, texts[path], at), old, new)]


def shorter_period(cube: Cube, texts: Texts) -> Planting:
    """A total is that of a quarter or half of its time, which another series of the same title may give."""
    titles = {id: (each.title, each.additive) for id in cube.ids() if (each := cube.series(id))}
    wholes = [vintages[0] for key, vintages in cube.observations.items() if key.part == WHOLE and titles[key.series][1]]
    by_title: dict[str, list[Observation]] = {}
    for figure in wholes:
        by_title.setdefault(figure.label, []).append(figure)
    for figure in wholes:
        for other in by_title[figure.label] if figure.period.kind in ("jaar", "halfjaar") else ():
            is_in = figure.period.contains(other.period) and other.period.kind in ("halfjaar", "kwartaal")
            if is_in and other.period != figure.period and other.value is not None:
                yield [_edit(figure, str(int(other.value * other.scale)))]


def unit(cube: Cube, texts: Texts) -> Planting:
    for path, text in texts.items():
        for found in re.finditer(r"\n    eenheid: (.*)", text) if path.startswith("data/") else ():
            other = "x 1.000" if found[1].isalpha() else "personen"
            if found[1] == "x 1.000" or found[1].isalpha():
                yield [Edit(_place(path, text, found.start(1)), found[1], other)]


KINDS: dict[str, Callable[[Cube, Texts], Planting]] = {
    "nul te veel": a_zero_too_many,
    "nul te weinig": a_digit_too_few,
    "cijfers verwisseld": digits_swapped,
    "teken": sign,
    "totaal niet bijgewerkt": previous_total_left,
    "vorige rij overgenomen": previous_row_left,
    "rij verschoven": row_shifted,
    "twee delen verwisseld": two_parts_swapped,
    "twee perioden verwisseld": two_periods_swapped,
    "verkeerde bron": another_source,
    "verkeerde maand van een venster": month_of_a_window,
    "verkeerde maand van een bron": month_of_a_source,
    "verkeerde maand van een reeks": month_of_a_reeks,
    "verkeerde maand van een peildatum": month_of_a_reference_day,
    "verkeerd einde van een venster": end_of_a_window,
    "verkeerde maand van verschijnen": month_of_publication,
    "verkeerd jaar van een venster": year_of_a_window,
    "adres van een andere bron": address_of_another,
    "cijfer van een korter tijdvak": shorter_period,
    "eenheid": unit,
}
