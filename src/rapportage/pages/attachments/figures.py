"""From what a cell shows to data: the figure, its unit, and what has to be said of it."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from rapportage.document import Content, Link, NoteMark, Point, Value, plain_text
from rapportage.figures.languages.spoken import spoken_language
from rapportage.figures.rounding import round_half_away
from rapportage.figures.words.numbers import PERCENTAGE_POINT, number_pattern, percentage_points, read_number
from rapportage.figures.words.signs import PROVISIONAL_MARK, UNKNOWN_SIGN, unknown
from rapportage.figures.words.units import unit_name
from rapportage.pages.attachments.attachment import DataValue

MOST_DECIMALS = 12
"""Of a share or mean that does not end; the arithmetic behind it has 60 digits."""


class Reading(Struct, frozen=True):
    """What a cell holds: words, or a figure. A figure that is not given as a number has only a status."""

    text: str
    is_figure: bool = False
    figure: DataValue | None = None
    status: tuple[str, ...] = ()
    unit: str | None = ""
    """'%'; None of a sign that stands for a figure, which may be of any unit."""
    marks: tuple[str, ...] = ()
    """Those of the notes in the cell."""


def read_content(content: Content) -> Reading:
    """What the content of a cell of a table is as data."""
    text, marks = words(content), marks_of(content)
    values = [item for item in content if isinstance(item, Value) and (item.trace is not None or item.spoken)]
    others = [item for item in content if item not in values and not isinstance(item, NoteMark)]
    if len(values) != 1 or words(tuple(others)):
        return Reading(text, marks=marks)
    return _read_value(values[0], text, marks)


def read_point(point: Point | None) -> Reading:
    """The same of a point of a chart."""
    if point is None:
        return Reading(UNKNOWN_SIGN, is_figure=True, status=(unknown(),))
    reading = _read_value(Value(point.text, point.trace), point.text, (point.mark,) if point.mark else ())
    if not point.provisional:
        return reading
    return Reading(
        reading.text,
        True,
        reading.figure,
        (spoken_language().signs.provisional, *reading.status),
        reading.unit,
        reading.marks,
    )


def words(content: Content) -> str:
    """The words of `content` without marks of notes, with ordinary spaces."""
    return " ".join(plain_text(content).split())


def marks_of(content: Content) -> tuple[str, ...]:
    return tuple(item.mark for item in content if isinstance(item, NoteMark))


def addresses(content: Content) -> tuple[str, ...]:
    """The addresses on the web that `content` links to, each once."""
    return tuple(dict.fromkeys(item.url for item in content if isinstance(item, Link)))


def _read_value(value: Value, text: str, marks: tuple[str, ...]) -> Reading:
    words = spoken_language()
    shown, status, is_sign, about = value.text, [], False, words.numbers.about
    if shown.endswith(PROVISIONAL_MARK):
        shown = shown.removesuffix(PROVISIONAL_MARK)
        status.append(words.signs.provisional)
    elif value.spoken:
        status.append(value.spoken)
        is_sign = True
    if shown.startswith(f"{about} "):
        shown = shown.removeprefix(about)
        status.append(about)
    shown, unit = _without_unit(shown.strip())
    found = re.fullmatch(rf"\+?{number_pattern()}", shown)
    exact = value.trace.exact if value.trace else None
    if found is None or exact is None:  # what the report does not give as a number is not given here either
        return Reading(text, True, None, tuple(status) or ((text,) if text else ()), marks=marks)
    number = read_number(found[0])
    decimals = len(found[0].partition(words.numbers.decimal)[2])
    if about not in status and round_half_away(exact, decimals) == number:
        figure = DataValue(_bounded(exact, number, decimals), decimals)
        return Reading(text, True, figure, tuple(status), None if is_sign else unit, marks)
    # 'ongeveer 7.350', or a difference of rounded figures: more than what is shown is not known.
    status += [] if about in status else [words.data.rounded]
    return Reading(text, True, DataValue(number, decimals), tuple(status), unit, marks)


def _bounded(exact: Decimal, shown: Decimal, decimals: int) -> Decimal:
    """A quotient without end, to so many decimals that it still rounds to what is shown."""
    exponent = exact.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= MOST_DECIMALS:
        return exact
    cut = round_half_away(exact, MOST_DECIMALS)
    return cut if round_half_away(cut, decimals) == shown else exact


def _without_unit(shown: str) -> tuple[str, str]:
    """The number, and its unit as this language calls it."""
    points = {percentage_points(each).partition(each)[2].strip() for each in ("1", "2")}
    for unit in ("%", *sorted(points, key=len, reverse=True)):
        if shown.endswith(unit):
            return shown.removesuffix(unit).strip(), unit if unit == "%" else unit_name(PERCENTAGE_POINT)
    return shown, ""
