"""Elements of HTML: whatever a user writes stays words."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from rapportage.html.markup import Markup, block, element, joined, lines, void

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


class Reader(HTMLParser):
    """What a browser makes of it: one element, with its attributes and its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.seen.append(data)


@given(TEXT, TEXT)
def test_words_and_values_come_back_as_they_were(words: str, value: str) -> None:
    reader = Reader()
    reader.feed(element("p", {"title": value}, words))
    reader.close()
    first, *said = reader.seen
    assert first == ("p", [("title", value or None)])
    assert "".join(map(str, said)) == words


def test_markup_is_not_escaped_again() -> None:
    inner = element("b", None, "a < b")
    assert element("p", {"class": None, "hidden": ""}, inner, " & c") == "<p hidden><b>a &lt; b</b> &amp; c</p>"
    assert isinstance(inner, Markup)


def test_children_stand_on_lines_of_their_own_only_where_that_says_nothing() -> None:
    assert block("ul", {"start": 3}, element("li", None, "a"), Markup(""), element("li", None, "b")) == (
        "<ul start=3>\n<li>a\n<li>b\n</ul>"
    )
    assert joined(("a", void("br"), "b")) == "a<br>b"
    assert lines(("a", "", "b")) == "a\nb"
