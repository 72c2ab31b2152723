"""What of the words of a delivered file is the period that it is of, and would be another in the next."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct, field

from rapportage.deliveries.periods import named_period
from rapportage.deliveries.words import values_of
from rapportage.figures.period import TimePeriod
from rapportage.figures.words.periods import MONTHS
from rapportage.input.specs.names import LONGEST, wrong_name

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
        names = {values[name]: f"{{{name}}}" for name in ("maandnaam", "Maandnaam", "jaar") if name in values}
        return _WORD.sub(lambda found: names.get(found[0], found[0]), text)

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


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}_{number}"
