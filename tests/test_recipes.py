"""Every recipe of docs/recepten.md works in the project that `init` makes, and shows what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from rapportage.api import BuildRequest, build
from rapportage.input.new_project.files import project_files
from tests.faults import ROOT

PAGE = (ROOT / "docs" / "recepten.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^(?:<!-- (?P<where>.*?) -->\n)?```yaml\n(?P<yaml>.*?)^```$", re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r"^\*(?P<words>[^*].*)\*$", re.MULTILINE)


class Recipe(NamedTuple):
    name: str
    data: str
    layout: str
    blocks: str
    shown: list[str]


def recipes() -> list[Recipe]:
    made = []
    for part in PAGE.split("\n### ")[1:]:
        text = part.partition("\n## ")[0]
        by_place = {"gegevens": "", "lay-out": "", None: ""}
        for block in _BLOCK.finditer(text):
            by_place[block["where"]] += block["yaml"]
        name = text.partition("\n")[0]
        made.append(Recipe(name, by_place["gegevens"], by_place["lay-out"], by_place[None], _SHOWN.findall(text)))
    return made


def test_there_are_enough_recipes() -> None:
    assert len(recipes()) >= 20


@pytest.mark.parametrize("recipe", recipes(), ids=[recipe.name for recipe in recipes()])
def test_the_recipe_works_where_the_page_says(recipe: Recipe, tmp_path: Path) -> None:
    assert recipe.blocks, "a recipe without blocks"
    assert recipe.shown, "a recipe that does not say what it shows"
    files = {name: data.decode() for name, data in project_files().items()}
    files["data/2025-01.yaml"] += recipe.data
    head, blocks = files["layouts/maandbericht.yaml"].split("\nblokken:\n")
    if recipe.layout.startswith("noten:\n"):  # the project has notes of its own
        head += recipe.layout.removeprefix("noten:")
    else:
        head += f"\n{recipe.layout}"
    files["layouts/maandbericht.yaml"] = f"{head}\nblokken:\n{blocks}" + re.sub(r"(?m)^(?=.)", "  ", recipe.blocks)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = build(BuildRequest("maandbericht", "2025-01", tmp_path))
    assert [str(finding) for finding in report.findings] == []
    said = " ".join(" ".join(page.text.split()) for page in report.pages)
    for words in recipe.shown:
        assert words in said
