"""Which table, figure or card of the new report is which of the old one: an id that counts blocks says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping

from msgspec import Struct

from rapportage.proof.comparing.statements import skeleton
from rapportage.proof.tracing import Place, TraceReport

Names = Mapping[tuple[str, str], str]
"""By block and label of a place: what the block is called in both reports."""
_COUNTED = re.compile(r"(?:tabel|figuur|kaart)-\d+")
"""An id that the layout does not give."""
_PART = re.compile(r"(?:-cijfers|-r\d+-trend\d+)$")
"""What follows the id of a chart in that of its table, and behind that of a table in that of a trend in it."""
_NUMBER = re.compile(r"^(?:Bijlage )?[A-Z0-9]+(?:\.[0-9]+)* ")
CARD = "kaart"


class _Block(Struct, frozen=True):
    id: str
    kind: str
    """'tabel', 'figuur' or 'kaart'."""
    label: str
    caption: str
    headings: tuple[str, ...]


def block_names(old: TraceReport, new: TraceReport) -> tuple[Names, Names]:
    """Names by which what belongs together is found: one for all blocks of the old report and one for the new.

    Blocks are the same by the id that the layout gives them; else by kind, caption and headings; by kind and caption;
    and what is then left by its number.
    """
    before, after = _blocks(old), _blocks(new)
    same = _same(before, after)
    return _names(old, {id: same.get(id, f"{' '.join(id)} (oud)") for id in before}), _names(
        new, {id: " ".join(id) for id in after}
    )


def _same(before: Mapping[_Id, _Block], after: Mapping[_Id, _Block]) -> dict[_Id, str]:
    """The old blocks that are also in the new report, with their names there."""
    old, new = dict(before), dict(after)
    found: dict[_Id, str] = {}
    for key in _KEYS:
        waiting: dict[Hashable, list[_Id]] = {}
        for id, block in new.items():
            waiting.setdefault(key(block), []).append(id)
        for id, block in list(old.items()):
            others = waiting.get(key(block))
            if others and key(block) is not None:
                other = others.pop(0)
                found[id] = " ".join(other)
                del old[id], new[other]
    return found


def _own_id(block: _Block) -> Hashable:
    return None if _COUNTED.fullmatch(block.id) else block.id


def _caption_and_headings(block: _Block) -> Hashable:
    return (block.kind, block.caption, block.headings) if block.caption else None


def _caption(block: _Block) -> Hashable:
    return (block.kind, block.caption) if block.caption else None


def _number(block: _Block) -> Hashable:
    return block.kind, block.id if block.kind == CARD else block.label


_KEYS: tuple[Callable[[_Block], Hashable], ...] = (_own_id, _caption_and_headings, _caption, _number)
_Id = tuple[str, str]


def _id(place: Place) -> _Id:
    """Two groups of cards count theirs alike: the label tells those apart."""
    base = _PART.sub("", place.block)
    return base, place.label if base.startswith(f"{CARD}-") else ""


def _blocks(report: TraceReport) -> dict[_Id, _Block]:
    captions = {_id(each.place): each.text for each in report.passages if each.place.kind == "bijschrift"}
    found: dict[_Id, _Block] = {}
    for place in _places(report):
        id = _id(place)
        if id in found or place.block != id[0]:
            continue
        kind = CARD if id[1] else place.label.partition(" ")[0].casefold()
        caption = id[1] or captions.get(id, "").removeprefix(place.label)
        headings = tuple(skeleton(_NUMBER.sub("", each)) for each in place.headings)
        found[id] = _Block(id[0], kind, place.label, skeleton(caption), headings)
    return found


def _names(report: TraceReport, names: Mapping[_Id, str]) -> Names:
    found: dict[tuple[str, str], str] = {}
    for place in _places(report):
        id = _id(place)
        found[place.block, place.label] = f"{names.get(id, ' '.join(id))}{place.block[len(id[0]) :]}"
    return found


def _places(report: TraceReport) -> Iterable[Place]:
    yield from (each.place for each in report.passages if each.place.block)
    yield from (each.place for each in report.figures if each.place.block)
