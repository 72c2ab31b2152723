"""A comparison as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from rapportage.document import FigureInput
from rapportage.proof.comparing.comparison import Comparison, FigureChange, InputChange, StatementChange
from rapportage.proof.tracing import TracedFigure, cell_object, place_object, spot_object

VERSION = 1
Json = dict[str, Any]


def as_json(comparison: Comparison) -> str:
    """A JSON object; the handbook lists its keys. New ones may be added; `versie` goes up when one changes or goes."""
    made = {
        "versie": VERSION,
        "oud": comparison.old,
        "nieuw": comparison.new,
        "gelijke_cijfers": comparison.same,
        "cijfers": [_figure(each) for each in comparison.figures],
        "zinnen": [_statement(each) for each in comparison.statements],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _figure(change: FigureChange) -> Json:
    return {
        "wat": change.change.value,
        "was": _shown(change.was),
        "is": _shown(change.now),
        "invoer": [_input(each) for each in change.inputs],
    }


def _shown(figure: TracedFigure | None) -> Json | None:
    if figure is None:
        return None
    exact = figure.trace.exact
    return {
        **spot_object(figure.page),
        "plaats": place_object(figure.place),
        "zin": figure.context,
        "getoond": figure.shown,
        "exact": None if exact is None else str(exact),
        "berekening": figure.trace.calculation,
    }


def _input(change: InputChange) -> Json:
    return {"was": _cell(change.was), "is": _cell(change.now)}


def _cell(cell: FigureInput | None) -> Json | None:
    return None if cell is None else cell_object(cell)


def _statement(change: StatementChange) -> Json:
    told = change.here.told
    return {
        "wat": change.change.value,
        **spot_object(told.page),
        "plaats": place_object(told.place),
        "was": change.was.text if change.was else None,
        "is": change.now.text if change.now else None,
    }
