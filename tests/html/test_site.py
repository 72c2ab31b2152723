"""A report as a folder: a page for each chapter, every link of which leads somewhere."""

from __future__ import annotations

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Section, heading_words, note_anchor
from rapportage.pipeline import BuildRequest, Editions, editions
from tests.faults import ROOT
from tests.html.reading import Node, faults, read
from tests.html.same import seen_in_page

ADDRESS = "https://www.example.org/vk/"


@pytest.fixture(scope="module")
def made() -> Editions:
    result = editions(BuildRequest("vreemdelingenketen", "2020-H1", ROOT), ("html", "html-map"), Findings(), ADDRESS)
    assert result is not None
    return result


@pytest.fixture(scope="module")
def pages(made: Editions) -> dict[str, Node]:
    return {name: read(data) for name, data in made.site.items() if name.endswith(".html")}


def ids(tree: Node) -> set[str]:
    return {id for node in tree.walk() if (id := node.get("id")) is not None}


def test_every_chapter_is_a_page_with_its_heading(made: Editions, pages: dict[str, Node]) -> None:
    chapters = [heading_words(each.heading).text for each in made.document.blocks if isinstance(each, Section)]
    heads = {name: [node.words for node in tree.all("h1")] for name, tree in pages.items()}
    assert heads.pop("index.html") == [made.document.title]
    assert list(heads.values()) == [[chapter] for chapter in chapters]
    for tree in pages.values():
        assert faults(tree) == []
        assert len(tree.all("main")) == 1


def test_every_page_says_first_that_it_is_an_example(made: Editions, pages: dict[str, Node]) -> None:
    """A reader may come from a search engine, and see no other."""
    for tree in pages.values():
        (header,) = (node for node in tree.all("header") if any(each.get("class") == "notice" for each in node.walk()))
        assert made.document.notice in header.words


def test_every_link_leads_to_a_place_that_is_there(made: Editions, pages: dict[str, Node]) -> None:
    known = {name: ids(tree) for name, tree in pages.items()}
    followed = 0
    for tree in pages.values():
        for node in (*tree.all("a"), *tree.all("link")):
            href = node.get("href") or ""
            if href.startswith(("https:", "http:", "#")):
                continue
            file, _, place = href.partition("#")
            assert file in made.site, href
            assert not place or unquote(place) in known[file], href
            followed += 1
    assert followed > 200


def test_together_they_say_what_the_one_page_says(made: Editions, pages: dict[str, Node]) -> None:
    """Each chapter in full and in its order; the table of contents is on the first page, wherever it stood."""
    assert made.html is not None
    (whole,) = read(made.html).all("main")
    first, *chapters = [seen_in_page(tree.all("main")[0]) for tree in pages.values()]
    said = seen_in_page(whole)
    assert said.count(first) == 1
    assert said.replace(first, "") == "".join(chapters)


def test_a_note_that_two_chapters_mark_stands_in_the_first_and_leads_back_to_both(pages: dict[str, Node]) -> None:
    note = pages["samenvatting.html"].with_role("doc-footnote")[0]
    assert note.get("id") == note_anchor("rvk-later")
    ways = [unquote(link.get("href") or "") for link in note.with_role("doc-backlink")]
    assert len(ways) == 2
    assert ways[0] == "#merk-rvk-later"
    assert ways[1].endswith(".html#.merk-rvk-later-2") or ways[1] == "#.merk-rvk-later-2"


def test_search_engines_find_every_page_by_its_own_address(made: Editions, pages: dict[str, Node]) -> None:
    root = ElementTree.fromstring(made.site["sitemap.xml"])
    told = [each.text for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    own = [link.get("href") for tree in pages.values() for link in tree.all("link") if link.get("rel") == "canonical"]
    assert told == own
    assert told[0] == ADDRESS
    assert told[1:] == [f"{ADDRESS}{name}" for name in list(pages)[1:]]


def test_it_says_what_it_is_and_where_its_data_are(made: Editions, pages: dict[str, Node]) -> None:
    things = [node for node in pages["index.html"].walk() if "itemscope" in node.attributes]
    kinds = [(node.get("itemtype") or "").removeprefix("https://schema.org/") for node in things]
    assert kinds.count("Report") == 1
    files = [
        node.get("href") or ""
        for thing in things
        for node in thing.all("link")
        if node.get("itemprop") == "contentUrl" and thing.get("itemtype") == "https://schema.org/DataDownload"
    ]
    assert sorted(files) == sorted(name for name in made.site if name.endswith(".csv"))


def test_without_an_address_there_is_no_map(made: Editions) -> None:
    result = editions(BuildRequest("kerncijfers", "2020-05", ROOT), ("html-map",), Findings())
    assert result is not None
    assert "sitemap.xml" not in result.site
    assert b"canonical" not in result.site["index.html"]
    assert result.html is None
    assert result.report is None
