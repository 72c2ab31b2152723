"""The one form in which text and names go on, so that what looks the same is the same however it was typed.

Text is composed (Unicode NFC): é is one character, also where a file has an e with an accent after it, as macOS writes
the names of files. A space in it is a plain one, or one that keeps words together. In a name, which is compared, every
kind of space is one space, there is none at its ends, and characters that nobody sees are left out. Only the raw text
of a file stays as it is, for messages and changes there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from pathlib import PurePath
from unicodedata import category, is_normalized, normalize

from rapportage.document.characters import seen, unseen

_PLAIN_NAME = re.compile(r"[!-~]+(?: [!-~]+)*")

Place = tuple[int, int]
"""From where to where something is written."""

_SPACES = {
    **dict.fromkeys([0x1680, *range(0x2000, 0x2007), 0x2008, 0x200A, 0x205F, 0x3000], " "),
    **dict.fromkeys((0x2007, 0x2009, 0x202F), "\N{NO-BREAK SPACE}"),
}
"""Spaces of other widths, which few fonts have; one that people put between thousands keeps them together."""


def text(written: str) -> str:
    """What is read: composed, with spaces of one width."""
    if written.isascii():
        return written
    return (written if is_normalized("NFC", written) else normalize("NFC", written)).translate(_SPACES)


def name(written: str) -> str:
    """What is compared: composed, with single spaces and nothing unseen."""
    if _PLAIN_NAME.fullmatch(written):
        return written
    return " ".join(text(seen(written)).split())


def asked(given: str) -> str:
    """What a user asks for (a layout, a period, a chart): a name in that form, a path as it is."""
    return given if is_path(given) or given.endswith((".json", ".pdf")) else name(given)


def is_path(given: str) -> bool:
    """Whether a layout or period is asked by its path, and not by its name: a name may have dots in it."""
    return given.endswith((".yaml", ".yml")) or "/" in given or "\\" in given


def short_name(given: str) -> str:
    """A layout or period by its name, also where it is asked by its path."""
    return PurePath(given).stem if is_path(given) else given


def stretch(written: str, shown: str, offset: int, length: int) -> Place:
    """Where `length` characters from `offset` in `shown`, the text or name of `written`, are in `written`."""
    places = _places(written, shown)
    if offset >= len(places):
        return len(written), len(written) + max(length, 1)
    return places[offset][0], places[min(offset + max(length, 1), len(places)) - 1][1]


@lru_cache(maxsize=64)
def _places(written: str, shown: str) -> list[Place]:
    """For each character of `shown`, where it is written."""
    places: list[Place] = []
    for start, end in _clusters(written):
        cluster = written[start:end]
        for made in (text(cluster), text(seen(cluster)), " " if cluster.isspace() else ""):
            if made and shown.startswith(made, len(places)):
                places += [(start, end)] * len(made)
                break
    return places


def _clusters(written: str) -> Iterator[Place]:
    """Characters with what may become one with them: marks, parts of a Hangul syllable, and the unseen between.

    White space never does: it is by itself.
    """
    starts = (at for at, char in enumerate(written) if at and (not _joins(char) or written[at - 1].isspace()))
    start = 0
    for end in chain(starts, (len(written),)):
        if end > start:
            yield start, end
        start = end


def _joins(char: str) -> bool:
    return not char.isascii() and (
        category(char).startswith("M") or "\u1161" <= char <= "\u11ff" or unseen(char) is not None
    )
