"""The chapters for a new user, done step by step as they are written: every command, every change, every answer."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from rapportage.cli.main import cli
from tests.faults import ROOT

_STEP = re.compile(
    r"^```console\n(?P<console>.*?)^```$"
    r"|^<!-- vervang: (?P<changed>\S+) -->\n```yaml\n(?P<old>.*?)^```\n```yaml\n(?P<new>.*?)^```$"
    r"|^<!-- voeg toe: (?P<longer>\S+) -->\n```yaml\n(?P<more>.*?)^```$"
    r"|^<!-- vul in: (?P<filled>\S+) -->\n```yaml\n(?P<whole>.*?)^```$"
    r"|^<!-- maak: (?P<named>\S+) -->\n```\w+\n(?P<new_file>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Command(NamedTuple):
    words: list[str]
    answer: list[str]
    """Lines of which each is in what the command says, in that order."""


def commands(console: str) -> Iterator[Command]:
    for each in console.removeprefix("$ ").split("\n$ "):
        words, *answer = each.rstrip("\n").split("\n")
        yield Command(shlex.split(words), answer)


@pytest.mark.parametrize("chapter", ["eerste-rapport", "leveringen"])
def test_a_report_is_made_as_the_chapter_says(chapter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if chapter == "leveringen":  # the folder of rapportage itself, beside the project of the reader
        shutil.copytree(ROOT / "docs" / "voorbeelden" / "leveringen", Path("rapportage/docs/voorbeelden/leveringen"))
    text = (ROOT / "docs" / f"{chapter}.md").read_text(encoding="utf-8")
    steps = list(_STEP.finditer(text))
    assert len(steps) == len(re.findall(r"^```console$|^<!-- (?!voorbeeld)", text, re.MULTILINE)), (
        "a step that is not done"
    )
    for step in steps:
        if step["console"]:
            for command in commands(step["console"]):
                run(command, monkeypatch)
        elif step["changed"]:
            before = Path(step["changed"]).read_text(encoding="utf-8")
            assert before.count(step["old"]) == 1, step["old"]
            Path(step["changed"]).write_text(before.replace(step["old"], step["new"]), encoding="utf-8")
        elif step["longer"]:
            with Path(step["longer"]).open("a", encoding="utf-8") as file:
                file.write(step["more"])
        elif step["named"]:
            Path(step["named"]).parent.mkdir(exist_ok=True)
            Path(step["named"]).write_text(step["new_file"], encoding="utf-8")
        else:
            assert Path(step["filled"]).exists()
            Path(step["filled"]).write_text(step["whole"], encoding="utf-8")
    (made,) = tmp_path.rglob("maandbericht-2025-02.pdf")
    assert made.read_bytes().startswith(b"%PDF")


def run(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does what the reader does, and sees the answer that the chapter promises."""
    if command.words[0] == "cd":
        monkeypatch.chdir(command.words[1])
        return
    assert command.words[0] == "rapportage"
    result = CliRunner().invoke(cli, command.words[1:], prog_name="rapportage")
    has_fault = any("fout[" in line for line in command.answer)
    assert result.exit_code == (1 if has_fault else 0), result.output
    place = 0
    for line in command.answer:
        assert line in result.output[place:], result.output
        place = result.output.index(line, place) + len(line)
