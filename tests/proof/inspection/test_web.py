"""The reader of editions for the web: of ours all that it says, of any other file why not, within bounds."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path

import pytest

from rapportage.proof.inspection import InspectionError
from rapportage.proof.inspection.web import read_tree, read_web, tree

HEAD = '<!DOCTYPE html>\n<html lang="nl">\n<head><meta name="generator" content="rapportage"><title>T</title></head>\n'


def page(body: str) -> bytes:
    return f"{HEAD}<body>{body}</body>\n</html>\n".encode()


def heard(body: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Of each piece where it is, its text, and what is said for signs in it."""
    said, _ = read_web(page(body))
    return [
        (str(each.parts[0][0]), "".join(text for _, text in each.parts), each.replacements) for each in said.utterances
    ]


def test_what_is_read_is_in_its_order_and_has_its_place() -> None:
    body = (
        '<h1>Titel</h1><section><h2 id="kop">Kop</h2><p>Er waren <data value="3">3</data>.</p>'
        '<div class="table"><table id="t"><caption><b>Tabel 1</b> Wat <span class="summary">1 rij.</span></caption>'
        '<tr><th scope="row">A</th><td><span aria-hidden="true">.</span> <span class="aloud">onbekend</span></td></tr>'
        "</table>"
        '<p class="source">Bron: B.</p></div><p>Later.</p></section>'
    )
    assert heard(body) == [
        ("", "Titel", ()),
        ("kop", "Kop", ()),
        ("kop", "Er waren 3.", ()),
        ("t", "Tabel 1 Wat ", ()),
        ("t", "1 rij.", ()),
        ("t", "A", ()),
        ("t", ".", ("onbekend",)),
        ("t", "Bron: B.", ()),
        ("kop", "Later.", ()),
    ]


def shape(node: tree.Node) -> str:
    return "".join(
        each if isinstance(each, str) else f"<{each.name}>{shape(each)}</{each.name}>" for each in node.children
    )


def test_what_has_no_end_ends_where_the_next_begins() -> None:
    """As a browser reads it (HTML, 13.1.2.4), with or without the ends."""
    whole = (
        "<table><thead><tr><th>A</th><td></td></tr></thead><tbody><tr><th>B</th><td>1</td></tr>"
        "<tr><th>C</th><td>2</td></tr></tbody><tbody><tr><td>3</td></tr></tbody></table>"
        "<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>"
        "<dl><div><dt>e</dt><dd>f</dd><dd>g</dd></div></dl>"
    )
    short = re.sub("</(td|th|tr|thead|tbody|li|dt|dd)>", "", whole)
    assert shape(read_tree(page(short))) == shape(read_tree(page(whole)))


def test_of_a_drawing_its_name_is_heard_and_its_words_are_read() -> None:
    body = '<svg><title>Naam</title><defs><mask><text>weg</text></mask></defs><g><text>12</text></g><path d=""/></svg>'
    said, _ = read_web(page(body))
    assert [(each.is_heard, each.is_picture, [text for _, text in each.parts]) for each in said.utterances] == [
        (True, False, ["Naam"]),
        (False, True, ["12"]),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "geen html-bestand van rapportage"),
        (b"%PDF-1.7", "geen html-bestand van rapportage"),
        (b"\xff\xfe<html>", "geen html-bestand van rapportage"),
        (b"<!DOCTYPE html>\n<html lang=nl><head></head><body>Iets</body></html>", "geen html-bestand van rapportage"),
        (page("<!-- weg --><p>Iets</p>"), "geen html-bestand van rapportage"),
        (page("<p>Iets"), "op regel 4 klopt de html niet"),
        (page("<p>Iets</div>"), "op regel 4 klopt de html niet"),
        (page('<p class="a" class="b">Iets</p>'), "op regel 4 klopt de html niet"),
        (page("<table><tbody><tr><td>Iets</p></table>"), "op regel 4 klopt de html niet"),
        (page("<ul><li><p>Iets<li></ul>"), "op regel 4 klopt de html niet"),
        (page("<p/>Iets"), "op regel 4 klopt de html niet"),
        (page("<div>" * 300 + "</div>" * 300), "te groot of te ingewikkeld"),
    ],
)
def test_what_is_no_edition_is_told(data: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "rapport.html"
    path.write_bytes(data)
    for source in (data, path):
        with pytest.raises(InspectionError, match=why):
            read_tree(source)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InspectionError, match=r"geen\.html"):
        read_tree(tmp_path / "geen.html")


def test_a_file_is_read_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rapport.html"
    path.write_bytes(page("<p>Iets</p>" * 100))
    read_tree(path)
    monkeypatch.setattr(tree, "MOST_BYTES", 500)
    with pytest.raises(InspectionError):
        read_tree(path)
    monkeypatch.setattr(tree, "MOST_BYTES", 50_000)
    monkeypatch.setattr("rapportage.proof.inspection.opening.MOST_STEPS", 50)
    with pytest.raises(InspectionError, match="te groot of te ingewikkeld"):
        read_tree(path)


@pytest.mark.parametrize("piece", ["<a ", "<a b='", "</", "&#", "<p>&amp", "<p a=1 b", "<p><br>"])
def test_what_is_damaged_takes_no_more_time_than_its_length(piece: str) -> None:
    start = time.process_time()
    with suppress(InspectionError):
        read_tree(page(piece * (300_000 // len(piece))))
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>x()</script>", "<script>"),
        ('<p hidden="">3</p>', "hidden"),
        ('<p style="display:none">3</p>', "style="),
        ('<p onclick="x()">3</p>', "onclick"),
        ('<p><img alt="" src="https://example.org/a.png"></p>', "src="),
        ('<iframe srcdoc="x"></iframe>', "<iframe>"),
    ],
)
def test_what_hides_fetches_or_runs_is_strange(body: str, what: str) -> None:
    _, besides = read_web(page(body))
    assert any(what in each for _, each in besides.strange)


def test_a_page_of_a_folder_is_told() -> None:
    data = page("<p>Iets</p>").replace(b"<title>", b'<link rel="stylesheet" href="stijl.css"><title>')
    with pytest.raises(InspectionError, match="een pagina van een map"):
        read_tree(data)
