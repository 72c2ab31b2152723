"""Times that a text names ('mei', 'het tweede kwartaal van 2020', 'een jaar eerder', '2018 tot en met 2024')."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.figures.period import YEAR
from rapportage.figures.words.periods import MONTHS
from rapportage.proof.claims.lexicon import CARDINALS, ORDINALS
from rapportage.proof.claims.moment import UNITS, Moment
from rapportage.proof.claims.time_lists import Listed, lists_of_times

_COUNT = "|".join(CARDINALS)
_FROM_DAY = r"\d{1,2}\s*(?:tot en met|t/m|tot|en|of|–|-)\s*"
"""The first day of more in one month: '4 tot en met 10 november'."""
_OF_YEAR = rf"{YEAR}|dit jaar|vorig jaar|het (?:vorige|voorgaande) jaar"
_ONE = (
    rf"schooljaar\s+(?P<school>{YEAR})[/-]\d{{2,4}}"
    rf"|(?:(?:{_FROM_DAY})?(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(MONTHS)})(?:\s+(?:van\s+)?(?P<month_of>{_OF_YEAR}))?"
    rf"|(?P<quarter>eerste|tweede|derde|vierde|[1-4]e)\s+kwartaal(?!\s+op\s+rij)(?:\s+(?:van\s+)?(?P<quarter_of>{_OF_YEAR}))?"
    rf"|(?P<last_quarter>laatste)\s+kwartaal\s+van\s+(?P<last_quarter_of>{_OF_YEAR}|het jaar)"
    rf"|(?P<short>[QHqh][1-4])(?:[\s-]+(?:van\s+)?(?P<short_of>{_OF_YEAR}))?"
    rf"|(?P<half>eerste|tweede)\s+(?:half\s?jaar|helft(?=\s+van\s+(?:het\s+jaar|{_OF_YEAR})))(?:\s+(?:van\s+)?(?P<half_of>{_OF_YEAR}))?"
    r"|(?<!\bhet )(?<!\been )(?<!\bper )(?<!\belk )(?<!\bieder )kwartaal\s+(?P<nth>[1-4])(?![\d.,]*\d|\s*%|-?[^\W\d])"
    rf"(?!\s+(?:procent|keer|maand|week|weken|dag|jaar))(?:\s+(?:van\s+)?(?P<nth_of>{_OF_YEAR}))?"
    rf"|week\s+(?P<week>\d{{1,2}})(?:\s+(?:van\s+)?(?P<week_of>{YEAR}))?"
    rf"|(?<![\d.,/=])(?<!(?<!\d{{4}})-)(?P<year>{YEAR})(?![\d.,/]*\d|\s*=)"
)
_FIRST = rf"eerste\s+(?P<count>{_COUNT}|\d+)\s+(?P<counted>maanden|kwartalen|weken)"
_FIRST += rf"(?:\s+van\s+(?P<count_of>{_OF_YEAR}|het jaar))?"
_LAST = rf"(?:laatste|afgelopen|voorbije)\s+(?P<last>{_COUNT}|\d+)\s+(?P<last_unit>weken|maanden|kwartalen|jaar|jaren)"
_EARLIER = (
    rf"(?<!\bde )(?P<steps>{_COUNT}|\d+)\s+(?P<step>week|weken|maand|maanden|kwartaal|kwartalen|halfjaar|jaar|jaren)"
    r"\s+(?P<way>eerder|geleden|ervoor|daarvoor|later|erna|daarna|nadien)\b(?!\s+dan\b)"
    r"|(?:dezelfde|hetzelfde)\s+(?P<same>week|weken|maand|maanden|kwartaal|kwartalen|halfjaar|periode|tijdvak|moment)"
    rf"\s+(?:van\s+|in\s+)?(?P<same_of>{_OF_YEAR})"
    r"|(?:dit|deze|het lopende|de lopende)\s+(?P<current>week|maand|kwartaal|halfjaar|jaar)"
    r"|(?P<previous>vorig|vorige|voorgaand|voorgaande|afgelopen)\s+(?P<previous_unit>week|maand|kwartaal|halfjaar|jaar)"
    r"|(?:de|het)\s+(?P<before>week|maand|kwartaal|halfjaar|jaar)\s+(?:ervoor|daarvoor|eerder)"
    r"|(?:de|het)\s+(?P<after>week|maand|kwartaal|halfjaar|jaar)\s+(?:erna|daarna|erop|daarop)"
)
_TIME = re.compile(rf"\b(?:{_FIRST}|{_LAST}|{_EARLIER}|{_ONE})\b", re.IGNORECASE)
_ELLIPSIS = re.compile(
    r"\bhet\s+(eerste|tweede|derde|vierde)"
    r"(?=\s+(?:op|was|waren|nog|kwam|kwamen|met|van)\b|\s*[\u0001,.;)]|\s*$)",
    re.IGNORECASE,
)
_OWN_YEAR = re.compile(rf"\s+van\s+({YEAR})\b")
_NTH_OF = re.compile(rf"(eerste|tweede|derde|vierde)(?=\s+van\s+{YEAR}\b)", re.IGNORECASE)
_AHEAD = re.compile(r"\bin het\s+(eerste|tweede|derde|vierde)(?=\s+(?:naar|tot|tegen)\b)", re.IGNORECASE)
"""'van F in het derde naar F in het vierde kwartaal'."""
_LATER = frozenset(("later", "erna", "daarna", "nadien"))
_AND_ON = re.compile(r"\s*(?:tot en met|t/m|–|-|tot|en met)\s*(?:het\s+|de\s+)?", re.IGNORECASE)


def moments(text: str) -> Iterator[Moment]:
    """The times in `text`, from left to right; a range is one. After a quarter 'in het derde' is one too."""
    quarter: Moment | None = None
    for moment in _moments(text):
        if quarter is None and moment.unit == "kwartaal" and moment.rest:
            yield from (_elided(found, moment) for found in _AHEAD.finditer(text, 0, moment.start))
        start = quarter.end if quarter else 0
        elided = [_elided(each, quarter) for each in _ELLIPSIS.finditer(text, start, moment.start)] if quarter else []
        yield from elided
        if elided and elided[-1].end > moment.start:
            quarter = elided[-1]  # 'het eerste van 2024', of which the year is no time of its own
            continue
        yield moment
        quarter = moment if moment.unit == "kwartaal" and moment.rest else None
    for found in _ELLIPSIS.finditer(text, quarter.end) if quarter else ():
        yield _elided(found, quarter)


def _elided(found: re.Match[str], like: Moment | None) -> Moment:
    year = like.year if like else None
    own = _OWN_YEAR.match(found.string, found.end(1))
    end = own.end() if own else found.end(1)
    return Moment(found.start(1), end, f"-Q{ORDINALS[found[1].casefold()]}", int(own[1]) if own else year, "kwartaal")


def _moments(text: str) -> Iterator[Moment]:
    """Lists of times ('weken 41 tot en met 44', 'het tweede en derde kwartaal') and what is between those."""
    start = 0
    for each in lists_of_times(text):
        yield from _single(text, start, each.start)
        yield from _listed(each)
        start = each.end
    yield from _single(text, start, len(text))


def _listed(found: Listed) -> Iterator[Moment]:
    year = _year(found.year)
    for start, end, first, last in found.times:
        until = Moment(start, end, last, year, found.unit) if last != first else None
        yield Moment(start, end, first, year, found.unit, last=until)


def _single(text: str, start: int, stop: int) -> Iterator[Moment]:
    end = start
    while found := _TIME.search(text, end, stop):
        moment = _moment(found)
        end = found.end()
        joined = _AND_ON.match(text, end)
        if joined and not moment.is_relative and not moment.count:
            other = _TIME.match(text, joined.end())
            if other is None and moment.unit == "kwartaal" and (nth := _NTH_OF.match(text, joined.end())):
                last = _elided(nth, None)
                end = last.end
                moment = Moment(moment.start, end, moment.rest, moment.year, moment.unit, last=last)
            if other:
                last = _moment(other)
                if not last.is_relative and not last.count:
                    end = other.end()
                    moment = Moment(moment.start, end, moment.rest, moment.year, moment.unit, last=last)
        yield moment


def _moment(found: re.Match[str]) -> Moment:
    start, end = found.span()
    if found["count"]:
        year = found["count_of"]
        return Moment(
            start, end, unit=UNITS[found["counted"].casefold()], count=_number(found["count"]),
            year=_year(year),
        )  # fmt: skip
    if found["last"]:
        unit = UNITS[found["last_unit"].casefold()]
        return Moment(start, end, unit=unit, count=_number(found["last"]), ends_now=True)
    if found["steps"]:
        way = found["way"].casefold()
        steps = _number(found["steps"]) * (-1 if way in _LATER else 1)
        return Moment(start, end, unit=UNITS[found["step"].casefold()], steps=steps, is_from_now=way == "geleden")
    if found["previous"] or found["before"] or found["after"]:
        unit = UNITS[(found["previous_unit"] or found["before"] or found["after"]).casefold()]
        is_from_now = (found["previous"] or "").casefold() in ("vorig", "vorige", "afgelopen")
        may_be_now = (found["previous"] or "").casefold() == "afgelopen"
        steps = -1 if found["after"] else 1
        return Moment(start, end, unit=unit, steps=steps, is_from_now=is_from_now, may_be_now=may_be_now)
    if found["same"]:
        return Moment(start, end, year=_year(found["same_of"]), is_same=True)
    if found["current"]:
        return Moment(start, end, unit=UNITS[found["current"].casefold()])
    if found["last_quarter"]:
        return Moment(start, end, "-Q4", _year(found["last_quarter_of"]), "kwartaal")
    if found["short"]:
        unit = "kwartaal" if found["short"][0] in "Qq" else "halfjaar"
        return Moment(start, end, f"-{found['short'].upper()}", _year(found["short_of"]), unit)
    if found["school"]:
        return Moment(start, end, "", int(found["school"]), "schooljaar")
    if found["month"]:
        return Moment(
            start, end, f"-{MONTHS.index(found['month'].casefold()) + 1:02}", _year(found["month_of"]), "maand"
        )
    if found["quarter"]:
        word = found["quarter"].casefold()
        number = int(word[0]) if word[0].isdigit() else ORDINALS[word]
        return Moment(start, end, f"-Q{number}", _year(found["quarter_of"]), "kwartaal")
    if found["nth"]:
        return Moment(start, end, f"-Q{found['nth']}", _year(found["nth_of"]), "kwartaal")
    if found["half"]:
        return Moment(start, end, f"-H{ORDINALS[found['half'].casefold()]}", _year(found["half_of"]), "halfjaar")
    if found["week"]:
        return Moment(start, end, f"-W{int(found['week']):02}", _year(found["week_of"]), "week")
    return Moment(start, end, "", int(found["year"]), "jaar")


def _year(word: str | None) -> int | None:
    """A year, 0 for this one, -1 for the last; None where none is said."""
    if not word or word.casefold() == "het jaar":
        return None
    return int(word) if word.isdigit() else 0 if word.casefold().startswith("dit") else -1


def _number(word: str) -> int:
    return int(word) if word.isdigit() else CARDINALS[word.casefold()]
