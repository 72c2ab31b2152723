"""Equal figures are said in words, with the Dutch that goes with them: 'evenveel als', never '0% meer dan'."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.figures.words.lists import names_nothing
from tests.text.test_expressions import said

ALGERIA, MOROCCO = "eerste_aanvragen['Algerije']", "eerste_aanvragen['Marokko']"  # both 17
EQUAL = f"{{{{ {ALGERIA} | meer_of_minder({MOROCCO}) }}}}"
MORE = "{{ eerste_aanvragen | meer_of_minder(eerste_aanvragen.vorige) }}"  # 26% meer
HARDLY = "{{ eerste_aanvragen_cbs['2018-12'] | meer_of_minder(eerste_aanvragen_cbs['2018-12'] * 1.0010) }}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Dat is {EQUAL} dan uit Marokko.", "Dat is evenveel als uit Marokko."),
        (f"Dat is {EQUAL} aanvragen dan uit Marokko.", "Dat is evenveel aanvragen als uit Marokko."),
        (f"Dat is **{EQUAL}** dan uit {{{{ periode | naam }}}}.", "Dat is evenveel als uit mei 2020."),
        (
            f"Dat is {EQUAL} mensen uit {{{{ periode | naam }}}} dan toen.",
            "Dat is evenveel mensen uit mei 2020 als toen.",
        ),
        (f"Dat is {EQUAL}. Meer dan dat weten we niet.", "Dat is evenveel. Meer dan dat weten we niet."),
        (f"Dat is {EQUAL}. In {{{{ periode | naam }}}} meer dan toen.", "Dat is evenveel. In mei 2020 meer dan toen."),
        (f"Dat is {EQUAL}; meer dan dat.", "Dat is evenveel; meer dan dat."),
        (f"Dat is {EQUAL} dan uit Marokko, dan wel meer.", "Dat is evenveel als uit Marokko, dan wel meer."),
        (f"Dat is {MORE} dan in april.", "Dat is 26% meer dan in april."),
        (f"Meer dan {MORE} dan toen.", "Meer dan 26% meer dan toen."),
        (f"Dat is {EQUAL} danseressen.", "Dat is evenveel danseressen."),
    ],
)
def test_evenveel_goes_with_als(tmp_path: Path, text: str, expected: str) -> None:
    assert said(tmp_path, text) == expected


def test_a_change_of_less_than_half_a_per_cent_is_no_0_per_cent(tmp_path: Path) -> None:
    words = said(tmp_path, f"{HARDLY} dan toen.")
    assert words == "Vrijwel evenveel als toen."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("onbekend", True),
        ("Onbekend", True),
        ("nationaliteit onbekend", True),
        ("onbekende nationaliteit", True),
        ("niet bekend", True),
        ("Syrië", False),
        ("bekend", False),
        ("Overig", False),
        ("onbekendheid", False),
    ],
)
def test_what_names_nothing(name: str, *, expected: bool) -> None:
    assert names_nothing(name) is expected
