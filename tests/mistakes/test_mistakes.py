"""Mistakes of hurried users: each is told once, at its line, with a hint that says what to do."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from rapportage.input.new_project import project_files
from tests.faults import ROOT, built

MISTAKES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "mistakes.yaml").read_text("utf-8"))


def project(sample: str | None, folder: Path) -> Path:
    if sample is not None:
        return shutil.copytree(ROOT / "docs" / "voorbeelden" / sample, folder / sample)
    for name, content in project_files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def change(folder: Path, *, file: str, was: str, **to: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert was in text
    (folder / file).write_text(text.replace(was, to["is"], 1), "utf-8")


def make(mistake: dict[str, Any], folder: Path) -> Path:
    folder = project(mistake.get("in"), folder)
    for each in mistake.get("changes", ()):
        if "move" in each:
            (folder / each["move"]).rename(folder / each["to"])
        else:
            change(folder, **each)
    return folder


@pytest.mark.parametrize("sample", [None, "woningbouw"])
def test_without_a_mistake_nothing_is_told(sample: str | None, tmp_path: Path) -> None:
    report = {mistake.get("in"): mistake["report"] for mistake in reversed(MISTAKES)}[sample]
    assert [item.message for item in built(project(sample, tmp_path), *report)[1]] == []


@pytest.mark.parametrize("mistake", [pytest.param(each, id=each["mistake"]) for each in MISTAKES])
def test_a_mistake_is_told_once_and_says_what_to_do(mistake: dict[str, Any], tmp_path: Path) -> None:
    result, findings = built(make(mistake, tmp_path), *mistake["report"])
    assert result is None
    assert [item.code for item in findings] == [mistake["code"], *mistake.get("also", ())]
    told = next(iter(findings))
    assert told.span is None or f"{told.span.path}:{told.span.line}" == mistake["at"]
    assert [words for words in mistake["hint"] if words not in (told.hint or "")] == []
    assert (told.span is None) == ("at" not in mistake)
