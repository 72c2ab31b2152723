"""Planted cases: what a reader of a report can compute of a figure that was suppressed."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Document, Paragraph, Value, plain_text, walk
from rapportage.document import Table as DocumentTable
from rapportage.pipeline import BuildRequest, compose
from tests.faults import lines, samples

PERIOD = """\
periode: {period}
uitgave: {{datum: {day}}}
bronnen:
  ind: {{titel: Asiel over {period}, uitgever: IND, datum: {day}}}
  cbs: {{titel: Statistiek over {period}, uitgever: CBS, datum: {day}}}
cijfers:
{figures}
"""
SERIES = """\
  {name}:
    titel: {title}
    eenheid: aanvragen
    bron: {source}
"""


def series(name: str, total: object = None, source: str = "ind", rounded: int | None = None, **parts: object) -> str:
    made = SERIES.format(name=name, title=name.capitalize(), source=source)
    made += f"    afgerond_op: {rounded}\n" if rounded else ""
    made += f"    totaal: {total}\n" if total is not None else ""
    if parts:
        made += "    naar:\n      land: {" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}\n"
    return made


def compose_report(
    folder: Path, blocks: str, *, period: str = "2020-05", secrecy: str | None = "{drempel: 5, marge: 3}", **files: str
) -> tuple[Document | None, Findings]:
    """The document over `period`; `files` are the figures by period, written as m2020_05."""
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for key, figures in files.items():
        code = key.removeprefix("m").replace("_", "-")
        words = PERIOD.format(period=code, day="2020-08-01", figures=figures)
        (folder / "data" / f"{code}.yaml").write_text(words, encoding="utf-8")
    head = f"titel: Proef\ngeheimhouding: {secrecy}\n" if secrecy else "titel: Proef\n"
    (folder / "layouts" / "proef.yaml").write_text(f"{head}blokken:\n{blocks}", encoding="utf-8")
    findings = Findings()
    return compose(BuildRequest("proef", period, folder), findings), findings


def text(words: str) -> str:
    return f"  - tekst: |\n      {words}\n"


PARTS = """\
  - tabel:
      titel: Landen
      rijkop: Land
      kolommen:
        - {kop: aantal, waarde: "{{ rij }}"}
      rijen: "{{ aanvragen }}"
"""
TOTAL = PARTS + "      totaal: Totaal\n"
ONE_SMALL = series("aanvragen", 273, Syrië=251, Turkije=19, Iran=3)
HINT = "zet bij geheimhouding: ook: [{reeks: aanvragen, onderdeel: Turkije, periode: 2020-05}]"


def only(findings: Findings, code: str) -> str:
    assert [item.code for item in findings] == [code], lines(findings)
    return next(iter(findings)).message


def test_from_a_total(tmp_path: Path) -> None:
    document, findings = compose_report(tmp_path, TOTAL, m2020_05=ONE_SMALL)
    assert document is None
    assert only(findings, "G101") == (
        "aanvragen, Iran, mei 2020 is onderdrukt, maar is te berekenen: "
        "273 (aanvragen) − 251 (Syrië) − 19 (Turkije) = 3"
    )
    finding = next(iter(findings))
    assert finding.hint == HINT
    assert finding.span is not None
    assert (finding.span.line, finding.span.file.text.splitlines()[12][finding.span.column - 1 :]) == (13, "3}")


def test_without_the_total_it_is_safe(tmp_path: Path) -> None:
    document, findings = compose_report(tmp_path, PARTS, m2020_05=ONE_SMALL)
    assert lines(findings) == []
    assert document is not None


def test_two_small_ones_are_safe_together(tmp_path: Path) -> None:
    figures = series("aanvragen", 273, Syrië=249, Turkije=19, Iran=3, Irak=2)
    document, findings = compose_report(tmp_path, TOTAL, m2020_05=figures)
    assert lines(findings) == []
    assert document is not None
    table = next(block for block in walk(document.blocks) if isinstance(block, DocumentTable))
    shown = [plain_text(row.cells[1].content) for row in table.body]
    assert shown == ["249", "19", "<5", "<5", "273"]


def test_two_that_leave_little_are_a_warning(tmp_path: Path) -> None:
    """1 and 2 make 3: each is 1 or 2, and a reader has to be left three values."""
    figures = series("aanvragen", 271, Syrië=249, Turkije=19, Iran=1, Irak=2)
    document, findings = compose_report(tmp_path, TOTAL, m2020_05=figures)
    assert document is not None
    assert [item.code for item in findings] == ["G102", "G102"]
    assert next(iter(findings)).message == (
        "aanvragen, Iran, mei 2020 is onderdrukt, maar is 1 tot en met 2: "
        "271 (aanvragen) = 249 (Syrië) + 19 (Turkije) + ? (dit cijfer) + ? (Irak)"
    )


def test_all_parts_of_a_partial_breakdown_tell_nothing(tmp_path: Path) -> None:
    """The parts are not the whole: the total says only that Iran is at most 12, which '<5' says better."""
    _, findings = compose_report(tmp_path, TOTAL, m2020_05=series("aanvragen", 273, Syrië=242, Turkije=19, Iran=3))
    assert lines(findings) == []


def test_from_a_share(tmp_path: Path) -> None:
    """The total is nowhere, but the share of Turkey in it gives it nearly, and so what is left."""
    words = "Van {{ aanvragen['Syrië'] }} Syriërs en {{ aanvragen['Turkije'] }} Turken; "
    shares = "{{ aanvragen['Turkije'].aandeel | pct(4) }} was Turk, naast {{ aanvragen['Iran'] }} Iraniërs."
    _, findings = compose_report(tmp_path, text(words + shares), m2020_05=ONE_SMALL)
    assert only(findings, "G101") == (
        "aanvragen, Iran, mei 2020 is onderdrukt, maar is te berekenen: "
        "? (aanvragen) = 251 (Syrië) + 19 (Turkije) + ? (dit cijfer); aandeel(Turkije, Aanvragen) = 6,9597% = 3"
    )


def test_a_coarser_share_is_safe(tmp_path: Path) -> None:
    """7% of a total is 254 to 292: Iran can be all of 1 to 4."""
    words = "Van {{ aanvragen['Syrië'] }} Syriërs en {{ aanvragen['Turkije'] }} Turken; "
    shares = "{{ aanvragen['Turkije'].aandeel | pct }} was Turk."
    _, findings = compose_report(tmp_path, text(words + shares), m2020_05=ONE_SMALL)
    assert lines(findings) == []


@pytest.mark.parametrize(
    "words",
    [
        "{{ gemiddelde(aanvragen, aanvragen['Syrië']) | decimalen(1) }}",
        "{{ som(aanvragen, aanvragen['Syrië']) }}",
        "{{ aanvragen - aanvragen['Syrië'] }}",
        "{{ aanvragen | index(aanvragen['Syrië']) | decimalen(4) }}",
        "{{ aanvragen | procentueel(aanvragen['Syrië']) | pct(4) }}",
        "{{ (aanvragen / aanvragen['Syrië']) | decimalen(6) }}",
        "{{ aanvragen['Syrië'] | aandeel(aanvragen) | pct(4) }}",
        "{{ aanvragen | aandeel(aanvragen - aanvragen['Turkije']) | pct(4) }}",
        "{{ aanvragen * 2 }}",
        "{{ aanvragen + 7 }}",
    ],
)
def test_from_whatever_was_computed_with_the_total(tmp_path: Path, words: str) -> None:
    """The total itself stands nowhere, and can be computed from this and the parts; or is taken to be."""
    parts = "{{ aanvragen['Syrië'] }} en {{ aanvragen['Turkije'] }}; "
    _, findings = compose_report(tmp_path, text(parts + words), m2020_05=ONE_SMALL)
    assert only(findings, "G101").endswith(" = 3")


@pytest.mark.parametrize(
    ("hidden", "words", "told"),
    [
        (1, "{{ aanvragen['Syrië'].aandeel | breuk }}", "= 1"),  # 'de helft': two more would make it 'bijna'
        (3, "{{ aanvragen | keer(aanvragen['Syrië'], 'zo veel') }}", "is 3 tot en met 4"),
        (3, "{{ aanvragen | keer(aanvragen['Syrië'], 'verdubbeld') }}", "is 3 tot en met 4"),
        (3, "{{ aanvragen | richting(grens, 'hoger') }} dan {{ grens }}", "is 3 tot en met 4"),
        (2, "{{ aanvragen | richting(grens, 'hoger') }} als {{ grens }}", "= 2"),
        (4, "{{ aanvragen | richting(grens * 1.02, 'hoger') }} als {{ grens }}", "= 4"),
        (3, "{{ aanvragen | record('het hoogste') }}, toen {{ aanvragen.vorige }}", "is 3 tot en met 4"),
        (3, "{{ aanvragen | op_rij('steeg') }} tegen {{ aanvragen.vorige }}", "is 3 tot en met 4"),
        (3, "{{ samen(aanvragen, grens) }} en {{ grens }}", "= 3"),
        (3, "{{ aanvragen | per(grens, 100, 4) }} en {{ grens }}", "= 3"),
    ],
)
def test_from_words_about_figures(tmp_path: Path, hidden: int, words: str, told: str) -> None:
    """They are of 102 or more, of half or nearly half: so much is known of a total that stands nowhere."""
    parts = "{{ aanvragen['Syrië'] }} en {{ aanvragen['Turkije'] }}; "
    figures = series("aanvragen", 100 + hidden, Syrië=50, Turkije=50, Iran=hidden) + series("grens", 102)
    before = series("aanvragen", 102)
    _, findings = compose_report(tmp_path, text(parts + words), m2020_05=figures, m2020_04=before)
    (found,) = findings
    assert found.code in ("G101", "G102"), lines(findings)
    assert told in found.message


def test_from_a_decrease(tmp_path: Path) -> None:
    """'51% minder' is between −51,5 and −50,5%: the total is 102 or 103."""
    figures = series("aanvragen", 103, Syrië=50, Turkije=50, Iran=3)
    words = "{{ aanvragen['Syrië'] }}, {{ aanvragen['Turkije'] }}, {{ aanvragen['Syrië'] | meer_of_minder(aanvragen) }}"
    _, findings = compose_report(tmp_path, text(words), m2020_05=figures)
    assert "is 2 tot en met 3: " in only(findings, "G102")


def test_figures_that_contradict_one_another_are_told(tmp_path: Path) -> None:
    """By the total Iran was 1 in May, by the two months together 4: what the source gives can't all be so."""
    figures = series("aanvragen", 20, Syrië=12, Turkije=7, Iran="<5")
    figures += "    vensters:\n      2020-04/2020-05: {naar: {land: {Iran: 7}}}\n"
    words = "{{ aanvragen['2020-04/2020-05']['Iran'] }} of {{ aanvragen }}, {{ aanvragen['Syrië'] }}, "
    words += "{{ aanvragen['Turkije'] }}, {{ aanvragen['2020-04']['Iran'] }}"
    document, findings = compose_report(tmp_path, text(words), m2020_04=series("aanvragen", Iran=3), m2020_05=figures)
    assert "spreken elkaar tegen" in only(findings, "G103")
    assert document is not None


def test_half_is_rounded_up_and_so_lies_with_the_next(tmp_path: Path) -> None:
    """Of 200 the 25 would be 12.5% and so 13%; 12% says that there are more than 200, and that Iran is not 1."""
    figures = series("aanvragen", 202, Syrië=25, Turkije=174, Iran=3)
    words = (
        "Syrië {{ aanvragen['Syrië'] }}, {{ aanvragen['Syrië'].aandeel | pct }}; Turkije {{ aanvragen['Turkije'] }}."
    )
    _, findings = compose_report(tmp_path, text(words), secrecy="{drempel: 5, marge: 4}", m2020_05=figures)
    assert "is 2 tot en met 4" in only(findings, "G102")


def doubts_of_a_quarter(folder: Path, total: int) -> Findings:
    """What is said of a report with April, May (small), June and the quarter."""
    words = "{{ aanvragen['2020-05'] }} in mei, {{ aanvragen['2020-04'] }} in april, {{ aanvragen['2020-06'] }} in juni"
    files = {
        "m2020_04": series("aanvragen", 12),
        "m2020_05": series("aanvragen", 4),
        "m2020_06": series("aanvragen", 9),
        "m2020_Q2": series("aanvragen", total),
    }
    _, findings = compose_report(
        folder, text(f"{words} en {{{{ aanvragen }}}} in het kwartaal."), period="2020-Q2", **files
    )
    return findings


def test_from_earlier_months_and_the_quarter(tmp_path: Path) -> None:
    findings = doubts_of_a_quarter(tmp_path, 25)
    assert only(findings, "G101") == (
        "aanvragen, mei 2020 is onderdrukt, maar is te berekenen: "
        "25 (het tweede kwartaal van 2020) − 12 (april 2020) − 9 (juni 2020) = 4"
    )
    finding = next(iter(findings))
    assert finding.hint == "zet bij geheimhouding: ook: [{reeks: aanvragen, periode: 2020-06}]"


def test_a_quarter_that_was_restated_tells_nothing(tmp_path: Path) -> None:
    assert lines(doubts_of_a_quarter(tmp_path, 26)) == []


def test_from_windows_that_overlap(tmp_path: Path) -> None:
    """No file has the other months; two windows that differ by one month give that month."""
    figures = series("aanvragen", 4).rstrip("\n") + "\n    vensters:\n      2019-06/2020-05: {totaal: 100}\n"
    figures += "      2019-06/2020-04: {totaal: 96}\n"
    words = "{{ aanvragen }}, {{ aanvragen['2019-06/2020-05'] }} en {{ aanvragen['2019-06/2020-04'] }}."
    _, findings = compose_report(tmp_path, text(words), m2020_05=figures)
    assert only(findings, "G101").endswith(" = 4")


def test_from_an_unrounded_value_elsewhere(tmp_path: Path) -> None:
    """In the table the total is 'about 270'; a sentence gives it whole."""
    rounded = "Ongeveer {{ aanvragen | ongeveer(10) }}: {{ aanvragen['Syrië'] }} en {{ aanvragen['Turkije'] }}."
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    _, findings = compose_report(tmp_path / "a", text(rounded), m2020_05=ONE_SMALL)
    assert lines(findings) == []
    _, findings = compose_report(tmp_path / "b", text(rounded) + text("Precies {{ aanvragen }}."), m2020_05=ONE_SMALL)
    assert only(findings, "G101").endswith("273 (aanvragen) − 251 (Syrië) − 19 (Turkije) = 3")


def test_from_a_rest_row(tmp_path: Path) -> None:
    """The rest of the two largest is what the two smallest are together; one of them is given."""
    figures = series("aanvragen", 273, Syrië=245, Turkije=19, Iran=3, Irak=6)
    words = "Syrië {{ aanvragen['Syrië'] }}, Turkije {{ aanvragen['Turkije'] }}, Irak {{ aanvragen['Irak'] }}; "
    rest = "{{ aanvragen | top(2) | rest }} overig."
    _, findings = compose_report(tmp_path, text(words + rest), m2020_05=figures)
    assert only(findings, "G101").endswith(" = 3")


def test_from_a_total_row_over_series(tmp_path: Path) -> None:
    """That the rows are the total is said by the table alone."""
    layout = """\
  - tabel:
      titel: Soorten
      rijkop: Soort
      kolommen:
        - {kop: aantal, waarde: "{{ rij }}"}
      rijen:
        - {kop: Eerste, cijfer: "{{ eerste }}"}
        - {kop: Herhaald, cijfer: "{{ herhaald }}"}
        - {kop: Totaal, soort: totaal, cijfer: "{{ instroom }}"}
"""
    figures = series("eerste", 40) + series("herhaald", 2) + series("instroom", 42)
    _, findings = compose_report(tmp_path, layout, m2020_05=figures)
    assert only(findings, "G101").endswith("42 (instroom) − 40 (eerste) = 2")


def test_a_rounded_total_leaves_room(tmp_path: Path) -> None:
    figures = series("aanvragen", 275, rounded=5, Syrië=250, Turkije=20, Iran=5)
    _, findings = compose_report(tmp_path, TOTAL, secrecy="{drempel: 6}", m2020_05=figures)
    assert lines(findings) == []


def test_what_is_proposed_suffices(tmp_path: Path) -> None:
    """The layout that follows the hint has nothing left to report."""
    secrecy = "{drempel: 5, marge: 3, " + HINT.removeprefix("zet bij geheimhouding: ") + "}"
    document, findings = compose_report(tmp_path, TOTAL, secrecy=secrecy, m2020_05=ONE_SMALL)
    assert lines(findings) == []
    assert document is not None
    table = next(block for block in walk(document.blocks) if isinstance(block, DocumentTable))
    assert [plain_text(row.cells[1].content) for row in table.body] == ["251", ".", "<5", "273"]


def test_what_we_suppress_is_in_no_trace(tmp_path: Path) -> None:
    document, _ = compose_report(tmp_path, PARTS, m2020_05=ONE_SMALL)
    assert document is not None
    table = next(block for block in walk(document.blocks) if isinstance(block, DocumentTable))
    (value,) = table.body[2].cells[1].content
    assert isinstance(value, Value)
    trace = value.trace
    assert trace is not None
    assert (trace.exact, trace.inputs[0].text) == (None, "<5")


# --- What the source suppressed --------------------------------------------------------------------------

SOURCE_SMALL = series("aanvragen", 273, Syrië=251, Turkije=19, Iran="<5")


def test_what_a_source_gives_away_itself_is_not_ours_to_report(tmp_path: Path) -> None:
    _, findings = compose_report(tmp_path, TOTAL, m2020_05=SOURCE_SMALL)
    assert lines(findings) == []


@pytest.mark.parametrize("secrecy", [None, "{drempel: 5, marge: 2}"])
def test_what_we_set_beside_it_is(tmp_path: Path, secrecy: str | None) -> None:
    """The IND gives no total; that of the CBS stands in a total row under its figures."""
    rows = """\
      rijen:
        - {kop: Landen, soort: groep, delen: "{{ aanvragen }}"}
        - {kop: Totaal, soort: totaal, cijfer: "{{ alles }}"}
"""
    layout = PARTS.replace('      rijen: "{{ aanvragen }}"\n', rows)
    figures = series("aanvragen", Syrië=251, Turkije=19, Iran="<5") + series("alles", 273, source="cbs")
    _, findings = compose_report(tmp_path, layout, secrecy=secrecy, m2020_05=figures)
    assert only(findings, "G101") == (
        "aanvragen, Iran, mei 2020 is door de bron onderdrukt, maar is te berekenen: "
        "273 (alles) − 251 (Syrië) − 19 (Turkije) = 3"
    )


# --- The settings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("secrecy", "expected"),
    [
        ("{drempel: 2}", "2:26 S107 2 is niet 3 tot en met 1000"),
        ("{drempel: 3, marge: 3}", "2:36 S107 onder de drempel 3 zijn maar 2 waarden mogelijk, geen 3"),
        ("{marge: 3}", "2:16 S102 de sleutel 'drempel' ontbreekt"),
        ("{drempel: 5, ook: [{reeks: onzin}]}", "2:43 G104 de reeks 'onzin' is er niet"),
        (
            "{drempel: 5, ook: [{reeks: aanvragen, onderdeel: Turkey}]}",
            "2:65 G104 'aanvragen' heeft over 2020-05 geen 'Turkey'",
        ),
        ("{drempel: 5, ook: [{reeks: leeg}]}", "2:43 G104 'leeg' heeft over 2020-05 geen totaal"),
    ],
)
def test_faults_in_the_settings(tmp_path: Path, secrecy: str, expected: str) -> None:
    figures = ONE_SMALL + series("leeg", None, Syrië=8)
    _, findings = compose_report(tmp_path, PARTS, secrecy=secrecy, m2020_05=figures)
    assert expected in lines(findings)


def test_percentages_are_no_counts(tmp_path: Path) -> None:
    figures = series("aanvragen", Syrië=3).replace("eenheid: aanvragen", "eenheid: '%'")
    document, findings = compose_report(tmp_path, text("{{ aanvragen['Syrië'] | pct }}"), m2020_05=figures)
    assert lines(findings) == []
    assert document is not None
    assert "3%" in repr(document)


def test_a_kind_of_a_sum_that_the_data_tell(tmp_path: Path) -> None:
    """`som_van` says that the kinds make the whole: 413 − 341 − 51."""
    folder = samples(tmp_path)
    told = ", ".join(
        f"{{{{ {name} }}}}" for name in ("instroom", "eerste_aanvragen", "herhaalde_aanvragen", "nareizigers")
    )
    layout = f"titel: P\ngeheimhouding: {{drempel: 22}}\nblokken:\n  - tekst: |\n      Geteld {told}.\n"
    (folder / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    findings = Findings()
    compose(BuildRequest("proef", "2020-05", folder), findings)
    assert [item.code for item in findings] == ["G101"]
    assert "413 (instroom) − 341 (eerste_aanvragen) − 51 (nareizigers) = 21" in findings.items[0].message


def test_what_was_left_out_besides_is_protected_as_well(tmp_path: Path) -> None:
    folder = samples(tmp_path)
    told = ", ".join(f"{{{{ {name} }}}}" for name in ("instroom", "eerste_aanvragen", "nareizigers"))
    also = "ook: [{reeks: herhaalde_aanvragen, periode: 2020-05}]"
    layout = f"titel: P\ngeheimhouding: {{drempel: 5, {also}}}\nblokken:\n  - tekst: |\n      Geteld {told}.\n"
    (folder / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    findings = Findings()
    compose(BuildRequest("proef", "2020-05", folder), findings)
    assert [item.code for item in findings] == ["G101"]


@pytest.mark.parametrize(("decimals", "is_told"), [(3, True), (2, False), (1, False)])
def test_from_a_total_in_thousands(decimals: int, is_told: bool, tmp_path: Path) -> None:
    """0,273 thousand is 273, and 0,27 thousand may be any of ten."""
    words = PARTS + text(f"Samen {{{{ aanvragen | in('duizend', {decimals}) }}}}.")
    _, findings = compose_report(tmp_path, words, m2020_05=ONE_SMALL)
    assert [item.code for item in findings] == (["G101"] if is_told else [])


@pytest.mark.parametrize(
    ("unit", "is_hidden"),
    [
        ("aanvragen", True),
        ("dagen, maat: aantal", True),
        ("aanvragen per maand", True),
        ("aanvragen, maat: gemiddelde", False),
        ("dagen", False),
        ("euro", False),
        ("leerlingen per groep", False),
        ("x 1.000 personen", False),
        ("personen, maat: saldo", False),
    ],
)
def test_only_counts_are_small(unit: str, is_hidden: bool, tmp_path: Path) -> None:
    figures = f"  a: {{titel: A, eenheid: {unit}, bron: ind, totaal: 3}}\n"
    document, findings = compose_report(tmp_path, text("Nu {{ a }}."), m2020_05=figures)
    assert document is not None, lines(findings)
    said = [plain_text(each.content) for each in walk(document.blocks) if isinstance(each, Paragraph)]
    assert said == ["Nu minder dan 5." if is_hidden else "Nu 3."]
