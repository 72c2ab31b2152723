"""English for what is so of figures."""

from __future__ import annotations

from rapportage.figures.languages.claims import ClaimWords, Degree, Direction
from rapportage.figures.languages.english import ENGLISH

_VERBS = (
    ("rose {}", "fell {}", "remained"), ("rises {}", "falls {}", "remains"), ("rise {}", "fall {}", "remain"),
    ("increased {}", "decreased {}", "remained"), ("grew {}", "shrank {}", "remained"),
    ("has risen {}", "has fallen {}", "has remained"), ("have risen {}", "have fallen {}", "have remained"),
    ("has increased {}", "has decreased {}", "has remained"),
    ("have increased {}", "have decreased {}", "have remained"), ("risen {}", "fallen {}", "remained"),
)  # fmt: skip
_NOUNS = (("a rise", "a fall"), ("an increase", "a decrease"), ("a growth", "a decline"))
_DEGREES = (
    Degree("highest", "lowest", "high", "low", "higher"),
    Degree("largest", "smallest", "large", "small", "larger"),
    Degree("most", "fewest", "many", "few", "more"),
    Degree("longest", "shortest", "long", "short", "longer"),
    Degree("oldest", "youngest", "old", "young", "older"),
    Degree("strongest", "weakest", "strong", "weak", "stronger"),
)
_LESS = {"high": "lower", "large": "smaller", "many": "fewer", "long": "shorter", "old": "younger", "strong": "weaker"}
_COUNTS, _ORDINALS = ENGLISH.numbers.counts, ENGLISH.numbers.ordinals
_TENS = {20: "twenty", 50: "fifty", 100: "hundred"}
_PARTS = {2: "half", 4: "quarter", 20: "twentieth", 50: "fiftieth", 100: "hundredth"}


def _fraction(above: int, below: int) -> str:
    if below == 2:
        return "half"
    part = _PARTS.get(below) or _ORDINALS[below - 1]
    return f"{_COUNTS[above]} {part}s" if above > 1 else f"{'an' if part == 'eighth' else 'a'} {part}"


_AS = {each.much: f"as {each.much}" for each in _DEGREES}
ENGLISH_CLAIMS = ClaimWords(
    directions=(
        *(
            Direction(up, down, f"{stays} the same {{}}", f"{stays} almost the same {{}}", "by")
            for up, down, stays in _VERBS
        ),
        *(Direction(f"{up} {{}}", f"{down} {{}}", "no change", "almost no change", "of") for up, down in _NOUNS),
        *(
            Direction(f"{{}} {each.more}", f"{{}} {_LESS[each.much]}", _AS[each.much], f"almost {_AS[each.much]}", "")
            for each in _DEGREES
        ),
    ),
    from_to=("from ", " to "),
    degrees=_DEGREES,
    adverb=lambda superlative: superlative,
    next_to_most=lambda _, place, superlative: f"{place} {superlative}",
    so=lambda degree: f"as {degree}",
    as_before=lambda degree, when, nearly: f"{'almost ' if nearly else ''}as {degree} as {when}",
    since=lambda period: f"since {period}",
    since_at_least=lambda period: f"since at least {period}",
    since_begin=lambda when: f"since the series began {when}",
    not_so=lambda since, so: f"not {so} {since}",
    never_so=lambda since, so: f"never {so} {since}",
    nth={
        "dag": "the {} day",
        "week": "the {} week",
        "maand": "the {} month",
        "kwartaal": "the {} quarter",
        "halfjaar": "the {} half-year",
        "jaar": "the {} year",
        "schooljaar": "the {} school year",
        "boekjaar": "the {} financial year",
    },
    in_a_row=lambda nth: f"for {nth} in a row",
    at_least_in_a_row=lambda nth: f"for at least {nth} in a row",
    first=lambda since: f"for the first time {since}",
    fraction=_fraction,
    one_in=lambda above, below: f"{_COUNTS[above]} in {_TENS.get(below) or _COUNTS[below]}",
    nearly="nearly",
    over="just over",
    times=lambda count, so: f"{count} times {so}",
    one_and_a_half="one and a half",
    half_as=lambda so: f"half {so}",
    multiplied={2: "doubled", 3: "tripled", 4: "quadrupled"},
    halved="halved",
    more_than_halved="more than halved",
    risen="risen",
    per=lambda count, unit: f"per {count} {unit}",
    together="together",
    of_whom="of whom",
    of_which="of which",
    people=r".*(?:people|persons|women|men|children|girls|boys|students|pupils|inhabitants|residents|patients|workers"
    r"|employees|applicants|victims|suspects|visitors|travellers|participants)",
)
