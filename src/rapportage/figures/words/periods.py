"""Periods and dates as Dutch prose and table heads write them; what belongs together is held by hard spaces."""

from __future__ import annotations

from rapportage.figures.dates import KnownDate
from rapportage.figures.period import YEAR, TimePeriod
from rapportage.figures.words.numbers import count_word

HARD_SPACE = "\N{NO-BREAK SPACE}"
UP_TO = "t/m"
A_YEAR = YEAR
"""How a year is written, as a pattern."""

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
QUARTERS = ("1e kw", "2e kw", "3e kw", "4e kw")
_ORDINALS = ("eerste", "tweede", "derde", "vierde")
_DIVISIONS = {"kwartaal": ("het", "kwartaal"), "halfjaar": ("de", "helft")}


def month_name(month: int) -> str:
    """'mei' for 5."""
    return MONTHS[month - 1]


def short_month(month: int) -> str:
    """'mrt' for 3."""
    return SHORT_MONTHS[month - 1]


def period_name(period: TimePeriod) -> str:
    """In a sentence: 'mei 2020', 'de eerste vijf maanden van 2020', 'juni 2019 t/m mei 2020', 'week 23 van 2020'."""
    if period.kind != "venster":
        return _name(period)
    first, last = _outer(period)
    if year_of(first) != year_of(last) or period.unit == "jaar":
        return f"{_name(first)} {UP_TO} {_name(last)}"
    match period.unit:
        case "maand":
            if first.start.month == 1 and last.start.month < 12:
                return f"de eerste {count_word(last.start.month)} maanden van {year_of(last)}"
            return f"{month_name(first.start.month)} {UP_TO} {_name(last)}"
        case "week":
            return f"week{HARD_SPACE}{_number(first)} {UP_TO} {_number(last)} van {year_of(last)}"
        case unit:
            article, noun = _DIVISIONS[unit]
            return f"{article} {_ordinal(first)} {UP_TO} {_ordinal(last)} {noun} van {year_of(last)}"


def short_period_name(period: TimePeriod) -> str:
    """The period in a table head or on an axis: 'mei 2020', '2e kwartaal 2020', 'jun 2019–mei 2020', 'week 23 2020'."""
    if period.kind != "venster":
        return _short(period, month_name(period.start.month))
    return "–".join(_short(part, short_month(part.start.month)) for part in _outer(period))


def without_year(name: str, year: str) -> str:
    """'mei' for 'mei 2020', 'het eerste kwartaal' for 'het eerste kwartaal van 2020': ."""
    return name.removesuffix(f" {year}").removesuffix(" van")


def date_name(known: KnownDate) -> str:
    """'24 juni 2020'; 'juni 2020' or '2020' where no more is known."""
    month = month_name(known.month) if known.month else ""
    return HARD_SPACE.join(part for part in (str(known.day or ""), month, str(known.year)) if part)


def on_date(known: KnownDate) -> str:
    """As a part of a sentence: 'op 24 juni 2020', 'in juni 2020', 'in 2020'."""
    return f"{'op' if known.is_day else 'in'} {date_name(known)}"


def capitalised(text: str) -> str:
    """`text` as the start of a sentence: 'De eerste helft van 2020', 'IJsland'."""
    return "IJ" + text[2:] if text.startswith("ij") else text[:1].upper() + text[1:]


def _name(period: TimePeriod) -> str:
    year = year_of(period)
    match period.unit:
        case "jaar":
            return str(year)
        case "maand":
            return f"{month_name(period.start.month)}{HARD_SPACE}{year}"
        case "week":
            return f"week{HARD_SPACE}{_number(period)} van {year}"
        case unit:
            article, noun = _DIVISIONS[unit]
            return f"{article} {_ordinal(period)} {noun} van {year}"


def _short(period: TimePeriod, month: str) -> str:
    year = year_of(period)
    match period.unit:
        case "jaar":
            return str(year)
        case "maand":
            return f"{month}{HARD_SPACE}{year}"
        case "week":
            return f"week{HARD_SPACE}{_number(period)} {year}"
        case unit:
            return f"{_number(period)}e {_DIVISIONS[unit][1]} {year}"


def _outer(window: TimePeriod) -> tuple[TimePeriod, TimePeriod]:
    parts = window.parts()
    return parts[0], parts[-1]


def year_of(period: TimePeriod) -> int:
    """The calendar year, or for weeks the ISO year."""
    return period.end.isocalendar().year if period.unit == "week" else period.start.year


def _number(period: TimePeriod) -> int:
    """Which week, quarter or half of its year a period is."""
    match period.unit:
        case "week":
            return period.start.isocalendar().week
        case "kwartaal":
            return (period.start.month + 2) // 3
        case _:
            return (period.start.month + 5) // 6


def _ordinal(period: TimePeriod) -> str:
    return _ORDINALS[_number(period) - 1]
