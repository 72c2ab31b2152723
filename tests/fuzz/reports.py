"""Random reports that could have been meant: series, periods and every kind of block, put together by chance."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct

from tests.fuzz.projects import Files, everything

NAMES = (
    "Noord", "Zuid", "Oost", "West", "overig", "onbekend", "Súdwest-Fryslân", "'s-Gravenhage", "Bergen (NH.)",
    "80-plus", "C#", "A & B", "Democratische Republiek Congo en omringende gebieden", "koop", "Ω", "18 tot 25 jaar",
    "Syrië", "ijsland", "x_y", "50%", "a*b", "[c]",
)  # fmt: skip
UNITS = ("aanvragen", "personen", "woningen", "%")
PERIODS = (
    ("2019-11", "2019-12", "2020-01"), ("2020-Q1", "2020-Q2", "2020-Q3"), ("2018", "2019", "2020"),
    ("2020-W52", "2020-W53", "2021-W01"), ("2019-H1", "2019-H2", "2020-H1"), ("2020-04", "2020-05"), ("2020-03",),
)  # fmt: skip
TITLES = (
    "Woningen",
    "Aanvragen van mensen die elders al eerder hebben gevraagd",
    "Instroom",
    "Uitstroom per plaats",
    "Deel",
)


class RandomReport(Struct, frozen=True):
    files: Files
    periods: tuple[str, ...]


class _Series(Struct, frozen=True):
    name: str
    unit: str
    parts: tuple[str, ...]

    @property
    def is_share(self) -> bool:
        return self.unit == "%"


class _Writer:
    """Writes blocks over series that exist, so that most reports are sound."""

    def __init__(self, chance: random.Random, series: list[_Series], periods: tuple[str, ...]) -> None:
        self.chance = chance
        self.series = series
        self.counts = [each for each in series if not each.is_share] or series
        self.broken_down = [each for each in series if each.parts]
        self.periods = periods

    def figure(self) -> str:
        """An expression that is one figure."""
        one = self.chance.choice(self.series)
        part = (
            f"['{self.chance.choice(one.parts)}']".replace("''", "'")
            if one.parts and self.chance.random() < 0.5
            else ""
        )
        part = part if "'" not in part[2:-2] else ""
        forms = [f"{one.name}{part}", f"{one.name}{part}.vorige", f"{one.name}{part} | getal"]
        if part and not one.is_share:
            forms += [
                f"{one.name}{part}.aandeel | pct",
                f"{one.name}{part}.aandeel | pct(1)",
                f"{one.name}{part} | rangorde",
            ]
        return self.chance.choice(forms)

    def sentence(self) -> str:
        """Words with a figure, asked first whether it is known."""
        expression = self.figure()
        figure = expression.split(" | ")[0]
        tail = self.chance.choice(
            ("", "[^een]", " Zie [](#eerste).", " *Let op*: dat is **veel**.", " [Meer](https://voorbeeld.nl/a-b).")
        )
        known = f"{{% if bekend({figure}) %}}het waren er {{{{ {expression} }}}}{{% else %}}onbekend{{% endif %}}"
        return f"In {{{{ periode | naam }}}}: {known}.{tail}"

    def rows(self) -> str:
        if not self.broken_down:
            return ""
        one = self.chance.choice(self.broken_down).name
        return self.chance.choice((f"{one} | top({self.chance.randint(1, 4)})", f"{one} | bekende", f"{one}"))

    def table(self) -> dict[str, Any]:
        rows, chance = self.rows(), self.chance
        table: dict[str, Any] = {
            "titel": f"Tabel van {chance.choice(TITLES)}",
            "rijkop": chance.choice(("Naam", "Reeks en onderdeel")),
        }
        if rows and chance.random() < 0.7:
            table |= {"rijen": f"{{{{ {rows} }}}}", "totaal": "Totaal"}
        else:
            table["rijen"] = [
                {"kop": chance.choice(NAMES), "cijfer": f"{{{{ {chance.choice(self.counts).name} }}}}"}
                for _ in range(chance.randint(1, 4))
            ]
        if chance.random() < 0.5 and len(self.periods) > 1:
            table["vergelijking"] = {
                "perioden": f"laatste {len(self.periods)}",
                "verandering": chance.choice((["verschil"], ["procent"], [])),
            }
        else:
            table["kolommen"] = [
                {"kop": "aantal", "waarde": "{{ rij }}"},
                {"kop": chance.choice(NAMES), "waarde": "{{ rij }}"},
            ]
        if chance.random() < 0.3:
            table |= {"toelichting": self.sentence(), "liggend": chance.choice(("ja", "nee"))}
        return {"tabel": table}

    def chart(self) -> dict[str, Any]:
        chance, rows = self.chance, self.rows()
        chart: dict[str, Any] = {
            "titel": f"Figuur van {chance.choice(TITLES)}",
            "breedte": chance.choice(("heel", "half")),
        }
        if rows and chance.random() < 0.5:
            return {
                "grafiek": chart
                | {"soort": chance.choice(("staaf", "liggende staaf", "aandeel")), "cijfers": f"{{{{ {rows} }}}}"}
            }
        lines = [{"naam": f"Reeks {place}", "cijfers": each.name} for place, each in enumerate(self.counts[:3], 1)]
        kind = chance.choice(("lijn", "staaf", "vlak", "kleine veelvouden", "liggende staaf"))
        return {"grafiek": chart | {"soort": kind, "perioden": f"laatste {len(self.periods)}", "reeksen": lines}}

    def cards(self) -> dict[str, Any]:
        cards = [
            {
                "kop": self.chance.choice(NAMES),
                "waarde": f"{{{{ {self.chance.choice(self.series).name} }}}}",
                "toelichting": self.sentence(),
            }
            for _ in range(self.chance.randint(1, 5))
        ]
        return {"kerncijfers": cards}

    def steps(self) -> dict[str, Any]:
        count = self.chance.randint(2, 7)
        steps = [
            {f"stap{place}": f"{self.chance.choice(TITLES)} {self.chance.choice(NAMES[:5])}"} for place in range(count)
        ]
        return {"stroomschema": {"titel": "Hoe het gaat", "stappen": steps}}

    def blocks(self) -> list[Any]:
        """A report of a few chapters."""
        simple: list[Callable[[], Any]] = [
            lambda: {"tekst": "\n\n".join(self.sentence() for _ in range(self.chance.randint(1, 4)))},
            lambda: {"kader": {"titel": "Hoe?", "inhoud": self.sentence()}},
            lambda: {"citaat": {"inhoud": self.sentence(), "bron": "Iemand"}},
            lambda: {"opsomming": [self.sentence(), {"tekst": "twee", "punten": ["a", self.sentence()]}]},
            lambda: {"afbeelding": {"bestand": "plaat.png", "titel": "Plaat", "alternatief": "Vlak.", "breedte": "3%"}},
            lambda: {"qr": "https://example.org/cijfers"},
            lambda: "bronvermelding",
            self.table, self.table, self.chart, self.chart, self.cards, self.steps,
        ]  # fmt: skip
        made: list[Any] = []
        for number in range(self.chance.randint(1, 3)):
            made.append(
                {"kop": {"tekst": self.chance.choice(TITLES), "id": "eerste" if number == 0 else f"kop{number}"}}
            )
            made += [self.chance.choice(simple)() for _ in range(self.chance.randint(1, 6))]
        listings = (
            "cijfers-bij-figuren",
            "lijst-van-tabellen",
            "lijst-van-figuren",
            "bronnenlijst",
            "wijzigingen",
            "verklaring-van-tekens",
        )
        made.append({"kop": {"tekst": "Lijsten", "bijlage": self.chance.choice(("ja", "nee"))}})
        return [*made, *self.chance.sample(listings, self.chance.randint(0, 4))]


def random_report(chance: random.Random) -> RandomReport:
    """Two to four series over one to three periods, and a layout `proef` over them."""
    periods = chance.choice(PERIODS)
    series = []
    for place in range(chance.randint(2, 4)):
        parts = tuple(chance.sample(NAMES, chance.choice((0, 1, 2, 4, 9))))
        series.append(_Series(f"reeks_{'abcd'[place]}", chance.choice(UNITS), parts))
    files = {name: data for name, data in everything().items() if name == "plaat.png"}
    for place, period in enumerate(periods):
        text = yaml.dump(_period(chance, series, period, periods[:place]), allow_unicode=True, sort_keys=False)
        files[f"data/{period}.yaml"] = text.replace("'@", "").replace("@'", "").encode()
    layout: dict[str, Any] = {
        "titel": chance.choice(TITLES),
        "ondertitel": "{{ periode | naam }}",
        "noten": {"een": "Een noot."},
    }
    for key, value in (
        ("omslag", {"afzender": "Bureau"}),
        ("inhoudsopgave", "ja"),
        ("nummering", "ja"),
        ("geheimhouding", {"drempel": 5}),
    ):
        if chance.random() < 0.3:
            layout[key] = value
    if chance.random() < 0.3:
        layout["huisstijl"] = "huis"
        files["huisstijlen/huis.yaml"] = _style(chance).encode()
    layout["blokken"] = _Writer(chance, series, periods).blocks()
    files["layouts/proef.yaml"] = (
        yaml.dump(layout, allow_unicode=True, sort_keys=False).replace("'ja'", "ja").replace("'nee'", "nee").encode()
    )
    return RandomReport(files, periods)


def _period(chance: random.Random, series: list[_Series], period: str, earlier: tuple[str, ...]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "periode": f"@{period}@",
        "uitgave": {"datum": "@2021-02-0" + str(len(earlier) + 1) + "@"},
        "bronnen": {"bron": {"titel": "Bron", "uitgever": "Bureau"}},
        "cijfers": {},
    }
    for each in series:
        parts = {name: _value(chance, each) for name in each.parts}
        total = sum(
            int(float(value.strip("@*")))
            for value in parts.values()
            if value.strip("@*").replace(".", "").isdigit() and value != "@.@"
        )
        body: dict[str, Any] = {"titel": TITLES["abcd".index(each.name[-1])], "eenheid": each.unit, "bron": "bron"}
        body["totaal"] = "@99.5@" if each.is_share else f"@{total + chance.randint(30, 400)}@"
        if parts:
            body["naar"] = {"onderdeel": parts}
        made["cijfers"][each.name] = body
    if earlier and chance.random() < 0.3:
        made["herzien"] = {
            f"@{earlier[-1]}@": {series[0].name: {"totaal": "@50@" if series[0].is_share else "@9000@", "bron": "bron"}}
        }
    return made


def _value(chance: random.Random, series: _Series) -> str:
    if series.is_share:
        return f"@{chance.randint(0, 9)}.{chance.randint(0, 9)}@"
    special = ("@.@", "@<5@", "@n.v.t.@", "@0@", "@12*@", "@7**@")
    return chance.choice(special) if chance.random() < 0.25 else f"@{int(10 ** chance.uniform(0, 6))}@"


def _style(chance: random.Random) -> str:
    size, heading = chance.choice((7, 9.5, 14)), chance.choice((14, 24, 40))
    return (
        f"pagina: {{formaat: {chance.choice(('A4', 'A5'))}}}\n"
        f"maten: {{tekst: {{corps: {size}, interlinie: 18}}, kop1: {{corps: {heading}, interlinie: 44}}}}\n"
    )
