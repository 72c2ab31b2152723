"""What stands where there is no number: one rule for every value, every operation and every place.

A blank is what can't exist or is of a later period, a point what is unknown or says nothing; a sentence is refused.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity
from rapportage.document import Chart, Document, KeyFigures, Paragraph, Table, Value, walk
from rapportage.figures.words.periods import capitalised
from rapportage.pipeline import BuildRequest, compose

HEAD = """\
periode: 2020-05
uitgave: {datum: 2020-06-20}
bronnen:
  b: {titel: Titel, uitgever: CBS, datum: 2020-06-20}
cijfers:
  m:
    titel: M
    eenheid: personen
    bron: b
    naar: {soort: {nul: 0, klein: 3, gewoon: 50, onbekend: ., geheim: <5, nooit: n.v.t., voorlopig: 40*}}
"""
SERIES = """\
  {name}:
    titel: {name}
    eenheid: personen
    bron: b
    afgerond_op: {step}
    totaal: {value}
"""
VALUES = {
    "nul": "0", "klein": "3", "gewoon": "50", "onbekend": ".", "geheim": "<5", "nooit": "n.v.t.", "voorlopig": "40*",
    "bijna": "~0", "later": "7",
}  # fmt: skip
FIGURES = {"later": "gewoon['2020-06']"}
"""How a value is asked, where that is not by its name: of June there is no file."""
OPERATIONS = {
    "figure": "{v}",
    "part": "{v} | aandeel(g)",
    "whole": "g | aandeel({v})",
    "points": "g | verschil({v})",
    "change to": "{v} | procentueel(g)",
    "change from": "g | procentueel({v})",
    "index": "g | index({v})",
}

UNKNOWN, SECRET, SMALL = (".", "onbekend"), ("<5", "minder dan 5"), (".", "te klein voor een percentage")
NEVER, LATER = ("", "niet van toepassing"), ("", "nog niet bekend")
NEAR = ("0", "minder dan de helft van de eenheid")
EXPECTED: dict[str, tuple[object, ...]] = {
    "nul": ("0", "0%", NEVER, "100", "−100%", NEVER, NEVER),
    "klein": ("3", "3%", "3.333%", "97", "−97%", SMALL, SMALL),
    "gewoon": ("50", "50%", "200%", "50", "−50%", "100%", "200"),
    "onbekend": (UNKNOWN,) * 7,
    "geheim": (SECRET, *[UNKNOWN] * 6),
    "nooit": (NEVER,) * 7,
    "voorlopig": ("40*", "40%*", "250%*", "60*", "−60%*", "150%*", "250*"),
    "bijna": (NEAR, "ongeveer 0%", SMALL, "ongeveer 100", "ongeveer −100%", SMALL, SMALL),
    "later": (LATER,) * 7,
}
"""In a table, in the order of the operations: as it is shown, or its sign with what is said of it."""
REFUSED = {UNKNOWN: "T305", NEVER: "T305", LATER: "T305", SMALL: "T304"}
CASES = [(value, operation) for value in VALUES for operation in OPERATIONS]


def expression(value: str, operation: str) -> str:
    return f"{{{{ {OPERATIONS[operation].format(v=FIGURES.get(value, value))} }}}}"


def expected(value: str, operation: str) -> object:
    return EXPECTED[value][list(OPERATIONS).index(operation)]


def made(folder: Path, blocks: str) -> tuple[Document | None, list[str]]:
    """The document, and the codes of the errors that were found."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "layouts").mkdir(exist_ok=True)
    figures = {**VALUES, "g": "100"}
    series = "".join(
        SERIES.format(name=name, value=value, step=10 if name == "bijna" else 1)
        for name, value in figures.items()
        if name != "later"
    )
    (folder / "data" / "2020-05.yaml").write_text(HEAD + series, encoding="utf-8")
    (folder / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{blocks}", encoding="utf-8")
    findings = Findings()
    document = compose(BuildRequest("proef", "2020-05", folder), findings)
    return document, [each.code for each in findings if each.severity is Severity.ERROR]


def read(value: Value) -> object:
    has_sign = value.spoken and not value.text.endswith("*")
    return (value.text, value.spoken) if has_sign else value.text


def values_of(table: Table) -> list[list[object]]:
    return [
        [read(item) for cell in row.cells[1:] for item in cell.content if isinstance(item, Value)] for row in table.body
    ]


def test_in_a_table(tmp_path: Path) -> None:
    rows = ""
    for value in VALUES:
        cells = ", ".join(f'"{expression(value, each)}"' for each in OPERATIONS)
        rows += f"        - {{kop: '{value}', cellen: [{cells}]}}\n"
    heads = ", ".join(f"{{kop: {each}}}" for each in OPERATIONS)
    table = f"  - tabel:\n      titel: T\n      rijkop: R\n      rijen:\n{rows}      kolommen: [{heads}]\n"
    document, errors = made(tmp_path, table)
    assert errors == []
    assert document is not None
    (block,) = (each for each in walk(document.blocks) if isinstance(each, Table))
    assert dict(zip(VALUES, values_of(block), strict=True)) == {name: list(row) for name, row in EXPECTED.items()}


@pytest.mark.parametrize("place", ["text", "card"])
@pytest.mark.parametrize(("value", "operation"), CASES)
def test_in_a_sentence_and_on_a_card(tmp_path: Path, value: str, operation: str, place: str) -> None:
    text = expression(value, operation)
    blocks = {"text": f'  - tekst: "{text}"\n', "card": f'  - kerncijfers:\n      - {{kop: K, waarde: "{text}"}}\n'}
    document, errors = made(tmp_path, blocks[place])
    wanted = expected(value, operation)
    if wanted in REFUSED:
        is_by_zero = value == "nul" and wanted == NEVER
        assert errors == ["T301" if is_by_zero else REFUSED[wanted]]
        return
    assert errors == []
    assert document is not None
    content = next(
        block.content if isinstance(block, Paragraph) else block.cards[0].value
        for block in walk(document.blocks)
        if isinstance(block, Paragraph | KeyFigures)
    )
    shown = "".join(item.text for item in content if isinstance(item, Value))
    assert shown == capitalised(wanted[1] if isinstance(wanted, tuple) else str(wanted).removesuffix("*"))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_in_a_chart_and_its_table(tmp_path: Path, operation: str) -> None:
    value = f"{{{{ {OPERATIONS[operation].format(v='rij')} }}}}"
    chart = (
        "  - grafiek:\n      titel: G\n      soort: liggende staaf\n      cijfers: '{{ m }}'\n"
        f'      reeksen: [{{naam: R, waarde: "{value}"}}]\n'
    )
    document, errors = made(tmp_path, chart)
    assert errors == []
    assert document is not None
    blocks = list(walk(document.blocks))
    shown = next(each for each in blocks if isinstance(each, Chart))
    (series,) = shown.series
    for place, category in enumerate(shown.categories):
        wanted = expected(category.label, operation)
        absent = series.absent(place)
        if isinstance(wanted, tuple):
            assert series.points[place] is None
            assert (absent.shown, absent.spoken) == wanted
        else:
            assert series.points[place] is not None
    cells = values_of(next(each for each in blocks if isinstance(each, Table)))
    signs = {category.label: cell[0] for category, cell in zip(shown.categories, cells, strict=True)}
    for name, cell in signs.items():
        if isinstance(expected(name, operation), tuple):
            assert cell == expected(name, operation)


def test_in_columns_that_compare(tmp_path: Path) -> None:
    figures = {
        "a": ("0", "5"),
        "b": ("3", "5"),
        "c": ("n.v.t.", "n.v.t."),
        "d": ("40*", "60"),
        "e": (".", "5"),
        "f": ("0", "0"),
    }
    made(tmp_path, "  - tekst: x\n")
    base = (tmp_path / "data" / "2020-05.yaml").read_text("utf-8").split("  m:\n")[0]
    series = "".join(
        SERIES.format(name=name, value=now, step=1) + f"    reeks: {{2020-04: {before}}}\n"
        for name, (before, now) in figures.items()
    )
    (tmp_path / "data" / "2020-05.yaml").write_text(base + series, encoding="utf-8")
    rows = "".join(f"        - {{kop: {name}, cijfer: '{{{{ {name} }}}}'}}\n" for name in figures)
    (tmp_path / "layouts" / "proef.yaml").write_text(
        f"titel: P\nblokken:\n  - tabel:\n      titel: T\n      rijkop: R\n      rijen:\n{rows}"
        "      vergelijking: {perioden: [2020-04, 2020-05], verandering: [verschil, procent, index]}\n",
        encoding="utf-8",
    )
    findings = Findings()
    document = compose(BuildRequest("proef", "2020-05", tmp_path), findings)
    assert document is not None, [str(each) for each in findings]
    (table,) = (each for each in walk(document.blocks) if isinstance(each, Table))
    assert [row[2:] for row in values_of(table)] == [
        ["+5", NEVER, NEVER],
        ["+2", SMALL, SMALL],
        [NEVER, NEVER, NEVER],
        ["+20*", "+50*", "150*"],
        [UNKNOWN, UNKNOWN, UNKNOWN],
        ["0", NEVER, NEVER],
    ]


def test_later_months_are_blank_in_the_table_of_a_flow(tmp_path: Path) -> None:
    chart = "  - grafiek:\n      titel: G\n      soort: stroom\n      reeksen: [{naam: R, cijfers: [a]}]\n"
    made(tmp_path, "  - tekst: x\n")
    base = (tmp_path / "data" / "2020-05.yaml").read_text("utf-8").split("  m:\n")[0]
    year = ", ".join(f"2019-{month:02}: 9" for month in range(1, 13))
    series = SERIES.format(name="a", value="7", step=1) + f"    reeks: {{{year}, 2020-04: 8}}\n"
    (tmp_path / "data" / "2020-05.yaml").write_text(base + series, encoding="utf-8")
    (tmp_path / "layouts" / "proef.yaml").write_text(f"titel: P\nblokken:\n{chart}", encoding="utf-8")
    findings = Findings()
    document = compose(BuildRequest("proef", "2020-05", tmp_path), findings)
    assert document is not None, [str(each) for each in findings]
    (table,) = (each for each in walk(document.blocks) if isinstance(each, Table))
    assert [row[-1] for row in values_of(table)] == [*[UNKNOWN] * 3, "8", "7", *[LATER] * 7]


def test_an_empty_cell_among_words_says_why(tmp_path: Path) -> None:
    cells = '["{{ gewoon[\'2020-06\'] }} personen", "{{ nooit }} personen", "{{ gewoon }} personen"]'
    table = (
        f"  - tabel:\n      titel: T\n      rijkop: R\n      rijen: [{{kop: a, cellen: {cells}}}]\n"
        "      kolommen: [{kop: a}, {kop: b}, {kop: c}]\n"
    )
    document, errors = made(tmp_path, table)
    assert errors == []
    assert document is not None
    (block,) = (each for each in walk(document.blocks) if isinstance(each, Table))
    texts = ["".join(getattr(item, "text", "") for item in cell.content) for cell in block.body[0].cells[1:]]
    assert texts == ["nog niet bekend personen", "n.v.t. personen", "50 personen"]
