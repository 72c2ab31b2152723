"""Style sheets in an SVG (CSS 2.1): rules for elements by name, class, id and attribute, also within others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from rapportage.input.images.svg.numbers import TooMuch, Unreadable
from rapportage.input.images.svg.tree import Element

MOST_RULES = 5_000
MOST_PARTS = 12
"""In one selector."""
MOST_WORK = 5_000_000
"""Comparisons of an element with a part of a selector, in one file."""
_PIECE = re.compile(r"""[^{};"']+|"[^"\n]*"|'[^'\n]*'|[{};"']""")
_LETTER, _ANY = r"(?:[A-Za-z_]|[^\x00-\x7f])", r"(?:[0-9A-Za-z_-]|[^\x00-\x7f])"
"""Of a name (CSS Syntax 3, 4.2): nothing is in both sets, so that there is one way to read it."""
_NAME = rf"-?{_LETTER}{_ANY}*"
_SIMPLE = re.compile(
    rf"(?P<any>\*)|(?P<name>{_NAME})|\#(?P<id>{_ANY}+)|\.(?P<part>{_NAME})"
    rf"|\[\s*(?P<attribute>{_NAME})\s*(?:=\s*[\"']?(?P<value>[^\"'\]]*)[\"']?\s*)?\]"
    rf"|(?P<pseudo>::?{_NAME}(?:\([^()]*\))?)"
)
_NEVER = (":hover", ":active", ":focus", ":link", ":visited", ":target", "::selection", ":focus-within",
          ":focus-visible", "::before", "::after", "::marker")  # fmt: skip
"""What is never so on paper."""
_MEDIA = ("all", "screen", "print")


class Declaration(Struct, frozen=True):
    name: str
    value: str
    is_important: bool = False


class Compound(Struct, frozen=True):
    """What one element has to be; `is_child`: directly in what the part before it is."""

    name: str | None = None
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str | None], ...] = ()
    is_root: bool = False
    is_child: bool = False

    def is_so(self, element: Element) -> bool:
        own = element.attributes
        return (
            self.name in (None, element.name)
            and all([own.get("id") == each for each in self.ids])
            and (not self.classes or set(self.classes) <= set(own.get("class", "").split()))
            and all([name in own and value in (None, own[name]) for name, value in self.attributes])
            and (not self.is_root or element.parent is None)
        )


class Rule(Struct, frozen=True):
    parts: tuple[Compound, ...]
    declarations: tuple[Declaration, ...]
    order: int

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """What wins goes last (CSS 2.1, 6.4.1)."""
        ids = len([each for part in self.parts for each in part.ids])
        classes = len([each for part in self.parts for each in (*part.classes, *part.attributes)])
        classes += len([part for part in self.parts if part.is_root])
        return ids, classes, len([part for part in self.parts if part.name]), self.order


class UnknownRule(ValueError):
    """What is not read of a style sheet, and how many lines it is from the beginning."""

    def __init__(self, what: str, lines: int) -> None:
        super().__init__(what)
        self.what, self.lines = what, lines


class Sheet:
    """The rules of all style sheets of one file, found by the last part of their selectors."""

    def __init__(self) -> None:
        self._rules: dict[str, list[Rule]] = {}
        self._count = 0
        self._work = 0

    def add(self, text: str) -> Iterator[UnknownRule]:
        """Adds what `text` says; gives what is not known.

        Raises:
            TooMuch: there are very many rules.
        """
        for selectors, body, lines in _rules(_without_comments(text)):
            if selectors.startswith("@"):
                yield UnknownRule(selectors, lines)
                continue
            made = tuple(declarations(body))
            for written in selectors.split(","):
                try:
                    parts = _selector(written.strip())
                except Unreadable:
                    yield UnknownRule(written.strip(), lines)
                    continue
                if parts and made:
                    self._add(Rule(parts, made, self._count))

    def _add(self, rule: Rule) -> None:
        self._count += 1
        if self._count > MOST_RULES:
            raise TooMuch
        last = rule.parts[-1]
        key = f"#{last.ids[0]}" if last.ids else f".{last.classes[0]}" if last.classes else last.name or "*"
        self._rules.setdefault(key, []).append(rule)

    def declared(self, element: Element) -> list[Declaration]:
        """What the rules say of an element, what wins last.

        Raises:
            TooMuch: to find that takes very much work.
        """
        if not self._rules:
            return []
        classes = dict.fromkeys(element.attributes.get("class", "").split())
        keys = (f"#{element.attributes.get('id')}", *(f".{each}" for each in classes), element.name, "*")
        found = [rule for key in keys for rule in self._rules.get(key, ()) if self._fits(rule, element)]
        return [each for rule in sorted(found, key=lambda rule: rule.weight) for each in rule.declarations]

    def _fits(self, rule: Rule, element: Element) -> bool:
        *around, last = rule.parts
        self._work += 1
        if self._work > MOST_WORK:
            raise TooMuch
        return last.is_so(element) and (not around or self._is_within(element, rule.parts))

    def _is_within(self, element: Element, parts: tuple[Compound, ...]) -> bool:
        """Goes from the root to the element, and notes how far the selector can have come: at it, and somewhere."""
        chained = list(_ancestry(element))
        self._work += len(chained) * len(parts)
        somewhere = [True] + [False] * len(parts)
        parent = list(somewhere)
        for each in reversed(chained):
            here = [False] * (len(parts) + 1)
            for place, part in enumerate(parts):
                here[place + 1] = (parent if part.is_child else somewhere)[place] and part.is_so(each)
            somewhere = [before or now for before, now in zip(somewhere, here, strict=True)]
            parent = here
        return parent[-1]


def _ancestry(element: Element) -> Iterator[Element]:
    around: Element | None = element
    while around is not None:
        yield around
        around = around.parent


def declarations(text: str) -> Iterator[Declaration]:
    """The properties of an attribute `style`, or of a rule. What is none is passed over, as in any style sheet."""
    for written in _split(text, ";"):
        name, colon, value = written.partition(":")
        name, value = name.strip(), value.strip()
        if colon and name and value:
            plain, mark, last = value.rpartition("!")
            is_important = bool(mark) and last.strip().lower() == "important"
            yield Declaration(name.lower(), plain.rstrip() if is_important else value, is_important)


def _split(text: str, sign: str) -> Iterator[str]:
    """At each `sign` that is not within quotes or parentheses."""
    if "(" not in text and '"' not in text and "'" not in text:
        yield from text.split(sign)
        return
    start, depth, quote = 0, 0, ""
    for place, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "()":
            depth = max(0, depth + (1 if char == "(" else -1))
        elif char == sign and not depth:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def _without_comments(text: str) -> str:
    """Their lines stay."""
    parts = text.replace("<!--", "").replace("-->", "").split("/*")
    made = [parts[0]]
    for part in parts[1:]:
        comment, _, after = part.partition("*/")
        made += ["\n" * comment.count("\n"), after]
    return "".join(made)


def _rules(text: str) -> Iterator[tuple[str, str, int]]:
    """Selectors, declarations and the line of each rule; what begins with '@' only where it says how things look."""
    pieces = (found[0] for found in _PIECE.finditer(text))
    yield from _block(pieces, [0], depth=0)


def _block(pieces: Iterator[str], lines: list[int], *, depth: int) -> Iterator[tuple[str, str, int]]:
    before: list[str] = []
    at = lines[0]
    for piece in pieces:
        if not before:
            at = lines[0] + piece[: len(piece) - len(piece.lstrip())].count("\n")
        lines[0] += piece.count("\n")
        if piece == "{":
            head = "".join(before).strip()
            before = []
            if not head.startswith("@"):
                yield head, _body(pieces, lines), at
            elif _is_shown(head) and depth < 5:
                yield from _block(pieces, lines, depth=depth + 1)
            else:
                _skip(pieces, lines)
        elif piece == "}":
            if depth:
                return
            before = []
        elif piece == ";":
            head = "".join(before).strip()
            before = []
            if head.startswith("@import"):
                yield head, "", at
        elif before or not piece.isspace():
            before.append(piece)


def _is_shown(head: str) -> bool:
    """Whether what is in '@media …' holds on any paper or screen."""
    name, _, asked = head.partition(" ")
    return name == "@media" and any(each.strip() in _MEDIA for each in asked.split(","))


def _body(pieces: Iterator[str], lines: list[int]) -> str:
    found = []
    for piece in pieces:
        lines[0] += piece.count("\n")
        if piece == "}":
            break
        found.append(piece)
    return "".join(found)


def _skip(pieces: Iterator[str], lines: list[int]) -> None:
    depth = 1
    for piece in pieces:
        lines[0] += piece.count("\n")
        depth += {"{": 1, "}": -1}.get(piece, 0)
        if not depth:
            return


def _selector(text: str) -> tuple[Compound, ...]:
    """Its parts from the outside in; none when it never holds.

    Raises:
        Unreadable: it is not of the kinds that are read.
    """
    words = re.sub(r"\s*>\s*", " > ", text).split()
    if not words or len(words) > 2 * MOST_PARTS or words[-1] == ">":
        raise Unreadable
    found: list[Compound | None] = []
    is_child = False
    for word in words:
        if word == ">":
            is_child = True
            continue
        found.append(_compound(word, is_child=is_child))
        is_child = False
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) else ()


def _compound(word: str, *, is_child: bool) -> Compound | None:
    name, ids, classes, is_root, is_seen = None, list[str](), list[str](), False, True
    attributes: list[tuple[str, str | None]] = []
    place = 0
    while place < len(word):
        found = _SIMPLE.match(word, place)
        if found is None or (found["name"] and place):
            raise Unreadable
        name = found["name"] or name
        ids += [found["id"]] if found["id"] else []
        classes += [found["part"]] if found["part"] else []
        attributes += [(found["attribute"], found["value"])] if found["attribute"] else []
        if found["pseudo"]:
            if found["pseudo"] not in (":root", *_NEVER):
                raise Unreadable
            is_root |= found["pseudo"] == ":root"
            is_seen &= found["pseudo"] == ":root"
        place = found.end()
    if not is_seen:
        return None
    return Compound(name, tuple(ids), tuple(classes), tuple(attributes), is_root, is_child)


class Cascade:
    """What is said of each element: by its attributes, then by rules, then by its attribute `style`."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[Element, dict[str, str]] = {}

    def properties(self, element: Element) -> dict[str, str]:
        """By name, with the attributes, which are the least of them (SVG 1.1, 6.4)."""
        known = self._known.get(element)
        if known is None:
            ruled = self._sheet.declared(element)
            own = list(declarations(element.attributes.get("style", "")))
            known = {**element.attributes}
            for each in sorted(chain(ruled, own), key=lambda each: each.is_important):
                known[each.name] = each.value
            self._known[element] = known
        return known
