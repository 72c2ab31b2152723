"""Charts: what fits together, what is refused, and that no other figure is shown than was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Document, KeyFigures, NoteMark, Table, plain_text, walk
from rapportage.pipeline import BuildRequest, build_chart, compose
from tests.faults import samples
from tests.text.told import untold

LINES = "reeksen: [{naam: x, cijfers: eerste_aanvragen}]"
TOP = 'cijfers: "{{ eerste_aanvragen | top(4) }}"'


def composed(folder: Path, blocks: str) -> tuple[Document | None, list[str]]:
    root = samples(folder / str(len(list(folder.iterdir()))))
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{blocks}\n", encoding="utf-8")
    findings = Findings()
    document = compose(BuildRequest("proef", "2020-05", root), findings)
    return document, [item.code for item in findings]


def chart(folder: Path, keys: str) -> Chart:
    document, codes = composed(folder, f"  - grafiek: {{id: g, titel: Proef, {keys}}}")
    assert codes == []
    assert document is not None
    return next(block for block in walk(document.blocks) if isinstance(block, Chart))


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("soort: lijn", "T407"),
        (f"soort: lijn, {TOP}", "T407"),
        (f"soort: aandeel, vanaf: 2020-04, {LINES}", "T407"),
        (f"soort: piramide, {TOP}", "T407"),
        (f"soort: verloop, perioden: [2020-05], {LINES}", "T407"),
        (f"soort: combinatie, vanaf: 2020-04, {LINES}", "T407"),
        (f"soort: lijn, vorm: gestapeld, vanaf: 2020-04, {LINES}", "T407"),
        (f"soort: lijn, vanaf: 2021-01, {LINES}", "T409"),
        (f"soort: stroom, vanaf: 2019, {LINES}", "T409"),
        (f"soort: lijn, vanaf: 2019-01/2020-01, {LINES}", "T409"),
        ('soort: lijn, vanaf: 2020-04, reeksen: "{{ eerste_aanvragen | top(3) | aandeel }}"', "T302"),
        ('soort: aandeel, cijfers: "{{ eerste_aanvragen | alle | top(6) }}", rest: Overige', "T416"),
        (f"soort: aandeel, {TOP}", "T419"),
        (f"soort: liggende staaf, {TOP}, tabel: nergens", "T402"),
        (f"soort: liggende staaf, {TOP}, tabel: g", "T418"),
        (f"soort: lijn, vanaf: 2020-04, bijschriften: {{2020-04: {'x' * 61}}}, {LINES}", "T420"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, keys: str, code: str) -> None:
    assert composed(tmp_path, f"  - grafiek: {{id: g, titel: Proef, {keys}}}")[1] == [code]


def test_a_table_without_a_figure_of_the_chart_is_refused(tmp_path: Path) -> None:
    rows = 'rijen: "{{ eerste_aanvragen | top(2) }}", kolommen: [{kop: a, waarde: "{{ rij }}"}]'
    table = f"tabel: {{id: t, titel: T, rijkop: n, {rows}}}"
    blocks = f"  - {table}\n  - grafiek: {{titel: G, soort: liggende staaf, {TOP}, tabel: t}}"
    assert composed(tmp_path, blocks)[1] == ["T418"]


def test_a_share_is_of_the_whole_and_its_rest(tmp_path: Path) -> None:
    made = chart(tmp_path, f"soort: aandeel, {TOP}, rest: Overige")
    assert [point.text for point in made.series[0].points if point] == ["31%", "6%", "5%", "5%", "5%", "48%"]
    assert [category.is_rest for category in made.categories] == [False] * 5 + [True]


def test_parts_in_per_cent_are_of_what_is_shown(tmp_path: Path) -> None:
    lines = "reeksen: [{naam: a, cijfers: eerste_aanvragen}, {naam: b, cijfers: nareizigers}]"
    made = chart(tmp_path, f"soort: staaf, vorm: 100%, vanaf: 2020-05, {lines}")
    assert [[point and point.text for point in series.points] for series in made.series] == [["87%"], ["13%"]]
    assert made.unit == "%"


@pytest.mark.parametrize("key", ["cijfers", "reeksen", "rijen", "delen"])
def test_where_a_row_of_figures_belongs_the_tip_names_that_key(tmp_path: Path, key: str) -> None:
    wrong = f'{key}: "{{{{ periode }}}}"'
    columns = 'rijkop: x, kolommen: [{kop: x, waarde: "{{ rij }}"}]'
    rows = wrong if key == "rijen" else f"rijen: [{{soort: groep, kop: x, {wrong}}}]"
    kind = "lijn, vanaf: 2020-04" if key == "reeksen" else "staaf"
    table, chart = f"tabel: {{titel: T, {columns}, {rows}}}", f"grafiek: {{titel: G, soort: {kind}, {wrong}}}"
    root = samples(tmp_path)
    blocks = f"  - {chart if key in ('cijfers', 'reeksen') else table}\n"
    (root / "layouts" / "proef.yaml").write_text(f"titel: Proef\nblokken:\n{blocks}", encoding="utf-8")
    findings = Findings()
    compose(BuildRequest("proef", "2020-05", root), findings)
    assert [item.code for item in findings] == ["T302"]
    assert [(item.hint or "").partition(": ")[2].partition(":")[0] for item in findings] == [key]


def test_a_restated_figure_is_marked(tmp_path: Path) -> None:
    made = chart(tmp_path, f"soort: lijn, vanaf: 2020-04, {LINES}")
    assert [(point.text, point.mark) for point in made.series[0].points if point] == [("270", "a"), ("341", "")]


def test_the_year_before_stands_beside_the_same_months(tmp_path: Path) -> None:
    lines = "reeksen: [{naam: x, cijfers: [eerste_aanvragen_cbs, eerste_aanvragen]}]"
    made = chart(tmp_path, f"soort: stroom, {lines}")
    assert [(series.name, series.role) for series in made.series] == [("2019", "faint"), ("2020", "plain")]
    assert [each.label for each in made.categories][:2] == ["jan", "feb"]
    shown = [[point.text if point else "-" for point in series.points[:6]] for series in made.series]
    assert shown == [
        ["1.850", "1.660", "1.875", "1.860", "1.645", "1.685"],
        ["1.970", "1.515", "1.025", "270", "341", "-"],
    ]


def test_every_figure_of_a_chart_is_in_its_table(tmp_path: Path) -> None:
    document, _ = composed(tmp_path, f"  - grafiek: {{titel: G, soort: lijn, vanaf: 2020-04, {LINES}}}")
    assert document is not None
    table = next(block for block in walk(document.blocks) if isinstance(block, Table))
    shown = [plain_text(cell.content) for row in table.body for cell in row.cells]
    assert shown == ["april 2020", "270", "mei 2020", "341"]


def test_cards_have_a_value_and_a_course(tmp_path: Path) -> None:
    card = '{kop: A, waarde: "{{ amv }}", trend: {vanaf: 2020-04, cijfers: amv}}'
    document, codes = composed(tmp_path, f"  - kerncijfers:\n      - {card}")
    assert codes == []
    assert document is not None
    (cards,) = (block for block in walk(document.blocks) if isinstance(block, KeyFigures))
    trend = cards.cards[0].trend
    assert trend is not None
    assert [point and point.text for point in trend.points] == ["11", "24"]
    assert composed(tmp_path, "  - kerncijfers: []")[1] == ["T423"]


def test_a_trend_without_figures_is_refused(tmp_path: Path) -> None:
    card = '{kop: A, waarde: "{{ amv }}", trend: {vanaf: 2020-04}}'
    assert composed(tmp_path, f"  - kerncijfers:\n      - {card}")[1] == ["T421"]


def test_a_value_below_zero_has_no_place_in_a_pyramid(tmp_path: Path) -> None:
    lines = 'reeksen: [{naam: a, waarde: "{{ rij }}"}, {naam: b, waarde: "{{ rij - 500 }}"}]'
    keys = f"id: g, titel: Proef, soort: piramide, {TOP}, {lines}"
    assert composed(tmp_path, f"  - grafiek: {{{keys}}}")[1] == ["T417"]


def test_an_annotation_for_a_chart_that_is_nearly_named_so(tmp_path: Path) -> None:
    root = samples(tmp_path / "p")
    period = root / "data" / "2020-05.yaml"
    words = "\nbijschriften:\n  per-mand: {2020-03: grenzen dicht}\n"
    period.write_text(period.read_text(encoding="utf-8") + words, encoding="utf-8")
    findings = Findings()
    assert compose(BuildRequest("kerncijfers", "2020-05", root), findings) is not None
    assert [(item.code, item.hint) for item in findings] == [("T422", "bedoelt u 'per-maand'?")]


def test_an_annotation_of_the_period_file_stands_in_the_chart(tmp_path: Path) -> None:
    root = samples(tmp_path / "p")
    period = root / "data" / "2020-05.yaml"
    words = "\nbijschriften:\n  per-maand: {2020-03: grenzen dicht, 2012-01: lang geleden}\n"
    period.write_text(period.read_text(encoding="utf-8") + words, encoding="utf-8")
    document = compose(BuildRequest("kerncijfers", "2020-05", root), Findings())
    assert document is not None
    made = next(block for block in walk(document.blocks) if isinstance(block, Chart) and block.id == "per-maand")
    assert [(made.categories[each.place].full, each.text) for each in made.annotations] == [
        ("maart 2020", "grenzen dicht")
    ]


def test_areas_are_stacked_only_when_that_is_said(tmp_path: Path) -> None:
    keys = 'soort: vlak, vanaf: 2020-04, reeksen: "{{ eerste_aanvragen | top(2) }}"'
    assert composed(tmp_path, f"  - grafiek: {{titel: Proef, {keys}}}")[1] == ["T407"]


def test_what_is_told_of_the_year_before_names_that_year(tmp_path: Path) -> None:
    """The break and the revision of an earlier figure are not those of this year's month, nor do years borrow names."""
    lines = "reeksen: [{naam: x, cijfers: [eerste_aanvragen_cbs, eerste_aanvragen]}]"
    made = chart(tmp_path, f"soort: stroom, vanaf: 2020-01, {lines}")
    assert [(each.label, each.series) for each in made.breaks] == [("andere bron vanaf april\u00a02020", (1,))]
    assert "2019: van 1.850 in januari gedaald naar 1.645 in mei" in made.alternative
    assert "X in mei 2020: 341; een jaar eerder: 1.645." in made.alternative


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (
            "soort: staaf, vorm: gestapeld, vanaf: 2020-01",
            "Van januari 2020 en februari 2020 is niet elk deel bekend: die staven ontbreken.",
        ),
        (
            "soort: staaf, vorm: 100%, vanaf: 2020-02",
            "Van februari 2020 is niet elk deel bekend: die staaf ontbreekt.",
        ),
        (
            "soort: vlak, vorm: gestapeld, perioden: [2020-01, 2020-03, 2020-05]",
            "Van januari 2020 is niet elk deel bekend: daar ontbreekt het vlak.",
        ),
        (
            "soort: staaf, vorm: gestapeld, vanaf: 2020-01, reeksen: [{naam: A, cijfers: instroom}, "
            "{naam: B, cijfers: \"{{ eerste_aanvragen['onbekend'] }}\"}]",
            "Van de eerste drie maanden van 2020 is niet elk deel bekend: die staven ontbreken.",
        ),
        ("soort: staaf, vorm: gestapeld, vanaf: 2020-03", None),
        ("soort: staaf, vanaf: 2020-01", None),
    ],
)
def test_a_stack_that_is_left_out_is_named(tmp_path: Path, keys: str, words: str | None) -> None:
    """Of January and February the IND named Jemen not among the first."""
    parts = "[{naam: Alle, cijfers: eerste_aanvragen}, {naam: Jemen, cijfers: \"{{ eerste_aanvragen['Jemen'] }}\"}]"
    keys = keys if "reeksen" in keys else f"{keys}, reeksen: {parts}"
    made = chart(tmp_path, keys)
    notes = [plain_text(note.content).replace("\N{NO-BREAK SPACE}", " ") for note in made.notes]
    told = [each for each in notes if "niet elk deel" in each]
    assert told == ([words] if words else [])
    if words:
        mark = next(note.mark for note, each in zip(made.notes, notes, strict=True) if each == words)
        assert mark in [each.mark for each in made.caption if isinstance(each, NoteMark)]


def test_the_name_of_what_flows_is_told(tmp_path: Path) -> None:
    lines = "reeksen: [{naam: eerste keer, cijfers: [eerste_aanvragen_cbs, eerste_aanvragen]}]"
    document, _ = composed(tmp_path, f"  - grafiek: {{titel: G, soort: stroom, {lines}}}")
    assert document is not None
    made = next(block for block in walk(document.blocks) if isinstance(block, Chart))
    assert "Eerste keer in mei 2020: 341; een jaar eerder: 1.645." in made.alternative
    table = next(block for block in walk(document.blocks) if isinstance(block, Table))
    assert [[plain_text(cell.content) for cell in row.cells] for row in table.head] == [
        ["Periode", "eerste keer (aanvragen)"],
        ["2019", "2020"],
    ]


def test_what_was_added_up_was_not_rounded_to_its_bounds(tmp_path: Path) -> None:
    """A sum of twelve figures that were each rounded to 5 was not 'rounded to 60'."""
    lines = "reeksen: [{naam: x, cijfers: [eerste_aanvragen, eerste_aanvragen_cbs]}]"
    made = chart(tmp_path, f"soort: lijn, vanaf: 2019-Q3, {lines}")
    assert plain_text(made.notes[0].content).replace("\u00a0", " ") == (
        "Tot en met het vierde kwartaal van 2019: CBS, opgeteld of berekend; "
        "vanaf het eerste kwartaal van 2020: IND, opgeteld of berekend."
    )


def test_two_events_in_one_place_are_both_told(tmp_path: Path) -> None:
    keys = "soort: lijn, vanaf: 2019-Q4, bijschriften: {2020-02: eerste, 2020-03: tweede}"
    made = chart(tmp_path, f"{keys}, reeksen: [{{naam: x, cijfers: eerste_aanvragen}}]")
    assert [(each.place, each.text) for each in made.annotations] == [(1, "eerste; tweede")]


@pytest.mark.parametrize("events", [f"2020-02: {'x' * 31}, 2020-03: {'y' * 31}", "2020: dicht"])
def test_an_event_that_would_be_lost_is_refused(tmp_path: Path, events: str) -> None:
    keys = f"soort: lijn, vanaf: 2019-Q4, bijschriften: {{{events}}}, {LINES}"
    assert composed(tmp_path, f"  - grafiek: {{titel: Proef, {keys}}}")[1] == ["T420"]


def test_a_text_that_nobody_listens_to_asks_for_another(tmp_path: Path) -> None:
    lines = ", ".join(f"{{naam: '{'een lange naam ' * 14}{at}', cijfers: eerste_aanvragen}}" for at in "abcdef")
    keys = f"id: g, titel: Proef, soort: lijn, vanaf: 2020-04, reeksen: [{lines}]"
    document, codes = composed(tmp_path, f"  - grafiek: {{{keys}}}")
    assert codes == ["T424"]
    assert document is not None
    made = next(block for block in walk(document.blocks) if isinstance(block, Chart))
    assert untold(made) == []
    assert composed(tmp_path, f"  - grafiek: {{{keys}, alternatief: Kort gezegd.}}")[1] == []


def test_a_chart_by_itself_is_told_whole(tmp_path: Path) -> None:
    lines = ", ".join(f"{{naam: Eerste aanvragen {at}, cijfers: eerste_aanvragen}}" for at in "abcdef")
    made = chart(tmp_path, f"soort: lijn, vanaf: 2020-01, reeksen: [{lines}]")
    assert made.alternative.endswith("gedaald naar 341 in mei 2020. De cijfers staan in tabel 1.")
    alone = build_chart(BuildRequest("proef", "2020-05", tmp_path / "0"), "g", Findings())
    assert alone is not None
    assert "tabel 1" not in alone.svg
    assert alone.svg.count("het laagste was 270 in april 2020") == 6
