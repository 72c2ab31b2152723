"""Whether what a click shows is right: held against the files as they are typed, not against what the preview knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from tests.faults import ROOT

_ADDRESS = re.compile(r"(.+?):(\d+):(\d+)")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_WORDED = (
    "bronvermelding",
    "bronnenlijst",
    "begrippenlijst",
    "afkortingenlijst",
    "wijzigingen",
    "verklaring-van-tekens",
)
"""Blocks of which all the words are from elsewhere."""
MOST_FILLED_IN = 4
"""So many words an expression may give of a stretch of a line: the name of a period, a country."""
_CHART = re.compile(r"\b(grafiek|stroomschema|kaart|plot)\w*:")


@dataclass(frozen=True)
class Told:
    """What the details of a place say."""

    words: str
    address: str
    inputs: tuple[tuple[str, str], ...]
    """Of each figure that it rests on: as it was typed, and where."""

    @property
    def is_known(self) -> bool:
        return _ADDRESS.fullmatch(self.address) is not None


def typed(address: str) -> tuple[str, str]:
    """What stands before and after that place on its line."""
    found = _ADDRESS.fullmatch(address)
    assert found is not None, address
    line = _lines(found[1])[int(found[2]) - 1]
    return line[: int(found[3]) - 1], line[int(found[3]) - 1 :]


def around(address: str, before: int = 0, after: int = 2) -> str:
    """The line of that place, and so many before and after it."""
    found = _ADDRESS.fullmatch(address)
    assert found is not None, address
    line = int(found[2]) - 1
    return "\n".join(_lines(found[1])[max(line - before, 0) : line + after + 1])


def block(address: str) -> str:
    """What is written from that place on, as far as it is indented as much; of a text to the end of its paragraph."""
    found = _ADDRESS.fullmatch(address)
    assert found is not None, address
    lines = _lines(found[1])[int(found[2]) - 1 :]
    indent = min(int(found[3]) - 1, len(lines[0]) - len(lines[0].lstrip(" -")))
    rest = takewhile(lambda line: line.strip() and len(line) - len(line.lstrip()) >= indent, lines[1:])
    return "\n".join([lines[0].strip(), *rest])


@cache
def _lines(file: str) -> list[str]:
    return (ROOT / file).read_text(encoding="utf-8").split("\n")


def wrong_figure(shown: str, told: Told) -> Iterator[str]:
    """What is wrong with the place of a figure that reads so."""
    if plain(told.words) != plain(shown):
        yield f"toont '{told.words}'"
    before, after = typed(told.address)
    is_expression = before.count("{{") + before.count("{%") > before.count("}}") + before.count("%}")
    is_cell = any(where == told.address and after.startswith(value) for value, where in told.inputs)
    is_view = re.search(r"(: |\[|\{|- )$", before) is not None
    if not (is_expression or is_cell or is_view):
        yield f"geen uitdrukking en geen cijfer: {before}^{after}"
    for value, where in told.inputs:
        if not typed(where)[1].startswith(value):
            yield f"'{value}' staat niet op {where}: {typed(where)[1][:30]}"
    if not told.inputs and _is_number(shown):
        yield "geen herkomst"


def wrong_words(shown: str, told: Told) -> Iterator[str]:
    """What is wrong with the place of words that read so."""
    source = block(told.address)
    source += _data() if source.startswith("id:") else ""  # a table has names of rows and sources of the data
    words = _LETTERS.findall(shown.replace("\xad", ""))
    lacking = [word for word in words if word not in source]
    is_worded = any(each in source.partition("\n")[0] for each in _WORDED)
    most = MOST_FILLED_IN if "{{" in source else 0
    if 2 * len(lacking) > len(words) and len(lacking) > most and not is_worded:
        yield f"van {words[:6]} staat daar niet {lacking[:6]}: {source[:120]!r}"


def wrong_drawing(shown: str, told: Told) -> Iterator[str]:
    """What is wrong with the place of a chart with that caption, or '' where it is not read."""
    source = around(told.address, before=1, after=8)
    if _CHART.search(source) is None:
        yield f"geen grafiek: {source!r}"
    words = _LETTERS.findall(shown.partition("\n")[0])
    if words and not any(word in source for word in words if word != "Figuur"):
        yield f"een andere grafiek: {source!r}"


@cache
def _data() -> str:
    """All that the files with figures say."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "data").glob("*.yaml")))


def _is_number(shown: str) -> bool:
    """Rather than the sign of one that is not known."""
    return any(sign.isdigit() for sign in shown)


def plain(words: str) -> str:
    """Without the space and hyphens that a line has of its own."""
    return re.sub(r"[\s\xad\u2060]+", "", words)
