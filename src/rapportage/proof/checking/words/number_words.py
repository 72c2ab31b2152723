"""Numbers in words ('driekwart', 'verdubbeld', 'vier op de tien'): do figures in the same sentence match them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from rapportage.diagnostics import Findings
from rapportage.figures.arithmetic import PERCENT
from rapportage.figures.observation import Operation
from rapportage.figures.period import YEAR
from rapportage.figures.words.numbers import number
from rapportage.proof.checking.words.directions import NOT
from rapportage.proof.checking.words.sentences import FigureInText, Stretch, before, compared, nearest
from rapportage.text.language.composed import SLOT

_PARTS: dict[str, tuple[int, int]] = {
    "driekwart": (70, 80),
    "drie kwart": (70, 80),
    "de helft": (47, 53),
    "een derde": (30, 37),
    "tweederde": (63, 70),
    "twee derde": (63, 70),
    "een kwart": (22, 28),
    "een vijfde": (17, 23),
    "een tiende": (8, 12),
    "de meerderheid": (50, 100),
    "een meerderheid": (50, 100),
    "het merendeel": (50, 100),
}
"""Which percentages a part stands for when nothing is said beside it."""
_PART = re.compile(
    r"(?:(?P<about>bijna|krap|net geen|ruim|meer dan|iets meer dan|minder dan|iets minder dan)\s*)?"
    rf"\b(?P<part>{'|'.join(_PARTS)})n?\b(?!\s+(?:land|lid|partij|aanvraag|asielaanvraag|verzoek|keer|maal|persoon)\b)",
    re.IGNORECASE,
)
_BELOW = ("bijna", "krap", "net geen", "iets minder dan")
_OF_PERIOD = re.compile(
    rf"(?:eerste|tweede)\s+helft|helft van (?:het jaar|{YEAR}|\W?[\U000f0000-\U000ffffd])", re.IGNORECASE
)
_DOUBLED = re.compile(r"\b(verdubbel\w*|verdrievoudig\w*|gehalveerd|halveer\w*)\b", re.IGNORECASE)
_NO_QUESTION = re.compile(r"\s+(?:is|was)\s+(?:geen|niet)\b", re.IGNORECASE)
_TIMES: dict[str, tuple[Decimal, Decimal]] = {
    "verdub": (Decimal("1.8"), Decimal("2.2")),
    "verdri": (Decimal("2.7"), Decimal("3.3")),
    "gehalv": (Decimal("0.45"), Decimal("0.55")),
    "halvee": (Decimal("0.45"), Decimal("0.55")),
}
_VAGUE = re.compile(
    r"(?<!op )\b(tientallen|honderden|duizenden|tienduizenden|honderdduizenden|miljoenen|dozijn\w*)\b", re.IGNORECASE
)
_DIGITS = {
    word: value
    for value, word in enumerate(("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"), 1)
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ("tien", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"), 1
    )
}
_SMALL = {**_DIGITS, **_TENS}
_HUNDREDS = {"honderd": 100, "duizend": 1000}
_COUNT = re.compile(
    rf"(?<!op de )(?<!elke )(?<!jaren )(?<!paar )(?<!enkele )(?<!per )(?<!{SLOT.pattern}\s)"
    rf"(?:\b(?P<times>{'|'.join(_SMALL)})?(?P<unit>{'|'.join(_HUNDREDS)})\b(?!\s+(?:procent|jaar|dagen))"
    rf"|\b(?P<tens>{'|'.join(list(_TENS)[1:])})\b(?!\s+(?:procent|jaar|jaren|maanden|weken|dagen|uur|minuten)))",
    re.IGNORECASE,
)
"""Round counts in words: 'dertig', 'vierhonderd', 'vijfduizend'."""
_LIMIT = re.compile(r"\b(meer|minder)\s+dan\s+$", re.IGNORECASE)
_OF_EVERY = re.compile(
    rf"\b(?P<some>{'|'.join(_DIGITS)}|[eé]én)\s+op\s+de\s+(?P<all>{'|'.join(_SMALL)}|honderd)\b"
    rf"|\bvan\s+(?:de|elke)\s+(?P<every>{'|'.join(_SMALL)}|honderd)\s+(?:\w+\s+){{0,5}}er\s+(?P<part>{'|'.join(list(_DIGITS)[1:])}|[eé]én)\b",
    re.IGNORECASE,
)
"""'Vier op de tien', 'van elke tien aanvragen kwamen er vijf'."""
_AS_MANY = re.compile(
    rf"\b(?P<number>anderhalf|{'|'.join(_SMALL)})\s*(?:keer|maal)\s+zo\s?(?:veel|groot|hoog)\b", re.IGNORECASE
)
"""'Twee keer zoveel'."""


def check_number_words(sentence: Stretch, findings: Findings) -> None:
    """Reports number words that no figure of their sentence matches."""
    _check_parts(sentence, findings)
    _check_of_every(sentence, findings)
    _check_times(sentence, findings)
    _check_as_many(sentence, findings)
    _check_counts(sentence, findings)
    for found in _VAGUE.finditer(sentence.text):
        _no_figure(sentence, found, findings)


def _check_counts(sentence: Stretch, findings: Findings) -> None:
    """A round count is right beside a figure that rounds to it, or that is 'meer dan' or 'minder dan' it."""
    for found in _COUNT.finditer(sentence.text):
        counts = _counts(_near(sentence, found))
        if found["tens"]:
            unit, times = 10, _TENS[found["tens"].casefold()] // 10
        else:
            unit, times = _HUNDREDS[found["unit"].casefold()], _SMALL.get((found["times"] or "een").casefold(), 1)
        said = unit * times
        limit = before(_LIMIT, sentence.text, found.start())
        if not counts:
            _no_figure(sentence, found, findings)
        elif limit:
            if not any(count > said if limit[1].casefold() == "meer" else count < said for count in counts):
                _contradicted(sentence, found, number(counts[0]), findings)
        elif not any(abs(count - said) * 2 <= unit for count in counts):
            _contradicted(sentence, found, number(counts[0]), findings)


def _check_of_every(sentence: Stretch, findings: Findings) -> None:
    """So many of every ten: right where the nearest percentage, or else what part one count is of another, is near."""
    for found in _OF_EVERY.finditer(sentence.text):
        some, every = (found["some"] or found["part"]).casefold(), (found["all"] or found["every"]).casefold()
        whole = _SMALL.get(every, 100)
        said = Decimal(100 * _SMALL.get(some, 1)) / whole
        known = _nearest_share(_near(sentence, found), found) or list(_parts_of_pairs(_near(sentence, found)))
        if not known:
            _no_figure(sentence, found, findings)
        elif not any(abs(share - said) <= Decimal(40) / whole for share in known):
            _contradicted(sentence, found, f"{number(known[0], 1)}%", findings)


def _check_as_many(sentence: Stretch, findings: Findings) -> None:
    """So many times as many: right where one figure is about that many times another."""
    for found in _AS_MANY.finditer(sentence.text):
        said = Decimal(_SMALL.get(found["number"].casefold(), Decimal("1.5")))
        near = _near(sentence, found)
        shares = [abs(share) for share in _known(near, of_percentages=True)]
        ratios = [
            one / other for alike in (_counts(near), shares) for one, other in permutations(alike, 2) if one >= other
        ]
        if not ratios:
            _no_figure(sentence, found, findings)
        elif not any(abs(ratio - said) * 7 <= said for ratio in ratios):
            _contradicted(sentence, found, f"{number(ratios[0], 2)} keer", findings)


def _contradicted(sentence: Stretch, found: re.Match[str], truth: str, findings: Findings) -> None:
    message = f"'{' '.join(found[0].split())}' klopt niet met de cijfers in de zin: {truth}"
    findings.warning("T502", message, sentence.span(*_place(found)), "verbeter het woord of het cijfer")


def _check_parts(sentence: Stretch, findings: Findings) -> None:
    for found in _PART.finditer(sentence.text):
        if _OF_PERIOD.search(sentence.text[max(0, found.start() - 9) : found.end() + 12]):
            continue
        known = _nearest_share(_near(sentence, found), found)
        pairs = [] if known else list(_parts_of_pairs(_near(sentence, found)))
        if not known and not pairs:
            _no_figure(sentence, found, findings)
        elif not any(_bears_out(share, found) for share in (*known, *pairs)):
            said = " ".join(found[0].split())
            message = f"'{said}' staat bij {' en '.join(number(share, 1) for share in known or pairs[:1])}%"
            findings.warning("T502", message, sentence.span(*_place(found)), "verbeter het woord of het cijfer")


def _near(sentence: Stretch, found: re.Match[str]) -> Sequence[FigureInText]:
    return nearest(sentence.figures, found.start())


def _nearest_share(figures: Sequence[FigureInText], found: re.Match[str]) -> list[Decimal]:
    """The percentage that is nearest to the words; none where there is none."""
    places = found.start(), found.end()
    shares = [figure for figure in figures if figure.trace.unit == PERCENT and figure.trace.exact is not None]
    shares.sort(key=lambda figure: min(abs(figure.place - place) for place in places))
    return [abs(figure.trace.exact) for figure in shares[:1] if figure.trace.exact is not None]


def _parts_of_pairs(figures: Sequence[FigureInText]) -> Iterator[Decimal]:
    """What part one count is of another, and by what part one changed into the other, in per cent."""
    for one, other in permutations(_counts(figures), 2):
        if one < other:
            yield 100 * one / other
            yield 100 * (other - one) / other
            yield 100 * (other - one) / one


def _counts(figures: Sequence[FigureInText]) -> list[Decimal]:
    return _known(figures, of_percentages=False)


def _known(figures: Sequence[FigureInText], *, of_percentages: bool) -> list[Decimal]:
    """The percentages, or all others, that are known and not zero."""
    exact = (figure.trace.exact for figure in figures if (figure.trace.unit == PERCENT) is of_percentages)
    return [value for value in exact if value]


def _bears_out(share: Decimal, found: re.Match[str]) -> bool:
    low, high = _PARTS[" ".join(found["part"].casefold().split())]
    middle = Decimal(low + high) / 2
    match (found["about"] or "").casefold():
        case "":
            return low <= share <= high
        case "minder dan":
            return share < middle
        case "meer dan":
            return share > middle
        case about if about in _BELOW:
            return middle - 8 <= share < middle
        case _:
            return middle < share <= middle + 12


def _check_times(sentence: Stretch, findings: Findings) -> None:
    for found in _DOUBLED.finditer(sentence.text):
        if before(NOT, sentence.text, found.start()) or _NO_QUESTION.match(sentence.text, found.end()):
            continue
        ratios = list(_ratios(_near(sentence, found)))
        low, high = _TIMES[found[0][:6].casefold()]
        if not ratios:
            _no_figure(sentence, found, findings)
        elif not any(low <= ratio <= high for ratio in ratios):
            _contradicted(sentence, found, f"{number(ratios[0], 2)} keer", findings)


def _ratios(figures: Sequence[FigureInText]) -> list[Decimal]:
    """How many times the later figure is the earlier one, for what the sentence compares."""
    found = [
        1 + figure.trace.exact / 100
        for figure in figures
        if figure.operation is Operation.CHANGE and figure.trace.exact
    ]
    for one, other in compared(figures):
        if one.trace.exact and other.trace.exact:
            found.append(other.trace.exact / one.trace.exact)
    return found


def _no_figure(sentence: Stretch, found: re.Match[str], findings: Findings) -> None:
    said = " ".join(found[0].split())
    message = f"'{said}' is een getal in woorden, en geen cijfer in deze zin zegt het"
    hint = "zet het cijfer erbij met {{ … }}, of zet erachter: {# erkend T502: … #}"
    findings.warning("T502", message, sentence.span(*_place(found)), hint)


def _place(found: re.Match[str]) -> tuple[int, int]:
    lead = len(found[0]) - len(found[0].lstrip())
    return found.start() + lead, len(found[0]) - lead
