"""What the name of a part is called in a sentence: 'Zeeuwse', 'koopwoning', 'fietsers', 'vrouwelijke'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapportage.figures.words.countries import FORMS
from rapportage.figures.words.places import place_forms

_SAME = """
vrouwen: vrouw vrouwelijk vrouwelijke
vrouw: vrouwen vrouwelijk vrouwelijke
mannen: man mannelijk mannelijke
man: mannen mannelijk mannelijke
jongens: jongen jongetjes
meisjes: meisje
kinderen: kind
volwassenen: volwassen volwassene
ouderen: oudere
huur: huurder huurders verhuur verhuurd verhuurde
koop: koper kopers
te voet: voetganger voetgangers lopend lopende
fiets: fietser fietsers fietsend fietsende
personenauto: auto auto's automobilist automobilisten
auto: auto's automobilist automobilisten personenauto personenauto's
motorfiets: motor motoren motorrijder motorrijders
motor: motorrijder motorrijders motorfiets
bromfiets: bromfietser bromfietsers brommer brommers
vrachtauto: vrachtwagen vrachtwagens
openbaar vervoer: ov
industrie: industriële
landbouw: boeren agrarische
bouw: bouwbedrijven bouwsector
handel: handelaren
onderwijs: docenten leraren
noord: noorden noordelijk noordelijke
oost: oosten oostelijk oostelijke
zuid: zuiden zuidelijk zuidelijke
west: westen westelijk westelijke
platteland: plattelands
stad: stedelijk stedelijke
buitenland: buitenlands buitenlandse buitenlander buitenlanders
binnenland: binnenlands binnenlandse
wind: windmolens windmolen windparken windturbines
zon: zonnepanelen zonneparken zonnestroom
kolen: kolencentrales kolencentrale
gezinnen: gezin
corporatie: woningcorporatie woningcorporaties
havo: havist havisten havoleerling havoleerlingen
vwo: gymnasiast gymnasiasten atheneum
hbo: hogeschool hogescholen
wo: universiteit universiteiten universitair universitaire
alleenstaanden: alleenstaande
"""
SAME: Mapping[str, tuple[str, ...]] = {
    name: tuple(words.split()) for name, _, words in (line.partition(": ") for line in _SAME.strip().splitlines())
}
"""General Dutch for what often is a part, where its forms do not follow from its name."""
_CAN_END = 6
"""So many letters has a name of which a form with 'en' is no verb: 'zorgen' is not of 'zorg'."""
_CAN_BEND = 4
_LONGEST_SHORT = 4
"""So many letters has what is spelled: "mbo'ers"."""


def proper_forms(name: str) -> Iterator[str]:
    """Who and what is of a country or place: with a capital, always."""
    if name in FORMS:
        yield from FORMS[name]
    else:
        yield from place_forms(name)


def common_forms(name: str) -> Iterator[str]:
    """The name itself, and what else it is called, in capitals or without."""
    yield name
    yield from SAME.get(name.casefold(), ())
    if " en " in name:
        yield name.replace(" en ", " of ")
    if name.startswith("zonder "):
        yield f"geen {name.removeprefix('zonder ')}"
    if found := re.fullmatch(r"(\d+) jaar (?:en|of) ouder", name):
        yield from (f"{found[1]}-plus", f"{found[1]}-plussers", f"{found[1]}-plusser")
    if found := re.fullmatch(r"(\d+) tot (\d+) jaar", name):
        yield from (f"{found[1]}- tot {found[2]}-jarigen", f"{found[1]}-{found[2]} jaar")
    if found := re.fullmatch(r"([a-zë-]{3,})bedrijven", name):
        yield from (f"{found[1]}ers", f"{found[1]}er", f"{found[1]}bedrijf", f"{found[1]}sector")
    if name.islower():
        place = max(name.rfind(" "), name.rfind("-")) + 1
        head, last = name[:place], name[place:]
        if last.isalpha():
            yield from (f"{head}{form}" for form in _bent(last) if not head or form[-1] in "ns")


def _bent(name: str) -> Iterator[str]:
    """A noun in the other number, or an adjective with its ending."""
    if len(name) <= _LONGEST_SHORT:
        yield from (f"{name}{sign}er{end}" for sign in "'’" for end in ("", "s"))
    if name.endswith("is") and len(name) >= _CAN_END:
        yield f"{name}sen"
    if re.search(r"(?:er|aar|eur|or|ist)s$", name) and len(name) >= _CAN_END:
        yield name[:-1]
    elif name.endswith("en") and len(name) > _CAN_BEND:
        yield name[:-2]
        if len(name) > _CAN_END and name[-3] == name[-4]:
            yield name[:-3]
    elif len(name) >= _CAN_BEND:
        yield f"{name}e"
        if re.search(r"(.)\1(?!.*[aeiou])", name) is None and re.search(r"[^aeiou][aeiou][bdfgklmnprst]$", name):
            yield f"{name}{name[-1]}e"
        yield re.sub(r"([aeou])\1(?=[^aeiou]$)", r"\1", name) + "e"
        yield f"{name}s"
        if len(name) >= _CAN_END:
            yield f"{name}en"
        yield f"{name}ers"
        if name.endswith(("l", "s")):
            yield f"{name}{name[-1]}ers"
