"""What can't be in an SVG, by name, line and column."""

from __future__ import annotations

from rapportage.input.images.faults import PictureFault, Problem, fault
from rapportage.input.images.svg.tree import Element

MOST_PROBLEMS = 10
PICTURE = "sla de afbeelding op als PNG"
_ALONE = "haal het weg: een afbeelding in een rapport haalt niets op en doet niets"
_OUTLINES = "zet die tekst om in vormen (Inkscape: Pad > Object naar pad)"
_COLOUR = "schrijf een kleur zoals #154273, rgb(21, 66, 115) of steelblue"
_HINTS = {
    "script": _ALONE,
    "href": _ALONE,
    "text": _OUTLINES,
    "textPath": _OUTLINES,
    "letters": f"kies in de huisstijl een lettertype dat ze heeft, of {_OUTLINES}",
    "fill": _COLOUR,
    "stroke": _COLOUR,
    "style": "sla de SVG op met de opmaak bij de vormen zelf ('presentation attributes')",
    "filter": "haal de schaduw of vervaging weg, of " + PICTURE,
    "use": "maak van klonen en symbolen gewone vormen",
}


class Problems:
    """Gathers what is wrong: each thing once, and some of them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._found: dict[str, Problem] = {}

    def refuse(self, element: Element, kind: str, what: str) -> None:
        """`what` can't be in a picture; `kind` says which way there is to mend it."""
        self.refuse_at(element.line, element.column, kind, what)

    def refuse_at(self, line: int, column: int, kind: str, what: str) -> None:
        message = f"'{self.name}', regel {line}, kolom {column}: '{what[:60]}' kan niet in een SVG"
        self.add(what, Problem("T448", message, _HINTS.get(kind, PICTURE)))

    def add(self, key: str, problem: Problem) -> None:
        if key not in self._found and len(self._found) < MOST_PROBLEMS:
            self._found[key] = problem

    def raise_any(self) -> None:
        """Raises:
        PictureFault: something was found.
        """
        if self._found:
            raise PictureFault(*self._found.values())


def too_large(name: str) -> PictureFault:
    return fault("T442", f"'{name}' is te groot of te ingewikkeld voor een SVG", PICTURE)
