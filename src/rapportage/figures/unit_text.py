"""What the text of a unit says: how many ones its figures are in, of what, and so which kind of measure they are."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from rapportage.figures.measure_kinds import (
    AMOUNT,
    CHANGE,
    COUNT,
    INDEX,
    MEAN,
    NUMBER,
    QUANTITY,
    RATE,
    SHARE,
    TEMPERATURE,
    MeasureKind,
)

PERCENT = "%"
LONGEST = 100
"""Characters that a unit is read for; more is a story, and looking for a scale in it would take long."""
_PERCENT = (PERCENT, "procent", "percentage")
PERCENTAGE_POINT = "procentpunt"


class Scale(Struct, frozen=True):
    """`word` is what one of it is called in a sentence ('12,5 miljoen'), `many` in a unit ('in miljoenen')."""

    word: str
    many: str
    ones: Decimal
    pattern: str


_TIMES = r"(?:[x×]\s*)"
_000 = r"[.\s]?000"
_NO_MORE = r"(?![.\s]?\d)"
ONES = Scale("", "", Decimal(1), "")
SCALES = (
    Scale("duizend", "duizenden", Decimal(10) ** 3, rf"1{_000}{_NO_MORE}|duizend(?:en|tallen)?\b"),
    Scale("miljoen", "miljoenen", Decimal(10) ** 6, rf"1{_000}{_000}{_NO_MORE}|(?:mln|mio|milj|miljoen(?:en)?)\b\.?"),
    Scale("miljard", "miljarden", Decimal(10) ** 9, rf"1{_000}{_000}{_000}{_NO_MORE}|(?:mld|mrd|miljard(?:en)?)\b\.?"),
)
BY_WORD = {scale.word: scale for scale in SCALES}
_BEFORE = {scale: rf"(?:in\s+)?{_TIMES}?(?:{scale.pattern})\s*" for scale in SCALES}
_AFTER = {scale: rf"(?<!\bper)[\s,(]+(?:in\s+)?{_TIMES}?(?:{scale.pattern})\)?$" for scale in SCALES}
_WITHIN = {scale: rf"(?<!\bper)\s*\((?:in\s+)?{_TIMES}?(?:{scale.pattern})\)" for scale in SCALES}
"""As texts: they are compiled when a unit is read that may have a scale."""
_OF_SCALES = ("000", "duizend", "mil", "mln", "mio", "mld", "mrd")
"""Each scale has one of these in it, in small letters."""
_UNREAD = re.compile(
    r"(?<!\bper )(?:[x×]\s*\d|\b(?:mln|mio|milj|miljoen|mld|mrd|miljard|duizend|honderd|tienduizend|honderdduizend)"
    r"(?:en|tal|tallen)?\b|\b[km]\s?€|€\s?[km]\b|\bk\s?euro\b|^1?0+(?:[.\s]000)*\s)",
    re.IGNORECASE,
)
"""What looks like a scale in what is left of a unit, and is none that is known: 'x 100', '10 miljoen', 'k€'."""


class Unit(Struct, frozen=True):
    """`thing` is the unit without its scale: 'euro' of 'mln euro', nothing of 'x 1.000'."""

    text: str
    scale: Scale
    thing: str
    kind: MeasureKind

    @property
    def is_percent(self) -> bool:
        """Whether its figures are shown with a %."""
        is_percent = self.thing.startswith(PERCENT) or self.thing.casefold() in _PERCENT
        return is_percent and not self.is_points

    @property
    def is_points(self) -> bool:
        """Whether its figures are the difference of two percentages, however that is typed: '%-punt', 'pp'."""
        return self.kind is CHANGE

    @property
    def has_unread_scale(self) -> bool:
        """Whether nobody can say how many ones a figure of 1 is."""
        return _UNREAD.search(self.thing) is not None

    @property
    def is_per_period(self) -> bool:
        """Whether its figures are of so much time each: 'bezoekers per dag'. Those of months are not that of a year."""
        return re.search(rf"\bper {_PERIOD}\b", self.thing, re.IGNORECASE) is not None

    @property
    def same(self) -> str:
        """What two units of the same thing have in common: 'euro' of '€' and 'mln euro', '%' of 'procent'."""
        if self.thing.casefold() in _PERCENT:
            return PERCENT
        if self.is_points:
            return PERCENTAGE_POINT
        return "euro" if self.thing.casefold() in ("€", "eur", "euro's", "euro’s") else self.thing.casefold()

    def at(self, scale: Scale) -> str:
        """The unit of the same figures in other numbers: 'miljoen euro'; 'aantal' where it names nothing."""
        return f"{scale.word} {self.thing}".strip() or "aantal"


_PERIOD = r"(?:dag|werkdag|etmaal|week|maand|kwartaal|half\s?jaar|jaar|uur)"
_DURATION = (
    r"(?:seconden?|minu(?:ut|ten)|u(?:ur|ren)|(?:werk|kalender)?dag(?:en)?|etma(?:al|len)|we(?:ek|ken)|maand(?:en)?"
    r"|kwarta(?:al|len)|ja(?:ar|ren)|leeftijd)"
)
_MONEY = r"(?:€|eur|euro(?:['’]?s)?|euro\s?cent(?:en)?|cent(?:en)?|us\s?dollar|dollars?|usd|ponden|gbp)"
_QUANTITY = (
    r"(?:(?:[kmcdh]?m[23²³]?|[kmcdh]?l|[mkµ]?g|hl|ha|are|[kmgtp]?ton(?:nen)?|[kmgtp]?j|[kmgt]?wh?)"
    r"|\w*kilometers?|(?:centi|milli|deci|vierkante\s|kubieke\s)?meters?|kilo(?:gram|['’]s)?|(?:milli)?gram"
    r"|hectaren?|hectares|(?:hecto|milli|centi)?liters?|(?:kilo|mega)ton(?:nen)?|\w*joules?|\w*watt(?:uur|uren)?"
    r"|fte(?:['’]?s)?|(?:arbeids|mens)ja(?:ar|ren)"
    r"|(?:arbeids|werk|mens|gewerkte)\s?u(?:ur|ren)|co2-eq\w*)"
)
_KINDS: tuple[tuple[MeasureKind, str], ...] = (
    (CHANGE, r"(?:procent|%-?\s?)punt(?:en)?|pp"),
    (SHARE, r"%|procent|percentage"),
    (INDEX, r".*\bindex.*|.*\d{4}\s*=\s*100\b.*"),
    (COUNT, rf"(?!{_MONEY}\b|{_DURATION}\b|{_QUANTITY}\b|%).*\bper {_PERIOD}"),
    (RATE, rf".*\bper\b.*|%.+|‰|promille|(?:{_MONEY}|{_QUANTITY}|{_DURATION})\s?/.*|.*/\s?(?:{_QUANTITY}|{_DURATION})"),
    (AMOUNT, rf"{_MONEY}(?:\W.*)?"),
    (TEMPERATURE, r"°\s?[cf]?|graden(?: celsius)?|kelvin"),
    (QUANTITY, rf"{_QUANTITY}(?:\W.*)?"),
    (MEAN, rf"{_DURATION}(?:\W.*)?"),
)
"""The first that a unit matches; what matches none is counted: 'aanvragen', 'personen', 'woningen'.

'aanvragen per maand' is counted too: only what is no number of things may have decimals.
"""
_OF_RATES = ("per", "%", "‰", "promille", "/")
"""What is of so much of something else has one of these in it, in small letters: only then those patterns are made."""
_NO_RATES = tuple((kind, pattern) for kind, pattern in _KINDS if kind not in (COUNT, RATE))
_PRICE = re.compile(
    r"\b(?:gemiddelde?|mediane?|mediaan|moda(?:al|le)|\w*tarie(?:f|ven)"
    r"|(?<!lopende )(?<!constante )(?<!vaste )\w*prij(?:s|zen)(?! van \d))\b"
)
"""In a title. What is 'in constante prijzen' is no price."""


@lru_cache(maxsize=1024)
def unit_of(text: str) -> Unit:
    """What a unit says: 'x 1.000', 'mln euro', 'euro (x 1.000)', 'per 1.000 inwoners'."""
    plain = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    if not plain or len(plain) > LONGEST:
        return Unit(text, ONES, plain, COUNT if plain else NUMBER)
    scale, thing = _scaled(plain)
    kinds = _KINDS if any(each in thing.casefold() for each in _OF_RATES) else _NO_RATES
    kind = next((kind for kind, pattern in kinds if re.fullmatch(pattern, thing, re.IGNORECASE)), COUNT)
    if scale is not ONES and kind is MEAN:
        kind = QUANTITY  # no average lasts thousands of hours
    return Unit(text, scale, thing, kind)


def _scaled(plain: str) -> tuple[Scale, str]:
    small = plain.casefold()
    for scale in SCALES if any(each in small for each in _OF_SCALES) else ():
        if found := re.match(_BEFORE[scale], plain, re.IGNORECASE):
            return scale, plain[found.end() :]
        if found := re.search(_AFTER[scale], plain, re.IGNORECASE):
            return scale, plain[: found.start()]
        if found := re.search(_WITHIN[scale], plain, re.IGNORECASE):
            return scale, plain[: found.start()] + plain[found.end() :]
    return ONES, plain


def kind_of(unit: str, title: str = "") -> MeasureKind:
    """What figures of that unit are when their series does not say.

    An average or a price in euros is no amount: two of those add up to nothing.
    """
    of = unit_of(unit)
    is_price = of.kind is AMOUNT and of.scale is ONES and title and _PRICE.search(title.casefold())
    return MEAN if is_price else of.kind


def scale_of(unit: str) -> Decimal:
    """How many ones a figure of 1 is: 1.000.000 in 'mln euro'."""
    return unit_of(unit).scale.ones


def is_percent(unit: str) -> bool:
    """Whether figures of that unit are shown with a %."""
    return unit_of(unit).is_percent
