"""Every kind of chart in one, two and eight colours, with figures of every sort: as layouts with their data."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rapportage.document.chart_kinds import KINDS, ChartKind, Colours, Reach

COLOURS = (1, 2, 8)
SORTS = ("gewoon", "nul", "negatief", "onbekend", "één", "200")
"""What the figures are: usual ones; some or all 0; some below that; some unknown; only one; 200 of each series."""
USUAL, MANY = 8, 200
"""How many parts or periods a series has figures of."""
_PARTS = ("Amsterdam", "Rotterdam", "Den Haag", "Utrecht", "Groningen", "Eindhoven", "Tilburg", "Almere")
_NAMES = ("Asielzoekers", "Nareizigers", "Uitgenodigde vluchtelingen", "Studie", "Werk", "Gezin", "Kennis", "Overig")


class Cell(Struct, frozen=True):
    """A chart of that kind over parts or over periods; `colours` is how many things in it would have one."""

    kind: ChartKind
    over_parts: bool
    colours: int
    sort: str

    @property
    def name(self) -> str:
        over = "onderdelen" if self.over_parts else "perioden"
        return f"{self.kind.word} over {over}, {self.colours}, {self.sort}"

    @property
    def series(self) -> int:
        """How many series there are."""
        if self.kind.colours is Colours.PARTS:
            return 1
        return self.colours

    @property
    def places(self) -> int:
        """How many parts or periods: what has colours, or else as many as the sort has."""
        if self.kind.colours is Colours.PARTS and self.sort != "200":
            return self.colours
        if self.kind.reach is Reach.TWO:
            return 2
        return {"één": 1, "200": MANY}.get(self.sort, USUAL)

    def value(self, series: int, place: int) -> str:
        """The figure of a series at a place, as a period file has it."""
        if self.kind.is_whole:
            return self._share(place)
        made = (place * 37 + series * 53) % 97 * 12 + 40 * (series + 1)
        match self.sort:
            case "nul":
                return "0" if series == 1 or place % 3 == 1 else str(made)
            case "negatief":
                return str(-made // 2 if (place + series) % 3 == 1 else made)
            case "onbekend":
                return "." if (place + series) % 4 == 1 else str(made)
        return str(made)

    def _share(self, place: int) -> str:
        """A part of 100%."""
        parts = [100 // self.places] * self.places
        parts[0] += 100 - sum(parts)
        if self.places > 1 and self.sort in ("nul", "negatief"):
            less = parts[1] + (5 if self.sort == "negatief" else 0)
            parts[0], parts[1] = parts[0] + less, parts[1] - less
        return "." if self.sort == "onbekend" and place == 1 else str(parts[place])

    @property
    def period(self) -> str:
        """The period file."""
        unit = '"%"' if self.kind.is_whole else "aanvragen"
        lines = [
            "periode: 2020-08",
            "uitgave: {datum: 2020-09-10}",
            "bronnen: {ind: {titel: Verzonnen, uitgever: IND}}",
        ]
        lines.append("cijfers:")
        for series in range(self.series):
            lines += [f"  s{series}:", f"    titel: {_NAMES[series]}", f"    eenheid: {unit}", "    bron: ind"]
            lines += ["    maat: saldo"] if self.sort == "negatief" and not self.kind.is_whole else []
            if self.over_parts:
                parts = ", ".join(f"{part_name(at)}: {self.value(series, at)}" for at in range(self.places))
                lines.append(f"    naar: {{gemeente: {{{parts}}}}}")
            else:
                lines += [f"    totaal: {self.value(series, self.places - 1)}"]
                row = ", ".join(f"{self._month(at)}: {self.value(series, at)}" for at in self._earlier)
                lines += [f"    reeks: {{{row}}}"] if row else []
        return "\n".join(lines) + "\n"

    @property
    def _earlier(self) -> range:
        """The places of the months before the last; of a comparison with the year before also those of that year."""
        return range(-12 if self.kind.reach is Reach.YEAR else 0, self.places - 1)

    def _month(self, at: int) -> str:
        """The month at a place: the last is August 2020."""
        number = 2020 * 12 + 7 - (self.places - 1 - at)
        return f"{number // 12}-{number % 12 + 1:02}"

    @property
    def layout(self) -> str:
        """A layout with the chart."""
        lines = ["titel: Proef", "blokken:", "  - kop: Kop", "  - grafiek:", "      id: g", "      titel: Proef"]
        lines.append(f"      soort: {self.kind.word}")
        keys = self.kind.parts if self.over_parts else self.kind.periods
        if self.over_parts:
            lines.append('      cijfers: "{{ s0 | alle }}"')
        elif self.kind.reach is Reach.TWO:
            lines.append(f"      perioden: [{self._month(0)}, {self._month(1)}]")
        elif self.kind.reach is not Reach.YEAR:
            lines.append(f"      vanaf: {self._month(0)}")
        if "reeksen" in (keys or ()) and not (self.over_parts and self.series == 1 and not self.kind.is_plane):
            lines.append("      reeksen:")
            lines += [f"        - {self._series(at)}" for at in range(self.series)]
        if self.kind.covers and self.series > 1 and "vorm" in (keys or ()) and not self.kind.mixes_marks:
            lines.append("      vorm: gestapeld")
        return "\n".join(lines) + "\n"

    def _series(self, at: int) -> str:
        figure = f'waarde: "{{{{ s{at}[rij] }}}}"' if self.over_parts else f"cijfers: s{at}"
        as_line = ", als: lijn" if self.kind.mixes_marks and at % 2 else ""
        return f"{{naam: {_NAMES[at]}, {figure}{as_line}}}"


def part_name(at: int) -> str:
    return _PARTS[at] if at < len(_PARTS) else f"Gemeente {at + 1}"


def cells() -> Iterator[Cell]:
    """All of them, but for those of kinds that the user draws himself, and of maps, which need areas (`test_map`)."""
    for kind in KINDS:
        for over_parts in (True, False):
            if kind.is_own or kind.is_map or (kind.parts if over_parts else kind.periods) is None:
                continue
            for colours in COLOURS:
                for sort in SORTS:
                    yield Cell(kind, over_parts, colours, sort)
