"""Figures that somebody typed into a text: every number that a reader sees comes from the data, or is no figure.

Years, days, terms, and numbers of laws, tables and pages are no figures. A number word ('driekwart', 'verdubbeld') may
stand where figures in the same sentence bear it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from rapportage.checking.sentences import Figure, Stretch, compared
from rapportage.cube.arithmetic import PERCENT
from rapportage.diagnostics import Findings
from rapportage.words.numbers import number
from rapportage.words.periods import MONTHS

_NUMBER = re.compile(r"(?<![\w.,/-])\d[\d.,/]*(?<![.,/])(?:e|de|ste)?(?![\w])")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LAW = re.compile(r"\d{1,4}/(?:19|20)\d\d(?:/\d+)?|(?:19|20)\d\d/\d+(?:/\d+)?")
_ORDINAL = re.compile(r"\d{1,2}(?:e|de|ste)")
_LABELS = (
    r"artikel|artikelen|art\.|lid|leden|paragraaf|hoofdstuk|bijlage|tabel|figuur|pagina|bladzijde|blz\.|nr\.|nummer|"
    r"nummers|verordening|richtlijn|dossier|week|weken|stap|versie|spoor|stb\.|stcrt\.|\(eu\)|isbn|postbus|top"
)
_NAMED = re.compile(rf"(?<!\w)(?:{_LABELS})\s*(?P<more>(?:\d{{1,2}}\s*(?:en|tot|t/m|,|-|–)\s*)*)$", re.IGNORECASE)
_LARGEST_LABEL = {"week": 53, "weken": 53, "lid": 20, "leden": 20, "top": 100, "stap": 99}
_ADDRESSED = re.compile(r"\b(?:kamerstuk\w*|telefoon|tel\.)[^.;:\n]{0,40}$", re.IGNORECASE)
_DAY = re.compile(rf"\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_DAYS = re.compile(rf"\s*(?:en|t/m|tot)\s*\d{{1,2}}\s*(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_TERM = re.compile(
    r"\s*(?:(?:en|of|tot|t/m|–|-)\s*\d{1,3}\s*)?-?\s*(?:jaar|jaren|jarig\w*|maand|maanden|weken|dag|dagen|uur|minuten)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:mensen|personen|aanvragen|nareizigers|vreemdelingen|asielzoekers|kinderen|zaken|dossiers)\b",
    re.IGNORECASE,
)
"""What follows a number that looks like a year and is none."""
_ITEM = re.compile(r"\s*\d+\.\s")

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
    r"(?P<about>bijna|krap|net geen|ruim|meer dan|iets meer dan|minder dan|iets minder dan)?\s*"
    rf"\b(?P<part>{'|'.join(_PARTS)})n?\b",
    re.IGNORECASE,
)
_BELOW = ("bijna", "krap", "net geen", "minder dan", "iets minder dan")
_OF_PERIOD = re.compile(
    r"(?:eerste|tweede)\s+helft|helft van (?:het jaar|(?:19|20)\d\d|\W?[\U000f0000-\U000ffffd])", re.IGNORECASE
)
_DOUBLED = re.compile(r"\b(verdubbel\w*|verdrievoudig\w*|gehalveerd|halveer\w*)\b", re.IGNORECASE)
_TIMES: dict[str, tuple[Decimal, Decimal]] = {
    "verdub": (Decimal("1.8"), Decimal("2.2")),
    "verdri": (Decimal("2.7"), Decimal("3.3")),
    "gehalv": (Decimal("0.45"), Decimal("0.55")),
    "halvee": (Decimal("0.45"), Decimal("0.55")),
}
_VAGUE = re.compile(
    r"(?<!op )\b(tientallen|honderden|duizenden|tienduizenden|honderdduizenden|miljoenen|dozijn\w*)\b", re.IGNORECASE
)


def check_literals(sentence: Stretch, findings: Findings) -> None:
    """Reports numbers and number words that do not come from the data."""
    for found in _NUMBER.finditer(sentence.text):
        if not _is_no_figure(sentence.text, found):
            message = f"het getal {found[0]} komt niet uit de gegevens"
            hint = "zet het in het periodebestand en gebruik {{ … }}, of zet erachter: {# erkend T501: … #}"
            findings.warning("T501", message, sentence.span(found.start(), len(found[0])), hint)
    _check_parts(sentence, findings)
    _check_times(sentence, findings)
    for found in _VAGUE.finditer(sentence.text):
        _no_figure(sentence, found, findings)


def _is_no_figure(text: str, found: re.Match[str]) -> bool:
    """Whether the number is a year, a day, a term ('18 jaar'), or the number of a law, table, page or item."""
    before, after, word = text[: found.start()], text[found.end() :], found[0]
    if _YEAR.fullmatch(word):
        return not _COUNTED.match(after)
    if _ORDINAL.fullmatch(word) or _LAW.fullmatch(word) or _ADDRESSED.search(before):
        return True
    named = _NAMED.search(before)
    if named is not None:
        label = re.match(r"\w+", named[0])
        largest = _LARGEST_LABEL.get(label[0].casefold() if label else "", 9999)
        return not word.isdigit() or int(word) <= (99 if named["more"] else largest)
    if word.isdigit() and int(word) <= 31 and (_DAY.match(after) or _DAYS.match(after)):
        return True
    if _TERM.match(after) and (re.fullmatch(r"\d{1,2}\.\d\d", word) or (word.isdigit() and int(word) <= 120)):
        return True
    return bool(_ITEM.fullmatch(text[: found.end() + 2].lstrip()))


def _check_parts(sentence: Stretch, findings: Findings) -> None:
    for found in _PART.finditer(sentence.text):
        if _OF_PERIOD.search(sentence.text[max(0, found.start() - 8) : found.end() + 12]):
            continue
        known = _nearest_share(sentence.figures, found)
        pairs = [] if known else list(_parts_of_pairs(sentence.figures))
        if not known and not pairs:
            _no_figure(sentence, found, findings)
        elif not any(_bears_out(share, found) for share in (*known, *pairs)):
            said = " ".join(found[0].split())
            message = f"'{said}' staat bij {' en '.join(number(share, 1) for share in known or pairs[:1])}%"
            findings.warning("T502", message, sentence.span(*_place(found)), "verbeter het woord of het cijfer")


def _nearest_share(figures: Sequence[Figure], found: re.Match[str]) -> list[Decimal]:
    """The percentage that stands nearest to the words; none where there is none."""
    places = found.start(), found.end()
    shares = [figure for figure in figures if figure.trace.unit == PERCENT and figure.trace.exact is not None]
    shares.sort(key=lambda figure: min(abs(figure.place - place) for place in places))
    return [abs(figure.trace.exact) for figure in shares[:1] if figure.trace.exact is not None]


def _parts_of_pairs(figures: Sequence[Figure]) -> Iterator[Decimal]:
    """What part one count is of another, and by what part one changed into the other, in per cent."""
    counts = [figure.trace.exact for figure in figures if figure.trace.unit != PERCENT]
    for one, other in permutations([count for count in counts if count], 2):
        if one < other:
            yield 100 * one / other
            yield 100 * (other - one) / other
            yield 100 * (other - one) / one


def _bears_out(share: Decimal, found: re.Match[str]) -> bool:
    low, high = _PARTS[" ".join(found["part"].casefold().split())]
    middle = Decimal(low + high) / 2
    match (found["about"] or "").casefold():
        case "":
            return low <= share <= high
        case about if about in _BELOW:
            return middle - 8 <= share < middle
        case _:
            return middle < share <= middle + 12


def _check_times(sentence: Stretch, findings: Findings) -> None:
    for found in _DOUBLED.finditer(sentence.text):
        ratios = list(_ratios(sentence.figures))
        low, high = _TIMES[found[0][:6].casefold()]
        if not ratios:
            _no_figure(sentence, found, findings)
        elif not any(low <= ratio <= high for ratio in ratios):
            message = f"'{found[0]}' klopt niet met de cijfers in de zin: {number(ratios[0], 2)} keer"
            findings.warning("T502", message, sentence.span(*_place(found)), "verbeter het woord of het cijfer")


def _ratios(figures: Sequence[Figure]) -> list[Decimal]:
    """How many times the later figure is the earlier one, for what the sentence compares."""
    found = [
        1 + figure.trace.exact / 100
        for figure in figures
        if figure.operation == "verandering in %" and figure.trace.exact
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
