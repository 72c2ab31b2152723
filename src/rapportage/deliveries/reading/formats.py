"""Number formats of workbooks: what a number looks like, and so which number is shown (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from math import isfinite

from msgspec import Struct

from rapportage.deliveries.reading.numbers import dutch, exact, plain, rounded, without_zeros

GENERAL = "General"
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "dd-mm-yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd-mm-yyyy h:mm", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 41: '#,##0;-#,##0;"-"', 42: '#,##0;-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00;-#,##0.00;"-"', 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""What a number of a format stands for where the file does not say; amounts of money without their sign."""
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|Standaard)|(?P<exponent>[Ee][+-])|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)"
    r"|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_CURRENCY = re.compile(r"[€$£¥]|\b(?:EUR|euro)\b")
_SIGNS = "-+()\u2212"
"""What stands for a number below zero, and is no mark."""
_MOST_WHOLE = 1e15
_GENERAL_WIDTH = 11
"""So many characters the format General shows at most."""


class Shown(Struct, frozen=True, gc=False):
    """What is seen of a number: `value` is None where that is no number."""

    text: str
    value: Decimal | None
    stored: Decimal | None = None
    mark: str = ""
    percent: bool = False
    scale: int = 0


class Section(Struct, frozen=True):
    """One of the parts of a format between semicolons."""

    before: str
    after: str
    general: bool
    has_digits: bool
    least_whole: int
    decimals: int
    least_decimals: int
    grouped: bool
    scale: int
    hundredfold: bool
    percent: bool
    """Whether a number is shown as a percentage; with the sign as mere words it is one already."""
    exponent: bool
    condition: tuple[str, Decimal] | None
    mark: str

    @property
    def shift(self) -> int:
        """By which power of ten what is shown differs from what is stored."""
        return (2 if self.hundredfold else 0) - self.scale

    @property
    def is_simple(self) -> bool:
        bare = not (self.before or self.after or self.shift or self.exponent or self.condition)
        return bare and (self.general or (self.has_digits and self.least_whole == 1 and self.decimals == 0))

    def shows_nothing_of(self, number: Decimal) -> bool:
        """Whether there is no digit to see: '"-"' for 0, ';;;', or 0 in '#'."""
        if self.general or self.least_whole:
            return False
        return not self.has_digits or (self.least_decimals == 0 and rounded(number, self.decimals) == 0)


class NumberFormat(Struct, frozen=True):
    code: str
    sections: tuple[Section, ...]
    is_simple: bool = False
    """Whether it shows a whole number as it is, with or without points between thousands."""

    def show_float(self, number: float) -> Shown:
        """What is seen of a number as a workbook stores it. Most are shown as they are: these go a shorter way."""
        if self.is_simple and number.is_integer() and -_MOST_WHOLE < number < _MOST_WHOLE:
            whole = int(number)
            text = f"{whole:,}".replace(",", ".") if self.sections[0].grouped else str(whole)
            return Shown(text, Decimal(whole))
        if not isfinite(number):
            return Shown(str(number), None)
        if self.is_simple and self.sections[0].general:
            digits = repr(number)
            if len(digits) <= _GENERAL_WIDTH and "e" not in digits:
                return Shown(digits.replace(".", ","), Decimal(digits))
        return self.show(exact(number))

    def show(self, number: Decimal) -> Shown:
        """What is seen of a number of no more digits than a workbook keeps."""
        section, signed = (self.sections[0], True) if len(self.sections) == 1 else self._section(number)
        stored = plain(number.scaleb(section.shift)) if section.shift else number
        if section.shows_nothing_of(stored):
            return Shown((section.before + section.after).strip(), None, stored)
        size = abs(stored)
        if section.general:
            shown = _general(size)
            text = dutch(shown)
        elif section.exponent:
            shown = plain(_significant(size, section.decimals))
            text = dutch(shown)
        else:
            shown = rounded(size, section.decimals)
            text = _in_places(shown, section)
        value = -shown if number < 0 and shown else shown
        if section.before or section.after:
            text = " ".join(f"{section.before}{text}{section.after}".split())
        if signed and value < 0:
            text = f"-{text}"
        kept = stored if stored != value else None
        return Shown(text, value, kept, section.mark, section.percent, section.scale)

    def _section(self, number: Decimal) -> tuple[Section, bool]:
        """The part that is for this number, and whether a minus comes before it."""
        sections = self.sections
        if any(section.condition for section in sections[:2]):
            for section in sections[:2]:
                if section.condition is None or _holds(section.condition, number):
                    return section, True
            return sections[min(2, len(sections) - 1)], True
        if number < 0 and len(sections) > 1:
            return sections[1], False
        if number == 0 and len(sections) > 2:
            return sections[2], False
        return sections[0], True


def without_signs(words: str) -> str:
    """What stands around a number and is a mark: no sign of money or of per cent, and none of a number below zero."""
    left = _CURRENCY.sub("", words).replace("%", "")
    return " ".join("".join(letter for letter in left if letter not in _SIGNS).split())


@lru_cache(maxsize=4096)
def number_format(code: str) -> NumberFormat:
    """A format by its code, which is the same in every language: ',' is between thousands, '.' before decimals."""
    parts = _parts(code)
    if len(parts) > 1 and _is_of_text(parts[-1]):
        del parts[-1]
    sections = tuple(_section(part) for part in parts[:3]) or (_section(GENERAL),)
    return NumberFormat(code, sections, len(sections) == 1 and sections[0].is_simple)


def _parts(code: str) -> list[str]:
    """What is between the semicolons that are no text."""
    parts = [""]
    for token in _TOKEN.finditer(code):
        if token["other"] == ";":
            parts.append("")
        else:
            parts[-1] += token[0]
    return parts


def _is_of_text(part: str) -> bool:
    """Whether a part is for cells with text, and for no number."""
    return any(token["other"] == "@" for token in _TOKEN.finditer(part))


def _section(part: str) -> Section:
    before, after, digits = "", "", ""
    general = hundredfold = exponent = False
    condition: tuple[str, Decimal] | None = None
    for token in _TOKEN.finditer(part):
        literal = ""
        if token["quoted"] is not None or token["escaped"]:
            literal = token["quoted"] or token["escaped"] or ""
        elif token["bracket"] is not None:
            literal = _currency(token["bracket"])
            if held := _CONDITION.fullmatch(token["bracket"]):
                condition = (held[1], Decimal(held[2]))
        elif token["general"]:
            general = True
        elif token["exponent"]:
            exponent = True
        elif token["digit"] or token["point"] or token["comma"]:
            digits += "" if exponent else token[0]
        elif token["percent"]:
            hundredfold, literal = True, "%"
        elif token["other"] in ("@", "/"):  # as text, and as a fraction: what is shown then is the number itself
            general = True
        elif token["other"]:
            literal = token["other"]
        if digits or general:
            after += literal
        else:
            before += literal
    held_back = len(digits) - len(digits.rstrip(","))
    whole, _, fraction = digits.rstrip(",").partition(".")
    return Section(
        before, after, general, any(each in "0#?" for each in digits), whole.count("0"),
        sum(each in "0#?" for each in fraction), fraction.count("0"), "," in whole, 3 * held_back, hundredfold,
        hundredfold or "%" in before + after, exponent,
        condition,
        without_signs(f"{before} {after}"),
    )  # fmt: skip


def _currency(bracket: str) -> str:
    """The sign of '[$€-413]'; a colour or a language shows nothing."""
    return bracket[1:].split("-", maxsplit=1)[0] if bracket.startswith("$") else ""


def _holds(condition: tuple[str, Decimal], number: Decimal) -> bool:
    sign, other = condition
    match sign:
        case "<":
            return number < other
        case ">":
            return number > other
        case "<=":
            return number <= other
        case ">=":
            return number >= other
        case "=":
            return number == other
        case _:
            return number != other


def _general(size: Decimal) -> Decimal:
    """What fits in the width of a number without a format; a larger whole one is shown in full."""
    whole, _, fraction = f"{size:f}".partition(".")
    room = max(0, _GENERAL_WIDTH - 1 - len(whole))
    if len(fraction) <= room:
        return size
    if size < Decimal("0.0001"):
        return _significant(size, 5)
    return without_zeros(rounded(size, room))


def _significant(size: Decimal, decimals: int) -> Decimal:
    """A number in the notation with an exponent, which has so many decimals."""
    return rounded(size, decimals - size.adjusted()) if size else size


def _in_places(shown: Decimal, section: Section) -> str:
    text = dutch(shown, grouped=section.grouped)
    if section.least_decimals == section.decimals and section.least_whole == 1:
        return text
    whole, comma, fraction = text.partition(",")
    if section.least_decimals < section.decimals:
        fraction = fraction[: section.least_decimals] + fraction[section.least_decimals :].rstrip("0")
        comma = "," if fraction else ""
    if section.least_whole == 0 and whole == "0" and fraction:
        whole = ""
    return whole.rjust(section.least_whole, "0") + comma + fraction
