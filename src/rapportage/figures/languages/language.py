"""What a language has to give: words, and small functions where its grammar asks them. Each language is one value.

None has a default, so that mypy finds the language that lacks a word.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from rapportage.figures.languages.report import (
    ChartWords,
    CourseWords,
    DataWords,
    HyphenationWords,
    ListingWords,
    PlaceWords,
    SchemeWords,
    SpacingWords,
    TableWords,
    WebWords,
)

HARD = "\N{NO-BREAK SPACE}"
"""Between what belongs together."""


class NumberWords(Struct, frozen=True, kw_only=True):
    thousands: str
    decimal: str
    counts: tuple[str, ...]
    """From 0 to 12."""
    ordinals: tuple[str, ...]
    """From the first to the tenth."""
    ordinal: Callable[[int], str]
    """In figures: '11e'."""
    about: str
    """Before a figure that is less precise than it looks."""
    in_points: Callable[[str], str]
    """A number of percentage points."""


class ListWords(Struct, frozen=True, kw_only=True):
    and_: str
    or_: str
    up_to: str
    """Between the outer ones of a row, short: 't/m'."""
    up_to_full: str
    """The same, where it is read aloud."""
    all_of: Callable[[str], str]
    """Before two or more names; it gets their count in letters: 'alle drie'."""
    both: str
    nothing_known: tuple[str, ...]
    """What a part of a whole is called of which it is not known what it is: patterns of the whole name."""


class PeriodWords(Struct, frozen=True, kw_only=True):
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    short_quarters: tuple[str, ...]
    """Below an axis."""
    quarters: tuple[str, ...]
    """The same in full, of no year: '1e kwartaal'."""
    one: Callable[[str, int, int], str]
    """A period in a sentence, by its unit, its number in the year and its year: 'het tweede kwartaal van 2020'."""
    span: Callable[[str, int, int, int], str]
    """Several in one year, by the numbers of the first and the last: 'januari t/m maart 2020'."""
    short: Callable[[str, int, int], str]
    """In a table head: '2e kwartaal 2020'."""
    of_year: str
    """Between a part of a year and the year: 'van'."""
    date: Callable[[int | None, int | None, int], str]
    """By day, month and year, of which what is not known is None."""
    on: str
    """Before a day."""
    during: str
    """Before a month or year."""
    from_: str
    """Before the first of several days."""
    the_year: str
    """The article of a school or fiscal year: 'het'."""
    articles: tuple[str, ...]
    """With which the names of periods may begin."""


class SentenceWords(Struct, frozen=True, kw_only=True):
    abbreviations: frozenset[str]
    """After these a sentence goes on, though they end with a point."""


class SignWords(Struct, frozen=True, kw_only=True):
    unknown: str
    impossible: str
    not_applicable: str
    """Where an empty cell would be none: among words."""
    gap: str
    """In a draft."""
    provisional: str
    provisional_figure: str
    later: str
    too_small: str
    near_zero: str
    too_rough: str
    in_points: str
    """Why a percentage has no change in percent."""
    fewer_than: str
    """Before a limit."""
    point: str
    star: str
    empty: str
    less_than: Callable[[str, str], str]
    """What the sign '<5' is called, by its limit and itself."""
    one_to: Callable[[str], str]
    """What '<5' leaves open, by the most that it can be."""
    means: Callable[[str, str], str]
    in_use: str
    """Before what the signs of a report mean, in one line."""
    none_used: str
    draft_notice: Callable[[int], str]
    """What a draft says of itself; the number is that of the figures that are still empty."""
    example_notice: str
    draft_mark: str
    example_mark: str
    draft_header: str
    """Above each page."""
    example_header: str
    both_header: str


class ChangeWords(Struct, frozen=True, kw_only=True):
    risen: str
    fallen: str
    unchanged: str
    hardly_changed: str
    """For less than half a percent."""
    from_to: Callable[[str], tuple[str, str]]
    """What is before and between two figures, by the word for the direction: 'gestegen van ', ' naar '."""
    as_many: str
    """In place of '0% meer'."""
    than: tuple[str, str]
    """The word after a difference, and the one after what is as much: 'dan', 'als'."""
    with_as: tuple[str, ...]
    """How words end after which comes 'als', where 'dan' was written for a difference."""
    hardly: str
    more: str
    fewer: str
    likewise: str
    later_restated: str
    """Before the figure to which it was: 'Later bijgesteld tot'."""


class UnitWords(Struct, frozen=True, kw_only=True):
    scales: tuple[str, str, str]
    """Thousands, millions and milliards, as a listener hears them: 'duizenden'."""
    sizes: tuple[str, str, str]
    """The same behind a figure: 'duizend'."""
    in_scale: Callable[[str, str], str]
    """'in duizenden aanvragen'; the unit may be empty."""
    in_percent: str
    in_points: str
    in_numbers: str
    in_unit: Callable[[str], str]
    """'in euro', 'in maanden': of what is no number of things."""
    index: Callable[[str], str]
    """'index, 2020 is 100'; the year may be empty."""
    unit: Callable[[str], str]
    """'eenheid personen'."""
    names: dict[str, str]
    """How a unit of the data is called in this language, where that is another name."""
    aloud: dict[str, str]
    """Signs and letters that a listener would hear as such, or not at all: '°C'."""


class Language(Struct, frozen=True, kw_only=True):
    code: str
    """'nl'."""
    tag: str
    """Of a report that names no region: 'nl-NL'."""
    numbers: NumberWords
    lists: ListWords
    periods: PeriodWords
    sentences: SentenceWords
    signs: SignWords
    changes: ChangeWords
    units: UnitWords
    places: PlaceWords
    tables: TableWords
    listings: ListingWords
    charts: ChartWords
    courses: CourseWords
    schemes: SchemeWords
    data: DataWords
    web: WebWords
    hyphenation: HyphenationWords
    spacing: SpacingWords
