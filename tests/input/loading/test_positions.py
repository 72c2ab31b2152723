"""Where characters of a value stand in the file, for every way of writing one."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rapportage.diagnostics import Findings
from rapportage.input.loading import load_bytes
from rapportage.input.loading.nodes import Mapping, Node, Scalar


def first_value(text: str) -> Scalar | None:
    root = load_bytes(text.encode(), "proef.yaml", Findings())
    found: Node | None = root.entries[0][1] if isinstance(root, Mapping) else None
    return found if isinstance(found, Scalar) else None


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("a: een twee drie", "drie", (1, 13)),
        ("a: 'een ''twee'' drie'", "drie", (1, 18)),
        ('a: "een \\u00eb \\"x\\" drie"', "drie", (1, 22)),
        ("a: |\n  een\n  twee drie\n", "drie", (3, 8)),
        ("a: |\n  een\n\n    twee drie\n", "drie", (4, 10)),
        ("a: |2-  # zo\n   een\n  drie\n", "drie", (3, 3)),
        ("a: >-\n  een\n  twee\n\n  drie\n", "drie", (5, 3)),
        ("a: >+\n\n  een \\\n    twee\n  drie\n\n", "drie", (5, 3)),
        ("a: een\n  twee\n  drie\n", "drie", (3, 3)),
        ('a: "een\n  twee\n  drie"\n', "drie", (3, 3)),
        ('a: "een \\\n\n  drie"\n', "drie", (3, 3)),
        ('a: "een\\ttwee\\n drie"\n', "drie", (1, 17)),
        ("a: &x een drie", "drie", (1, 11)),
        ("a: !!str\n  'een drie'", "drie", (2, 8)),
    ],
)
def test_where_a_word_stands(text: str, word: str, place: tuple[int, int]) -> None:
    scalar = first_value(text)
    assert scalar is not None
    span = scalar.span_at(scalar.text.index(word), len(word))
    assert (span.line, span.column, span.length) == (*place, len(word))


def test_an_escape_is_as_long_as_it_is_written() -> None:
    scalar = first_value('a: "x\\u00eby"')
    assert scalar is not None
    assert (scalar.span_at(1).column, scalar.span_at(1).length) == (6, 6)


def test_past_the_end_is_just_after_the_text() -> None:
    for text, column in (("a: bc", 6), ("a: 'bc'", 7), ("a: ''", 5)):
        scalar = first_value(text)
        assert scalar is not None
        assert scalar.span_at(99).column == column


_PIECES = {
    "'": st.sampled_from(["a", "é", "\\", "''", '"', " ", "\n ", "\n\n  "]),
    '"': st.sampled_from(
        ["a", "é", "'", " ", "\n ", "\n\n  ", "\\\n  ", "\\\n\n ", "\\n", "\\t", "\\ ", '\\"', "\\u00eb"]
    ),
    "": st.sampled_from(["a", "é", "\\", "'", " ", "  ", "\n ", "\n\n  "]),
}
_DECODED = {'\\"': '"', "\\u00eb": "ë"}


@st.composite
def flow_scalars(draw: st.DrawFn) -> str:
    quote = draw(st.sampled_from(list(_PIECES)))
    pieces = draw(st.lists(_PIECES[quote], max_size=14))
    return f"{quote}{''.join(pieces)}{quote}" if quote else "a" + "".join(pieces)


@st.composite
def block_scalars(draw: st.DrawFn) -> str:
    header = draw(st.sampled_from(["|", "|-", "|+", ">", ">-", ">+"]))
    lines = draw(st.lists(st.text("aé \t\\'\"#", max_size=6), min_size=1, max_size=6))
    return "\n".join([header, "  a", *(f"  {line}" if line.strip() else line[:2] for line in lines), ""])


@settings(max_examples=300)
@given(flow_scalars() | block_scalars())
def test_every_character_is_found(raw: str) -> None:
    scalar = first_value(f"sleutel: {raw}\n")
    assume(scalar is not None)
    assert scalar is not None
    last = (0, 0)
    for offset, char in enumerate(scalar.text):
        span = scalar.span_at(offset)
        there = span.file.line(span.line)[span.column - 1 :]
        written = there[: span.length]
        assert last < (span.line, span.column), "in the order of the text"
        last = span.line, span.column
        if char not in " \t\n":
            assert _DECODED.get(written, written[:1] if raw[0] == "'" else written) == char
