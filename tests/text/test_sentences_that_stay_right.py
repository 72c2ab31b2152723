"""The forty sentences of docs/zinnen.md: what the page says is what the samples give, over two periods."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Paragraph, plain_text, walk
from rapportage.pipeline import BuildRequest, check, compose
from rapportage.proof.claims.verdict import Outcome
from tests.faults import ROOT, samples

PAGE = (ROOT / "docs" / "zinnen.md").read_text(encoding="utf-8")
SENTENCES = re.findall(
    r"^### (\d+)\. .+\n\n- Getypt in mei: \*(.+)\*\n- Blijft kloppen: `(.+)`\n"
    r"- In mei 2020: \*(.+)\*\n- In juni 2020: \*(.+)\*$",
    PAGE,
    re.MULTILINE,
)
MAY, JUNE = "2020-05", "2020-06"


def folder_with(tmp_path: Path, texts: list[str]) -> Path:
    folder = samples(tmp_path)
    blocks = "".join(f"  - tekst: |\n      {text}\n" for text in texts)
    (folder / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{blocks}", encoding="utf-8")
    return folder


def told(folder: Path, period: str) -> list[str]:
    document = compose(BuildRequest("proef", period, folder), Findings())
    assert document is not None
    paragraphs = (block for block in walk(document.blocks) if isinstance(block, Paragraph))
    return [plain_text(each.content).replace("\u00a0", " ") for each in paragraphs]


def test_there_are_forty_and_each_is_read() -> None:
    assert [number for number, *_ in SENTENCES] == [str(number) for number in range(1, 41)]
    assert len(re.findall(r"^### ", PAGE, re.MULTILINE)) == len(SENTENCES)


@pytest.mark.parametrize(("period", "column"), [(MAY, 3), (JUNE, 4)])
def test_what_the_page_says_is_what_is_made(tmp_path: Path, period: str, column: int) -> None:
    folder = folder_with(tmp_path, [each[2] for each in SENTENCES])
    assert told(folder, period) == [each[column] for each in SENTENCES]


def test_what_was_typed_was_right_once_and_is_not_any_more() -> None:
    assert [typed for _, typed, _, may, _ in SENTENCES if typed != may] == []
    assert [typed for _, typed, _, _, june in SENTENCES if typed == june] == []


@pytest.mark.parametrize("period", [MAY, JUNE])
def test_no_check_doubts_a_sentence_that_stays_right(tmp_path: Path, period: str) -> None:
    folder = folder_with(tmp_path, [each[2] for each in SENTENCES])
    findings = Findings()
    account = check([BuildRequest("proef", period, folder)], folder, findings)
    doubts = [
        f"{each.code} {each.message}" for each in findings if each.span and each.span.path == "layouts/proef.yaml"
    ]
    assert doubts == []
    assert account.count(Outcome.FALSE) == 0
