"""Lines: where they break, and where they may not."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rapportage.document import Content, LineBreak, NoteMark, Text, Value
from rapportage.document.characters import SOFT_HYPHEN, is_within_number
from rapportage.pages.fonts import source_sans
from rapportage.pages.layout.paragraphs.hyphenation import LONGEST, break_points
from rapportage.pages.layout.paragraphs.inline import InlineContext, Run, runs
from rapportage.pages.layout.paragraphs.lines import LineBreaker
from rapportage.pages.layout.room import TooWide
from rapportage.pages.layout.structure import Element
from rapportage.pages.theme import default_theme

BREAKER = LineBreaker(source_sans())
STYLE = default_theme().text
PARTS = [
    "12",
    "3.456",
    "%",
    ".",
    ",",
    "−",
    "<",
    "a",
    "verantwoording",
    "Syrië",
    "-",
    "/",
    "(",
    "https://ind.nl/",
    " ",
    "é",
]


def broken(width: float, *content: str | Text | Value | NoteMark | LineBreak) -> list[str]:
    """The lines of a paragraph of `width` points, a hyphen that was put in shown as '=', a bound space as '~'."""
    items: Content = tuple(Text(item) if isinstance(item, str) else item for item in content)
    made = runs(items, STYLE, Element("P"), InlineContext("#01689b", {}, set(), set()))
    lines = BREAKER.lines(BREAKER.words(made), width)
    assert all(line.width <= width + 0.01 for line in lines)
    texts = ["".join(fragment.text for fragment in line.fragments) for line in lines]
    return [text.replace(SOFT_HYPHEN, "=").replace("\u00a0", "~") for text in texts]


def test_a_word_that_does_not_fit_goes_to_the_next_line_or_is_hyphenated() -> None:
    assert broken(85, "Het aantal aanvragen daalde sterk.") == [
        "Het aantal aanvra=",
        "gen daalde sterk.",
    ]


def test_the_last_word_is_not_hyphenated() -> None:
    assert broken(90, "Het gaat om samenwerking") == ["Het gaat om ", "samenwerking"]


def test_names_and_figures_are_not_hyphenated() -> None:
    assert broken(80, "Mensen uit Afghanistan kwamen.") == [
        "Mensen uit ",
        "Afghanistan ",
        "kwamen.",
    ]
    assert broken(60, "In totaal ", Value("12.345.678"), " stuks.") == [
        "In totaal ",
        "12.345.678 ",
        "stuks.",
    ]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("een twee 5 km", "5~km"),
        ("sinds mei 2020 en", "mei~2020"),
        ("op 24 juni 2020 is", "24~juni~2020"),
        ("zie art. 8 van", "art.~8"),
        ("in Tabel 3 en", "Tabel~3"),
        ("in week 23 van", "week~23"),
        ("met € 50 per", "€~50"),
        ("zo'n 1 000 000 keer", "1~000~000"),
        ("bij < 5 mensen", "<~5"),
    ],
)
def test_what_belongs_together_is_bound(text: str, bound: str) -> None:
    assert bound in " ".join(broken(10_000, text))


def test_a_figure_and_its_unit_are_bound_across_runs() -> None:
    assert broken(10_000, Value("5"), " km verder") == ["5~km verder"]


def test_a_note_mark_stays_with_its_word() -> None:
    assert broken(49, "bij de grens", NoteMark("n", "1"), " staan") == [
        "bij de ",
        "grens1 ",
        "staan",
    ]


def test_at_most_two_hyphens_in_a_row() -> None:
    text = "verantwoordelijkheidsverdeling " * 6 + "einde"
    hyphens = [line.endswith("=") for line in broken(110, text)]
    assert "TrueTrueTrue" not in "".join(str(ends) for ends in hyphens)
    assert any(hyphens)


def test_a_line_break_of_the_text_is_kept_and_reads_as_a_space() -> None:
    assert broken(500, "een", LineBreak(), "twee") == ["een ", "twee"]


def test_a_word_wider_than_the_line_is_cut_with_a_hyphen() -> None:
    lines = broken(30, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    assert len(lines) > 3
    assert all(line.endswith("=") for line in lines[:-1])
    assert "".join(lines).replace("=", "") == "a" * 30


def test_an_address_wider_than_the_line_is_cut_without() -> None:
    lines = broken(30, "(https://ind.nl/verantwoordelijkheidsverdelingen)")
    assert "".join(lines) == "(https://ind.nl/verantwoordelijkheidsverdelingen)"


@pytest.mark.parametrize("number", ["123.456.789.123", "12.345,6%", "1\u202f000\u202f000\u202f000"])
def test_a_number_wider_than_the_line_is_not_broken(number: str) -> None:
    with pytest.raises(TooWide, match=re.escape(number)):
        broken(30, "van ", Value(number))


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map("".join), st.floats(30, 200))
@example("van 1.234 naar 5.678 in mei", 45.0)  # several lines
def test_no_number_is_ever_broken(text: str, width: float) -> None:
    """Whatever it stands in and however narrow the line is: it fits, or there is no line at all."""
    try:
        lines = broken(width, text)
    except TooWide:
        return
    for line, after in pairwise(lines):
        line, after = line.replace("~", "\u00a0"), after.replace("~", "\u00a0")  # noqa: PLW2901
        if line[-1:] not in " =":
            assert not is_within_number(line + after, len(line)), (line, after)


@pytest.mark.parametrize("word", ["arbeids\u00adongeschiktheids\u00adverzekering", "arbeids\u200bongeschikt"])
def test_a_soft_hyphen_is_a_place_to_break_and_no_sign(word: str) -> None:
    whole = word.replace("\u00ad", "").replace("\u200b", "")
    assert broken(500, word) == [whole]
    hyphen = "=" if "\u00ad" in word else ""
    assert broken(40, word)[0] == "arbeids" + hyphen
    assert "".join(broken(60, word)).replace("=", "") == whole
    assert broken(500, Text(word[:8], bold=True), word[8:]) == [whole], "across runs"


@pytest.mark.parametrize("char", ["\u200d", "\u200c", "\u2060", "\ufe0f", "\u200b"])
def test_a_format_character_is_not_drawn(char: str) -> None:
    assert broken(500, f"woning{char}nood en {char}") == ["woningnood en "]


def test_a_word_joiner_allows_no_break() -> None:
    assert broken(45, "x ", "IND-cijfers") == ["x IND-", "cijfers"]
    assert broken(45, "x ", "IND-\u2060cijfers") == ["x ", "IND-cijfers"]


class CountingBreaker(LineBreaker):
    """Counts the letters that are measured."""

    measured = 0

    def width(self, run: Run, text: str) -> float:
        self.measured += len(text)
        return super().width(run, text)


@pytest.mark.parametrize("part", ["beleidsstuk", "www.a.nl/pad/", "half-om-", "a @", "i"])
def test_a_longer_word_takes_no_more_work_for_each_letter(part: str) -> None:
    """The letters that are measured: of a word that is broken over many lines, only what a line can have."""
    counts = []
    for times in (400, 1600):
        breaker = CountingBreaker(source_sans())
        text = "".join(part.split()) * times
        made = runs((Text(text),), STYLE, Element("P"), InlineContext("#01689b", {}, set(), set()))
        words = breaker.words(made)
        lines = breaker.lines(words, 200)
        breaker.least_width(words)
        assert "".join(each.text for line in lines for each in line.fragments).replace(SOFT_HYPHEN, "") == text
        counts.append(breaker.measured / len(text))
    assert counts[1] < 1.5 * counts[0] + 20


def test_a_part_of_a_word_that_is_longer_than_any_word_has_no_syllables() -> None:
    word = "beleidsstuk" * 6
    assert list(break_points(word[:LONGEST], hyphenate=True))
    assert not list(break_points(word, hyphenate=True))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("gegevensverzameling", "ge=ge=vens=ver=za=me=ling"),
        ("Nederland", "Nederland"),
        ("IND-cijfers", "IND-/cij=fers"),
        ("https://ind.nl/nieuws/mei", "https:///ind./nl//nieuws//mei"),
        ("2018-2019", "2018-2019"),
        ("(aanvragen)", "(aan=vra=gen)"),
    ],
)
def test_break_points(word: str, parts: str) -> None:
    """'=' is a break with a hyphen, '/' one without."""
    shown, start = "", 0
    for offset, with_hyphen in break_points(word, hyphenate=True):
        shown += word[start:offset] + ("=" if with_hyphen else "/")
        start = offset
    assert shown + word[start:] == parts
