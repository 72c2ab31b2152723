"""From the bytes that a content stream shows to text, by the font's own map to Unicode (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import pikepdf
from msgspec import Struct

UNKNOWN = "?"
"""Stands for a character whose meaning the file does not give."""
LONGEST = 512
"""The bytes that one code may stand for (Adobe Technical Note 5411)."""
_MOST_LENGTHS = 4
"""Of codes: from one to four bytes."""

_REMEMBERED = 10_000
"""So many codes of a font are looked up once."""

_MARK = re.compile(rb"(begin|end)(codespacerange|bfchar|bfrange)")
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")


class _Range(Struct, frozen=True):
    """Codes `first` to `last`; the text of `first` is `text`, and the last character goes up with the code."""

    first: int
    last: int
    text: str

    def at(self, code: int) -> str:
        point = ord(self.text[-1]) + code - self.first if self.text else -1
        return self.text[:-1] + chr(point) if 0 <= point <= 0x10FFFF else UNKNOWN


class TextDecoder:
    """Decodes what is shown in one font.

    Ranges are kept as they are, never spelled out, so that a hostile file can't fill the memory with one line.
    """

    def __init__(self, font: pikepdf.Object | None) -> None:
        is_composite = font is not None and font.get("/Subtype") == "/Type0"
        self._lengths = [2 if is_composite else 1]
        self._ranges: dict[int, list[_Range]] = {}
        to_unicode = font.get("/ToUnicode") if font is not None else None
        if isinstance(to_unicode, pikepdf.Stream):
            self._read(to_unicode.read_bytes(), is_composite=is_composite)
        self._firsts = {length: [item.first for item in ranges] for length, ranges in self._ranges.items()}
        self._longest = max(self._lengths)
        self._known: dict[bytes, tuple[int, str]] = {}

    def decode(self, shown: bytes) -> str:
        """The text of `shown`, with '?' for each code that the font does not map."""
        parts = []
        place = 0
        while place < len(shown):
            code = shown[place : place + self._longest]
            known = self._known.get(code)
            if known is None:
                known = self._next(shown, place)
                if len(self._known) < _REMEMBERED:
                    self._known[code] = known
            length, text = known
            parts.append(text)
            place += length
        return "".join(parts)

    def _next(self, shown: bytes, place: int) -> tuple[int, str]:
        for length in self._lengths:
            text = self._text(int.from_bytes(shown[place : place + length], "big"), length)
            if text is not None:
                return length, text
        return self._lengths[0], UNKNOWN

    def _text(self, code: int, length: int) -> str | None:
        index = bisect_right(self._firsts.get(length, ()), code) - 1
        if index < 0:
            return None
        found = self._ranges[length][index]
        return found.at(code) if code <= found.last else None

    def _read(self, cmap: bytes, *, is_composite: bool) -> None:
        lengths: set[int] = set()
        for kind, body in _blocks(cmap):
            tokens = [_token(match) for match in _TOKEN.finditer(body)]
            match kind:
                case b"codespacerange":
                    lengths.update(len(token) for token in tokens if isinstance(token, bytes) and token)
                case b"bfchar":
                    self._add(_chars(tokens))
                case _:
                    self._add(_ranges(tokens))
        if is_composite and lengths:
            self._lengths = sorted(lengths)[:_MOST_LENGTHS]
        for ranges in self._ranges.values():
            ranges.sort(key=lambda item: item.first)

    def _add(self, found: Iterator[tuple[int, _Range]]) -> None:
        for length, item in found:
            self._ranges.setdefault(length, []).append(item)


def _blocks(cmap: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What is between each beginning and its end."""
    begun: re.Match[bytes] | None = None
    for mark in _MARK.finditer(cmap):
        if mark[1] == b"begin":
            begun = mark
        elif begun is not None and begun[2] == mark[2]:
            yield mark[2], cmap[begun.end() : mark.start()]
            begun = None


_Token = bytes | str
"""A hexadecimal string, or '[' or ']'."""


def _token(match: re.Match[bytes]) -> _Token:
    if match[2]:
        return match[2].decode("ascii")
    digits = b"".join(match[1].split()).decode("ascii")
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _chars(tokens: list[_Token]) -> Iterator[tuple[int, _Range]]:
    """The pairs of a bfchar block: code, text."""
    strings = [token for token in tokens if isinstance(token, bytes)]
    for code, text in zip(strings[::2], strings[1::2], strict=False):
        number = int.from_bytes(code, "big")
        yield len(code), _Range(number, number, _utf16(text))


def _ranges(tokens: list[_Token]) -> Iterator[tuple[int, _Range]]:
    """The triples of a bfrange block: first code, last code, and a text or a list of texts."""
    waiting = iter(tokens)
    for first in waiting:
        last, target = next(waiting, "]"), next(waiting, "]")
        if not isinstance(first, bytes) or not isinstance(last, bytes):
            return
        code = int.from_bytes(first, "big")
        if isinstance(target, bytes):
            yield len(first), _Range(code, int.from_bytes(last, "big"), _utf16(target))
            continue
        for text in waiting:
            if not isinstance(text, bytes):
                break
            yield len(first), _Range(code, code, _utf16(text))
            code += 1


def _utf16(text: bytes) -> str:
    return text.decode("utf-16-be", errors="replace") if len(text) <= LONGEST else UNKNOWN
