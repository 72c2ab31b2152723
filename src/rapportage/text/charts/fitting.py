"""Which keys go with which kind of chart: what a kind would not use is refused, and so never lost in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartKindName, ChartSpec, LineSpec
from rapportage.input.specs.places import at_key

_ALWAYS = frozenset({"id", "titel", "boodschap", "soort", "breedte", "tabel", "alternatief"})
_PERIODS = frozenset({"vanaf", "perioden", "reeksen"})
_OVER_PARTS: Mapping[ChartKindName, frozenset[str]] = {
    "staaf": frozenset({"cijfers", "reeksen", "vorm"}),
    "liggende staaf": frozenset({"cijfers", "reeksen"}),
    "aandeel": frozenset({"cijfers", "rest"}),
    "piramide": frozenset({"cijfers", "reeksen"}),
}
_OVER_TIME: Mapping[ChartKindName, frozenset[str]] = {
    "lijn": _PERIODS | {"bijschriften"},
    "staaf": _PERIODS | {"bijschriften", "vorm"},
    "liggende staaf": _PERIODS,
    "vlak": _PERIODS | {"bijschriften", "vorm"},
    "combinatie": _PERIODS | {"bijschriften", "vorm"},
    "kleine veelvouden": _PERIODS | {"bijschriften"},
    "verloop": _PERIODS,
    "stroom": _PERIODS | {"bijschriften"},
}
"""Besides `_ALWAYS`, what a chart over parts (`cijfers`) and one over periods make use of."""
_LINE_OVER_PARTS = frozenset({"naam", "waarde"})
_LINE_OVER_TIME = frozenset({"naam", "cijfers"})
_HINTS = {
    "rest": "zet de rest in een tabel",
    "vorm": "laat 'vorm' weg, of kies staaf of vlak",
    "bijschriften": "zet het in de titel of in de tekst",
    "waarde": "geef 'cijfers': de naam van een reeks",
    "cijfers": "geef 'waarde', bijvoorbeeld: waarde: \"{{ rij.vorig_jaar }}\"",
    "als": "'als' is er alleen bij de soort 'combinatie'",
}


class Misfit(Struct, frozen=True):
    """Why what is asked does not fit the kind of chart, and what would."""

    code: str
    message: str
    span: Span
    hint: str | None


def takes_annotations(spec: ChartSpec) -> bool:
    return spec.figures is None and "bijschriften" in _OVER_TIME.get(spec.kind, ())


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
    if spec.kind not in _OVER_PARTS:
        return f"de soort '{spec.kind}' is over perioden", "geef 'vanaf' (of 'perioden') en 'reeksen'", "cijfers"
    if spec.kind == "piramide" and len(lines) != 2:
        return "een piramide heeft twee reeksen", "geef onder 'reeksen' er twee, elk met naam en waarde", "reeksen"
    if spec.kind == "aandeel" and lines:
        return "een aandeel heeft geen reeksen", "alleen 'cijfers', en 'rest' voor wat overblijft", "reeksen"
    if spec.form == "100%" and len(lines) < 2:
        return _alone()
    return None


def _over_time(spec: ChartSpec) -> _Found | None:
    lines = spec.lines if isinstance(spec.lines, tuple) else None
    if spec.kind not in _OVER_TIME:
        message = f"de soort '{spec.kind}' is over onderdelen"
        return message, "geef 'cijfers', bijvoorbeeld met top(5)", "vanaf", "perioden", "reeksen"
    if lines == ():
        return "deze grafiek heeft geen cijfers", "voor perioden: vanaf en reeksen; voor onderdelen: cijfers", "reeksen"
    if (spec.since is None) == (not spec.periods) and not (spec.kind == "stroom" and not spec.periods):
        return "deze grafiek heeft 'vanaf' of 'perioden' nodig", "bijvoorbeeld: vanaf: 2018-01", "vanaf"
    if spec.kind == "stroom" and len(lines or ()) != 1:
        return "een stroom per periode is van één reeks", "geef onder 'reeksen' één naam met cijfers", "reeksen"
    if spec.kind == "combinatie" and {line.mark for line in lines or ()} != {"staaf", "lijn"}:
        return "een combinatie heeft staven en een lijn", "zet bij minstens één reeks: als: lijn", "reeksen"
    if spec.kind == "combinatie" and spec.form == "100%":
        message = "een combinatie kan niet in procenten van het geheel: de lijn is geen deel van de staven"
        return message, "kies een staaf met 'vorm: 100%', en zet de lijn in een eigen grafiek", "vorm"
    if spec.form == "100%" and lines is not None and len(lines) == 1:
        return _alone()
    return None


def _alone() -> _Found:
    return "één reeks is overal 100% van zichzelf", "geef meer reeksen, of laat 'vorm' weg", "vorm"


def _unused(spec: ChartSpec) -> Iterator[Misfit]:
    """What the user wrote and this kind of chart makes no use of."""
    over_parts = spec.figures is not None
    what = f"de soort '{spec.kind}'{' over onderdelen' if over_parts and spec.kind in _OVER_TIME else ''}"
    known = _ALWAYS | (_OVER_PARTS if over_parts else _OVER_TIME)[spec.kind]
    for key in (key for key, _ in spec.node.entries if key.text not in known):
        if key.text == "bijschriften":
            yield Misfit("T420", f"bij {what} kan geen bijschrift staan", key.span, _HINTS[key.text])
        else:
            yield Misfit("T407", f"'{key.text}' doet niets bij {what}", key.span, _HINTS.get(key.text))
    of_line = _LINE_OVER_PARTS if over_parts else _LINE_OVER_TIME
    of_line |= {"als"} if spec.kind == "combinatie" else frozenset()
    for line in spec.lines if isinstance(spec.lines, tuple) else ():
        if not isinstance(line, LineSpec):
            raise TypeError("lines are a tuple of LineSpec")
        for key in (key for key, _ in line.node.entries if key.text not in of_line):
            yield Misfit("T407", f"'{key.text}' doet niets bij een reeks van {what}", key.span, _HINTS.get(key.text))
