"""What matplotlib draws into a drawing of ours, beside what its own Agg makes of it."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO

import matplotlib as mpl
import matplotlib.style
import pytest
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from rapportage.document.drawing import Clipped, Drawing, Path, Pixels, TextRun, texts
from rapportage.pages.fonts import source_sans
from rapportage.pages.house_style import built_in
from rapportage.pages.plots import renderer
from rapportage.pages.plots.backend import FigureCanvas, drawn
from tests.pages.plots.gallery import FIGURES
from tests.pages.plots.rendered import difference, ours, pixels_of, theirs

TOLERANCE = 0.04
SNAPPED = {"mesh_curved": 0.1}
"""Agg moves the white lines between cells to whole pixels, so that they look twice as wide at 72 dots an inch."""


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_looks_as_agg_draws_it(name: str) -> None:
    assert difference(theirs(FIGURES[name]), pixels_of(ours(FIGURES[name]))) <= SNAPPED.get(name, TOLERANCE)


def test_another_figure_looks_otherwise() -> None:
    assert difference(theirs(FIGURES["lines"]), pixels_of(ours(FIGURES["bars"]))) > TOLERANCE


def _words(drawing: Drawing) -> list[str]:
    return [run.text for run in texts(drawing)]


def test_text_stays_text_in_the_letters_of_the_house_style() -> None:
    shown = ours(FIGURES["words"])
    runs = {run.text: run for run in texts(shown)}
    assert {"grens dicht", "schuin", "vak", "twee", "regels"} <= set(runs)
    assert (runs["schuin"].angle, runs["schuin"].role, runs["regels"].role) == (30, "semibold", "italic")
    assert set(_words(ours(FIGURES["bars"]))) >= {"jan", "feb", "mrt", "1200", "3400", "2100"}


def test_numbers_that_matplotlib_writes_as_formulas_are_text() -> None:
    figure = Figure()
    figure.add_subplot().plot([-5, 5], [-2000, 2000])
    figure.axes[0].yaxis.set_major_formatter(lambda value, _: f"$\\mathdefault{{{value:.0f}}}$")
    assert "−2000" in _words(drawn(figure, source_sans()).drawing)


def test_a_formula_becomes_outlines_and_is_told() -> None:
    figure = Figure()
    figure.text(0.5, 0.5, r"$\sqrt{x}$")
    figure.text(0.5, 0.2, "\u222e")  # a letter that only the fonts of matplotlib have
    made = drawn(figure, source_sans())
    assert made.formulas == (r"$\sqrt{x}$", "\u222e")
    assert not _words(made.drawing)


def test_clips_are_only_where_something_is_cut() -> None:
    figure = Figure()
    ax = figure.add_subplot()
    ax.set(xlim=(0, 10), ylim=(0, 10))
    ax.add_patch(Circle((5, 5), 2))
    assert not [item for item in drawn(figure, source_sans()).drawing.items if isinstance(item, Clipped)]
    ax.add_patch(Circle((10, 5), 2))
    [cut] = [item for item in drawn(figure, source_sans()).drawing.items if isinstance(item, Clipped)]
    assert len(cut.items) == 1


def test_few_cells_are_rectangles_and_many_are_pixels() -> None:
    def kinds(drawing: Drawing) -> set[type]:
        return {type(each) for item in drawing.items for each in (item.items if isinstance(item, Clipped) else (item,))}

    assert kinds(ours(FIGURES["heat_map"])) == {Path, TextRun}
    assert Pixels in kinds(ours(FIGURES["picture"]))


def test_what_is_half_seen_stays_so() -> None:
    found = [item for item in ours(FIGURES["fill_between"]).items if isinstance(item, Path) and item.opacity == 0.4]
    assert found


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "MOST_COMMANDS", 100)
    with pytest.raises(renderer.TooMuch):
        ours(FIGURES["lines"])


def test_it_is_a_backend_as_matplotlib_has_them() -> None:
    figure = Figure()
    figure.add_subplot().set_title("Instroom")
    out = StringIO()
    figure.savefig(out, format="svg", backend="module://rapportage.pages.plots.backend")
    assert ">Instroom</text>" in out.getvalue()
    assert isinstance(FigureCanvas(figure), mpl.backend_bases.FigureCanvasBase)


def test_the_same_figure_is_the_same_drawing() -> None:
    assert ours(FIGURES["scatter"]) == ours(FIGURES["scatter"])


def test_no_report_without_such_a_chart_imports_matplotlib() -> None:
    script = (
        "import sys, rapportage, rapportage.pipeline\n"
        "from rapportage import BuildRequest, build\n"
        "build(BuildRequest('kerncijfers', '2020-05')).pdf\n"
        "print([name for name in sys.modules if name.partition('.')[0] == 'matplotlib'])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_notebook_looks_like_the_report() -> None:
    import rapportage

    style = rapportage.stijl()
    with mpl.style.context(style):
        figure = Figure()
        line = figure.add_subplot().plot([1, 2])[0]
        assert line.get_color() == built_in().theme.chart_colours[0]
    assert any(font.name == "Source Sans Pro" for font in font_manager.fontManager.ttflist)
    assert rapportage.stijl(["#123456"])["axes.prop_cycle"].by_key() == {"color": ["#123456"]}


@pytest.mark.parametrize("size", [2, 200])
def test_a_picture_hides_as_much_in_blocks_as_in_pixels(size: int) -> None:
    figure = Figure()
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.imshow([[row + column for column in range(size)] for row in range(size)], vmax=1000, alpha=0.5, aspect="auto")
    for item in drawn(figure, source_sans()).drawing.items:
        for each in item.items if isinstance(item, Clipped) else (item,):
            if isinstance(each, Pixels):
                assert size == 200
                assert set(each.raster.opacity) <= {127, 128}
            elif isinstance(each, Path) and each.fill not in ("#ffffff", None):
                assert size == 2
                assert each.opacity == pytest.approx(0.5, abs=0.01)
