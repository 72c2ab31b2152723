"""Lines: where they break, and where they may not."""

from __future__ import annotations

import pytest

from rapportage.document import Content, LineBreak, NoteMark, Text, Value
from rapportage.fonts import SOFT_HYPHEN, source_sans
from rapportage.layout.hyphenation import break_points
from rapportage.layout.inline import InlineContext, runs
from rapportage.layout.lines import LineBreaker
from rapportage.layout.structure import Element
from rapportage.theme import default_theme

BREAKER = LineBreaker(source_sans())
STYLE = default_theme().text


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


def test_a_word_wider_than_the_line_is_cut() -> None:
    lines = broken(30, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    assert len(lines) > 3
    assert "".join(lines) == "a" * 30


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
