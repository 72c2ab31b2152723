"""What a chart kind is, is told in one table: no other module names one or asks for one by its word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapportage.document import chart_kinds
from rapportage.document.chart_kinds import BY_WORD, KINDS
from tests.faults import ROOT

SRC = ROOT / "src" / "rapportage"
TABLE = SRC / "document" / "chart_kinds.py"
NO_KIND = {
    "stroom": ("input/specs/period.py", "input/cube/", "text/language/scope.py"),  # figures of a period, not of a day
    "aandeel": (  # a share
        "figures/observation.py",
        "figures/measure_kinds.py",
        "text/language/",
        "text/series/moving.py",
        "input/specs/names.py",
        "proof/claims/",
    ),
    "verschil": (  # a difference
        "figures/observation.py",
        "figures/languages/dutch.py",
        "input/schema/explained.py",
        "input/specs/",
        "proof/",
        "text/",
    ),
    "kaart": ("input/schema/explained.py", "proof/comparing/", "proof/tracing/"),  # a key figure
    "vlak": ("input/specs/theme.py", "input/schema/explained.py", "proof/claims/"),  # a surface
}
"""Words that mean something else as well, and where."""


def named(source: str) -> Iterator[str]:
    """The words of kinds in the texts of a module: alone, or quoted in a message."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (word for word in BY_WORD if node.value == word or f"soort '{word}'" in node.value)


def test_no_other_module_names_a_kind() -> None:
    found = []
    for path in sorted(SRC.rglob("*.py")):
        place = path.relative_to(SRC).as_posix()
        words = set(named(path.read_text(encoding="utf-8"))) if path != TABLE else set()
        found += [(place, word) for word in words if not place.startswith(NO_KIND.get(word, ()))]
    assert found == []


def test_no_other_module_asks_for_one_kind() -> None:
    """A comparison with a kind is a rule that the table should have; a kind may be named in a hint, or be drawn."""
    names = [name for name, value in vars(chart_kinds).items() if isinstance(value, chart_kinds.ChartKind)]
    asks = re.compile(
        rf"kind(?:\.word)?\s*(?:is|is not|==|!=|in|not in)\s*\(?\s*(?:chart_kinds\.)?(?:{'|'.join(names)})\b"
    )
    assert [path for path in SRC.rglob("*.py") if asks.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('if kind == "piramide": pass', ["piramide"]),
        ("hint = \"kies de soort 'lijn'\"", ["lijn"]),
        ('hint = f"een {kind.word}"', []),
        ('words = "de lijn is geen deel"', []),
    ],
)
def test_a_named_kind_is_found(source: str, words: list[str]) -> None:
    assert list(named(source)) == words


def test_every_kind_of_the_module_is_in_the_table() -> None:
    assert set(KINDS) == {value for value in vars(chart_kinds).values() if isinstance(value, chart_kinds.ChartKind)}
    assert len(BY_WORD) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_a_kind_can_be_made(kind: chart_kinds.ChartKind) -> None:
    """It is over something, and counts its series only where it has them."""
    assert kind.parts is not None or kind.periods is not None
    assert kind.count_of_parts is None or kind.parts is not None
    assert kind.count_over_time is None or kind.periods is not None
    alone = ("onderdelen", "perioden", "twee perioden")
    assert kind.over in (*alone, "onderdelen of perioden", "onderdelen of twee perioden")


def test_the_handbook_tells_every_kind_as_the_table_does() -> None:
    handbook = Path(ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
    for kind in KINDS:
        row = re.search(rf"^\| `{kind.word}` \| (.+) \| (.+) \|$", handbook, re.MULTILINE)
        assert row, kind.word
        assert row[2].startswith(kind.over)
    shown = set(re.findall(r"^ +soort: (.+)$", (ROOT / "layouts" / "grafieken.yaml").read_text("utf-8"), re.MULTILINE))
    assert shown == {word for word, kind in BY_WORD.items() if not kind.is_own}
