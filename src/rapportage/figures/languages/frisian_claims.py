"""Frisian for what is so of figures."""

from __future__ import annotations

from rapportage.figures.languages.claims import ClaimWords, Degree, Direction
from rapportage.figures.languages.frisian import FRISIAN

_VERBS = (
    ("naam {} ta", "naam {} ôf", "bleau"), ("namen {} ta", "namen {} ôf", "bleaunen"),
    ("nimt {} ta", "nimt {} ôf", "bliuwt"), ("nimme {} ta", "nimme {} ôf", "bliuwe"),
    ("groeide {}", "kromp {}", "bleau"),
)  # fmt: skip
_PARTICIPLES = (("tanommen", "ôfnommen"), ("groeid", "krompen"))
_NOUNS = (("in taname", "in ôfname"), ("in groei", "in krimp"))
_DEGREES = (
    Degree("heechste", "leechste", "heech", "leech", "heger"),
    Degree("grutste", "lytste", "grut", "lyts", "grutter"),
    Degree("measte", "minste", "folle", "min", "mear"),
    Degree("langste", "koartste", "lang", "koart", "langer"),
    Degree("âldste", "jongste", "âld", "jong", "âlder"),
    Degree("sterkste", "swakste", "sterk", "swak", "sterker"),
)
_LESS = {"heech": "leger", "grut": "lytser", "folle": "minder", "lang": "koarter", "âld": "jonger", "sterk": "swakker"}
_COUNTS, _ORDINALS = FRISIAN.numbers.counts, FRISIAN.numbers.ordinals
_TENS = {20: "tweintich", 50: "fyftich", 100: "hûndert"}
_PARTS = {4: "kwart", 20: "tweintichste", 50: "fyftichste", 100: "hûndertste"}


def _like(much: str) -> str:
    return "likefolle" if much == "folle" else f"like {much}"


def _fraction(above: int, below: int) -> str:
    if below == 2:
        return "de helte"
    return f"{'in' if above == 1 else _COUNTS[above]} {_PARTS.get(below) or _ORDINALS[below - 1]}"


FRISIAN_CLAIMS = ClaimWords(
    directions=(
        *(Direction(up, down, f"{stays} {{}} gelyk", f"{stays} {{}} hast gelyk", "mei") for up, down, stays in _VERBS),
        *(
            Direction(
                f"{auxiliary}{{}} {up}",
                f"{auxiliary}{{}} {down}",
                f"{auxiliary}{{}} gelyk bleaun",
                f"{auxiliary}{{}} hast gelyk bleaun",
                "mei",
            )
            for up, down in _PARTICIPLES
            for auxiliary in ("", "is ", "binne ")
        ),
        *(
            Direction(f"{up} {{}}", f"{down} {{}}", "gjin feroaring", "hast gjin feroaring", "fan")
            for up, down in _NOUNS
        ),
        *(
            Direction(f"{{}} {each.more}", f"{{}} {_LESS[each.much]}", _like(each.much), f"hast {_like(each.much)}", "")
            for each in _DEGREES
        ),
    ),
    from_to=("fan ", " nei "),
    degrees=_DEGREES,
    adverb=lambda superlative: superlative.removesuffix("e"),
    next_to_most=lambda before, _, superlative: f"op {before} nei {superlative}",
    so=lambda degree: "safolle" if degree == "folle" else f"sa {degree}",
    as_before=lambda degree, when, nearly: f"{'hast ' if nearly else ''}{_like(degree)} as {when}",
    since=lambda period: f"sûnt {period}",
    since_at_least=lambda period: f"sûnt op syn minst {period}",
    since_begin=lambda when: f"sûnt it begjin fan de rige {when}",
    not_so=lambda since, so: f"{since} net {so}",
    never_so=lambda since, so: f"{since} nea {so}",
    nth={
        "dag": "de {} dei",
        "week": "de {} wike",
        "maand": "de {} moanne",
        "kwartaal": "it {} fearnsjier",
        "halfjaar": "it {} healjier",
        "jaar": "it {} jier",
        "schooljaar": "it {} skoaljier",
        "boekjaar": "it {} boekjier",
    },
    in_a_row=lambda nth: f"foar {nth} efterinoar",
    at_least_in_a_row=lambda nth: f"foar op syn minst {nth} efterinoar",
    first=lambda since: f"foar it earst {since}",
    fraction=_fraction,
    one_in=lambda above, below: f"{_COUNTS[above]} op de {_TENS.get(below) or _COUNTS[below]}",
    nearly="hast",
    over="rom",
    times=lambda count, so: f"{count} kear {so}",
    one_and_a_half="oardel",
    half_as=lambda so: f"heal {so}",
    multiplied={2: "ferdûbele", 3: "fertrijefâldige", 4: "ferfjouwerfâldige"},
    halved="halvearre",
    more_than_halved="mear as halvearre",
    risen="tanommen",
    per=lambda count, unit: f"per {count} {unit}",
    together="tegearre",
    of_whom="fan wa",
    of_which="dêrfan",
    people=r".*(?:persoanen|minsken|froulju|manlju|bern|learlingen|studinten|ynwenners|pasjinten|wurknimmers)",
)
