"""The work of the benchmarks: reports of three sizes in our own formats, always the same, with invented names.

`python benchmarks/work.py MAP [S|M|L]` writes a project with one layout ('werk') and one period (2025-H1): S has 3
sections, M has 40 and L 400, each with about 280 words, a table, a note, and three of four a chart. The same shape as
the work that other tools are given beside ours, so that one run can measure both.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LAYOUT, PERIOD = "werk", "2025-H1"
THINGS = (
    "aanvragen", "registraties", "beoordelingen", "doorlooptijden", "vervolgaanvragen", "behandelplannen",
    "plaatsingsverzoeken", "werkvoorraden", "afhandelingstermijnen", "capaciteitsplannen", "toetsingsverzoeken",
    "dossieroverdrachten", "identiteitsdocumenten", "uitvoeringsbesluiten", "kwaliteitscontroles", "steekproeven",
)  # fmt: skip
ORGANISATIONS = tuple(f"organisatie {letter}" for letter in "ABCDEFGHIJ")
PLACES = tuple(f"Land {number}" for number in range(1, 17))
KINDS = ("Eerste soort", "Tweede soort", "Derde soort", "Vierde soort", "Vijfde soort")
SENTENCES = (
    "In de verslagperiode steeg het aantal {a} met {p} ten opzichte van dezelfde periode een jaar eerder, tot {n}.",
    "Daarmee kwam het aandeel van {a} in het totaal van de {b} uit op {p}, terwijl {w} had gerekend op {n}.",
    "Volgens {w} komt de ontwikkeling vooral door de samenhang tussen {a} en {b}, die in het jaar veranderde.",
    "Van de {n} afgehandelde dossiers viel {p} binnen de wettelijke termijn; bij {a} was dat aandeel lager.",
    "De verwachting is dat {w} de werkvoorraad van {n} zaken in de komende twee halfjaren verder terugbrengt.",
    "Ook voor {a} geldt dat de gemiddelde duur toenam, al bleef het verschil met de {b} beperkt tot {p}.",
    "Personen uit {l} vormden met {n} registraties de grootste groep, gevolgd door personen uit {m}.",
    "Omdat de {a} en de {b} niet op hetzelfde moment worden geregistreerd, zijn de cijfers niet zonder meer optelbaar.",
    "Bij {w} lag de bezetting aan het einde van de periode op {p}, wat neerkomt op {n} plaatsen.",
    "Na een daling in het voorjaar trok het aantal {a} vanaf september weer aan, met name door {b} uit {l}.",
)
HALF_YEARS = ("2023-H2", "2024-H1", "2024-H2")
MONTHS = (*(f"2024-{month:02}" for month in range(7, 13)), *(f"2025-{month:02}" for month in range(1, 7)))


@dataclass(frozen=True, slots=True)
class Size:
    """`words` and `rows` are per section."""

    chapters: int
    sections: int
    words: int
    rows: tuple[int, int]
    without_chart: int
    """One in four sections has no chart: the one that leaves this remainder."""


SIZES = {
    "S": Size(1, 3, 60, (8, 8), 2),
    "M": Size(8, 5, 280, (8, 15), 3),
    "L": Size(80, 5, 280, (8, 15), 3),
}


def write_project(folder: Path, size: str) -> None:
    """The project of that size: data/2025-H1.yaml and layouts/werk.yaml."""
    for name in ("data", "layouts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    maker = _Maker(SIZES[size])
    maker.make()
    (folder / "data" / f"{PERIOD}.yaml").write_text("\n".join(maker.data) + "\n", encoding="utf-8")
    (folder / "layouts" / f"{LAYOUT}.yaml").write_text("\n".join(maker.layout()) + "\n", encoding="utf-8")


class _Maker:
    def __init__(self, size: Size) -> None:
        self._size = size
        self._random = random.Random(2025)
        self._notes: list[str] = []
        self._blocks: list[str] = []
        self.data = [
            f"periode: {PERIOD}", "uitgave: {datum: 2025-10-01}", "bronnen:",
            "  stand: {titel: Stand van zaken, uitgever: Organisatie A, datum: 2025-07-01}", "cijfers:",
        ]  # fmt: skip

    def layout(self) -> list[str]:
        return [
            "titel: Halfjaarrapport", 'ondertitel: "{{ periode | naam }}"', "auteur: Organisatie A", "nummering: ja",
            "omslag: {afzender: Organisatie A}", "inhoudsopgave: ja", "noten:", *self._notes, "blokken:", *self._blocks,
        ]  # fmt: skip

    def make(self) -> None:
        number = 0
        for chapter in range(self._size.chapters):
            self._blocks.append(f"  - kop: Ontwikkeling van de {THINGS[chapter % len(THINGS)]}")
            for _ in range(self._size.sections):
                self._section(number)
                number += 1

    def _section(self, number: int) -> None:
        choose = self._random.choice
        title = f"{choose(THINGS).capitalize()} en {choose(THINGS)}"
        self._blocks.append(f"  - kop: {{tekst: {title}, niveau: 2}}")
        first, *rest = self._paragraphs(number)
        self._blocks.append(f'  - tekst: "{first}"')
        self._notes.append(
            f"  noot{number}: Voorlopige cijfers. De registratie van {choose(THINGS)} bij {choose(ORGANISATIONS)} is "
            "per kwartaal herzien; zie ook de toelichting bij de tabel."
        )
        self._table(number)
        self._blocks += [f'  - tekst: "{words}"' for words in rest]
        if number % 4 != self._size.without_chart:
            self._chart(number, ("bar", "stacked", "line")[number % 3])

    # --- Text -----------------------------------------------------------------------------------------

    def _paragraphs(self, number: int) -> list[str]:
        counts: list[str] = []
        shares: list[str] = []
        paragraphs: list[str] = []
        while sum(len(words.split()) for words in paragraphs) < self._size.words:
            chosen = self._random.sample(SENTENCES, 5)
            paragraphs.append(" ".join(self._filled(sentence, number, counts, shares) for sentence in chosen))
        paragraphs[0] = paragraphs[0].replace(". ", f".[^noot{number}] ", 1)
        self._series(f"s{number}", "Tekst", "zaken", [f"    naar: {{plaats: {{{', '.join(counts)}}}}}"])
        self._series(f"p{number}", "Aandelen", "'%'", [f"    naar: {{plaats: {{{', '.join(shares)}}}}}"])
        return paragraphs

    def _filled(self, sentence: str, number: int, counts: list[str], shares: list[str]) -> str:
        pick = self._random
        (one, other), (here, there) = pick.sample(THINGS, 2), pick.sample(PLACES, 2)
        if "{n}" in sentence:
            counts.append(f"v{len(counts)}: {pick.randint(900, 98_000)}")
            sentence = sentence.replace("{n}", f"{{{{ s{number}['v{len(counts) - 1}'] }}}}")
        if "{p}" in sentence:
            shares.append(f"v{len(shares)}: {pick.uniform(0.4, 97):.1f}")
            sentence = sentence.replace("{p}", f"{{{{ p{number}['v{len(shares) - 1}'] }}}}")
        words = {"{a}": one, "{b}": other, "{l}": here, "{m}": there, "{w}": pick.choice(ORGANISATIONS)}
        for place, word in words.items():
            sentence = sentence.replace(place, word)
        return sentence

    def _series(self, name: str, title: str, unit: str, lines: list[str]) -> None:
        head = [f"  {name}:", f"    titel: {title}", f"    eenheid: {unit}", "    bron: stand"]
        self.data += [*head, *lines]

    # --- Tables and charts ------------------------------------------------------------------------------

    def _table(self, number: int) -> None:
        places = self._random.sample(PLACES, self._random.randint(*self._size.rows) - 1)
        lines = list(self._counts(places, "    "))
        lines.append("    vensters:")
        for period in HALF_YEARS:
            lines += [f"      {period}:", *self._counts(places, "        ")]
        thing = self._random.choice(THINGS)
        self._series(f"t{number}", thing.capitalize(), "zaken", lines)
        self._blocks += [
            "  - tabel:",
            f"      titel: {thing.capitalize()} naar land, per halfjaar",
            "      rijkop: Land",
            f'      rijen: "{{{{ t{number} }}}}"',
            "      totaal: Totaal",
            "      vergelijking: {perioden: laatste 4}",
            '      kolommen: [{kop: aandeel (%), waarde: "{{ rij.aandeel | decimalen(1) }}"}]',
        ]

    def _counts(self, places: list[str], indent: str) -> Iterator[str]:
        values = [self._random.randint(40, 29_000) for _ in places]
        parts = ", ".join(f"{place}: {value}" for place, value in zip(places, values, strict=True))
        yield f"{indent}totaal: {sum(values)}"
        yield f"{indent}naar: {{land: {{{parts}}}}}"

    def _chart(self, number: int, kind: str) -> None:
        count = {"bar": 3, "stacked": 5}.get(kind) or self._random.randint(3, 5)
        names = self._random.sample(KINDS, count)
        over = MONTHS if kind == "line" else self._random.sample(PLACES, 10)
        for place, name in enumerate(names):
            values = ", ".join(f"{each}: {self._random.randint(200, 9_000)}" for each in over)
            parts = f"    reeks: {{{values}}}" if kind == "line" else f"    naar: {{land: {{{values}}}}}"
            self._series(f"c{number}_{place}", name, "zaken", [parts])
        title = f"Ontwikkeling {self._random.choice(THINGS)} per soort"
        self._blocks += [
            "  - grafiek:",
            f"      titel: {title}",
            f"      soort: {'lijn' if kind == 'line' else 'staaf'}",
        ]
        if kind == "line":
            self._blocks += [f"      vanaf: {MONTHS[0]}", "      reeksen:"]
            self._blocks += [f"        - {{naam: {name}, cijfers: c{number}_{n}}}" for n, name in enumerate(names)]
            return
        form = ["      vorm: gestapeld"] if kind == "stacked" else []
        self._blocks += [*form, f'      cijfers: "{{{{ c{number}_0 }}}}"', "      reeksen:"]
        self._blocks += [
            f'        - {{naam: {name}, waarde: "{{{{ c{number}_{n}[rij.naam] }}}}"}}' for n, name in enumerate(names)
        ]


def main() -> None:
    folder, size = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "M"
    write_project(folder, size)
    print(f"{folder}: layouts/{LAYOUT}.yaml en data/{PERIOD}.yaml, maat {size}")


if __name__ == "__main__":
    main()
