"""Reading YAML: what each file may hold, where everything stands, and each fault."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportage.diagnostics import Findings
from rapportage.input.loading import load, load_bytes
from rapportage.input.loading.nodes import Kind, Mapping, Scalar

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
    load(path, path.name, findings)
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


def test_a_byte_that_is_no_utf_8() -> None:
    _, findings = read(b"een: 1\ntwee: caf\xe9\n")
    (item,) = findings
    assert (item.code, item.span and (item.span.line, item.span.column)) == ("L106", (2, 10))


def test_after_a_fault_that_leaves_the_tree_whole_the_root_is_given() -> None:
    """So that the rest of the file is checked too; not after one that leaves a hole."""
    assert read("een: 1\neen: 2\n")[0] is not None
    assert read("een: *weg\n")[0] is None


def test_a_value_with_an_anchor_or_a_label_is_itself() -> None:
    assert (value("a: &x 341").span.column, value("a: &x 341").kind) == (7, Kind.INTEGER)
    labelled = value("a: !!str 341")
    assert (labelled.span.column, labelled.kind, labelled.plain) == (10, Kind.TEXT, False)


def test_a_tab_tells_where_the_others_are() -> None:
    _, findings = read("a:\n\tb: 1\n\tc: 2\n")
    assert [item.hint for item in findings] == ["spring in met spaties (ook op regel 3)"]


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


def test_what_can_not_be_read_says_so_in_dutch(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.yaml")
    findings = Findings()
    assert load(tmp_path / "pijp.yaml", "pijp.yaml", findings) is None
    assert load(tmp_path / ("x" * 300), "lang.yaml", findings) is None
    assert [item.message for item in findings] == ["pijp.yaml is geen gewoon bestand", "lang.yaml is niet te lezen"]


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


@given(
    st.binary(max_size=40) | st.text("ab:-?[]{}#&*!|>'\"%@`,\n\t \\\x85\ufeff\U0001fffe<", max_size=40).map(str.encode)
)
def test_no_file_is_too_strange(data: bytes) -> None:
    root, findings = read(data)
    assert root is not None or findings.has_errors
    assert all(item.span is not None for item in findings)
