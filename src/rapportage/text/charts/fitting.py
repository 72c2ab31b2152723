"""Which keys go with which kind of chart: what a kind would not use is refused, and so never lost in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.document.chart_kinds import AREAS, BARS, BARS_AND_LINES, LINE_MARK, MarkName, Reach, SeriesCount
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartSpec, LineSpec
from rapportage.input.specs.places import at_key

_ALWAYS = frozenset({"id", "titel", "boodschap", "soort", "breedte", "tabel", "alternatief"})
_LINE_OVER_PARTS = frozenset({"naam", "waarde"})
_LINE_OVER_TIME = frozenset({"naam", "cijfers"})
_HINTS = {
    "rest": "zet de rest in een tabel",
    "vorm": f"laat 'vorm' weg, of kies {BARS.word} of {AREAS.word}",
    "bijschriften": "zet het in de titel of in de tekst",
    "waarde": "geef 'cijfers': de naam van een reeks",
    "cijfers": "geef 'waarde', bijvoorbeeld: waarde: \"{{ rij.vorig_jaar }}\"",
    "als": f"'als' is er alleen bij de soort '{BARS_AND_LINES.word}'",
}


class Misfit(Struct, frozen=True):
    """Why what is asked does not fit the kind of chart, and what would."""

    code: str
    message: str
    span: Span
    hint: str | None


def takes_annotations(spec: ChartSpec) -> bool:
    return spec.figures is None and "bijschriften" in (spec.kind.periods or ())


def misfit(spec: ChartSpec) -> Misfit | None:
    """The first thing that does not fit; None where all does."""
    found = _over_parts(spec) if spec.figures is not None else _over_time(spec)
    if found is not None:
        message, hint, *keys = found
        return Misfit("T407", message, at_key(spec.node, *keys, "soort"), hint)
    return next(_unused(spec), None)


_Found = tuple[str, ...]
"""A message, a hint and the keys of which the first that is there is at fault."""


def _over_parts(spec: ChartSpec) -> _Found | None:
    lines = spec.lines if isinstance(spec.lines, tuple) else ()
    if spec.since is not None or spec.periods or isinstance(spec.lines, Scalar):
        message = "deze grafiek is over onderdelen ('cijfers') én over perioden"
        return message, "kies een van beide", "vanaf", "perioden", "reeksen"
    if spec.kind.parts is None:
        return f"de soort '{spec.kind.word}' is over perioden", "geef 'vanaf' (of 'perioden') en 'reeksen'", "cijfers"
    if found := _counted(spec.kind.count_of_parts, lines):
        return found
    if spec.form == "100%" and len(lines) < 2:
        return _alone()
    return None


def _over_time(spec: ChartSpec) -> _Found | None:
    lines = spec.lines if isinstance(spec.lines, tuple) else None
    if spec.kind.periods is None:
        message = f"de soort '{spec.kind.word}' is over onderdelen"
        return message, "geef 'cijfers', bijvoorbeeld met top(5)", "vanaf", "perioden", "reeksen"
    if lines == ():
        return "deze grafiek heeft geen cijfers", "voor perioden: vanaf en reeksen; voor onderdelen: cijfers", "reeksen"
    if (spec.since is None) == (not spec.periods) and not (spec.kind.reach is Reach.YEAR and not spec.periods):
        return "deze grafiek heeft 'vanaf' of 'perioden' nodig", "bijvoorbeeld: vanaf: 2018-01", "vanaf"
    if found := _counted(spec.kind.count_over_time, lines or ()):
        return found
    if spec.kind.mixes_marks and {line.mark for line in lines or ()} != set(get_args(MarkName)):
        return "een combinatie heeft staven en een lijn", f"zet bij minstens één reeks: als: {LINE_MARK}", "reeksen"
    if spec.kind.mixes_marks and spec.form == "100%":
        message = "een combinatie kan niet in procenten van het geheel: de lijn is geen deel van de staven"
        return message, "kies een staaf met 'vorm: 100%', en zet de lijn in een eigen grafiek", "vorm"
    if spec.form == "100%" and lines is not None and len(lines) == 1:
        return _alone()
    return None


def _counted(count: SeriesCount | None, lines: Sequence[LineSpec]) -> _Found | None:
    return (count.message, count.hint, "reeksen") if count and len(lines) != count.number else None


def _alone() -> _Found:
    return "één reeks is overal 100% van zichzelf", "geef meer reeksen, of laat 'vorm' weg", "vorm"


def _unused(spec: ChartSpec) -> Iterator[Misfit]:
    """What the user wrote and this kind of chart makes no use of."""
    over_parts = spec.figures is not None
    what = f"de soort '{spec.kind.word}'{' over onderdelen' if over_parts and spec.kind.periods is not None else ''}"
    known = _ALWAYS | ((spec.kind.parts if over_parts else spec.kind.periods) or frozenset())
    for key in (key for key, _ in spec.node.entries if key.text not in known):
        if key.text == "bijschriften":
            yield Misfit("T420", f"bij {what} kan geen bijschrift staan", key.span, _HINTS[key.text])
        else:
            yield Misfit("T407", f"'{key.text}' doet niets bij {what}", key.span, _HINTS.get(key.text))
    of_line = _LINE_OVER_PARTS if over_parts else _LINE_OVER_TIME
    of_line |= {"als"} if spec.kind.mixes_marks else frozenset()
    for line in spec.lines if isinstance(spec.lines, tuple) else ():
        if not isinstance(line, LineSpec):
            raise TypeError("lines are a tuple of LineSpec")
        for key in (key for key, _ in line.node.entries if key.text not in of_line):
            yield Misfit("T407", f"'{key.text}' doet niets bij een reeks van {what}", key.span, _HINTS.get(key.text))
