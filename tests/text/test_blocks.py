"""The blocks of a long report: what they become, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings, Severity, SourceFile, Span
from rapportage.document import (
    Aside,
    Block,
    CrossReference,
    Document,
    FlowDiagram,
    List,
    Paragraph,
    Section,
    Table,
    Terms,
    Value,
    plain_text,
    walk,
)
from rapportage.figures.observation import Cell as DataCell
from rapportage.figures.observation import DataSource
from rapportage.figures.parts import WHOLE
from rapportage.figures.period import TimePeriod
from rapportage.pages.house_style import built_in
from rapportage.pages.layout import Picture, lay_out
from rapportage.pages.typesetting import drawings
from rapportage.pipeline import BuildRequest, build, compose
from rapportage.proof.inspection import structural_faults
from rapportage.text.listings import _in_order, sign_line
from tests.faults import samples

STEPS = (
    "{a: Begin, soort: begin}, {b: 'Goed?', soort: besluit, naar: [{c: ja}, {d: nee}]}, "
    "{c: Ja, soort: einde}, {d: Nee, soort: einde}"
)


def composed(
    folder: Path, blocks: str, *, head: str = "", period: str = "2020-H1"
) -> tuple[Document | None, list[str]]:
    root = samples(folder / str(len(list(folder.iterdir()))))
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\n{head}\nblokken:\n{blocks}\n", encoding="utf-8")
    findings = Findings()
    return compose(BuildRequest("proef", period, root), findings), [item.code for item in findings]


def made(folder: Path, blocks: str, *, head: str = "", period: str = "2020-H1") -> list[Block]:
    document, codes = composed(folder, blocks, head=head, period=period)
    assert codes == []
    assert document is not None
    return list(walk(document.blocks))


def table(folder: Path, keys: str, period: str = "2020-H1") -> list[list[str]]:
    """The head and body of one table as words."""
    blocks = made(folder, f"  - tabel: {{titel: T, rijkop: Soort, {keys}}}", period=period)
    found = next(block for block in blocks if isinstance(block, Table))
    return [[plain_text(cell.content) for cell in row.cells] for row in (*found.head, *found.body)]


# --- Comparisons --------------------------------------------------------------------------------------

ROWS = 'rijen: [{kop: Eerste, cijfer: "{{ eerste_aanvragen }}"}, {kop: Hervestiging, cijfer: "{{ hervestiging }}"}]'


def test_the_same_period_in_earlier_years(tmp_path: Path) -> None:
    keys = f"{ROWS}, vergelijking: {{perioden: dezelfde periode 3 jaar, verandering: [verschil, procent, index]}}"
    assert table(tmp_path, keys) == [
        ["Soort", "jan–jun\u00a02018", "jan–jun\u00a02019", "jan–jun\u00a02020", "t.o.v. jan–jun\u00a02019"],
        ["verschil", "%", "index"],
        ["Eerste", "8.330", "10.590", "5.767", "−4.820", "−46", "54"],
        ["Hervestiging", "420", "1.040", ".", ".", ".", "."],
    ]


def test_a_difference_is_no_more_precise_than_its_figures(tmp_path: Path) -> None:
    """5.767 is exact and 10.590 is rounded to tens: their difference is given in tens."""
    rows = 'rijen: [{kop: Eerste, cijfer: "{{ eerste_aanvragen }}"}]'
    keys = f"{rows}, vergelijking: {{perioden: [2020-01, 2020-06], verandering: [verschil], tegenover: 2020-01}}"
    assert table(tmp_path, keys)[-1] == ["Eerste", "1.967", "653", "−1.314"]


@pytest.mark.parametrize(
    ("edition", "periods", "base"),
    [
        ("2020-05", "perioden: laatste 5", "januari 2020"),
        ("2020-05", 'perioden: laatste 5, tegenover: "{{ periode.vorige }}"', "april 2020"),
        ("2020-H1", "perioden: [2018-H1, 2019-H1, 2020-H1]", "jan–jun 2019"),
        ("2020-H1", "perioden: [2020-H1]", "jan–jun 2019"),
    ],
)
def test_what_a_change_is_from(tmp_path: Path, edition: str, periods: str, base: str) -> None:
    """As the handbook says: what is named, else the year before where that is shown, else the first."""
    rows = 'rijen: [{kop: Eerste, cijfer: "{{ eerste_aanvragen }}"}]'
    found = table(tmp_path, f"{rows}, vergelijking: {{{periods}, verandering: [verschil]}}", edition)
    heads = [cell.replace("\u00a0", " ") for row in found for cell in row if "t.o.v." in cell]
    assert heads == [f"t.o.v. {base}"]


def test_months_stand_under_their_year(tmp_path: Path) -> None:
    rows = 'rijen: [{kop: Eerste, cijfer: "{{ eerste_aanvragen }}"}]'
    head, lower, body = table(tmp_path, f"{rows}, vergelijking: {{perioden: maanden}}")
    assert head == ["Soort", "2020"]
    assert lower == ["jan", "feb", "mrt", "apr", "mei", "jun"]
    assert body == ["Eerste", "1.967", "1.514", "1.022", "270", "341", "653"]


def test_the_last_periods(tmp_path: Path) -> None:
    rows = 'rijen: [{kop: Opvang, cijfer: "{{ coa_bezetting }}"}]'
    found = table(tmp_path, f"{rows}, vergelijking: {{perioden: laatste 3 jaren}}")
    assert found == [["Soort", "2017", "2018", "2019"], ["Opvang", "21.037", "22.498", "27.381"]]


def test_rows_in_groups(tmp_path: Path) -> None:
    rows = (
        'rijen: [{kop: Asiel, soort: groep, delen: "{{ herhaalde_aanvragen | bekende }}"}, '
        '{kop: Klein, cijfer: "{{ (herhaalde_aanvragen | onderdrukte)[1] }}"}, '
        '{kop: Alles, soort: totaal, cijfer: "{{ herhaalde_aanvragen }}"}, '
        '{kop: Nooit, cijfer: "{{ amv }}", als: "{{ amv > 1000 }}"}]'
    )
    found = table(tmp_path, f'{rows}, kolommen: [{{kop: aantal, waarde: "{{{{ rij }}}}"}}]', period="2020-05")
    assert found == [["Soort", "aantal"], ["Asiel"], ["Iran", "5"], ["Klein", "<5"], ["Alles", "21"]]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("rijen: [{kop: a, cellen: [x]}], vergelijking: {perioden: maanden}", "T406"),
        ('rijen: [{kop: a, cellen: [x], cijfer: "{{ amv }}"}], kolommen: [{kop: k, waarde: "{{ rij }}"}]', "T406"),
        ("rijen: [{kop: a, soort: groep, cellen: [x]}], kolommen: [{kop: k}]", "T406"),
        ('rijen: [{kop: a, cijfer: "{{ amv }}"}], vergelijking: {perioden: ooit}', "S110"),
        ('rijen: [{kop: a, cijfer: "{{ amv }}"}], vergelijking: {perioden: maanden, verandering: [groei]}', "S105"),
        ('rijen: [{kop: a, cijfer: "{{ amv / nareizigers }}"}], vergelijking: {perioden: [2020-01]}', "T302"),
        ('rijen: [{kop: a, cijfer: "{{ amv }}"}]', "T414"),
    ],
)
def test_a_table_that_cannot_be(tmp_path: Path, keys: str, code: str) -> None:
    codes = composed(tmp_path, f"  - tabel: {{titel: T, rijkop: Soort, {keys}}}")[1]
    assert codes[:1] == [code]


# --- Words --------------------------------------------------------------------------------------------


def test_lists_in_lists(tmp_path: Path) -> None:
    blocks = made(tmp_path, "  - opsomming: [een, {tekst: twee, genummerd: ja, punten: [a, b]}]")
    outer, inner = (block for block in blocks if isinstance(block, List))
    assert (outer.ordered, len(outer.items)) == (False, 2)
    assert (inner.ordered, len(inner.items)) == (True, 2)


def test_a_box_and_a_quotation(tmp_path: Path) -> None:
    text = '  - kader: {titel: Let op, inhoud: "Er waren {{ amv }} AMV."}\n  - citaat: {inhoud: Zo is het., bron: IND}'
    blocks = made(tmp_path, text)
    box, quote = (block for block in blocks if isinstance(block, Aside))
    assert plain_text(box.title) == "Let op"
    assert [plain_text(each.content) for each in box.blocks if isinstance(each, Paragraph)] == ["Er waren 334 AMV."]
    assert [each.role for each in quote.blocks if isinstance(each, Paragraph)] == ["text", "source"]


HEAD = "begrippen: {nareiziger: Een gezinslid.}\nafkortingen: {IND: De dienst}"


def test_terms_lead_from_their_first_use_to_their_meaning(tmp_path: Path) -> None:
    text = "  - kop: De IND\n  - tekst: De IND en de IND. Elke Nareiziger is een nareiziger. INDIA niet.\n"
    blocks = made(tmp_path, f"{text}  - begrippenlijst\n  - afkortingenlijst", head=HEAD)
    links = [
        (item.text, item.target)
        for block in blocks
        if isinstance(block, Paragraph)
        for item in block.content
        if isinstance(item, CrossReference)
    ]
    assert links == [("IND", "afkorting-ind"), ("Nareiziger", "begrip-nareiziger")]
    assert [term.id for block in blocks if isinstance(block, Terms) for term in block.items] == [
        "begrip-nareiziger",
        "afkorting-ind",
    ]


def test_a_term_defined_twice(tmp_path: Path) -> None:
    head = "begrippen: {IND: Een dienst, ind: Weer}\nafkortingen: {IND: De dienst}"
    assert composed(tmp_path, "  - begrippenlijst\n  - afkortingenlijst", head=head)[1] == ["T450", "T450"]


def test_terms_without_a_list_and_a_list_without_terms(tmp_path: Path) -> None:
    assert composed(tmp_path, "  - tekst: x", head="begrippen: {a: b}")[1] == ["T451"]
    assert composed(tmp_path, "  - begrippenlijst")[1] == ["T451"]


def test_appendices_have_their_own_numbers(tmp_path: Path) -> None:
    text = (
        "  - kop: Een\n  - kop: {tekst: Eerste, bijlage: ja, id: b}\n  - kop: {tekst: Deel, niveau: 2}\n"
        "  - kop: {tekst: Tweede, bijlage: ja}\n  - tekst: Zie [](#b)."
    )
    blocks = made(tmp_path, text, head="nummering: ja")
    assert [block.heading.number for block in blocks if isinstance(block, Section)] == [
        "1", "Bijlage A", "A.1", "Bijlage B",
    ]  # fmt: skip
    last = blocks[-1]
    assert isinstance(last, Paragraph)
    assert plain_text(last.content) == "Zie bijlage A."


def test_a_block_with_a_condition(tmp_path: Path) -> None:
    text = '  - tekst: wel\n    als: "{{ amv > 300 }}"\n  - tekst: niet\n    als: "{{ amv > 3000 }}"'
    assert [plain_text(each.content) for each in made(tmp_path, text) if isinstance(each, Paragraph)] == ["wel"]
    assert composed(tmp_path, '  - tekst: x\n    als: "{{ amv }}"')[1] == ["T302"]


# --- Lists that the tool makes ---------------------------------------------------------------------------


def test_revisions_of_figures_in_use(tmp_path: Path) -> None:
    text = "  - tekst: \"{{ instroom['2020-03'] }} en {{ amv['2020-06'] }}\"\n  - wijzigingen"
    found = next(block for block in made(tmp_path, text) if isinstance(block, Table))
    rows = [[plain_text(cell.content).replace("\u00a0", " ") for cell in row.cells] for row in found.body]
    assert rows == [
        ["Asielinstroom"],
        ["Maart 2020", "1.238", "1.242", "+4", "IND, Asielinstroom in april 2020"],
    ]


def test_revisions_are_in_the_order_of_time() -> None:
    source = DataSource("s", "Bron", "IND", None, None)
    periods = [found for code in ("2020-10", "2020-02", "2019-12") if (found := TimePeriod.parse(code))]
    span = Span(SourceFile("data/2020-10.yaml", ""), 1, 1)
    cells = [DataCell("instroom", period, WHOLE, "1", source, "2020-11-01", span) for period in periods]
    assert [cell.period.code for cell in _in_order(cells)] == ["2019-12", "2020-02", "2020-10"]


def test_signs_in_use(tmp_path: Path) -> None:
    row = "{kop: a, cijfer: \"{{ amv['%s'] }}\"}"
    rows = f"rijen: [{row % 'Eritrea'}, {row % 'Syrië'}], vergelijking: {{perioden: maanden}}"
    text = f"  - tabel: {{titel: T, rijkop: S, {rows}}}\n  - verklaring-van-tekens"
    terms = next(block for block in made(tmp_path, text) if isinstance(block, Terms))
    assert [(plain_text(each.name), plain_text(each.meaning)) for each in terms.items] == [
        ("punt (.)", "onbekend"),
        ("kleiner dan 5 (<5)", "1 tot en met 4"),
    ]
    first = made(tmp_path, "  - verklaring-van-tekens")[0]
    assert isinstance(first, Paragraph)


def test_a_sign_with_two_meanings_has_both_in_the_key() -> None:
    values = [(".", "te klein voor een percentage"), ("", "geen cijfer"), (".", "onbekend"), ("4*", "4, voorlopig")]
    block = Paragraph(tuple(Value(shown, spoken=spoken) for shown, spoken in values))
    (line,) = sign_line([block])
    assert isinstance(line, Paragraph)
    assert plain_text(line.content) == (
        "Tekens in de tabellen en figuren: lege cel betekent geen cijfer; ster (*) betekent voorlopig cijfer; "
        "punt (.) betekent onbekend of te klein voor een percentage."
    )
    assert list(sign_line([Paragraph((Value("4"),))])) == []


# --- Characters -----------------------------------------------------------------------------------------


def test_letters_without_an_italic_stand_upright(tmp_path: Path) -> None:
    text = "*Ελλάς*, ***Україна*** en *Ĳsland*"
    (samples(tmp_path) / "layouts" / "proef.yaml").write_text(
        f"titel: Proef\nblokken:\n  - tekst: '{text}'\n", encoding="utf-8"
    )
    result = build(BuildRequest("proef", "2020-H1", tmp_path), Findings())
    assert result is not None
    assert structural_faults(result.pdf) == []


# --- Flow diagrams ---------------------------------------------------------------------------------------


def test_a_flow_diagram_is_told_in_steps(tmp_path: Path) -> None:
    found = made(tmp_path, f"  - stroomschema: {{titel: S, stappen: [{STEPS}]}}")[0]
    assert isinstance(found, FlowDiagram)
    assert found.alternative == (
        "Stroomschema in 4 stappen. 1. Begin. 2. Goed?; bij 'ja' verder met stap 3 en bij 'nee' verder met stap 4. "
        "3. Ja: einde. 4. Nee: einde."
    )


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ("{a: A}, {b: B, naar: a}", "T430"),
        ("{a: A, naar: x}, {b: B}", "T431"),
        ("{a: A, baan: IND}, {b: B}", "T432"),
        ("{a: A}, {a: B}", "T433"),
        ("{a: A, naar: [{b: ja}, {b: nee}]}, {b: B}", "T433"),
        ("{a: A, soort: einde}, {b: B}", "T434"),
        ("{a: A}", "T435"),
        (f"{{a: {'x ' * 70}}}, {{b: B}}", "T436"),
        ("{a: A, soort: ruit}, {b: B}", "S105"),
    ],
)
def test_a_flow_diagram_that_cannot_be(tmp_path: Path, steps: str, code: str) -> None:
    assert composed(tmp_path, f"  - stroomschema: {{titel: S, stappen: [{steps}]}}")[1] == [code]


def test_a_note_in_every_part_of_a_table(tmp_path: Path) -> None:
    """A mark in the remark below a table is of a note of the table, not of the page."""
    row = '{kop: "b[^n]", cijfer: "{{ amv }}"}'
    rows = f'rijen: [{{kop: "a[^n]", soort: groep}}, {row}]'
    keys = f'{rows}, kolommen: [{{kop: "k[^n]", waarde: "{{{{ rij }}}}"}}], toelichting: "t[^n]"'
    text = f"  - tabel: {{titel: T, rijkop: S, {keys}}}"
    root = samples(tmp_path)
    layout = f"titel: Proef\nnoten: {{n: Een noot.}}\nblokken:\n{text}\n"
    (root / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    findings = Findings()
    result = build(BuildRequest("proef", "2020-H1", root), findings)
    assert len(findings) == 0
    assert result is not None
    assert structural_faults(result.pdf) == []


def test_more_appendices_than_letters(tmp_path: Path) -> None:
    blocks = made(tmp_path, "\n".join(["  - kop: {tekst: b, bijlage: ja}"] * 28))
    numbers = [block.heading.number for block in blocks if isinstance(block, Section)]
    assert numbers[24:] == ["Bijlage Y", "Bijlage Z", "Bijlage AA", "Bijlage AB"]


def test_charts_of_half_width_stand_side_by_side(tmp_path: Path) -> None:
    chart = (
        "  - grafiek: {titel: G, breedte: half, soort: staaf, perioden: maanden, reeksen: [{naam: x, cijfers: amv}]}\n"
    )
    root = samples(tmp_path)
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{chart * 3}", encoding="utf-8")
    findings = Findings()
    document = compose(BuildRequest("proef", "2020-H1", root), findings)
    assert document is not None
    style = built_in()
    drawn = drawings(document, style, findings)
    assert drawn is not None
    pages = lay_out(document, style.theme, style.family, drawn)
    first = pages.pages[0].body
    pictures = [
        (piece.x, placed.y + piece.y) for placed in first for piece in placed.box.pieces if isinstance(piece, Picture)
    ]
    (left, top), (right, beside), (again, below) = pictures
    assert (left, again) == (0, 0)
    assert right == pytest.approx(style.theme.half_width + 20)
    assert top == beside < below
    result = build(BuildRequest("proef", "2020-H1", root), Findings())
    assert result is not None
    assert structural_faults(result.pdf) == []


@pytest.mark.parametrize("width", ["heel", "half"])
def test_a_chart_higher_than_the_page_goes_on_unless_another_is_beside_it(tmp_path: Path, width: str) -> None:
    lines = "vanaf: 2015-01, reeksen: [{naam: x, cijfers: eerste_aanvragen_cbs}]"
    chart = f"  - grafiek: {{titel: G, breedte: {width}, soort: liggende staaf, {lines}}}\n"
    root = samples(tmp_path)
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{chart * 2}", encoding="utf-8")
    findings = Findings()
    made = build(BuildRequest("proef", "2020-H1", root), findings)
    assert (made is None) == (width == "half")
    assert {item.code for item in findings if item.severity is Severity.ERROR} == ({"D102"} if made is None else set())


def test_a_percentage_changes_in_percentage_points(tmp_path: Path) -> None:
    rows = "rijen: [{kop: Toezicht, cijfer: \"{{ aandeel_vertrek['onder toezicht'] }}\"}]"
    keys = f'{rows}, vergelijking: {{perioden: ["2018", "2019"], verandering: [verschil, procent, index]}}'
    assert table(tmp_path, keys)[-1] == ["Toezicht", "44%", "46%", "+2\u00a0procentpunt"]


def test_a_difference_is_as_precise_as_the_coarsest_figure(tmp_path: Path) -> None:
    first, repeated = (f'{{kop: {name}, cijfer: "{{{{ {name}_aanvragen }}}}"}}' for name in ("eerste", "herhaalde"))
    rows = f"rijen: [{repeated}, {first}]"
    keys = f"{rows}, vergelijking: {{perioden: [2018-H1, 2019-H1], verandering: [verschil]}}"
    assert [row[-1] for row in table(tmp_path, keys)[-2:]] == ["+320", "+2.260"]


def test_a_percentage_that_its_rounding_would_make_untrue_is_not_given(tmp_path: Path) -> None:
    """150 and 100 start-ups, both to tens: a change of 28 to 39%, which the step of 50 would tell as half."""
    row = "{{kop: {0}, cijfer: \"{{{{ aanvragen_regulier['{0}'] }}}}\"}}"
    study, start_up = row.format("studie"), row.format("start-up")
    changes = 'perioden: ["2019", "2020"], verandering: [verschil, procent, index]'
    assert table(tmp_path, f"rijen: [{study}, {start_up}], vergelijking: {{{changes}}}")[-2:] == [
        ["studie", "20.430", "12.310", "−8.120", "−40", "60"],
        ["start-up", "150", "100", "−50", ".", "."],
    ]


def test_a_revision_upwards_has_its_sign(tmp_path: Path) -> None:
    blocks = made(
        tmp_path, '  - tekst: "{{ instroom }} en {{ eerste_aanvragen.vorige }}"\n  - wijzigingen', period="2020-05"
    )
    found = next(block for block in blocks if isinstance(block, Table))
    changes = [plain_text(row.cells[3].content) for row in found.body if len(row.cells) > 3]
    assert changes
    assert all(each[0] in "+−" for each in changes)
