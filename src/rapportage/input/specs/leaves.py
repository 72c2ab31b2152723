"""The types that specs are made of: texts, choices, numbers, dates, lists and named things, read from nodes.

A text stays the Scalar that it is in the file: `.text` is what it says, `.span` its place and `.span_at(offset)` the
place of one character. Own types are made with a Leaf and a function that takes a Node and raises Fault.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as ReadOnly
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar, get_args
from urllib.parse import urlsplit

from msgspec import Struct

from rapportage.diagnostics import Span
from rapportage.diagnostics.suggestion import suggest
from rapportage.figures.dates import KnownDate
from rapportage.figures.period import FIRST_YEAR, LAST_YEAR, YEAR, TimePeriod
from rapportage.figures.words.wrong_periods import HOW_TO_WRITE, why_no_period
from rapportage.input.loading.nodes import Kind, Node, Scalar, Sequence
from rapportage.input.specs.faults import EmptyValue, SpecFault, refuse_empty
from rapportage.input.specs.forms import Choice, Text, Whole
from rapportage.input.specs.spec import Each, Keyed, Leaf, mapping

_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})", re.ASCII)
_CALENDAR = rf"{YEAR}(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|W(?:0[1-9]|[1-4]\d|5[0-3])|Q[1-4]|H[12]))?"
_ONE = rf"(?:{_CALENDAR}|SJ{YEAR}-\d\d|BJ{YEAR}-(?:0[2-9]|1[0-2]))"
PERIOD = Text(f"{_ONE}(?:/{_ONE})?", (FIRST_YEAR, LAST_YEAR), "periode")
DATE = Text(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", (1, 9999), "datum")
ANY_VALUE = Text()
UNREAD = "…"
_YES = ("true", "yes", "on", "ja", "j", "y", "waar", "aan", "wel", "1", "x")
_NO = ("false", "no", "off", "nee", "neen", "n", "onwaar", "uit", "niet", "geen", "0")
_NOT_YES_OR_NO = {**dict.fromkeys(_YES, "ja"), **dict.fromkeys(_NO, "nee")}


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


# --- Readers of one node --------------------------------------------------------------------------


def scalar(node: Node) -> Scalar:
    """A single value that is not empty."""
    if not isinstance(node, Scalar):
        found = "lijst" if isinstance(node, Sequence) else "sleutels"
        raise SpecFault("S104", f"hier hoort één waarde, geen {found}", node.span)
    refuse_empty(node)
    return node


def unread_text(node: Node) -> Scalar:
    """What is gone on with in place of a text that can't be read, or is not there."""
    return Scalar(UNREAD, Kind.TEXT, True, node.span, UNREAD)


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


def yes_or_no(node: Node) -> bool:
    value = named(node)
    if value.text not in ("ja", "nee"):
        instead = _NOT_YES_OR_NO.get(value.text.casefold())
        hint = f"schrijf {instead}" if instead else "schrijf ja of nee"
        raise SpecFault("S108", f"'{value.text}' is geen 'ja' of 'nee'", value.span, hint)
    return value.text == "ja"


def period_of(node: Node) -> TimePeriod:
    value = named(node)
    found = TimePeriod.parse(value.text)
    if found is None:
        hint = why_no_period(value.text) or HOW_TO_WRITE
        raise SpecFault("S110", f"'{value.text}' is geen periode", value.span, hint)
    return found


def publication_date(node: Node) -> PublicationDate:
    value = named(node)
    known = KnownDate.parse(value.text)
    if known is None:
        hint = "schrijf jaar-maand-dag: 2020-06-24, of 2020-06 als de dag niet bekend is, of 2020"
        raise SpecFault("S109", f"'{value.text}' is geen datum", value.span, hint)
    return PublicationDate(known, value.span)


def web_address(node: Node) -> Scalar:
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


_STEP = r"(?:0\.\d{0,5}[1-9]|[1-9]\d{0,8}(?:\.\d{1,6})?)"
"""More than 0 and less than a billion."""


def step_in(text: str) -> Decimal | None:
    """The step that a text says: 0.1, 2.5, 250; None where it says none."""
    return Decimal(text) if re.fullmatch(_STEP, text, re.ASCII) else None


def _step(node: Node) -> Decimal:
    value = named(node)
    found = step_in(value.text) if value.plain else None
    if found is None:
        hint = "schrijf een getal boven 0, met een punt voor decimalen: 0.5, 1, 25 of 1000"
        raise SpecFault("S107", f"'{value.text[:100]}' is geen stap om op af te ronden", value.span, hint)
    return found


# --- Types ----------------------------------------------------------------------------------------

Value = TypeVar("Value")

Words = Annotated[Scalar, Leaf(scalar, ANY_VALUE, unread_text)]
Name = Annotated[Scalar, Leaf(named, ANY_VALUE)]
YesNo = Annotated[bool, Leaf(yes_or_no, Choice(("ja", "nee")))]
Step = Annotated[Decimal, Leaf(_step, Text(_STEP, (0.000001, 999_999_999.999999), "getal"))]
Period = Annotated[TimePeriod, Leaf(period_of, PERIOD)]
Day = Annotated[PublicationDate, Leaf(publication_date, DATE)]
WebAddress = Annotated[Scalar, Leaf(web_address, Text(r"https?://\S+", name="webadres"))]
Items = Annotated[tuple[Value, ...], Each(_sequence)]
OneOrMore = Annotated[tuple[Value, ...], Each(_one_or_more, may_be_one=True)]
Named = Annotated[ReadOnly[str, Value], Keyed(_named, _text)]
ByPeriod = Annotated[ReadOnly[TimePeriod, Value], Keyed(_by_period, period_of, PERIOD)]
