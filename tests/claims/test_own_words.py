"""woorden.yaml: what texts call series and parts, and numbers that are no statistics; one place for each thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, build, check
from tests.faults import lines, project

WORDS = """\
reeksen:
  aanvragen: [asielzoekers, aankloppen]
onderdelen:
  Turkije: {bijvoeglijk: Ottomaanse, inwoner: Ottomaan, inwoners: Ottomanen}
  Nigeria: Lagosianen
getallen:
  - {tekst: binnen 48 uur, wat: de termijn voor een besluit, bron: 'Vreemdelingenwet 2000, artikel 5'}
  - {tekst: 0800 1234, wat: het telefoonnummer, bron: www.ind.nl}
"""


def told(root: Path, text: str, words: str | None = WORDS) -> list[str]:
    project(root, text=text)
    if words is not None:
        (root / "woorden.yaml").write_text(words, encoding="utf-8")
    findings = Findings()
    check([BuildRequest("proef", "2020-05", root)], root, findings)
    return lines(findings)


@pytest.mark.parametrize("name", ["Ottomanen", "Ottomaan", "Ottomaanse gezinnen", "Lagosianen"])
def test_a_part_is_known_by_its_own_words(tmp_path: Path, name: str) -> None:
    """Beside the figure of another part a name is wrong; without woorden.yaml nobody knows that it is one."""
    text = f"Van de {name} kwamen {{{{ aanvragen['Syrië'] }}}} aanvragen."
    (said,) = told(tmp_path, text)
    assert "T505" in said
    assert f"'{name.partition(' ')[0]}' klopt niet: het cijfer is van Syrië" in said
    (tmp_path / "woorden.yaml").unlink()
    assert told(tmp_path, text, None) == []


@pytest.mark.parametrize("word", ["asielzoekers", "aankloppen"])
def test_a_series_is_known_by_its_own_words(tmp_path: Path, word: str) -> None:
    """A figure of another series is none of it."""
    text = f"Het aantal {word} was {{{{ leeg }}}}."
    assert any("T510" in said for said in told(tmp_path, text))
    assert told(tmp_path, text.replace("leeg", "aanvragen")) == []


@pytest.mark.parametrize("text", ["Een besluit valt binnen 48 uur.", "Bel 0800 1234.", "Dat is binnen\n48 uur klaar."])
def test_a_declared_number_is_silent_wherever_its_words_are(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    "text", ["Er kwamen 48 mensen.", "Bel 0800 12345 mensen.", "Dat duurt langer dan 48 dagen en 300 mensen."]
)
def test_the_same_digits_in_other_words_are_told(tmp_path: Path, text: str) -> None:
    assert any("T501" in said for said in told(tmp_path, text))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("reeks: {aanvragen: [x]}", "1:1 S101 onbekende sleutel 'reeks'"),
        ("reeksen: {aanvragen: }", "1:22 S103 nog in te vullen"),
        ("onderdelen:\n  Syrië: {bijvoegelijk: Syrische}", "2:11 S101 onbekende sleutel 'bijvoegelijk'"),
        ("getallen:\n  - {tekst: 48 uur, wat: de termijn}", "2:5 S102 de sleutel 'bron' ontbreekt"),
        ("getallen: 48", "1:11 S104 hier hoort een lijst"),
        (
            "getallen:\n- {tekst: 48 uur, wat: t, bron: b}\n- {tekst: 48  uur, wat: t, bron: b}",
            "3:11 C225 '48 uur' staat ook op regel 2",
        ),
        ("", "1:1 L204"),
    ],
)
def test_a_fault_is_told_at_its_place_and_no_report_is_made(tmp_path: Path, words: str, said: str) -> None:
    assert any(each.startswith(said) for each in told(tmp_path, "Er waren {{ aanvragen }}.", words))
    assert build(BuildRequest("proef", "2020-05", tmp_path), Findings()) is None


def test_the_words_of_a_part_in_a_list_are_in_that_list(tmp_path: Path) -> None:
    listed = tmp_path / "lijsten" / "landen.yaml"
    listed.parent.mkdir()
    names = "Syrië: {inwoners: Damasceners, namen: het Levantijnse land}, Turkije: T, Nigeria: N"
    listed.write_text(f"verdeling: nationaliteit\nonderdelen: {{{names}}}\n", encoding="utf-8")
    text = "Van de Damasceners kwamen {{ aanvragen['Turkije'] }} aanvragen."
    assert any("T505 'Damasceners' klopt niet" in said for said in told(tmp_path, text, None))
    where = "staat in lijsten/landen.yaml: daar horen ook de woorden ervoor"
    assert told(tmp_path, text) == [f"4:3 C225 'Turkije' {where}", f"5:3 C225 'Nigeria' {where}"]


def test_it_is_an_input_of_the_report(tmp_path: Path) -> None:
    told(tmp_path, "Er waren {{ aanvragen }}.")
    made = build(BuildRequest("proef", "2020-05", tmp_path), Findings())
    assert made is not None
    assert "woorden.yaml" in [path.name for path in made.read]
