"""Names that look alike are told, with both places, wherever names are compared."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.diagnostics import Findings
from rapportage.diagnostics.lookalikes import difference, is_subtle, skeleton, stranger
from rapportage.input.loading import load_bytes
from rapportage.input.specs.read import read_period_file
from rapportage.proof.checking.figures.similar_names import check_names
from tests.faults import PERIOD, built, lines, project

ALIKE = [
    ("Côte d’Ivoire", "Côte d'Ivoire", "’ (U+2019) in plaats van ' (U+0027)"),
    ("0–17 jaar", "0-17 jaar", "– (U+2013) in plaats van - (U+002D)"),
    ("Сhina", "China", "С (Cyrillisch, U+0421) in plaats van 'C'"),
    ("Οverig", "Overig", "Ο (Grieks, U+039F) in plaats van 'O'"),
    ("overig", "Overig", "'o' in plaats van 'O'"),
    ("Curacao", "Curaçao", "'c' in plaats van 'ç'"),
    ("ﬁnanciën", "financiën", "'ﬁnanciën' in plaats van 'financiën'"),
]
DIFFERENT = [("C#", "C+"), ("Δ", "Ω"), ("Niger", "Nigeria"), ("0-17", "0-18"), ("β-blokker", "b blokker"), ("I", "II")]


@pytest.mark.parametrize(("one", "other", "told"), ALIKE)
def test_what_looks_alike_has_one_skeleton_and_its_difference_is_told(one: str, other: str, told: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert difference(one, other) == told


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_looks_different_has_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_accents_and_capitals_are_no_subtle_difference() -> None:
    assert [is_subtle(one, other) for one, other, _ in ALIKE] == [True, True, True, True, False, False, False]


@pytest.mark.parametrize("name", ["Syrië", "β-blokker", "Ωmega", "Δt", "μg", "Россия", "ΑΒΓ", "Κύπρος"])
def test_a_word_of_one_script_or_a_sign_of_science_holds_no_stranger(name: str) -> None:
    assert stranger(name) is None


@given(st.text(max_size=12))
def test_a_skeleton_is_final_and_does_not_depend_on_case_or_composition(name: str) -> None:
    assert skeleton(normalize("NFD", name)) == skeleton(normalize("NFC", name))
    if name.isascii():
        assert skeleton(name.upper()) == skeleton(name)


def with_two(one: str, other: str) -> str:
    """A file with the second name in a series of its own."""
    second = PERIOD.index("  leeg:")
    first = PERIOD[:second].replace("Turkije: 19", f'"{one}": 19')
    return first + PERIOD[second:].replace("Syrië: 0", f'"{other}": 0')


@pytest.mark.parametrize(("other", "one", "told"), ALIKE)
def test_categories_of_two_series_that_look_alike_get_a_warning(
    tmp_path: Path, one: str, other: str, told: str
) -> None:
    result, findings = built(project(tmp_path, period=with_two(one, other)))
    assert result is not None
    (found,) = [item for item in findings if item.code == "C313"]
    assert found.span is not None
    assert found.span.line == 19
    assert f"lijkt op '{one}' (data/2020-05.yaml:12:" in found.message
    assert told in (found.hint or "")


@pytest.mark.parametrize("place", ["nationaliteit: {Syrië: 106", "ind: {titel"])
def test_breakdowns_and_sources_that_look_alike_get_one_too(tmp_path: Path, place: str) -> None:
    period = PERIOD
    if place.startswith("ind"):
        period = period.replace("cijfers:\n", "  Ind: {titel: Ander, uitgever: IND, datum: 2020-06-24}\ncijfers:\n")
    else:
        period = period.replace("nationaliteit: {Syrië: 0}", "Nationaliteit: {Syrië: 0}")
    _, findings = built(project(tmp_path, period=period))
    assert [item.code for item in findings if item.code == "C313"] == ["C313"]


def test_over_periods_too_and_it_can_be_acknowledged(tmp_path: Path) -> None:
    earlier = PERIOD.replace("2020-05", "2020-04").replace("2020-06-24}", "2020-05-24}", 1).replace("mei", "april")
    earlier = earlier.replace("2020-06-24", "2020-05-20").replace("Syrië: ", "Syrie: ").replace("341", "300")
    folder = project(tmp_path, text="{{ aanvragen.vorige }}")
    (folder / "data" / "2020-04.yaml").write_text(earlier, encoding="utf-8")
    _, findings = built(folder)
    (found,) = [item for item in findings if item.code == "C313"]
    assert str(found.span).endswith("data/2020-05.yaml:12:23")
    assert "lijkt op 'Syrie' (" in found.message
    text = PERIOD.replace("Nigeria: <5}", "Nigeria: <5}  # erkend C313: de bron schrijft het zo")
    (folder / "data" / "2020-05.yaml").write_text(text, encoding="utf-8")
    _, findings = built(folder)
    assert not [item for item in findings if item.code in ("C313", "C401")]


def test_a_letter_of_another_script_is_told_without_another_name_too(tmp_path: Path) -> None:
    _, findings = built(project(tmp_path, period=PERIOD.replace("Turkije: 19", "Тurkije: 19")))
    assert ["Т (Cyrillisch, U+0422)" in item.message for item in findings if item.code == "C313"] == [True]


def test_a_reference_that_looks_like_a_name_is_told_what_differs(tmp_path: Path) -> None:
    period = PERIOD.replace("Turkije: 19", '"Côte d’Ivoire": 19')
    _, findings = built(project(tmp_path, text='{{ aanvragen["Côte d\'Ivoire"] }}', period=period))
    (found,) = [item for item in findings if item.code == "T306"]
    assert found.hint == "bedoelt u 'Côte d’Ivoire'? Daar staat ’ (U+2019) in plaats van ' (U+0027)."


def test_terms_and_passages_too(tmp_path: Path) -> None:
    layout = (
        "titel: x\nbegrippen: {“x”: A., '\"x\"': B.}\nblokken:\n"
        "  - begrippenlijst\n  - passage: Duiding\n  - tekst: De “x”.\n"
    )
    folder = project(tmp_path, layout=layout, period=PERIOD + "teksten: {duiding: Een tekst.}\n")
    result, findings = built(folder)
    assert result is not None
    told = [line for line in lines(findings) if " T452 " in line or " T413 " in line]
    assert [line.split(" ")[:2] for line in told] == [["2:22", "T452"], ["5:14", "T413"]]


def test_each_name_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not each with each: that would take minutes for a long list."""
    asked: list[str] = []

    def counting(of: str) -> str:
        asked.append(of)
        return skeleton(of)

    monkeypatch.setattr("rapportage.proof.checking.figures.similar_names.skeleton", counting)
    many = ", ".join(f"gemeente {place}: 0" for place in range(300))
    findings = Findings()
    node = load_bytes(PERIOD.replace("{Syrië: 0}", f"{{{many}}}").encode(), "data/2020-05.yaml", findings)
    file = read_period_file(node, findings) if node is not None else None
    assert file is not None
    check_names([file, file], findings)
    assert not findings
    assert 300 < len(asked) < 1000
