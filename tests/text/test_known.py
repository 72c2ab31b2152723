"""`bekend()` answers whatever it is asked of a figure; nothing that is known is told to be unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Chart, Paragraph, plain_text, walk
from rapportage.pipeline import BuildRequest, BuildResult, build
from tests.faults import lines

FILE = """\
periode: {code}
uitgave: {{datum: {date}}}
bronnen: {{b: {{titel: Cijfers, uitgever: IND, datum: {date}}}}}
cijfers:
  nul: {{titel: Niets, eenheid: aanvragen, bron: b, totaal: 0, naar: {{land: {{Syrië: 0}}}}}}
  ook: {{titel: Ook niets, eenheid: aanvragen, bron: b, totaal: {other}}}
  geheim: {{titel: Geheim, eenheid: aanvragen, bron: b, totaal: .}}
  delen: {{titel: Delen, eenheid: aanvragen, bron: b, naar: {{land: {{Syrië: 4}}}}}}
"""


def made(
    folder: Path, layout: str, code: str, files: dict[str, tuple[str, int]]
) -> tuple[BuildResult | None, Findings]:
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    for each, (date, other) in files.items():
        text = FILE.format(code=each, date=date, other=other)
        (folder / "data" / f"{each}.yaml").write_text(text, encoding="utf-8")
    (folder / "layouts" / "l.yaml").write_text(layout, encoding="utf-8")
    findings = Findings()
    return build(BuildRequest("l", code, folder), findings), findings


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("nul", "ja"),
        ("geheim", "nee"),
        ("nul['Syrië'].aandeel", "nee"),
        ("delen['Syrië'].aandeel", "nee"),
        ("nul.vorig_jaar", "nee"),
        ("nul['Syrië'].vorig_jaar", "nee"),
        ("nul | procentueel(nul.vorige)", "nee"),
        ("geheim | verschil(nul)", "nee"),
        ("nul.vorige.vorige", "nee"),
        ("nul / nul", "nee"),
        ("geheim + nul", "nee"),
        ("nul.twaalf_maanden", "nee"),
    ],
)
def test_it_is_known_or_it_is_not(asked: str, answer: str, tmp_path: Path) -> None:
    """Also of week 53 of a year without one, of a share in nothing and of a change from nothing."""
    layout = f'titel: P\nblokken:\n  - tekst: "{{% if bekend({asked}) %}}ja{{% else %}}nee{{% endif %}}"\n'
    result, findings = made(tmp_path, layout, "2020-W53", {"2020-W53": ("2021-01-10", 0)})
    assert result is not None, lines(findings)
    assert [plain_text(each.content) for each in walk(result.document.blocks) if isinstance(each, Paragraph)] == [
        answer
    ]


@pytest.mark.parametrize("asked", ["bestaat_niet", "nul['Syrie']", "nul.anandeel", "'woorden'"])
def test_a_slip_is_a_fault_also_there(asked: str, tmp_path: Path) -> None:
    layout = f'titel: P\nblokken:\n  - tekst: "{{% if bekend({asked}) %}}ja{{% endif %}}"\n'
    result, _ = made(tmp_path, layout, "2020-W53", {"2020-W53": ("2021-01-10", 0)})
    assert result is None


@pytest.mark.parametrize("kind", ["staaf", "vlak"])
def test_a_stack_of_nothing_is_not_unknown(kind: str, tmp_path: Path) -> None:
    layout = f"""\
titel: P
blokken:
  - grafiek: {{titel: G, soort: {kind}, vorm: 100%, vanaf: 2020-04,
              reeksen: [{{naam: Nul, cijfers: nul}}, {{naam: Ook, cijfers: ook}}]}}
"""
    files = {"2020-04": ("2020-05-20", 10), "2020-05": ("2020-06-24", 0)}
    result, findings = made(tmp_path, layout, "2020-05", files)
    assert result is not None, lines(findings)
    chart = next(block for block in walk(result.document.blocks) if isinstance(block, Chart))
    assert "onbekend" not in chart.alternative
    assert [each.absent(1).spoken for each in chart.series] == ["niet van toepassing"] * 2
