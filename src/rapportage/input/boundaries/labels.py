"""Which area is which: its code, its names and the year, in the properties that a file of boundaries has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from rapportage.diagnostics.suggestion import suggest
from rapportage.document import normal
from rapportage.input.boundaries.faults import BoundaryFault, some

CODES = (
    "statcode", "code", "gemeentecode", "gm_code", "gmcode", "provinciecode", "pv_code", "coropcode", "cr_code",
    "regiocode", "identificatie", "nuts_id", "cntr_id", "iso_a2", "iso_a3", "iso_n3",
)  # fmt: skip
NAMES = (
    "statnaam", "naam", "name", "gemeentenaam", "gm_naam", "provincienaam", "coropnaam", "regionaam", "nuts_name",
    "name_latn",
)  # fmt: skip
"""In the order in which they are looked for; capitals make no difference."""
YEARS = ("jaar", "jrstatcode", "jaarcode", "year")
_YEAR = re.compile(r"(?:19|20)\d\d")
BETWEEN_NAMES = "|"


class Asked(Struct, frozen=True):
    """What the layout says of a file of boundaries: its path, and what its properties are called."""

    name: str
    code: str = ""
    label: str = ""
    year: int | None = None
    source: str = ""


class Labels:
    """The labels of the areas of one file, each looked for in the properties that the first areas have.

    Raises:
        BoundaryFault: there is no such property, or one code is of two areas.
    """

    def __init__(self, areas: Sequence[tuple[Mapping[str, object], object]], asked: Asked, file: str) -> None:
        self._areas = areas
        self.file = file
        self._keys = tuple(dict.fromkeys(key for properties, _ in areas for key in properties))
        self._code = self._property(asked.code, CODES, "code")
        self._name = self._property(asked.label, NAMES, "naam")
        self._has_ids = not self._code and any(_text(id) for _, id in areas)
        if not (self._code or self._name or self._has_ids):
            known = f"de eigenschappen zijn {some(list(self._keys))}" if self._keys else "er zijn geen eigenschappen"
            message = f"in '{file}' is niet te vinden hoe de gebieden heten: {known}"
            raise BoundaryFault(message, "geef bij 'grenzen' met 'code' en 'naam' welke eigenschap dat zijn")
        self._check()

    def code(self, place: int) -> str:
        properties, id = self._areas[place]
        return _text(properties.get(self._code)) if self._code else _text(id) if self._has_ids else ""

    def names(self, place: int) -> tuple[str, ...]:
        """All that it is called, the usual name first."""
        written = _text(self._areas[place][0].get(self._name)) if self._name else ""
        return tuple(name for each in written.split(BETWEEN_NAMES) if (name := normal.name(each)))

    def called(self, place: int) -> str:
        """The area in a message."""
        name = next(iter(self.names(place)), "") or self.code(place)
        return f"gebied {place + 1} in '{self.file}'{f' ({name[:60]})' if name else ''}"

    def year(self) -> int | None:
        """The one year that all areas are of."""
        key = self._found(YEARS)
        said = {_text(properties.get(key))[:4] for properties, _ in self._areas} if key else set()
        only = said.pop() if len(said) == 1 else ""
        return int(only) if _YEAR.fullmatch(only) else None

    def _property(self, asked: str, usual: tuple[str, ...], what: str) -> str:
        if asked and asked not in self._keys:
            message = f"geen gebied in '{self.file}' heeft de eigenschap '{asked[:60]}'"
            raise BoundaryFault(message, suggest(asked, self._keys) if self._keys else f"laat '{what}' weg")
        return asked or self._found(usual)

    def _found(self, usual: tuple[str, ...]) -> str:
        lower = {key.lower(): key for key in reversed(self._keys)}
        return next((lower[each] for each in usual if each in lower), "")

    def _check(self) -> None:
        seen: dict[str, int] = {}
        twice: list[str] = []
        for place in range(len(self._areas)):
            code = self.code(place)
            if not code and not self.names(place):
                raise BoundaryFault(f"{self.called(place)} heeft geen code en geen naam", "vul ze aan in het bestand")
            if code and seen.setdefault(code, place) != place:
                twice.append(code)
        if twice:
            message = f"in '{self.file}' staat meer dan één gebied met de code {some(list(dict.fromkeys(twice)))}"
            raise BoundaryFault(message, "voeg ze samen tot één MultiPolygon, of geef met 'code' een andere eigenschap")


def _text(value: object) -> str:
    """A code or name as it is compared; nothing of what is neither."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return normal.name(str(value))
