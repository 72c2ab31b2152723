"""Changes in per cent where a sentence could say the opposite, or more than is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapportage.diagnostics import Findings
from rapportage.document import Paragraph, plain_text, walk
from rapportage.pipeline import BuildRequest, compose

FILE = """\
periode: 2020-05
uitgave: {{datum: 2020-06-20}}
bronnen:
  b: {{titel: Titel, uitgever: CBS, datum: 2020-06-20}}
cijfers:
  m: {{titel: M, eenheid: {unit}, bron: b, {how}, totaal: {now}, reeks: {{2020-04: {before}}}}}
"""


def said(folder: Path, expression: str, data: str) -> tuple[str, list[str]]:
    """What stands in a sentence, and the messages."""
    for name in ("data", "layouts"):
        (folder / name).mkdir()
    (folder / "data" / "2020-05.yaml").write_text(data, encoding="utf-8")
    (folder / "layouts" / "proef.yaml").write_text(
        f'titel: Proef\nblokken:\n  - tekst: "{{{{ {expression} }}}}"\n  - bronvermelding\n', encoding="utf-8"
    )
    findings = Findings()
    document = compose(BuildRequest("proef", "2020-05", folder), findings)
    blocks = walk(document.blocks) if document else ()
    text = next((plain_text(each.content) for each in blocks if isinstance(each, Paragraph)), "")
    return text, [each.message for each in findings]


@pytest.mark.parametrize("now", ["-20.0", "20.0", "-70.0"])
@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("m | meer_of_minder(m.vorige)", "een verandering vanaf een negatief cijfer is niet in procenten te geven"),
        ("m | procentueel(m.vorige) | pct", "een verandering vanaf een negatief cijfer is niet in procenten te geven"),
        ("m | index(m.vorige)", "een index met een negatief cijfer als basis bestaat niet"),
    ],
)
def test_no_percentage_of_a_negative_figure(tmp_path: Path, expression: str, message: str, now: str) -> None:
    """From -50 to -20 is a rise: not '60% minder'."""
    data = FILE.format(unit="euro", how="maat: saldo", now=now, before="-50.0")
    text, messages = said(tmp_path, expression, data)
    assert text == ""
    assert message in messages


def test_a_change_that_may_be_none_is_about_so_much(tmp_path: Path) -> None:
    """2.010 and 2.000, to tens, may both be 2.005."""
    data = FILE.format(unit="personen", how="afgerond_op: 10", now="2010", before="2000")
    text, messages = said(tmp_path, "m | meer_of_minder(m.vorige)", data)
    assert (text, messages) == ("Ongeveer 1% meer", [])
