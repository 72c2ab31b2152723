"""What a PDF or an edition for the web says next to what was meant, passage by passage; and where each passage is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from rapportage.proof.inspection import Said, Spot, Utterance, spot_words
from rapportage.proof.tracing.passages import Part, PartKind, Passage, TraceFault
from rapportage.proof.tracing.wording import difference, plain

DIFFERS = "P211"
_NUMBER = "\ue000"
"""Stands for the number of a page: users' files may not contain it."""


class Heard(Struct, frozen=True):
    """A passage with its text as it is compared, and for each character its part and where it is."""

    passage: Passage
    text: str
    parts: list[Part]
    pages: list[Spot]
    first: Spot = 0
    """Where it begins, also where it shows nothing."""

    @property
    def page(self) -> Spot:
        return self.pages[0] if self.pages else self.first


_Key = tuple[str, str, tuple[str, ...]]


class _Utterance(Struct, frozen=True):
    key: _Key
    text: str
    pages: list[Spot]
    first: Spot


def align(meant: Sequence[Passage], said: Said, *, on_web: bool = False) -> tuple[list[Heard], list[TraceFault]]:
    """The passages with where they are, numbers of pages filled in, and where the file says something else.

    A passage that the file does not say so is left out of the first, and among the second.
    """
    spoken = [_spoken(each) for each in said.utterances]
    spoken = [each for each in spoken if each.text or each.key[2]]
    pages = _pages_of_anchors(meant, spoken)
    filled = [_filled(passage, pages) for passage in meant]
    wanted = [(passage, *plain((part.text, part) for part in passage.parts)) for passage in filled]
    keys = [_key_of(passage, text) for passage, text, _ in wanted]
    kept = [place for place, key in enumerate(keys) if key[1] or key[2]]
    heard: list[Heard] = []
    faults: list[TraceFault] = []
    for same, mine, theirs in _matched([keys[place] for place in kept], [each.key for each in spoken]):
        passages = [wanted[kept[place]] for place in range(*mine)]
        others = spoken[theirs[0] : theirs[1]]
        if same:
            for (passage, text, parts), other in zip(passages, others, strict=True):
                spots = other.pages or [other.first] * len(text)
                heard.append(Heard(passage, text, parts, spots, other.first))
            continue
        form = "html" if on_web else "pdf"
        faults += _differences([(passage, text) for passage, text, _ in passages], others, form)
    return heard, faults


def _key_of(passage: Passage, text: str) -> _Key:
    return passage.form, text, tuple(part.spoken for part in passage.parts if part.spoken is not None)


def _spoken(utterance: Utterance) -> _Utterance:
    form = "heard" if utterance.is_heard else "picture" if utterance.is_picture else "text"
    gap = " " if utterance.is_picture else ""
    text, pages = plain((f"{words}{gap}", page) for page, words in utterance.parts)
    first: Spot = utterance.parts[0][0] if utterance.parts else 0
    return _Utterance((form, text, utterance.replacements), text, pages, first)


def _pages_of_anchors(meant: Sequence[Passage], spoken: Sequence[_Utterance]) -> Mapping[str, Spot]:
    """On which page headings, tables and figures begin: found by their words, in order."""
    wanted = [passage for passage in meant if not any(part.kind is PartKind.PAGE for part in passage.parts)]
    keys = [_key_of(passage, plain((part.text, None) for part in passage.parts)[0]) for passage in wanted]
    found: dict[str, Spot] = {}
    for same, mine, theirs in _matched(keys, [each.key for each in spoken]):
        if same:
            for place, other in zip(range(*mine), range(*theirs), strict=True):
                if wanted[place].anchor and spoken[other].pages:
                    found.setdefault(wanted[place].anchor, spoken[other].pages[0])
    return {**_with_page_numbers(meant, spoken), **found}


def _with_page_numbers(meant: Sequence[Passage], spoken: Sequence[_Utterance]) -> dict[str, Spot]:
    """Those with a page number in their words, whichever it is: it may be their own, or that of another of them."""
    found: dict[str, Spot] = {}
    start = 0
    for passage in meant:
        if not passage.anchor or not any(part.kind is PartKind.PAGE for part in passage.parts):
            continue
        numbered = [(_NUMBER if part.kind is PartKind.PAGE else part.text, None) for part in passage.parts]
        pattern = re.compile(re.escape(plain(numbered)[0]).replace(_NUMBER, r"\d+"))
        for number, other in enumerate(spoken[start:], start):
            if other.key[0] == passage.form and other.pages and pattern.fullmatch(other.text):
                found[passage.anchor], start = other.pages[0], number + 1
                break
    return found


def _filled(passage: Passage, pages: Mapping[str, Spot]) -> Passage:
    if not any(part.kind is PartKind.PAGE for part in passage.parts):
        return passage
    parts = (
        replace(part, text=str(pages.get(part.target, "?"))) if part.kind is PartKind.PAGE else part
        for part in passage.parts
    )
    return replace(passage, parts=tuple(parts))


_Range = tuple[int, int]


def _matched(mine: list[_Key], theirs: list[_Key]) -> Iterator[tuple[bool, _Range, _Range]]:
    """Stretches that are the same and stretches that are not; most files are the same from begin to end."""
    begin = 0
    while begin < min(len(mine), len(theirs)) and mine[begin] == theirs[begin]:
        begin += 1
    end = 0
    while end < min(len(mine), len(theirs)) - begin and mine[-1 - end] == theirs[-1 - end]:
        end += 1
    yield True, (0, begin), (0, begin)
    matcher = SequenceMatcher(None, mine[begin : len(mine) - end], theirs[begin : len(theirs) - end], autojunk=False)
    for tag, one, two, three, four in matcher.get_opcodes():
        yield tag == "equal", (begin + one, begin + two), (begin + three, begin + four)
    yield True, (len(mine) - end, len(mine)), (len(theirs) - end, len(theirs))


def _differences(meant: list[tuple[Passage, str]], said: list[_Utterance], form: str) -> Iterator[TraceFault]:
    """Passages that take each other's place in pairs; what is left over is missing or too many."""
    for number in range(max(len(meant), len(said))):
        passage, text = meant[number] if number < len(meant) else (None, "")
        other = said[number] if number < len(said) else None
        if passage is None and other is not None:
            yield TraceFault(
                DIFFERS, f"{spot_words(other.first)}: er staat '{_short(other.text)}', en dat hoort er niet"
            )
        elif passage is not None and other is None:
            yield TraceFault(DIFFERS, f"'{_short(text)}' ({passage.place}) ontbreekt in de {form}", passage.origin)
        elif passage is not None and other is not None:
            yield TraceFault(DIFFERS, _differs(passage, text, other), passage.origin)


def _differs(passage: Passage, text: str, other: _Utterance) -> str:
    if text == other.text:
        mine = ", ".join(_key_of(passage, text)[2]) or "niets"
        heard = ", ".join(other.key[2]) or "niets"
        return f"{spot_words(other.first)}: bij '{_short(text)}' hoort wie luistert '{heard}', bedoeld was '{mine}'"
    intended, found = difference(text, other.text)
    page = other.pages[0] if other.pages else other.first
    return f"{spot_words(page)}, {passage.place}: er staat '{found}', bedoeld was '{intended}'"


def _short(text: str) -> str:
    return text if len(text) <= 100 else text[:99] + "…"
