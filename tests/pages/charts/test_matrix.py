"""Every kind of chart in one, two and eight colours, with figures of every sort: it is drawn well, or it is refused.

`python -m tests.pages.charts.test_matrix FOLDER` makes a picture for each kind of all that is drawn: to look at.
"""

from __future__ import annotations

import sys
from itertools import combinations, groupby, pairwise
from pathlib import Path as File
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from rapportage.diagnostics import Findings
from rapportage.document import Chart, walk
from rapportage.document.chart_kinds import BARS, HEAT, KINDS
from rapportage.document.drawing import Drawing, Path, TextRun, contrast
from rapportage.pages.charts import NamesTooWide, draw
from rapportage.pages.charts.canvas import Canvas
from rapportage.pages.charts.frame import WIDEST_BAND
from rapportage.pages.charts.style import GAP, GRID, HATCHED, READABLE, SIZE, TEXT
from rapportage.pages.fonts import source_sans
from rapportage.pages.theme import default_theme
from rapportage.pipeline import BuildRequest, build_chart, compose
from tests.conftest import Compare
from tests.faults import project
from tests.pages.charts.matrix import COLOURS, SORTS, Cell, cells

WIDTH = default_theme().page.body_width
PALETTE = default_theme().chart_colours
Made = dict[Cell, tuple[Chart, Drawing] | str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("matrix")
    return {cell: _made(cell, folder) for cell in cells()}


def _made(cell: Cell, folder: File) -> tuple[Chart, Drawing] | str:
    """The chart with its drawing; or why it is refused."""
    root, findings = _project(cell, folder), Findings()
    document = compose(BuildRequest("proef", "2020-08", root), findings)
    if document is None:
        assert all(item.span is not None and item.hint for item in findings)
        return f"{findings.items[0].code} {findings.items[0].message}"
    chart = next(block for block in walk(document.blocks) if isinstance(block, Chart))
    try:
        with document.spoken():
            return chart, draw(chart, WIDTH, source_sans(), PALETTE)
    except NamesTooWide:
        return "D102 de namen van de onderdelen passen niet naast elkaar"


def _project(cell: Cell, folder: File) -> File:
    root = project(folder, layout=cell.layout)
    (root / "data" / "2020-08.yaml").write_text(cell.period, encoding="utf-8")
    return root


def test_every_cell_is_drawn_or_refused(made: Made, golden: Compare) -> None:
    """In the golden file a row for each kind and number of colours; below it why, where something is refused."""
    assert {cell.kind for cell in made} == {kind for kind in KINDS if not kind.is_own and not kind.is_map}
    lines = []
    for row, each in groupby(made, key=lambda cell: cell.name.rpartition(", ")[0]):
        told = {cell.sort: made[cell] for cell in each}
        assert tuple(told) == SORTS
        lines.append(f"{row}: " + ", ".join(f"{sort} {_short(what)}" for sort, what in told.items()))
        lines += [f"    {why}" for why in dict.fromkeys(what for what in told.values() if isinstance(what, str))]
    golden("grafieken-matrix.txt", "\n".join(lines) + "\n")


def _short(what: tuple[Chart, Drawing] | str) -> str:
    return what.partition(" ")[0] if isinstance(what, str) else "goed"


def drawn(made: Made) -> list[tuple[Cell, Chart, Drawing]]:
    found = [(cell, *what) for cell, what in made.items() if not isinstance(what, str)]
    assert len(found) > 150
    return found


def runs(drawing: Drawing) -> list[TextRun]:
    return [item for item in drawing.items if isinstance(item, TextRun)]


def paths(drawing: Drawing) -> list[Path]:
    return [item for item in drawing.items if isinstance(item, Path)]


def width(path: Path) -> float:
    across = [operands[0] for _, operands in path.commands if operands]
    return max(across) - min(across)


def test_texts_are_within_the_drawing_and_apart(made: Made) -> None:
    for cell, _, drawing in drawn(made):
        canvas = Canvas(drawing.width, drawing.height, source_sans())
        rows: dict[float, list[tuple[float, float, str]]] = {}
        for run in runs(drawing):
            extent = canvas.extent(run.x, run.y, run.text, run.size, run.role, run.anchor)
            assert extent.left >= -0.1, (cell.name, run.text)
            assert extent.right <= drawing.width + 0.1, (cell.name, run.text)
            assert extent.bottom >= -0.1, (cell.name, run.text)
            assert extent.top <= drawing.height + 0.1, (cell.name, run.text)
            rows.setdefault(run.y, []).append((extent.left, extent.right, run.text))
        for row in rows.values():
            for (left, right, text), (other_left, other_right, other) in combinations(row, 2):
                assert right <= other_left + 0.01 or other_right <= left + 0.01, (cell.name, text, other)
        for years in rows.values():  # which would be read as one number
            digits = sorted(each for each in years if each[2].isdigit() and len(each[2]) == 4)
            for (_, right, one), (left, _, other) in pairwise(digits):
                assert left - right > 1, (cell.name, one, other)


def test_what_is_read_can_be_seen(made: Made) -> None:
    for cell, _, drawing in drawn(made):
        if cell.kind is HEAT:  # whose figures are on grounds: tests/pages/charts/test_heat.py
            continue
        assert min(contrast(run.colour, "#ffffff") for run in runs(drawing)) >= READABLE, cell.name
        fills = {path.fill for path in paths(drawing) if path.fill} - {"#ffffff"}
        assert all(contrast(fill, "#ffffff") >= 3 for fill in fills), cell.name


def test_a_hatching_has_room(made: Made) -> None:
    hatched = [path for _, _, drawing in drawn(made) for path in paths(drawing) if path.hatch]
    assert hatched
    assert all(width(path) >= HATCHED for path in hatched)


def test_bars_show_their_values_or_have_an_axis_and_never_both(made: Made) -> None:
    seen = set()
    for cell, chart, drawing in drawn(made):
        if cell.kind is not BARS:
            continue
        has_axis = any(path.stroke == GRID for path in paths(drawing))
        figures = [point.text for series in chart.series for point in series.points if point]
        shown = [run.text for run in runs(drawing) if run.size == SIZE and run.colour == TEXT]
        has_values = all(shown.count(text) >= figures.count(text) for text in figures)
        assert has_axis != has_values, cell.name
        seen.add(has_axis)
    assert seen == {True, False}


def test_few_bars_stand_together(made: Made) -> None:
    tried = 0
    for cell, chart, drawing in drawn(made):
        if cell.kind is BARS and cell.places == 1:
            axis = max(width(path) for path in paths(drawing))
            names = [source_sans().face("regular").width(each.label, SIZE) for each in chart.categories]
            assert axis <= max(WIDEST_BAND * len(chart.series), names[0] + GAP) + 0.1
            tried += 1
    assert tried == 2 * len(COLOURS[:2])


def test_what_is_not_known_is_said_in_words_where_there_is_room(made: Made) -> None:
    for cell, chart, drawing in drawn(made):
        if cell.kind is BARS and cell.sort == "onbekend" and len(chart.series) == 1:
            missing = [point for point in chart.series[0].points if point is None]
            assert len([run for run in runs(drawing) if run.text == "onbekend"]) == len(missing) > 0


@pytest.mark.parametrize(("colours", "sort", "told"), [(2, "200", ["T427"]), (1, "200", []), (2, "gewoon", [])])
def test_bars_that_no_one_can_tell_apart_are_told(colours: int, sort: str, told: list[str], tmp_path: File) -> None:
    """Many of one series are read as a whole; of two it can't be seen which is of which."""
    findings = Findings()
    root = _project(Cell(BARS, over_parts=False, colours=colours, sort=sort), tmp_path)
    assert compose(BuildRequest("proef", "2020-08", root), findings) is not None
    assert [item.code for item in findings] == told


def main() -> None:
    folder = File(sys.argv[1])
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory() as temporary:
        for (kind, over_parts), group in groupby(cells(), key=lambda cell: (cell.kind, cell.over_parts)):
            pictures = [(cell.name, _picture(cell, File(temporary))) for cell in group]
            _sheet([(name, picture) for name, picture in pictures if picture is not None]).save(
                folder / f"{kind.word.replace(' ', '-')}-{'onderdelen' if over_parts else 'perioden'}.png"
            )


def _picture(cell: Cell, folder: File) -> Image.Image | None:
    chart = build_chart(BuildRequest("proef", "2020-08", _project(cell, folder)), "g", Findings())
    if chart is None:
        return None
    with pypdfium2.PdfDocument(chart.pdf) as document:
        picture = document[0].render(scale=1.2).to_pil().convert("RGB")
    return picture.crop((0, 0, picture.width, min(picture.height, 700)))


def _sheet(pictures: list[tuple[str, Image.Image]], columns: int = 3) -> Image.Image:
    across = max(picture.width for _, picture in pictures) + 8
    rows = [pictures[at : at + columns] for at in range(0, len(pictures), columns)]
    heights = [max(picture.height for _, picture in row) + 18 for row in rows]
    made = Image.new("RGB", (across * columns, sum(heights)), "#999999")
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for column, (name, picture) in enumerate(row):
            made.paste(picture, (column * across, top + 14))
            ImageDraw.Draw(made).text((column * across + 2, top + 1), name.replace("é", "e"), fill="black")
        top += height
    return made


if __name__ == "__main__":
    main()
