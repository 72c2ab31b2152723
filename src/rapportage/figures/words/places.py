"""Who lives in a place and what is of it, by its Dutch name: 'Zeeland' → 'Zeeuwen', 'Zeeuwse'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_TABLE = """
Groningen: Groninger Groningers Groningse Gronings
Friesland: Fries Friezen Friese
Fryslân: Fries Friezen Friese Friesland
Drenthe: Drent Drenten Drentse Drents
Overijssel: Overijsselaar Overijsselaars Overijsselse Overijssels
Flevoland: Flevolander Flevolanders Flevolandse
Gelderland: Gelderlander Gelderlanders Gelderse Gelders
Utrecht: Utrechter Utrechters Utrechtenaar Utrechtenaren Utrechtse Utrechts
Noord-Holland: Noord-Hollander Noord-Hollanders Noord-Hollandse
Zuid-Holland: Zuid-Hollander Zuid-Hollanders Zuid-Hollandse
Zeeland: Zeeuw Zeeuwen Zeeuwse Zeeuws
Noord-Brabant: Noord-Brabander Noord-Brabanders Noord-Brabantse Brabander Brabanders Brabantse Brabant
Limburg: Limburger Limburgers Limburgse Limburgs
Den Haag: Hagenaar Hagenaars Hagenees Hagenezen Haagse Haags 's-Gravenhage
's-Gravenhage: Hagenaar Hagenaars Haagse Haags
Den Bosch: Bosschenaar Bosschenaren Bossche
's-Hertogenbosch: Bosschenaar Bosschenaren Bossche
Leiden: Leidenaar Leidenaren Leidse Leids
Haarlem: Haarlemmer Haarlemmers Haarlemse
Amsterdam: Amsterdammer Amsterdammers Amsterdamse Amsterdams
Rotterdam: Rotterdammer Rotterdammers Rotterdamse Rotterdams
Eindhoven: Eindhovenaar Eindhovenaren Eindhovense
Nijmegen: Nijmegenaar Nijmegenaren Nijmeegse
Enschede: Enschedeër Enschedeërs Enschedese
Breda: Bredanaar Bredanaars Bredase
Zwolle: Zwollenaar Zwollenaren Zwolse
Delft: Delftenaar Delftenaren Delftse
Europa: Europeaan Europeanen Europese
Azië: Aziaat Aziaten Aziatische
Afrika: Afrikaan Afrikanen Afrikaanse
Amerika: Amerikaan Amerikanen Amerikaanse
Oceanië: Oceanische
"""
PLACES: Mapping[str, tuple[str, ...]] = {
    name: tuple(forms.split()) for name, _, forms in (line.partition(": ") for line in _TABLE.strip().splitlines())
}
_VOWELS = "aeiou"


def place_forms(name: str) -> Iterator[str]:
    """Those of a place that is known; of another those that places like it have: 'Almere' → 'Almeerders' is none."""
    if name in PLACES:
        yield from PLACES[name]
    elif name.isalpha() and name[:1].isupper() and name[1:].islower():
        yield f"{name}se"
        yield from (f"{name}er", f"{name}ers")
        if name.endswith("en"):
            yield from (f"{name[:-2]}se", f"{name}aar", f"{name}aren", f"{name[:-2]}enaar", f"{name[:-2]}enaren")
        if name[-1] not in _VOWELS and name[-2] in _VOWELS:
            yield from (f"{name}{name[-1]}er", f"{name}{name[-1]}ers")
