"""Words about figures that an expression writes: right over any figures, traced, and never told false."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Formula, Paragraph, Value, plain_text, values, walk
from rapportage.figures.observation import Operation
from rapportage.figures.words.claiming import part_near
from rapportage.pipeline import BuildRequest, check, compose
from rapportage.proof.claims.verdict import Outcome

HEAD = "periode: {period}\nuitgave: {{datum: {period}}}\nbronnen: {{b: {{titel: Titel, uitgever: CBS}}}}\ncijfers:\n"
PARTS = ("Koop", "Huur", "Overig")
Row = tuple[int | str, ...]


def made(folder: Path, months: Mapping[str, Row], rest: str = "") -> Path:
    """Figures of houses: a total by month, of which three parts may follow."""
    for name in ("data", "layouts"):
        (folder / name).mkdir(exist_ok=True)
    for period, (total, *parts) in months.items():
        told = ", ".join(f"{name}: {part}" for name, part in zip(PARTS, parts, strict=False))
        naar = f", naar: {{eigendom: {{{told}}}}}" if told else ""
        body = f"  huizen: {{titel: Huizen, eenheid: huizen, bron: b, totaal: {total}{naar}{rest}}}\n"
        (folder / "data" / f"{period}.yaml").write_text(HEAD.format(period=period) + body, encoding="utf-8")
    return folder


def paragraph(folder: Path, text: str, period: str, language: str = "nl") -> tuple[Paragraph | None, Findings]:
    layout = f"titel: Proef\ntaal: {language}\nblokken:\n  - tekst: |\n      {text}\n"
    (folder / "layouts" / "proef.yaml").write_text(layout, encoding="utf-8")
    findings = Findings()
    document = compose(BuildRequest("proef", period, folder), findings)
    blocks = walk(document.blocks) if document else ()
    return next((block for block in blocks if isinstance(block, Paragraph)), None), findings


def said(folder: Path, expression: str, period: str, language: str = "nl") -> str:
    """What the expression gives within a sentence, or its faults."""
    found, findings = paragraph(folder, f"Is {{{{ {expression} }}}}", period, language)
    faults = "; ".join(f"{each.code} {each.message} | {each.hint}" for each in findings if each.code != "T517")
    return faults or (plain_text(found.content).replace("\u00a0", " ").removeprefix("Is ") if found else "")


FEW = {"2026-01": (200,), "2026-02": (150,), "2026-03": (341,)}


@pytest.mark.parametrize(
    ("language", "form", "amount", "up", "down", "same"),
    [
        ("nl", "steeg", "", "steeg", "daalde", "bleef gelijk"),
        ("nl", "stijgen", ", 'verschil'", "stijgen met 191", "dalen met 50", "blijven gelijk"),
        ("nl", "nam toe", ", 'procent'", "nam met 127% toe", "nam met 25% af", "bleef gelijk"),
        ("nl", "namen toe", "", "namen toe", "namen af", "bleven gelijk"),
        ("nl", "is gegroeid", ", 'procent'", "is met 127% gegroeid", "is met 25% gekrompen", "is gelijk gebleven"),
        ("nl", "gestegen", ", 'van'", "van 150 naar 341 gestegen", "van 200 naar 150 gedaald", "gelijk gebleven"),
        ("nl", "een toename", ", 'verschil'", "een toename van 191", "een afname van 50", "geen verandering"),
        ("nl", "hoger", ", 'procent'", "127% hoger", "25% lager", "even hoog"),
        ("nl", "meer", ", 'verschil'", "191 meer", "50 minder", "evenveel"),
        ("nl", "groter", "", "groter", "kleiner", "even groot"),
        ("en", "rose", ", 'verschil'", "rose by 191", "fell by 50", "remained the same"),
        ("en", "an increase", ", 'procent'", "an increase of 127%", "a decrease of 25%", "no change"),
        ("en", "higher", ", 'procent'", "127% higher", "25% lower", "as high"),
        ("fy", "naam ta", ", 'verschil'", "naam mei 191 ta", "naam mei 50 ôf", "bleau gelyk"),
        ("fy", "mear", "", "mear", "minder", "likefolle"),
    ],
)
def test_a_direction(tmp_path: Path, language: str, form: str, amount: str, up: str, down: str, same: str) -> None:
    """In the word, person and tense that was asked, with the amount without a sign."""
    folder = made(tmp_path, {**FEW, "2026-04": (341,)})
    expression = f"huizen | richting(huizen.vorige, '{form}'{amount})"
    told = [said(folder, expression, period, language) for period in ("2026-03", "2026-02", "2026-04")]
    assert told == [up, down, same]


def test_after_what_is_as_much_comes_as(tmp_path: Path) -> None:
    """Where 'dan' was typed for a difference; in each language."""
    folder = made(tmp_path, {"2026-02": (100,), "2026-03": (200,)})
    texts = {
        "nl": ("{{ huizen | keer(huizen.vorige, 'zo veel') }} dan toen.", "Twee keer zo veel als toen."),
        "en": ("{{ huizen | keer(huizen.vorige, 'as many') }} than then.", "Two times as many as then."),
        "fy": ("{{ huizen | keer(huizen.vorige, 'safolle') }} dan doe.", "Twa kear safolle as doe."),
    }
    for language, (text, told) in texts.items():
        found, _ = paragraph(folder, text, "2026-03", language)
        assert found is not None
        assert plain_text(found.content) == told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ((5, 3, 9), "het hoogste aantal sinds het begin van de reeks in januari 2026"),
        ((9, 3, 5, 6), "het hoogste aantal sinds januari 2026"),
        ((5, 9, 3, 1), "het laagste aantal sinds het begin van de reeks in januari 2026"),
        ((1, 9, 6, 3), "het laagste aantal sinds januari 2026"),
        ((1, 4, 4), "even hoog als in februari 2026"),
        ((9, ".", 2, 4), "het hoogste aantal sinds ten minste maart 2026"),
    ],
)
def test_a_record(tmp_path: Path, row: Row, told: str) -> None:
    folder, period = made(tmp_path, _months(row)), f"2026-{len(row):02}"
    assert said(folder, "huizen | record('het hoogste aantal')", period) == told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ((9, 3, 4, 5, 6), "steeg voor de derde maand op rij"),
        ((3, 4, 5, 6), "steeg voor ten minste de derde maand op rij"),
        ((3, 9, 4, 2), "daalde voor de tweede maand op rij"),
        ((9, 3, 6, 5), "daalde voor het eerst sinds februari 2026"),
        ((3, 4, 5, 2), "daalde voor het eerst sinds het begin van de reeks in januari 2026"),
        ((1, 4, 4), "bleef voor het eerst sinds het begin van de reeks in januari 2026 gelijk"),
    ],
)
def test_a_streak(tmp_path: Path, row: Row, told: str) -> None:
    folder, period = made(tmp_path, _months(row)), f"2026-{len(row):02}"
    assert said(folder, "huizen | op_rij('steeg')", period) == told


def _months(row: Row) -> dict[str, Row]:
    return {f"2026-{month:02}": (each,) for month, each in enumerate(row, 1)}


@pytest.mark.parametrize(
    ("part", "plain", "one_in"),
    [
        (500, "de helft", "een op de twee"),
        (520, "ruim de helft", "ruim een op de twee"),
        (310, "bijna een derde", "bijna een op de drie"),
        (405, "twee vijfde", "twee op de vijf"),
        (750, "driekwart", "drie op de vier"),
        (770, "ruim driekwart", "ruim drie op de vier"),
        (96, "een tiende", "een op de tien"),
        (560, "56%", "56%"),
        (4, "0%", "0%"),
    ],
)
def test_a_fraction(tmp_path: Path, part: int, plain: str, one_in: str) -> None:
    folder = made(tmp_path, {"2026-03": (1000, part, 1000 - part)})
    share = "huizen['Koop'].aandeel | breuk"
    assert said(folder, share, "2026-03") == plain
    assert said(folder, f"{share}('een op de drie')", "2026-03") == one_in


def test_a_fraction_is_within_what_the_handbook_says(tmp_path: Path) -> None:
    """At most 3 points from the share and a tenth of the fraction itself; without 'bijna' or 'ruim' half a point."""
    for tenths in range(1001):
        share = Decimal(tenths) / 1000
        near = part_near(share)
        if near is None:
            continue
        gap = share - near.of
        assert abs(gap) <= Decimal("0.03")
        assert abs(gap) * 10 <= near.of + Decimal(1).scaleb(-20)
        assert near.side == 0 or (gap > 0) == (near.side > 0)
        assert near.low <= share <= near.high


@pytest.mark.parametrize(
    ("figure", "so_much", "verb"),
    [
        (200, "twee keer zo veel", "verdubbeld"),
        (190, "bijna twee keer zo veel", "bijna verdubbeld"),
        (330, "ruim drie keer zo veel", "ruim verdrievoudigd"),
        (150, "anderhalf keer zo veel", "met 50% gestegen"),
        (50, "half zo veel", "gehalveerd"),
        (47, "bijna half zo veel", "meer dan gehalveerd"),
        (53, "ruim half zo veel", "bijna gehalveerd"),
        (126, "26% meer", "met 26% gestegen"),
        (74, "26% minder", "met 26% gedaald"),
        (260, "2,6 keer zo veel", "met 160% gestegen"),
        (100, "evenveel", "gelijk gebleven"),
    ],
)
def test_a_number_of_times(tmp_path: Path, figure: int, so_much: str, verb: str) -> None:
    folder = made(tmp_path, {"2026-02": (100,), "2026-03": (figure,)})
    assert said(folder, "huizen | keer(huizen.vorige, 'zo veel')", "2026-03") == so_much
    assert said(folder, "huizen | keer(huizen.vorige, 'verdubbeld')", "2026-03") == verb


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("huizen['Koop'] | rangorde('grootste')", "grootste"),
        ("huizen['Huur'] | rangorde('het grootste aandeel')", "het op een na grootste aandeel"),
        ("huizen['Huur'] | rangorde('het meest')", "op een na het meest"),
        ("huizen['Overig'] | rangorde('kleinste')", "kleinste"),
        ("huizen | top(2) | samen", "samen 90"),
        ("samen(huizen['Koop'], huizen['Overig'])", "samen 70"),
        ("huizen['Koop'] | van_wie", "waarvan 60"),
        ("huizen['Koop'] | per(huizen, 1000)", "600,0 per 1.000 huizen"),
        ("huizen['Huur'] | per(huizen, 10, 0)", "3 per 10 huizen"),
        ("huizen['Koop'] | verschil(huizen) | zonder_teken", "40"),
        ("huizen | verschil(huizen['Koop']) | zonder_teken", "40"),
        ("huizen['Koop'].aandeel | richting(huizen['Huur'].aandeel, 'hoger', 'verschil')", "30 procentpunt hoger"),
    ],
)
def test_other_words(tmp_path: Path, expression: str, told: str) -> None:
    assert said(made(tmp_path, {"2026-03": (100, 60, 30, 10)}), expression, "2026-03") == told


def test_of_people_it_is_of_whom(tmp_path: Path) -> None:
    folder = made(tmp_path, {"2026-03": (100, 60, 30, 10)})
    path = folder / "data" / "2026-03.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("eenheid: huizen", "eenheid: bewoners"), encoding="utf-8")
    assert said(folder, "huizen['Koop'] | van_wie", "2026-03") == "van wie 60"


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("huizen | richting(huizen.totaal, 'steegt')", "T302 'richting' kent het woord 'steegt' niet | bedoelt u"),
        ("huizen | richting(huizen['Koop'], 'steeg', 'pct')", "T302 wat 'richting' erbij noemt, is 'verschil',"),
        ("huizen | richting(huizen['Koop'], 'hoger', 'van')", "T302 'hoger' kan niet van een cijfer naar"),
        ("huizen | richting(huizen['Koop'], 3)", "T302 'richting' vraagt een woord tussen aanhalingstekens"),
        ("huizen | record('het hoogste')", "T304 van 'Huizen' is er geen cijfer van voor maart 2026 | laat"),
        ("huizen | record('hoog')", "T302 'record' kent het woord 'hoog' niet"),
        ("huizen | op_rij('steeg')", "T304 van 'Huizen' is er geen cijfer van voor maart 2026"),
        ("huizen | op_rij('hoger')", "T302 'op_rij' kent het woord 'hoger' niet"),
        ("huizen['Huur'] | rangorde('hoogste')", "T321 'Huur' en 'Overig' zijn gelijk: geen van beide is"),
        ("huizen['Koop'] | breuk", "T302 'breuk' is voor een aandeel in procenten, en dit is in 'huizen'"),
        ("huizen['Koop'].aandeel | breuk('kwart')", "T302 'breuk' kent het woord 'kwart' niet"),
        ("huizen | keer(huizen['Koop'], 'vaak')", "T302 'keer' kent het woord 'vaak' niet"),
        ("huizen | per(huizen['Koop'].aandeel, 10)", "T321 'per' deelt door een aantal van iets, en"),
        ("huizen | per(huizen['Koop'], 0)", "T302 'per' vraagt een getal boven 0"),
        ("huizen | van_wie", "T321 'Huizen' heeft geen geheel waar het een deel van is"),
        ("huizen['Koop'] | samen", "T302 'samen' is van meer dan één cijfer"),
        ("huizen['Koop'].inwoners", "T303 'Koop' heeft in woorden.yaml geen 'inwoners' | zet in"),
    ],
)  # fmt: skip
def test_a_fault_says_what_to_do(tmp_path: Path, expression: str, told: str) -> None:
    folder = made(tmp_path, {"2026-03": (100, 60, 20, 20)})
    found, findings = paragraph(folder, f"Is {{{{ {expression} }}}}", "2026-03")
    assert found is None
    (fault,) = findings
    assert f"{fault.code} {fault.message} | {fault.hint}".replace("\u00a0", " ").startswith(told)
    assert fault.hint
    assert fault.span is not None
    assert fault.span.line == 5


def test_what_rounding_leaves_open_is_not_said(tmp_path: Path) -> None:
    """275 and 270 in fives are another at the least; 12 and 12 thousand may be either."""
    rounded = made(tmp_path, {"2026-02": (270,), "2026-03": (270,)}, ", afgerond_op: 5")
    assert said(rounded, "huizen | richting(huizen.vorige, 'steeg')", "2026-03") == "bleef vrijwel gelijk"
    assert said(rounded, "huizen | record('het hoogste aantal')", "2026-03") == "vrijwel even hoog als in februari 2026"
    assert said(rounded, "huizen | op_rij('steeg')", "2026-03").startswith("T321 ")


@pytest.mark.parametrize(
    "expression",
    ["huizen | record('het hoogste')", "huizen | op_rij('steeg')", "huizen | keer(huizen.vorige, 'zo veel')",
     "huizen['Koop'].aandeel | breuk", "huizen['Koop'] | rangorde",
     "huizen | richting(huizen.vorige, 'steeg', 'verschil')"],
)  # fmt: skip
def test_the_trace_tells_what_words_rest_on(tmp_path: Path, expression: str) -> None:
    folder = made(tmp_path, {"2026-01": (300, 100, 200), "2026-02": (100, 40, 60), "2026-03": (200, 100, 80)})
    found, _ = paragraph(folder, f"Is {{{{ {expression} }}}}", "2026-03")
    assert found is not None
    words = [value for value in values(found.content) if isinstance(value, Value) and value.rests_on is not None]
    assert words
    for value in words:
        assert value.rests_on is not None
        how = value.rests_on.calculation
        assert isinstance(how, Formula)
        assert how.operation is Operation.WORDS
        assert value.rests_on.inputs


SENTENCES = (
    "Het aantal huizen {{ huizen | richting(huizen.vorige, 'steeg', 'verschil') }} {{ periode | in_zin }}.",
    "Het aantal huizen was met {{ huizen }} {{ huizen | record('het hoogste') }}.",
    "Het aantal huizen {{ huizen | op_rij('steeg') }}.",
    "Er waren {{ huizen }} huizen, {{ huizen | keer(huizen.vorige, 'zo veel') }} dan een maand eerder.",
    "Het aantal is {{ huizen | keer(huizen.vorige, 'verdubbeld') }}.",
    "Van de huizen was {{ huizen['Koop'].aandeel | breuk }} koop.",
    "Koop had {{ huizen['Koop'] | rangorde('het grootste aantal') }}: {{ huizen['Koop'] }}.",
    "Dat was {{ huizen | richting(huizen.vorige, 'een stijging', 'procent') }} ten opzichte van een maand eerder.",
    "Er waren {{ huizen }} huizen, {{ huizen | richting(huizen.vorige, 'hoger', 'procent') }} dan een maand eerder.",
)


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("last", [(341, 150, 131, 60), (90, 50, 30, 10), (210, 70, 71, 69), (150, 70, 50, 30)])
def test_no_check_tells_a_written_claim_false(tmp_path: Path, text: str, last: Row) -> None:
    """Whatever the figures are; the account counts them as true, and leaves none of them open."""
    months: dict[str, Row] = {"2026-01": (200, 90, 80, 30), "2026-02": (150, 70, 50, 30), "2026-03": last}
    folder = made(tmp_path, months)
    found, _ = paragraph(folder, text, "2026-03")
    assert found is not None
    findings = Findings()
    account = check([BuildRequest("proef", "2026-03", folder)], folder, findings, all_claims=True)
    assert [f"{each.code} {each.message}" for each in findings if "T501" <= each.code <= "T514"] == []
    written = [value.text for value in values(found.content) if isinstance(value, Value) and value.rests_on is not None]
    assert account.count(Outcome.TRUE) >= len(written)
    assert not any(f"'{words}'" in each.message for each in findings for words in written)


@pytest.mark.parametrize(
    ("text", "right", "wrong", "code"),
    [
        ("Er waren {{ huizen | keer(huizen.vorige, 'zo veel') }} als in <>.", "februari 2026", "januari 2026", "T504"),
        ("Het aantal {{ huizen | richting(huizen.vorige, 'steeg') }} in <>.", "maart 2026", "januari 2026", "T504"),
        ("Het was {{ huizen | richting(huizen.vorige, 'hoger') }} dan in <>.", "februari 2026", "maart 2025", "T504"),
        ("In <> was het aantal {{ huizen | record('het hoogst') }}.", "maart 2026", "februari 2026", "T504"),
        ("<> staat op de {{ huizen['Huur'] | rangorde }} plaats.", "Huur", "Koop", "T505"),
        ("Van de huizen was {{ huizen['Koop'].aandeel | breuk }} <>.", "koop", "huur", "T505"),
        ("In <> was {{ huizen['Koop'].aandeel | breuk }} koop.", "maart 2026", "januari 2026", "T504"),
    ],
)  # fmt: skip
def test_what_is_typed_beside_written_words_is_theirs(
    tmp_path: Path, text: str, right: str, wrong: str, code: str
) -> None:
    """A time or name beside them is held against the figure that they are about, as beside a figure."""
    folder = made(
        tmp_path, {"2026-01": (200, 90, 80, 30), "2026-02": (150, 70, 50, 30), "2026-03": (341, 150, 131, 60)}
    )

    def told(typed: str) -> list[str]:
        paragraph(folder, text.replace("<>", typed), "2026-03")
        findings = Findings()
        check([BuildRequest("proef", "2026-03", folder)], folder, findings)
        return [each.code for each in findings if each.code.startswith("T5")]

    assert (told(right), told(wrong)) == ([], [code])
