"""Periods and dates as prose and table heads write them; what belongs together is held by hard spaces."""

from __future__ import annotations

from rapportage.figures.dates import KnownDate
from rapportage.figures.languages.dutch import DUTCH
from rapportage.figures.languages.spoken import in_dutch, spoken_language
from rapportage.figures.period import YEAR, TimePeriod
from rapportage.figures.units import MONTHS as MONTHS_OF
from rapportage.figures.units import SPLIT

HARD_SPACE = "\N{NO-BREAK SPACE}"
A_YEAR = YEAR
"""How a year is written, as a pattern."""
_LETTERS = {"kwartaal": "Q", "halfjaar": "H", "week": "W"}
"""As in the code of a period."""
MONTHS, SHORT_MONTHS = DUTCH.periods.months, DUTCH.periods.short_months
"""As the files of a user name them."""


def month_name(month: int) -> str:
    """'mei' for 5."""
    return spoken_language().periods.months[month - 1]


def short_month(month: int) -> str:
    """'mrt' for 3."""
    return spoken_language().periods.short_months[month - 1]


def month_of_year(period: TimePeriod) -> str:
    """The month in which a period begins, over its days: 'mrt 2026'."""
    return f"{short_month(period.start.month)} {period.start.year}"


def short_quarter(quarter: int) -> str:
    """'2e kw' for 2: below an axis."""
    return spoken_language().periods.short_quarters[quarter - 1]


def period_name(period: TimePeriod) -> str:
    """In a sentence: 'mei 2020', 'de eerste vijf maanden van 2020', 'juni 2019 t/m mei 2020', 'week 23 van 2020'."""
    words = spoken_language()
    if period.unit == "dag" and period.kind != "venster":
        return date_name(_day(period))
    if period.kind != "venster":
        return words.periods.one(period.unit, _number(period), year_of(period))
    first, last = _outer(period)
    if not of_one_year(period):
        return f"{period_name(first)} {words.lists.up_to} {period_name(last)}"
    if period.unit == "dag":
        begin = without_year(period_name(first), str(year_of(first)))
        begin = str(first.start.day) if first.start.month == last.start.month else begin
        return f"{begin} {words.lists.up_to} {period_name(last)}"
    return words.periods.span(period.unit, _number(first), _number(last), year_of(last))


def period_in_message(period: TimePeriod) -> str:
    """What a message to who makes the report calls a period: in Dutch, whatever the language of the report."""
    return in_dutch(period_name, period)


def short_period_name(period: TimePeriod) -> str:
    """The period in a table head or on an axis: 'mei 2020', '2e kwartaal 2020', 'jun 2019–mei 2020', 'week 23 2020'."""
    if period.kind != "venster":
        return _short(period, month_name(period.start.month))
    return "–".join(_short(part, short_month(part.start.month)) for part in _outer(period))


def shortest_period_name(period: TimePeriod) -> str:
    """Where there is little room: 'Q1 2026', 'H1 2026', 'mrt 2026', 'W23 2026', '2024/25', 'Q1–Q3 2026'."""
    if period.kind == "venster":
        first, last = (shortest_period_name(part) for part in _outer(period))
        return f"{without_year(first, str(year_of(period))) if of_one_year(period) else first}–{last}"
    year = year_of(period)
    match period.unit:
        case "schooljaar" | "boekjaar":
            return f"{year}/{(year + 1) % 100:02}"
        case "kwartaal" | "halfjaar" | "week":
            return f"{_LETTERS[period.unit]}{_number(period)}{HARD_SPACE}{year}"
        case _:
            return _short(period, short_month(period.start.month))


def period_in_sentence(period: TimePeriod) -> str:
    """With what goes before it: 'in het eerste kwartaal van 2026', 'in mei 2026', 'in 2025', 'op 1 maart 2026'."""
    words = spoken_language().periods
    if period.unit == "dag":
        return f"{words.on if period.kind == 'dag' else words.from_} {period_name(period)}"
    if period.kind in SPLIT:
        return f"{words.during} {words.the_year} {period_name(period)}"
    return f"{words.during} {period_name(period)}"


def of_one_year(period: TimePeriod) -> bool:
    """Whether it is a part of one year, so that its name is one without that year too."""
    first, last = _outer(period)
    return year_of(first) == year_of(last) and MONTHS_OF.get(period.unit) != 12


def without_year(name: str, year: str) -> str:
    """'mei' for 'mei 2020', 'het eerste kwartaal' for 'het eerste kwartaal van 2020'."""
    name = name.removesuffix(f" {year}").removesuffix(f"{HARD_SPACE}{year}")
    return name.removesuffix(f" {spoken_language().periods.of_year}")


def date_name(known: KnownDate) -> str:
    """'24 juni 2020'; 'juni 2020' or '2020' where no more is known."""
    return spoken_language().periods.date(known.day, known.month, known.year)


def on_date(known: KnownDate) -> str:
    """As a part of a sentence: 'op 24 juni 2020', 'in juni 2020', 'in 2020'."""
    words = spoken_language().periods
    return f"{words.on if known.is_day else words.during} {date_name(known)}"


def capitalised(text: str) -> str:
    """`text` as the start of a sentence: 'De eerste helft van 2020', 'IJsland'."""
    return "IJ" + text[2:] if text.startswith("ij") else text[:1].upper() + text[1:]


def _short(period: TimePeriod, month: str) -> str:
    year = year_of(period)
    match period.unit:
        case "dag":
            return f"{period.start.day}{HARD_SPACE}{month}{HARD_SPACE}{year}"
        case "maand":
            return f"{month}{HARD_SPACE}{year}"
        case unit:
            return spoken_language().periods.short(unit, _number(period), year)


def _outer(window: TimePeriod) -> tuple[TimePeriod, TimePeriod]:
    parts = window.parts()
    return parts[0], parts[-1]


def _day(period: TimePeriod) -> KnownDate:
    return KnownDate(period.start.year, period.start.month, period.start.day)


def year_of(period: TimePeriod) -> int:
    """The calendar year, or for weeks the ISO year."""
    return period.end.isocalendar().year if period.unit == "week" else period.start.year


def year_name(period: TimePeriod) -> str:
    """The year in which a period ends: '2020'; of a school or fiscal year '2024/2025'."""
    if period.unit in SPLIT:
        return f"{period.end.year - 1}/{period.end.year}"
    return str(period.end.year)


def _number(period: TimePeriod) -> int:
    """Which week, month, quarter or half of its year a period is; 1 for a year."""
    match period.unit:
        case "jaar" | "schooljaar" | "boekjaar":
            return 1
        case "maand":
            return period.start.month
        case "week":
            return period.start.isocalendar().week
        case "kwartaal":
            return (period.start.month + 2) // 3
        case _:
            return (period.start.month + 5) // 6
