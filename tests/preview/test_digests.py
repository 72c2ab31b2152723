"""Pages that look different have different digests, and pages that were made anew but are the same have the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.memory import Memory
from rapportage.preview.making import Good, make
from rapportage.preview.messages import Made, Task
from rapportage.proof.inspection import as_quick_png
from tests.faults import samples

EDITS = [
    ("layouts/kerncijfers.yaml", "Er verschijnen drie", "Er verschijnen vier"),
    ("data/2020-05.yaml", "Syrië: 106", "Syrië: 107"),
    ("data/2020-05.yaml", "totaal: 413", "totaal: 414"),
    ("layouts/kerncijfers.yaml", "titel: ", "titel: Nieuwe "),
    ("layouts/kerncijfers.yaml", "soort: ", "soort: "),
]


def built(folder: Path, number: int, last: Good | None, memory: Memory) -> tuple[Good, Made]:
    made = make(Task("kerncijfers", "2020-05", str(folder)), number, last, memory)
    assert isinstance(made, tuple), made
    return made


def shown(made: Made) -> list[bytes]:
    return [as_quick_png(made.pdf, page, 300) for page in range(len(made.sheets))]


def test_a_digest_is_of_what_a_page_shows(tmp_path: Path) -> None:
    folder, memory = samples(tmp_path), Memory()
    first = built(folder, 1, None, memory)
    pictures: dict[str, bytes] = {}
    for number, (name, old, new) in enumerate(EDITS, 2):
        path = folder / name
        before = path.read_text(encoding="utf-8")
        assert old in before
        path.write_text(before.replace(old, new, 1), encoding="utf-8")
        _, made = built(folder, number, first[0], memory)
        _, anew = built(folder, number, first[0], Memory())
        assert made.sheets == anew.sheets
        path.write_text(before, encoding="utf-8")
        for digest, picture in zip([each.digest for each in made.sheets], shown(made), strict=True):
            assert pictures.setdefault(digest, picture) == picture
        is_other = [a != b for a, b in zip(shown(made), shown(first[1]), strict=False)]
        differs = [a.digest != b.digest for a, b in zip(made.sheets, first[1].sheets, strict=False)]
        assert not [page for page, (seen, told) in enumerate(zip(is_other, differs, strict=True)) if seen and not told]
        assert any(differs) == (old != new)


@pytest.mark.parametrize("size", [1, 900])
def test_a_quick_picture_has_the_width_that_is_asked(tmp_path: Path, size: int) -> None:
    _, made = built(samples(tmp_path), 1, None, Memory())
    assert int.from_bytes(as_quick_png(made.pdf, 0, size)[16:20], "big") == size
