"""The types that specs are made of: texts, choices, numbers, dates, lists and named things, read from nodes.

A text stays the Scalar that it is in the file: `.text` is what it says, `.span` its place and `.span_at(offset)` the
place of one character. Own types are made with a Leaf and a function that takes a Node and raises Fault.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as ReadOnly
from datetime import date
from typing import Annotated, TypeVar, get_args
from urllib.parse import urlsplit

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.figures.dates import KnownDate
from rapportage.figures.period import FIRST_YEAR, LAST_YEAR, YEAR, TimePeriod
from rapportage.input.loading.nodes import Node, Scalar, Sequence
from rapportage.input.specs.faults import EmptyValue, SpecFault, refuse_empty
from rapportage.input.specs.forms import Choice, Text, Whole
from rapportage.input.specs.spec import Each, Keyed, Leaf, mapping

_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})", re.ASCII)
_WRITTEN = re.compile(r"(?P<year>\d{4})(?:-(?P<letter>[WQH])?(?P<part>\d\d?))?", re.ASCII)
_ONE = rf"{YEAR}(?:-(?:0[1-9]|1[0-2]|W(?:0[1-9]|[1-4]\d|5[0-3])|Q[1-4]|H[12]))?"
PERIOD = Text(f"{_ONE}(?:/{_ONE})?", (FIRST_YEAR, LAST_YEAR))
_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
ANY_VALUE = Text()
_NOT_YES_OR_NO = {"true": "ja", "yes": "ja", "on": "ja", "false": "nee", "no": "nee", "off": "nee"}


class PublicationDate(Struct, frozen=True):
    """A date in a file, as precise as it says."""

    known: KnownDate
    span: Span

    @property
    def text(self) -> str:
        """What the file says."""
        return self.known.code

    @property
    def latest(self) -> date:
        """The last day that it can be: what is ordered by date is ordered by that."""
        return self.known.last


def why_no_period(code: str) -> str | None:
    """What is wrong with a code that is written as a period and is none: '2020-13'; None when it is not written so."""
    found = _WRITTEN.fullmatch(code)
    if found is None:
        return None
    year, letter, part = found["year"], found["letter"] or "", int(found["part"] or 0)
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return f"een periode ligt in {FIRST_YEAR} tot en met {LAST_YEAR}"
    if letter == "W":
        weeks = date(int(year), 12, 28).isocalendar().week
        return f"week {part} van {year} bestaat niet: dat jaar heeft {weeks} weken"
    what, most = {"": ("maand", 12), "Q": ("kwartaal", 4), "H": ("halfjaar", 2)}[letter]
    return f"{what} {part} bestaat niet: schrijf {year}-{letter}1 tot en met {year}-{letter}{most}".replace(
        "-1 ", "-01 "
    )


# --- Readers of one node --------------------------------------------------------------------------


def scalar(node: Node) -> Scalar:
    """A single value that is not empty."""
    if not isinstance(node, Scalar):
        found = "lijst" if isinstance(node, Sequence) else "sleutels"
        raise SpecFault("S104", f"hier hoort één waarde, geen {found}", node.span)
    refuse_empty(node)
    return node


def named(node: Node) -> Scalar:
    """A single value that is a name, or refers to one."""
    return scalar(node).named()


def _sequence(node: Node) -> list[Node]:
    if isinstance(node, Sequence):
        return list(node.items)
    refuse_empty(node)
    raise SpecFault("S104", "hier hoort een lijst", node.span, "zet '- ' voor elk onderdeel, of schrijf [a, b]")


def _one_or_more(node: Node) -> list[Node]:
    if isinstance(node, Sequence) and not node.items:
        raise EmptyValue(node.span)
    return list(node.items) if isinstance(node, Sequence) else [node]


def _named(node: Node) -> tuple[tuple[Scalar, Node], ...]:
    return mapping(node).entries


def _text(key: Scalar) -> str:
    return key.text


def _by_period(node: Node) -> tuple[tuple[Scalar, Node], ...]:
    seen: dict[TimePeriod, str] = {}
    for key, _ in mapping(node).entries:
        period = TimePeriod.parse(key.text)
        if period and seen.setdefault(period, key.text) != key.text:
            raise SpecFault("S112", f"{key.text} is dezelfde periode als {seen[period]}", key.span)
    return mapping(node).entries


def _yes_no(node: Node) -> bool:
    value = named(node)
    if value.text not in ("ja", "nee"):
        instead = _NOT_YES_OR_NO.get(value.text.casefold())
        hint = f"schrijf {instead}" if instead else None
        raise SpecFault("S108", f"'{value.text}' is geen 'ja' of 'nee'", value.span, hint)
    return value.text == "ja"


def _period(node: Node) -> TimePeriod:
    value = named(node)
    found = TimePeriod.parse(value.text)
    if found is None:
        hint = why_no_period(value.text) or "schrijf 2020-05, 2020-W23, 2020-Q2, 2020-H1, 2020 of 2019-06/2020-05"
        raise SpecFault("S110", f"'{value.text}' is geen periode", value.span, hint)
    return found


def _publication_date(node: Node) -> PublicationDate:
    value = named(node)
    known = KnownDate.parse(value.text)
    if known is None:
        hint = "schrijf jaar-maand-dag: 2020-06-24, of 2020-06 als de dag niet bekend is, of 2020"
        raise SpecFault("S109", f"'{value.text}' is geen datum", value.span, hint)
    return PublicationDate(known, value.span)


def _web_address(node: Node) -> Scalar:
    value = named(node)
    try:
        parts = urlsplit(value.text)
        web = parts.scheme in ("https", "http") and bool(parts.hostname)
    except ValueError:
        web = False
    if not web or re.search(r"\s", value.text):
        raise SpecFault("S111", f"'{value.text[:100]}' is geen webadres", value.span, "een adres begint met https://")
    return value


def one_of(choices: object) -> Leaf:
    """A choice from the strings of a Literal type."""
    options: tuple[str, ...] = get_args(choices)
    return one_named({option: option for option in options})


def one_named(choices: ReadOnly[str, object]) -> Leaf:
    """A choice from values by their words."""

    def read(node: Node) -> object:
        value = named(node)
        if value.text not in choices:
            raise SpecFault("S105", f"'{value.text[:100]}' kan hier niet", value.span, suggest(value.text, choices))
        return choices[value.text]

    return Leaf(read, Choice(tuple(choices)))


def whole_number(least: int, most: int) -> Leaf:
    """A whole number from `least` to `most`, written plainly."""

    def read(node: Node) -> int:
        value = named(node)
        if not value.plain or not _WHOLE_NUMBER.fullmatch(value.text):
            hint = f"schrijf een getal van {least} tot en met {most}"
            raise SpecFault("S106", f"'{value.text[:100]}' is geen geheel getal", value.span, hint)
        if not least <= int(value.text) <= most:
            raise SpecFault("S107", f"{value.text} is niet {least} tot en met {most}", value.span)
        return int(value.text)

    return Leaf(read, Whole(least, most))


# --- Types ----------------------------------------------------------------------------------------

Value = TypeVar("Value")

Words = Annotated[Scalar, Leaf(scalar, ANY_VALUE)]
Name = Annotated[Scalar, Leaf(named, ANY_VALUE)]
YesNo = Annotated[bool, Leaf(_yes_no, Choice(("ja", "nee")))]
Period = Annotated[TimePeriod, Leaf(_period, PERIOD)]
Day = Annotated[PublicationDate, Leaf(_publication_date, Text(_DATE, (1, 9999)))]
WebAddress = Annotated[Scalar, Leaf(_web_address, Text(r"https?://\S+"))]
Items = Annotated[tuple[Value, ...], Each(_sequence)]
OneOrMore = Annotated[tuple[Value, ...], Each(_one_or_more, may_be_one=True)]
Named = Annotated[ReadOnly[str, Value], Keyed(_named, _text)]
ByPeriod = Annotated[ReadOnly[TimePeriod, Value], Keyed(_by_period, _period, PERIOD)]
