"""Dutch for what is so of figures."""

from __future__ import annotations

from rapportage.figures.languages.claims import ClaimWords, Degree, Direction
from rapportage.figures.languages.dutch import DUTCH

_VERBS = (
    ("steeg {}", "daalde {}", "bleef"), ("stegen {}", "daalden {}", "bleven"),
    ("stijgt {}", "daalt {}", "blijft"), ("stijgen {}", "dalen {}", "blijven"),
    ("groeide {}", "kromp {}", "bleef"), ("groeiden {}", "krompen {}", "bleven"),
    ("nam {} toe", "nam {} af", "bleef"), ("namen {} toe", "namen {} af", "bleven"),
    ("neemt {} toe", "neemt {} af", "blijft"), ("nemen {} toe", "nemen {} af", "blijven"),
)  # fmt: skip
"""With the verb for no change."""
_PARTICIPLES = (("gestegen", "gedaald"), ("toegenomen", "afgenomen"), ("gegroeid", "gekrompen"))
_NOUNS = (("een stijging", "een daling"), ("een toename", "een afname"), ("een groei", "een krimp"))
_DEGREES = (
    Degree("hoogste", "laagste", "hoog", "laag", "hoger"),
    Degree("grootste", "kleinste", "groot", "klein", "groter"),
    Degree("meeste", "minste", "veel", "weinig", "meer"),
    Degree("langste", "kortste", "lang", "kort", "langer"),
    Degree("duurste", "goedkoopste", "duur", "goedkoop", "duurder"),
    Degree("oudste", "jongste", "oud", "jong", "ouder"),
    Degree("sterkste", "zwakste", "sterk", "zwak", "sterker"),
)
_LESS = {"hoog": "lager", "groot": "kleiner", "veel": "minder", "lang": "korter", "duur": "goedkoper", "oud": "jonger",
         "sterk": "zwakker"}  # fmt: skip
_COUNTS, _ORDINALS = DUTCH.numbers.counts, DUTCH.numbers.ordinals
_TENS = {20: "twintig", 50: "vijftig", 100: "honderd"}


def _even(much: str) -> str:
    return f"even{much}" if much == "veel" else f"even {much}"


def _directions() -> tuple[Direction, ...]:
    verbs = [
        Direction(up, down, f"{stays} {{}} gelijk", f"{stays} {{}} vrijwel gelijk", "met") for up, down, stays in _VERBS
    ]
    done = [
        Direction(f"{auxiliary}{{}} {up}", f"{auxiliary}{{}} {down}", f"{auxiliary}{{}} gelijk gebleven",
                  f"{auxiliary}{{}} vrijwel gelijk gebleven", "met")
        for up, down in _PARTICIPLES for auxiliary in ("", "is ", "zijn ")
    ]  # fmt: skip
    nouns = [Direction(f"{up} {{}}", f"{down} {{}}", "geen verandering", "vrijwel geen verandering", "van")
             for up, down in _NOUNS]  # fmt: skip
    comparatives = [
        Direction(f"{{}} {each.more}", f"{{}} {_LESS[each.much]}", _even(each.much), f"vrijwel {_even(each.much)}", "")
        for each in _DEGREES
    ]
    return (*verbs, *done, *nouns, *comparatives)


def _fraction(above: int, below: int) -> str:
    match above, below:
        case 1, 2:
            return "de helft"
        case 3, 4:
            return "driekwart"
        case _:
            names = {4: "kwart", 20: "twintigste", 50: "vijftigste", 100: "honderdste"}
            return f"{_COUNTS[above]} {names.get(below) or _ORDINALS[below - 1]}"


DUTCH_CLAIMS = ClaimWords(
    directions=_directions(),
    from_to=("van ", " naar "),
    degrees=_DEGREES,
    adverb=lambda superlative: superlative.removesuffix("e"),
    next_to_most=lambda before, _, superlative: f"op {before} na {superlative}",
    so=lambda degree: f"zo {degree}",
    as_before=lambda degree, when, nearly: f"{'vrijwel ' if nearly else ''}{_even(degree)} als {when}",
    since=lambda period: f"sinds {period}",
    since_at_least=lambda period: f"sinds ten minste {period}",
    since_begin=lambda when: f"sinds het begin van de reeks {when}",
    not_so=lambda since, so: f"{since} niet {so}",
    never_so=lambda since, so: f"{since} nooit {so}",
    nth={
        "dag": "de {} dag",
        "week": "de {} week",
        "maand": "de {} maand",
        "kwartaal": "het {} kwartaal",
        "halfjaar": "het {} halfjaar",
        "jaar": "het {} jaar",
        "schooljaar": "het {} schooljaar",
        "boekjaar": "het {} boekjaar",
    },
    in_a_row=lambda nth: f"voor {nth} op rij",
    at_least_in_a_row=lambda nth: f"voor ten minste {nth} op rij",
    first=lambda since: f"voor het eerst {since}",
    fraction=_fraction,
    one_in=lambda above, below: f"{_COUNTS[above]} op de {_TENS.get(below) or _COUNTS[below]}",
    nearly="bijna",
    over="ruim",
    times=lambda count, so: f"{count} keer {so}",
    one_and_a_half="anderhalf",
    half_as=lambda so: f"half {so}",
    multiplied={2: "verdubbeld", 3: "verdrievoudigd", 4: "verviervoudigd", 5: "vervijfvoudigd", 10: "vertienvoudigd"},
    halved="gehalveerd",
    more_than_halved="meer dan gehalveerd",
    risen="gestegen",
    per=lambda count, unit: f"per {count} {unit}",
    together="samen",
    of_whom="van wie",
    of_which="waarvan",
    people=r".*(?:personen|mensen|vrouwen|mannen|kinderen|meisjes|jongens|jongeren|ouderen|studenten|leerlingen|inwoners"
    r"|patiënten|cliënten|werklozen|werkenden|werknemers|ambtenaren|docenten|burgers|gedetineerden|aanvragers|bewoners"
    r"|slachtoffers|verdachten|bezoekers|reizigers|deelnemers|gezinsleden|scholieren)",
)
