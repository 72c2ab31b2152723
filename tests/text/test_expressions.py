"""What an expression gives, in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Document, Paragraph, Value, calculation_words, plain_text, walk
from rapportage.pipeline import BuildRequest, compose
from tests.faults import lines, samples

LAYOUT = "titel: Proef\nblokken:\n  - tekst: |\n      {text}\n"


def resolved(folder: Path, text: str, as_of: str | None = None, period: str = "2020-05") -> Document:
    samples(folder)
    (folder / "layouts" / "proef.yaml").write_text(LAYOUT.replace("{text}", text), encoding="utf-8")
    findings = Findings()
    document = compose(BuildRequest("proef", period, folder, as_of), findings)
    assert not lines(findings)
    assert document is not None
    return document


def said(folder: Path, text: str, as_of: str | None = None, period: str = "2020-05") -> str:
    (block,) = (block for block in walk(resolved(folder, text, as_of, period).blocks) if isinstance(block, Paragraph))
    return plain_text(block.content).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("eerste_aanvragen", "341"),
        ("eerste_aanvragen.totaal", "341"),
        ("eerste_aanvragen['Syrië']", "106"),
        ("eerste_aanvragen['Syrië'].aandeel", "31%"),
        ("eerste_aanvragen['Syrië'].aandeel | pct(1)", "31,1%"),
        ("eerste_aanvragen['Syrië'].aandeel | decimalen(2)", "31,09"),
        ("eerste_aanvragen.vorige", "270"),
        ("eerste_aanvragen.vorige['Syrië'].aandeel | pct", "25%"),
        ("eerste_aanvragen['2020-04']", "270"),
        ("eerste_aanvragen['Syrië'].vorige", "69"),
        ("eerste_aanvragen | verandering(eerste_aanvragen.vorige)", "gestegen van 270 naar 341"),
        ("instroom | verandering(instroom.vorige)", "gedaald van 441 naar 413"),
        ("instroom | verandering(instroom)", "gelijk gebleven"),
        ("eerste_aanvragen | verschil(eerste_aanvragen.vorige)", "71"),
        ("eerste_aanvragen | procentueel(eerste_aanvragen.vorige) | pct", "26%"),
        ("eerste_aanvragen | top(3) | opsomming", "Syrië (106), Turkije (19) en Jemen (18)"),
        ("eerste_aanvragen | alle | top(3) | opsomming", "Syrië (106), onbekend (26) en Turkije (19)"),
        (
            "eerste_aanvragen | alle | opsomming",
            "Syrië (106), Turkije (19), Jemen (18), Algerije en Marokko (beide 17) en onbekend (26)",
        ),
        (
            "eerste_aanvragen | bekende | opsomming",
            "Syrië (106), Turkije (19), Jemen (18) en Algerije en Marokko (beide 17)",
        ),
        ("eerste_aanvragen | opsomming", "Syrië (106), Turkije (19), Jemen (18) en Algerije en Marokko (beide 17)"),
        ("eerste_aanvragen | bekende | hoeveel", "5"),
        (
            "eerste_aanvragen | top(4) | opsomming",
            "Syrië (106), Turkije (19), Jemen (18) en Algerije en Marokko (beide 17)",
        ),
        ("eerste_aanvragen | top(2) | aandeel | opsomming", "Syrië (31%) en Turkije (6%)"),
        ("eerste_aanvragen | top(3) | namen", "Syrië, Turkije en Jemen"),
        ("eerste_aanvragen | top(6) | rest", "164"),
        ("eerste_aanvragen | alle | top(6) | rest", "138"),
        ("eerste_aanvragen | top(3) | som", "143"),
        ("eerste_aanvragen | rest", "138"),
        ("eerste_aanvragen['Turkije'] | rangorde", "tweede"),
        ("eerste_aanvragen | meer_of_minder(eerste_aanvragen.vorige)", "26% meer"),
        ("eerste_aanvragen['Algerije'] | meer_of_minder(eerste_aanvragen['Marokko'])", "evenveel"),
        ("eerste_aanvragen['Marokko'] | eveneens(eerste_aanvragen['Algerije'])", "eveneens 17"),
        ("eerste_aanvragen['Jemen'] | eveneens(eerste_aanvragen['Algerije'])", "18"),
        (
            "eerste_aanvragen['Jemen'].aandeel | pct | eveneens(eerste_aanvragen['Algerije'].aandeel | pct)",
            "eveneens 5%",
        ),
        (
            "eerste_aanvragen['Jemen'].aandeel | pct(1) | eveneens(eerste_aanvragen['Algerije'].aandeel | pct(1))",
            "5,3%",
        ),
        ("amv | aandeel(eerste_aanvragen) | pct", "7%"),
        ("eerste_aanvragen | index(eerste_aanvragen.vorige)", "126,3"),
        ("eerste_aanvragen_cbs['2020-01/2020-03']", "ongeveer 4.510"),
        ("eerste_aanvragen_cbs['2020-03'] | reeks('2020-01') | gemiddelde | ongeveer(10)", "ongeveer 1.500"),
        ("nareizigers['Irak']", "minder dan 5"),
        ("vertrek.jaar_tot_nu", "ongeveer 7.350"),
        ("vertrek['tot en met mei'] | ongeveer(100)", "ongeveer 7.400"),
        ("aandeel_eerste_aanvragen.twaalf_maanden['Nigeria'] | pct", "7%"),
        ("periode | naam", "mei 2020"),
        ("periode.vorige | naam", "april 2020"),
        ("periode.twaalf_maanden | naam", "juni 2019 t/m mei 2020"),
        ("periode.jaar_tot_nu | naam", "de eerste vijf maanden van 2020"),
        ("uitgave | datum", "24 juni 2020"),
        ("'meer' if eerste_aanvragen > eerste_aanvragen.vorige else 'minder'", "meer"),
        ("(eerste_aanvragen + nareizigers) / 2", "196"),
        ("1 + 2 * 3", "7"),
    ],
)
def test_an_expression(tmp_path: Path, expression: str, shown: str) -> None:
    assert said(tmp_path, f"Dat is {{{{ {expression} }}}}") == f"Dat is {shown}"


def test_a_figure_keeps_its_trace(tmp_path: Path) -> None:
    (block,) = resolved(tmp_path, "{{ eerste_aanvragen['Syrië'].aandeel }}").blocks
    assert isinstance(block, Paragraph)
    (value,) = block.content
    assert isinstance(value, Value)
    assert value.trace is not None
    assert calculation_words(value.trace.calculation) == "aandeel(Syrië, Eerste asielaanvragen)"
    assert [each.text for each in value.trace.inputs] == ["106", "341"]
    assert [each.span.path for each in value.trace.inputs if each.span] == ["data/2020-05.yaml"] * 2
    assert value.trace.exact is not None
    assert str(value.trace.exact).startswith("31.0850439")


def test_a_choice_in_a_text(tmp_path: Path) -> None:
    text = "Het {% if eerste_aanvragen > eerste_aanvragen.vorige %}steeg{% else %}daalde{% endif %}."
    assert said(tmp_path, text) == "Het steeg."


@pytest.mark.parametrize(("day", "shown"), [("2020-06-10", "445"), ("2020-06-24", "441")])
def test_what_was_known_on_a_day(tmp_path: Path, day: str, shown: str) -> None:
    assert said(tmp_path, "{{ instroom }}", as_of=day, period="2020-04") == shown


@pytest.mark.parametrize("expression", ["eerste_aanvragen | gemiddelde", "gemiddelde(eerste_aanvragen)"])
def test_an_average_is_of_more_than_one_figure(tmp_path: Path, expression: str) -> None:
    """Of a series alone it would be the total, said to be an average."""
    samples(tmp_path)
    text = LAYOUT.replace("{text}", f"{{{{ {expression} }}}}")
    (tmp_path / "layouts" / "proef.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    assert compose(BuildRequest("proef", "2020-05", tmp_path), findings) is None
    assert [item.code for item in findings] == ["T302"]
