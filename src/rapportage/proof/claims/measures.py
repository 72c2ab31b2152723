"""Units that are so many of another: 'kilometer' and 'mln km', 'miljard kWh' and 'TWh', 'weken' and 'dagen'."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple


class Measure(NamedTuple):
    """What is measured, and how many of its smallest unit one is."""

    kind: str
    size: Decimal


_TABLE = """
energie: wh=1 wattuur=1 kwh=1e3 kilowattuur=1e3 mwh=1e6 megawattuur=1e6 gwh=1e9 gigawattuur=1e9 twh=1e12
energie: terawattuur=1e12
warmte: joule=1 mj=1e6 megajoule=1e6 gj=1e9 gigajoule=1e9 tj=1e12 terajoule=1e12 pj=1e15 petajoule=1e15
vermogen: watt=1 kw=1e3 kilowatt=1e3 mw=1e6 megawatt=1e6 gw=1e9 gigawatt=1e9
vlak: m2=1 m²=1 vierkante-meter=1 are=1e2 ha=1e4 hectare=1e4 hectares=1e4 hectaren=1e4 km2=1e6 km²=1e6
vlak: vierkante-kilometer=1e6
lengte: mm=1 millimeter=1 cm=1e1 centimeter=1e1 m=1e3 meter=1e3 meters=1e3 km=1e6 kilometer=1e6 kilometers=1e6
gewicht: microgram=1e-6 µg=1e-6 μg=1e-6 mcg=1e-6 milligram=1e-3 mg=1e-3
gewicht: gram=1 g=1 kg=1e3 kilo=1e3 kilogram=1e3 ton=1e6 kton=1e9 kiloton=1e9 mton=1e12 megaton=1e12
inhoud: milliliter=1e-3 ml=1e-3 cl=1e-2 centiliter=1e-2 dl=1e-1 deciliter=1e-1
inhoud: liter=1 liters=1 hl=1e2 hectoliter=1e2 m3=1e3 m³=1e3 kubieke-meter=1e3 kuub=1e3
gegevens: kb=1e3 kilobyte=1e3 mb=1e6 megabyte=1e6 gb=1e9 gigabyte=1e9 tb=1e12 terabyte=1e12 pb=1e15 petabyte=1e15
geld: cent=1 eurocent=1 euro=1e2 euro's=1e2 euro’s=1e2 €=1e2 eur=1e2
tijd: seconde=1 seconden=1 minuut=60 minuten=60 uur=3600 uren=3600 dag=86400 dagen=86400 week=604800 weken=604800
tijd: maand=2629800 maanden=2629800 kwartaal=7889400 kwartalen=7889400 jaar=31557600 jaren=31557600
"""
_MEASURES: Mapping[str, Measure] = {
    word.replace("-", " "): Measure(kind, Decimal(size))
    for line in _TABLE.strip().splitlines()
    for kind, _, sizes in [line.partition(": ")]
    for word, _, size in (each.partition("=") for each in sizes.split())
}
_WORD = re.compile(r"[^\s/(]+")


def measure_of(words: Sequence[str]) -> Measure | None:
    """Of the first word, or the first two: 'vierkante kilometer'."""
    return _MEASURES.get(" ".join(words[:2])) or _MEASURES.get(words[0]) if words else None


def measure_in(thing: str) -> Measure | None:
    """Of a unit of the data: 'm3 per woning', 'megaton CO2-equivalent'."""
    return measure_of(_WORD.findall(thing.casefold()))
