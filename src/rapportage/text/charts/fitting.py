"""Which keys go with which kind of chart: what a kind would not use is refused, and so never lost in silence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.diagnostics.own_names import PARTED
from rapportage.document.chart_kinds import (
    AREAS,
    BARS,
    BARS_AND_LINES,
    BOXES,
    HISTOGRAM,
    LINE_MARK,
    MAP,
    OWN,
    MarkName,
    Reach,
    SeriesCount,
)
from rapportage.input.loading.nodes import Scalar
from rapportage.input.specs.blocks.chart import ChartSpec, LineSpec
from rapportage.input.specs.blocks.classes import MOST_CLASSES, MOST_TINTS, ClassesSpec
from rapportage.input.specs.blocks.crossed import CrossedSpec
from rapportage.input.specs.places import at_key, key_at

_ALWAYS = frozenset({"id", "titel", "boodschap", "soort", "breedte", "tabel", "alternatief"})
_LINE_OVER_PARTS = frozenset({"naam", "waarde"})
_LINE_OVER_TIME = frozenset({"naam", "cijfers"})
_HINTS = {
    "rest": "zet de rest in een tabel",
    "vorm": f"laat 'vorm' weg, of kies {BARS.word} of {AREAS.word}",
    "bijschriften": "zet het in de titel of in de tekst",
    "waarde": "geef 'cijfers': de naam van een reeks",
    "cijfers": "geef 'waarde', bijvoorbeeld: waarde: \"{{ rij.vorig_jaar }}\"",
    "functie": f"'functie' is er alleen bij de soort '{OWN.word}'",
    "grenzen": f"'grenzen' is er alleen bij de soort '{MAP.word}'",
    "hoogte": "een grafiek is zo hoog als nodig is; laat 'hoogte' weg",
    "klassen": f"'klassen' is er alleen bij de soorten '{HISTOGRAM.word}' en '{MAP.word}'",
    "per": f"'per' is er alleen bij de soort '{BOXES.word}' over onderdelen",
    "tabel": "laat 'tabel' weg: de tabel bij deze grafiek maakt rapportage",
    "uitsnede": f"'uitsnede' is er alleen bij de soort '{MAP.word}'",
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
    found = _own(spec) or (_over_parts(spec) if spec.figures is not None else _over_time(spec))
    found = found or _form(spec)
    if found is not None:
        message, hint, *keys = found
        return Misfit("T407", message, at_key(spec.node, *keys, "soort"), hint)
    return next(_unused(spec), None) or _classes(spec)


_Found = tuple[str, ...]
"""A message, a hint and the keys of which the first that is there is at fault."""


def _own(spec: ChartSpec) -> _Found | None:
    """What a chart of one's own lacks: nobody else knows what it shows."""
    if not spec.kind.is_own:
        return None
    if spec.function is None:
        message = f"een grafiek van de soort '{spec.kind.word}' heeft 'functie' nodig"
        return message, "geef het bestand in grafieken/ en de functie daarin: functie: mijn:teken", "functie"
    if spec.alternative is None:
        message = f"een grafiek van de soort '{spec.kind.word}' heeft 'alternatief' nodig: wat zij toont, in woorden"
        return message, 'schrijf het met cijfers uit de gegevens: alternatief: "… {{ mijn_reeks }} …"', "alternatief"
    return None


def _form(spec: ChartSpec) -> _Found | None:
    """A form that is of other kinds: hexagons are areas of a map."""
    keys = (spec.kind.parts or frozenset()) | (spec.kind.periods or frozenset())
    if spec.form is None or "vorm" not in keys or spec.form in spec.kind.forms:
        return None
    known = " of ".join(f"'{each}'" for each in spec.kind.forms)
    return f"de soort '{spec.kind.word}' kan niet '{spec.form}' zijn", f"schrijf {known}, of laat 'vorm' weg", "vorm"


def _classes(spec: ChartSpec) -> Misfit | None:
    """Classes that this kind can't have: bars are equally wide, tints are few."""
    asked = spec.classes
    if asked is None:
        return None
    found = _tints(asked) if spec.kind.is_map else _widths(asked)
    return Misfit("T483" if spec.kind.is_map else "T407", found[0], asked.span, found[1]) if found else None


def _widths(asked: ClassesSpec) -> tuple[str, str] | None:
    """The height of a bar is how many there are, and not its area."""
    steps = {after - before for before, after in pairwise(asked.bounds)}
    if asked.method is not None:
        return "een histogram heeft klassen die even breed zijn", "geef een aantal of grenzen: klassen: [0, 50, 100]"
    if asked.most is not None:
        return None
    if not 3 <= len(asked.bounds) <= MOST_CLASSES + 1:
        message = f"voor klassen zijn er 3 tot en met {MOST_CLASSES + 1} grenzen, en dit zijn er {len(asked.bounds)}"
        return message, "bijvoorbeeld: klassen: [0, 50, 100]"
    if len(steps) > 1 or min(steps) <= 0:
        hint = "een brede klasse lijkt altijd vol; schrijf bijvoorbeeld [0, 50, 100]"
        return "de klassen zijn niet even breed, van laag naar hoog", hint
    return None


def _tints(asked: ClassesSpec) -> tuple[str, str] | None:
    """The bounds of a map are between classes: two make three."""
    if asked.most is not None and asked.most > MOST_TINTS:
        return f"een kaart heeft hoogstens {MOST_TINTS} klassen", "meer tinten zijn niet uit elkaar te houden"
    if asked.most is None and not 1 <= len(asked.bounds) < MOST_TINTS:
        most = MOST_TINTS - 1
        message = f"tussen klassen zijn er 1 tot en met {most} grenzen, en dit zijn er {len(asked.bounds)}"
        return message, "twee grenzen maken drie klassen: klassen: [100, 200]"
    if any(after <= before for before, after in pairwise(asked.bounds)):
        return "de grenzen tussen klassen gaan niet van laag naar hoog", "schrijf bijvoorbeeld: klassen: [100, 200]"
    return None


def _over_parts(spec: ChartSpec) -> _Found | None:
    lines = spec.lines if isinstance(spec.lines, tuple) else ()
    if spec.since is not None or spec.periods or isinstance(spec.lines, Scalar):
        message = "deze grafiek is over onderdelen ('cijfers') én over perioden"
        return message, "kies een van beide", "vanaf", "perioden", "reeksen"
    if spec.kind.parts is None:
        return f"de soort '{spec.kind.word}' is over perioden", "geef 'vanaf' (of 'perioden') en 'reeksen'", "cijfers"
    if isinstance(spec.lines, CrossedSpec):  # how many series that are is known later
        return None
    if spec.kind.is_map and spec.boundaries is None:
        message = f"een {spec.kind.word} heeft 'grenzen' nodig"
        return message, "geef een bestand (grenzen: grenzen/gemeenten.geojson) of 'provincies'", "grenzen"
    if spec.inset is not None and spec.form is not None:
        return "zeshoeken zijn alle even groot, en hebben geen uitsnede", "laat 'vorm' of 'uitsnede' weg", "uitsnede"
    if found := counted(spec.kind.count_of_parts, len(lines)):
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
    if isinstance(spec.lines, CrossedSpec):
        hint = f"een lijn per onderdeel: reeksen: \"{{{{ {PARTED}.naar('{spec.lines.by.text[:40]}') }}}}\""
        return "'naar' bij 'reeksen' is voor een grafiek over onderdelen ('cijfers')", hint, "reeksen"
    if found := counted(spec.kind.count_over_time, len(lines or ())):
        return found
    if spec.kind.mixes_marks and {line.mark for line in lines or ()} != set(get_args(MarkName)):
        return "een combinatie heeft staven en een lijn", f"zet bij minstens één reeks: als: {LINE_MARK}", "reeksen"
    if spec.kind.mixes_marks and spec.form == "100%":
        message = "een combinatie kan niet in procenten van het geheel: de lijn is geen deel van de staven"
        return message, "kies een staaf met 'vorm: 100%', en zet de lijn in een eigen grafiek", "vorm"
    if spec.form == "100%" and lines is not None and len(lines) == 1:
        return _alone()
    return None


def counted(count: SeriesCount | None, lines: int) -> _Found | None:
    """What is wrong with so many series, if anything."""
    if count is None or lines == count.number or (count.or_none and not lines):
        return None
    return count.message, count.hint, "reeksen"


def _alone() -> _Found:
    return "één reeks is overal 100% van zichzelf", "geef meer reeksen, of laat 'vorm' weg", "vorm"


def _unused(spec: ChartSpec) -> Iterator[Misfit]:
    """What the user wrote and this kind of chart makes no use of."""
    over_parts = spec.figures is not None
    what = f"de soort '{spec.kind.word}'{' over onderdelen' if over_parts and spec.kind.periods is not None else ''}"
    known = _ALWAYS | ((spec.kind.parts if over_parts else spec.kind.periods) or frozenset())
    known -= {"tabel"} if spec.kind.gathering else frozenset()
    for key in (key for key, _ in spec.node.entries if key.text not in known):
        if key.text == "bijschriften":
            yield Misfit("T420", f"bij {what} kan geen bijschrift staan", key.span, _HINTS[key.text])
        else:
            yield Misfit("T407", f"'{key.text}' doet niets bij {what}", key.span, _HINTS.get(key.text))
    of_line = _LINE_OVER_PARTS if over_parts else _LINE_OVER_TIME
    of_line |= {"als"} if spec.kind.mixes_marks else frozenset()
    if isinstance(spec.lines, CrossedSpec) and spec.lines.group is not None:
        span = key_at(spec.lines.node, "groep").span
        yield Misfit("T407", "'groep' doet niets bij de reeksen van een grafiek", span, _HINTS.get("groep"))
    for line in spec.lines if isinstance(spec.lines, tuple) else ():
        if not isinstance(line, LineSpec):
            raise TypeError("lines are a tuple of LineSpec")
        for key in (key for key, _ in line.node.entries if key.text not in of_line):
            yield Misfit("T407", f"'{key.text}' doet niets bij een reeks van {what}", key.span, _HINTS.get(key.text))
