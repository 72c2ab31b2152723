"""Thirteen kinds of claims, each said in many ways: every slip is told and no right sentence is contradicted.

Directions, comparisons, superlatives, places, records, streaks, multiples, qualifiers, strengths, fractions, ranges,
percentage points and indices. All sentences over one period are in one report, each in a text of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, check
from tests.claims.corpus import FOLDER, read
from tests.claims.test_placing import SIDES

_OWN = "vijf-domeinen"
NAMES = ("kinds.yaml", "more_kinds.yaml", "causes_and_names.yaml", "lists_and_borders.yaml")
_FIRST_LINE = 4
"""Of the first sentence in the layout."""


def table() -> Iterator[tuple[str, dict[str, str], list[str]]]:
    """By domain with period its data and sentences."""
    own = yaml.safe_load(Path(__file__).with_name("kinds-data.yaml").read_text(encoding="utf-8"))
    files = [Path(__file__).with_name(name).read_text(encoding="utf-8") for name in NAMES]
    for named, kinds in (each for text in files for each in yaml.safe_load(text).items()):
        domain = named.split()[0]
        data = own if domain == _OWN else read(FOLDER / f"{domain}.yaml").data
        yield named, data, [text for texts in kinds.values() for text in texts]


def told(folder: Path, period: str, data: dict[str, str], sentences: list[str]) -> list[set[str]]:
    """What `check` says of each sentence."""
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for name, text in data.items():
        (folder / "data" / f"{name.removesuffix('.yaml')}.yaml").write_text(text, encoding="utf-8")
    texts = ["- tekst: '" + each.replace("'", "''") + "'" for each in sentences]
    layout = "\n".join(["titel: Proef", "blokken:", "- kop: Proef", *texts, ""])
    (folder / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    findings = Findings()
    check([BuildRequest("proef", period, folder)], folder, findings)
    found: list[set[str]] = [set() for _ in sentences]
    for each in findings:
        if each.span is not None and each.span.path.startswith("layouts/") and each.span.line >= _FIRST_LINE:
            found[each.span.line - _FIRST_LINE].add(f"{each.code} {each.message}")
    return found


@pytest.mark.parametrize(("named", "data", "texts"), [pytest.param(*each, id=each[0]) for each in table()])
def test_every_slip_is_told_and_nothing_of_what_is_right(
    named: str, data: dict[str, str], texts: list[str], tmp_path: Path
) -> None:
    rights, slips = ([SIDES.sub(rf"\{side}", text) for text in texts] for side in (1, 2))
    found = told(tmp_path, named.split()[1], data, [*rights, *slips])
    of_rights, of_slips = found[: len(rights)], found[len(rights) :]
    assert [(right, said) for right, said in zip(rights, of_rights, strict=True) if said] == []
    missed = [slip for slip, said in zip(slips, of_slips, strict=True) if not said]
    assert [slip for slip in missed if slip not in rights] == []  # one without a slip is only to be left alone
