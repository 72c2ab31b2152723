"""Examples in hints are with the user's own names, and nothing about any one domain is in the sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapportage.diagnostics.own_names import PLAIN, OwnNames
from tests.faults import LAYOUT, ROOT, built, project

DOMAIN = re.compile(
    r"asiel|asyl|syri[eëa]|eritre|turki|marok|moroc|algeri|nigeri|afghan|nareiz|vreemdeling|refugee|"
    r"(?<!im)(?<!em)(?<!e)migrant|instroom(?!den| in)|"
    r"nationalit|\bamv\b|\bIND\b|\bCOA\b|eerste_aanvragen",
    re.IGNORECASE,
)
"""What the first reports made with the tool were about; who moves house and what flows in is of any statistics."""


ALL_COUNTRIES = "countries.py"
"""A list of every country is about no domain."""


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text in the sources but docstrings, and all of other files, with where it is."""
    for path in sorted((folder / "src").rglob("*")):
        if path.suffix in (".yaml", ".yml", ".json", ".txt", ".pyi"):
            yield path.name, path.read_text(encoding="utf-8")
        elif path.suffix == ".py" and path.name != ALL_COUNTRIES:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            explained = {id(each.value) for node in ast.walk(tree) for each in _statements(node)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explained:
                    yield f"{path.name}:{node.lineno}", node.value


def _statements(node: ast.AST) -> list[ast.Expr]:
    body = getattr(node, "body", None)
    return [each for each in body if isinstance(each, ast.Expr)] if isinstance(body, list) else []


def test_the_sources_know_no_domain() -> None:
    assert [f"{place}: {text[:80]}" for place, text in texts(ROOT) if DOMAIN.search(text)] == []


def test_a_planted_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "planted.py").write_text('"""Syrië."""\nHINT = "bijvoorbeeld: {{ eerste_aanvragen }}"\n')
    assert [place for place, text in texts(tmp_path) if DOMAIN.search(text)] == ["planted.py:2"]


HOUSES = """\
periode: 2020-05
uitgave: {datum: 2020-06-24}
bronnen: {cbs: {titel: Woningen, uitgever: CBS}}
cijfers:
  huur: {titel: Huur, eenheid: euro, bron: cbs, totaal: 700}
  woningen: {titel: Woningen, eenheid: woningen, bron: cbs, totaal: 9,
             naar: {gemeente: {"'s-Heerenberg": 2, Ede: 4, Epe: 1}}}
"""
FAULTY = {
    "{{ 1 | pct }}": None,
    "{{ woningen['Ede'] | pct }}": "{{ woningen['Ede'].aandeel | pct }}",
    "{{ huur ** 2 - }}": "{{ woningen['Ede'].aandeel | pct }}",
    "{{ woningen.top(5) }}": None,
    "{{ huur | top }}": "{{ woningen | top(5) | opsomming }}",
    "{{ periode | top(5) | opsomming }}": "{{ woningen | top(5) }}",
    "{% if huur %}x{% endif %}": "{% if woningen > 100 %}",
    "{{ huur | verschil }}": "{{ woningen | verschil(woningen.vorige) }}",
    "{{ huur | aandeel(1, 2) }}": "{{ woningen | aandeel(huur) | pct }}",
    "{{ huur | eveneens }}": "{{ woningen['Ede'] | eveneens(woningen['Epe']) }}",
    "{{ som() }}": "{{ som(woningen, huur) }}",
}


@pytest.mark.parametrize(("text", "example"), FAULTY.items())
def test_an_example_has_names_of_the_project(tmp_path: Path, text: str, example: str | None) -> None:
    layout = LAYOUT.replace("{text}", text)
    _, findings = built(project(tmp_path, layout=layout, period=HOUSES))
    hints = " ".join(item.hint or "" for item in findings)
    assert list(findings)
    assert "‹" not in hints
    assert not DOMAIN.search(hints)
    assert "mijn_reeks" not in hints
    assert example is None or example in hints


def test_without_figures_examples_have_plain_names(tmp_path: Path) -> None:
    empty = HOUSES[: HOUSES.index("cijfers:")] + "cijfers: {x: {titel: X, eenheid: y, bron: cbs, totaal: 1}}\n"
    _, findings = built(project(tmp_path, text="{{ 1 ** 2 }} {{ x | eveneens }}", period=empty))
    hints = " ".join(item.hint or "" for item in findings)
    assert "x['onderdeel']" in hints
    assert "‹" not in hints


def test_every_place_is_filled_in() -> None:
    names = OwnNames("a", "b", "c", "d", "e")
    from rapportage.diagnostics import own_names

    for place in (own_names.SERIES, own_names.OTHER, own_names.PARTED, own_names.PART, own_names.OTHER_PART):
        assert "‹" not in names.fill(f"x {place} y")
        assert "‹" not in PLAIN.fill(place)
    assert names.fill("een ‹ander› woord") == "een ‹ander› woord"
