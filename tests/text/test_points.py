"""Percentages and their differences have the decimals of their source: from 12,5% to 12,9% is no difference of 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Paragraph, plain_text, walk
from rapportage.pipeline import BuildRequest, build
from tests.faults import lines

FILE = """\
periode: {code}
uitgave: {{datum: {date}}}
bronnen: {{b: {{titel: Cijfers, uitgever: IND, datum: {date}}}}}
cijfers:
  deel: {{titel: Deel, eenheid: '%', bron: b, totaal: {value}}}
  aantal: {{titel: Aantal, eenheid: zaken, bron: b, totaal: 1000, naar: {{land: {{A: {count}, B: {rest}}}}}}}
"""
LAYOUT = 'titel: P\nblokken:\n  - tekst: "Dat is {{ VALUE }}"\n'


@pytest.mark.parametrize(
    ("figure", "earlier", "values", "said"),
    [
        ("deel", "deel.vorige", ("12.5", "12.9"), "ongeveer 0,4 procentpunt"),
        ("deel", "deel.vorige", ("12.5", "13"), "ongeveer 0,5 procentpunt"),
        ("deel", "deel.vorige", ("12.55", "12.5"), "ongeveer −0,05 procentpunt"),
        ("deel", "deel.vorige", ("12.0", "0.0"), "−12,0 procentpunt"),
        ("deel", "deel.vorige", ("12", "15"), "ongeveer 3 procentpunt"),
        ("aantal['A'].aandeel", "aantal['A'].vorige.aandeel", ("12", "15"), "1 procentpunt"),
    ],
)
def test_a_difference_has_the_decimals_of_its_percentages(
    figure: str, earlier: str, values: tuple[str, str], said: str, tmp_path: Path
) -> None:
    layout = LAYOUT.replace("VALUE", f"{figure} | verschil({earlier})")
    assert told(tmp_path, layout, values) == said


@pytest.mark.parametrize(("values", "said"), [(("3.0", "0.0"), "0,0%"), (("3", "0"), "0%")])
def test_nothing_has_the_decimals_of_its_series(values: tuple[str, str], said: str, tmp_path: Path) -> None:
    assert told(tmp_path, LAYOUT.replace("VALUE", "deel"), values) == said


def told(folder: Path, layout: str, values: tuple[str, str]) -> str:
    """The first paragraph of a report over two months."""
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    months = (("2020-04", "2020-05-20", 125), ("2020-05", "2020-06-24", 131))
    for (code, date, count), value in zip(months, values, strict=True):
        text = FILE.format(code=code, date=date, value=value, count=count, rest=1000 - count)
        (folder / "data" / f"{code}.yaml").write_text(text, encoding="utf-8")
    (folder / "layouts" / "l.yaml").write_text(layout, encoding="utf-8")
    findings = Findings()
    result = build(BuildRequest("l", "2020-05", folder), findings)
    assert result is not None, lines(findings)
    texts = [plain_text(each.content) for each in walk(result.document.blocks) if isinstance(each, Paragraph)]
    return texts[0].replace("\u00a0", " ").removeprefix("Dat is ")
