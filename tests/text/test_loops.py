"""`{% for %}` in a text: what it says, what it refuses, and how much it may make."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import List, Paragraph, Value, plain_text, values, walk
from rapportage.pipeline import BuildRequest, BuildResult, build, trace
from tests.faults import built, lines, project

PERIOD = """\
periode: {code}
uitgave: {{datum: {date}}}
bronnen: {{cbs: {{titel: Woningen, uitgever: CBS}}}}
cijfers:
  woningen:
    titel: Opgeleverde woningen
    eenheid: woningen
    bron: cbs
    totaal: 1000
    naar:
      gemeente: {{Amsterdam: {first}, Utrecht: 200, "'s-Hertogenbosch": 120, Oss: 80, onbekend: 50}}
  sloop:
    titel: Gesloopte woningen
    eenheid: woningen
    bron: cbs
    totaal: 90
    naar:
      gemeente: {{Amsterdam: 40, Utrecht: 20, Oss: .}}
  huur:
    titel: Huurwoningen
    eenheid: woningen
    bron: cbs
    totaal: 7
"""
LAYOUT = "titel: Proef\nnoten: {n: Een noot.}\nblokken:\n  - kop: Stand\n  - tekst: |\n"


def monitor(folder: Path, text: str) -> tuple[BuildResult | None, Findings]:
    project(folder, layout=LAYOUT + "".join(f"      {line}\n" for line in text.split("\n")))
    for code, date, first in (("2025-Q4", "2026-02-05", 300), ("2026-Q1", "2026-05-05", 400)):
        written = PERIOD.format(code=code, date=date, first=first)
        (folder / "data" / f"{code}.yaml").write_text(written, encoding="utf-8")
    findings = Findings()
    return build(BuildRequest("proef", "2026-Q1", folder), findings), findings


def said(folder: Path, text: str) -> list[str]:
    """The paragraphs, those of lists among them."""
    result, findings = monitor(folder, text)
    assert result is not None, lines(findings)
    blocks = walk(result.document.blocks)
    return [plain_text(each.content).replace("\u00a0", " ") for each in blocks if isinstance(each, Paragraph)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{% for rij in woningen | top(3) %}{{ loop.tussen }}{{ rij.naam }} {{ rij }}{% endfor %}.",
            ["Amsterdam 400, Utrecht 200 en 's-Hertogenbosch 120."],
        ),
        ("{% for rij in woningen | top(1) %}{{ loop.tussen }}{{ rij.naam }}{% endfor %}.", ["Amsterdam."]),
        (
            "{% for rij in woningen | top(2) %}{% if loop.eerste %}Eerst {% endif %}{{ loop.nummer }} van de "
            "{{ loop.aantal }}: {{ rij.naam }}{% if loop.laatste %}.{% else %}; {% endif %}{% endfor %}",
            ["Eerst 1 van de 2: Amsterdam; 2 van de 2: Utrecht."],
        ),
        (
            "{% for rij in woningen | top(2) %}\nIn {{ rij.naam }} {{ rij }}.\n\n{% endfor %}",
            ["In Amsterdam 400.", "In Utrecht 200."],
        ),
        ("{% for rij in woningen %}{{ rij.naam }} {% endfor %}", ["Amsterdam Utrecht 's-Hertogenbosch Oss"]),
        (
            "{% for rij in woningen | alle %}{{ rij.naam }} {% endfor %}",
            ["Amsterdam Utrecht 's-Hertogenbosch Oss onbekend"],
        ),
        (
            "{% for p in woningen | reeks('2025-Q4') %}{{ loop.tussen }}{{ p }}{% endfor %}",
            ["1.000 en 1.000"],
        ),
        (
            "{% for rij in woningen | top(2) %}{{ rij.naam }}:{% for p in woningen | top(2) %} {{ rij }}/{{ p }}"
            "{% endfor %}{% if not loop.laatste %}; {% endif %}{% endfor %}",
            ["Amsterdam: 400/400 400/200; Utrecht: 200/400 200/200"],
        ),
        (
            "{% for rij in woningen | top(2) %}{% if rij > rij.vorige %}ja{% else %}nee{% endif %} {% endfor %}",
            ["ja nee"],
        ),
        ("Geen: {% for rij in sloop | onderdrukte %}{{ rij.naam }}{% else %}er is er geen{% endfor %}.", [
            "Geen: er is er geen."
        ]),
    ],
)  # fmt: skip
def test_what_a_loop_says(text: str, expected: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, text) == expected


def test_a_list_has_an_item_for_each(tmp_path: Path) -> None:
    text = "Dit zijn:\n\n{% for rij in woningen | top(3) %}\n- {{ rij.naam }}: {{ rij }}\n{% endfor %}\n\nKlaar."
    result, findings = monitor(tmp_path, text)
    assert result is not None, lines(findings)
    kinds = [type(block).__name__ for block in walk(result.document.blocks)]
    (listed,) = (block for block in walk(result.document.blocks) if isinstance(block, List))
    assert len(listed.items) == 3
    assert kinds.count("List") == 1
    assert not list(findings)


def test_a_line_of_nothing_but_tags_leaves_nothing(tmp_path: Path) -> None:
    """Else an empty line would part the items, or end the paragraph."""
    text = (
        "{% for rij in woningen | top(2) %}{% if rij > 1 %}\n- {{ rij.naam }}\n{% endif %}{# klaar #} {% endfor %}\n"
        "- slot"
    )
    assert said(tmp_path, text) == ["Amsterdam", "Utrecht", "slot"]
    result, _ = monitor(tmp_path, text)
    assert result is not None
    (listed,) = (block for block in walk(result.document.blocks) if isinstance(block, List))
    assert len(listed.items) == 3


def test_every_figure_is_traced_to_the_one_place_of_its_expression(tmp_path: Path) -> None:
    result, findings = monitor(tmp_path, "{% for rij in woningen | top(3) %}{{ rij.naam }} {{ rij }}, {% endfor %}")
    assert result is not None, lines(findings)
    (paragraph,) = (block for block in walk(result.document.blocks) if isinstance(block, Paragraph))
    figures = [value for value in values(paragraph.content) if isinstance(value, Value) and value.trace]
    assert [each.trace.inputs[0].category for each in figures if each.trace] == [
        "Amsterdam",
        "Utrecht",
        "'s-Hertogenbosch",
    ]
    assert {(each.origin.line, each.origin.column) for each in figures if each.origin} == {(6, 59)}


def test_a_note_in_a_loop_is_one_note(tmp_path: Path) -> None:
    result, findings = monitor(tmp_path, "{% for rij in woningen | top(3) %}{{ rij.naam }}[^n] {% endfor %}")
    assert result is not None, lines(findings)
    assert [note.mark for note in result.document.notes] == ["1"]


FAULTS = [
    ("{% for rij in woningen %}{{ rij }}", "6:10", "T110", "'for' zonder 'endfor'"),
    ("{{ woningen }}{% endfor %}", "6:24", "T110", "'endfor' zonder 'for'"),
    ("{% for rij in woningne %}{{ rij }}{% endfor %}", "6:21", "T105", "bedoelt u 'woningen'"),
    ("{% for rij in huur %}{{ rij }}{% endfor %}", "6:21", "T305", "geen enkel cijfer"),
    ("{% for rij in woningen['Oss'] %}{{ rij }}{% endfor %}", "6:21", "T302", "een rij cijfers"),
    ("{% for rij in 'tekst' %}{{ rij }}{% endfor %}", "6:21", "T302", "een rij cijfers"),
    ("{% for sloop in woningen %}{{ sloop }}{% endfor %}", "6:14", "T110", "{% for rij in woningen %}"),
    ("{% for loop in woningen %}x{% endfor %}", "6:14", "T110", "'loop'"),
    ("{% for Rij in woningen %}x{% endfor %}", "6:14", "T110", "kleine letters"),
    ("{% for a, b in woningen %}x{% endfor %}", "6:14", "T110", "na 'for' hoort een naam"),
    ("{% for rij woningen %}x{% endfor %}", "6:14", "T110", "na 'for' hoort een naam"),
    ("{% for %}x{% endfor %}", "6:10", "T110", "na 'for' hoort een naam"),
    ("{% for rij in %}x{% endfor %}", "6:14", "T110", "na 'for' hoort een naam"),
    ("{% for rij in woningen %}{% for rij in sloop %}x{% endfor %}{% endfor %}", "6:39", "T110", "{% for deel in"),
    ("{% for rij in woningen %}{% if rij > 1 %}{{ rij }}{% endfor %}", "6:35", "T110", "'if' zonder 'endif'"),
    ("{% if huur > 1 %}{% for rij in woningen %}{{ rij }}{% endif %}", "6:27", "T110", "'for' zonder 'endfor'"),
    ("{% for rij in woningen %}{{ rij }}{% endif %}", "6:44", "T110", "{% endfor %}"),
    ("{% for rij in woningen %}{% elif huur > 1 %}{% endfor %}", "6:35", "T110", "'elif' zonder 'if'"),
    ("{% for rij in woningen %}x{% endfor rij %}", "6:43", "T110", "hoort niets"),
    ("{% for rij in woningen %}x{% endfor %}{{ rij }}", "6:48", "T105", "onbekende naam 'rij'"),
    ("{% for rij in sloop %}x{% else %}{{ rij }}{% endfor %}", "6:43", "T105", "onbekende naam 'rij'"),
    ("{{ loop.eerste }}", "6:10", "T105", "onbekende naam 'loop'"),
    ("{% for rij in woningen %}{{ loop.erste }}{% endfor %}", "6:", "T303", "bedoelt u 'eerste'"),
    ("{% for rij in sloop | onderdrukte %}x{% endfor %}", "6:21", "T305", "{% else %}"),
    ("{% voor rij in woningen %}x", "6:10", "T109", "{% for rij in"),
]


@pytest.mark.parametrize(("text", "place", "code", "words"), FAULTS)
def test_a_fault_of_a_loop(text: str, place: str, code: str, words: str, tmp_path: Path) -> None:
    result, findings = monitor(tmp_path, text)
    assert result is None
    first = next(iter(findings))
    assert first.span is not None
    assert f"{first.span.line}:{first.span.column}".startswith(place)
    assert first.code == code
    assert words in f"{first.message} {first.hint}"
    assert len({each.code for each in findings}) == 1, lines(findings)


def test_a_fault_in_every_turn_is_told_once(tmp_path: Path) -> None:
    """Of three places none is known two periods before; and another fault in the loop is not hidden by it."""
    text = "{% for rij in woningen | top(3) %}{{ rij.vorige.vorige }} {{ woningen['Os'] }} {% endfor %}{{ zoek }}"
    result, findings = monitor(tmp_path, text)
    assert result is None
    assert sorted(item.code for item in findings) == ["T105", "T305", "T306"]
    text = "{% for rij in woningen.vorige | top(3) %}{{ rij.vorige }}{% endfor %}"
    _, findings = monitor(tmp_path, text)
    assert [item.message for item in findings] == [
        "'Amsterdam' over het derde kwartaal van 2025 is onbekend (en hier nog 2 keer zo)"
    ]


def nested(inner: str, depth: int) -> str:
    opened = "".join(f"{{% for r{number} in woningen %}}" for number in range(depth))
    return opened + inner + "{% endfor %}" * depth


@pytest.mark.parametrize(
    ("inner", "depth", "code"),
    [
        ("", 5, None),
        ("", 6, "T307"),
        ("x", 19, "T307"),
        ("x" * 400, 5, "T307"),
        ("{% if r0 > 1 %}{{ r0 | getal }}{% endif %}" * 60, 5, "T307"),
        ("x", 21, "T110"),
        ("x", 500, "T110"),
    ],
)
def test_how_often_loops_go_round_is_bounded(inner: str, depth: int, code: str | None, tmp_path: Path) -> None:
    """In turns, in characters and in pieces, whatever is in them; it is told once."""
    started = time.process_time()
    _, findings = monitor(tmp_path, nested(inner, depth))
    assert [item.code for item in findings].count("T307") == (code is not None)
    assert {item.code for item in findings} <= {code, "T307"}
    assert code in [None, *(item.code for item in findings)]
    assert time.process_time() - started < 10


def test_loops_and_their_choices_nest(tmp_path: Path) -> None:
    """Whatever is opened last is closed first; a choice in a loop in a choice, with an else each."""
    text = (
        "{% if huur > 100 %}weg{% else %}{% for rij in woningen | top(2) %}{% if rij > 300 %}groot"
        "{% elif rij > 100 %}klein{% else %}niets{% endif %} {% else %}geen{% endfor %}{% endif %}"
    )
    assert said(tmp_path, text) == ["groot klein"]


def test_the_pdf_says_what_was_meant(tmp_path: Path) -> None:
    text = "{% for rij in woningen %}\n1. {{ rij.naam }}: {{ rij.aandeel | pct(1) }}[^n]\n{% endfor %}"
    result, findings = monitor(tmp_path, text)
    assert result is not None, lines(findings)
    report = trace(result, "2026-Q1")
    assert not report.faults
    assert len(report.figures) == 4


def test_a_gap_in_a_draft(tmp_path: Path) -> None:
    """A row of which nothing is filled in yet is a gap, not a fault."""
    folder = project(tmp_path, text="Het grootst: {% for rij in aanvragen | top(2) %}{{ rij.naam }} {% endfor %}.")
    path = folder / "data" / "2020-05.yaml"
    empty = path.read_text(encoding="utf-8").replace("106", "").replace("26,", ",").replace("19,", ",")
    path.write_text(empty.replace("<5", ""), encoding="utf-8")
    findings = Findings()
    result = build(BuildRequest("proef", "2020-05", folder, draft=True), findings)
    assert result is not None, lines(findings)
    (paragraph,) = [each for each in walk(result.document.blocks) if isinstance(each, Paragraph)]
    assert plain_text(paragraph.content) == "Het grootst: [nog in te vullen]."
    assert "T310" in [item.code for item in findings]
    assert built(folder)[0] is None
