"""What each page of a PDF says, as plain text in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from rapportage.proof.inspection.reading import shown
from rapportage.proof.inspection.utterances import Utterance, read_said

_LABEL = "Lbl"
_CELLS = ("TH", "TD")


def page_texts(source: bytes | Path) -> tuple[str, ...]:
    """A line for each paragraph, heading, row and picture; of a picture what is said in its place.

    Raises:
        InspectionError: the file can't be opened or is damaged.
    """
    said = read_said(source)
    return tuple("\n".join(_lines(said.utterances, page)) for page in range(1, len(said.aside) + 1))


def _lines(utterances: Iterable[Utterance], page: int) -> Iterator[str]:
    """Cells together in their row; labels of lists and notes before their text."""
    label = ""
    for row, group in groupby(utterances, key=_row):
        texts = [(each.role, text) for each in group if not each.is_picture and (text := _text(each, page))]
        if row and texts:
            yield " | ".join(text for _, text in texts)
            continue
        for role, text in texts:
            if role == _LABEL:
                label = f"{text} "
            else:
                yield label + text
                label = ""


def _row(utterance: Utterance) -> int:
    """The row of which it is a cell; 0 for all else, also where that is in a cell, such as a note below a table."""
    return utterance.row if utterance.role in _CELLS else 0


def _text(utterance: Utterance, page: int) -> str:
    """What of it is on that page; behind a sign in a table comes what it stands for: '. (onbekend)'."""
    text = shown("".join(text for on, text in utterance.parts if on == page)).strip()
    is_sign = bool(text) and _row(utterance) and len(utterance.replacements) == 1
    return f"{text} ({shown(utterance.replacements[0])})" if is_sign else text
