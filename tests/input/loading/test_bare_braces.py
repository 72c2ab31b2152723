"""Values with {{ … }} that lack their quotes: each is told at its place, with what to write."""

from __future__ import annotations

import re
import time

import pytest
import yaml

from rapportage.diagnostics import Findings
from rapportage.input.loading import load_bytes
from rapportage.input.loading.bare_braces import with_quotes, without_quotes
from rapportage.input.loading.walk import scalars
from tests.input.schema.files import LAYOUT

QUOTED = [*re.finditer(r'"(\{\{[^"\n]*\}\})"', LAYOUT)]


@pytest.mark.parametrize("number", range(len(QUOTED)))
def test_every_value_of_a_layout_without_its_quotes(number: int) -> None:
    found = QUOTED[number]
    spoilt = LAYOUT[: found.start()] + found[1] + LAYOUT[found.end() :]
    findings = Findings()
    root = load_bytes(spoilt.encode(), "layouts/l.yaml", findings)
    (told,) = findings
    assert told.code == "L201"
    assert told.span is not None
    assert told.span.file.offset(told.span.line, told.span.column) == found.start()
    assert told.span.length == len(found[1])
    assert told.hint == f'schrijf: "{found[1]}"'
    assert root is not None
    assert not root.is_whole
    good = load_bytes(LAYOUT.encode(), "layouts/l.yaml", Findings())
    assert good is not None
    assert [each.text for each in scalars(root)] == [each.text for each in scalars(good)]
    (value,) = [each for each in scalars(root) if each.span == told.span]
    assert value.span_at(3).column == told.span.column + 3


def test_all_of_them_at_once() -> None:
    spoilt = re.sub(r'"(\{\{[^"\n]*\}\})"', r"\1", LAYOUT)
    findings = Findings()
    root = load_bytes(spoilt.encode(), "layouts/l.yaml", findings)
    assert root is not None
    assert [item.code for item in findings] == ["L201"] * len(QUOTED)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: {{ b }}\n", ["{{ b }}"]),
        ("- {{ b }}\n- c\n", ["{{ b }}"]),
        ("a: {{ b }} en {{ c }} # toe\nd: e\n", ["{{ b }} en {{ c }}"]),
        ("a: {{ b }}\n   en meer\nd: e\n", ["{{ b }}\n   en meer"]),
        ("a:\n  {{ b }}\n", ["{{ b }}"]),
        ("a: {% if b %}c{% endif %}\n", ["{% if b %}c{% endif %}"]),
        ("a: {b: {{ c }}, d: e}\n", ["{{ c }}"]),
        ("a: {b: {{ c }} mensen, d: {{ e }}}\n", ["{{ c }} mensen", "{{ e }}"]),
        ("a: {b: Uit {{ c }} en {{ d }}, e: f}\n", ["Uit {{ c }} en {{ d }}"]),
        ("a: [{{ c }}, {{ d['x'] }}]\n", ["{{ c }}", "{{ d['x'] }}"]),
        ("a: {b: {{ c['x'].y | z(1, 2) }}}\n", ["{{ c['x'].y | z(1, 2) }}"]),
        ("a: {b: 'x {{ c }}', d: \"{{ e }}\"}\n", []),
        ("a: |\n  b: {{ c }}\n  - {{ d }}\ne: {{ f }}\n", ["{{ f }}"]),
        ("- a: |\n    b: {{ c }}\n  d: {{ e }}\n", ["{{ e }}"]),
        ("- a: >-\n\n    b: {{ c }}\n", []),
        ("a: auto's {{ b }}\n", []),
        ("a: Er waren\n  {{ b }} mensen\n", []),
        ("# a: {{ b }}\nc: d # {{ e }}\n", []),
        ("a: 'x\n  b: {{ c }}'\n", []),
    ],
)
def test_where_they_are(text: str, values: list[str]) -> None:
    found = without_quotes(text)
    assert [text[start:end] for start, end in found] == values
    made = with_quotes(text, found)
    assert len(made) == len(text)
    assert [place for place, char in enumerate(made) if char == "\n"] == [
        place for place, char in enumerate(text) if char == "\n"
    ]
    yaml.safe_load(made)


def test_what_yaml_can_read_is_not_looked_at() -> None:
    findings = Findings()
    assert load_bytes(b"a: |\n  {{ b }}\nc: {'{{ d }}': e}\nf: x {{ g }} y\n", "l.yaml", findings) is not None
    assert not list(findings)


def test_quotes_of_the_other_kind_or_a_block() -> None:
    findings = Findings()
    load_bytes(b'a: {{ b["c"] }}\nd: {{ e["f"] + g[\'h\'] }}\n', "l.yaml", findings)
    assert [item.hint for item in findings] == [
        "schrijf: '{{ b[\"c\"] }}'",
        "zet haar achter | op een eigen regel, ingesprongen",
    ]


@pytest.mark.parametrize("text", ["a: { " + "{{ b }}, " * 20_000, "a: {{\n" * 20_000, "- [{{ " * 20_000, "{{" * 50_000])
def test_it_takes_no_time(text: str) -> None:
    started = time.process_time()
    assert len(with_quotes(text, without_quotes(text))) == len(text)
    assert time.process_time() - started < 5
