"""What is other than in the last good build: lines of files, figures, and the place that is being edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rapportage.preview.messages import Edit
from rapportage.preview.places import Place

Key = tuple[str, int, int, int]


def edits(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Edit, ...]:
    """The first line in which each text is another, by the name of its file; a new file is no edit."""
    return tuple(
        _first(file, before[file].split("\n"), text.split("\n"))
        for file, text in after.items()
        if file in before and before[file] != text
    )


def _first(file: str, old: Sequence[str], new: Sequence[str]) -> Edit:
    pairs = enumerate(zip(old, new, strict=False), 1)
    line = next((line for line, (one, other) in pairs if one != other), min(len(old), len(new)) + 1)
    return Edit(file, line, len(new) - len(old))


def focus(edited: Sequence[Edit], places: Sequence[Place]) -> int | None:
    """The place nearest to the first of these lines that has one: at it or before it.

    That is a place of the layout, or a figure that rests on that line of the data.
    """
    for edit in edited:
        near = nearest(edit.file, edit.line, places)
        if near is not None:
            return near
    return None


def nearest(file: str, line: int, places: Sequence[Place]) -> int | None:
    """The first of the places whose own line, or that of what they rest on, is the last at or before this one."""
    best, found = 0, None
    for number, place in enumerate(places):
        if place.file == file and best < place.line <= line:
            best, found = place.line, number
        for each in place.origin:
            if each.file == file and best < each.line <= line:
                best, found = each.line, number
    return found


def changed(before: Sequence[Place], after: Sequence[Place], edited: Sequence[Edit] = ()) -> tuple[int, ...]:
    """The figures that show something else than at the same place before, which `edited` may have moved."""
    moves = {edit.file: edit for edit in edited}
    old = {key: before[number].text for key, number in _figures(before, moves)}
    new = dict(_figures(after, {}))
    return tuple(number for key, number in new.items() if key in old and old[key] != after[number].text)


def _figures(places: Sequence[Place], moves: Mapping[str, Edit]) -> Iterator[tuple[Key, int]]:
    """Each figure by its place in the layout: one place may show several, as in a loop."""
    seen: Counter[tuple[str, int, int]] = Counter()
    for number, place in enumerate(places):
        if not place.origin:
            continue
        edit = moves.get(place.file)
        line = place.line + (edit.shift if edit is not None and place.line >= edit.line else 0)
        at = (place.file, line, place.column)
        yield (*at, seen[at]), number
        seen[at] += 1
