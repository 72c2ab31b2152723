"""One figure of matplotlib in the house style, filled by a function of the user."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from rapportage.figures.languages.spoken import speaking
from rapportage.pages.fonts import Face, Family
from rapportage.pages.plots.backend import drawn
from rapportage.pages.plots.errand import Request
from rapportage.pages.plots.house import in_words_of_the_report, settings
from rapportage.pages.plots.renderer import DOTS, Drawn


class Empty(Exception):
    """The function drew nothing on the axes that it got."""


def draw(function: Callable[..., Any], request: Request) -> Drawn:
    """Calls `function(axes, figures)` and gives what it drew: the same for the same figures, also what is random."""
    random.seed(0)
    np.random.seed(0)
    mpl.rcdefaults()
    house: Any = settings(request.figures.colours)  # of which matplotlib has a type with every name
    family = Family(lambda role: Face(request.faces[role]))
    with mpl.rc_context(house), speaking(request.language):
        figure = Figure(figsize=(request.width / DOTS, request.height / DOTS), layout="constrained")
        axes = figure.add_subplot()
        function(axes, request.figures)
        figure.set_size_inches(request.width / DOTS, request.height / DOTS)  # the room that it has, whatever was asked
        for each in figure.axes:
            in_words_of_the_report(each)
        made = drawn(figure, family)
        if not _is_drawn_on(figure):
            raise Empty
        return made


def _is_drawn_on(figure: Figure) -> bool:
    """Whether there is more than axes: who draws with pyplot, does so on another figure."""
    within = (each.has_data() or each.texts or each.tables or each.artists for each in figure.axes)
    return any(within) or any([figure.texts, figure.artists, figure.images, figure.lines, figure.patches])
