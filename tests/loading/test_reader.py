"""Reading YAML: what each file may hold, where everything stands, and each fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.diagnostics import Findings
from rapportage.loading import load, load_bytes
from rapportage.loading.nodes import Kind, Mapping, Scalar

CASES = sorted((Path(__file__).parent / "faults").glob("*.yaml"))
_EXPECTED = re.compile(r"# fout: (\w+)")


def read(text: str | bytes) -> tuple[Mapping | None, Findings]:
    findings = Findings()
    data = text.encode() if isinstance(text, str) else text
    root = load_bytes(data, "proef.yaml", findings)
    assert root is None or isinstance(root, Mapping)
    return root, findings


def value(text: str) -> Scalar:
    root, findings = read(text)
    assert not findings.items
    assert root is not None
    found = root.entries[0][1]
    assert isinstance(found, Scalar)
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_says_its_own_fault(path: Path) -> None:
    """The expected fault stands in a comment on its line."""
    text = path.read_text(encoding="utf-8")
    expected = [
        (number, found[1]) for number, line in enumerate(text.splitlines(), 1) for found in _EXPECTED.finditer(line)
    ]
    findings = Findings()
    assert load(path, path.name, findings) is None
    assert sorted((item.span.line if item.span else 0, item.code) for item in findings) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NO", Kind.TEXT),
        ("yes", Kind.TEXT),
        ("on", Kind.TEXT),
        ("true", Kind.BOOLEAN),
        ("010", Kind.INTEGER),
        ("12:30", Kind.TEXT),
        ("2020-05-01", Kind.TEXT),
        ("1e3", Kind.DECIMAL),
        ("7.350", Kind.DECIMAL),
        ("0o17", Kind.INTEGER),
        ("~", Kind.EMPTY),
        ("", Kind.EMPTY),
        ("'12'", Kind.TEXT),
        (".", Kind.TEXT),
        ("<5", Kind.TEXT),
    ],
)
def test_the_core_schema_and_nothing_more(text: str, kind: Kind) -> None:
    found = value(f"a: {text}")
    assert found.kind is kind
    assert found.text == text.strip("'"), "numbers stay as they were typed"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("a: een twee drie", "drie", (1, 13)),
        ("a: 'een ''twee'' drie'", "drie", (1, 18)),
        ('a: "een \\u00eb \\"x\\" drie"', "drie", (1, 22)),
        ("a: |\n  een\n  twee drie\n", "drie", (3, 8)),
        ("a: |\n  een\n\n    twee drie\n", "drie", (4, 10)),
        ("a: >-\n  een\n  twee\n\n  drie\n", "drie", (5, 3)),
        ("a: een\n  twee\n  drie\n", "drie", (3, 3)),
        ('a: "een\n  twee\n  drie"\n', "drie", (3, 3)),
        ('a: "een \\\n  drie"\n', "drie", (2, 3)),
        ("b: [een, 'x drie']", "drie", (1, 13)),
    ],
)
def test_where_a_word_stands(text: str, word: str, place: tuple[int, int]) -> None:
    root, _ = read(text)
    assert root is not None
    node = root.entries[0][1]
    scalar = node if isinstance(node, Scalar) else node.items[-1]  # type: ignore[union-attr]  # a sequence in one case
    assert isinstance(scalar, Scalar)
    span = scalar.span_at(scalar.text.index(word), len(word))
    assert (span.line, span.column) == place
    assert span.file.line(span.line)[span.column - 1 :].startswith(word)


@given(
    st.lists(st.text("abcdeë", min_size=1, max_size=6), min_size=1, max_size=12, unique=True),
    st.sampled_from([">-", ">", "|", "|-"]),
    st.data(),
)
def test_every_word_of_a_block_is_found(words: list[str], style: str, data: st.DataObject) -> None:
    text = f"a: {style}\n"
    for word in words:
        text += f"  {word}" + data.draw(st.sampled_from(["\n", "\n\n", " "])).replace(" ", " x\n")
    scalar = value(text)
    for found in re.finditer(r"\S+", scalar.text):
        span = scalar.span_at(found.start(), len(found[0]))
        assert span.file.line(span.line)[span.column - 1 :].startswith(found[0])


def test_a_byte_that_is_no_utf_8() -> None:
    _, findings = read(b"een: 1\ntwee: caf\xe9\n")
    (item,) = findings
    assert (item.code, item.span and (item.span.line, item.span.column)) == ("L106", (2, 10))


def test_anchors_that_explode() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    _, findings = read("\n".join(lines))
    assert [item.code for item in findings] == ["L305"]


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    path.write_bytes(b"a: 1\n" + b"#" * 5_000_000)
    findings = Findings()
    assert load(path, "groot.yaml", findings) is None
    assert [item.code for item in findings] == ["L104"]


def test_what_is_no_file(tmp_path: Path) -> None:
    findings = Findings()
    assert load(tmp_path, "map", findings) is None
    assert load(tmp_path / "weg.yaml", "weg.yaml", findings) is None
    assert [item.code for item in findings] == ["L102", "L101"]


def test_merging_keeps_explicit_keys() -> None:
    root, findings = read("basis: &b {een: 1, twee: 2}\nmeer:\n  <<: *b\n  twee: 3\n")
    assert not findings.items
    assert root is not None
    inner = root.get("meer")
    assert isinstance(inner, Mapping)
    assert {key.text: node.text for key, node in inner.entries if isinstance(node, Scalar)} == {"twee": "3", "een": "1"}


def test_a_byte_order_mark_and_windows_lines_are_fine() -> None:
    root, findings = read(b"\xef\xbb\xbfeen: 1\r\ntwee: 2\r\n")
    assert not findings.items
    assert root is not None
    assert [key.text for key, _ in root.entries] == ["een", "twee"]
