"""A drawing as pixels, by way of the operators of a PDF; and the same figure by matplotlib's own Agg."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pypdfium2
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from rapportage.document.drawing import Drawing
from rapportage.pages.fonts import source_sans
from rapportage.pages.pdf.drawings import drawing_operators
from rapportage.pages.pdf.fonts import FontUse
from rapportage.pages.pdf.means import Means, Stock
from rapportage.pages.pdf.objects import PdfFile, ref
from rapportage.pages.plots.backend import drawn

SIZE = (4.6, 3.2)
"""In inches."""


def ours(draw: Callable[[Figure], None]) -> Drawing:
    with mpl.rc_context(_settings()):
        figure = Figure(layout="constrained")
        draw(figure)
        return drawn(figure, source_sans()).drawing


def theirs(draw: Callable[[Figure], None]) -> Image.Image:
    with mpl.rc_context(_settings()):
        figure = Figure(layout="constrained", dpi=72)
        draw(figure)
        canvas = FigureCanvasAgg(figure)
        out = BytesIO()
        canvas.print_png(out)
    return Image.open(out).convert("RGB")


@cache
def _settings() -> dict[str, object]:
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    for name in ("Regular", "Semibold", "It", "SemiboldIt"):
        path = Path(spec.origin).parent / "files" / f"SourceSansPro-{name}.ttf"
        font_manager.fontManager.addfont(path)
    return {"font.family": "Source Sans Pro", "font.size": 9, "figure.figsize": SIZE, "figure.titleweight": 600}


def pdf_of(drawing: Drawing) -> bytes:
    """One page with nothing else."""
    file, means = PdfFile(), Means(Stock(FontUse(source_sans())))
    content = file.add_stream("", "\n".join(drawing_operators(drawing, 0, 0, means)).encode("latin-1"))
    resources = means.stock.write(file).resources(means)
    tree = file.reserve()
    page = file.add(
        f"<</Type/Page/Parent {ref(tree)}/MediaBox[0 0 {drawing.width} {drawing.height}]"
        f"/Group<</S/Transparency/CS/DeviceRGB>>{resources}/Contents {ref(content)}>>"
    )
    file.put(tree, f"<</Type/Pages/Count 1/Kids[{ref(page)}]>>")
    return file.write(file.add(f"<</Type/Catalog/Pages {ref(tree)}>>"), file.add("<<>>"))


def pixels_of(drawing: Drawing) -> Image.Image:
    with pypdfium2.PdfDocument(pdf_of(drawing)) as document:
        return document[0].render(scale=1).to_pil().convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The part of the picture, from 0 to 1, that is another colour when both are seen from some distance."""
    first, second = _blurred(one), _blurred(other.resize(one.size))
    return float((np.abs(first - second).max(axis=2) > 48).mean())


def _blurred(image: Image.Image) -> NDArray[np.float64]:
    return np.asarray(image.filter(ImageFilter.BoxBlur(2)), dtype=float)
