"""What of the words of a delivered file is the period that it is of, and would be another in the next."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from rapportage.deliveries.periods import named_period
from rapportage.deliveries.words import values_of
from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import MONTHS
from rapportage.input.specs.names import LONGEST, wrong_name

_PARTS = re.compile(r"kwartaal|kwartalen|halfjaar|halfjaren|week|weken|[qhw]\d+", re.IGNORECASE | re.ASCII)
"""What names a part of a year that is no month."""
_SHORT_MONTHS = frozenset(DUTCH.periods.short_months) - frozenset(MONTHS)
_LETTERS = {"kwartaal": "Q", "halfjaar": "H", "week": "W"}
_NUMBER = re.compile(r"\d+", re.ASCII)
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:18|19|20)\d\d", re.ASCII)


class Words(Struct):
    """What of the words of a file is the period: 'mei 2020' is written '{maandnaam} {jaar}'."""

    period: TimePeriod | None
    _given: set[str] = field(default_factory=set)

    def moving(self, text: str) -> str:
        """The same words for any period."""
        if self.period is None:
            return text
        if named_period(text) == self.period and self.period.kind != "jaar":
            named = values_of(self.period)
            shapes = ("{maandnaam} {jaar}", "{jaar} {maandnaam}") if "maandnaam" in named else ()
            same = (shape for shape in shapes if shape.format(**named) == text.casefold())
            return next(same, "{periode}")
        values = values_of(self.period)
        for name in ("maandnaam", "Maandnaam", "jaar"):
            if values.get(name) == text:
                return f"{{{name}}}"
        return text

    def within(self, text: str) -> str:
        """The same text for any period, where its month and its year are in it; as it is where others are as well."""
        values = values_of(self.period) if self.period is not None else {}
        said = _WORD.findall(text)
        months = {each.lower() for each in said if each.lower() in MONTHS}
        years = {each for each in said if _YEAR.fullmatch(each)}
        if "{" in text or not months <= {values.get("maandnaam")} or not years <= {values.get("jaar")}:
            return text
        own = _part_of_year(values)
        left = _WORD.findall(own.sub("", text) if own else text)
        if any(_PARTS.fullmatch(each) or each.lower() in _SHORT_MONTHS for each in left):
            return text
        names = {values[name]: f"{{{name}}}" for name in ("maandnaam", "Maandnaam", "jaar") if name in values}
        moved = _WORD.sub(lambda found: names.get(found[0], found[0]), text)
        return own.sub(lambda found: _NUMBER.sub(lambda _: _place(values), found[0], count=1), moved) if own else moved

    def is_left(self, text: str) -> bool:
        """Whether a text names a month or a year and is the same for any period, so that its user has to look at it."""
        said = {each.lower() for each in _WORD.findall(text)}
        has_any = bool(said & set(MONTHS)) or any(_YEAR.fullmatch(each) for each in said)
        return self.period is not None and has_any and self.within(text) == text

    def is_of_period(self, texts: Sequence[str]) -> bool:
        return any(self.moving(text) != text for text in texts)

    def series(self, texts: Sequence[str]) -> str:
        """The name of a series that is over these words, each name once."""
        own = [text for text in texts if self.moving(text) == text] or ["cijfers"]
        letters = unicodedata.normalize("NFKD", " ".join(own)).lower()
        plain = "".join(each for each in letters if not unicodedata.combining(each))
        name = "_".join(re.findall("[a-z0-9]+", plain))[: LONGEST - 4].strip("_")
        name = f"reeks_{name}"[: LONGEST - 4].strip("_") if wrong_name(name) else name
        number = next(n for n in range(1, len(self._given) + 2) if _numbered(name, n) not in self._given)
        self._given.add(_numbered(name, number))
        return _numbered(name, number)


def _part_of_year(values: Mapping[str, str]) -> re.Pattern[str] | None:
    """How a text writes the quarter, half-year or week of a period: '1e kwartaal', 'kwartaal 1', 'Q1'."""
    kind = next((each for each in _LETTERS if each in values), None)
    if kind is None:
        return None
    number = values[kind]
    return re.compile(rf"\b(?:{number}e {kind}|{kind} {number}|{_LETTERS[kind]}{number})\b", re.IGNORECASE)


def _place(values: Mapping[str, str]) -> str:
    """What stands for the number of that part of the year."""
    return f"{{{next(each for each in _LETTERS if each in values)}}}"


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}_{number}"
