"""Two numbers side by side, which a reader takes for one or stumbles over: 'in 2019 910 mensen'.

After a year a number that shows by itself where it begins is no such number ('eind 2024 2.297.000', 'in 2020 31%'),
nor is one of two digits, or of so many thousands: 'in 2023 40 zaken', 'in 2024 375 duizend mensen'.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from rapportage.diagnostics import Findings, Span
from rapportage.document import Value
from rapportage.figures.period import YEAR
from rapportage.proof.claims.stretches import MARKUP, Stretch
from rapportage.proof.vocabulary.spoken import patterns
from rapportage.text.language.composed import SLOT

_NUMBER = re.compile(r"(?<![\w.,:/'’€–−+-])(?P<sign>[+−]?)(?P<digits>\d+(?:[.,:/–-]\d+)*)%?(?!\w|[.,:/–-]\d)")
"""A number by itself, or one before a hyphen ('12-jarigen'); '2e', 'H1' and 'COVID-19' are words."""
_YEARS = re.compile(rf"{YEAR}(?:[/–-](?:{YEAR}|\d\d))?")
_ONE_NUMBER = re.compile(r"\d{1,3}\s\d{3}(?:,\d+)?|\d+\s\d/\d{1,2}")
"""'1 280', a dossier '19 637', '2 1/2'."""
_APART = re.compile(r"[+−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?%?|[+−]?\d+,\d+%?|[+−]\d+%?|\d+%")
"""A number with a point or comma, a percent sign or a sign of its own: nobody takes it for the end of a year."""
_TIME = re.compile(r"\d{1,2}[.:]\d\d")
_CODE = re.compile(r"(?<!\d)(?:\+|0)[\d\s]*$")
"""Digits of a telephone or an account: the first of them is a 0."""
_POSTCODE = re.compile(r"\s[A-Z]{2}\b")
_NEXT_WORD = re.compile(r"\s([^\W\d_]+)")
_GROUP = 3
"""So many digits may be the end of a larger number: '2 019 910'."""
_LOOK_BACK = 60


def check_neighbours(sentence: Stretch, findings: Findings) -> None:
    """Reports every two numbers with nothing but space between them that are not one number or a known pair."""
    read = _Read.of(sentence)
    for first, second in pairwise(_NUMBER.finditer(read.text)):
        between = read.text[first.end() : second.start()]
        if between.isspace() and not (read.is_known_pair(first, second) or read.is_typed_pair(first, second)):
            message = f"twee getallen naast elkaar: '{first[0]} {second[0]}'"
            findings.warning("T511", message, read.span(second), _how_to_mend(first, second))


def _how_to_mend(first: re.Match[str], second: re.Match[str]) -> str:
    one, other = first[0], second[0]
    if not _YEARS.fullmatch(first["digits"]):
        return "zet er een woord of een komma tussen, of schrijf een van de twee in letters"
    between = "was dat" if other.endswith("%") else "in totaal"
    return f"zet er iets tussen ('in {one} {between} {other}'), of noem het cijfer eerst ('{other} … in {one}')"


class _Read(Struct, frozen=True):
    """A sentence as it is read: its figures in place, its markup gone; `places` says where each character came from."""

    sentence: Stretch
    text: str
    places: tuple[int, ...]

    @staticmethod
    def of(sentence: Stretch) -> _Read:
        written = sentence.text
        hidden = {place for found in MARKUP.finditer(written) for place in range(*found.span())}
        seen = [
            (char, place)
            for place, sign in enumerate(written)
            if place not in hidden
            for char in (
                "".join(item.text for item in sentence.composed.slots.get(sign, ())) if SLOT.match(sign) else sign
            )
        ]
        return _Read(sentence, "".join(char for char, _ in seen), tuple(place for _, place in seen))

    def is_known_pair(self, first: re.Match[str], second: re.Match[str]) -> bool:
        """Whether a reader takes both for one thing (a week or table and a year, a day and a time), or can't do so."""
        before = self.text[max(0, first.start() - _LOOK_BACK) : first.start()]
        if (
            _YEARS.fullmatch(second["digits"])
            and patterns().literals.named.search(before)
            and not _YEARS.fullmatch(first["digits"])
        ):
            return True
        if _YEARS.fullmatch(first["digits"]) and (_APART.fullmatch(second[0]) or self._is_plainly_apart(second)):
            return True
        return bool(_TIME.fullmatch(second["digits"])) and self.text[second.end() :].lstrip().startswith(
            patterns().explained.o_clock
        )

    def _is_plainly_apart(self, second: re.Match[str]) -> bool:
        """Whether after a year no reader can take it for more of that: 'in 2023 40 zaken', '2024 375 duizend'."""
        behind = _NEXT_WORD.match(self.text, second.end())
        is_scaled = behind is not None and behind[1].casefold() in patterns().literals.scales
        return is_scaled or len(second["digits"]) < _GROUP

    def is_typed_pair(self, first: re.Match[str], second: re.Match[str]) -> bool:
        """Whether digits that somebody typed are one number, or of a telephone, an account or an address."""
        if any(SLOT.match(self.sentence.text[place]) for place in self.places[first.start() : second.end()]):
            return False
        if _ONE_NUMBER.fullmatch(self.text[first.start() : second.end()]):
            return True
        before = self.text[max(0, first.start() - _LOOK_BACK) : first.end()]
        return bool(
            _CODE.search(before)
            or patterns().literals.addressed.search(before)
            or _POSTCODE.match(self.text, second.end())
        )

    def span(self, found: re.Match[str]) -> Span:
        """Where the number is in the user's file: as typed, or the expression that gives it."""
        first, last = self.places[found.start()], self.places[found.end() - 1]
        for item in self.sentence.composed.slots.get(self.sentence.text[first], ()):
            if isinstance(item, Value) and item.origin is not None:
                return item.origin
        return self.sentence.span(first, last + 1 - first)
