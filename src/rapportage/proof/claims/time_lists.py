"""Several times with one word for what they are: 'weken 41 tot en met 44', 'het tweede en derde kwartaal van 2023'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from rapportage.figures.period import YEAR, Unit
from rapportage.figures.words.periods import MONTHS
from rapportage.proof.claims.lexicon import ORDINALS, SCALES, words
from rapportage.proof.claims.measures import measure_of
from rapportage.proof.claims.moment import UNITS

_YEAR = rf"(?:\s+(?:van\s+)?(?P<year>{YEAR}|dit jaar|vorig jaar|het (?:vorige|voorgaande) jaar))?"
_NUMBER = r"\d{1,2}(?![\d.,]*\d)"
_UP_TO = r"\s+tot en met\s+|\s+t/m\s+|\s*[–-]\s*"
_NUMBERED = re.compile(
    r"\b(?<!\bper )(?<!\belke )(?<!\biedere )(?P<unit>weken|week|kwartalen|kwartaal)\s+"
    rf"(?P<all>{_NUMBER}(?:(?:{_UP_TO}|,\s+|\s+en\s+){_NUMBER})+){_YEAR}\b",
    re.IGNORECASE,
)
_NTH = r"(?:eerste|tweede|derde|vierde|[1-4]e)"
_NUMBERED_BEFORE = re.compile(
    rf"\b(?P<all>{_NTH}(?:(?:{_UP_TO}|,\s+|\s+(?:en|of|als)\s+)(?:in\s+)?(?:het\s+)?{_NTH})+)"
    rf"\s+(?P<unit>kwartaal|halfjaar)(?!\s+op\s+rij){_YEAR}\b",
    re.IGNORECASE,
)
_ITEM = re.compile(rf"(?P<first>{_NTH}|\d{{1,2}})(?:(?:{_UP_TO})(?:het\s+)?(?P<last>{_NTH}|\d{{1,2}}))?", re.IGNORECASE)


_AMOUNTS = frozenset((*words("% ‰ procent procentpunt pct keer maal"), *SCALES, *MONTHS))
_ONE = frozenset(("week", "kwartaal"))
_NEXT_WORD = re.compile(r"\s*([%‰]|[^\W\d_]+)")


class Listed(Struct, frozen=True):
    """What is in a text from `start` to `end`; `times` are of each its place, and the ends of two codes.

    Those are of its first and its last: of 'weken 41 tot en met 44' '-W41' and '-W44'.
    """

    start: int
    end: int
    unit: Unit
    year: str | None
    times: list[tuple[int, int, str, str]]


def lists_of_times(text: str) -> Iterator[Listed]:
    """From left to right: of 'week 41 tot en met 43 en 45' two."""
    found = sorted((*_NUMBERED.finditer(text), *_NUMBERED_BEFORE.finditer(text)), key=lambda each: each.start())
    for each in found:
        unit = UNITS[each["unit"].casefold()]
        every = list(_ITEM.finditer(text, *each.span("all")))
        is_one = each["unit"].casefold() in _ONE
        items = _of_list(text, every, is_one=is_one) if each.re is _NUMBERED else every
        if len(items) == 1 and not items[0]["last"]:
            continue
        end = each.end() if items == every else items[-1].end()
        starts = [each.start(), *(item.start() for item in items[1:])]
        ends = [*(item.end() for item in items[:-1]), end]
        codes = [(_code(unit, item["first"]), _code(unit, item["last"] or item["first"])) for item in items]
        times = [(start, end, *code) for start, end, code in zip(starts, ends, codes, strict=True)]
        yield Listed(each.start(), end, unit, each["year"], times)


def _of_list(text: str, items: Sequence[re.Match[str]], *, is_one: bool) -> Sequence[re.Match[str]]:
    """Without a last number that is of something else: 'week 45, 4 weken na de start', 'week 44 en 12 procent meer'.

    With one week ('week 45, 12 meer dan') or after 'en' a comma makes no list.
    """
    if len(items) < 2:
        return items
    joined = [text[one.end() : other.start()].strip() for one, other in pairwise(items)]
    is_apart = joined[-1] == "," and (is_one or any(each.startswith("en") for each in joined))
    following = _NEXT_WORD.match(text, items[-1].end())
    word = following[1].casefold() if following else ""
    is_amount = word in _AMOUNTS or (bool(word) and measure_of([word]) is not None)
    return _of_list(text, items[:-1], is_one=is_one) if is_apart or is_amount else items


def _code(unit: Unit, number: str) -> str:
    """The end of the code of a period: '-W44', '-Q2'."""
    value = ORDINALS.get(number.casefold()) or int(number.rstrip("eE"))
    match unit:
        case "week":
            return f"-W{value:02}"
        case "halfjaar":
            return f"-H{value}"
        case _:
            return f"-Q{value}"
