"""The edition of every sample: a sound page that asks nothing of a network, and the same bytes each time."""

from __future__ import annotations

import gzip
import itertools
import re
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.pipeline import BuildRequest, Editions, editions
from tests.faults import ROOT
from tests.html.reading import Node, faults, read
from tests.validation.samples import EVERY_SAMPLE

ONE_OF_EACH = [each for each in EVERY_SAMPLE if each[1:] in (
    ("grafieken", "2020-05"), ("vreemdelingenketen", "2020-H1"), ("kerncijfers", "2020-05"), ("key-figures", "2020-05"),
    ("asieltrends", "2020-04"), ("instroom-week", "2024-W05"), ("monitor", "2025"),
    ("kerncijfers-onderwijs", "SJ2022-23"), ("overheidsfinancien", "2023"),
)]  # fmt: skip


@pytest.fixture(scope="module", params=ONE_OF_EACH, ids=lambda each: "-".join(each[1:]))
def made(request: pytest.FixtureRequest) -> tuple[Editions, Node]:
    project, layout, period = request.param
    result = editions(BuildRequest(layout, period, project), ("html",), Findings())
    assert result is not None
    assert result.html is not None
    return result, read(result.html)


def test_it_is_a_sound_page(made: tuple[Editions, Node]) -> None:
    result, tree = made
    assert faults(tree) == []
    (page,) = tree.all("html")
    assert page.get("lang") == result.document.language
    assert next(node.text for node in tree.all("title")) == result.document.marked_title
    assert len(tree.all("main")) == 1
    assert [node.words for node in tree.all("h1")] == [result.document.title]


def test_headings_skip_no_level(made: tuple[Editions, Node]) -> None:
    levels = [int(node.name[1]) for node in made[1].walk() if re.fullmatch("h[1-6]", node.name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_nothing_is_fetched_and_nothing_runs(made: tuple[Editions, Node]) -> None:
    _, tree = made
    assert tree.all("script") == tree.all("link") == tree.all("iframe") == []
    assert [name for node in tree.walk() for name in node.attributes if name.startswith("on")] == []
    for node in tree.walk():
        for name in ("src", "xlink:href", "srcset", "action", "data"):
            assert (node.get(name) or "data:").startswith("data:")
        if node.name != "a":
            assert (node.get("href") or "data:").startswith("data:")
    (sheet,) = tree.all("style")
    assert re.findall(r"url\((?!data:)|@import", sheet.text) == []


def test_every_drawing_has_a_name(made: tuple[Editions, Node]) -> None:
    for node in made[1].all("svg"):
        assert node.get("role") == "img"
        names = (node.get("aria-labelledby") or "").split()
        told = {child.get("id"): child.text for child in node.walk() if child.name in ("title", "desc")}
        assert names
        assert all(told[name].strip() for name in names)


def test_every_note_leads_back_to_each_of_its_marks(made: tuple[Editions, Node]) -> None:
    _, tree = made
    marks = {node.get("id"): (node.get("href") or "")[1:] for node in tree.with_role("doc-noteref")}
    ways = [
        ((link.get("href") or "")[1:], note.get("id"))
        for note in tree.with_role("doc-footnote")
        for link in note.with_role("doc-backlink")
    ]
    assert sorted(ways) == sorted((mark, note) for mark, note in marks.items() if mark is not None)


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    request = BuildRequest("kerncijfers", "2020-05", ROOT)
    first, again = (editions(request, ("html", "pdf"), Findings()) for _ in range(2))
    assert first is not None
    assert again is not None
    assert first.html == again.html


MOST, SENT = 300_000, 83_000
"""Bytes of the half-yearly report without the files in it, and of all of it as it is sent, compressed; architecture.md
says what they are spent on.
"""


def test_a_long_report_is_no_larger_than_it_was() -> None:
    made = editions(BuildRequest("vreemdelingenketen", "2020-H1", ROOT), ("html",), Findings())
    assert made is not None
    assert made.html is not None
    assert len(re.sub(rb"<p class=file>.*?</p>", b"", made.html)) < MOST
    assert len(gzip.compress(made.html)) < SENT
